"""Worker processes on this machine: one task at a time each, with a time limit, replaced when they die."""

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as LateError
from concurrent.futures.process import BrokenProcessPool
from threading import Lock
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from annotator.analysis import NotDecoded
from annotator.engine.limits import confine

T = TypeVar("T")

_TRIES = 3
"""A worker that dies at the wrong moment takes the pool with it, and tasks that had no part in it."""


class WorkerLost(Exception):
    """A worker took too long, ran out of memory, or died; `code` and `message` say so for the file it worked on."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Raised(WorkerLost):
    """A task raised an error of its own: decoders and parsers raise what they like."""

    def __init__(self, said: str) -> None:
        super().__init__("damaged", f"Its contents could not be read ({said}).")
        self.args = (said,)  # what it is made of again on the way back

    def __str__(self) -> str:
        return self.message


class Engine:
    """A pool of worker processes, started when the first task comes."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._pool: ProcessPool | None = None
        self._closed = False
        self._under_way: set[Future[Any]] = set()
        self._starting = Lock()

    def submit(self, task: Callable[..., T], *arguments: object, limit: float, **named: object) -> "Future[T]":
        """Run `task(*arguments, **named)` in a worker, killed after `limit` seconds of its own time.

        Raises WorkerLost once the engine is closed.
        """
        with self._starting:
            if self._closed:
                raise WorkerLost("cancelled", "Reading it was cancelled.")
            if self._pool is not None and not self._pool.active:
                self._stop()
            if self._pool is None:
                # A forked child of a process with threads and an open database is neither safe nor clean.
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPool(max_workers=self.workers, initializer=confine, context=context)
            future: Future[T] = self._pool.schedule(_answered, args=(task, *arguments), kwargs=named, timeout=limit)
            self._under_way.add(future)
        future.add_done_callback(self._under_way.discard)
        return future

    def run(self, task: Callable[..., T], *arguments: object, limit: float, **named: object) -> T:
        """Run `task` in a worker and wait for it. Raises WorkerLost, and what the task raises."""
        for _ in range(_TRIES):
            try:
                return result_of(self.submit(task, *arguments, limit=limit, **named))
            except BrokenProcessPool:
                continue
        raise WorkerLost("crashed", "Reading it crashed the reader.")

    def close(self) -> None:
        """End all workers at once; what they were doing is cancelled."""
        with self._starting:
            self._closed = True
            self._stop()
        # A pool that is stopped just as a task reaches it forgets the task, and whoever waits for it waits for ever.
        for future in list(self._under_way):
            future.cancel()

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call] # pebble leaves these two without types
            self._pool.join()
            self._pool = None


def _answered(task: Callable[..., T], *arguments: object, **named: object) -> T:
    """In the worker: an error of a library's own class may not survive the way back, and would break the whole pool."""
    try:
        return task(*arguments, **named)
    except (NotDecoded, OSError, MemoryError) as problem:
        failure: Exception = problem
    except Exception as problem:  # noqa: BLE001 - decoders raise what they like
        failure = Raised(f"{type(problem).__name__}: {problem}"[:500])
    # Until its next task ends the worker keeps what this one raised, and a traceback keeps all that the task held:
    # the next file would find no memory left, and seem damaged.
    failure.__cause__ = failure.__context__ = None
    raise failure.with_traceback(None)


def result_of(future: "Future[T]") -> T:
    """The result of a task that has ended. Raises WorkerLost, and what the task raises."""
    try:
        return future.result()
    except LateError as problem:
        raise WorkerLost("timeout", "Reading it took too long and was given up.") from problem
    except ProcessExpired as problem:
        raise WorkerLost("crashed", f"Reading it crashed the reader (exit code {problem.exitcode}).") from problem
    except MemoryError as problem:
        raise WorkerLost("too-big", "Reading it needs more memory than a file may take.") from problem
    except CancelledError as problem:
        raise WorkerLost("cancelled", "Reading it was cancelled.") from problem
