"""Features of one picture that are like features of others → which of these others may show the same.

Every pair of features votes for a turn and a scale ("weak geometric consistency", Jégou, Douze and Schmid, ECCV 2008),
rarer words count for more; for the items with most votes it is counted how many pairs agree on one position as well,
each pair in its turn saying where the picture would lie (as in the Hough voting of Lowe, IJCV 2004).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.signature import OCTAVE, Features
from annotator.similarity import postings
from annotator.similarity.postings import Numbers, Placed, Postings, Segment
from annotator.similarity.words import Words

_PROBED: Final = 3
"""Words of each feature: a copy's feature is often nearest to the second or the third."""
_MOST_BITS: Final = 9
"""Of 32, between features that may be the same."""
_NEARNESS: Final = np.exp(-((np.arange(_MOST_BITS + 1) / 5) ** 2)).astype(np.float32)
"""What a pair counts for, by the bits that differ."""
_GRADES: Final = 1 << 20
"""That weights are told apart by where they are sorted."""
_MOST_SEEN: Final = 4_000_000
"""Features that are looked at in files for one query."""
_FEW_SEEN: Final = 20_000
"""Above this, the half of all that has the rarest words: among 10,000 items no copy was lost or lower for that, and
others had less that spoke for them."""
_SMALL: Final = 100
"""Items that an index is thought to hold more than it does, so that words mean something in one that holds few."""
_WITH_VOTES: Final = (300, 2000)
"""Items with most votes: in an index of few and of a million."""
_WITH_TURNS: Final = 40
"""Items that are looked at more closely."""
_PAIRS: Final = 48
"""Of features, of each of these."""
_TURNS: Final = 16
_SCALES: Final = 16
_NEAR: Final = 30.0
"""Pixels between where two pairs put a point."""
_ENOUGH: Final = 4
"""Pairs that agree, at least."""

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]
Whole = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Query:
    """The features of one picture, as they are asked for."""

    words: Indices
    owners: Indices
    """Which feature each word is of."""
    codes: Numbers
    placed: Placed
    seen: Indices
    """How many features of the index each word has."""
    nearest: Indices
    """The first word of each feature."""
    asked: Indices
    """The words that are looked into: all of them, or where that would take too long the rarest."""
    pairs: list[tuple[Indices, Indices, NDArray[np.uint8], Postings]] = field(default_factory=list)
    """What was found: word, feature and bits that differ of each pair, and what it was paired with."""

    def begin(self, segments: Sequence[Segment]) -> "Query":
        """The same query of these files, with nothing found."""
        seen = np.sum([segment.counts(self.words) for segment in segments], axis=0, initial=0, dtype=np.int64)
        seen = np.broadcast_to(seen, self.words.shape)
        rarest = np.argsort(seen, kind="stable")
        most = min(_MOST_SEEN, max(_FEW_SEEN, int(seen.sum()) // 2))
        asked = np.sort(rarest[: np.searchsorted(np.cumsum(seen[rarest]), most, "right")])
        return replace(self, seen=seen, asked=asked, pairs=[])

    @classmethod
    def of(cls, features: Features, words: Words) -> "Query":
        """The query for these features."""
        found = words.nearest(features.descriptors, _PROBED)
        owners, places = np.nonzero(found >= 0)
        return cls(
            words=found[owners, places],
            nearest=found[:, 0],
            owners=owners,
            codes=postings.codes(features.descriptors),
            placed=postings.placed(postings.places(features)),
            seen=np.zeros(len(owners), np.int64),
            asked=np.arange(len(owners)),
        )

    def ask(self, segment: Segment) -> None:
        """Pair features with those of a file. Raises Damaged where it speaks of items that it does not have."""
        for rows, which in segment.of_words(self.words[self.asked]):
            self._pair(self.asked[which], segment.postings, rows)
            if self.pairs[-1][3].items.max(initial=0) > segment.last:
                raise postings.Damaged("items that it does not have")

    def match(self, words: Indices, found: Postings) -> None:
        """Pair features with `found`, which are in no order and of these words."""
        order = np.argsort(self.words, kind="stable")
        ends = np.cumsum(np.bincount(self.words, minlength=int(words.max(initial=0)) + 1))
        starts = np.zeros_like(ends)
        starts[1:] = ends[:-1]
        mine = np.flatnonzero(starts[words] < ends[words])
        starts, lengths = starts[words[mine]], (ends - starts)[words[mine]]
        rows = np.repeat(mine, lengths)
        at = np.arange(len(rows)) + np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        self._pair(order[at], found, rows)

    def _pair(
        self, which: NDArray[np.signedinteger[Any]], found: Postings, rows: NDArray[np.signedinteger[Any]]
    ) -> None:
        """Pair features with these rows of `found`, each of which has the word number `which` of the query."""
        bits = np.bitwise_count(found.codes[rows] ^ self.codes[self.owners][which])
        near = np.flatnonzero(bits <= _MOST_BITS)
        which = which[near].astype(np.int64)
        self.pairs.append((which, self.owners[which], bits[near], found[rows[near]]))

    def best(self, items: int, most: int) -> list[tuple[int, float]]:
        """At most `most` items of an index of so many, the likeliest first, and how much speaks for each."""
        if not self.pairs:
            return []
        which, owners, bits = (np.concatenate(parts) for parts in list(zip(*self.pairs, strict=True))[:3])
        found = postings.joined([pair[3] for pair in self.pairs])
        rarity = np.log((items + _SMALL) / (1 + self.seen)).clip(0.1).astype(np.float32)
        weights = (rarity**2)[which] * _NEARNESS[bits]
        kept, group, numbers = _strongest(found.items, weights, int(np.clip(items // 500, *_WITH_VOTES)))
        if not len(kept):
            return []
        # Of one feature that is like several of one item, the likest counts.
        pair = group * (int(owners.max()) + 1) + owners[kept]
        grades = (weights[kept] * (_GRADES / weights[kept].max())).astype(np.int64)
        order = np.argsort(pair * (_GRADES + 1) + _GRADES - grades)
        order = order[np.append(True, np.diff(pair[order]) != 0)]
        kept, group = kept[order], group[order]
        asked, known, weight = self.placed[owners[kept]], postings.placed(found.places[kept]), weights[kept]
        pairs = _Pairs.of(asked, known, weight)
        chosen, in_window = pairs.turned_alike(group, len(numbers))
        table = _table(group, chosen, weight + 1000 * in_window)
        scores, counts = pairs.agreeing(table)
        order = np.lexsort((chosen, -scores))
        return [(int(numbers[chosen[at]]), float(scores[at])) for at in order[:most] if counts[at] >= _ENOUGH]


def _strongest(items: Numbers, weights: Floats, most: int) -> tuple[Indices, Indices, Numbers]:
    """The rows of the items with most votes, the place of each row's item among these, and the items."""
    votes = np.bincount(items, weights)
    some = np.flatnonzero(votes)
    if len(some) > most:
        some = np.sort(some[np.argpartition(-votes[some], most)[:most]])
    place = np.full(len(votes), -1, np.int32)
    place[some] = np.arange(len(some))
    rows = np.flatnonzero(place[items] >= 0)
    return rows, place[items[rows]].astype(np.int64), some.astype(np.uint32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Pairs:
    """How each pair takes the asked picture to the known one: z ↦ grow · z + shift in complex numbers."""

    asked: NDArray[np.complex64]
    known: NDArray[np.complex64]
    turns: Floats
    logs: Floats
    grow: NDArray[np.complex64]
    shift: NDArray[np.complex64]
    weights: Floats

    @classmethod
    def of(cls, asked: Placed, known: Placed, weights: Floats) -> "_Pairs":
        turns, logs = known.angles - asked.angles, known.logs - asked.logs
        grow = (np.exp(logs) * np.exp(1j * turns)).astype(np.complex64)
        return cls(
            asked=asked.points, known=known.points, turns=turns, logs=logs, grow=grow,
            shift=known.points - grow * asked.points, weights=weights,
        )  # fmt: skip

    def turned_alike(self, group: Indices, groups: int) -> tuple[Indices, NDArray[np.bool_]]:
        """The groups in which most pairs agree on turn and scale, and which pairs of each group do so."""
        turn = (self.turns * (_TURNS / (2 * np.pi))).astype(np.int64) % _TURNS
        scale = np.clip(np.round(self.logs / np.log(OCTAVE)) + _SCALES // 2, 0, _SCALES - 1).astype(np.int64)
        bins = np.bincount((group * _TURNS + turn) * _SCALES + scale, self.weights, groups * _TURNS * _SCALES)
        grid = bins.reshape(groups, _TURNS, _SCALES)
        wide = grid + np.roll(grid, -1, 1)
        windows = (wide[:, :, :-2] + wide[:, :, 1:-1] + wide[:, :, 2:]).reshape(groups, -1)
        tops = windows.argmax(axis=1)
        votes = windows[np.arange(groups), tops]
        at_turn, at_scale = np.divmod(tops, _SCALES - 2)
        inside = ((turn - at_turn[group]) % _TURNS < 2) & (np.abs(scale - at_scale[group] - 1) <= 1)
        return np.argsort(-votes, kind="stable")[:_WITH_TURNS], inside

    def agreeing(self, table: Indices) -> tuple[Floats, Indices]:
        """Of each row of pairs, -1 where there is none: the weights of the pairs that agree with the one that most
        agree with, and how many they are."""
        there = table >= 0
        grow, shift, known = self.grow[table][:, :, None], self.shift[table][:, :, None], self.known[table][:, None, :]
        off = grow * self.asked[table][:, None, :] + shift - known
        logs, turns = self.logs[table], self.turns[table]
        reach = _NEAR * np.exp(0.5 * np.maximum(logs, 0))
        agree = off.real**2 + off.imag**2 < (reach**2)[:, :, None]
        agree &= np.abs(logs[:, :, None] - logs[:, None, :]) < 0.6
        cosines, sines = np.cos(turns), np.sin(turns)
        agree &= cosines[:, :, None] * cosines[:, None, :] + sines[:, :, None] * sines[:, None, :] > 0.85
        agree &= there[:, :, None] & there[:, None, :]
        scores = (agree * np.where(there, self.weights[table], 0)[:, None, :]).sum(axis=2)
        best = scores.argmax(axis=1)
        rows = np.arange(len(table))
        return scores[rows, best], agree[rows, best].sum(axis=1)


def _table(group: Indices, chosen: Indices, ranks: Floats) -> Indices:
    """For each chosen group its pairs of highest rank, (n, at most _PAIRS), filled up with -1."""
    table = np.full((len(chosen), _PAIRS), -1, np.int64)
    starts, ends = np.searchsorted(group, chosen, "left"), np.searchsorted(group, chosen, "right")
    for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
        some = np.arange(start, end)
        if len(some) > _PAIRS:
            some = some[np.argpartition(-ranks[some], _PAIRS)[:_PAIRS]]
        table[row, : len(some)] = some
    return table
