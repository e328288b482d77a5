"""One of the compared items: its picture, its name, and what it does not have in common with the others."""

import math
from collections.abc import Callable, Collection

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.model import Item, ItemDetail, Kind
from ui import findings, theme, words
from ui.compare.ahead import Fetched
from ui.compare.asking import Asking
from ui.compare.facts import Facts, joined
from ui.compare.outline import Outline
from ui.jobs import JobRunner
from ui.library.thumbnails import Thumbnails
from ui.parts import Line
from ui.shield.shield import Shield
from ui.viewer import pictures
from ui.viewer.canvas import Canvas
from ui.viewer.pictures import Ready


class PaneCanvas(Canvas):
    """Of several canvases a held shield uncovers only the one that has the keyboard, or had it last."""

    focused = Signal()
    current = False

    @property
    def covered(self) -> bool:
        return super().covered or (self._item is not None and self._item.covered and not self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.focused.emit()


class Pane(QFrame):
    """Asks for its picture and shows it, or a sentence that says why there is none."""

    arrived = Signal()
    """The picture is there, or a larger one."""
    enlarged = Signal()
    """Somebody looks closer than the picture's pixels reach."""

    def __init__(
        self,
        detail: ItemDetail,
        seconds: float,
        place: int,
        runner: JobRunner,
        thumbnails: Thumbnails,
        shield: Shield,
        parent: QWidget | None = None,
    ) -> None:
        """`seconds` is the time of a video's frame to show, `place` the pane's among the others, from 1."""
        super().__init__(parent)
        self.item, self.seconds = detail.item, seconds
        self._asking, self._thumbnails, self._shield = Asking(runner), thumbnails, shield
        self._larger = False
        self.canvas = PaneCanvas(shield)
        self._outline = Outline()
        self.canvas.add_layer(self._outline)
        self._name, self._facts = Line(), Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        numbered = self.tr("{place}  {name}").format(place=words.number(place), name=words.isolated(detail.item.name))
        self._name.set_whole(numbered)
        self.canvas.setAccessibleName(
            self.tr("Picture {place}: {name}").format(place=words.number(place), name=detail.item.name)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addWidget(self.canvas, 1)
        self.canvas.set_item(self.item)
        self.canvas.wanted.connect(self._want_bare)
        self.canvas.enlarged.connect(self.enlarged)
        shield.changed.connect(self._on_shield)
        shield.parted.connect(self._on_shield)
        thumbnails.arrived.connect(self._on_thumbnail)

    def tell(self, facts: Facts, alike: Collection[str]) -> None:
        """Say where it differs from the others."""
        other = [phrase for name, phrase in facts.items() if name not in alike]
        text = self.tr("Differs: {facts}").format(facts=joined(other)) if other else self.tr("No fact differs.")
        if self.video:
            text = self.tr("Frame at {time}. {facts}").format(time=words.clock(self.seconds, exact=True), facts=text)
        self._facts.set_whole(text)

    @property
    def told(self) -> str:
        """What is said of it."""
        return self._facts.accessibleName()

    @property
    def readable(self) -> bool:
        """Whether there can be a picture."""
        return self.item.readable and self.item.kind is not Kind.DOCUMENT

    @property
    def video(self) -> bool:
        return self.item.kind is Kind.VIDEO

    def outline(self, polygon: QPolygonF) -> None:
        """Draw the outline of what it shares with another one, in fractions of its picture."""
        self._outline.polygon = polygon
        self.canvas.update()

    @property
    def outlined(self) -> QPolygonF:
        return self._outline.polygon

    def load(self, longest: int, fetched: Fetched | None = None) -> None:
        """Ask for the picture, at most `longest` pixels a side, unless it was fetched before."""
        if not self.item.readable:
            problems = self.item.problems
            reason = findings.told(problems[0].message) if problems else self.tr("No reason is known.")
            self.canvas.set_message(
                self.tr("This file can't be read. {reason}\nIts original is kept as it is.").format(reason=reason)
            )
        elif self.item.kind is Kind.DOCUMENT:
            self.canvas.set_message(self.tr("Documents are kept and described, but not shown here."))
        else:
            ready = fetched(self.item.item, self.seconds, longest) if fetched else None
            if ready is not None:
                self._take(ready)
            if ready is None or ready.image.isNull():
                self._on_thumbnail(self.item.item)
                self._asking.ask(self.work(longest), self._take, self._lost)

    def load_larger(self, longest: int) -> None:
        """Ask once for more pixels, for somebody looks closer."""
        if not self._larger and self.canvas.picture.bare:
            self._larger = True
            self._asking.ask(self.work(longest), self._take_larger, self._lost)

    def first_size(self) -> int:
        """Pixels that fill the canvas, in steps so that a resized window asks for the same."""
        side = max(self.canvas.width(), self.canvas.height()) * self.canvas.devicePixelRatioF()
        return max(1024, math.ceil(side / 512) * 512)

    def refresh(self, item: Item) -> None:
        """The item reads differently now."""
        self.item = item
        self.canvas.set_item(item)

    def renew(self) -> None:
        """Other parts of it are covered now: what was on show is not any more, nor what is being read."""
        self._asking.forget()
        if self.readable:
            self._larger = False
            self.canvas.set_message("")
            self.load(self.first_size())

    def clear(self) -> None:
        """Keep no picture, and read none."""
        self._asking.forget()
        self.canvas.set_message("")
        self._thumbnails.forget((self.item.item, True))

    def set_current(self, current: bool) -> None:
        """Whether this is the pane that keys act on."""
        self.canvas.current = current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.canvas.current:
            painter = QPainter(self)
            painter.setPen(QPen(theme.TEXT, 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.end()

    def work(self, longest: int) -> Callable[[Case], Ready]:
        """What reads the picture."""
        look = self._shield.style
        if self.video:
            return pictures.frame(self.item.item, self.seconds, longest, look)
        return pictures.photo(self.item.item, longest, look)

    def _take(self, ready: Ready) -> None:
        if ready.time is not None:
            self.seconds = ready.time
        self.canvas.set_picture(ready.image, ready.cover)
        self.arrived.emit()

    def _take_larger(self, ready: Ready) -> None:
        self.canvas.replace_with_larger(ready.image, ready.cover)
        self.arrived.emit()

    def _lost(self, error: BaseException) -> None:
        if not self.canvas.picture.bare:
            known = isinstance(error, EvidenceError)
            self.canvas.set_message(str(error) if known else self.tr("The picture could not be shown."))
        self.arrived.emit()

    @Slot()
    def _want_bare(self) -> None:
        """What was under the shield was forgotten when it was closed before."""
        if self.canvas.open:
            self._larger = False
            self.load(self.first_size())

    @Slot()
    def _on_shield(self) -> None:
        if not self.canvas.open:
            self._thumbnails.forget((self.item.item, True))

    @Slot(int)
    def _on_thumbnail(self, number: int) -> None:
        """Until the picture is there, the small one stands for it."""
        if number == self.item.item and self.readable and not self.canvas.picture.bare:
            image = self._thumbnails.image(self.item, bare=self.canvas.open)
            if image is not None and not image.isNull():
                self.canvas.set_stand_in(image)
