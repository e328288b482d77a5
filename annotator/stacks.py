"""Stacks: listed items that are copies of each other, shown as one."""

import json
from array import array
from dataclasses import dataclass, field

import numpy as np

from annotator.store import links, stored
from annotator.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacks:
    """Which cells a list has, and what lies in each."""

    shown: "array[int]" = field(default_factory=lambda: array("q"))
    """One item for each stack, where its first item is listed, and every item that is in none."""
    members: "array[int]" = field(default_factory=lambda: array("q"))
    """The items of all stacks, one stack after the other, the best of each first."""
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By the item that stands for a stack: from where to where its items lie in `members`."""
    head: dict[int, int] = field(default_factory=dict)
    """By item of a stack: the one that stands for it."""

    def of(self, item: int) -> "array[int]":
        """The items of the stack that `item` stands for, itself first; none where it stands for none."""
        start, end = self.spans.get(item, (0, 0))
        return self.members[start:end]


def stacked(connection: Connection, listed: "array[int]") -> Stacks:
    """The stacks of a list: of its own items only, so that a change never reaches what a filter leaves out."""
    groups, items = (np.array(json.loads(part), np.int64) for part in links.grouped(connection))
    numbers = np.array(listed, np.int64)
    among = np.isin(items, numbers)
    groups, items = groups[among], items[among]
    _, starts, sizes = np.unique(groups, return_index=True, return_counts=True)  # the groups come in order
    starts, sizes = starts[sizes > 1], sizes[sizes > 1]
    if not len(starts):
        return Stacks(shown=listed)
    among = np.concatenate([np.arange(start, start + size) for start, size in zip(starts, sizes, strict=True)])
    members, heads = items[among], items[starts]
    ends = np.cumsum(sizes)
    of_each = np.repeat(heads, sizes)
    with stored.reading("the number of an item"):
        if (largest := int(max(numbers.max(), members.max()))) >= stored.MOST_ITEMS:
            raise ValueError
    stands = np.arange(largest + 1)
    stands[members] = of_each
    shown, first = np.unique(stands[numbers], return_index=True)
    return Stacks(
        shown=array("q", shown[np.argsort(first, kind="stable")].tobytes()),
        members=array("q", members.tobytes()),
        spans=dict(zip(heads.tolist(), zip((ends - sizes).tolist(), ends.tolist(), strict=True), strict=True)),
        head=dict(zip(members.tolist(), of_each.tolist(), strict=True)),
    )
