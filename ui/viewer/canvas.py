"""The surface that shows one picture: fitted, zoomed, moved, turned – or covered."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.model import Item
from ui import theme
from ui.library.delegate import paint_reason
from ui.viewer.shield import Shield, ShieldLook
from ui.viewer.shield import cover as cover_of

_STEP = 1.25
_MOST = 16.0


class Layer(Protocol):
    """Something drawn on the picture, such as regions; layers see the mouse before the canvas does, topmost first."""

    def paint(self, painter: QPainter, canvas: "Canvas") -> None:
        """Draw in the canvas's own coordinates."""

    def mouse(self, event: QMouseEvent, canvas: "Canvas") -> bool:
        """Take a press, a move, a release or a double click; False lets it through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of a picture is on show, so that another canvas can follow."""

    fitted: bool
    scale: float
    """Points of the screen for one pixel of the picture."""
    centre: QPointF
    """What lies in the middle of the canvas, in fractions of the upright picture."""
    turned: int
    """Degrees clockwise."""


class Canvas(QWidget):
    """Paints the cover alone unless the shield is held open. Turning the picture turns the view, not the item."""

    enlarged = Signal()
    """The picture is shown larger than it was decoded."""
    view_changed = Signal()
    """The view was fitted, zoomed, moved or turned here, and not by `set_view`."""

    def __init__(self, shield: Shield, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Picture"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self._shield = shield
        self._item: Item | None = None
        self._image, self._cover = QImage(), QImage()
        self._stand_in = QImage()
        self._message = ""
        self._zoom, self._turned = 0.0, 0
        self._pan = QPointF()
        self._held: QPoint | None = None
        self._layers: list[Layer] = []
        shield.watch(self)
        shield.changed.connect(self._on_shield)
        shield.restyled.connect(self._on_restyled)

    @property
    def covered(self) -> bool:
        return self._item is not None and self._item.covered and not self._shield.looking

    def set_item(self, item: Item) -> None:
        """Show another item, or the same one after a change."""
        if self._item is None or self._item.item != item.item:
            self._image, self._cover, self._stand_in = QImage(), QImage(), QImage()
            self._message = ""
            self._turned = 0
            self.fit()
        self._item = item
        self.update()

    @property
    def empty(self) -> bool:
        """Whether the picture itself is not there yet."""
        return self._image.isNull() and not self._message

    def set_stand_in(self, image: QImage) -> None:
        """Show a small picture, bare or a cover as the item asks for, until the picture is there."""
        self._stand_in = image
        self.update()

    def set_picture(self, image: QImage, cover: QImage) -> None:
        self._image, self._cover, self._message = image, cover, ""
        self.update()

    def set_message(self, text: str) -> None:
        """Say why there is no picture."""
        self._image, self._cover, self._message = QImage(), QImage(), text
        self.setAccessibleDescription(text)
        self.update()

    def add_layer(self, layer: Layer) -> None:
        """Draw this on top of the picture."""
        self._layers.append(layer)
        self.update()

    # --- the view

    def on_screen(self) -> QTransform:
        """From fractions of the upright picture (0, 0 is its top left corner and 1, 1 its bottom right) to the canvas.

        It holds for a cover too, which lies where its picture would.
        """
        scale, size = self._scale(), self._size()
        transform = QTransform()
        transform.translate(self.rect().center().x() + self._pan.x(), self.rect().center().y() + self._pan.y())
        transform.rotate(self._turned)
        transform.scale(scale * size.width(), scale * size.height())
        return transform.translate(-0.5, -0.5)

    def in_picture(self, point: QPointF) -> QPointF:
        """A point of the canvas as fractions of the upright picture; outside of it below 0 or above 1."""
        inverse, there = self.on_screen().inverted()
        return inverse.map(point) if there else QPointF()

    def view(self) -> View:
        middle = QPointF(self.rect().center())
        return View(fitted=not self._zoom, scale=self._scale(), centre=self.in_picture(middle), turned=self._turned)

    def set_view(self, view: View) -> None:
        """Follow another canvas; what is asked for may be smaller than the picture fitted."""
        self._turned, self._pan = view.turned, QPointF()
        self._zoom = 0.0 if view.fitted else view.scale
        if not view.fitted:
            self._pan = QPointF(self.rect().center()) - self.on_screen().map(view.centre)
        self.update()

    @property
    def pixels(self) -> QSize:
        """The size that the picture on show was decoded to, upright; empty while there is none."""
        return self._size()

    @Slot()
    def fit(self) -> None:
        self._zoom, self._pan = 0.0, QPointF()
        self.update()
        self.view_changed.emit()

    @Slot()
    def actual(self) -> None:
        """One picture pixel on one screen pixel."""
        self._set_zoom(1.0 / self.devicePixelRatioF())

    @Slot()
    def zoom_in(self) -> None:
        self._set_zoom(self._scale() * _STEP)

    @Slot()
    def zoom_out(self) -> None:
        self._set_zoom(self._scale() / _STEP)

    @Slot()
    def turn(self) -> None:
        """Turn the view by 90° clockwise."""
        self._turned = (self._turned + 90) % 360
        self.update()
        self.view_changed.emit()

    def _scale(self) -> float:
        return self._zoom or self._fitting()

    def _size(self) -> QSize:
        """Of the picture, or of what stands for it until it is there."""
        return (self._stand_in if self._image.isNull() else self._image).size()

    def _fitting(self) -> float:
        size = self._size()
        if size.isEmpty():
            return 1.0
        if self._turned % 180:
            size.transpose()
        ratio = self.devicePixelRatioF()
        return min(self.width() / size.width(), self.height() / size.height(), _MOST / ratio)

    def _set_zoom(self, scale: float) -> None:
        fitting = self._fitting()
        if scale <= fitting * 1.001:
            self.fit()
        else:
            self._pan *= min(scale, _MOST) / self._scale()
            self._zoom = min(scale, _MOST)
            self.view_changed.emit()
            if self._zoom * self.devicePixelRatioF() >= 1:
                self.enlarged.emit()
        self.update()

    def replace_with_larger(self, image: QImage, cover: QImage) -> None:
        """The same picture with more pixels: what is on show stays where it is."""
        if self._zoom and image.width():
            self._zoom *= self._image.width() / image.width()
        self.set_picture(image, cover)

    # --- painting and the mouse

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.BASE)
        if self._item is None:
            return
        if self._message:
            painter.setPen(theme.TEXT)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(40, 40, -40, -40), flags, self._message)
        else:
            self._paint_picture(painter)
            for layer in self._layers:
                painter.save()
                layer.paint(painter, self)
                painter.restore()
            if self.covered:
                middle = QRect(0, 0, min(self.width(), 420), min(self.height(), 160))
                middle.moveCenter(self.rect().center())
                paint_reason(painter, middle, self.fontMetrics(), self._item)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        image = self._stand_in if self._image.isNull() else self._image
        if self.covered:
            image = cover_of(self._stand_in, self._shield.style) if self._cover.isNull() else self._cover
        painter.save()
        painter.setTransform(self.on_screen(), combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._scale() < 4 or self.covered)
        painter.drawImage(QRectF(0, 0, 1, 1), image)
        painter.restore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.angleDelta().y():
            self._set_zoom(self._scale() * _STEP ** (event.angleDelta().y() / 120))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._taken(event):
            self._held = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._taken(event) and self._held is not None and self._zoom:
            now = event.position().toPoint()
            self._pan += QPointF(now - self._held)
            self._held = now
            self.update()
            self.view_changed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._taken(event)
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._taken(event)

    def _taken(self, event: QMouseEvent) -> bool:
        return any(layer.mouse(event, self) for layer in reversed(self._layers))

    @Slot(bool)
    def _on_shield(self, _looking: bool) -> None:
        self.update()

    @Slot(ShieldLook)
    def _on_restyled(self, look: ShieldLook) -> None:
        self._cover = cover_of(self._image, look)
        self.update()
