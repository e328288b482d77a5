"""The small picture that a photo's file carries, and whether it shows what the photo shows.

Editing a photo may leave its old thumbnail behind. Read are the JPEG thumbnail of EXIF's second IFD (CIPA DC-008
4.6.9: JPEGInterchangeFormat) in every format that carries EXIF, and the camera's preview in RAW files (LibRaw).
"""

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from mmap import mmap
from typing import Final

from PIL import Image

from annotator.analysis import EMBEDDED_SIDE, Embedded, Inside, NotDecoded
from annotator.media import blocks, hashing, metadata, pictures
from annotator.media.choose import choose
from annotator.media.sniff import Decoder, Format

SAME_BITS: Final = 10
"""Of 64; a thumbnail of the same picture differs by fewer, see `annotator.similarity`."""
SAME_SHAPE: Final = 1.06
"""By this factor the shapes of the same picture may differ: thumbnails are rounded to whole blocks of pixels."""
_SHORTER: Final = 320
_MOST_BYTES: Final = 32 << 20
_MOST_ENTRIES: Final = 1000
_OFFSET, _LENGTH, _ORIENTATION, _STRIPS = 0x0201, 0x0202, 0x0112, 0x0111


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """JPEG bytes and EXIF's orientation for them, or why there are none."""

    source: str
    jpeg: bytes = b""
    orientation: int | None = None
    reason: str = ""


def find(path: str, *, format: Format) -> Embedded:
    """What a photo's file carries. Raises OSError; a photo or thumbnail that can't be decoded is told in the result."""
    try:
        data = pictures.load(path)
    except NotDecoded:
        return Embedded(inside=Inside.NONE)
    found = _raw(data) if format.decoder is Decoder.RAW else _exif(data, format)
    if found is None:
        return Embedded(inside=Inside.NONE)
    if not found.jpeg:
        return Embedded(inside=Inside.NOT_READ, source=found.source, reason=found.reason)
    tags = metadata.read(data, format).tags
    upright = choose(tags, kind=format.kind, name="", now=datetime.now(UTC)).orientation
    try:
        # libheif has turned the photo itself already, and such files bear EXIF's orientation as well.
        small = pictures.by_pillow(
            found.jpeg, Decoder.JPEG, orientation=found.orientation or upright, shorter=EMBEDDED_SIDE
        ).image
    except NotDecoded as problem:
        return Embedded(inside=Inside.NOT_READ, source=found.source, reason=str(problem))
    inside, distance = Inside.UNCERTAIN, None
    try:
        whole = _developed(data) if format.decoder is Decoder.RAW else None
        whole = whole or pictures.open_picture(data, format, orientation=upright, shorter=_SHORTER).image
        inside, distance = compare(small, whole)
    except NotDecoded:
        pass  # what the file still carries is worth seeing where the photo itself is lost
    picture = pictures.thumbnail(small, EMBEDDED_SIDE)
    return Embedded(inside=inside, source=found.source, picture=picture, distance=distance)


def compare(small: Image.Image, whole: Image.Image) -> tuple[Inside, int | None]:
    """Whether two upright pictures show the same, and how many of 64 bits of their perceptual hashes differ."""
    one, other = hashing.hashes(small), hashing.hashes(whole)
    if one.flat or other.flat:
        return Inside.UNCERTAIN, None
    distances = _distances(one.variants[0], other.variants)
    if distances[0] <= SAME_BITS:
        shapes = hashing.content_shape(small) / hashing.content_shape(whole)
        same = 1 / SAME_SHAPE <= shapes <= SAME_SHAPE
        return (Inside.SAME if same else Inside.RESHAPED), distances[0]
    if min(distances) > SAME_BITS:
        return Inside.OTHER, distances[0]
    symmetric = min(_distances(other.variants[0], other.variants[1:])) <= SAME_BITS
    return (Inside.UNCERTAIN, None) if symmetric else (Inside.TURNED, min(distances))


