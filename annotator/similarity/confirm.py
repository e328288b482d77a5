"""Two signatures → whether they are of the same picture, and what was done to it."""

from dataclasses import dataclass, replace
from typing import Final, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Matrix, area, corners, moved
from annotator.link import Relation
from annotator.signature import Signature
from annotator.similarity import describe
from annotator.similarity.matching import fits
from annotator.similarity.overlay import Overlay, lay
from annotator.similarity.positions import placed
from annotator.steps import Step

_ALIKE: Final = 0.7
_STRONG: Final = 8.0
"""Grey levels (standard deviation) of something that would have to be in the other picture too."""
_FEWEST: Final = 24
_FILLED: Final = 0.6
_LEAST_SHARE: Final = 0.2
_MOST_DRIFT: Final = 0.5
_WHOLE: Final = 0.97
_SCENE_POINTS: Final = 15


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


def confirm(a: Signature, b: Signature) -> Confirmation | None:
    """How `a` and `b` relate, or None where nothing says that they do. The other way round it says the same."""
    swapped = (b.width * b.height, b.grey.tobytes()) < (a.width * a.height, a.grey.tobytes())
    cv2.setRNGSeed(0)
    found = _found(*((b, a) if swapped else (a, b)))
    if found is None:
        return None
    if swapped:
        overlay = replace(found.overlay, matrix=_inverse(found.overlay.matrix), on_a=not found.overlay.on_a)
        found = replace(found, overlay=overlay, shared_a=found.shared_b, shared_b=found.shared_a)
    return _told(a, b, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was measured of two pictures laid on each other."""

    overlay: Overlay
    points: int
    agreeing: NDArray[np.bool_]
    within: NDArray[np.bool_]
    """Places of the shared region."""
    region: Matrix
    """The shared region's outline (n, 2), in fractions of the picture that the grid lies on."""
    shared_a: float
    shared_b: float
    agreement: float
    drift: float


def _found(a: Signature, b: Signature) -> Found | None:
    best: Found | None = None
    for fit in fits(a, b)[:2]:
        overlay = lay(a.grey, b.grey, fit.matrix)
        found = _measured(overlay, fit.points) if overlay is not None else None
        if found is not None and (best is None or _weight(found) > _weight(best)):
            best = found
        if best is not None and best.agreement >= _FILLED:
            return best
    for matrix in placed(a.grey, b.grey):
        overlay = lay(a.grey, b.grey, matrix)
        found = _measured(overlay, 0) if overlay is not None else None
        if found is not None and found.agreement >= _FILLED and (best is None or best.agreement < found.agreement):
            best = found
    return best


def _weight(found: Found) -> float:
    return found.agreement * float(found.within.sum())


def _measured(overlay: Overlay, points: int) -> Found | None:
    yes = overlay.detailed & (overlay.alike >= _ALIKE)
    if yes.sum() < _FEWEST:
        return None
    strong = np.maximum(overlay.mine, overlay.other) >= _STRONG
    no = overlay.inside & ~yes & (strong | _off_tone(overlay, yes))
    open_ = (overlay.inside & ~no).astype(np.uint8)
    count, parts = cv2.connectedComponents(cv2.morphologyEx(open_, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)))
    sizes = np.bincount(parts[yes], minlength=count)
    sizes[0] = 0
    part = (parts == int(sizes.argmax())) & (open_ > 0)
    if (part & yes).sum() < _FEWEST:
        return None
    outline = _outline(overlay, part)
    inside = _inside(outline, overlay)
    agreed, refused = int((yes & inside).sum()), int((no & inside).sum())
    base = area(outline)
    other = _inverse(overlay.matrix) if overlay.on_a else overlay.matrix
    across = area(moved(other, outline))
    return Found(
        overlay=overlay,
        points=points,
        agreeing=yes,
        within=inside,
        region=outline,
        shared_a=min(1.0, base if overlay.on_a else across),
        shared_b=min(1.0, across if overlay.on_a else base),
        agreement=agreed / max(1, agreed + refused),
        drift=_drift(overlay, yes & inside),
    )


