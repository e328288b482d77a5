"""Frames out of a video: which are sampled, and each of them upright as thumbnail and hashes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Final

import av
import numpy as np
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from av.video.stream import VideoStream
from PIL import Image

from annotator.analysis import THUMBNAIL_SIDE, Frame, Hashes, Thumbnail
from annotator.media.features import signature
from annotator.media.hashing import hashes
from annotator.model import Sampling

MAX_FRAMES: Final = 400
"""No more frames than so many are kept of one video, spread evenly."""
_SCENE: Final = 0.3
"""FFmpeg's scene score (0 to 1) from which a cut is assumed."""
_STILL: Final = 2
"""Of the bits of a frame's hash, as many as differ while nothing moves."""
FEATURES: Final = 300
"""Of a frame's signature."""
_FEW: Final = 8
"""Keyframes that tell something; where there are fewer, frames between them are looked at as well."""
_APART: Final = 1.5
"""Seconds from one of these to the next."""
_BETWEEN: Final = 30.0
"""Seconds of a video in which they are looked for."""
_ROUNDING: Final = Fraction(1, 1_000_000)
"""Seconds; a frame's own time, rounded as a float, must find that frame."""
_SEEK_AHEAD: Final = 5.0
"""Seconds; nearer frames are reached by decoding on, farther ones by seeking."""


