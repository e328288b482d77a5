"""Writes what is selected of a case into a bundle that can be checked without this program."""

import hashlib
import shutil
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from threading import Event as Flag

from annotator import __version__, checker, errors
from annotator.bundle import annotations
from annotator.bundle.bag import Bag, FolderSink, ZipSink
from annotator.bundle.cells import schema, write_csv, write_json
from annotator.bundle.place import final_name, partial, put_in_place
from annotator.bundle.readme import README
from annotator.bundle.tables import TABLES, Kept, Selection
from annotator.disk import told
from annotator.folder import Folder
from annotator.model import ExportDone, Filter, JournalRow, Progress
from annotator.store import find, journal
from annotator.store.connection import Store
from annotator.text import shown

_CHUNK = 1 << 20
_BEAT = 16 << 20
"""Bytes after which to say how far the work is."""


def export(
    store: Store,
    destination: Path,
    *,
    wanted: Filter,
    actor: str,
    zipped: bool = False,
    cancel: Flag | None = None,
) -> Iterator[Progress | ExportDone]:
    """Write a bundle of the items that fit, check it by reading it back, give it its name and note it in the journal.

    Progress counts bytes, each twice: once written, once read back. Once cancelled it ends without an `ExportDone`, and
    nothing is left of it. Two copies of one case give the same bytes; an export is itself noted in the journal, which
    the next one holds. The bundle is named before it is noted: a crash between the two leaves a whole bundle that the
    journal does not know of, never a note of a bundle that is not there.
    Raises NothingSelected, DestinationTaken, BadValue (a place inside of the case), OriginalWrong, DiskFull,
    DiskFailed, CaseReadOnly.
    """
    if store.read_only:
        raise errors.CaseReadOnly(str(store.folder))
    final = final_name(destination, case=store.folder, zipped=zipped)
    # A connection of its own: the view of the case stays the same while others go on using the store between two steps.
    with Store.open(store.folder, read_only=True) as snapshot, snapshot.reading() as connection:
        numbers = find.find(connection, wanted)
        if not numbers:
            raise errors.NothingSelected
        with told(final), partial(final) as place:
            writer = _Writer(Selection(connection, numbers), Folder(store.folder), cancel)
            try:
                yield from writer.write(
                    place, top=final.stem if zipped else None, title=store.fact("title"), chain=store.fact("chain")
                )
            except CancelledError:
                return
            put_in_place(place, final)
    with store.writing() as writing:
        journal.append(
            writing, action="export", subject=shown(final.name), actor=actor, items=numbers,
            detail={"bundle": shown(str(final)), "items": len(numbers), "profile": "full", "seal": writer.seal},
        )  # fmt: skip
    yield ExportDone(bundle=str(final), items=len(numbers), bytes=writer.bytes, seal=writer.seal)


