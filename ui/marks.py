"""Badges and icons as shapes, so that none depends on a font that may not be there."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from ui import theme

Shape = Callable[[QPainter, QRectF], None]


def _polygon(painter: QPainter, box: QRectF, points: list[tuple[float, float]], *, closed: bool = True) -> None:
    polygon = QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points])
    if closed:
        painter.drawPolygon(polygon)
    else:
        painter.drawPolyline(polygon)


def play(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    _polygon(painter, box, [(0.2, 0.1), (0.9, 0.5), (0.2, 0.9)])


def down(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    _polygon(painter, box, [(0.15, 0.3), (0.85, 0.3), (0.5, 0.8)])


def back(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    _polygon(painter, box, [(0.8, 0.1), (0.1, 0.5), (0.8, 0.9)])


def copies(painter: QPainter, box: QRectF) -> None:
    side = box.width() * 0.6
    painter.drawRect(QRectF(box.x() + box.width() * 0.05, box.y() + box.height() * 0.05, side, side))
    painter.setBrush(painter.pen().color())
    painter.drawRect(QRectF(box.x() + box.width() * 0.35, box.y() + box.height() * 0.35, side, side))


def maybe(painter: QPainter, box: QRectF) -> None:
    """Two sheets of which one is only dashed: it may be a copy, or not."""
    side = box.width() * 0.6
    painter.drawRect(QRectF(box.x() + box.width() * 0.35, box.y() + box.height() * 0.35, side, side))
    pen = QPen(painter.pen())
    pen.setDashPattern([1.0, 2.0])
    painter.setPen(pen)
    painter.drawRect(QRectF(box.x() + box.width() * 0.05, box.y() + box.height() * 0.05, side, side))


def scene(painter: QPainter, box: QRectF) -> None:
    """Hills in a frame."""
    painter.drawRect(box.adjusted(0, box.height() * 0.1, 0, -box.height() * 0.1))
    hills = [(0.0, 0.75), (0.3, 0.4), (0.55, 0.7), (0.75, 0.5), (1.0, 0.75)]
    _polygon(painter, box, hills, closed=False)


def warning(painter: QPainter, box: QRectF) -> None:
    _polygon(painter, box, [(0.5, 0.05), (0.98, 0.95), (0.02, 0.95)])
    painter.drawLine(
        QPointF(box.center().x(), box.y() + box.height() * 0.36),
        QPointF(box.center().x(), box.y() + box.height() * 0.64),
    )
    painter.drawPoint(QPointF(box.center().x(), box.y() + box.height() * 0.79))


def check(painter: QPainter, box: QRectF) -> None:
    _polygon(painter, box, [(0.08, 0.55), (0.38, 0.85), (0.95, 0.15)], closed=False)


def cross(painter: QPainter, box: QRectF) -> None:
    _polygon(painter, box, [(0.15, 0.15), (0.85, 0.85)], closed=False)
    _polygon(painter, box, [(0.85, 0.15), (0.15, 0.85)], closed=False)


def dots(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    for x in (0.12, 0.5, 0.88):
        painter.drawEllipse(
            QPointF(box.x() + x * box.width(), box.center().y()), box.width() * 0.07, box.width() * 0.07
        )


def question(painter: QPainter, box: QRectF) -> None:
    """A bubble that waits for words."""
    corners = [(0.05, 0.1), (0.95, 0.1), (0.95, 0.7), (0.5, 0.7), (0.25, 0.95), (0.25, 0.7), (0.05, 0.7)]
    _polygon(painter, box, corners)
    dots(painter, box.adjusted(box.width() * 0.2, -box.height() * 0.1, -box.width() * 0.2, -box.height() * 0.1))


def place(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box.center(), box.width() * 0.44, box.height() * 0.44)
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(box.center(), box.width() * 0.14, box.height() * 0.14)


def into(painter: QPainter, box: QRectF) -> None:
    _polygon(painter, box, [(0.08, 0.6), (0.08, 0.95), (0.92, 0.95), (0.92, 0.6)], closed=False)
    _polygon(painter, box, [(0.5, 0.05), (0.5, 0.68)], closed=False)
    _polygon(painter, box, [(0.28, 0.46), (0.5, 0.68), (0.72, 0.46)], closed=False)


def out(painter: QPainter, box: QRectF) -> None:
    _polygon(painter, box, [(0.08, 0.6), (0.08, 0.95), (0.92, 0.95), (0.92, 0.6)], closed=False)
    _polygon(painter, box, [(0.5, 0.68), (0.5, 0.05)], closed=False)
    _polygon(painter, box, [(0.28, 0.27), (0.5, 0.05), (0.72, 0.27)], closed=False)


def shield(painter: QPainter, box: QRectF) -> None:
    path = QPainterPath(QPointF(box.center().x(), box.y() + box.height() * 0.03))
    for (cx, cy), (x, y) in [
        ((0.7, 0.2), (0.92, 0.18)),
        ((0.95, 0.75), (0.5, 0.97)),
        ((0.05, 0.75), (0.08, 0.18)),
        ((0.3, 0.2), (0.5, 0.03)),
    ]:
        path.quadTo(
            box.x() + cx * box.width(),
            box.y() + cy * box.height(),
            box.x() + x * box.width(),
            box.y() + y * box.height(),
        )
    painter.drawPath(path)


def draw(painter: QPainter, shape: Shape, box: QRectF, color: QColor) -> None:
    """Draw a mark into `box`, which should be square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(
        color, max(1.2, box.width() / 10), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape(painter, box)
    painter.restore()


def icon(shape: Shape, color: QColor, side: int = 64) -> QIcon:
    """The mark as an icon; for the window's thread only."""
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, theme.DISABLED)):
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        margin = side / 8
        draw(painter, shape, QRectF(margin, margin, side - 2 * margin, side - 2 * margin), ink)
        painter.end()
        made.addPixmap(pixmap, mode)
    return made
