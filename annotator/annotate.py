"""What people say of items: warnings, incidents, places, status, tags, notes – and taking it back."""

import json
from collections.abc import Iterable, Sequence

from annotator import errors, vocabulary
from annotator.model import Change, Changed, ContentWarning, Incident, Item, JournalRow, Place
from annotator.store import edits, items, journal, links, nouns, regions
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit
from annotator.text import is_time, shown

_MOST_TAG, _MOST_NOTE, _MOST_NAME = 200, 100_000, 500


def annotate(store: Store, numbers: Sequence[int], change: Change, *, actor: str) -> Changed:
    """Make the same change to all these items in one transaction.

    Raises NotFound (incident, place), UnknownTerm, BadValue, NoSuchItem, SampledFrame; then nothing is changed.
    """
    _checked(change)
    with store.writing() as connection:
        rows = items.rows(connection, list(dict.fromkeys(numbers)))
        if missing := set(numbers) - {row.item for row in rows}:
            raise errors.NoSuchItem(str(min(missing)))
        made: list[Edit] = []
        note = nouns.next_number(connection, "notes", "note")
        resolved = _Resolved(connection, change)
        for row in rows:
            if row.sampled:
                raise errors.SampledFrame(row.item)
            made += _edits(row, change, resolved, note=note + len(made), actor=actor)
        if not made:
            return Changed()
        edits.apply(connection, made)
        touched = frozenset(row.item for row in rows)
        journal.append(
            connection, action="annotate", subject=_subject(rows), actor=actor, items=sorted(touched),
            detail={"edits": [edit.as_json() for edit in made]},
        )  # fmt: skip
        return settled(connection, made, touched)


def add_incident(store: Store, incident: Incident, *, actor: str) -> Incident:
    """Add an incident; its number is given here. Raises AlreadyThere, UnknownTerm, BadValue."""
    _named("incident", incident.name)
    if incident.type is not None:
        vocabulary.load("incident-type").check(incident.type)
    if incident.time_precision is not None:
        vocabulary.load("time-precision").check(incident.time_precision)
    for time in (incident.began, incident.ended):
        if time is not None and not is_time(time):
            raise errors.BadValue("time", time, "it as ISO 8601 writes it, such as 2016-10 or 2016-10-26T11:30")
    values: edits.Row = {
        "name": incident.name, "type": incident.type, "began": incident.began, "ended": incident.ended,
        "time_precision": incident.time_precision, "place": incident.place, "summary": incident.summary,
    }  # fmt: skip
    number = _add_noun(store, "incidents", "incident", values, actor=actor)
    return Incident(incident=number, items=0, **values)  # type: ignore[arg-type] # the values are an Incident's


def add_place(store: Store, place: Place, *, actor: str) -> Place:
    """Add a place; its number is given here. Raises AlreadyThere, UnknownTerm, BadValue."""
    _named("place", place.name)
    if (place.latitude is None) != (place.longitude is None):
        raise errors.BadValue("position", place.name, "both latitude and longitude, or neither")
    latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise errors.BadValue("position", f"{latitude}, {longitude}", "latitude −90 to 90 and longitude −180 to 180")
    if place.precision is not None:
        vocabulary.load("place-precision").check(place.precision)
    values: edits.Row = {
        "name": place.name, "latitude": place.latitude, "longitude": place.longitude, "precision": place.precision
    }  # fmt: skip
    number = _add_noun(store, "places", "place", values, actor=actor)
    return Place(place=number, items=0, **values)  # type: ignore[arg-type] # the values are a Place's


def undo(store: Store, *, actor: str) -> tuple[JournalRow, Changed]:
    """Take back the actor's last change that was not taken back yet. Raises NothingToUndo, ChangedSince."""
    with store.writing() as connection:
        last = journal.last_change(connection, actor)
        if last is None:
            raise errors.NothingToUndo(actor)
        try:
            made = [Edit.from_json(stored).inverse for stored in reversed(json.loads(last.detail)["edits"])]
            edits.apply(connection, made)
        except edits.Conflict as problem:
            raise errors.ChangedSince(last.action, last.at) from problem
        touched = edits.items_of(made)
        row = journal.append(
            connection, action="undo", subject=last.subject, actor=actor, items=sorted(touched),
            detail={"undoes": last.seq, "edits_taken_back": [edit.as_json() for edit in made]}, undoes=last.seq,
        )  # fmt: skip
        return row, settled(connection, made, touched)


def settled(connection: Connection, made: Iterable[Edit], touched: frozenset[int]) -> Changed:
    """Bring search, groups and covers up to date with edits, and tell what may read differently now."""
    tables = {edit.table for edit in made}
    items.index(connection, touched)
    if tables & {"items", "links"}:
        touched |= links.regroup(connection, touched)
    if "regions" in tables:
        touched = regions.showing(connection, touched)
    changed = {
        "incidents": {"incidents", "item_incidents"},
        "places": {"places", "item_places"},
        "links": {"links"},
        "regions": {"regions"},
    }
    return Changed(items=touched, nouns=frozenset(noun for noun, among in changed.items() if tables & among))


