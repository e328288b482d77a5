"""Finding items: a filter becomes one SQL query, answered from indexes."""

import json
import math
import sqlite3
from array import array

from annotator.model import Filter, Kind, Sort
from annotator.text import folded

_ORDER = {Sort.ITEM: "item", Sort.CAPTURED: "captured_at", Sort.NAME: "name COLLATE NOCASE", Sort.SIZE: "bytes"}

_KM_PER_DEGREE = 111.195
"""Of a great circle on a sphere of 6,371 km."""


def find(connection: sqlite3.Connection, wanted: Filter) -> "array[int]":
    """Numbers of the items that fit, in order."""
    conditions, values = _conditions(wanted)
    order = f"{_ORDER[wanted.sort]} {'DESC' if wanted.descending else 'ASC'}, item"
    connection.create_function("distance_km", 4, _distance_km, deterministic=True)
    found = array("q")
    # What has no date comes last either way; as two queries, both are answered in the order of the index.
    for dated in ("captured_at IS NOT NULL", "captured_at IS NULL") if wanted.sort is Sort.CAPTURED else ("1",):
        query = f"SELECT item FROM items WHERE {' AND '.join([*conditions, dated])} ORDER BY {order} LIMIT ?"
        room = -1 if wanted.limit is None else wanted.limit - len(found)
        # As one row of JSON: a hundred thousand rows would each take and give back the interpreter's lock.
        listed = connection.execute(f"SELECT json_group_array(item) FROM ({query})", [*values, room]).fetchone()[0]
        found.extend(json.loads(listed))
    return found


def counts(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """How many items, sampled frames left out, have each value of each field."""
    queries = {
        "kind": "SELECT kind, count(*) FROM items WHERE sampled = 0 GROUP BY kind",
        "status": "SELECT status, count(*) FROM items WHERE sampled = 0 GROUP BY status",
        "warning": "SELECT warning_level, count(*) FROM items WHERE sampled = 0 GROUP BY warning_level",
        "incident": "SELECT name, count(item) FROM incidents LEFT JOIN item_incidents USING (incident) GROUP BY name",
        "place": "SELECT name, count(item) FROM places LEFT JOIN item_places USING (place) GROUP BY name",
        "tag": "SELECT tag, count(*) FROM item_tags GROUP BY tag",
        "all": "SELECT 'all', count(*) FROM items WHERE sampled = 0"
        " UNION ALL SELECT 'duplicates', count(*) FROM items WHERE copy_group IS NOT NULL OR paths > 1"
        " UNION ALL SELECT 'problems', count(*) FROM items WHERE problems > 0"
        " UNION ALL SELECT 'has_position', count(*) FROM items WHERE latitude IS NOT NULL",
    }
    return {field: dict(connection.execute(query).fetchall()) for field, query in queries.items()}


def _conditions(wanted: Filter) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []

    def must(condition: str, *bound: object) -> None:
        conditions.append(condition)
        values.extend(bound)

    if wanted.kind is not Kind.FRAME:
        # The plus keeps SQLite from walking all items where another condition has a small index of its own.
        rare = wanted.near or wanted.duplicates or wanted.problems
        must("+sampled = 0" if rare else "sampled = 0")
    if wanted.kind is not None:
        must("kind = ?", wanted.kind)
    if wanted.status is not None:
        must("status = ?", wanted.status)
    if wanted.warning is not None:
        must("warning_level = ?", wanted.warning)
    if wanted.incident is not None:
        must(
            "item IN (SELECT item FROM item_incidents JOIN incidents USING (incident) WHERE name = ?)", wanted.incident
        )
    if wanted.place is not None:
        must("item IN (SELECT item FROM item_places JOIN places USING (place) WHERE name = ?)", wanted.place)
    if wanted.tag is not None:
        must("item IN (SELECT item FROM item_tags WHERE tag = ?)", wanted.tag)
    if wanted.since is not None:
        must("captured_at >= ?", wanted.since)
    if wanted.until is not None:
        # A time that is only begun ("2016-10") stands for all of it; no digit or letter of a time sorts after "~".
        must("captured_at <= ?", wanted.until + "~")
    if wanted.near is not None:
        latitude, longitude, km = wanted.near
        reach = km / _KM_PER_DEGREE
        must("latitude BETWEEN ? AND ?", latitude - reach, latitude + reach)
        wide = reach / max(math.cos(math.radians(min(abs(latitude) + reach, 89.9))), 1e-3)
        if longitude - wide >= -180 and longitude + wide <= 180:  # else it reaches over the date line
            must("longitude BETWEEN ? AND ?", longitude - wide, longitude + wide)
        must("distance_km(latitude, longitude, ?, ?) <= ?", latitude, longitude, km)
    if wanted.duplicates:
        must("(copy_group IS NOT NULL OR paths > 1)")
    if wanted.problems:
        must("problems > 0")
    if wanted.has_position:
        must("latitude IS NOT NULL")
    if wanted.items is not None:
        must(f"item IN ({','.join(str(int(item)) for item in wanted.items)})")
    if wanted.text and (match := _match(wanted.text)):
        must("item IN (SELECT rowid FROM search WHERE search MATCH ?)", match)
    return conditions or ["1"], values


def _match(text: str) -> str:
    """An FTS5 query for items that hold every word, or a word that begins so; quoting keeps operators out."""
    return " ".join('"{}"*'.format(word.replace('"', '""')) for word in folded(text).split())


def _distance_km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Great-circle distance by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984)."""
    a, b = math.radians(latitude), math.radians(to_latitude)
    half_longitude = math.radians(to_longitude - longitude) / 2
    root = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_longitude) ** 2
    return math.degrees(2 * math.asin(min(1.0, math.sqrt(root)))) * _KM_PER_DEGREE
