"""Things by which two pictures that lie on each other differ, and which of the two shows each of them.

Where they differ, the one that shows a thing has an edge around it, and the other goes on there.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Grey
from annotator.similarity.evidence import Evidence, Mask
from annotator.similarity.overlay import Floats

_SOFT: Final = 1.0
"""Pixels of 240 (standard deviation of a Gaussian), as all lengths here; finer differences are noise."""
_SLOW: Final = 61
"""Side of the squares in which brightness may differ as a whole, by glare or dark corners."""
_STEP: Final = 25.0
"""Grey levels that are no such change."""
_FAINT: Final = 10.0
"""Grey levels that are no difference."""
_USUAL: Final = 75
"""Percentile of the differences; a thing differs by `_TIMES` as much, after what noise and misfit explain."""
_TIMES: Final = 6.0
_LEAST_USUAL: Final = 0.35
_NOISE: Final = 2.0
_MISFIT: Final = 0.3
"""Of the grey levels between neighbouring pixels."""
_STEEPEST: Final = 256.0
"""Grey levels for 128."""
_HINT: Final = 8.0
_FEWEST: Final = 3
"""Places whose brightness is off by so much, below which nothing is looked for."""
_SPECK: Final = 30
_OWN: Final = 0.2
"""How much more edge is around a thing in the picture that shows it, as a share of both."""
_TONES: Final = 0.65
"""Share of a thing in its two commonest tones, above which it is drawn (seen: 0.55 and less of people who walk by)."""
_DARK: Final = 50
"""Grey levels of somebody in black, by `_DARKER` darker than what is behind; at this size there is little else to see,
but more than in a black box (seen: 0.76 in two tones and 0.6 flat at most, of boxes 0.86 and 0.87 at least)."""
_DARKER: Final = 30
_OUTLINE: Final = 0.9
"""Share of its box that such a one fills at most, as a black box does not."""
_SMALLEST_DARK: Final = 300
"""Pixels, below which such a one and what hides a face are not told apart."""
_TONES_DARK: Final = 0.8
_FLAT_DARK: Final = 0.65
_EVEN: Final = 5
"""Grey levels between neighbours of which a flat thing has no more."""
_BARE: Final = 2
"""The same of what hides a thing: even a wall has more."""
_FLAT: Final = 0.3
_SHINES: Final = 0.68
"""Correlation of the two pictures where one shines through, fainter than it is."""
_BESIDE: Final = 15
"""Side of the square that joins things which stand next to each other into one."""
_FAR: Final = 20
_NEAR: Final = 3
"""Pixels that a thing moves from one moment to the next."""
_LARGEST: Final = 80
_SEEN_AGAIN: Final = 0.85
_MORE_THAN_HERE: Final = 0.3
_CONTRAST: Final = 10.0
_DETAIL: Final = 4.0
_SQUARE: Final = np.ones((3, 3), np.uint8)
_MOSTLY: Final = 0.4
"""Share of the place where a thing is seen again at which the two pictures differ as well."""

Marks = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A part in which one picture is brighter (or darker) than the other."""

    area: int
    """Pixels."""
    place: int
    """The same number for all that stand together."""
    owner: int
    """0 or 1: the picture that shows it; -1 where that can't be told."""
    real: bool
    """Neither flat nor of few tones, as what is drawn, or dark all over, as somebody in black."""
    black: bool
    """Nearly, whatever it is."""
    again: bool
    """The other picture shows it a little way off, and not here."""
    box: NDArray[np.float64]
    """Left, top, right and bottom, in fractions of the picture that the overlay's grid lies on."""
    around: float
    """Correlation of the two pictures in that box."""
    open: bool
    """Neither does the other picture shine through it, nor is it even there."""


