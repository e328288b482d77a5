"""How one picture lies on another and how they differ → the steps that lead from one to the other."""

from typing import Final, Literal

import numpy as np

from annotator.geometry import Matrix, corners
from annotator.signature import Signature
from annotator.steps import Done, Step

_WHOLE: Final = 0.97
_LEVEL: Final = 1.5
"""Degrees that are not told from none."""


def steps(
    a: Signature, b: Signature, matrix: Matrix, shared_a: float, shared_b: float
) -> tuple[tuple[Step, ...], Literal["a", "b"] | None]:
    """The steps from the better picture to the other, and which is the better."""
    better: Literal["a", "b"] | None = None
    if shared_b >= _WHOLE > shared_a:
        better = "a"
    elif shared_a >= _WHOLE > shared_b:
        better = None
    way = np.linalg.inv(matrix)  # from a to b: what was done to a
    square = corners(way / way[2, 2]) * (b.width, b.height)
    across = square[1] - square[0]
    found = []
    if np.linalg.det(matrix) < 0:
        found.append(Step(done=Done.MIRRORED))
        across = -across
    turn = float(np.degrees(np.arctan2(across[1], across[0]))) % 360
    if min(turn, 360 - turn) > _LEVEL:
        right = round(turn / 90) * 90
        found.append(Step(done=Done.TURNED, value=float(right % 360) if abs(turn - right) < _LEVEL else round(turn, 1)))
    if shared_b >= _WHOLE > shared_a:
        found.append(Step(done=Done.CROPPED, value=round(shared_a, 3)))
    elif shared_a >= _WHOLE > shared_b:
        found.append(Step(done=Done.INSIDE, value=round(shared_b, 3)))
    return tuple(found), better
