"""What is known of the items of a comparison before any picture is there, and of the pairs that wait for a verdict."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from annotator.best import Best
from annotator.case import Case
from annotator.copies import Doubt, Standing, Waiting
from annotator.model import ItemDetail, Link, Verdict
from ui.compare.pairs import Pairs, Two, two


@dataclass(frozen=True, slots=True)
class Inbox:
    """Which undecided links are gone through: those of an item's group or all, of one kind of doubt or all."""

    of: int | None = None
    only: Doubt | None = None

    def read(self, case: Case) -> Waiting:
        return case.undecided(of=self.of, only=self.only)


def pairs_of(waiting: Waiting) -> list[Two]:
    return [two(link.a, link.b) for link in waiting.links]


def more(waiting: Waiting, only: Doubt | None) -> int:
    """How many wait that are not listed."""
    return (sum(waiting.counts.values()) if only is None else waiting.counts[only]) - len(waiting.links)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a pair beside its pictures."""

    link: Link | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Read:
    """The items, what is known of each of the others with the first, and the best copy of the first one's group."""

    details: tuple[ItemDetail, ...]
    known: dict[Two, Known]
    best: Best | None
    best_name: str

    @classmethod
    def of(cls, case: Case, numbers: Sequence[int]) -> "Read":
        details = tuple(case.detail(number) for number in numbers)
        best = case.best(numbers[0]) if details[0].item.group is not None else None
        return cls(
            details, known_of(case, [two(numbers[0], other) for other in numbers[1:]]), best,
            "" if best is None else case.items([best.item])[0].name,
        )  # fmt: skip

    def known_with(self, place: int) -> Known:
        """What is known of the first item and the one in this place."""
        return self.known[two(self.details[0].item.item, self.details[place].item.item)]

    @property
    def times(self) -> list[float]:
        """Of a video the moment at which the link says that it shows the other, else its beginning."""
        numbers = [detail.item.item for detail in self.details]
        times = [0.0] * len(numbers)
        for place, number in enumerate(numbers[1:], 1):
            link = self.known[two(numbers[0], number)].link
            if link is not None and link.segments:
                starts = {link.a: link.segments[0][0], link.b: link.segments[0][2]}
                times[place] = starts[number]
                times[0] = times[0] or starts[numbers[0]]
        return times


def known_of(case: Case, pairs: Collection[Two]) -> dict[Two, Known]:
    return {pair: Known(case.link(*pair), case.standing(*pair)) for pair in pairs}


@dataclass(frozen=True, slots=True)
class Round:
    """The pairs to go through: those that were chosen, and what waits in the inbox."""

    pairs: Pairs
    inbox: Inbox | None
    counts: dict[Doubt, int] = field(default_factory=dict)
    chosen: tuple[Two, ...] = ()
    """Pairs that a person has chosen to compare, whether the program links them or not."""

    @classmethod
    def of_items(cls, case: Case, numbers: Sequence[int]) -> "Round":
        """The pairs of these items, and of two copies the undecided ones of their group as well."""
        here = [two(numbers[0], other) for other in numbers[1:]]
        links = {pair: case.link(*pair) for pair in here}
        chosen = [(pair, link is None or link.verdict is Verdict.UNDECIDED) for pair, link in links.items()]
        groups = {item.group for item in case.items(numbers)}
        if len(numbers) != 2 or len(groups) != 1 or None in groups:
            return cls(Pairs(chosen), None, chosen=tuple(here))
        inbox = Inbox(of=numbers[0])
        waiting = inbox.read(case)
        rest = [(pair, True) for pair in pairs_of(waiting) if pair not in here]
        return cls(Pairs([*chosen, *rest], more=more(waiting, None)), inbox, waiting.counts, tuple(here))

    @classmethod
    def of_inbox(cls, case: Case, inbox: Inbox) -> "Round":
        waiting = inbox.read(case)
        pairs = Pairs(((pair, True) for pair in pairs_of(waiting)), more=more(waiting, inbox.only))
        return cls(pairs, inbox, waiting.counts)
