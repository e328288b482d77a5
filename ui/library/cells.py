"""What the cells of a list are made of: rows of items, what each is beside its item, and both in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.case import Case
from annotator.model import Item, Level
from annotator.stacks import Stacks
from ui import findings, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell is beside its item."""

    stack: int = 0
    """How many items the stack has that it stands for; 0 where it stands for none."""
    open: bool = False
    """Whether it is of a stack that is open."""
    gone: bool = False
    """Whether it does not fit the filter any more."""
    awaited: bool = False
    """Whether it, or one of its closed stack, waits for the answer of whoever works here."""


PLAIN = Cell()


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a page, which of them stand for a stack that holds nothing covered, and which wait for an answer."""

    items: list[Item]
    light: frozenset[int] = frozenset()
    awaited: frozenset[int] = frozenset()

    @classmethod
    def of(cls, case: Case, numbers: Sequence[int], stacks: Stacks) -> "Rows":
        """Read them."""
        of_stacks = {number: stacks.of(number) for number in numbers if number in stacks.spans}
        inside = [member for members in of_stacks.values() for member in members]
        covered, waiting = case.library.covered(inside), set(case.review.to_do([*numbers, *inside]))
        light = (head for head, members in of_stacks.items() if covered.isdisjoint(members))
        awaited = (number for number in numbers if not waiting.isdisjoint(of_stacks.get(number, (number,))))
        return cls(case.items(numbers), frozenset(light), frozenset(awaited))


def describe_cell(cell: Cell) -> list[str]:
    """What a cell is beside its item, in a few lines."""
    lines = []
    if cell.stack:
        closed = words.tr("a stack of {count} copies; O opens it")
        opened = words.tr("an open stack of {count} copies; O closes it")
        lines.append((opened if cell.open else closed).format(count=words.number(cell.stack)))
    if cell.awaited:
        lines.append(words.tr("waits for your answer"))
    return lines + ([words.tr("no longer in this filter")] if cell.gone else [])


def describe(item: Item) -> list[str]:
    """An item in a few lines: its name, what it is, what is said of it and what is wrong with it."""
    lines = [item.name]
    facts = [words.kind(item.kind)]
    if item.width and item.height:
        facts.append(words.isolated(f"{item.width} × {item.height}"))
    if item.duration is not None:
        facts.append(words.clock(item.duration))
    if item.bytes is not None:
        facts.append(words.isolated(words.size(item.bytes)))
    lines.append(words.tr(", ").join(facts))
    if item.captured_at:
        lines.append(f"{item.captured_at} ({item.captured_at_source})" if item.captured_at_source else item.captured_at)
    if item.covered:
        lines.append(words.tr("covered: {why}").format(why=words.why_covered(item)))
    elif item.warning.level is not Level.UNASSESSED:
        lines.append(words.tr("warning: {level}").format(level=words.level(item.warning.level)))
    lines.append(words.term("status", item.status))
    lines += [words.tr("may have copies that are not confirmed")] if item.possible else []
    lines += [words.tr("seems to have others of its scene")] if item.scene else []
    lines += [words.tr("can't be read")] if not item.readable else []
    lines += [findings.told(problem.message) for problem in item.problems]
    return lines
