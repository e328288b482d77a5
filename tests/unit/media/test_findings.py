"""Sources that contradict each other are told, time zones allowed for."""

from pathlib import Path

import pytest

from tests import makers
from tests.unit.media.helpers import analysed, codes


def contradicted(
    tmp_path: Path, *, name: str = "a.jpg", gps_time: str | None = None, offset: str | None = None, **packet: str
) -> bool:
    block = makers.exif(taken="2016:10:26 12:21:12", offset=offset, gps_time=gps_time)
    path = makers.photo(tmp_path / "a.jpg", block=block, packet=makers.xmp(**packet) if packet else None)
    return "date-contradiction" in codes(analysed(path, name=name))


@pytest.mark.parametrize(
    "name",
    [
        "2016-10-26.jpg",
        "20161026_121212.jpg",
        "hass-victims-26-10-16.jpg",
        "IMG-20161026-WA0001.jpg",
        "20161026_232112.jpg",
        "DSC_0001.jpg",
    ],
)
def test_a_file_name_that_fits_is_no_contradiction(tmp_path: Path, name: str) -> None:
    assert not contradicted(tmp_path, name=name)


@pytest.mark.parametrize(
    "name", ["2016-10-29.jpg", "20151026_121212.jpg", "hass-victims-24-10-16.jpg", "IMG-20161128-WA0001.jpg"]
)
def test_a_file_name_that_can_not_be_true_is_a_contradiction(tmp_path: Path, name: str) -> None:
    assert contradicted(tmp_path, name=name)


def test_an_ambiguous_name_contradicts_only_if_no_reading_fits(tmp_path: Path) -> None:
    block = makers.exif(taken="2016:04:03 12:00:00")
    path = makers.photo(tmp_path / "a.jpg", block=block)
    assert "date-contradiction" not in codes(analysed(path, name="04-03-2016.jpg"))
    assert "date-contradiction" not in codes(analysed(path, name="03-04-2016.jpg"))
    assert "date-contradiction" in codes(analysed(path, name="05-06-2016.jpg"))


def test_gps_time_may_be_any_time_zone_away_unless_the_offset_is_known(tmp_path: Path) -> None:
    assert not contradicted(tmp_path, gps_time="2016:10:26 09:21:10")
    assert not contradicted(tmp_path, gps_time="2016:10:26 23:00:00")
    assert contradicted(tmp_path, gps_time="2016:10:24 09:21:10")
    assert not contradicted(tmp_path, gps_time="2016:10:26 09:21:10", offset="+03:00")
    assert contradicted(tmp_path, gps_time="2016:10:26 05:21:10", offset="+03:00")


def test_xmp_and_iptc_originals_are_compared_but_not_dates_of_saving(tmp_path: Path) -> None:
    assert contradicted(tmp_path, exif_DateTimeOriginal="2014-01-01T10:00:00")
    assert contradicted(tmp_path, photoshop_DateCreated="2014-01-01")
    assert not contradicted(tmp_path, xmp_CreateDate="2020-01-01T10:00:00")


def test_a_contradiction_says_both_dates_in_one_sentence(tmp_path: Path) -> None:
    path = makers.photo(tmp_path / "a.jpg", block=makers.exif())
    found = analysed(path, name="2011-01-01.jpg").findings
    assert [finding.message for finding in found] == ["EXIF says 2016-10-26T12:21:12, the file's name says 2011-01-01."]


def test_a_containers_date_is_compared_with_the_name(tmp_path: Path) -> None:
    path = makers.video(tmp_path / "v.mp4", frames=3, metadata={"creation_time": "2016-10-26T09:21:12Z"})
    assert "date-contradiction" not in codes(analysed(path, name="VID_20161026_122112.mp4"))
    assert "date-contradiction" in codes(analysed(path, name="VID_20130821_122112.mp4"))
