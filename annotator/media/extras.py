"""What cameras write into videos and FFmpeg leaves unread: dates in ASF and AVCHD, the camera in GoPro's MP4.

Sources: ASF specification 3.2 (File Properties Object); AVCHD's MDPM block in H.264 user data, as ExifTool's H264.pm
documents it; GoPro's GPMF (KLV, github.com/gopro/gpmf-parser).
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import SEEK_END
from pathlib import Path
from typing import BinaryIO, Final

from annotator.media import bmff
from annotator.media.sniff import Decoder
from annotator.media.tags import tag
from annotator.model import Tag

_ASF_PROPERTIES: Final = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_MDPM: Final = bytes.fromhex("17ee8c60f84d11d98cd60800200c9a66") + b"MDPM"
_HEAD: Final = 1 << 20
_MAX_DEPTH: Final = 4


class _Slices:
    """A file whose slices are read when they are asked for: a video may be too long to be mapped."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def __getitem__(self, where: slice, /) -> bytes:
        self._file.seek(where.start or 0)
        return self._file.read(where.stop - (where.start or 0))


def read(path: str, decoder: Decoder | None) -> list[Tag]:
    """The tags (source "container") found in a video. Never raises for what its bytes say."""
    with Path(path).open("rb") as file:
        return _read(_Slices(file), file.seek(0, SEEK_END), decoder)


def _read(data: bmff.Sliceable, size: int, decoder: Decoder | None) -> list[Tag]:
    match decoder:
        case Decoder.ASF:
            return list(_asf(data[0:_HEAD]))
        case Decoder.MPEGTS:
            return list(_avchd(data[0:_HEAD]))
        case Decoder.MOV:
            return [
                found
                for path in ((b"moov", b"udta", b"GPMF"),)
                for start, end in _inside(data, 0, size, path)
                for found in _gopro(data[start : min(end, start + _HEAD)], 0)
            ]
        case _:
            return []


def _asf(head: bytes) -> Iterator[Tag]:
    at = head.find(_ASF_PROPERTIES)
    ticks = int.from_bytes(head[at + 48 : at + 56], "little") if at >= 0 else 0
    if 0 < ticks < 1 << 60:
        created = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
        yield tag("container", "creation_time", str(ticks), created.isoformat(timespec="seconds"))


def _avchd(head: bytes) -> Iterator[Tag]:
    """Date and time as binary-coded decimals, with the time zone in half hours; transport packets may cut the block."""
    at = head.find(_MDPM)
    if at < 0:
        return
    block = head[at + len(_MDPM) : at + len(_MDPM) + 200]
    entries = {block[i]: block[i + 1 : i + 5] for i in range(1, min(1 + 5 * block[0], len(block) - 4), 5)}
    if 0x18 not in entries or 0x19 not in entries:
        return
    zone, date, time = entries[0x18][0], entries[0x18][1:].hex(), entries[0x19].hex()
    offset = f"{'-' if zone & 0x20 else '+'}{zone >> 1 & 0x0F:02}:{30 if zone & 1 else 0:02}"
    written = f"{date[:4]}-{date[4:6]}-{time[:2]}T{time[2:4]}:{time[4:6]}:{time[6:8]}{offset}"
    yield tag("container", "AVCHD DateTimeOriginal", (entries[0x18] + entries[0x19]).hex(" "), written)


def _inside(data: bmff.Sliceable, start: int, end: int, path: tuple[bytes, ...]) -> Iterator[tuple[int, int]]:
    """Where the boxes of a path of types lie."""
    for kind, first, last in bmff.boxes(data, start, end):
        if kind == path[0]:
            if len(path) == 1:
                yield first, last
            else:
                yield from _inside(data, first, last, path[1:])


def _gopro(block: bytes, depth: int) -> Iterator[Tag]:
    """Text values of GoPro's settings: the camera's name (MINF), firmware (FMWR), serial number (CASN)."""
    at = 0
    while at + 8 <= len(block) and depth < _MAX_DEPTH:
        name, kind = block[at : at + 4], block[at + 4 : at + 5]
        size = block[at + 5] * int.from_bytes(block[at + 6 : at + 8], "big")
        content = block[at + 8 : at + 8 + size]
        if kind == b"\0":
            yield from _gopro(content, depth + 1)
        elif kind == b"c" and name in (b"MINF", b"FMWR", b"CASN", b"DVNM"):
            yield tag("container", f"GoPro {name.decode()}", content)
        at += 8 + size + -size % 4
