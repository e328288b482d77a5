"""Lists of known hashes of other teams: adding, removing and asking them, and handing over the case's own hashes."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event as Flag

from annotator import errors
from annotator.bundle import hashes
from annotator.hashlist import Added, Exported, HashList, Hit, How
from annotator.known import Checker
from annotator.listfile import ListFile
from annotator.model import Changed, Filter, Progress
from annotator.store import edits, hashlists, journal
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit
from annotator.store.settle import settled
from annotator.text import shown

MOST_NAME, MOST_SOURCE = 200, 500
_CHUNK = 100_000
"""Rows that are held in memory and sorted before they are added."""
_PAGE = 200
"""Items that are asked for at once."""


class _Cancelled(Exception):
    """Rolls the transaction back."""


class HashLists:
    """The lists of a case, for one actor; every change is one transaction with its row in the journal."""

    def __init__(self, store: Store, *, actor: str) -> None:
        self._store, self._actor = store, actor

    def all(self) -> list[HashList]:
        """All lists, by name."""
        with self._store.reading() as connection:
            return hashlists.lists(connection)

    def named(self, name: str) -> HashList:
        """The list of this name or number. Raises NotFound."""
        with self._store.reading() as connection:
            return _named(connection, name)

    def hits(self, *, item: int | None = None, number: int | None = None) -> list[Hit]:
        """What was found: of one item, in the list of this number, or all; by item, the surest of each first."""
        with self._store.reading() as connection:
            return list(hashlists.hits(connection, item=item, number=number))

    def add(
        self, path: Path, *, name: str = "", source: str = "", graphic: bool = False, cancel: Flag | None = None
    ) -> Iterator[Progress | Added | Changed]:
        """Add the list in a file and ask it for every item; without `name` it is called as its file.

        Once cancelled it ends without an Added, and nothing is changed. It is one transaction from its first step to
        its last, so no other change may be made between them.
        Raises HashListNotRead, AlreadyThere, BadValue, CaseReadOnly.
        """
        name = (name or shown(path.stem)).strip()
        _check(name, source)
        with suppress(_Cancelled):
            file = ListFile(path)
            try:
                with self._store.writing() as connection:
                    if (there := hashlists.named(connection, name)) is not None and there.name == name:
                        raise errors.AlreadyThere("list of hashes", name)
                    empty = HashList(
                        list=0, name=name, source=source, sha256="", graphic=graphic, entries=0, bad=0, weak=0, files=0,
                        phashes=0, pdqs=0, at=journal.now(), actor=self._actor, items=0,
                    )  # fmt: skip
                    number = hashlists.add(connection, empty)
                    told: list[str] = []
                    for progress in _filled(connection, file, replace(empty, list=number), told):
                        _stop_if(cancel)
                        yield progress
                    found: set[int] = set()
                    checker, last, total = Checker(number), 0, hashlists.items(connection)
                    done = 0
                    while numbers := hashlists.owners(connection, after=last, most=_PAGE):
                        found |= checker.check(connection, numbers)
                        last, done = numbers[-1], done + len(numbers)
                        _stop_if(cancel)
                        yield Progress(done=done, total=total, what="comparing")
                    added = _named(connection, name)
                    _note(connection, added, "add hash list", actor=self._actor)
                    _stop_if(cancel)
            finally:
                file.close()
            yield Changed(items=frozenset(found), nouns=frozenset({"lists"}))
            yield Added(list=added, told=tuple(told))

    def remove(self, name: str) -> Changed:
        """Take a list out with all its hashes and what was found in it; its file can be added again.
        Raises NotFound, CaseReadOnly."""
        with self._store.writing() as connection:
            held = _named(connection, name)
            touched = hashlists.remove(connection, held.list)
            _note(connection, held, "remove hash list", actor=self._actor)
        return Changed(items=touched, nouns=frozenset({"lists"}))

    def mark(self, name: str, *, graphic: bool) -> Changed:
        """Say whether what a list names is graphic. Raises NotFound, CaseReadOnly."""
        with self._store.writing() as connection:
            held = _named(connection, name)
            if held.graphic == graphic:
                return Changed()
            edit = Edit(
                table="hash_lists", key={"list": held.list}, before={"graphic": int(held.graphic)},
                after={"graphic": int(graphic)},
            )  # fmt: skip
            edits.apply(connection, [edit])
            _note(connection, held, "mark hash list", actor=self._actor, edits=[edit.as_json()])
            return settled(connection, [edit])

    def export(
        self, path: Path, *, wanted: Filter, names: bool = False, cancel: Flag | None = None
    ) -> Iterator[Progress | Exported]:
        """Write the hashes of the items that fit as a list for others: no pictures, no paths, no names unless asked.

        Once cancelled nothing is left of it. Raises DestinationTaken, NothingSelected, DiskFull, DiskFailed,
        CaseReadOnly.
        """
        yield from hashes.export(self._store, path, wanted=wanted, names=names, actor=self._actor, cancel=cancel)


def _named(connection: Connection, name: str) -> HashList:
    found = hashlists.named(connection, name)
    if found is None:
        raise errors.NotFound("list of hashes", name)
    return found


def _check(name: str, source: str) -> None:
    if not name or len(name) > MOST_NAME or shown(name) != name:
        raise errors.BadValue("name of a list", name, f"a few words on one line, at most {MOST_NAME} characters")
    if len(source) > MOST_SOURCE or shown(source) != source:
        raise errors.BadValue("source of a list", source, f"words on one line, at most {MOST_SOURCE} characters")


def _filled(connection: Connection, file: ListFile, new: HashList, told: list[str]) -> Iterator[Progress]:
    """Add the hashes of a file to the list that was made for it, and what is not so well to `told`.
    Raises HashListNotRead."""
    counts, entries, bad, weak = [0, 0, 0], 0, 0, 0
    files: list[tuple[str, int]] = []
    phashes: list[tuple[str, int]] = []
    pdqs: list[tuple[str, int]] = []
    words: list[tuple[int, str]] = []

    def flush() -> None:
        hashlists.add_files(connection, new.list, sorted(files))
        for how, pictures in ((How.PDQ, pdqs), (How.PHASH, phashes)):
            if pictures:
                hashlists.add_pictures(connection, new.list, how, sum(counts), pictures)
        hashlists.add_words(connection, new.list, words)
        for kind, held in enumerate((files, phashes, pdqs)):
            counts[kind] += len(held)
            held.clear()
        words.clear()

    for number, entry in enumerate(file.entries()):
        if number % _CHUNK == 0:
            flush()
        if number % 10_000 == 0:
            yield Progress(done=file.read, total=file.size, what="reading")
        if entry.wrong:
            bad += entry.lines
            if not told:
                told.append(f"Line {entry.line} could not be read: {entry.wrong}.")
        weak += entry.weak
        hashes = (entry.sha256, entry.phash, entry.pdq)
        if any(hashes):
            entries += 1
            for held, hash in zip((files, phashes, pdqs), hashes, strict=True):
                if hash is not None:
                    held.append((hash, entry.line))
            if entry.words:
                words.append((entry.line, entry.words))
    flush()
    if not entries:
        raise file.without(told[0] if told else "")
    if file.passed_over:
        told.append(f"Not looked for: {', '.join(file.passed_over)}.")
    hashlists.count(
        connection, new.list, sha256=file.sha256, entries=entries, bad=bad, weak=weak, files=counts[0],
        phashes=counts[1], pdqs=counts[2],
    )  # fmt: skip


def _note(connection: Connection, held: HashList, action: str, *, actor: str, **more: object) -> None:
    """Note it in the journal, which goes into every bundle: so neither the list's name nor whose it is stands there,
    but the SHA-256 of its file."""
    counts = {name: getattr(held, name) for name in ("entries", "bad", "weak", "files", "phashes", "pdqs", "items")}
    journal.append(
        connection, action=action, subject=f"list of hashes {held.list}", actor=actor,
        detail={"list": held.list, "sha256": held.sha256, **counts, **more},
    )  # fmt: skip


def _stop_if(cancel: Flag | None) -> None:
    if cancel is not None and cancel.is_set():
        raise _Cancelled
