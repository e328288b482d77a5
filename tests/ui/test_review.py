"""A second reviewer at the desk: what is hidden, answering by keyboard, settling."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.answers import Answer, State
from annotator.case import Case
from annotator.model import Change, ContentWarning, Level, Status
from tests.ui.conftest import settle, write
from ui.library.model import CELL_ROLE
from ui.main_window import MainWindow
from ui.review.assign import Assign
from ui.words import plain

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST = Answer(
    warning=ContentWarning(level=Level.NONE), status=Status.VERIFIED, incidents=("Strike",), note="same minaret"
)


@pytest.fixture
def case_path(case_path: Path) -> Path:
    """Items 1 and 2 wait for Rana; Hiba has answered, and has annotated them before."""
    with Case.open(case_path, actor="Hiba") as case:
        case.add_incident("Strike")
        case.annotate([1, 2], Change(add_incidents=("Strike",), status=Status.VERIFIED, add_tags=("minaret",)))
        case.review.assign([1, 2], ["Hiba", "Rana"])
        for number in (1, 2):
            case.review.answer(number, FIRST)
    return case_path


def said(widget: QWidget) -> str:
    return " ".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def button(widget: QWidget, text: str) -> QPushButton:
    buttons = (found for found in widget.findChildren(QPushButton) if found.isVisible())
    return next(found for found in buttons if text in found.text().replace("&", ""))


def to_next(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.desk.inspector.answering, timeout=5000)


def test_nothing_at_the_desk_tells_what_the_first_reviewer_said(window: MainWindow, qtbot: QtBot) -> None:
    to_next(window, qtbot)
    desk = window.desk
    assert desk.grid.current == 1
    for page in range(desk.inspector._pages.count()):
        desk.inspector._pages.setCurrentIndex(page)
        settle(window, qtbot)
        told = said(window).casefold()
        assert "minaret" not in told
        assert "strike" not in told
    row = desk.model.item_at(desk.model.row_of(1))
    assert (row.status, row.incidents, row.tags) == (Status.UNREVIEWED, (), ())


def test_a_review_is_answered_by_keyboard_and_the_next_one_comes(
    window: MainWindow, case_path: Path, qtbot: QtBot
) -> None:
    to_next(window, qtbot)
    desk = window.desk
    form = desk.inspector.review.form
    qtbot.keyClick(desk.grid, "4")
    qtbot.keyClick(desk.grid, "u")
    qtbot.waitUntil(form.status.hasFocus)
    qtbot.keyClicks(form.status, "refut")  # letters that are keys elsewhere
    qtbot.keyClick(form.status, "5")
    qtbot.keyClick(form.status, "n")
    qtbot.waitUntil(form.text.hasFocus)
    write(form.text, "another dome: قبة")
    qtbot.keyClick(form.text, Qt.Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: desk.grid.current == 2 and desk.inspector.answering, timeout=5000)
    settle(window, qtbot)
    assert form.text.toPlainText() == ""
    with Case.open(case_path, actor="Rana", read_only=True) as case:
        (sheet,) = case.review.sheets([1])
        given = next(one.answer for one in sheet.given if one.reviewer == "Rana")
        assert given == Answer(
            warning=ContentWarning(level=Level.EXTREME), status=Status.REFUTED, note="another dome: قبة"
        )
        assert case.items([1])[0].warning.level is Level.UNASSESSED  # the digits were for the answer


def test_half_an_answer_is_there_still_when_its_item_is_on_show_again(window: MainWindow, qtbot: QtBot) -> None:
    to_next(window, qtbot)
    desk = window.desk
    review, form = desk.inspector.review, desk.inspector.review.form
    qtbot.keyClick(desk.grid, "4")
    write(form.text, "the same dome")
    begun = form.draft
    desk.go_to(2)
    qtbot.waitUntil(lambda: form.draft != begun, timeout=5000)
    settle(window, qtbot)
    assert not form.touched
    assert "begun" not in said(review)
    desk.go_to(1)
    qtbot.waitUntil(lambda: form.draft == begun, timeout=5000)
    settle(window, qtbot)
    assert "begun" in said(review)
    assert (begun.level, begun.text) == (Level.GRAPHIC, "the same dome")


def test_when_all_answers_are_in_they_stand_beside_each_other_and_one_becomes_final(
    window: MainWindow, case_path: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    answer = Answer(warning=ContentWarning(level=Level.GRAPHIC), status=Status.VERIFIED)
    desk.apply(lambda case, _: case.review.answer(1, answer), [1])
    desk.grid.go_to(1)
    desk.inspector.show_review()
    settle(window, qtbot)
    qtbot.waitUntil(lambda: "They differ in: Warning, Incidents" in said(desk.inspector), timeout=5000)
    assert "same minaret" in said(desk.inspector)
    final = desk.inspector.review._final
    button(desk.inspector, "Go on from this answer").click()
    qtbot.keyClick(desk.grid, "4")  # the keys are for the sheet on show, not for the item
    assert final.draft.level is Level.GRAPHIC
    qtbot.keyClick(desk.grid, "2")
    qtbot.keyClick(desk.grid, "n")
    assert window.focusWidget() is final.text
    write(final.text, "two witnesses")
    button(desk.inspector, "Make it final").click()
    qtbot.waitUntil(lambda: "two witnesses" in said(desk.inspector.review), timeout=5000)
    desk.inspector._pages.setCurrentWidget(desk.inspector._pages.widget(desk.inspector._review_page - 1))
    qtbot.waitUntil(lambda: "two witnesses" in said(desk.inspector._history), timeout=5000)
    with Case.open(case_path, actor="Rana", read_only=True) as case:
        assert case.review.sheets([1])[0].state is State.FINAL
        assert case.items([1])[0].warning.level is Level.NONE


def test_the_overview_lists_differences_and_settles_what_all_agree_on(
    window: MainWindow, case_path: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    desk.apply(lambda case, _: case.review.answer(2, FIRST), [2])
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL)
    overview = desk.middle.currentWidget()
    qtbot.waitUntil(lambda: "For you to answer: 1" in said(overview), timeout=5000)
    assert "answers agree: 1" in said(overview)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):  # keys act on the row, and beside it stands what is said of it
        qtbot.keyClick(window.focusWidget(), key, CTRL)
        row = overview._table.currentIndex().row()
        assert list(desk.selection) == [overview._listed[row].item]
        qtbot.waitUntil(lambda: desk.inspector.shown.numbers == desk.selection, timeout=5000)
    assert list(desk.selection) == [2]
    button(overview, "Make final").click()
    qtbot.waitUntil(lambda: "final: 1" in said(overview), timeout=5000)
    assert list(desk.selection) == [1]  # which waits still
    button(overview, "Begin").click()
    qtbot.waitUntil(lambda: desk.grid.current == 1 and desk.inspector.answering, timeout=5000)


def test_who_has_not_answered_can_be_asked_no_more(window: MainWindow, case_path: Path, qtbot: QtBot) -> None:
    to_next(window, qtbot)
    button(window.desk.inspector, "Ask them no more").click()
    qtbot.waitUntil(lambda: not window.desk.inspector.answering, timeout=5000)
    with Case.open(case_path, actor="Hiba", read_only=True) as case:
        (sheet,) = case.review.sheets([1])
        assert (sheet.awaited, [given.reviewer for given in sheet.given]) == ((), ["Hiba"])


def test_who_is_asked_and_whose_answer_stands_is_chosen_in_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = Assign(3, ["Hiba", "Omar"], "Rana", window)
    qtbot.addWidget(dialog)
    assert (dialog.people, dialog.first) == (["Rana"], None)
    dialog.show()
    dialog._people[0].setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()  # there is no second one yet
    assert dialog.focusWidget() is dialog._people[1]
    dialog._people[1].setCurrentText(" Omar ")
    dialog._as_it_is.setChecked(True)
    assert (dialog.people, dialog.first) == (["Rana", "Omar"], "Rana")
    dialog._people[1].setCurrentText("Rana")
    assert dialog.people == ["Rana"]
    dialog._people[0].setCurrentText("Rana، Omar")
    assert (dialog.people, dialog.first) == (["Rana", "Omar"], "Rana")


def test_what_waits_for_me_bears_a_mark_is_a_filter_and_is_gone_through_without_losing_the_filter(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.desk
    facet = desk.filters._facets["review"]
    qtbot.waitUntil(lambda: facet.isVisible() and "waits for Rana" in plain(facet.list.item(0).text()))
    cells = [desk.model.index(row).data(CELL_ROLE) for row in range(6)]
    assert [cell.awaited for cell in cells] == [True, True, False, False, False, False]
    assert "waits for your answer" in desk.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.filters.choose("review", "awaits:Rana")
    qtbot.waitUntil(lambda: list(desk.model.ids) == [1, 2])
    to_next(window, qtbot)
    assert list(desk.model.ids) == [1, 2]
    answer = Answer(warning=ContentWarning(level=Level.NONE), status=Status.VERIFIED)
    desk.apply(lambda case, _: case.review.answer(1, answer), [1])
    qtbot.waitUntil(lambda: not desk.model.index(0).data(CELL_ROLE).awaited)
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: desk.grid.current == 2)
    assert desk.filters.wanted().review == ("awaits:Rana",)


def test_where_nobody_was_asked_there_is_no_filter_by_review(
    open_window: Callable[[Path | None], MainWindow], imported: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(Path(shutil.copytree(imported, tmp_path / "unasked")))
    qtbot.waitUntil(lambda: window.desk.filters._facets["kind"].list.count() > 0)
    settle(window, qtbot)
    assert not window.desk.filters._facets["review"].isVisible()
