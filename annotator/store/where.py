"""Where and when many items were taken, as columns of numbers."""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from annotator.columns import Positions, Times
from annotator.store import stored

_CHUNK = 5000
"""Rows at a time: reading their JSON holds the interpreter's lock, which the window needs."""

_STATED = (
    "SELECT item AS a, latitude AS b, longitude AS c, 0 AS d FROM items"
    " WHERE latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180 AND item > ?"
)
_PLACED = (
    "SELECT x.item AS a, p.latitude AS b, p.longitude AS c, 0 AS d FROM item_places x JOIN places p USING (place)"
    " WHERE p.latitude BETWEEN -90 AND 90 AND p.longitude BETWEEN -180 AND 180 AND x.item > ?"
)
# A day without a time of day has no instant, and a clock without an offset only what it showed.
_TAKEN = (
    "SELECT a, CASE c WHEN 2 THEN substr(text, 1, length(text) - 6) ELSE text END AS b, c, CASE c WHEN 2 THEN"
    " (CAST(substr(text, -5, 2) AS INTEGER) * 60 + CAST(substr(text, -2) AS INTEGER))"
    " * (CASE substr(text, -6, 1) WHEN '-' THEN -60 ELSE 60 END) ELSE 0 END AS d FROM"
    " (SELECT item AS a, replace(captured_at, 'Z', '+00:00') AS text, CASE WHEN captured_at NOT GLOB '*T*' THEN 0"
    " WHEN captured_at GLOB '*[+-][0-9][0-9]:[0-9][0-9]' OR captured_at GLOB '*Z' THEN 2 ELSE 1 END AS c"
    " FROM items WHERE captured_at IS NOT NULL AND item > ?)"
)


def positions(connection: sqlite3.Connection, items: Sequence[int], *, hidden: Iterable[int] = ()) -> Positions:
    """Positions of these items: what metadata says, and but for the `hidden` items the places that people gave."""
    wanted = set(items)
    told = wanted.difference(hidden)
    numbers, latitudes, longitudes, reviewed = array("q"), array("d"), array("d"), array("b")
    for query, by_person in ((_STATED, 0), (_PLACED, 1)):
        for item, latitude, longitude, _ in _rows(connection, query):
            if item in (told if by_person else wanted):
                numbers.append(item)
                latitudes.append(latitude)
                longitudes.append(longitude)
                reviewed.append(by_person)
    without = len(wanted) - len(set(numbers))
    return Positions(items=numbers, latitudes=latitudes, longitudes=longitudes, reviewed=reviewed, without=without)


def times(connection: sqlite3.Connection, items: Sequence[int]) -> Times:
    """Capture times of these items, by what the clocks showed."""
    wanted = set(items)
    numbers, shown, offsets, clocks = array("q"), array("q"), array("q"), array("b")
    for chunk in _chunks(connection, _TAKEN):
        rows = [row for row in chunk if row[0] in wanted]
        numbers.extend(row[0] for row in rows)
        with stored.reading("a capture time"):
            shown.extend(np.array([row[1] for row in rows], dtype="datetime64[s]").astype(np.int64).tolist())
        clocks.extend(row[2] for row in rows)
        offsets.extend(row[3] for row in rows)
    return Times(items=numbers, shown=shown, offsets=offsets, clocks=clocks, undated=len(wanted) - len(numbers))


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[list[Any]]:
    for chunk in _chunks(connection, query):
        yield from chunk


def _chunks(connection: sqlite3.Connection, query: str) -> Iterator[list[list[Any]]]:
    """The rows of a query for four columns by item; the rows of one item are never torn apart by a chunk's end."""
    last, most = 0, _CHUNK
    while True:
        some = f"SELECT * FROM ({query}) ORDER BY a LIMIT ?"
        whole = f"SELECT json_group_array(json_array(a, b, c, d)) FROM ({some})"
        rows = json.loads(connection.execute(whole, (last, most)).fetchone()[0])
        if len(rows) < most:
            yield rows
            return
        end = int(rows[-1][0])
        if rows[0][0] == end:  # more rows of one item than a chunk has
            most *= 2
            continue
        yield [row for row in rows if row[0] != end]
        last, most = end - 1, _CHUNK
