"""What the copies of an item have been given and the item has not: offered to a person, never copied silently."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model import Change, Item, Status
from annotator.review import masked
from annotator.store import items, links, reviews
from annotator.store.connection import Connection

_MOST = 1000
"""Copies that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A value that copies have."""

    field: str
    """"incident", "place", "tag" or "status"."""
    value: str
    items: int
    """How many copies have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What can be taken over, and the copies that have notes, which stay where they are."""

    offered: tuple[Offer, ...] = ()
    noted: tuple[int, ...] = ()

    @property
    def change(self) -> Change:
        """What gives the item all of it, but for a status on which the copies don't agree."""
        by = {field: tuple(x.value for x in self.offered if x.field == field) for field in _FIELDS}
        status = by["status"]
        return Change(
            add_incidents=by["incident"], add_places=by["place"], add_tags=by["tag"],
            status=Status(status[0]) if len(status) == 1 else None,
        )  # fmt: skip


_FIELDS = ("incident", "place", "tag", "status")


def offers(item: Item, copies: Iterable[Item]) -> tuple[Offer, ...]:
    """What copies have been given and the item has not, each field by how many have it. A status is offered only
    where the item has none yet."""
    found: Counter[tuple[str, str]] = Counter()
    for copy in copies:
        for field, own, theirs in (
            ("incident", item.incidents, copy.incidents),
            ("place", item.places, copy.places),
            ("tag", item.tags, copy.tags),
        ):
            found.update((field, value) for value in theirs if value not in own)
        if item.status is Status.UNREVIEWED is not copy.status:
            found["status", str(copy.status)] += 1
    order = sorted(found, key=lambda key: (_FIELDS.index(key[0]), -found[key], key[1]))
    return tuple(Offer(field=field, value=value, items=found[field, value]) for field, value in order)


def offered(connection: Connection, number: int, *, actor: str) -> Offers:
    """What the copies of an item offer; nothing while the actor's own answer about it is awaited."""
    others = [copy for copy in links.with_copies(connection, [number]) if copy != number][:_MOST]
    if not others or reviews.unanswered(connection, actor, [number]):
        return Offers()
    rows: Sequence[Item] = masked(connection, items.rows(connection, [number, *others]), actor=actor)
    hidden = set(reviews.unanswered(connection, actor, others))
    noted = items.noted(connection, [copy for copy in others if copy not in hidden])
    return Offers(offered=offers(rows[0], (row for row in rows[1:] if not row.sampled)), noted=noted)
