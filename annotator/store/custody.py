"""Which files a case answers for, and whether its journal tells how each came into it."""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.store import stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A file that the case answers for: an item's bytes, or a sidecar's."""

    item: int
    sha256: str
    extension: str
    linked: str | None
    """Where it lies, if outside of the case."""
    bytes: int


def held(connection: sqlite3.Connection) -> Iterator[Held]:
    """Every original, kept frame and sidecar, by item."""
    query = (
        "SELECT item, sha256, extension, linked, bytes FROM items WHERE sha256 IS NOT NULL"
        " UNION ALL SELECT item, sha256, extension, linked, bytes FROM sidecars ORDER BY item"
    )
    for item, sha256, extension, linked, size in connection.execute(query):
        stored.name_of(sha256, extension)
        yield Held(
            item=item, sha256=sha256, extension=extension, linked=None if linked is None else os.fsdecode(linked),
            bytes=size or 0,
        )  # fmt: skip


def contradictions(connection: sqlite3.Connection) -> list[str]:
    """Where the journal and the items disagree on what was taken in, a sentence each."""
    lost = connection.execute(
        "SELECT seq, subject FROM journal WHERE action = 'import' AND subject NOT IN"
        " (SELECT sha256 FROM items WHERE sha256 IS NOT NULL) ORDER BY seq"
    )
    found = [f"row {seq} of the journal tells of importing {subject}, which is no item" for seq, subject in lost]
    foisted = connection.execute(
        "SELECT item, sha256 FROM items WHERE sha256 IS NOT NULL AND CASE WHEN parent IS NULL"
        " THEN sha256 NOT IN (SELECT subject FROM journal WHERE action = 'import')"
        " ELSE item NOT IN (SELECT item FROM journal_items) END ORDER BY item"
    )
    return found + [f"item {item} ({sha256}) is here, but the journal does not tell how" for item, sha256 in foisted]
