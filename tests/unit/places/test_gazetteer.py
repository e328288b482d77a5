"""Place names: made from files, found by name, by area and by nearness."""

from pathlib import Path

import pytest

from annotator.analysis import NotDecoded
from annotator.places import earth, gather
from annotator.places.gazetteer import SHIPPED, Gazetteer

DUMP = "\n".join(
    "\t".join(cells)
    for cells in (
        [
            "1",
            "Dabiq",
            "Dabiq",
            "Dabik,دابق",
            "36.5371",
            "37.2666",
            "P",
            "PPL",
            "SY",
            *[""] * 5,
            "3364",
            *[""] * 4,
        ],
        ["2", "Ḩāss", "Hass", "Hass,حاس", "35.5776", "36.5262", "P", "PPL", "SY", *[""] * 5, "0", *[""] * 4],
        ["3", "Nowhere", "Nowhere", "", "95", "10", "P", "PPL", "SY", *[""] * 5, "1", *[""] * 4],
        ["4", "Not a number", "", "", "nan", "inf", "P", "PPL", "SY", *[""] * 5, "x", *[""] * 4],
        ["too short"],
    )
)
TABLE = "Name;LAT;Lon;name_ar;type\nتُخار;36.6;37.9;;village\nTukhar;36.61;37.92;التوخار;\nBad;x;y;;\n"


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    (tmp_path / "dump.txt").write_text(DUMP)
    (tmp_path / "table.csv").write_text("\ufeff" + TABLE)
    folder = tmp_path / "gazetteers"
    assert gather.gather_file(str(tmp_path / "dump.txt"), str(folder), "dump") == 2
    assert gather.gather_file(str(tmp_path / "table.csv"), str(folder), "table") == 2
    return Gazetteer(folder)


@pytest.mark.parametrize("typed", ["hass", "Ḩāss", "HAS", "حاس", "حا"])
def test_a_place_is_found_by_the_beginning_of_any_of_its_names(gazetteer: Gazetteer, typed: str) -> None:
    assert [(place.name, place.arabic) for place in gazetteer.search(typed)] == [("Ḩāss", "حاس")]


def test_places_that_are_called_so_come_before_larger_ones_with_another_such_name(tmp_path: Path) -> None:
    rows = (("New York", "Manhattan", 8_000_000), ("Manbij", "منبج", 99_000), ("Man", "", 10))
    dump = "\n".join(
        "\t".join([str(n), name, name, also, "36", "37", "P", "PPL", "SY", *[""] * 5, str(people), *[""] * 4])
        for n, (name, also, people) in enumerate(rows)
    )
    (tmp_path / "dump.txt").write_text(dump)
    gather.gather_file(str(tmp_path / "dump.txt"), str(tmp_path / "gazetteers"), "dump")
    found = Gazetteer(tmp_path / "gazetteers").search("man")
    assert [place.name for place in found] == ["Man", "Manbij", "New York"]


def test_arabic_marks_make_no_difference(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.search("تخار")] == ["تُخار"]
    assert gazetteer.search("") == gazetteer.search("%") == []


def test_an_area_names_its_largest_places_first(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.within(35, 36, 37, 38, most=2)] == ["Dabiq", "Ḩāss"]
    assert [place.name for place in gazetteer.within(-80, -180, 80, 180, most=1)] == ["Dabiq"]
    assert gazetteer.within(10, 10, 20, 20, most=5) == []


def test_a_position_is_told_from_the_nearest_place(gazetteer: Gazetteer) -> None:
    found = gazetteer.nearest(36.5053, 37.3061)
    assert found is not None
    assert found.place.name == "Dabiq"
    assert round(found.km, 1) == 5.0
    assert found.direction == 6  # southeast
    assert gazetteer.nearest(0, 0) is None
    assert gazetteer.nearest(90, 0) is None


def test_without_any_gazetteer_no_place_is_known(tmp_path: Path) -> None:
    empty = Gazetteer(tmp_path / "none")
    assert not empty.ready
    assert (empty.search("hass"), empty.nearest(35, 36), empty.within(0, 0, 1, 1, most=1)) == ([], None, [])


@pytest.mark.parametrize(
    "text", ["", "\0" * 1000, "name,latitude\nx,1\n", "name,latitude,longitude\n" + "x" * 200_000, "\t" * 100]
)
def test_a_file_without_places_is_turned_away_and_leaves_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "file").write_text(text)
    with pytest.raises(NotDecoded):
        gather.gather_file(str(tmp_path / "file"), str(tmp_path / "gazetteers"), "x")
    assert not list((tmp_path / "gazetteers").glob("*"))


def test_names_of_a_hostile_file_are_cut_and_made_safe(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(f"name,lat,lon,country\n\u202e{'x' * 900},1,2,SYRIA\n")
    gather.gather_file(str(tmp_path / "f.csv"), str(tmp_path), SHIPPED.removesuffix(".sqlite"))
    (found,) = Gazetteer(tmp_path).within(0, 0, 5, 5, most=5)
    assert "\u202e" not in found.name
    assert len(found.name) < 220
    assert found.country == "SY"


@pytest.mark.parametrize(("latitude", "longitude"), [(36.5, 37.2), (-85, -179.99), (0, 0), (84, 179)])
def test_a_point_of_the_plane_goes_back_to_where_it_was(latitude: float, longitude: float) -> None:
    assert earth.to_degrees(*earth.to_world(latitude, longitude)) == pytest.approx((latitude, longitude))


@pytest.mark.parametrize(("to", "point"), [((1, 0), 0), ((1, 1), 2), ((0, 1), 4), ((-1, 0), 8), ((0, -1), 12)])
def test_a_direction_is_a_point_of_the_compass(to: tuple[float, float], point: int) -> None:
    assert earth.direction(0, 0, *to) == point
    assert earth.distance_km(0, 0, 0, 1) == pytest.approx(111.195, abs=0.01)
