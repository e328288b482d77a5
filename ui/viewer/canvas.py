"""The surface that shows one picture: fitted, zoomed, moved, turned, under a glass – or covered."""

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QCursor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.model import Item
from ui import theme
from ui.library.delegate import paint_reason
from ui.shield.shield import Shield, ShieldLook
from ui.shield.shield import cover as cover_of
from ui.viewer.levels import Levels
from ui.viewer.loupe import Loupe
from ui.viewer.overview import Overview
from ui.viewer.pyramid import Pyramid
from ui.viewer.view import View

_STEP = 1.25
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class Layer(Protocol):
    """Something drawn on the picture, such as regions; layers see the mouse before the canvas does, topmost first.

    The mouse is told when it moves without a button, too.
    """

    def paint(self, painter: QPainter, canvas: "Canvas") -> None:
        """Draw in the canvas's own coordinates."""

    def mouse(self, event: QMouseEvent, canvas: "Canvas") -> bool:
        """Take a press, a move, a release or a double click; False lets it through."""


class Canvas(QWidget):
    """Paints the cover alone unless the shield is held open. Turning the picture turns the view, not the item.

    A bare picture of a covered item is forgotten when the shield closes, and asked for again with `wanted`.
    """

    enlarged = Signal()
    """The picture is shown larger than it was decoded."""
    wanted = Signal()
    """The bare picture may be seen and is not here."""
    view_changed = Signal()
    """Zoomed, moved, turned or mirrored, or another picture."""

    def __init__(self, shield: Shield, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Picture"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setMouseTracking(True)
        self._shield = shield
        self._item: Item | None = None
        self._spent = False
        """The shield was closed over this item, so its bare picture is kept only while it is open."""
        self.picture = Pyramid()
        self.view = View()
        self.levels = Levels()
        self.loupe, self.overview = Loupe(), Overview()
        self._message = ""
        self._held: QPointF | None = None
        self._peek_at = QPointF()
        self._layers: list[Layer] = []
        shield.watch(self, parts=True)
        shield.changed.connect(self._opened)
        shield.parted.connect(self._on_parted)
        shield.restyled.connect(self._on_restyled)

    # --- what is shown

    @property
    def covered(self) -> bool:
        return self._item is not None and self._item.covered and not self._shield.looking

    @property
    def open(self) -> bool:
        """Whether anything of the bare picture may be seen now."""
        return not self.covered or self._shield.peeking is self

    @property
    def empty(self) -> bool:
        """Whether the picture itself is not there yet, nor a cover made of it."""
        return not self.picture.bare and self.picture.cover.isNull() and not self._message

    @property
    def said(self) -> str:
        """Why there is no picture, where there can be none."""
        return self._message

    def set_item(self, item: Item) -> None:
        """Show another item, or the same one after a change."""
        before, self._item = self._item, item
        if before is None or before.item != item.item:
            self.picture = Pyramid(original=QSizeF(item.width or 0, item.height or 0))
            self._message, self._spent = "", False
            self.view.reset()
        elif item.covered and not before.covered and not self.open:
            self._forget()
        elif before.covered and not item.covered and not self.picture.bare:
            self._want()
        self._changed()

    def set_stand_in(self, image: QImage) -> None:
        """Show a small picture, bare or a cover as the item asks for, until the picture is there."""
        self.picture.stand_in = cover_of(image, self._shield.style) if self.covered else image
        self._changed()

    def set_picture(self, image: QImage, cover: QImage) -> None:
        """Show this picture, or just its cover where no more than that may be here."""
        self._set(image, QImage(), cover)

    def replace_with_larger(self, image: QImage, cover: QImage) -> None:
        """The same picture with more pixels: what is on show stays where it is."""
        self._set(self.picture.screen, image, cover)

    def set_message(self, text: str) -> None:
        """Say why there is no picture."""
        self.picture, self._message = Pyramid(), text
        self.setAccessibleDescription(text)
        self._changed()

    def set_levels(self, levels: Levels) -> None:
        """Show the picture with these levels."""
        self.levels = levels
        self.update()
        self.view_changed.emit()

    def add_layer(self, layer: Layer) -> None:
        """Draw this on top of the picture."""
        self._layers.append(layer)
        self.update()

    def _set(self, screen: QImage, large: QImage, cover: QImage) -> None:
        picture = self.picture
        picture.screen, picture.large, picture.cover, self._message = screen, large, cover, ""
        if self._spent and not self.open:
            picture.cover_up(self._shield.style)
        self._changed()

    def _forget(self) -> None:
        self._spent = True
        self.picture.cover_up(self._shield.style)
        self.update()

    def _want(self) -> None:
        if self._item is not None and not self._message:
            self.wanted.emit()

    # --- the view

    def on_screen(self) -> QTransform:
        """From fractions of the upright picture (0, 0 is its top left corner and 1, 1 its bottom right) to the canvas.

        It holds for a cover too, which lies where its picture would.
        """
        return self.view.transform()

    def in_picture(self, point: QPointF) -> QPointF:
        """A point of the canvas as fractions of the upright picture; outside of it below 0 or above 1."""
        return self.view.in_picture(point)

    @Slot()
    def fit(self) -> None:
        self.view.fit()
        self._changed()

    @Slot()
    def actual(self) -> None:
        """One pixel of the original on one of the screen, at the cursor."""
        self._zoom_to(1.0, self.cursor_at())

    @Slot()
    def zoom_in(self) -> None:
        self._zoom_to(self.view.shown_zoom * _STEP, self.cursor_at())

    @Slot()
    def zoom_out(self) -> None:
        self._zoom_to(self.view.shown_zoom / _STEP, self.cursor_at())

    @Slot()
    def turn(self, degrees: int = 90) -> None:
        """Turn the view clockwise."""
        self.view.turn(degrees)
        self._changed()

    def flip(self, *, across: bool) -> None:
        """Mirror the view left to right, or top to bottom."""
        self.view.flip(across=across)
        self._changed()

    @Slot()
    def reset_view(self) -> None:
        """The view as it was at first."""
        self.view.reset()
        self.set_levels(Levels())
        self._changed()

    def show_part(self, centre: QPointF, zoom: float) -> None:
        """Show the same part as another canvas: its `view.in_picture` of the middle, and its `view.zoom` (0 fits)."""
        self.view.zoom = zoom
        self.view.centre_on(centre) if zoom else self.view.fit()
        self._changed()

    def pan(self, by: QPointF) -> None:
        """Move the picture by so much."""
        self.view.move(by)
        self._changed()

    def cycle_loupe(self) -> None:
        """Show the glass, enlarge more with it, or put it away."""
        self.loupe.cycle(self.cursor_at())
        self._changed()

    def cursor_at(self) -> QPointF:
        """Where the mouse is, or the middle where it is elsewhere."""
        at = QPointF(self.mapFromGlobal(QCursor.pos()))
        return at if self.underMouse() and self.rect().contains(at.toPoint()) else QPointF(self.rect().center())

    def _zoom_to(self, zoom: float, at: QPointF) -> None:
        self.view.zoom_to(zoom, at)
        self._changed()

    def _changed(self) -> None:
        """What is shown, or how, is another now."""
        self.view.size = self.picture.size
        self.view.set_area(QSizeF(self.size()), self.devicePixelRatioF())
        there = self.picture.largest
        magnified = self.view.shown_zoom * (self.loupe.power if self.loupe.on else 1.0)
        fewer = there.width() + 1 < self.view.size.width()
        if self.picture.bare and fewer and magnified * self.view.size.width() > there.width() * 1.001:
            self.enlarged.emit()
        self.update()
        self.view_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._changed()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        if self._item is not None and self._item.covered:
            self._forget()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._changed()

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        with QPainter(self) as painter:  # ended whatever happens, for Qt crashes where it is not
            painter.fillRect(self.rect(), theme.BASE)
            if self._item is None:
                return
            if self._message:
                painter.setPen(theme.TEXT)
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, self._message)
                return
            self.draw(painter, self.on_screen(), QRectF(self.rect()), bare=not self.covered)
            if not self.covered:
                self.picture.draw_grid(painter, self.on_screen(), QRectF(self.rect()), self.devicePixelRatioF())
            if self._shield.peeking is self and self.covered:
                self._paint_part(painter)
            for layer in (*self._layers, self.loupe, self.overview):
                painter.save()
                layer.paint(painter, self)
                painter.restore()
            if self.covered and self._shield.peeking is not self:
                middle = QRect(0, 0, min(self.width(), 420), min(self.height(), 160))
                middle.moveCenter(self.rect().center())
                paint_reason(painter, middle, self.fontMetrics(), self._item)

    def draw(self, painter: QPainter, where: QTransform, area: QRectF, *, bare: bool) -> None:
        """Draw the picture, or its cover unless `bare`, with the levels of the view."""
        self.picture.draw(painter, where, area, ratio=self.devicePixelRatioF(), bare=bare, levels=self.levels)

    def _paint_part(self, painter: QPainter) -> None:
        """Uncover a circle."""
        radius = min(self.width(), self.height()) / 6
        circle = QPainterPath()
        circle.addEllipse(self._peek_at, radius, radius)
        painter.save()
        painter.setClipPath(circle)
        self.draw(painter, self.on_screen(), circle.boundingRect(), bare=True)
        painter.restore()
        painter.setPen(QPen(theme.TEXT, 1.5))
        painter.drawPath(circle)

    # --- mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.angleDelta().y():
            self._zoom_to(self.view.shown_zoom * _STEP ** (event.angleDelta().y() / 120), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._taken(event):
            self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._shield.peeking is self:
            self._move_part(event.position())
        if not self._taken(event) and self._held is not None and event.buttons():
            by, self._held = event.position() - self._held, event.position()
            self.pan(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._taken(event)
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._taken(event):
            self.fit() if self.view.zoom else self._zoom_to(1.0, event.position())

    def _taken(self, event: QMouseEvent) -> bool:
        above = (*self._layers, self.loupe, self.overview)
        return any(layer.mouse(event, self) for layer in reversed(above))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move what can be moved: the uncovered part, the glass (with Ctrl), the picture; else they go on."""
        direction = _ARROWS.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = max(8.0, min(self.width(), self.height()) / 12)
        if direction is None:
            super().keyPressEvent(event)
        elif self._shield.peeking is self:
            self._move_part(self._peek_at + direction * step)
        elif modifiers == Qt.KeyboardModifier.ControlModifier and self.loupe.on:
            self.loupe.move(direction * step, self)
        elif modifiers == Qt.KeyboardModifier.ShiftModifier or (not modifiers and self.view.overflows):
            self.pan(-direction * step)
        else:
            super().keyPressEvent(event)

    def _move_part(self, at: QPointF) -> None:
        self._peek_at = QPointF(min(max(at.x(), 0.0), self.width()), min(max(at.y(), 0.0), self.height()))
        self.update()

    # --- the shield

    @Slot(bool)
    def _on_parted(self, peeking: bool) -> None:
        if peeking and self._shield.peeking is self:
            self._peek_at = self.cursor_at()
        if not peeking or self._shield.peeking is self:
            self._opened(peeking)

    @Slot(bool)
    def _opened(self, opened: bool) -> None:
        if self._item is not None and self._item.covered:
            if not opened:
                self._forget()
            elif not self.picture.bare:
                self._want()
        self.update()

    @Slot(ShieldLook)
    def _on_restyled(self, look: ShieldLook) -> None:
        self.picture.restyle(look)
        if self.covered:
            self.picture.stand_in = cover_of(self.picture.stand_in, look)
        self.update()
