"""Finds the metadata blocks inside photo files: bounded walks over their outer structure, never a parse of the blocks.

Sources: JPEG (ITU T.81, CIPA DC-008 4.5.2, XMP part 3 1.1.3), PNG (W3C PNG 3rd edition), WebP (RFC 9649), GIF89a and
XMP part 3 1.1.2, ISO base media (see `bmff`), Fujifilm RAF (an embedded JPEG at the offset written at byte 84).
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from mmap import mmap
from typing import Final

from annotator.media import bmff
from annotator.media.sniff import Decoder
from annotator.media.tags import tag
from annotator.model import Tag

MAX_BLOCK: Final = 16 << 20
"""No block of metadata is read beyond so many bytes."""
_MAX_PARTS: Final = 20_000
"""No file is walked beyond so many segments, chunks or boxes."""
_MAX_TEXT: Final = 1 << 20
"""No compressed text is unpacked beyond so many bytes."""
_XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED_XMP: Final = b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP: Final = b"Photoshop 3.0\0"


@dataclass(slots=True, kw_only=True)
class Blocks:
    """What a walk found; all of it untrusted."""

    exif: list[tuple[str, bytes | mmap]] = field(default_factory=list)
    """TIFF structures, each with the IFD that its first IFD is: "" (as usual), "EXIF" or "GPS"."""
    xmp: list[bytes] = field(default_factory=list)
    iptc: list[bytes] = field(default_factory=list)
    """IIM data sets."""
    tags: list[Tag] = field(default_factory=list)
    """What the outer structure itself says: comments, text chunks."""
    unread: list[str] = field(default_factory=list)
    """Kinds of blocks that are there but could not be taken out: "EXIF", "XMP"."""


def find(data: mmap, decoder: Decoder | None) -> Blocks:
    """The blocks in a photo. Never raises for what the bytes say."""
    blocks = Blocks()
    match decoder:
        case Decoder.JPEG:
            _jpeg(data, 0, blocks)
        case Decoder.PNG:
            _png(data, blocks)
        case Decoder.WEBP:
            _webp(data, blocks)
        case Decoder.GIF:
            _gif(data, blocks)
        case Decoder.HEIF | Decoder.AVIF | Decoder.JXL:
            bmff.photo(data, blocks)
        case Decoder.TIFF | Decoder.RAW:
            _raw(data, blocks)
        case _:
            pass
    return blocks


def _raw(data: mmap, blocks: Blocks) -> None:
    if data[:15] == b"FUJIFILMCCD-RAW":
        _jpeg(data, int.from_bytes(data[84:88], "big"), blocks)
    elif data[4:8] == b"ftyp":
        bmff.cr3(data, blocks)
    elif data[:4] == b"\0MRM":
        _mrw(data, blocks)
    elif data[:4] == b"FOVb":
        _jpeg(data, max(data.find(b"\xff\xd8\xff\xe1"), 0), blocks)
    elif data[6:14] == b"HEAPCCDR":
        blocks.unread.append("CIFF metadata")
    elif data[:2] in (b"II", b"MM"):
        blocks.exif.append(("", data))


def _mrw(data: mmap, blocks: Blocks) -> None:
    """Minolta's RAW: blocks of name, size; TTW holds a TIFF structure."""
    at = 8
    for _ in range(16):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "big")
        if name == b"\0TTW":
            blocks.exif.append(("", data[at + 8 : at + 8 + min(size, MAX_BLOCK)]))
            return
        at += 8 + size


