"""Each frame of one video compared with each of another one, and the stretches that run along lines of that plane.

Lines of matches (offset and speed) are found by Hough voting, as Douze, Jégou and Schmid do ("An image-based approach
to video copy detection with spatio-temporal post-filtering", IEEE Transactions on Multimedia 2010), here with a second
vote for speed. What changes from frame to frame tells the time where the picture as a whole does not (compare Kim and
Vasudev, "Spatiotemporal sequence matching for efficient video copy detection", IEEE TCSVT 2005).
"""

from dataclasses import dataclass, replace
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.analysis import Stretch
from annotator.media.moments import STEP, Track

Floats = NDArray[np.float32]
Yes = NDArray[np.bool_]

_SIDE: Final = 32
"""Points a side at which the overlap of two frames is compared."""
_SPEEDS: Final = np.round(np.arange(0.86, 1.1601, 0.01), 2)
_SPEED_DOUBT: Final = 0.2
"""A change of speed is rare, and in a short stretch next to nothing tells it from a shift."""
_NO_DRIFT: Final = 0.15
"""Seconds over a whole stretch that are no sign of another speed."""
_APART: Final = 3
"""Frames before and after, between which a change is looked at."""
_LEAST_CONTRAST: Final = 3.0
_LEAST_CHANGE: Final = 2.0
"""Grey levels, root mean square: below it a change is the encoder's noise."""
_ALIKE: Final = 0.6
_IN_STEP: Final = 0.35
_SURELY_IN_STEP: Final = 0.6
_OUT_OF_STEP: Final = 0.15
_STEADY: Final = 0.7
"""Frames that are less like the next one say nothing where they are not met exactly."""
_FADE: Final = 0.9
"""How like the picture itself, or what shows through, a change is that only makes it lighter or darker."""
_FEWEST_MOVING: Final = 5
"""Frames in which something moves. A cut leaves two unlike their neighbours, so that two cuts, as between cards that
follow upon each other, tell no time, and a slide show does."""
_SHORTEST: Final = 0.8
"""Seconds."""
_SHORT: Final = 2.0
_MOST: Final = 16
"""Stretches."""
_CELL: Final = 8
"""Points a side of the parts of the picture of which each is asked whether it is the same in both."""
_OVER: Final = 1.0
"""How far a point differs, in standard deviations, where something lies over the picture."""
_MOST_OVER: Final = 0.4


@dataclass(frozen=True, slots=True)
class Views:
    """The frames of one video at the same points."""

    detail: Floats
    """(n, points): what each shows, of unit standard deviation; nan where that is nothing."""
    change: Floats
    """(n, points): what changes, likewise."""
    steady: Yes
    """(n,): whether a frame and its neighbours are alike."""
    moves: Yes
    """(n,): whether something changes that is no fade, and not because of a cut before or after."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Frames of a (rows) and b (columns) compared."""

    a: Track
    b: Track
    cells: NDArray[np.int64]
    """(points,): which part of the picture each lies in."""
    views: tuple[Views, Views]
    alike: Floats
    """What they show: normalised correlation; nan where one shows nothing."""
    moving: Floats
    """What changes in them, likewise; nan where nothing does."""


@dataclass(frozen=True, slots=True)
class _Line:
    """time in a = offset + speed × time in b."""

    offset: float
    speed: float

    def at(self, seconds: NDArray[Any]) -> Floats:
        return np.asarray(self.offset + self.speed * seconds, np.float32)


@dataclass(frozen=True, slots=True)
class _Run:
    line: _Line
    first: int
    last: int
    """Frames of b."""