def _distances(hash64: str, others: Sequence[str]) -> list[int]:
    return [(int(hash64, 16) ^ int(other, 16)).bit_count() for other in others]


def _exif(data: mmap, format: Format) -> _Found | None:
    found = blocks.find(data, format.decoder)
    for role, structure in found.exif[:8]:
        thumbnail = None if role else _second_ifd(structure)
        if thumbnail is not None:
            return thumbnail
    if "EXIF" in found.unread:
        return _Found(source="EXIF", reason="The EXIF block can't be read.")
    if format.decoder is Decoder.HEIF and b"thmb" in data[: 1 << 16]:
        return _Found(source="HEIF", reason="Previews of HEIF's own kind are not read.")
    return None


def _second_ifd(untrusted_tiff: bytes | mmap) -> _Found | None:
    """The thumbnail that a TIFF structure's second IFD points to."""
    order = {b"II": "<", b"MM": ">"}.get(bytes(untrusted_tiff[:2]))
    if order is None:
        return None
    try:
        first = _number(untrusted_tiff, order + "I", 4)
        second = _number(untrusted_tiff, order + "I", first + 2 + 12 * _number(untrusted_tiff, order + "H", first))
        if not second:
            return None
        entries = {
            _number(untrusted_tiff, order + "H", at): at
            for at in range(
                second + 2, second + 2 + 12 * min(_number(untrusted_tiff, order + "H", second), _MOST_ENTRIES), 12
            )
        }
        values = {
            tag: _number(
                untrusted_tiff, order + ("H" if _number(untrusted_tiff, order + "H", at + 2) == 3 else "I"), at + 8
            )
            for tag, at in entries.items()
            if tag in (_OFFSET, _LENGTH, _ORIENTATION)
        }
    except struct.error:
        return _Found(source="EXIF", reason="The directory of the thumbnail is cut off.")
    offset, length = values.get(_OFFSET), values.get(_LENGTH)
    if not offset or not length:
        if _STRIPS in entries:
            return _Found(source="EXIF", reason="It is not stored as JPEG.")
        return None
    jpeg = bytes(untrusted_tiff[offset : offset + min(length, _MOST_BYTES)])
    if not jpeg.startswith(b"\xff\xd8"):
        return _Found(source="EXIF", reason="Its bytes are missing or are no JPEG.")
    return _Found(source="EXIF", jpeg=jpeg, orientation=values.get(_ORIENTATION))


def _number(data: bytes | mmap, kind: str, at: int) -> int:
    """One number; raises struct.error where it is not wholly there."""
    (value,) = struct.unpack(kind, data[at : at + struct.calcsize(kind)])
    return int(value)


def _raw(data: mmap) -> _Found | None:
    """The camera's preview in a RAW file."""
    import rawpy

    from annotator.media.raw import TURNED

    try:
        with rawpy.imread(io.BytesIO(data)) as file:
            preview = file.extract_thumb()
            if preview.format is not rawpy.ThumbFormat.JPEG:
                return _Found(source="RAW", reason="It is not stored as JPEG.")
            return _Found(
                source="RAW", jpeg=bytes(preview.data)[:_MOST_BYTES], orientation=TURNED.get(file.sizes.flip, 1)
            )
    except rawpy.LibRawNoThumbnailError:
        return None
    except (rawpy.LibRawError, ValueError):
        return _Found(source="RAW", reason="LibRaw can't read it.")


def _developed(data: mmap) -> Image.Image | None:
    """A RAW photo developed from its sensor's values, for its preview can't vouch for itself. Raises NotDecoded."""
    import rawpy

    try:
        with rawpy.imread(io.BytesIO(data)) as file:
            pictures.check_size(file.sizes.raw_width, file.sizes.raw_height)
            developed = file.postprocess(half_size=True, use_camera_wb=True, output_bps=8)
            return pictures.scaled(Image.fromarray(developed), 1, _SHORTER).image
    except (rawpy.LibRawError, ValueError) as problem:
        raise NotDecoded("damaged", str(problem)) from None
