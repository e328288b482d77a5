"""Exact frames of moments that two videos share → what was done to the picture, and which video is the better.

A camera that turns, pans or moves forward between two frames looks like a copy that was turned, cut or seen at an
angle. No two frames of both videos need be of quite the same moment, so of such things only what frames of two moments
say alike is said.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from annotator import footage
from annotator.link import Link
from annotator.model import Item
from annotator.similarity.confirm import Confirmation
from annotator.similarity.direction import Facts, forward, judge
from annotator.steps import Done, Step

_APART: Final = {
    Done.TURNED: 0.5, Done.PERSPECTIVE: 0.0, Done.STRETCHED: 0.03, Done.CROPPED: 0.02, Done.INSIDE: 0.02,
}  # fmt: skip
"""What a camera's own moves look like, and how far two moments may differ in it, in the unit of each."""


def settled(told: Sequence[Confirmation]) -> Confirmation | None:
    """The one of these moments that says nothing that might be the camera's, or only what another says too; None where
    none does."""
    return next((one for one in told if all(_sure(step, one, told) for step in one.steps)), None)


def agreed(told: Sequence[Confirmation]) -> Confirmation | None:
    """What the first of these moments says, without what may be the camera's; None where there is none."""
    one = settled(told)
    if one is not None or not told:
        return one
    one = replace(told[0], steps=tuple(step for step in told[0].steps if _sure(step, told[0], told)))
    if any(other.better == one.better for other in told[1:]):
        return one
    return replace(one, steps=forward(one), better=None)


def _sure(step: Step, one: Confirmation, told: Sequence[Confirmation]) -> bool:
    if step.done not in _APART or (step.done is Done.TURNED and (step.value or 0.0) % 90 == 0):
        return True
    return any(
        each.done is step.done and abs((each.value or 0.0) - (step.value or 0.0)) <= _APART[step.done]
        for other in told
        if other is not one and other.better == one.better
        for each in other.steps
    )


def altered(link: Link, videos: tuple[Item, Item], told: Confirmation) -> Link:
    """A link of footage with what was done to its pictures. One is the better only where it shows nearly all that the
    other does."""
    judged = judge(told, *(_facts(video) for video in videos))
    first, second = videos
    worse = {"a": second, "b": first}.get(judged.better or "")
    better = judged.better if worse is not None and footage.covered([link], worse.item, worse.duration) else None
    steps = forward(told) if better is None else judged.steps
    for step in link.steps:
        if step.done is Done.SPEED and step.value:
            steps += (replace(step, value=round(1 / step.value, 3)) if better == "b" else step,)
    return replace(
        link, steps=steps, matrix=told.matrix, shared_a=told.shared_a, shared_b=told.shared_b,
        better={"a": link.a, "b": link.b}.get(better or ""), because=judged.because[0] if better else None,
    )  # fmt: skip


def _facts(video: Item) -> Facts:
    """With bytes for each second, for one may be longer."""
    return Facts(
        width=video.width or 1, height=video.height or 1, media_type=video.media_type,
        bytes=round((video.bytes or 0) / max(video.duration or 1.0, 0.1)), camera=bool(video.make or video.model),
    )  # fmt: skip
