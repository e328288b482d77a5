"""Two pictures laid on each other → the region that both show, and what in it speaks for one picture or against."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Grey, Matrix, area, corners, in_pixels, moved
from annotator.similarity.boxes import hidden
from annotator.similarity.overlay import Floats, Overlay

Mask = NDArray[np.bool_]

_ALIKE: Final = 0.7
_COARSE_ALIKE: Final = 0.5
_UNLIKE: Final = 0.5
_STRONG: Final = 8.0
"""Grey levels (standard deviation) of something that would have to be in the other picture too."""
_FEWEST: Final = 16
_BLOCK: Final = 5
"""Places in a row that text or a thin line does not fill, and another picture does."""
_THING: Final = 8
"""Places that something takes at least to be told of."""
_APART: Final = 15.0
_PLAIN: Final = 6.0
"""Grey levels between the quartiles of the places' means, below which a part is of one brightness."""
_TONE: Final = 24.0
_TEXTURE: Final = 4.0
_GOING_ON: Final = 0.5
_COINCIDE: Final = 0.9
_CANVAS: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was measured; masks are of the overlay's grid."""

    overlay: Overlay
    points: int
    """Features that agree; 0 where there was none to compare."""
    agreeing: Mask
    refused: Mask
    """Places within the region at which both show something, and not the same."""
    covered: Mask
    """Places within it at which one of them shows something and the other one nothing, or another brightness."""
    region: Matrix
    """Outline (n, 2) of what both show, convex, in fractions of the picture that the grid lies on."""
    shared_a: float
    shared_b: float
    """Its share of either picture's area; all that both frames cover, where these lie on each other."""
    places: int
    """How many places the region has."""
    likeness: float
    """How much alike the two are at three quarters of the places with detail in both, refused ones included."""
    spread: float
    """Share of the region over which the agreeing places spread."""
    block: float
    """Share that the largest other thing takes in it, or in all of both pictures where their frames lie on each other.
    What does not touch the upper or lower edge, as captions and logos do, counts twice; what is of one brightness, as a
    box is, not at all."""
    rest: float
    """Share of the pictures that is left out of the region, where their frames lie on each other; else 0."""
    drift: float
    """How far neighbourhoods are off together, in pixels of the coarser picture: 85th percentile."""

    @property
    def agreement(self) -> float:
        """Share of the places with detail in both at which they agree."""
        agreed, refused = int(self.agreeing.sum()), int(self.refused.sum())
        return agreed / max(1, agreed + refused)

    @property
    def cover(self) -> float:
        """Share of the region that is covered."""
        return float(self.covered.sum()) / max(1, self.places)

    @property
    def turned_round(self) -> "Evidence":
        """The same with a and b exchanged."""
        overlay = replace(self.overlay, matrix=inverse(self.overlay.matrix), on_a=not self.overlay.on_a)
        return replace(self, overlay=overlay, shared_a=self.shared_b, shared_b=self.shared_a)