def differences(a: Grey, b: Grey, found: Evidence) -> list[Thing]:
    """All of them that noise, a misfit or a change of tone do not explain."""
    overlay = found.overlay
    tones = _tones(found)
    levels = np.abs(overlay.tone - tones[overlay.other_tone.clip(0, 255).astype(np.uint8)])
    if np.count_nonzero((levels > _HINT) & overlay.inside) < _FEWEST:
        return []
    below, laid, reach = overlay.laid(a, b)
    inside = cv2.erode(reach.astype(np.uint8), np.ones((5, 5), np.uint8), borderValue=1) > 0
    soft = (
        cv2.GaussianBlur(below, (0, 0), _SOFT).astype(np.float32),
        tones[cv2.GaussianBlur(laid, (0, 0), _SOFT)],
    )
    edges = [_ranges(grey) for grey in soft]
    marks = _marks(soft, edges, inside)
    everywhere = marks[0] | marks[1]
    calm = inside & (everywhere == 0)
    if not everywhere.any() or not calm.any():
        return []
    edges[1] *= (float(edges[0][calm].mean()) + 0.1) / (float(edges[1][calm].mean()) + 0.1)  # if one is blurred
    joined = cv2.morphologyEx(everywhere, cv2.MORPH_CLOSE, np.ones((_BESIDE, _BESIDE), np.uint8))
    _, places = cv2.connectedComponents(joined)
    things = []
    for mark, against in (marks, marks[::-1]):
        beside = cv2.dilate(against, _SQUARE)
        _, parts, stats, _ = cv2.connectedComponentsWithStats(mark)
        for number, (x, y, width, height, area) in enumerate(stats.tolist()):
            if number and area >= _SPECK:
                box = np.s_[max(0, y - 2) : y + height + 2, max(0, x - 2) : x + width + 2]
                part = (parts[box] == number).astype(np.uint8)
                ring = (cv2.morphologyEx(part, cv2.MORPH_GRADIENT, _SQUARE) > 0) & (beside[box] == 0)
                if not ring.any():
                    continue
                one, other = (float(edge[box][ring].mean()) for edge in edges)
                own = (one - other) / (one + other + 2)
                mine, there = (grey[box][part > 0] for grey in (soft if own > 0 else soft[::-1]))
                shines = _correlation(mine, there) >= _SHINES and mine.std() < there.std() / _SHINES
                drawn = _in_two_tones(mine)
                shown, hidden = (grey[box] for grey in ((below, laid) if own > 0 else (laid, below)))
                covered = _flat(hidden, part, _BARE) > _FLAT
                unknown = shines or covered or abs(own) <= _OWN
                flat = _flat(shown, part, _EVEN)
                level = float(np.median(mine))
                dark = (
                    not unknown
                    and _SMALLEST_DARK <= area < _OUTLINE * width * height
                    and level < min(_DARK, np.median(there) - _DARKER)
                )
                things.append(
                    Thing(
                        area=area,
                        place=int(places[box][part > 0][0]),
                        owner=-1 if unknown else 0 if own > 0 else 1,
                        real=bool(drawn < (_TONES_DARK if dark else _TONES) and flat < (_FLAT_DARK if dark else _FLAT)),
                        black=level < _DARK,
                        again=drawn < _TONES and not shines and _again(soft, everywhere, x, y, width, height),
                        box=np.array([x, y, x + width, y + height]) / (inside.shape[1::-1] * 2),
                        around=_correlation(soft[0][box].ravel(), soft[1][box].ravel()),
                        open=not shines and not covered,
                    )
                )
    return things


def _marks(soft: tuple[Floats, Floats], edges: list[Floats], inside: Mask) -> tuple[Marks, Marks]:
    """Where the one is brighter than the other by more than noise and misfit explain, and where darker."""
    off = soft[0] - soft[1]
    off -= _slow(off, inside)
    size = np.abs(off)
    odd = size / (_NOISE + _MISFIT * np.minimum(*edges))
    some = np.s_[::2, ::3], inside[::2, ::3]
    if not some[1].any():
        return np.zeros_like(inside, np.uint8), np.zeros_like(inside, np.uint8)
    usual = max(float(np.percentile(odd[some[0]][some[1]], _USUAL)), _LEAST_USUAL)
    least = max(_FAINT, 3 * float(np.percentile(size[some[0]][some[1]], _USUAL)))
    hot = (odd > _TIMES * usual) & (size > least) & inside
    return _cleaned(hot & (off > 0)), _cleaned(hot & (off < 0))


