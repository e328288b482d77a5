"""The time of a video that plays: its clock, the speeds there are, and the loop it plays in."""

import time
from dataclasses import dataclass

SPEEDS = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 8.0)
_SHUTTLE = (1.0, 2.0, 4.0, 8.0)
_SAME = 1e-6
"""Seconds; times that were rounded are the same frame's."""


class Clock:
    """Which time of the video is on show."""

    def __init__(self) -> None:
        self._time, self._since, self.speed = 0.0, 0.0, 0.0

    def set(self, seconds: float, speed: float) -> None:
        self._time, self._since, self.speed = seconds, time.monotonic(), speed

    def now(self) -> float:
        return self._time + (time.monotonic() - self._since) * self.speed

    def until(self, seconds: float) -> float:
        """Real seconds until a time is due; negative where it is past."""
        return (seconds - self.now()) / self.speed if self.speed else 0.0


def next_speed(now: float, by: int) -> float:
    """The next of SPEEDS, slower (-1) or faster (1)."""
    if by > 0:
        return next((each for each in SPEEDS if each > now), SPEEDS[-1])
    return next((each for each in reversed(SPEEDS) if each < now), SPEEDS[0])


def shuttled(now: float, direction: int) -> float:
    """The speed after J (-1) or L (1): that way, and twice as fast where it is that way already."""
    faster = next((each for each in _SHUTTLE if each > abs(now)), _SHUTTLE[-1])
    return direction * (faster if now * direction > 0 else 1.0)


@dataclass(slots=True)
class Loop:
    """Between these times is played again and again; None is the video's own end."""

    began: float | None = None
    ended: float | None = None

    @property
    def there(self) -> bool:
        return self.began is not None or self.ended is not None

    def begin(self, at: float) -> None:
        self.began = at
        if self.ended is not None and self.ended <= at:
            self.ended = None

    def end(self, at: float) -> None:
        self.ended = at
        if self.began is not None and self.began >= at:
            self.began = None

    def clear(self) -> None:
        self.began = self.ended = None

    def beyond(self, seconds: float, speed: float) -> bool:
        """Whether a frame of this time is past the end that playing at this speed leads to."""
        if speed > 0:
            return self.ended is not None and seconds > self.ended + _SAME
        return self.began is not None and seconds < self.began - _SAME

    def restart(self, speed: float) -> float | None:
        """Where playing at this speed begins again."""
        return self.began or 0.0 if speed > 0 else self.ended

    def at_end(self, seconds: float, speed: float) -> bool:
        """Whether there is nothing left to play in the loop from here."""
        if speed > 0:
            return self.ended is not None and seconds >= self.ended - _SAME
        return self.began is not None and seconds <= self.began + _SAME
