"""The whole picture, small, in a corner of a canvas that shows only a part of it; pressing there goes there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen, QTransform

from ui import theme
from ui.viewer.view import View

if TYPE_CHECKING:
    from ui.viewer.canvas import Canvas

_SHADE = QColor(0, 0, 0, 110)
_MARGIN = 12


class Overview:
    """A layer of a canvas."""

    def __init__(self) -> None:
        self._held = False

    def paint(self, painter: QPainter, canvas: "Canvas") -> None:
        if not canvas.view.overflows:
            return
        where, box = self._lies(canvas)
        painter.fillRect(box, theme.BASE)
        canvas.draw(painter, where, box, bare=not canvas.covered)
        seen = where.mapRect(canvas.view.seen())
        rest = QPainterPath()
        rest.addRect(box)
        rest.addRect(seen)
        painter.fillPath(rest, _SHADE)
        painter.setPen(QPen(theme.LINE, 1))
        painter.drawRect(box)
        painter.setPen(QPen(theme.ACCENT, 2))
        painter.drawRect(seen)

    def mouse(self, event: QMouseEvent, canvas: "Canvas") -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and self._held:
            self._held = False
            return True
        if not canvas.view.overflows:
            return False
        where, box = self._lies(canvas)
        pressed = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if pressed and box.contains(event.position()):
            self._held = True
        if self._held and (pressed or event.buttons()):
            canvas.view.centre_on(where.inverted()[0].map(event.position()))
            canvas.pan(QPointF())
            return True
        return False

    def room(self, canvas: "Canvas") -> float:
        """How much of the canvas's width it takes."""
        return self._lies(canvas)[1].width() + _MARGIN if canvas.view.overflows else 0.0

    def _lies(self, canvas: "Canvas") -> tuple[QTransform, QRectF]:
        """From fractions of the picture to the canvas, and the box on the canvas."""
        small, view = View(), canvas.view
        small.size, small.turned, small.mirrored = view.size, view.turned, view.mirrored
        small.area, small.ratio = QSizeF(canvas.width() / 5, canvas.height() / 4), view.ratio
        shown = small.transform().mapRect(QRectF(0, 0, 1, 1))
        left = canvas.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = QPointF(
            _MARGIN if left else canvas.width() - shown.width() - _MARGIN, canvas.height() - shown.height() - _MARGIN
        )
        away = corner - shown.topLeft()
        return small.transform() * QTransform.fromTranslate(away.x(), away.y()), QRectF(corner, shown.size())