class _Writer:
    """One export; afterwards `seal` and `bytes` say what came of it."""

    def __init__(self, selection: Selection, folder: Folder, cancel: Flag | None) -> None:
        self._selection, self._folder, self._cancel = selection, folder, cancel
        self._done = self._total = self._told = 0
        self.seal = ""
        self.bytes = 0

    def write(self, place: Path, *, top: str | None, title: str, chain: str) -> Iterator[Progress]:
        """Write all of the bundle at `place`, into a zip file under the folder `top` if that is given, and check it."""
        kept = self._selection.kept()
        sizes = {file: self._size(file, each) for file, each in kept.items()}
        self._total = 2 * sum(sizes.values())
        disk = shutil.disk_usage(place.parent)
        if disk.total and disk.free < self._total // 2:
            raise errors.DiskFull(str(place.parent))
        with closing(FolderSink(place) if top is None else ZipSink(place, top)) as sink:
            bag = Bag(sink)
            for file, each in kept.items():
                yield from self._copied(bag, file, each)
            items = self._tables(bag)
            with bag.file(annotations.ANNOTATIONS) as entry:
                annotations.write(entry.write, chain, self._selection.regions())
            newest = self._journal(bag)
            for vocabulary in sorted(
                (resources.files("resources") / "vocabularies").iterdir(), key=lambda file: file.name
            ):
                if vocabulary.name.endswith(".json"):
                    bag.put(f"data/vocabularies/{vocabulary.name}", vocabulary.read_bytes())
            bag.put("README.txt", README.encode())
            bag.put("verify.py", Path(checker.__file__).read_bytes())
            self.seal = bag.finish(
                info={
                    "External-Description": title,
                    "Bagging-Date": newest.at[:10],
                    "Bag-Software-Agent": f"Evidence Annotator {__version__}",
                    "Internal-Sender-Identifier": newest.chain,
                },
                seal={
                    "format": "evidence-annotator/bundle/1",
                    "program": f"Evidence Annotator {__version__}",
                    "profile": "full",
                    "journal": {newest.chain: {"rows": newest.seq, "digest": newest.digest}},
                    "counts": {"items": items},
                },
            )
            self.bytes = bag.size
        self._total = self._done + self.bytes
        yield from self._read_back(place)

    def _size(self, file: str, kept: Kept) -> int:
        try:
            return self._source(kept).stat().st_size
        except OSError as problem:
            raise errors.OriginalWrong(kept.name, problem.strerror or str(problem)) from problem

    def _source(self, kept: Kept) -> Path:
        return Path(kept.linked) if kept.linked else self._folder.original(kept.sha256, kept.extension)

    def _copied(self, bag: Bag, file: str, kept: Kept) -> Iterator[Progress]:
        digest = hashlib.sha256()
        with bag.file(file) as entry:
            for block in _blocks(self._source(kept), kept.name):
                digest.update(block)
                entry.write(block)
                yield from self._beat(len(block), "writing the bundle")
        if digest.hexdigest() != kept.sha256:
            raise errors.OriginalWrong(kept.name, "its SHA-256 is another one now")

    def _tables(self, bag: Bag) -> int:
        counts = {}
        for table in TABLES:
            self._stop()
            with bag.file(f"data/{table.name}.csv") as entry:
                counts[table.name] = write_csv(entry.write, table.columns, table.rows(self._selection))
            if table.json:
                with bag.file(f"data/{table.name}.json") as entry:
                    write_json(entry.write, schema(table.name), table.columns, table.rows(self._selection))
        return counts["items"]

    def _journal(self, bag: Bag) -> JournalRow:
        """Write the whole journal; returns its newest row."""
        newest: JournalRow | None = None
        with bag.file(checker.JOURNAL) as entry:
            for newest in journal.rows(self._selection.connection):
                entry.write(f"{checker.canonical(asdict(newest))}\n".encode())
        if newest is None:
            raise errors.CaseDamaged(str(self._folder.path), "its journal is empty")
        return newest

    def _read_back(self, place: Path) -> Iterator[Progress]:
        read = 0
        for event in checker.check(place, sealed=True):
            if isinstance(event, checker.Step):
                yield from self._beat(event.done - read, "checking the bundle")
                read = event.done
            elif isinstance(event, checker.Problem):
                raise errors.DiskFailed(event.path, f"read back, it {event.problem}")

    def _beat(self, bytes_more: int, what: str) -> Iterator[Progress]:
        self._stop()
        self._done += bytes_more
        if self._done - self._told >= _BEAT or self._told == 0:
            self._told = self._done
            yield Progress(done=min(self._done, self._total), total=self._total, what=what)

    def _stop(self) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise CancelledError


def _blocks(path: Path, name: str) -> Iterator[bytes]:
    """The bytes of an original. Raises OriginalWrong."""
    try:
        with checker.open_plain(path) as stream:
            while block := stream.read(_CHUNK):
                yield block
    except OSError as problem:
        raise errors.OriginalWrong(name, problem.strerror or str(problem)) from problem
