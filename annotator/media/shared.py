"""Two videos → the stretches that they share, frame by frame, whatever was done to one of them.

Both are decoded to small grey frames, ten a second. A frame of b is laid over one of a (`annotator.media.align`); then
each frame of b is compared with each of a, by what they show and by what changes in them. Lines of matches in the plane
of both times (offset and speed) are found by Hough voting, as Douze, Jégou and Schmid do ("An image-based approach to
video copy detection with spatio-temporal post-filtering", IEEE Transactions on Multimedia 2010), here with a second
vote for speed. What changes from frame to frame tells the time where the picture as a whole does not (compare Kim and
Vasudev, "Spatiotemporal sequence matching for efficient video copy detection", IEEE TCSVT 2005).
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.analysis import Alignment, Moment, Shared, Stretch, Thumbnail
from annotator.media.align import align
from annotator.media.moments import STEP, Track

Floats = NDArray[np.float32]

_SIDE: Final = 40
"""Points a side at which the overlap of two frames is compared."""
_SPEEDS: Final = np.round(np.arange(0.86, 1.1601, 0.01), 2)
_APART: Final = 3
"""Frames before and after, between which a change is looked at."""
_LEAST_CONTRAST: Final = 3.0
_LEAST_CHANGE: Final = 2.0
"""Grey levels, root mean square: below it a change is the encoder's noise."""
_ALIKE: Final = 0.6
_IN_STEP: Final = 0.35
_OUT_OF_STEP: Final = 0.15
_SHORTEST: Final = 0.8
"""Seconds."""
_MOST: Final = 16
"""Stretches."""
_TRIES: Final = 14


@dataclass(frozen=True, slots=True)
class _Plane:
    """Frames of a (rows) and b (columns) compared."""

    times_a: Floats
    times_b: Floats
    alike: Floats
    """What they show: normalised correlation; nan where one shows nothing."""
    moving: Floats
    """What changes in them, likewise; nan where nothing does."""


@dataclass(frozen=True, slots=True)
class _Line:
    """time in a = offset + speed × time in b."""

    offset: float
    speed: float
    votes: float


def shared(a: Track, b: Track, seeds: tuple[Moment, ...]) -> Shared:
    """What is shared by two videos, of which some frames are known to look alike."""
    cv2.setRNGSeed(0)
    best: tuple[float, Shared] = (0.0, Shared())
    if not len(a) or not len(b):
        return best[1]
    tried: set[tuple[int, int]] = set()
    queue = _pairs(a, b, seeds)
    while queue and len(tried) < _TRIES:
        i, j = queue.pop(0)
        if (i, j) in tried:
            continue
        tried.add((i, j))
        laid = align(_picture(a, i), _picture(b, j))
        if not laid.found:
            continue
        plane = _plane(a, b, np.array(laid.matrix).reshape(3, 3))
        found = _shared(a, b, plane, laid)
        worth = sum((x.b_end - x.b_start) * x.agreement * x.motion for x in found.stretches)
        if worth > best[0] * 1.02 or not best[1].matrix:
            best = (worth, found)
            # Frames that are of one moment lie on each other more truly than those that were tried first.
            queue = _moments(a, b, found) + queue
        elif len(tried) >= 4 and best[0] and best[0] > 0.5 * min(a.seconds, b.seconds):
            break
    return best[1]


def _pairs(a: Track, b: Track, seeds: tuple[Moment, ...]) -> list[tuple[int, int]]:
    """Frames to lay over each other, the likeliest first: those that look alike, then their neighbours in time."""
    near = [
        (int(a.nearest(seed.a + shift)), int(b.nearest(seed.b)))
        for shift in (0, 0.7, -0.7, 1.5, -1.5, 3, -3)
        for seed in seeds[:6]
    ]
    return list(dict.fromkeys(near))


def _moments(a: Track, b: Track, found: Shared) -> list[tuple[int, int]]:
    """Three frames of the longest stretch, in both."""
    if not found.stretches:
        return []
    longest = max(found.stretches, key=lambda stretch: stretch.b_end - stretch.b_start)
    return [
        (
            a.nearest(longest.a_start + share * (longest.a_end - longest.a_start)),
            b.nearest(longest.b_start + share * (longest.b_end - longest.b_start)),
        )
        for share in (0.5, 0.2, 0.8)
    ]


def _picture(track: Track, index: int) -> Thumbnail:
    grey = track.frames[index]
    return Thumbnail(width=grey.shape[1], height=grey.shape[0], rgb=np.repeat(grey[..., None], 3, axis=2).tobytes())


