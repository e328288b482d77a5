"""Regions are drawn, chosen, moved, described, covered and removed on the picture and in the list."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Level
from annotator.region import Cover, Region, Shape
from tests.ui.conftest import choose, settle, write
from tests.ui.test_shield import hold, red, release
from ui.inspector import sentences
from ui.main_window import MainWindow
from ui.shield import parts
from ui.shield.shapes import Points
from ui.viewer.canvas import Canvas
from ui.viewer.region_board import Board

Open = Callable[[str], Board]


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Open:
    """Opens an item alone and waits for its picture and its regions."""

    def open_(name: str) -> Board:
        assert window.desk is not None
        window.desk.open_item(choose(window, name))
        viewer = window.desk.viewer
        qtbot.waitUntil(lambda: not viewer.canvas.empty, timeout=20_000)
        settle(window, qtbot)
        viewer.canvas.setFocus()
        qtbot.waitUntil(viewer.canvas.hasFocus)
        return viewer.regions.board

    return open_


def keys(canvas: Canvas, *typed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in typed:
        QTest.keyClick(canvas, key, held)


def place(canvas: Canvas, x: float, y: float) -> QPoint:
    """Where a point of the picture lies on the canvas."""
    return canvas.on_screen().map(QPointF(x, y)).toPoint()


def drag(canvas: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=place(canvas, *start))
    QTest.mouseMove(canvas, place(canvas, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
    QTest.mouseMove(canvas, place(canvas, *end))
    QTest.mouseRelease(canvas, left, pos=place(canvas, *end))


def one(board: Board) -> Region:
    found = board.one()
    assert found is not None
    return found


def flat_of(points: Points) -> list[float]:
    return [value for point in points for value in point]


def plated(image: QImage) -> bool:
    """Whether the middle of a picture is a plate."""
    return image.pixelColor(image.width() // 2, image.height() // 2) == parts.COVERED


def draw_box(board: Board, qtbot: QtBot, start: tuple[float, float], end: tuple[float, float]) -> Region:
    """Draw a box and leave its words empty."""
    keys(board.canvas, Qt.Key.Key_B)
    drag(board.canvas, start, end)
    qtbot.waitUntil(lambda: board.one() is not None, timeout=5000)
    qtbot.waitUntil(lambda: not board.canvas.hasFocus(), timeout=5000)
    QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Escape)
    qtbot.waitUntil(board.canvas.hasFocus, timeout=5000)
    return one(board)


def test_a_box_is_drawn_with_the_mouse_labelled_and_found(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("2 scene")
    keys(board.canvas, Qt.Key.Key_B)
    drag(board.canvas, (0.25, 0.25), (0.75, 0.5))
    qtbot.waitUntil(lambda: board.one() is not None, timeout=5000)
    (x0, y0), (x1, y1) = one(board).points
    assert (x0, y0, x1, y1) == pytest.approx((0.25, 0.25, 0.75, 0.5), abs=0.01)
    line = window.desk.viewer.regions.board._words.label
    qtbot.waitUntil(line.hasFocus, timeout=5000)
    write(line, "مدرسة")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: one(board).label == "مدرسة", timeout=5000)
    assert board.canvas.hasFocus()
    panel = window.desk.inspector.regions
    qtbot.waitUntil(lambda: panel.label.text() == "مدرسة", timeout=5000)


def test_a_box_is_drawn_moved_stretched_and_removed_by_keys_alone(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    board, shift = opened("2 scene"), Qt.KeyboardModifier.ShiftModifier
    keys(board.canvas, Qt.Key.Key_B, Qt.Key.Key_Left, Qt.Key.Key_Return)
    keys(board.canvas, Qt.Key.Key_Right, Qt.Key.Key_Down, held=shift)
    keys(board.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: board.one() is not None, timeout=5000)
    qtbot.waitUntil(lambda: not board.canvas.hasFocus(), timeout=5000)
    QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Return)
    drawn = one(board).points
    keys(board.canvas, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up)
    moved = one(board).points
    assert moved[0][0] > drawn[0][0]
    assert moved[0][1] < drawn[0][1]
    keys(board.canvas, Qt.Key.Key_Right, held=Qt.KeyboardModifier.ControlModifier)
    wider = one(board).points
    assert wider[0] == pytest.approx(moved[0])
    assert wider[1][0] > moved[1][0]
    # Undo comes after what was moved is saved, and takes all these arrows back as one change.
    keys(board.canvas, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: flat_of(one(board).points) == pytest.approx(flat_of(drawn)), timeout=5000)
    keys(board.canvas, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: board.one() is None and not board.here(), timeout=5000)
    keys(board.canvas, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(board.here()) == 1, timeout=5000)


def test_a_polygon_takes_clicks_and_backspace_and_escape_leaves_nothing(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    board = opened("2 scene")
    canvas, left = board.canvas, Qt.MouseButton.LeftButton
    keys(canvas, Qt.Key.Key_P)
    for x, y in ((0.2, 0.2), (0.8, 0.2), (0.9, 0.9)):
        QTest.mouseClick(canvas, left, pos=place(canvas, x, y))
    keys(canvas, Qt.Key.Key_Escape)
    assert window.desk.viewing, "Escape leaves the polygon, not the viewer"
    keys(canvas, Qt.Key.Key_P)
    for x, y in ((0.2, 0.2), (0.8, 0.2), (0.9, 0.9), (0.5, 0.8)):
        QTest.mouseClick(canvas, left, pos=place(canvas, x, y))
        if x == 0.9:
            keys(canvas, Qt.Key.Key_Backspace)
    QTest.mouseDClick(canvas, left, pos=place(canvas, 0.5, 0.8))
    qtbot.waitUntil(lambda: board.one() is not None, timeout=5000)
    assert one(board).shape is Shape.POLYGON
    assert len(one(board).points) == 3
    assert len(board.here()) == 1


def test_a_polygon_is_drawn_by_keys_alone(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board, shift = opened("2 scene"), Qt.KeyboardModifier.ShiftModifier
    keys(board.canvas, Qt.Key.Key_P, Qt.Key.Key_P)
    keys(board.canvas, Qt.Key.Key_Right, held=shift)
    keys(board.canvas, Qt.Key.Key_P)
    keys(board.canvas, Qt.Key.Key_Down, held=shift)
    keys(board.canvas, Qt.Key.Key_P, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: board.one() is not None, timeout=5000)
    assert len(one(board).points) == 3


def test_handles_resize_and_what_is_between_them_moves(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("2 scene")
    drawn = draw_box(board, qtbot, (0.3, 0.3), (0.6, 0.6))
    drag(board.canvas, (0.6, 0.6), (0.8, 0.7))
    assert one(board).points[1] == pytest.approx((0.8, 0.7), abs=0.02)
    drag(board.canvas, (0.5, 0.5), (0.4, 0.5))
    assert one(board).points[0] == pytest.approx((0.2, 0.3), abs=0.02)
    settle(window, qtbot)
    with Case.open(window.desk.runner.path, actor="Rana", read_only=True) as case:
        rows = [row.action for row in case.detail(drawn.item).journal]
    assert rows.count("change region") == 2


def test_a_drag_moves_the_chosen_region_and_no_other(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("2 scene")
    drawn = draw_box(board, qtbot, (0.2, 0.2), (0.8, 0.8)).points
    keys(board.canvas, Qt.Key.Key_Escape)
    drag(board.canvas, (0.5, 0.5), (0.6, 0.6))
    assert one(board).points == drawn
    drag(board.canvas, (0.5, 0.5), (0.6, 0.6))
    assert one(board).points[0] == pytest.approx((0.3, 0.3), abs=0.02)


def test_the_history_tells_what_was_done_to_a_region(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("2 scene")
    drawn = draw_box(board, qtbot, (0.2, 0.2), (0.8, 0.8))
    window.desk.apply(
        lambda case, _numbers: case.regions.change(
            drawn.region, lambda region: replace(region, label="north gate", cover=Cover.REDACTED)
        ),
        [drawn.item],
    )
    inspector = window.desk.inspector

    def told() -> str:
        return " ".join(line for row in inspector.shown.history for line in sentences.sentences(row))

    qtbot.waitUntil(lambda: "north gate" in told(), timeout=5000)
    assert "A region was drawn." in told()
    assert "to be redacted" in told()
    undo = window.actions_.by_name["undo"]
    qtbot.waitUntil(lambda: "north gate" in undo.text(), timeout=5000)


def test_tab_goes_from_region_to_region_and_then_on(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("2 scene")
    first = draw_box(board, qtbot, (0.1, 0.1), (0.3, 0.3))
    second = draw_box(board, qtbot, (0.5, 0.5), (0.9, 0.9))
    keys(board.canvas, Qt.Key.Key_Escape)
    assert board.one() is None
    keys(board.canvas, Qt.Key.Key_Tab)
    assert one(board).region == first.region
    keys(board.canvas, Qt.Key.Key_Tab)
    assert one(board).region == second.region
    QTest.keyClick(board.canvas, Qt.Key.Key_Tab)
    assert board.one() is None
    assert not board.canvas.hasFocus()


def test_list_and_picture_choose_the_same_region(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("2 scene")
    first = draw_box(board, qtbot, (0.1, 0.1), (0.3, 0.3))
    draw_box(board, qtbot, (0.5, 0.5), (0.9, 0.9))
    panel = window.desk.inspector.regions
    qtbot.waitUntil(lambda: panel.count == 2, timeout=5000)
    panel._list.setCurrentRow(0)
    assert one(board).region == first.region
    QTest.mouseClick(board.canvas, Qt.MouseButton.LeftButton, pos=place(board.canvas, 0.7, 0.7))
    assert panel._list.currentRow() == 1


def test_a_covered_part_is_covered_at_once_in_viewer_and_grid_until_it_is_chosen_and_space_is_held(
    window: MainWindow, case_path: Path, opened: Open, qtbot: QtBot
) -> None:
    desk = window.desk
    number = choose(window, "stripes")
    desk.apply(Change(warning=ContentWarning(level=Level.NONE)), [number])
    qtbot.waitUntil(lambda: red(desk.grid) > 50, timeout=5000)
    board = opened("stripes")
    qtbot.waitUntil(lambda: red(board.canvas) > 50, timeout=5000)
    draw_box(board, qtbot, (0.0, 0.0), (1.0, 1.0))
    at_once: list[bool] = []
    board.covers_changed.connect(lambda: at_once.append(plated(board.canvas.picture.screen)))
    panel = desk.inspector.regions
    qtbot.waitUntil(lambda: panel.covers[Cover.COVERED].isEnabled(), timeout=5000)
    panel.covers[Cover.COVERED].click()
    qtbot.waitUntil(lambda: red(board.canvas) == 0, timeout=5000)
    assert at_once == [True], "a glass over the picture finds nothing else"
    settle(window, qtbot)
    assert red(board.canvas) == 0
    item = desk.viewer.item
    qtbot.waitUntil(lambda: desk.thumbnails.image(item, bare=True) is not None, timeout=5000)
    assert plated(desk.thumbnails.image(item, bare=True))
    board.canvas.setFocus()
    keys(board.canvas, Qt.Key.Key_Escape)
    hold(board.canvas)
    qtbot.wait(100)
    assert red(board.canvas) == 0, "the part is not chosen"
    release(board.canvas)
    keys(board.canvas, Qt.Key.Key_Tab)
    hold(board.canvas)
    qtbot.waitUntil(lambda: red(board.canvas) > 50, timeout=10_000)
    release(board.canvas)
    assert red(board.canvas) == 0
    assert desk.viewer.regions._bare.isNull(), "nothing of it is kept"
    keys(board.canvas, Qt.Key.Key_B, held=Qt.KeyboardModifier.ShiftModifier)
    assert red(board.canvas) == 0, "hiding the outlines uncovers nothing"
    desk.show_grid()
    settle(window, qtbot)
    assert red(desk.grid) == 0


def test_an_uncovered_part_of_a_covered_picture_is_shown_and_covered_again_by_undo(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    choose(window, "stripes")
    board = opened("stripes")
    assert red(board.canvas) == 0
    draw_box(board, qtbot, (0.1, 0.1), (0.6, 0.9))
    panel = window.desk.inspector.regions
    qtbot.waitUntil(lambda: panel.covers[Cover.UNCOVERED].isEnabled(), timeout=5000)
    panel.covers[Cover.UNCOVERED].click()
    qtbot.waitUntil(lambda: red(board.canvas) > 50, timeout=10_000)
    image = board.canvas.grab().toImage()
    outside = board.canvas.on_screen().mapRect(QRectF(0.65, 0.0, 0.35, 1.0))
    assert not any(
        image.pixelColor(x, y).red() > 150 and image.pixelColor(x, y).green() < 90
        for x in range(int(outside.left()), int(outside.right()), 2)
        for y in range(int(outside.top()), int(outside.bottom()), 2)
    )
    keys(board.canvas, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: red(board.canvas) == 0, timeout=10_000)


def test_a_region_of_a_video_lies_at_the_time_on_show(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("5 clip")
    qtbot.waitUntil(lambda: board.time is not None, timeout=20_000)
    made = draw_box(board, qtbot, (0.2, 0.2), (0.6, 0.6))
    assert made.began == board.time
    window.desk.viewer.footage.seek(1.5)
    qtbot.waitUntil(lambda: (board.time or 0) > 1, timeout=20_000)
    assert board.here() == []
    panel = window.desk.inspector.regions
    qtbot.waitUntil(lambda: panel.count == 1, timeout=5000)
    panel._list.setCurrentRow(-1)
    panel._list.setCurrentRow(0)
    panel._list.setFocus()
    qtbot.waitUntil(lambda: board.one() is not None, timeout=20_000)
    assert board.time == pytest.approx(made.began)
    QTest.keyClick(panel._list, Qt.Key.Key_Escape)
    assert board.canvas.hasFocus(), "Escape leads back to the picture"
    assert window.desk.viewing
    window.desk.viewer.footage.seek(1.5)
    qtbot.waitUntil(lambda: (board.time or 0) > 1, timeout=20_000)
    panel.end_wanted.emit(made.region)
    qtbot.waitUntil(lambda: [region.ended for region in board.here()] == [pytest.approx(board.time)], timeout=5000)


def test_a_part_of_a_video_is_covered_while_its_time_is_on_show(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    number = choose(window, "5 clip")
    window.desk.apply(Change(warning=ContentWarning(level=Level.NONE)), [number])
    settle(window, qtbot)
    board = opened("5 clip")
    player = window.desk.viewer.footage.player
    qtbot.waitUntil(lambda: board.time == 0.0 and player.ready, timeout=20_000)
    draw_box(board, qtbot, (0.1, 0.1), (0.9, 0.9))
    panel = window.desk.inspector.regions
    qtbot.waitUntil(lambda: panel.covers[Cover.COVERED].isEnabled(), timeout=5000)
    panel.covers[Cover.COVERED].click()
    qtbot.waitUntil(lambda: plated(board.canvas.picture.screen), timeout=10_000)
    window.desk.viewer.footage.seek(1.8)
    qtbot.waitUntil(lambda: (board.time or 0) > 1.7, timeout=20_000)
    assert not plated(board.canvas.picture.screen)
    with Case.open(window.desk.runner.path, actor="Rana", read_only=True) as case:
        sampled = case.frames(number)
        assert sampled[0].time_in_video == 0.0
        assert case.regions.parts(sampled[0].item)
        assert not case.regions.parts(sampled[-1].item)
        videos = case.items([number])
    thumbnails = window.desk.thumbnails
    for item, wanted in ((sampled[0], True), (sampled[-1], False), (videos[0], True)):
        qtbot.waitUntil(lambda item=item: thumbnails.image(item, bare=True) is not None, timeout=10_000)
        assert plated(thumbnails.image(item, bare=True)) == wanted


def test_drawing_pauses_a_video(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    board = opened("5 clip")
    player = window.desk.viewer.footage.player
    qtbot.waitUntil(lambda: board.time is not None and player.ready, timeout=20_000)
    keys(board.canvas, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: (board.time or 0) > 0, timeout=10_000)
    keys(board.canvas, Qt.Key.Key_B)
    assert not player.speed
    drag(board.canvas, (0.2, 0.2), (0.6, 0.6))
    qtbot.waitUntil(lambda: board.one() is not None, timeout=5000)
    assert one(board).began == pytest.approx(board.time)


def test_closing_in_the_middle_of_a_move_keeps_it(
    window: MainWindow, case_path: Path, opened: Open, qtbot: QtBot
) -> None:
    board = opened("2 scene")
    drawn = draw_box(board, qtbot, (0.3, 0.3), (0.6, 0.6))
    settle(window, qtbot)
    keys(board.canvas, Qt.Key.Key_Right)
    window.close()
    with Case.open(case_path, actor="Rana", read_only=True) as case:
        (kept,) = case.regions.of(drawn.item)
    assert kept.points[0][0] > drawn.points[0][0]
