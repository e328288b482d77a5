"""Same footage: which frames to start from when two videos are compared, and what is said of what was found.

Frames that look alike vote for an offset between both videos' times, as in temporal Hough voting (Douze, Jégou and
Schmid, "An image-based approach to video copy detection with spatio-temporal post-filtering", IEEE Transactions on
Multimedia 2010). Keyframes of two encodings are of different moments, and what is on show in one shot looks alike for
seconds, so the votes only choose where exact frames are looked at (`annotator.media.shared`); those are what is
believed. What is not more than an opening, a title card or a quotation joins no group.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from annotator.analysis import Moment, Shared, Stretch
from annotator.link import Link, Relation
from annotator.steps import Done, Step

MOST_SEEDS: Final = 12
_SLACK: Final = 2.0
"""Seconds that two frames of one shot may be apart and still look alike."""
_MOST_VOTES: Final = 4000
_ENOUGH_SECONDS: Final = 3.5
_ENOUGH_SHARE: Final = 0.45
"""Of the shorter video: half of it, for ends are found to a frame or so. So much, or `_ENOUGH_SECONDS`, is the same
footage; less may be an opening that a channel puts before all that it shows."""
_OPENING_SECONDS: Final = 15.0
_OPENING_SHARE: Final = 0.45
_APART: Final = 0.1
"""Share of the picture in which other things move: two of sixteen parts (seen: none in copies)."""
_EDGE: Final = 1.0
"""Seconds from the start or the end of both videos within which a stretch is an opening or a closing."""
_FEWEST: Final = 5
"""Points; hardly any two frames of different footage have as many."""
_SURE: Final = 60
_WHOLE: Final = 0.9
_SPEED_MATTERS: Final = 0.01
_MIDDLES: Final = (0.5, 0.3, 0.7)
"""Shares of a stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A frame of video b looks like one of video a."""

    moment: Moment
    weight: float = 1.0
    """How sure that is, from 0 to 1."""


def seeds(alike: Iterable[Alike], most: int = MOST_SEEDS) -> tuple[Moment, ...]:
    """Moments from which to compare two videos, the likeliest first: of each offset that many frames vote for the
    surest, then the next of each."""
    left = sorted(alike, key=lambda one: (-one.weight, one.moment.b, one.moment.a))[:_MOST_VOTES]
    chosen: list[list[Moment]] = []
    while left and len(chosen) < most:
        offsets = np.array([one.moment.a - one.moment.b for one in left])
        weights = np.array([one.weight for one in left])
        bins = np.floor((offsets - offsets.min()) / _SLACK).astype(np.int64)
        votes = np.bincount(bins, weights)
        both = votes + np.append(votes[1:], 0.0)  # a bin and the next: an offset at an edge loses no votes
        top = int(both.argmax())
        taken = (bins == top) | (bins == top + 1)
        chosen.append(_spread([one.moment for one, take in zip(left, taken, strict=True) if take]))
        left = [one for one, take in zip(left, taken, strict=True) if not take]
    rounds = max((len(moments) for moments in chosen), default=0)
    return tuple(moments[turn] for turn in range(rounds) for moments in chosen if turn < len(moments))[:most]


def likely(moments: Sequence[Moment], points: Callable[[Moment], int | None]) -> tuple[Moment, ...]:
    """The moments at which enough points of both frames agree (None where that is not known), the surest first, then
    those that were not looked at, for one is sure."""
    kept: list[tuple[int, int]] = []
    for place, moment in enumerate(moments):
        count = points(moment)
        if count is None or count >= _FEWEST:
            kept.append((-(count or 0), place))
        if count is not None and count >= _SURE:
            break
    looked_at = len(moments) if not kept or -min(kept)[0] < _SURE else kept[-1][1] + 1
    return (*(moments[place] for _, place in sorted(kept)), *moments[looked_at:])


def _spread(moments: list[Moment]) -> list[Moment]:
    """The surest one, then the others from the one farthest in time from it."""
    first, *others = moments
    return [first, *sorted(others, key=lambda moment: -abs(moment.b - first.b))]


def link(a: int, b: int, found: Shared, *, seconds: tuple[float | None, float | None]) -> Link | None:
    """The link of two videos of so many seconds (None where that is not known), or None where nothing is shared."""
    if not found.stretches:
        if found.unmoving < 1.0:
            return None
        return _linked(
            a, b, found, Relation.POSSIBLE, min(0.5, found.unmoving / 60),
            "looks alike, nothing moves in it, so times can't be compared",
        )  # fmt: skip
    together = sum(stretch.b_end - stretch.b_start for stretch in found.stretches)
    lengths = [length for length in seconds if length]
    share = together / min(lengths) if lengths else 1.0
    count = len(found.stretches)
    words = f"{together:.1f} s in common" + (f", in {count} parts" if count > 1 else "")
    if _only_opening(found.stretches, seconds, share):
        return _linked(a, b, found, Relation.POSSIBLE, 0.3, f"{words}, no more than an opening or a closing")
    if found.apart >= _APART:
        return _linked(a, b, found, Relation.POSSIBLE, 0.4, f"{words}, but other things move in a part of the picture")
    if together < _ENOUGH_SECONDS and share < _ENOUGH_SHARE:
        return _linked(a, b, found, Relation.POSSIBLE, 0.4, f"{words}, too little to call it the same footage")
    weights = [stretch.b_end - stretch.b_start for stretch in found.stretches]
    score = float(np.average([stretch.agreement for stretch in found.stretches], weights=weights))
    return _linked(a, b, found, Relation.SAME_FOOTAGE, score, words)


def _only_opening(stretches: Sequence[Stretch], seconds: tuple[float | None, float | None], share: float) -> bool:
    """Whether all that is shared is a short piece at the very start, or at the very end, of both."""
    long_a, long_b = seconds
    if len(stretches) > 2 or long_a is None or long_b is None:
        return False
    if share >= _OPENING_SHARE and not _other_between(stretches):
        return False
    return all(
        one.b_end - one.b_start < _OPENING_SECONDS
        and (max(one.a_start, one.b_start) < _EDGE or max(long_a - one.a_end, long_b - one.b_end) < _EDGE)
        for one in stretches
    )


def _other_between(stretches: Sequence[Stretch]) -> bool:
    """Whether both videos show something else between two stretches: an opening and a closing around other footage.
    Where something was cut out of one of them, only the other one does."""
    if len(stretches) != 2:
        return False
    first, last = stretches
    return min(last.a_start - first.a_end, last.b_start - first.b_end) >= _EDGE


def _linked(a: int, b: int, found: Shared, relation: Relation, score: float, reason: str) -> Link:
    return Link(
        a=a,
        b=b,
        relation=relation,
        score=round(min(max(score, 0.01), 1.0), 4),
        reason=reason,
        segments=tuple((one.a_start, one.a_end, one.b_start, one.b_end) for one in found.stretches),
        steps=_steps(found),
        matrix=found.matrix,
    )


def covered(found: Iterable[Link], item: int, seconds: float | None) -> bool:
    """Whether these links together show nearly all of an item of so many seconds."""
    spans = sorted(one[:2] if link.a == item else one[2:] for link in found for one in link.segments)
    there = until = 0.0
    for start, end in spans:
        there += max(0.0, end - max(start, until))
        until = max(until, end)
    return seconds is not None and there >= _WHOLE * seconds


def speed(stretches: Sequence[Stretch]) -> float:
    """How many times as fast b runs as a; 1 where that can't be told apart from nothing done."""
    longest = max(stretches, key=lambda one: one.b_end - one.b_start)
    length = longest.b_end - longest.b_start
    factor = (longest.a_end - longest.a_start) / length
    return factor if abs(factor - 1) > max(_SPEED_MATTERS, 0.2 / length) else 1.0


def middles(found: Shared) -> tuple[Moment, ...]:
    """Moments at which both show the same, the likeliest to be on show in both first."""
    if not found.stretches:
        return ()
    longest = max(found.stretches, key=lambda one: one.b_end - one.b_start)
    return tuple(
        Moment(
            a=longest.a_start + share * (longest.a_end - longest.a_start),
            b=longest.b_start + share * (longest.b_end - longest.b_start),
        )
        for share in _MIDDLES
    )


def _steps(found: Shared) -> tuple[Step, ...]:
    steps = [Step(done=Done.MIRRORED)] if found.mirrored else []
    if found.stretches and (factor := speed(found.stretches)) != 1.0:
        steps.append(Step(done=Done.SPEED, value=round(factor, 3)))
    return tuple(steps)
