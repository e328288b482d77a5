"""What lists of known hashes say of items: by their bytes surely, by hashes of their pictures possibly.

The same is found whether a list comes before an item or after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from annotator.analysis import HASH_RECIPE
from annotator.hashlist import PDQ_BITS, PDQ_QUALITY, PHASH_BITS, How
from annotator.similarity.lists import Nearest
from annotator.store import hashlists
from annotator.store.connection import Connection
from annotator.store.hashlists import Found, Shown

MOST_HITS = 20
"""Of one item in one list, the surest."""
_SUREST = tuple(How)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The hashes of one kind of one list."""

    list: int
    how: How
    most: int
    lines: NDArray[np.int64]
    """Where in the list each hash stands."""
    index: Nearest

    def queries(self, shown: Shown) -> NDArray[np.uint8]:
        return shown.pdqs if self.how is How.PDQ else shown.phashes


class Checker:
    """Asks all lists, or one, for items; lists that come or go meanwhile are read anew."""

    def __init__(self, number: int | None = None) -> None:
        """`number` is that of the one list to ask."""
        self._number = number
        self._of: tuple[int, int] = (0, 0)
        self._lists: tuple[_Asked, ...] = ()

    def check(self, connection: Connection, items: Sequence[int]) -> frozenset[int]:
        """Ask for items that were not asked for, with the sampled frames of videos, and keep what is found, in the
        transaction that adds items or list; returns which of them were found."""
        now = hashlists.version(connection)
        if now != self._of:
            self._of, self._lists = now, tuple(_asked(connection, self._number))
        if not now[0]:
            return frozenset()
        found = hashlists.same_files(connection, items, self._number)
        if self._lists:
            found += self._near(list(hashlists.pictures(connection, items, recipe=HASH_RECIPE, quality=PDQ_QUALITY)))
        kept = list(_surest(found))
        hashlists.add_hits(connection, kept)
        return frozenset(hit.item for hit in kept)

    def _near(self, pictures: Sequence[Shown]) -> list[Found]:
        found: list[Found] = []
        owners = np.array([shown.owner for shown in pictures], np.int64)
        times = np.array([shown.time or 0.0 for shown in pictures])
        for asked in self._lists if pictures else ():
            queries = [asked.queries(shown) for shown in pictures]
            of = np.repeat(np.arange(len(pictures)), [len(each) for each in queries])
            query, place, bits = asked.index.near(np.concatenate(queries), most=asked.most)
            of, lines = of[query], asked.lines[place]
            for at in _first(owners[of], lines, bits, times[of]):
                shown = pictures[of[at]]
                found.append(
                    Found(
                        item=shown.owner, list=asked.list, line=int(lines[at]), how=asked.how, bits=int(bits[at]),
                        time=shown.time,
                    )
                )  # fmt: skip
        return found


def _asked(connection: Connection, number: int | None) -> Iterator[_Asked]:
    numbers = [held.list for held in hashlists.lists(connection)] if number is None else [number]
    for each in numbers:
        for how, most in ((How.PDQ, PDQ_BITS), (How.PHASH, PHASH_BITS)):
            listed = hashlists.listed(connection, each, how)
            if len(listed.hashes):
                yield _Asked(list=each, how=how, most=most, lines=listed.lines, index=Nearest(listed.hashes))


def _first(
    owners: NDArray[np.int64], lines: NDArray[np.int64], bits: NDArray[np.int64], times: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Where the surest hits of each owner stand, each line once: a list that says the same a thousand times is found in
    every frame of a video, and hits are few where these are millions."""
    order = np.lexsort((lines, times, bits, owners))
    together = np.lexsort((lines[order], owners[order]))  # what is alike stays in order, the surest first
    ends = np.stack((owners, lines))[:, order[together]]
    again = np.zeros(len(order), np.bool_)
    again[1:] = (ends[:, 1:] == ends[:, :-1]).all(axis=0)
    order = order[np.sort(together[~again])]
    owners = owners[order]
    return order[np.arange(len(order)) - np.searchsorted(owners, owners) < MOST_HITS]


def _surest(found: Sequence[Found]) -> Iterator[Found]:
    """Of each item and list the surest hits, each line of the list once."""

    def sureness(hit: Found) -> tuple[int, int, float, int]:
        return _SUREST.index(hit.how), hit.bits, hit.time or 0.0, hit.line

    ordered = sorted(found, key=lambda hit: (hit.item, hit.list, *sureness(hit)))
    for _, hits in groupby(ordered, key=lambda hit: (hit.item, hit.list)):
        lines: set[int] = set()
        for hit in hits:
            if hit.line not in lines and len(lines) < MOST_HITS:
                lines.add(hit.line)
                yield hit
