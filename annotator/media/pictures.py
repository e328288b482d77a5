"""Photos → upright pictures in RGB, decoded once and scaled, and the thumbnails made of them."""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import SEEK_END
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageFile, UnidentifiedImageError

from annotator.analysis import THUMBNAIL_SIDE, NotDecoded, Thumbnail
from annotator.media import metadata
from annotator.media.choose import choose
from annotator.media.sniff import Decoder, Format
from annotator.model import Finding

MAX_PIXELS: Final = 128_000_000
"""The most that is decoded, after scaled decoding: 512 MB with four channels."""
_MAX_FILE: Final = 512 << 20
"""The longest photo that is opened, in bytes: it stands in a worker's memory once, and decoded beside that."""
_WORKING_SIDE: Final = 320
"""What the shorter side of a scaled picture keeps at least."""
_GREY: Final = (128, 128, 128)
_ONLY_TEXT: Final = re.compile("MAX_TEXT_CHUNK|text chunks")
"""What Pillow says where only a PNG's text is too long, which the metadata tell of."""
_TRANSPOSE: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# The size is checked here, before anything is decoded and after the scale is known; Pillow's own check would turn
# away 200-megapixel JPEGs that open well at an eighth of their size.
Image.MAX_IMAGE_PIXELS = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A decoded picture: `image` is RGB, upright and scaled; `width` and `height` are the full picture's, upright."""

    image: Image.Image
    width: int
    height: int
    finding: Finding | None = None
    """Says what is wrong with a picture that is shown although only a part of it could be read."""


def load(path: str) -> mmap:
    """The bytes of a photo, mapped for reading. Raises OSError, NotDecoded."""
    with Path(path).open("rb") as file:
        size = file.seek(0, SEEK_END)
        if not size:
            raise NotDecoded("empty", "The file is empty: it holds no bytes at all.")
        if size > _MAX_FILE:
            raise NotDecoded("too-big", f"The photo is too big to open safely: its file has {size // 1_000_000} MB.")
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def open_picture(data: mmap, format: Format, *, orientation: int | None, shorter: int = _WORKING_SIDE) -> Picture:
    """Decode a photo so that its shorter side keeps at least `shorter` pixels (or all it has), upright.

    `orientation` is EXIF's number; formats that carry their own rotation (HEIF, AVIF, JPEG XL, TIFF in Pillow, RAW)
    don't ask it. Raises NotDecoded.
    """
    try:
        match format.decoder:
            case Decoder.HEIF:
                from annotator.media import heif

                return scaled(heif.decode(data), 1, shorter)
            case Decoder.JXL:
                from annotator.media import jxl

                return scaled(jxl.decode(data), 1, shorter)
            case Decoder.RAW:
                from annotator.media import raw

                return raw.decode(data, orientation=orientation, shorter=shorter)
            case None:
                raise NotDecoded("unsupported-format", "This format is kept but not opened.")
            case _:
                return by_pillow(data, format.decoder, orientation=orientation, shorter=shorter)
    except MemoryError:
        raise NotDecoded("too-big", "The picture needs more memory than a decoder is given.") from None


def render(path: str, *, format: Format, longest: int) -> Thumbnail:
    """A photo upright, at most `longest` pixels a side. Raises NotDecoded, OSError."""
    data = load(path)
    tags = metadata.read(data, format).tags
    orientation = choose(tags, kind=format.kind, name="", now=datetime.now(UTC)).orientation
    return thumbnail(open_picture(data, format, orientation=orientation, shorter=longest).image, longest)


def check_size(width: int, height: int) -> None:
    """Raises NotDecoded where so many pixels are not to be decoded."""
    if width < 1 or height < 1:
        raise NotDecoded("damaged", "The picture says that it has no pixels.")
    if width * height > MAX_PIXELS:
        size = f"{width} × {height}"
        raise NotDecoded("too-big", f"The picture is too big to open safely: it says that it has {size} pixels.")


def thumbnail(image: Image.Image, longest: int = THUMBNAIL_SIDE) -> Thumbnail:
    """`image` (RGB) at most `longest` pixels a side."""
    if max(image.size) > longest:
        image = image.copy()
        image.thumbnail((longest, longest), Image.Resampling.HAMMING, reducing_gap=None)
    return Thumbnail(width=image.width, height=image.height, rgb=image.tobytes())


