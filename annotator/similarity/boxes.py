"""Boxes that were put over one of two pictures that lie on each other: what is under them says nothing.

A box is bare, of one tone and right-angled, and the other picture knows nothing of it: there, what is shown goes on
beyond its border. Where an edge runs along the border there too, it is a place for pictures in a frame or on a screen.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Grey, Matrix
from annotator.similarity.overlay import STEP, Overlay

Mask = NDArray[np.bool_]

_BARE: Final = 2.0
"""Grey levels (standard deviation) of a place in a box."""
_EVEN: Final = 6.0
"""Grey levels between the tenth and the ninetieth of a hundred of its places."""
_LEAST: Final = 0.02
"""Share of what both pictures show."""
_MOST: Final = 0.4
_FILLED: Final = 0.7
"""Share of its outline that is bare: text may run across it."""
_SQUARE: Final = 0.85
"""Share of the narrowest rectangle around it that it fills."""
_BESIDE: Final = np.ones((5, 5), np.uint8)
"""Places whose window reaches into a box."""
_OUTWARDS: Final = np.arange(1.0, 15.0)
"""Pixels from the middle of the outermost bare places; the border is 6 to 10 of them away."""
_EDGE: Final = 2.0
"""Times as many grey levels from pixel to pixel as usual, and so many more:"""
_MORE: Final = 2.0


def hidden(overlay: Overlay, covered: Mask, a: Grey, b: Grey) -> Mask:
    """Which of the places that one picture leaves bare and the other one doesn't are under a box or beside it."""
    under = np.zeros(covered.shape, np.uint8)
    total = int(overlay.inside.sum())
    below, laid, _ = overlay.laid(a, b)
    for number, (deviation, tone) in enumerate(((overlay.mine, overlay.tone), (overlay.other, overlay.other_tone))):
        for part in _even(covered & (deviation < _BARE), tone, _LEAST * total):
            outline = cv2.convexHull(cv2.findNonZero(part.astype(np.uint8)))
            rectangle = cv2.minAreaRect(outline)
            size = cv2.contourArea(outline)
            if size <= _SQUARE * rectangle[1][0] * rectangle[1][1] or part.sum() <= _FILLED * size:
                continue
            corners = cv2.boxPoints(rectangle) * STEP + (overlay.x[0, 0], overlay.y[0, 0]) * np.array(below.shape[::-1])
            if not _bordered(laid if number == 0 else below, corners - 0.5):
                cv2.fillConvexPoly(under, outline, 1)
    beside = cv2.dilate(under, _BESIDE) > 0
    return np.asarray(beside if beside.sum() < _MOST * total else np.zeros_like(beside), np.bool_)


def _even(bare: Mask, tone: NDArray[np.float32], least: float) -> list[Mask]:
    """Parts of one tone."""
    if bare.sum() < least:
        return []
    joined = cv2.morphologyEx(bare.astype(np.uint8), cv2.MORPH_CLOSE, _BESIDE)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(joined)
    large = [number for number in range(1, count) if stats[number, cv2.CC_STAT_AREA] >= least]
    found = [(parts == number) & bare for number in large]
    return [part for part in found if np.subtract(*np.percentile(tone[part], (90, 10))) < _EVEN]


def _bordered(grey: Grey, corners: Matrix) -> bool:
    """Whether an edge runs along half of the sides or more, a little way out; or nothing is known of them."""
    soft = cv2.GaussianBlur(grey, (0, 0), 0.7).astype(np.float32)
    last = np.array(grey.shape[::-1]) - 1
    middle = corners.mean(axis=0)
    edges = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        length = max(float(np.linalg.norm(end - start)), 1.0)
        away = np.array([end[1] - start[1], start[0] - end[0]]) / length
        away = away if away @ (start - middle) > 0 else -away
        line = start + np.linspace(0.05, 0.95, max(int(length / 2), 4))[:, None] * (end - start)
        spots = line + (away * _OUTWARDS[:, None])[:, None]
        if ((spots < 0) | (spots > last)).any():
            continue
        x, y = (np.ascontiguousarray(spots[..., axis], np.float32) for axis in (0, 1))
        steps = np.abs(np.diff(cv2.remap(soft, x, y, cv2.INTER_LINEAR), axis=0)).mean(axis=1)
        edges.append(steps.max() > _EDGE * np.median(steps) + _MORE)
    return not edges or 2 * sum(edges) >= len(edges)