def _jpeg(data: mmap, at: int, blocks: Blocks) -> None:
    photoshop = b""
    extended: dict[bytes, list[tuple[int, bytes]]] = {}
    for marker, start, end in _segments(data, at):
        head = data[start : min(start + 40, end)]
        if marker == 0xE1 and head[:4].upper() == b"EXIF":
            _jpeg_exif(data[start:end], blocks)
        elif marker == 0xE1 and head.startswith(_XMP):
            blocks.xmp.append(data[start + len(_XMP) : end])
        elif marker == 0xE1 and head.startswith(_EXTENDED_XMP):
            at_guid = start + len(_EXTENDED_XMP)
            offset = int.from_bytes(data[at_guid + 36 : at_guid + 40], "big")
            extended.setdefault(data[at_guid : at_guid + 32], []).append((offset, data[at_guid + 40 : end]))
        elif marker == 0xE1 and b"<x:xmpmeta" in data[start : min(start + 256, end)]:
            blocks.xmp.append(data[data.find(b"<x:xmpmeta", start) : end])
        elif marker == 0xED and head.startswith(_PHOTOSHOP):
            photoshop += data[start + len(_PHOTOSHOP) : end]
        elif marker == 0xFE:
            blocks.tags.append(tag("file", "JPEG Comment", data[start:end]))
    blocks.xmp.extend(b"".join(part for _, part in sorted(parts)) for parts in extended.values())
    blocks.iptc.extend(iptc_resources(photoshop))


def _jpeg_exif(segment: bytes, blocks: Blocks) -> None:
    """An APP1 that calls itself Exif; the TIFF structure begins behind "Exif" and one or two more bytes, mostly."""
    for start in (6, 5, 4, 8):
        if segment[start : start + 4] in (b"II*\0", b"MM\0*"):
            blocks.exif.append(("", segment[start:]))
            return
    if blocks.exif and not blocks.exif[-1][0]:  # a block above 64 kB goes on in the next segment
        blocks.exif[-1] = ("", bytes(blocks.exif[-1][1]) + segment[6:])
    elif len(segment) > 8:
        start = min((at for at in (segment.find(b"II*\0"), segment.find(b"MM\0*")) if at > 0), default=6)
        blocks.exif.append(("", segment[start:]))


def _segments(data: mmap, at: int) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of the payload of each segment before the picture's data."""
    if data[at : at + 2] != b"\xff\xd8":
        return
    at += 2
    size = len(data)
    for _ in range(_MAX_PARTS):
        while at < size and data[at] != 0xFF:  # stray bytes between segments, as other readers forgive
            at = data.find(b"\xff", at)
            if at < 0:
                return
        while at < size and data[at] == 0xFF:
            at += 1
        if at + 3 > size:
            return
        marker = data[at]
        if marker in (0xDA, 0xD9):
            return
        if marker == 0 or 0xD0 <= marker <= 0xD8 or marker == 1:
            at += 1
            continue
        length = int.from_bytes(data[at + 1 : at + 3], "big")
        yield marker, at + 3, min(at + 1 + max(length, 2), size)
        at += 1 + max(length, 2)


