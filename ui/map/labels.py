"""Names on the map: countries and places, in the window's language, none over another."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from annotator.places.gazetteer import Named
from annotator.places.outlines import Country
from ui import theme
from ui.map.view import View

MOST = 80
"""Places that are asked for at a time."""
PLACES_FROM = 4.0
"""The zoom from which places bear names; below it countries do."""
_COUNTRIES_TO = 7.0
_GAP = 6.0
_PLACE, _COUNTRY, _HALO = QColor("#c4cad1"), QColor("#8d96a1"), QColor(22, 24, 27, 200)


def in_arabic() -> bool:
    """Whether names are wanted in Arabic."""
    return QLocale().language() == QLocale.Language.Arabic


class Labels:
    """What names stand where; laid out anew for each view, the largest first."""

    def __init__(self) -> None:
        self.countries: Sequence[Country] = ()
        self.places: Sequence[tuple[float, float, Named]] = ()
        """On the plane of `annotator.places.earth.to_world`, largest first."""

    def paint(self, painter: QPainter, view: View, font: QFont, taken: Iterable[QRectF]) -> None:
        """Draw the names for which there is room beside `taken`, which are rectangles of the screen."""
        occupied = list(taken)
        arabic = in_arabic()
        area = view.area
        small, wide = QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        wide.setPointSizeF(font.pointSizeF() * 0.85)
        wide.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 if arabic else 112)
        if view.zoom < _COUNTRIES_TO:
            metrics = QFontMetricsF(wide)
            for country in sorted(self.countries, key=lambda country: -country.width):
                if not area.contains(country.x, country.y):
                    continue
                text = country.arabic if arabic else country.name.upper()
                box = QRectF(0, 0, metrics.horizontalAdvance(text), metrics.height())
                box.moveCenter(view.to_screen(country.x, country.y))
                if country.width * view.scale > box.width() * 0.8 and _free(box, occupied):
                    _write(painter, box, text, wide, _COUNTRY)
        if view.zoom >= PLACES_FROM:
            metrics = QFontMetricsF(small)
            for x, y, place in self.places:
                at = view.to_screen(x, y)
                text = (place.arabic if arabic else "") or place.name
                box = QRectF(0, 0, metrics.horizontalAdvance(text), metrics.height())
                box.moveCenter(at)
                box.moveBottom(at.y() - 3)
                if area.contains(x, y) and _free(box.adjusted(0, 0, 0, 7), occupied):
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(_PLACE)
                    painter.drawEllipse(at, 1.8, 1.8)
                    _write(painter, box, text, small, _PLACE)


def _free(box: QRectF, occupied: list[QRectF]) -> bool:
    """Whether there is room for a box, which is taken then."""
    room = box.adjusted(-_GAP, -1, _GAP, 1)
    if any(room.intersects(other) for other in occupied):
        return False
    occupied.append(room)
    return True


def _write(painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor) -> None:
    """Write with a dark rim, so that a name can be read on any ground."""
    path = QPainterPath()
    path.addText(QPointF(box.left(), box.bottom() - QFontMetricsF(font).descent()), font, text)
    painter.strokePath(path, QPen(_HALO, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, color)


def scale_bar(metres_per_pixel: float, most: float) -> tuple[float, float]:
    """Pixels and metres of the longest round length that is at most `most` pixels."""
    longest = metres_per_pixel * most
    power = 10.0 ** int(len(str(int(longest))) - 1) if longest >= 1 else 1.0
    metres = max((n * power for n in (1, 2, 5) if n * power <= longest), default=power)
    return metres / metres_per_pixel, metres


def paint_scale_bar(
    painter: QPainter, corner: QPointF, metres_per_pixel: float, *, from_right: bool, text: str
) -> None:
    """A bar that begins at `corner` and reaches into the map, with `text` above it."""
    pixels, _ = scale_bar(metres_per_pixel, 110)
    left = corner.x() - pixels if from_right else corner.x()
    for pen in (QPen(_HALO, 5), QPen(theme.TEXT, 1.6)):
        painter.setPen(pen)
        painter.drawPolyline(
            [
                QPointF(left, corner.y() - 5),
                QPointF(left, corner.y()),
                QPointF(left + pixels, corner.y()),
                QPointF(left + pixels, corner.y() - 5),
            ]
        )
    metrics = QFontMetricsF(painter.font())
    box = QRectF(
        left, corner.y() - metrics.height() - 4, max(pixels, metrics.horizontalAdvance(text)), metrics.height()
    )
    if from_right:
        box.moveRight(corner.x())
    _write(painter, box, text, painter.font(), theme.TEXT)
