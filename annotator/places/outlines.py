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
_WITHOUT_NUMBER = {
    "Kosovo": "كوسوفو",
    "N. Cyprus": "شمال قبرص",
    "Somaliland": "أرض الصومال",
    "Siachen Glacier": "سياتشن",
}
"""Natural Earth draws these apart; ISO 3166 has no number for them."""
_EPSILON = 1e-5
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
        rings = [_unwrapped(_joined(arcs, ring)) for ring in _rings(shape)]
        used.update({arc if arc >= 0 else ~arc for ring in _rings(shape) for arc in ring})
        land += [moved for ring in rings for moved in _within(ring)]
        largest = max(rings, key=lambda ring: abs(_area(ring)))
        x, y = _middle(largest)
        english = str(shape["properties"]["name"])
        countries.append(
            Country(
                name=english,
                arabic=arabic.get(shape.get("id")) or _WITHOUT_NUMBER.get(english, english),
                x=x % 1,
                y=y,
                width=float(np.ptp(largest[:, 0])),
            )
        )
    return Outlines(
        land=tuple(land),
        coasts=tuple(part for arc, users in used.items() if users == 1 for part in _torn(arcs[arc])),
        borders=tuple(part for arc, users in used.items() if users > 1 for part in _torn(arcs[arc])),
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


def _unwrapped(ring: Line) -> Line:
    """A ring that goes on beyond an edge of the world where it would jump to the other edge."""
    jumps = -np.round(np.diff(ring[:, 0], prepend=ring[0, 0]))
    return np.column_stack((ring[:, 0] + np.cumsum(jumps), ring[:, 1]))


def _within(ring: Line) -> Iterator[Line]:
    """The ring, and again for what of it lies beyond an edge of the world."""
    yield ring
    if ring[:, 0].max() > 1 + _EPSILON:
        yield ring - (1, 0)
    if ring[:, 0].min() < -_EPSILON:
        yield ring - (-1, 0)


def _torn(line: Line) -> list[Line]:
    """A line without its jumps from one edge of the world to the other, and without what only closes it there."""
    x = line[:, 0]
    edge = (np.minimum(x, 1 - x) < _EPSILON) | (line[:, 1] > 1 - _EPSILON)
    cuts = np.flatnonzero((np.abs(np.diff(x)) > 0.5) | (edge[1:] & edge[:-1])) + 1
    return [part for part in np.split(line, cuts) if len(part) > 1]


def _area(ring: Line) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


def _middle(ring: Line) -> tuple[float, float]:
    x, y = ring[:, 0], ring[:, 1]
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    area = cross.sum() * 3
    return float(((x[:-1] + x[1:]) * cross).sum() / area), float(((y[:-1] + y[1:]) * cross).sum() / area)
