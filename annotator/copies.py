"""Links between copies of the same picture or footage: suggested from hashes, decided by people."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator import errors, footage
from annotator.analysis import Moment
from annotator.best import Best, Group, best
from annotator.grouping import way
from annotator.model import Changed, Done, Kind, Link, Relation, Step, Verdict
from annotator.similarity.hamming import BITS, HashIndex
from annotator.steps import in_words
from annotator.store import doubts, edits, items, journal, links, pairs
from annotator.store.connection import Connection, Store

RECIPE = "phash64/1"
MOST_BITS = 10
"""Above this, links between different pictures become common (69 % found with 186 false at 14, 54 % with few at 10)."""

_MOST_LINKS = 20
"""Of a new item with others of one group; a burst of n pictures would otherwise have n² links that say the same."""

_MIRRORED = Step(done=Done.MIRRORED)
_QUARTER, _HALF, _THREE = (Step(done=Done.TURNED, value=degrees) for degrees in (90.0, 180.0, 270.0))
_STEPS = (
    (), (_QUARTER,), (_HALF,), (_THREE,), (_MIRRORED,), (_MIRRORED, _THREE), (_MIRRORED, _HALF), (_MIRRORED, _QUARTER),
)  # fmt: skip
"""What takes the older item to the newer, by the newer one's variant that equals the older as it is."""


@dataclass(frozen=True, slots=True)
class _Match:
    """One picture of the new item is one picture of an older one; times are 0 for photos."""

    bits: int
    variant: int
    time: float
    other_time: float


class Finder:
    """All hashes of a case, to find copies of each new item."""

    def __init__(self, connection: Connection) -> None:
        self._index = HashIndex()
        self._owners: dict[int, tuple[int, float]] = {}
        known = list(links.hashed(connection, RECIPE))
        self._index.add([number for number, *_ in known], [hash for _, hash, *_ in known])
        for number, _, parent, time in known:
            if parent is not None:
                self._owners[number] = (parent, time)

    def link(self, connection: Connection, item: int) -> frozenset[int]:
        """Link a new item, frames and all, in the transaction that adds it; returns the items whose groups changed."""
        pictures = list(links.pictures(connection, item, RECIPE))
        matches: dict[int, list[_Match]] = defaultdict(list)
        for _, time, variants in pictures:
            for number, (bits, variant) in self._index.near(variants, most=MOST_BITS).items():
                owner, other_time = self._owners.get(number, (number, 0.0))
                matches[owner].append(_Match(bits, variant, time, other_time))
        kind, parent = links.kind_of(connection, item)
        others = links.groups_of(connection, matches.keys() - {item, parent})
        made: list[Link] = []
        joined: set[int] = set()
        for other in sorted(others, key=lambda other: (min(match.bits for match in matches[other]), other)):
            if len(made) >= _MOST_LINKS and others[other] in joined:
                continue
            other_kind, _ = links.kind_of(connection, other)
            if kind is other_kind is Kind.VIDEO:
                pairs.wait(connection, other, item, _moments(matches[other]))
                continue
            made.append(self._link(item, kind is not other_kind, other, matches[other]))
            joined.add(others[other])
        links.add(connection, made)
        for number, time, variants in pictures:
            self._index.add([number], [variants[0]])
            if number != item:
                self._owners[number] = (item, time)
        return links.join(connection, item, joined) if made else frozenset()

    def _link(self, item: int, of_frame: bool, other: int, found: list[_Match]) -> Link:
        best = min(found, key=lambda match: (match.bits, match.variant))
        words = [in_words(_STEPS[best.variant])]
        segments: tuple[tuple[float, float, float, float], ...] = ()
        if of_frame:
            segments = ((best.other_time, best.other_time, best.time, best.time),)
            words.append(f"frame at {best.time or best.other_time:.3f} s")
        words.append(f"{best.bits} of {BITS} bits differ")
        return Link(
            a=other,
            b=item,
            relation=Relation.FRAME_OF if of_frame else Relation.SAME_PICTURE,
            steps=_STEPS[best.variant],
            score=round(1 - best.bits / BITS, 4),
            reason=", ".join(filter(None, words)),
            segments=segments,
            verdict=Verdict.UNDECIDED,
        )


def _moments(found: list[_Match]) -> tuple[Moment, ...]:
    """Where to begin when two videos are compared frame by frame."""
    return footage.seeds(
        footage.Alike(moment=Moment(a=match.other_time, b=match.time), weight=1 - match.bits / BITS) for match in found
    )


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
