"""A homography between two frames → the plain one near it, of scaling, moving and mirroring, where that was done.

An editor's crop turns nothing and sees nothing at an angle, but a homography follows captions and logos that only one
of the frames has. Points are followed by Lucas and Kanade's method (Bouguet, "Pyramidal implementation of the Lucas
Kanade feature tracker", 2000), lines through them are those of Theil and Sen.
"""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Matrix = NDArray[np.float64]

_POINTS: Final = 200
_FEWEST: Final = 16
_OFF: Final = 1.5
"""Pixels of the first frame."""
_MARGIN: Final = 9
_MOST_TURNED: Final = 0.25
_SHARE: Final = 0.6


def straightened(a: Grey, b: Grey, matrix: tuple[float, ...]) -> tuple[float, ...] | None:
    """`matrix` (from b to a, in fractions) without turning and perspective; None where points do not agree with one."""
    given = np.array(matrix, np.float64).reshape(3, 3)
    if abs(given[0, 1]) > _MOST_TURNED * abs(given[0, 0]) or abs(given[1, 0]) > _MOST_TURNED * abs(given[1, 1]):
        return None
    points = _followed(a, b, given, beyond=cv2.BORDER_CONSTANT)
    return None if points is None else _in_fractions(_plain(*points), a, b)


def moved(a: Grey, b: Grey, matrix: tuple[float, ...]) -> tuple[float, ...] | None:
    """How b lies on a, where that is near `matrix`: plainly, if points agree with that; None where they can't be
    followed."""
    points = _followed(a, b, np.array(matrix, np.float64).reshape(3, 3), beyond=cv2.BORDER_REPLICATE)
    if points is None:
        return None
    found = _plain(*points)
    if found is None:
        given, _ = cv2.findHomography(points[1], points[0], cv2.RANSAC, _OFF)
        found = None if given is None else np.asarray(given, np.float64)
    return _in_fractions(found, a, b)


def _followed(a: Grey, b: Grey, matrix: Matrix, *, beyond: int) -> tuple[Matrix, Matrix] | None:
    """Points of a and where they are in b, in pixels; None where they are few. Where black lies `beyond` b, whose edge
    is strong, hardly a point of a crop is followed; where it looks like b's own edge, so many are that frames a moment
    apart, seen from elsewhere, may agree with a plain one by most of them."""
    pixels, size = _to_pixels(a) @ matrix @ np.linalg.inv(_to_pixels(b)), (a.shape[1], a.shape[0])
    warped = np.asarray(cv2.warpPerspective(b, pixels, size, borderMode=beyond), np.uint8)
    reach = np.full_like(a, 255)
    if beyond == cv2.BORDER_REPLICATE:
        inside = cv2.warpPerspective(np.full_like(b, 255), pixels, size)
        reach = np.asarray(cv2.erode(inside, np.ones((_MARGIN, _MARGIN), np.uint8)), np.uint8)
    points = cv2.goodFeaturesToTrack(a, _POINTS, 0.01, 5, mask=reach)
    if points is None or len(points) < _FEWEST:
        return None
    there, found, _ = cv2.calcOpticalFlowPyrLK(a, warped, points, np.empty_like(points))
    back, again, _ = cv2.calcOpticalFlowPyrLK(warped, a, there, np.empty_like(points))
    good = (found.ravel() > 0) & (again.ravel() > 0) & (np.abs(back - points).max(axis=(1, 2)) < 0.5)
    if good.sum() < _FEWEST:
        return None
    other = cv2.perspectiveTransform(there[good].astype(np.float64), np.linalg.inv(pixels))
    return points[good][:, 0].astype(np.float64), np.asarray(other, np.float64)[:, 0]


def _plain(mine: Matrix, other: Matrix) -> Matrix | None:
    """Scaling and moving in pixels from the points of b to those of a; None where too few agree."""
    lines = [_line(other[:, axis], mine[:, axis]) for axis in (0, 1)]
    if lines[0] is None or lines[1] is None:
        return None
    (wide, right), (high, down) = lines[0], lines[1]
    off = np.abs(other * (wide, high) + (right, down) - mine).max(axis=1)
    return np.array([[wide, 0, right], [0, high, down], [0, 0, 1]]) if (off <= _OFF).mean() >= _SHARE else None


def _to_pixels(frame: Grey) -> Matrix:
    return np.array([[frame.shape[1], 0, -0.5], [0, frame.shape[0], -0.5], [0, 0, 1]], np.float64)


def _in_fractions(pixels: Matrix | None, a: Grey, b: Grey) -> tuple[float, ...] | None:
    if pixels is None:
        return None
    fractions = np.linalg.inv(_to_pixels(a)) @ pixels @ _to_pixels(b)
    return tuple(float(value) for value in (fractions / fractions[2, 2]).ravel())


def _line(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float] | None:
    """Slope and intercept of y over x, refitted to what lies near; None where the points are too near each other."""
    first, second = np.triu_indices(len(x), 1)
    apart = np.abs(x[first] - x[second]) > max(10.0, 0.2 * float(np.ptp(x)))
    if not apart.any():
        return None
    slope = float(np.median((y[first] - y[second])[apart] / (x[first] - x[second])[apart]))
    start = float(np.median(y - slope * x))
    near = np.abs(y - slope * x - start) <= _OFF
    if near.sum() < _FEWEST // 2:
        return None
    slope, start = np.polyfit(x[near], y[near], 1)
    return float(slope), float(start)
