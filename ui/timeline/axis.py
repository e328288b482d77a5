"""A stretch of time on the screen: where an instant stands, and the years, months, days or hours it is cut into.

Seconds count from 1970 as if every clock showed UTC. In a right-to-left window the earliest stands on the right.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Self

from PySide6.QtCore import QDate, QLocale

MINUTE, HOUR, DAY = 60, 3600, 86400
MONTH, YEAR = 30.44 * DAY, 365.25 * DAY
SHORTEST, LONGEST = 30.0, 400 * YEAR
"""Stretches that can be on show."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = -62135596800, 253402300799
"""Years 1 and 9999, between which dates can be told."""


class Unit(IntEnum):
    """What a stretch is cut into."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    MONTH = 4
    YEAR = 5


_STEPS = (
    (Unit.SECOND, 1, 1.0), (Unit.SECOND, 5, 5.0), (Unit.SECOND, 15, 15.0),
    (Unit.MINUTE, 1, 60.0), (Unit.MINUTE, 5, 300.0), (Unit.MINUTE, 15, 900.0),
    (Unit.HOUR, 1, 3600.0), (Unit.HOUR, 3, 10800.0), (Unit.HOUR, 6, 21600.0), (Unit.HOUR, 12, 43200.0),
    (Unit.DAY, 1, DAY), (Unit.DAY, 7, 7.0 * DAY),
    (Unit.MONTH, 1, MONTH), (Unit.MONTH, 3, 3 * MONTH), (Unit.MONTH, 6, 6 * MONTH),
    (Unit.YEAR, 1, YEAR), (Unit.YEAR, 5, 5 * YEAR), (Unit.YEAR, 10, 10 * YEAR), (Unit.YEAR, 50, 50 * YEAR),
)  # fmt: skip
"""Unit, how many of it, and about how many seconds that is."""


@dataclass(frozen=True, slots=True)
class Step:
    """The pieces that a stretch is cut into."""

    unit: Unit
    many: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From `start`, so many seconds, over `width` pixels."""

    start: float = 0.0
    seconds: float = 50 * YEAR
    width: float = 1.0
    from_right: bool = False

    @property
    def end(self) -> float:
        return self.start + self.seconds

    def x(self, at: float) -> float:
        """Where an instant stands, in pixels from the left."""
        share = (at - self.start) / self.seconds
        return (1 - share if self.from_right else share) * self.width

    def at(self, x: float) -> float:
        """The instant at so many pixels from the left."""
        share = x / self.width
        return self.start + (1 - share if self.from_right else share) * self.seconds

    def moved(self, pixels: float) -> Self:
        """With what is on show pushed to the right by so many pixels."""
        by = pixels / self.width * self.seconds
        return self._within(self.start + (by if self.from_right else -by), self.seconds)

    def zoomed(self, by: float, x: float) -> Self:
        """Nearer by so many powers of two, with what stands at `x` staying there."""
        fixed = self.at(x)
        seconds = min(LONGEST, max(SHORTEST, self.seconds / 2**by))
        share = (fixed - self.start) / self.seconds
        return self._within(fixed - share * seconds, seconds)

    def fitted(self, first: float, last: float) -> Self:
        """With all between two instants on show, and a little room beside."""
        seconds = min(LONGEST, max((last - first) * 1.1, 2.0 * HOUR))
        return self._within((first + last - seconds) / 2, seconds)

    def _within(self, start: float, seconds: float) -> Self:
        return replace(self, start=max(_FIRST + YEAR, min(start, _LAST - YEAR - seconds)), seconds=seconds)

    def step(self, pixels: float) -> Step:
        """The smallest pieces of at least so many pixels."""
        wanted = pixels * self.seconds / self.width
        unit, many, _ = next((step for step in _STEPS if step[2] >= wanted), _STEPS[-1])
        return Step(unit, many)

    def edges(self, step: Step) -> list[int]:
        """Where the pieces begin, from the one that holds `start` to one past `end`."""
        edges = []
        for edge in _from(self.start, step):
            edges.append(edge)
            if edge > self.end:
                break
        return edges


def _from(start: float, step: Step) -> Iterator[int]:
    """Beginnings of pieces, the first at or before `start`."""
    at = datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(start // 1))
    if step.unit <= Unit.DAY:
        seconds = step.many * (1, MINUTE, HOUR, DAY)[step.unit]
        # Weeks begin on Mondays; the first of January 1970 was a Thursday.
        shift = 4 * DAY if step == Step(Unit.DAY, 7) else 0
        edge = int((start - shift) // seconds) * seconds + shift
        while True:
            yield edge
            edge += seconds
    months = (at.year * 12 + at.month - 1) if step.unit is Unit.MONTH else at.year * 12
    each = step.many * (1 if step.unit is Unit.MONTH else 12)
    months -= months % each
    while 12 <= months < 9999 * 12:
        yield int((datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC) - _EPOCH).total_seconds())
        months += each


def piece(edges: list[int], at: float) -> int:
    """The piece that holds an instant, -1 where none does."""
    found = bisect_left(edges, at + 1e-9) - 1
    return found if 0 <= found < len(edges) - 1 else -1


def label(edge: int, step: Step) -> tuple[str, bool]:
    """What an axis writes at the beginning of a piece, and whether something larger begins there too."""
    at = _EPOCH + timedelta(seconds=edge)
    unit = step.unit
    day, locale = QDate(at.year, at.month, at.day), QLocale()
    if unit is Unit.YEAR:
        return str(at.year), False
    if unit is Unit.MONTH:
        return (str(at.year), True) if at.month == 1 else (locale.toString(day, "MMM"), False)
    if unit is Unit.DAY and step.many > 1:
        return locale.toString(day, "d MMM"), False
    if unit is Unit.DAY:
        return (locale.toString(day, "MMM yyyy"), True) if at.day == 1 else (str(at.day), False)
    if at.hour == at.minute == at.second == 0:
        return locale.toString(day, "d MMM yyyy"), True
    return (f"{at:%H:%M:%S}" if unit is Unit.SECOND else f"{at:%H:%M}"), False


def iso(at: float) -> str:
    """An instant as the case stores it, without a zone."""
    return (_EPOCH + timedelta(seconds=int(at // 1))).strftime("%Y-%m-%dT%H:%M:%S")


def beginning(at: float) -> str:
    """The text from which on the case finds what was taken then or later: a day that begins then counts as well."""
    return iso(at).removesuffix("T00:00:00")


def ending(at: float) -> str:
    """The text up to which the case finds what was taken before then."""
    return iso(at - 1).removesuffix("T23:59:59")


def span(first: float, last: float) -> str:
    """Two instants as people read them, no finer than their distance asks for; they read left to right everywhere."""
    a, b = iso(first), iso(last)
    length = 10 if last - first > 3 * DAY else 16 if last - first > 10 * MINUTE else 19
    a, b = a[:length].replace("T", " "), b[:length].replace("T", " ")
    return f"\u2066{a} – {b}\u2069" if a != b else f"\u2066{a}\u2069"
