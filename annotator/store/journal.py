"""The hash-chained journal: rows are added, never changed."""

import json
import secrets
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime

from annotator import checker
from annotator.model import JournalRow

_COLUMNS = "chain, seq, at, action, subject, actor, detail, actor_salt, detail_salt, previous, digest"


def now() -> str:
    """The time in UTC, ISO 8601 to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces, so that the same value has the same digest everywhere."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def append(
    connection: sqlite3.Connection,
    *,
    action: str,
    subject: str,
    actor: str,
    detail: Mapping[str, object],
    items: Iterable[int] = (),
    undoes: int | None = None,
) -> JournalRow:
    """Add the row of a change to the transaction that makes the change.

    `subject` is the SHA-256 of the one item it is about, or words for anything else; `items` are the items in whose
    history it shows.
    """
    newest = connection.execute("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (newest[0] + 1, newest[1]) if newest else (1, checker.GENESIS)
    chain = connection.execute("SELECT value FROM facts WHERE key = 'chain'").fetchone()[0]
    at, text = now(), canonical(detail)
    actor_salt, detail_salt = secrets.token_hex(16), secrets.token_hex(16)
    digest = checker.journal_digest(
        chain=chain,
        seq=seq,
        at=at,
        action=action,
        subject=subject,
        actor_commitment=checker.commitment(actor_salt, actor),
        detail_commitment=checker.commitment(detail_salt, text),
        previous=previous,
    )
    row = (chain, seq, at, action, subject, actor, text, actor_salt, detail_salt, previous, digest)
    connection.execute(f"INSERT INTO journal ({_COLUMNS}, undoes) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (*row, undoes))
    connection.executemany(
        "INSERT OR IGNORE INTO journal_items (item, seq) VALUES (?, ?)", ((item, seq) for item in items)
    )
    return _row(row)


def rows(connection: sqlite3.Connection, *, item: int | None = None) -> Iterator[JournalRow]:
    """The journal, oldest first; with `item`, what touched that item."""
    query = f"SELECT {_COLUMNS} FROM journal"
    if item is not None:
        query += " JOIN journal_items USING (seq) WHERE item = ?"
    for row in connection.execute(query + " ORDER BY seq", () if item is None else (item,)):
        yield _row(row)


def touching(connection: sqlite3.Connection, item: int) -> list[int]:
    """Numbers of the rows that touched an item."""
    return [row[0] for row in connection.execute("SELECT seq FROM journal_items WHERE item = ? ORDER BY seq", (item,))]


def touching_more(connection: sqlite3.Connection, items: int) -> frozenset[int]:
    """Numbers of the rows that touched more items than that."""
    query = "SELECT seq FROM journal_items GROUP BY seq HAVING count(*) > ?"
    return frozenset(row[0] for row in connection.execute(query, (items,)))


def row(connection: sqlite3.Connection, seq: int) -> JournalRow:
    """One row."""
    return _row(connection.execute(f"SELECT {_COLUMNS} FROM journal WHERE seq = ?", (seq,)).fetchone())


def newest(connection: sqlite3.Connection) -> int:
    """The number of the newest row; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def head(connection: sqlite3.Connection) -> JournalRow | None:
    """The newest row."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return _row(row) if row else None


def next_undo(connection: sqlite3.Connection, actor: str, *, after: int, but: Collection[int]) -> JournalRow | None:
    """The actor's newest change that can be taken back and was not, among the rows after `after`."""
    return _newest(connection, "json_type(detail, '$.edits') = 'array'", actor, after, but)


def next_redo(connection: sqlite3.Connection, actor: str, *, after: int, but: Collection[int]) -> JournalRow | None:
    """The actor's newest undo that can be taken back, unless the actor has changed something else since."""
    query = (
        "SELECT seq FROM journal WHERE actor = ? AND undoes IS NULL AND seq > ?"
        " AND json_type(detail, '$.edits') = 'array' ORDER BY seq DESC LIMIT 1"
    )
    fresh = connection.execute(query, (actor, after)).fetchone()
    return _newest(connection, "action = 'undo'", actor, fresh[0] if fresh else after, but)


def _newest(
    connection: sqlite3.Connection, condition: str, actor: str, after: int, but: Collection[int]
) -> JournalRow | None:
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM journal j WHERE actor = ? AND seq > ?"
        " AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.seq)"
        f" AND seq NOT IN (SELECT value FROM json_each(?)) AND {condition} ORDER BY seq DESC LIMIT 1",
        (actor, after, json.dumps(list(but))),
    ).fetchone()
    return _row(row) if row else None


def _row(row: tuple[str | int, ...]) -> JournalRow:
    chain, seq, at, action, subject, actor, detail, actor_salt, detail_salt, previous, digest = row
    return JournalRow(
        chain=str(chain), seq=int(seq), at=str(at), action=str(action), subject=str(subject), actor=str(actor),
        detail=str(detail), actor_salt=str(actor_salt), detail_salt=str(detail_salt),
        previous=str(previous), digest=str(digest),
    )  # fmt: skip
