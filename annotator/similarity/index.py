"""Which pictures may show the same as a picture: an index of local features that lives on the disk.

New features stand in memory, then in small files that are merged into larger ones (a log-structured merge tree: O'Neil
et al., Acta Informatica 1996); files never change, so whoever reads them is never in the way. The index follows the
database of a case: it holds all items up to `mark` but those that are `missing`, and whatever is found wrong with it is
mended by beginning anew. What a stranger left out of it is not found out (see SECURITY.md).
"""

import json
import os
import uuid
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

import filelock
import numpy as np
from numpy.typing import NDArray

from annotator.checker import open_plain
from annotator.signature import RECIPE, Features, Signature
from annotator.similarity import postings
from annotator.similarity.postings import Damaged, Postings, Segment
from annotator.similarity.votes import Likely, Query
from annotator.similarity.words import Words

KEPT: Final = 250
"""Features of each item that are looked up; all of a query's are."""
_MIRRORED: Final = 200
"""Features of the mirrored picture that are asked for: few copies are mirrored and little else at once."""
_OF_PART: Final = 200
"""Features of a picture in the picture that are looked up and asked for, as it is and mirrored."""
_ASKED: Final = 64
"""Pictures that were asked for, and are likely to be added."""
_TAIL: Final = 256
"""Items in memory before they are written."""
_WORTH: Final = 32
"""Items that are written when the index is closed; fewer are found again in the database."""
_FANOUT: Final = 6
"""Files of about one size that are merged into one."""
_LARGEST: Final = 25_000_000
"""Features of a file that is merged no more, those of 100,000 items: merging takes 16 bytes of memory for each."""
_MOST: Final = 1 << 27
"""No item in it has a number beyond: votes are counted in a list that is as long as the largest one."""
_LONGEST: Final = 1 << 24
"""Bytes of the manifest."""
_MANIFEST: Final = "index.json"