def plane(a: Track, b: Track, matrix: NDArray[np.float64]) -> Plane:
    """All frames compared where they overlap, once `matrix` (from b to a, in fractions) lays them over each other."""
    corners = cv2.perspectiveTransform(np.array([[[0, 0]], [[1, 0]], [[1, 1]], [[0, 1]]], np.float64), matrix)[:, 0]
    low, high = corners.min(axis=0).clip(0, 1), corners.max(axis=0).clip(0, 1)
    ticks = (np.arange(_SIDE) + 0.5) / _SIDE
    places = np.stack(np.meshgrid(low[0] + ticks * (high[0] - low[0]), low[1] + ticks * (high[1] - low[1])), axis=-1)
    flat = cv2.perspectiveTransform(places.reshape(-1, 1, 2), np.linalg.inv(matrix))
    there = np.asarray(flat, np.float64).reshape(_SIDE, _SIDE, 2)
    inside = np.all((there >= 0.01) & (there <= 0.99), axis=2)
    rows = np.arange(_SIDE) // _CELL
    cells = np.add.outer(rows * (_SIDE // _CELL), rows)[inside]
    return _compared(a, b, cells, (_views(a, places, inside), _views(b, there, inside)))


def _compared(a: Track, b: Track, cells: NDArray[np.int64], views: tuple[Views, Views]) -> Plane:
    mine, other = views
    points = max(1, mine.detail.shape[1])
    return Plane(a, b, cells, views, mine.detail @ other.detail.T / points, mine.change @ other.change.T / points)


def _views(track: Track, places: NDArray[np.float64], inside: Yes) -> Views:
    apart = np.ptp(places.reshape(-1, 2), axis=0) * track.frames.shape[:0:-1] / _SIDE
    frames = track.shrunk(int(apart.max()))
    height, width = frames.shape[1:]
    x = (places[..., 0] * width - 0.5).astype(np.float32)
    y = (places[..., 1] * height - 0.5).astype(np.float32)
    seen = np.empty((len(track), _SIDE, _SIDE), np.float32)
    for number, frame in enumerate(frames):
        seen[number] = cv2.remap(frame, x, y, cv2.INTER_LINEAR)
    detail = np.stack([frame - cv2.GaussianBlur(frame, (0, 0), _SIDE / 8) for frame in seen])[:, inside]
    spread = detail.std(axis=1, keepdims=True)
    shown = _unit(np.clip(detail, -2.5 * spread, 2.5 * spread), _LEAST_CONTRAST)
    before, after = track.shifted(-_APART), track.shifted(_APART)
    change = (seen[after] - seen[before])[:, inside]
    change[(after - before) < _APART] = 0
    next_alike = np.append((shown[1:] * shown[:-1]).mean(axis=1), 1.0)
    steady = ~((next_alike < _STEADY) | (np.insert(next_alike[:-1], 0, 1.0) < _STEADY))
    changes = _unit(change, _LEAST_CHANGE)
    beside = steady & (np.convolve(~steady, np.ones(2 * _APART + 1))[_APART:-_APART] > 0)
    with np.errstate(invalid="ignore"):
        like = [np.abs((changes * _unit(seen[way][:, inside], 0.5)).mean(axis=1)) for way in (before, after)]
    faded = np.fmax(like[0], like[1]) >= _FADE
    return Views(shown, changes, steady, ~np.isnan(changes).any(axis=1) & ~beside & ~faded)


def _unit(rows: Floats, least: float) -> Floats:
    rows = rows - rows.mean(axis=1, keepdims=True)
    strength = np.sqrt((rows**2).mean(axis=1, keepdims=True))
    return np.asarray(rows / np.where(strength >= least, strength, np.nan), np.float32)


def stretches(both: Plane) -> list[Stretch]:
    """The stretches along the lines of the plane, in order of their start in b; no frame of b is told to be two."""
    runs = _runs(both)
    if runs and (clear := _uncovered(both, runs)) is not None:
        again = _runs(clear)
        if sum(run.last - run.first for run in again) >= sum(run.last - run.first for run in runs):
            both, runs = clear, again
    runs = _parted(both, sorted(runs, key=lambda run: run.first))
    found = [one for one in (_told(both, run) for run in runs) if one is not None]
    whole = both.b.seconds
    return [one for one in found if _sure(one, found, whole)]


def unmoving(both: Plane, found: list[Stretch]) -> float:
    """Seconds of b that look like a, but of which no time can be told, for nothing moves."""
    with np.errstate(invalid="ignore"):
        alike = np.nan_to_num(both.alike, nan=-1.0).max(axis=0) >= 0.9
    still = np.isnan(both.moving).all(axis=0)
    for one in found:
        still &= (both.b.times < one.b_start) | (both.b.times >= one.b_end)
    return round(float((alike & still).sum()) * STEP, 1)


def shift(both: Plane, offset: float, speed: float, *, most: float) -> float | None:
    """By how many seconds, at most so many, the frames of a come later than a line says; None where nothing on a line
    near it is alike."""
    best, by = 0.0, None
    for tried in sorted(np.arange(-most, most + STEP / 2, STEP / 2), key=abs):
        line = _Line(offset + float(tried), speed)
        alike, moving = _along(both, line, both.alike), np.nan_to_num(_along(both, line, both.moving))
        known = ~np.isnan(alike)
        if known.sum() < 0.5 * len(alike) or float(np.median(alike[known])) < _ALIKE:
            continue
        worth = float(alike[known].mean() + moving.mean())
        if worth > best + 0.01:
            best, by = worth, float(tried)
    return by


def _runs(both: Plane) -> list[_Run]:
    found: list[_Run] = []
    free = np.ones(len(both.b), bool)
    while len(found) < _MOST:
        line = _line(both, free)
        runs = [] if line is None else _along_line(both, free, _refined(both, free, line))
        if not runs:
            return found
        for run in runs:
            free[run.first : run.last + 1] = False
        found += runs
    return found


def _line(both: Plane, free: Yes) -> _Line | None:
    """The line with most votes of frames that are alike and move alike."""
    strength = np.nan_to_num(both.moving) * (np.nan_to_num(both.alike) >= _ALIKE) * free
    i, j = np.nonzero(strength >= 0.5)
    if len(i) < 5:
        return None
    weights = strength[i, j] ** 4
    best, most = _Line(0.0, 1.0), 0.0
    low = float(both.a.times[0] - _SPEEDS[-1] * both.b.times[-1])
    for speed in _SPEEDS:
        bins = ((both.a.times[i] - speed * both.b.times[j] - low) / STEP).astype(np.int64)
        votes = np.convolve(np.bincount(np.maximum(bins, 0), weights), (0.5, 1, 0.5), mode="same")
        top = int(votes.argmax())
        if votes[top] > most * 1.02 + 1e-6 or (speed == 1.0 and votes[top] > most * 0.98):
            best, most = _Line(low + (top + 0.5) * STEP, float(speed)), float(votes[top])
    return best if most > 2 else None


def _refined(both: Plane, free: Yes, line: _Line) -> _Line:
    """The line brought to where frames move alike most, pivoting about the middle of what agrees with it."""
    value = np.nan_to_num(both.moving)
    good = free & (_along(both, line, value) >= _IN_STEP)
    if not good.any():
        return line
    middle = float(both.b.times[good].mean())
    best, most = line, -1.0
    for spread, steps in ((0.2, 9), (0.04, 9)):
        speeds, shifts = np.meshgrid(
            best.speed + np.linspace(-spread / 10, spread / 10, steps), np.linspace(-spread, spread, steps)
        )
        offsets = best.offset + best.speed * middle + shifts - speeds * middle
        met = _met(both, (offsets[..., None] + speeds[..., None] * both.b.times).astype(np.float32), value)
        worth = np.nan_to_num(met)[..., good].sum(axis=-1) * (1 - _SPEED_DOUBT * np.abs(speeds - 1))
        if float(worth.max()) > most + 1e-6:
            top = int(worth.argmax())
            best, most = _Line(float(offsets.flat[top]), float(speeds.flat[top])), float(worth.max())
    if abs(best.speed - 1) * float(np.ptp(both.b.times[good])) < _NO_DRIFT:
        return _Line(float(best.at(np.array(middle)) - middle), 1.0)
    return best


def _along(both: Plane, line: _Line, values: Floats) -> Floats:
    """Values on a line, one for each frame of b, between the two nearest frames of a; nan beyond a's frames."""
    return _met(both, line.at(both.b.times), values)


def _met(both: Plane, at: Floats, values: Floats) -> Floats:
    """The same for lines (…, frames of b) that tell when each frame of b is met in a, in seconds."""
    times, columns = both.a.times, np.arange(len(both.b))
    if len(times) == 1:
        return np.where(np.abs(at - times[0]) < STEP, values[0], np.nan)
    after = np.searchsorted(times, at).clip(1, len(times) - 1)
    gap = times[after] - times[after - 1]
    share = ((at - times[after - 1]) / np.maximum(gap, 1e-6)).clip(0, 1).astype(np.float32)
    low, high = values[after - 1, columns], values[after, columns]
    # The nearer of both counts as it is: a mean of two frames on both sides of a cut is neither.
    mixed = np.fmax(low * (1 - share) + high * share, np.where(share < 0.5, low, high))
    beyond = (at < times[0] - STEP) | (at > times[-1] + STEP) | (gap > 3 * STEP)
    return np.where(beyond, np.nan, mixed)


def _nearest(both: Plane, line: _Line) -> NDArray[np.int64]:
    """For each frame of b the frame of a on the line."""
    times = both.a.times
    after = np.searchsorted(times, line.at(both.b.times)).clip(0, len(times) - 1)
    before = np.maximum(after - 1, 0)
    at = line.at(both.b.times)
    return np.where(np.abs(times[before] - at) <= np.abs(times[after] - at), before, after)


def _along_line(both: Plane, free: Yes, line: _Line) -> list[_Run]:
    alike, moving = _along(both, line, both.alike), _along(both, line, both.moving)
    at = line.at(both.b.times)
    reaches = (at >= both.a.times[0] - STEP) & (at <= both.a.times[-1] + STEP) & free
    steady = both.views[0].steady[_nearest(both, line)] & both.views[1].steady
    known, told = ~np.isnan(alike), ~np.isnan(moving)
    unlike = np.where(steady, -3.0, -0.2)
    score = np.where(known & (np.nan_to_num(alike) >= _ALIKE), 1.0, np.where(known, unlike, -0.2))
    window = np.ones(2 * _APART + 1)
    count = np.convolve(told, window, mode="same")
    mean = np.convolve(np.nan_to_num(moving), window, mode="same") / np.maximum(count, 1)
    score[(count >= _APART) & (mean < _OUT_OF_STEP) & steady] = -3.0
    score[~reaches] = -np.inf
    found = []
    for first, last in _sums(score):
        moves = moving[first : last + 1][told[first : last + 1]]
        long = both.b.times[last] - both.b.times[first] >= _SHORTEST - STEP
        if long and len(moves) >= 5 and float(np.mean(moves)) >= _IN_STEP:
            found.append(_Run(line, first, last))
    return found


def _sums(score: NDArray[np.float64]) -> list[tuple[int, int]]:
    """All maximal runs whose scores sum to most (Ruzzo and Tompa, "A linear time algorithm for finding all maximal
    scoring subsequences", ISMB 1999)."""
    runs: list[tuple[int, int, float, float]] = []
    total = 0.0
    for place, value in enumerate(score):
        before, total = total, total + max(float(value), -1e6)
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


def _uncovered(both: Plane, runs: list[_Run]) -> Plane | None:
    """The plane without the points over which a logo or a caption lies in one of the videos; None where there are
    none."""
    mine, other = both.views
    pairs = [(int(i), j) for run in runs for j, i in enumerate(_nearest(both, run.line)) if run.first <= j <= run.last]
    rows_a, rows_b = np.array([i for i, _ in pairs]), np.array([j for _, j in pairs])
    with np.errstate(invalid="ignore"):
        off = np.nanmedian(np.abs(mine.detail[rows_a] - other.detail[rows_b]), axis=0)
    over = np.nan_to_num(off) > _OVER
    if not 0.01 < over.mean() <= _MOST_OVER:
        return None
    clear = tuple(
        replace(view, detail=_unit(view.detail[:, ~over], 0.0), change=_unit(view.change[:, ~over], 0.0))
        for view in both.views
    )
    return _compared(both.a, both.b, both.cells[~over], (clear[0], clear[1]))


def _parted(both: Plane, runs: list[_Run]) -> list[_Run]:
    """Where one run follows upon another: cut between them where both together are most like a."""
    runs = list(runs)
    for place in range(len(runs) - 1):
        left, right = runs[place], runs[place + 1]
        if right.first - left.last > 2 * _APART:
            continue
        first, last = (left.first + 2, right.last - 2)
        if last <= first:
            continue
        values = [
            np.nan_to_num(_along(both, run.line, both.alike)) + 0.3 * np.nan_to_num(_along(both, run.line, both.moving))
            for run in (left, right)
        ]
        gain = np.cumsum((values[0] - values[1])[first : last + 1])
        cut = first + int(gain.argmax())
        runs[place], runs[place + 1] = replace(left, last=cut), replace(right, first=cut + 1)
    return runs


def _told(both: Plane, run: _Run) -> Stretch | None:
    inside = slice(run.first, run.last + 1)
    alike, moving = (_along(both, run.line, values)[inside] for values in (both.alike, both.moving))
    b_start, b_end = float(both.b.times[run.first]), both.b.until(run.last)
    offset, speed = run.line.offset, run.line.speed
    # What lies before the start of a, or after its end, is none of it.
    b_start, b_end = max(b_start, -offset / speed), min(b_end, (both.a.end - offset) / speed)
    a_start, a_end = (min(max(offset + speed * at, 0.0), both.a.end) for at in (b_start, b_end))
    moves = both.views[0].moves[_nearest(both, run.line)] & both.views[1].moves
    if a_end - a_start < STEP or (moves[inside] & ~np.isnan(moving)).sum() < _FEWEST_MOVING:
        return None
    return Stretch(
        a_start=round(a_start, 3),
        a_end=round(a_end, 3),
        b_start=round(b_start, 3),
        b_end=round(b_end, 3),
        agreement=round(min(1.0, float(np.nanmean(alike))), 4),
        motion=round(min(1.0, float(np.nanmean(moving))), 4),
    )


def _sure(one: Stretch, found: list[Stretch], whole: float) -> bool:
    """A short piece must be plain, and one of a that was met before too: where little moves, much looks alike."""
    length = one.b_end - one.b_start
    again = any(
        min(one.a_end, other.a_end) - max(one.a_start, other.a_start) > 0.3 * (one.a_end - one.a_start)
        for other in found
        if other is not one and other.b_end - other.b_start >= length
    )
    if length < _SHORT and (again or length < 0.5 * whole) and one.motion < _SURELY_IN_STEP:
        return False
    return not again or one.motion >= _SURELY_IN_STEP
