"""Finding items: a filter becomes one SQL query, answered from indexes."""

import json
import math
import sqlite3
from array import array
from collections.abc import Sequence

from annotator.model import NOT_GIVEN, Filter, Kind, Sort
from annotator.store import words

_ORDER = {
    Sort.ITEM: "item",
    Sort.CAPTURED: "captured_at",
    Sort.NAME: "name_order",
    Sort.SIZE: "bytes",
    Sort.ALIKE: "item",  # `annotator.alike` puts them in order
}
COLUMNS = {"kind": "kind", "status": "status", "warning": "warning_level", "camera": "camera"}
"""The columns of `items` that filters of one value or several are about."""
JOINED = {
    "incident": ("item_incidents JOIN incidents USING (incident)", "name"),
    "place": ("item_places JOIN places USING (place)", "name"),
    "tag": ("item_tags", "tag"),
    "review": ("review_states", "state"),
    "known": ("known_items", "name"),
}
"""Tables that give items any number of values, and the column of the value."""
FLAGS = {
    "dated": "dated",
    "duplicates": "copied",
    "undecided": "doubted",
    "possible": "possible",
    "same_scene": "scene",
    "problems": "troubled",
    "has_position": "located",
    "covered": "covered",
}

_AMONG = "item IN (SELECT value FROM json_each(?))"
_KM_PER_DEGREE = 111.195
"""Of a great circle on a sphere of 6,371 km."""

Condition = tuple[str, list[object]]
"""What must hold, and the values that it binds."""


def find(connection: sqlite3.Connection, wanted: Filter) -> "array[int]":
    """Numbers of the items that fit, in order; ordered by likeness they are in order of import."""
    condition, values = both(conditions(connection, wanted))
    if wanted.also:
        condition, values = f"(({condition}) OR {_AMONG})", [*values, json.dumps(wanted.also)]
    order = f"{_ORDER[wanted.sort]} {'DESC' if wanted.descending else 'ASC'}, item"
    found = array("q")
    # What has no date comes last either way; as two queries, both are answered in the order of the index.
    for dated in ("captured_at IS NOT NULL", "captured_at IS NULL") if wanted.sort is Sort.CAPTURED else ("1",):
        query = f"SELECT item FROM items WHERE {condition} AND {dated} ORDER BY {order} LIMIT ?"
        room = -1 if wanted.limit is None else wanted.limit - len(found)
        # As one row of JSON: a hundred thousand rows would each take and give back the interpreter's lock.
        listed = connection.execute(f"SELECT json_group_array(item) FROM ({query})", [*values, room]).fetchone()[0]
        found.extend(json.loads(listed))
    return found


def both(conditions: dict[str, Condition], *, without: Sequence[str] = ()) -> Condition:
    """All conditions as one, but for those of the filters that are named."""
    kept = [condition for name, condition in conditions.items() if name not in without]
    return " AND ".join(sql for sql, _ in kept) or "1", [value for _, values in kept for value in values]


def conditions(connection: sqlite3.Connection, wanted: Filter) -> dict[str, Condition]:
    """What must hold of `items`, by the name of the filter that asks for it; "sampled" and "words" are filters too."""
    must: dict[str, Condition] = {}
    if Kind.FRAME not in wanted.kind:
        # The plus keeps SQLite from walking all items where another condition has a small index of its own.
        rare = wanted.near or wanted.duplicates or wanted.problems
        must["sampled"] = "+sampled = 0" if rare else "sampled = 0", []
    for name, column in COLUMNS.items():
        if chosen := getattr(wanted, name):
            must[name] = _one_of(column, chosen)
    for name, (tables, column) in JOINED.items():
        if chosen := getattr(wanted, name):
            must[name] = _joined_to(tables, column, chosen)
    for name, column in FLAGS.items():
        if (asked := getattr(wanted, name)) is not None:
            must[name] = _flag(column, is_so=asked)
    if wanted.since is not None or wanted.until is not None:
        must["date"] = _between(wanted.since, wanted.until)
    if wanted.near is not None:
        connection.create_function("distance_km", 4, _distance_km, deterministic=True)
        must["near"] = _near(*wanted.near)
    if wanted.items is not None:
        must["items"] = _AMONG, [json.dumps(wanted.items)]
    if wanted.text and (found := list(words.conditions(wanted.text))):
        must["words"] = " AND ".join(sql for sql, _ in found), [value for _, values in found for value in values]
    return must


def _one_of(column: str, chosen: Sequence[str]) -> Condition:
    named = [value for value in chosen if value != NOT_GIVEN]
    parts = [f"{column} IN ({_marks(named)})"] if named else []
    parts += [f"{column} IS NULL"] if NOT_GIVEN in chosen else []
    return f"({' OR '.join(parts)})", list(named)


def _joined_to(tables: str, column: str, chosen: Sequence[str]) -> Condition:
    named = [value for value in chosen if value != NOT_GIVEN]
    parts = [f"item IN (SELECT item FROM {tables} WHERE {column} IN ({_marks(named)}))"] if named else []
    parts += [f"item NOT IN (SELECT item FROM {tables})"] if NOT_GIVEN in chosen else []
    return f"({' OR '.join(parts)})", list(named)


def _flag(column: str, *, is_so: bool) -> Condition:
    if column == "copied" and is_so:  # as the small index says it
        return "(copy_group IS NOT NULL OR paths > 1)", []
    if column == "troubled" and is_so:
        return "problems > 0", []
    return f"{column} = {int(is_so)}", []


def _between(since: str | None, until: str | None) -> Condition:
    parts: list[str] = []
    values: list[object] = []
    if since is not None:
        parts.append("captured_at >= ?")
        values.append(since)
    if until is not None:
        # A time that is only begun ("2016-10") stands for all of it; no digit or letter of a time sorts after "~".
        parts.append("captured_at <= ?")
        values.append(until + "~")
    return " AND ".join(parts), values


def _near(latitude: float, longitude: float, km: float) -> Condition:
    reach = km / _KM_PER_DEGREE
    parts = ["latitude BETWEEN ? AND ?"]
    values: list[object] = [latitude - reach, latitude + reach]
    wide = reach / max(math.cos(math.radians(min(abs(latitude) + reach, 89.9))), 1e-3)
    if longitude - wide >= -180 and longitude + wide <= 180:  # else it reaches over the date line
        parts.append("longitude BETWEEN ? AND ?")
        values += [longitude - wide, longitude + wide]
    parts.append("distance_km(latitude, longitude, ?, ?) <= ?")
    near = " AND ".join(parts)
    # As the metadata says, or as a person said: a place has its own latitude and longitude.
    said = f"item IN (SELECT item FROM item_places JOIN places USING (place) WHERE {near})"
    return f"(({near}) OR {said})", [*values, latitude, longitude, km] * 2


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _distance_km(
    latitude: float | None, longitude: float | None, to_latitude: float, to_longitude: float
) -> float | None:
    """Great-circle distance by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984)."""
    if latitude is None or longitude is None:
        return None
    a, b = math.radians(latitude), math.radians(to_latitude)
    half_longitude = math.radians(to_longitude - longitude) / 2
    root = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_longitude) ** 2
    return math.degrees(2 * math.asin(min(1.0, math.sqrt(root)))) * _KM_PER_DEGREE
