"""What a region is: a part of a picture, or a stretch of a video, with words about it."""

from dataclasses import dataclass
from enum import StrEnum

_NEAR = 0.5
"""Seconds from a region's time at which it is still shown, so that a frame beside it does not lose it."""


class Shape(StrEnum):
    """What a region is: part of a picture, or a stretch of a video (a marker)."""

    BOX = "box"
    POLYGON = "polygon"
    SPAN = "span"


class Cover(StrEnum):
    """What the shield does with a region's part of the picture."""

    NONE = ""
    UNCOVERED = "uncovered"
    """Shown although the picture is covered."""
    COVERED = "covered"
    """Covered although the picture is shown."""
    REDACTED = "redacted"
    """Covered, and to be redacted in what is handed over; nothing is burnt in by the mark itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of a picture, a part of a video's picture at some time, or a stretch of a video, with words about it."""

    region: int
    """Never given twice in a case. 0 in a region that is to be added."""
    item: int
    shape: Shape
    points: tuple[tuple[float, float], ...] = ()
    """Fractions of the upright picture from its top left corner: two opposite corners of a box, the corners of a
    polygon in order, none for a span."""
    began: float | None = None
    """Seconds into the video; None on a photo or frame."""
    ended: float | None = None
    """Seconds into the video; None for one moment."""
    label: str = ""
    note: str = ""
    cover: Cover = Cover.NONE
    at: str = ""
    actor: str = ""

    def on_show(self, seconds: float) -> bool:
        """Whether it belongs to the picture of its video at this time: within its time, or no further than half a
        second from it."""
        if self.began is None:
            return True
        end = self.began if self.ended is None else self.ended
        return self.began - _NEAR <= seconds <= end + _NEAR
