"""EXIF by exifread, fed safely: one TIFF structure at a time, every entry checked before exifread sees it.

exifread trusts counts and offsets: it can loop for minutes over a count that lies, and makes zeros of what lies beyond
the end. Here an entry whose value is not wholly there, or is too long, is left out and counted as not read. MakerNotes
are not decoded.
"""

import io
import logging
import struct
from dataclasses import dataclass, field
from mmap import mmap
from typing import Any, BinaryIO, Final, cast

from exifread.core.exif_header import ExifHeader
from exifread.tags.exif import GPS_TAGS

from annotator.media.tags import MAX_TAGS, tag, text_of
from annotator.model import Tag

# What exifread would write to the terminal is told as findings.
logging.getLogger("exifread").setLevel(logging.CRITICAL + 1)

_MAX_VALUE: Final = 1 << 16
"""Longer values are binary data of no use to a reader."""
_MAX_BLOCK: Final = 16 << 20
_MAX_IFDS: Final = 32
_MAX_ENTRIES: Final = 1000
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MAKER_NOTE: Final = 0x927C
_BLOCKS: Final = {0x02BC: "XMP", 0x83BB: "IPTC", 0x8649: "Photoshop", 0x8773: "ICC"}
"""Tags that hold a whole block of another kind."""
_QUIET: Final = frozenset(
    {0x0111, 0x0117, 0x0144, 0x0145, 0x014A, 0x0201, 0x0202, 0xEA1C, 0xC634, 0xC740, 0xC741, 0xC74E}
)
"""Where the picture's data lie, padding and private data: not metadata, and not missed where they are too long."""


@dataclass(slots=True, kw_only=True)
class Exif:
    """What was read of one or more TIFF structures."""

    tags: list[Tag] = field(default_factory=list)
    blocks: list[tuple[str, bytes]] = field(default_factory=list)
    """Blocks of another kind inside: "XMP", "IPTC" or "Photoshop"."""
    unread: list[str] = field(default_factory=list)
    """Names of tags and IFDs that are there but could not be read."""


def read(structures: list[tuple[str, bytes | mmap]]) -> Exif:
    """Read TIFF structures, each with the IFD that its first IFD is ("", "EXIF" or "GPS"). The first wins."""
    exif, seen = Exif(), set[str]()
    for role, structure in structures[:8]:
        header = _Header(structure)
        try:
            header.walk(role)
        except Exception as error:  # noqa: BLE001 – exifread raises anything on hostile bytes
            header.unread.append(f"IFD ({type(error).__name__})")
        exif.blocks += header.blocks
        exif.unread += header.unread
        for name, found in header.tags.items():
            if name not in seen and len(exif.tags) < MAX_TAGS:
                seen.add(name)
                exif.tags.append(_tag(name, found, header.raws.get(name)))
    return exif


class _Header(ExifHeader):
    """exifread's reader of IFDs with bounds."""

    def __init__(self, structure: bytes | mmap) -> None:
        file = io.BytesIO(structure) if isinstance(structure, bytes) else cast(BinaryIO, structure)
        order = "I" if structure[:2] == b"II" else "M"
        super().__init__(file, order, 0, 0, strict=False, detailed=True)
        self.size = len(structure)
        self.recognised = structure[:2] in (b"II", b"MM")
        self.unread: list[str] = []
        self.blocks: list[tuple[str, bytes]] = []
        self.raws: dict[str, str] = {}
        self.visited: set[int] = set()

    def walk(self, role: str) -> None:
        """Read the first IFD, those that it points to, and the one of its thumbnail."""
        if not self.recognised:
            self.unread.append("header")
            return
        if self.s2n(2, 2) == 43:
            self.unread.append("BigTIFF structure")
            return
        first = self._first_ifd()
        if role == "GPS":
            self.dump_ifd(first, "GPS", tag_dict=GPS_TAGS)
            return
        if role == "EXIF":
            self.dump_ifd(first, "EXIF")
            return
        self.dump_ifd(first, "Image")
        pointer = self.tags.get("Image ExifOffset")
        if pointer is not None and pointer.values:
            if isinstance(pointer.values[0], int):
                self.dump_ifd(pointer.values[0], "EXIF")
            else:
                self.unread.append("EXIF IFD")
        following = self._next_ifd(first)
        if following:
            self.dump_ifd(following, "Thumbnail")

    def dump_ifd(
        self, ifd: int, ifd_name: str, tag_dict: Any = None, relative: int = 0, stop_tag: str = "UNDEF"
    ) -> None:
        if ifd in self.visited or len(self.visited) >= _MAX_IFDS:
            return
        self.visited.add(ifd)
        entries = self.s2n(ifd, 2) if 8 <= ifd <= self.size - 2 else _MAX_ENTRIES + 1
        if entries > _MAX_ENTRIES:
            self.unread.append(f"{ifd_name} IFD")
            return
        super().dump_ifd(ifd, ifd_name, tag_dict=tag_dict, relative=relative, stop_tag=stop_tag)

    def _process_tag(
        self,
        ifd: int,
        ifd_name: str,
        tag_entry: Any,
        entry: int,
        tag: int,
        tag_name: str,
        relative: bool,
        stop_tag: str,
    ) -> None:
        if len(self.tags) >= MAX_TAGS or entry + 12 > self.size:
            return
        name = f"{ifd_name} {tag_name}"
        kind, count = self.s2n(entry + 2, 2), self.s2n(entry + 4, 4)
        size = _SIZES.get(kind, 0) * count
        offset = self.s2n(entry + 8, 4) if size > 4 else entry + 8
        if tag in _BLOCKS:
            self._take_block(_BLOCKS[tag], offset, size)
            return
        if tag == _MAKER_NOTE:
            self.raws[name] = f"({size} bytes, not decoded)"
            return
        if name in self.tags:
            return
        if not size or offset + size > self.size or size > _MAX_VALUE:
            if tag not in _QUIET and count:
                self.unread.append(name)
            return
        try:
            super()._process_tag(ifd, ifd_name, tag_entry, entry, tag, tag_name, relative, stop_tag)
        except Exception:  # noqa: BLE001 – its formatters of values raise anything on hostile bytes
            self.unread.append(name)
        if kind in (5, 10) and name in self.tags and count <= 64:
            order = ("<" if self.endian == "I" else ">") + ("II" if kind == 5 else "ii")
            self.file_handle.seek(offset)
            pairs = struct.iter_unpack(order, self.file_handle.read(size))
            self.raws[name] = " ".join(f"{numerator}/{denominator}" for numerator, denominator in pairs)

    def _take_block(self, what: str, offset: int, size: int) -> None:
        if offset + size > self.size or size > _MAX_BLOCK:
            self.unread.append(what)
        elif size:
            self.file_handle.seek(offset)
            self.blocks.append((what, self.file_handle.read(size)))


def _tag(name: str, found: Any, raw: str | None) -> Tag:
    values = found.values
    if isinstance(values, str | bytes):
        return tag("exif", name, values)
    if raw is None:
        raw = " ".join(str(value[0] if isinstance(value, tuple) else value) for value in values[:1000])
    if not values:
        return tag("exif", name, "", f"({found.field_length} bytes)")
    printable = str(found.printable)
    return tag("exif", name, raw, raw if printable.startswith("[") else text_of(printable))
