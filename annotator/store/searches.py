"""Saved searches: filters that somebody gave a name.

They are tools of the people who use this copy of the case and say nothing about evidence. So they stand neither in the
journal, which goes into every bundle and would show what was looked for, nor among the changes that undo takes back.
"""

import json
import sqlite3
from dataclasses import asdict, fields, replace
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from annotator.model import Filter, SavedSearch
from annotator.store import stored
from annotator.text import ordered

_NOT_KEPT = ("also", "limit")


def all(connection: sqlite3.Connection) -> list[SavedSearch]:
    """All saved searches, by name. Raises Strange for what no version of the program wrote."""
    found = connection.execute("SELECT name, wanted FROM saved_searches").fetchall()
    found.sort(key=lambda row: ordered(row[0]))
    with stored.reading("a saved search"):
        return [SavedSearch(name=name, wanted=_filter(json.loads(wanted))) for name, wanted in found]


def save(connection: sqlite3.Connection, search: SavedSearch) -> None:
    """Keep a search, in place of one of the same name."""
    standard = Filter()
    kept = {
        name: value
        for name, value in asdict(search.wanted).items()
        if value != getattr(standard, name) and name not in _NOT_KEPT
    }
    connection.execute("INSERT OR REPLACE INTO saved_searches VALUES (?, ?)", (search.name, json.dumps(kept)))


def follow(connection: sqlite3.Connection, field: str, name: str, new: str) -> None:
    """Let searches that look for an incident or a place (`field`) by its name look for the one of another name."""
    for search in all(connection):
        looked_for: tuple[str, ...] = getattr(search.wanted, field)
        if name in looked_for:
            names = tuple(dict.fromkeys(new if each == name else each for each in looked_for))
            wanted = search.wanted
            wanted = replace(wanted, incident=names) if field == "incident" else replace(wanted, place=names)
            save(connection, replace(search, wanted=wanted))


def delete(connection: sqlite3.Connection, name: str) -> bool:
    """Forget a search; False where there is none of that name."""
    return connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,)).rowcount == 1


def _filter(stored: dict[str, Any]) -> Filter:
    types = get_type_hints(Filter)
    known = {field.name for field in fields(Filter)} - set(_NOT_KEPT)
    if not isinstance(stored, dict) or not stored.keys() <= known:
        raise ValueError(f"not a filter: {stored!r}")
    return Filter(**{name: _value(types[name], value) for name, value in stored.items()})


def _value(kind: Any, value: Any) -> Any:
    """What JSON says, as the filter's field is annotated: one value or a tuple, None or not."""
    if isinstance(kind, UnionType):
        if value is None:
            return None
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
    parts = get_args(kind)
    if not parts:
        return kind(value) if issubclass(kind, str) else _of(kind, value)
    if not isinstance(value, list):
        raise ValueError(f"not a list: {value!r}")  # noqa: TRY004 - one kind of error for whatever is stored wrong
    if parts[-1] is not Ellipsis and len(parts) != len(value):
        raise ValueError(f"not {len(parts)} values: {value!r}")
    return tuple(_value(parts[0], each) for each in value)


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise ValueError(f"not {kind.__name__}: {value!r}")
    return value
