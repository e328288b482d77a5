"""Two signatures → whether they are of the same picture, and what was done to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

import cv2
import numpy as np

from annotator.geometry import Grey, Matrix, corners, moved, shared
from annotator.link import Relation
from annotator.signature import Part, Signature
from annotator.similarity.describe import BENT, WHOLE, askew, shifted, steps
from annotator.similarity.evidence import Evidence, bend, continues, inverse, weigh
from annotator.similarity.matching import fits
from annotator.similarity.motion import come, differing, moves
from annotator.similarity.overlay import lay
from annotator.similarity.positions import placed
from annotator.similarity.repeats import repeats
from annotator.similarity.things import Thing, differences
from annotator.steps import Done, Step

# These were set on altered copies of the real photos of the benchmark of duplicates and on its near-misses.
_SAME: Final = 0.75
"""Least agreement of one picture's copies (seen: 0.8 under logos, captions and boxes)."""
_LIKE: Final = 0.82
"""Least likeness (seen: 0.85 under text; 0.81 of brick walls, 0.79 of forms)."""
_LIKE_AND_SAME: Final = 1.7
"""Of both together."""
_CLEAR: Final = 0.94
"""Likeness of pages, and of what drifts."""
_MOST_REST: Final = 0.28
_SURE_REST: Final = 0.1
_MOST_BLOCK: Final = 0.26
_MOST_COVER: Final = 0.5
_LEAST_SHARE: Final = 0.55
"""Of the one picture or the other."""
_FEWEST: Final = 24
"""Places that agree; each is 4 pixels from the next."""
_FEWEST_ALONE: Final = 120
"""The same where no points do."""
_LEAST_SPREAD: Final = 0.2
_MOST_DRIFT: Final = 0.4
"""Pixels (seen: 0.3 of copies, 0.5 and more of second views)."""
_MOST_DRIFT_WHOLE: Final = 0.6
"""The same where one picture lies in the other as a whole, and clearly."""
_MOST_DRIFT_SMALL: Final = 0.7
"""The same where it is small there."""
_MOST_DRIFT_EDGED: Final = 0.95
"""The same where it ends there, with something around it."""
_FLAT_DRIFT: Final = 0.3
"""Below this, what is seen at an angle is flat: a screen with the picture, more likely than a wall."""
_SLANTED: Final = 0.92
"""Agreement below which a flat thing at an angle is one thing in two pictures (seen: 0.93 and more of copies)."""
_ASKEW: Final = 20
"""Degrees by which somebody who photographs a screen hardly turns the camera."""
_NEARLY_WHOLE: Final = 0.85
_SMALL: Final = 0.35
"""A share of a picture in which few pixels tell how one lies on the other."""
_SCENE: Final = 15
"""Points that two views of one scene have in common."""
_SCENE_SAME: Final = 0.3
_SCENE_DRIFT: Final = 0.9
_SCENE_REST: Final = 0.5
_SLOW: Final = 6.0
"""Pixels of 240 (standard deviation of a Gaussian)."""
_BRIGHT: Final = 160
_MOSTLY: Final = 0.4
_PLAIN: Final = 0.36
"""Share of a picture in its commonest tone (seen: 0.43 and more of screens and frames; a tenth of all photos)."""
_REPEATED_SAME: Final = 0.9
"""Least agreement of a part of what repeats itself (seen: 0.87 of fronts that lie on each other moved by a window)."""
_PLAIN_SAME: Final = 0.9
"""Least agreement of two of these (seen: 0.88 of one program's screens with other pictures)."""
_LEAST_WITHIN: Final = 0.65
"""Share of a picture that the other's part shows."""
_ROUGHLY: Final = 0.15
"""By which what points alone say of that share may be off."""
_FEWEST_WITHIN: Final = 12
"""Points (seen: 14 and more of pictures in a picture)."""
_NEARLY_ALL: Final = 0.9
_SAME_PLACE: Final = 0.04
_GRID: Final = np.linspace(0.1, 0.9, 5)
_MOSTLY_WITHIN: Final = 0.5
_BEFORE: Final = (Done.MIRRORED, Done.TURNED, Done.STRETCHED, Done.PERSPECTIVE, Done.CROPPED)
"""Steps that are said before a picture is put into another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to be sure: the least or the most of each measure of the evidence."""

    agreement: float
    likeness: float
    points: int
    drift: float
    block: float
    rest: float
    larger: float = 0.0
    """Of the two shares."""
    smaller: float = 0.0

    def speaks_for(self, found: Evidence) -> bool:
        return (
            found.agreement >= self.agreement
            and found.likeness >= self.likeness
            and found.points >= self.points
            and found.drift <= self.drift
            and found.block <= self.block
            and found.rest <= self.rest
            and max(found.shared_a, found.shared_b) >= self.larger
            and min(found.shared_a, found.shared_b) >= self.smaller
        )


