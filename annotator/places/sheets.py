"""What is learnt from a map file: plain values that a worker returns and a window draws."""

from dataclasses import dataclass

from annotator.analysis import Thumbnail

EXTENT = 4096
"""Units that a vector tile's side has here."""
MOST_SIDE = 1024
"""Pixels of a raster tile's side."""
MOST_SHAPES = 12_000
MOST_POINTS = 200_000
"""Of one tile, altogether."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapInfo:
    """What a map file says of itself."""

    title: str
    attribution: str
    """Plain text."""
    min_zoom: int
    max_zoom: int


KINDS = ("land", "green", "water", "building", "river", "path", "line", "road", "border", "place")
"""In the order in which they are painted: areas, then lines, and points with a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One shape of a vector tile."""

    kind: str
    """One of `KINDS`."""
    name: str
    arabic: str
    outline: bytes
    """Pairs of 16-bit little-endian whole numbers, x to the east and y to the south, `EXTENT` to the tile's side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One square of a map; where the file has nothing there, both are empty."""

    picture: Thumbnail | None = None
    shapes: tuple[Drawn, ...] = ()
