"""The one way in: discover → secure → analyse in a worker → store with journal, links and search index → event."""

import queue
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event as Flag
from threading import Semaphore
from typing import Any

from annotator.analysis import Analysis
from annotator.discover import Found, Passed, discover
from annotator.disk import told
from annotator.engine import check
from annotator.engine.limits import seconds_for
from annotator.engine.local import Engine, WorkerLost
from annotator.events import CATCHING_UP
from annotator.finder import Finder, Look
from annotator.finder import shown as pictures_of
from annotator.folder import Folder
from annotator.known import Checker
from annotator.media import tasks
from annotator.media.secure import NotTaken, Taken, secure, sync
from annotator.model import FileEvent, Finding, ImportDone, Outcome, Progress, Sampling
from annotator.screening import Screening
from annotator.store import items, journal
from annotator.store.connection import Store
from annotator.store.signatures import Signatures
from annotator.text import shown
from annotator.thumbnails import Thumbnails

BEAT = 0.02
"""Seconds after which a waiting import says that it is alive."""
_REST = 0.5
"""Seconds for which comparing two pictures waits at most for an import that rests."""
_AHEAD = 4
"""Files under way for each worker, so that none waits for the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to import."""

    link: bool = False
    """Leave originals where they are."""
    sampling: Sampling = Sampling.KEYFRAMES
    every: float | None = None
    """Seconds between frames, with `Sampling.EVERY`."""


@dataclass(slots=True, kw_only=True, eq=False)
class _Job:
    """One file on its way, and the copies made of it and its sidecars."""

    found: Found
    copy: Path | None = None
    taken: Taken | None = None
    sidecars: list[tuple[str, Path | None, Taken | Finding]] = field(default_factory=list)
    twins: list["_Job"] = field(default_factory=list)
    """Files of the same bytes that came while this one was being analysed."""
    looked: tuple[Analysis, Look] | None = None
    """What it is and what it is a copy of, as far as was known when it was analysed."""


