"""Incidents and places: made, and changed when more is known of them."""

import re
from collections.abc import Mapping
from dataclasses import asdict

from annotator import errors, vocabulary
from annotator.model import Changed, Incident, Place
from annotator.store import edits, journal, nouns, searches, settle
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit
from annotator.text import is_time, shown

_MOST_NAME = 500
_OFFSET = re.compile(r"(.*?)(Z|(?<=:\d\d)[+-]\d\d:\d\d)?")
_INCIDENT = ("name", "type", "began", "ended", "time_precision", "place", "summary")
_PLACE = ("name", "latitude", "longitude", "precision")


def add_incident(store: Store, incident: Incident, *, actor: str) -> Incident:
    """Add an incident; its number is given here. Raises AlreadyThere, UnknownTerm, BadValue."""
    number = _add(store, incident, actor=actor)
    return Incident(incident=number, items=0, **_values(incident))  # type: ignore[arg-type] # the values are an Incident's


def add_place(store: Store, place: Place, *, actor: str) -> Place:
    """Add a place; its number is given here. Raises AlreadyThere, UnknownTerm, BadValue."""
    number = _add(store, place, actor=actor)
    return Place(place=number, items=0, **_values(place))  # type: ignore[arg-type] # the values are a Place's


def edit(store: Store, noun: Incident | Place, *, actor: str) -> Changed:
    """Let the incident or place of `noun`'s number be as `noun` says.

    Raises NotFound, AlreadyThere (another one has that name), UnknownTerm, BadValue.
    """
    check(noun)
    word, number = _word(noun), _number(noun)
    with store.writing() as connection:
        held = _of_number(connection, noun)
        other = _found(connection, noun, noun.name)
        if other is not None and other.name == noun.name and other.name != held.name:
            raise errors.AlreadyThere(word, noun.name)
        before, after = _values(held), _values(noun)
        differ = [name for name in after if after[name] != before[name]]
        if not differ:
            return Changed()
        made = Edit(
            table=f"{word}s", key={word: number},
            before={name: before[name] for name in differ}, after={name: after[name] for name in differ},
        )  # fmt: skip
        edits.apply(connection, [made])
        journal.append(
            connection, action=f"edit {word}", subject=held.name, actor=actor,
            items=sorted(nouns.bearing(connection, made.table, made.key)),
            detail={"edits": [made.as_json()], "names": {f"{word} {number}": noun.name}},
        )  # fmt: skip
        return settle.settled(connection, [made])


def remove(store: Store, noun: Incident | Place, *, actor: str) -> Changed:
    """Remove the incident or place of `noun`'s number. Raises NotFound, StillBorne, NamedInReview."""
    word = _word(noun)
    with store.writing() as connection:
        held = _of_number(connection, noun)
        if held.items:
            raise errors.StillBorne(word, held.name, held.items)
        if nouns.in_review(connection, f"{word}s", _number(held)):
            raise errors.NamedInReview(word, held.name)
        return _taken(connection, held, [], actor=actor, action=f"remove {word}", names={})


def merge(store: Store, noun: Incident | Place, into: Incident | Place, *, actor: str) -> Changed:
    """Let every item that bears `noun` bear `into`, and remove `noun`; both are looked up by number. What `into`
    says of itself stays. Raises NotFound, NamedInReview, BadValue (both are the same)."""
    word = _word(noun)
    with store.writing() as connection:
        held, kept = _of_number(connection, noun), _of_number(connection, into)
        if type(held) is not type(kept) or held == kept:
            raise errors.BadValue("name of another one", kept.name, "one that is not merged away")
        if nouns.in_review(connection, f"{word}s", _number(held)):
            raise errors.NamedInReview(word, held.name)
        has = nouns.bearing(connection, f"{word}s", {word: _number(kept)})
        made: list[Edit] = []
        for item in sorted(nouns.bearing(connection, f"{word}s", {word: _number(held)})):
            made.append(_bears(word, item, held, taken=True))
            if item not in has:
                made.append(_bears(word, item, kept, taken=False))
        names = {f"{word} {_number(kept)}": kept.name}
        searches.follow(connection, word, held.name, kept.name)
        return _taken(connection, held, made, actor=actor, action=f"merge {word}", names=names)


def _bears(word: str, item: int, noun: Incident | Place, *, taken: bool) -> Edit:
    key: edits.Row = {"item": item, word: _number(noun)}
    return Edit(table=f"item_{word}s", key=key, before={} if taken else None, after=None if taken else {})


