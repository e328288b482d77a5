"""Features of one picture that are like features of others → which of these others may show the same.

Every pair of features votes for a turn and a scale ("weak geometric consistency", Jégou, Douze and Schmid, ECCV 2008),
rarer words count for more; for the items with most votes it is counted how many pairs agree on one position as well,
each pair in its turn saying where the picture would lie (as in the Hough voting of Lowe, IJCV 2004).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.geometry import Matrix
from annotator.signature import OCTAVE, Features, Signature
from annotator.similarity import postings
from annotator.similarity.matching import seen_again
from annotator.similarity.postings import Numbers, Placed, Postings, Segment
from annotator.similarity.words import Words

_PROBED: Final = 3
"""Words of each feature: a copy's feature is often nearest to the second or the third."""
_MOST_BITS: Final = 7
"""Of 32, between features that may be the same."""
_NEARNESS: Final = np.exp(-((np.arange(_MOST_BITS + 1) / 5) ** 2)).astype(np.float32)
"""What a pair counts for, by the bits that differ."""
_GRADES: Final = 1 << 20
"""That weights are told apart by where they are sorted."""
_MOST_SEEN: Final = 4_000_000
"""Features that are looked at in files for one view."""
_FEW_SEEN: Final = 20_000
"""Above this, the half of all that has the rarest words: among 10,000 items no copy was lost or lower for that, and
others had less that spoke for them."""
_AT_ONCE: Final = 1_000_000
"""Features for which several views are looked for together: one after the other costs more where they are few."""
_SMALL: Final = 100
"""Items that an index is thought to hold more than it does, so that words mean something in one that holds few."""
_WITH_VOTES: Final = (150, 2000)
"""Items with most votes, of each view: in an index of few and of a million."""
_WITH_TURNS: Final = 20
"""Items that are looked at more closely, of each view."""
_PAIRS: Final = 48
"""Of features, of each of these."""
_TURNS: Final = 16
_SCALES: Final = 20
_NEAR: Final = 30.0
"""Pixels between where two pairs put a point."""
_ENOUGH: Final = 4
"""Pairs that agree, at least."""
_TABLE: Final = 16
"""Items that fit a processor's cache together, with what each two of their pairs say."""

