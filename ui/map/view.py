"""Which part of the earth a map shows, and how points go between it and the screen."""

from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from annotator.places import earth

TILE = 256
"""Pixels that the world is wide at zoom 0, as web maps have it."""
_MARGIN = 90.0
"""Pixels that marks and what stands around them need at the edges."""
FURTHEST, NEAREST = 0.0, 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where the middle lies on the plane of `annotator.places.earth.to_world`, how near, and how many pixels."""

    x: float = 0.5
    y: float = 0.4
    zoom: float = 1.0
    size: QSizeF

    @property
    def scale(self) -> float:
        """Pixels to the world's width."""
        return float(TILE * 2**self.zoom)

    @property
    def area(self) -> QRectF:
        """What is in view, on the plane."""
        width, height = self.size.width() / self.scale, self.size.height() / self.scale
        return QRectF(self.x - width / 2, self.y - height / 2, width, height)

    @property
    def transform(self) -> QTransform:
        """From the plane to the screen."""
        corner = self.area.topLeft()
        return QTransform.fromTranslate(-corner.x(), -corner.y()) * QTransform.fromScale(self.scale, self.scale)

    def to_screen(self, x: float, y: float) -> QPointF:
        corner = self.area.topLeft()
        return QPointF((x - corner.x()) * self.scale, (y - corner.y()) * self.scale)

    def to_world(self, point: QPointF) -> QPointF:
        return self.area.topLeft() + point / self.scale

    def degrees(self, point: QPointF) -> tuple[float, float]:
        """Latitude and longitude under a point of the screen."""
        at = self.to_world(point)
        return earth.to_degrees(at.x(), at.y())

    def on_earth(self, point: QPointF) -> bool:
        """Whether there is a place under a point of the screen, and not the emptiness beside the map."""
        return QRectF(0, 0, 1, 1).contains(self.to_world(point))

    @property
    def metres_per_pixel(self) -> float:
        """In the middle of the view."""
        return earth.metres_across(earth.to_degrees(self.x, self.y)[0]) / self.scale

    def moved(self, by: QPointF) -> Self:
        """With the map pushed by so many pixels."""
        return replace(self, x=_bounded(self.x - by.x() / self.scale), y=_bounded(self.y - by.y() / self.scale))

    def zoomed(self, by: float, around: QPointF) -> Self:
        """Nearer by so many powers of two, with what is under `around` staying there."""
        fixed = self.to_world(around)
        nearer = replace(self, zoom=min(NEAREST, max(FURTHEST, self.zoom + by)))
        off = nearer.to_world(around) - fixed
        return replace(nearer, x=_bounded(nearer.x - off.x()), y=_bounded(nearer.y - off.y()))

    def fitted(self, left: float, top: float, right: float, bottom: float) -> Self:
        """With this part of the plane in view as large as it can be, but no nearer than a town."""
        zoom = 13.0
        for extent, pixels in ((right - left, self.size.width()), (bottom - top, self.size.height())):
            room = max(pixels - _MARGIN, pixels / 2)
            while extent > 0 and zoom > FURTHEST and extent * TILE * 2**zoom > room:
                zoom -= 0.25
        return replace(self, x=(left + right) / 2, y=(top + bottom) / 2, zoom=max(FURTHEST, zoom))


def _bounded(value: float) -> float:
    return min(1.0, max(0.0, value))
