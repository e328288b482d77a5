"""The ground of the map: land, coasts and borders as shapes that are painted only where they are in view."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.places import outlines
from annotator.places.outlines import Country, Line, Outlines
from ui import theme
from ui.map.view import View

_FINE_FROM = 3.0
"""The zoom from which the finer outlines are drawn."""
WATER, LAND = theme.BASE, theme.RAISED
_COAST, _BORDER = QColor("#5a626c"), QColor("#6d7681")

Shape = tuple[QRectF, QPolygonF]


@dataclass(frozen=True, slots=True)
class _Scale:
    land: list[Shape]
    coasts: list[Shape]
    borders: list[Shape]

    @classmethod
    def of(cls, found: Outlines) -> "_Scale":
        return cls(*([_shape(line) for line in lines] for lines in (found.land, found.coasts, found.borders)))


class Ground:
    """Made in any thread, painted in the window's."""

    def __init__(self) -> None:
        fine = outlines.load(outlines.FINE)
        self._coarse, self._fine = _Scale.of(outlines.load(outlines.COARSE)), _Scale.of(fine)
        self.countries: tuple[Country, ...] = fine.countries

    def paint(self, painter: QPainter, view: View) -> None:
        """Fill land and draw its lines; borders are dashed, so that none depends on telling two greys apart."""
        scale = self._fine if view.zoom >= _FINE_FROM else self._coarse
        area = view.area
        painter.save()
        painter.setTransform(view.transform, True)
        painter.setClipRect(QRectF(0, 0, 1, 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LAND)
        for box, polygon in scale.land:
            if box.intersects(area):
                painter.drawPolygon(polygon)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for lines, color, style in (
            (scale.coasts, _COAST, Qt.PenStyle.SolidLine),
            (scale.borders, _BORDER, Qt.PenStyle.DashLine),
        ):
            pen = QPen(color, 1, style)
            pen.setCosmetic(True)
            painter.setPen(pen)
            for box, polygon in lines:
                if box.intersects(area):
                    painter.drawPolyline(polygon)
        painter.restore()


def _shape(line: Line) -> Shape:
    polygon = QPolygonF([QPointF(x, y) for x, y in line.tolist()])
    box = polygon.boundingRect()
    # A line due north or east has no area, and an empty rectangle meets nothing.
    return box.adjusted(-1e-9, -1e-9, 1e-9, 1e-9), polygon
