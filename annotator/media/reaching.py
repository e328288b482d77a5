"""Stretches of long videos, followed beyond the parts that were looked at: by leaps, then by halves, frame by frame.

Leaps that double find an end in as many looks as the logarithm of its distance (Bentley and Yao, "An almost optimal
algorithm for unbounded searching", Information Processing Letters 1976).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from annotator.analysis import Stretch
from annotator.media import plane
from annotator.media.moments import Track

_FIRST_LEAP: Final = 4.0
_LONGEST_LEAP: Final = 60.0
_LOOKED_AT: Final = 0.8
"""Seconds before and after a moment."""
_DRIFT: Final = 1.0
"""Seconds by which a line that was measured far away may be off."""
_NEAR: Final = 2.0
_LOOKS: Final = 80
"""For all stretches of one pair together."""

Look = Callable[[float, float], Track]
"""The frames of a video between two times, in seconds."""


@dataclass(slots=True)
class Reach:
    """Follows stretches of b in a, both of so many seconds, once `matrix` lays their frames over each other."""

    a: Look
    b: Look
    seconds: tuple[float, float]
    matrix: NDArray[np.float64]
    looks: int = _LOOKS

    def whole(self, found: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        """The stretches with their true ends; those that turn out to be one are one."""
        done: list[Stretch] = []
        for one in sorted(found, key=lambda one: one.b_start - one.b_end):
            if not any(_within(one, other) for other in done):
                done.append(self._followed(self._followed(one, 1), -1))
        kept = [one for one in done if not any(other is not one and _within(one, other) for other in done)]
        return tuple(sorted(kept, key=lambda one: one.b_start))

    def _followed(self, one: Stretch, way: int) -> Stretch:
        """One end of a stretch moved to where it ends; `way` is 1 for the end and -1 for the start."""
        speed = _speed(one)
        good = (one.a_end, one.b_end) if way > 0 else (one.a_start, one.b_start)
        leap, bad = _FIRST_LEAP, None
        while bad is None and self.looks > 0:
            room = self._room(good, speed, way)
            if room <= 0.2:
                return _ended(one, good, way)
            there = self._met(good, way * min(leap, room - 0.1), speed)
            if there is None:
                bad = min(leap, room)
            else:
                good, leap = there, min(2 * leap, _LONGEST_LEAP)
        while bad is not None and bad > _NEAR and self.looks > 0:
            there = self._met(good, way * bad / 2, speed)
            if there is None:
                bad /= 2
            else:
                bad -= abs(there[1] - good[1])
                good = there
        return self._exact(_ended(one, good, way), good, speed, way)

    def _room(self, good: tuple[float, float], speed: float, way: int) -> float:
        """Seconds of b that are left, in both."""
        if way < 0:
            return min(good[1], good[0] / speed)
        return min(self.seconds[1] - good[1], (self.seconds[0] - good[0]) / speed)

    def _met(self, good: tuple[float, float], by: float, speed: float) -> tuple[float, float] | None:
        """The moment so many seconds of b on, if both still show the same then."""
        self.looks -= 1
        at, there = good[1] + by, good[0] + by * speed
        b = self.b(at - _LOOKED_AT, at + _LOOKED_AT)
        a = self.a(there - _LOOKED_AT * speed - _DRIFT, there + _LOOKED_AT * speed + _DRIFT)
        if not len(a) or not len(b):
            return None
        shift = plane.shift(plane.plane(a, b, self.matrix), there - speed * at, speed, most=_DRIFT)
        return None if shift is None else (there + shift, at)

    def _exact(self, one: Stretch, good: tuple[float, float], speed: float, way: int) -> Stretch:
        """The end, frame by frame, near the last moment that was met."""
        far = _NEAR + 2 * _LOOKED_AT
        low, high = (-far, far + _NEAR) if way > 0 else (-far - _NEAR, far)
        b = self.b(good[1] + low, good[1] + high)
        a = self.a(good[0] + low * speed - _DRIFT, good[0] + high * speed + _DRIFT)
        if not len(a) or not len(b):
            return one
        near = [
            other
            for other in plane.stretches(plane.plane(a, b, self.matrix))
            if abs(other.a_start - good[0] - (other.b_start - good[1]) * speed) < _DRIFT
            and other.b_start - 0.5 <= good[1] <= other.b_end + 0.5
        ]
        if not near:
            return one
        last = near[-1] if way > 0 else near[0]
        return _ended(one, (last.a_end, last.b_end) if way > 0 else (last.a_start, last.b_start), way)


def _speed(one: Stretch) -> float:
    speed = (one.a_end - one.a_start) / (one.b_end - one.b_start)
    return 1.0 if abs(speed - 1) * (one.b_end - one.b_start) < 0.2 else speed


def _ended(one: Stretch, at: tuple[float, float], way: int) -> Stretch:
    a, b = round(max(at[0], 0.0), 3), round(max(at[1], 0.0), 3)
    if way > 0:
        return replace(one, a_end=a, b_end=b) if a > one.a_start and b > one.b_start else one
    return replace(one, a_start=a, b_start=b) if a < one.a_end and b < one.b_end else one


def _within(one: Stretch, other: Stretch) -> bool:
    """Whether one lies on the line of the other, between its ends."""
    middle = (one.b_start + one.b_end) / 2
    there = other.a_start + (middle - other.b_start) * _speed(other)
    on = abs(there - (one.a_start + one.a_end) / 2) < _DRIFT
    return on and other.b_start <= middle <= other.b_end
