"""The sound of a playing video: samples go to the sound device at the time that they belong to, which is the clock."""

from collections import deque
from typing import Any, Protocol

from annotator.media.wire import RATE, SAMPLE, Sound

_BUFFER_SECONDS = 0.2
"""Sound that the device holds; what a cover mutes is thrown away with it."""
_MOST_SECONDS = 4.0


class Device(Protocol):
    """Where samples go, as QAudioSink has it."""

    def start(self) -> Any: ...
    def reset(self) -> None: ...
    def bufferSize(self) -> int: ...  # noqa: N802 - Qt's name
    def bytesFree(self) -> int: ...  # noqa: N802 - Qt's name


def default_device() -> Device | None:
    """The sound device of this computer, or None where it has none or Qt's sound library is not there."""
    try:
        # Loading it costs memory and libraries that a computer without sound may not have.
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices
    except ImportError:
        return None
    found = QMediaDevices.defaultAudioOutput()
    if found.isNull():
        return None
    format = QAudioFormat()
    format.setSampleRate(RATE)
    format.setChannelCount(2)
    format.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink = QAudioSink(found, format)
    sink.setBufferSize(round(_BUFFER_SECONDS * RATE) * SAMPLE)
    return sink


class Speaker:
    """Plays pieces of sound in time with a clock, and is itself the clock from then on."""

    def __init__(self) -> None:
        self._device: Device | None = None
        self._stream: Any = None
        self._pieces: deque[Sound] = deque()
        self._speed = 1.0
        self._first = 0.0
        self._written = 0

    def open(self) -> bool:
        """Whether there is a device to be heard through."""
        self._device = self._device or default_device()
        return self._device is not None

    def begin(self, speed: float) -> None:
        """Be silent, and play what is fed from now on, whose time goes at this speed."""
        self.stop()
        self._speed = speed

    def feed(self, piece: Sound) -> None:
        """Take the piece that follows."""
        if sum(len(each.samples) for each in self._pieces) < _MOST_SECONDS * RATE * SAMPLE:
            self._pieces.append(piece)

    def play(self, now: float) -> None:
        """Hand on as much as the device takes; `now` is the time of the video, which the first sample must meet."""
        if self._device is None or not self._pieces:
            return
        if self._stream is None:
            if not self._aligned(now):
                return
            self._stream = self._device.start()
            if self._stream is None:
                self._device = None
                return
        while self._pieces and (free := self._device.bytesFree() // SAMPLE * SAMPLE) > 0:
            piece = self._pieces.popleft()
            taken = max(0, self._stream.write(piece.samples[:free]))
            self._written += taken
            if taken < len(piece.samples):
                rest = piece.time + taken / SAMPLE / RATE * self._speed
                self._pieces.appendleft(Sound(wish=piece.wish, time=rest, samples=piece.samples[taken:]))
                return

    def now(self) -> float | None:
        """The time in the video that is being heard; None where nothing is."""
        if self._device is None or self._stream is None:
            return None
        waiting = self._device.bufferSize() - self._device.bytesFree()
        if waiting <= 0:
            return None
        return self._first + (self._written - waiting) / SAMPLE / RATE * self._speed

    def stop(self) -> None:
        """Be silent at once: what the device holds is thrown away too."""
        self._pieces.clear()
        if self._stream is not None and self._device is not None:
            self._device.reset()
        self._stream, self._written = None, 0

    def _aligned(self, now: float) -> bool:
        """Begin with the sample of `now`: what is before is dropped, what is missing is silence."""
        while self._pieces:
            piece = self._pieces.popleft()
            late = round((now - piece.time) / self._speed * RATE) * SAMPLE
            if late >= len(piece.samples):
                continue
            self._first = now
            samples = piece.samples[late:] if late >= 0 else bytes(min(-late, RATE * SAMPLE)) + piece.samples
            self._pieces.appendleft(Sound(wish=piece.wish, time=now, samples=samples))
            return True
        return False