def weigh(overlay: Overlay, points: int, a: Grey, b: Grey) -> Evidence | None:
    """The evidence of an overlay; None where next to nothing agrees."""
    strong = np.maximum(overlay.mine, overlay.other) >= _STRONG
    yes = overlay.detailed & (overlay.alike >= _ALIKE) & (overlay.coarse >= _COARSE_ALIKE)
    if yes.sum() < _FEWEST:
        return None
    unlike = (overlay.alike < _UNLIKE) | (overlay.coarse < _COARSE_ALIKE / 2)
    refused = overlay.detailed & unlike & (np.minimum(overlay.mine, overlay.other) >= _STRONG / 2)
    off_tone = _off_tone(overlay, yes)
    covered = overlay.inside & ~yes & ~refused & ((strong & ~overlay.detailed) | off_tone)
    under = hidden(overlay, covered, a, b)
    refused, covered = refused & ~under, covered | (under & overlay.inside & ~yes)
    open_ = overlay.inside & ~refused & ~covered
    closed = cv2.morphologyEx(open_.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, parts = cv2.connectedComponents(closed)
    sizes = np.bincount(parts[yes], minlength=count)
    sizes[0] = 0
    part = (parts == int(sizes.argmax())) & open_
    if (part & yes).sum() < _FEWEST:
        return None
    region = _outline(overlay, part)
    within = _within(region, overlay)
    reach_a, reach_b = _reach(overlay.matrix), _reach(inverse(overlay.matrix))
    whole = min(reach_a, reach_b) > _COINCIDE
    rest = 1 - int(within.sum()) / int(overlay.inside.sum()) if whole else 0.0
    reach = overlay.inside if whole else within
    block = _block((refused | covered) & ~_near(yes) & reach & ~under, overlay) / max(1, int(reach.sum()))
    yes, refused, covered = yes & within, refused & within, covered & within
    if yes.sum() < _FEWEST:
        return None
    base = area(region)
    across = area(moved(inverse(overlay.matrix) if overlay.on_a else overlay.matrix, region))
    settled = yes & (overlay.drift >= 0)
    aside = settled & ~(cv2.dilate((refused | covered).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0)
    known = overlay.drift[aside if aside.sum() > settled.sum() / 3 else settled]  # what covers it pulls at shifts
    detailed = within & overlay.detailed & ~under
    return Evidence(
        overlay=overlay,
        points=points,
        agreeing=yes,
        refused=refused,
        covered=covered,
        region=region,
        shared_a=reach_a if whole else min(1.0, base if overlay.on_a else across),
        shared_b=reach_b if whole else min(1.0, across if overlay.on_a else base),
        places=int(within.sum()),
        likeness=float(np.percentile(overlay.alike[detailed], 25)) if detailed.any() else 0.0,
        spread=min(1.0, area(_outline(overlay, yes)) / max(base, 1e-9)),
        block=block,
        rest=rest,
        drift=float(np.percentile(known, 85)) if len(known) else 0.0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Something that only one of the two pictures shows, in the midst of what both do."""

    share: float
    """Of b's area."""
    middle: tuple[float, float]
    """x and y in fractions of b."""
    covers: Literal["a", "b"] | None
    """The picture that it was put on: the one that has one brightness there, as under a box; None where it can't be
    known."""


def others(found: Evidence) -> list[Other]:
    """All of them that are thick enough to be told from noise."""
    overlay = found.overlay
    mask = (found.refused | found.covered) & ~_near(found.agreeing)
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, parts, stats, _ = cv2.connectedComponentsWithStats(closed)
    result = []
    for number in range(1, count):
        part = (parts == number) & overlay.inside
        if stats[number, cv2.CC_STAT_AREA] < _THING or not part.any():
            continue
        places = np.stack([overlay.x[part], overlay.y[part]], axis=1)
        ring = (cv2.dilate(part.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0) & ~part & overlay.inside
        tones = {"a" if overlay.on_a else "b": overlay.tone, "b" if overlay.on_a else "a": overlay.other_tone}
        plain = [side for side, tone in tones.items() if _range(tone, part) < _PLAIN]
        here = float(part.sum()) / max(1, found.places)
        covers: Any = plain[0] if len(plain) == 1 and _apart(tones[plain[0]], part, ring) else None
        middle = moved(inverse(overlay.matrix), places).mean(axis=0) if overlay.on_a else places.mean(axis=0)
        result.append(Other(share=here * found.shared_b, middle=(float(middle[0]), float(middle[1])), covers=covers))
    return result


def inverse(matrix: Matrix) -> Matrix:
    """The way back, scaled as homographies are here."""
    back = np.linalg.inv(matrix)
    return np.asarray(back / back[2, 2], np.float64)


def bend(overlay: Overlay, a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """By how many pixels the overlay differs from turning, scaling and stretching: by shear and perspective, within
    what both pictures show."""
    places = np.stack([overlay.x[overlay.inside], overlay.y[overlay.inside]], axis=1)[::7]
    matrix = inverse(overlay.matrix) if overlay.on_a else overlay.matrix
    fro, to = (a, b) if overlay.on_a else (b, a)
    start = places * (fro[1], fro[0])
    end = moved(in_pixels(matrix, to, fro), start)
    design = np.column_stack([start, np.ones(len(start))])
    linear, *_ = np.linalg.lstsq(design, end, rcond=None)
    off = float(np.linalg.norm(design @ linear - end, axis=1).max(initial=0))
    scale = max(float(np.sqrt(abs(np.linalg.det(linear[:2])))), 1e-6)
    half = float(np.ptp(start, axis=0).max(initial=0)) / 2
    skews = []
    for square in (linear[:2], linear[:2].T):
        first, second = square / np.maximum(np.linalg.norm(square, axis=1, keepdims=True), 1e-9)
        skews.append(abs(float(first @ second)))
    return max(off / scale, min(skews) * half)


def continues(outer: Grey, quad: Matrix) -> bool:
    """Whether a picture goes on beyond the border of what it shares with another one, whose corners are given as
    fractions of it: as a larger picture does, and not a frame, a screen or a collage. False where it ends there."""
    soft = cv2.GaussianBlur(outer, (0, 0), 0.7).astype(np.float32)
    size = np.array([outer.shape[1], outer.shape[0]], np.float64)
    points = quad * size - 0.5
    middle = points.mean(axis=0)
    going_on = total = 0
    for start, end in zip(points, np.roll(points, -1, axis=0), strict=True):
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1e-6)
        away = np.array([along[1], -along[0]])
        away = away if away @ (start - middle) > 0 else -away
        count = int(np.linalg.norm(end - start) / 2)
        line = start + np.linspace(0.04, 0.96, max(count, 2))[:, None] * (end - start)
        beyond, near, within = (line + away * step for step in (2.5, -1.5, -5.5))
        usable = ((np.minimum(beyond, within) >= 0) & (np.maximum(beyond, within) <= size - 1)).all(axis=1)
        if usable.sum() < 8:
            continue
        out, edge, inner = (sampled(soft, spots[usable]) for spots in (beyond, near, within))
        if (
            min(edge.std(), out.std()) < _TEXTURE / 4 or edge.std() < _TEXTURE
        ):  # a flat border goes on in a frame of its colour as in a larger picture
            continue
        total += int(usable.sum())
        jump, usual = np.abs(out - edge).mean(), np.abs(edge - inner).mean()
        if jump <= 1.7 * usual + 2.5 and np.corrcoef(out, edge)[0, 1] > _GOING_ON:
            going_on += int(usable.sum())
    return total > 0 and going_on > 0.5 * total


def sampled(soft: NDArray[Any], spots: Matrix) -> NDArray[Any]:
    """A grey picture's values at (n, 2) spots in pixels."""
    x, y = (np.ascontiguousarray(axis, np.float32).reshape(-1, 1) for axis in spots.T)
    return np.asarray(cv2.remap(soft, x, y, cv2.INTER_LINEAR).ravel())


def _off_tone(overlay: Overlay, yes: Mask) -> Mask:
    """Places whose brightness is not what the agreeing places lead to expect, whatever was done to the tone."""
    mine, other = overlay.tone[yes], overlay.other_tone[yes]
    middle = float(other.mean())
    x = np.clip((overlay.other_tone - middle) / 64, *((other - middle) / 64)[[other.argmin(), other.argmax()]])
    powers = np.stack([np.ones_like(x), x, x * x], axis=-1).astype(np.float64)
    known = powers[yes]
    ridge = np.diag((1e-3, 0.1, 1.0)) * len(known) * 1e-3
    curve = np.linalg.solve(known.T @ known + ridge, known.T @ mine)
    off = np.abs(powers @ curve - overlay.tone)
    return np.asarray(off > max(_TONE, 4 * float(np.median(off[yes]))), np.bool_)


def _outline(overlay: Overlay, part: Mask) -> Matrix:
    """The hull of the places and what their windows cover, as far as both pictures reach; fractions (n, 2)."""
    step = [float(np.diff(axis).max(initial=1e-3)) for axis in (overlay.x[0], overlay.y[:, 0])]
    rows = np.flatnonzero(part.any(axis=1))
    ends = (part[rows].argmax(axis=1), part.shape[1] - 1 - part[rows, ::-1].argmax(axis=1))
    points = np.concatenate([np.stack([overlay.x[0, end], overlay.y[rows, 0]], axis=1) for end in ends])
    ways = np.array([(i * 3.2 * step[0], j * 3.2 * step[1]) for i in (-1, 1) for j in (-1, 1)])
    hull = cv2.convexHull((points[:, None] + ways).reshape(-1, 2).astype(np.float32))[:, 0]
    outline: Matrix = np.asarray(hull, np.float64)
    quad = corners(overlay.matrix if overlay.on_a else inverse(overlay.matrix))
    for clip in (np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64), quad):
        outline = _clipped(outline, clip)
        if len(outline) < 3:
            return np.zeros((3, 2))
    return outline


def _clipped(polygon: Matrix, clip: Matrix) -> Matrix:
    """What of a convex polygon lies in another one (Sutherland and Hodgman, CACM 1974)."""
    middle = clip.mean(axis=0)
    for start, end in zip(clip, np.roll(clip, -1, axis=0), strict=True):
        normal = np.array([end[1] - start[1], start[0] - end[0]])
        normal = normal if normal @ (middle - start) > 0 else -normal
        side = (polygon - start) @ normal
        kept: list[Any] = []
        for index in range(len(polygon)):
            here, there = side[index - 1], side[index]
            if (here >= 0) != (there >= 0):
                kept.append(polygon[index - 1] + (polygon[index] - polygon[index - 1]) * here / (here - there))
            if there >= 0:
                kept.append(polygon[index])
        if len(kept) < 3:
            return np.zeros((0, 2))
        polygon = np.array(kept, np.float64)
    return np.asarray(polygon, np.float64)


def _within(region: Matrix, overlay: Overlay) -> Mask:
    canvas = np.zeros((_CANVAS, _CANVAS), np.uint8)
    cv2.fillConvexPoly(canvas, np.round(region * _CANVAS).astype(np.int32), 1)
    rows = np.clip(overlay.y * _CANVAS, 0, _CANVAS - 1).astype(int)
    columns = np.clip(overlay.x * _CANVAS, 0, _CANVAS - 1).astype(int)
    return np.asarray((canvas[rows, columns] > 0) & overlay.inside, np.bool_)


def _range(tone: Floats, part: Mask) -> float:
    """Between the quartiles, without the places at the part's edge, whose windows show both sides of it."""
    core = cv2.erode(part.astype(np.uint8), np.ones((5, 5), np.uint8), borderValue=1) > 0
    values = tone[core] if core.any() else tone[part]
    return float(np.subtract(*np.percentile(values, (75, 25))))


def _apart(tone: NDArray[Any], part: Mask, ring: Mask) -> bool:
    """Whether a part differs from what is around it nearly everywhere: a box does; a piece of sky does not, or of a
    wall with things before it, over which something was drawn in the other picture."""
    return bool(ring.any()) and float(np.percentile(np.abs(tone[ring] - np.median(tone[part])), 25)) > _APART


def _near(mask: Mask) -> Mask:
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0, np.bool_)


def _reach(matrix: Matrix) -> float:
    """Share of a picture that another one's frame covers."""
    both = _clipped(corners(matrix), np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64))
    return min(1.0, area(both)) if len(both) > 2 else 0.0


def _block(mask: Mask, overlay: Overlay) -> float:
    """Places of the largest thick part of the mask, weighed as said at `Evidence.block`."""
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    thick = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((_BLOCK, _BLOCK), np.uint8))
    count, parts, stats, _ = cv2.connectedComponentsWithStats(thick)
    largest = 0.0
    for number in range(1, count):
        part = (parts == number) & overlay.inside
        if not part.any() or min(_range(overlay.tone, part), _range(overlay.other_tone, part)) < _PLAIN:
            continue
        top, height = stats[number, cv2.CC_STAT_TOP], stats[number, cv2.CC_STAT_HEIGHT]
        at_edge = top <= 2 or top + height >= len(mask) - 2
        largest = max(largest, float(part.sum()) * (1 if at_edge else 2))
    return largest
