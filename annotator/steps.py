"""What was done to one picture to get another: steps as they were measured, and in English."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

PLACES = ("top left", "top", "top right", "left", "middle", "right", "bottom left", "bottom", "bottom right")
"""Where in a picture something is: the nine parts of a 3 × 3 grid."""


class Done(StrEnum):
    """Kinds of steps; each says what its value is, if it has one. Shares are of the area, from 0 to 1."""

    MIRRORED = "mirrored"
    """Left to right; no value."""
    TURNED = "turned"
    """Degrees clockwise, from 0 to 360."""
    SCALED = "scaled"
    """Factor of a side: below 1 smaller."""
    CROPPED = "cropped"
    """The share that is left."""
    STRETCHED = "stretched"
    """Factor by which the width grew more than the height."""
    PERSPECTIVE = "perspective"
    """No value: seen at an angle, as a photograph of a screen is."""
    SHIFTED = "shifted"
    """The share of a side by which each of the two shows at one edge what the other does not."""
    BARS = "bars"
    """The share that uniform borders take; `where` they are if on one side alone."""
    ADDED = "added"
    """The share that a logo, caption, box or sticker takes, and where."""
    DIFFERS = "differs"
    """The share where one of the two shows something that the other does not, and where; not which was first."""
    INSIDE = "inside"
    """The share of the other picture in which this one is."""
    GREY = "grey"
    """The colour is gone; no value."""
    TONED = "toned"
    """Brightness, contrast or colours changed; no value."""
    BLURRED = "blurred"
    SHARPENED = "sharpened"
    NOISE = "noise"
    SPEED = "speed"
    """Factor at which footage runs: above 1 faster."""
    RECOMPRESSED = "recompressed"
    """Saved again at lower quality; no value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that was done."""

    done: Done
    value: float | None = None
    """In the unit that `done` names."""
    where: str = ""
    """One of `PLACES`, or nothing."""


def in_words(steps: Sequence[Step]) -> str:
    """Steps in English, in their order: "mirrored, cropped to 62 %, something added top right"."""
    return ", ".join(_said(step) for step in steps)


def percent(share: float) -> int:
    """A share in whole percent; what is nearly all or nearly nothing is not said to be all or nothing."""
    whole = round(share * 100)
    return min(max(whole, 1 if share > 0 else 0), 99 if share < 0.995 else 100)


def turn(degrees: float) -> float:
    """Degrees clockwise as the shorter way round: from -180, not included, to 180."""
    short = degrees % 360
    return short - 360 if short > 180 else short


def _said(step: Step) -> str:
    value = step.value
    where = f" {step.where}" if step.where else ""
    plain = {
        Done.MIRRORED: "mirrored",
        Done.TURNED: "turned",
        Done.SCALED: "scaled",
        Done.CROPPED: "cropped",
        Done.STRETCHED: "stretched",
        Done.PERSPECTIVE: "seen at an angle",
        Done.SHIFTED: "shifted",
        Done.BARS: f"bars added{where}",
        Done.ADDED: f"something added{where}",
        Done.DIFFERS: f"something differs{where}",
        Done.INSIDE: "put into another picture",
        Done.GREY: "made grey",
        Done.TONED: "brightness or colours changed",
        Done.BLURRED: "blurred",
        Done.SHARPENED: "sharpened",
        Done.NOISE: "noise added",
        Done.SPEED: "at another speed",
        Done.RECOMPRESSED: "re-encoded",
    }[step.done]
    if value is None:
        return plain
    if step.done is Done.TURNED:
        short = turn(value)
        way = "" if short == 180 else " clockwise" if short > 0 else " counter-clockwise"
        return f"turned {abs(short):.3g}°{way}"
    if step.done is Done.SCALED:
        return f"scaled to {percent(value)} %" if value < 1 else f"enlarged to {round(value * 100)} %"
    if step.done is Done.CROPPED:
        return f"cropped to {percent(value)} %"
    if step.done is Done.SHIFTED:
        return f"shifted by {percent(value)} %"
    if step.done is Done.STRETCHED:
        return f"stretched to {percent(value)} % of its width" if value < 1 else plain
    if step.done is Done.SPEED:
        return f"{abs(value - 1) * 100:.0f} % {'faster' if value > 1 else 'slower'}"
    if step.done is Done.INSIDE:
        return f"put into another picture, {percent(value)} % of it"
    return f"{plain} ({percent(value)} %)" if step.done in (Done.BARS, Done.ADDED, Done.DIFFERS) else plain
