"""One grey picture laid on another → where they agree, measured place by place.

Local normalised correlation (zero-mean, so that brightness and contrast do not matter), taken at small shifts, so that
the fit is mended by the shifts themselves (as block matching does) and what is left of them tells whether the two move
as one: copies of one picture do, two photographs of one scene do not.
"""

from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Grey, Matrix, in_fractions, in_pixels, moved, warped

Floats = NDArray[np.float32]

WINDOW: Final = 13
"""Side of the square that is compared at each place, in pixels of the coarser picture."""
_STEP: Final = 4
_REACH: Final = 2
_ROUNDS: Final = 1
_DETAIL: Final = 3.0
"""Grey levels (standard deviation) below which a place is flat."""
_FEWEST: Final = 12
_AROUND: Final = 7
"""Places in a row that are taken together."""
_KNOWN: Final = 0.02
"""Their mean weight, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """Measurements on a regular grid of places over the coarser of the two pictures, arrays of (rows, columns)."""

    matrix: Matrix
    """From fractions of b to fractions of a, mended."""
    on_a: bool
    """Whether the grid lies on a (else on b)."""
    x: Floats
    y: Floats
    """Where the places are, in fractions of the picture that the grid lies on."""
    inside: NDArray[np.bool_]
    """Where the other picture reaches."""
    alike: Floats
    """Correlation at the best small shift, -1 to 1."""
    still: Floats
    """Correlation without shift."""
    drift: Floats
    """How far the places around are off together, in pixels of the coarser picture: noise takes each place another way,
    but things at different distances move whole neighbourhoods. -1 where too little is known."""
    mine: Floats
    other: Floats
    """Standard deviations of the picture that the grid lies on and of the other one, in grey levels."""
    tone: Floats
    other_tone: Floats
    """Means."""

    @property
    def detailed(self) -> NDArray[np.bool_]:
        """Places where both show something."""
        return self.inside & (np.minimum(self.mine, self.other) >= _DETAIL)


def lay(a: Grey, b: Grey, matrix: Matrix) -> Overlay | None:
    """`b` on `a` by a matrix between fractions that is right within some pixels; None where they hardly overlap."""
    pixels = in_pixels(matrix, a.shape, b.shape)
    middle = (b.shape[1] / 2, b.shape[0] / 2)
    centre = np.add(middle, [(0, 0), (1, 0), (0, 1)])
    there = moved(pixels, centre)
    growth = abs(float(np.linalg.det(there[1:] - there[0])))
    on_a = growth <= 1
    below, above = (a, b) if on_a else (b, a)
    to_below = pixels if on_a else np.asarray(np.linalg.inv(pixels), np.float64)
    measured = _measured(below, above, to_below)
    for _ in range(_ROUNDS):
        mended = None if measured is None else _mended(measured, below.shape)
        again = None if mended is None else _measured(below, above, mended @ to_below)
        if mended is None or again is None:
            break
        measured, to_below = again, mended @ to_below
    if measured is None:
        return None
    pixels = to_below if on_a else np.asarray(np.linalg.inv(to_below), np.float64)
    height, width = below.shape
    return Overlay(
        matrix=in_fractions(pixels, a.shape, b.shape),
        on_a=on_a,
        x=(measured.x + 0.5) / width,
        y=(measured.y + 0.5) / height,
        inside=measured.inside,
        alike=measured.alike,
        still=measured.still,
        drift=_drift(measured),
        mine=measured.mine,
        other=measured.other,
        tone=measured.tone,
        other_tone=measured.other_tone,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    x: Floats
    y: Floats
    inside: NDArray[np.bool_]
    alike: Floats
    still: Floats
    dx: Floats
    dy: Floats
    """Where the picture below shows what the other has here, in pixels from here."""
    bend_x: Floats
    bend_y: Floats
    """How sharply the correlation falls on both sides: how well the shift is known."""
    mine: Floats
    other: Floats
    tone: Floats
    other_tone: Floats


def _measured(below: Grey, above: Grey, to_below: Matrix) -> _Measured | None:
    height, width = below.shape
    there, reach = warped(above, to_below, below.shape)
    margin = WINDOW // 2 + _REACH
    ys, xs = (np.arange(margin, side - margin, _STEP) for side in (height, width))
    if not len(ys) or not len(xs):
        return None
    mine, other = (cv2.GaussianBlur(grey, (0, 0), 0.8).astype(np.float32) for grey in (below, there))
    at = np.ix_(ys, xs)
    share = _mean(reach.astype(np.float32))[at]
    inside = share > 0.95
    if inside.sum() < _FEWEST:
        return None
    mean_mine, mean_other = _mean(mine), _mean(other)
    dev_mine = np.sqrt(np.maximum(_mean(mine * mine) - mean_mine**2, 0))
    dev_other = np.sqrt(np.maximum(_mean(other * other) - mean_other**2, 0))
    span = range(-_REACH, _REACH + 1)
    scores = np.full((len(span), len(span), len(ys), len(xs)), -1, np.float32)
    inner = np.s_[_REACH : height - _REACH, _REACH : width - _REACH]
    window = np.ix_(ys - _REACH, xs - _REACH)
    fixed = other[inner]
    for j, dy in enumerate(span):
        for i, dx in enumerate(span):
            moving = mine[_REACH + dy : height - _REACH + dy, _REACH + dx : width - _REACH + dx]
            product = _mean(moving * fixed)[window]
            place = np.ix_(ys + dy, xs + dx)
            norm = np.maximum(dev_mine[place] * dev_other[at], 1e-3)
            scores[j, i] = (product - mean_mine[place] * mean_other[at]) / norm
    best = scores.reshape(-1, len(ys), len(xs)).argmax(axis=0)
    rows, columns = np.indices(best.shape)
    j, i = np.clip(best // len(span), 1, 2 * _REACH - 1), np.clip(best % len(span), 1, 2 * _REACH - 1)
    middle = scores[j, i, rows, columns]
    left, right = scores[j, i - 1, rows, columns], scores[j, i + 1, rows, columns]
    up, down = scores[j - 1, i, rows, columns], scores[j + 1, i, rows, columns]
    bend_x, bend_y = 2 * middle - left - right, 2 * middle - up - down
    return _Measured(
        x=np.broadcast_to(xs, inside.shape).astype(np.float32),
        y=np.broadcast_to(ys[:, None], inside.shape).astype(np.float32),
        inside=inside,
        alike=scores.reshape(-1, len(ys), len(xs)).max(axis=0),
        still=scores[_REACH, _REACH],
        dx=(i - _REACH + np.clip((right - left) / (2 * np.maximum(bend_x, 1e-3)), -1.5, 1.5)).astype(np.float32),
        dy=(j - _REACH + np.clip((down - up) / (2 * np.maximum(bend_y, 1e-3)), -1.5, 1.5)).astype(np.float32),
        bend_x=bend_x,
        bend_y=bend_y,
        mine=dev_mine[at],
        other=dev_other[at],
        tone=mean_mine[at],
        other_tone=mean_other[at],
    )


def _drift(found: _Measured) -> Floats:
    good = found.inside & (found.alike > 0.6) & (np.minimum(found.mine, found.other) >= _DETAIL)
    off = []
    for shift, bend in ((found.dx, found.bend_x), (found.dy, found.bend_y)):
        weight = np.where(good, bend.clip(0, 0.5), 0).astype(np.float32)
        around = (_AROUND, _AROUND)
        total = cv2.boxFilter(weight, -1, around)
        off.append(
            np.where(total > _KNOWN, cv2.boxFilter(weight * shift, -1, around) / np.maximum(total, 1e-6), np.nan)
        )
    length = np.hypot(*off)
    return np.where(good & np.isfinite(length), length, -1).astype(np.float32)


def _mean(values: Any) -> Floats:
    return np.asarray(cv2.boxFilter(values, -1, (WINDOW, WINDOW)), np.float32)


def _mended(found: _Measured, shape: tuple[int, ...]) -> Matrix | None:
    """The homography that brings the shifts nearest to nothing, linearised, by least squares weighted by how well each
    shift is known and again by how far off it is (Cauchy); None where too little is known."""
    good = found.inside & (found.alike > 0.6) & (np.minimum(found.mine, found.other) >= _DETAIL)
    if good.sum() < _FEWEST:
        return None
    scale = max(shape) / 2
    x, y = (found.x[good] - shape[1] / 2) / scale, (found.y[good] - shape[0] / 2) / scale
    zero, one = np.zeros_like(x), np.ones_like(x)
    # x' = x + (p0 + p1 x + p2 y) - x (p6 x + p7 y), and y' likewise
    bent = good.sum() >= 60
    rows_x = [one, x, y, zero, zero, zero] + ([-x * x, -x * y] if bent else [])
    rows_y = [zero, zero, zero, one, x, y] + ([-x * y, -y * y] if bent else [])
    design = np.concatenate([np.stack(rows_x, axis=1), np.stack(rows_y, axis=1)]).astype(np.float64)
    target = np.concatenate([found.dx[good], found.dy[good]]).astype(np.float64)
    known = np.concatenate([found.bend_x[good], found.bend_y[good]]).clip(0, 0.5).astype(np.float64)
    weight = known
    solution: NDArray[Any] = np.zeros(design.shape[1])
    for _ in range(4):
        root = weight[:, None]
        normal = design.T @ (design * root) + np.eye(design.shape[1]) * 1e-3
        solution = np.linalg.solve(normal, design.T @ (target * weight))
        weight = known / (1 + ((target - design @ solution) / 0.5) ** 2)
    p = np.zeros(8)
    p[: len(solution)] = solution / scale
    move = np.array([[1 + p[1], p[2], p[0]], [p[4], 1 + p[5], p[3]], [p[6], p[7], 1]], np.float64)
    norm = np.array([[1 / scale, 0, -shape[1] / 2 / scale], [0, 1 / scale, -shape[0] / 2 / scale], [0, 0, 1]])
    return np.asarray(np.linalg.inv(norm) @ move @ norm, np.float64)
