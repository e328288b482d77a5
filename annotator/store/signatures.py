"""Signatures of pictures, in a database of their own in the cache: what is lost there is made again.

They are kept by what names the picture – its SHA-256, or a video's and the time stamp – so that no signature of
another case, or of a database that was put back from a backup, is ever taken for an item's own.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

from annotator.signature import RECIPE, Signature, Unusable

T = TypeVar("T")

_FILE = "signatures.sqlite"
_SETTINGS = """
PRAGMA page_size = 16384;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA busy_timeout = 2000;
CREATE TABLE IF NOT EXISTS signatures (key TEXT NOT NULL UNIQUE, recipe TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
"""


class Signatures:
    """The signatures of one case, by the key of the picture (see `annotator.thumbnails`). Any thread may ask.

    Nothing here raises for what the disk or the file does: a signature that can't be kept or read is not there.
    """

    def __init__(self, cache: Path) -> None:
        self._path = cache / _FILE
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str) -> Signature | None:
        """The signature of a picture, where there is one."""
        return self.look_up(key)[1]

    def look_up(self, key: str) -> tuple[bool, Signature | None]:
        """Whether it was made, and the signature of a picture, None for one that has none."""

        def found(connection: sqlite3.Connection) -> tuple[bytes] | None:
            query = "SELECT bytes FROM signatures WHERE key = ? AND recipe = ?"
            row: tuple[bytes] | None = connection.execute(query, (key, RECIPE)).fetchone()
            return row

        row = self._done(found)
        with suppress(Unusable):
            return row is not None, Signature.from_bytes(row[0]) if row and row[0] else None
        return False, None

    def put(self, signatures: Iterable[tuple[str, bytes]]) -> None:
        """Keep signatures, each with its key; no bytes for a picture that has none."""
        rows = [(key, RECIPE, each) for key, each in signatures]

        def keep(connection: sqlite3.Connection) -> None:
            connection.execute("BEGIN")
            connection.executemany("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")

        if rows:
            self._done(keep)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _done(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Work with the database; a damaged one is thrown away and begun again at the next use."""
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = _opened(self._path)
                return work(self._connection)
            except (sqlite3.Error, OSError) as problem:
                self._close()
                if isinstance(problem, sqlite3.DatabaseError) and not isinstance(problem, sqlite3.OperationalError):
                    for end in ("", "-wal", "-shm"):
                        with suppress(OSError):
                            self._path.with_name(_FILE + end).unlink()
                return None


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.executescript(_SETTINGS)
    except BaseException:
        connection.close()
        raise
    return connection
