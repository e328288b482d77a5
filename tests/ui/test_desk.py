"""A person at the desk: finding, tagging, taking back, with the keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Item, Level, Status, Verdict
from tests.ui.conftest import choose, settle, write
from ui.desk import Desk
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def item(desk: Desk, number: int) -> Item:
    found = desk.model.item_at(desk.model.row_of(number))
    assert found is not None
    return found


def names(desk: Desk) -> list[str]:
    return [found.name for row in range(len(desk.model.ids)) if (found := desk.model.item_at(row)) is not None]


def test_digits_set_the_warning_of_the_selected_items(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    for key, level in zip("12345", Level, strict=True):
        number = choose(window, "scene")
        qtbot.keyClick(desk.grid, key)
        settle(window, qtbot)
        assert item(desk, number).warning.level is level


def test_a_level_given_to_many_leaves_each_its_content(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = choose(window, "stripes")
    qtbot.keyClick(desk.grid, "4")
    settle(window, qtbot)
    box = next(b for b in desk.inspector.findChildren(QAbstractButton) if b.text() == "Dead body" and b.isVisible())
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() - box.rect().center() / 1.1)
    settle(window, qtbot)
    assert item(desk, number).warning.content == ("dead-body",)
    desk.grid.setFocus()
    qtbot.keyClick(desk.grid, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(desk.grid, "5")
    settle(window, qtbot)
    assert item(desk, number).warning.content == ("dead-body",)
    assert all(item(desk, each).warning.level is Level.EXTREME for each in desk.model.ids)


def test_a_tag_is_typed_and_taken_back(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = choose(window, "scene")
    settle(window, qtbot)
    qtbot.keyClick(desk.grid, "t")
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, "smoke 12")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert item(desk, number).tags == ("smoke 12",)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert desk.grid.hasFocus()
    qtbot.keyClick(desk.grid, Qt.Key.Key_Z, CTRL)
    settle(window, qtbot)
    assert item(desk, number).tags == ()
    assert "taken back" in window.notices.sentence


def test_a_new_incident_takes_a_second_enter_and_a_known_one_does_not(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    first, second = choose(window, "stripes"), choose(window, "scene")
    settle(window, qtbot)
    qtbot.keyClick(desk.grid, "i")
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, "Hass school")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert item(desk, second).incidents == ()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert item(desk, second).incidents == ("Hass school",)
    assert desk.grid.hasFocus()
    choose(window, "stripes")
    settle(window, qtbot)
    qtbot.keyClick(desk.grid, "i")
    write(line, "hass SCHOOL")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert item(desk, first).incidents == ("Hass school",)


def test_a_new_place_is_made_with_its_coordinates(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    choose(window, "scene")
    settle(window, qtbot)
    coordinates = next(
        line for line in desk.inspector.findChildren(QLineEdit) if line.accessibleName().startswith("Coordinates")
    )
    write(coordinates, "35.5931، 36.6120")
    qtbot.keyClick(desk.grid, "l")
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, "حاس")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    with Case.open(case_path, actor="x", read_only=True) as case:
        place = case.place("حاس")
    assert (place.latitude, place.longitude, place.items) == (35.5931, 36.612, 1)


def test_coordinates_that_make_no_sense_are_refused_in_a_sentence(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = choose(window, "scene")
    settle(window, qtbot)
    desk.inspector.place._at.setText("north of here")
    qtbot.keyClick(desk.grid, "l")
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, "Hass")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert "north of here" in window.notices.sentence
    assert item(desk, number).places == ()


def test_a_note_that_was_not_added_goes_to_the_item_that_it_was_typed_for(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    first, second = choose(window, "2 scene"), choose(window, "stripes")
    for number, name, words in ((first, "2 scene", "the dome"), (second, "stripes", "the wall")):
        choose(window, name)
        settle(window, qtbot)
        qtbot.waitUntil(lambda number=number: list(desk.inspector.shown.numbers) == [number])
        qtbot.keyClick(desk.grid, "n")
        write(window.focusWidget(), words)
        if number == first:  # then nothing is selected at all
            desk.grid.clearSelection()
            settle(window, qtbot)
            qtbot.waitUntil(lambda: not len(desk.inspector.shown.numbers))
    window.close()
    with Case.open(case_path, actor="Rana", read_only=True) as case:
        assert [note.text for note in case.detail(first).notes] == ["the dome"]
        assert [note.text for note in case.detail(second).notes] == ["the wall"]


def test_a_note_and_a_status_reach_the_case(window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot) -> None:
    number = choose(window, "scene")
    settle(window, qtbot)
    qtbot.keyClick(desk.grid, "n")
    text = window.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    write(text, "seen before")
    qtbot.keyClick(text, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(desk.grid, "u")
    choice = window.focusWidget()
    assert isinstance(choice, QComboBox)
    write(choice, "incon")
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert desk.grid.hasFocus()
    with Case.open(case_path, actor="x", read_only=True) as case:
        detail = case.detail(number)
    assert [note.text for note in detail.notes] == ["seen before"]
    assert detail.item.status is list(Status)[-1]


def test_the_verdict_on_a_copy_is_recorded(window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot) -> None:
    number = choose(window, "4 copy")
    settle(window, qtbot)
    desk.inspector._pages.setCurrentIndex(1)
    button = next(b for b in desk.inspector.findChildren(QAbstractButton) if b.text() == "Different")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    with Case.open(case_path, actor="x", read_only=True) as case:
        (link,) = case.detail(number).links
    assert link.verdict is Verdict.DIFFERENT


def test_search_finds_while_typing_whatever_the_spelling(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.grid, Qt.Key.Key_F, CTRL)
    assert window.search.hasFocus()
    write(window.search, "قريه")
    qtbot.waitUntil(lambda: names(desk) == ["3 قرية حاس.jpg"], timeout=5000)
    desk.filters.clear()
    qtbot.waitUntil(lambda: len(desk.model.ids) == 6, timeout=5000)


@pytest.mark.parametrize(
    ("key", "value", "count"),
    [("kind", "video", 1), ("kind", "photo", 5), ("warning", "unassessed", 6), ("status", "verified", 0)],
)
def test_a_filter_lists_what_it_counts(
    window: MainWindow, desk: Desk, qtbot: QtBot, key: str, value: str, count: int
) -> None:
    desk.filters.choose(key, value)
    qtbot.waitUntil(lambda: len(desk.model.ids) == count, timeout=5000)
    qtbot.waitUntil(lambda: next(v.count for v in desk.filters._facets[key]._values if v.code == value) == count)


def test_the_selection_stays_with_its_items_when_the_list_changes(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    numbers = {choose(window, "stripes"), choose(window, "clip")}
    for number in numbers:
        index = desk.model.index(desk.model.row_of(number))
        desk.grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    assert set(desk.grid.selection()) == numbers
    desk.library.bar.last_first.click()
    qtbot.waitUntil(lambda: desk.model.ids[0] > desk.model.ids[1], timeout=5000)
    assert set(desk.grid.selection()) == numbers


def test_an_item_that_cannot_be_read_says_so(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = choose(window, "damaged")
    assert "can't be read" in str(desk.model.data(desk.grid.currentIndex(), Qt.ItemDataRole.ToolTipRole))
    desk.open_item(number)
    settle(window, qtbot)
    assert "can't be read" in desk.viewer.canvas._message


def test_arrows_in_the_viewer_go_on_and_escape_goes_back(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    choose(window, "stripes")
    qtbot.keyClick(desk.grid, Qt.Key.Key_Return)
    assert desk.viewing
    first = desk.viewer.item
    qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_Right)
    settle(window, qtbot)
    assert desk.viewer.item is not None
    assert first is not None
    assert desk.model.row_of(desk.viewer.item.item) == desk.model.row_of(first.item) + 1
    qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_Escape)
    assert desk.grid.hasFocus()
    assert desk.grid.current == desk.viewer.item.item


def test_a_video_is_stepped_frame_by_frame_and_the_frame_kept(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = choose(window, "clip")
    desk.open_item(number)
    viewer = desk.viewer
    qtbot.waitUntil(lambda: viewer.footage.time == 0, timeout=20_000)
    for expected in (0.1, 0.2, 0.3):
        qtbot.keyClick(viewer.canvas, ".")
        qtbot.waitUntil(lambda expected=expected: viewer.footage.time == pytest.approx(expected), timeout=5000)
    qtbot.keyClick(viewer.canvas, ",")
    qtbot.waitUntil(lambda: viewer.footage.time == pytest.approx(0.2), timeout=5000)
    qtbot.keyClick(viewer.canvas, "s")
    qtbot.waitUntil(lambda: len(desk.model.ids) == 7, timeout=20_000)
    kept = item_when_there(desk, desk.model.ids[-1], qtbot)
    assert kept.parent == number
    assert kept.time_in_video == pytest.approx(0.2)


def item_when_there(desk: Desk, number: int, qtbot: QtBot) -> Item:
    qtbot.waitUntil(lambda: desk.model.item_at(desk.model.row_of(number)) is not None)
    return item(desk, number)


def test_a_case_that_is_open_elsewhere_is_offered_for_reading(
    open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot
) -> None:
    with Case.open(case_path, actor="Omar"):
        window = open_window(None)
        window.open_case(case_path)
        qtbot.waitUntil(lambda: bool(window.notices.sentence), timeout=10_000)
        assert "open for writing in another program" in window.notices.sentence
        window.notices._act.click()
        qtbot.waitUntil(lambda: window.desk is not None and len(window.desk.model.ids) == 6, timeout=10_000)
        assert window.actions_.by_name["verify"].isEnabled()
        assert not window.actions_.by_name["undo"].isEnabled()


def test_of_a_folder_that_is_no_case_is_said_so_until_a_case_is_opened(
    open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    window.open_case(case_path.parent)
    qtbot.waitUntil(lambda: "not a case folder" in window.notices.sentence, timeout=10_000)
    assert window.pages.currentWidget() is window.start_page
    window.open_case(case_path)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)
    assert window.notices.sentence == ""
