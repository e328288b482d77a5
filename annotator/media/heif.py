"""HEIC and HEIF pictures, by libheif through pi-heif (decoding only)."""

import io
from mmap import mmap

import pi_heif
from PIL import Image

from annotator.analysis import NotDecoded
from annotator.media import bmff
from annotator.media.pictures import check_size, reason


def decode(data: mmap) -> Image.Image:
    """The primary picture, already turned upright by libheif. Raises NotDecoded."""
    try:
        b"".join(bmff.item_words(data)).decode()  # pi-heif crashes on names that are not UTF-8
        file = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
        check_size(*file.size)
        return Image.frombytes(file.mode, file.size, bytes(file.data), "raw", file.mode, file.stride)
    except (NotDecoded, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 – libheif's binding raises many kinds on hostile bytes
        raise NotDecoded("damaged", f"The picture can't be decoded ({reason(error)}).") from None
