"""Items: adding what an import found, and reading rows and whole items."""

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from annotator.analysis import Analysis, Frame
from annotator.model import ContentWarning, Finding, Item, Kind, Level, Note, Status, Tag
from annotator.store import hashlists, stored
from annotator.store.journal import now
from annotator.text import folded, ordered, shown

_SEARCHED_CHARACTERS = 20_000
"""Of one item's metadata; binary blobs printed as text would swell the index."""

_ROW = """
SELECT item, sha256, kind, sampled, name, media_type, bytes, width, height, duration, captured_at, captured_at_source,
    latitude, longitude, location_source, make, model, camera_source, orientation, parent, time_in_video, phash,
    warning_level,
    (SELECT json_group_array(term) FROM warning_content w WHERE w.item = i.item),
    (SELECT json_group_array(n.name) FROM item_incidents x JOIN incidents n USING (incident) WHERE x.item = i.item),
    (SELECT json_group_array(n.name) FROM item_places x JOIN places n USING (place) WHERE x.item = i.item),
    (SELECT json_group_array(tag) FROM item_tags x WHERE x.item = i.item),
    status, failure_code, failure_message,
    CASE WHEN problems
        THEN (SELECT json_group_array(json_array(code, message)) FROM findings f WHERE f.item = i.item) END,
    covered, copy_group, paths, possible, scene
FROM items i
"""


def known(connection: sqlite3.Connection, sha256: str) -> int | None:
    """The item with these bytes."""
    row = connection.execute("SELECT item FROM items WHERE sha256 = ?", (sha256,)).fetchone()
    return int(row[0]) if row else None


def matching(connection: sqlite3.Connection, prefix: str) -> list[int]:
    """Up to two items whose SHA-256 begins so (lower-case hex digits)."""
    rows = connection.execute("SELECT item FROM items WHERE sha256 >= ? AND sha256 < ? LIMIT 2", (prefix, prefix + "g"))
    return [row[0] for row in rows]


def exists(connection: sqlite3.Connection, item: int) -> bool:
    """Whether there is an item of this number."""
    return connection.execute("SELECT 1 FROM items WHERE item = ?", (item,)).fetchone() is not None


def add(
    connection: sqlite3.Connection,
    analysis: Analysis,
    *,
    sha256: str | None,
    size: int | None,
    name: str,
    linked: str | None = None,
    parent: int | None = None,
    time: float | None = None,
    pts: int | None = None,
    made_by: str | None = None,
) -> int:
    """Add an item and return its number; `sha256` is None for a sampled frame only.

    A frame has its video as `parent`, its `time` there in seconds, and the time stamp `pts` itself.
    """
    hashes = analysis.hashes
    cursor = connection.execute(
        "INSERT INTO items (sha256, kind, sampled, name, name_order, media_type, extension, bytes, linked, width,"
        " height, duration, captured_at, captured_at_source, latitude, longitude, location_source, make, model, "
        "camera_source, orientation, parent, time_in_video, pts, made_by, failure_code, failure_message, recipe, "
        "phash, variants, flat, problems, imported_at) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            sha256, analysis.kind, sha256 is None, shown(name), ordered(shown(name)),
            analysis.media_type, analysis.extension, size,
            os.fsencode(linked) if linked is not None else None,
            analysis.width, analysis.height, analysis.duration, analysis.captured_at, analysis.captured_at_source,
            analysis.latitude, analysis.longitude, analysis.location_source,
            analysis.make, analysis.model, analysis.camera_source, analysis.orientation,
            parent, time, pts, made_by,
            analysis.failure.code if analysis.failure else None,
            analysis.failure.message if analysis.failure else None,
            hashes.recipe if hashes else None, hashes.variants[0] if hashes else None,
            " ".join(hashes.variants) if hashes else None, bool(hashes and hashes.flat),
            len(analysis.findings) + bool(analysis.failure), now(),
        ),
    )  # fmt: skip
    item = int(cursor.lastrowid or 0)
    if hashes is not None and hashes.exchanged is not None:
        hashlists.keep(connection, item, hashes.exchanged)
    if sha256 is not None:
        connection.execute("INSERT INTO name_parts (rowid, name) VALUES (?, ?)", (item, folded(shown(name))))
    connection.executemany(
        "INSERT INTO metadata VALUES (?,?,?,?,?,?)",
        ((item, place, tag.source, tag.tag, tag.value, tag.raw) for place, tag in enumerate(analysis.tags)),
    )
    connection.executemany(
        "INSERT INTO findings VALUES (?,?,?,?)",
        ((item, place, finding.code, finding.message) for place, finding in enumerate(analysis.findings)),
    )
    return item


