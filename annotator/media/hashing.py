"""Perceptual hashes of one upright picture, recipe "phash64/1".

The hash is imagehash's `phash` (hash_size 8, highfreq_factor 4) of the picture without its uniform borders, bit for
bit, computed with NumPy alone: imagehash itself would load scipy into every worker, which costs more than ten photos.
A picture that is mirrored or turned has the same DCT coefficients but for their signs and order, so that all eight
positions come from one transform.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from annotator.model import Hashes

RECIPE: Final = "phash64/1"
_SIDE: Final = 32
_LOW: Final = 8
_MIN_DETAIL: Final = 5.0
"""Grey levels (root mean square of what is left of 256 in the hash's frequencies) under which bits are noise."""
_MAX_BACKGROUND: Final = 0.94
"""Share of a picture in one grey above which it is a blank page or a title card."""
_BORDER_RANGE: Final = 10
_BORDER_DRIFT: Final = 3.0


def _dct_rows() -> NDArray[np.float64]:
    """The first rows of the DCT-II matrix as scipy.fftpack defines it, 8 × 32."""
    k = np.arange(_LOW)[:, None]
    n = np.arange(_SIDE)[None, :]
    return 2 * np.cos(np.pi * k * (2 * n + 1) / (2 * _SIDE))


_DCT: Final = _dct_rows()
_NORM: Final = np.where(np.arange(_LOW), 1, np.sqrt(0.5)) / np.sqrt(2 * _SIDE)
_ODD: Final = np.where(np.arange(_LOW) % 2, -1.0, 1.0)


def hashes(picture: Image.Image) -> Hashes:
    """The hashes of an upright picture (any mode that Pillow turns into grey)."""
    grey = picture.convert("L")
    flat = _background(grey) > _MAX_BACKGROUND
    small = grey.crop(_content(grey)).resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    low = _DCT @ np.asarray(small, dtype=np.float64) @ _DCT.T
    return Hashes(recipe=RECIPE, variants=_variants(low), flat=flat or _detail(low) < _MIN_DETAIL)


def _detail(low: NDArray[np.float64]) -> float:
    """Root mean square of the picture's low frequencies but the mean, in grey levels (Parseval)."""
    levels = low * _NORM[:, None] * _NORM[None, :]
    levels[0, 0] = 0
    return float(np.sqrt((levels**2).sum())) / _SIDE


def _variants(low: NDArray[np.float64]) -> tuple[str, ...]:
    """Eight hashes from the low frequencies `low[v, u]`: as it is, turned counter-clockwise, mirrored and turned."""
    turned = [low, (low * _ODD[None, :]).T, low * _ODD[None, :] * _ODD[:, None], (low * _ODD[:, None]).T]
    mirrored = low * _ODD[None, :]
    turned += [
        mirrored,
        (mirrored * _ODD[None, :]).T,
        mirrored * _ODD[None, :] * _ODD[:, None],
        (mirrored * _ODD[:, None]).T,
    ]
    stack = np.stack(turned).reshape(8, -1)
    bits = stack > np.median(stack, axis=1, keepdims=True)
    return tuple(row.tobytes().hex() for row in np.packbits(bits, axis=1))


def _background(grey: Image.Image) -> float:
    """The share of pixels within 8 levels of the most common grey."""
    window = np.convolve(grey.histogram(), np.ones(17), mode="same")
    return float(window.max()) / (grey.width * grey.height)


def _content(grey: Image.Image) -> tuple[int, int, int, int]:
    """The box left when borders of one grey are cut off: left, top, right, bottom. The whole where nothing is left."""
    pixels = np.asarray(grey)
    top, bottom = _ends(pixels)
    left, right = _ends(pixels[top:bottom].T)
    more_top, more_bottom = _ends(pixels[top:bottom, left:right])
    top, bottom = top + more_top, top + more_bottom
    if bottom - top < 8 or right - left < 8:
        return 0, 0, grey.width, grey.height
    return left, top, right, bottom


def _ends(pixels: NDArray[np.uint8]) -> tuple[int, int]:
    """First and last + 1 row that is not part of a border of one grey."""
    uniform = np.ptp(pixels, axis=1) <= _BORDER_RANGE
    if uniform.all():
        return 0, len(pixels)
    means = pixels.mean(axis=1)
    return _run(uniform, means), len(pixels) - _run(uniform[::-1], means[::-1])


def _run(uniform: NDArray[np.bool_], means: NDArray[np.float64]) -> int:
    """How many first rows are uniform and of the same grey."""
    alike = uniform & (np.abs(means - means[0]) <= _BORDER_DRIFT)
    return int(np.argmin(alike))
