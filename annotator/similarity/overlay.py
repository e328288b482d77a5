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

STEP: Final = 4
"""Pixels of the coarser picture from place to place; at each, a square of three steps is compared."""
_REACH: Final = 2
_ROUNDS: Final = 3
_SETTLED: Final = 0.75
"""Pixels that a corner is moved by, below which the fit is not mended again."""
_STILL: Final = 0.2
"""The same, below which it is not mended at all."""
DETAIL: Final = 3.0
"""Grey levels (standard deviation) below which a place is flat."""
_ALIKE: Final = 0.5
_PROMISING: Final = 0.62
"""Share of the places with detail that are so much alike (seen: 0.82 and more of copies)."""
_COARSE: Final = 5
_COARSE_DETAIL: Final = 3.0
_FEWEST: Final = 12
_ALONG: Final = 0.003
"""Correlation that a shift has to gain for each pixel, squared: along an edge all are as good, and none is the best."""
_SHIFTS: Final = np.indices((2 * _REACH + 1,) * 2, np.float32) - _REACH
_HANDICAP: Final = _ALONG * (_SHIFTS**2).sum(axis=0).reshape(-1, 1, 1)
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
    coarse: Floats
    """The same of the means of neighbouring places: whether light and dark are where they should be, which thin lines
    on one grid (bricks, windows, forms) don't tell; 1 where there is no detail of that size."""
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
        return self.inside & (np.minimum(self.mine, self.other) >= DETAIL)

    def laid(self, a: Grey, b: Grey) -> tuple[Grey, Grey, NDArray[np.bool_]]:
        """Of these two the picture that the grid lies on, the other one as it lies on it, and where that reaches."""
        below, above = (a, b) if self.on_a else (b, a)
        matrix = self.matrix if self.on_a else np.asarray(np.linalg.inv(self.matrix), np.float64)
        return below, *warped(above, in_pixels(matrix, below.shape, above.shape), below.shape)


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
    if measured is None:
        return None
    best = measured, to_below
    edges = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * (below.shape[1], below.shape[0])
    for _ in range(_ROUNDS if _promising(measured) else 0):
        mended = _mended(measured)
        move = 0.0 if mended is None else float(np.abs(moved(mended, edges) - edges).max())
        again = None if mended is None or move < _STILL else _measured(below, above, mended @ to_below)
        if mended is None or again is None:
            break
        measured, to_below = again, mended @ to_below
        if _unrest(measured) < _unrest(best[0]):
            best = measured, to_below
        if move < _SETTLED:
            break
    measured, to_below = best
    pixels = to_below if on_a else np.asarray(np.linalg.inv(to_below), np.float64)
    height, width = below.shape
    return Overlay(
        matrix=in_fractions(pixels, a.shape, b.shape),
        on_a=on_a,
        x=(measured.x + 0.5) / width,
        y=(measured.y + 0.5) / height,
        inside=measured.inside,
        alike=measured.alike,
        coarse=measured.coarse,
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
    coarse: Floats
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


def _promising(measured: _Measured) -> bool:
    """Whether enough is alike for a fit to be mended."""
    detailed = measured.inside & (np.minimum(measured.mine, measured.other) >= DETAIL)
    return float((measured.alike[detailed] >= _ALIKE).mean()) >= _PROMISING if detailed.any() else False


def _measured(below: Grey, above: Grey, to_below: Matrix) -> _Measured | None:
    rows, columns = ((side - 2 * _REACH) // STEP for side in below.shape)
    if min(rows, columns) < 3:
        return None
    there, reach = warped(above, to_below, below.shape)
    inside = _windowed(_blocks(reach.astype(np.float32), rows, columns), rows, columns) > 0.95
    if inside.sum() < _FEWEST:
        return None
    mine, other = (cv2.GaussianBlur(grey, (0, 0), 0.8).astype(np.float32) for grey in (below, there))
    means, deviations = _spread(mine)
    shape = inside.shape
    mean, dev = (_at(values, shape) for values in _spread(other))
    fixed = _blocks(other, rows, columns)
    span = range(-_REACH, _REACH + 1)
    products = np.empty((len(span), len(span), *shape), np.float32)
    product = np.empty_like(fixed)
    for j, dy in enumerate(span):
        for i, dx in enumerate(span):
            np.multiply(_blocks(mine, rows, columns, dx, dy), fixed, out=product)
            products[j, i] = _windowed(product, rows, columns)
    mean_there, dev_there = (_shifted(values, shape) for values in (means, deviations))
    scores = (products - mean_there * mean) / np.maximum(dev_there * dev, 1e-3)
    at_shifts = scores.reshape(-1, *inside.shape)
    best = (at_shifts - _HANDICAP).argmax(axis=0)
    at = np.indices(best.shape)
    j, i = np.clip(best // len(span), 1, 2 * _REACH - 1), np.clip(best % len(span), 1, 2 * _REACH - 1)
    middle = scores[j, i, *at]
    left, right, up, down = scores[j, i - 1, *at], scores[j, i + 1, *at], scores[j - 1, i, *at], scores[j + 1, i, *at]
    bend_x, bend_y = 2 * middle - left - right, 2 * middle - up - down
    first = _REACH + STEP + (STEP - 1) / 2
    return _Measured(
        x=np.broadcast_to(first + STEP * np.arange(columns - 2), inside.shape).astype(np.float32),
        y=np.broadcast_to(first + STEP * np.arange(rows - 2)[:, None], inside.shape).astype(np.float32),
        inside=inside,
        alike=at_shifts.max(axis=0),
        coarse=_coarse(mine, other, reach, rows, columns),
        dx=(i - _REACH + np.clip((right - left) / (2 * np.maximum(bend_x, 1e-3)), -1.5, 1.5)).astype(np.float32),
        dy=(j - _REACH + np.clip((down - up) / (2 * np.maximum(bend_y, 1e-3)), -1.5, 1.5)).astype(np.float32),
        bend_x=bend_x,
        bend_y=bend_y,
        mine=_at(deviations, shape),
        other=dev,
        tone=_at(means, shape),
        other_tone=mean,
    )


def _coarse(mine: Floats, other: Floats, reach: NDArray[np.bool_], rows: int, columns: int) -> Floats:
    """Correlation of the blocks' means in a square of `_COARSE` blocks around each place, as far as both reach."""
    size = (columns, rows)
    weight = _blocks(reach.astype(np.float32), rows, columns)
    weight = (cv2.resize(weight, size, interpolation=cv2.INTER_AREA) > 0.95).astype(np.float32)
    x, y = (cv2.resize(_blocks(grey, rows, columns), size, interpolation=cv2.INTER_AREA) for grey in (mine, other))
    n, sx, sy, sxx, syy, sxy = (
        cv2.boxFilter(part * weight, -1, (_COARSE, _COARSE), borderType=cv2.BORDER_CONSTANT)
        for part in (np.ones_like(x), x, y, x * x, y * y, x * y)
    )
    n = np.maximum(n, 1e-3)
    vx, vy = sxx / n - (sx / n) ** 2, syy / n - (sy / n) ** 2
    correlation = (sxy / n - sx * sy / n**2) / np.sqrt(np.maximum(vx * vy, 1e-6))
    enough = (np.minimum(vx, vy) > _COARSE_DETAIL**2) & (n > 0.5)
    return np.where(enough, correlation, 1).astype(np.float32)[1:-1, 1:-1]


def _blocks(values: Floats, rows: int, columns: int, dx: int = 0, dy: int = 0) -> Floats:
    """The part of the picture that so many blocks cover, moved by so many pixels."""
    y, x = _REACH + dy, _REACH + dx
    return values[y : y + rows * STEP, x : x + columns * STEP]


def _windowed(part: Floats, rows: int, columns: int) -> Floats:
    """Mean of each window of 3 × 3 blocks: blocks first, since windows share them."""
    blocks = cv2.resize(part, (columns, rows), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.boxFilter(blocks, -1, (3, 3)), np.float32)[1:-1, 1:-1]


def _spread(values: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation of the window around each pixel."""
    window = (3 * STEP, 3 * STEP)
    mean = cv2.boxFilter(values, -1, window)
    return np.asarray(mean), np.sqrt(np.maximum(cv2.boxFilter(values * values, -1, window) - mean * mean, 0))


def _at(values: Floats, shape: tuple[int, ...]) -> Floats:
    """What was computed around each pixel, at the places of a grid of that shape."""
    first = _REACH + 3 * STEP // 2
    return values[first : first + shape[0] * STEP : STEP, first : first + shape[1] * STEP : STEP]


def _shifted(values: Floats, shape: tuple[int, ...]) -> Floats:
    """The same at all small shifts: (down, across, rows, columns)."""
    first, span = 3 * STEP // 2, 2 * _REACH + 1
    windows = np.lib.stride_tricks.sliding_window_view(values, (span, span))
    down, across = (slice(first, first + side * STEP, STEP) for side in shape)
    return np.asarray(windows[down, across].transpose(2, 3, 0, 1))


def _unrest(found: _Measured) -> float:
    """Mean shift that is left, so that a better fit can be told from a worse one."""
    good = found.inside & (found.alike > 0.6) & (np.minimum(found.mine, found.other) >= DETAIL)
    known = np.stack([found.bend_x[good], found.bend_y[good]]).clip(0, 0.5)
    off = np.abs(np.stack([found.dx[good], found.dy[good]]))
    return float((known * off).sum() / max(float(known.sum()), 1e-6))


def _drift(found: _Measured) -> Floats:
    good = found.inside & (found.alike > 0.6) & (np.minimum(found.mine, found.other) >= DETAIL)
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


def _mended(found: _Measured) -> Matrix | None:
    """The homography that brings the shifts nearest to nothing, linearised, by least squares weighted by how well each
    shift is known and again by how far off it is (Cauchy); None where too little is known."""
    good = found.inside & (found.alike > 0.6) & (np.minimum(found.mine, found.other) >= DETAIL)
    if good.sum() < _FEWEST:
        return None
    middle = float(found.x[good].mean()), float(found.y[good].mean())
    scale = max(float(np.ptp(found.x[good])), float(np.ptp(found.y[good])), 8.0) / 2
    x, y = (found.x[good] - middle[0]) / scale, (found.y[good] - middle[1]) / scale
    zero, one = np.zeros_like(x), np.ones_like(x)
    # x' = x + (p0 + p1 x + p2 y) - x (p6 x + p7 y), and y' likewise
    bent = good.sum() >= 60 and scale > max(found.x.max(), found.y.max()) / 4  # a small part does not tell perspective
    rows_x = [one, x, y, zero, zero, zero] + ([-x * x, -x * y] if bent else [])
    rows_y = [zero, zero, zero, one, x, y] + ([-x * y, -y * y] if bent else [])
    design = np.concatenate([np.stack(rows_x, axis=1), np.stack(rows_y, axis=1)]).astype(np.float64)
    target = np.concatenate([found.dx[good], found.dy[good]]).astype(np.float64)
    known = np.concatenate([found.bend_x[good], found.bend_y[good]]).clip(0, 0.5).astype(np.float64)
    weight = known
    solution: NDArray[Any] = np.zeros(design.shape[1])
    for width in (2.0, 1.0, 0.5, 0.5):
        root = weight[:, None]
        normal = design.T @ (design * root) + np.eye(design.shape[1]) * 1e-5 * len(target)
        solution = np.linalg.solve(normal, design.T @ (target * weight))
        weight = known / (1 + ((target - design @ solution) / width) ** 2)
    p = np.zeros(8)
    p[: len(solution)] = solution / scale
    move = np.array([[1 + p[1], p[2], p[0]], [p[4], 1 + p[5], p[3]], [p[6], p[7], 1]], np.float64)
    norm = np.array([[1 / scale, 0, -middle[0] / scale], [0, 1 / scale, -middle[1] / scale], [0, 0, 1]])
    return np.asarray(np.linalg.inv(norm) @ move @ norm, np.float64)
