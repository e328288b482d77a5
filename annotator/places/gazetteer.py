"""Place names: found by what somebody types, by where a map is, or as the nearest to a position.

A gazetteer is a small SQLite database made once by `annotator.places.gather` from GeoNames (CC BY 4.0) or from a
file of the user's own. Each question opens the databases anew, read-only, so that it can be asked in any thread.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.places import earth
from annotator.text import folded

SHIPPED = "geonames-1.sqlite"
"""The name tells the shape of the database; of another shape it is made anew."""
_LARGE_DEGREES = 25.0
"""Above this height of an area its largest places are found by size, below it by latitude."""
_ROW = "SELECT name, arabic, kind, country, latitude, longitude, population FROM places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that a gazetteer knows."""

    name: str
    arabic: str
    """Its Arabic name, or "" where none is known."""
    kind: str
    """"town", or what the user's own gazetteer says: a GeoNames feature code such as "PPL"."""
    country: str
    """ISO 3166-1 code of two letters, or ""."""
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """Where a position lies as seen from a named place."""

    place: Named
    km: float
    direction: int
    """In which of 16 points of the compass the position lies from the place: 0 north, 4 east."""


def folder() -> Path:
    """Where gazetteers lie: the shipped one can be made again, the user's own are only here."""
    base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    # Not Path.expanduser(): it raises where the user has no home.
    return Path(os.path.expanduser(base)) / "evidence-annotator" / "gazetteers"  # noqa: PTH111 - as said above


_WEIGHED = 500
"""Places of a beginning that are put in order by how they bear the name."""


class Gazetteer:
    """All gazetteers of a folder as one; without any, it knows no place."""

    def __init__(self, where: Path | None = None) -> None:
        self.folder = where or folder()

    @property
    def ready(self) -> bool:
        """Whether the shipped names are there."""
        return (self.folder / SHIPPED).is_file()

    def search(self, text: str, *, most: int = 12) -> list[Named]:
        """Places with a name that begins with `text`, whatever its case, marks or letter forms; largest first.

        Those that are called so come before those whose name as shown begins so, and these before those that have
        another name that does: “man” is Manbij rather than New York with its Manhattan.
        """
        begin = folded(text.strip())
        if not begin:
            return []
        query = (
            f"{_ROW} WHERE place IN (SELECT place FROM names WHERE name >= ? AND name < ?)"
            " ORDER BY population DESC, name LIMIT ?"
        )
        found = [
            place for database in self._open() for place in _ask(database, query, begin, begin + "\U0010ffff", _WEIGHED)
        ]

        def order(place: Named) -> int:
            names = (folded(place.name), folded(place.arabic))
            return 0 if begin in names else 1 if any(name.startswith(begin) for name in names) else 2

        return list(dict.fromkeys(sorted(found, key=order)))[:most]

    def within(self, south: float, west: float, north: float, east: float, *, most: int) -> list[Named]:
        """The largest places in an area, largest first."""
        by = "places_population" if north - south > _LARGE_DEGREES else "places_latitude"
        query = (
            f"{_ROW} INDEXED BY {by} WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?"
            " ORDER BY population DESC, place LIMIT ?"
        )
        found = [place for database in self._open() for place in _ask(database, query, south, north, west, east, most)]
        return sorted(dict.fromkeys(found), key=lambda place: -place.population)[:most]

    def nearest(self, latitude: float, longitude: float, *, most_km: float = 100.0) -> Nearby | None:
        """The named place nearest to a position; None where there is none within `most_km`."""
        reach = 0.1
        while True:
            # Near a pole a degree of longitude is short; there are few places to ask about.
            wide = reach * earth.metres_across(0) / max(earth.metres_across(latitude), 1)
            query = f"{_ROW} INDEXED BY places_latitude WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?"
            area = (latitude - reach, latitude + reach, longitude - wide, longitude + wide)
            found = [place for database in self._open() for place in _ask(database, query, *area)]
            near = min(((_km(place, latitude, longitude), i) for i, place in enumerate(found)), default=None)
            sure = reach * 111.0
            if near is not None and near[0] <= min(sure, most_km):
                place = found[near[1]]
                way = earth.direction(place.latitude, place.longitude, latitude, longitude)
                return Nearby(place=place, km=near[0], direction=way)
            if sure >= most_km:
                return None
            reach *= 3

    def _open(self) -> Iterator[sqlite3.Connection]:
        for path in sorted(self.folder.glob("*.sqlite")):
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
                yield database


def _ask(database: sqlite3.Connection, query: str, *values: object) -> list[Named]:
    names = ("name", "arabic", "kind", "country", "latitude", "longitude", "population")
    return [Named(**dict(zip(names, row, strict=True))) for row in database.execute(query, values)]


def _km(place: Named, latitude: float, longitude: float) -> float:
    return earth.distance_km(place.latitude, place.longitude, latitude, longitude)
