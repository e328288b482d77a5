"""The sound of a video: samples from a time on, at a speed, and the peaks of all of it."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Final

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer

from annotator.media.wire import BINS, NOT_READ, RATE, SAMPLE

_GAP: Final = 0.04
"""Seconds by which sound may be off before silence is put in or sound is left out; what clocks round is less."""
_SILENCE: Final = 0.05
_MOST_AT_ONCE: Final = RATE * SAMPLE // 4


def stream_of(container: InputContainer) -> tuple[AudioStream | None, bool]:
    """The sound to be heard, and whether there is some that can't be decoded."""
    streams = [stream for stream in container.streams if stream.type == "audio"]
    for stream in streams:
        if isinstance(stream, AudioStream) and stream.codec_context is not None:
            stream.codec_context.thread_count = 1
            return stream, False
    return None, bool(streams)


class Samples:
    """Sound in pieces, each with the time in the video to which its first sample belongs."""

    def __init__(self, container: InputContainer, stream: AudioStream, start: Fraction) -> None:
        self._container, self._stream, self._start = container, stream, start
        self._base = stream.time_base or Fraction(1, av.time_base)
        self._pieces: Iterator[tuple[float, bytes]] = iter(())
        self.at = 0.0
        """Where the next piece begins, in seconds."""

    def begin(self, seconds: float, speed: float) -> None:
        """Go to a time. Raises FFmpegError."""
        self.at = max(0.0, seconds)
        wanted = int((self._start + Fraction(self.at)) / self._base)
        self._container.seek(wanted, stream=self._stream, backward=True, any_frame=False)
        self._stream.codec_context.flush_buffers()
        self._pieces = self._read(speed)

    def next(self) -> tuple[float, bytes] | None:
        """The next piece; None at the end."""
        return next(self._pieces, None)

    def _read(self, speed: float) -> Iterator[tuple[float, bytes]]:
        made: tuple[tuple[object, ...], av.filter.Graph] | None = None
        for frame in decoded(self._container, self._stream):
            if frame.pts is None or frame.time_base is None:
                time = self.at
            else:
                time = float(frame.pts * frame.time_base - self._start)
            lasts = frame.samples / frame.sample_rate
            if time + lasts <= self.at + (0 if made is None else -_GAP):
                continue
            if made is None:
                self.at = min(self.at, time)
            while time - self.at > _GAP:
                length = min(_SILENCE, time - self.at)
                yield self._taken(bytes(int(length / speed * RATE) * SAMPLE), speed)
            shape = (frame.format.name, frame.layout.name, frame.sample_rate)
            if made is None or made[0] != shape:
                made = (shape, _graph(frame, speed))
            frame.pts = None
            made[1].push(frame)
            for samples in _pulled(made[1]):
                for first in range(0, len(samples), _MOST_AT_ONCE):
                    yield self._taken(samples[first : first + _MOST_AT_ONCE], speed)

    def _taken(self, samples: bytes, speed: float) -> tuple[float, bytes]:
        time, self.at = self.at, self.at + len(samples) / SAMPLE / RATE * speed
        return time, samples


class Peaks:
    """The sound wave of a whole video, filled frame by frame."""

    def __init__(self, duration: float, start: Fraction) -> None:
        self._duration, self._start = duration, start
        self._bins = np.full(BINS, NOT_READ, dtype=np.uint8)
        self._plain: AudioResampler | None = None

    def add(self, frame: AudioFrame) -> None:
        """Take the peaks of a frame. Raises FFmpegError, ValueError."""
        if frame.pts is None or frame.time_base is None or not frame.samples:
            return
        self._plain = self._plain or AudioResampler(format="s16", layout=frame.layout, rate=frame.sample_rate)
        time = float(frame.pts * frame.time_base - self._start)
        for plain in self._plain.resample(frame):
            loud = np.abs(plain.to_ndarray().reshape(plain.samples, -1).astype(np.int32)).max(axis=1)
            self._note(loud, time, plain.sample_rate)
            time += plain.samples / plain.sample_rate

    def _note(self, loud: "np.ndarray[tuple[int], np.dtype[np.int32]]", time: float, rate: int) -> None:
        width = self._duration / BINS
        first = max(0, floor(time / width))
        last = min(BINS - 1, floor((time + (len(loud) - 1) / rate) / width))
        starts = [max(0, ceil((number * width - time) * rate)) for number in range(first, last + 1)]
        starts = [start for start in starts if start < len(loud)]
        if not starts:
            return
        peaks = np.minimum(np.maximum.reduceat(loud, starts) >> 7, NOT_READ - 1)
        before = self._bins[first : first + len(starts)]
        self._bins[first : first + len(starts)] = np.maximum(np.where(before == NOT_READ, 0, before), peaks)

    def tell(self) -> bytes:
        """What is known by now."""
        return self._bins.tobytes()


def decoded(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """The frames from here on; what is damaged is passed over."""
    for packet in container.demux(stream):
        yield from heard(packet)


def heard(packet: "av.Packet[AudioStream]") -> list[AudioFrame]:
    """The frames of a packet of sound; none where it is damaged."""
    try:
        return [frame for frame in packet.decode() if isinstance(frame, AudioFrame)]
    except (av.error.EOFError, av.error.InvalidDataError):
        return []


def _graph(frame: AudioFrame, speed: float) -> av.filter.Graph:
    """From this kind of frame to the samples that are handed over, faster or slower at the same pitch."""
    graph = av.filter.Graph()
    graph.threads = 1
    source = graph.add_abuffer(
        sample_rate=frame.sample_rate,
        format=frame.format,
        layout=frame.layout,
        time_base=Fraction(1, frame.sample_rate),
    )
    tempo = [] if speed == 1 else [graph.add("atempo", f"{speed:.3f}")]
    shape = f"sample_fmts=s16:sample_rates={RATE}:channel_layouts=stereo"
    graph.link_nodes(source, *tempo, graph.add("aformat", shape), graph.add("abuffersink")).configure()
    return graph


def _pulled(graph: av.filter.Graph) -> Iterator[bytes]:
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield frame.to_ndarray().tobytes()
