"""The glass: a round part of the picture, enlarged, that follows mouse or keyboard. It shows covers as covers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPen, QTransform

from ui import theme

if TYPE_CHECKING:
    from ui.viewer.canvas import Canvas

_POWERS = (2.0, 4.0, 8.0)


class Loupe:
    """A layer of a canvas; `power` is how much more it enlarges than the canvas."""

    def __init__(self) -> None:
        self.on = False
        self.power = _POWERS[0]
        self._at = QPointF()

    def cycle(self, at: QPointF) -> None:
        """Off, 2×, 4×, 8×, off; it appears at this point of the canvas."""
        if not self.on:
            self.on, self.power, self._at = True, _POWERS[0], at
        elif self.power == _POWERS[-1]:
            self.on = False
        else:
            self.power = _POWERS[_POWERS.index(self.power) + 1]

    def move(self, by: QPointF, canvas: "Canvas") -> None:
        """Move it within the canvas."""
        area, at = QRectF(canvas.rect()), self._at + by
        self._at = QPointF(min(max(at.x(), area.left()), area.right()), min(max(at.y(), area.top()), area.bottom()))
        canvas.update()

    def paint(self, painter: QPainter, canvas: "Canvas") -> None:
        if not self.on:
            return
        radius = min(max(min(canvas.width(), canvas.height()) / 5, 70.0), 220.0)
        circle = QPainterPath()
        circle.addEllipse(self._at, radius, radius)
        where = (
            canvas.on_screen()
            * QTransform.fromTranslate(-self._at.x(), -self._at.y())
            * QTransform.fromScale(self.power, self.power)
            * QTransform.fromTranslate(self._at.x(), self._at.y())
        )
        box = circle.boundingRect()
        painter.save()
        painter.setClipPath(circle)
        painter.fillRect(box, theme.BASE)
        canvas.draw(painter, where, box, bare=not canvas.covered)
        if not canvas.covered:
            canvas.picture.draw_grid(painter, where, box, canvas.devicePixelRatioF())
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.BASE, 4))
        painter.drawPath(circle)
        painter.setPen(QPen(theme.TEXT, 2))
        painter.drawPath(circle)
        metrics = canvas.fontMetrics()
        text = f"{self.power:.0f}×"
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 4)
        plate.moveCenter(QPointF(self._at.x(), box.bottom()))
        painter.setBrush(theme.BASE)
        painter.setPen(QPen(theme.TEXT, 1))
        painter.drawRoundedRect(plate, 4, 4)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def mouse(self, event: QMouseEvent, canvas: "Canvas") -> bool:
        if self.on and event.type() == QEvent.Type.MouseMove and not event.buttons():
            self._at = event.position()
            canvas.update()
        return False
