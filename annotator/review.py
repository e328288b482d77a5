"""Review by several people: who is to look at what, answers that are independent of each other, and a final one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator import errors, vocabulary
from annotator.answers import Answer, Sheet, State
from annotator.model import Changed, Item, ItemDetail, Level, Status
from annotator.region import Region
from annotator.store import items, journal, reviews, stored
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit, Row, Value, apply
from annotator.store.settle import settled
from annotator.text import shown

_MOST_NAME, _MOST_TEXT = 200, 10_000


class Review:
    """The reviews of a case, for one actor; every change is one transaction with its row in the journal."""

    def __init__(self, store: Store, *, actor: str) -> None:
        self._store, self._actor = store, actor

    def to_do(self, among: Sequence[int] | None = None) -> list[int]:
        """The items (among these) about which the actor has yet to answer."""
        with self._store.reading() as connection:
            return reviews.unanswered(connection, self._actor, among)

    def people(self) -> list[str]:
        """Names that have acted in the case or were asked to review."""
        with self._store.reading() as connection:
            return reviews.reviewers(connection)

    def assign(self, numbers: Sequence[int], people: Sequence[str], *, first: str | None = None) -> Changed:
        """Ask these people about these items; who was asked already is not asked again.

        With `first`, what the items bear now is that person's answer. Raises BadValue, SampledFrame, NoSuchItem.
        """
        names = list(dict.fromkeys([*people, *([first] if first else [])]))
        for name in names:
            if not name.strip() or len(name) > _MOST_NAME or shown(name) != name:
                raise errors.BadValue(
                    "name of a reviewer", name, f"a name on one line, at most {_MOST_NAME} characters"
                )
        with self._store.writing() as connection:
            rows = items.rows(connection, list(dict.fromkeys(numbers)))
            if missing := set(numbers) - {row.item for row in rows}:
                raise errors.NoSuchItem(str(min(missing)))
            nouns, at = reviews.Names.of(connection), journal.now()
            made: list[Edit] = []
            for row in rows:
                if row.sampled:
                    raise errors.SampledFrame(row.item)
                for name in names:
                    if name in reviews.assigned(connection, row.item):
                        continue
                    key: Row = {"item": row.item, "reviewer": name}
                    made.append(Edit(table="assignments", key=key, before=None, after={"assigned_at": at}))
                    if name == first:
                        answer: Row = {**nouns.stored(_as_it_is(row)), "note": "", "at": at}
                        made.append(Edit(table="answers", key=key, before=None, after=answer))
            return _done(connection, made, action="assign", actor=self._actor)

    def unassign(self, numbers: Sequence[int], people: Sequence[str]) -> Changed:
        """Ask these people no more about these items; who has answered stays."""
        with self._store.writing() as connection:
            made = [
                Edit(
                    table="assignments", key={"item": item, "reviewer": name},
                    before={"assigned_at": reviews.assigned(connection, item)[name]}, after=None,
                )
                for name in people
                for item in reviews.unanswered(connection, name, numbers)
            ]  # fmt: skip
            return _done(connection, made, action="unassign", actor=self._actor)

    def answer(self, item: int, given: Answer) -> Changed:
        """Answer about an item, or answer anew while others are awaited.

        Raises NotAssigned, ReviewClosed, NotFound (incident, place), UnknownTerm, BadValue.
        """
        _check(given, given.note)
        with self._store.writing() as connection:
            sheet = next(iter(reviews.sheets(connection, [item])), None)
            if sheet is None or self._actor not in reviews.assigned(connection, item):
                raise errors.NotAssigned(item, self._actor)
            before = reviews.given(connection, item, self._actor)
            if before is not None and sheet.state is not State.OPEN:
                raise errors.ReviewClosed(item)
            after: Row = {**_stored(connection, given), "note": given.note, "at": journal.now()}
            made = [Edit(table="answers", key={"item": item, "reviewer": self._actor}, before=before, after=after)]
            return _done(connection, made, action="answer", actor=self._actor)

    def settle(self, item: int, final: Answer, *, reason: str) -> Changed:
        """Give an item its final answer: it is written to the item, and the reason is kept.

        Raises NotAssigned, ReviewOpen, BadValue (no reason), NotFound, UnknownTerm.
        """
        _check(final, reason)
        if not reason.strip():
            raise errors.BadValue("reason", reason, "some words that say why this is the final answer")
        with self._store.writing() as connection:
            made = _settling(connection, item, final, reason=reason, actor=self._actor)
            return _done(connection, made, action="settle review", actor=self._actor)

    def settle_agreed(self, numbers: Iterable[int] | None = None, *, reason: str) -> Changed:
        """Make final what all reviewers of an item agree on, for these items or all, in one step."""
        with self._store.writing() as connection:
            made: list[Edit] = []
            for sheet in reviews.sheets(connection, numbers):
                if sheet.state is State.AGREE and len(sheet.given) > 1:
                    made += _settling(connection, sheet.item, sheet.given[0].answer, reason=reason, actor=self._actor)
            return _done(connection, made, action="settle review", actor=self._actor)

    def sheets(self, numbers: Iterable[int] | None = None) -> list[Sheet]:
        """The reviews of these items, or of all; while one is open, with the actor's own answer alone."""
        with self._store.reading() as connection:
            return [_as_seen(sheet, self._actor) for sheet in reviews.sheets(connection, numbers)]


