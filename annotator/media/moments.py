"""A video → small grey frames, ten a second, of all of it or of the parts that are asked for."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import cv2
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

from annotator.media import container as containers
from annotator.media.frames import Reader
from annotator.media.sniff import Format

STEP: Final = 0.1
"""Seconds between two frames."""
SIDE: Final = 320
"""Longest side of a frame, in pixels."""
_MOST_PIXELS: Final = 178_956_970


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """Frames of one video, upright, in order of time."""

    times: NDArray[np.float32]
    """(n,): when each comes on show, in seconds from the start."""
    frames: NDArray[np.uint8]
    """(n, height, width), grey."""
    end: float
    """When the last frame of the video leaves the screen, as far as it is known, in seconds."""
    _shrunk: dict[int, NDArray[np.uint8]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.times)

    @property
    def seconds(self) -> float:
        """How much of the video the frames stand for."""
        return len(self) * STEP

    def shrunk(self, by: int) -> NDArray[np.uint8]:
        """The frames so many times smaller."""
        if by <= 1:
            return self.frames
        if by not in self._shrunk:
            height, width = (max(1, side // by) for side in self.frames.shape[1:])
            area = cv2.INTER_AREA
            self._shrunk[by] = np.stack(
                [cv2.resize(frame, (width, height), interpolation=area) for frame in self.frames]
            )
        return self._shrunk[by]

    def within(self, start: float, stop: float) -> "Track":
        """The frames that come on show within a span of time."""
        inside = (self.times >= start) & (self.times <= stop)
        return Track(times=self.times[inside], frames=self.frames[inside], end=self.end)

    def nearest(self, seconds: float) -> int:
        """The frame that comes on show nearest to a time."""
        return int(np.abs(self.times - seconds).argmin())

    def shifted(self, by: int) -> NDArray[np.int64]:
        """For each frame the one so many steps on, or itself where there is none."""
        wanted = np.arange(len(self)) + by
        held = wanted.clip(0, len(self) - 1)
        near = np.abs(np.abs(self.times[held] - self.times) - abs(by) * STEP) <= STEP
        return np.where(near, held, np.arange(len(self)))

    def until(self, index: int) -> float:
        """When a frame gives way to the next step."""
        following = float(self.times[index]) + STEP
        if index + 1 < len(self):
            return min(following, float(self.times[index + 1]))
        return self.end if self.end - following < STEP else following


@lru_cache(maxsize=4)
def whole(path: str, *, format: Format, seconds: float) -> Track:
    """All frames up to so many seconds; one video is compared with several. Raises as `track` does."""
    return track(path, format=format, spans=((0.0, seconds),))


def track(path: str, *, format: Format, spans: tuple[tuple[float, float], ...], step: float = STEP) -> Track:
    """The frames within these spans of time, in seconds, in order, apart; one in each `step`, or all.

    Raises FFmpegError, OSError, ValueError.
    """
    times: list[float] = []
    frames: list[NDArray[np.uint8]] = []
    end = 0.0
    scaler = VideoReformatter()
    with containers.opened(path, format) as (opened, stream):
        if stream is None or stream.codec_context.width * stream.codec_context.height > _MOST_PIXELS:
            raise ValueError("no moving picture that can be decoded")
        stream.codec_context.options = {**stream.codec_context.options, "skip_loop_filter": "all"}
        reader = Reader(opened, stream, containers.start_of(opened))
        for start, stop in spans:
            picture = reader.at(start)
            following = start
            while picture is not None:
                now = reader.seconds(picture)
                if now > stop:
                    break
                if not step or now >= following - step / 10:
                    times.append(now)
                    frames.append(_grey(picture, scaler))
                    following = max(following, now - now % step) + step if step else following
                end = max(end, now + float((picture.duration or 0) * reader.base))
                picture = reader.step()
    stacked = np.stack(frames) if frames else np.zeros((0, 1, 1), np.uint8)
    return Track(times=np.array(times, np.float32), frames=stacked, end=end)


def _grey(picture: VideoFrame, scaler: VideoReformatter) -> NDArray[np.uint8]:
    scale = min(1.0, SIDE / max(picture.width, picture.height))
    size = max(2, round(picture.width * scale)), max(2, round(picture.height * scale))
    small = scaler.reformat(
        picture, width=size[0], height=size[1], format="gray", interpolation=Interpolation.AREA, threads=1
    ).to_ndarray()
    return np.ascontiguousarray(np.rot90(small, round(picture.rotation / 90) % 4))
