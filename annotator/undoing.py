"""The steps of one person: changes made, told, taken back and made again, each a new row of the journal.

A row that takes another back names it. What can be made again is an undo that was not taken back itself and that no
other change of the same person has followed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from threading import Event as Flag

from annotator import annotate, errors, history
from annotator import nouns as noun_service
from annotator.events import Progress
from annotator.model import Change, Changed, Incident, Item, JournalRow, Place
from annotator.store import edits, journal, nouns, settle, stored
from annotator.store.connection import Connection, Store
from annotator.told import Preview, Told

_CHUNK = 1000
"""Edits between two tellings of how far it is."""


def _unheard(_progress: Progress) -> None:
    """Nobody wants to know."""


class Steps:
    """The steps of one actor. `after` is a row of the journal, such as its newest when somebody sat down: what lies
    before it stays; rows of `but` are passed over."""

    def __init__(self, store: Store, *, actor: str, seen: Callable[[Connection, list[Item]], list[Item]]) -> None:
        """`seen` makes of rows what the actor may see of them."""
        self._store, self._actor, self._seen = store, actor, seen

    def annotating(
        self, numbers: Sequence[int], change: Change, *, copies: bool = False, cancel: Flag | None = None
    ) -> Iterator[Progress | Changed]:
        """`annotate` that leaves out sampled frames and says how far it is; see `annotator.annotate.annotating`."""
        return annotate.annotating(
            self._store, numbers, change, actor=self._actor, leave_sampled=True, copies=copies, cancel=cancel
        )

    def preview(self, numbers: Sequence[int], change: Change, *, cancel: Flag | None = None) -> Preview:
        """What a change would do. Raises NotFound, UnknownTerm, BadValue, NoSuchItem."""
        return annotate.preview(self._store, numbers, change, seen=self._seen, cancel=cancel)

    def edit(self, noun: Incident | Place) -> Changed:
        """Let the incident or place of this number be so. Raises NotFound, AlreadyThere, UnknownTerm, BadValue."""
        return noun_service.edit(self._store, noun, actor=self._actor)

    def add(self, noun: Incident | Place) -> Changed:
        """Add an incident or a place. Raises AlreadyThere, UnknownTerm, BadValue."""
        if isinstance(noun, Incident):
            noun_service.add_incident(self._store, noun, actor=self._actor)
            return Changed(nouns=frozenset({"incidents"}))
        noun_service.add_place(self._store, noun, actor=self._actor)
        return Changed(nouns=frozenset({"places"}))

    def remove(self, noun: Incident | Place) -> Changed:
        """Remove an incident or a place that no item bears. Raises NotFound, StillBorne, NamedInReview."""
        return noun_service.remove(self._store, noun, actor=self._actor)

    def merge(self, noun: Incident | Place, into: Incident | Place) -> Changed:
        """Let items bear `into` instead of `noun`, which goes. Raises NotFound, NamedInReview, BadValue."""
        return noun_service.merge(self._store, noun, into, actor=self._actor)

    def undo(
        self, *, after: int = 0, but: Collection[int] = (), told: Callable[[Progress], None] = _unheard
    ) -> tuple[JournalRow, Changed]:
        """Take back the actor's last change that was not taken back yet, and return the row that says so.

        `told` hears how far it is; where it raises, nothing is changed. Raises NothingToUndo, ChangedSince.
        """
        with self._store.writing() as connection:
            last = journal.next_undo(connection, self._actor, after=after, but=but)
            if last is None:
                raise errors.NothingToUndo(self._actor)
            return self._reversed(connection, last, told, action="undo", held="edits", becomes="edits_taken_back")

    def redo(
        self, *, after: int = 0, but: Collection[int] = (), told: Callable[[Progress], None] = _unheard
    ) -> tuple[JournalRow, Changed]:
        """Make again what the actor has taken back last; `told` as in `undo`. Raises NothingToRedo, ChangedSince."""
        with self._store.writing() as connection:
            last = journal.next_redo(connection, self._actor, after=after, but=but)
            if last is None:
                raise errors.NothingToRedo(self._actor)
            return self._reversed(connection, last, told, action="redo", held="edits_taken_back", becomes="edits")

    def next(self, *, after: int = 0, but: Collection[int] = ()) -> tuple[Told | None, Told | None]:
        """What `undo` and `redo` would take back."""
        with self._store.reading() as connection:
            back = journal.next_undo(connection, self._actor, after=after, but=but)
            again = journal.next_redo(connection, self._actor, after=after, but=but)
            names = nouns.names(connection)
        undone, redone = (None if row is None else history.told(row, names) for row in (back, again))
        return undone, redone

    def newest(self) -> int:
        """The number of the journal's newest row."""
        with self._store.reading() as connection:
            return journal.newest(connection)

    def told(self, rows: Iterable[JournalRow], *, item: int | None = None) -> tuple[Told, ...]:
        """Rows of the journal as they can be told, only what they say of one item where it is given."""
        with self._store.reading() as connection:
            names = nouns.names(connection)
        return tuple(history.told(row, names, item=item) for row in rows)

    def _reversed(
        self,
        connection: Connection,
        last: JournalRow,
        told: Callable[[Progress], None],
        *,
        action: str,
        held: str,
        becomes: str,
    ) -> tuple[JournalRow, Changed]:
        detail = stored.detail(last.detail)
        try:
            made = [edit.inverse for edit in reversed(list(edits.unpacked(detail[held])))]
            for start in range(0, len(made), _CHUNK):
                told(Progress(done=start, total=len(made)))
                edits.apply(connection, made[start : start + _CHUNK])
        except edits.Conflict as problem:
            raise errors.ChangedSince(last.action, last.at, last.seq) from problem
        told(Progress(done=len(made), total=len(made)))
        row = journal.append(
            connection, action=action, subject=last.subject, actor=self._actor,
            items=sorted(edits.items_of(made)), undoes=last.seq,
            detail={"undoes": last.seq, becomes: edits.packed(made), "names": detail.get("names", {})},
        )  # fmt: skip
        changed = settle.settled(connection, made)
        told(Progress(done=len(made), total=len(made)))
        return row, changed
