"""Several people answer independently of each other, and what is settled stands on the item."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import errors
from annotator.answers import Answer, Field, State, agreements
from annotator.case import Case
from annotator.model import NOT_GIVEN, Change, ContentWarning, Filter, Level, Status
from tests.synthetic import make_case

NONE, GRAPHIC = ContentWarning(level=Level.NONE), ContentWarning(level=Level.GRAPHIC, content=("burns",))
TRUE = Answer(warning=GRAPHIC, status=Status.VERIFIED, incidents=("Strike",), places=("Hass",), note="same minaret")
FALSE = Answer(warning=NONE, status=Status.REFUTED)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Six items, an incident, a place; Rana has assigned items 1 to 4 to Omar and Hiba."""
    with Case.open(make_case(tmp_path / "case", 6), actor="Rana") as made:
        made.add_incident("Strike")
        made.add_place("Hass")
        made.annotate(range(1, 7), Change(warning=NONE, status=Status.IN_PROGRESS, add_tags=("seen",), note="hm"))
        made.review.assign(range(1, 5), ["Omar", "Hiba"])
        yield made


def acting(case: Case, name: str) -> Case:
    case.actor = name
    return case


def test_who_is_to_review_sees_what_is_left_to_do(case: Case) -> None:
    assert acting(case, "Omar").review.to_do() == [1, 2, 3, 4]
    case.review.answer(2, TRUE)
    assert case.review.to_do() == [1, 3, 4]
    assert acting(case, "Rana").review.to_do() == []


def test_nobody_sees_the_answers_of_others_before_all_are_in(case: Case) -> None:
    acting(case, "Omar").review.answer(1, TRUE)
    (sheet,) = acting(case, "Hiba").review.sheets([1])
    assert (sheet.given, sheet.awaited, sheet.state) == ((), ("Hiba",), State.OPEN)
    assert "same minaret" not in repr(case.detail(1))
    assert "same minaret" not in repr(acting(case, "Rana").detail(1))
    acting(case, "Hiba").review.answer(1, FALSE)
    (sheet,) = case.review.sheets([1])
    assert {given.reviewer: given.answer for given in sheet.given} == {"Omar": TRUE, "Hiba": FALSE}
    assert sheet.state is State.DIFFER
    assert sheet.differences == tuple(Field)
    assert "same minaret" in repr(case.detail(1))


def test_what_an_item_bears_is_hidden_from_its_reviewer_but_for_the_warning(case: Case) -> None:
    case.annotate([1], Change(add_incidents=("Strike",), add_places=("Hass",), warning=GRAPHIC))
    shown = acting(case, "Omar").items([1, 5])
    assert (shown[0].status, shown[0].incidents, shown[0].places, shown[0].tags) == (Status.UNREVIEWED, (), (), ())
    assert (shown[0].warning, shown[0].covered) == (GRAPHIC, True)
    assert (shown[1].status, shown[1].tags) == (Status.IN_PROGRESS, ("seen",))
    detail = case.detail(1)
    assert detail.notes == ()
    assert all("Strike" not in row.detail and "edits" not in row.detail for row in detail.journal)
    case.review.answer(1, FALSE)
    assert case.items([1])[0].incidents == ("Strike",)


def test_the_annotations_that_are_there_can_be_the_first_answer(case: Case) -> None:
    case.annotate([5], Change(add_incidents=("Strike",), status=Status.VERIFIED))
    case.review.assign([5], ["Omar"], first="Rana")
    assert case.review.to_do() == []
    acting(case, "Omar").review.answer(5, replace(TRUE, warning=NONE, places=(), note=""))
    (sheet,) = case.review.sheets([5])
    assert sheet.state is State.AGREE


def test_an_answer_can_be_changed_until_all_are_in(case: Case) -> None:
    acting(case, "Omar").review.answer(1, TRUE)
    case.review.answer(1, FALSE)
    acting(case, "Hiba").review.answer(1, TRUE)
    with pytest.raises(errors.ReviewClosed):
        case.review.answer(1, FALSE)


def test_who_was_not_asked_does_not_answer(case: Case) -> None:
    with pytest.raises(errors.NotAssigned):
        case.review.answer(1, TRUE)
    with pytest.raises(errors.NotAssigned):
        acting(case, "Omar").review.answer(6, TRUE)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (replace(TRUE, incidents=("Other",)), errors.NotFound),
        (replace(TRUE, warning=ContentWarning(level=Level.MILD, content=("ghosts",))), errors.UnknownTerm),
        (replace(TRUE, warning=ContentWarning(level=Level.NONE, content=("burns",))), errors.BadValue),
        (replace(TRUE, note="x" * 10_001), errors.BadValue),
    ],
)
def test_a_wrong_answer_is_refused_and_changes_nothing(
    case: Case, wrong: Answer, error: type[errors.EvidenceError]
) -> None:
    head = case.journal_head()
    with pytest.raises(error):
        acting(case, "Omar").review.answer(1, wrong)
    assert case.journal_head() == head


