"""Where a picture lies on its canvas: fitted or zoomed, moved, turned, mirrored. Geometry only; nothing is drawn."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

MOST_ZOOM = 32.0
"""Screen pixels a picture pixel, at most."""
_FITTED_MOST = 16.0
_UNIT = QRectF(0, 0, 1, 1)


class View:
    """A view of a picture of `size` original pixels (upright) on an `area` in the canvas's own units.

    `ratio` is how many screen pixels one of these units has. `zoom` is screen pixels per original pixel, so 1 is one
    to one on every screen; 0 means that the picture is fitted into the area.
    """

    def __init__(self) -> None:
        self.size, self.area = QSizeF(), QSizeF(1, 1)
        self.ratio = 1.0
        self.zoom = 0.0
        self.pan = QPointF()
        """How far the middle of the picture is from the middle of the area."""
        self.turned = 0
        """Degrees clockwise, a multiple of 90, after the mirroring."""
        self.mirrored = False
        """Left and right are swapped."""

    @property
    def changed(self) -> bool:
        """Whether the picture is shown turned or mirrored."""
        return bool(self.turned) or self.mirrored

    @property
    def shown_zoom(self) -> float:
        """Screen pixels per original pixel, fitted or not."""
        return self.zoom or self.fitting()

    @property
    def scale(self) -> float:
        """Canvas units per original pixel."""
        return self.shown_zoom / self.ratio

    def fitting(self) -> float:
        """The zoom at which the picture just fills the area; a small one is not enlarged without measure."""
        size = self._lying()
        if size.isEmpty():
            return 1.0
        fit = min(self.area.width() / size.width(), self.area.height() / size.height()) * self.ratio
        return min(fit, _FITTED_MOST)

    def transform(self) -> QTransform:
        """From fractions of the upright picture to the canvas; its corner lies on a whole screen pixel."""
        transform = QTransform()
        transform.translate(self.area.width() / 2 + self.pan.x(), self.area.height() / 2 + self.pan.y())
        transform.rotate(self.turned)
        transform.scale(-self.scale * self.size.width() if self.mirrored else self.scale * self.size.width(), 1)
        transform.scale(1, self.scale * self.size.height())
        transform.translate(-0.5, -0.5)
        corner = transform.mapRect(_UNIT).topLeft() * self.ratio
        snapped = (QPointF(round(corner.x()), round(corner.y())) - corner) / self.ratio
        return transform * QTransform.fromTranslate(snapped.x(), snapped.y())

    def in_picture(self, point: QPointF) -> QPointF:
        """A point of the canvas as fractions of the picture."""
        inverse, there = self.transform().inverted()
        return inverse.map(point) if there else QPointF()

    def seen(self) -> QRectF:
        """The part of the picture that the area shows, in fractions."""
        inverse, there = self.transform().inverted()
        return inverse.mapRect(QRectF(QPointF(), self.area)).intersected(_UNIT) if there else QRectF(_UNIT)

    @property
    def overflows(self) -> bool:
        """Whether a part of the picture is outside of the area."""
        shown = self._lying() * self.scale
        return shown.width() > self.area.width() + 1 or shown.height() > self.area.height() + 1

    # --- changes

    def fit(self) -> None:
        self.zoom, self.pan = 0.0, QPointF()

    def zoom_to(self, zoom: float, at: QPointF) -> None:
        """Zoom so that what lies under the point `at` of the canvas stays there; never smaller than fitted and 1:1."""
        fitting = self.fitting()
        zoom = min(max(zoom, min(fitting, 1.0)), MOST_ZOOM)
        if abs(zoom / fitting - 1) < 0.001:
            self.fit()
            return
        held = self.in_picture(at)
        self.zoom = zoom
        self.move(at - self.transform().map(held))

    def move(self, by: QPointF) -> None:
        """Move the picture, but never a side of it into the area where it is larger than the area."""
        shown = self._lying() * self.scale
        most_x = max(0.0, (shown.width() - self.area.width()) / 2)
        most_y = max(0.0, (shown.height() - self.area.height()) / 2)
        pan = self.pan + by
        self.pan = QPointF(min(max(pan.x(), -most_x), most_x), min(max(pan.y(), -most_y), most_y))

    def centre_on(self, point: QPointF) -> None:
        """Bring a point of the picture, in fractions, to the middle of the area, as far as it goes."""
        middle = QPointF(self.area.width() / 2, self.area.height() / 2)
        self.move(middle - self.transform().map(point))

    def set_area(self, area: QSizeF, ratio: float) -> None:
        """The canvas has another size or is on another screen: what is in its middle stays there."""
        middle = self.in_picture(QPointF(self.area.width() / 2, self.area.height() / 2))
        self.area, self.ratio = area, ratio
        if self.zoom and self.zoom < min(self.fitting(), 1.0):
            self.fit()
        elif self.zoom:
            self.centre_on(middle)

    def turn(self, degrees: int) -> None:
        """Turn what is on show clockwise."""
        self.turned = (self.turned + degrees) % 360
        self.move(QPointF())

    def flip(self, *, across: bool) -> None:
        """Mirror what is on show: left to right with `across`, else top to bottom."""
        self.turned = (-self.turned if across else 180 - self.turned) % 360
        self.mirrored = not self.mirrored
        self.pan = QPointF(-self.pan.x(), self.pan.y()) if across else QPointF(self.pan.x(), -self.pan.y())

    def reset(self) -> None:
        """Fitted, upright, not mirrored."""
        self.turned, self.mirrored = 0, False
        self.fit()

    def _lying(self) -> QSizeF:
        return self.size.transposed() if self.turned % 180 else QSizeF(self.size)
