"""A filter finds what fits, all of it, and nothing else."""

from pathlib import Path

import pytest

from annotator.analysis import Analysis
from annotator.case import Case
from annotator.model import Change, ContentWarning, Filter, Kind, Level, Sort, Status, Tag
from annotator.store import items


@pytest.fixture
def filled(case: Case) -> Case:
    """Five photos: three with dates, two of them with positions near Hass and near Manbij."""
    rows = [
        ("حاس school.jpg", "2016-10-26T11:30:00", (35.5931, 36.6120)),
        ("Ḩāss_2.jpg", "2016-10-27T08:00:00+03:00", None),
        ("manbij.jpg", "2016-07-19", (36.5281, 37.9549)),
        ("undated.jpg", None, None),
        ("dateline.jpg", None, (0.0, 179.99)),
    ]
    with case._store.writing() as connection:
        for number, (name, captured, position) in enumerate(rows, 1):
            latitude, longitude = position or (None, None)
            analysis = Analysis(
                kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg", captured_at=captured,
                latitude=latitude, longitude=longitude,
                tags=(Tag(source="xmp", tag="dc:description", value=f"caption {number}, مدرسة", raw=""),),
            )  # fmt: skip
            item = items.add(connection, analysis, sha256=f"{number:064x}", size=number * 100, name=name)
            items.add_sighting(connection, item, f"/drive/{name}")
            items.index(connection, [item])
    return case


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(), [1, 2, 3, 4, 5]),
        (Filter(text="hass"), [2]),
        (Filter(text="حاس"), [1]),
        (Filter(text="HASS_2"), [2]),
        (Filter(text="مدرسه caption"), [1, 2, 3, 4, 5]),
        (Filter(text='caption" OR "3'), []),
        (Filter(text="  "), [1, 2, 3, 4, 5]),
        (Filter(since="2016-10"), [1, 2]),
        (Filter(until="2016-10-26"), [1, 3]),
        (Filter(since="2016-10-26", until="2016-10-26"), [1]),
        (Filter(near=(35.6, 36.6, 5)), [1]),
        (Filter(near=(35.6, 36.6, 0.1)), []),
        (Filter(near=(0.0, -179.99, 5)), [5]),
        (Filter(has_position=True), [1, 3, 5]),
        (Filter(kind=Kind.VIDEO), []),
        (Filter(items=(3, 1)), [1, 3]),
        (Filter(sort=Sort.SIZE, descending=True, limit=2), [5, 4]),
        (Filter(sort=Sort.CAPTURED), [3, 1, 2, 4, 5]),
        (Filter(sort=Sort.CAPTURED, descending=True), [2, 1, 3, 4, 5]),
    ],
)
def test_it_finds(filled: Case, wanted: Filter, numbers: list[int]) -> None:
    assert list(filled.find(wanted)) == numbers


def test_what_people_say_is_found_too(filled: Case) -> None:
    filled.add_incident("Strike on Hass")
    filled.add_place("Ma‘arrat")
    filled.annotate(
        [1, 3],
        Change(
            incident="Strike on Hass", place="Ma‘arrat", status=Status.VERIFIED, add_tags=("school",),
            warning=ContentWarning(level=Level.GRAPHIC, content=("dead-body",)), note="look at the Crater",
        ),
    )  # fmt: skip
    for wanted in (
        Filter(incident="Strike on Hass"), Filter(place="Ma‘arrat"), Filter(status=Status.VERIFIED),
        Filter(tag="school"), Filter(warning=Level.GRAPHIC), Filter(text="crater"), Filter(text="maarrat"),
        Filter(text="strike"),
    ):  # fmt: skip
        assert list(filled.find(wanted)) == [1, 3], wanted
    counts = filled.counts()
    assert counts["warning"] == {"graphic": 2, "unassessed": 3}
    assert counts["incident"] == {"Strike on Hass": 2}
    assert counts["all"] == {"all": 5, "duplicates": 0, "problems": 0, "has_position": 3}


def test_an_item_is_named_by_its_number_or_its_digest(filled: Case, tmp_path: Path) -> None:
    assert filled.number("3") == 3
    assert filled.number(f"{3:064x}") == 3
