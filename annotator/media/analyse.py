"""One file's bytes → all that can be learnt from them."""

from dataclasses import replace
from datetime import UTC, datetime
from mmap import mmap
from pathlib import Path
from typing import Final

from PIL import Image

from annotator.analysis import THUMBNAIL_SIDE, Analysis, NotDecoded
from annotator.media import exiftool, extras, findings, metadata, pictures
from annotator.media.choose import choose
from annotator.media.features import signature
from annotator.media.hashing import hashes
from annotator.media.metadata import Metadata
from annotator.media.sniff import Format
from annotator.model import Finding, Kind, Sampling

_MAX_SIDECAR: Final = 4 << 20
_LARGER: Final = 720
"""What the shorter side of a photo keeps at least where pictures lie in it."""


def analyse(
    path: str, *, name: str, format: Format, sampling: Sampling, every: float | None, sidecars: tuple[str, ...] = ()
) -> Analysis:
    """Analyse the stored copy at `path` of a file that was called `name` and that `sniff` found to be `format`.

    `sidecars` are paths of .xmp files whose values are added with the source "sidecar". Never raises for what the
    bytes say: `failure` and `findings` tell. Raises OSError where the file can't be opened.
    """
    if format.decoder is None:
        return _described(Metadata(), format, name, sidecars, failure=format.failure)
    if format.kind is Kind.VIDEO:
        return _video(path, name, format, sampling, every, sidecars)
    return _photo(path, name, format, sidecars)


def sign(path: str, format: Format, seconds: float | None) -> bytes:
    """The signature of a photo, or of the frame of a video on show at `seconds`. Raises NotDecoded, OSError."""
    if seconds is not None:
        from annotator.media import frames, video

        exact = video.frame_at(path, format=format, seconds=seconds, longest=THUMBNAIL_SIDE).picture
        image = Image.frombytes("RGB", (exact.width, exact.height), exact.rgb)
        return bytes(signature(image, most=frames.FEATURES, parts=False))
    data = pictures.load(path)
    orientation = choose(metadata.read(data, format).tags, kind=format.kind, name="", now=datetime.now(UTC)).orientation
    picture = pictures.open_picture(data, format, orientation=orientation)
    return signed(data, format, orientation, picture)


def signed(data: mmap, format: Format, orientation: int | None, picture: pictures.Picture) -> bytes:
    """The signature of a photo that was opened small: where pictures lie in it, it is opened again for these."""

    def larger() -> Image.Image:
        try:
            return pictures.open_picture(data, format, orientation=orientation, shorter=_LARGER).image
        except NotDecoded:
            return picture.image

    again = larger if picture.image.size != (picture.width, picture.height) else None
    return bytes(signature(picture.image, larger=again))


def _photo(path: str, name: str, format: Format, sidecars: tuple[str, ...]) -> Analysis:
    try:
        data = pictures.load(path)
    except NotDecoded as error:
        return _described(Metadata(), format, name, sidecars, failure=error.finding)
    read = metadata.read(data, format)
    _ask_exiftool(path, read)
    found = _described(read, format, name, sidecars)
    try:
        picture = pictures.open_picture(data, format, orientation=found.orientation)
    except NotDecoded as error:
        return replace(found, failure=error.finding)
    return replace(
        found,
        width=picture.width,
        height=picture.height,
        findings=found.findings if picture.finding is None else (*found.findings, picture.finding),
        hashes=hashes(picture.image),
        thumbnail=pictures.thumbnail(picture.image),
        signature=signed(data, format, found.orientation, picture),
    )


def _video(
    path: str, name: str, format: Format, sampling: Sampling, every: float | None, sidecars: tuple[str, ...]
) -> Analysis:
    from annotator.media import video  # photos need not pay for FFmpeg

    footage = video.analyse(path, format=format, sampling=sampling, every=every)
    read = Metadata(tags=list(footage.tags), findings=list(footage.findings))
    read.tags += extras.read(path, format.decoder)
    if footage.xmp is not None:
        metadata.read_xmp([footage.xmp], read)
    _ask_exiftool(path, read)
    return replace(
        _described(read, format, name, sidecars, failure=footage.failure),
        width=footage.width,
        height=footage.height,
        duration=footage.duration,
        thumbnail=footage.thumbnail,
        frames=footage.frames,
    )


def _ask_exiftool(path: str, read: Metadata) -> None:
    """Add what the ExifTool program says, where it is installed."""
    tags, noted = exiftool.read(path)
    read.tags += tags
    read.findings += noted


def _described(
    read: Metadata, format: Format, name: str, sidecars: tuple[str, ...], *, failure: Finding | None = None
) -> Analysis:
    """What metadata alone tell of an item."""
    for sidecar in sidecars[:4]:
        with Path(sidecar).open("rb") as file:
            metadata.read_xmp([file.read(_MAX_SIDECAR)], read, source="sidecar")
    chosen = choose(read.tags, kind=format.kind, name=name, now=datetime.now(UTC))
    return Analysis(
        kind=format.kind,
        media_type=format.media_type,
        extension=format.extension,
        captured_at=chosen.captured_at,
        captured_at_source=chosen.captured_at_source,
        latitude=chosen.latitude,
        longitude=chosen.longitude,
        location_source=chosen.location_source,
        make=chosen.make,
        model=chosen.model,
        camera_source=chosen.camera_source,
        orientation=chosen.orientation,
        tags=tuple(read.tags),
        findings=(*read.findings, *chosen.findings, *findings.contradictions(chosen, name=name)),
        failure=failure,
    )
