"""Whether things have moved between two pictures of one camera: another moment, not something put on a copy.

Where two pictures that lie on each other differ, the one that shows a thing has an edge around it, and the other goes
on there. What was put on a copy – a logo, a caption, a face over a face – is in one of the two, or is flat, or lets the
picture shine through. What moves is in both: here in the one, there in the other. Who came or went is in one of the
two as well, but looks like the rest of the picture; so does a sticker cut out of a photograph.
"""

from collections import Counter
from typing import Final

import cv2
import numpy as np

from annotator.geometry import Grey, corners
from annotator.signature import Signature
from annotator.similarity.evidence import Evidence
from annotator.similarity.things import Thing, differences

_LEAST: Final = 60
"""Pixels of the largest thing."""
_MOSTLY: Final = 0.4
_TOGETHER: Final = 0.95
"""Share of all differences in one place, as those of one logo are."""
_ONE_SIDED: Final = 0.18
"""Share of all differences that the picture with fewer things of its own shows; what moves in one place came to 0.2
and more."""
_ONE_SIDE: Final = 0.06
"""The same where all but the rest is shown by the other picture."""
_OTHER_SIDE: Final = 0.8
_FIXED: Final = 0.006
"""Share of a side by which the frames of a camera that stands still are off, at most."""
_FIXED_REST: Final = 0.01
_FIXED_DRIFT: Final = 0.3
_FIXED_LIKE: Final = 0.9
_FIXED_TONE: Final = 8.0
"""Grey levels."""
_AROUND: Final = 0.6
"""Correlation of the two pictures in the box of a thing (seen: 0.63 and more of three in four blurred faces, 0.48 and
less of nearly all people)."""
_BETWEEN: Final = 0.7
"""The same of strokes of letters."""
_STROKES: Final = 3
_VIVID: Final = 40
"""Levels by which its colour is off (seen: 21 and less of most people, 59 and more of emoji)."""
_LINE: Final = (0.3, 0.4, 0.7)
"""What stands in a line is longer than so much of the picture, narrower than so much of that, with things along so much
of it."""
_COME: Final = 0.3
"""Share of all differences."""


def shown_by_one(a: Grey, b: Grey, found: Evidence) -> list[Thing]:
    """What only one of the two pictures shows, as far as it can be told from a change of tone."""
    return [thing for thing in differences(a, b, found) if thing.real and thing.area >= _LEAST]


def moves(things: list[Thing]) -> bool:
    """Whether things are elsewhere in the one picture than in the other."""
    if not things or _put_on(things):
        return False
    return sum(thing.again for thing in things) > 1 or all(_shows(things, owner) for owner in (0, 1))


def comes(a: Signature, b: Signature, found: Evidence, things: list[Thing]) -> bool:
    """Whether one of two pictures that lie on each other as those of a camera that stands still shows something that
    may be somebody who came or went, or was put on a copy or taken out of it: pixels do not tell which."""
    frame = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    fixed = (
        np.abs(corners(found.overlay.matrix) - frame).max() < _FIXED
        and found.rest <= _FIXED_REST
        and found.drift <= _FIXED_DRIFT
        and found.likeness >= _FIXED_LIKE
        and np.abs(found.overlay.tone - found.overlay.other_tone)[found.agreeing].mean() < _FIXED_TONE
    )
    if not fixed or not things or _written(things, a.grey.shape):
        return False
    come = sum(thing.area for thing in things if _may_come(thing) and _colour(a, b, thing) < _VIVID)
    drawn = sum(thing.area for thing in things if not thing.real)
    return come >= max(_LEAST, drawn, _COME * sum(thing.area for thing in things))


def _may_come(thing: Thing) -> bool:
    """Whether it looks photographed, and nothing of the other picture is seen around it or through it."""
    return thing.real and thing.open and thing.around < _AROUND


def _written(things: list[Thing], shape: tuple[int, ...]) -> bool:
    """Whether they are letters: one picture is seen between the strokes in the other, or they stand close to each other
    in one line across it."""
    if len(things) < 2:
        return False
    if sum(thing.around > _BETWEEN for thing in things) >= _STROKES:
        return True
    least, narrow, full = _LINE
    sides = np.array([thing.box for thing in things]).reshape(-1, 2, 2) * (shape[1], shape[0])
    middles, halves = sides.mean(axis=1), np.diff(sides, axis=1)[:, 0] / 2
    spots = np.concatenate([middles + 0.7 * halves * way for way in ((0, 1), (0, -1), (1, 0), (-1, 0))])
    _, (width, height), degrees = cv2.minAreaRect(spots.astype(np.float32))
    length = max(width, height)
    if length < least * max(shape) or min(width, height) > narrow * length:
        return False
    angle = np.radians(degrees if width >= height else degrees + 90)
    along = np.array([np.cos(angle), np.sin(angle)])
    at, reach = middles @ along, halves @ np.abs(along)
    line = np.zeros(round(length) + 1, np.bool_)
    first = float((at - reach).min())
    for start, end in zip(at - reach - first, at + reach - first, strict=True):
        line[round(start) : round(end)] = True
    return bool(line.mean() > full)


def _colour(a: Signature, b: Signature, thing: Thing) -> float:
    """By how many levels its colour is off, without brightness, where it is most."""
    chroma = []
    for one in (a, b):
        size = np.array(one.colour.shape[1::-1])
        left, top = np.floor(thing.box[:2] * size).astype(int)
        right, bottom = np.ceil(thing.box[2:] * size).astype(int)
        part = one.colour[top:bottom, left:right].reshape(-1, 3).astype(np.float64)
        chroma.append(part - part.mean(axis=1, keepdims=True))
    if len(chroma[0]) != len(chroma[1]):
        return 0.0
    return float(np.percentile(np.abs(chroma[0] - chroma[1]).max(axis=1), 90))


def _put_on(things: list[Thing]) -> bool:
    """Whether what differs is one thing that one of the pictures shows, with what is seen between its parts."""
    total = sum(thing.area for thing in things)
    fewer, more = sorted(sum(thing.area for thing in things if thing.owner == owner) / total for owner in (0, 1))
    places = Counter[int]()
    for thing in things:
        places[thing.place] += thing.area
    together = places.most_common(1)[0][1] > _TOGETHER * total
    return (fewer < _ONE_SIDED and together) or (fewer < _ONE_SIDE and more > _OTHER_SIDE)


def _shows(things: list[Thing], owner: int) -> bool:
    """Whether one of the pictures shows things of its own that are mostly no drawings."""
    its = [thing for thing in things if thing.owner == owner]
    real = [thing.area for thing in its if thing.real]
    return max(real, default=0) >= _LEAST and sum(real) > _MOSTLY * sum(thing.area for thing in its)
