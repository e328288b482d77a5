"""The best copy of a group: the one that is nearest to the original, and why it is thought so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from annotator.model import Because, Done, Item, Kind, Link, Relation

AS_LARGE = 0.8
"""Pictures of this share of the largest one's pixels are as large for what follows: metadata weighs more than a rim."""
_ORDER = {Kind.VIDEO: 0, Kind.PHOTO: 1, Kind.DOCUMENT: 2, Kind.FRAME: 3}
"""A still was taken from the footage, seldom the other way round."""


class Merit(StrEnum):
    """Why a copy is thought to be better than the others; `number` says how many, of what each says."""

    SOURCE = "source"
    """Others, `number`, were made from it, as the pictures themselves show."""
    CUT = "cut-from"
    """Others, `number`, are cut from it, as the pictures themselves show."""
    FINEST = "finest"
    """It has more pixels than others, `number`, for what both of them show."""
    RICHER = "richer"
    """Its file has more bytes than those of others, `number`, for the same pixels in the same format."""
    LARGEST = "largest"
    """No other has as many pixels."""
    AS_LARGE = "as-large"
    """None has more pixels."""
    LONGEST = "longest"
    CAMERA = "camera"
    """It has camera data, and others have none; `number` others have some too."""
    POSITION = "position"
    """It has a position, and others have none; `number` others have one too."""
    EARLIEST = "earliest"
    """Its date is before all others that are known."""
    FIRST = "first"
    """Nothing sets it apart but that it was imported first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One merit, with its number where it has one."""

    merit: Merit
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The best copy, and its merits, the weightiest first."""

    item: int
    width: int | None
    height: int | None
    duration: float | None
    captured_at: str | None
    reasons: tuple[Reason, ...]

    def in_words(self) -> str:
        """The reasons in English: "largest: 4032 × 3024; has camera data; 2 others are cut from it"."""
        return "; ".join(self._said(reason) for reason in self.reasons)

    def _said(self, reason: Reason) -> str:
        others = f"{_others(reason.number)} {'is' if reason.number == 1 else 'are'}"
        return {
            Merit.SOURCE: f"{others} made from it",
            Merit.CUT: f"{others} cut from it",
            Merit.FINEST: f"shows what they share in more pixels than {_others(reason.number)}",
            Merit.RICHER: f"more bytes for the same pixels than {_others(reason.number)}",
            Merit.LARGEST: f"largest: {self.width} × {self.height}",
            Merit.AS_LARGE: f"none is larger: {self.width} × {self.height}",
            Merit.LONGEST: f"longest: {self.duration or 0:.1f} s",
            Merit.CAMERA: "has camera data",
            Merit.POSITION: "has a position",
            Merit.EARLIEST: f"earliest: {self.captured_at}",
            Merit.FIRST: "imported first",
        }[reason.merit]


def best(items: Sequence[Item], links: Iterable[Link]) -> Best:
    """The best of these copies, one at least, by what links between them say and by the items' own facts.

    In this order: least often the worse of two, see `worse`; as large as the largest; has camera data; has a
    position; footage before stills; earliest date; most pixels; longest; most bytes; imported first.
    `store.links.grouped` has the same order for whole cases.
    """
    numbers = {item.item for item in items}
    among = [link for link in links if link.joins and numbers.issuperset((link.a, link.b))]
    areas = {item.item: _area(item) for item in items}
    beaten: dict[int, int] = defaultdict(int)
    for link in among:
        if (lesser := worse(link, areas)) is not None:
            beaten[lesser] += 1
    largest = max(map(_area, items))
    found = min(
        items,
        key=lambda item: (
            beaten[item.item], _area(item) < AS_LARGE * largest, not _camera(item), item.latitude is None,
            _ORDER[item.kind], item.captured_at is None, item.captured_at or "", -_area(item),
            -(item.duration or 0.0), -(item.bytes or 0), item.item,
        ),
    )  # fmt: skip
    return Best(
        item=found.item, width=found.width, height=found.height, duration=found.duration,
        captured_at=found.captured_at, reasons=_reasons(found, items, among, areas),
    )  # fmt: skip


def worse(link: Link, areas: Mapping[int, int]) -> int | None:
    """Which of the two is the worse: what its link says, or, where it doesn't, what has clearly fewer pixels (of so
    many in all, `areas`) for what both show. A small picture within a large frame is no larger than it was. Of footage
    the larger may be the shorter: nothing is the worse there but what the link says."""
    if link.better is not None:
        return link.b if link.better == link.a else link.a
    if link.relation is Relation.SAME_FOOTAGE:
        return None
    a, b = link.shared_a * areas[link.a], link.shared_b * areas[link.b]
    if a and b and a < AS_LARGE * b:
        return link.a
    return link.b if a and b and b < AS_LARGE * a else None


def _reasons(found: Item, items: Sequence[Item], links: Sequence[Link], areas: Mapping[int, int]) -> tuple[Reason, ...]:
    others = [item for item in items if item.item != found.item]
    reasons: list[Reason] = []
    area, largest = _area(found), max(map(_area, others), default=0)
    if area and area >= largest:
        reasons.append(Reason(merit=Merit.LARGEST if area > largest else Merit.AS_LARGE))
    if found.duration and all(found.duration > (other.duration or 0.0) for other in others):
        reasons.append(Reason(merit=Merit.LONGEST))
    for merit, has in ((Merit.CAMERA, _camera), (Merit.POSITION, _position)):
        having = sum(map(has, others))
        if has(found) and having < len(others):
            reasons.append(Reason(merit=merit, number=having))
    if _earliest(found, others):
        reasons.append(Reason(merit=Merit.EARLIEST))
    better = [link for link in links if link.better == found.item]
    made = [link for link in better if link.because is Because.UNALTERED]
    cut = sum(any(step.done is Done.CROPPED for step in link.steps) for link in made)
    finer = sum(link.better is None and worse(link, areas) in _ends(link, found.item) for link in links)
    finer += sum(link.because is Because.FINER for link in better)
    richer = sum(link.because is Because.RICHER for link in better)
    for merit, number in (
        (Merit.CUT, cut), (Merit.SOURCE, len(made) - cut), (Merit.FINEST, finer), (Merit.RICHER, richer)
    ):  # fmt: skip
        if number:
            reasons.append(Reason(merit=merit, number=number))
    return tuple(reasons) or (Reason(merit=Merit.FIRST),)


def _ends(link: Link, item: int) -> tuple[int, ...]:
    """The other end of an item's link; nothing where it is none of its own."""
    return {link.a: (link.b,), link.b: (link.a,)}.get(item, ())


def _others(number: int) -> str:
    return "1 other" if number == 1 else f"{number} others"


def _area(item: Item) -> int:
    return (item.width or 0) * (item.height or 0)


def _camera(item: Item) -> bool:
    return bool(item.make or item.model)


def _position(item: Item) -> bool:
    return item.latitude is not None


def _earliest(found: Item, others: Sequence[Item]) -> bool:
    """Whether its date is certainly before those of the others: with a time zone and without can't be compared."""
    own, dated = _time(found.captured_at), [other.captured_at for other in others if other.captured_at]
    times = [_time(text) for text in dated]
    return (
        own is not None
        and bool(times)
        and all(time is not None and (time.tzinfo is None) == (own.tzinfo is None) and own < time for time in times)
    )


def _time(text: str | None) -> datetime | None:
    try:
        return None if text is None else datetime.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items that links join."""

    group: int
    items: tuple[int, ...]
    links: tuple[Link, ...]
    best: Best | None = None
    """None for a pair that is not joined."""
    joined: bool = True
    contradicting: tuple[tuple[int, int], ...] = ()
    """Pairs that were called different and are in the group all the same, for others were called the same."""
