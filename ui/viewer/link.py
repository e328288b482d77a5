"""The window's end of a playing worker: takes what it says in a thread, and covers there what is covered."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from annotator.engine.local import WorkerLost
from annotator.media.wire import Command, Picture
from annotator.playback import Player as Session
from annotator.region import Cover, Region
from ui.shield.shield import ShieldLook, cover
from ui.viewer.pictures import Ready, made_ready

_COVERED_BOX = 192
"""Pixels a side of frames of which only the cover is shown."""


@dataclass(slots=True, kw_only=True)
class Shot:
    """A frame on its way to the screen; nothing but its cover is there where it is not to be seen."""

    picture: Picture
    ready: Ready

    def cover_up(self) -> None:
        self.ready = replace(self.ready, image=QImage())


class Link(QObject):
    """One worker at a time, or none."""

    came = Signal(object)
    """A `Shot`, another message of `wire`, or a WorkerLost after which there is no worker."""
    _news = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._look = ShieldLook()
        self._parts: list[Region] = []
        self._box = (1280, 720)
        self.bare = False
        """Whether frames are seen, and not their covers alone."""
        self._news.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def ready(self) -> bool:
        return self._session is not None

    def use(self, session: Session) -> None:
        """Take over this worker."""
        self.close()
        self._session = session
        self._ask_box()
        threading.Thread(target=self._receive, args=(session,), name="evidence-playing", daemon=True).start()

    def close(self) -> None:
        """End the worker at once; nothing that it said comes any more."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def send(self, command: Command, a: float = 0.0, b: float = 0.0) -> int:
        """Ask for something; returns the number of the wish, 0 without a worker."""
        return self._session.send(command, a, b) if self._session is not None else 0

    def free(self, shot: Shot) -> None:
        """Let the worker write over a frame."""
        self.send(Command.FREE, shot.picture.slot)

    # --- how frames are wanted; each returns whether the one on show should be drawn again

    def set_look(self, *, bare: bool, look: ShieldLook) -> bool:
        before, self.bare, self._look = self.bare, bare, look
        return before != bare and self._ask_box()

    def set_box(self, width: int, height: int) -> bool:
        before, self._box = self._box, (width, height)
        return before != self._box and self._ask_box()

    def set_parts(self, regions: Sequence[Region]) -> bool:
        """The regions that cover or uncover a part of the picture."""
        wanted = [region for region in regions if region.cover is not Cover.NONE and region.points]
        before, self._parts = self._parts, wanted
        return before != wanted and self._ask_box()

    def _ask_box(self) -> bool:
        seen = self.bare or any(part.cover is Cover.UNCOVERED for part in self._parts)
        self.send(Command.BOX, *(self._box if seen else (_COVERED_BOX, _COVERED_BOX)))
        return True

    # --- what comes

    def _receive(self, session: Session) -> None:
        """In a thread of its own."""
        try:
            while True:
                message = session.receive()
                if isinstance(message, Picture):
                    shot = session.look(message, partial(self._shot, at=message))
                    if shot is not None:
                        self._tell(session, shot)
                elif message is not None:
                    self._tell(session, message)
        except WorkerLost as problem:
            self._tell(session, problem)

    def _shot(self, untrusted: memoryview, at: Picture) -> Shot:
        bare, look, regions = self.bare, self._look, [part for part in self._parts if part.on_show(at.time)]
        whole = QImage(untrusted, at.width, at.height, at.width * 4, QImage.Format.Format_RGB32)
        if not bare and not regions:
            return Shot(picture=at, ready=Ready(image=QImage(), cover=cover(whole, look), look=look, time=at.time))
        shot = Shot(picture=at, ready=made_ready(whole.copy(), look, regions, at.time))  # a copy: it is the worker's
        if not bare:
            shot.cover_up()
        return shot

    def _tell(self, session: Session, news: object) -> None:
        with suppress(RuntimeError):  # the window is gone
            self._news.emit(session, news)

    @Slot(object, object)
    def _take(self, session: Session, news: object) -> None:
        if session is self._session:
            if isinstance(news, WorkerLost):
                self.close()
            self.came.emit(news)
