"""Small real map files, and hostile ones."""

import gzip
import io
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import mapbox_vector_tile
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

Tiles = Mapping[tuple[int, int, int], object]
"""Bytes (or what a hostile file has instead of them) by zoom, column and row from the north."""


def raster(color: tuple[int, int, int], *, side: int = 256, format: str = "PNG") -> bytes:
    """A tile of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (side, side), color).save(out, format)
    return out.getvalue()


def vector(*, packed: bool = True) -> bytes:
    """A tile with a lake that has an island, a road, a border and a named place."""
    lake = "POLYGON ((0 0, 0 2048, 2048 2048, 2048 0, 0 0), (512 512, 1024 512, 1024 1024, 512 1024, 512 512))"
    layers = [
        {"name": "water", "features": [{"geometry": lake, "properties": {}}]},
        {
            "name": "transportation",
            "features": [{"geometry": "LINESTRING (0 0, 4096 4096)", "properties": {"class": "primary"}}],
        },
        {"name": "boundary", "features": [{"geometry": "LINESTRING (0 4096, 4096 0)", "properties": {}}]},
        {
            "name": "place",
            "features": [{"geometry": "POINT (1000 3000)", "properties": {"name": "Ḩāss", "name:ar": "حاس"}}],
        },
    ]
    made: bytes = mapbox_vector_tile.encode(layers, default_options={"y_coord_down": True})
    return gzip.compress(made) if packed else made


def mbtiles(path: Path, tiles: Tiles, metadata: Mapping[str, object] | None = None) -> Path:
    """An MBTiles file."""
    said = {"name": "Test", "attribution": "<a href='x'>© Someone</a>", "minzoom": "0", "maxzoom": "2"}
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE metadata (name, value)")
        database.execute("CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)")
        database.executemany("INSERT INTO metadata VALUES (?, ?)", (said if metadata is None else metadata).items())
        rows = [(z, x, 2**z - 1 - y, data) for (z, x, y), data in tiles.items()]
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    return path


def pmtiles(path: Path, tiles: Mapping[tuple[int, int, int], bytes], *, type: TileType, **said: Any) -> Path:
    """A PMTiles file."""
    with path.open("wb") as file:
        writer = Writer(file)
        for key, data in sorted(tiles.items(), key=lambda tile: zxy_to_tileid(*tile[0])):
            writer.write_tile(zxy_to_tileid(*key), data)
        packing = Compression.GZIP if type is TileType.MVT else Compression.NONE
        header = {"tile_type": type, "tile_compression": packing, "min_zoom": 0, "max_zoom": 2}
        header |= {"min_lon_e7": 0, "min_lat_e7": 0, "max_lon_e7": 1, "max_lat_e7": 1}
        header |= {"center_zoom": 0, "center_lon_e7": 0, "center_lat_e7": 0}
        writer.finalize(header, {"name": "Test", "attribution": "© Someone", **said})
    return path
