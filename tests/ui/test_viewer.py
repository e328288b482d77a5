"""The photo viewer in the window: what is read, what is kept in memory, and its tools."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Kind, Level
from tests.makers import photo, scene, with_thumbnail
from tests.ui.conftest import choose, settle
from tests.ui.test_shield import hold, red, release
from ui.main_window import MainWindow
from ui.viewer import pictures

# --- in the window: what is read and what is kept


def test_a_bare_picture_is_forgotten_when_the_shield_closes_and_read_again(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    canvas = window.desk.viewer.canvas
    window.desk.open_item(choose(window, "stripes"))
    qtbot.waitUntil(lambda: canvas.picture.bare, timeout=20_000)
    hold(canvas)
    assert red(canvas) > 50
    release(canvas)
    number = window.desk.viewer.item.item if window.desk.viewer.item else 0
    assert not canvas.picture.bare
    assert canvas.picture.stand_in.isNull()
    assert (number, True) not in window.desk.thumbnails._images
    hold(canvas)
    qtbot.waitUntil(lambda: canvas.picture.bare and red(canvas) > 50, timeout=20_000)
    release(canvas)
    qtbot.wait(50)
    assert not canvas.picture.bare


def test_leaving_a_covered_item_forgets_its_picture(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    canvas = window.desk.viewer.canvas
    window.desk.open_item(choose(window, "stripes"))
    qtbot.waitUntil(lambda: canvas.picture.bare, timeout=20_000)
    window.desk.show_grid()
    assert not canvas.picture.bare


def test_only_pictures_that_are_not_covered_are_read_ahead(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    first, second = desk.model.ids[:2]
    change = Change(warning=ContentWarning(level=Level.MILD))
    desk.apply(lambda case, items: case.annotate(items, change), [first, second])
    settle(window, qtbot)
    desk.open_item(first)
    kept = desk.viewer._photos._kept
    qtbot.waitUntil(lambda: second in kept, timeout=20_000)
    qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_Right)
    assert desk.viewer.canvas.picture.bare  # at once
    qtbot.wait(400)
    assert set(kept) == {first, second}  # and not the third, which is covered
    qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_Left)
    change = Change(warning=ContentWarning(level=Level.GRAPHIC))
    desk.apply(lambda case, items: case.annotate(items, change), [second])
    settle(window, qtbot)
    assert second not in kept


def test_running_through_items_queues_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    assert desk is not None
    read: list[int] = []
    really = pictures.photo

    def photo_of(number: int, *rest: object) -> object:
        work = really(number, *rest)  # type: ignore[arg-type] # handed on as it came
        return lambda case: (read.append(number), work(case))[1]

    monkeypatch.setattr(pictures, "photo", photo_of)
    desk.open_item(desk.model.ids[0])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(desk.viewer.canvas, key)
    last = desk.viewer.item
    assert last is not None
    assert last.kind is Kind.PHOTO
    qtbot.waitUntil(lambda: desk.viewer.canvas.picture.bare, timeout=20_000)
    assert len(read) <= 2
    assert read[-1] == last.item


def test_the_thumbnail_inside_a_file_is_shown_beside_it_and_covered_with_it(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    grey = scene(5).convert("L")
    red_and_black = scene(6, 160, 120).convert("L").point(lambda value: 255 * (value > 120))
    black = Image.new("L", red_and_black.size)
    file = with_thumbnail(
        photo(tmp_path / "edited.jpg", image=grey.convert("RGB")), Image.merge("RGB", (red_and_black, black, black))
    )
    with Case.create(tmp_path / "case", title="Edited", actor="Rana") as case:
        list(case.import_files([file], workers=1))
    window = open_window(tmp_path / "case")
    qtbot.waitUntil(lambda: window.desk is not None and len(window.desk.model.ids) == 1)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.model.item_at(0) is not None)
    desk.open_item(choose(window, "edited"))
    pane = desk.viewer.tools.embedded
    qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "another picture" in pane.sentence.text(), timeout=20_000)
    assert red(window) == 0
    hold(desk.viewer.canvas)
    qtbot.waitUntil(lambda: red(pane) > 20, timeout=20_000)
    release(desk.viewer.canvas)
    assert red(window) == 0
    assert not pane.canvas.picture.bare


def test_keys_open_and_close_the_tools(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    desk.open_item(choose(window, "2 scene"))
    viewer = desk.viewer
    qtbot.waitUntil(lambda: not viewer.canvas.empty, timeout=20_000)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_D)
    assert viewer.tools.facts.isVisible()
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_G, shift)
    assert viewer.tools.levels.isVisible()
    assert window.shield.looking is False
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not viewer.tools.levels.isVisible()
    assert desk.viewing
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_H)
    assert viewer.canvas.view.mirrored
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_Backspace)
    assert not viewer.canvas.view.changed


def test_a_look_begun_from_the_levels_ends_with_them(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    desk.open_item(choose(window, "stripes"))
    viewer = desk.viewer
    qtbot.waitUntil(lambda: viewer.canvas.picture.bare, timeout=20_000)
    viewer.tools.toggle_levels()
    hold(QApplication.focusWidget())
    assert red(viewer.canvas) > 50
    window.search.setFocus()
    assert not window.shield.looking
    assert red(window) == 0


def test_a_bare_thumbnail_that_comes_after_the_shield_closed_is_not_kept(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    number = choose(window, "stripes")
    item = desk.model.item_at(desk.model.row_of(number))
    assert item is not None
    window.shield.look()
    assert desk.thumbnails.image(item, bare=True) is None  # it is on its way
    window.shield.cover()
    settle(window, qtbot)
    assert (number, True) not in desk.thumbnails._images


def test_a_thumbnail_from_before_its_item_was_covered_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    number = choose(window, "stripes")
    qtbot.keyClick(desk.grid, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: (number, True) in desk.thumbnails._images, timeout=10_000)
    qtbot.keyClick(desk.grid, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: (number, True) not in desk.thumbnails._images, timeout=10_000)
