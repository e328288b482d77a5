"""Which items links join into groups, and which of them verdicts keep apart.

Single linkage under constraints that forbid (I. Davidson, S. S. Ravi, Agglomerative hierarchical clustering with
constraints, PKDD 2005): links join from the surest to the weakest, a person's "same" before all suggestions, and one
that would bring two items together that were said to be different joins nothing. So of every way between these two the
weakest suggestion gives way. The groups follow from the links alone, whatever the order in which they came.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)

Joining = tuple[bool, float, int, int]
"""Whether a person said so, the score, and the two items."""


class Sets(Generic[T]):
    """Disjoint sets of what was joined (B. A. Galler, M. J. Fischer, An improved equivalence algorithm, 1964)."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}

    def of(self, member: T) -> T:
        """What stands for the set of this member."""
        root = member
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(member, member)) != root:
            self._parent[member], member = root, parent
        return root

    def join(self, kept: T, other: T) -> None:
        """Make one set of two; `kept`, which stands for its set, stands for both."""
        self._parent[self.of(other)] = kept

    def together(self, a: T, b: T) -> bool:
        """Whether both are in one set."""
        return self.of(a) == self.of(b)


def partition(
    items: Iterable[int], joining: Iterable[Joining], apart: Collection[tuple[int, int]]
) -> list[frozenset[int]]:
    """Groups of these items, of one or more; `apart` are pairs that a person has called different. Where a person has
    called items the same on every step of a way between two that are different, they are together all the same."""
    sets: Sets[int] = Sets()
    foes: dict[int, set[int]] = defaultdict(set)
    members: dict[int, set[int]] = {item: {item} for item in items}
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    for said, _, a, b in sorted(joining, key=lambda link: (not link[0], -link[1], link[2], link[3])):
        small, large = sorted((sets.of(a), sets.of(b)), key=lambda root: len(members[root]))
        if small == large or (not said and not foes[large].isdisjoint(members[small])):
            continue
        sets.join(large, small)
        members[large] |= members.pop(small)
        foes[large] |= foes.pop(small, set())
    return sorted(map(frozenset, members.values()), key=min)


def way(start: int, end: int, pairs: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """The items on a shortest way from one to another over these pairs, without the two; none where there is no way."""
    beside: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        beside[a].append(b)
        beside[b].append(a)
    came: dict[int, int] = {start: start}
    queue = [start]
    for item in queue:
        for other in beside[item]:
            if other not in came:
                came[other] = item
                queue.append(other)
    found: list[int] = []
    item = came.get(end, start)
    while item != start:
        found.append(item)
        item = came[item]
    return tuple(reversed(found))