def masked(connection: Connection, rows: list[Item], *, actor: str) -> list[Item]:
    """The rows as somebody may see them who has yet to answer about some: without what others have said of those.

    The warning stays, for it protects whoever looks.
    """
    hidden = set(reviews.unanswered(connection, actor, [row.item for row in rows]))
    return [
        replace(row, status=Status.UNREVIEWED, incidents=(), places=(), tags=()) if row.item in hidden else row
        for row in rows
    ]


def masked_detail(connection: Connection, detail: ItemDetail, *, actor: str) -> ItemDetail:
    """All of an item as somebody may see it: no answers of others before all are in, nor what led to them."""
    item = detail.item.item
    if reviews.unanswered(connection, actor, [item]):
        return replace(
            detail, notes=(), journal=tuple(row for row in detail.journal if "edits" not in stored.detail(row.detail))
        )
    if any(sheet.state is State.OPEN for sheet in reviews.sheets(connection, [item])):
        hide = ("answer", "undo", "redo")
        return replace(
            detail, journal=tuple(row for row in detail.journal if row.actor == actor or row.action not in hide)
        )
    return detail


def masked_regions(connection: Connection, regions: list[Region], *, actor: str) -> list[Region]:
    """The regions as somebody may see them who has yet to answer about their item: the own ones, and without their
    words those of others that cover a part, for they protect whoever looks."""
    hidden = set(reviews.unanswered(connection, actor, list({region.item for region in regions})))
    return [
        replace(region, label="", note="") if region.item in hidden and region.actor != actor else region
        for region in regions
        if region.item not in hidden or region.actor == actor or region.cover
    ]


def _as_seen(sheet: Sheet, actor: str) -> Sheet:
    if sheet.state is not State.OPEN:
        return sheet
    return replace(sheet, given=tuple(given for given in sheet.given if given.reviewer == actor))


def _as_it_is(row: Item) -> Answer:
    return Answer(
        warning=row.warning, status=row.status, incidents=tuple(sorted(row.incidents)), places=tuple(sorted(row.places))
    )


def _stored(connection: Connection, given: Answer) -> Row:
    try:
        return reviews.Names.of(connection).stored(given)
    except KeyError as problem:
        raise errors.NotFound(*problem.args) from problem


def _check(given: Answer, text: str) -> None:
    for term in given.warning.content:
        vocabulary.load("warning-content").check(term)
    if given.warning.content and given.warning.level in (Level.NONE, Level.UNASSESSED):
        raise errors.BadValue("warning", given.warning.level, "a level from mild on where there is something to see")
    if len(text) > _MOST_TEXT:
        raise errors.BadValue("text", text[:40], f"at most {_MOST_TEXT:,} characters")


def _settling(connection: Connection, item: int, final: Answer, *, reason: str, actor: str) -> list[Edit]:
    sheet = next(iter(reviews.sheets(connection, [item])), None)
    if sheet is None:
        raise errors.NotAssigned(item, actor)
    if sheet.state is State.OPEN:
        raise errors.ReviewOpen(item, sheet.awaited)
    (row,) = items.rows(connection, [item])
    stored, names = _stored(connection, final), reviews.Names.of(connection)
    made = [_final(connection, item, {**stored, "reason": reason, "actor": actor, "at": journal.now()})]
    before: Row = {"warning_level": row.warning.level, "status": row.status}
    after: Row = {"warning_level": final.warning.level, "status": final.status}
    if before != after:
        made.append(Edit(table="items", key={"item": item}, before=before, after=after))
    incidents = {name: number for number, name in names.incidents.items()}
    places = {name: number for number, name in names.places.items()}
    made += _members("warning_content", item, "term", held=row.warning.content, wanted=final.warning.content)
    made += _members(
        "item_incidents", item, "incident",
        held=[incidents[name] for name in row.incidents], wanted=[incidents[name] for name in final.incidents],
    )  # fmt: skip
    made += _members(
        "item_places", item, "place",
        held=[places[name] for name in row.places], wanted=[places[name] for name in final.places],
    )  # fmt: skip
    return made


def _final(connection: Connection, item: int, after: Row) -> Edit:
    return Edit(table="finals", key={"item": item}, before=reviews.final(connection, item), after=after)


def _members(table: str, item: int, column: str, *, held: Iterable[Value], wanted: Iterable[Value]) -> list[Edit]:
    """The edits that make a set of an item what it is to be."""
    had, want = set(held), set(wanted)
    added = [Edit(table=table, key={"item": item, column: value}, before=None, after={}) for value in want - had]
    gone = [Edit(table=table, key={"item": item, column: value}, before={}, after=None) for value in had - want]
    return sorted(added + gone, key=lambda edit: str(edit.key[column]))


def _done(connection: Connection, made: list[Edit], *, action: str, actor: str) -> Changed:
    if not made:
        return Changed()
    apply(connection, made)
    touched = frozenset(int(edit.key["item"] or 0) for edit in made)
    subject = f"{len(touched)} items"
    if len(touched) == 1:
        (row,) = items.rows(connection, list(touched))
        subject = str(row.sha256)
    journal.append(
        connection, action=action, subject=subject, actor=actor, items=sorted(touched),
        detail={"edits": [edit.as_json() for edit in made]},
    )  # fmt: skip
    return settled(connection, made)
