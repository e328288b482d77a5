"""The pictures of a case, its own and those of videos, as whoever looks for copies asks for them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.model import Kind
from annotator.store import stored

_KEY = "coalesce(i.sha256, (SELECT v.sha256 FROM items v WHERE v.item = i.parent) || '-' || i.pts)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One picture of the case."""

    number: int
    owner: int
    """The item that it stands for: itself, or for a sampled frame its video."""
    kind: Kind
    """Of the owner."""
    time: float
    """Of a sampled frame, in seconds; 0 for others."""
    key: str
    """What names the picture (see `annotator.thumbnails`)."""
    group: int
    """Of copies; the owner where there is none."""


def hashes_after(
    connection: sqlite3.Connection, number: int, recipe: str
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]:
    """The pictures after `number` with a meaningful hash, and their hashes: int64 (n,) and uint64 (n,)."""
    # As two texts: a row for each would take and give back the interpreter's lock a million times.
    numbers, hashes = connection.execute(
        "SELECT json_group_array(item), group_concat(phash, '') FROM items WHERE item > ? AND recipe = ? AND flat = 0",
        (number, recipe),
    ).fetchone()
    with stored.reading("a hash of a picture"):
        items = np.array(json.loads(numbers), np.int64)
        values = np.frombuffer(bytes.fromhex(hashes or ""), ">u8").astype(np.uint64)
        if len(items) != len(values) or (len(items) and not stored.MOST_ITEMS > items.max() >= items.min() >= 0):
            raise ValueError
    return items, values


def last(connection: sqlite3.Connection) -> int:
    """The newest item; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(item), 0) FROM items").fetchone()[0])


def keys_after(connection: sqlite3.Connection, number: int) -> Iterator[tuple[int, str | None, bool]]:
    """Items after `number`, in order: their number, what names their picture, and whether they have one that was
    read."""
    query = (
        f"SELECT i.item, {_KEY}, i.phash IS NOT NULL AND i.kind <> 'video' FROM items i"
        " WHERE i.item > ? ORDER BY i.item"
    )
    for item, key, read in connection.execute(query, (number,)):
        yield item, key, bool(read)


def key_of(connection: sqlite3.Connection, number: int) -> str | None:
    """What names the picture of an item."""
    row = connection.execute(f"SELECT {_KEY} FROM items i WHERE i.item = ?", (number,)).fetchone()
    return row[0] if row else None


def frames(connection: sqlite3.Connection, video: int) -> list[tuple[float, str]]:
    """The sampled frames of a video, in order: seconds, and what names the picture."""
    query = (
        f"SELECT i.time_in_video, {_KEY} FROM items i WHERE i.parent = ? AND i.sampled = 1"
        " AND i.time_in_video IS NOT NULL ORDER BY i.time_in_video"
    )
    return [
        (stored.seconds(time, "the time of a frame"), str(key)) for time, key in connection.execute(query, (video,))
    ]


def known(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Known]:
    """These pictures, by number."""
    query = (
        f"SELECT i.item, o.item, o.kind, CASE WHEN i.sampled THEN i.time_in_video ELSE 0.0 END, {_KEY},"
        " coalesce(o.copy_group, o.item) FROM items i JOIN items o ON o.item = CASE WHEN i.sampled THEN i.parent ELSE"
        " i.item END WHERE i.item IN (SELECT value FROM json_each(?))"
    )
    return {
        row[0]: Known(
            number=row[0], owner=row[1], kind=stored.one_of(Kind, row[2]),
            time=stored.seconds(row[3] or 0.0, "the time of a frame"), key=str(row[4]), group=row[5],
        )
        for row in connection.execute(query, (json.dumps(list(numbers)),))
    }  # fmt: skip
