"""What differs between two pictures of one camera: another moment, or something put on a copy.

Where two pictures that lie on each other differ, the one that shows a thing has an edge around it, and the other goes
on there. What was put on a copy – a logo, a caption, a face over a face – is in one of the two, or is flat, or lets the
picture shine through. What moves is in both: here in the one, there in the other. Who came or went is in one of the
two as well, but looks like the rest of the picture; so does a sticker cut out of a photograph.
"""

from collections import Counter
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import corners
from annotator.signature import Signature
from annotator.similarity.evidence import Evidence, inverse
from annotator.similarity.things import Thing

_LEAST: Final = 60
"""Pixels of 240 by 180 or so, below which nothing is told of."""
_MOSTLY: Final = 0.4
"""Share of what one of the pictures shows that is no drawing."""
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
_AROUND: Final = 0.72
"""Correlation of the two pictures in the box of a thing (seen: more in 98 of 100 pictures with blurred faces; 0.48 and
less of nearly all people, 0.71 of one before a bright path)."""
_BETWEEN: Final = 0.7
"""The same of strokes of letters."""
_STROKES: Final = 3
_MOST_BESIDE: Final = 0.1
"""Share of all differences that such strokes take beside people, as shadows do."""
_VIVID: Final = 40
"""Levels by which the colour there is off (seen: 21 and less of most people, 59 and more of emoji)."""
_LINE: Final = (0.3, 0.4, 0.7)
"""What stands in a line is longer than so much of the picture, narrower than so much of that, with things along so much
of it."""
_TALL: Final = 1.2
"""Times as high as wide, as people are who stand in a line; letters of one are joined to words."""
_MOSTLY_TALL: Final = 0.6
"""Share of all differences."""
_COME: Final = 0.3
"""Share of all differences."""


def differing(things: list[Thing]) -> list[Thing]:
    """Those that are large enough and photographed, as it seems: what is worth a word where all else is the same."""
    return [thing for thing in things if thing.real and thing.area >= _LEAST]


def moves(things: list[Thing]) -> bool:
    """Whether things are elsewhere in the one picture than in the other."""
    if not things or _put_on(things):
        return False
    return sum(thing.again for thing in things) > 1 or all(_shows(things, owner) for owner in (0, 1))


def come(a: Signature, b: Signature, found: Evidence, things: list[Thing]) -> list[Thing]:
    """What one of two pictures that lie on each other as those of a camera that stands still shows, if it may be
    somebody who came or went, or was put on a copy or taken out of it: pixels do not tell which."""
    on, other = (a, b) if found.overlay.on_a else (b, a)
    frame = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    ways = (found.overlay.matrix, inverse(found.overlay.matrix))
    fixed = (
        max(float(np.abs(corners(way) - frame).max()) for way in ways) < _FIXED
        and found.rest <= _FIXED_REST
        and found.drift <= _FIXED_DRIFT
        and found.likeness >= _FIXED_LIKE
        and np.abs(found.overlay.tone - found.overlay.other_tone)[found.agreeing].mean() < _FIXED_TONE
    )
    if not fixed or _written(things, on.grey.shape):
        return []
    colours = (_chroma(on.colour), _chroma(cv2.resize(other.colour, on.colour.shape[1::-1])))
    shown = [thing for thing in things if _may_come(thing) and not _vivid(*colours, thing)]
    drawn = sum(thing.area for thing in things if not thing.real)
    least = max(_LEAST, drawn, _COME * sum(thing.area for thing in things))
    return shown if sum(thing.area for thing in shown) >= least else []


def _may_come(thing: Thing) -> bool:
    """Whether it looks photographed, and nothing of the other picture is seen around it or through it."""
    return thing.real and thing.open and thing.around < _AROUND


def _written(things: list[Thing], shape: tuple[int, ...]) -> bool:
    """Whether they are letters: one picture is seen between the strokes in the other, or they stand close to each other
    in one line across it."""
    if len(things) < 2:
        return False
    strokes = [thing.area for thing in things if thing.around > _BETWEEN]
    if len(strokes) >= _STROKES and sum(strokes) > _MOST_BESIDE * sum(thing.area for thing in things):
        return True
    least, narrow, full = _LINE
    sides = np.array([thing.box for thing in things]).reshape(-1, 2, 2) * (shape[1], shape[0])
    middles, halves = sides.mean(axis=1), np.diff(sides, axis=1)[:, 0] / 2
    spots = np.concatenate([middles + 0.7 * halves * way for way in ((0, 1), (0, -1), (1, 0), (-1, 0))])
    _, (width, height), degrees = cv2.minAreaRect(spots.astype(np.float32))
    length = max(width, height)
    angle = np.radians(degrees if width >= height else degrees + 90)
    along = np.array([np.cos(angle), np.sin(angle)])
    wide, high = halves.T
    areas = np.array([thing.area for thing in things])
    people = areas[high >= _TALL * wide].sum() >= _MOSTLY_TALL * areas.sum() or abs(along[1]) > abs(along[0])
    if people or length < least * max(shape) or min(width, height) > narrow * length:
        return False
    at, reach = middles @ along, halves @ np.abs(along)
    line = np.zeros(round(length) + 1, np.bool_)
    first = float((at - reach).min())
    for start, end in zip(at - reach - first, at + reach - first, strict=True):
        line[round(start) : round(end)] = True
    return bool(line.mean() > full)


def _chroma(colour: NDArray[Any]) -> NDArray[np.float64]:
    return np.asarray(colour - colour.mean(axis=2, keepdims=True), np.float64)


def _vivid(one: NDArray[np.float64], other: NDArray[np.float64], thing: Thing) -> bool:
    """Whether the two colours are far off where the thing is, and not because black hides a colour."""
    size = np.array(one.shape[1::-1])
    left, top = np.floor(thing.box[:2] * size).astype(int)
    right, bottom = np.ceil(thing.box[2:] * size).astype(int)
    here = one[top:bottom, left:right], other[top:bottom, left:right]
    if thing.black and thing.owner >= 0:
        shown, hidden = (float(np.median(np.abs(colour).max(axis=2))) for colour in here[:: 1 - 2 * thing.owner])
        if shown < hidden:
            return False
    return float(np.percentile(np.abs(here[0] - here[1]).max(axis=2), 90)) >= _VIVID


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
