"""Tells what kind of file it is by its first bytes: comparisons only, nothing is parsed.

What is recognised here decides, once and for all, which decoder or demuxer a file is given to. No decoder ever
guesses from a name, so a playlist named .mp4 or an SVG named .png reaches none.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from annotator.media import signatures
from annotator.model import Finding, Kind

HEAD = 4096
"""How many first bytes `recognise` looks at."""


class Decoder(StrEnum):
    """Who opens a file. Values of video decoders are FFmpeg's names of demuxers."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WEBP"
    GIF = "GIF"
    BMP = "BMP"
    AVIF = "AVIF"
    HEIF = "heif"
    RAW = "raw"
    JXL = "jxl"
    MOV = "mov"
    MATROSKA = "matroska"
    AVI = "avi"
    MPEGTS = "mpegts"
    MPEGPS = "mpeg"
    ASF = "asf"
    FLV = "flv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What a file is. `decoder` is None where we don't open it, and then `failure` says why."""

    kind: Kind
    media_type: str
    extension: str
    decoder: Decoder | None
    failure: Finding | None = None


def recognise(head: bytes, name: str) -> Format | None:
    """What the file is whose first `HEAD` bytes are `head`, or None where it is not a photo or video at all.

    `name` decides only between RAW formats that share TIFF's signature, and whether something that is not media was
    passed off as media: that is kept as evidence too, with a failure "empty" or "not-what-it-says".
    """
    extension = PurePosixPath(name).suffix.lower()
    found = _taken(head, extension) or _not_opened(head, extension)
    if found is not None:
        return found
    claimed = signatures.CLAIMS.get(extension)
    if claimed is None:
        return None
    kind, media_type = claimed
    if not head:
        failure = Finding(code="empty", message="The file is empty: it holds no bytes at all.")
    else:
        failure = Finding(
            code="not-what-it-says", message=f"The file is named {extension}, but its content is not of that kind."
        )
    return Format(kind=kind, media_type=media_type, extension=extension, decoder=None, failure=failure)


def _photo(media_type: str, extension: str, decoder: Decoder) -> Format:
    return Format(kind=Kind.PHOTO, media_type=media_type, extension=extension, decoder=decoder)


def _video(media_type: str, extension: str, decoder: Decoder) -> Format:
    return Format(kind=Kind.VIDEO, media_type=media_type, extension=extension, decoder=decoder)


_JXL = _photo("image/jxl", ".jxl", Decoder.JXL)
_CR3 = _photo("image/x-canon-cr3", ".cr3", Decoder.RAW)
_HEIC = _photo("image/heic", ".heic", Decoder.HEIF)
_HEIF = _photo("image/heif", ".heif", Decoder.HEIF)
_AVIF = _photo("image/avif", ".avif", Decoder.AVIF)
_MP4 = _video("video/mp4", ".mp4", Decoder.MOV)
_MOV = _video("video/quicktime", ".mov", Decoder.MOV)
_3GP = _video("video/3gpp", ".3gp", Decoder.MOV)
_TS = _video("video/mp2t", ".ts", Decoder.MPEGTS)
_MTS = _video("video/mp2t", ".mts", Decoder.MPEGTS)
_WEBM = _video("video/webm", ".webm", Decoder.MATROSKA)
_MKV = _video("video/x-matroska", ".mkv", Decoder.MATROSKA)

