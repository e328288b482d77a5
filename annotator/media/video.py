"""Videos: their analysis, the frame on show at a time, and a frame kept as a picture of exact pixels."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import av
import PIL
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from annotator.analysis import ExactFrame, Frame, KeptFrame, NotDecoded, Thumbnail
from annotator.media import container as containers
from annotator.media.features import signature
from annotator.media.frames import MAX_FRAMES, Reader, Sampler, small, stamp
from annotator.media.hashing import hashes
from annotator.media.pictures import MAX_PIXELS, thumbnail
from annotator.media.sniff import Format
from annotator.model import Finding, Sampling, Tag

_MATRICES: Final = {1: "BT.709", 2: "no matrix told, BT.601 assumed", 5: "BT.601", 6: "BT.601", 9: "BT.2020"}
_EARLY: Final = 1.0
_EARLY_SHARE: Final = 0.02
"""Seconds, and share of its length, by which a video may end before the time that it says."""
_RANGES: Final = {0: "range as the pixel format implies", 1: "limited range", 2: "full range"}


@dataclass(slots=True, kw_only=True)
class Footage:
    """What was learnt of a video's container and frames."""

    width: int | None = None
    height: int | None = None
    duration: float | None = None
    tags: tuple[Tag, ...] = ()
    xmp: bytes | None = None
    frames: tuple[Frame, ...] = ()
    thumbnail: Thumbnail | None = None
    findings: tuple[Finding, ...] = ()
    failure: Finding | None = None


def analyse(path: str, *, format: Format, sampling: Sampling, every: float | None) -> Footage:
    """Container facts and sampled frames. Never raises for what the bytes say."""
    footage = Footage()
    try:
        with containers.opened(path, format) as (container, stream):
            _analyse(container, stream, footage, sampling=sampling, every=every)
    except NotDecoded as error:
        footage.failure = error.finding
    except (av.error.FFmpegError, ValueError, OverflowError) as error:
        footage.failure = Finding(code="damaged", message=f"The video can't be read ({str(error)[:120]}).")
    return footage


def _analyse(
    container: InputContainer, stream: VideoStream | None, footage: Footage, *, sampling: Sampling, every: float | None
) -> None:
    if stream is None:
        footage.tags = tuple(containers.tags(container))
        footage.failure = Finding(code="no-picture", message="The file holds no moving picture that can be decoded.")
        return
    width, height = stream.codec_context.width, stream.codec_context.height
    facts = containers.facts(container, stream)
    footage.width, footage.height, footage.duration = width or None, height or None, facts.duration
    footage.tags, footage.xmp = facts.tags, facts.xmp
    if width * height > MAX_PIXELS:
        footage.failure = Finding(
            code="too-big", message=f"The video is too big to open safely: {width} × {height} pixels."
        )
        return
    sampler = Sampler(container, stream, containers.start_of(container), facts.duration)
    footage.frames = tuple(sampler.sample(sampling, every))
    footage.thumbnail = next(
        (frame.thumbnail for frame in footage.frames if frame.hashes and not frame.hashes.flat), None
    )
    if footage.thumbnail is None:
        footage.thumbnail = footage.frames[0].thumbnail if footage.frames else sampler.first()
    if footage.thumbnail is None:
        footage.failure = Finding(code="damaged", message="No frame of the video can be decoded.")
    if sampler.rotation:
        footage.tags += (containers.rotation_tag(sampler.rotation),)
    if sampler.rotation % 180:
        footage.width, footage.height = footage.height, footage.width
    said = float(stream.duration * sampler.base) if stream.duration else None
    footage.findings = tuple(_findings(sampler, said))


def _findings(sampler: Sampler, said: float | None) -> list[Finding]:
    """What a reviewer should know; `said` is how long the pictures last by what the container says of them."""
    found = []
    if said is not None and sampler.ended is not None and said - sampler.ended > max(_EARLY, said * _EARLY_SHARE):
        message = f"The video ends early: it says that it lasts {said:.1f} s, and ends at {float(sampler.ended):.1f} s."
        found.append(Finding(code="ends-early", message=message))
    if sampler.thinned:
        message = f"The video has more frames to sample than {MAX_FRAMES}: they were thinned out evenly."
        found.append(Finding(code="frames-thinned", message=message))
    if sampler.errors:
        message = f"A part of the video can't be decoded ({sampler.errors[0]})."
        found.append(Finding(code="damaged", message=message))
    return found