class _Resolved:
    """The incidents and places that a change names."""

    def __init__(self, connection: Connection, change: Change) -> None:
        self.incident = _incident(connection, change.incident)
        self.remove_incident = _incident(connection, change.remove_incident)
        self.place = _place(connection, change.place)
        self.remove_place = _place(connection, change.remove_place)


def _incident(connection: Connection, name: str | None) -> Incident | None:
    found = None if name is None else nouns.incident(connection, name)
    if name is not None and found is None:
        raise errors.NotFound("incident", name)
    return found


def _place(connection: Connection, name: str | None) -> Place | None:
    found = None if name is None else nouns.place(connection, name)
    if name is not None and found is None:
        raise errors.NotFound("place", name)
    return found


def _edits(row: Item, change: Change, resolved: _Resolved, *, note: int, actor: str) -> list[Edit]:
    """The edits that give one item what the change says and it has not."""
    item = row.item
    made: list[Edit] = []
    before: edits.Row = {}
    after: edits.Row = {}
    if change.warning is not None:
        if change.warning.level is not row.warning.level:
            before["warning_level"], after["warning_level"] = row.warning.level, change.warning.level
        wanted, held = set(change.warning.content), set(row.warning.content)
        made += (_joined("warning_content", item, "term", term) for term in sorted(wanted - held))
        made += (_joined("warning_content", item, "term", term).inverse for term in sorted(held - wanted))
    if change.status is not None and change.status is not row.status:
        before["status"], after["status"] = row.status, change.status
    if after:
        made.append(Edit(table="items", key={"item": item}, before=before, after=after))
    made += (_joined("item_tags", item, "tag", tag) for tag in change.add_tags if tag not in row.tags)
    made += (_joined("item_tags", item, "tag", tag).inverse for tag in change.remove_tags if tag in row.tags)
    if resolved.incident and resolved.incident.name not in row.incidents:
        made.append(_joined("item_incidents", item, "incident", resolved.incident.incident))
    if resolved.remove_incident and resolved.remove_incident.name in row.incidents:
        made.append(_joined("item_incidents", item, "incident", resolved.remove_incident.incident).inverse)
    if resolved.place and resolved.place.name not in row.places:
        made.append(_joined("item_places", item, "place", resolved.place.place))
    if resolved.remove_place and resolved.remove_place.name in row.places:
        made.append(_joined("item_places", item, "place", resolved.remove_place.place).inverse)
    if change.note is not None:
        written: edits.Row = {"item": item, "text": change.note, "at": journal.now(), "actor": actor}
        made.append(Edit(table="notes", key={"note": note + len(made)}, before=None, after=written))
    return made


def _joined(table: str, item: int, column: str, value: edits.Value) -> Edit:
    return Edit(table=table, key={"item": item, column: value}, before=None, after={})


def _add_noun(store: Store, table: str, column: str, values: edits.Row, *, actor: str) -> int:
    with store.writing() as connection:
        found = (nouns.incident if table == "incidents" else nouns.place)(connection, str(values["name"]))
        if found is not None and found.name == values["name"]:
            raise errors.AlreadyThere(column, str(values["name"]))
        number = nouns.next_number(connection, table, column)
        made = Edit(table=table, key={column: number}, before=None, after=values)
        edits.apply(connection, [made])
        journal.append(
            connection, action=f"add {column}", subject=str(values["name"]), actor=actor,
            detail={"edits": [made.as_json()]},
        )  # fmt: skip
    return number


def _checked(change: Change) -> None:
    warning: ContentWarning | None = change.warning
    if warning is not None:
        for term in warning.content:
            vocabulary.load("warning-content").check(term)
    for tag in change.add_tags:
        if not tag.strip() or len(tag) > _MOST_TAG or shown(tag) != tag:
            raise errors.BadValue("tag", tag, f"a word or two, at most {_MOST_TAG} characters on one line")
    if change.note is not None and (not change.note.strip() or len(change.note) > _MOST_NOTE):
        raise errors.BadValue("note", change.note[:40], f"some words, at most {_MOST_NOTE:,} characters")


def _named(noun: str, name: str) -> None:
    if not name.strip() or len(name) > _MOST_NAME or shown(name) != name:
        raise errors.BadValue(f"name of {'an' if noun[0] in 'aeiou' else 'a'} {noun}", name, "a name on one line")


def _subject(rows: Sequence[Item]) -> str:
    return str(rows[0].sha256) if len(rows) == 1 else f"{len(rows)} items"