def test_the_final_answer_is_written_to_the_item_in_one_step_with_its_reason(case: Case) -> None:
    acting(case, "Omar").review.answer(1, TRUE)
    with pytest.raises(errors.ReviewOpen, match="Hiba"):
        acting(case, "Rana").review.settle(1, TRUE, reason="the dome")
    acting(case, "Hiba").review.answer(1, FALSE)
    before = acting(case, "Rana").items([1])
    with pytest.raises(errors.BadValue, match="reason"):
        case.review.settle(1, TRUE, reason=" ")
    changed = case.review.settle(1, TRUE, reason="the dome")
    (item,) = case.items([1])
    assert (item.warning, item.status, item.incidents, item.places) == (
        GRAPHIC,
        Status.VERIFIED,
        ("Strike",),
        ("Hass",),
    )
    assert item.covered
    assert changed.items == {1}
    (sheet,) = case.review.sheets([1])
    assert sheet.state is State.FINAL
    assert (sheet.final.reason, sheet.final.actor, sheet.final.answer) == ("the dome", "Rana", replace(TRUE, note=""))
    case.undo()
    assert case.items([1]) == before
    assert case.review.sheets([1])[0].state is State.DIFFER


def test_what_all_agree_on_is_settled_at_once(case: Case) -> None:
    for name in ("Omar", "Hiba"):
        for item in (1, 2):
            acting(case, name).review.answer(item, TRUE)
    acting(case, "Omar").review.answer(3, TRUE)
    acting(case, "Hiba").review.answer(3, FALSE)
    acting(case, "Rana").review.settle_agreed(reason="both agree")
    states = {sheet.item: sheet.state for sheet in case.review.sheets()}
    assert states == {1: State.FINAL, 2: State.FINAL, 3: State.DIFFER, 4: State.OPEN}
    case.undo()
    assert {sheet.state for sheet in case.review.sheets([1, 2])} == {State.AGREE}


def test_items_are_found_by_how_far_their_review_is(case: Case) -> None:
    for name, item, given in (
        ("Omar", 1, TRUE), ("Hiba", 1, TRUE), ("Omar", 2, TRUE), ("Hiba", 2, FALSE), ("Omar", 3, TRUE),
        ("Omar", 4, TRUE), ("Hiba", 4, TRUE),
    ):  # fmt: skip
        acting(case, name).review.answer(item, given)
    case.review.settle(4, TRUE, reason="both agree")
    values = case.library.counts(Filter()).values["review"]
    assert values == {"agree": 1, "differ": 1, "awaits:Hiba": 1, "final": 1, NOT_GIVEN: 2}
    for value, items in {"agree": [1], "differ": [2], "awaits:Hiba": [3], "final": [4], NOT_GIVEN: [5, 6]}.items():
        assert list(case.find(Filter(review=(value,)))) == items
    assert list(case.find(Filter(review=("differ", "awaits:Hiba")))) == [2, 3]


def test_an_assignment_can_be_taken_back_but_no_answer_is_lost(case: Case) -> None:
    acting(case, "Omar").review.answer(1, TRUE)
    acting(case, "Rana").review.unassign([1, 2], ["Omar", "Hiba"])
    (sheet,) = case.review.sheets([1, 2])
    assert (sheet.item, [given.reviewer for given in sheet.given], sheet.awaited) == (1, ["Omar"], ())
    case.undo()
    assert acting(case, "Hiba").review.to_do() == [1, 2, 3, 4]


def test_assigning_again_asks_nobody_twice(case: Case) -> None:
    head = case.journal_head()
    case.review.assign([1, 2], ["Omar"])
    assert case.journal_head() == head


def test_cohens_kappa_is_that_of_the_textbook(case: Case) -> None:
    """Of 50 applications 20 are granted by both, 15 refused by both, 5 and 10 by one alone: kappa is 0.4."""
    pairs = [(TRUE, TRUE)] * 20 + [(TRUE, FALSE)] * 5 + [(FALSE, TRUE)] * 10 + [(FALSE, FALSE)] * 15
    (sheet,) = case.review.sheets([1])
    acting(case, "Omar").review.answer(1, TRUE)
    acting(case, "Hiba").review.answer(1, TRUE)
    (sheet,) = case.review.sheets([1])
    given = {one.reviewer: one for one in sheet.given}
    sheets = [
        replace(sheet, given=(replace(given["Omar"], answer=a), replace(given["Hiba"], answer=b))) for a, b in pairs
    ]
    for agreement in agreements(sheets):
        assert (agreement.reviewers, agreement.items, agreement.same) == (("Hiba", "Omar"), 50, 35)
        assert agreement.kappa is not None
        assert math.isclose(agreement.kappa, 0.4)


def test_kappa_is_not_known_where_everybody_always_says_the_same(case: Case) -> None:
    for name in ("Omar", "Hiba"):
        acting(case, name).review.answer(1, TRUE)
    found = agreements(case.review.sheets())
    assert len(found) == len(Field)
    assert {agreement.kappa for agreement in found} == {None}


def test_open_reviews_count_for_no_agreement(case: Case) -> None:
    acting(case, "Omar").review.answer(1, TRUE)
    assert agreements(case.review.sheets()) == []