@dataclass(slots=True)
class Sampler:
    """Samples one opened video. After `sample`, `thinned` tells whether there were more frames than are kept, and
    `errors` what went wrong on the way."""

    container: InputContainer
    stream: VideoStream
    start: Fraction
    duration: float | None
    rotation: int = 0
    thinned: bool = False
    errors: list[str] | None = None
    ended: Fraction | None = None
    """When the last picture that is in the file ends, in seconds; None where not all of the file was gone through."""
    signed: int | None = None
    """The hash of the last frame that got a signature."""
    scaler: VideoReformatter = field(default_factory=VideoReformatter)
    """One for all frames: making libswscale's filters costs more than scaling a frame."""

    @property
    def base(self) -> Fraction:
        """Seconds in one unit of the stream's time stamps."""
        return self.stream.time_base or Fraction(1, av.time_base)

    def sample(self, sampling: Sampling, every: float | None) -> list[Frame]:
        """The frames that a way of sampling asks for, in order of time."""
        match sampling:
            case Sampling.KEYFRAMES:
                pictures = self._keyframes()
            case Sampling.SCENES:
                pictures = self._scenes()
            case Sampling.EVERY:
                pictures = self._every(every or 1.0)
            case Sampling.NONE:
                return []
        kept: list[Frame] = []
        try:
            for picture in pictures:
                if picture.pts is None:
                    continue
                kept.append(self._frame(picture))
                if len(kept) >= 2 * MAX_FRAMES:
                    kept, self.thinned = kept[::2], True
            if sampling is Sampling.KEYFRAMES and sum(frame.signature is not None for frame in kept) < _FEW:
                kept += [self._frame(picture) for picture in self._between([frame.time for frame in kept])]
        except (av.error.FFmpegError, ValueError) as error:
            self._note(error)
        if len(kept) > MAX_FRAMES:
            at = np.linspace(0, len(kept) - 1, MAX_FRAMES).round().astype(int)
            kept, self.thinned = [kept[i] for i in at], True
        return sorted(kept, key=lambda frame: frame.pts)

    def first(self) -> Thumbnail | None:
        """The first frame that can be decoded, for a video of which none was sampled."""
        try:
            picture = Reader(self.container, self.stream, self.start).at(0)
        except (av.error.FFmpegError, ValueError) as error:
            self._note(error)
            return None
        return None if picture is None else self._frame(picture).thumbnail

    def _note(self, error: Exception) -> None:
        self.errors = [*(self.errors or []), str(getattr(error, "strerror", None) or error)[:120]]

    def _frame(self, picture: VideoFrame) -> Frame:
        self.rotation = picture.rotation
        image = small(picture, longest=THUMBNAIL_SIDE, scaler=self.scaler)
        known = hashes(image)
        return Frame(
            time=float(stamp(picture) * self.base - self.start),
            pts=stamp(picture),
            hashes=known,
            thumbnail=Thumbnail(width=image.width, height=image.height, rgb=image.tobytes()),
            signature=self._signature(image, known),
        )

    def _signature(self, image: Image.Image, known: Hashes) -> bytes | None:
        """None for a black second or a title card, and for a frame that shows what the last one shows."""
        now = int(known.variants[0], 16)
        if known.flat or (self.signed is not None and (self.signed ^ now).bit_count() <= _STILL):
            return None
        self.signed = now
        return bytes(signature(image, most=FEATURES, parts=False))

    def _keyframes(self) -> Iterator[VideoFrame]:
        """Keyframes, none nearer to the one before than an even spread of twice the cap would put them."""
        self.stream.codec_context.skip_frame = "NONKEY"
        # what the loop filter does is not seen in pictures this small, and costs a fifth of the time
        self.stream.codec_context.options = {**self.stream.codec_context.options, "skip_loop_filter": "all"}
        spacing = Fraction(self.duration or 0) / (2 * MAX_FRAMES)
        last: Fraction | None = None
        for packet in self.container.demux(self.stream):
            self._reach(packet)
            if packet.pts is not None and not packet.is_keyframe:
                continue
            if packet.pts is not None:
                now = packet.pts * self.base
                if last is not None and 0 <= now - last < spacing:
                    self.thinned = True
                    continue
                last = now
            yield from self._decode(packet)

    def _between(self, times: list[float]) -> Iterator[VideoFrame]:
        """Frames between keyframes at these times, in seconds: hardly any keyframe may show what the video is about."""
        self.stream.codec_context.skip_frame = "NONREF"
        self.signed = None
        reader, left, last = Reader(self.container, self.stream, self.start), _BETWEEN, None
        for start, stop in pairwise([*sorted(times), self.duration or 0.0]):
            count = max(0, floor((min(stop, start + left) - start - _APART / 2) / _APART))
            for number in range(count):
                shown = reader.at(start + (number + 1) * _APART)
                if shown is None or shown.pts in (None, last) or reader.is_last():
                    break
                last = shown.pts
                yield shown
            left -= max(0.0, stop - start) if count else 0.0

    def _reach(self, packet: "av.Packet[VideoStream]") -> None:
        if packet.pts is not None:
            ends = (packet.pts + (packet.duration or 0)) * self.base - self.start
            self.ended = ends if self.ended is None else max(self.ended, ends)

    def _decode(self, packet: "av.Packet[VideoStream]") -> list[VideoFrame]:
        try:
            return [frame for frame in packet.decode() if isinstance(frame, VideoFrame)]
        except av.error.EOFError:
            return []
        except av.error.InvalidDataError as error:
            self._note(error)
            return []

    def _scenes(self) -> Iterator[VideoFrame]:
        """The first frame and those after cuts, by FFmpeg's scene score of pictures as small as a thumbnail."""
        graph: av.filter.Graph | None = None
        for packet in self.container.demux(self.stream):
            self._reach(packet)
            for picture in self._decode(packet):
                if graph is None:
                    graph = _scene_graph(picture, self.stream)
                graph.push(picture)
                yield from _pulled(graph)
        if graph is not None:
            graph.push(None)
            yield from _pulled(graph)

    def _every(self, seconds: float) -> Iterator[VideoFrame]:
        """The frame on show at 0, `seconds`, twice that …"""
        count = max(1, ceil(self.duration / seconds)) if self.duration else MAX_FRAMES
        step = ceil(count / MAX_FRAMES)
        self.thinned = self.thinned or step > 1
        reader = Reader(self.container, self.stream, self.start)
        last: int | None = None
        for number in range(0, count, step):
            shown = reader.at(number * seconds)
            if shown is None or (shown.pts == last and reader.is_last()):
                return
            if shown.pts != last:
                last = shown.pts
                yield shown


