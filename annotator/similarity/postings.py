"""Features sorted by their words: in memory while they are few, in files that never change when they are many.

A feature takes twelve bytes: the number of its picture, 32 bits of its descriptor to tell it from others of its word
(Jégou, Douze and Schmid, "Hamming embedding and weak geometric consistency", ECCV 2008), and where it lies.
"""

import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from annotator.checker import open_plain
from annotator.signature import OCTAVE, PATCH, Features, octaves

Numbers = NDArray[np.uint32]

_HEAD: Final = struct.Struct("<8sIIIQI")
"""Magic, how many words, how many items, the last of them, how many features, CRC-32 of what follows."""
_MAGIC: Final = b"EA-feat1"
_TOGETHER: Final = 1 << 19
"""Features that are looked at together, or those of one word."""
_CHUNK: Final = 1 << 22
"""Features that are merged at a time."""


_MOST_OF_ONE: Final = 1 << 13
"""Features of one item; there are never nearly as many."""


class Damaged(Exception):
    """A file that is not as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Postings:
    """Features, one a row: of which item, with which bits, at which place."""

    items: Numbers
    codes: Numbers
    places: Numbers

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, rows: NDArray[np.signedinteger[Any]] | slice) -> "Postings":
        return Postings(items=self.items[rows], codes=self.codes[rows], places=self.places[rows])


def joined(parts: Sequence[Postings]) -> Postings:
    """All of them, in order."""
    return Postings(
        items=np.concatenate([part.items for part in parts]),
        codes=np.concatenate([part.codes for part in parts]),
        places=np.concatenate([part.places for part in parts]),
    )


def codes(descriptors: NDArray[np.uint8]) -> Numbers:
    """32 of the 256 bits of each descriptor: every eighth byte, for neighbouring tests of ORB are not alike."""
    some = np.ascontiguousarray(descriptors[:, ::8])
    return np.asarray(some.view("<u4").reshape(-1), np.uint32)


def places(features: Features) -> Numbers:
    """Position in half pixels (10 bits each), octave (4 bits) and angle (8 bits) in one number."""
    x, y = np.clip(np.round(features.points * 2), 0, 1023).astype(np.uint32).T
    angle = np.round(features.angles * (256 / 360)).astype(np.int64) % 256
    packed = x << 22 | y << 12 | octaves(features).astype(np.uint32) << 8 | angle.astype(np.uint32)
    return np.asarray(packed, np.uint32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """Where features lie, one a row."""

    points: NDArray[np.complex64]
    """x + iy, in pixels."""
    logs: NDArray[np.float32]
    """Natural logarithm of the diameter."""
    angles: NDArray[np.float32]
    """Radians."""

    def __getitem__(self, rows: NDArray[np.int64]) -> "Placed":
        return Placed(points=self.points[rows], logs=self.logs[rows], angles=self.angles[rows])


def placed(packed: Numbers) -> Placed:
    """What `places` made one number of."""
    x, y = (packed >> 22).astype(np.float32) / 2, (packed >> 12 & 1023).astype(np.float32) / 2
    octave = (packed >> 8 & 15).astype(np.float32)
    return Placed(
        points=(x + 1j * y).astype(np.complex64),
        logs=octave * np.float32(np.log(OCTAVE)) + np.float32(np.log(PATCH)),
        angles=(packed & 255).astype(np.float32) * np.float32(2 * np.pi / 256),
    )


class Segment:
    """Features in a file, mapped into memory: what is not looked at takes none. What looks at a file that another
    program cuts short meanwhile is ended by the system (SIGBUS)."""

    def __init__(self, path: Path, words: int, *, last: int) -> None:
        """Open it; no item in it has a number above `last`. Raises Damaged, OSError."""
        self.path = path
        self.count: int
        self.last: int
        with open_plain(path) as file:
            head = file.read(_HEAD.size)
            if len(head) != _HEAD.size:
                raise Damaged("short")
            magic, known, self.count, self.last, features, self._checksum = _HEAD.unpack(head)
            if magic != _MAGIC or known != words:
                raise Damaged("of another kind")
            if os.fstat(file.fileno()).st_size != _HEAD.size + 4 * (words + 1 + 3 * features):
                raise Damaged("of another length")
            if not self.count <= self.last <= last or features > self.count * _MOST_OF_ONE:
                raise Damaged("of more than there is")
            self._all = np.asarray(np.memmap(file, "<u4", "r", offset=_HEAD.size))
        self.offsets = np.array(self._all[: words + 1]).astype(np.int64)
        if self.offsets[0] != 0 or self.offsets[-1] != features or (np.diff(self.offsets) < 0).any():
            raise Damaged("of no order")
        rows = self._all[words + 1 :].reshape(3, features)
        self.postings = Postings(items=rows[0], codes=rows[1], places=rows[2])

    def check(self) -> None:
        """Read all of it. Raises Damaged where it is not what was written."""
        if zlib.crc32(self._all.data) != self._checksum:
            raise Damaged("changed")

    def counts(self, words: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many features each of these words has."""
        return np.asarray(self.offsets[words + 1] - self.offsets[words], np.int64)

    def of_words(self, words: NDArray[np.int64]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """The rows of the features of these words, and which of `words` each has; some at a time."""
        starts, lengths = self.offsets[words], self.counts(words)
        ends = np.cumsum(lengths)
        first = starts - ends + lengths
        cuts = np.searchsorted(ends, np.arange(_TOGETHER, int(lengths.sum()), _TOGETHER), side="left")
        for low, high in pairwise(np.unique([0, *cuts, len(words)])):
            which = np.repeat(np.arange(low, high), lengths[low:high])
            rows = np.repeat(first[low:high], lengths[low:high])
            rows += np.arange(ends[low] - lengths[low], ends[low] - lengths[low] + len(rows))
            yield rows, which


def write(path: Path, words: NDArray[np.int64], postings: Postings, *, vocabulary: int, count: int) -> None:
    """Write features of these words, of `count` items, in any order. Raises OSError."""
    order = np.argsort(words, kind="stable")
    offsets = np.searchsorted(words[order], np.arange(vocabulary + 1))
    some = postings[order]
    _written(path, [offsets.astype("<u4"), some.items, some.codes, some.places], count, int(some.items.max(initial=0)))


def merge(path: Path, segments: Sequence[Segment], *, vocabulary: int) -> None:
    """Write the features of several segments into one. Raises Damaged, OSError."""
    for segment in segments:
        segment.check()
    lengths = [np.diff(segment.offsets) for segment in segments]
    offsets = np.append(0, np.cumsum(np.sum(lengths, axis=0)))
    columns = [np.empty(int(offsets[-1]), "<u4") for _ in range(3)]
    before = offsets[:-1].copy()
    for segment, length in zip(segments, lengths, strict=True):
        # Whole runs of words at a time: of all features of a large segment at once the rows would take gigabytes.
        cuts = np.searchsorted(segment.offsets, np.arange(0, max(1, segment.offsets[-1]), _CHUNK), side="left")
        for low, high in zip(cuts, [*cuts[1:], vocabulary], strict=True):
            start, end = segment.offsets[low], segment.offsets[high]
            shift = np.repeat(before[low:high] - segment.offsets[low:high], length[low:high])
            rows = np.arange(start, end) + shift
            some = segment.postings[slice(int(start), int(end))]
            for column, values in zip(columns, (some.items, some.codes, some.places), strict=True):
                column[rows] = values
        before += length
    count, last = sum(segment.count for segment in segments), max(segment.last for segment in segments)
    _written(path, [offsets.astype("<u4"), *columns], count, last)


def _written(path: Path, parts: Sequence[NDArray[np.uint32]], count: int, last: int) -> None:
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(np.ascontiguousarray(part, "<u4").data, checksum)
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        with partial.open("wb") as file:
            file.write(_HEAD.pack(_MAGIC, len(parts[0]) - 1, count, last, len(parts[1]), checksum))
            for part in parts:
                file.write(np.ascontiguousarray(part, "<u4").data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
