"""Where and when items were taken, as map and timeline ask for it."""

import pytest

from annotator.analysis import Analysis
from annotator.case import Case
from annotator.columns import Clock
from annotator.model import Change, Filter, Kind
from annotator.store import items, where


def _add(case: Case, number: int, **said: object) -> int:
    analysis = Analysis(kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg", **said)  # type: ignore[arg-type] # a test's
    with case._store.writing() as connection:
        item = items.add(connection, analysis, sha256=f"{number:064x}", size=1, name=f"{number}.jpg")
        items.add_sighting(connection, item, f"/drive/{number}.jpg")
        return item


def test_a_position_says_who_says_so(case: Case) -> None:
    a, b, c = _add(case, 1, latitude=36.0, longitude=37.0), _add(case, 2), _add(case, 3)
    case.add_place("Hass", latitude=35.5776, longitude=36.5262)
    case.add_place("Somewhere")
    case.annotate([a, b], Change(add_places=("Hass",)))
    case.annotate([c], Change(add_places=("Somewhere",)))
    found = case.extent.positions([a, b, c])
    assert list(zip(found.items, found.latitudes, found.reviewed, strict=True)) == [
        (a, 36.0, 0),
        (a, 35.5776, 1),
        (b, 35.5776, 1),
    ]
    assert found.without == 1
    assert case.extent.positions([c]).without == 1


def test_a_reviewer_who_has_yet_to_answer_sees_no_place_that_others_gave(case: Case) -> None:
    item = _add(case, 1, latitude=36.0, longitude=37.0)
    case.add_place("Hass", latitude=35.5776, longitude=36.5262)
    case.annotate([item], Change(add_places=("Hass",)))
    assert list(case.extent.positions([item]).reviewed) == [0, 1]
    case.review.assign([item], [case.actor])
    assert list(case.extent.positions([item]).reviewed) == [0]


def test_a_time_says_how_much_it_knows(case: Case) -> None:
    rows = ["2016-10-26T11:30:00+03:00", "2016-10-26T12:00", "2016-10-26", None]
    rows += ["2016-10-26T09:00:00Z", "2016-10-26T09:00-04:30"]
    numbers = [_add(case, number, captured_at=text) for number, text in enumerate(rows, 1)]
    found = case.extent.times(numbers)
    told = list(zip(found.items, found.shown, found.offsets, found.clocks, strict=True))
    day = 1477440000
    assert told == [
        (1, day + 11 * 3600 + 1800, 3 * 3600, Clock.INSTANT),
        (2, day + 12 * 3600, 0, Clock.WALL),
        (3, day, 0, Clock.DAY),
        (5, day + 9 * 3600, 0, Clock.INSTANT),
        (6, day + 9 * 3600, -16200, Clock.INSTANT),
    ]
    assert found.undated == 1


def test_rows_of_one_item_are_not_torn_apart(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    number = _add(case, 1)
    for place in range(5):
        case.add_place(f"p{place}", latitude=float(place), longitude=0.0)
    case.annotate([number], Change(add_places=tuple(f"p{place}" for place in range(5))))
    others = [_add(case, 10 + i, latitude=1.0, longitude=1.0) for i in range(7)]
    for chunk in (2, 3, 6):
        monkeypatch.setattr(where, "_CHUNK", chunk)
        found = case.extent.positions([number, *others])
        assert len(found.items) == 12
        assert sorted(found.latitudes[-5:]) == [0, 1, 2, 3, 4]


def test_near_counts_what_a_person_said_too(case: Case) -> None:
    stated, said, elsewhere = _add(case, 1, latitude=35.6, longitude=36.5), _add(case, 2), _add(case, 3)
    case.add_place("Hass", latitude=35.5776, longitude=36.5262)
    case.add_place("Unknown")
    case.annotate([said], Change(add_places=("Hass",)))
    case.annotate([elsewhere], Change(add_places=("Unknown",)))
    assert list(case.find(Filter(near=(35.58, 36.52, 10)))) == [stated, said]
