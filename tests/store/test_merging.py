"""Incidents and places are removed and merged in one step, which is taken back in one."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator import errors
from annotator.answers import Answer
from annotator.case import Case
from annotator.model import Change, ContentWarning, Filter, Level, SavedSearch, Status
from tests.synthetic import make_case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    make_case(tmp_path / "case", items=4)
    return Case.open(tmp_path / "case", actor="Rana")


def _wholes(case: Case) -> tuple[object, ...]:
    rows = [(item.incidents, item.places) for item in case.items([1, 2, 3, 4])]
    return case.incidents(), case.places(), rows


def test_items_bear_the_other_incident_after_a_merge_and_undo_gives_all_back(case: Case) -> None:
    old, kept = case.add_incident("Hass school", began="2016-10-26"), case.add_incident("Hass")
    case.annotate([1, 2], Change(add_incidents=("Hass school",)))
    case.annotate([2, 3], Change(add_incidents=("Hass",)))
    before = _wholes(case)
    changed = case.steps.merge(old, kept)
    after = _wholes(case)
    assert [each.name for each in case.incidents() if each.name.startswith("Hass")] == ["Hass"]
    assert case.incident("Hass").items == 3
    assert {1, 2} <= changed.items
    assert changed.nouns == {"incidents"}
    case.undo()
    assert _wholes(case) == before
    case.steps.redo()
    assert _wholes(case) == after


def test_only_what_no_item_bears_is_removed(case: Case) -> None:
    place = case.add_place("Madaya", latitude=33.69, longitude=36.1)
    case.annotate([1], Change(add_places=("Madaya",)))
    with pytest.raises(errors.StillBorne):
        case.steps.remove(place)
    case.annotate([1], Change(remove_places=("Madaya",)))
    before = _wholes(case)
    case.steps.remove(place)
    assert not case.places("Madaya")
    case.undo()
    assert _wholes(case) == before


def test_what_an_answer_of_a_review_names_stays(case: Case) -> None:
    incident, other = case.add_incident("Hass"), case.add_incident("Idlib")
    case.review.assign([1], ["Rana"])
    answer = Answer(warning=ContentWarning(level=Level.MILD), status=Status.VERIFIED, incidents=("Hass",))
    case.review.answer(1, answer)
    for remove in (lambda: case.steps.remove(incident), lambda: case.steps.merge(incident, other)):
        with pytest.raises(errors.NamedInReview):
            remove()


def test_an_incident_does_not_end_before_it_begins(case: Case) -> None:
    case.add_incident("same day", began="2016-10-26T11:30", ended="2016-10-26")
    case.add_incident("offsets are not compared", began="2016-10-26T23:30Z", ended="2016-10-26T01:00-05:00")
    for began, ended in (("2016-10-26", "2016-09"), ("2016-10-26T11:30+03:00", "2016-10-26T11:29+03:00")):
        with pytest.raises(errors.BadValue):
            case.add_incident("backwards", began=began, ended=ended)
    with pytest.raises(errors.BadValue):
        case.add_incident("no such day", began="2016-02-30")


def test_a_saved_search_follows_the_name_of_an_incident_and_comes_back_with_undo(case: Case) -> None:
    def looked_for() -> tuple[str, ...]:
        return case.library.searches()[0].wanted.incident

    incident, other = case.add_incident("Hass"), case.add_incident("Idlib")
    case.library.save(SavedSearch(name="school", wanted=Filter(incident=("Idlib", "Hass"))))
    case.steps.edit(replace(incident, name="Hass 2016"))
    assert looked_for() == ("Idlib", "Hass 2016")
    case.undo()
    assert looked_for() == ("Idlib", "Hass")
    case.steps.merge(incident, other)
    assert looked_for() == ("Idlib",)


def test_names_are_in_the_order_of_their_numbers(case: Case) -> None:
    for name in ("Strike 10", "strike 2", "Strike ٣"):
        case.add_incident(name)
    assert [each.name for each in case.incidents() if "trike" in each.name] == ["strike 2", "Strike ٣", "Strike 10"]
