"""The grid's page: stacks, selection, sizes, filters with counts, searches that are saved, and keeping one's place."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Filter, Level, Sort, Status
from tests.synthetic import make_case
from tests.ui.conftest import choose, settle, write
from tests.ui.test_shield import hold, red, release
from ui.desk import Desk
from ui.library import carry
from ui.library.dates import without_gaps
from ui.library.grid import SCALES
from ui.library.told import told
from ui.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = ContentWarning(level=Level.NONE)


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> Desk:
    assert window.desk is not None
    settle(window, qtbot)
    return window.desk


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty items, of which 3 to 5 and 10 to 13 are copies."""
    path = make_case(tmp_path_factory.mktemp("forty") / "case", 40)
    with sqlite3.connect(path / "case.sqlite") as connection:
        for first, last in ((3, 5), (10, 13)):
            connection.execute(  # alike, so that the first is the best
                "UPDATE items SET copy_group = ?, latitude = 35.0, longitude = 37.0, captured_at = '2016-05-05'"
                " WHERE item BETWEEN ? AND ?", (first, first, last)
            )  # fmt: skip
        connection.execute("UPDATE items SET warning_level = 'none', covered = 0")
        connection.execute("UPDATE items SET bytes = 1000 - item")
    connection.close()
    return path


@pytest.fixture
def many(open_window: Callable[[Path | None], MainWindow], forty: Path, qtbot: QtBot) -> Desk:
    desk = open_window(forty).desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) == 40 and desk.model.item_at(0) is not None, timeout=10_000)
    qtbot.waitUntil(lambda: desk._furnished)
    desk.grid.setFocus()
    return desk


def stack(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.grid, Qt.Key.Key_S, SHIFT)
    qtbot.waitUntil(lambda: desk.model.stacked, timeout=5000)
    qtbot.waitUntil(lambda: desk.model.settled)


def counted(desk: Desk, name: str) -> dict[str, int | None]:
    return {value.code: value.count for value in desk.filters._facets[name]._values}


def test_copies_are_one_cell_that_opens_in_its_place_and_closes(many: Desk, qtbot: QtBot) -> None:
    stack(many, qtbot)
    assert list(many.model.shown[:5]) == [1, 2, 3, 6, 7]
    assert len(many.model.ids) == 40
    many.grid.go_to(3)
    qtbot.keyClick(many.grid, "o")
    assert list(many.model.shown[:6]) == [1, 2, 3, 4, 5, 6]
    assert many.grid.current == 3
    qtbot.keyClick(many.grid, Qt.Key.Key_Right)
    assert many.grid.current == 4
    qtbot.keyClick(many.grid, "o")
    assert list(many.model.shown[:4]) == [1, 2, 3, 6]
    assert many.grid.current == 3
    qtbot.keyClick(many.grid, Qt.Key.Key_S, SHIFT)
    qtbot.waitUntil(lambda: list(many.model.shown) == list(many.model.ids), timeout=5000)


def test_every_cell_shows_its_own_item_while_stacks_are_open_and_the_filter_changes(many: Desk, qtbot: QtBot) -> None:
    stack(many, qtbot)
    many.grid.go_to(3)
    many.grid.toggle_stack()
    for text in ("0000", "00000", ""):
        many.filters.apply(Filter(text=text or None))
        qtbot.waitUntil(lambda text=text: many.library.bar._wanted.text == (text or None), timeout=5000)
        qtbot.waitUntil(lambda: many.model.settled)
        for row, number in enumerate(many.model.shown):
            item = many.model.item_at(row)
            qtbot.waitUntil(lambda row=row: many.model.item_at(row) is not None)
            assert (item or many.model.item_at(row)).item == number
    assert list(many.model.shown[:6]) == [1, 2, 3, 4, 5, 6]


def test_a_closed_stack_is_all_its_items_and_the_status_bar_says_so(many: Desk, qtbot: QtBot) -> None:
    stack(many, qtbot)
    many.grid.go_to(2)
    qtbot.keyClick(many.grid, Qt.Key.Key_Right, SHIFT)
    assert list(many.selection) == [2, 3, 4, 5]
    assert many.grid.selected_cells == 2
    said = many.library.status(len(many.selection), in_grid=True)
    assert "40 items in 35 cells" in said
    assert "4 selected, with all that their closed stacks hold" in said
    qtbot.keyClick(many.grid, Qt.Key.Key_A, CTRL)
    assert sorted(many.selection) == list(range(1, 41))


