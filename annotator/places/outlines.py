"""Outlines of countries from resources/map: TopoJSON of Natural Earth, projected.

The format is that of https://github.com/topojson/topojson-specification (arcs as differences of whole numbers). Where
a border is disputed, Natural Earth draws what holds on the ground; it is no statement, and neither is drawing it here.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.places.earth import MOST_NORTH

Line = NDArray[np.float64]
"""Points of Web Mercator, as `annotator.places.earth.to_world` has them: shape (n, 2)."""
_FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "map"
COARSE, FINE = "countries-110m.json", "countries-50m.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A name, and where it can be written: in the middle of the largest part."""

    name: str
    arabic: str
    x: float
    y: float
    width: float
    """Of the largest part, as a share of the world's width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """The world at one scale."""

    land: tuple[Line, ...]
    """Closed rings to fill."""
    coasts: tuple[Line, ...]
    borders: tuple[Line, ...]
    countries: tuple[Country, ...]


def load(name: str) -> Outlines:
    """Read `COARSE` or `FINE`."""
    topology = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    arabic = json.loads((_FOLDER / "country-names-ar.json").read_text(encoding="utf-8"))
    scale, shift = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [_projected(np.cumsum(np.array(arc), axis=0) * scale + shift) for arc in topology["arcs"]]
    land: list[Line] = []
    countries: list[Country] = []
    used: Counter[int] = Counter()
    for shape in topology["objects"]["countries"]["geometries"]:
        rings = [_joined(arcs, ring) for ring in _rings(shape)]
        used.update({arc if arc >= 0 else ~arc for ring in _rings(shape) for arc in ring})
        land += rings
        largest = max(rings, key=lambda ring: abs(_area(ring)))
        x, y = _middle(largest)
        english = str(shape["properties"]["name"])
        countries.append(
            Country(
                name=english, arabic=arabic.get(shape.get("id"), english), x=x, y=y, width=float(np.ptp(largest[:, 0]))
            )
        )
    return Outlines(
        land=tuple(land),
        coasts=tuple(arcs[arc] for arc, users in used.items() if users == 1),
        borders=tuple(arcs[arc] for arc, users in used.items() if users > 1),
        countries=tuple(countries),
    )


def _projected(degrees: Line) -> Line:
    latitudes = np.radians(np.clip(degrees[:, 1], -MOST_NORTH, MOST_NORTH))
    return np.column_stack((degrees[:, 0] / 360 + 0.5, 0.5 - np.arcsinh(np.tan(latitudes)) / (2 * np.pi)))


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    parts = {"Polygon": [shape.get("arcs", [])], "MultiPolygon": shape.get("arcs", [])}.get(shape["type"], [])
    for part in parts:
        yield from part


def _joined(arcs: list[Line], ring: list[int]) -> Line:
    """The arcs of a ring, those with a complemented number backwards; each begins where the one before ended."""
    lines = [arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in ring]
    return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])


def _area(ring: Line) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


def _middle(ring: Line) -> tuple[float, float]:
    x, y = ring[:, 0], ring[:, 1]
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    area = cross.sum() * 3
    return float(((x[:-1] + x[1:]) * cross).sum() / area), float(((y[:-1] + y[1:]) * cross).sum() / area)
