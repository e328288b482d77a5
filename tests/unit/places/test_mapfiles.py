"""Map files of users: what an honest one shows, and what a hostile one does not."""

import gzip
import struct
from pathlib import Path

import pytest
from pmtiles.tile import TileType

from annotator.analysis import NotDecoded
from annotator.places import mapfiles
from annotator.places.sheets import MOST_SIDE, MapInfo
from tests.maps import mbtiles, pmtiles, raster, vector

RED = (200, 10, 10)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_a_raster_tile_of_mbtiles_is_a_picture(tmp_path: Path, format: str) -> None:
    path = mbtiles(tmp_path / "m.mbtiles", {(1, 0, 0): raster(RED, format=format)})
    picture = mapfiles.tile(str(path), 1, 0, 0).picture
    assert picture is not None
    assert (picture.width, picture.height) == (256, 256)
    assert max(abs(a - b) for a, b in zip(picture.rgb[:3], RED, strict=True)) < 12


def test_what_is_not_in_the_file_is_empty(tmp_path: Path) -> None:
    for path in (
        mbtiles(tmp_path / "m.mbtiles", {(1, 0, 0): raster(RED)}),
        pmtiles(tmp_path / "p.pmtiles", {(1, 0, 0): raster(RED)}, type=TileType.PNG),
    ):
        assert mapfiles.tile(str(path), 1, 1, 1).picture is None
        assert mapfiles.tile(str(path), 1, 0, 0).picture is not None


def test_a_vector_tile_is_plain_shapes(tmp_path: Path) -> None:
    for path in (
        mbtiles(tmp_path / "m.mbtiles", {(0, 0, 0): vector()}),
        pmtiles(tmp_path / "p.pmtiles", {(0, 0, 0): vector()}, type=TileType.MVT),
        mbtiles(tmp_path / "bare.mbtiles", {(0, 0, 0): vector(packed=False)}),
    ):
        shapes = {shape.kind: shape for shape in mapfiles.tile(str(path), 0, 0, 0).shapes}
        assert set(shapes) == {"water", "road", "border", "place"}
        assert (shapes["place"].name, shapes["place"].arabic) == ("Ḩāss", "حاس")
        assert struct.unpack("<hh", shapes["place"].outline) == (1000, 3000)
        assert list(struct.iter_unpack("<hh", shapes["road"].outline)) == [(0, 0), (4096, 4096)]


def test_a_map_says_who_made_it_as_plain_text(tmp_path: Path) -> None:
    wanted = MapInfo(title="Test", attribution="© Someone", min_zoom=0, max_zoom=2)
    assert mapfiles.about(str(mbtiles(tmp_path / "m.mbtiles", {}))) == wanted
    tiles = {(0, 0, 0): raster(RED), (2, 0, 0): raster(RED)}
    assert mapfiles.about(str(pmtiles(tmp_path / "p.pmtiles", tiles, type=TileType.PNG))) == wanted


def test_zooms_that_are_not_told_are_those_of_the_tiles(tmp_path: Path) -> None:
    path = mbtiles(tmp_path / "m.mbtiles", {(3, 0, 0): b"", (5, 0, 0): b""}, metadata={})
    assert mapfiles.about(str(path)) == MapInfo(title="", attribution="", min_zoom=3, max_zoom=5)


def test_nothing_is_written_beside_a_map(tmp_path: Path) -> None:
    path = mbtiles(tmp_path / "m.mbtiles", {(0, 0, 0): raster(RED)})
    before = path.read_bytes()
    mapfiles.about(str(path))
    mapfiles.tile(str(path), 0, 0, 0)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