def _taken(
    connection: Connection,
    held: Incident | Place,
    made: list[Edit],
    *,
    actor: str,
    action: str,
    names: Mapping[str, str],
) -> Changed:
    """Remove it after what was made before, with the row of the journal."""
    word = _word(held)
    made = [*made, Edit(table=f"{word}s", key={word: _number(held)}, before=_values(held), after=None)]
    edits.apply(connection, made)
    journal.append(
        connection, action=action, subject=held.name, actor=actor, items=sorted(edits.items_of(made)),
        detail={"edits": edits.packed(made), "names": {f"{word} {_number(held)}": held.name, **names}},
    )  # fmt: skip
    return settle.settled(connection, made)


def check(noun: Incident | Place) -> None:
    """Raise BadValue or UnknownTerm where the values of an incident or a place can't be right."""
    if not noun.name.strip() or len(noun.name) > _MOST_NAME or shown(noun.name) != noun.name:
        raise errors.BadValue(
            f"name of {'an incident' if isinstance(noun, Incident) else 'a place'}", noun.name, "a name on one line"
        )
    if isinstance(noun, Incident):
        if noun.type is not None:
            vocabulary.load("incident-type").check(noun.type)
        if noun.time_precision is not None:
            vocabulary.load("time-precision").check(noun.time_precision)
        for time in (noun.began, noun.ended):
            if time is not None and not is_time(time):
                raise errors.BadValue("time", time, "it as ISO 8601 writes it, such as 2016-10 or 2016-10-26T11:30")
        if noun.began is not None and noun.ended is not None and _before(noun.ended, noun.began):
            raise errors.BadValue("time", noun.ended, "an end that is not before the beginning")
        return
    if (noun.latitude is None) != (noun.longitude is None):
        raise errors.BadValue("position", noun.name, "both latitude and longitude, or neither")
    latitude, longitude = noun.latitude or 0.0, noun.longitude or 0.0
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise errors.BadValue("position", f"{latitude}, {longitude}", "latitude −90 to 90 and longitude −180 to 180")
    if noun.precision is not None:
        vocabulary.load("place-precision").check(noun.precision)


def made(connection: Connection, noun: Incident | Place) -> Edit | None:
    """The edit that makes an incident or place, applied; None where there is one of that name. Raises as `check`."""
    check(noun)
    found = _found(connection, noun, noun.name)
    if found is not None and found.name == noun.name:
        return None
    word = _word(noun)
    number = nouns.next_number(connection, f"{word}s", word)
    edit = Edit(table=f"{word}s", key={word: number}, before=None, after=_values(noun))
    edits.apply(connection, [edit])
    return edit


def _add(store: Store, noun: Incident | Place, *, actor: str) -> int:
    word = _word(noun)
    with store.writing() as connection:
        edit = made(connection, noun)
        if edit is None:
            raise errors.AlreadyThere(word, noun.name)
        number = int(str(edit.key[word]))
        journal.append(
            connection, action=f"add {word}", subject=noun.name, actor=actor,
            detail={"edits": [edit.as_json()], "names": {f"{word} {number}": noun.name}},
        )  # fmt: skip
    return number


def _found(connection: Connection, like: Incident | Place, name: str) -> Incident | Place | None:
    return nouns.incident(connection, name) if isinstance(like, Incident) else nouns.place(connection, name)


def _of_number(connection: Connection, noun: Incident | Place) -> Incident | Place:
    """What the case holds under `noun`'s number. Raises NotFound."""
    held = nouns.numbered(connection, type(noun), _number(noun))
    if held is None:
        raise errors.NotFound(_word(noun), str(_number(noun)))
    return held


def _before(a: str, b: str) -> bool:
    """Whether a time is surely before another, as far as both are known; what has different offsets is not compared."""
    times = [_OFFSET.fullmatch(time) for time in (a, b)]
    (first, of_first), (second, of_second) = (time.groups() if time else ("", "") for time in times)
    most = min(len(first), len(second))
    return of_first == of_second and first[:most] < second[:most]


def _number(noun: Incident | Place) -> int:
    return noun.incident if isinstance(noun, Incident) else noun.place


def _word(noun: Incident | Place) -> str:
    return "incident" if isinstance(noun, Incident) else "place"


def _values(noun: Incident | Place) -> edits.Row:
    return {name: asdict(noun)[name] for name in (_INCIDENT if isinstance(noun, Incident) else _PLACE)}
