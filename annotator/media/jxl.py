"""JPEG XL pictures, by libjxl through imagecodecs; the size is read first, because libjxl allocates what a header says.

Source of the header's layout: ISO/IEC 18181-1, size header (annex D); bits are read least significant first.
"""

from mmap import mmap
from typing import Final

import numpy as np
from PIL import Image

from annotator.analysis import NotDecoded
from annotator.media import bmff
from annotator.media.pictures import check_size, reason

_RATIOS: Final = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}


def decode(data: mmap) -> Image.Image:
    """The (first) picture; libjxl turns it upright. Raises NotDecoded."""
    from imagecodecs import jpegxl_decode

    check_size(*_size(_codestream(data)))
    try:
        pixels = jpegxl_decode(data[:], numthreads=1)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 – the codec's own errors, which it exports under no common name
        raise NotDecoded("damaged", f"The picture can't be decoded ({reason(error)}).") from None
    if pixels.ndim == 4:
        pixels = pixels[0]
    if np.issubdtype(pixels.dtype, np.floating):
        pixels = (np.nan_to_num(pixels).clip(0, 1) * 255).astype(np.uint8)
    elif pixels.dtype != np.uint8:
        pixels = (pixels >> 8).astype(np.uint8)
    pixels = pixels[:, :, 0] if pixels.ndim == 3 and pixels.shape[2] == 1 else pixels
    return Image.fromarray(pixels)


def _codestream(data: mmap) -> bytes:
    """The first bytes of the bare codestream, which a file may wrap in boxes."""
    if data[:2] == b"\xff\x0a":
        return data[:32]
    for kind, start, _ in bmff.boxes(data, 0, len(data)):
        if kind == b"jxlc":
            return data[start : start + 32]
        if kind == b"jxlp":
            return data[start + 4 : start + 36]
    raise NotDecoded("damaged", "The file holds no JPEG XL picture.")


def _size(codestream: bytes) -> tuple[int, int]:
    """Width and height."""
    bits = int.from_bytes(codestream[2:], "little")

    def take(count: int) -> int:
        nonlocal bits
        value = bits & ((1 << count) - 1)
        bits >>= count
        return value

    small = take(1)

    def length() -> int:
        return (take(5) + 1) * 8 if small else take((9, 13, 18, 30)[take(2)]) + 1

    height = length()
    ratio = take(3)
    if ratio:
        numerator, denominator = _RATIOS[ratio]
        return height * numerator // denominator, height
    return length(), height
