"""No surface shows a covered picture unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Item, Level
from tests.ui.conftest import choose, red_stripes, settle
from ui.library.cells import describe
from ui.library.model import ItemModel
from ui.main_window import MainWindow
from ui.shield.shield import COVER_CELLS, FEWEST_CELLS, MOST_CELLS, ShieldLook, cover


def red(widget: QWidget) -> int:
    """How many sampled points of a surface are as red as the test picture."""
    image = widget.grab().toImage()
    return red_points(image)


def red_points(image: QImage) -> int:
    colors = (image.pixelColor(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return sum(1 for color in colors if color.red() > 150 and color.green() < 90 and color.blue() < 90)


def hold(widget: QWidget, *, repeat: bool = False) -> None:
    QApplication.sendEvent(
        widget,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeat),
    )


def release(widget: QWidget, *, repeat: bool = False) -> None:
    QApplication.sendEvent(
        widget,
        QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeat),
    )


def test_a_cover_keeps_neither_colour_nor_lines() -> None:
    picture = red_stripes()
    image = QImage(picture.tobytes(), 320, 240, 960, QImage.Format.Format_RGB888)
    covered = cover(image)
    assert covered.isGrayscale()
    row = [covered.pixelColor(x, covered.height() // 2).red() for x in range(covered.width())]
    assert max(row) - min(row) < 20
    assert covered.width() / COVER_CELLS < 20


@pytest.mark.parametrize("cells", [1, FEWEST_CELLS, MOST_CELLS, 5000])
@pytest.mark.parametrize("grey", [True, False])
def test_no_setting_of_a_cover_lets_lines_through(cells: int, grey: bool) -> None:
    picture = red_stripes()
    image = QImage(picture.tobytes(), 320, 240, 960, QImage.Format.Format_RGB888)
    covered = cover(image, ShieldLook(cells=cells, grey=grey))
    row = [covered.pixelColor(x, covered.height() // 2).red() for x in range(covered.width())]
    assert max(row) - min(row) < 60  # of 255 between the stripes
    assert covered.isGrayscale() == grey


def test_another_look_of_covers_reaches_the_covers_that_are_on_show(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    choose(window, "stripes")
    qtbot.waitUntil(lambda: window.desk.thumbnails.image(current(window), bare=False) is not None)
    window.shield.set_style(ShieldLook(cells=16, grey=False))
    qtbot.waitUntil(lambda: not grey_cover(window), timeout=5000)
    qtbot.keyClick(window.desk.grid, Qt.Key.Key_Return)
    canvas = window.desk.viewer.canvas
    qtbot.waitUntil(lambda: not canvas.empty, timeout=20_000)
    assert not canvas.grab().toImage().isGrayscale()
    window.shield.set_style(ShieldLook())
    qtbot.waitUntil(lambda: grey_cover(window), timeout=5000)
    assert red(canvas) == 0


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1), (13, 7), (4000, 10)])
def test_a_cover_has_the_shape_of_its_picture(size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    covered = cover(image)
    assert not covered.isNull()
    assert (covered.width() >= covered.height()) == (size[0] >= size[1])


def test_the_grid_covers_until_space_is_held_and_again_when_it_is_released(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    grid = window.desk.grid
    choose(window, "stripes")
    qtbot.wait(300)
    assert red(grid) == 0
    hold(grid)
    qtbot.waitUntil(lambda: red(grid) > 50)
    release(grid)
    assert red(grid) == 0


def test_a_held_space_uncovers_the_current_cell_alone(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    grid = window.desk.grid
    choose(window, "scene")
    hold(grid)
    qtbot.wait(300)
    assert window.shield.looking
    assert red(grid) == 0


def test_key_repeat_while_space_is_held_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    changes: list[bool] = []
    window.shield.changed.connect(changes.append)
    hold(window.desk.grid)
    for _ in range(5):
        release(window.desk.grid, repeat=True)
        hold(window.desk.grid, repeat=True)
    release(window.desk.grid)
    assert changes == [True, False]


def test_a_held_space_that_x11_repeats_as_presses_and_releases_stays_one(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    window.shield._releasing.setInterval(40)
    changes: list[bool] = []
    window.shield.changed.connect(changes.append)
    for _ in range(4):
        hold(window.desk.grid)
        release(window.desk.grid)
    assert changes == [True]
    window.shield.cover()  # as going to another item does
    hold(window.desk.grid)
    assert changes == [True, False]
    release(window.desk.grid)
    qtbot.waitUntil(lambda: not window.shield._held, timeout=2000)
    hold(window.desk.grid)
    assert changes == [True, False, True]
    release(window.desk.grid)
    qtbot.waitUntil(lambda: not window.shield.looking, timeout=2000)


def test_going_to_another_item_covers_again(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    choose(window, "stripes")
    hold(window.desk.grid)
    choose(window, "scene")
    assert not window.shield.looking


def test_losing_the_keyboard_covers_again(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    hold(window.desk.grid)
    assert window.shield.looking
    window.search.setFocus()
    qtbot.waitUntil(lambda: not window.shield.looking)


def test_the_viewer_covers_until_space_is_held(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    canvas = window.desk.viewer.canvas
    choose(window, "stripes")
    qtbot.keyClick(window.desk.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not canvas.empty, timeout=20_000)
    assert red(window) == 0
    hold(canvas)
    assert red(canvas) > 50
    release(canvas)
    assert red(window) == 0


def test_zooming_and_turning_do_not_uncover(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    viewer = window.desk.viewer
    number = choose(window, "stripes")
    window.desk.open_item(number)
    qtbot.waitUntil(lambda: not viewer.canvas.empty, timeout=20_000)
    for change in (viewer.canvas.zoom_in, viewer.canvas.actual, viewer.canvas.turn, viewer.canvas.fit):
        change()
        assert red(window) == 0


def test_the_frames_of_a_covered_video_are_covered(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    viewer = window.desk.viewer
    number = choose(window, "clip")
    window.desk.open_item(number)
    qtbot.waitUntil(lambda: not viewer.canvas.empty, timeout=20_000)
    settle(window, qtbot)
    image = window.desk.middle.grab().toImage()
    saturated = 0
    for x in range(0, image.width(), 5):
        for y in range(40, image.height(), 5):
            color = image.pixelColor(x, y)
            bright = max(color.red(), color.green(), color.blue())
            saturated += color.saturation() > 120 and bright > 120 and color.blue() < color.red() + color.green()
    assert saturated == 0
    frames = viewer.footage.timeline._frames
    for key, covered in ((Qt.Key.Key_2, False), (Qt.Key.Key_4, True)):
        qtbot.keyClick(viewer.canvas, key)
        qtbot.waitUntil(lambda covered=covered: item(frames, frames.ids[0]).covered is covered, timeout=5000)


def test_what_is_said_not_to_be_graphic_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    choose(window, "stripes")
    qtbot.keyClick(window.desk.grid, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: red(window.desk.grid) > 50, timeout=5000)
    qtbot.keyClick(window.desk.grid, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: red(window.desk.grid) == 0, timeout=5000)


def test_a_warning_given_to_one_copy_covers_the_others(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    original, copy = choose(window, "2 scene"), choose(window, "4 copy")
    desk.apply(lambda case, numbers: case.annotate(numbers, mild()), [original, copy])
    settle(window, qtbot)
    assert not item(desk.model, original).covered
    choose(window, "4 copy")
    qtbot.keyClick(desk.grid, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: item(desk.model, original).covered, timeout=5000)
    assert "a copy of it is covered" in " ".join(describe(item(desk.model, original)))


def test_the_cover_says_why(window: MainWindow, case_path: Path, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    number = choose(window, "stripes")
    warning = ContentWarning(level=Level.GRAPHIC, content=("child-victim", "dead-body"))
    desk.apply(lambda case, numbers: case.annotate(numbers, Change(warning=warning)), [number])
    settle(window, qtbot)
    said = " ".join(describe(item(desk.model, number))).casefold()
    assert "covered: graphic: child victim, dead body" in said


def test_a_drag_covers_what_space_held_open_for_it_takes_the_keys(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    choose(window, "stripes")
    dragged: list[bool] = []
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    monkeypatch.setattr(QDrag, "exec", lambda *_: dragged.append(window.shield.looking))
    hold(desk.grid)
    assert window.shield.looking
    desk.grid.carried.emit()
    qtbot.waitUntil(lambda: bool(dragged))
    assert dragged == [False]
    hold(desk.grid)  # the next press opens again, though nobody heard the first one end
    assert window.shield.looking
    release(desk.grid)


def test_tool_tip_clipboard_and_dragging_carry_no_picture(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    choose(window, "stripes")
    index = desk.grid.currentIndex()
    assert "<img" not in str(desk.model.data(index, Qt.ItemDataRole.ToolTipRole))
    assert desk.model.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert not desk.grid.dragEnabled()
    assert not desk.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(desk.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "stripes" in QGuiApplication.clipboard().text())
    assert not QGuiApplication.clipboard().mimeData().hasImage()


def test_a_file_name_with_markup_stays_text_in_the_tool_tip(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.makers import photo

    file = photo(tmp_path / "<img src=x onerror=1>.png")
    with Case.create(tmp_path / "case", title="Names", actor="Rana") as case:
        list(case.import_files([file], workers=1))
    window = open_window(tmp_path / "case")
    assert window.desk is not None
    qtbot.waitUntil(lambda: len(window.desk.model.ids) == 1 and window.desk.model.item_at(0) is not None)
    told = str(window.desk.model.data(window.desk.model.index(0), Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in told
    assert "&lt;img" in told


def current(window: MainWindow) -> Item:
    assert window.desk is not None
    assert window.desk.grid.current is not None
    return item(window.desk.model, window.desk.grid.current)


def grey_cover(window: MainWindow) -> bool:
    """Whether the cover of the current item is there, and grey."""
    assert window.desk is not None
    image = window.desk.thumbnails.image(current(window), bare=False)
    return image is not None and image.isGrayscale()


def mild() -> Change:
    return Change(warning=ContentWarning(level=Level.MILD))


def item(model: ItemModel, number: int) -> Item:
    found = model.item_at(model.row_of(number))
    assert found is not None
    return found
