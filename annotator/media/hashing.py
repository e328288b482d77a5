"""Perceptual hashes of one upright picture: recipe "phash64/1" for finding copies, "exchange/1" for lists of others.

The hash is imagehash's `phash` (hash_size 8, highfreq_factor 4) of the picture without its uniform borders. That of a
mirrored or turned picture is the hash of the small picture, mirrored or turned: the picture is scaled down once.
"""

from typing import Final

import cv2
import imagehash
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from annotator.analysis import HASH_RECIPE, Exchanged, Hashes
from annotator.media.pdq import pdq

EXCHANGE_RECIPE: Final = "exchange/1"
"""As other programs do it, but of a picture that was scaled down before: of a photo whose shorter side has at least 320
pixels still, of a video's frame whose longer side has 320. It moves PDQ by 3 of 256 bits, 14 at most in 52 photos."""
_SIDE: Final = 32
_LOW: Final = 8
_MIN_DETAIL: Final = 5.0
"""Grey levels (root mean square of what is left of 256 in the hash's frequencies) under which bits are noise."""
_MAX_BACKGROUND: Final = 0.94
"""Share of a picture in one grey above which it is a blank page or a title card."""
_BORDER_RANGE: Final = 10
_BORDER_DRIFT: Final = 3.0


def hashes(picture: Image.Image) -> Hashes:
    """The hashes of an upright picture (any mode that Pillow turns into grey)."""
    grey = picture.convert("L")
    flat = _background(grey) > _MAX_BACKGROUND
    content, whole = _content(grey), (0, 0, grey.width, grey.height)
    small = _small(grey.crop(content))
    positions = [np.rot90(side, turns) for side in (small, np.fliplr(small)) for turns in range(4)]
    variants = tuple(str(imagehash.phash(Image.fromarray(np.ascontiguousarray(position)))) for position in positions)
    plain = variants[0] if content == whole else str(imagehash.phash(Image.fromarray(_small(grey))))
    others, quality = pdq(np.asarray(grey))
    exchanged = Exchanged(recipe=EXCHANGE_RECIPE, phash=plain, pdq=others, quality=quality)
    flat = flat or _detail(small) < _MIN_DETAIL
    return Hashes(recipe=HASH_RECIPE, variants=variants, flat=flat, exchanged=exchanged)


def content_shape(picture: Image.Image) -> float:
    """Width by height of a picture without its uniform borders."""
    left, top, right, bottom = _content(picture.convert("L"))
    return (right - left) / (bottom - top)


def _small(grey: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(grey.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS))


def _detail(small: NDArray[np.uint8]) -> float:
    """Root mean square of the picture's low frequencies but the mean, in grey levels (Parseval)."""
    low = cv2.dct(small.astype(np.float32))[:_LOW, :_LOW]
    low[0, 0] = 0
    return float(np.sqrt((low**2).sum())) / _SIDE


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