_STARTS: tuple[tuple[bytes, Format], ...] = (
    (b"\xff\xd8\xff", _photo("image/jpeg", ".jpg", Decoder.JPEG)),
    (b"\x89PNG\r\n\x1a\n", _photo("image/png", ".png", Decoder.PNG)),
    (b"GIF87a", _photo("image/gif", ".gif", Decoder.GIF)),
    (b"GIF89a", _photo("image/gif", ".gif", Decoder.GIF)),
    (b"\xff\x0a", _JXL),
    (b"\0\0\0\x0cJXL \r\n\x87\n", _JXL),
    (b"IIU\0", _photo("image/x-panasonic-rw2", ".rw2", Decoder.RAW)),
    (b"IIRO", _photo("image/x-olympus-orf", ".orf", Decoder.RAW)),
    (b"IIRS", _photo("image/x-olympus-orf", ".orf", Decoder.RAW)),
    (b"MMOR", _photo("image/x-olympus-orf", ".orf", Decoder.RAW)),
    (b"FUJIFILMCCD-RAW", _photo("image/x-fuji-raf", ".raf", Decoder.RAW)),
    (b"II\x1a\0\0\0HEAPCCDR", _photo("image/x-canon-crw", ".crw", Decoder.RAW)),
    (b"\0MRM", _photo("image/x-minolta-mrw", ".mrw", Decoder.RAW)),
    (b"FOVb", _photo("image/x-sigma-x3f", ".x3f", Decoder.RAW)),
    (b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\0\xaa\0b\xcel", _video("video/x-ms-wmv", ".wmv", Decoder.ASF)),
    (b"\0\0\x01\xba", _video("video/mpeg", ".mpg", Decoder.MPEGPS)),
    (b"FLV\x01", _video("video/x-flv", ".flv", Decoder.FLV)),
)
_TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_DNG_VERSION = (b"\x12\xc6\x01\0\x04\0\0\0", b"\xc6\x12\0\x01\0\0\0\x04")
"""The tag that makes a TIFF a DNG (number, type BYTE, count 4), in both byte orders."""
_BMP_HEADER_SIZES = frozenset({12, 16, 40, 52, 56, 64, 108, 124})
_QUICKTIME_ATOMS = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_AUDIO_BRANDS = frozenset({b"M4A ", b"M4B ", b"M4P ", b"aax ", b"aaxc"})
_JPEG_2000_BRANDS = frozenset({b"jp2 ", b"jpx ", b"jpm ", b"jph ", b"mjp2"})
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_AUDIO_EXTENSIONS = frozenset({".wma", ".mka", ".m4a", ".aac", ".mp3"})


def _taken(head: bytes, extension: str) -> Format | None:
    for start, found in _STARTS:
        if head.startswith(start):
            return None if extension in _AUDIO_EXTENSIONS else found
    if head.startswith(_TIFF_STARTS):
        return _tiff(head, extension)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _photo("image/webp", ".webp", Decoder.WEBP)
    if head.startswith(b"RIFF") and head[8:12] in (b"AVI ", b"AVIX"):
        return _video("video/x-msvideo", ".avi", Decoder.AVI)
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return _photo("image/bmp", ".bmp", Decoder.BMP)
    if head.startswith(b"\x1aE\xdf\xa3") and extension not in _AUDIO_EXTENSIONS:
        return _WEBM if b"webm" in head[:64] else _MKV
    if head[4:8] == b"ftyp":
        return _base_media(head)
    if head[4:8] in _QUICKTIME_ATOMS:
        return _MOV
    return _transport_stream(head)


def _tiff(head: bytes, extension: str) -> Format:
    if head[8:10] == b"CR":
        return _photo("image/x-canon-cr2", ".cr2", Decoder.RAW)
    if extension == ".dng" or any(version in head for version in _DNG_VERSION):
        return _photo("image/x-adobe-dng", ".dng", Decoder.RAW)
    raw = signatures.TIFF_RAW.get(extension)
    return _photo(raw, extension, Decoder.RAW) if raw else _photo("image/tiff", ".tif", Decoder.TIFF)


def _base_media(head: bytes) -> Format | None:
    """ISO base media files tell what they are by brands: a major one and compatible ones (ISO 14496-12, 4.3)."""
    major = head[8:12]
    size = min(int.from_bytes(head[:4], "big"), len(head), 256)
    brands = {major, *(head[at : at + 4] for at in range(16, size - 3, 4))}
    if major == b"crx ":
        return _CR3
    if brands & {b"avif", b"avis"}:
        return _AVIF
    if brands & _HEIC_BRANDS:
        return _HEIC
    if brands & {b"mif1", b"msf1"} and major not in (b"isom", b"mp41", b"mp42"):
        return _HEIF
    if brands & _JPEG_2000_BRANDS or major in _AUDIO_BRANDS:
        return None
    if major == b"qt  ":
        return _MOV
    return _3GP if major[:2] == b"3g" else _MP4


def _transport_stream(head: bytes) -> Format | None:
    """MPEG transport streams: packets of 188 bytes that begin with 0x47, on discs behind 4 bytes of time each."""
    for first, step, found in ((0, 188, _TS), (4, 192, _MTS)):
        starts = head[first::step]
        if len(starts) >= 3 and starts.count(0x47) == len(starts):
            return found
    return None


def _not_opened(head: bytes, extension: str) -> Format | None:
    """Photos and videos of formats that we don't open: kept, with the reason."""
    if extension in _AUDIO_EXTENSIONS:
        return None
    for offset, magic, kind, media_type, own, what in signatures.NOT_OPENED:
        if head[offset : offset + len(magic)] == magic:
            claimed = signatures.CLAIMS.get(extension)
            if claimed is None and own not in signatures.SURE:
                continue
            failure = Finding(code="unsupported-format", message=f"{what} is a format that is kept but not opened.")
            return Format(kind=kind, media_type=media_type, extension=own, decoder=None, failure=failure)
    if b"<svg" in head and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        code, message = (
            "unsupported-format",
            "SVG is a format that is kept but not opened: it can refer to other files.",
        )
        if extension != ".svg" and extension in signatures.CLAIMS:
            code, message = (
                "not-what-it-says",
                f"The file is named {extension}, but it is an SVG drawing, which is not opened.",
            )
        elif extension != ".svg":
            return None
        return Format(
            kind=Kind.PHOTO,
            media_type="image/svg+xml",
            extension=".svg",
            decoder=None,
            failure=Finding(code=code, message=message),
        )
    return None
