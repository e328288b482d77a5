"""Which of two copies is the better one, from the pictures and from what is known of the two files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from annotator.geometry import moved
from annotator.link import Because
from annotator.similarity.confirm import Confirmation
from annotator.steps import Done, Step

_FINER: Final = 1.1
"""Times as many pixels along a side: less may be rounding."""
_POORER: Final = 0.67
"""Times as many bytes for a pixel, below which a JPEG was saved again at lower quality."""
_EITHER_WAY: Final = (Done.MIRRORED, Done.TURNED, Done.PERSPECTIVE, Done.SHIFTED, Done.DIFFERS, Done.TONED)
"""Steps that read the same from either picture, as far as what they say goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a picture's file."""

    width: int
    height: int
    """Upright, in pixels."""
    bytes: int
    media_type: str
    camera: bool
    """Whether it has EXIF of a camera."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Which copy is the better and what was done to it to get the other; from a to b where that can't be known."""

    better: Literal["a", "b"] | None
    because: tuple[Because, ...]
    steps: tuple[Step, ...]


def judge(confirmed: Confirmation, a: Facts, b: Facts) -> Judgement:
    """The judgement; reasons that speak for different copies leave it to the first of `Because` that speaks at all."""
    grown = _grown(confirmed, a, b)
    poorer = _per_pixel(b) / _per_pixel(a) if a.media_type == b.media_type and 1 / _FINER < grown < _FINER else 1.0
    votes: list[tuple[Because, Literal["a", "b"] | None]] = [
        (Because.UNALTERED, confirmed.better),
        (Because.FINER, "a" if grown < 1 / _FINER else "b" if grown > _FINER else None),
        (Because.CAMERA, None if a.camera == b.camera else "a" if a.camera else "b"),
        (Because.RICHER, "a" if poorer < _POORER else "b" if poorer > 1 / _POORER else None),
    ]
    better = next((side for _, side in votes if side is not None), None)
    because = tuple(reason for reason, side in votes if side is not None and side == better)
    steps = list(confirmed.steps)
    if better == "b" and confirmed.better is None:
        steps = _back(steps)
    scale = 1 / grown if better == "b" else grown
    if not 1 / _FINER < scale < _FINER:
        steps.append(Step(done=Done.SCALED, value=round(scale, 2)))
    if (poorer < _POORER and better == "a") or (poorer > 1 / _POORER and better == "b"):
        steps.append(Step(done=Done.RECOMPRESSED))
    return Judgement(better=better, because=because, steps=tuple(steps))


def forward(confirmed: Confirmation) -> tuple[Step, ...]:
    """What was done to a to get b, as far as it can be told that way round."""
    return tuple(_back(confirmed.steps)) if confirmed.better == "b" else confirmed.steps


def _grown(confirmed: Confirmation, a: Facts, b: Facts) -> float:
    """Pixels of b along a side for one pixel of a, where both show the same."""
    matrix = np.array(confirmed.matrix).reshape(3, 3)
    middle = np.array([[0.5, 0.5], [0.51, 0.5], [0.5, 0.51]])
    at, right, down = moved(matrix, middle)
    share = abs(float(np.linalg.det(np.array([right - at, down - at])))) / 0.01**2
    return float(np.sqrt(max(b.width * b.height, 1) / max(share * a.width * a.height, 1e-9)))


def _per_pixel(facts: Facts) -> float:
    return max(facts.bytes, 1) / max(facts.width * facts.height, 1)


def _back(steps: Sequence[Step]) -> list[Step]:
    return [back for step in reversed(steps) if (back := _undone(step)) is not None]


def _undone(step: Step) -> Step | None:
    """The step back; None where there is none: what was cut off, or the colour that is gone, can't be told of."""
    if step.done is Done.TURNED and step.value is not None:
        return Step(done=step.done, value=round((360 - step.value) % 360, 1))
    if step.done is Done.STRETCHED and step.value:
        return Step(done=step.done, value=round(1 / step.value, 2))
    if step.done is Done.INSIDE:
        return Step(done=Done.CROPPED, value=step.value)
    if step.done is Done.BARS and step.value is not None:
        return Step(done=Done.CROPPED, value=round(1 - step.value, 3))
    return step if step.done in _EITHER_WAY else None