class Index:
    """The features of a case's items, by number. Not for several threads at once, but for `queries`."""

    def __init__(self, folder: Path, *, case: str) -> None:
        """Open what there is of the case of this name, which no other case has, or begin. Never raises for what is
        there: what can't be read is thrown away, and what can't be written stays in memory."""
        self._folder, self._case = folder, case
        self._words = _words()
        self._kind = f"{RECIPE} {self._words.name}"
        self._lock = filelock.FileLock(folder / "index.lock", timeout=0, mode=0o600, thread_local=False)
        self._owned = self._own()
        self._asking = Lock()
        self._asked: dict[bytes, NDArray[np.int64]] = {}
        """The words of features that were asked for: most are added soon."""
        self._begin()
        try:
            self._open()
        except (Damaged, OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, MemoryError):
            self.reset()

    def __len__(self) -> int:
        return self._in_tail + sum(segment.count for segment in self._segments)

    @property
    def mark(self) -> tuple[int, str]:
        """The last item that was added, and its key; 0 and nothing where there is none."""
        return self._mark

    @property
    def missing(self) -> tuple[int, ...]:
        """Items that were passed over."""
        return tuple(sorted(self._missing))

    def skip(self, number: int, key: str) -> None:
        """Pass over the next item, of which nothing is known yet: it may be added later."""
        self._missing.add(number)
        self._mark = number, key

    def add(self, number: int, key: str, signature: Signature | None) -> None:
        """Add the next item, or one that was passed over; None where nothing of it can be looked up, which moves the
        mark all the same."""
        if signature is not None and len(signature.plain) and number < _MOST:
            for some in _looked_up(signature):
                self._tail.append(
                    Postings(
                        items=np.full(len(some), number, np.uint32),
                        codes=postings.codes(some.descriptors),
                        places=postings.places(some),
                    )
                )
                with self._asking:
                    asked = self._asked.pop(some.descriptors.tobytes(), None)
                self._tail_words.append(self._words.nearest(some.descriptors, 1)[:, 0] if asked is None else asked)
            self._in_tail += 1
        self._missing.discard(number)
        if number > self._mark[0]:
            self._mark = number, key
        if self._in_tail >= _TAIL and self._owned:
            self._flush()

    def query(self, signature: Signature) -> Query:
        """What `near` is asked with: the picture and the pictures in it, as they are and mirrored."""
        parts = [part.signature for part in signature.parts]
        plain = [signature.plain, *(part.plain[:_OF_PART] for part in parts)]
        mirrored = [signature.mirrored[:_MIRRORED], *(part.mirrored[:_OF_PART] for part in parts)]
        query = Query.of([*plain, *mirrored], self._words, wholes=(0, len(plain)))
        with self._asking:
            start = 0
            for whole, some in zip(plain, _looked_up(signature), strict=True):
                self._asked[some.descriptors.tobytes()] = query.nearest[start : start + len(some)]
                start += len(whole)
            while len(self._asked) > _ASKED:
                del self._asked[next(iter(self._asked))]
        return query

    def near(self, query: Query, *, most: int, after: int = 0) -> list[Likely]:
        """At most `most` items after `after` that may show the same, the likeliest first. Bytes that nobody wrote are
        the end of all that the index holds."""
        try:
            found = self._near(query, most, after)
            if any(one.number > self._mark[0] for one in found):
                raise Damaged("items that it does not have")
        except (Damaged, MemoryError, OSError):
            self.reset()
            return []
        return found

    def _near(self, query: Query, most: int, after: int) -> list[Likely]:
        likely: dict[int, Likely] = {}
        later = [segment for segment in self._segments if segment.last > after]
        for search in query.parts(later):
            for segment in later:
                search.ask(segment, after=after)
            if self._tail:
                words, some = self._recent()
                if some.items.min() <= after:
                    new = np.flatnonzero(some.items > after)
                    words, some = words[new], some[new]
                search.match(words, some)
            for one in search.best(len(self)):
                if one.number not in likely or one.score > likely[one.number].score:
                    likely[one.number] = one
        return sorted(likely.values(), key=lambda one: (-one.score, one.number))[:most]

    def flush(self) -> None:
        """Write what stands in memory, where it is worth a file of its own."""
        if self._owned and self._in_tail >= _WORTH:
            self._flush()

    def close(self) -> None:
        """Write what is worth it, and let others write."""
        self.flush()
        self._lock.release()
        self._owned = False

    def reset(self) -> None:
        """Begin anew, with nothing."""
        self._begin()
        if self._owned:
            self._swept()

    def _begin(self) -> None:
        self._segments: list[Segment] = []
        self._tail: list[Postings] = []
        self._tail_words: list[NDArray[np.int64]] = []
        self._in_tail = 0
        self._mark = (0, "")
        self._missing: set[int] = set()

    def _own(self) -> bool:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire()
        except (OSError, filelock.Timeout):
            return False  # a folder that takes nothing, or another program that writes
        return True

    def _open(self) -> None:
        try:
            with open_plain(self._folder / _MANIFEST) as file:
                told = json.loads(file.read(_LONGEST))
        except FileNotFoundError:
            return
        if (told["case"], told["kind"]) != (self._case, self._kind):
            raise Damaged("of another case")
        names = [str(name) for name in told["segments"]]
        if any(Path(name).name != name for name in names):
            raise Damaged("names of files elsewhere")
        mark, missing = int(told["mark"]), {int(number) for number in told["missing"]}
        if not 0 <= mark < _MOST or any(not 0 < number <= mark for number in missing):
            raise Damaged("numbers of no items")
        self._segments = [self._segment(self._folder / name, mark) for name in names]
        self._mark, self._missing = (mark, str(told["key"])), missing

    def _recent(self) -> tuple[NDArray[np.int64], Postings]:
        if len(self._tail) > 1:
            self._tail = [postings.joined(self._tail)]
            self._tail_words = [np.concatenate(self._tail_words)]
        return self._tail_words[0], self._tail[0]

    def _flush(self) -> None:
        words, some = self._recent()
        path = self._new()
        try:
            postings.write(path, words, some, vocabulary=len(self._words), count=self._in_tail)
            self._segments.append(self._segment(path, self._mark[0]))
            self._tail, self._tail_words, self._in_tail = [], [], 0
            self._merge()
            self._told()
        except OSError:
            self._owned = False  # the disk takes no more: the rest stays in memory
            self._lock.release()
        except (Damaged, MemoryError):
            self.reset()

    def _merge(self) -> None:
        while True:
            by_size: dict[int, list[Segment]] = {}
            for segment in self._segments:
                by_size.setdefault(_level(segment.count), []).append(segment)
            some = next((x for x in by_size.values() if len(x) >= _FANOUT and _together(x) <= _LARGEST), None)
            if some is None:
                return
            path = self._new()
            postings.merge(path, some, vocabulary=len(self._words))
            self._segments = [x for x in self._segments if x not in some] + [self._segment(path, self._mark[0])]

    def _told(self) -> None:
        number, key = self._mark
        told = {
            "case": self._case, "kind": self._kind, "mark": number, "key": key,
            "missing": self.missing, "segments": [segment.path.name for segment in self._segments],
        }  # fmt: skip
        partial = self._folder / f"index.{os.getpid()}"
        partial.unlink(missing_ok=True)
        with partial.open("x") as file:  # whatever has this name is neither followed nor written to
            file.write(json.dumps(told))
        partial.replace(self._folder / _MANIFEST)
        self._swept()

    def _swept(self) -> None:
        """Without the files that nothing speaks of any more; the manifest too where there is nothing to speak of."""
        named = {segment.path.name for segment in self._segments}
        with suppress(OSError):
            if not named:
                (self._folder / _MANIFEST).unlink(missing_ok=True)
            for path in self._folder.glob("*.features"):
                if path.name not in named:
                    path.unlink()

    def _segment(self, path: Path, last: int) -> Segment:
        return Segment(path, len(self._words), last=last)

    def _new(self) -> Path:
        return self._folder / f"{uuid.uuid4().hex}.features"


def _looked_up(signature: Signature) -> list[Features]:
    """Of the picture and of those in it."""
    return [signature.plain[:KEPT], *(part.signature.plain[:_OF_PART] for part in signature.parts)]


def _level(count: int) -> int:
    """Sizes that differ by less than the fan-out are one level."""
    return int(np.log(max(1, count)) / np.log(_FANOUT) + 1e-9)


def _together(segments: list[Segment]) -> int:
    return sum(len(segment.postings) for segment in segments)


@cache
def _words() -> Words:
    return Words()
