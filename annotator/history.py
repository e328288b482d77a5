"""Rows of the journal as facts that can be told: what was set and taken away, with names in place of numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from annotator.model import Change, JournalRow
from annotator.store import edits, stored
from annotator.store.edits import Edit
from annotator.told import Fact, Told

_COLUMNS = {"warning_level": "level", "status": "status"}
_JOINED = {
    "warning_content": ("content", "term"),
    "item_tags": ("tag", "tag"),
    "item_incidents": ("incident", "incident"),
    "item_places": ("place", "place"),
}
_TEXT = {"notes": ("note", "text"), "links": ("verdict", "verdict")}
_NAMING = ("name", "reviewer", "label", "text", "reason")
"""Columns that say which one a row of any other table is, the best first."""


def told(row: JournalRow, names: Mapping[str, str], *, item: int | None = None) -> Told:
    """A row in facts; with `item` only those about that item or about no item. `names` are those of today, for rows
    that bring none: "incident 1", "place 1"."""
    try:
        detail = stored.detail(row.detail)
    except stored.Strange:  # `verify` says that it is not what was written
        detail = {}
    known = {**names, **(own if isinstance(own := detail.get("names"), dict) else {})}
    found: Counter[Fact] = Counter()
    about: set[int] = set()
    try:
        for edit in edits.unpacked(_of(detail, item)):
            mine = edit.item if edit.item is not None or edit.table != "links" else item
            if item is None or mine in (item, None):
                about |= edits.items_of([edit])
                found.update(facts(edit, known))
    except (edits.Conflict, KeyError):  # written by a newer version: what can't be read can't be told
        found.clear()
    return Told(
        seq=row.seq, at=row.at, actor=row.actor, action=row.action, items=max(_count(detail), len(about)),
        facts=tuple(replace(fact, items=count) for fact, count in found.items()),
        undoes=undoes if type(undoes := detail.get("undoes")) is int else None, more=_more(detail, item),
    )  # fmt: skip


def asked(change: Change) -> tuple[Fact, ...]:
    """What a change asks for, whatever the items have."""
    wanted: list[Fact] = []
    for field, value in (("level", change.level), ("status", change.status), ("note", change.note)):
        wanted += [Fact(field=field, old=None, new=value)] if value is not None else []
    if change.warning is not None:
        wanted.append(Fact(field="level", old=None, new=change.warning.level))
        wanted += (Fact(field="content", old=None, new=term) for term in change.warning.content)
    for field, plural in (("content", "content"), ("incident", "incidents"), ("place", "places"), ("tag", "tags")):
        wanted += (Fact(field=field, old=None, new=name) for name in getattr(change, f"add_{plural}"))
        wanted += (Fact(field=field, old=name, new=None) for name in getattr(change, f"remove_{plural}"))
    return tuple(wanted)


def reversed_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of a change of which these are what took it back."""
    return tuple(replace(fact, old=fact.new, new=fact.old) for fact in facts)


def facts(edit: Edit, names: Mapping[str, str]) -> Iterator[Fact]:
    """What one edit sets and takes away."""
    before, after = edit.before or {}, edit.after or {}
    if edit.table == "items":
        for column, field in _COLUMNS.items():
            if column in after:
                yield Fact(field=field, old=str(before[column]), new=str(after[column]))
        return
    if edit.table in _JOINED:
        field, column = _JOINED[edit.table]
        value = str(edit.key[column])
        value = names.get(f"{column} {value}", value) if field in ("incident", "place") else value
    elif edit.table in _TEXT and edit.before is not None and edit.after is not None:
        field, column = _TEXT[edit.table]
        yield Fact(field=field, old=_said(before[column]), new=_said(after[column]))
        return
    elif edit.before is not None and edit.after is not None:
        for column in after:
            yield Fact(field=f"{edit.table}.{column}", old=_said(before[column]), new=_said(after[column]))
        return
    else:
        values = {**edit.key, **before, **after}
        field = "markers" if values.get("shape") == "span" else _TEXT.get(edit.table, (edit.table, ""))[0]
        value = str(next((values[name] for name in _NAMING if values.get(name)), ""))
    yield Fact(field=field, old=value if edit.after is None else None, new=None if edit.after is None else value)


def _of(detail: dict[str, Any], item: int | None) -> list[dict[str, Any]]:
    """The stored edits, cut down to one item before they are unpacked: one row may speak of 100,000."""
    stored: list[dict[str, Any]] = detail.get("edits") or detail.get("edits_taken_back") or []
    if item is None:
        return stored
    cut = []
    for edit in stored:
        if "items" in edit:
            if item in edit["items"]:
                cut.append({**edit, "items": [item]})
        else:
            cut.append(edit)
    return cut


def _count(detail: dict[str, Any]) -> int:
    stored = detail.get("edits") or detail.get("edits_taken_back") or []
    return max((len(edit.get("items", ())) for edit in stored), default=0)


def _said(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _more(detail: dict[str, Any], item: int | None) -> dict[str, str]:
    """What a row holds beside edits that people want to know."""
    more: dict[str, str] = {
        name: str(detail[name]) for name in ("path", "bundle", "time", "item", "parent") if name in detail
    }
    for edit in _of(detail, item):
        if edit.get("table") == "links" and isinstance(edit.get("key"), dict):
            more["other"] = str(next((end for end in edit["key"].values() if end != item), ""))
    return more