_FIRM: Final = (
    _Way(agreement=0.72, likeness=0.55, points=14, drift=0.4, block=0.33, rest=0.1, larger=WHOLE, smaller=0.12),
    _Way(agreement=0.72, likeness=0.55, points=60, drift=0.2, block=0.33, rest=0.1),
    _Way(agreement=0.72, likeness=0.6, points=9, drift=0.12, block=0.15, rest=0.05, larger=WHOLE, smaller=0.12),
    _Way(agreement=0.78, likeness=0.8, points=60, drift=0.2, block=0.45, rest=0.05, larger=WHOLE),
)
"""What lies firmly where it does, as a picture under text across it, a logo and a box (seen: agreement of 0.73 and
likeness of 0.57; other pictures in one frame come to 0.78 and 0.53, but leave most of it out; of a tenth of a picture
another one came to 0.74 and 0.62)."""
_EDGED: Final = _Way(
    agreement=0.9, likeness=0.66, points=18, drift=_MOST_DRIFT_EDGED, block=0.1, rest=0.1, larger=WHOLE
)
"""A picture that ends in the other where it ends itself, as one on a screen does."""
_EDGED_PLAIN: Final = 0.93
"""Agreement of it where both are mostly of one tone."""
_CLEARLY: Final = (
    _Way(agreement=0.85, likeness=0.92, points=18, drift=0.2, block=0.45, rest=0.03, larger=WHOLE),
    _Way(agreement=0.9, likeness=0.9, points=60, drift=0.3, block=0.4, rest=0.03, larger=0.85),
)
"""A picture that agrees everywhere but under a box and a logo."""
_SOUND: Final = (
    _Way(agreement=0.82, likeness=0.9, points=55, drift=0.15, block=0.13, rest=0.05, smaller=0.7),
    _Way(agreement=0.82, likeness=0.98, points=80, drift=0.17, block=0.19, rest=0.06, smaller=0.9),
    _Way(agreement=0.75, likeness=0.7, points=36, drift=0.25, block=0.1, rest=0.05, larger=0.9),
)
"""A picture mostly of one tone with a box or a logo; another one on the same screen leaves more out (seen: 0.4 and more
of block, 0.28 and more of rest)."""
_IN_STEP: Final = (
    _Way(agreement=0.85, likeness=0.97, points=60, drift=0.3, block=0.2, rest=0.1),
    _Way(agreement=0.85, likeness=0.95, points=8, drift=0.2, block=0.1, rest=0.1),
)
"""What repeats itself, with a logo; where it is moved by a window, one window does not look like the other."""
_TINY: Final = _Way(agreement=0.97, likeness=0.75, points=0, drift=0.2, block=0.1, rest=0.05, smaller=0.95)
"""What a tiny copy leaves of details agrees everywhere (seen: 0.92 of forms and pages, and drifts of 0.25)."""
_LEVEL: Final = _Way(agreement=0.78, likeness=0.67, points=60, drift=0.35, block=0.15, rest=0.1, larger=0.88)
"""So well on each other lie no two photographs of one thing at an angle, but a screen with the picture does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """How two pictures relate, read as "b is … a"."""

    relation: Relation
    score: float
    """From 0 to 1."""
    steps: tuple[Step, ...]
    """What was done to the better picture to get the other; to a to get b where it isn't known which is better."""
    better: Literal["a", "b"] | None
    """Which is the less altered, as far as the pictures themselves tell."""
    matrix: tuple[float, ...]
    """Homography from b to a in fractions, nine numbers row by row."""
    shared_a: float
    """How much of a's area both show, from 0 to 1."""
    shared_b: float
    mirrored: bool
    points: int
    """Features that agree; 0 where pixels alone were compared."""
    agreement: float
    """Share of the places with detail within the shared area at which the pixels agree."""


def confirm(a: Signature, b: Signature, *, parts: bool = True) -> Confirmation | None:
    """How `a` and `b` relate, or None where nothing says that they do. The other way round it says the same.

    Where the two as wholes are no copies, each is compared with the pictures in the other, but without `parts`.
    """
    whole = _confirmed(a, b)
    if not parts or (whole is not None and whole.relation.confirmed):
        return whole
    found = [one for part in b.parts if (one := _within(a, part, whole_is_a=True)) is not None]
    found += [one for part in a.parts if (one := _within(b, part, whole_is_a=False)) is not None]
    return max(found, key=lambda one: (one.points, one.score), default=whole)


