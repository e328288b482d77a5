"""PDQ, the perceptual hash of 256 bits that other teams exchange, of one upright picture in eight positions.

Algorithm: "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm" (Facebook, 2019), and its
reference implementation, https://github.com/facebook/ThreatExchange/tree/main/pdq. It blurs the grey picture twice by
a box, takes 64 × 64 points of it, and of their cosine transform the lowest 16 × 16 frequencies but the mean; a bit is
set where one lies above their median. Blurring and taking points are both sums of pixels: together one matrix a side.
"""

import math
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_POINTS: Final = 64
_LOW: Final = 16
_SMALLEST: Final = 5
"""Pixels a side under which the reference makes no hash."""


def pdq(levels: NDArray[np.uint8]) -> tuple[tuple[str, ...], int]:
    """The hashes of an upright grey picture (height, width) as 64 hex digits, and their quality from 0 to 100.

    Eight of them: as it is, then turned by 90, 180 and 270 degrees counter-clockwise, then mirrored left to right and
    turned likewise. Below a quality of 50 a picture has too little in it for its hash to mean anything.
    """
    grey = levels.astype(np.float32)
    if min(grey.shape) < _SMALLEST:
        return ("0" * 64,) * 8, 0
    if grey.shape != (_POINTS, _POINTS):
        grey = (_blurring(grey.shape[0]) @ grey @ _blurring(grey.shape[1]).T).astype(np.float32, copy=False)
    waves = _waves()
    low = waves @ grey @ waves.T
    sign = np.where(np.arange(_LOW) % 2, 1, -1).astype(
        np.float32
    )  # what mirroring does to odd frequencies; they begin at one
    positions = []
    for upright in (low, low * sign):
        side: NDArray[np.floating[Any]] = upright
        for _ in range(4):
            positions.append(_hex(side))
            side = sign[:, None] * side.T
    return tuple(positions), _quality(grey)


def _hex(low: NDArray[np.floating[Any]]) -> str:
    """Bit k, row by row, is the k-th lowest of the number."""
    values = low.ravel()
    above = values > np.partition(values, values.size // 2 - 1)[values.size // 2 - 1]
    return np.packbits(above[::-1]).tobytes().hex()


def _quality(points: NDArray[np.float32]) -> int:
    """The sum of whole steps between neighbouring points, scaled as the reference does."""
    steps = (np.abs(np.diff(points, axis=axis) * 100 / 255).astype(np.int64).sum() for axis in (0, 1))
    return min(100, int(sum(steps)) // 90)


@lru_cache(maxsize=64)
def _blurring(length: int) -> NDArray[np.float32]:
    """What takes `length` pixels in a row to 64 points: float32 (64, length); at the edge there are fewer to blur."""
    window = (length + 2 * _POINTS - 1) // (2 * _POINTS)
    before, after = window - (window + 2) // 2, (window + 2) // 2 - 1
    pixels = np.arange(length)
    first, last = np.maximum(pixels - before, 0), np.minimum(pixels + after, length - 1) + 1
    share = 1 / (last - first)
    points = ((np.arange(_POINTS) + 0.5) * length / _POINTS).astype(np.int64)
    steps = np.zeros((_POINTS, length + 1))
    for offset in range(-before, after + 1):
        at = points + offset
        inside = (at >= first[points]) & (at < last[points])
        rows, at = np.flatnonzero(inside), at[inside]
        weight = share[points[rows]] * share[at]
        np.add.at(steps, (rows, first[at]), weight)
        np.add.at(steps, (rows, last[at]), -weight)
    return steps.cumsum(axis=1)[:, :length].astype(np.float32)


@lru_cache(maxsize=1)
def _waves() -> NDArray[np.float32]:
    """The cosines of frequencies 1 to 16 over 64 points: float32 (16, 64)."""
    frequency, point = np.arange(1, _LOW + 1)[:, None], 2 * np.arange(_POINTS) + 1
    return np.asarray(math.sqrt(2 / _POINTS) * np.cos(math.pi / 2 / _POINTS * frequency * point), np.float32)
