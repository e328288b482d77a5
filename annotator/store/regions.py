"""Regions and markers of items: reading them, and their rows as edits write them."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

from annotator.region import Cover, Region, Shape
from annotator.store import stored
from annotator.store.edits import Row
from annotator.store.journal import canonical

_REGION = "SELECT region, item, shape, points, began, ended, label, note, cover, at, actor FROM regions"
_COVERING = (Cover.COVERED, Cover.REDACTED)


def of(connection: sqlite3.Connection, item: int) -> list[Region]:
    """Regions and markers of an item, by time and number."""
    found = connection.execute(f"{_REGION} WHERE item = ? ORDER BY coalesce(began, 0), region", (item,))
    return [_region(row) for row in found]


def get(connection: sqlite3.Connection, number: int) -> Region | None:
    """The region of this number."""
    row = connection.execute(f"{_REGION} WHERE region = ?", (number,)).fetchone()
    return _region(row) if row else None


def next_number(connection: sqlite3.Connection) -> int:
    """A number that no region of this case has ever had; asked within the transaction that gives it."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'regions'").fetchone()
    return int(row[0]) + 1 if row else 1


def labels(connection: sqlite3.Connection) -> list[str]:
    """All labels in use."""
    return [row[0] for row in connection.execute("SELECT DISTINCT label FROM regions WHERE label <> '' ORDER BY label")]


def parts(connection: sqlite3.Connection, item: int, seconds: float | None) -> list[Region]:
    """The regions that cover or uncover a part of an item's picture; of a video, of its picture at `seconds`.

    What covers a part of a video covers it in its frames too. Where the time of a video's picture is not known, all
    that covers a part at any time does, and nothing uncovers one.
    """
    row = connection.execute("SELECT parent, time_in_video FROM items WHERE item = ?", (item,)).fetchone()
    if row is None:
        raise stored.Strange("an item in it can't be found")
    video, time = row
    own = [region for region in of(connection, item) if region.cover and region.points]
    if seconds is not None:
        own = [region for region in own if region.on_show(seconds)]
    else:
        own = [region for region in own if region.began is None or region.cover in _COVERING]
    if video is None or time is None:
        return own
    return own + [region for region in parts(connection, video, time) if region.cover in _COVERING]


def showing(connection: sqlite3.Connection, items: Collection[int]) -> frozenset[int]:
    """These items and their frames: all whose pictures a region of theirs may cover."""
    query = "SELECT item FROM items WHERE parent IN (SELECT value FROM json_each(?))"
    return frozenset(items).union(row[0] for row in connection.execute(query, (json.dumps(sorted(items)),)))


def values(region: Region) -> Row:
    """What a region's row holds besides its key."""
    return {
        "shape": region.shape, "points": canonical(region.points), "began": region.began, "ended": region.ended,
        "label": region.label, "note": region.note, "cover": region.cover, "at": region.at, "actor": region.actor,
    }  # fmt: skip


def _region(row: Sequence[Any]) -> Region:
    region, item, shape, points, began, ended, label, note, cover, at, actor = row
    return Region(
        region=region, item=item, shape=stored.one_of(Shape, shape), points=stored.points(points),
        began=began, ended=ended, label=label, note=note, cover=stored.one_of(Cover, cover), at=at, actor=actor,
    )  # fmt: skip
