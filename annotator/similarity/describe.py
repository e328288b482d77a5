"""How one picture lies on another and how they differ → the steps that lead from the better one to the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Grey, Matrix, corners, moved
from annotator.signature import Signature
from annotator.similarity.evidence import Evidence, bend, continues, inverse, others, sampled
from annotator.similarity.overlay import Overlay
from annotator.similarity.things import Thing
from annotator.steps import PLACES, Done, Step

Side = Literal["a", "b"]

WHOLE: Final = 0.97
"""Share of a picture that is taken for all of it: borders of 1 % on each side are not measured."""
BENT: Final = 1.5
"""Pixels of shear and perspective (of 240) that no turning, scaling or stretching leaves."""
_LEVEL: Final = 1.0
"""Degrees that are not told from none."""
_STRETCH: Final = 0.03
_SHIFT: Final = 0.003
"""Share of a side (seen: 0.0034 of copies, 0.004 and more of moments of one film)."""
_WORSE: Final = 1.3
"""Times as far off where the frames lie on each other (seen: 2 and more of moments, 1 of soft copies)."""
_COLOURED, _COLOURLESS = 10.0, 3.0
"""Levels between the strongest and the weakest channel, in the mean."""
_TONED: Final = 10.0
"""Levels that brightness, or the mean of a channel, differs by."""
_MOST_ADDED: Final = 3


def steps(
    a: Signature, b: Signature, found: Evidence, things: list[Thing], *, told: bool
) -> tuple[tuple[Step, ...], Side | None]:
    """The steps from the better picture to the other, in the order in which they are said, and which is the better;
    from a to b where that can't be known. Only what was measured is said.

    `things` differ; they are said where nothing else is, or if they are to be `told`: then nobody knows who was first.
    """
    better = None if told else _better(a, b, found)
    if better == "b":
        a, b, found = b, a, found.turned_round
    framing = _framing(a, b, found)
    done = [*_placing(a, b, found), *framing]
    added = _additions(found, known=better is not None, cut=bool(framing)) if better is not None or not done else []
    done += [*added, *_colours(a, b, found)]
    if not done or (told and not added):
        done += _differences(a, b, found, things)
    return tuple(done), better


def bars(outer: Grey, quad: Matrix) -> bool:
    """Whether all that a picture shows outside of those corners (in fractions of it) is of one or two tones."""
    size = np.array([outer.shape[1], outer.shape[0]])
    mask = np.full(outer.shape, 255, np.uint8)
    cv2.fillConvexPoly(mask, np.round(quad * size - 0.5).astype(np.int32), 0)
    mask = np.asarray(cv2.erode(mask, np.ones((5, 5), np.uint8), borderValue=255))
    outside = outer[mask > 0]
    if len(outside) < 16:
        return False
    counts = np.bincount(outside, minlength=256).astype(np.float64)
    near = np.convolve(counts, np.ones(13), "same")
    first = int(near.argmax())
    near_second = near.copy()
    near_second[max(0, first - 13) : first + 14] = 0
    return bool((near[first] + near_second.max()) / len(outside) > 0.93)


def _better(a: Signature, b: Signature, found: Evidence) -> Side | None:
    """The one that was not cut, put somewhere, covered or robbed of its colours, if just one of them was not."""
    if found.shared_b >= WHOLE > found.shared_a:
        if continues(a.grey, corners(found.overlay.matrix)):
            return "a"
        return "b" if _framed(a, found.overlay.matrix) else None
    if found.shared_a >= WHOLE > found.shared_b:
        if continues(b.grey, corners(inverse(found.overlay.matrix))):
            return "b"
        return "a" if _framed(b, inverse(found.overlay.matrix)) else None
    covered = {other.covers for other in others(found)} - {None}
    if len(covered) == 1:
        return "b" if "a" in covered else "a"
    if _grey(b) and not _grey(a) and _chroma(a) > _COLOURED:
        return "a"
    if _grey(a) and not _grey(b) and _chroma(b) > _COLOURED:
        return "b"
    return None


def _framed(outer: Signature, matrix: Matrix) -> bool:
    """Whether what lies around the other picture is no part of the same photograph: the other's border is seen in it
    all around, or there are bars."""
    return bars(outer.grey, corners(matrix)) or _seen_border(outer.grey, corners(matrix))


def _seen_border(outer: Grey, quad: Matrix) -> bool:
    """Whether an edge runs along most of that quadrilateral, which is not there beside it."""
    soft = cv2.GaussianBlur(outer, (0, 0), 0.7).astype(np.float32)
    size = np.array([outer.shape[1], outer.shape[0]])
    points = quad * size - 0.5
    middle = points.mean(axis=0)
    strong = total = 0
    for start, end in zip(points, np.roll(points, -1, axis=0), strict=True):
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1e-6)
        away = np.array([along[1], -along[0]])
        away = away if away @ (start - middle) > 0 else -away
        line = start + np.linspace(0.05, 0.95, 40)[:, None] * (end - start)
        spots = [line + away * step for step in (-8.0, -5.0, -2.0, 2.0, 5.0, 8.0)]
        usable = np.logical_and.reduce([((spot >= 0) & (spot <= size - 1)).all(axis=1) for spot in spots])
        if usable.sum() < 8:
            continue
        values = np.stack([sampled(soft, spot[usable]) for spot in spots])
        steps_across = np.abs(np.diff(values, axis=0)).mean(axis=1)
        strong += int(usable.sum()) if steps_across[2] > 2 * max(steps_across[[0, 1, 3, 4]].mean(), 3.0) else 0
        total += int(usable.sum())
    return total > 0 and strong > 0.7 * total


def _placing(a: Signature, b: Signature, found: Evidence) -> list[Step]:
    """What was done to the whole of a: mirrored, turned, stretched, seen at an angle."""
    linear = _linear(a, b, found)
    done = [Step(done=Done.MIRRORED)] if np.linalg.det(linear) < 0 else []
    turn = _turn(linear)
    square = round(turn / 90) * 90
    if abs(turn - square) < _LEVEL:
        turn = float(square % 360)
    if turn:
        done.append(Step(done=Done.TURNED, value=round(turn, 1)))
    wide, high = np.linalg.norm(linear, axis=0)
    bent = bend(found.overlay, a.grey.shape, b.grey.shape) > BENT
    if bent:
        done.append(Step(done=Done.PERSPECTIVE))
    elif abs(np.log(wide / high)) > _STRETCH:
        done.append(Step(done=Done.STRETCHED, value=round(float(wide / high), 2)))
    if off := shifted(a, b, found):
        done.append(Step(done=Done.SHIFTED, value=round(off, 3)))
    return done


def shifted(a: Signature, b: Signature, found: Evidence) -> float:
    """How far the other picture's frame is moved as a whole, as a share of a side; 0 where that is next to nothing, or
    one of the two is cut. Each then shows at one edge what the other does not, as a camera that is held by hand does
    from one moment to the next, and no copy."""
    if min(found.shared_a, found.shared_b) < WHOLE:
        return 0.0
    there = corners(found.overlay.matrix)
    sides = np.sort(there, axis=0)
    first, last = sides[:2].mean(axis=0), sides[2:].mean(axis=0) - 1
    off = float(np.where(first * last > 0, np.minimum(np.abs(first), np.abs(last)), 0).max())
    if off <= _SHIFT:
        return 0.0
    frames = cv2.getPerspectiveTransform(corners(np.eye(3)).astype(np.float32), np.round(there).astype(np.float32))
    level = replace(found.overlay, matrix=np.asarray(frames, np.float64))
    return off if _misfit(a, b, level) > _WORSE * _misfit(a, b, found.overlay) else 0.0


def _misfit(a: Signature, b: Signature, overlay: Overlay) -> float:
    """Grey levels by which one picture is off the other as it lies on it, in the mean."""
    below, laid, reach = overlay.laid(a.grey, b.grey)
    off = below[reach].astype(np.float64) - laid[reach]
    return float(np.abs(off - off.mean()).mean())


def askew(a: Signature, b: Signature, found: Evidence) -> float:
    """By how many degrees one of the pictures is turned from a right angle, at most 45."""
    return abs((_turn(_linear(a, b, found)) + 45) % 90 - 45)


def _linear(a: Signature, b: Signature, found: Evidence) -> Matrix:
    """From pixels of a to pixels of b, near the middle of a."""
    middle = np.array([[0.5, 0.5], [0.51, 0.5], [0.5, 0.51]])
    at, right, down = moved(inverse(found.overlay.matrix), middle) * (b.width, b.height)
    return np.column_stack([(right - at) / (0.01 * a.width), (down - at) / (0.01 * a.height)])


def _turn(linear: Matrix) -> float:
    """Degrees clockwise, after mirroring where that is done."""
    if np.linalg.det(linear) < 0:
        linear = linear * (-1, 1)
    return float(np.degrees(np.arctan2(linear[1, 0] - linear[0, 1], linear[0, 0] + linear[1, 1]))) % 360


def _framing(a: Signature, b: Signature, found: Evidence) -> list[Step]:
    """What was cut off of a, and what was put around it."""
    done = []
    if found.shared_a < WHOLE:
        done.append(Step(done=Done.CROPPED, value=round(found.shared_a, 3)))
    if found.shared_b < WHOLE:
        there = corners(inverse(found.overlay.matrix))
        if bars(b.grey, there):
            done.append(Step(done=Done.BARS, value=round(1 - found.shared_b, 3), where=_one_side(there)))
        else:
            done.append(Step(done=Done.INSIDE, value=round(found.shared_b, 3)))
    return done


def _one_side(quad: Matrix) -> str:
    """The only side on which there is room around the quadrilateral, if there is one."""
    (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
    room = {"left": left, "top": top, "right": 1 - right, "bottom": 1 - bottom}
    sides = [side for side, share in room.items() if share > 0.02]
    return sides[0] if len(sides) == 1 else ""


def _additions(found: Evidence, *, known: bool, cut: bool) -> list[Step]:
    """What one of the two shows and the other doesn't. It was added to b if that covers it up, or if it is not seen
    which of them covers it and b was `cut`; nothing is said to be added where it isn't `known` that a is the better."""
    added = {"a": False, "b": known, None: known and cut}
    return [
        step
        for done in (Done.ADDED, Done.DIFFERS)
        for step in _by_place(
            done, ((one.share, one.middle) for one in others(found) if added[one.covers] == (done is Done.ADDED))
        )
    ]