def _within(whole: Signature, part: Part, *, whole_is_a: bool) -> Confirmation | None:
    """What it says of both that `whole` is seen in that part of the other, most of it."""
    found = _confirmed(whole, part.signature, least=_LEAST_WITHIN)
    if found is None or not found.relation.confirmed or found.shared_a < _LEAST_WITHIN:
        return None
    left, top, right, bottom = part.box
    place = np.array([[right - left, 0, left], [0, bottom - top, top], [0, 0, 1]])
    on_whole = np.array(found.matrix).reshape(3, 3)
    if found.shared_a < _NEARLY_ALL and _around(whole, on_whole, corners(place)):
        return None
    matrix = on_whole @ np.linalg.inv(place)
    share = found.shared_b * (right - left) * (bottom - top)
    matrix = matrix / matrix[2, 2] if whole_is_a else inverse(matrix)
    return replace(
        found,
        relation=Relation.CONTAINS if whole_is_a == (found.shared_a >= share) else Relation.CROPPED_FROM,
        steps=_placed(found, share),
        better="a" if (found.better != "b") == whole_is_a else "b",
        matrix=tuple(float(value) for value in matrix.ravel()),
        shared_a=found.shared_a if whole_is_a else share,
        shared_b=share if whole_is_a else found.shared_a,
    )


def _around(whole: Signature, matrix: Matrix, place: Matrix) -> bool:
    """Whether a part of another picture is what stands around pictures, a phone's own screen: it has the same place
    in both, or most of a picture in `whole` lies outside of it."""
    if np.abs(corners(matrix) - place).max() < _SAME_PLACE:
        return True
    grid = np.stack(np.meshgrid(_GRID, _GRID), axis=-1).reshape(-1, 2)
    for part in whole.parts:
        start, end = np.array(part.box[:2]), np.array(part.box[2:])
        there = moved(inverse(matrix), start + grid * (end - start))
        if ((there > 0) & (there < 1)).all(axis=1).mean() < _MOSTLY_WITHIN:
            return True
    return False


def _placed(found: Confirmation, share: float) -> tuple[Step, ...]:
    """The steps from the whole picture into the other one, of which its part has that share; or if the part is the
    better, out of there."""
    done = Done.CROPPED if found.better == "b" else Done.INSIDE
    kept = [step for step in found.steps if step.done not in (Done.INSIDE, Done.BARS, done)]
    first = sum(step.done in _BEFORE for step in kept)
    return (*kept[:first], Step(done=done, value=round(share, 3)), *kept[first:])


def _confirmed(a: Signature, b: Signature, *, least: float = 0.0) -> Confirmation | None:
    """The same without their parts; with `least`, only where points say that both show so much of `a`."""
    swapped = (b.width * b.height, b.grey.tobytes()) < (a.width * a.height, a.grey.tobytes())
    found = _found(*((b, a, (0.0, least)) if swapped else (a, b, (least, 0.0))))
    return None if found is None else _told(a, b, found.turned_round if swapped else found)


def _found(a: Signature, b: Signature, least: tuple[float, float]) -> Evidence | None:
    """The best evidence of all ways in which one may lie on the other and show so much of each; by points alone where
    that is more than nothing."""
    cv2.setRNGSeed(0)
    best: Evidence | None = None
    likely = fits(a, b)
    fewest = max(_FEWEST_WITHIN if any(least) else 0, likely[0].points / 2) if likely else 0
    for fit in likely:
        if fit.points < fewest:
            break
        ways = zip(least, (fit.matrix, inverse(fit.matrix)), strict=True)
        if any(share > 0 and shared(way) < share - _ROUGHLY for share, way in ways):
            continue
        best = _better(best, _laid(a, b, fit.matrix, fit.points))
    if not any(least) and (best is None or best.agreement < _SAME):
        for matrix in placed(a.grey, b.grey):
            best = _better(best, _laid(a, b, matrix, 0))
    return best


def _laid(a: Signature, b: Signature, matrix: Matrix, points: int) -> Evidence | None:
    """The evidence of one way to lie. Where no points agree, slow changes of brightness count for nothing: those of
    two skies are alike."""
    greys = (a.grey, b.grey) if points else (_detail(a.grey), _detail(b.grey))
    overlay = lay(*greys, matrix)
    return None if overlay is None else weigh(overlay, points, *greys)


def _detail(grey: Grey) -> Grey:
    slow = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), _SLOW)
    return np.asarray((grey - slow + 128).clip(0, 255), np.uint8)


def _better(one: Evidence | None, other: Evidence | None) -> Evidence | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda evidence: evidence.agreement * float(evidence.agreeing.sum()))


def _told(a: Signature, b: Signature, found: Evidence) -> Confirmation | None:
    differ = cache(lambda: differences(a.grey, b.grey, found))
    relation = _relation(a, b, found, differ)
    if relation is None:
        return None
    things = differ() if relation is Relation.SAME_PICTURE else []
    shown = come(a, b, found, things)
    if shown:
        relation = Relation.POSSIBLE
    done, better = steps(a, b, found, shown or differing(things), told=bool(shown))
    return Confirmation(
        relation=relation,
        score=round(found.agreement * (1.0 if relation.confirmed else 0.5), 4),
        steps=done,
        better=better,
        matrix=tuple(float(value) for value in found.overlay.matrix.ravel()),
        shared_a=found.shared_a,
        shared_b=found.shared_b,
        mirrored=bool(np.linalg.det(found.overlay.matrix) < 0),
        points=found.points,
        agreement=found.agreement,
    )


