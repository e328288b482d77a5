"""Two grey pictures → how one may lie on the other, by their pixels alone: the eight right-angled positions.

For pictures with too few features; uniform borders are left out, and ECC (Evangelidis and Psarakis, PAMI 2008, as
implemented by OpenCV) brings the nearest position nearer.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Grey, Matrix, in_fractions, in_pixels, small

_SIDE: Final = 32
_LEAST: Final = 0.8
_UNIFORM: Final = 12.0
"""Grey levels within a line of border."""
_FINE: Final = 96
_TURNS: Final = (
    ((1, 0), (0, 1)), ((0, -1), (1, 0)), ((-1, 0), (0, -1)), ((0, 1), (-1, 0)),
    ((-1, 0), (0, 1)), ((0, 1), (1, 0)), ((1, 0), (0, -1)), ((0, -1), (-1, 0)),
)  # fmt: skip
"""Of the square about its middle: turned by 0, 90, 180, 270 degrees, then mirrored and turned likewise."""


def placed(a: Grey, b: Grey) -> list[Matrix]:
    """Matrices from fractions of b to fractions of a, nearest first; none where no position comes near."""
    found: list[tuple[float, Matrix]] = []
    for box_a, box_b in {(_trimmed(a), _trimmed(b)), ((0.0, 0.0, 1.0, 1.0), (0.0, 0.0, 1.0, 1.0))}:
        tiny_a, tiny_b = _tiny(a, box_a), _tiny(b, box_b)
        for turn in _TURNS:
            square = _about(turn)
            to_a = cv2.warpPerspective(tiny_b, _pixels(square), (_SIDE, _SIDE), borderMode=cv2.BORDER_REPLICATE)
            likeness = _correlation(tiny_a, np.asarray(to_a, np.float32))
            if likeness >= _LEAST:
                found.append((likeness, _unit(box_a) @ square @ np.linalg.inv(_unit(box_b))))
    found.sort(key=lambda pair: -pair[0])
    return [_nearer(a, b, matrix) for _, matrix in found[:1]]


def _trimmed(grey: Grey) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what uniform borders enclose, in fractions; everything where all is uniform."""
    sides = []
    for lines in (grey.T, grey):
        spread = np.percentile(lines, 95, axis=1) - np.percentile(lines, 5, axis=1)
        busy = np.flatnonzero(spread > _UNIFORM)
        sides.append((busy[0] / len(lines), (busy[-1] + 1) / len(lines)) if len(busy) > 8 else (0.0, 1.0))
    (left, right), (top, bottom) = sides
    return float(left), float(top), float(right), float(bottom)


def _tiny(grey: Grey, box: tuple[float, float, float, float]) -> NDArray[np.float32]:
    height, width = grey.shape
    left, right = round(box[0] * width), round(box[2] * width)
    top, bottom = round(box[1] * height), round(box[3] * height)
    part = grey[top : max(bottom, top + 1), left : max(right, left + 1)]
    return np.asarray(cv2.resize(part, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), np.float32)


def _about(turn: tuple[tuple[int, int], tuple[int, int]]) -> Matrix:
    matrix = np.eye(3)
    matrix[:2, :2] = turn
    matrix[:2, 2] = 0.5 - matrix[:2, :2] @ (0.5, 0.5)
    return matrix


def _pixels(square: Matrix) -> Matrix:
    return in_pixels(square, (_SIDE, _SIDE), (_SIDE, _SIDE))


def _unit(box: tuple[float, float, float, float]) -> Matrix:
    left, top, right, bottom = box
    return np.array([[right - left, 0, left], [0, bottom - top, top], [0, 0, 1]], np.float64)


def _correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    a, b = a - a.mean(), b - b.mean()
    norm = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum() / norm) if norm > 1 else 0.0


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