def rgb(image: Image.Image) -> Image.Image:
    """Any mode as RGB: what is transparent over neutral grey, more than 8 bits scaled down."""
    if image.mode == "RGB":
        return image
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image).convert("RGB")
    if image.has_transparency_data:
        ground = Image.new("RGBA", image.size, (*_GREY, 255))
        return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def by_pillow(data: bytes | mmap, decoder: Decoder, *, orientation: int | None, shorter: int) -> Picture:
    """Decode with one of Pillow's plugins and no other; what is damaged is shown as far as it goes, with a finding.

    Raises NotDecoded, MemoryError.
    """
    try:
        return _read(data, decoder, orientation=orientation, shorter=shorter)
    except (NotDecoded, MemoryError):
        raise
    except Image.DecompressionBombError:
        raise NotDecoded(
            "too-big", "The picture is too big to open safely: it says that it has billions of pixels."
        ) from None
    except Exception as error:  # noqa: BLE001 – Pillow's plugins raise anything on hostile bytes
        first = error
    try:
        with _leniently():
            picture = _read(data, decoder, orientation=orientation, shorter=shorter)
    except (NotDecoded, MemoryError):
        raise
    except UnidentifiedImageError:
        raise NotDecoded("damaged", f"The picture's header can't be read as {decoder}.") from None
    except Exception as error:  # noqa: BLE001 – as above
        raise NotDecoded("damaged", f"The picture can't be decoded ({reason(error)}).") from None
    if _ONLY_TEXT.search(str(first)):
        return picture
    if "truncated" in str(first) or isinstance(first, EOFError):
        finding = Finding(code="truncated", message="The file ends early: only a part of the picture is there.")
    else:
        finding = Finding(code="damaged", message=f"A part of the picture is damaged ({reason(first)}).")
    return Picture(image=picture.image, width=picture.width, height=picture.height, finding=finding)


def _read(data: bytes | mmap, decoder: Decoder, *, orientation: int | None, shorter: int) -> Picture:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata; what matters to us it raises
        image = Image.open(io.BytesIO(data), formats=(decoder,))
        width, height = image.size
        if decoder is Decoder.JPEG:
            image.draft(None, (shorter, shorter))
        check_size(*image.size)
        if decoder is Decoder.AVIF:
            orientation = image.getexif().get(0x0112)
        image.load()
    check_size(*image.size)
    if decoder is Decoder.TIFF:
        orientation = None  # Pillow has turned it while loading
        width, height = image.size
    picture = scaled(image, orientation or 1, shorter)
    if decoder is Decoder.JPEG and (orientation or 1) >= 5:
        width, height = height, width
    elif decoder is not Decoder.JPEG:
        width, height = picture.width, picture.height
    return Picture(image=picture.image, width=width, height=height)


def scaled(image: Image.Image, orientation: int, shorter: int) -> Picture:
    """Scale down by a whole number, then turn, then make it RGB: the cheapest order."""
    width, height = image.size
    factor = min(image.size) // shorter
    if factor > 1:
        if image.mode.startswith("I;16"):
            image = image.convert("I")
        elif image.mode in ("1", "P", "PA", "CMYK"):
            image = rgb(image)
        image = image.reduce(factor)
    if orientation in _TRANSPOSE:
        image = image.transpose(_TRANSPOSE[orientation])
    if orientation >= 5:
        width, height = height, width
    return Picture(image=rgb(image), width=width, height=height)


def _eight_bits(image: Image.Image) -> Image.Image:
    """16 or 32 bits a pixel as 8: whole numbers by the range of their type, others stretched between their extremes."""
    pixels = np.asarray(image, dtype=np.float32)
    low, high = float(pixels.min()), float(pixels.max())
    if image.mode != "F" and low >= 0 and high <= 65535:
        low, high = 0.0, 65535.0 if high > 255 else 255.0
    scale = 255 / (high - low) if high > low else 0.0
    return Image.fromarray(((pixels - low) * scale).clip(0, 255).astype(np.uint8))


@contextmanager
def _leniently() -> Iterator[None]:
    """Let Pillow hand out what it could read of a damaged picture. One picture at a time is decoded in a process."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def reason(error: Exception) -> str:
    """The first line of an error, short, where it was meant for people."""
    if not isinstance(error, OSError | SyntaxError | ValueError) or isinstance(error, UnicodeError):
        return "its structure is broken"
    return (str(error).splitlines() or [""])[0][:120] or type(error).__name__
