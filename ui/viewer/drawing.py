"""A region that is being drawn: what clicks, drags and keys make of it until it is done."""

from PySide6.QtCore import QPointF

from annotator.region import Shape
from annotator.regions import MOST_POINTS
from ui.shield.shapes import Points, boxed, within


class Draft:
    """Corners in fractions of the picture. Every step says whether the shape is finished now: then `points` is it."""

    def __init__(self, shape: Shape, at: QPointF) -> None:
        """`at` is where the keyboard begins."""
        self.shape = shape
        self.corners: list[QPointF] = []
        self.cursor = _within(at)
        self.by_keys = False
        self._pressed_at: QPointF | None = None

    @property
    def points(self) -> Points:
        """The corners that are set."""
        return boxed(self.corners)

    @property
    def outline(self) -> Points:
        """What it would be, ended at the cursor."""
        return boxed([*self.corners, self.cursor])

    def press(self, at: QPointF) -> bool:
        """A press of the mouse sets a corner; the second one of a box ends it."""
        self.by_keys, self.cursor = False, _within(at)
        self._pressed_at = self.cursor
        return self.set_corner()

    def move(self, to: QPointF) -> None:
        self.by_keys, self.cursor = False, _within(to)

    def release(self, at: QPointF, *, dragged: bool) -> bool:
        """Letting go ends a box that was dragged open; after a mere click a second one ends it."""
        self.cursor = _within(at)
        pressed, self._pressed_at = self._pressed_at, None
        return self.shape is Shape.BOX and pressed is not None and dragged and self.set_corner()

    def step(self, by: QPointF) -> None:
        """Move the corner that comes next."""
        self.by_keys, self.cursor = True, _within(self.cursor + by)

    def set_corner(self) -> bool:
        """Set a corner where the cursor is, unless the last one is there."""
        if self.corners and self.corners[-1] == self.cursor:
            return False
        self.corners.append(QPointF(self.cursor))
        return len(self.corners) == (2 if self.shape is Shape.BOX else MOST_POINTS)

    def enter(self) -> bool:
        """Enter sets a corner of a box, and ends a polygon."""
        return self.set_corner() if self.shape is Shape.BOX else len(self.corners) >= 3

    def back(self) -> None:
        """Take the last corner back."""
        if self.corners:
            self.cursor = self.corners.pop()


def _within(point: QPointF) -> QPointF:
    return QPointF(within(point.x()), within(point.y()))