HOSTILE = {
    "bomb": gzip.compress(bytes(200 << 20)),
    "big": bytes(5 << 20),
    "text": "no tile",
    "number": 17,
    "noise": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "cut": raster(RED)[:90],
    "huge": raster(RED, side=MOST_SIDE + 1),
    "not protobuf": b"\xff" * 300,
    "lying geometry": b"\x1a\x1f\x78\x02\x0a\x01a\x28\x80\x20\x12\x12\x18\x03\x22\x0e" + b"\xff\xff\xff\xff\x0f" * 3,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_tile_is_turned_away(tmp_path: Path, name: str) -> None:
    path = mbtiles(tmp_path / "m.mbtiles", {(0, 0, 0): HOSTILE[name]})
    with pytest.raises(NotDecoded):
        mapfiles.tile(str(path), 0, 0, 0)


@pytest.mark.parametrize(
    "metadata",
    [{"minzoom": -3, "maxzoom": 2}, {"minzoom": "9" * 400, "maxzoom": b"x"}, {"minzoom": 4, "maxzoom": 1}],
    ids=["below zero", "far", "turned round"],
)
def test_zooms_that_can_not_be_are_turned_away(tmp_path: Path, metadata: dict[str, object]) -> None:
    with pytest.raises(NotDecoded):
        mapfiles.about(str(mbtiles(tmp_path / "m.mbtiles", {}, metadata)))


def test_what_a_map_says_of_itself_is_cut_short(tmp_path: Path) -> None:
    said = {"name": "x" * (5 << 20), "attribution": "\u202egpj" + "<" * 10_000, "minzoom": 0, "maxzoom": 1}
    found = mapfiles.about(str(mbtiles(tmp_path / "m.mbtiles", {}, said)))
    assert len(found.title) == 300
    assert "\u202e" not in found.attribution
    assert len(found.attribution) < 400


@pytest.mark.parametrize("field", [8, 16, 24, 32], ids=["root", "root length", "metadata", "metadata length"])
def test_a_directory_that_points_outside_is_turned_away(tmp_path: Path, field: int) -> None:
    path = pmtiles(tmp_path / "p.pmtiles", {(0, 0, 0): raster(RED)}, type=TileType.PNG)
    data = bytearray(path.read_bytes())
    data[field : field + 8] = (1 << 62).to_bytes(8, "little")
    path.write_bytes(data)
    with pytest.raises(NotDecoded):
        mapfiles.about(str(path))
        mapfiles.tile(str(path), 0, 0, 0)


def test_a_directory_that_is_a_bomb_is_turned_away(tmp_path: Path) -> None:
    path = pmtiles(tmp_path / "p.pmtiles", {(0, 0, 0): raster(RED)}, type=TileType.PNG)
    data = bytearray(path.read_bytes())
    bomb = gzip.compress(bytes(64 << 20))
    data[8:24] = len(data).to_bytes(8, "little") + len(bomb).to_bytes(8, "little")
    path.write_bytes(bytes(data) + bomb)
    with pytest.raises(NotDecoded, match="larger than it says"):
        mapfiles.tile(str(path), 0, 0, 0)


def test_what_is_no_map_is_turned_away(tmp_path: Path) -> None:
    (tmp_path / "x.mbtiles").write_bytes(b"SQLite format 3\0" + bytes(2000))
    (tmp_path / "y.pmtiles").write_bytes(b"PMTiles\x03")
    (tmp_path / "z.pmtiles").write_text("a story")
    for path in tmp_path.iterdir():
        with pytest.raises(NotDecoded):
            mapfiles.about(str(path))
    with pytest.raises(NotDecoded):
        mapfiles.about(str(tmp_path))


def test_names_that_are_no_utf_8_are_passed_over_or_turned_away(tmp_path: Path) -> None:
    made = (
        bytes(vector(packed=False))
        .replace(b"transportation", b"\xff" * 14)
        .replace(b"\x05place", b"\x05\xff\xfe\xfdxx")
    )
    path = mbtiles(tmp_path / "m.mbtiles", {(0, 0, 0): made})
    assert {shape.kind for shape in mapfiles.tile(str(path), 0, 0, 0).shapes} == {"water", "border"}
    data = path.read_bytes()
    (tmp_path / "n.mbtiles").write_bytes(
        data.replace(b"minzoom", b"minz\xffom").replace(b"zoom_level", b"zo\xfem_level")
    )
    with pytest.raises(NotDecoded):
        mapfiles.about(str(tmp_path / "n.mbtiles"))
        mapfiles.tile(str(tmp_path / "n.mbtiles"), 0, 0, 0)
