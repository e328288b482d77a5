"""Undo and redo: each change is one row and one step, whatever it was made of."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import errors
from annotator.case import Case
from annotator.events import Progress
from annotator.model import Change, ContentWarning, Filter, Incident, Level, Place, Status, Verdict
from annotator.told import Fact
from tests.synthetic import make_case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.open(make_case(tmp_path / "case", 6), actor="Rana")
    made.annotate(range(1, 7), Change(warning=ContentWarning(level=Level.NONE), status=Status.UNREVIEWED))
    return made


def state(case: Case) -> list[object]:
    return [case.items(range(1, 7)), case.incidents(), case.places(), case.library.tags(), list(case.groups())]


def test_a_level_given_to_items_of_mixed_content_is_one_row_and_one_undo(case: Case) -> None:
    case.annotate([1], Change(warning=ContentWarning(level=Level.GRAPHIC, content=("burns",))))
    case.annotate([2], Change(warning=ContentWarning(level=Level.MILD, content=("dead-body",))))
    before, rows = state(case), case.steps.newest()
    case.annotate(range(1, 7), Change(level=Level.EXTREME))
    assert case.steps.newest() == rows + 1
    assert [item.warning.content for item in case.items([1, 2, 3])] == [("burns",), ("dead-body",), ()]
    case.undo()
    assert state(case) == before


def test_no_warning_keeps_no_content(case: Case) -> None:
    case.annotate([1], Change(warning=ContentWarning(level=Level.GRAPHIC, content=("burns",))))
    case.annotate([1], Change(level=Level.NONE))
    assert case.items([1])[0].warning == ContentWarning(level=Level.NONE)


def test_an_incident_made_and_given_is_one_row_and_one_undo(case: Case) -> None:
    before, rows = state(case), case.steps.newest()
    change = Change(
        make=(_incident("Strike"), Place(place=0, name="Hass", latitude=35.6, longitude=36.6, precision=None, items=0)),
        add_incidents=("Strike",),
        add_places=("Hass",),
    )
    changed = case.annotate([1, 2], change)
    assert changed.nouns == {"incidents", "places"}
    assert case.items([2])[0].incidents == ("Strike",)
    assert case.steps.newest() == rows + 1
    case.annotate([3], change)
    assert [incident.items for incident in case.incidents()] == [3]
    case.undo()
    case.undo()
    assert state(case) == before


def _incident(name: str) -> Incident:
    return Incident(
        incident=0, name=name, type=None, began=None, ended=None, time_precision=None, place=None, summary="", items=0
    )


def test_all_that_was_taken_back_can_be_made_again_in_order(case: Case) -> None:
    states = [state(case)]
    for change in (Change(add_tags=("a",)), Change(level=Level.GRAPHIC), Change(note="seen", remove_tags=("a",))):
        case.annotate([1, 2], change)
        states.append(state(case))
    case.judge(1, 2, Verdict.SAME)
    case.undo()
    for expected in reversed(states[:-1]):
        case.undo()
        assert state(case) == expected
    for expected in states[1:]:
        row, _ = case.steps.redo()
        assert row.action == "redo"
        assert state(case) == expected
    case.undo()
    case.undo()
    assert state(case) == states[1]
    case.steps.redo()
    assert state(case) == states[2]


def test_a_new_change_empties_the_redo_list(case: Case) -> None:
    case.annotate([1], Change(add_tags=("a",)))
    case.undo()
    case.annotate([1], Change(add_tags=("b",)))
    with pytest.raises(errors.NothingToRedo):
        case.steps.redo()
    case.undo()
    case.steps.redo()
    assert case.items([1])[0].tags == ("b",)


def test_undo_ends_where_the_session_began_and_goes_past_what_was_changed_since(case: Case) -> None:
    began = case.steps.newest()
    case.annotate([2], Change(add_tags=("a",)))
    case.annotate([1], Change(status=Status.VERIFIED))
    case.actor = "Omar"
    case.annotate([1], Change(status=Status.REFUTED))
    case.actor = "Rana"
    with pytest.raises(errors.ChangedSince) as caught:
        case.steps.undo(after=began)
    case.steps.undo(after=began, but=[caught.value.seq])
    assert case.items([2])[0].tags == ()
    with pytest.raises(errors.NothingToUndo):
        case.steps.undo(after=began, but=[caught.value.seq])


def test_the_next_steps_are_named(case: Case) -> None:
    began = case.steps.newest()
    assert case.steps.next(after=began) == (None, None)
    case.annotate([1, 2, 3], Change(add_tags=("a",), make=(_incident("Strike"),), add_incidents=("Strike",)))
    back, again = case.steps.next(after=began)
    assert back is not None
    assert again is None
    assert Fact(field="incident", old=None, new="Strike", items=3) in back.facts
    assert back.items == 3
    case.undo()
    back, again = case.steps.next(after=began)
    assert back is None
    assert again is not None
    assert Fact(field="tag", old="a", new=None, items=3) in again.facts


def test_history_names_what_was_undone_even_where_its_number_was_given_again(case: Case) -> None:
    for name in ("Strike", "Raid"):
        case.annotate([1], Change(make=(_incident(name),), add_incidents=(name,)))
        case.undo()
    told = case.steps.told(case.detail(1).journal, item=1)
    given = [fact.new for row in told for fact in row.facts if fact.field == "incident" and fact.new]
    assert given == ["Strike", "Raid"]


def test_an_incident_that_is_edited_is_found_by_its_new_name_until_that_is_taken_back(case: Case) -> None:

    incident = case.add_incident("Strike")
    case.annotate([1], Change(add_incidents=("Strike",)))
    case.steps.edit(replace(incident, name="Airstrike", began="2016-10-26"))
    assert list(case.find(Filter(text="airstrike"))) == [1]
    assert case.detail(1).journal[-1].action == "edit incident"
    case.undo()
    assert list(case.find(Filter(text="airstrike"))) == []
    assert case.incident("Strike").began is None


def test_a_preview_counts_what_a_change_then_does(case: Case) -> None:
    case.annotate([1], Change(add_tags=("a",), status=Status.VERIFIED))
    change = Change(add_tags=("a",), status=Status.REFUTED)
    seen = case.steps.preview([1, 2, 3], change)
    assert (seen.items, seen.changed, seen.sampled) == (3, 3, 0)
    assert set(seen.facts) == {
        Fact(field="status", old="verified", new="refuted", items=1),
        Fact(field="status", old="unreviewed", new="refuted", items=2),
        Fact(field="tag", old=None, new="a", items=2),
    }
    case.annotate([1, 2, 3], change)
    assert case.steps.preview([1, 2, 3], change).changed == 0


def test_a_cancelled_change_changes_nothing(case: Case) -> None:

    before, head, cancel = state(case), case.journal_head(), threading.Event()
    for event in case.steps.annotating([1, 2], Change(add_tags=("a",)), cancel=cancel):
        assert isinstance(event, Progress)
        cancel.set()
    assert (state(case), case.journal_head()) == (before, head)


def test_a_row_about_many_items_is_small(case: Case) -> None:
    case.annotate(range(1, 7), Change(add_tags=("a",)))
    detail = json.loads(list(case.journal())[-1].detail)
    assert detail["edits"] == [
        {"table": "item_tags", "key": {"tag": "a"}, "items": [1, 2, 3, 4, 5, 6], "before": None, "after": {}}
    ]
