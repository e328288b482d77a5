"""Annotating at speed: one step is one undo, what was done is done again, names are found by a part of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, Item, Level, Status, Verdict
from annotator.region import Region, Shape
from tests.ui.conftest import choose, settle, write
from ui.desk import Desk
from ui.dialogs.bulk import BulkEdit
from ui.inspector.naming import NameLine
from ui.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def item(desk: Desk, number: int) -> Item:
    found = desk.model.item_at(desk.model.row_of(number))
    assert found is not None
    return found


def press(window: MainWindow, qtbot: QtBot, key: str | Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    widget = window.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifiers)
    settle(window, qtbot)


def name(
    window: MainWindow,
    qtbot: QtBot,
    key: str,
    text: str,
    modifiers: Qt.KeyboardModifier = NONE,
) -> None:
    """Open a line by its key, type a name, and end it with Enter."""
    press(window, qtbot, key)
    line = window.focusWidget()
    assert line is not None
    write(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return, modifiers)
    settle(window, qtbot)
    with qtbot.waitActive(window):  # without a window manager nobody else gives it back what the list of names took
        window.activateWindow()


def rows(path: Path) -> int:
    with Case.open(path, actor="x", read_only=True) as case:
        return case.steps.newest()


def test_undo_and_redo_go_all_the_way_and_the_menu_says_what_they_do(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    number = choose(window, "scene")
    undo, redo = window.actions_.by_name["undo"], window.actions_.by_name["redo"]
    for key in "345":
        press(window, qtbot, key)
    assert "Extreme" in undo.text()
    assert "1 item" in undo.text()
    for level in (Level.GRAPHIC, Level.MILD, Level.UNASSESSED):
        press(window, qtbot, Qt.Key.Key_Z, CTRL)
        assert item(desk, number).warning.level is level
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert "Nothing is left" in window.notices.sentence
    assert "Mild" in redo.text()
    press(window, qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    press(window, qtbot, Qt.Key.Key_Y, CTRL)
    assert item(desk, number).warning.level is Level.GRAPHIC
    assert "Made again" in window.notices.sentence
    press(window, qtbot, "2")
    press(window, qtbot, Qt.Key.Key_Y, CTRL)
    assert item(desk, number).warning.level is Level.NONE


def test_what_was_done_before_the_case_was_opened_stays(
    open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot
) -> None:
    with Case.open(case_path, actor="Rana") as case:
        case.annotate([1], Change(status=Status.VERIFIED))
    window = open_window(case_path)
    settle(window, qtbot)
    assert window.desk is not None
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert "Nothing is left" in window.notices.sentence


def test_a_level_for_all_is_one_row_and_a_new_incident_too(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    choose(window, "scene")
    press(window, qtbot, Qt.Key.Key_A, CTRL)
    before = rows(case_path)
    press(window, qtbot, "4")
    assert rows(case_path) == before + 1
    press(window, qtbot, "i")
    line = window.focusWidget()
    assert line is not None
    write(line, "Hass school")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert rows(case_path) == before + 2
    assert all(item(desk, each).incidents == ("Hass school",) for each in desk.model.ids)
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    with Case.open(case_path, actor="x", read_only=True) as case:
        assert case.incidents() == []


def test_the_last_annotation_is_repeated_as_a_whole_but_for_notes(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    choose(window, "scene")
    settle(window, qtbot)
    press(window, qtbot, "4")
    name(window, qtbot, "t", "smoke")
    press(window, qtbot, Qt.Key.Key_Escape)
    name(window, qtbot, "u", "verif")
    other = choose(window, "stripes")
    before = rows(case_path)
    press(window, qtbot, ".")
    found = item(desk, other)
    assert (found.warning.level, found.tags, found.status) == (Level.GRAPHIC, ("smoke",), Status.VERIFIED)
    assert rows(case_path) == before + 1
    assert "Repeated on 1 item" in window.notices.sentence
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert item(desk, other).tags == ()


def test_what_was_taken_back_is_not_repeated(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    choose(window, "scene")
    settle(window, qtbot)
    press(window, qtbot, "3")
    press(window, qtbot, "5")
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    other = choose(window, "stripes")
    press(window, qtbot, Qt.Key.Key_Period, CTRL)
    assert item(desk, other).warning.level is Level.MILD


def test_ctrl_enter_gives_all_copies_the_same(window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot) -> None:
    first, copy = choose(window, "4 copy"), choose(window, "2 scene")
    settle(window, qtbot)
    press(window, qtbot, Qt.Key.Key_Return, CTRL)
    assert "nothing to give" in window.notices.sentence
    press(window, qtbot, "4")
    before = rows(case_path)
    press(window, qtbot, Qt.Key.Key_Return, CTRL)
    assert item(desk, first).warning.level is Level.GRAPHIC
    assert "1 item changed" in window.notices.sentence
    name(window, qtbot, "t", "smoke", CTRL)
    assert item(desk, first).tags == item(desk, copy).tags == ("smoke",)
    assert rows(case_path) == before + 2
    desk.grid.setFocus()
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert item(desk, first).tags == item(desk, copy).tags == ()


def test_a_name_is_found_by_a_part_of_it_in_any_letter_form(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    line = NameLine()
    qtbot.addWidget(line)
    line.set_known({"Smoke": 3, "Big smoke": 9, "مدرسة حاس": 1, "إدلب": 4, "Ḩāss": 2, "unsmoked": 50})
    assert line.matches("smo") == ["Smoke", "Big smoke", "unsmoked"]
    assert line.matches("ادلب") == ["إدلب"]
    assert line.matches("مدرسه") == ["مدرسة حاس"]
    assert line.matches("hass") == ["Ḩāss"]
    line.used("Big smoke")
    assert line.matches("")[0] == "Big smoke"


def test_enter_takes_the_first_that_fits_and_backspace_takes_the_last_off(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    number = choose(window, "scene")
    settle(window, qtbot)
    name(window, qtbot, "t", "smoke over houses")
    line = window.focusWidget()
    assert isinstance(line, NameLine)
    write(line, "crater")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    other = choose(window, "stripes")
    settle(window, qtbot)
    name(window, qtbot, "t", "houses")
    assert item(desk, other).tags == ("smoke over houses",)
    choose(window, "scene")
    settle(window, qtbot)
    press(window, qtbot, "t")
    press(window, qtbot, Qt.Key.Key_Backspace)
    assert item(desk, number).tags == ("smoke over houses",)


def test_a_warning_of_a_copy_is_offered_and_never_set(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    copy = choose(window, "4 copy")
    choose(window, "2 scene")
    settle(window, qtbot)
    press(window, qtbot, "5")
    choose(window, "4 copy")
    settle(window, qtbot)
    button = next(b for b in desk.inspector.findChildren(QPushButton) if "same warning" in b.text())
    assert button.isVisible()
    assert item(desk, copy).warning.level is Level.UNASSESSED
    press(window, qtbot, "w")
    assert item(desk, copy).warning.level is Level.EXTREME
    assert not button.isVisible()


def test_history_tells_in_sentences_what_was_done_and_taken_back(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    choose(window, "scene")
    settle(window, qtbot)
    press(window, qtbot, "4")
    name(window, qtbot, "t", "smoke")
    desk.grid.setFocus()
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    pages = desk.inspector._pages
    pages.setCurrentIndex(next(each for each in range(pages.count()) if pages.tabText(each) == "History"))

    def told() -> str:
        said = "\n".join(each.text() for each in desk.inspector._history.findChildren(QLabel) if each.isVisible())
        return "".join(c for c in said if c not in "\u2068\u2069")

    qtbot.waitUntil(lambda: "The warning went from" in told() and "Took back" in told())
    plain = told()
    assert "The warning went from Not assessed to Graphic." in plain
    assert "The tag smoke was added." in plain
    assert "Took back: tag smoke." in plain
    assert "It was imported from" in plain


def test_several_items_show_how_many_bear_what(window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot) -> None:
    choose(window, "scene")
    settle(window, qtbot)
    press(window, qtbot, "4")
    box = next(b for b in desk.inspector._warning.findChildren(QCheckBox) if b.text() == "Dead body")
    qtbot.waitUntil(box.isEnabled)
    box.click()
    settle(window, qtbot)
    desk.grid.setFocus()
    press(window, qtbot, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: box.checkState() is Qt.CheckState.PartiallyChecked)
    assert box.text() == "Dead body (1 of 6)"
    texts = [each.text() for each in desk.inspector.findChildren(QLabel) if each.isVisible()]
    assert any("Graphic (1 of 6)" in text for text in texts)


def test_a_digit_leads_on_where_that_is_wanted(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.grid.go_to(desk.model.ids[0])
    go_on = window.actions_.by_name["go_on"]
    assert isinstance(go_on, QAction)
    go_on.trigger()
    try:
        press(window, qtbot, "2")
        press(window, qtbot, "3")
        levels = [item(desk, each).warning.level for each in desk.model.ids[:2]]
        assert levels == [Level.NONE, Level.MILD]
        assert desk.grid.current == desk.model.ids[2]
    finally:
        go_on.trigger()
    press(window, qtbot, "2")
    assert desk.grid.current == desk.model.ids[2]


def test_a_verdict_is_taken_back_and_made_again(window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot) -> None:
    number = choose(window, "2 scene")
    settle(window, qtbot)
    desk.inspector._pages.setCurrentIndex(1)
    button = next(b for b in desk.inspector._copies.findChildren(QPushButton) if b.text() == "Different")
    button.click()
    settle(window, qtbot)
    desk.grid.setFocus()
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    press(window, qtbot, Qt.Key.Key_Y, CTRL)
    with Case.open(case_path, actor="x", read_only=True) as case:
        assert [link.verdict for link in case.detail(number).links] == [Verdict.DIFFERENT]


def test_many_are_changed_at_once_after_seeing_what_changes(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    choose(window, "scene")
    settle(window, qtbot)
    press(window, qtbot, "4")
    name(window, qtbot, "t", "smoke")
    desk.grid.setFocus()
    desk.grid.selectAll()
    before = rows(case_path)
    window.actions_.by_name["bulk"].trigger()
    qtbot.waitUntil(lambda: bool(desk.findChildren(BulkEdit)))
    (dialog,) = desk.findChildren(BulkEdit)
    assert not dialog._go.isEnabled()
    dialog._level.setCurrentIndex(dialog._level.findData(Level.GRAPHIC))
    dialog._add_incident.setText("Hass school")
    dialog._add_tags.setText("smoke، crater")
    dialog._content["burns"].setCheckState(Qt.CheckState.Checked)
    dialog._content["child-victim"].setCheckState(Qt.CheckState.Checked)
    dialog._content["other"].setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(dialog._go.isEnabled)
    plain = "".join(c for c in dialog._list.toPlainText() if c not in "\u2068\u2069")
    assert "warning Graphic: 5 items. As wanted already: 1." in plain
    assert "5 items: Not assessed → Graphic" in plain
    assert "tag smoke: 5 items. As wanted already: 1." in plain
    assert "tag crater: 6 items. As wanted already: 0." in plain
    assert "Made first, for there is none of the name yet: Hass school" in plain
    assert rows(case_path) == before
    assert dialog._go.text() == "Change 6 items"
    dialog.accept()
    settle(window, qtbot)
    assert rows(case_path) == before + 1
    assert all(set(item(desk, each).tags) == {"smoke", "crater"} for each in desk.model.ids)
    assert all(set(item(desk, each).warning.content) == {"burns", "child-victim"} for each in desk.model.ids)
    with qtbot.waitActive(window):
        window.activateWindow()
    desk.grid.setFocus()
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert [item(desk, each).tags for each in desk.model.ids].count(("smoke",)) == 1


def test_undo_names_what_other_pages_have_changed(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = choose(window, "2 scene")
    settle(window, qtbot)
    region = Region(region=0, item=number, shape=Shape.BOX, points=((0.1, 0.1), (0.5, 0.5)), label="dome")
    desk.runner.change(lambda case: case.regions.add(region)[1], desk.changed)
    undo = window.actions_.by_name["undo"]
    qtbot.waitUntil(lambda: "dome" in undo.text())
    press(window, qtbot, Qt.Key.Key_Z, CTRL)
    assert "dome" in window.notices.sentence
    qtbot.waitUntil(lambda: "dome" in window.actions_.by_name["redo"].text())
