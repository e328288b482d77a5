"""Where and when many items were taken, as columns of numbers."""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.columns import Positions, Times

_CHUNK = 5000
"""Rows at a time: reading their JSON holds the interpreter's lock, which the window needs."""

_STATED = "SELECT item AS a, latitude AS b, longitude AS c, 0 AS d FROM items WHERE latitude IS NOT NULL AND item > ?"
_PLACED = (
    "SELECT x.item AS a, p.latitude AS b, p.longitude AS c, 0 AS d FROM item_places x JOIN places p USING (place)"
    " WHERE p.latitude IS NOT NULL AND x.item > ?"
)
# A day without a time of day has no instant, and a clock without an offset only what it showed.
_TAKEN = (
    "SELECT a, CAST(strftime('%s', CASE c WHEN 2 THEN substr(text, 1, length(text) - 6) ELSE text END) AS INTEGER)"
    " AS b, c, CAST(strftime('%s', text) AS INTEGER) AS d FROM"
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
    found = [
        (shown, item, clock, shown - utc)
        for item, shown, clock, utc in _rows(connection, _TAKEN)
        if item in wanted and shown is not None and utc is not None
    ]
    found.sort()
    return Times(
        items=array("q", (row[1] for row in found)),
        shown=array("q", (row[0] for row in found)),
        offsets=array("q", (row[3] for row in found)),
        clocks=array("b", (row[2] for row in found)),
        undated=len(wanted) - len(found),
    )


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[tuple[int, Any, Any, Any]]:
    """The rows of a query for four columns by item; the rows of one item are never torn apart by a chunk's end."""
    last, most = 0, _CHUNK
    while True:
        some = f"SELECT * FROM ({query}) ORDER BY a LIMIT ?"
        whole = f"SELECT json_group_array(json_array(a, b, c, d)) FROM ({some})"
        rows = json.loads(connection.execute(whole, (last, most)).fetchone()[0])
        if len(rows) < most:
            yield from map(tuple, rows)
            return
        end = int(rows[-1][0])
        if rows[0][0] == end:  # more rows of one item than a chunk has
            most *= 2
            continue
        yield from (tuple(row) for row in rows if row[0] != end)
        last, most = end - 1, _CHUNK
