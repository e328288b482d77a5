"""Links between copies of the same picture or footage: suggested from hashes, decided by people."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator import errors
from annotator.best import Best, Group, best
from annotator.grouping import way
from annotator.model import Changed, Kind, Link, Relation, Verdict
from annotator.store import doubts, edits, items, journal, links
from annotator.store.connection import Connection, Store


def groups(store: Store, *, all: bool) -> Iterator[Group]:
    """Groups of copies, each with the best of them; a file found under several paths is a group too.

    With `all`, also links that join nothing: possible ones, those of the same scene, and what people have called
    different; where none of their ends is in a group, as pairs that are not `joined`.
    """
    with store.reading() as connection:
        twice = set(links.found_twice(connection))
        known = dict(links.groups(connection))
        for item in twice - {member for members in known.values() for member in members}:
            known[item] = (item,)
        told: set[tuple[int, int]] = set()
        for group, members in sorted(known.items()):
            among = links.among(connection, members)
            found = [link for link in among if all or link.joins]
            if all:
                around = {(link.a, link.b): link for member in members for link in links.of(connection, member)}
                inside = {(link.a, link.b) for link in among}
                found += [around[pair] for pair in sorted(around.keys() - inside - told)]
                told |= around.keys()
            found += [_same_file(connection, member) for member in members if member in twice]
            yield Group(
                group=group, items=members, links=tuple(sorted(found, key=lambda link: (link.a, link.b))),
                best=best(items.rows(connection, members), among),
                contradicting=tuple((x.a, x.b) for x in among if x.verdict is Verdict.DIFFERENT),
            )  # fmt: skip
        if all:
            for link in links.unjoined(connection):
                yield Group(group=link.a, items=(link.a, link.b), links=(link,), joined=False)


def best_of(store: Store, item: int) -> Best | None:
    """The best copy of an item's group; None where it has none."""
    with store.reading() as connection:
        members = links.with_copies(connection, [item])
        if len(members) < 2:
            return None
        return best(items.rows(connection, members), links.among(connection, members))


def _same_file(connection: Connection, item: int) -> Link:
    count = len(items.paths(connection, item))
    return Link(
        a=item, b=item, relation=Relation.SAME_FILE, score=1.0,
        reason=f"the same bytes under {count} paths", segments=(), verdict=Verdict.SAME,
    )  # fmt: skip


class Doubt(StrEnum):
    """What kinds of links wait for a verdict, in the order in which they are gone through."""

    CONTRADICTING = "contradicting"
    """Said to be different, and joined all the same by what was said of others."""
    CONFIRMED = "confirmed"
    POSSIBLE = "possible"
    SCENE = "same-scene"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Links that wait for a person's verdict, worst doubt first, and how many there are of each kind."""

    links: list[Link]
    counts: dict[Doubt, int]


def undecided(store: Store, item: int | None, most: int, only: Doubt | None) -> Waiting:
    """What waits: see `annotator.store.doubts.waiting`."""
    kinds = () if only is None else (list(Doubt).index(only),)
    with store.reading() as connection:
        found, counts = doubts.waiting(connection, of=item, kinds=kinds, most=most)
    return Waiting(links=found, counts=dict(zip(Doubt, counts, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How two items stand to each other, whatever their own link says."""

    together: bool
    """They are in one group."""
    through: tuple[int, ...] = ()
    """Where they are together though they were called different: the items by which verdicts join them."""
    held: tuple[tuple[int, int], ...] = ()
    """Where their link would join them: the pairs that were called different and keep their groups apart."""


def standing(store: Store, a: int, b: int) -> Standing:
    """How two items stand to each other."""
    with store.reading() as connection:
        link = links.between(connection, a, b)
        mine, theirs = (links.with_copies(connection, [end]) for end in (a, b))
        together = b in mine
        if together and link is not None and link.verdict is Verdict.DIFFERENT:
            said = [x for x in links.among(connection, mine) if x.verdict is Verdict.SAME]
            return Standing(together=True, through=way(a, b, [(x.a, x.b) for x in said]))
        if not together and link is not None and link.joins:
            between = links.among(connection, [*mine, *theirs])
            return Standing(
                together=False, held=tuple((x.a, x.b) for x in between if x.verdict is Verdict.DIFFERENT)
            )  # fmt: skip
    return Standing(together=together)


def judge(store: Store, a: int, b: int, verdict: Verdict, *, actor: str) -> tuple[Link, Changed]:
    """Record what a person says of two items; makes the link where there was none, for a person may see more."""
    a, b = min(a, b), max(a, b)
    if a == b:
        raise errors.BadValue("pair of items", f"{a} {b}", "two different items")
    with store.writing() as connection:
        for row in items.rows(connection, [a, b]):
            if row.sampled:
                raise errors.SampledFrame(row.item)
        held = links.between(connection, a, b)
        if held is None:
            kinds = [links.kind_of(connection, end)[0] for end in (a, b)].count(Kind.VIDEO)
            relation = (Relation.SAME_PICTURE, Relation.FRAME_OF, Relation.SAME_FOOTAGE)[kinds]
            held = Link(a=a, b=b, relation=relation, score=0.0, reason="said by a reviewer")
            links.add(connection, [held])  # a score of 0 joins nothing by itself, should the verdict be taken back
        edit = edits.Edit(
            table="links", key={"a": a, "b": b}, before={"verdict": held.verdict}, after={"verdict": verdict}
        )
        edits.apply(connection, [edit])
        journal.append(
            connection, action="verdict", subject=f"items {a} and {b}", actor=actor, items=(a, b),
            detail={"edits": [edit.as_json()]},
        )  # fmt: skip
        touched = links.regroup(connection, [a, b])
    return replace(held, verdict=verdict), Changed(items=touched | {a, b}, nouns=frozenset({"links"}))