def _off_tone(overlay: Overlay, yes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Places whose brightness is not what the agreeing places lead to expect, whatever was done to the tone."""
    mine, other = overlay.tone[yes], overlay.other_tone[yes]
    x = (overlay.other_tone - other.mean()) / 64
    powers = np.stack([np.ones_like(x), x, x * x], axis=-1)
    known = powers[yes]
    curve = np.linalg.solve(known.T @ known + np.diag((0.0, 0.1, 1.0)) + np.eye(3) * 1e-6, known.T @ mine)
    off = np.abs(powers @ curve - overlay.tone)
    return np.asarray(off > max(24.0, 4 * float(np.median(off[yes]))), np.bool_)


def _outline(overlay: Overlay, part: NDArray[np.bool_]) -> Matrix:
    """The hull of the places and what their windows cover, as far as both pictures reach; fractions (n, 2)."""
    steps = [float(np.diff(axis).max(initial=0)) for axis in (overlay.x[0], overlay.y[:, 0])]
    step = [step or 1.0 for step in steps]
    margin = [3.2 * s for s in step]
    points = np.stack([overlay.x[part], overlay.y[part]], axis=1)
    ways = np.array([(i * margin[0], j * margin[1]) for i in (-1, 1) for j in (-1, 1)])
    spread = (points[:, None] + ways).reshape(-1, 2)
    hull = cv2.convexHull(spread.astype(np.float32))[:, 0]
    frame = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    quad = corners(overlay.matrix if overlay.on_a else _inverse(overlay.matrix)).astype(np.float32)
    for clip in (frame, quad):
        size, cut = cv2.intersectConvexConvex(hull, cv2.convexHull(clip)[:, 0])
        if size <= 0 or cut is None:
            return np.zeros((3, 2))
        hull = cut[:, 0]
    return np.asarray(hull, np.float64)


def _inside(outline: Matrix, overlay: Overlay) -> NDArray[np.bool_]:
    canvas = np.zeros((256, 256), np.uint8)
    cv2.fillConvexPoly(canvas, np.round(outline * 256).astype(np.int32), 1)
    rows = np.clip(overlay.y * 256, 0, 255).astype(int)
    columns = np.clip(overlay.x * 256, 0, 255).astype(int)
    return np.asarray((canvas[rows, columns] > 0) & overlay.inside, np.bool_)


def _drift(overlay: Overlay, yes: NDArray[np.bool_]) -> float:
    known = overlay.drift[yes & (overlay.drift >= 0)]
    return float(np.percentile(known, 85)) if len(known) else 0.0


def _told(a: Signature, b: Signature, found: Found) -> Confirmation | None:
    relation = _relation(a, b, found)
    if relation is None:
        return None
    steps, better = describe.steps(a, b, found.overlay.matrix, found.shared_a, found.shared_b)
    mirrored = bool(np.linalg.det(found.overlay.matrix) < 0)
    return Confirmation(
        relation=relation,
        score=round(found.agreement * (1.0 if relation.confirmed else 0.5), 4),
        steps=steps,
        better=better,
        matrix=tuple(float(value) for value in found.overlay.matrix.ravel()),
        shared_a=found.shared_a,
        shared_b=found.shared_b,
        mirrored=mirrored,
        points=found.points,
        agreement=found.agreement,
    )


def _relation(a: Signature, b: Signature, found: Found) -> Relation | None:
    share = max(found.shared_a, found.shared_b)
    if found.agreement < _FILLED or share < _LEAST_SHARE:
        return Relation.SAME_SCENE if found.points >= 2 * _SCENE_POINTS else None
    if found.drift > _MOST_DRIFT:
        return Relation.SAME_SCENE if found.points >= _SCENE_POINTS else Relation.POSSIBLE
    whole_a, whole_b = found.shared_a >= _WHOLE, found.shared_b >= _WHOLE
    if whole_a and whole_b:
        return Relation.SAME_PICTURE
    return Relation.CROPPED_FROM if found.shared_b >= found.shared_a else Relation.CONTAINS


def _inverse(matrix: Matrix) -> Matrix:
    inverse = np.linalg.inv(matrix)
    return np.asarray(inverse / inverse[2, 2], np.float64)
