"""A playing worker and the program's end of it: a confined process of its own for as long as one video is played.

Frames come through memory that both share and neither can cut short under the other (a sealed memfd: reading a part
that is gone would kill the program). Everything else is small records, checked by `wire.parsed`.
"""

import fcntl
import mmap
import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import reduction
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from annotator.engine.limits import SECONDS, confine
from annotator.engine.local import WorkerLost
from annotator.media import wire
from annotator.media.sniff import Format

T = TypeVar("T")

LARGEST = (2560, 1600)
"""No frame is handed over that is wider or higher, in pixels."""


class Session:
    """Plays one video. Any thread may send and close; one thread receives.

    A worker that says nothing for SECONDS is ended.
    """

    def __init__(self, path: str, *, format: Format, box: tuple[int, int], wave: bool) -> None:
        """Start the worker; frames fit into `box`. With `wave` it reads the whole video for its sound wave too.
        Raises OSError."""
        self.box = max(1, min(box[0], LARGEST[0])), max(1, min(box[1], LARGEST[1]))
        self._place = self.box[0] * self.box[1] * 4
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._wish = 0
        self._late = False
        self._heard_of = time.monotonic()
        descriptor = _sealed_memory(self._place * wire.SLOTS)
        try:
            self._memory = mmap.mmap(descriptor, self._place * wire.SLOTS, mmap.MAP_SHARED, mmap.PROT_READ)
            context = multiprocessing.get_context("spawn")
            self._messages, its_messages = context.Pipe(duplex=False)
            its_commands, self._commands = context.Pipe(duplex=False)
            self._process = context.Process(
                target=_work,
                args=(path, format, _Handed(descriptor), self._place, its_commands, its_messages, wave),
                daemon=True,
            )
            self._process.start()
        finally:
            os.close(descriptor)
        its_messages.close()
        its_commands.close()
        os.set_blocking(self._commands.fileno(), False)
        threading.Thread(target=self._watch, name="evidence-playing-watch", daemon=True).start()

    def send(self, command: wire.Command, a: float = 0.0, b: float = 0.0) -> int:
        """Ask for something; returns the number of the wish, which the answers bear. Never waits."""
        if command is wire.Command.BOX:
            a, b = min(a, self.box[0]), min(b, self.box[1])
        with self._lock:
            if command not in (wire.Command.FREE, wire.Command.CLOCK, wire.Command.BOX):
                self._wish += 1
            if not self._closed.is_set():
                try:
                    os.write(self._commands.fileno(), wire.COMMAND.pack(command, self._wish, a, b))
                except BlockingIOError:  # it has not looked at its commands for a thousand of them
                    self._late = True
                    self._process.kill()
                except BrokenPipeError:
                    pass  # `receive` says so
            return self._wish

    def receive(self) -> wire.Message:
        """Wait for the next message. Raises WorkerLost when there will be none."""
        try:
            message = wire.parsed(self._messages.recv_bytes(wire.LONGEST), place=self._place)
        except (EOFError, OSError) as problem:
            self.close()
            self._messages.close()
            if self._late:
                raise WorkerLost("timeout", "Playing it took too long and was given up.") from problem
            raise WorkerLost("crashed", "Playing it crashed the player.") from problem
        except wire.Implausible as problem:
            self.close()
            raise WorkerLost("crashed", "The player said what can't be, and was ended.") from problem
        self._heard_of = time.monotonic()
        if isinstance(message, wire.Failed):
            self.close()
            raise WorkerLost("not-played", message.message)
        return message

    def look(self, picture: wire.Picture, make: Callable[[memoryview], T]) -> T | None:
        """`make` something of a picture's bytes, which are there only meanwhile. None once this is closed."""
        first = picture.slot * self._place
        with self._lock:
            if self._closed.is_set():
                return None
            with memoryview(self._memory)[first : first + picture.width * picture.height * 4] as untrusted:
                return make(untrusted)

    @property
    def closed(self) -> bool:
        return self._closed.is_set()

    def close(self) -> None:
        """End the worker at once."""
        with self._lock:
            if self._closed.is_set():
                return
            self._closed.set()
            self._process.kill()
            self._process.join()
            self._commands.close()
            self._memory.close()
            # A thread that waits in `receive` sees the end by itself: the worker's end of the pipe is gone.

    def _watch(self) -> None:
        while not self._closed.wait(1.0):
            if time.monotonic() - self._heard_of > SECONDS:
                self._late = True
                self.close()


class _Handed:
    """A descriptor that goes along to a spawned process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __reduce__(self) -> tuple[Callable[..., int], tuple[object]]:
        return _received, (reduction.DupFd(self._descriptor),)


def _received(handed: Any) -> int:
    descriptor: int = handed.detach()
    return descriptor


def _sealed_memory(size: int) -> int:
    descriptor = os.memfd_create("evidence-frames", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(descriptor, size)
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
    return descriptor


def _work(
    path: str, format: Format, descriptor: int, place: int, commands: Connection, messages: Connection, wave: bool
) -> None:
    """In the worker."""
    confine()
    from annotator.media import serve  # only workers load decoders

    memory = memoryview(mmap.mmap(descriptor, place * wire.SLOTS))
    with suppress(BrokenPipeError):
        serve.serve(
            path, format=format, memory=memory, place=place, commands=commands.fileno(), send=messages.send_bytes,
            wave=wave,
        )  # fmt: skip