def _relation(a: Signature, b: Signature, found: Evidence, differ: Callable[[], list[Thing]]) -> Relation | None:
    agreed = int(found.agreeing.sum())
    tones = _commonest(a.grey), _commonest(b.grey)
    pages = all(tone > _BRIGHT and share > _MOSTLY for tone, share in tones)  # most of it bright, as of a page of text
    plain = all(share > _PLAIN for _, share in tones)  # so may be what stands around pictures
    firm = not plain and any(way.speaks_for(found) for way in _FIRM)
    edged = _EDGED.speaks_for(found) and not (plain and (pages or found.agreement < _EDGED_PLAIN))
    clearly = not plain and any(way.speaks_for(found) for way in _CLEARLY)
    sound = any(way.speaks_for(found) for way in _SOUND)
    alike = firm or (sound and not pages) or _TINY.speaks_for(found) or _alike(found)
    other = (
        not (alike or edged)
        or not (clearly or firm or found.block <= _MOST_BLOCK)
        or found.rest > _MOST_REST
        or found.cover > _MOST_COVER
        or max(found.shared_a, found.shared_b) < _LEAST_SHARE
    )
    if other:
        apart = found.drift > _SCENE_DRIFT and found.agreement >= _SCENE_SAME
        mostly = max(found.rest, found.block) <= _SCENE_REST  # screens of one program share no more than their edges
        return Relation.SAME_SCENE if apart and mostly and found.points >= _SCENE else None
    if agreed < (_FEWEST if found.points else _FEWEST_ALONE) or found.spread < _LEAST_SPREAD:
        return Relation.POSSIBLE if found.points >= _SCENE else None
    small = min(found.shared_a, found.shared_b) < _SMALL
    unsure = found.likeness < _CLEAR or found.rest > _SURE_REST
    if (unsure and pages) or (plain and not sound and found.agreement < _PLAIN_SAME):
        return Relation.POSSIBLE  # other words, or another picture on a phone's screen, leave the rest much alike
    on_a, on_b = corners(found.overlay.matrix), corners(inverse(found.overlay.matrix))
    beyond_a, beyond_b = continues(a.grey, on_a), continues(b.grey, on_b)
    edged = edged and not (beyond_a or beyond_b)
    if not (alike or edged):
        return None
    whole = max(found.shared_a, found.shared_b) > _NEARLY_WHOLE and found.likeness > _CLEAR
    most_drift = _MOST_DRIFT_SMALL if whole and small else _MOST_DRIFT_WHOLE if whole or edged else _MOST_DRIFT
    if edged and min(found.shared_a, found.shared_b) < _NEARLY_WHOLE:
        most_drift = _MOST_DRIFT_EDGED
    if found.drift > most_drift:
        return Relation.SAME_SCENE if found.points >= _SCENE else None
    if beyond_a and beyond_b and not small:
        return Relation.SAME_SCENE
    if moves(differ()):
        return Relation.SAME_SCENE
    aside = found.drift > _FLAT_DRIFT or found.agreement < _SLANTED or askew(a, b, found) > _ASKEW
    at_angle = aside and bend(found.overlay, a.grey.shape, b.grey.shape) > BENT
    if (beyond_a or beyond_b) and at_angle and not _LEVEL.speaks_for(found):
        return Relation.SAME_SCENE
    part = max(found.shared_a, found.shared_b) < WHOLE
    if part and not found.points:
        return Relation.POSSIBLE
    doubted = min(found.shared_a, found.shared_b) < WHOLE and found.agreement < _REPEATED_SAME
    if doubted and not any(way.speaks_for(found) for way in _IN_STEP) and (repeats(a.grey) or repeats(b.grey)):
        return Relation.POSSIBLE
    if found.shared_a >= WHOLE and found.shared_b >= WHOLE:
        return Relation.POSSIBLE if shifted(a, b, found) else Relation.SAME_PICTURE
    return Relation.CROPPED_FROM if found.shared_b >= found.shared_a else Relation.CONTAINS


def _alike(found: Evidence) -> bool:
    both = found.agreement + found.likeness
    return found.agreement >= _SAME and found.likeness >= _LIKE and both >= _LIKE_AND_SAME


def _commonest(grey: Grey) -> tuple[int, float]:
    """The commonest grey level, with those near it, and which share of the picture has it."""
    near = np.convolve(np.bincount(grey.ravel(), minlength=256), np.ones(17), "same")
    return int(near.argmax()), float(near.max()) / grey.size