Floats = NDArray[np.float32]
Complex = NDArray[np.complex64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Likely:
    """An item that may show the same as what was asked for."""

    number: int
    score: float
    """How much speaks for it."""
    view: int
    """The view that does."""
    matrix: Matrix
    """From pixels of the view to those of the item: a similarity."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Query:
    """The features of some views of one picture: as it is and mirrored, and of the pictures in it."""

    features: tuple[Features, ...]
    """Of each view."""
    wholes: tuple[int, ...]
    """The views that are of the whole picture."""
    views: Indices
    """Which view each feature is of."""
    nearest: Indices
    """The first word of each feature."""
    placed: Placed
    words: Indices
    """Each feature has several."""
    owners: Indices
    """Which feature each word is of."""
    codes: Numbers
    """Of each word's feature."""

    @classmethod
    def of(cls, views: Sequence[Features], words: Words, *, wholes: tuple[int, ...]) -> "Query":
        """The query for these views, of which some are of the whole picture."""
        descriptors = np.concatenate([view.descriptors for view in views])
        found = words.nearest(descriptors, _PROBED)
        owners, places = np.nonzero(found >= 0)
        return cls(
            features=tuple(views),
            wholes=wholes,
            views=np.repeat(np.arange(len(views)), [len(view) for view in views]),
            nearest=found[:, 0],
            placed=postings.placed(np.concatenate([postings.places(view) for view in views])),
            words=found[owners, places],
            owners=owners,
            codes=postings.codes(descriptors)[owners],
        )

    def seen_again(self, likely: Likely, signature: Signature) -> tuple[int, bool]:
        """How many features of what was asked for the item of that signature has where they should be, or the picture
        in it that has most; and whether that concerns a picture in one of the two."""
        pictures = [signature, *(part.signature for part in signature.parts)]
        counts = [seen_again(each.plain, self.features[likely.view], likely.matrix) for each in pictures]
        most = max(counts)
        return most, likely.view not in self.wholes or counts[0] < most

    def parts(self, segments: Sequence[Segment]) -> Iterator["Search"]:
        """What to look for in these files, some views at a time, so that it takes little memory."""
        views = self.views[self.owners]
        seen = np.zeros(len(views), np.int64)
        for segment in segments:
            seen += segment.counts(self.words)
        rarest = np.lexsort((seen, views))
        ends = np.cumsum(seen[rarest])
        counts = np.bincount(views, seen).astype(np.int64)
        before = np.cumsum(counts) - counts
        most = np.clip(counts // 2, _FEW_SEEN, _MOST_SEEN)
        asked = np.sort(rarest[ends <= (before + most)[views[rarest]]])
        took, start = np.minimum(counts, most), 0
        for end in range(1, len(took) + 1):
            if end == len(took) or took[start : end + 1].sum() > _AT_ONCE:
                (low, high), bounds = np.searchsorted(views, (start, end)), np.searchsorted(views[asked], (start, end))
                yield Search(self, np.arange(low, high), asked[slice(*bounds)], seen)
                start = end


class Search:
    """Looks for features of a query, and for the items that have most of them."""

    def __init__(self, query: Query, words: Indices, asked: Indices, seen: Indices) -> None:
        """`words` are those of its words that are looked for, `asked` those of them that are in files; `seen` says how
        many features each word of it has there."""
        self._query, self._words, self._asked, self._seen = query, words, asked, seen
        self._which: list[Indices] = []
        self._bits: list[NDArray[np.uint8]] = []
        self._items: list[Numbers] = []
        self._rows: list[tuple[Postings, NDArray[np.signedinteger[Any]]]] = []

    def ask(self, segment: Segment, *, after: int) -> None:
        """Pair features with those of later items in a file. Raises Damaged where it speaks of items that it does not
        have."""
        for rows, which in segment.of_words(self._query.words[self._asked]):
            self._pair(self._asked[which], segment.postings, rows, after)
            if self._items[-1].max(initial=0) > segment.last:
                raise postings.Damaged("items that it does not have")

    def match(self, words: Indices, found: Postings) -> None:
        """Pair features with `found`, which are in no order and of these words."""
        asked = self._words[np.argsort(self._query.words[self._words], kind="stable")]
        ends = np.cumsum(np.bincount(self._query.words[asked], minlength=int(words.max(initial=0)) + 1))
        starts = np.zeros_like(ends)
        starts[1:] = ends[:-1]
        mine = np.flatnonzero(starts[words] < ends[words])
        starts, lengths = starts[words[mine]], (ends - starts)[words[mine]]
        at = np.arange(int(lengths.sum())) + np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        self._pair(asked[at], found, np.repeat(mine, lengths), 0)

    def _pair(self, which: Indices, found: Postings, rows: Indices, after: int) -> None:
        """Pair words of the query with these rows of `found`."""
        bits = np.bitwise_count(found.codes.take(rows) ^ self._query.codes.take(which))
        near = np.flatnonzero(bits <= _MOST_BITS)
        rows = rows[near]
        items = found.items.take(rows)
        if after:
            later = np.flatnonzero(items > after)
            near, rows, items = near[later], rows[later], items[later]
        self._which.append(which[near])
        self._bits.append(bits[near])
        self._items.append(items)
        self._rows.append((found, rows))

    def best(self, items: int) -> list[Likely]:
        """The likeliest items of each view, of an index of so many."""
        which = np.concatenate(self._which) if self._which else np.zeros(0, np.int64)
        if not len(which):
            return []
        query = self._query
        rarity = np.log((items + _SMALL) / (1 + self._seen)).clip(0.1).astype(np.float32) ** 2
        weights = rarity.take(which) * _NEARNESS.take(np.concatenate(self._bits))
        owners = query.owners.take(which)
        found = np.concatenate(self._items)
        first = int(found.min())
        span = int(found.max()) - first + 1
        keys = query.views.take(owners) * span + (found - np.uint32(first))
        kept, group, there = _strongest(keys, weights, span, int(np.clip(items // 500, *_WITH_VOTES)))
        # Of one feature that is like several of one item, the likest counts.
        pair = group * len(query.views) + owners[kept]
        grades = (weights[kept] * (_GRADES / weights[kept].max())).astype(np.int64)
        order = np.argsort(pair * (_GRADES + 1) + _GRADES - grades)
        order = order[np.append(True, np.diff(pair[order]) != 0)]
        kept, group = kept[order], group[order]
        pairs = _Pairs.of(query.placed[owners[kept]], postings.placed(self._places(kept)), weights[kept])
        chosen, inside = pairs.turned_alike(group, there // span)
        table = _table(group, chosen, pairs.weights + 1000 * inside)
        scores, agree = pairs.agreeing(table)
        enough = np.flatnonzero(agree.sum(axis=1) >= _ENOUGH)
        views, numbers = np.divmod(there[chosen[enough]], span)
        grows, shifts = pairs.fitted(table[enough], agree[enough])
        told = (numbers, scores[enough], views, grows, shifts)
        return [
            Likely(number=number + first, score=score, view=view, matrix=_similarity(grow, shift))
            for number, score, view, grow, shift in zip(*(each.tolist() for each in told), strict=True)
        ]

    def _places(self, chosen: Indices) -> Numbers:
        """Of those pairs, in what they were found in."""
        ends = np.cumsum([len(rows) for _, rows in self._rows])
        places = np.empty(len(chosen), np.uint32)
        of = np.searchsorted(ends, chosen, "right")
        for number, (found, rows) in enumerate(self._rows):
            here = np.flatnonzero(of == number)
            places[here] = found.places.take(rows[chosen[here] - (ends[number] - len(rows))])
        return places


def _strongest(keys: Indices, weights: Floats, span: int, most: int) -> tuple[Indices, Indices, Indices]:
    """The rows of the keys with most votes among each `span` of them, the place of each row's key among these, and the
    keys."""
    votes = np.bincount(keys, weights, minlength=-(-(int(keys.max()) + 1) // span) * span)
    by_view = votes.reshape(-1, span)
    if span > most:
        some = np.argpartition(by_view, span - most, axis=1)[:, span - most :]
        some = np.sort((some + np.arange(len(by_view))[:, None] * span).ravel())
        some = some[votes[some] > 0]
    else:
        some = np.flatnonzero(votes)
    place = np.full(len(votes), -1, np.int32)
    place[some] = np.arange(len(some))
    places = place.take(keys)
    rows = np.flatnonzero(places >= 0)
    return rows, places[rows].astype(np.int64), some


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

    def turned_alike(self, group: Indices, views: Indices) -> tuple[Indices, NDArray[np.bool_]]:
        """Of each view the groups in which most pairs agree on turn and scale, and which pairs of each group do so;
        `views` says of which view each group is."""
        groups = len(views)
        turn = (self.turns * np.float32(_TURNS / (2 * np.pi))).astype(np.int64) % _TURNS
        scale = np.clip(np.round(self.logs / np.float32(np.log(OCTAVE))) + _SCALES // 2, 0, _SCALES - 1)
        scale = scale.astype(np.int64)
        bins = np.bincount((group * _TURNS + turn) * _SCALES + scale, self.weights, groups * _TURNS * _SCALES)
        grid = bins.astype(np.float32).reshape(groups, _TURNS, _SCALES)
        wide = grid + grid[:, [*range(1, _TURNS), 0]]
        windows = (wide[:, :, :-2] + wide[:, :, 1:-1] + wide[:, :, 2:]).reshape(groups, -1)
        tops = windows.argmax(axis=1)
        votes = windows[np.arange(groups), tops]
        at_turn, at_scale = np.divmod(tops, _SCALES - 2)
        inside = ((turn - at_turn[group]) % _TURNS < 2) & (np.abs(scale - at_scale[group] - 1) <= 1)
        order = np.lexsort((-votes, views))
        rank = np.arange(groups) - np.searchsorted(views, views)
        return order[rank < _WITH_TURNS], inside

    def agreeing(self, table: Indices) -> tuple[Floats, NDArray[np.bool_]]:
        """Of each row of pairs, -1 where there is none: the weights of the pairs that agree with the one that most
        agree with, and which they are."""
        found = [self._agreeing(table[start : start + _TABLE]) for start in range(0, len(table), _TABLE)]
        return np.concatenate([scores for scores, _ in found]), np.concatenate([agree for _, agree in found])

    def fitted(self, table: Indices, agree: NDArray[np.bool_]) -> tuple[Complex, Complex]:
        """Of each row of pairs the grow and the shift that are nearest to those that agree, by least squares."""
        asked, known, weights = self.asked[table], self.known[table], self.weights[table] * agree
        total = weights.sum(axis=1)
        middle, there = (weights * asked).sum(axis=1) / total, (weights * known).sum(axis=1) / total
        off = asked - middle[:, None]
        spread = (weights * (off.real**2 + off.imag**2)).sum(axis=1)
        grow = (weights * (known - there[:, None]) * off.conj()).sum(axis=1) / (spread + np.float32(1e-3))
        return grow, there - grow * middle

    def _agreeing(self, table: Indices) -> tuple[Floats, NDArray[np.bool_]]:
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
        scores = (agree @ np.where(there, self.weights[table], 0)[:, :, None])[:, :, 0]
        best = scores.argmax(axis=1)
        rows = np.arange(len(table))
        return scores[rows, best], agree[rows, best]


def _similarity(grow: complex, shift: complex) -> Matrix:
    return np.array([(grow.real, -grow.imag, shift.real), (grow.imag, grow.real, shift.imag), (0, 0, 1)], np.float64)


def _table(group: Indices, chosen: Indices, ranks: Floats) -> Indices:
    """For each chosen group its pairs of highest rank, (n, at most _PAIRS), filled up with -1."""
    table = np.full((len(chosen), _PAIRS), -1, np.int64)
    starts, ends = np.searchsorted(group, chosen, "left"), np.searchsorted(group, chosen, "right")
    for row, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if end - start > _PAIRS:
            table[row] = start + np.argpartition(-ranks[start:end], _PAIRS)[:_PAIRS]
        else:
            table[row, : end - start] = np.arange(start, end)
    return table