def test_going_to_an_item_in_a_closed_stack_opens_it(many: Desk, qtbot: QtBot) -> None:
    stack(many, qtbot)
    many.go_to(12)
    assert many.grid.current == 12
    assert list(many.selection) == [12]


def test_a_closed_stack_is_covered_where_any_of_its_items_is(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    stripes, scene = choose(window, "stripes"), choose(window, "2 scene")
    with sqlite3.connect(desk.runner.path / "case.sqlite") as connection:
        connection.execute(
            "UPDATE items SET copy_group = ?, warning_level = 'none', covered = 0, width = 9000 WHERE item = ?",
            (stripes, stripes),
        )
        connection.execute("UPDATE items SET copy_group = ? WHERE item = ?", (stripes, scene))
        connection.execute("UPDATE items SET copy_group = NULL WHERE name LIKE '4%'")
    connection.close()
    desk.refresh()
    desk.model.refresh([stripes, scene])
    choose(window, "stripes")
    qtbot.waitUntil(lambda: red(desk.grid) > 50, timeout=5000)
    stack(desk, qtbot)
    assert desk.model.row_of(scene) == desk.model.row_of(stripes)
    assert red(desk.grid) == 0
    desk.grid.go_to(desk.model.shown[desk.model.row_of(stripes)])
    assert red(desk.grid) == 0
    hold(desk.grid)
    qtbot.waitUntil(lambda: red(desk.grid) > 50, timeout=5000)
    release(desk.grid)
    assert red(desk.grid) == 0
    desk.grid.toggle_stack()
    qtbot.waitUntil(lambda: red(desk.grid) > 50, timeout=5000)


def test_shift_selects_a_range_control_moves_alone_and_control_space_adds(many: Desk, qtbot: QtBot) -> None:
    grid, columns = many.grid, many.grid.columns
    tops = [grid.visualRect(many.model.index(row)).top() for row in range(columns + 1)]
    assert tops[0] == tops[columns - 1] < tops[columns]
    grid.go_to(1)
    qtbot.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    assert list(many.selection) == list(range(1, columns + 2))
    qtbot.keyClick(grid, Qt.Key.Key_Up, SHIFT)
    assert list(many.selection) == [1]
    for _ in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Right, CTRL)
    assert (grid.current, list(many.selection)) == (3, [1])
    qtbot.keyClick(grid, Qt.Key.Key_Space, CTRL)
    assert list(many.selection) == [1, 3]
    qtbot.keyClick(grid, Qt.Key.Key_A, CTRL | SHIFT)
    assert list(many.selection) == [2, *range(4, 41)]
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert list(many.selection) == [40]
    qtbot.keyClick(grid, Qt.Key.Key_Home, SHIFT)
    assert len(many.selection) == 40
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    for _ in range(columns):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current == columns + 1  # on to the next line


def test_the_mouse_selects_as_in_a_file_manager(many: Desk, qtbot: QtBot) -> None:
    grid = many.grid

    def at(number: int) -> QPoint:
        return grid.visualRect(many.model.index(many.model.row_of(number))).center()

    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(grid.viewport(), left, pos=at(1))
    qtbot.mouseClick(grid.viewport(), left, SHIFT, pos=at(3))
    assert list(many.selection) == [1, 2, 3]
    qtbot.mouseClick(grid.viewport(), left, CTRL, pos=at(2))
    assert list(many.selection) == [1, 3]
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, pos=at(3))
    assert list(many.selection) == [1, 3]
    qtbot.mouseClick(grid.viewport(), left, pos=at(1))
    assert list(many.selection) == [1]
    qtbot.mousePress(grid.viewport(), left, pos=at(2))
    qtbot.mouseMove(grid.viewport(), at(2) + QPoint(20, 0))
    below = 2 + grid.columns
    qtbot.mouseMove(grid.viewport(), at(below))
    qtbot.mouseRelease(grid.viewport(), left, pos=at(below))
    assert list(many.selection) == [2, below]


