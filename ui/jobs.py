"""Work beside the window: one thread that writes the case, a few that read it, and events that come back in batches."""

import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from annotator.case import Case
from annotator.errors import EvidenceError

T = TypeVar("T")
BATCH_MS = 50
BATCH_EVENTS = 500
_STEP_SECONDS = 0.02
_REST_SECONDS = 0.25
_WAY_SECONDS = 0.4
_SWITCH_SECONDS = 0.0005


class Lane(StrEnum):
    """The threads; each has a Case of its own, so slow work in one never holds up another."""

    WRITER = "writer"
    ROWS = "rows"
    COUNTS = "counts"
    THUMBNAILS = "thumbnails"
    PICTURES = "pictures"
    CHECKS = "checks"
    PLACES = "places"
    MAPS = "maps"


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """Long work that is under way."""

    events: Callable[[list[Any]], None]
    ended: Callable[[BaseException | None], None]
    cancel: threading.Event = field(default_factory=threading.Event)


class _Thread:
    """One thread and its Case, which is opened, used and closed nowhere else."""

    def __init__(self, name: str, open_case: Callable[[], Case], spent: deque[list[Any]], *, renew: bool) -> None:
        """With `renew` the case is opened anew after a failure that is a bug, or a pool of workers that broke. What was
        to be called is put into `spent` after use: it may hold the last reference to a part of the window, which must
        not end in this thread."""
        self._renew = renew
        self._spent = spent
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=f"evidence-{name}")
        self._open_case = open_case
        self._case: Case | None = None
        self._queued, self._asked = 0, threading.Condition()

    @property
    def wanted(self) -> bool:
        """Whether work waits for its turn."""
        return self._queued > 0

    def rest(self, seconds: float) -> None:
        """Do nothing in this thread for so long, or until there is work."""
        with self._asked:
            self._asked.wait_for(lambda: self.wanted, seconds)

    def submit(self, work: Callable[[Case], None], refused: Callable[[BaseException], None]) -> None:
        with self._asked:
            self._queued += 1
            self._asked.notify()
        self._executor.submit(self._run, [work, refused])

    def _run(self, given: list[Any]) -> None:
        with self._asked:
            self._queued -= 1
        try:
            if self._case is None:
                self._case = self._open_case()
            given[0](self._case)
        except BaseException as error:  # noqa: BLE001 - a thread has nobody else to tell; the window shows it
            try:
                if self._renew and not isinstance(error, EvidenceError):
                    self._close()
            finally:
                given[1](error)
        finally:
            self._spent.append(given)

    def _close(self) -> None:
        case, self._case = self._case, None
        if case is not None:
            case.close()

    def close(self) -> None:
        """End the thread after what is queued, and close its case in it."""
        with self._asked:
            self._queued += 1
            self._asked.notify()
        self._executor.submit(self._close)
        self._executor.shutdown(wait=True)


