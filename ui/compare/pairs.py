"""Which pair is compared now, and which wait for a verdict."""

from collections.abc import Collection, Iterable

Two = tuple[int, int]


def two(a: int, b: int) -> Two:
    """Two items, whichever was named first."""
    return min(a, b), max(a, b)


class Pairs:
    """Pairs to go through in order, each with whether it waits for a verdict."""

    def __init__(self, pairs: Iterable[tuple[Two, bool]], *, more: int = 0) -> None:
        """`more` pairs wait that are not listed here."""
        self._waits = dict(pairs)
        self._order = list(self._waits)
        self._more = more
        self._at = 0

    def __contains__(self, pair: Two) -> bool:
        return pair in self._waits

    def __len__(self) -> int:
        return len(self._order)

    @property
    def current(self) -> Two | None:
        return self._order[self._at] if self._order else None

    def go(self, pair: Two) -> None:
        """Compare this pair of the list now."""
        self._at = self._order.index(pair)

    def next(self, by: int = 1) -> Two | None:
        """Go on to the next pair that waits, from the end to the beginning; None where no other is left."""
        pair = self.after(by)
        if pair is not None:
            self.go(pair)
        return pair

    def after(self, by: int = 1) -> Two | None:
        """The next pair that waits; None where no other is left."""
        for step in range(1, len(self._order)):
            pair = self._order[(self._at + by * step) % len(self._order)]
            if self._waits[pair]:
                return pair
        return None

    def judged(self, pair: Two, *, waits: bool) -> None:
        if pair in self._waits:
            self._waits[pair] = waits

    def update(self, waiting: Collection[Two], *, more: int) -> None:
        """These wait now, and no others; those that are new come last, so that nobody loses their place."""
        still = set(waiting)
        self._waits = {pair: pair in still for pair in self._order}
        self._order += [pair for pair in waiting if pair not in self._waits]
        self._waits |= dict.fromkeys(still, True)
        self._more = more

    @property
    def place(self) -> int:
        """The current pair's place in the list, from 1."""
        return self._at + 1

    @property
    def total(self) -> int:
        return len(self._order) + self._more

    @property
    def left(self) -> int:
        """How many wait."""
        return sum(self._waits.values()) + self._more
