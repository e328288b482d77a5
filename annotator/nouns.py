"""Incidents and places: made, and changed when more is known of them."""

from dataclasses import asdict

from annotator import errors, vocabulary
from annotator.model import Changed, Incident, Place
from annotator.store import edits, journal, nouns, settle
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit
from annotator.text import is_time, shown

_MOST_NAME = 500
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
    word = _word(noun)
    with store.writing() as connection:
        number = noun.incident if isinstance(noun, Incident) else noun.place
        held = _found(connection, noun, str(number))
        if held is None or (held.incident if isinstance(held, Incident) else held.place) != number:
            raise errors.NotFound(word, str(number))
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


def _word(noun: Incident | Place) -> str:
    return "incident" if isinstance(noun, Incident) else "place"


def _values(noun: Incident | Place) -> edits.Row:
    return {name: asdict(noun)[name] for name in (_INCIDENT if isinstance(noun, Incident) else _PLACE)}
