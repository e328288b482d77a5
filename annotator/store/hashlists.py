"""Lists of known hashes as they stand in the database, the hashes of items to compare with them, and what was found."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.analysis import Exchanged
from annotator.hashlist import HashList, Hit, How
from annotator.store import stored

_LIST = (
    "SELECT list, name, source, sha256, graphic, entries, bad, weak, files, phashes, pdqs, at, actor,"
    " (SELECT count(DISTINCT item) FROM known_hits h WHERE h.list = hash_lists.list) FROM hash_lists"
)
_HIT = (
    "SELECT h.item, h.list, l.name, l.graphic, h.line, coalesce(w.words, ''), h.how, h.bits, h.time FROM known_hits h"
    " JOIN hash_lists l USING (list) LEFT JOIN known_words w ON w.list = h.list AND w.line = h.line"
)
_SUREST = "CASE h.how WHEN 'same-file' THEN 0 WHEN 'pdq' THEN 1 ELSE 2 END, h.bits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One picture of an item, its own or a sampled frame's, as lists are asked for it."""

    owner: int
    """The item, or the video that it is a frame of."""
    time: float | None
    phashes: NDArray[np.uint8]
    """(n, 8): in eight positions without its borders, then as it is with them; none where they mean nothing."""
    pdqs: NDArray[np.uint8]
    """(n, 32): in eight positions; none where they mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The perceptual hashes of a list: `hashes` (n, bytes) as bits, and the line that each stands in."""

    hashes: NDArray[np.uint8]
    lines: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit as it is kept."""

    item: int
    list: int
    line: int
    how: How
    bits: int
    time: float | None


# --- hashes of items


def keep(connection: sqlite3.Connection, item: int, hashes: Exchanged) -> None:
    """Keep what lists are asked for an item."""
    connection.execute(
        "INSERT INTO exchanged VALUES (?,?,?,?,?)",
        (item, hashes.recipe, hashes.phash, bytes.fromhex("".join(hashes.pdq)), hashes.quality),
    )


def pictures(connection: sqlite3.Connection, owners: Sequence[int], *, recipe: str, quality: int) -> Iterator[Shown]:
    """The pictures of these items and their sampled frames; `recipe` is that of pHashes that can be compared, and
    `quality` the least that PDQ says of a picture whose hashes mean something."""
    query = (
        "SELECT CASE WHEN sampled THEN parent ELSE item END AS owner, CASE WHEN sampled THEN time_in_video END,"
        " CASE WHEN items.recipe = :recipe THEN variants END, e.phash, pdq, quality, flat"
        " FROM items JOIN exchanged e USING (item)"
        " WHERE item IN (SELECT value FROM json_each(:owners))"
        " OR (parent IN (SELECT value FROM json_each(:owners)) AND sampled = 1) ORDER BY owner, item"
    )
    known = {"recipe": recipe, "owners": json.dumps(list(owners))}
    for owner, time, variants, plain, pdq, found, flat in connection.execute(query, known):
        with stored.reading("a hash of a picture"):
            # Neither is enough: PDQ's quality is high in stripes that it can't see, and a soft shadow is not flat.
            poor = flat or found < quality
            phashes = b"" if poor or variants is None else bytes.fromhex(f"{variants} {plain}")
            pdqs = b"" if poor else bytes(pdq)
            yield Shown(owner=owner, time=time, phashes=_bits(phashes, 8), pdqs=_bits(pdqs, 32))


def _bits(hashes: bytes, width: int) -> NDArray[np.uint8]:
    return np.frombuffer(hashes, np.uint8).reshape(-1, width)


def owners(connection: sqlite3.Connection, *, after: int, most: int) -> list[int]:
    """The next items, by number; sampled frames are of their videos."""
    query = "SELECT item FROM items WHERE sampled = 0 AND item > ? ORDER BY item LIMIT ?"
    return [row[0] for row in connection.execute(query, (after, most))]


def items(connection: sqlite3.Connection) -> int:
    """How many there are of them, without sampled frames."""
    return int(connection.execute("SELECT count(*) FROM items WHERE sampled = 0").fetchone()[0])


def exported(connection: sqlite3.Connection, numbers: Sequence[int], *, names: bool) -> Iterator[tuple[Any, ...]]:
    """SHA-256, pHash, PDQ and its quality, size and kind of these items, in their order, and their names where asked;
    None where there is none."""
    query = (
        "SELECT i.item, i.sha256, CASE WHEN flat = 0 THEN e.phash END, lower(hex(substr(pdq, 1, 32))), quality,"
        " bytes, kind, name FROM items i LEFT JOIN exchanged e USING (item)"
        " WHERE i.item IN (SELECT value FROM json_each(?))"
    )
    found = {row[0]: row[1 : None if names else -1] for row in connection.execute(query, (json.dumps(list(numbers)),))}
    return (found[number] for number in numbers if number in found)


# --- lists


def lists(connection: sqlite3.Connection) -> list[HashList]:
    """All lists, by name."""
    return [_list(row) for row in connection.execute(f"{_LIST} ORDER BY name COLLATE NOCASE, list")]


def version(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many lists there are, and the newest: two different ones where lists came or went."""
    count, newest = connection.execute("SELECT count(*), coalesce(max(list), 0) FROM hash_lists").fetchone()
    return int(count), int(newest)


def named(connection: sqlite3.Connection, name: str) -> HashList | None:
    """The list of this name, or of this number."""
    number = int(name) if name.isascii() and name.isdigit() and len(name) < 18 else None
    row = connection.execute(f"{_LIST} WHERE name = ? OR list = ? ORDER BY name <> ?", (name, number, name)).fetchone()
    return _list(row) if row else None