class Reader:
    """Finds the frame that is on show at a time, exactly: the last one whose time stamp is not after it."""

    def __init__(self, container: InputContainer, stream: VideoStream, start: Fraction) -> None:
        self.container, self.stream, self.start = container, stream, start
        self.base = stream.time_base or Fraction(1, av.time_base)
        self.ahead: Iterator[VideoFrame] | None = None
        self.current: VideoFrame | None = None
        self.following: VideoFrame | None = None

    def at(self, seconds: float) -> VideoFrame | None:
        """The frame on show at `seconds` after the start; the first one before it; None where there is none at all."""
        self.approach(seconds)
        while self.advance(seconds):
            pass
        return self.current

    def approach(self, seconds: float) -> None:
        """Go to a frame from which the one on show at `seconds` is reached by going on: a keyframe, if none is near."""
        wanted = self._wanted(seconds)
        if self.current is None or not self._time(self.current) <= wanted <= self._time(self.current) + _SEEK_AHEAD:
            self._seek(wanted)

    def advance(self, seconds: float) -> bool:
        """Go on by one frame towards the one on show at `seconds`; False where that is the current one."""
        if self.following is None or self._time(self.following) > self._wanted(seconds):
            return False
        self._next()
        return True

    def step(self) -> VideoFrame | None:
        """Go on to the next frame; None where there is none."""
        if self.following is None:
            return None
        self._next()
        return self.current

    def seconds(self, picture: VideoFrame) -> float:
        """A frame's own time, from the start."""
        return float(self._time(picture) - self.start)

    def is_last(self) -> bool:
        """Nothing follows the frame that `at` returned."""
        return self.following is None

    def _wanted(self, seconds: float) -> Fraction:
        return self.start + Fraction(seconds) + _ROUNDING

    def _time(self, picture: VideoFrame) -> Fraction:
        return stamp(picture) * self.base

    def _seek(self, wanted: Fraction) -> None:
        """Go to a keyframe before `wanted`; farther back where the container's index is not to be trusted."""
        for back in (0, 10, 60, None):
            target = min(self.stream.start_time or 0, 0) if back is None else int((wanted - back) / self.base)
            try:
                self.container.seek(target, stream=self.stream, backward=True, any_frame=False)
            except av.error.FFmpegError:
                if back is None:
                    self.container.seek(0)
            self.ahead = self._pictures()
            self.current = self.following = None
            self._next()
            self._next()
            if self.current is not None and self._time(self.current) <= wanted:
                return

    def _next(self) -> None:
        self.current = self.following if self.following is not None else self.current
        self.following = next(self.ahead, None) if self.ahead is not None else None
        if self.current is None:
            self.current, self.following = self.following, None

    def _pictures(self) -> Iterator[VideoFrame]:
        self.stream.codec_context.flush_buffers()
        for packet in self.container.demux(self.stream):
            try:
                decoded = packet.decode()
            except (av.error.EOFError, av.error.InvalidDataError):
                continue
            for picture in decoded:
                if isinstance(picture, VideoFrame) and picture.pts is not None:
                    yield picture


def stamp(picture: VideoFrame) -> int:
    """A frame's time stamp in units of its stream's time base. Raises ValueError where it has none."""
    if picture.pts is None:
        raise ValueError("a frame without a time stamp")
    return picture.pts


def small(picture: VideoFrame, *, longest: int | None, scaler: VideoReformatter | None = None) -> Image.Image:
    """A frame as an upright RGB picture at most `longest` pixels a side, scaled by libswscale before it becomes RGB."""
    width, height = picture.width, picture.height
    scale = min(1.0, longest / max(width, height)) if longest else 1.0
    size = max(2, round(width * scale)), max(2, round(height * scale))
    scaled = (scaler or VideoReformatter()).reformat(
        picture, width=size[0], height=size[1], format="rgb24", interpolation=Interpolation.AREA, threads=1
    )
    return turned(Image.fromarray(scaled.to_ndarray()), picture.rotation)


def turned(image: Image.Image, rotation: int) -> Image.Image:
    """`image` turned by a display matrix's angle, in degrees counter-clockwise; odd angles to the nearest quarter."""
    turns = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
    quarter = turns.get(round(rotation / 90) * 90 % 360)
    return image.transpose(quarter) if quarter is not None else image


def _scene_graph(picture: VideoFrame, stream: VideoStream) -> av.filter.Graph:
    graph = av.filter.Graph()
    source = graph.add_buffer(
        width=picture.width,
        height=picture.height,
        format=picture.format,
        time_base=stream.time_base or Fraction(1, 1000),
    )
    scale = min(1.0, THUMBNAIL_SIDE / max(picture.width, picture.height))
    size = f"{max(2, round(picture.width * scale))}:{max(2, round(picture.height * scale))}"
    graph.link_nodes(
        source,
        graph.add("scale", f"{size}:flags=area"),
        graph.add("select", f"eq(n\\,0)+gt(scene\\,{_SCENE})"),
        graph.add("buffersink"),
    ).configure()
    return graph


def _pulled(graph: av.filter.Graph) -> Iterator[VideoFrame]:
    while True:
        try:
            picture = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        if isinstance(picture, VideoFrame):
            yield picture
