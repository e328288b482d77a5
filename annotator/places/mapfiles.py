"""Opens map files of users, in a worker process: MBTiles and PMTiles, both with raster or vector tiles.

Formats: https://github.com/mapbox/mbtiles-spec (1.3), https://github.com/protomaps/PMTiles (version 3).
"""

import html
import json
import re
import sqlite3
import stat
import zlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from pmtiles.tile import Compression, deserialize_directory, deserialize_header, find_tile, zxy_to_tileid

from annotator.analysis import NotDecoded
from annotator.places.sheets import MapInfo, Tile
from annotator.places.tiles import decode
from annotator.text import shown

_MOST_TILE = 4 << 20
"""Bytes of a tile, packed or unpacked."""
_MOST_DIRECTORY = 8 << 20
_MOST_METADATA = 1 << 20
_DEEPEST = 4
"""Directories of a PMTiles file under one another."""
_MOST_ZOOM = 24
_MOST_TEXT = 300


def about(path: str) -> MapInfo:
    """What a map file says of itself. Raises NotDecoded, OSError."""
    return _PMTiles(path).about() if _is_pmtiles(path) else _mbtiles_about(path)


def tile(path: str, zoom: int, x: int, y: int) -> Tile:
    """One tile, x from the west and y from the north. Raises NotDecoded, OSError."""
    untrusted = _PMTiles(path).tile(zoom, x, y) if _is_pmtiles(path) else _mbtiles_tile(path, zoom, x, y)
    if untrusted is None:
        return Tile()
    if untrusted[:2] == b"\x1f\x8b":
        untrusted = _unpacked(untrusted, _MOST_TILE)
    return decode(untrusted)


def _is_pmtiles(path: str) -> bool:
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise NotDecoded("not-a-file", "It is no regular file.")
    with Path(path).open("rb") as file:
        head = file.read(16)
    if head[:8] == b"PMTiles\x03":
        return True
    if head == b"SQLite format 3\0":
        return False
    raise NotDecoded("not-a-map", "It is neither MBTiles nor PMTiles (version 3).")


def _unpacked(untrusted: bytes, most: int) -> bytes:
    """Gzip taken out of its packing, as far as `most` bytes. Raises NotDecoded."""
    stream = zlib.decompressobj(wbits=31)
    try:
        out = stream.decompress(untrusted, most)
    except zlib.error as problem:
        raise NotDecoded("damaged", "A part of it can't be unpacked.") from problem
    if stream.unconsumed_tail:
        raise NotDecoded("too-big", "A part of it is far larger than it says.")
    return out


def _info(untrusted: Mapping[str, Any], low: int, high: int) -> MapInfo:
    def text(key: str) -> str:
        value = untrusted.get(key)
        plain = html.unescape(re.sub(r"<[^<>]*>", "", value[: 10 * _MOST_TEXT])) if isinstance(value, str) else ""
        return shown(" ".join(plain.split())[:_MOST_TEXT])

    if not 0 <= low <= high <= _MOST_ZOOM:
        raise NotDecoded("no-zoom", "It does not say which zooms it has.")
    return MapInfo(title=text("name"), attribution=text("attribution"), min_zoom=low, max_zoom=high)


# --- MBTiles: an SQLite database


def _opened(path: str) -> sqlite3.Connection:
    # Immutable: nothing is written beside it, and a lock or a journal that somebody put there is not looked at.
    database = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * _MOST_TILE)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    return database


def _mbtiles_about(path: str) -> MapInfo:
    try:
        with closing(_opened(path)) as database:
            rows = database.execute(
                "SELECT name, substr(value, 1, ?) FROM metadata WHERE name IN"
                " ('name', 'attribution', 'minzoom', 'maxzoom') LIMIT 20",
                (10 * _MOST_TEXT,),
            ).fetchall()
            said = {name: value for name, value in rows if isinstance(name, str)}
            zooms = [_whole(said.get(key)) for key in ("minzoom", "maxzoom")]
            if None in zooms:
                zooms = [
                    _whole(database.execute(f"SELECT {end}(zoom_level) FROM tiles").fetchone()[0])
                    for end in ("min", "max")
                ]
            low, high = zooms
            return _info(said, -1 if low is None else low, -1 if high is None else high)
    except (sqlite3.Error, OverflowError, UnicodeError) as problem:
        raise NotDecoded("damaged", f"It can't be read as MBTiles: {problem}.") from problem


