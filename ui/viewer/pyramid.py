"""One picture in the sizes that are there – cover, small, for the screen, as large as can be – and its drawing."""

from collections import OrderedDict
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from ui.shield.shield import ShieldLook, cover
from ui.viewer.levels import Levels

SMOOTH_UNDER = 4.0
GRID_FROM = 16.0
"""Screen pixels per picture pixel at which lines are drawn between pixels."""
_GRID = QColor(128, 128, 128, 90)
_VIEWS = 3
"""Views with levels that are kept: the canvas, the glass on it and the overview."""
_UNIT = QRectF(0, 0, 1, 1)


@dataclass(slots=True, kw_only=True)
class Pyramid:
    """`cover_up` leaves nothing of it but the cover.

    The stand-in is bare where the item may be seen, and a cover where not: whoever sets it sees to that.
    """

    original: QSizeF = field(default_factory=QSizeF)
    """Pixels of the original, upright; empty where that is not known."""
    stand_in: QImage = field(default_factory=QImage)
    screen: QImage = field(default_factory=QImage)
    large: QImage = field(default_factory=QImage)
    cover: QImage = field(default_factory=QImage)
    _levelled: OrderedDict[object, QImage] = field(default_factory=OrderedDict)

    @property
    def bare(self) -> bool:
        """Whether the picture itself is here."""
        return not (self.screen.isNull() and self.large.isNull())

    @property
    def largest(self) -> QImage:
        return self.screen if self.large.isNull() else self.large

    @property
    def size(self) -> QSizeF:
        """What zooming is measured by: the original's pixels, unless the picture at hand has another shape."""
        there = QSizeF((self.largest if self.bare else self.stand_in).size())
        if there.isEmpty():
            return self.original if self.cover.isNull() or not self.original.isEmpty() else QSizeF(self.cover.size())
        if self.original.isEmpty():
            return there
        scale = max(self.original.width(), self.original.height()) / max(there.width(), there.height())
        off = max(
            abs(there.width() * scale - self.original.width()), abs(there.height() * scale - self.original.height())
        )
        return self.original if off <= 2 * scale + 1 else there * scale

    def cover_up(self, look: ShieldLook) -> None:
        """Keep nothing but a cover, and where it lies."""
        self.original = self.size
        if self.cover.isNull():
            self.cover = cover(self.largest if self.bare else self.stand_in, look)
        self.stand_in, self.screen, self.large = QImage(), QImage(), QImage()
        self._levelled.clear()

    def restyle(self, look: ShieldLook) -> None:
        """Make the cover again, of the picture or of the cover that is left."""
        if self.bare or not self.cover.isNull():
            self.cover = cover(self.largest if self.bare else self.cover, look)

    def draw(
        self,
        painter: QPainter,
        where: QTransform,
        area: QRectF,
        *,
        ratio: float,
        bare: bool,
        levels: Levels | None = None,
    ) -> None:
        """Draw the part in `area`; `where` leads from fractions of the picture to the painter's coordinates.

        `ratio` is screen pixels per unit of the painter. Levels change the bare picture only.
        """
        image = self._fitting(where, ratio) if bare else (self.stand_in if self.cover.isNull() else self.cover)
        if image.isNull():
            return
        if not bare or levels is None or levels.neutral:
            _draw(painter, image, where, area, ratio=ratio, smooth=not bare)
            return
        target = where.mapRect(_UNIT).intersected(area).toAlignedRect()
        if not target.isEmpty():
            painter.drawImage(target.topLeft(), self._with_levels(image, where, target, ratio, levels))

    def draw_grid(self, painter: QPainter, where: QTransform, area: QRectF, ratio: float) -> None:
        """Lines between the pixels of the original, where they are large enough and all there."""
        image = self.largest
        if image.isNull() or QSizeF(image.size()) != self.size:
            return
        pixels = QTransform.fromScale(1 / image.width(), 1 / image.height()) * where
        if _per_pixel(pixels, ratio) < GRID_FROM:
            return
        source = pixels.inverted()[0].mapRect(area).intersected(QRectF(image.rect())).toAlignedRect()
        painter.save()
        painter.setPen(QPen(_GRID, 0))
        for x in range(source.left(), source.right() + 2):
            painter.drawLine(pixels.map(QPointF(x, source.top())), pixels.map(QPointF(x, source.bottom() + 1)))
        for y in range(source.top(), source.bottom() + 2):
            painter.drawLine(pixels.map(QPointF(source.left(), y)), pixels.map(QPointF(source.right() + 1, y)))
        painter.restore()

    def _fitting(self, where: QTransform, ratio: float) -> QImage:
        """The smallest size that has as many pixels as are shown, else the largest; until there is one, what stands in
        for it, which is the cover where nothing else is."""
        if not self.bare:
            return self.cover if self.stand_in.isNull() else self.stand_in
        if self.large.isNull() or self.screen.isNull():
            return self.largest
        shown = _per_pixel(QTransform.fromScale(1 / self.screen.width(), 1 / self.screen.height()) * where, ratio)
        return self.screen if shown <= 1 else self.large

    def _with_levels(self, image: QImage, where: QTransform, target: QRect, ratio: float, levels: Levels) -> QImage:
        elements = (where.m11(), where.m12(), where.m21(), where.m22(), where.dx(), where.dy())
        key = (image.cacheKey(), elements, target.getRect(), ratio, levels)
        if key not in self._levelled:
            shown = QImage(target.size() * ratio, QImage.Format.Format_RGB32)
            shown.setDevicePixelRatio(ratio)
            with QPainter(shown) as painter:
                painter.translate(-target.topLeft())
                _draw(painter, image, where, QRectF(target), ratio=ratio, smooth=False)
            self._levelled[key] = levels.applied(shown)
            while len(self._levelled) > _VIEWS:
                self._levelled.popitem(last=False)
        self._levelled.move_to_end(key)
        return self._levelled[key]


def _per_pixel(pixels: QTransform, ratio: float) -> float:
    """Screen pixels along a side of one image pixel."""
    return (abs(pixels.m11()) + abs(pixels.m12())) * ratio


def _draw(painter: QPainter, image: QImage, where: QTransform, area: QRectF, *, ratio: float, smooth: bool) -> None:
    """Draw what lies in `area`; few pixels are drawn even where the image is large and much enlarged."""
    pixels = QTransform.fromScale(1 / image.width(), 1 / image.height()) * where
    inverse, there = pixels.inverted()
    if not there:
        return
    source = inverse.mapRect(area).toAlignedRect().adjusted(-2, -2, 2, 2).intersected(image.rect())
    if source.isEmpty():
        return
    per_pixel = _per_pixel(pixels, ratio)
    painter.save()
    painter.setTransform(pixels, combine=True)
    one_to_one = abs(per_pixel - 1) < 1e-6
    painter.setRenderHint(
        QPainter.RenderHint.SmoothPixmapTransform, smooth or (per_pixel < SMOOTH_UNDER and not one_to_one)
    )
    painter.drawImage(QPoint(source.left(), source.top()), image, source)
    painter.restore()