def test_what_is_dragged_out_is_text_under_a_sign_without_any_picture(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    number = choose(window, "stripes")
    with Case.open(case_path, actor="x", read_only=True) as case:
        text = carry.lines(case, [number])
        assert case.items([number])[0].sha256 in text
    assert carry.mime(text).formats() == ["text/plain"]
    image = carry.sign(desk.grid, 1).toImage()
    colors = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert not any(color.red() > 150 and color.green() < 90 for color in colors)


def test_the_menu_offers_what_can_be_done_with_the_selected_items(many: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(many.grid, Qt.Key.Key_Menu)
    many.grid.menu_wanted.emit(QPoint(10, 10))
    menu = many.library.findChild(QMenu)
    assert menu is not None
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert {"incident", "place", "status", "tags", "copy", "invert"} <= set(names)
    menu.close()


def test_cells_have_sizes_that_are_remembered(many: Desk, qtbot: QtBot) -> None:
    window = many.window()
    widths = []
    for _ in range(len(SCALES)):
        qtbot.keyClick(many.grid, Qt.Key.Key_Minus, CTRL)
    for _ in SCALES:
        widths.append(many.grid._cells.cell(many.grid.fontMetrics()).width())
        qtbot.keyClick(many.grid, Qt.Key.Key_Plus, CTRL)
    assert len(SCALES) >= 4
    assert widths == sorted(set(widths))
    assert many.library.bar.scale.value() == len(SCALES) - 1
    window.open_case(many.runner.path)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not many, timeout=10_000)
    assert window.desk.grid.scale == len(SCALES) - 1
    window.desk.grid.set_scale(2)


def test_counts_go_with_the_other_filters_and_several_values_can_be_ticked(many: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: counted(many, "kind").get("photo") == 38, timeout=5000)
    many.filters.choose("kind", "video")
    qtbot.waitUntil(lambda: len(many.model.ids) == 2, timeout=5000)
    qtbot.waitUntil(lambda: sum(count or 0 for count in counted(many, "status").values()) == 2, timeout=5000)
    assert counted(many, "kind") == {"photo": 38, "video": 2, "document": 0, "frame": 0}
    facet = many.filters._facets["kind"]
    facet.list.setFocus()
    facet.list.setCurrentRow(0)
    qtbot.keyClick(facet.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(many.model.ids) == 40, timeout=5000)
    assert many.wanted().kind == ("photo", "video")
    qtbot.keyClick(facet.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(many.model.ids) == 38, timeout=5000)


def test_chips_say_what_is_filtered_and_take_it_away(many: Desk, qtbot: QtBot) -> None:
    wanted = Filter(text="img", has_position=True, since="2016-02", until="2016-02")
    many.filters.apply(replace(wanted, status=(Status.VERIFIED,)))
    bar = many.library.bar

    def chips() -> list[QPushButton]:
        return [chip for chip in bar.findChildren(QPushButton) if chip.isVisibleTo(bar)]

    qtbot.waitUntil(lambda: len(chips()) == 5, timeout=5000)
    next(chip for chip in chips() if "Status" in chip.text()).click()
    qtbot.waitUntil(lambda: len(chips()) == 4, timeout=5000)
    assert many.wanted() == wanted
    chips()[-1].click()
    qtbot.waitUntil(lambda: chips() == [] and len(many.model.ids) == 40, timeout=5000)


def test_nothing_found_says_for_what_and_offers_to_clear(many: Desk, qtbot: QtBot) -> None:
    write(many.filters._search, "zzzz")
    qtbot.waitUntil(lambda: many.library.clear.isVisible(), timeout=5000)
    assert "zzzz" in many.library._nothing_said.text()
    many.show_grid()
    assert many.library.clear.hasFocus()
    qtbot.keyClick(many.library.clear, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(many.model.ids) == 40 and many.grid.isVisible(), timeout=5000)


def test_a_range_of_dates_is_chosen_by_keyboard_and_shown_closer(many: Desk, qtbot: QtBot) -> None:
    bars = many.filters.dates.bars
    qtbot.waitUntil(lambda: len(bars._bars) > 3, timeout=5000)
    months = [name for name, _ in bars._bars]
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    qtbot.keyClick(bars, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert (many.wanted().since, many.wanted().until) == (months[0], months[1])
    qtbot.waitUntil(lambda: len(bars._bars[0][0]) == 10, timeout=5000)
    qtbot.keyClick(bars, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: [name for name, _ in bars._bars] == months, timeout=5000)
    line = many.filters.dates.since
    line.setFocus()
    write(line, "2016-13")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert many.wanted().since is None
    assert line.property("wrong") is True
    line.clear()
    write(line, "2016-12")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert many.wanted().since == "2016-12"


def test_bars_with_nothing_between_others_are_drawn_too() -> None:
    assert without_gaps({"2016-11": 2, "2017-02": 1}) == [
        ("2016-11", 2),
        ("2016-12", 0),
        ("2017-01", 0),
        ("2017-02", 1),
    ]
    assert without_gaps({"2016-02-28": 1, "2016-03-01": 1})[1] == ("2016-02-29", 0)
    assert without_gaps({"0001": 1, "9999": 1, "2016": 2}) == [("0001", 1), ("2016", 2), ("9999", 1)]
    assert without_gaps({}) == []


def test_items_are_ordered_by_likeness_to_the_selected_one_which_is_named(many: Desk, qtbot: QtBot) -> None:
    many.grid.go_to(7)
    box = many.library.bar.order
    box.setCurrentIndex(box.findData(Sort.ALIKE))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: many.model.ids[0] == 7, timeout=5000)
    item = many.model.item_at(0)
    assert item is not None
    assert item.name in box.currentText()
    assert many.grid.current == 7


def test_what_does_not_fit_any_more_stays_marked_until_the_list_is_asked_for_again(many: Desk, qtbot: QtBot) -> None:
    many.apply(lambda case, numbers: case.annotate(numbers, Change(status=Status.UNREVIEWED)), [1, 2, 3])
    many.filters.apply(Filter(status=(Status.UNREVIEWED,)))
    qtbot.waitUntil(lambda: {1, 2, 3} <= set(many.model.ids) and len(many.model.ids) < 40, timeout=5000)
    before = list(many.model.ids)
    many.apply(lambda case, numbers: case.annotate(numbers, Change(status=Status.VERIFIED)), [2])
    qtbot.waitUntil(lambda: many.model.gone == {2}, timeout=5000)
    assert list(many.model.ids) == before
    assert "no longer in this filter" in str(many.model.data(many.model.index(1), Qt.ItemDataRole.ToolTipRole))
    assert "1 no longer in this filter" in many.library.status(0, in_grid=True)
    many._grown()  # an import goes on meanwhile
    settle(many.window(), qtbot)
    assert list(many.model.ids) == before
    assert many.model.gone == {2}
    many.refresh()
    qtbot.waitUntil(lambda: 2 not in many.model.ids, timeout=5000)
    assert many.model.gone == frozenset()
    many.changes.undo()
    qtbot.waitUntil(lambda: list(many.model.ids) == before, timeout=5000)


def test_a_search_is_saved_applied_renamed_and_forgotten_by_keyboard(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    saved = desk.filters.saved
    desk.filters.apply(Filter(text="scene", sort=Sort.NAME, descending=True))
    settle(window, qtbot)
    desk.grid.setFocus()
    qtbot.keyClick(desk.grid, Qt.Key.Key_S, CTRL)
    assert saved.name.hasFocus()
    saved.name.clear()
    write(saved.name, "مشاهد")
    qtbot.keyClick(saved.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: saved.list.count() == 1, timeout=5000)
    desk.filters.apply(Filter())
    qtbot.waitUntil(lambda: len(desk.model.ids) == 6, timeout=5000)
    saved.list.setFocus()
    saved.list.setCurrentRow(0)
    qtbot.keyClick(saved.list, Qt.Key.Key_Return)
    assert desk.wanted() == Filter(text="scene", sort=Sort.NAME, descending=True)
    qtbot.keyClick(saved.list, Qt.Key.Key_F2)
    write(saved.name, "scenes")
    qtbot.keyClick(saved.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "scenes" in saved.list.item(0).text(), timeout=5000)
    saved.list.setCurrentRow(0)
    for _ in range(2):
        assert saved.list.count() == 1
        qtbot.keyClick(saved.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: saved.list.count() == 0, timeout=5000)


def test_every_condition_of_a_filter_is_told_and_can_be_taken_away() -> None:
    wanted = Filter(
        text="a", kind=("video",), status=(Status.VERIFIED,), warning=(Level.MILD,), incident=("x",), place=("",),
        camera=("c",), tag=("t", ""), review=("awaits:Omar",), near=(1.0, 2.0, 3.0), since="2016", dated=True,
        duplicates=False, problems=True, has_position=False, covered=True, items=(1,),
    )  # fmt: skip
    conditions = told(wanted)
    assert len(conditions) == 17
    for each in conditions:
        assert each.text
        wanted = each.without(wanted)
    assert wanted == Filter()
