"""Row-level edits: the one way in which annotations change, so that every change can be taken back.

An edit says which row (`key`), what it held (`before`, None where there was no row) and what it holds then (`after`,
None where the row goes). The journal keeps the edits; applying their inverses takes the change back.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Self

Value = str | int | float | None
Row = dict[str, Value]

_TABLES: dict[str, frozenset[str]] = {
    "items": frozenset({"item", "warning_level", "status"}),
    "warning_content": frozenset({"item", "term"}),
    "item_tags": frozenset({"item", "tag"}),
    "item_incidents": frozenset({"item", "incident"}),
    "item_places": frozenset({"item", "place"}),
    "notes": frozenset({"note", "item", "text", "at", "actor"}),
    "incidents": frozenset({"incident", "name", "type", "began", "ended", "time_precision", "place", "summary"}),
    "places": frozenset({"place", "name", "latitude", "longitude", "precision"}),
    "regions": frozenset(
        {"region", "item", "shape", "points", "began", "ended", "label", "note", "cover", "at", "actor"}
    ),
    "links": frozenset({"a", "b", "verdict"}),
    "hash_lists": frozenset({"list", "graphic"}),
    "assignments": frozenset({"item", "reviewer", "assigned_at"}),
    "answers": frozenset({"item", "reviewer", "level", "content", "status", "incidents", "places", "note", "at"}),
    "finals": frozenset({"item", "level", "content", "status", "incidents", "places", "reason", "actor", "at"}),
}


class Conflict(Exception):
    """A row does not hold what the edit says it held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One row before and after."""

    table: str
    key: Row
    before: Row | None
    after: Row | None

    @property
    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(table=self.table, key=self.key, before=self.after, after=self.before)

    def as_json(self) -> dict[str, object]:
        """For the journal's detail."""
        return {"table": self.table, "key": self.key, "before": self.before, "after": self.after}

    @property
    def item(self) -> int | None:
        """The item whose row it is."""
        number = self.key.get("item", (self.after or self.before or {}).get("item"))
        return number if isinstance(number, int) else None

    @classmethod
    def from_json(cls, stored: dict[str, object]) -> Self:
        """From the journal's detail. Raises Conflict for what no version of the program wrote."""
        table, key, before, after = (stored.get(name) for name in ("table", "key", "before", "after"))
        if not isinstance(table, str) or table not in _TABLES or not isinstance(key, dict):
            raise Conflict
        if not all(part is None or isinstance(part, dict) for part in (before, after)):
            raise Conflict
        parts: list[dict[str, object]] = [part for part in (key, before, after) if isinstance(part, dict)]
        values = [value for part in parts for value in part.values()]
        if not key or len(parts) == 1 or not all(map(_binds, values)):
            raise Conflict
        if len(parts) == 3 and not (parts[1] and parts[1].keys() == parts[2].keys()):
            raise Conflict
        if not _TABLES[table].issuperset(chain.from_iterable(parts)):
            raise Conflict
        return cls(table=table, key=key, before=before, after=after)  # type: ignore[arg-type] # checked above


def _binds(value: object) -> bool:
    return value is None or type(value) in (str, float) or (type(value) is int and abs(value) < 1 << 63)


def apply(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Make the edits, in order. Raises Conflict where a row is not as `before` says."""
    for edit in edits:
        try:
            changed = _applied(connection, edit)
        except sqlite3.IntegrityError as problem:
            raise Conflict from problem
        if changed != 1:
            raise Conflict


def _applied(connection: sqlite3.Connection, edit: Edit) -> int:
    if edit.before is None:
        row = {**edit.key, **(edit.after or {})}
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        return connection.execute(f"INSERT INTO {edit.table} ({names}) VALUES ({marks})", tuple(row.values())).rowcount
    held = {**edit.key, **edit.before}
    condition = " AND ".join(f"{name} IS ?" for name in held)
    if edit.after is None:
        return connection.execute(f"DELETE FROM {edit.table} WHERE {condition}", tuple(held.values())).rowcount
    values = ", ".join(f"{name} = ?" for name in edit.after)
    return connection.execute(
        f"UPDATE {edit.table} SET {values} WHERE {condition}", (*edit.after.values(), *held.values())
    ).rowcount


def packed(edits: Sequence[Edit]) -> list[dict[str, object]]:
    """Edits for the journal's detail: what is done alike to many items is said once, with `items` in place of the
    key's item, so that a change of 100,000 items is a row of kilobytes."""
    keys = {(edit.table, tuple(edit.key.items())) for edit in edits}
    if len(keys) < len(edits):  # a row that is edited twice needs its order
        return [edit.as_json() for edit in edits]
    alike: dict[tuple[object, ...], list[Edit]] = {}
    for number, edit in enumerate(edits):
        rest = tuple((name, value) for name, value in edit.key.items() if name != "item")
        parts = (None if part is None else tuple(part.items()) for part in (edit.before, edit.after))
        alike.setdefault((edit.table, rest, *parts) if "item" in edit.key else (number,), []).append(edit)
    return [_pack(same) for same in alike.values()]


def _pack(same: list[Edit]) -> dict[str, object]:
    stored = same[0].as_json()
    if len(same) > 1:
        stored["key"] = {name: value for name, value in same[0].key.items() if name != "item"}
        stored["items"] = [edit.key["item"] for edit in same]
    return stored


def unpacked(stored: Iterable[dict[str, Any]]) -> Iterator[Edit]:
    """The edits of a journal's detail. Raises Conflict for what no version of the program wrote."""
    for entry in stored:
        if "items" in entry:
            if not isinstance(key := entry.get("key"), dict):
                raise Conflict
            yield from (Edit.from_json({**entry, "key": {"item": item, **key}}) for item in entry["items"])
        else:
            yield Edit.from_json(entry)


def items_of(edits: Sequence[Edit]) -> frozenset[int]:
    """The items whose own rows the edits touch."""
    found: list[Value] = [edit.item for edit in edits]
    found += [edit.key.get(end) for edit in edits if edit.table == "links" for end in ("a", "b")]
    return frozenset(number for number in found if isinstance(number, int))
