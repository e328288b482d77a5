"""Two grey pictures → how one may lie on the other, by their pixels alone: the eight right-angled positions.

For pictures with too few features; uniform borders are left out, and ECC (Evangelidis and Psarakis, PAMI 2008, as
implemented by OpenCV) brings the nearest position nearer.
"""

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Grey, Matrix, in_fractions, in_pixels, small

_SIDE: Final = 32
_LEAST: Final = 0.8
_UNIFORM: Final = 12.0
"""Grey levels within a line of border."""
_FINE: Final = 96
_TURNS: Final = tuple(
    (turn, mirrored, np.linalg.matrix_power(np.array([[0, -1], [1, 0]]), turn) @ np.diag((-1 if mirrored else 1, 1)))
    for mirrored in (False, True)
    for turn in range(4)
)
"""Quarters clockwise after mirroring or not, and what that does to a vector."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in fractions."""
_ALL: Final = (0.0, 0.0, 1.0, 1.0)


def placed(a: Grey, b: Grey) -> list[Matrix]:
    """Matrices from fractions of b to fractions of a, nearest first; none where no position comes near."""
    found: list[tuple[float, Matrix]] = []
    for box_a, box_b in dict.fromkeys(((_trimmed(a), _trimmed(b)), (_ALL, _ALL))):
        tiny_a, tiny_b = _tiny(a, box_a), _tiny(b, box_b)
        for turn, mirrored, matrix in _TURNS:
            turned = np.rot90(np.fliplr(tiny_b) if mirrored else tiny_b, -turn)
            likeness = float((tiny_a * turned).mean())
            if likeness >= _LEAST:
                found.append((likeness, _unit(box_a) @ _about(matrix) @ np.linalg.inv(_unit(box_b))))
    found.sort(key=lambda pair: -pair[0])
    return [_nearer(a, b, matrix) for _, matrix in found[:1]]


def _trimmed(grey: Grey) -> Box:
    """What uniform borders enclose; everything where all is uniform."""
    fine = small(grey, min(1.0, _FINE / max(grey.shape)))
    sides = []
    for lines in (fine.T, fine):
        last = lines.shape[1] - 1
        low, high = round(0.05 * last), round(0.95 * last)
        ordered = np.partition(lines, (low, high), axis=1)
        spread = ordered[:, high].astype(int) - ordered[:, low]
        busy = np.flatnonzero(spread > _UNIFORM)
        sides.append((busy[0] / len(lines), (busy[-1] + 1) / len(lines)) if len(busy) > 8 else (0.0, 1.0))
    (left, right), (top, bottom) = sides
    return float(left), float(top), float(right), float(bottom)


def _tiny(grey: Grey, box: Box) -> NDArray[np.float32]:
    """That part of the picture, 32 × 32, of mean 0 and standard deviation 1 (of 0, where it is flat)."""
    height, width = grey.shape
    left, right = round(box[0] * width), round(box[2] * width)
    top, bottom = round(box[1] * height), round(box[3] * height)
    part = grey[top : max(bottom, top + 1), left : max(right, left + 1)]
    tiny = np.asarray(cv2.resize(part, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), np.float32)
    deviation = float(tiny.std())
    return (tiny - tiny.mean()) / deviation if deviation > 1 else np.zeros_like(tiny)


def _about(turn: NDArray[Any]) -> Matrix:
    """That turn about the middle of the unit square."""
    matrix = np.eye(3)
    matrix[:2, :2] = turn
    matrix[:2, 2] = 0.5 - turn @ (0.5, 0.5)
    return matrix


def _unit(box: Box) -> Matrix:
    left, top, right, bottom = box
    return np.array([[right - left, 0, left], [0, bottom - top, top], [0, 0, 1]], np.float64)


def _nearer(a: Grey, b: Grey, matrix: Matrix) -> Matrix:
    """Brought nearer by ECC, or as it is where that does not converge."""
    small_a, small_b = (small(grey, min(1.0, _FINE / max(grey.shape))) for grey in (a, b))
    start = np.linalg.inv(in_pixels(matrix, small_a.shape, small_b.shape))
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 20, 1e-4)
    try:
        _, way = cv2.findTransformECC(
            small_a,
            small_b,
            (start / start[2, 2])[:2].astype(np.float32),
            cv2.MOTION_AFFINE,
            criteria,
            np.full(small_b.shape, 255, np.uint8),
            3,
        )
        return in_fractions(np.linalg.inv(np.vstack([way, (0, 0, 1)]).astype(np.float64)), small_a.shape, small_b.shape)
    except (cv2.error, np.linalg.LinAlgError):
        return matrix