def add_sampled(connection: sqlite3.Connection, video: int, name: str, frame: Frame) -> int:
    """Add a frame that was sampled from a video."""
    analysis = Analysis(kind=Kind.FRAME, media_type="", extension="", hashes=frame.hashes)
    return add(connection, analysis, sha256=None, size=None, name=name, parent=video, time=frame.time, pts=frame.pts)


def add_sighting(connection: sqlite3.Connection, item: int, path: str) -> bool:
    """Note a path under which an item's bytes were found; False where it was known."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO sightings (item, path, raw, seen_at) VALUES (?,?,?,?)",
        (item, shown(path), os.fsencode(path), now()),
    )
    new = cursor.rowcount == 1
    if new:
        connection.execute("UPDATE items SET paths = paths + 1 WHERE item = ?", (item,))
    return new


def add_sidecar(
    connection: sqlite3.Connection, item: int, path: str, *, sha256: str, extension: str, size: int, linked: str | None
) -> bool:
    """Note a sidecar of an item; False where it was known."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO sidecars (item, sha256, extension, bytes, path, raw, linked) VALUES (?,?,?,?,?,?,?)",
        (item, sha256, extension, size, shown(path), os.fsencode(path), os.fsencode(linked) if linked else None),
    )
    return cursor.rowcount == 1


def index(connection: sqlite3.Connection, items: Iterable[int]) -> None:
    """Bring the text index up to date for these items."""
    for item in items:
        words: list[str] = []
        for query in (
            "SELECT name FROM items WHERE item = ?",
            "SELECT path FROM sightings WHERE item = ?",
            "SELECT tag FROM item_tags WHERE item = ?",
            "SELECT text FROM notes WHERE item = ?",
            "SELECT label FROM regions WHERE item = ?",
            "SELECT note FROM regions WHERE item = ?",
            "SELECT name FROM item_incidents JOIN incidents USING (incident) WHERE item = ?",
            "SELECT name FROM item_places JOIN places USING (place) WHERE item = ?",
        ):
            words += (row[0] for row in connection.execute(query, (item,)))
        room = _SEARCHED_CHARACTERS
        for (value,) in connection.execute("SELECT value FROM metadata WHERE item = ? ORDER BY position", (item,)):
            if (room := room - len(value)) < 0:
                break
            words.append(value)
        connection.execute("DELETE FROM search WHERE rowid = ?", (item,))
        connection.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (item, folded("\n".join(words))))


def rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Item]:
    """The rows of these items, in the order asked; numbers that are not there are left out."""
    asked = json.dumps(list(numbers))
    found = connection.execute(f"{_ROW} WHERE item IN (SELECT value FROM json_each(?))", (asked,))
    by_number = {row[0]: _item(row) for row in found}
    return [by_number[number] for number in numbers if number in by_number]


def covered(connection: sqlite3.Connection, numbers: Sequence[int]) -> set[int]:
    """Which of these items are covered."""
    query = "SELECT item FROM items WHERE covered AND item IN (SELECT value FROM json_each(?))"
    return {row[0] for row in connection.execute(query, (json.dumps(list(numbers)),))}


def frames_of(connection: sqlite3.Connection, video: int) -> list[Item]:
    """Sampled and kept frames of a video, by time."""
    return [
        _item(row) for row in connection.execute(f"{_ROW} WHERE parent = ? ORDER BY time_in_video, sampled", (video,))
    ]


def location(connection: sqlite3.Connection, item: int) -> tuple[str | None, str, str | None, str]:
    """Where an item's bytes lie: its SHA-256, extension, the path outside the case where it was linked, its name."""
    row = connection.execute("SELECT sha256, extension, linked, name FROM items WHERE item = ?", (item,)).fetchone()
    if row is None or (row[2] is not None and b"\0" in row[2]):
        raise stored.Strange("an item in it can't be found")
    return *stored.name_of(row[0], row[1]), os.fsdecode(row[2]) if row[2] is not None else None, row[3]


