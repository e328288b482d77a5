"""What the inspector is about: one item with all its detail, or a selection."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from annotator.answers import Sheet
from annotator.case import Case
from annotator.model import Change, Changed, ContentWarning, Item, ItemDetail, Level

Work = Callable[[Case, Sequence[int]], Changed]
"""A change of the items that are shown, to be made in the writing thread."""
MOST = 2000
"""Of more items than this only the number is known here, not what they have in common."""
_CHUNK = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`items` is empty where there are too many to read; `detail` is there for a single item."""

    numbers: "array[int]" = field(default_factory=lambda: array("q"))
    items: tuple[Item, ...] = ()
    detail: ItemDetail | None = None
    sheet: Sheet | None = None
    """The review of a single item, if somebody was asked for one."""
    writable: bool = False

    def tally(self, values: Callable[[Item], Iterable[str]]) -> Counter[str]:
        """How many of the items have each value."""
        return Counter(value for item in self.items for value in values(item))

    def common(self, value: Callable[[Item], str]) -> str | None:
        """The value that all items share, or None."""
        found = {value(item) for item in self.items}
        return found.pop() if len(found) == 1 else None


def change(wanted: Change) -> Work:
    """The work that makes one change to all items."""
    return lambda case, numbers: case.annotate(numbers, wanted)


def change_warning(*, level: Level | None = None, add: str | None = None, remove: str | None = None) -> Work:
    """Set the level, or add or take away one kind of content, and leave what else each item's warning says.

    Items are told apart by the warning that they have, so that a level given to many costs none its content; only
    "none" and "unassessed" have no content to keep.
    """

    def work(case: Case, numbers: Sequence[int]) -> Changed:
        wanted: dict[ContentWarning, list[int]] = {}
        for start in range(0, len(numbers), _CHUNK):
            for item in case.items(numbers[start : start + _CHUNK]):
                new_level = level or item.warning.level
                content = {*item.warning.content, *([add] if add else [])} - {remove}
                if level in (Level.NONE, Level.UNASSESSED):
                    content = set()
                warning = ContentWarning(level=new_level, content=tuple(sorted(c for c in content if c)))
                if warning != item.warning:
                    wanted.setdefault(warning, []).append(item.item)
        done = [case.annotate(items, Change(warning=warning)) for warning, items in wanted.items()]
        return Changed(items=frozenset().union(*(one.items for one in done)))

    return work
