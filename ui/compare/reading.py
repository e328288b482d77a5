"""What is known of the items of a comparison before any picture is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.case import Case
from annotator.model import ItemDetail, Link, Verdict
from ui.compare.pairs import Pairs, Two, two


@dataclass(frozen=True, slots=True)
class Read:
    """The items, the links of the others with the first, and the pairs to go through where they were asked for."""

    details: tuple[ItemDetail, ...]
    links: dict[Two, Link | None]
    pairs: Pairs | None

    @classmethod
    def of(cls, case: Case, numbers: Sequence[int], *, with_pairs: bool) -> "Read":
        """Read it; the pairs are these items', and of two copies the undecided ones of their group as well."""
        details = tuple(case.detail(number) for number in numbers)
        known = {two(numbers[0], other): case.link(numbers[0], other) for other in numbers[1:]}
        if not with_pairs:
            return cls(details, known, None)
        here = [(pair, link.verdict if link else Verdict.UNDECIDED) for pair, link in known.items()]
        groups = {detail.item.group for detail in details}
        links: Sequence[Link] = ()
        count = 0
        if len(numbers) == 2 and len(groups) == 1 and None not in groups:
            waiting = case.undecided(of=numbers[0])
            links, count = waiting.links, sum(waiting.counts.values())
        rest = [(two(link.a, link.b), link.verdict) for link in links if two(link.a, link.b) not in known]
        return cls(details, known, Pairs([*here, *rest], more=count - len(links)))

    @property
    def times(self) -> list[float]:
        """Of a video the moment at which the link says that it shows the other, else its beginning."""
        numbers = [detail.item.item for detail in self.details]
        times = [0.0] * len(numbers)
        for place, number in enumerate(numbers[1:], 1):
            link = self.links.get(two(numbers[0], number))
            if link is not None and link.segments:
                starts = {link.a: link.segments[0][0], link.b: link.segments[0][2]}
                times[place] = starts[number]
                times[0] = times[0] or starts[numbers[0]]
        return times