def _differences(a: Signature, b: Signature, found: Evidence, things: list[Thing]) -> list[Step]:
    middles = np.array([thing.box for thing in things]).reshape(-1, 2, 2).mean(axis=1)
    there = moved(inverse(found.overlay.matrix), middles) if found.overlay.on_a else middles
    size = (a if found.overlay.on_a else b).grey.size
    shares = [thing.area / size for thing in things]
    return _by_place(Done.DIFFERS, zip(shares, there.tolist(), strict=True))


def _by_place(done: Done, things: Iterable[tuple[float, Sequence[float]]]) -> list[Step]:
    """Steps for shares of b and their middles: one for each place, the largest first."""
    shares = defaultdict[str, float](float)
    for share, middle in things:
        shares[_place(*middle)] += share
    most = sorted(shares, key=lambda where: -shares[where])[:_MOST_ADDED]
    return [Step(done=done, value=round(shares[where], 3), where=where) for where in most]


def _place(x: float, y: float) -> str:
    return PLACES[min(int(np.clip(y, 0, 1) * 3), 2) * 3 + min(int(np.clip(x, 0, 1) * 3), 2)]


def _colours(a: Signature, b: Signature, found: Evidence) -> list[Step]:
    """What was done to a's colours, as seen at the places that agree."""
    overlay, agreeing = found.overlay, found.agreeing
    done = [Step(done=Done.GREY)] if _grey(b) and _chroma(a) > _COLOURED else []
    toned = float(np.abs(overlay.tone[agreeing] - overlay.other_tone[agreeing]).mean()) > _TONED
    if not done and not toned:
        places = np.stack([overlay.x[agreeing], overlay.y[agreeing]], axis=1).astype(np.float64)
        across = moved(inverse(overlay.matrix) if overlay.on_a else overlay.matrix, places)
        below, above = (a, b) if overlay.on_a else (b, a)
        toned = float(np.abs(_mean_colour(below, places) - _mean_colour(above, across)).max()) > _TONED
    return [*done, *([Step(done=Done.TONED)] if toned else [])]


def _mean_colour(signature: Signature, places: Matrix) -> NDArray[np.float64]:
    height, width = signature.colour.shape[:2]
    x = np.clip(places[:, 0] * width, 0, width - 1).astype(int)
    y = np.clip(places[:, 1] * height, 0, height - 1).astype(int)
    return np.asarray(signature.colour[y, x].mean(axis=0), np.float64)


def _chroma(signature: Signature) -> float:
    return float(np.ptp(signature.colour.astype(np.int16), axis=2).mean())


def _grey(signature: Signature) -> bool:
    return _chroma(signature) < _COLOURLESS
