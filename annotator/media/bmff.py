"""Metadata in files made of boxes: HEIF, AVIF, JPEG XL and Canon's CR3 (ISO 14496-12, 23008-12, 18181-2).

Walks are bounded in depth and number; a box that lies about its size ends the walk.
"""

from collections.abc import Iterator
from mmap import mmap
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from annotator.media.blocks import Blocks

_MAX_BOXES: Final = 2000
_MAX_ITEM: Final = 16 << 20
_CANON: Final = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_XMP_UUID: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")

Box = tuple[bytes, int, int]
"""Type, start and end of the content."""


class Sliceable(Protocol):
    """Bytes, a mapped file, or a file that is read where it is asked."""

    def __getitem__(self, where: slice, /) -> bytes: ...


def boxes(data: Sliceable, start: int, end: int) -> Iterator[Box]:
    """The boxes that follow each other between two offsets."""
    for _ in range(_MAX_BOXES):
        if start + 8 > end:
            return
        size, kind, header = int.from_bytes(data[start : start + 4], "big"), bytes(data[start + 4 : start + 8]), 8
        if size == 1:
            size, header = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        elif size == 0:
            size = end - start
        if size < header:
            return
        yield kind, start + header, min(start + size, end)
        start += size


def photo(data: mmap, blocks: "Blocks") -> None:
    """Exif and XMP of HEIF and AVIF (items) and of JPEG XL (boxes)."""
    for kind, start, end in boxes(data, 0, len(data)):
        if kind == b"meta":
            _items(data, start, end, blocks)
        elif kind == b"Exif":
            _exif(bytes(data[start : min(end, start + _MAX_ITEM)]), blocks)
        elif kind == b"xml ":
            blocks.xmp.append(bytes(data[start : min(end, start + _MAX_ITEM)]))
        elif kind == b"brob":
            _brotli(bytes(data[start : min(end, start + _MAX_ITEM)]), blocks)
        elif kind == b"uuid" and data[start : start + 16] == _XMP_UUID:
            blocks.xmp.append(bytes(data[start + 16 : min(end, start + _MAX_ITEM)]))


def cr3(data: mmap, blocks: "Blocks") -> None:
    """Canon's CR3: moov/uuid holds TIFF structures CMT1 (the main IFD), CMT2 (EXIF) and CMT4 (GPS)."""
    for kind, start, end in boxes(data, 0, len(data)):
        if kind == b"uuid" and data[start : start + 16] == _XMP_UUID:
            blocks.xmp.append(bytes(data[start + 16 : min(end, start + _MAX_ITEM)]))
        if kind != b"moov":
            continue
        for inner, inner_start, inner_end in boxes(data, start, end):
            if inner != b"uuid" or data[inner_start : inner_start + 16] != _CANON:
                continue
            for name, first, last in boxes(data, inner_start + 16, inner_end):
                ifd = {b"CMT1": "", b"CMT2": "EXIF", b"CMT4": "GPS"}.get(name)
                if ifd is not None:
                    blocks.exif.append((ifd, bytes(data[first : min(last, first + _MAX_ITEM)])))


def _exif(item: bytes, blocks: "Blocks") -> None:
    """An Exif item: four bytes say how far behind them the TIFF structure begins (23008-12, A.2.1)."""
    start = 4 + int.from_bytes(item[:4], "big")
    for at in (start, 0, 4, 6, 10):
        if item[at : at + 4] in (b"II*\0", b"MM\0*"):
            blocks.exif.append(("", item[at:]))
            return
    if len(item) > 8:
        blocks.unread.append("EXIF")


def _brotli(content: bytes, blocks: "Blocks") -> None:
    """A compressed box of JPEG XL: four bytes name the box that it is when unpacked."""
    kind = content[:4]
    if kind not in (b"Exif", b"xml "):
        return
    from imagecodecs import brotli_decode

    try:
        unpacked = bytes(brotli_decode(content[4:], out=_MAX_ITEM))
    except Exception:  # noqa: BLE001 – the codec's own errors, which it exports under no common name
        blocks.unread.append("EXIF" if kind == b"Exif" else "XMP")
        return
    if kind == b"Exif":
        _exif(unpacked, blocks)
    else:
        blocks.xmp.append(unpacked)


def _items(data: mmap, start: int, end: int, blocks: "Blocks") -> None:
    """Items of a meta box: what they are (iinf) and where they lie (iloc)."""
    parts = {kind: (first, last) for kind, first, last in boxes(data, start + 4, end)}
    if b"iinf" not in parts or b"iloc" not in parts:
        return
    wanted = dict(_item_types(data, *parts[b"iinf"]))
    inside = parts.get(b"idat", (0, 0))
    for number, in_idat, extents in _item_places(data, *parts[b"iloc"]):
        kind = wanted.get(number)
        if kind is None:
            continue
        base = inside[0] if in_idat else 0
        content = b"".join(data[base + at : base + at + min(size, _MAX_ITEM)] for at, size in extents)[:_MAX_ITEM]
        if kind == b"Exif":
            _exif(content, blocks)
        else:
            blocks.xmp.append(content)


def item_words(data: mmap) -> Iterator[bytes]:
    """The types, names and content types of all items, with the NULs between them."""
    for kind, start, end in boxes(data, 0, len(data)):
        if kind == b"meta":
            for inner, first, last in boxes(data, start + 4, end):
                if inner == b"iinf":
                    yield from (kind + words for _, kind, words in _item_entries(data, first, last))


def _item_types(data: mmap, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Number and kind (b"Exif" or b"mime") of the items that hold EXIF or XMP."""
    for number, item, words in _item_entries(data, start, end):
        if item == b"Exif" or (item == b"mime" and b"rdf+xml" in words):
            yield number, item


def _item_entries(data: mmap, start: int, end: int) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, kind, and names of each item."""
    version = int.from_bytes(data[start : start + 1], "big")
    for kind, first, last in boxes(data, start + (6 if version == 0 else 8), end):
        if kind != b"infe" or last - first < 12:
            continue
        wide = data[first] >= 3
        number = int.from_bytes(data[first + 4 : first + (8 if wide else 6)], "big")
        at = first + (10 if wide else 8)
        yield number, bytes(data[at : at + 4]), bytes(data[at + 4 : last])


def _item_places(data: mmap, start: int, end: int) -> Iterator[tuple[int, bool, list[tuple[int, int]]]]:
    """Number, whether its offsets count inside idat, and extents (offset, size) of each item."""
    version = int.from_bytes(data[start : start + 1], "big")
    sizes = int.from_bytes(data[start + 4 : start + 6], "big")
    offset_size, length_size, base_size, index_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    reader = _Reader(data, start + 6, end)
    count = reader.number(4 if version == 2 else 2)
    for _ in range(min(count, _MAX_BOXES)):
        number = reader.number(4 if version == 2 else 2)
        method = reader.number(2) & 15 if version in (1, 2) else 0
        reader.number(2)  # data reference: 0, this file
        base = reader.number(base_size)
        extents = []
        for _ in range(min(reader.number(2), 64)):
            if version in (1, 2):
                reader.number(index_size)
            offset = reader.number(offset_size)
            extents.append((base + offset, reader.number(length_size)))
        if reader.at > end:
            return
        yield number, method == 1, extents


class _Reader:
    """Big-endian numbers one after the other."""

    def __init__(self, data: mmap, at: int, end: int) -> None:
        self.data, self.at, self.end = data, at, end

    def number(self, size: int) -> int:
        self.at += size
        return int.from_bytes(self.data[self.at - size : min(self.at, self.end)], "big")