class Import:
    """One import into one case; `run` it once."""

    def __init__(self, store: Store, folder: Folder, engine: Engine, *, actor: str, options: Options) -> None:
        self._store, self._folder, self._engine = store, folder, engine
        self._actor, self._options = actor, options
        self._thumbnails = Thumbnails(folder.cache)
        self._signatures = Signatures(folder.cache)
        self._ended: queue.SimpleQueue[tuple[_Job, Future[Any]]] = queue.SimpleQueue()
        self._analysing: dict[str, _Job] = {}
        # One file at a time is compared with what came since it was analysed, and added before the next one is: so
        # none misses another, and the thread that writes, in which people's changes wait their turn, compares nothing.
        self._joining: deque[_Job] = deque()
        # Copying waits its turn with decoding: N workers are N cores at work, and the rest of the machine is free.
        self._turns = Semaphore(engine.workers)
        self._stopped, self._asked = Flag(), Flag()
        self._asked.set()
        self._counts = dict.fromkeys(Outcome, 0)
        self._frames = self._known = 0
        self._checker = Checker()
        self._under_way = 0

    def run(self, paths: Iterable[Path], cancel: Flag) -> Iterator[FileEvent | Progress | ImportDone]:
        """Import everything under `paths`.

        Each file gets its event when it is safely in the case, so all that was reported survives a crash; what was
        not reported is imported by running again. While nobody asks for the next event, for a person is at the keys,
        what takes long rests. Raises DiskFull, DiskFailed.
        """
        for event in self._run(paths, cancel):
            self._asked.clear()
            try:
                yield event
            finally:
                self._asked.set()

    def _run(self, paths: Iterable[Path], cancel: Flag) -> Iterator[FileEvent | Progress | ImportDone]:
        began = beat = time.monotonic()
        self._folder.begin()
        self._finder = Finder(self._folder, self._engine, rest=self._resting)
        found = discover(paths, apart_from=self._folder.path)
        waiting: deque[Found] = deque()
        done, total, more = 0, 0, True
        # Threads end before what they look things up in is closed.
        with (
            closing(self._signatures),
            closing(self._finder),
            ThreadPoolExecutor(2 * self._engine.workers, thread_name_prefix="import") as self._threads,
            ThreadPoolExecutor(1, thread_name_prefix="join") as self._joiner,
        ):
            try:
                for done_again, of in self._finder.caught_up(self._threads):
                    if cancel.is_set():
                        break
                    if time.monotonic() - beat >= BEAT:
                        beat = time.monotonic()
                        yield Progress(done=done_again, total=of, what=CATCHING_UP)
                while more or waiting or self._under_way:
                    if cancel.is_set():
                        break
                    # Some discovering at each turn: the total is soon known, and nobody waits for it.
                    for _ in range(200):
                        next_found = next(found, None)
                        if next_found is None:
                            more = False
                            break
                        if isinstance(next_found, Passed):
                            yield self._told(self._skipped(next_found.path, next_found.finding))
                        else:
                            waiting.append(next_found)
                            total += 1
                    while waiting and self._under_way + len(self._joining) < self._engine.workers * _AHEAD:
                        self._start(waiting.popleft())
                    if time.monotonic() - beat >= BEAT:
                        beat = time.monotonic()
                        yield Progress(done=done, total=total, what="importing")
                    if not self._under_way:
                        continue  # nothing but what is skipped so far
                    try:
                        job, future = self._ended.get(timeout=BEAT)
                    except queue.Empty:
                        continue
                    self._under_way -= 1
                    for event in self._advanced(job, future):
                        done += event.path == job.found.path
                        yield self._told(event)
                screening = Screening(self._store, self._folder, self._engine, self._signatures, actor=self._actor)
                for compared, pairs in screening.run(self._threads, cancel, beat=BEAT):
                    yield Progress(done=compared, total=pairs, what="comparing")
            finally:
                self._stopped.set()
                self._threads.shutdown(wait=False, cancel_futures=True)
                self._joiner.shutdown(wait=False, cancel_futures=True)
                self._engine.close()
        yield ImportDone(
            imported=self._counts[Outcome.IMPORTED],
            duplicates=self._counts[Outcome.DUPLICATE],
            unreadable=self._counts[Outcome.UNREADABLE],
            skipped=self._counts[Outcome.SKIPPED],
            frames=self._frames,
            known=self._known,
            seconds=round(time.monotonic() - began, 3),
        )

    def _start(self, found: Found) -> None:
        job = _Job(found=found, copy=None if self._options.link else self._folder.new_incoming())
        self._follow(job, self._secured, self._threads)

    def _follow(self, job: _Job, step: Callable[[_Job], object], threads: Executor) -> None:
        self._under_way += 1
        threads.submit(step, job).add_done_callback(lambda ended: self._ended.put((job, ended)))

    def _secured(self, job: _Job) -> Taken:
        """In a thread of this process: reading and hashing parse nothing, and no worker can lie about evidence."""
        with self._turns:
            taken = secure(job.found.path, str(job.copy) if job.copy else None, stop=self._stopped)
            for path in job.found.sidecars:
                copy = None if self._options.link else self._folder.new_incoming()
                try:
                    secured = secure(path, str(copy) if copy else None, sidecar=True, stop=self._stopped)
                    job.sidecars.append((path, copy, secured))
                except NotTaken as reason:
                    job.sidecars.append((path, None, reason.finding))
        for copy in (job.copy, *(copy for _, copy, _ in job.sidecars)):
            if copy is not None:
                sync(str(copy))  # a wait for the disk, not a turn at the processor
        return taken

    def _settled(self, job: _Job) -> tuple[Analysis, Look]:
        """In a thread, for its waits for the disk: analyse a file, give it its place, keep its small pictures, look for
        copies."""
        taken = job.taken
        assert taken is not None  # noqa: S101 - it was secured
        analysis = self._analysed(job, taken)
        if self._stopped.is_set():
            return analysis, Look(kind=analysis.kind, parent=None, pictures=[])
        with told(self._folder.path):
            if job.copy is not None:
                self._folder.settle(job.copy, taken.sha256, analysis.extension)
        with suppress(OSError):  # what the cache does not take is drawn when it is looked at
            if analysis.thumbnail is not None:
                self._thumbnails.put(Thumbnails.key(taken.sha256), analysis.thumbnail)
            for frame in analysis.frames:
                if frame.thumbnail is not None:
                    self._thumbnails.put(Thumbnails.key(taken.sha256, frame.pts), frame.thumbnail)
        self._signatures.put(
            (Thumbnails.key(taken.sha256, pts), signature or b"")
            for pts, signature in ((None, analysis.signature), *((x.pts, x.signature) for x in analysis.frames))
        )
        with self._turns:
            return analysis, self._finder.look(analysis.kind, pictures_of(analysis))

    def _resting(self) -> None:
        self._asked.wait(_REST)
        if self._stopped.is_set():
            raise CancelledError

    def _refreshed(self, job: _Job) -> None:
        """In the one thread for it, for it takes long among many that are alike."""
        assert job.looked is not None  # noqa: S101 - it was analysed
        self._finder.refresh(job.looked[1])

    def _analysed(self, job: _Job, taken: Taken) -> Analysis:
        """In a worker process; whatever happens to it there costs this one file its metadata."""
        format = taken.format
        assert format is not None  # noqa: S101 - only a sidecar has none
        try:
            with self._turns:
                untrusted = self._engine.run(
                    tasks.analyse,
                    str(job.copy or job.found.path),
                    name=Path(job.found.path).name,
                    format=format,
                    sampling=self._options.sampling,
                    every=self._options.every,
                    sidecars=tuple(
                        str(copy or path)
                        for path, copy, secured in job.sidecars
                        if isinstance(secured, Taken) and path.lower().endswith(".xmp")
                    ),
                    limit=seconds_for(taken.size),
                )
            return check.analysis(untrusted)
        except WorkerLost as lost:
            failure = Finding(code=lost.code, message=lost.message)
        except check.Implausible as problem:
            failure = Finding(code="not-believed", message=f"Reading it gave an implausible answer ({problem}).")
        except Exception as problem:  # noqa: BLE001 - decoders raise what they like
            failure = Finding(code="damaged", message=f"Its contents could not be read ({shown(repr(problem)[:200])}).")
        return Analysis(kind=format.kind, media_type=format.media_type, extension=format.extension, failure=failure)

    def _advanced(self, job: _Job, future: "Future[Any]") -> Iterator[FileEvent]:
        if job.looked is not None:
            future.result()
            yield from self._added(job, *job.looked)
            self._joining.popleft()
            if self._joining:
                self._follow(self._joining[0], self._refreshed, self._joiner)
            for twin in job.twins:
                yield from self._duplicate(twin)
            return
        if job.taken is not None:
            job.looked = future.result()
            self._joining.append(job)
            if len(self._joining) == 1:
                self._follow(job, self._refreshed, self._joiner)
            return
        try:
            job.taken = future.result()
        except NotTaken as reason:
            yield self._skipped(job.found.path, reason.finding)
            for path in job.found.sidecars:
                message = "The file that it belongs to was not imported."
                yield self._skipped(path, Finding(code="not-media", message=message))
            return
        with self._store.reading() as connection:
            known = items.known(connection, job.taken.sha256) is not None
        if known:
            yield from self._duplicate(job)
        elif job.taken.sha256 in self._analysing:
            self._analysing[job.taken.sha256].twins.append(job)
        else:
            self._analysing[job.taken.sha256] = job
            self._follow(job, self._settled, self._threads)

    def _added(self, job: _Job, analysis: Analysis, look: Look) -> Iterator[FileEvent]:
        taken, path = job.taken, job.found.path
        assert taken is not None  # noqa: S101 - it was analysed
        self._analysing.pop(taken.sha256)
        name = Path(path).name
        with self._store.writing() as connection:
            linked = str(Path(path).absolute()) if job.copy is None else None
            item = items.add(connection, analysis, sha256=taken.sha256, size=taken.size, name=name, linked=linked)
            items.add_sighting(connection, item, path)
            for frame in analysis.frames:
                items.add_sampled(connection, item, name, frame)
            self._finder.link(connection, item, look)
            self._known += len(self._checker.check(connection, [item]))
            detail: dict[str, object] = {
                "item": item, "path": shown(path), "bytes": taken.size, "kind": analysis.kind,
                "media_type": analysis.media_type, "held": "linked" if linked else "copied",
            }  # fmt: skip
            if analysis.failure is not None:
                detail["failure"] = {"code": analysis.failure.code, "message": analysis.failure.message}
            journal.append(
                connection, action="import", subject=taken.sha256, actor=self._actor, items=[item], detail=detail
            )
            outcomes = self._sidecars_added(job, item)
            items.index(connection, [item])
        self._frames += len(analysis.frames)
        failure = analysis.failure
        yield FileEvent(
            event=Outcome.UNREADABLE if failure else Outcome.IMPORTED, path=path, item=item, sha256=taken.sha256,
            kind=analysis.kind, reason=failure.code if failure else None, message=failure.message if failure else None,
        )  # fmt: skip
        yield from outcomes

    def _duplicate(self, job: _Job) -> Iterator[FileEvent]:
        taken, path = job.taken, job.found.path
        assert taken is not None  # noqa: S101 - it was secured
        with self._store.writing() as connection:
            item = items.known(connection, taken.sha256)
            assert item is not None  # noqa: S101 - nothing takes an item out of a case
            restored = job.copy is not None and self._restored(job.copy, item)
            if restored:
                journal.append(
                    connection, action="restore", subject=taken.sha256, actor=self._actor, items=[item],
                    detail={"item": item, "path": shown(path), "bytes": taken.size},
                )  # fmt: skip
            if items.add_sighting(connection, item, path):
                journal.append(
                    connection, action="sighting", subject=taken.sha256, actor=self._actor, items=[item],
                    detail={"item": item, "path": shown(path)},
                )  # fmt: skip
                items.index(connection, [item])
            outcomes = self._sidecars_added(job, item)
        yield FileEvent(
            event=Outcome.DUPLICATE, path=path, item=item, sha256=taken.sha256,
            kind=taken.format.kind if taken.format else None, reason="same-file",
            message=f"Its bytes are those of item {item}{', whose original was missing and is back' * restored}.",
        )  # fmt: skip
        yield from outcomes

    def _restored(self, copy: Path, item: int) -> bool:
        """Whether a copy of bytes that the case has was needed, for they were lost; it is not needed any more."""
        sha256, extension, linked, _ = items.location(self._store.connection, item)
        if sha256 is None or linked is not None or self._folder.original(sha256, extension).exists():
            copy.unlink()
            return False
        self._folder.settle(copy, sha256, extension)
        return True

    def _sidecars_added(self, job: _Job, item: int) -> list[FileEvent]:
        """Within the transaction of the file that they belong to."""
        connection, outcomes = self._store.connection, []
        for path, copy, taken in job.sidecars:
            if isinstance(taken, Finding):
                outcomes.append(self._skipped(path, taken))
                continue
            held = {sha256: extension for sha256, extension, _, _ in items.sidecars(connection, item)}
            extension = held.get(taken.sha256, Path(path).suffix.lower())
            linked = str(Path(path).absolute()) if copy is None else None
            if copy is not None:
                self._folder.settle(copy, taken.sha256, extension)
            new = items.add_sidecar(
                connection, item, path, sha256=taken.sha256, extension=extension, size=taken.size, linked=linked
            )
            if new:
                journal.append(
                    connection, action="sidecar", subject=taken.sha256, actor=self._actor, items=[item],
                    detail={"item": item, "path": shown(path), "bytes": taken.size},
                )  # fmt: skip
            outcomes.append(
                FileEvent(
                    event=Outcome.IMPORTED if new else Outcome.DUPLICATE,
                    path=path,
                    item=item,
                    sha256=taken.sha256,
                    kind="sidecar",
                    reason=None if new else "same-file",
                    message=None if new else f"Item {item} has this sidecar already.",
                )
            )
        return outcomes

    def _skipped(self, path: str, finding: Finding) -> FileEvent:
        return FileEvent(event=Outcome.SKIPPED, path=path, reason=finding.code, message=finding.message)

    def _told(self, event: FileEvent) -> FileEvent:
        self._counts[event.event] += 1
        return event