def iptc_resources(untrusted_resources: bytes) -> Iterator[bytes]:
    """The IPTC data sets among Photoshop's image resources (8BIM, number 0x0404)."""
    at = 0
    for _ in range(1000):
        if untrusted_resources[at : at + 4] not in (b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa"):
            return
        number = int.from_bytes(untrusted_resources[at + 4 : at + 6], "big")
        name = 1 + (untrusted_resources[at + 6] if len(untrusted_resources) > at + 6 else 0)
        at += 6 + name + name % 2
        size = int.from_bytes(untrusted_resources[at : at + 4], "big")
        if number == 0x0404:
            yield untrusted_resources[at + 4 : at + 4 + size]
        at += 4 + size + size % 2


def _png(data: mmap, blocks: Blocks) -> None:
    at = 8
    for _ in range(_MAX_PARTS):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if len(name) < 4 or name == b"IEND":
            return
        if name in (b"eXIf", b"zxIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"):
            _png_chunk(name, data[at + 8 : at + 8 + min(size, MAX_BLOCK)], blocks)
        at += 12 + size


def _png_chunk(name: bytes, body: bytes, blocks: Blocks) -> None:
    if name == b"eXIf":
        blocks.exif.append(("", body[6:] if body.startswith(b"Exif\0\0") else body))
        return
    if name == b"tIME":
        year, values = int.from_bytes(body[:2], "big"), (*body[2:7], 0, 0, 0, 0, 0)
        month, day, hour, minute, second = values[:5]
        text = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
        blocks.tags.append(tag("file", "PNG tIME", text))
        return
    keyword, _, rest = body.partition(b"\0")
    text_bytes: bytes | None = rest
    if name == b"zTXt":
        text_bytes = unpack(rest[1:])
    elif name == b"iTXt":
        compressed, rest = rest[:1] == b"\1", rest[2:]
        text_bytes = rest.split(b"\0", 2)[2] if rest.count(b"\0") >= 2 else b""
        text_bytes = unpack(text_bytes) if compressed else text_bytes
    key = keyword.decode("latin-1")
    if text_bytes is None:
        blocks.unread.append(f"PNG text “{key}”")
    elif key == "XML:com.adobe.xmp":
        blocks.xmp.append(text_bytes)
    elif key.lower() in ("raw profile type exif", "raw profile type app1"):
        _raw_profile(text_bytes, blocks, "EXIF")
    elif key.lower() == "raw profile type xmp":
        _raw_profile(text_bytes, blocks, "XMP")
    elif key.lower() in ("raw profile type iptc", "raw profile type 8bim"):
        _raw_profile(text_bytes, blocks, "IPTC")
    else:
        blocks.tags.append(tag("file", f"PNG {key}", text_bytes))


def _raw_profile(text: bytes, blocks: Blocks, kind: str) -> None:
    """ImageMagick's way to put blocks into PNG text: a name, a length and hex digits, by lines."""
    parts = text.strip().split(b"\n", 2)
    try:
        body = bytes.fromhex(parts[2].decode("ascii"))
    except (IndexError, ValueError):
        blocks.unread.append(kind)
        return
    if kind == "EXIF" and body.startswith(b"Exif\0\0"):
        blocks.exif.append(("", body[6:]))
    elif kind == "EXIF" and body.startswith(_XMP):
        blocks.xmp.append(body[len(_XMP) :])
    elif kind == "EXIF":
        blocks.exif.append(("", body))
    elif kind == "XMP":
        blocks.xmp.append(body)
    else:
        blocks.iptc.extend(iptc_resources(body) if body.startswith(b"8BIM") else [body])


def unpack(untrusted_packed: bytes) -> bytes | None:
    """Zlib data, or None where it is damaged or would become too long."""
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(untrusted_packed, _MAX_TEXT)
    except zlib.error:
        return None
    return None if unpacker.unconsumed_tail else text


def _webp(data: mmap, blocks: Blocks) -> None:
    at = 12
    for _ in range(_MAX_PARTS):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if len(name) < 4:
            return
        body = data[at + 8 : at + 8 + min(size, MAX_BLOCK)] if name in (b"EXIF", b"XMP ") else b""
        if name == b"EXIF":
            blocks.exif.append(("", body[6:] if body[:6].upper() == b"EXIF\0\0" else body))
        elif name == b"XMP ":
            blocks.xmp.append(body)
        at += 8 + size + size % 2


def _gif(data: mmap, blocks: Blocks) -> None:
    """Comments and XMP; both are extensions, found by their first bytes."""
    at = data.find(b"!\xff\x0bXMP DataXMP")
    if at >= 0:
        end = data.find(b"<?xpacket end", at, at + MAX_BLOCK)
        blocks.xmp.append(data[at + 14 : end if end > 0 else at + MAX_BLOCK])
    at = data.find(b"!\xfe")
    if at >= 0:
        comment, at = b"", at + 2
        while at < len(data) and data[at] and len(comment) < _MAX_TEXT:
            comment += data[at + 1 : at + 1 + data[at]]
            at += 1 + data[at]
        blocks.tags.append(tag("file", "GIF Comment", comment))
