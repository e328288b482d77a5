"""Points of a map gathered in cells, so that a hundred thousand are as quick to draw as a hundred."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.columns import Positions
from annotator.places.earth import MOST_NORTH

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """Positions on the plane of `annotator.places.earth.to_world`, all arrays of one length."""

    items: Numbers
    x: Floats
    y: Floats
    reviewed: NDArray[np.bool_]
    """Whether a person said so, where else the file's metadata does."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clusters:
    """Points by cell; what files say and what people say are never gathered together. Cluster i holds the points
    `order[starts[i] : starts[i] + counts[i]]`."""

    x: Floats
    y: Floats
    counts: Numbers
    starts: Numbers
    order: Numbers
    reviewed: NDArray[np.bool_]
    shared: NDArray[np.bool_]
    """Whether the same cell has a cluster of the other kind."""
    items: Numbers
    """Of all points, not in `order`."""

    def items_of(self, cluster: int) -> list[int]:
        """The items of one cluster."""
        start = int(self.starts[cluster])
        found: list[int] = self.items[self.order[start : start + int(self.counts[cluster])]].tolist()
        return found

    def holding(self, items: Numbers) -> NDArray[np.bool_]:
        """Which clusters hold any of these items."""
        if not len(self.counts):
            return np.zeros(0, dtype=bool)
        return np.logical_or.reduceat(np.isin(self.items, items)[self.order], self.starts)


def points(positions: Positions) -> Points:
    """Project positions."""
    latitudes = np.radians(np.clip(np.array(positions.latitudes, dtype=float), -MOST_NORTH, MOST_NORTH))
    return Points(
        items=np.array(positions.items, dtype=np.int64),
        x=np.array(positions.longitudes, dtype=float) / 360 + 0.5,
        y=0.5 - np.arcsinh(np.tan(latitudes)) / (2 * np.pi),
        reviewed=np.array(positions.reviewed, dtype=bool),
    )


def gather(points: Points, cell: float) -> Clusters:
    """Gather points in square cells with sides of `cell`, a share of the world's width. Cells lie on the earth, not on
    the screen, so that moving the map changes no count; a cluster stands at the mean of its points."""
    columns = int(1 / cell) + 2
    cells = np.floor(points.y / cell).astype(np.int64) * columns + np.floor(points.x / cell).astype(np.int64)
    keys = cells * 2 + points.reviewed
    order = np.argsort(keys, kind="stable")
    found, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
    if not len(found):
        nothing = np.zeros(0)
        whole, no = nothing.astype(np.int64), nothing.astype(bool)
        return Clusters(
            x=nothing, y=nothing, counts=whole, starts=whole, order=whole, reviewed=no, shared=no, items=points.items
        )
    return Clusters(
        x=np.add.reduceat(points.x[order], starts) / counts,
        y=np.add.reduceat(points.y[order], starts) / counts,
        counts=counts,
        starts=starts,
        order=order,
        reviewed=(found & 1).astype(bool),
        shared=np.isin(found ^ 1, found),
        items=points.items,
    )


def inside(points: Points, left: float, top: float, right: float, bottom: float) -> list[int]:
    """Items in a rectangle of the plane."""
    within = (points.x >= left) & (points.x <= right) & (points.y >= top) & (points.y <= bottom)
    found: list[int] = np.unique(points.items[within]).tolist()
    return found
