"""What the inspector is about: one item with all its detail, or a selection."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from annotator import suggest
from annotator.answers import Sheet
from annotator.best import Best
from annotator.case import Case
from annotator.model import Change, Changed, Item, ItemDetail
from annotator.offers import Offers
from annotator.told import Told
from ui import words

Work = Callable[[Case, Sequence[int]], Changed]
"""A change of the items that are shown, to be made in the writing thread; for what is no annotation of theirs."""
MOST = 2000
"""Of more items than this only the number is known here, not what they have in common."""


_MOST_COPIES = 200


@dataclass(frozen=True, slots=True)
class ForCopies:
    """A change that is meant for all copies of the items too."""

    change: Change


def asking(change: Change, *, copies: bool) -> Change | ForCopies:
    """A change as a panel asks for it."""
    return ForCopies(change) if copies else change


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`items` is empty where there are too many to read; `detail` is there for a single item."""

    numbers: "array[int]" = field(default_factory=lambda: array("q"))
    items: tuple[Item, ...] = ()
    detail: ItemDetail | None = None
    sheet: Sheet | None = None
    """The review of a single item, if somebody was asked for one."""
    history: tuple[Told, ...] = ()
    """Of a single item, oldest first."""
    copies: tuple[Item, ...] = ()
    """Other items that a single item is linked with, some of them, and the best of its group."""
    best: Best | None = None
    """The best copy of a single item's group."""
    offers: Offers = field(default_factory=Offers)
    """What copies of a single item have been given and it has not."""
    cues: tuple[tuple[str, str], ...] = ()
    """Cue words of graphic content in what is known of a single item that nobody has assessed, and where they stand."""
    writable: bool = False

    @property
    def annotatable(self) -> bool:
        """Whether there is something that can be given something."""
        return self.writable and len(self.numbers) > 0

    @classmethod
    def read(cls, case: Case, numbers: "array[int]", *, writable: bool) -> Self:
        """Read it. Raises NoSuchItem."""
        if len(numbers) == 1:
            detail = case.detail(numbers[0])
            best = case.best(numbers[0]) if detail.item.group is not None else None
            others = list(dict.fromkeys(end for link in detail.links for end in (link.a, link.b) if end != numbers[0]))
            offers = case.offers(numbers[0])
            others = [*others[:_MOST_COPIES], *([best.item] if best is not None else []), *offers.noted[:_MOST_COPIES]]
            return cls(
                numbers=numbers, items=(detail.item,), detail=detail, writable=writable,
                history=case.steps.told(detail.journal, item=numbers[0]),
                copies=tuple(case.items(list(dict.fromkeys(others)))), best=best, offers=offers,
                cues=suggest.cues(detail), sheet=next(iter(case.review.sheets(numbers)), None),
            )  # fmt: skip
        items = tuple(case.items(numbers)) if len(numbers) <= MOST else ()
        return cls(numbers=numbers, items=items, writable=writable)

    def name_of(self, number: int) -> str:
        """The name of a linked item, or its number where it is one of too many."""
        return next((copy.name for copy in self.copies if copy.item == number), "") or words.tr("item {number}").format(
            number=words.number(number)
        )

    def group_of(self, number: int) -> int | None:
        """The group of a linked item; an item that is in none is its own. None where it isn't known."""
        return next((copy.group or copy.item for copy in self.copies if copy.item == number), None)

    def tally(self, values: Callable[[Item], Iterable[str]]) -> Counter[str]:
        """How many of the items have each value."""
        return Counter(value for item in self.items for value in values(item))

    def common(self, value: Callable[[Item], str]) -> str | None:
        """The value that all items share, or None."""
        found = {value(item) for item in self.items}
        return found.pop() if len(found) == 1 else None
