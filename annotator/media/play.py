"""Plays a video in a process of its own: pictures into shared memory, sound and the rest through a pipe.

One loop does one small thing at a time – a frame, a piece of sound, a look at the commands – so that a new wish is
never further away than one frame.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from annotator.media import container as containers
from annotator.media import sound, wire
from annotator.media.ahead import Whole
from annotator.media.frames import Reader, stamp
from annotator.media.recent import Recent
from annotator.media.screen import Screen
from annotator.media.wire import Command

_NEAR: Final = 0.35
"""Seconds to a frame that is sought, under which no keyframe is shown on the way."""
_MOST_SHOWN: Final = 60.0
"""Frames a second, beyond which nobody sees more."""
_LEAST_SHOWN: Final = 0.25
"""Seconds after which a frame is shown however late it is."""
_LATE: Final = 0.08
"""Seconds after which a frame is not worth showing any more."""
_VERY_LATE: Final = 0.5
"""Seconds after which a jump to a keyframe is tried."""
_HELD_BYTES: Final = 384 << 20
"""For frames that are decoded forwards to be shown backwards."""
_RECENT_BYTES: Final = 128 << 20
_SOUND_AHEAD: Final = 0.6


class Playing:
    """One video, its commands and its messages."""

    def __init__(
        self, container: InputContainer, stream: VideoStream, *, memory: memoryview, place: int,
        send: Callable[[bytes], None],
    ) -> None:  # fmt: skip
        self._container, self._stream, self._send = container, stream, send
        self._reader = Reader(container, stream, containers.start_of(container))
        self._screen = Screen(memory, place)
        self._wish = 0
        self._target: float | None = None
        self._on_the_way = False
        """A keyframe was shown on the way to the target, or need not be."""
        self._near = False
        """From where the reader is, the target is reached by going on."""
        self._speed = 0.0
        self._last: float | None = None
        """The time of the frame that was decided on last, shown or not."""
        self._seen: float | None = None
        """The time of the frame that was shown last of those that were asked for together."""
        self._skipped = False
        """Frames may have been left out since the last wish."""
        context = stream.codec_context
        self._recent = Recent(max(4, min(24, _RECENT_BYTES // max(1, context.width * context.height * 2))))
        self._due: VideoFrame | None = None
        self._passed: VideoFrame | None = None
        """The last frame that was not worth showing."""
        self._sent_at = 0.0
        self._clock: tuple[float, float] | None = None
        self._next_jump, self._jump_wait = 0.0, 0.0
        self._one = False
        """One frame is wanted, the one before or after the time of `_last` or `_target`."""
        self._behind_ends: float | None = None
        """The frames in `_behind` are all that directly precede this time."""
        self._behind: deque[VideoFrame] = deque()
        self._filling: Iterator[None] | None = None
        self._samples: sound.Samples | None = None
        self._hearing = 0.0
        self._heard_wish = 0
        self.whole: Whole | None = None
        self._told = 0.0

    # --- commands

    def obey(self, command: int, wish: int, a: float, b: float) -> None:
        """Take a command."""
        match command:
            case Command.FREE:
                self._screen.free.add(int(a))
                return
            case Command.CLOCK:
                self._clock = (a, b)
                return
            case Command.BOX:
                self._screen.box = (max(1, int(a)), max(1, int(b)))
                return
            case Command.HEAR:
                self._hear(wish, a, b)
                return
        self._wish = wish
        self._speed, self._clock, self._target, self._filling, self._due = 0.0, None, None, None, None
        if self._skipped:  # what comes next of the decoder may not be what follows
            self._reader.current, self._skipped = None, False
            self._recent.clear()
        self._stream.codec_context.skip_frame = "DEFAULT"
        self._one = command == Command.STEP
        if command == Command.PAUSE:
            return
        self._on_the_way, self._near = command != Command.SEEK or b != 0, False
        self._last, self._seen, self._passed = a, None, None
        self._next_jump, self._jump_wait = 0.0, _VERY_LATE
        self._due = self._recent.beside(a, b) if self._one else None
        if self._due is not None:
            return
        if command != Command.SEEK:
            self._speed = b
        if self._speed >= 0:
            self._target = max(0.0, a)

    def work(self) -> bool:
        """Do one small thing; False where there is nothing to do."""
        try:
            return self._work()
        except (av.error.FFmpegError, ValueError, OverflowError):
            # what can't be read ends the video here, and any other time can still be sought
            self._target = self._filling = self._reader.current = None
            self._ended()
            return True

    def _work(self) -> bool:
        if self._hearing and self._sound_wanted():
            self._sound_on()
            return True
        if self._due is not None:
            if self._screen.free:
                picture, self._due = self._due, None
                self._show(picture, exact=True)
                return True
            return False
        if self._target is not None:
            return self._approach(self._target)
        if self._speed > 0:
            return self._play_on()
        if self._speed < 0:
            return self._play_back()
        return False

    def look_ahead(self) -> bool:
        """Use spare time; False where nothing is left to find out."""
        whole = self.whole
        if whole is None or whole.whole:
            return False
        whole.go_on()
        now = time.monotonic()
        if whole.whole and whole.counted:
            self._send(wire.count(whole.frames))
        if whole.peaks is not None and (whole.whole or now - self._told > 0.5):
            self._told = now
            self._send(wire.wave(whole.peaks.tell(), whole=whole.whole))
        return True

    # --- pictures

    def _approach(self, target: float) -> bool:
        reader = self._reader
        if not self._near:
            self._near = True
            reader.approach(target)
            if reader.current is not None and self._recent.newest is not reader.current:
                self._recent.begin(reader.seconds(reader.current), reader.current)
        if reader.current is None:
            self._target = None
            self._ended()
            return True
        if not self._on_the_way:
            self._on_the_way = True
            if target - reader.seconds(reader.current) > _NEAR and len(self._screen.free) > 1:
                self._show(reader.current, exact=False)
                return True
        for _ in range(3):
            if not reader.advance(target):
                return self._arrived()
            self._note(reader.current)
        return True

    def _arrived(self) -> bool:
        if not self._screen.free:
            return False
        self._target = None
        picture = self._reader.step() if self._one else self._reader.current
        if self._one:
            self._speed = 0.0
        if picture is None:
            self._ended()
        else:
            self._note(picture)
            self._show(picture, exact=True)
        return True

    def _note(self, picture: VideoFrame) -> None:
        """The reader has come to this frame."""
        if self._recent.newest is not picture:
            self._recent.follow(self._reader.seconds(picture), picture)

    def _play_on(self) -> bool:
        if not self._screen.free:
            return False
        picture = self._reader.step()
        if picture is None:
            self._finish()
            return True
        seconds = self._reader.seconds(picture)
        late = self._lateness(seconds)
        self._skipped = self._skipped or late > 3 * _LATE
        self._stream.codec_context.skip_frame = "NONREF" if late > 3 * _LATE else "DEFAULT"
        if not self._skipped:
            self._note(picture)
        if late > _VERY_LATE and time.monotonic() > self._next_jump:
            self._jump(seconds)
        elif self._worth_showing(seconds, late):
            self._show(picture, exact=True)
        else:
            self._passed = picture
        return True

    def _play_back(self) -> bool:
        if not self._screen.free:
            return False
        if self._filling is not None:
            if next(self._filling, self) is self:
                self._filling = None
                if not self._behind:
                    self._finish()
            return True
        if self._behind_ends != self._last:
            self._behind.clear()
        if not self._behind:
            self._filling = self._fill(self._last or 0.0)
            return True
        picture = self._behind.pop()
        seconds = self._reader.seconds(picture)
        self._recent.precede(self._last or 0.0, seconds, picture)
        if self._one or self._worth_showing(seconds, self._lateness(seconds)):
            if self._one:
                self._speed = 0.0
            self._show(picture, exact=True)
        else:
            self._passed = picture
        self._last = self._behind_ends = seconds
        return True

    def _fill(self, before: float) -> Iterator[None]:
        """Decode what lies before a time, keeping as much of its end as there is room for."""
        context = self._stream.codec_context
        room = max(8, min(300, _HELD_BYTES // max(1, context.width * context.height * 3)))
        held: deque[VideoFrame] = deque(maxlen=room)
        reader = self._reader
        reader.current = None
        reader.approach(before - 0.000_01)
        while reader.current is not None and reader.seconds(reader.current) < before - 1e-6:
            held.append(reader.current)
            yield
            if reader.step() is None:
                break
        self._behind, self._behind_ends = held, before
        reader.current = None  # what it has decoded is not before what comes next

    def _jump(self, seconds: float) -> None:
        """Where decoding can't keep up: go to a keyframe near what should be on show, if one lies ahead."""
        self._next_jump = time.monotonic() + self._jump_wait
        self._reader.current = None
        self._reader.approach(self._now() + 0.3 * self._speed)
        if self._reader.current is None or self._reader.seconds(self._reader.current) <= seconds:
            self._jump_wait *= 4
            self._target, self._near = seconds, False

    def _now(self) -> float:
        if self._clock is None:
            return 0.0
        seconds, since = self._clock
        return seconds + (time.monotonic() - since) * self._speed

    def _lateness(self, seconds: float) -> float:
        """How long ago, in real seconds, a frame should have been shown."""
        return 0.0 if self._clock is None or not self._speed else (self._now() - seconds) / self._speed

    def _worth_showing(self, seconds: float, late: float) -> bool:
        if late > _LATE and time.monotonic() - self._sent_at < _LEAST_SHOWN:
            return False
        return self._seen is None or abs(seconds - self._seen) >= abs(self._speed) / _MOST_SHOWN - 1e-4

    def _show(self, picture: VideoFrame, *, exact: bool) -> None:
        slot, width, height = self._screen.draw(picture)
        seconds, following = self._reader.seconds(picture), self._reader.following
        lasts = float((picture.duration or 0) * self._reader.base)
        if picture is self._reader.current and following is not None:
            lasts = self._reader.seconds(following) - seconds
        self._last, self._seen, self._passed = seconds, seconds, None
        self._sent_at = time.monotonic()
        pts = stamp(picture)
        number = self.whole.number(pts) if self.whole is not None else None
        message = wire.Picture(
            wish=self._wish, slot=slot, exact=exact, width=width, height=height, pts=pts, time=seconds,
            lasts=max(0.0, lasts), number=number,
        )  # fmt: skip
        self._send(wire.picture(message))

    def _finish(self) -> None:
        """The last frame is shown however near it is to the one before."""
        if self._passed is not None:
            self._show(self._passed, exact=True)
        self._ended()

    def _ended(self) -> None:
        self._speed = 0.0
        self._send(wire.end(self._wish, sound=False))

    # --- sound

    def use_sound(self, samples: sound.Samples) -> None:
        """There is sound to be heard."""
        self._samples = samples

    def _hear(self, wish: int, seconds: float, speed: float) -> None:
        self._heard_wish, self._hearing = wish, speed
        if self._samples is None:
            self._hearing = 0.0
        elif speed:
            try:
                self._samples.begin(seconds, speed)
            except (av.error.FFmpegError, ValueError, OverflowError):
                self._silent()

    def _sound_wanted(self) -> bool:
        if self._samples is None or not self._speed:
            return False
        now = self._last or 0.0 if self._clock is None else self._now()
        return self._samples.at < now + _SOUND_AHEAD * self._hearing

    def _sound_on(self) -> None:
        try:
            piece = self._samples.next() if self._samples is not None else None
        except (av.error.FFmpegError, ValueError, OverflowError):
            piece = None
        if piece is None:
            self._silent()
        else:
            self._send(wire.sound(self._heard_wish, *piece))

    def _silent(self) -> None:
        self._hearing = 0.0
        self._send(wire.end(self._heard_wish, sound=True))
