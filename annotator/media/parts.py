"""A picture → the rectangles in it that hold a picture of their own: an inset, the cells of a collage, a screenshot's.

What a program puts into a picture ends along one row or column of pixels, where brightness jumps as it does nowhere
beside; what a camera sees seldom stands so straight. Each pixel of a border speaks for it or against it.
"""

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

_SHORTEST: Final = 64
"""Pixels of a side."""
_LEAST, _LARGEST = 0.04, 0.92
"""Of the picture's area."""
_JUMP: Final = 3
"""Grey levels by which the jump across a border is higher than those beside it."""
_APART: Final = 3
"""Pixels."""
_DENSE: Final = 0.55
"""Share of the pixels of a stretch of a line that jump, of which it may be a border."""
_SIDE: Final = 0.45
"""The same of the whole of each side."""
_HIT, _MISS = 1.3, 1.6
"""What a pixel that jumps speaks for a border, and one that doesn't against it: logarithms of likelihoods."""
_ENOUGH: Final = 250.0
_LINES: Final = 14
"""Rows and columns that are looked at."""
_INSIDE: Final = 12
"""Pixels from a side beyond which a line crosses a rectangle."""
_CROSSED: Final = 0.25
"""What speaks for a line across a rectangle, of what speaks for its sides, above which it is two of them."""
_ALIKE: Final = 0.7
"""Area that two rectangles share, of what they cover together, above which they are one."""

Boxes = NDArray[np.int64]
_Lines = NDArray[np.int64]
_Chosen = NDArray[np.signedinteger[Any]]


def rectangles(grey: NDArray[np.uint8], *, most: int) -> Boxes:
    """At most `most` rectangles in an upright grey picture, (n, 4): left, top, right and bottom, the clearest first.

    The picture's own ends may be two sides of one. What is split by a clear line is none, and what is split by another
    one comes after what that makes of it.
    """
    nothing = np.zeros((0, 4), np.int64)
    height, width = grey.shape
    if min(height, width) < _SHORTEST:
        return nothing
    columns, rows = _Axis(grey), _Axis(np.ascontiguousarray(grey.T))
    across, down = columns.spans(), rows.spans()
    boxes = np.concatenate(
        [np.repeat(across, len(down), axis=0), np.tile(down, (len(across), 1))], axis=1
    )  # left, right, top, bottom, as numbers of lines
    x, y = columns.at[boxes[:, :2]], rows.at[boxes[:, 2:]]
    share = np.diff(x)[:, 0] * np.diff(y)[:, 0] / (width * height)
    some = (share >= _LEAST) & (share <= _LARGEST)
    boxes, x, y = boxes[some], x[some], y[some]
    if not len(boxes):
        return nothing
    sides = [columns.along(boxes[:, n], y) for n in (0, 1)] + [rows.along(boxes[:, n], x) for n in (2, 3)]
    speaks, shares, inner = (np.stack(each) for each in zip(*sides, strict=True))
    total = (speaks * inner).sum(axis=0)
    good = (inner.sum(axis=0) >= 2) & (np.where(inner, shares, 1).min(axis=0) >= _SIDE) & (total >= _ENOUGH)
    boxes, x, y, total = boxes[good], x[good], y[good], total[good]
    crossed = np.maximum(columns.crossing(x, y), rows.crossing(y, x))
    chosen: list[NDArray[np.int64]] = []
    whole = np.flatnonzero(crossed < _CROSSED * total)
    for one in whole[np.argsort((crossed - total)[whole], kind="stable")]:
        box = np.array([x[one, 0], y[one, 0], x[one, 1], y[one, 1]])
        if len(chosen) < most and all(_shared(box, other) < _ALIKE for other in chosen):
            chosen.append(box)
    return np.stack(chosen) if chosen else nothing


class _Axis:
    """Columns of a picture (rows of one that lies on its side) along which it jumps."""

    def __init__(self, grey: NDArray[np.uint8]) -> None:
        jump = np.zeros(grey.shape, np.int16)
        jump[:, 1:-1] = np.abs(grey[:, 2:].astype(np.int16) - grey[:, :-2])
        beside = np.maximum(np.roll(jump, _APART, 1), np.roll(jump, -_APART, 1))
        jumps = (jump > beside + _JUMP).astype(np.uint8)
        size = grey.shape[1]
        self.at: _Lines = np.array([0, *_likely(jumps), size])
        """Where they are; the first and the last are the picture's ends."""
        some = jumps[:, np.minimum(self.at, size - 1)].T.astype(np.int64)
        self._sums = np.concatenate([np.zeros((len(some), 1), np.int64), np.cumsum(some, axis=1)], axis=1)

    def spans(self) -> NDArray[np.int64]:
        """All pairs of lines that are far enough from each other, (n, 2)."""
        pairs = np.stack(np.triu_indices(len(self.at), 1), axis=1)
        return pairs[np.diff(self.at[pairs])[:, 0] >= _SHORTEST]

    def along(self, lines: _Chosen, ends: _Lines) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
        """Of stretches of lines: what speaks for them, how much of them jumps, and whether they lie in the picture."""
        start, end = ends.T
        hits = self._sums[lines, end] - self._sums[lines, start]
        long = end - start
        return hits * _HIT - (long - hits) * _MISS, hits / long, (lines > 0) & (lines < len(self.at) - 1)

    def crossing(self, between: _Lines, ends: _Lines) -> NDArray[np.float64]:
        """What speaks for the clearest line that crosses each rectangle; nothing speaks against one."""
        start, end = ends.T
        hits = self._sums[:, end] - self._sums[:, start]
        speaks = hits * _HIT - (end - start - hits) * _MISS
        here = self.at[:, None]
        within = (here > between[:, 0] + _INSIDE) & (here < between[:, 1] - _INSIDE)
        return np.asarray(np.where(within, speaks, 0).clip(0).max(axis=0, initial=0))


def _likely(jumps: NDArray[np.uint8]) -> list[int]:
    """The columns with the longest stretches of jumps, from left to right."""
    dense = cv2.boxFilter(jumps, cv2.CV_32F, (1, _SHORTEST), borderType=cv2.BORDER_CONSTANT)
    long = (dense >= _DENSE).sum(axis=0) + dense.max(axis=0)
    chosen: list[int] = []
    for column in np.argsort(-long, kind="stable"):
        if long[column] < 1 or len(chosen) == _LINES:
            break
        if 4 < column < jumps.shape[1] - 4 and all(abs(column - other) > _APART for other in chosen):
            chosen.append(int(column))
    return sorted(chosen)


def _shared(one: NDArray[np.int64], other: NDArray[np.int64]) -> float:
    wide, high = np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2])
    both = max(int(wide), 0) * max(int(high), 0)
    first, second = (int(np.prod(box[2:] - box[:2])) for box in (one, other))
    return both / (first + second - both)
