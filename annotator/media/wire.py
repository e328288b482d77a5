"""What a playing worker and the program say to each other: records of fixed shape, never pickles.

Commands are `COMMAND` records, short enough that a pipe takes them whole. Messages begin with a byte that says which
they are; `parsed` takes them for a stranger's.
"""

import math
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

COMMAND: Final = struct.Struct("<BIdd")
"""What, the number of the wish, and two numbers whose meaning is the command's."""
SLOTS: Final = 6
"""Frames that may be on their way; each has a place of its own in the shared memory."""
RATE: Final = 48_000
"""Samples a second of the sound that is handed over: two channels of signed 16 bits."""
SAMPLE: Final = 4
"""Bytes of one sample of both channels."""
BINS: Final = 2000
"""Parts of equal length that a video's sound wave has."""
NOT_READ: Final = 255
"""In a sound wave: that part was not read. Others are peaks from 0 to 254."""
LONGEST: Final = 1 << 16
"""Bytes of the longest message."""

_PICTURE = struct.Struct("<IBBIIqddq")
_SOUND = struct.Struct("<Id")
_END = struct.Struct("<IB")
_FACTS = struct.Struct("<ddBB")
_COUNT = struct.Struct("<q")


class Command(IntEnum):
    """What the program asks for."""

    SEEK = 1
    """Show the frame on show at the time of the first number, after a keyframe on the way unless the second is 1."""
    STEP = 2
    """Show the frame after (1) or before (-1), the second number, the one at the first."""
    PLAY = 3
    """Show frames from the time of the first number on, backwards where the second, the speed, is negative."""
    CLOCK = 4
    """At the monotonic time of the second number the time of the first is on show."""
    BOX = 5
    """Scale frames to fit into so many pixels in width and height."""
    HEAR = 6
    """Send sound from the time of the first number on at the speed of the second; none where that is 0."""
    FREE = 7
    """The place of that number may be written again."""
    PAUSE = 8
    """Go no further."""


class Kind(IntEnum):
    """What a message is."""

    PICTURE = 1
    SOUND = 2
    END = 3
    FACTS = 4
    COUNT = 5
    WAVE = 6
    ALIVE = 7
    FAILED = 8


class Implausible(Exception):
    """A worker says what no honest one says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A frame lies in a place of the shared memory: rows of blue, green, red and 255, upright."""

    wish: int
    slot: int
    exact: bool
    """False for a keyframe shown on the way to the frame that was asked for."""
    width: int
    height: int
    pts: int
    time: float
    lasts: float
    """Seconds until the next frame, 0 where that is not known."""
    number: int | None
    """Counted from 1, where all frames of the file were counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """Samples as `RATE` says, the first of which belongs to `time`."""

    wish: int
    time: float
    samples: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Nothing follows: no frame, or no sound."""

    wish: int
    sound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the container says."""

    duration: float | None
    rate: float | None
    """Frames a second on average."""
    sound: bool
    unheard: bool
    """There is sound that can't be decoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many frames the file has."""

    frames: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Peaks of the sound in `BINS` parts, as far as they were read."""

    whole: bool
    peaks: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The worker gave up, and why."""

    message: str


Message = Picture | Sound | End | Facts | Count | Wave | Failed | None
"""None says only that the worker is alive."""


def picture(at: Picture) -> bytes:
    """The message."""
    number = -1 if at.number is None else at.number
    fields = (at.wish, at.slot, at.exact, at.width, at.height, at.pts, at.time, at.lasts, number)
    return bytes([Kind.PICTURE]) + _PICTURE.pack(*fields)


def sound(wish: int, time: float, samples: bytes) -> bytes:
    """The message."""
    return bytes([Kind.SOUND]) + _SOUND.pack(wish, time) + samples


def end(wish: int, *, sound: bool) -> bytes:
    """The message."""
    return bytes([Kind.END]) + _END.pack(wish, sound)


def facts(at: Facts) -> bytes:
    """The message."""
    return bytes([Kind.FACTS]) + _FACTS.pack(at.duration or 0.0, at.rate or 0.0, at.sound, at.unheard)


def count(frames: int) -> bytes:
    """The message."""
    return bytes([Kind.COUNT]) + _COUNT.pack(frames)


def wave(peaks: bytes, *, whole: bool) -> bytes:
    """The message."""
    return bytes([Kind.WAVE, whole]) + peaks


def failed(message: str) -> bytes:
    """The message."""
    return bytes([Kind.FAILED]) + message[:300].encode(errors="replace")


def parsed(untrusted: bytes, *, place: int) -> Message:
    """A worker's message, with all its numbers in bounds; `place` is how many bytes a frame may have.
    Raises Implausible."""
    if not untrusted:
        raise Implausible("empty")
    body = untrusted[1:]
    try:
        return _parsed(untrusted[0], body, place)
    except (struct.error, ValueError) as error:
        raise Implausible(str(error)) from None


def _parsed(kind: int, body: bytes, place: int) -> Message:
    match kind:
        case Kind.PICTURE:
            return _picture(body, place)
        case Kind.SOUND:
            wish, time = _SOUND.unpack_from(body)
            samples = body[_SOUND.size :]
            _hold(_is_time(time) and len(samples) % SAMPLE == 0)
            return Sound(wish=wish, time=time, samples=samples)
        case Kind.END:
            wish, sound = _END.unpack(body)
            return End(wish=wish, sound=bool(sound))
        case Kind.FACTS:
            duration, rate, heard, unheard = _FACTS.unpack(body)
            _hold(_is_time(duration) and duration >= 0 and math.isfinite(rate) and 0 <= rate <= 1e5)
            return Facts(duration=duration or None, rate=rate or None, sound=bool(heard), unheard=bool(unheard))
        case Kind.COUNT:
            (frames,) = _COUNT.unpack(body)
            _hold(0 <= frames < 1 << 32)
            return Count(frames=frames)
        case Kind.WAVE:
            _hold(len(body) == BINS + 1)
            return Wave(whole=bool(body[0]), peaks=body[1:])
        case Kind.FAILED:
            _hold(len(body) <= 2000)
            return Failed(message=body.decode(errors="replace"))
        case Kind.ALIVE:
            return None
    raise Implausible("kind")


def _picture(body: bytes, place: int) -> Picture:
    wish, slot, exact, width, height, pts, time, lasts, number = _PICTURE.unpack(body)
    _hold(slot < SLOTS and width >= 1 and height >= 1 and width * height * 4 <= place)
    _hold(_is_time(time) and _is_time(lasts) and lasts >= 0 and -1 <= number < 1 << 32)
    return Picture(
        wish=wish, slot=slot, exact=bool(exact), width=width, height=height, pts=pts, time=time, lasts=lasts,
        number=None if number < 1 else number,
    )  # fmt: skip


def _is_time(seconds: float) -> bool:
    return math.isfinite(seconds) and abs(seconds) <= 1e7


def _hold(condition: bool) -> None:
    if not condition:
        raise ValueError("out of bounds")
