"""One item at a time: its picture or the frames of its video, with what it is and why it is covered."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.errors import EvidenceError
from annotator.model import Item, Kind
from ui import words
from ui.actions import VIDEO, VIEWER
from ui.jobs import JobRunner
from ui.library.model import describe
from ui.library.thumbnails import Thumbnails
from ui.parts import Line
from ui.viewer import parts, pictures
from ui.viewer.canvas import Canvas
from ui.viewer.photo import Photos
from ui.viewer.pictures import Latest, Ready
from ui.viewer.regions import Regions
from ui.viewer.shield import Shield
from ui.viewer.tools import Tools
from ui.viewer.video import Timeline


class Viewer(QWidget):
    """Shows the item that it is given; the desk decides which is next."""

    left = Signal()
    shown = Signal()
    """An item is on show that was not before."""
    moved = Signal(int)
    """By how many items to move on."""
    taken = Signal(object)
    """The `Ready` that is on show now."""
    keep_wanted = Signal(int, float)
    """A video's number and the exact time of the frame to keep."""

    def __init__(
        self, runner: JobRunner, thumbnails: Thumbnails, shield: Shield, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._thumbnails, self._shield = runner, thumbnails, shield
        self._latest = Latest(runner)
        self._item: Item | None = None
        self._time: float | None = None
        self._interval = 0.0
        self._backwards = False
        self.canvas = Canvas(shield)
        self._photos = Photos(runner, thumbnails, shield, self.canvas, self._latest)
        self.tools = Tools(runner, shield, self.canvas)
        self._photos.lost.connect(self._lost)
        self._photos.taken.connect(self.taken)
        self.canvas.wanted.connect(self._want_bare)
        self.regions = Regions(runner, self.canvas, shield)
        self.taken.connect(lambda ready: self.regions.set_time(ready.time))
        self.regions.board.sought.connect(self.seek)
        self.regions.board.covers_changed.connect(self._cover_parts)
        thumbnails.arrived.connect(self._on_thumbnail)
        shield.changed.connect(self._on_shield)
        shield.parted.connect(self._on_shield)
        self._timeline = Timeline(runner, thumbnails, shield)
        self._timeline.sought.connect(self.seek)
        self._timeline.stepped.connect(self.step)
        self._timeline.kept.connect(self.keep)
        back = QPushButton(self.tr("Back to the grid  G"))
        back.clicked.connect(self.left)
        self._name, self._facts = Line(), Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(back)
        row.addWidget(self._name)
        row.addWidget(self._facts, 1)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(self.tools.row, 1)
        column.addWidget(self._timeline)
        self.setFocusProxy(self.canvas)

    @property
    def item(self) -> Item | None:
        return self._item

    @property
    def key_pages(self) -> frozenset[str]:
        """Whose keys act here."""
        video = self._item is not None and self._item.kind is Kind.VIDEO
        return frozenset({VIEWER, VIDEO} if video else {VIEWER})

    def show_item(self, item: Item, place: str) -> None:
        """Show an item, or the same one as it reads now; `place` says where in the list it is."""
        other = self._item is None or self._item.item != item.item
        if other:
            self._shield.cover()
            self._latest.forget()
            self._photos.show(None)
            self._time, self._interval = None, 0.0
        self._item = item
        self._name.set_whole(item.name)
        self._facts.set_whole("   ".join(words.isolated(part) for part in (place, *describe(item)[1:3])))
        self.canvas.set_item(item)
        self.tools.show_item(item)
        self.canvas.setAccessibleDescription(words.tr(", ").join(describe(item)))
        self.regions.set_item(item)
        video = item.kind is Kind.VIDEO and item.readable
        self._timeline.setVisible(video)
        if video:
            self._timeline.set_video(item, writable=not self._runner.read_only)
        if other:
            self._load(item)
            self.shown.emit()
        else:
            self._photos.renew(item)

    def refresh(self, numbers: frozenset[int]) -> None:
        self._photos.drop(numbers)
        self.regions.refresh(numbers)
        if self._item is not None and self._item.kind is Kind.VIDEO:
            self._timeline.refresh(numbers)

    def frames_changed(self) -> None:
        self._timeline.reload()

    def _load(self, item: Item) -> None:
        if not item.readable:
            reason = item.problems[0].message if item.problems else self.tr("No reason is known.")
            self.canvas.set_message(
                self.tr("This file can't be read. {reason}\nIts original is kept as it is.").format(reason=reason)
            )
        elif item.kind is Kind.DOCUMENT:
            self.canvas.set_message(self.tr("Documents are kept and described, but not shown here."))
        else:
            self._on_thumbnail(item.item)
            if item.kind is Kind.VIDEO:
                self.seek(self._time or 0.0)
            else:
                self._photos.show(item)

    @Slot()
    def _want_bare(self) -> None:
        """The shield is open, and what was under it was forgotten when it was closed before."""
        if self._item is not None:
            self._on_thumbnail(self._item.item)
            self._load(self._item)

    def set_nearby(self, after: Item | None, before: Item | None) -> None:
        """The items that are likely to be next; None where there is none, or its row is not known yet."""
        self._photos.set_nearby((before, after) if self._backwards else (after, before))

    @Slot()
    def _cover_parts(self) -> None:
        """Other parts are covered now: at once what is new, then all of the picture is made again."""
        picture, item = self.canvas.picture, self._item
        if item is None:
            return
        self._photos.drop({item.item})
        if picture.bare:
            self.canvas.set_picture(parts.covered(picture.screen, self.regions.board.here()), picture.cover)
        self._load(item)

    @Slot(int)
    def _on_thumbnail(self, number: int) -> None:
        """Until the picture is there, the small one stands for it."""
        item = self._item
        if item is None or item.item != number or self.canvas.picture.bare:
            return
        self._on_shield()
        image = self._thumbnails.image(item, bare=self.canvas.open)
        if image is not None and not image.isNull():
            self.canvas.set_stand_in(image)

    @Slot()
    def _on_shield(self) -> None:
        if self._item is not None and not self.canvas.open:
            self._thumbnails.forget((self._item.item, True))

    # --- a video

    @Slot(float)
    def seek(self, seconds: float) -> None:
        """Show the frame of the video at this time."""
        item = self._item
        if item is not None and item.kind is Kind.VIDEO:
            self._latest.ask(
                pictures.frame(item.item, seconds, self._photos.longest(), self._shield.style), self._take, self._lost
            )

    @Slot(int)
    def step(self, direction: int) -> None:
        """Show the frame before (-1) or after (1) the one on show."""
        item, now = self._item, self._time
        if item is None or item.kind is not Kind.VIDEO or now is None:
            return
        if direction > 0:
            work = pictures.next_frame(item.item, now, self._interval, self._photos.longest(), self._shield.style)
            self._latest.ask(work, self._take_ahead, self._lost)
        elif now > 0:
            self._latest.ask(
                pictures.frame(item.item, max(0.0, now - 0.001), self._photos.longest(), self._shield.style),
                self._take_before,
                self._lost,
            )

    @Slot()
    def keep(self) -> None:
        """Ask for the frame on show to be kept as an item."""
        if self._item is not None and self._item.kind is Kind.VIDEO and self._time is not None:
            self.keep_wanted.emit(self._item.item, self._time)

    def _take(self, ready: Ready) -> None:
        ready = ready.in_style(self._shield.style)
        self.canvas.set_picture(ready.image, ready.cover)
        self.taken.emit(ready)
        if ready.time is not None and self._item is not None:
            self._time = ready.time
            self._timeline.set_time(ready.time, self._item.duration)

    def _take_before(self, ready: Ready) -> None:
        if self._time is not None and ready.time is not None:
            self._interval = max(0.0, self._time - ready.time)
        self._take(ready)

    def _take_ahead(self, ready: Ready) -> None:
        if self._time is not None and ready.time is not None and ready.time > self._time:
            self._interval = ready.time - self._time
        self._take(ready)

    def _lost(self, error: BaseException) -> None:
        if not isinstance(error, EvidenceError):
            self._runner.failed.emit(error)
        elif self.canvas.empty or self._item is None or self._item.kind is not Kind.VIDEO:
            self.canvas.set_message(words.sentence(error))
        else:
            self._runner.failed.emit(error)  # the frame before stays on show, and so does its time

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go to the next item and the one before, by the direction of the window."""
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        moves = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        moves |= {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in moves:
            self._backwards = moves[key] < 0
            self.moved.emit(moves[key])
        else:
            super().keyPressEvent(event)
