"""The layer of regions on the picture: covers of parts, outlines, labels, and what is being drawn."""

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QLabel

from annotator import errors
from annotator.model import Item, Kind
from annotator.region import Cover, Shape
from ui.jobs import JobRunner, Lane
from ui.shield import parts
from ui.shield.shield import Shield
from ui.viewer import pictures
from ui.viewer.canvas import Canvas
from ui.viewer.drawing import Draft
from ui.viewer.region_board import Board
from ui.viewer.region_hand import Hand
from ui.viewer.region_paint import paint_draft, paint_hint, paint_labels, paint_region

_COVERING = (Cover.COVERED, Cover.REDACTED)
_LONGEST = 4096
"""Pixels a side of what is shown under a part."""


class Regions(QObject):
    """What the viewer holds of its item's regions; `board` says what becomes of them."""

    drawing = Signal()
    """A region is being drawn now: what moves must stand still."""

    def __init__(self, runner: JobRunner, canvas: Canvas, shield: Shield) -> None:
        super().__init__(canvas)
        self._runner, self._canvas, self._shield = runner, canvas, shield
        self._bare = QImage()
        self._asked = 0
        self.board = Board(runner, canvas)
        self.hand = Hand(self.board, shield)
        self.board.chosen.connect(self._look_under)
        shield.changed.connect(self._look_under)
        canvas.add_layer(self)

    def set_item(self, item: Item) -> None:
        """Be about another item, or about the same one as it reads now."""
        if self.board.show_item(item):
            self.hand.leave()

    def set_time(self, time: float | None) -> None:
        """The time in the video of the picture that is on show now."""
        if time != self.board.time:
            self.board.show_time(time)
            self._look_under()
        self._canvas.update()

    @Slot()
    def _look_under(self) -> None:
        """Get what lies under the chosen part while the shield is held open, and forget it when that ends."""
        self._bare, self._asked = QImage(), self._asked + 1
        one, ask = self.board.one(), self._asked
        if one is None or one.cover not in _COVERING or not self._shield.looking:
            return

        def take(bare: QImage) -> None:
            if ask == self._asked:
                self._bare = bare
                self._canvas.update()

        work = pictures.bare(one.item, self.board.time, _LONGEST)
        self._runner.read(work, take, lane=Lane.PICTURES)

    def refresh(self, numbers: frozenset[int]) -> None:
        """Read the regions again, if they are those of one of these items."""
        if self.board.item is not None and self.board.item.item in numbers:
            self.board.load()

    def begin(self, shape: Shape) -> None:
        """Begin to draw a box or a polygon, or say why that can't be done here."""
        item = self.board.item
        if item is None or not self.board.writable:
            return
        if item.sampled:
            self._runner.failed.emit(errors.SampledFrame(item.item))
        elif item.kind is Kind.DOCUMENT or not item.readable:
            self._runner.failed.emit(errors.NothingToDrawOn(item.item))
        elif not self._canvas.view.size.isEmpty() and (item.kind is not Kind.VIDEO or self.board.time is not None):
            self.board.outlined = True
            self.drawing.emit()
            self.hand.begin(shape)

    @Slot()
    def show_outlines(self) -> None:
        """Hide outlines and labels, or show them again; covers stay."""
        self.board.outlined = not self.board.outlined
        if not self.board.outlined:
            self.board.pick(0)
            self.hand.leave()
        self._canvas.update()

    # --- the layer

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        scale, here, one = canvas.on_screen(), self.board.here(), self.board.one()
        opened = one if one is not None and self._shield.looking and not self._bare.isNull() else None
        if opened is not None:
            parts.paint_bare(painter, opened, self._bare, scale)
        # Painted as well as drawn into the picture: the picture with this cover in it may have yet to be made.
        parts.paint_plates(painter, parts.covering(region for region in here if region != opened), scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(canvas.font())
        painter.setLayoutDirection(canvas.layoutDirection())
        if self.board.outlined:
            for region in sorted(here, key=lambda region: region == one):
                paint_region(painter, region, scale, chosen=region == one)
            paint_labels(painter, here, scale, canvas.rect(), chosen=one)
        elif here:
            paint_hint(painter, self.tr("Regions are hidden. Shift+B shows them."), _free(canvas))
        if self.hand.draft is not None:
            paint_draft(painter, self.hand.draft, scale)
            paint_hint(painter, self._hint(self.hand.draft), _free(canvas))

    def mouse(self, event: QMouseEvent, _canvas: Canvas) -> bool:
        return self.hand.mouse(event)

    def _hint(self, draft: Draft) -> str:
        if draft.shape is Shape.BOX:
            return self.tr("Box: drag, or arrows, Enter, arrows, Enter. Esc leaves it.")
        return self.tr(
            "Polygon: click its corners, or arrows and P. Double click or Enter closes it, Backspace takes a corner "
            "back, Esc leaves it."
        )


def _free(canvas: Canvas) -> QRect:
    """What no panel at the top of the canvas lies on: under a wide one, beside a high one."""
    free = canvas.rect()
    for panel in canvas.findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly):
        taken = panel.geometry()
        if panel.isHidden() or isinstance(panel, QLabel) or taken.top() > canvas.height() // 4:
            continue
        if taken.width() > taken.height():
            free.setTop(max(free.top(), taken.bottom()))
        elif taken.center().x() > free.center().x():
            free.setRight(min(free.right(), taken.left()))
        else:
            free.setLeft(max(free.left(), taken.right()))
    return free
