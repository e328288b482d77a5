"""What the inspector is about: one item with all its detail, or a selection."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from annotator import suggest
from annotator.answers import Sheet
from annotator.case import Case
from annotator.model import Change, Changed, Item, ItemDetail, Verdict
from annotator.told import Told

Work = Callable[[Case, Sequence[int]], Changed]
"""A change of the items that are shown, to be made in the writing thread; for what is no annotation of theirs."""
MOST = 2000
"""Of more items than this only the number is known here, not what they have in common."""


_MOST_COPIES = 50


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
    """Other items of a single item's group, some of them."""
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
            joining = [link for link in detail.links if link.verdict is not Verdict.DIFFERENT]
            others = sorted({end for link in joining for end in (link.a, link.b)} - {numbers[0]})
            return cls(
                numbers=numbers, items=(detail.item,), detail=detail, writable=writable,
                history=case.steps.told(detail.journal, item=numbers[0]),
                copies=tuple(case.items(others[:_MOST_COPIES])),
                cues=suggest.cues(detail), sheet=next(iter(case.review.sheets(numbers)), None),
            )  # fmt: skip
        items = tuple(case.items(numbers)) if len(numbers) <= MOST else ()
        return cls(numbers=numbers, items=items, writable=writable)

    def tally(self, values: Callable[[Item], Iterable[str]]) -> Counter[str]:
        """How many of the items have each value."""
        return Counter(value for item in self.items for value in values(item))

    def common(self, value: Callable[[Item], str]) -> str | None:
        """The value that all items share, or None."""
        found = {value(item) for item in self.items}
        return found.pop() if len(found) == 1 else None
