"""Opens a case's database, locks it for one writer, and turns SQLite's errors into sentences."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import filelock

from annotator import errors
from annotator.store import migrations
from annotator.store.stored import Strange

Connection = sqlite3.Connection
"""What functions of this room take; services hand it on and speak no SQL themselves."""
APPLICATION_ID = 0x45564944
"""“EVID”, so that `file` and other programs can tell what the database is."""

UNFINISHED = frozenset({"case.lock", "case.new", "case.new-journal", "case.new-wal", "case.new-shm"})
"""Files that a killed or failed `create` leaves in a folder that is not a case yet."""

_PRAGMAS = """
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA synchronous = FULL;
PRAGMA cell_size_check = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -65536;
PRAGMA busy_timeout = 10000;
"""

_LACKING = ("no such table", "no such column", "Could not decode to UTF-8", "malformed JSON", "malformed database")
"""How messages begin that have no code of their own, but can only come from a database that is not as it was made."""


class Store:
    """The database of one case, in explicit transactions only.

    A writer holds a lock on `case.lock` until it is closed: SQLite's own lock ends with each transaction, and two
    programs that took turns would each show what the other has changed.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, lock: filelock.BaseFileLock | None) -> None:
        self.folder = folder
        self.connection = connection
        self._lock = lock
        with _told(folder):
            self._file = _identity(folder)

    @classmethod
    def create(cls, folder: Path, begin: Callable[[Connection], None]) -> Self:
        """Make the database of a new case in an existing folder; `begin` writes what it begins with.

        It gets its name when it is whole. Raises FolderTaken, CaseLocked, DiskFull, CaseNotReachable.
        """
        lock = _locked(folder)
        try:
            with _told(folder):
                if (folder / "case.sqlite").exists():  # another program was a moment faster
                    raise errors.FolderTaken(str(folder))
                for name in UNFINISHED - {"case.lock"}:
                    (folder / name).unlink(missing_ok=True)
                os.close(os.open(folder / "case.new", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                with closing(_connect(folder, "case.new", read_only=False)) as connection:
                    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    migrations.apply(connection)
                    connection.execute("BEGIN IMMEDIATE")
                    begin(connection)
                    connection.execute("COMMIT")
                (folder / "case.new").rename(folder / "case.sqlite")
                connection = _connect(folder, read_only=False)
        except BaseException:
            lock.release()
            raise
        return cls(folder, connection, lock)

    @classmethod
    def open(cls, folder: Path, *, read_only: bool) -> Self:
        """Open a case's database, bringing an older one up to date when it is opened for writing.

        Raises NotACase, CaseDamaged, CaseNewer, CaseUnlike, CaseLocked (only for a writer), CaseNotReachable.
        """
        with _told(folder):
            if not (folder / "case.sqlite").is_file():
                raise errors.NotACase(str(folder))
        lock = None if read_only else _locked(folder)
        connection = None
        try:
            with _told(folder):
                connection = _connect(folder, read_only=read_only)
                if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                    raise errors.NotACase(str(folder))
                unknown = migrations.unknown(connection)
                if unknown:
                    raise errors.CaseNewer(str(folder), unknown)
                unlike = migrations.unlike(connection)
                if unlike:
                    raise errors.CaseUnlike(str(folder), unlike)
                if migrations.pending(connection):
                    if read_only:
                        raise errors.CaseNotReachable(
                            str(folder), "it must be opened for writing once to bring it up to date"
                        )
                    _backed_up(connection, folder)
                    migrations.apply(connection)
        except BaseException:
            if connection is not None:
                connection.close()
            if lock is not None:
                lock.release()
            raise
        return cls(folder, connection, lock)

    @property
    def read_only(self) -> bool:
        """Whether this store can't write."""
        return self._lock is None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block is kept, or none.

        Raises CaseReadOnly, DiskFull, DiskFailed, CaseNotReachable.
        """
        if self.read_only:
            raise errors.CaseReadOnly(str(self.folder))
        with _told(self.folder):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self._still_there()
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def _still_there(self) -> None:
        """Into a database that was deleted or replaced meanwhile SQLite writes as if nothing were, and it is lost."""
        try:
            there = _identity(self.folder) == self._file
        except OSError:
            there = False
        if not there:
            raise errors.CaseNotReachable(str(self.folder), "its database was taken away while it was open")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the database for several queries."""
        with _told(self.folder):
            nested = self.connection.in_transaction
            if not nested:
                self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if not nested and self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def fact(self, key: str) -> str:
        """A value noted when the case was made: "title", "chain", "created_at"."""
        with _told(self.folder):
            row = self.connection.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise errors.CaseDamaged(str(self.folder), f"it lacks its {key}")
        return str(row[0])

    def damage(self) -> list[str]:
        """What SQLite's own integrity and foreign-key checks find wrong; takes time on a large case."""
        try:
            found = [str(row[0]) for row in self.connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            found += [
                f"{row[0]} row {row[1]} points to nothing"
                for row in self.connection.execute("PRAGMA foreign_key_check")
            ]
        except sqlite3.DatabaseError as problem:
            return [str(problem)]
        return found

    def close(self) -> None:
        """Close the database and let the next writer in."""
        self.connection.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _connect(folder: Path, name: str = "case.sqlite", *, read_only: bool) -> sqlite3.Connection:
    place = (folder / name).resolve().as_uri()
    # Without write permission SQLite can't make the shared memory that a WAL reader needs; nobody writes there then.
    # Where a killed program left its log, that must be read too, and SQLite says so if it can't.
    log = folder / "case.sqlite-wal"
    whole = not os.access(folder, os.W_OK) and not (log.is_file() and log.stat().st_size)
    mode = "rw" if not read_only else "ro&immutable=1" if whole else "ro"
    connection = sqlite3.connect(
        f"{place}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, cached_statements=512
    )
    try:
        connection.executescript(_PRAGMAS)
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _identity(folder: Path) -> tuple[int, int]:
    about = (folder / "case.sqlite").stat()
    return about.st_dev, about.st_ino


def _locked(folder: Path) -> filelock.BaseFileLock:
    lock = filelock.FileLock(folder / "case.lock", timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except filelock.Timeout as problem:
        raise errors.CaseLocked(str(folder)) from problem
    except OSError as problem:
        raise _sentence(problem, folder) from problem
    return lock


def _backed_up(connection: sqlite3.Connection, folder: Path) -> None:
    step = migrations.last(connection)
    with sqlite3.connect(folder / f"case-before-{step}.sqlite") as copy:
        connection.backup(copy)
    copy.close()


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as problem:
        raise _sentence(problem, folder) from problem
    except UnicodeDecodeError as problem:  # of a name in the schema
        raise errors.CaseDamaged(str(folder), "its database is not what was written") from problem


def _sentence(problem: sqlite3.Error | OSError, folder: Path) -> Exception:
    """The error a user is told; an SQL mistake of ours stays what it is, a bug."""
    if isinstance(problem, OSError):
        full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
        return (
            errors.DiskFull(str(folder))
            if full
            else errors.CaseNotReachable(str(folder), problem.strerror or str(problem))
        )
    name = getattr(problem, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return errors.DiskFull(str(folder))
    if name.startswith("SQLITE_BUSY") or name.startswith("SQLITE_LOCKED"):
        return errors.CaseLocked(str(folder))
    if isinstance(problem, Strange):
        return errors.CaseDamaged(str(folder), str(problem))
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return errors.CaseDamaged(str(folder), "rows of its database point to nothing")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")) or str(problem).startswith(_LACKING):
        return errors.CaseDamaged(str(folder), str(problem))
    if name.startswith(("SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_PERM")):
        return errors.DiskFailed(str(folder), str(problem))
    if name.startswith("SQLITE_CANTOPEN"):
        return errors.CaseNotReachable(str(folder), str(problem))
    return problem