def picture_key(connection: sqlite3.Connection, item: int) -> tuple[str | None, int | None, str]:
    """What names an item's picture: its SHA-256, or for a sampled frame the time stamp and its video's SHA-256."""
    row = connection.execute(
        "SELECT i.sha256, i.pts, coalesce(v.sha256, '') FROM items i LEFT JOIN items v ON v.item = i.parent"
        " WHERE i.item = ?",
        (item,),
    ).fetchone()
    if row is None or not (row[0] or row[2]):
        raise stored.Strange("an item in it can't be found")
    stored.name_of(row[0] or row[2], "")
    return row[0], row[1], row[2]


def made_by(connection: sqlite3.Connection, item: int) -> str | None:
    """How a kept frame was made."""
    row = connection.execute("SELECT made_by FROM items WHERE item = ?", (item,)).fetchone()
    return None if row is None else row[0]


def paths(connection: sqlite3.Connection, item: int) -> tuple[str, ...]:
    """Every path under which an item was found, safe to display."""
    return tuple(
        row[0] for row in connection.execute("SELECT path FROM sightings WHERE item = ? ORDER BY seen_at", (item,))
    )


def sidecars(connection: sqlite3.Connection, item: int) -> list[tuple[str, str, str, str | None]]:
    """SHA-256, extension, path (safe to display) and link of an item's sidecars."""
    found = connection.execute(
        "SELECT sha256, extension, path, linked FROM sidecars WHERE item = ? ORDER BY path", (item,)
    )
    return [
        (*stored.name_of(str(row[0]), row[1]), row[2], os.fsdecode(row[3]) if row[3] is not None else None)
        for row in found
    ]


def metadata(connection: sqlite3.Connection, item: int) -> tuple[Tag, ...]:
    """All that was read of an item."""
    found = connection.execute("SELECT source, tag, value, raw FROM metadata WHERE item = ? ORDER BY position", (item,))
    return tuple(Tag(source=row[0], tag=row[1], value=row[2], raw=row[3]) for row in found)


def notes(connection: sqlite3.Connection, item: int) -> tuple[Note, ...]:
    """What reviewers wrote about an item, oldest first."""
    found = connection.execute("SELECT note, text, at, actor FROM notes WHERE item = ? ORDER BY note", (item,))
    return tuple(Note(note=row[0], text=row[1], at=row[2], actor=row[3]) for row in found)


def noted(connection: sqlite3.Connection, numbers: Sequence[int]) -> tuple[int, ...]:
    """Those of these items that have notes."""
    query = "SELECT DISTINCT item FROM notes WHERE item IN (SELECT value FROM json_each(?)) ORDER BY item"
    return tuple(row[0] for row in connection.execute(query, (json.dumps(list(numbers)),)))


def _item(row: Sequence[Any]) -> Item:
    (
        item, sha256, kind, sampled, name, media_type, size, width, height, duration, captured_at, captured_at_source,
        latitude, longitude, location_source, make, model, camera_source, orientation, parent, time_in_video,
        phash, level,
        content, incidents, places, tags, status, failure_code, failure_message, findings, covered, group, paths,
        possible, scene,
    ) = row  # fmt: skip
    problems = [(failure_code, failure_message)] if failure_code else []
    problems += json.loads(str(findings)) if findings else []
    return Item(
        item=item, sha256=sha256, kind=stored.one_of(Kind, kind), sampled=bool(sampled), name=name,
        media_type=media_type, bytes=size, width=width, height=height, duration=duration,
        captured_at=captured_at, captured_at_source=captured_at_source, latitude=latitude, longitude=longitude,
        location_source=location_source, camera_source=camera_source,
        make=make, model=model, orientation=orientation, parent=parent, time_in_video=time_in_video, phash=phash,
        warning=ContentWarning(level=stored.one_of(Level, level), content=tuple(sorted(json.loads(str(content))))),
        incidents=tuple(json.loads(str(incidents))), places=tuple(json.loads(str(places))),
        tags=tuple(json.loads(str(tags))), status=stored.one_of(Status, status), readable=failure_code is None,
        problems=tuple(Finding(code=str(code), message=str(message)) for code, message in problems),
        covered=bool(covered), group=group, paths=paths, possible=bool(possible), scene=bool(scene),
    )  # fmt: skip
