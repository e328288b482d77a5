"""Opens videos by the demuxer that their first bytes called for, and tells what their container says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EINVAL
from fractions import Fraction
from io import SEEK_SET, FileIO
from typing import Final

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from annotator.analysis import NotDecoded
from annotator.media.pictures import MAX_PIXELS
from annotator.media.sniff import Decoder, Format
from annotator.media.tags import MAX_TAGS, tag
from annotator.model import Tag

_OPTIONS: Final = {
    Decoder.MOV: {"export_xmp": "1", "export_all": "1", "enable_drefs": "0"},
}
_WITHOUT_MEANING: Final = frozenset({"xmp", "vendor_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a container says of its video; times in seconds."""

    duration: float | None
    tags: tuple[Tag, ...]
    xmp: bytes | None


class _File(FileIO):
    """A file in which seeking to nowhere, as broken indexes ask for, fails for FFmpeg and not for Python."""

    def seek(self, offset: int, whence: int = SEEK_SET, /) -> int:
        try:
            return super().seek(offset, whence)
        except OSError as error:
            if error.errno != EINVAL:
                raise
            return -1


@contextmanager
def opened(path: str, format: Format) -> Iterator[tuple[InputContainer, VideoStream | None]]:
    """The container, opened from a file object so that it can name no other file, and its first moving picture.

    One thread decodes: files are spread over processes. Raises NotDecoded.
    """
    if format.decoder is None:
        raise NotDecoded("unsupported-format", "This format is kept but not opened.")
    with _File(path) as file:
        try:
            container = av.open(
                file,
                mode="r",
                format=str(format.decoder),
                options=_OPTIONS.get(format.decoder, {}),
                metadata_errors="replace",
            )
        except (av.error.FFmpegError, ValueError, OverflowError) as error:
            raise NotDecoded("damaged", f"The video can't be opened ({_reason(error)}).") from None
        with container:
            streams = [stream for stream in container.streams.video if stream.codec_context is not None]
            pictured = [stream for stream in streams if not stream.disposition & av.stream.Disposition.attached_pic]
            stream = pictured[0] if pictured else None
            if stream is not None:
                stream.codec_context.thread_type = "NONE"
                stream.codec_context.thread_count = 1
                stream.codec_context.options = {"max_pixels": str(MAX_PIXELS)}  # a stream may change its size midway
            yield container, stream


def start_of(container: InputContainer) -> Fraction:
    """The time stamp, in seconds, that is 0 for whoever watches the video."""
    return Fraction(container.start_time or 0, av.time_base)


def facts(container: InputContainer, stream: VideoStream) -> Facts:
    """What the container says."""
    duration = None
    if container.duration is not None and container.duration > 0:
        duration = container.duration / av.time_base
    elif stream.duration and stream.time_base:
        duration = float(stream.duration * stream.time_base)
    found = tags(container)
    if stream.average_rate:
        found.append(tag("container", "frame rate", f"{float(stream.average_rate):.3f}", str(stream.average_rate)))
    xmp = container.metadata.get("xmp", "").encode() or None
    return Facts(duration=duration, tags=tuple(found[:MAX_TAGS]), xmp=xmp)


def tags(container: InputContainer) -> list[Tag]:
    """The container's and its streams' entries, and their codecs."""
    found = [tag("container", key, value) for key, value in container.metadata.items() if key not in _WITHOUT_MEANING]
    for number, stream in enumerate(container.streams):
        codec = stream.codec_context.name if stream.codec_context is not None else "unknown"
        found.append(tag("container", f"stream {number} codec", f"{stream.type} {codec}"))
        found += [
            tag("container", f"stream {number} {key}", value)
            for key, value in stream.metadata.items()
            if key not in _WITHOUT_MEANING
        ]
    return found


def rotation_tag(rotation: int) -> Tag:
    """By how many degrees counter-clockwise the picture is to be turned."""
    return tag("container", "rotation", str(rotation), f"{rotation} degrees counter-clockwise")


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)[:120] or type(error).__name__