def _plane(a: Track, b: Track, matrix: NDArray[np.float64]) -> _Plane:
    """All frames compared where they overlap, once `matrix` (from b to a, in fractions) lays them over each other."""
    corners = cv2.perspectiveTransform(np.array([[[0, 0]], [[1, 0]], [[1, 1]], [[0, 1]]], np.float64), matrix)[:, 0]
    low, high = corners.min(axis=0).clip(0, 1), corners.max(axis=0).clip(0, 1)
    ticks = (np.arange(_SIDE) + 0.5) / _SIDE
    places = np.stack(np.meshgrid(low[0] + ticks * (high[0] - low[0]), low[1] + ticks * (high[1] - low[1])), axis=-1)
    flat = cv2.perspectiveTransform(places.reshape(-1, 1, 2), np.linalg.inv(matrix))
    there = np.asarray(flat, np.float64).reshape(_SIDE, _SIDE, 2)
    inside = np.all((there >= 0.01) & (there <= 0.99), axis=2)
    views = [_views(track, points, inside) for track, points in ((a, places), (b, there))]
    return _Plane(a.times, b.times, *(_correlated(mine, other) for mine, other in zip(*views, strict=True)))


def _views(track: Track, places: NDArray[np.float64], inside: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """What each frame shows at these places, and what changes there; (n, places) of unit length, nan where nothing."""
    height, width = track.frames.shape[1:]
    x = (places[..., 0] * width - 0.5).astype(np.float32)
    y = (places[..., 1] * height - 0.5).astype(np.float32)
    blur = max(0.6, 0.5 * float(max(np.ptp(x), np.ptp(y))) / _SIDE)
    seen = np.empty((len(track), _SIDE, _SIDE), np.float32)
    for number, frame in enumerate(track.frames):
        seen[number] = cv2.remap(cv2.GaussianBlur(frame, (0, 0), blur), x, y, cv2.INTER_LINEAR)
    detail = np.stack([frame - cv2.GaussianBlur(frame, (0, 0), _SIDE / 8) for frame in seen])[:, inside]
    spread = detail.std(axis=1, keepdims=True)
    detail = np.clip(detail, -2.5 * spread, 2.5 * spread)  # a logo must not outshout the rest
    before, after = track.shifted(-_APART), track.shifted(_APART)
    change = (seen[after] - seen[before])[:, inside]
    change[(after - before) < _APART] = 0
    return _unit(detail, _LEAST_CONTRAST), _unit(change, _LEAST_CHANGE)


def _unit(rows: Floats, least: float) -> Floats:
    rows = rows - rows.mean(axis=1, keepdims=True)
    strength = np.sqrt((rows**2).mean(axis=1, keepdims=True))
    length = np.where(strength >= least, strength * np.sqrt(rows.shape[1]), np.nan)
    return np.asarray(rows / length, np.float32)


def _correlated(a: Floats, b: Floats) -> Floats:
    return a @ b.T


def _shared(a: Track, b: Track, plane: _Plane, laid: Alignment) -> Shared:
    """The stretches along the lines of the plane, the longest first; no frame of b is told to be two."""
    stretches: list[Stretch] = []
    free = np.ones(len(b), bool)
    while len(stretches) < _MOST:
        line = _line(plane, free)
        if line is None:
            break
        line = _refined(plane, free, line)
        runs = _runs(a, b, plane, free, line)
        if not runs:
            break
        for first, last, stretch in runs:
            free[first : last + 1] = False
            stretches.append(stretch)
    with np.errstate(invalid="ignore"):
        alike = np.nan_to_num(plane.alike, nan=-1.0).max(axis=0) >= 0.9
        still = np.isnan(plane.moving).all(axis=0)
    return Shared(
        stretches=tuple(sorted(stretches, key=lambda stretch: stretch.b_start)),
        unmoving=round(float((alike & still & free).sum()) * STEP, 1),
        matrix=laid.matrix,
        mirrored=laid.mirrored,
        points=laid.points,
    )


def _line(plane: _Plane, free: NDArray[np.bool_]) -> _Line | None:
    """The line with most votes of frames that are alike and move alike."""
    strength = np.nan_to_num(plane.moving) * (np.nan_to_num(plane.alike) >= _ALIKE) * free
    i, j = np.nonzero(strength >= 0.5)
    if len(i) < 5:
        return None
    weights = strength[i, j] ** 4
    best = _Line(0.0, 1.0, 0.0)
    low = float(plane.times_a[0] - _SPEEDS[-1] * plane.times_b[-1])
    for speed in _SPEEDS:
        bins = ((plane.times_a[i] - speed * plane.times_b[j] - low) / STEP).astype(np.int64)
        votes = np.convolve(np.bincount(np.maximum(bins, 0), weights), (0.5, 1, 0.5), mode="same")
        top = int(votes.argmax())
        if votes[top] > best.votes * 1.02 + 1e-6 or (speed == 1.0 and votes[top] > best.votes * 0.98):
            best = _Line(low + (top + 0.5) * STEP, float(speed), float(votes[top]))
    return best if best.votes > 2 else None


def _refined(plane: _Plane, free: NDArray[np.bool_], line: _Line) -> _Line:
    """The line brought to where frames move alike most, pivoting about the middle of what agrees with it."""
    good = free & (np.nan_to_num(_along(plane, line, plane.moving)) >= _IN_STEP)
    if not good.any():
        return line
    middle = float(plane.times_b[good].mean())
    value = np.nan_to_num(plane.moving)
    best, most = line, -1.0
    for spread, steps in ((0.2, 9), (0.04, 9)):
        centre = best
        for speed in centre.speed + np.linspace(-spread / 10, spread / 10, steps):
            for shift in np.linspace(-spread, spread, steps):
                at = centre.offset + centre.speed * middle + shift
                tried = _Line(float(at - speed * middle), float(speed), line.votes)
                worth = float(_along(plane, tried, value)[good].sum())
                if worth > most + 1e-6:
                    best, most = tried, worth
    return best


def _along(plane: _Plane, line: _Line, values: Floats) -> Floats:
    """Values on a line, one for each frame of b, between the two nearest frames of a; nan beyond a's frames."""
    at = line.offset + line.speed * plane.times_b
    after = np.searchsorted(plane.times_a, at).clip(1, len(plane.times_a) - 1) if len(plane.times_a) > 1 else None
    columns = np.arange(len(plane.times_b))
    if after is None:
        return np.where(np.abs(at - plane.times_a[0]) < STEP, values[0], np.nan)
    gap = plane.times_a[after] - plane.times_a[after - 1]
    share = ((at - plane.times_a[after - 1]) / np.maximum(gap, 1e-6)).clip(0, 1).astype(np.float32)
    # The nearer of both counts as it is: a mean of two frames on both sides of a cut is neither.
    mixed = np.fmax(
        values[after - 1, columns] * (1 - share) + values[after, columns] * share,
        np.where(share < 0.5, values[after - 1, columns], values[after, columns]),
    )
    beyond = (at < plane.times_a[0] - STEP) | (at > plane.times_a[-1] + STEP) | (gap > 3 * STEP)
    return np.where(beyond, np.nan, mixed)


def _runs(a: Track, b: Track, plane: _Plane, free: NDArray[np.bool_], line: _Line) -> list[tuple[int, int, Stretch]]:
    """The stretches along one line: first and last frame of b, and the stretch."""
    alike, moving = _along(plane, line, plane.alike), _along(plane, line, plane.moving)
    at = line.offset + line.speed * plane.times_b
    reaches = (at >= plane.times_a[0] - STEP) & (at <= plane.times_a[-1] + STEP) & free
    known = ~np.isnan(alike)
    score = np.where(known & (np.nan_to_num(alike) >= _ALIKE), 1.0, np.where(known, -3.0, -0.2))
    told = ~np.isnan(moving)
    window = np.ones(2 * _APART + 1)
    count = np.convolve(told, window, mode="same")
    mean = np.convolve(np.nan_to_num(moving), window, mode="same") / np.maximum(count, 1)
    score[(count >= _APART) & (mean < _OUT_OF_STEP)] = -3.0
    score[~reaches] = -np.inf
    found = []
    for first, last in _sums(score):
        inside = slice(first, last + 1)
        moves = moving[inside][told[inside]]
        if plane.times_b[last] - plane.times_b[first] < _SHORTEST - STEP:
            continue
        if len(moves) < 5 or float(np.mean(moves)) < _IN_STEP:
            continue
        b_start, b_end = float(plane.times_b[first]), b.until(last)
        a_start = line.offset + line.speed * b_start
        a_end = line.offset + line.speed * b_end
        found.append(
            (
                first,
                last,
                Stretch(
                    a_start=round(min(max(a_start, 0.0), a.end), 3),
                    a_end=round(min(max(a_end, 0.0), a.end), 3),
                    b_start=round(b_start, 3),
                    b_end=round(b_end, 3),
                    agreement=round(min(1.0, float(np.nanmean(alike[inside]))), 4),
                    motion=round(min(1.0, float(np.mean(moves))), 4),
                ),
            )
        )
    return found


def _sums(score: NDArray[np.float64]) -> list[tuple[int, int]]:
    """All maximal runs whose scores sum to most (Ruzzo and Tompa, "A linear time algorithm for finding all maximal
    scoring subsequences", ISMB 1999)."""
    runs: list[tuple[int, int, float, float]] = []
    total = 0.0
    for place, value in enumerate(score):
        if value == -np.inf:
            total -= 1e6
            continue
        before, total = total, total + value
        if value <= 0:
            continue
        first, low = place, before
        while True:
            k = next((k for k in range(len(runs) - 1, -1, -1) if runs[k][2] < low), None)
            if k is None or runs[k][3] >= total:
                runs.append((first, place, low, total))
                break
            first, low = runs[k][0], runs[k][2]
            del runs[k:]
    return [(first, last) for first, last, _, _ in runs]
