"""Which pair is compared now, and which wait for a verdict."""

from collections.abc import Iterable

from annotator.model import Link, Verdict

Two = tuple[int, int]


def two(a: int, b: int) -> Two:
    """Two items, whichever was named first."""
    return min(a, b), max(a, b)


class Pairs:
    """Pairs to go through in order, each with what a person has said of it."""

    def __init__(self, pairs: Iterable[tuple[Two, Verdict]], *, more: int = 0) -> None:
        """`more` pairs wait that are not listed here."""
        self._verdicts = dict(pairs)
        self._order = list(self._verdicts)
        self._more = more
        self._at = 0

    @classmethod
    def of_links(cls, links: Iterable[Link], *, more: int = 0) -> "Pairs":
        return cls(((two(link.a, link.b), link.verdict) for link in links), more=more)

    def __contains__(self, pair: Two) -> bool:
        return pair in self._verdicts

    def __len__(self) -> int:
        return len(self._order)

    @property
    def current(self) -> Two | None:
        return self._order[self._at] if self._order else None

    def go(self, pair: Two) -> None:
        """Compare this pair of the list now."""
        self._at = self._order.index(pair)

    def next(self, by: int = 1) -> Two | None:
        """Go on to the next pair that is undecided, from the end to the beginning; None where no other is left."""
        for step in range(1, len(self._order)):
            at = (self._at + by * step) % len(self._order)
            if self._verdicts[self._order[at]] is Verdict.UNDECIDED:
                self._at = at
                return self._order[at]
        return None

    def judged(self, pair: Two, verdict: Verdict) -> None:
        if pair in self._verdicts:
            self._verdicts[pair] = verdict

    def touched(self, items: frozenset[int]) -> list[Two]:
        """The pairs both of whose items are among these."""
        return [pair for pair in self._order if items.issuperset(pair)]

    @property
    def place(self) -> int:
        """The current pair's place in the list, from 1."""
        return self._at + 1

    @property
    def total(self) -> int:
        return len(self._order) + self._more

    @property
    def left(self) -> int:
        """How many are undecided."""
        return sum(verdict is Verdict.UNDECIDED for verdict in self._verdicts.values()) + self._more