class JobRunner(QObject):
    """Runs work on one case. Everything it calls back is called in the window's thread.

    Long work (an import, an export) is an iterator of events that the writer advances for a few milliseconds at a
    time, so that a tag set meanwhile waits for one step and not for the end.
    """

    failed = Signal(object)
    """An exception of work whose caller did not ask for its failures."""
    closing = Signal()
    """What was begun with this case ends now."""
    _woken = Signal()

    def __init__(
        self,
        path: Path,
        *,
        actor: str,
        read_only: bool = False,
        new_title: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is opened before the first work; with `new_title` the writer then makes the case."""
        super().__init__(parent)
        # Every call into Qt gives the interpreter's lock away; while threads compute, it waits so long each time.
        sys.setswitchinterval(_SWITCH_SECONDS)
        self.path, self.actor, self.read_only = path, actor, read_only
        self._new_title = new_title
        self._threads: dict[Lane, _Thread] = {}
        self._jobs: set[Job] = set()
        self._returned: deque[tuple[Callable[[Any], object], Any, bool]] = deque()
        self._spent: deque[list[Any]] = deque()
        self._waking = threading.Lock()
        self._lock = threading.Lock()
        self._closing = False
        self._way_until = 0.0
        self._decoding: Case | None = None
        self._timer = QTimer(self, interval=BATCH_MS)
        self._timer.timeout.connect(self._deliver)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def read(
        self,
        work: Callable[[Case], T],
        done: Callable[[T], object],
        *,
        lane: Lane = Lane.ROWS,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do `work` in a reading thread, then `done` with what it returned."""
        self._submit(lane, work, done, failed)

    def change(
        self,
        work: Callable[[Case], T],
        done: Callable[[T], object],
        *,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do `work` in the writing thread, in the order of the calls."""
        self._submit(Lane.WRITER, work, done, failed)

    def long(
        self,
        start: Callable[[Case, threading.Event], Iterator[T]],
        *,
        events: Callable[[list[T]], None],
        ended: Callable[[BaseException | None], None],
        lane: Lane = Lane.WRITER,
    ) -> Job:
        """Advance the iterator that `start` returns until it ends; `events` gets batches, `ended` the error if any."""
        job = Job(events=events, ended=ended)
        self._jobs.add(job)
        self._timer.start()
        thread = self._thread(lane)
        thread.submit(
            lambda case: self._step(thread, job, start(case, job.cancel)), lambda error: self._end(job, error)
        )
        return job

    @Slot()
    def give_way(self) -> None:
        """A person is at the keys: long work leaves the processor and the disk alone for a moment."""
        self._way_until = time.monotonic() + _WAY_SECONDS

    def close(self) -> None:
        """End all work: changes already asked for are made, long work stops where it is. Nothing is called back."""
        self.closing.emit()
        with self._lock:
            self._closing = True
            decoding, self._decoding = self._decoding, None
        if decoding is not None:
            decoding.close()  # ends its workers, so that nobody waits for a picture any more
        for job in self._jobs:
            job.cancel.set()
        self._timer.stop()
        for thread in self._threads.values():
            thread.close()
        self._threads.clear()
        self._returned.clear()
        self._let_go()

    def _thread(self, lane: Lane) -> _Thread:
        if lane not in self._threads:
            renew = lane not in (Lane.WRITER, Lane.CHECKS)
            self._threads[lane] = _Thread(lane, lambda: self._open(lane), self._spent, renew=renew)
        return self._threads[lane]

    def _open(self, lane: Lane) -> Case:
        if lane is Lane.WRITER and self._new_title is not None:
            return Case.create(self.path, title=self._new_title, actor=self.actor)
        case = Case.open(self.path, actor=self.actor, read_only=self.read_only or lane is not Lane.WRITER)
        if lane is not Lane.PICTURES:
            return case
        with self._lock:
            if self._closing:
                return case
            # Only its workers are used, so the window's thread can close it while the lane waits for a picture.
            broken, self._decoding = self._decoding, case
        if broken is not None:
            broken.close()
        return case.reader()

    def _submit(
        self,
        lane: Lane,
        work: Callable[[Case], T],
        done: Callable[[T], object],
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        if self._closing:
            return

        def run(case: Case) -> None:
            if self._closing and lane is not Lane.WRITER:
                return
            self._return(done, work(case), urgent=True)

        self._thread(lane).submit(run, lambda error: self._return(failed or self.failed.emit, error, urgent=True))

    def _step(self, thread: _Thread, job: Job, events: Iterator[Any]) -> None:
        until = time.monotonic() + _STEP_SECONDS
        while not self._closing:
            try:
                event = next(events)
            except StopIteration:
                self._end(job, None)
                return
            self._return(job.events, event, urgent=False)
            now = time.monotonic()
            if now < self._way_until:
                thread.rest(_REST_SECONDS)
            if thread.wanted or now >= until:
                break
        with self._lock:  # no step may be queued behind the closing of its case
            if not self._closing:
                thread.submit(lambda case: self._step(thread, job, events), lambda error: self._end(job, error))
                return
        close = getattr(events, "close", None)
        if close is not None:
            close()

    def _end(self, job: Job, error: BaseException | None) -> None:
        def ended(error: BaseException | None) -> None:
            self._jobs.discard(job)
            if not self._jobs:
                self._timer.stop()
            job.ended(error)

        self._return(ended, error, urgent=True)

    def _return(self, callback: Callable[[T], object], value: T, *, urgent: bool) -> None:
        """Hand a value to the window's thread; called in any thread."""
        self._returned.append((callback, value, urgent))
        if (urgent or len(self._returned) >= BATCH_EVENTS) and self._waking.acquire(blocking=False):
            self._woken.emit()

    @Slot()
    def _wake(self) -> None:
        self._waking.release()
        self._deliver()

    def _let_go(self) -> None:
        while self._spent:
            self._spent.popleft().clear()

    @Slot()
    def _deliver(self) -> None:
        self._let_go()
        left = len(self._returned)  # what comes meanwhile waits, so that the window is never starved
        try:
            while left > 0 and self._returned and not self._closing:
                callback, value, single = self._returned.popleft()
                left -= 1
                if single:
                    callback(value)
                    continue
                batch = [value]
                while left > 0 and self._returned and self._returned[0][0] == callback:
                    batch.append(self._returned.popleft()[1])
                    left -= 1
                callback(batch)
        finally:
            if left > 0 and self._returned and not self._closing:
                QTimer.singleShot(0, self, self._deliver)  # one that fails must not take the others with it
