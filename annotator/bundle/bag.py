"""Writes a BagIt bag (version 1.0, RFC 8493) and its seal, into a folder or a zip file.

The same files in the same order give the same bytes: nothing is taken from the clock or the system.
"""

import hashlib
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from annotator import checker
from annotator.bundle.place import sync_folder
from annotator.text import shown

_ALGORITHMS = ("sha256", "sha512")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can state."""


class Entry:
    """One file of the bag while it is written: whatever passes is hashed."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hashes = [hashlib.new(algorithm) for algorithm in _ALGORITHMS]
        self.size = 0

    def write(self, block: bytes) -> None:
        """Add bytes at the end. Raises OSError."""
        self._stream.write(block)
        for each in self._hashes:
            each.update(block)
        self.size += len(block)

    @property
    def digests(self) -> dict[str, str]:
        """By algorithm, in hexadecimal."""
        return {each.name: each.hexdigest() for each in self._hashes}


class Sink(Protocol):
    """Where the files of a bag go."""

    def file(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """A new file of this name, whole when the block ends."""

    def finish(self) -> None:
        """See to it that all is on the disk."""

    def close(self) -> None:
        """Let go of it, finished or not."""


class FolderSink:
    """Files in a new folder, for their owner only."""

    def __init__(self, root: Path) -> None:
        root.mkdir(mode=0o700)
        self._root = root
        self._folders = {root}

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """A new file, on the disk when the block ends."""
        path = self._root / name
        for folder in reversed(path.parents):
            if folder.is_relative_to(self._root) and folder not in self._folders:
                folder.mkdir(mode=0o700)
                self._folders.add(folder)
        with _new(path) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def finish(self) -> None:
        """See to it that the names are on the disk too."""
        for folder in self._folders:
            sync_folder(folder)

    def close(self) -> None:
        """Every file is closed already."""


class ZipSink:
    """Files in a new zip file, under one top folder, stored as they are: packing differs from system to system."""

    def __init__(self, path: Path, top: str) -> None:
        self._stream = _new(path)
        self._zip = zipfile.ZipFile(self._stream, "w", zipfile.ZIP_STORED)
        self._top = top

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """A new file of the zip file."""
        info = zipfile.ZipInfo(f"{self._top}/{name}", _EPOCH)
        info.create_system = 3  # Unix, on every system
        info.external_attr = 0o100600 << 16
        with self._zip.open(info, "w", force_zip64=True) as stream:
            yield stream

    def finish(self) -> None:
        """Write the index, and see to it that all is on the disk."""
        self._zip.close()
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Close the file; one that is not finished is about to be removed, so that its index may fail."""
        with suppress(OSError):
            self._zip.close()
        with suppress(OSError):
            self._stream.close()


def _new(path: Path) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


class Bag:
    """A bag that is being written."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._listed: dict[str, Entry] = {}

    @contextmanager
    def file(self, name: str) -> Iterator[Entry]:
        """Write one file of the bag. Raises OSError."""
        with self._sink.file(name) as stream:
            self._listed[name] = entry = Entry(stream)
            yield entry

    def put(self, name: str, content: bytes) -> None:
        """Write one small file of the bag. Raises OSError."""
        with self.file(name) as entry:
            entry.write(content)

    def finish(self, *, info: Mapping[str, str], seal: Mapping[str, object]) -> str:
        """Write what stands beside the payload, the seal last; returns the SHA-256 of SEAL.json. Raises OSError.

        `info` are the lines of bag-info.txt, `seal` is what the seal says besides counts and digests.
        """
        payload = {name: entry for name, entry in self._listed.items() if name.startswith("data/")}
        octets = sum(entry.size for entry in payload.values())
        lines = {**info, "Payload-Oxum": f"{octets}.{len(payload)}"}
        self.put("bag-info.txt", "".join(f"{label}: {shown(value)}\n" for label, value in lines.items()).encode())
        self.put("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        for algorithm in _ALGORITHMS:
            self.put(f"manifest-{algorithm}.txt", _manifest(payload, algorithm))
        tags = {name: entry for name, entry in self._listed.items() if name not in payload}
        for name in checker.TAG_MANIFESTS:
            self.put(name, _manifest(tags, name[len("tagmanifest-") : -len(".txt")]))
        counts = {folder: sum(name.startswith(f"data/{folder}/") for name in payload) for folder in checker.KEPT}
        content = {
            **seal,
            "counts": {**counts, **_mapping(seal.get("counts")), "files": len(payload), "bytes": octets},
            "tag_manifests": {name: self._listed[name].digests["sha256"] for name in checker.TAG_MANIFESTS},
        }
        self.put(checker.SEAL, checker.seal_text(content).encode())
        self._sink.finish()
        return self._listed[checker.SEAL].digests["sha256"]

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return sum(entry.size for entry in self._listed.values())


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _manifest(files: Mapping[str, Entry], algorithm: str) -> bytes:
    return "".join(f"{entry.digests[algorithm]}  {_listed(name)}\n" for name, entry in sorted(files.items())).encode()


def _listed(name: str) -> str:
    """A name as manifests write it (RFC 8493, section 2.1.3)."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
