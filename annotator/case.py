"""A case: opens its folder and hands out everything that the command line and the window may do with it."""

import uuid
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from threading import Event as Flag
from types import TracebackType
from typing import Self
from weakref import WeakSet

from annotator import annotate, copies, errors, model, verify
from annotator import nouns as noun_service
from annotator.align import Aligner
from annotator.analysis import Alignment, LaidOver
from annotator.best import Best, Group
from annotator.bundle import export
from annotator.engine.local import Engine
from annotator.extent import Extent
from annotator.folder import Folder
from annotator.hashlists import HashLists
from annotator.ingest import Import, Options
from annotator.keep import Pictures
from annotator.library import Library
from annotator.offers import Offers, offered
from annotator.playback import Player
from annotator.regions import Regions
from annotator.review import Review, masked, masked_detail, masked_regions
from annotator.store import hashlists, items, journal, links, nouns
from annotator.store import regions as stored
from annotator.store.connection import UNFINISHED, Connection, Store
from annotator.text import folded
from annotator.undoing import Steps


class Case:
    """One open case.

    A writable case holds the case's lock until it is closed. Its methods are for one thread at a time; `reader()`
    gives readers for other threads, which see what is committed.
    """

    def __init__(self, store: Store, folder: Folder, *, actor: str, engine: Engine | None = None) -> None:
        self.path = folder.path
        self.actor = actor
        self.title = store.fact("title")
        self._store, self._folder = store, folder
        self._own_engine = None if engine is not None else Engine(1)
        self._engine = engine or self._own_engine or Engine(1)
        self.extent = Extent(store, actor=actor)
        self.pictures = Pictures(store, folder, self._engine)
        self._aligner = Aligner(self.pictures, self._engine)
        self._players: WeakSet[Player] = WeakSet()

    @classmethod
    def create(cls, path: Path, *, title: str | None = None, actor: str) -> Self:
        """Make a new case folder (mode 0700). Raises FolderTaken, DiskFull, CaseNotReachable."""
        if not cls.can_be_made(path):
            raise errors.FolderTaken(str(path))
        path = path.absolute()
        folder = Folder(path)
        try:
            folder.make()
        except OSError as problem:
            raise errors.CaseNotReachable(str(path), problem.strerror or str(problem)) from problem

        def begin(connection: Connection) -> None:
            facts = {"title": title or path.name, "chain": uuid.uuid4().hex, "created_at": journal.now()}
            connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
            journal.append(
                connection, action="new case", subject=facts["title"], actor=actor, detail={"chain": facts["chain"]}
            )

        return cls(Store.create(path, begin), folder, actor=actor)

    @staticmethod
    def can_be_made(path: Path) -> bool:
        """Whether there is nothing there yet, or what a killed or failed `create` has left. Raises CaseNotReachable."""
        try:
            if not path.exists():
                return True
            if not path.is_dir():
                return False
            there = set(path.iterdir())
            own = {folder for folder in Folder(path).folders if folder in there and not any(folder.iterdir())}
            return all(file.name in UNFINISHED for file in there - own)
        except OSError as problem:
            raise errors.CaseNotReachable(str(path), problem.strerror or str(problem)) from problem

    @classmethod
    def open(cls, path: Path, *, actor: str, read_only: bool = False) -> Self:
        """Open a case. Raises NotACase, CaseDamaged, CaseNewer, CaseUnlike, CaseLocked (only when writing),
        CaseLeadsElsewhere, CaseNotReachable."""
        folder = Folder(path.absolute())
        try:
            folder.check()
        except OSError as problem:
            raise errors.CaseNotReachable(str(path), problem.strerror or str(problem)) from problem
        return cls(Store.open(folder.path, read_only=read_only), folder, actor=actor)

    def reader(self) -> Self:
        """The same case, read-only, for one other thread; close it before this one."""
        store = Store.open(self.path, read_only=True)
        return type(self)(store, self._folder, actor=self.actor, engine=self._engine)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self._store.read_only

    def close(self) -> None:
        """Close the case; everything was saved when it was made."""
        for player in list(self._players):
            player.close()
        if self._own_engine is not None:
            self._own_engine.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- importing

    def import_files(
        self,
        paths: Iterable[Path],
        *,
        link: bool = False,
        sampling: model.Sampling = model.Sampling.KEYFRAMES,
        every: float | None = None,
        workers: int | None = None,
        cancel: Flag | None = None,
    ) -> Iterator[model.FileEvent | model.Progress | model.ImportDone]:
        """Import files and folders; see `annotator.ingest`. Raises CaseReadOnly, DiskFull, DiskFailed."""
        if self.read_only:
            raise errors.CaseReadOnly(str(self.path))
        options = Options(link=link, sampling=sampling, every=every)
        work = Import(self._store, self._folder, Engine(workers), actor=self.actor, options=options)
        return work.run(paths, cancel or Flag())

    # --- looking

    def find(self, wanted: model.Filter) -> "array[int]":
        """Item numbers that fit, in order."""
        return self.library.find(wanted)

    def items(self, numbers: Sequence[int]) -> list[model.Item]:
        """Rows of these items, in their order; see `annotator.review.masked` for what the actor is to review."""
        with self._store.reading() as connection:
            return masked(connection, items.rows(connection, numbers), actor=self.actor)

    def number(self, text: str) -> int:
        """The item that a number or at least eight digits of a SHA-256 name. Raises NoSuchItem, AmbiguousItem."""
        with self._store.reading() as connection:
            if text.isascii() and text.isdigit() and len(text) < 18 and items.exists(connection, int(text)):
                return int(text)
            digits = text.lower()
            if len(digits) < 8 or not all(digit in "0123456789abcdef" for digit in digits):
                raise errors.NoSuchItem(text)
            found = items.matching(connection, digits)
        if not found:
            raise errors.NoSuchItem(text)
        if len(found) > 1:
            raise errors.AmbiguousItem(text)
        return found[0]

    def detail(self, number: int) -> model.ItemDetail:
        """All of one item, as the actor may see it. Raises NoSuchItem."""
        with self._store.reading() as connection:
            row = next(iter(masked(connection, items.rows(connection, [number]), actor=self.actor)), None)
            if row is None:
                raise errors.NoSuchItem(str(number))
            original = None if row.sampled else self.pictures.original(number)
            detail = model.ItemDetail(
                item=row,
                paths=items.paths(connection, number),
                sidecars=tuple(path for _, _, path, _ in items.sidecars(connection, number)),
                original=None if original is None else self._folder.shown(original),
                made_by=items.made_by(connection, number),
                metadata=items.metadata(connection, number),
                notes=items.notes(connection, number),
                regions=tuple(masked_regions(connection, stored.of(connection, number), actor=self.actor)),
                links=tuple(links.of(connection, number)),
                known=tuple(hashlists.hits(connection, item=number)),
                journal=tuple(journal.rows(connection, item=number)),
            )
            return masked_detail(connection, detail, actor=self.actor)

    @cached_property
    def library(self) -> Library:
        """Items as lists: finding, counting, stacks of copies, saved searches."""
        return Library(self._store, self.path)

    def frames(self, video: int) -> list[model.Item]:
        """The sampled and kept frames of a video, by time."""
        with self._store.reading() as connection:
            return items.frames_of(connection, video)

    @property
    def regions(self) -> Regions:
        """Regions of pictures and markers of videos."""
        return Regions(self._store, actor=self.actor)

    def player(self, video: int, box: tuple[int, int]) -> Player:
        """A worker that plays a video, its frames no bigger than `box`; see `annotator.engine.stream`. It ends with
        this case, if it was not closed before. Raises NotPlayed."""
        player = self.pictures.player(video, box)
        self._players.add(player)
        return player

    def incidents(self) -> list[model.Incident]:
        """All incidents, by name."""
        with self._store.reading() as connection:
            return nouns.incidents(connection)

    def incident(self, name: str) -> model.Incident:
        """The incident of this name or number. Raises NotFound."""
        with self._store.reading() as connection:
            found = nouns.incident(connection, name)
        if found is None:
            raise errors.NotFound("incident", name)
        return found

    def places(self, text: str = "") -> list[model.Place]:
        """Places whose name holds `text`, whatever its case, marks or letter forms, by name."""
        with self._store.reading() as connection:
            return [place for place in nouns.places(connection) if folded(text) in folded(place.name)]

    def place(self, name: str) -> model.Place:
        """The place of this name or number. Raises NotFound."""
        with self._store.reading() as connection:
            found = nouns.place(connection, name)
        if found is None:
            raise errors.NotFound("place", name)
        return found

    def journal(self) -> Iterator[model.JournalRow]:
        """Who did what, oldest first."""
        with self._store.reading() as connection:
            yield from journal.rows(connection)

    def journal_head(self) -> str:
        """Digest of the newest row of the journal, which vouches for all before it."""
        with self._store.reading() as connection:
            newest = journal.head(connection)
        return newest.digest if newest else ""

    # --- changing: each is one transaction with its row in the journal

    def annotate(self, numbers: Sequence[int], change: model.Change) -> model.Changed:
        """Make the same change to all these items. Raises NotFound, UnknownTerm, BadValue, NoSuchItem, SampledFrame."""
        return annotate.annotate(self._store, numbers, change, actor=self.actor)

    def undo(self) -> tuple[model.JournalRow, model.Changed]:
        """Take the actor's last change back. Raises NothingToUndo, ChangedSince."""
        return self.steps.undo()

    @property
    def steps(self) -> Steps:
        """Changes that say how far they are, that are counted before, told, taken back and made again."""
        return Steps(self._store, actor=self.actor, seen=partial(masked, actor=self.actor))

    def keep_frame(self, video: int, seconds: float) -> tuple[int, model.Changed]:
        """Keep the frame on show at `seconds` as an item (PNG, exact pixels); returns its number.
        Raises FrameNotRead, OriginalWrong, DiskFull, DiskFailed."""
        return self.pictures.keep(video, seconds, actor=self.actor)

    def add_incident(
        self,
        name: str,
        *,
        type: str | None = None,
        began: str | None = None,
        ended: str | None = None,
        time_precision: str | None = None,
        place: str | None = None,
        summary: str = "",
    ) -> model.Incident:
        """Add an incident. Raises AlreadyThere, UnknownTerm, BadValue."""
        incident = model.Incident(
            incident=0, name=name, type=type, began=began, ended=ended, time_precision=time_precision, place=place,
            summary=summary, items=0,
        )  # fmt: skip
        return noun_service.add_incident(self._store, incident, actor=self.actor)

    def add_place(
        self,
        name: str,
        *,
        latitude: float | None = None,
        longitude: float | None = None,
        precision: str | None = None,
    ) -> model.Place:
        """Add a place. Raises AlreadyThere, UnknownTerm, BadValue."""
        place = model.Place(
            place=0, name=name, latitude=latitude, longitude=longitude, precision=precision, items=0
        )  # fmt: skip
        return noun_service.add_place(self._store, place, actor=self.actor)

    @property
    def hash_lists(self) -> HashLists:
        """Lists of known hashes, and the case's own hashes for others."""
        return HashLists(self._store, actor=self.actor)

    @property
    def review(self) -> Review:
        """Review by several people."""
        return Review(self._store, actor=self.actor)

    # --- copies

    def groups(self, *, all: bool = False) -> Iterator[Group]:
        """Groups of copies; with `all`, links that join nothing as well; see `annotator.copies`."""
        return copies.groups(self._store, all=all)

    def link(self, a: int, b: int) -> model.Link | None:
        """What links two items, or None."""
        with self._store.reading() as connection:
            return links.between(connection, a, b)

    def undecided(
        self, *, of: int | None = None, only: copies.Doubt | None = None, most: int = 10_000
    ) -> copies.Waiting:
        """Links that wait for a person's verdict, worst doubt first, at most so many, and how many there are; `of` an
        item: those of its group of copies."""
        return copies.undecided(self._store, of, most, only)

    def standing(self, a: int, b: int) -> copies.Standing:
        """How two items stand to each other, whatever their own link says."""
        return copies.standing(self._store, a, b)

    def best(self, number: int) -> Best | None:
        """The best copy of an item's group; None where it has none."""
        return copies.best_of(self._store, number)

    def offers(self, number: int) -> Offers:
        """What an item's copies have been given and it has not."""
        with self._store.reading() as connection:
            return offered(connection, number, actor=self.actor)

    def align(self, a: int, b: int, longest: int = 1024, *, at: tuple[float, float] = (0.0, 0.0)) -> Alignment:
        """How the picture of `b` lies on that of `a`, looked at with at most `longest` pixels a side by a worker; of a
        video its frame on show at `at` seconds. Raises PictureNotRead, NotCompared."""
        return self._aligner.align(a, b, longest, at)

    def lay_over(
        self, a: int, b: int, alignment: Alignment, longest: int, *, at: tuple[float, float] = (0.0, 0.0)
    ) -> LaidOver:
        """Two aligned pictures in the frame of `a`, and their differences. Raises PictureNotRead, NotCompared."""
        return self._aligner.lay_over(a, b, alignment, longest, at)

    def judge(self, a: int, b: int, verdict: model.Verdict) -> tuple[model.Link, model.Changed]:
        """Record what a person says of two items. Raises BadValue, SampledFrame."""
        return copies.judge(self._store, a, b, verdict, actor=self.actor)

    # --- handing over

    def export(
        self, destination: Path, *, wanted: model.Filter, zipped: bool = False, cancel: Flag | None = None
    ) -> Iterator[model.Progress | model.ExportDone]:
        """Write an evidence bundle of the items that fit; see `annotator.bundle.export`.
        Raises DestinationTaken, NothingSelected, OriginalWrong, DiskFull, DiskFailed."""
        return export.export(self._store, destination, wanted=wanted, actor=self.actor, zipped=zipped, cancel=cancel)

    def verify(self, *, cancel: Flag | None = None) -> Iterator[model.Progress | model.Verified]:
        """Hash every original again and check the journal; changes nothing."""
        return verify.verify_case(self.path, cancel=cancel)
