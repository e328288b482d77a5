"""The canvas: zooming to pixels, turning, the glass, levels, and uncovering a part."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Filter, Item
from tests.ui.conftest import red_stripes
from tests.ui.test_shield import red
from ui.shield.shield import Shield, cover
from ui.viewer.canvas import Canvas
from ui.viewer.facts import facts
from ui.viewer.levels import Channel, Levels, histogram
from ui.viewer.view import View
from ui.viewer.view_line import ViewLine

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def stripes() -> QImage:
    picture = red_stripes()
    return QImage(picture.tobytes(), 320, 240, 960, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


@pytest.fixture(scope="session")
def item(imported: Path) -> Item:
    """The striped picture, not covered."""
    with Case.open(imported, actor="Rana", read_only=True) as case:
        (row,) = case.items([case.find(Filter())[0]])
    return replace(row, covered=False)


@pytest.fixture
def canvas(application: QApplication, qtbot: QtBot, item: Item) -> Canvas:
    """A canvas of 400 × 300 that shows the stripes, with the keyboard."""
    made = Canvas(Shield())
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitActive(made):
        made.activateWindow()
    made.setFocus()
    made.set_item(item)
    made.set_picture(stripes(), cover(stripes()))
    return made


def space(widget: QWidget, kind: QEvent.Type, modifiers: Qt.KeyboardModifier) -> None:
    QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_Space, modifiers, " "))


def move_mouse(widget: QWidget, at: QPointF) -> None:
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), button, button, NONE)
    QApplication.sendEvent(widget, event)


def shown(canvas: Canvas, at: QPointF) -> str:
    return canvas.grab().toImage().pixelColor(at.toPoint()).name()


# --- the geometry


def view(**given: object) -> View:
    made = View()
    made.size, made.area = QSizeF(4000, 3000), QSizeF(800, 600)
    for name, value in given.items():
        setattr(made, name, value)
    return made


def test_what_is_under_the_cursor_stays_there_while_zooming() -> None:
    shown = view()
    at = QPointF(300, 200)
    before = shown.in_picture(at)
    for zoom in (0.5, 1.0, 7.3, 32.0, 2.0):
        shown.zoom_to(zoom, at)
        assert (shown.in_picture(at) - before).manhattanLength() < 2 / 3000
        assert shown.shown_zoom == zoom


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_points_of_the_picture_are_found_again_however_it_lies(turned: int, mirrored: bool) -> None:
    shown = view(turned=turned, mirrored=mirrored)
    assert shown.transform().mapRect(QRectF(0, 0, 1, 1)).width() == pytest.approx(450 if turned % 180 else 800)
    for point in (QPointF(0.1, 0.2), QPointF(0.9, 0.4)):
        assert (shown.in_picture(shown.transform().map(point)) - point).manhattanLength() < 1e-9


def test_turning_and_mirroring_act_on_what_is_seen() -> None:
    shown = view()
    corner = QPointF(0, 0)
    shown.turn(90)
    assert shown.transform().map(corner).x() > 400  # top left is top right now
    shown.flip(across=True)
    assert shown.transform().map(corner).x() < 400
    shown.flip(across=False)
    assert shown.transform().map(corner).y() > 300
    shown.flip(across=False)
    shown.flip(across=True)
    shown.turn(-90)
    assert not shown.changed


def test_zoom_is_of_the_originals_pixels_on_screens_of_any_scale() -> None:
    shown = view(ratio=2.0)
    shown.zoom_to(1.0, QPointF(400, 300))
    assert shown.scale == 0.5  # half a unit, which is one pixel of this screen
    assert not view(zoom=0.1).overflows
    assert view(zoom=1.0).overflows


def test_a_picture_is_never_moved_away_from_its_canvas() -> None:
    shown = view()
    shown.zoom_to(1.0, QPointF(400, 300))
    shown.move(QPointF(9999, -9999))
    assert shown.in_picture(QPointF(0, 600)) == QPointF(0, 1)


# --- the canvas


def test_one_to_one_shows_the_very_pixels(canvas: Canvas) -> None:
    canvas.actual()
    corner = canvas.on_screen().map(QPointF(0, 0))
    assert corner == QPointF(40, 30)
    there = canvas.grab().toImage().copy(40, 30, 320, 240).convertToFormat(QImage.Format.Format_RGB32)
    assert there == stripes()


def test_enlarged_pixels_are_crisp_and_have_lines_between_them(canvas: Canvas) -> None:
    canvas.show_part(QPointF(0.5, 0.5), 31)
    canvas.zoom_in()
    assert canvas.view.shown_zoom == 32
    edge = canvas.on_screen().map(QPointF(160 / 320, 120 / 240))  # between green and red
    assert shown(canvas, edge + QPointF(-5, 5)) == "#00c800"
    assert shown(canvas, edge + QPointF(5, 5)) == "#ff0000"
    assert shown(canvas, edge + QPointF(0, 5)) not in ("#00c800", "#ff0000")


def test_arrows_move_a_zoomed_picture_and_leave_a_fitted_one(canvas: Canvas, qtbot: QtBot) -> None:
    before = canvas.in_picture(QPointF(200, 150))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.in_picture(QPointF(200, 150)) == before
    for _ in range(8):
        canvas.zoom_in()
    before = canvas.in_picture(QPointF(200, 150))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.in_picture(QPointF(200, 150)).x() > before.x()


def test_a_double_click_goes_to_one_to_one_and_back(canvas: Canvas, qtbot: QtBot) -> None:
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert canvas.view.shown_zoom == 1
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert canvas.view.zoom == 0


def test_pressing_in_the_overview_goes_there(canvas: Canvas) -> None:
    for _ in range(12):
        canvas.zoom_in()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(386, 286))
    assert canvas.view.seen().right() > 0.95
    assert canvas.view.seen().bottom() > 0.95


def test_the_glass_enlarges_what_lies_under_the_mouse(canvas: Canvas) -> None:
    canvas.actual()
    canvas.cycle_loupe()
    canvas.cycle_loupe()
    assert canvas.loupe.power == 4
    at = canvas.on_screen().map(QPointF(164 / 320, 0.5))  # in the middle of a red line of 8 pixels
    move_mouse(canvas, at)
    assert shown(canvas, at + QPointF(12, 0)) == "#ff0000"
    assert shown(canvas, at + QPointF(20, 0)) == "#00c800"


def test_a_cover_stays_a_cover_under_glass_overview_levels_and_however_it_lies(canvas: Canvas, item: Item) -> None:
    cover_for_the_first_time(canvas, item)
    assert canvas.picture.bare
    canvas.set_levels(Levels(gamma=3, exposure=2))
    canvas.cycle_loupe()
    changes: list[Callable[[], None]] = [
        canvas.turn,
        lambda: canvas.flip(across=True),
        canvas.actual,
        canvas.reset_view,
    ]
    changes += [canvas.zoom_in] * 12 + [canvas.cycle_loupe] * 2
    for change in changes:
        change()
        assert red(canvas) == 0


# --- a part uncovered


def test_control_and_space_uncover_a_part_alone_and_arrows_move_it(canvas: Canvas, item: Item) -> None:
    whole = red(canvas)
    cover_for_the_first_time(canvas, item)
    space(canvas, QEvent.Type.KeyPress, CONTROL)
    before = canvas.grab().toImage()
    assert 0 < red(canvas) < whole / 3
    QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, CONTROL))
    assert canvas.grab().toImage() != before
    assert 0 < red(canvas) < whole / 3
    space(canvas, QEvent.Type.KeyRelease, CONTROL)
    assert red(canvas) == 0


def cover_for_the_first_time(canvas: Canvas, item: Item) -> None:
    """Show a covered item that was not looked at yet, so that its bare picture is at hand."""
    canvas.set_item(replace(item, item=item.item + 1, covered=True))
    canvas.set_picture(stripes(), cover(stripes()))


@pytest.mark.parametrize("end", ["control", "focus", "space"])
def test_a_part_is_covered_again_whatever_ends_it(canvas: Canvas, item: Item, qtbot: QtBot, end: str) -> None:
    cover_for_the_first_time(canvas, item)
    space(canvas, QEvent.Type.KeyPress, CONTROL)
    assert red(canvas) > 0
    if end == "control":
        qtbot.keyRelease(canvas, Qt.Key.Key_Control)
    elif end == "focus":
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.WindowDeactivate))
    else:
        space(canvas, QEvent.Type.KeyRelease, NONE)
    assert red(canvas) == 0
    assert not canvas.picture.bare


# --- levels


def test_levels_are_what_they_say() -> None:
    assert Levels().table() == bytes(range(256))
    assert Levels(invert=True).table() == bytes(reversed(range(256)))
    cut = Levels(black=64, white=192).table()
    assert (cut[64], cut[128], cut[192]) == (0, 128, 255)
    assert Levels(gamma=2.0).table()[64] == round(255 * (64 / 255) ** 0.5)
    assert Levels(exposure=1.0).table()[100] == 200


def test_levels_change_the_view_and_not_the_picture(canvas: Canvas) -> None:
    middle = canvas.on_screen().map(QPointF(164 / 320, 0.5))
    assert shown(canvas, middle) == "#ff0000"
    canvas.set_levels(Levels(invert=True))
    assert shown(canvas, middle) == "#00ffff"
    canvas.set_levels(Levels(channel=Channel.GREEN))
    assert shown(canvas, middle) == "#000000"
    canvas.reset_view()
    assert shown(canvas, middle) == "#ff0000"
    assert canvas.picture.screen == stripes()


def test_the_histogram_counts_whole_pixels() -> None:
    counts = histogram(stripes())
    assert {value for value, n in enumerate(counts[Channel.RED]) if n} == {0, 255}
    assert {value for value, n in enumerate(counts[Channel.GREEN]) if n} == {0, 200}
    assert histogram(QImage()) == {}


# --- what is said


def test_the_line_says_what_the_view_has_done_and_of_which_pixels(canvas: Canvas, item: Item, qtbot: QtBot) -> None:
    line = ViewLine(canvas)
    qtbot.addWidget(line)
    canvas.actual()
    assert line.text() == "100 %"
    canvas.turn()
    canvas.flip(across=True)
    assert "mirrored left to right, then turned 90° to the left" in line.accessibleName()
    for _ in range(8):
        canvas.zoom_in()
    room = canvas.width() - canvas.overview.room(canvas)
    assert room < canvas.width()
    assert all(line.fontMetrics().horizontalAdvance(part) < room for part in line.text().split("\n"))
    assert line.text().replace("\n", " ") == line.accessibleName().replace("\n", " ")  # in more lines, but whole
    canvas.reset_view()
    canvas.set_item(replace(item, item=item.item + 1, width=12_800, height=9600))
    canvas.set_picture(stripes(), cover(stripes()))
    canvas.replace_with_larger(stripes(), cover(stripes()))
    canvas.actual()
    assert "100 %" in line.text()
    assert canvas.on_screen().mapRect(QRectF(0, 0, 1, 1)).width() == pytest.approx(12_800)
    assert "320\u00a0×\u00a0240" in line.accessibleName()
    canvas.set_item(replace(item, covered=True))
    assert "Space" in line.accessibleName()


def test_facts_say_what_is_not_known(item: Item) -> None:
    said = dict(facts(replace(item, captured_at=None, make=None, model=None, latitude=None, longitude=None)))
    assert said["Time"] == said["Place"] == said["Camera"] == "not known"
    assert said["SHA-256"] == item.sha256
