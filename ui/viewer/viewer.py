"""One item at a time: its picture or the frames of its video, with what it is and why it is covered."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.errors import EvidenceError
from annotator.model import Item, Kind
from ui import failures, findings, words
from ui.actions import VIDEO, VIEWER
from ui.jobs import JobRunner
from ui.library.cells import describe
from ui.library.thumbnails import Thumbnails
from ui.parts import Line
from ui.shield import parts
from ui.shield.shield import Shield
from ui.viewer.canvas import Canvas
from ui.viewer.footage import Footage, is_video
from ui.viewer.photo import Photos
from ui.viewer.pictures import Latest
from ui.viewer.regions import Regions
from ui.viewer.tools import Tools


class Viewer(QWidget):
    """Shows the item that it is given; the desk decides which is next."""

    left = Signal()
    shown = Signal()
    """An item is on show that was not before."""
    moved = Signal(int)
    """By how many items to move on."""
    taken = Signal(object)
    """The `Ready` that is on show now."""

    def __init__(
        self, runner: JobRunner, thumbnails: Thumbnails, shield: Shield, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._thumbnails, self._shield = runner, thumbnails, shield
        self._latest = Latest(runner)
        self._item: Item | None = None
        self._backwards = False
        self.canvas = Canvas(shield)
        self._photos = Photos(runner, thumbnails, shield, self.canvas, self._latest)
        self.tools = Tools(runner, shield, self.canvas)
        self._photos.lost.connect(self._lost)
        self._photos.taken.connect(self.taken)
        self.canvas.wanted.connect(self._want_bare)
        self.footage = Footage(runner, self._latest, thumbnails, shield, self.canvas)
        self.footage.taken.connect(self.taken)
        self.regions = Regions(runner, self.canvas, shield)
        self.taken.connect(lambda ready: self.regions.set_time(ready.time))
        self.regions.drawing.connect(self.footage.player.pause)
        self.regions.board.sought.connect(self.footage.seek)
        self.regions.board.covers_changed.connect(self._cover_parts)
        thumbnails.arrived.connect(self._on_thumbnail)
        shield.changed.connect(self._on_shield)
        shield.parted.connect(self._on_shield)
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
        column.addWidget(self.footage.timeline)
        self.setFocusProxy(self.canvas)

    @property
    def item(self) -> Item | None:
        return self._item

    @property
    def key_pages(self) -> frozenset[str]:
        """Whose keys act here."""
        video = self._item is not None and is_video(self._item)
        return frozenset({VIEWER, VIDEO} if video else {VIEWER})

    def show_item(self, item: Item, place: str) -> None:
        """Show an item, or the same one as it reads now; `place` says where in the list it is."""
        other = self._item is None or self._item.item != item.item
        if other:
            self._shield.cover()
            self._latest.forget()
            self._photos.show(None)
        self._item = item
        self._name.set_whole(item.name)
        self._facts.set_whole("   ".join(words.isolated(part) for part in (place, *describe(item)[1:3])))
        self.canvas.set_item(item)
        self.tools.show_item(item)
        self.canvas.setAccessibleDescription(words.tr(", ").join(describe(item)))
        self.regions.set_item(item)
        video = is_video(item)
        self.footage.timeline.setVisible(video)
        if other:
            self._load(item)
        if video:
            self.footage.show(item)
        else:
            self.footage.hide()
        if other:
            self.shown.emit()
        else:
            self._photos.renew(item)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._name.setMaximumWidth(self.width() // 2)  # a long name leaves room for the facts

    def refresh(self, numbers: frozenset[int]) -> None:
        self._photos.drop(numbers)
        self.regions.refresh(numbers)
        if self._item is not None and is_video(self._item):
            self.footage.refresh(numbers)

    def frames_changed(self) -> None:
        self.footage.timeline.reload()

    def _load(self, item: Item) -> None:
        if not item.readable:
            reason = findings.told(item.problems[0].message) if item.problems else self.tr("No reason is known.")
            self.canvas.set_message(
                self.tr("This file can't be read. {reason}\nIts original is kept as it is.").format(reason=reason)
            )
        elif item.kind is Kind.DOCUMENT:
            self.canvas.set_message(self.tr("Documents are kept and described, but not shown here."))
        else:
            self._on_thumbnail(item.item)
            if item.kind is not Kind.VIDEO:
                self._photos.show(item)

    @Slot()
    def _want_bare(self) -> None:
        """The shield is open, and what was under it was forgotten when it was closed before."""
        if self._item is not None:
            self._on_thumbnail(self._item.item)
            if is_video(self._item):
                self.footage.want_bare()
            else:
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
        self.tools.embedded.renew()
        if picture.bare:
            self.canvas.set_picture(parts.covered(picture.screen, self.regions.board.here()), picture.cover)
        if is_video(item):
            self.footage.read_parts()
            if not self.footage.player.ready:  # single frames are made by a worker, with what it finds then
                self.footage.want_bare()
        else:
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

    def _lost(self, error: BaseException) -> None:
        if not isinstance(error, EvidenceError):
            self._runner.failed.emit(error)
        else:
            self.canvas.set_message(failures.sentence(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go to the next item and the one before, by the direction of the window; Home and End to a video's."""
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        moves = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        moves |= {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        ends = {Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last"}
        if key in ends and VIDEO in self.key_pages:
            self.footage.act(ends[key])
        elif key in moves:
            self._backwards = moves[key] < 0
            self.moved.emit(moves[key])
        else:
            super().keyPressEvent(event)
