"""Incidents, places and tags as they stand in the database."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from annotator.model import Incident, Place
from annotator.text import ordered

_INCIDENTS = (
    "SELECT incident, name, type, began, ended, time_precision, place, summary,"
    " (SELECT count(*) FROM item_incidents x WHERE x.incident = incidents.incident) FROM incidents"
)
_PLACES = (
    "SELECT place, name, latitude, longitude, precision,"
    " (SELECT count(*) FROM item_places x WHERE x.place = places.place) FROM places"
)

_ANSWERS = ("answers", "finals")


def incidents(connection: sqlite3.Connection) -> list[Incident]:
    """All incidents, by name."""
    return sorted(map(_incident, connection.execute(_INCIDENTS)), key=lambda incident: ordered(incident.name))


def incident(connection: sqlite3.Connection, name: str) -> Incident | None:
    """The incident of this name, or of this number."""
    row = connection.execute(
        f"{_INCIDENTS} WHERE name = ? OR incident = ? ORDER BY name <> ?", (name, _number(name), name)
    ).fetchone()
    return _incident(row) if row else None


def places(connection: sqlite3.Connection) -> list[Place]:
    """All places, by name."""
    return sorted(map(_place, connection.execute(_PLACES)), key=lambda place: ordered(place.name))


def place(connection: sqlite3.Connection, name: str) -> Place | None:
    """The place of this name, or of this number."""
    row = connection.execute(
        f"{_PLACES} WHERE name = ? OR place = ? ORDER BY name <> ?", (name, _number(name), name)
    ).fetchone()
    return _place(row) if row else None


def numbered(
    connection: sqlite3.Connection, kind: type[Incident] | type[Place], number: int
) -> Incident | Place | None:
    """The incident or place of this number."""
    query, make = (
        (f"{_INCIDENTS} WHERE incident = ?", _incident) if kind is Incident else (f"{_PLACES} WHERE place = ?", _place)
    )
    row = connection.execute(query, (number,)).fetchone()
    return make(row) if row else None


def in_review(connection: sqlite3.Connection, table: str, number: int) -> bool:
    """Whether an answer of a review, or what was made final, names this incident or place."""
    query = " UNION ALL ".join(
        f"SELECT 1 FROM {answers}, json_each({answers}.{table}) j WHERE j.value = :number" for answers in _ANSWERS
    )
    return connection.execute(f"{query} LIMIT 1", {"number": number}).fetchone() is not None


def names(connection: sqlite3.Connection) -> dict[str, str]:
    """Names of all incidents and places, under "incident 1", "place 1"."""
    query = "SELECT 'incident ' || incident, name FROM incidents UNION ALL SELECT 'place ' || place, name FROM places"
    return dict(connection.execute(query).fetchall())


def bearing(connection: sqlite3.Connection, table: str, key: Mapping[str, object]) -> frozenset[int]:
    """The items that bear an incident or a place; `key` is that of its row in `table`."""
    ((column, number),) = key.items()
    query = f"SELECT item FROM item_{table} WHERE {column} = ?"
    return frozenset(row[0] for row in connection.execute(query, (number,)))


def tag_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """All tags in use, by name, and how many items bear each."""
    found = connection.execute("SELECT tag, count(*) FROM item_tags GROUP BY tag").fetchall()
    return dict(sorted(found, key=lambda row: ordered(row[0])))


def next_number(connection: sqlite3.Connection, table: str, column: str) -> int:
    """A number not yet given in a table; asked within the transaction that gives it."""
    return int(connection.execute(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}").fetchone()[0])


def _number(name: str) -> int | None:
    return int(name) if name.isascii() and name.isdigit() and len(name) < 18 else None


def _incident(row: tuple[Any, ...]) -> Incident:
    names = ("incident", "name", "type", "began", "ended", "time_precision", "place", "summary", "items")
    return Incident(**dict(zip(names, row, strict=True)))


def _place(row: tuple[Any, ...]) -> Place:
    names = ("place", "name", "latitude", "longitude", "precision", "items")
    return Place(**dict(zip(names, row, strict=True)))
