"""Dates, file names and positions are read as they are written, and never say more than was said."""

from datetime import UTC, datetime

import pytest

from annotator.media import dates, names, positions

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2016:10:26 12:21:12", "2016-10-26T12:21:12"),
        ("2016-10-26T12:21:12.345+03:00", "2016-10-26T12:21:12+03:00"),
        ("2016-10-26T12:21Z", "2016-10-26T12:21+00:00"),
        ("2016-10-26 12:21:12 -0700", "2016-10-26T12:21:12-07:00"),
        ("2008:05:25 19:31:26.0+1:00", "2008-05-25T19:31:26+01:00"),
        ("2016/10/26", "2016-10-26"),
        ("20161026", "2016-10-26"),
        ("2016:10:26", "2016-10-26"),
    ],
)
def test_dates_keep_their_precision_and_offset(written: str, iso: str) -> None:
    assert dates.parse(written) == iso
    assert dates.moment(iso)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "0000:00:00 00:00:00",
        "    :  :     :  :  ",
        "2016:13:01 00:00:00",
        "2016:02:30",
        "yesterday",
        "2016",
        "2016:10:26 25:61:00",
    ],
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert dates.parse(written) is None


def test_an_offset_from_elsewhere_is_used_only_where_the_text_has_none() -> None:
    assert dates.parse("2016:10:26 12:21:12", offset="+03:00") == "2016-10-26T12:21:12+03:00"
    assert dates.parse("2016-10-26T12:21:12Z", offset="+03:00") == "2016-10-26T12:21:12+00:00"
    assert dates.parse("2016:10:26 12:21:12", offset="nonsense") == "2016-10-26T12:21:12"


@pytest.mark.parametrize("iso", ["1904-01-01T00:00:00+00:00", "1970-01-01T00:00:05", "2027-01-01", "1700-05-05"])
def test_dates_that_can_not_be_are_not_believed(iso: str) -> None:
    assert dates.implausible(iso, NOW)


@pytest.mark.parametrize("iso", ["2016-10-26T12:21:12", "1999-12-31", "2026-06-01T10:00:00+14:00"])
def test_dates_that_can_be_are_believed(iso: str) -> None:
    assert dates.implausible(iso, NOW) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2016-10-26 Hass.jpg", ("2016-10-26",)),
        ("20161026_121212.mp4", ("2016-10-26T12:12:12",)),
        ("IMG_20161026_121212_001.jpg", ("2016-10-26T12:12:12",)),
        ("VID-20161026-WA0001.mp4", ("2016-10-26",)),
        ("Screenshot 2016-10-26 at 12.21.12.png", ("2016-10-26T12:21:12",)),
        ("hass-victims-26-10-16.jpg", ("2016-10-26",)),
        ("26.10.2016.jpg", ("2016-10-26",)),
        ("03-04-2016.jpg", ("2016-04-03", "2016-03-04")),
        ("DSC_0123.jpg", ()),
        ("20169999.jpg", ()),
        ("120161026123.jpg", ()),
        ("قصف 2016-10-26.jpg", ("2016-10-26",)),
    ],
)
def test_dates_in_file_names(name: str, meant: tuple[str, ...]) -> None:
    assert set(names.dates(name)) >= set(meant)
    if len(meant) <= 1:
        assert names.dates(name)[:1] == meant[:1] or not meant


def test_an_ambiguous_name_gives_all_its_readings() -> None:
    assert len(names.dates("03-04-2016.jpg")) == 2
    assert names.dates("DSC_0123.jpg") == ()


@pytest.mark.parametrize(
    ("raw", "reference", "degrees"),
    [
        ("35/1 48/1 0/1", "N", 35.8),
        ("35/1 48/1 0/1", "S", -35.8),
        ("36/1 3300/100 0/1", "East", 36.55),
        ("358/10", "N", 35.8),
        ("35/1 48/1 0/0", "N", None),
        ("0/0 0/0 0/0", "N", None),
        ("35/1 48/1 0/1", "", None),
        ("", "N", None),
    ],
)
def test_positions_in_exif(raw: str, reference: str, degrees: float | None) -> None:
    found = positions.from_exif(raw, reference)
    assert found == (None if degrees is None else pytest.approx(degrees))


@pytest.mark.parametrize(
    ("text", "degrees"),
    [("35,48.0N", 35.8), ("36,33,0W", -36.55), ("35.8", 35.8), ("-12.5", -12.5), ("abc", None), ("35,48", None)],
)
def test_positions_in_xmp(text: str, degrees: float | None) -> None:
    assert positions.from_xmp(text) == (None if degrees is None else pytest.approx(degrees))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("+35.8000+036.5500/", (35.8, 36.55)),
        ("+35.8714+036.5631+300.123/", (35.8714, 36.5631)),
        ("-12.5-098.1/", (-12.5, -98.1)),
        ("+3548.0+03633.0/", (35.8, 36.55)),
        ("+354800+0363300/", (35.8, 36.55)),
        ("+8.5+9.25/", (8.5, 9.25)),
        ("nowhere", None),
    ],
)
def test_positions_in_containers(text: str, position: tuple[float, float] | None) -> None:
    found = positions.from_iso_6709(text)
    assert found == (None if position is None else pytest.approx(position))


@pytest.mark.parametrize(
    "position", [(0.0, 0.0), (91.0, 10.0), (10.0, 181.0), (float("nan"), 10.0), (float("inf"), 1.0)]
)
def test_positions_off_the_globe_and_at_zero_are_implausible(position: tuple[float, float]) -> None:
    assert not positions.plausible(*position)
