"""Every change is whole, in the journal, and can be taken back."""

import json
from pathlib import Path

import pytest

from annotator import errors
from annotator.case import Case
from annotator.model import Change, ContentWarning, Level, Link, Relation, Status, Verdict
from annotator.store import links
from tests.synthetic import make_case

GRAPHIC = Change(warning=ContentWarning(level=Level.GRAPHIC, content=("dead-body", "burns")))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Six items, all without a warning."""
    made = Case.open(make_case(tmp_path / "case", 6), actor="Rana")
    made.annotate(range(1, 7), Change(warning=ContentWarning(level=Level.NONE), status=Status.UNREVIEWED))
    yield made
    made.close()


def _state(case: Case) -> object:
    return case.items(range(1, 7)), [case.detail(number).notes for number in range(1, 7)]


def test_undo_takes_back_all_of_a_change_and_only_that(case: Case) -> None:
    case.add_incident("Strike")
    case.add_place("Hass", latitude=35.6, longitude=36.6, precision="town")
    before = _state(case)
    case.annotate(
        [1, 2, 3],
        Change(
            add_incidents=("Strike",), add_places=("Hass",), warning=GRAPHIC.warning, status=Status.VERIFIED,
            add_tags=("a", "b"), note="seen",
        ),
    )  # fmt: skip
    assert _state(case) != before
    case.undo()
    assert _state(case) == before


def test_undo_goes_further_back_each_time(case: Case) -> None:
    case.annotate([1], Change(add_tags=("first",)))
    case.annotate([1], Change(add_tags=("second",)))
    case.undo()
    assert case.items([1])[0].tags == ("first",)
    case.undo()
    assert case.items([1])[0].tags == ()


def test_undo_takes_back_ones_own_changes_only(case: Case) -> None:
    case.annotate([1], Change(add_tags=("mine",)))
    case.actor = "Omar"
    with pytest.raises(errors.NothingToUndo):
        case.undo()


def test_undo_refuses_what_was_changed_since(case: Case) -> None:
    case.annotate([1], Change(status=Status.VERIFIED))
    case.actor = "Omar"
    case.annotate([1], Change(status=Status.REFUTED))
    case.actor = "Rana"
    with pytest.raises(errors.ChangedSince):
        case.undo()
    assert case.items([1])[0].status is Status.REFUTED


def test_a_change_that_changes_nothing_leaves_no_row(case: Case) -> None:
    case.annotate([1], Change(add_tags=("x",)))
    head = case.journal_head()
    assert case.annotate([1], Change(add_tags=("x",))).items == frozenset()
    assert case.journal_head() == head


def test_one_journal_row_tells_a_whole_bulk_change(case: Case) -> None:
    case.annotate([1, 2, 3], Change(status=Status.VERIFIED))
    row = list(case.journal())[-1]
    assert row.actor == "Rana"
    (edit,) = json.loads(row.detail)["edits"]
    assert edit["items"] == [1, 2, 3]
    assert case.detail(2).journal[-1] == row


@pytest.mark.parametrize(
    ("numbers", "change", "error"),
    [
        ([1, 99], Change(status=Status.VERIFIED), errors.NoSuchItem),
        ([1], Change(add_incidents=("unheard of",)), errors.NotFound),
        ([1], Change(add_places=("unheard of",)), errors.NotFound),
        ([1], Change(warning=ContentWarning(level=Level.GRAPHIC, content=("gore",))), errors.UnknownTerm),
        ([1], Change(add_tags=("",)), errors.BadValue),
        ([1], Change(add_tags=("two\nlines",)), errors.BadValue),
        ([1], Change(note=" "), errors.BadValue),
    ],
)
def test_a_wrong_change_is_refused_whole(case: Case, numbers: list[int], change: Change, error: type) -> None:
    before, head = _state(case), case.journal_head()
    with pytest.raises(error):
        case.annotate(numbers, change)
    assert (_state(case), case.journal_head()) == (before, head)


@pytest.mark.parametrize(
    "position", [{"latitude": 91.0, "longitude": 0.0}, {"latitude": 1.0}, {"precision": "roughly"}]
)
def test_a_place_needs_a_position_on_earth(case: Case, position: dict) -> None:
    with pytest.raises((errors.BadValue, errors.UnknownTerm)):
        case.add_place("Hass", **position)


def test_two_incidents_of_one_name_are_refused(case: Case) -> None:
    case.add_incident("Strike")
    with pytest.raises(errors.AlreadyThere):
        case.add_incident("Strike")


def _linked(case: Case, *pairs: tuple[int, int]) -> None:
    with case._store.writing() as connection:
        links.add(
            connection,
            [
                Link(
                    a=a, b=b, relation=Relation.SAME_PICTURE, score=0.9, reason="", segments=(),
                    verdict=Verdict.UNDECIDED,
                )
                for a, b in pairs
            ],
        )  # fmt: skip
        links.regroup(connection, {end for pair in pairs for end in pair})


def test_a_warning_on_one_copy_covers_all_copies_until_it_is_taken_back(case: Case) -> None:
    _linked(case, (1, 2), (2, 3))
    changed = case.annotate([3], GRAPHIC)
    assert changed.items == {1, 2, 3}
    assert [item.covered for item in case.items(range(1, 7))] == [True, True, True, False, False, False]
    case.undo()
    assert not any(item.covered for item in case.items(range(1, 7)))


def test_a_verdict_splits_a_group_and_its_warnings_and_undo_joins_them(case: Case) -> None:
    _linked(case, (1, 2), (2, 3))
    case.annotate([3], GRAPHIC)
    case.judge(2, 3, Verdict.DIFFERENT)
    assert [item.group for item in case.items([1, 2, 3])] == [1, 1, None]
    assert [item.covered for item in case.items([1, 2, 3])] == [False, False, True]
    case.undo()
    assert [item.covered for item in case.items([1, 2, 3])] == [True, True, True]
    assert [group.items for group in case.groups()] == [(1, 2, 3)]


def test_a_verdict_outlives_a_new_suggestion(case: Case) -> None:
    _linked(case, (1, 2))
    case.judge(2, 1, Verdict.DIFFERENT)
    _linked(case, (1, 2))
    assert list(case.groups()) == []
    (group,) = case.groups(all=True)
    assert group.links[0].verdict is Verdict.DIFFERENT


def test_a_person_may_link_what_no_hash_has_linked(case: Case) -> None:
    case.judge(4, 5, Verdict.SAME)
    assert [group.items for group in case.groups()] == [(4, 5)]
    case.undo()
    assert list(case.groups()) == []


def test_a_time_of_an_incident_is_a_time(case: Case) -> None:
    with pytest.raises(errors.BadValue, match="ISO 8601"):
        case.add_incident("Strike", began="yesterday")
    assert case.add_incident("Strike", began="2016-10", ended="2016-10-26T11:30+03:00").began == "2016-10"


def test_a_tag_may_hold_the_joiners_that_persian_is_written_with(case: Case) -> None:
    case.annotate([1], Change(add_tags=("می\u200cرود",)))
    with pytest.raises(errors.BadValue):
        case.annotate([1], Change(add_tags=("a\u202eb",)))
