"""Reads a file's bytes once: hashes them, and copies them where that is asked for."""

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from threading import Event

from annotator.disk import told
from annotator.media.sniff import HEAD, Format, recognise
from annotator.model import Finding

_CHUNK = 1 << 18
"""Bytes read at a time into one buffer: small enough to stay in the processor's cache from reading to writing."""
_NO_FILE = "It is no regular file; copy its contents to a file to import them."
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class NotTaken(Exception):
    """A file that the import leaves alone, with the reason."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.finding = Finding(code=code, message=message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that belongs into the case, its bytes read once."""

    sha256: str
    size: int
    format: Format | None
    """None for a sidecar."""


def secure(source: str, destination: str | None, *, sidecar: bool = False, stop: Event | None = None) -> Taken:
    """Hash `source` (SHA-256) and, with `destination`, copy it there, mode 0400; `sync` it before you rely on it.

    Only regular files are opened, never through a symbolic link, and without waiting (a FIFO would hang). What is
    neither photo nor video is not read further than its head, unless it is a `sidecar`.
    Raises NotTaken – at once when `stop` is set –, DiskFull, DiskFailed.
    """
    descriptor = _opened(source)
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise NotTaken("not-a-file", _NO_FILE)
        untrusted_head = bytes(_read(descriptor, bytearray(HEAD)))
        format = recognise(untrusted_head, os.path.basename(source))
        if format is None and not sidecar:
            raise NotTaken("not-media", "It is neither photo nor video.")
        digest, size = _copied(descriptor, untrusted_head, destination, most=before.st_size, stop=stop or Event())
        after = os.fstat(descriptor)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or size != after.st_size:
            raise NotTaken("changing", "It changed while it was read; import it again when nothing writes to it.")
    except BaseException:
        if destination is not None:
            _removed(destination)
        raise
    finally:
        os.close(descriptor)
    return Taken(sha256=digest, size=size, format=None if sidecar else format)


def _opened(source: str) -> int:
    try:
        return os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as problem:
        if problem.errno == errno.ELOOP:
            raise NotTaken("link", "It is a symbolic link; import what it points to.") from problem
        if problem.errno == errno.ENOENT:
            raise NotTaken("gone", "It was there when the folder was read and is gone now.") from problem
        if problem.errno == errno.ENXIO:
            raise NotTaken("not-a-file", _NO_FILE) from problem
        raise NotTaken("not-readable", f"It can't be opened ({problem.strerror}); check its permissions.") from problem


def _read(descriptor: int, buffer: bytearray) -> memoryview:
    try:
        return memoryview(buffer)[: os.readv(descriptor, [buffer])]
    except OSError as problem:
        raise NotTaken("not-readable", f"It can't be read ({problem.strerror}); check the drive.") from problem


def sync(path: str) -> None:
    """Wait until a file's bytes are on the disk. Raises DiskFull, DiskFailed."""
    with told(path):
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write(destination: str, content: bytes) -> None:
    """Write a new file, synced, mode 0400. Raises DiskFull, DiskFailed."""
    with told(destination):
        copy = os.open(destination, _NEW, 0o400)
        try:
            _written(copy, content)
            os.fsync(copy)
        finally:
            os.close(copy)


def _copied(descriptor: int, head: bytes, destination: str | None, *, most: int, stop: Event) -> tuple[str, int]:
    digest, size = hashlib.sha256(head), len(head)
    with told(destination):
        copy = None if destination is None else os.open(destination, _NEW, 0o400)
        try:
            if copy is not None:
                _written(copy, head)
            # A file that grows as fast as it is read would fill the disk.
            buffer = bytearray(_CHUNK)
            while size <= most and (chunk := _read(descriptor, buffer)):
                if stop.is_set():
                    raise NotTaken("cancelled", "Importing it was cancelled.")
                digest.update(chunk)
                size += len(chunk)
                if copy is not None:
                    _written(copy, chunk)
        finally:
            if copy is not None:
                os.close(copy)
    return digest.hexdigest(), size


def _written(descriptor: int, chunk: bytes | memoryview) -> None:
    view = memoryview(chunk)
    while view:
        view = view[os.write(descriptor, view) :]


def _removed(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