def frame_at(path: str, *, format: Format, seconds: float, longest: int | None) -> ExactFrame:
    """The frame on show at `seconds`, upright, at most `longest` pixels a side: the last one whose time stamp is not
    after it, the first one where that is before all. Raises NotDecoded, past the end too; OSError."""
    with _shown(path, format, seconds) as (picture, time, base):
        return ExactFrame(
            time=time,
            pts=stamp(picture),
            time_base=base,
            picture=thumbnail(small(picture, longest=longest), longest or MAX_PIXELS),
        )


def keep(path: str, *, format: Format, seconds: float) -> KeptFrame:
    """The frame on show at `seconds` as a PNG of its exact pixels, upright. Raises NotDecoded, OSError."""
    with _shown(path, format, seconds) as (picture, time, base):
        image = small(picture, longest=None)
        png = io.BytesIO()
        image.save(png, "PNG", compress_level=4)
        little = image.reduce(max(1, min(image.size) // 320))
        return KeptFrame(
            time=time,
            pts=stamp(picture),
            time_base=base,
            png=png.getvalue(),
            made_by=_made_by(picture, base),
            width=image.width,
            height=image.height,
            hashes=hashes(little),
            thumbnail=thumbnail(little),
            signature=bytes(signature(little, parts=False)),
        )


@contextmanager
def _shown(path: str, format: Format, seconds: float) -> Iterator[tuple[VideoFrame, float, tuple[int, int]]]:
    """The frame on show, its time in seconds, and its time base."""
    with containers.opened(path, format) as (container, stream):
        if stream is None or stream.codec_context.width * stream.codec_context.height > MAX_PIXELS:
            raise NotDecoded("no-picture", "The file holds no moving picture that can be decoded.")
        start = containers.start_of(container)
        reader = Reader(container, stream, start)
        try:
            picture = reader.at(seconds)
        except (av.error.FFmpegError, ValueError, OverflowError) as error:
            raise NotDecoded("damaged", f"The video can't be read there ({str(error)[:120]}).") from None
        if picture is None:
            raise NotDecoded("damaged", "No frame of the video can be decoded.")
        time = float(stamp(picture) * reader.base - start)
        if reader.is_last() and seconds > _end(container, picture, reader, time):
            raise NotDecoded("past-the-end", "The video ends before that time.")
        yield picture, time, (reader.base.numerator, reader.base.denominator)


def _end(container: InputContainer, last: VideoFrame, reader: Reader, time: float) -> float:
    """When the last frame leaves the screen: after its own duration, or with the end of the container's sound."""
    shown = time + float((last.duration or 0) * reader.base)
    return max(shown, (container.duration or 0) / av.time_base)


def _made_by(picture: VideoFrame, base: tuple[int, int]) -> str:
    """How a kept frame was made, so that anybody can make it again."""
    ffmpeg = ", ".join(f"{name} {'.'.join(map(str, version))}" for name, version in sorted(av.library_versions.items()))
    return (
        f"Frame with time stamp {picture.pts} (time base {base[0]}/{base[1]} s), decoded from {picture.format.name} "
        f"{picture.width} × {picture.height} and converted to 8-bit RGB by libswscale ({_colours(picture)}), turned "
        f"{picture.rotation} degrees counter-clockwise, written as PNG by Pillow {PIL.__version__}; "
        f"PyAV {av.__version__} with FFmpeg's {ffmpeg}."
    )


def _colours(picture: VideoFrame) -> str:
    """The matrix and range that libswscale converted from, by FFmpeg's numbers (ITU-T H.273)."""
    matrix = _MATRICES.get(picture.colorspace, f"matrix {picture.colorspace}")
    return f"{matrix}, {_RANGES.get(picture.color_range, f'range {picture.color_range}')}"