def add(connection: sqlite3.Connection, new: HashList) -> int:
    """Add a list without its hashes and return its number."""
    cursor = connection.execute(
        "INSERT INTO hash_lists (name, source, sha256, graphic, entries, bad, weak, files, phashes, pdqs, at, actor)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            new.name, new.source, new.sha256, new.graphic, new.entries, new.bad, new.weak, new.files, new.phashes,
            new.pdqs, new.at, new.actor,
        ),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def count(
    connection: sqlite3.Connection, number: int, *, sha256: str, entries: int, bad: int, weak: int, files: int,
    phashes: int, pdqs: int,
) -> None:  # fmt: skip
    """Say of a list what its file had: its SHA-256, rows, and hashes of each kind."""
    connection.execute(
        "UPDATE hash_lists SET sha256 = ?, entries = ?, bad = ?, weak = ?, files = ?, phashes = ?, pdqs = ?"
        " WHERE list = ?",
        (sha256, entries, bad, weak, files, phashes, pdqs, number),
    )


def add_files(connection: sqlite3.Connection, number: int, files: Iterable[tuple[str, int]]) -> None:
    """Add SHA-256 digests with their lines to a list; sorted they are added soonest."""
    rows = ((sha256, number, line) for sha256, line in files)
    connection.executemany("INSERT INTO known_files VALUES (?,?,?)", rows)


def add_pictures(
    connection: sqlite3.Connection, number: int, how: How, part: int, pictures: Sequence[tuple[str, int]]
) -> None:
    """Add a part of a list's perceptual hashes, hex digits with their lines."""
    hashes = bytes.fromhex("".join(hash for hash, _ in pictures))
    lines = np.array([line for _, line in pictures], "<i8").tobytes()
    connection.execute("INSERT INTO known_pictures VALUES (?,?,?,?,?)", (number, how, part, hashes, lines))


def add_words(connection: sqlite3.Connection, number: int, words: Iterable[tuple[int, str]]) -> None:
    """Add what a list says of its lines."""
    connection.executemany("INSERT INTO known_words VALUES (?,?,?)", ((number, line, text) for line, text in words))


def remove(connection: sqlite3.Connection, number: int) -> frozenset[int]:
    """Take a list out with all its hashes; returns the items that were found in it."""
    query = "SELECT DISTINCT item FROM known_hits WHERE list = ?"
    touched = frozenset(row[0] for row in connection.execute(query, (number,)))
    for table in ("known_hits", "known_words", "known_pictures", "known_files", "hash_lists"):
        connection.execute(f"DELETE FROM {table} WHERE list = ?", (number,))
    return touched


def listed(connection: sqlite3.Connection, number: int, how: How) -> Listed:
    """The perceptual hashes of one kind of a list."""
    query = "SELECT hashes, lines FROM known_pictures WHERE list = ? AND how = ? ORDER BY part"
    parts = connection.execute(query, (number, how)).fetchall()
    with stored.reading("a list of hashes"):
        hashes = _bits(b"".join(part for part, _ in parts), 8 if how is How.PHASH else 32)
        lines = np.frombuffer(b"".join(part for _, part in parts), "<i8").astype(np.int64)
        if len(hashes) != len(lines):
            raise ValueError
    return Listed(hashes=hashes, lines=lines)


def _list(row: Sequence[Any]) -> HashList:
    number, name, source, sha256, graphic, entries, bad, weak, files, phashes, pdqs, at, actor, found = row
    return HashList(
        list=number, name=name, source=source, sha256=sha256, graphic=bool(graphic), entries=entries, bad=bad,
        weak=weak, files=files, phashes=phashes, pdqs=pdqs, at=at, actor=actor, items=found,
    )  # fmt: skip


# --- what was found


def same_files(connection: sqlite3.Connection, items: Sequence[int], number: int | None) -> list[Found]:
    """Where the bytes of these items stand in lists, or in one list."""
    query = (
        "SELECT i.item, k.list, k.line FROM items i CROSS JOIN known_files k USING (sha256)"
        " WHERE i.item IN (SELECT value FROM json_each(:items)) AND (:list IS NULL OR k.list = :list)"
    )
    return [
        Found(item=item, list=list_, line=line, how=How.SAME_FILE, bits=0, time=None)
        for item, list_, line in connection.execute(query, {"items": json.dumps(list(items)), "list": number})
    ]


def add_hits(connection: sqlite3.Connection, hits: Iterable[Found]) -> None:
    """Keep what was found."""
    connection.executemany(
        "INSERT INTO known_hits (item, list, line, how, bits, time) VALUES (?,?,?,?,?,?)",
        ((hit.item, hit.list, hit.line, hit.how, hit.bits, hit.time) for hit in hits),
    )


def hits(connection: sqlite3.Connection, *, item: int | None = None, number: int | None = None) -> Iterator[Hit]:
    """What was found: of one item, in one list, or all; by item, the surest of each first."""
    conditions = {"h.item": item, "h.list": number}
    given = {name: value for name, value in conditions.items() if value is not None}
    where = " AND ".join(f"{name} = ?" for name in given) or "1"
    query = f"{_HIT} WHERE {where} ORDER BY h.item, {_SUREST}, h.list, h.line"
    for found, list_, name, graphic, line, words, how, bits, time in connection.execute(query, tuple(given.values())):
        yield Hit(
            item=found, list=list_, name=name, graphic=bool(graphic), line=line, words=words,
            how=stored.one_of(How, how), bits=bits, time=time,
        )  # fmt: skip


def found_in(connection: sqlite3.Connection, number: int) -> frozenset[int]:
    """The items that were found in a list."""
    return frozenset(
        row[0] for row in connection.execute("SELECT DISTINCT item FROM known_hits WHERE list = ?", (number,))
    )
