"""What people say of items: warnings, incidents, places, status, tags, notes – and what that would change."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Event as Flag
from typing import Self

from annotator import errors, history, nouns, vocabulary
from annotator.events import Progress
from annotator.model import Change, Changed, Incident, Item, Level, Place
from annotator.store import edits, items, journal, links, settle
from annotator.store import nouns as stored
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit
from annotator.text import shown
from annotator.told import Fact, Preview

_MOST_TAG, _MOST_NOTE = 200, 100_000
_CHUNK = 1000
_BARE = (Level.NONE, Level.UNASSESSED)
"""Levels that leave nothing to be warned of."""


def annotate(store: Store, numbers: Sequence[int], change: Change, *, actor: str) -> Changed:
    """Make the same change to all these items in one transaction.

    Raises NotFound (incident, place), UnknownTerm, BadValue, NoSuchItem, SampledFrame; then nothing is changed.
    """
    return next(event for event in annotating(store, numbers, change, actor=actor) if isinstance(event, Changed))


def annotating(
    store: Store,
    numbers: Sequence[int],
    change: Change,
    *,
    actor: str,
    leave_sampled: bool = False,
    copies: bool = False,
    cancel: Flag | None = None,
) -> Iterator[Progress | Changed]:
    """`annotate` that says how far it is and can be cancelled: then nothing is changed, and no Changed comes.

    It is one transaction from its first step to its last, so no other change may be made between them. With
    `leave_sampled` sampled frames, which can't be annotated, are left out; with `copies` all copies get the same.
    """
    _check(change)
    with suppress(_Cancelled):
        with store.writing() as connection:
            made = [edit for noun in change.make if (edit := nouns.made(connection, noun)) is not None]
            touched: list[Item] = []
            names = _Names.of(connection, change)
            note = stored.next_number(connection, "notes", "note")
            asked = links.with_copies(connection, numbers) if copies else list(dict.fromkeys(numbers))
            for start in range(0, len(asked), _CHUNK):
                _stop_if(cancel)
                yield Progress(done=start, total=len(asked))
                for row in _rows(connection, asked[start : start + _CHUNK]):
                    if row.sampled and not leave_sampled:
                        raise errors.SampledFrame(row.item)
                    if not row.sampled:
                        touched.append(row)
                        wanted = _edits(row, change, names, note=note, actor=actor)
                        edits.apply(connection, wanted)
                        made += wanted
                        note += change.note is not None
            yield Progress(done=len(asked), total=len(asked))
            _stop_if(cancel)
            changed = Changed()
            if made:
                bearing = sorted(row.item for row in touched)
                journal.append(
                    connection, action="annotate", subject=_subject(touched), actor=actor, items=bearing,
                    detail={"edits": edits.packed(made), "names": names.told},
                )  # fmt: skip
                settled = settle.settled(connection, made)
                changed = replace(settled, items=settled.items.union(bearing))
            annotated = len({edit.item for edit in made} - {None})
            changed = replace(changed, annotated=annotated, left_out=len(asked) - len(touched))
            _stop_if(cancel)
        yield changed


def preview(
    store: Store,
    numbers: Sequence[int],
    change: Change,
    *,
    seen: Callable[[Connection, list[Item]], list[Item]],
    cancel: Flag | None = None,
) -> Preview:
    """What a change would do, sampled frames left out; whoever cancels gets what was counted so far.

    `seen` makes of rows what whoever asks may see of them.
    Raises NotFound, UnknownTerm, BadValue, NoSuchItem.
    """
    _check(change)
    sampled = changed = counted = 0
    facts: Counter[Fact] = Counter()
    asked = list(dict.fromkeys(numbers))
    with store.reading() as connection:
        names = _Names.of(connection, change)
        for start in range(0, len(asked), _CHUNK):
            if cancel is not None and cancel.is_set():
                break
            for row in seen(connection, _rows(connection, asked[start : start + _CHUNK])):
                wanted = [] if row.sampled else _edits(row, change, names, note=0, actor="")
                sampled += row.sampled
                counted += not row.sampled
                changed += bool(wanted)
                facts.update(fact for edit in wanted for fact in history.facts(edit, names.told))
    told = tuple(replace(fact, items=count) for fact, count in facts.items())
    return Preview(items=counted, changed=changed, sampled=sampled, facts=told)


def merged(first: Change, second: Change) -> Change:
    """The change that does what both do, one after the other."""

    def joined(field: str) -> dict[str, tuple[str, ...]]:
        add, remove = f"add_{field}", f"remove_{field}"
        later: tuple[str, ...] = getattr(second, add)
        gone: tuple[str, ...] = getattr(second, remove)
        return {
            add: tuple(dict.fromkeys(x for x in (*getattr(first, add), *later) if x not in gone)),
            remove: tuple(dict.fromkeys(x for x in (*getattr(first, remove), *gone) if x not in later)),
        }

    content = joined("content") if second.level not in _BARE else {}
    return Change(
        level=second.level or first.level,
        warning=second.warning or first.warning,
        status=second.status or first.status,
        note=second.note or first.note,
        make=tuple(dict.fromkeys((*first.make, *second.make))),
        **content,
        **joined("incidents"),
        **joined("places"),
        **joined("tags"),
    )


class _Cancelled(Exception):
    """Rolls the transaction back."""


def _stop_if(cancel: Flag | None) -> None:
    if cancel is not None and cancel.is_set():
        raise _Cancelled


def _rows(connection: Connection, numbers: Sequence[int]) -> list[Item]:
    rows = items.rows(connection, numbers)
    if len(rows) < len(numbers):
        raise errors.NoSuchItem(str(min(set(numbers) - {row.item for row in rows})))
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The incidents and places that a change names: number and name of each, to be given and taken away."""

    add: tuple[tuple[str, int, str], ...]
    """"incident" or "place", number, name; the number of one that is only to be made is 0."""
    remove: tuple[tuple[str, int, str], ...]

    @property
    def told(self) -> dict[str, str]:
        """Names by "incident 1", for whoever reads the journal later."""
        return {f"{word} {number}": name for word, number, name in (*self.add, *self.remove)}

    @classmethod
    def of(cls, connection: Connection, change: Change) -> Self:
        """Raises NotFound."""

        def found(word: str, names: Sequence[str]) -> Iterator[tuple[str, int, str]]:
            for name in names:
                noun = stored.incident(connection, name) if word == "incident" else stored.place(connection, name)
                if noun is not None:
                    yield word, noun.incident if isinstance(noun, Incident) else noun.place, noun.name
                elif any(made.name == name and isinstance(made, _KINDS[word]) for made in change.make):
                    yield word, 0, name
                else:
                    raise errors.NotFound(word, name)

        return cls(
            add=(*found("incident", change.add_incidents), *found("place", change.add_places)),
            remove=(*found("incident", change.remove_incidents), *found("place", change.remove_places)),
        )