def _tones(found: Evidence) -> Floats:
    """For each grey level of the picture above its level in the one below, as the agreeing places lead to expect."""
    mine, other = (tone[found.agreeing].astype(np.float64) for tone in (found.overlay.tone, found.overlay.other_tone))
    powers = np.stack([np.ones_like(other), other / 128 - 1, (other / 128 - 1) ** 2], axis=1)
    weight = np.ones(len(other))
    curve = np.zeros(3)
    for _ in range(3):
        weighed = powers.T * weight
        curve = np.linalg.solve(weighed @ powers + np.diag((1e-5, 1e-4, 1e-3)) * len(other), weighed @ mine)
        gap = np.abs(powers @ curve - mine)
        weight = 1 / (1 + (gap / max(3.0, 2 * float(np.median(gap)))) ** 2)
    every = np.arange(256) / 128 - 1
    levels = every.clip(other.min() / 128 - 1, other.max() / 128 - 1)  # beyond what is known it goes straight on
    slope = (curve[1] + 2 * curve[2] * levels).clip(0, _STEEPEST)
    return np.asarray(curve[0] + curve[1] * levels + curve[2] * levels**2 + slope * (every - levels), np.float32)


def _slow(off: Floats, inside: Mask) -> Floats:
    weight = (inside & (np.abs(off) < _STEP)).astype(np.float32)
    around = (_SLOW, _SLOW)
    return np.asarray(cv2.boxFilter(off * weight, -1, around) / np.maximum(cv2.boxFilter(weight, -1, around), 0.05))


def _ranges(grey: Floats | Grey) -> Floats:
    return np.asarray(cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, _SQUARE), np.float32)


def _cleaned(mask: Mask) -> Marks:
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, _SQUARE)
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, _SQUARE), np.uint8)


def _correlation(one: Floats, other: Floats) -> float:
    return float(np.corrcoef(one, other)[0, 1]) if min(one.std(), other.std()) >= _DETAIL else 0.0


def _in_two_tones(values: Floats) -> float:
    counts = np.bincount(values.clip(0, 255).astype(np.uint8), minlength=256).astype(np.float64)
    near = np.convolve(counts, np.ones(13), "same")
    first = int(near.argmax())
    most = near[first]
    near[max(0, first - 13) : first + 14] = 0
    return float(most + near.max()) / len(values)


def _flat(grey: Grey, part: Marks, most: float) -> float:
    """Share of it with no more grey levels between neighbours; none where it is too thin to tell."""
    core = cv2.erode(part, _SQUARE, borderValue=0) > 0
    return float((_ranges(grey)[core] <= most).mean()) if core.any() else 0.0


def _again(soft: tuple[Floats, Floats], marks: Marks, x: int, y: int, width: int, height: int) -> bool:
    """Whether what the one picture shows there is seen in the other a little way off, where the two differ too."""
    if max(width, height) > _LARGEST or min(width, height) < 2 * _NEAR:
        return False
    top, left = max(0, y - _FAR), max(0, x - _FAR)
    around = np.s_[top : y + height + _FAR, left : x + width + _FAR]
    for one, other in (soft, soft[::-1]):
        thing = one[y : y + height, x : x + width]
        if thing.std() < _CONTRAST:
            continue
        likeness = cv2.matchTemplate(other[around], thing, cv2.TM_CCOEFF_NORMED)
        _, most, _, (right, down) = cv2.minMaxLoc(likeness)
        better = most - float(likeness[y - top, x - left])
        differs = marks[around][down : down + height, right : right + width].mean()
        moved = max(abs(right + left - x), abs(down + top - y)) >= _NEAR
        if moved and most > _SEEN_AGAIN and better > _MORE_THAN_HERE and differs > _MOSTLY:
            return True
    return False
