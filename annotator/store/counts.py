"""Counting: how many items each value of each filter would find together with all the others.

What has few values is counted in one walk over a covering index, by every combination that occurs, and summed up here;
so the counts of seven filters cost one query, whichever of them are chosen.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.model import NOT_GIVEN, Counts, Filter, Kind
from annotator.store import find, stored

_YEAR, _MONTH, _DAY = 4, 7, 10
"""How many characters of a time name its year, month and day."""
_MOST_DAYS, _MOST_MONTHS = 62, 60
"""Above this, bars are drawn for the larger unit."""
_DEAR = ("words", "near", "items")
"""Conditions that take long to answer."""
_FEW = {"kind": "kind", "status": "status", "warning": "warning_level", **find.FLAGS}


def counts(connection: sqlite3.Connection, wanted: Filter) -> Counts:
    """All counts under a filter."""
    must = find.conditions(connection, wanted)
    try:
        _narrow(connection, must)
        cube = list(_cube(connection, must))
        chosen = {name: _chosen(wanted, name) for name in _FEW}
        values: dict[str, dict[str, int]] = {}
        flags: dict[str, tuple[int, int]] = {}
        for name in _FEW:
            found = _summed(cube, chosen, name, sampled=name == "kind" or Kind.FRAME in wanted.kind)
            if name in find.FLAGS:
                flags[name] = found[0], found[1]
            else:
                values[name] = {str(value): count for value, count in found.items()}
        values["camera"] = _cameras(connection, must)
        for name in find.JOINED:
            values[name] = _joined(connection, must, name)
        total = sum(count for key, count in cube if _fits(key, chosen) and (not key[0] or Kind.FRAME in wanted.kind))
        return Counts(total=total, values=values, flags=flags, dates=_dates(connection, must))
    finally:
        for table in ("found", "fitting"):
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _narrow(connection: sqlite3.Connection, must: dict[str, find.Condition]) -> None:
    """Work out once what several queries ask: what is found by words and the like, and what fits all conditions."""
    if dear := [name for name in _DEAR if name in must]:
        condition, values = find.both({name: must.pop(name) for name in dear})
        connection.execute(f"CREATE TEMP TABLE found AS SELECT item FROM items WHERE {condition}", values)
        connection.execute("CREATE INDEX temp.found_item ON found (item)")
        must["found"] = "item IN (SELECT item FROM temp.found)", []
    if must.keys() <= {"sampled"}:  # then the indexes answer sooner than a copy is made
        return
    condition, values = find.both(must)
    connection.execute("CREATE TEMP TABLE fitting (item INTEGER PRIMARY KEY, camera, captured_at)")
    connection.execute(
        f"INSERT INTO fitting SELECT item, camera, captured_at FROM items WHERE {condition} ORDER BY item", values
    )


def _source(must: dict[str, find.Condition], name: str) -> tuple[str, list[object]]:
    """Where to count the values of a filter: among what fits all the others."""
    if name not in must and not must.keys() <= {"sampled"}:
        return "temp.fitting WHERE 1", []
    condition, values = find.both(must, without=[name])
    return f"items WHERE {condition}", values


_Key = Sequence[object]


def _cube(connection: sqlite3.Connection, must: dict[str, find.Condition]) -> Iterator[tuple[_Key, int]]:
    """How many items have each combination of `sampled` and what has few values."""
    condition, values = find.both(must, without=["sampled", *_FEW])
    columns = ", ".join(["sampled", *_FEW.values()])
    for row in connection.execute(
        f"SELECT {columns}, count(*) FROM items WHERE {condition} GROUP BY {columns}", values
    ).fetchall():
        yield row[:-1], row[-1]


def _chosen(wanted: Filter, name: str) -> frozenset[object]:
    value = getattr(wanted, name)
    if isinstance(value, tuple):
        return frozenset(value)
    return frozenset() if value is None else frozenset({int(value)})


def _fits(key: _Key, chosen: dict[str, frozenset[object]], *, but: str = "") -> bool:
    return all(
        not chosen[name] or name == but or value in chosen[name] for name, value in zip(_FEW, key[1:], strict=True)
    )


def _summed(
    cube: Sequence[tuple[_Key, int]], chosen: dict[str, frozenset[object]], name: str, *, sampled: bool
) -> Counter[object]:
    place = 1 + list(_FEW).index(name)
    found: Counter[object] = Counter()
    for key, count in cube:
        if (sampled or not key[0]) and _fits(key, chosen, but=name):
            found[key[place]] += count
    return found


def _cameras(connection: sqlite3.Connection, must: dict[str, find.Condition]) -> dict[str, int]:
    source, values = _source(must, "camera")
    query = f"SELECT coalesce(camera, '{NOT_GIVEN}'), count(*) FROM {source} GROUP BY camera"
    return dict(connection.execute(query, values).fetchall())


def _joined(connection: sqlite3.Connection, must: dict[str, find.Condition], name: str) -> dict[str, int]:
    tables, column = find.JOINED[name]
    source, values = _source(must, name)
    whole = connection.execute(f"SELECT count(*) FROM {source}", values).fetchone()[0]
    among = f"FROM {tables}"
    if must.keys() <= {"sampled", name}:  # sampled frames are given nothing
        values = []
    else:
        among += f" WHERE item IN (SELECT item FROM {source})"
    found: dict[str, int] = dict(connection.execute(f"SELECT {column}, count(*) {among} GROUP BY 1", values).fetchall())
    given = connection.execute(f"SELECT count(DISTINCT item) {among}", values).fetchone()[0]
    found[NOT_GIVEN] = whole - given
    return found


def _dates(connection: sqlite3.Connection, must: dict[str, find.Condition]) -> dict[str, int]:
    """Bars over the range that is asked for, or over all there is: what lies outside would only make them narrow."""
    source, values = _source(must, "dated")
    source += " AND captured_at IS NOT NULL"
    first, last = connection.execute(f"SELECT min(captured_at), max(captured_at) FROM {source}", values).fetchone()
    if first is None:
        return {}
    bars = f"SELECT substr(captured_at, 1, {_unit(first, last)}), count(*) FROM {source} GROUP BY 1"
    return dict(connection.execute(bars, values).fetchall())


def _unit(first: str, last: str) -> int:
    with stored.reading("a capture time"):
        months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7] or 12) - int(first[5:7] or 1)
    if months > _MOST_MONTHS:
        return _YEAR
    return _MONTH if months * 31 > _MOST_DAYS else _DAY
