"""The outline of what two pictures share, drawn on each of them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF, QTransform

from annotator.analysis import Alignment
from ui import theme
from ui.compare.lock import transform
from ui.viewer.canvas import Canvas

_WHOLE = 0.97
"""Of a picture that lies in the other one by so much nothing need be shown."""
_UNIT = QPolygonF(QRectF(0, 0, 1, 1))


def outlines(alignment: Alignment) -> tuple[QPolygonF, QPolygonF]:
    """What both share, in fractions of the first and of the second; nothing where it is all of a picture."""
    way = transform(alignment)
    back, there = way.inverted()
    if not there:
        return QPolygonF(), QPolygonF()
    first = _within(way) if alignment.shared_a < _WHOLE else QPolygonF()
    return first, _within(back) if alignment.shared_b < _WHOLE else QPolygonF()


def _within(way: QTransform) -> QPolygonF:
    corners = QPolygonF([way.map(point) for point in (QPointF(0, 0), QPointF(1, 0), QPointF(1, 1), QPointF(0, 1))])
    return corners.intersected(_UNIT)


class Outline:
    """A layer of a canvas: lines alone, which show nothing of a covered picture."""

    def __init__(self) -> None:
        self.polygon = QPolygonF()

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        if self.polygon.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        on_screen = canvas.on_screen().map(self.polygon)
        for color, width, style in (
            (QColor(0, 0, 0, 200), 3.5, Qt.PenStyle.SolidLine),
            (theme.ACCENT, 1.5, Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(color, width, style))
            painter.drawPolygon(on_screen)

    def mouse(self, _event: QMouseEvent, _canvas: Canvas) -> bool:
        return False
