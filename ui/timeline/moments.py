"""The capture times of the listed items, ready to be counted between any two instants."""

from array import array

import numpy as np
from numpy.typing import NDArray

from annotator.columns import Clock, Times

Seconds = NDArray[np.int64]

DAY = 86400


class Moments:
    """In order of time, apart by how much a capture time says."""

    def __init__(self, times: Times, *, zone: int | None) -> None:
        """`zone` is the offset to UTC, in seconds, of the clock that instants are shown by, or None for the one beside
        each camera. A clock in a zone that is not known shows what it showed."""
        shown, offsets = np.array(times.shown, dtype=np.int64), np.array(times.offsets, dtype=np.int64)
        clocks, items = np.array(times.clocks, dtype=np.int8), np.array(times.items, dtype=np.int64)
        if zone is not None:
            shown = np.where(clocks == Clock.INSTANT, shown - offsets + zone, shown)
        self._at: dict[Clock, Seconds] = {}
        self._items: dict[Clock, Seconds] = {}
        self._chosen: dict[Clock, Seconds] = {}
        for clock in Clock:
            which = np.flatnonzero(clocks == clock)
            order = which[np.argsort(shown[which], kind="stable")]
            self._at[clock], self._items[clock] = shown[order], items[order]
        self.undated = times.undated
        self.choose(array("q"))

    @property
    def dated(self) -> int:
        """How many there are."""
        return sum(len(at) for at in self._at.values())

    @property
    def unzoned(self) -> int:
        """How many have no zone, or no time of day."""
        return self.dated - len(self._at[Clock.INSTANT])

    def extent(self) -> tuple[int, int] | None:
        """The earliest and the latest."""
        ends = [(int(at[0]), int(at[-1])) for at in self._at.values() if len(at)]
        return (min(first for first, _ in ends), max(last for _, last in ends)) if ends else None

    def choose(self, numbers: "array[int]") -> None:
        """Count these items apart."""
        chosen = np.array(numbers, dtype=np.int64)
        for clock, items in self._items.items():
            self._chosen[clock] = np.concatenate(([0], np.cumsum(np.isin(items, chosen))))

    def counts(self, clock: Clock, edges: list[int]) -> tuple[list[int], list[int]]:
        """How many lie in each piece between neighbouring edges, and how many of these are chosen."""
        places = np.searchsorted(self._at[clock], np.array(edges, dtype=np.int64))
        return np.diff(places).tolist(), np.diff(self._chosen[clock][places]).tolist()

    def items(self, first: float, last: float) -> list[int]:
        """Items from one instant up to before another, by time; of days only those that lie within as a whole."""
        found: list[tuple[int, int]] = []
        for clock, at in self._at.items():
            a, b = np.searchsorted(at, [first, last - (DAY - 1 if clock is Clock.DAY else 0)])
            found += zip(at[a:b].tolist(), self._items[clock][a:b].tolist(), strict=True)
        return [item for _, item in sorted(found)]

    def ticks(self, clock: Clock, first: float, last: float) -> list[tuple[int, bool]]:
        """Instants between two, and whether each is chosen."""
        a, b = np.searchsorted(self._at[clock], [first, last]).tolist()
        chosen = np.diff(self._chosen[clock][a : b + 1]).astype(bool).tolist()
        return list(zip(self._at[clock][a:b].tolist(), chosen, strict=True))

    def when(self, item: int) -> tuple[int, Clock] | None:
        """Where an item stands."""
        for clock, items in self._items.items():
            found = np.flatnonzero(items == item)
            if len(found):
                return int(self._at[clock][found[0]]), clock
        return None
