"""The items on the map: gathered marks that say by their shape who says so, and which of them are selected.

A ring is what a file's metadata says, a filled diamond what a person says.
"""

import math
from array import array

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from annotator.places import clusters
from annotator.places.clusters import Clusters, Points
from ui import theme, words
from ui.map.view import View

_CELL = 52
_MOST_STAMPS = 2000
"""Pixels of a cell's side, about two marks wide."""
_STEP = 0.5
"""Cells change size in such steps of zoom, so that counts stay as they are while one zooms a little."""
STATED, REVIEWED = theme.TEXT, theme.GOOD


class Marks:
    """What is drawn for the items; everything here is quick enough for the window's thread."""

    def __init__(self) -> None:
        self._points: Points | None = None
        self._clusters: Clusters | None = None
        self._cell_zoom: float | None = None
        self._selected = np.zeros(0, dtype=np.int64)
        self._held = np.zeros(0, dtype=bool)
        self._stamps: dict[tuple[object, ...], QPixmap] = {}

    def set_points(self, points: Points) -> None:
        self._points, self._clusters = points, None

    def set_selected(self, numbers: "array[int]") -> None:
        self._selected = np.array(numbers, dtype=np.int64)
        if self._clusters is not None:
            self._held = self._clusters.holding(self._selected)

    @property
    def total(self) -> int:
        """How many positions there are."""
        return 0 if self._points is None else len(self._points.items)

    def gathered(self, view: View) -> Clusters | None:
        """The marks at this zoom."""
        if self._points is None:
            return None
        zoom = round(view.zoom / _STEP) * _STEP
        if self._clusters is None or zoom != self._cell_zoom:
            self._cell_zoom = zoom
            self._clusters = clusters.gather(self._points, _CELL / (256 * 2**zoom))
            self._held = self._clusters.holding(self._selected)
        return self._clusters

    def extent(self) -> tuple[float, float, float, float] | None:
        """Left, top, right and bottom of all of them, on the plane."""
        if self._points is None or not len(self._points.items):
            return None
        x, y = self._points.x, self._points.y
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())

    def items_in(self, view: View, box: QRectF) -> list[int]:
        """Items in a rectangle of the screen."""
        if self._points is None:
            return []
        a, b = view.to_world(box.topLeft()), view.to_world(box.bottomRight())
        return clusters.inside(self._points, a.x(), a.y(), b.x(), b.y())

    def in_view(self, view: View) -> list[tuple[int, QPointF, float]]:
        """Marks to be seen: number, middle on the screen, half its side in pixels."""
        found = self.gathered(view)
        if found is None:
            return []
        corner, scale = view.area.topLeft(), view.scale
        x, y = (found.x - corner.x()) * scale, (found.y - corner.y()) * scale
        wide, high = view.size.width() + _CELL, view.size.height() + _CELL
        seen = np.flatnonzero((x >= -_CELL) & (x <= wide) & (y >= -_CELL) & (y <= high))
        marks = []
        for i in seen.tolist():
            half = radius(int(found.counts[i]))
            # Two marks of one cell stand side by side, so that neither hides what the other says.
            aside = (half * 1.2 if found.reviewed[i] else -half * 1.2) if found.shared[i] else 0.0
            marks.append((i, QPointF(float(x[i]) + aside, float(y[i])), half))
        return marks

    def at(self, view: View, point: QPointF) -> int | None:
        """The mark under a point of the screen."""
        reach = [(QPointF(middle - point).manhattanLength() - half, i) for i, middle, half in self.in_view(view)]
        nearest = min(reach, default=(1.0, -1))
        return nearest[1] if nearest[0] <= 4 else None

    def near(self, view: View, x: float, y: float, *, reviewed: bool) -> int | None:
        """The mark of that shape which stands at a point of the plane now, or has taken in the one that stood there."""
        found = self.gathered(view)
        if found is None:
            return None
        away = np.where(found.reviewed == reviewed, np.hypot(found.x - x, found.y - y), np.inf)
        nearest = int(away.argmin()) if len(away) else -1
        return nearest if nearest >= 0 and away[nearest] * view.scale <= 2 * _CELL else None

    def paint(
        self, painter: QPainter, view: View, font: QFont, current: int | None, marks: list[tuple[int, QPointF, float]]
    ) -> None:
        """Draw these of `in_view`."""
        found = self.gathered(view)
        if found is None:
            return
        with_current = found.holding(np.array([current], dtype=np.int64)) if current is not None else None
        for i, middle, half in marks:
            stamp = self._stamp(int(found.counts[i]), bool(found.reviewed[i]), bool(self._held[i]), painter, font)
            side = stamp.width() / stamp.devicePixelRatio()
            painter.drawPixmap(middle - QPointF(side / 2, side / 2), stamp)
            if with_current is not None and with_current[i]:
                _cross_hair(painter, middle, half)

    def _stamp(self, count: int, reviewed: bool, chosen: bool, painter: QPainter, font: QFont) -> QPixmap:
        """A mark drawn once for all places where it stands."""
        ratio = painter.device().devicePixelRatioF()
        text = brief(count) if count > 1 else ""
        key = (text, reviewed, chosen, ratio, font.key())
        if key not in self._stamps:
            if len(self._stamps) > _MOST_STAMPS:
                self._stamps.clear()
            half = radius(count)
            side = math.ceil(half + 10) * 2
            stamp = QPixmap(QSize(side, side) * ratio)
            stamp.setDevicePixelRatio(ratio)
            stamp.fill(Qt.GlobalColor.transparent)
            inside = QPainter(stamp)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside.setFont(font)
            middle = QPointF(side / 2, side / 2)
            _draw(inside, middle, half, reviewed=reviewed, chosen=chosen)
            inside.setPen(theme.BASE if reviewed else theme.TEXT)
            inside.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, text)
            inside.end()
            self._stamps[key] = stamp
        return self._stamps[key]


def radius(count: int) -> float:
    """Half the side of a mark, in pixels: larger by digits, not by items."""
    digits = len(str(count)) if count < 1000 else len(str(count // 1000)) + 1
    return 6.0 if count == 1 else 10.0 + 2.5 * (digits - 1)


def brief(count: int) -> str:
    """A count in at most four characters."""
    return words.number(count) if count < 1000 else f"{words.number(count // 1000)}k"


def _draw(painter: QPainter, middle: QPointF, half: float, *, reviewed: bool, chosen: bool) -> None:
    painter.setBrush(REVIEWED if reviewed else QColor(22, 24, 27, 215))
    painter.setPen(QPen(theme.BASE if reviewed else STATED, 1.2 if reviewed else 2.2))
    outer = half + 4
    if reviewed:
        painter.drawPolygon(_diamond(middle, half * 1.25))
    else:
        painter.drawEllipse(middle, half, half)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(theme.BASE, 4), QPen(theme.ACCENT, 2)):
            painter.setPen(pen)
            if reviewed:
                painter.drawPolygon(_diamond(middle, outer * 1.25))
            else:
                painter.drawEllipse(middle, outer, outer)


def _cross_hair(painter: QPainter, middle: QPointF, half: float) -> None:
    """Four strokes around the mark of the current item."""
    near, far = half + 5, half + 12
    for pen in (QPen(theme.BASE, 5), QPen(theme.TEXT, 2)):
        painter.setPen(pen)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(middle + QPointF(x * near, y * near), middle + QPointF(x * far, y * far))


def _diamond(middle: QPointF, half: float) -> QPolygonF:
    return QPolygonF([middle + QPointF(x * half, y * half) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])