def _mbtiles_tile(path: str, zoom: int, x: int, y: int) -> bytes | None:
    try:
        with closing(_opened(path)) as database:
            row = database.execute(
                "SELECT length(tile_data), CASE WHEN length(tile_data) <= ? THEN tile_data END FROM tiles"
                " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1",
                (_MOST_TILE, zoom, x, (1 << zoom) - 1 - y),  # its rows count from the south
            ).fetchone()
    except (sqlite3.Error, OverflowError, UnicodeError) as problem:
        raise NotDecoded("damaged", f"It can't be read as MBTiles: {problem}.") from problem
    if row is None or row[0] is None:
        return None
    if not isinstance(row[1], bytes):
        raise NotDecoded("damaged", "A tile of it is too big, or no tile.")
    return row[1]


def _whole(untrusted: object) -> int | None:
    if isinstance(untrusted, int):
        return untrusted if abs(untrusted) < 1000 else None
    return int(untrusted) if isinstance(untrusted, str) and re.fullmatch(r"[0-9]{1,3}", untrusted) else None


# --- PMTiles: one file with directories


class _PMTiles:
    def __init__(self, path: str) -> None:
        self._path = path
        self._size = Path(path).stat().st_size
        try:
            self._header = deserialize_header(self._read(0, 127, 127))
        except (ValueError, IndexError) as problem:
            raise NotDecoded("damaged", "Its header can't be read.") from problem
        if self._header["internal_compression"] not in (Compression.NONE, Compression.GZIP):
            raise NotDecoded("packing", "Its directories are packed in a way that is not read here.")

    def about(self) -> MapInfo:
        header = self._header
        packed = self._read(header["metadata_offset"], header["metadata_length"], _MOST_METADATA)
        try:
            said = json.loads(self._plain(packed, _MOST_METADATA))
        except (ValueError, RecursionError) as problem:
            raise NotDecoded("damaged", "What it says of itself can't be read.") from problem
        return _info(said if isinstance(said, dict) else {}, header["min_zoom"], header["max_zoom"])

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        header, number = self._header, zxy_to_tileid(zoom, x, y)
        offset, length = header["root_offset"], header["root_length"]
        for _ in range(_DEEPEST):
            plain = self._plain(self._read(offset, length, _MOST_DIRECTORY), _MOST_DIRECTORY)
            try:
                # The library unpacks without a bound, and only gzip: what was unpacked here is wrapped again.
                found = find_tile(deserialize_directory(_wrapped(plain)), number)
            except (EOFError, ValueError, IndexError) as problem:
                raise NotDecoded("damaged", "A directory of it can't be read.") from problem
            if found is None:
                return None
            if found.run_length:
                if header["tile_compression"] not in (Compression.UNKNOWN, Compression.NONE, Compression.GZIP):
                    raise NotDecoded("packing", "Its tiles are packed in a way that is not read here.")
                return self._read(header["tile_data_offset"] + found.offset, found.length, _MOST_TILE)
            offset, length = header["leaf_directory_offset"] + found.offset, found.length
        return None

    def _plain(self, packed: bytes, most: int) -> bytes:
        return _unpacked(packed, most) if self._header["internal_compression"] is Compression.GZIP else packed

    def _read(self, offset: int, length: int, most: int) -> bytes:
        if offset < 0 or not 0 <= length <= most or offset + length > self._size:
            raise NotDecoded("damaged", "It points to where it has nothing.")
        with Path(self._path).open("rb") as file:
            file.seek(offset)
            return file.read(length)


def _wrapped(plain: bytes) -> bytes:
    stream = zlib.compressobj(level=0, wbits=31)
    return stream.compress(plain) + stream.flush()