_KINDS = {"incident": Incident, "place": Place}


def _edits(row: Item, change: Change, names: _Names, *, note: int, actor: str) -> list[Edit]:
    """The edits that give one item what the change says and it has not."""
    item = row.item
    made: list[Edit] = []
    before: edits.Row = {}
    after: edits.Row = {}
    held = set(row.warning.content)
    level, content = row.warning.level, held
    if change.warning is not None:
        level, content = change.warning.level, set(change.warning.content)
    elif change.level is not None or change.add_content or change.remove_content:
        level = change.level or level
        content = (held | set(change.add_content)) - set(change.remove_content)
        if level in _BARE and change.level is not None:
            content = set()
        elif level is Level.NONE:
            content = held - set(change.remove_content)
    if level is not row.warning.level:
        before["warning_level"], after["warning_level"] = row.warning.level, level
    if change.status is not None and change.status is not row.status:
        before["status"], after["status"] = row.status, change.status
    if after:
        made.append(Edit(table="items", key={"item": item}, before=before, after=after))
    made += (_joined("warning_content", item, "term", term) for term in sorted(content - held))
    made += (_joined("warning_content", item, "term", term).inverse for term in sorted(held - content))
    made += (_joined("item_tags", item, "tag", tag) for tag in dict.fromkeys(change.add_tags) if tag not in row.tags)
    made += (
        _joined("item_tags", item, "tag", tag).inverse for tag in dict.fromkeys(change.remove_tags) if tag in row.tags
    )
    bears = {"incident": row.incidents, "place": row.places}
    for word, number, name in dict.fromkeys(names.add):
        if name not in bears[word]:
            made.append(_joined(f"item_{word}s", item, word, number))
    for word, number, name in dict.fromkeys(names.remove):
        if name in bears[word]:
            made.append(_joined(f"item_{word}s", item, word, number).inverse)
    if change.note is not None:
        written: edits.Row = {"item": item, "text": change.note, "at": journal.now(), "actor": actor}
        made.append(Edit(table="notes", key={"note": note}, before=None, after=written))
    return made


def _joined(table: str, item: int, column: str, value: edits.Value) -> Edit:
    return Edit(table=table, key={"item": item, column: value}, before=None, after={})


def _check(change: Change) -> None:
    content = (*change.add_content, *change.remove_content, *(change.warning.content if change.warning else ()))
    for term in content:
        vocabulary.load("warning-content").check(term)
    for noun in change.make:
        nouns.check(noun)
    for tag in change.add_tags:
        if not tag.strip() or len(tag) > _MOST_TAG or shown(tag) != tag:
            raise errors.BadValue("tag", tag, f"a word or two, at most {_MOST_TAG} characters on one line")
    if change.note is not None and (not change.note.strip() or len(change.note) > _MOST_NOTE):
        raise errors.BadValue("note", change.note[:40], f"some words, at most {_MOST_NOTE:,} characters")


def _subject(rows: Sequence[Item]) -> str:
    return str(rows[0].sha256) if len(rows) == 1 else f"{len(rows)} items"
