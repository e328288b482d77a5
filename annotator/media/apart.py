"""Whether two videos share the picture, or only what stands around different clips: a channel's frame that moves."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.analysis import Stretch
from annotator.media.plane import Plane

_FEWEST: Final = 20
"""Points of a part of the picture that is asked."""
_OTHER: Final = 0.35
"""Correlation over a stretch, below which a part shows other things (seen: 0.3 and less of most different clips)."""
_OTHER_MOVES: Final = 0.2
"""The same of what changes: nothing does under a logo, and a caption is narrower than a part."""
_OWN: Final = 0.1
"""Least strength of what a part shows, and of what changes in it, to the whole picture's."""

Floats = NDArray[np.float32]


def apart(both: Plane, found: list[Stretch]) -> float:
    """The share of the picture in which each of the two shows something of its own that moves: what different clips
    have in common then is the frame around them."""
    rows_a, rows_b = [], []
    for one in found:
        within = np.flatnonzero((both.b.times >= one.b_start) & (both.b.times < one.b_end))
        speed = (one.a_end - one.a_start) / (one.b_end - one.b_start)
        rows_b += within.tolist()
        rows_a += [int(both.a.nearest(one.a_start + speed * (both.b.times[j] - one.b_start))) for j in within]
    if not rows_b:
        return 0.0
    details = [view.detail[rows] for view, rows in zip(both.views, (rows_a, rows_b), strict=True)]
    changes = [view.change[rows] for view, rows in zip(both.views, (rows_a, rows_b), strict=True)]
    parts = [both.cells == cell for cell, count in enumerate(np.bincount(both.cells)) if count >= _FEWEST]
    other = [
        _like(*(each[:, part] for each in details)) < _OTHER
        and _like(*(each[:, part] for each in changes)) < _OTHER_MOVES
        for part in parts
    ]
    return sum(other) / max(1, len(parts))


def _like(a: Floats, b: Floats) -> float:
    """Correlation of the same part of many frames; 1 where one of the two shows next to nothing in it."""
    a, b = (np.nan_to_num(each - each.mean(axis=1, keepdims=True)) for each in (a, b))
    if min(a.std(), b.std()) <= _OWN:
        return 1.0
    return float((a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum()))
