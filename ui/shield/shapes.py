"""Boxes and polygons in fractions of a picture: outlines, handles, and what moving and stretching make of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from annotator.region import Shape

Points = tuple[tuple[float, float], ...]

_BOX_HANDLES: tuple[tuple[int | None, int | None], ...] = (
    (0, 0), (1, 0), (1, 1), (0, 1), (None, 0), (1, None), (None, 1), (0, None)
)  # fmt: skip
"""Which corner's x and y each handle of a box sets."""
_LEAST = 0.001
"""Of the picture's width and height: what stretching leaves of a shape."""


def path(shape: Shape, points: Points) -> QPainterPath:
    """The outline, closed; whatever it goes around in one direction is inside, even where it crosses itself."""
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.WindingFill)
    if shape is Shape.BOX and len(points) == 2:
        (x0, y0), (x1, y1) = points
        outline.addRect(QRectF(QPointF(x0, y0), QPointF(x1, y1)).normalized())
    elif points:
        outline.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        outline.closeSubpath()
    return outline


def handles(shape: Shape, points: Points) -> list[QPointF]:
    """Where it can be taken hold of: corners and sides of a box, corners of a polygon."""
    if shape is not Shape.BOX:
        return [QPointF(x, y) for x, y in points]
    (x0, y0), (x1, y1) = points
    xs, ys = (x0, x1, (x0 + x1) / 2), (y0, y1, (y0 + y1) / 2)
    return [QPointF(xs[2 if x is None else x], ys[2 if y is None else y]) for x, y in _BOX_HANDLES]


def pulled(shape: Shape, points: Points, handle: int, to: QPointF) -> Points:
    """The shape with this handle at `to`, which is kept within the picture."""
    x, y = within(to.x()), within(to.y())
    if shape is not Shape.BOX:
        return tuple((x, y) if place == handle else point for place, point in enumerate(points))
    corners = [list(point) for point in points]
    across, down = _BOX_HANDLES[handle]
    if across is not None:
        corners[across][0] = x
    if down is not None:
        corners[down][1] = y
    (x0, y0), (x1, y1) = corners
    return (x0, y0), (x1, y1)


def moved(points: Points, by: QPointF) -> Points:
    """All of it moved, as far as the picture goes."""
    dx = min(max(by.x(), -min(x for x, _ in points)), 1 - max(x for x, _ in points))
    dy = min(max(by.y(), -min(y for _, y in points)), 1 - max(y for _, y in points))
    return tuple((within(x + dx), within(y + dy)) for x, y in points)


def stretched(points: Points, by: QPointF) -> Points:
    """Wider and higher by this much from its top left corner on, as far as the picture goes."""
    ways = []
    for place, more in ((0, by.x()), (1, by.y())):
        values = [point[place] for point in points]
        low, high = min(values), max(values)
        end = min(max(high + more, low + _LEAST), 1.0)
        factor = (end - low) / (high - low) if high > low else 1.0
        ways.append([within(low + (value - low) * factor) for value in values])
    return tuple(zip(*ways, strict=True))


def boxed(points: Sequence[QPointF]) -> Points:
    """Points as regions have them."""
    return tuple((within(point.x()), within(point.y())) for point in points)


def within(value: float) -> float:
    return min(max(value, 0.0), 1.0)
