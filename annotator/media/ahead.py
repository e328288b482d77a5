"""What is found out of a whole video while there is time: how many frames it has, and its sound wave."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

from annotator.media import sound

_MOST_FRAMES = 4_000_000
_PACKETS = 40


class Whole:
    """Reads a container of its own from start to end, a few packets at a time."""

    def __init__(
        self, container: InputContainer, stream: VideoStream, heard: AudioStream | None, *, start: Fraction,
        duration: float | None,
    ) -> None:  # fmt: skip
        self._stamps = array("q")
        self._stream = stream
        self.counted = False
        """All frames were counted."""
        self.whole = False
        """Nothing is left to read."""
        self.peaks = sound.Peaks(duration, start) if heard is not None and duration else None
        wanted = [stream] if heard is None or self.peaks is None else [stream, heard]
        self._packets: Iterator[av.Packet[Any]] = container.demux(*wanted)

    def go_on(self) -> None:
        """Read a little more."""
        try:
            for _ in range(_PACKETS):
                packet = next(self._packets, None)
                if packet is None:
                    self._end(counted=True)
                    return
                self._take(packet)
        except (av.error.FFmpegError, ValueError, OverflowError):
            self._end(counted=False)

    def number(self, pts: int) -> int | None:
        """The number of the frame with this time stamp, from 1; None where not all were counted."""
        if not self.counted:
            return None
        at = bisect_left(self._stamps, pts)
        return at + 1 if at < len(self._stamps) and self._stamps[at] == pts else None

    @property
    def frames(self) -> int:
        """How many were counted."""
        return len(self._stamps)

    def _take(self, packet: "av.Packet[Any]") -> None:
        if packet.stream.index != self._stream.index:
            if self.peaks is not None:
                for frame in sound.heard(packet):
                    self.peaks.add(frame)
        elif packet.pts is not None and not packet.is_discard and not packet.is_corrupt:
            self._stamps.append(packet.pts)
            if len(self._stamps) > _MOST_FRAMES:
                raise ValueError("more frames than are counted")

    def _end(self, *, counted: bool) -> None:
        self._stamps = array("q", sorted(set(self._stamps)))
        self.counted, self.whole = counted, True
