"""Facts of very many items as columns of numbers, for when a row each would be too slow. Units as in the model."""

from array import array
from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """Where items were taken, in columns of one length: an item stands there once for its metadata and once for each
    place that a person gave it."""

    items: "array[int]"
    latitudes: "array[float]"
    longitudes: "array[float]"
    reviewed: "array[int]"
    """1 where a person said so, 0 where the metadata does."""
    without: int
    """How many of the items that were asked for have no position."""


class Clock(IntEnum):
    """How much a capture time says."""

    DAY = 0
    """Only the day."""
    WALL = 1
    """What a clock showed, in a zone that is not known."""
    INSTANT = 2
    """A moment: the offset to UTC is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When items were taken, in columns of one length, in order of import."""

    items: "array[int]"
    shown: "array[int]"
    """What a clock beside the camera would have shown, in seconds as if it were UTC since 1970; a day's beginning."""
    offsets: "array[int]"
    """Seconds by which that is ahead of UTC; 0 where it is not known."""
    clocks: "array[int]"
    """A `Clock` each."""
    undated: int
    """How many of the items that were asked for have no capture time."""
