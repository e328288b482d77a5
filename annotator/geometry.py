"""How one picture lies on another: homographies between their pixels or fractions, and warping by them.

Matrices are 3×3 homographies of float64; pixel centres have whole numbers; fractions run from 0 to 1 over a picture.
"""

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Matrix = NDArray[np.float64]

_FARTHEST_SCALE: Final = 16.0
_SQUARE: Final = np.array([[[0, 0]], [[1, 0]], [[1, 1]], [[0, 1]]], np.float64)


def scaling(x: float, y: float) -> Matrix:
    """Between pixel centres of a picture and of the same one so many times as wide and high."""
    return np.array([[x, 0, (x - 1) / 2], [0, y, (y - 1) / 2], [0, 0, 1]], np.float64)


def mirroring(width: int) -> Matrix:
    """Between pixel centres of a picture and of the same one mirrored left to right."""
    return np.array([[-1, 0, width - 1], [0, 1, 0], [0, 0, 1]], np.float64)


def centred(shape: tuple[int, ...]) -> Matrix:
    """From fractions of a picture of (height, width) to its pixels."""
    return np.array([[shape[1], 0, -0.5], [0, shape[0], -0.5], [0, 0, 1]], np.float64)


def in_fractions(matrix: Matrix, a: tuple[int, ...], b: tuple[int, ...]) -> Matrix:
    """A homography from pixels of b to pixels of a as one between fractions; the shapes are (height, width)."""
    fractions = np.linalg.inv(centred(a)) @ matrix @ centred(b)
    return np.asarray(fractions / fractions[2, 2], np.float64)


def in_pixels(fractions: Matrix, a: tuple[int, ...], b: tuple[int, ...]) -> Matrix:
    """The other way round."""
    return np.asarray(centred(a) @ fractions @ np.linalg.inv(centred(b)), np.float64)


def moved(matrix: Matrix, points: NDArray[Any]) -> Matrix:
    """Points (n, 2) where `matrix` puts them."""
    if not len(points):
        return np.zeros((0, 2))
    return np.asarray(cv2.perspectiveTransform(points.reshape(-1, 1, 2).astype(np.float64), matrix)[:, 0], np.float64)


def corners(fractions: Matrix) -> Matrix:
    """Where the corners of the other picture lie, (4, 2): top left, top right, bottom right, bottom left."""
    return moved(fractions, _SQUARE[:, 0])


def area(points: NDArray[Any]) -> float:
    """Of a polygon (n, 2)."""
    return abs(float(cv2.contourArea(points.astype(np.float32))))


def sane(fractions: Matrix) -> bool:
    """Whether it keeps the picture's four corners in front, in order, and at a size that a copy may have."""
    if not np.isfinite(fractions).all() or abs(np.linalg.det(fractions)) < 1e-9:
        return False
    depth = fractions[2, :2] @ _SQUARE[:, 0].T + fractions[2, 2]
    if depth.min() <= 0 or depth.max() / depth.min() > 3:
        return False
    there = corners(fractions)
    edges = np.roll(there, -1, axis=0) - there
    turns = edges[:, 0] * np.roll(edges[:, 1], -1) - edges[:, 1] * np.roll(edges[:, 0], -1)
    size = area(there) ** 0.5
    return bool((turns > 0).all() or (turns < 0).all()) and 1 / _FARTHEST_SCALE < size < _FARTHEST_SCALE


def shared(fractions: Matrix) -> float:
    """How much of the unit square the other picture's unit square covers, counted at 10,000 places."""
    places = (np.stack(np.meshgrid(np.arange(100), np.arange(100)), axis=-1).reshape(-1, 2) + 0.5) / 100
    there = moved(np.asarray(np.linalg.inv(fractions), np.float64), places)
    return float(((there >= 0) & (there <= 1)).all(axis=1).mean())


def small(grey: Grey, scale: float) -> Grey:
    """The picture so many times as large, for scales below 1."""
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    return cv2.resize(grey, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value] # 8 bits in, 8 bits out


def warped(picture: Grey, matrix: Matrix, shape: tuple[int, ...]) -> tuple[Grey, NDArray[np.bool_]]:
    """`picture` in the frame of another one of this shape, by a matrix from its pixels, and where it reaches."""
    height, width = shape[:2]
    size = picture.shape[1], picture.shape[0]
    scale = (area(moved(matrix, _SQUARE[:, 0] * size)) / (size[0] * size[1])) ** 0.5
    if scale < 0.7:  # else single pixels of the larger picture would stand for many
        picture = small(picture, max(scale, 0.02))
        matrix = matrix @ np.linalg.inv(scaling(picture.shape[1] / size[0], picture.shape[0] / size[1]))
    there = cv2.warpPerspective(
        picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    whole = np.full(picture.shape[:2], 255, np.uint8)
    reach = cv2.warpPerspective(whole, matrix, (width, height), flags=cv2.INTER_NEAREST, borderValue=0)
    return np.asarray(there, np.uint8), reach > 0
