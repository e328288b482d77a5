"""Videos play in the viewer by keys, exactly, covered while the shield is closed."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from itertools import groupby, pairwise
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.makers import number_in
from tests.ui.conftest import choose, press, settle
from tests.ui.test_shield import hold, red, release
from ui.main_window import MainWindow
from ui.viewer.footage import Footage
from ui.viewer.player import Player


@pytest.fixture
def window(clip_window: MainWindow) -> MainWindow:
    return clip_window


def number_on(window: MainWindow) -> int:
    """The number that the frame on the canvas shows."""
    assert window.desk is not None
    screen = window.desk.viewer.canvas.picture.screen.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(screen.constBits(), dtype=np.uint8).reshape(screen.height(), screen.bytesPerLine())
    pixels = rows[:, : screen.width() * 3].reshape(screen.height(), screen.width(), 3)
    return number_in(Image.fromarray(pixels.copy()))


def told(footage: Footage) -> str:
    return footage.timeline.transport._number.accessibleName()


# --- playing


def test_k_plays_in_real_time_and_pauses_on_an_exact_frame(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    player = opened("clap").player
    shown: list[float] = []
    player.shown.connect(lambda shot: shown.append(shot.picture.time))
    press(window, qtbot, "k")
    qtbot.waitUntil(lambda: len(shown) > 2, timeout=5000)
    began, first = time.monotonic(), shown[-1]
    qtbot.waitUntil(lambda: shown[-1] > 0.8, timeout=5000)
    assert (shown[-1] - first) / (time.monotonic() - began) == pytest.approx(1, abs=0.2)
    press(window, qtbot, "k")
    assert player.speed == 0
    assert player.at == shown[-1]
    assert shown == sorted(shown)
    assert player.at * 25 == pytest.approx(round(player.at * 25))


def test_frames_are_stepped_exactly_with_their_numbers(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    for expected in (1, 2, 3):
        press(window, qtbot, ".")
        qtbot.waitUntil(lambda expected=expected: footage.time == pytest.approx(expected / 20), timeout=5000)
        assert number_on(window) == expected
        assert told(footage) == f"frame {expected + 1} of 60"
    footage.seek(2.02)
    qtbot.waitUntil(lambda: footage.time == pytest.approx(2.0), timeout=5000)
    for expected in (39, 38):
        press(window, qtbot, ",")
        qtbot.waitUntil(lambda expected=expected: footage.time == pytest.approx(expected / 20), timeout=5000)
        assert number_on(window) == expected


def test_a_held_key_steps_steadily_and_stops_with_its_release(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    assert window.desk is not None
    shown: list[float] = []
    footage.player.shown.connect(lambda shot: shown.append(round(shot.picture.time * 20)))
    for _ in range(25):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Period, Qt.KeyboardModifier.NoModifier, ".", True)
        QApplication.sendEvent(window.desk.viewer.canvas, event)
        qtbot.wait(2)
    qtbot.waitUntil(lambda: not footage.player._stepping, timeout=5000)
    last = shown[-1]
    qtbot.wait(150)
    told_apart = [number for number, _ in groupby(shown)]  # a view that gets another size shows its frame again
    assert told_apart == list(range(shown[0], last + 1))
    assert 3 <= last <= 26
    assert window.actions_.by_name["frame_on"].autoRepeat()
    assert not any(window.actions_.by_name[name].autoRepeat() for name in ("play", "play_on", "play_back", "sound"))


def test_l_goes_faster_and_j_goes_back(window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot) -> None:
    player = opened("numbers").player
    speeds = []
    for key in "lllj":
        press(window, qtbot, key)
        speeds.append(player.speed)
    assert speeds == [1, 2, 4, -1]
    press(window, qtbot, "k")
    player.seek(2.5)
    qtbot.waitUntil(lambda: player.at == pytest.approx(2.5), timeout=5000)
    shown: list[float] = []
    player.shown.connect(lambda shot: shown.append(shot.picture.time))
    press(window, qtbot, "j", "j", "j")
    qtbot.waitUntil(lambda: not player.speed, timeout=8000)
    assert shown == sorted(shown, reverse=True)
    assert shown[-1] == 0
    assert len(shown) > 15


def test_speed_is_set_by_keys_and_said(window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot) -> None:
    footage = opened("numbers")
    press(window, qtbot, "<", "<")
    assert footage.player.chosen == 0.5
    assert footage.timeline.transport._speed.text() == "0.5×"
    for _ in range(9):
        press(window, qtbot, ">")
    press(window, qtbot, "k")
    assert footage.player.speed == 8


def test_a_loop_is_played_again_and_again_until_it_is_cleared(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    player = footage.player
    for at, key in ((1.0, "["), (1.15, "]")):
        footage.seek(at)
        qtbot.waitUntil(lambda at=at: player.at == pytest.approx(at), timeout=5000)
        press(window, qtbot, key)
    shown: list[float] = []
    player.shown.connect(lambda shot: shown.append(shot.picture.time))
    press(window, qtbot, "k")
    qtbot.waitUntil(lambda: sum(after < before for before, after in pairwise(shown)) >= 2, timeout=9000)
    assert min(shown) >= 1.0 - 1e-6
    assert max(shown) <= 1.15 + 1e-6
    press(window, qtbot, "\\")
    qtbot.waitUntil(lambda: max(shown) > 1.2, timeout=5000)


def test_the_end_pauses_on_the_last_frame_and_playing_begins_again(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    press(window, qtbot, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: told(footage) == "frame 60 of 60", timeout=5000)
    footage.seek(2.85)
    qtbot.waitUntil(lambda: footage.time == pytest.approx(2.85), timeout=5000)
    press(window, qtbot, "k")
    qtbot.waitUntil(lambda: not footage.player.speed, timeout=5000)
    assert told(footage) == "frame 60 of 60"
    press(window, qtbot, "k")
    qtbot.waitUntil(lambda: bool(footage.time is not None and footage.time < 1.0), timeout=5000)
    press(window, qtbot, "k", Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: footage.time == 0, timeout=5000)


def test_a_click_on_the_length_of_the_video_goes_there(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    scrub = footage.timeline.scrub
    qtbot.mouseClick(scrub, Qt.MouseButton.LeftButton, pos=QPoint(scrub.width() // 2, 10))
    qtbot.waitUntil(lambda: footage.time == pytest.approx(1.5, abs=0.06), timeout=5000)
    assert window.desk is not None
    assert window.desk.viewer.canvas.hasFocus()


def test_keys_of_a_video_mean_something_else_elsewhere(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    player = opened("numbers").player
    press(window, qtbot, "l")
    assert player.speed == 1
    desk.open_item(choose(window, "photo"))
    settle(window, qtbot)
    assert not player.ready
    press(window, qtbot, "l")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit), timeout=5000)


# --- the shield


def test_a_covered_video_plays_covered_and_is_seen_only_while_space_is_held(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("red")
    assert window.desk is not None
    canvas, player = window.desk.viewer.canvas, footage.player
    shots: list[Any] = []
    player.shown.connect(shots.append)
    press(window, qtbot, "k")
    qtbot.waitUntil(lambda: len(shots) > 5, timeout=5000)
    assert red(window) == 0
    assert all(shot.ready.image.isNull() for shot in shots)
    hold(canvas)
    qtbot.waitUntil(lambda: red(canvas) > 50, timeout=5000)
    release(canvas)
    assert red(window) == 0
    assert not canvas.picture.bare
    assert all(shot.ready.image.isNull() for shot in player._shots)
    shots.clear()
    qtbot.waitUntil(lambda: len(shots) > 3 or not player.speed, timeout=5000)
    assert all(shot.ready.image.isNull() for shot in shots)
    assert red(window) == 0


def test_a_paused_covered_frame_is_seen_while_space_is_held(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    opened("red")
    assert window.desk is not None
    canvas = window.desk.viewer.canvas
    assert red(window) == 0
    for _ in range(2):
        hold(canvas)
        qtbot.waitUntil(lambda: red(canvas) > 50, timeout=5000)
        release(canvas)
        assert red(window) == 0


# --- when things go wrong


def test_a_player_that_dies_says_so_and_single_frames_still_work(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    failed: list[BaseException] = []
    assert window.desk is not None
    window.desk.runner.failed.connect(failed.append)
    press(window, qtbot, "k")
    session = footage.player._link._session
    assert session is not None
    os.kill(session._process.pid or 0, signal.SIGKILL)
    qtbot.waitUntil(lambda: len(failed) == 1, timeout=5000)
    assert "one by one" in str(failed[0])
    footage.seek(1.0)
    qtbot.waitUntil(lambda: footage.time == pytest.approx(1.0), timeout=20_000)
    press(window, qtbot, ".")
    qtbot.waitUntil(lambda: footage.time == pytest.approx(1.05), timeout=20_000)
    assert number_on(window) == 21
    assert len(failed) == 1


@pytest.mark.parametrize("moment", [0, 150, 600])
def test_closing_the_case_at_any_moment_ends_the_player(window: MainWindow, qtbot: QtBot, moment: int) -> None:
    desk = window.desk
    assert desk is not None
    desk.open_item(choose(window, "clap"))
    press(window, qtbot, "k")
    qtbot.wait(moment)
    began = time.monotonic()
    window.close_case()
    assert time.monotonic() - began < 3
    assert multiprocessing.active_children() == []
    qtbot.wait(50)
    assert window.notices.isHidden()


# --- markers


def test_markers_are_set_with_a_note_gone_to_changed_and_removed(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    markers = footage.timeline.markers

    def notes() -> list[tuple[float | None, str]]:
        return [(marker.began, marker.note) for marker in markers.markers]

    for at, note in ((1.0, "a shot"), (0.5, "a car")):
        footage.seek(at)
        qtbot.waitUntil(lambda at=at: footage.time == pytest.approx(at), timeout=5000)
        press(window, qtbot, "m")
        edit = footage.timeline.note._edit
        qtbot.waitUntil(edit.hasFocus, timeout=5000)
        qtbot.keyClicks(edit, note)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda note=note: any(note in each for each in notes()), timeout=5000)
    assert notes() == [(0.5, "a car"), (1.0, "a shot")]
    assert window.desk is not None
    assert window.desk.viewer.canvas.hasFocus()
    qtbot.keyClick(window.desk.viewer.canvas, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: footage.time == pytest.approx(1.0), timeout=5000)
    qtbot.keyClick(window.desk.viewer.canvas, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: footage.time == pytest.approx(0.5), timeout=5000)
    press(window, qtbot, "m")
    qtbot.keyClick(footage.timeline.note._edit, Qt.Key.Key_Escape)
    assert footage.timeline.note.isHidden()
    markers.setCurrentRow(1)
    qtbot.keyClick(markers, Qt.Key.Key_F2)
    footage.timeline.note._edit.setText("two shots")
    qtbot.keyClick(footage.timeline.note._edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (1.0, "two shots") in notes(), timeout=5000)
    markers.setCurrentRow(0)
    qtbot.keyClick(markers, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: notes() == [(1.0, "two shots")], timeout=5000)


def test_a_marker_in_a_loop_is_of_the_whole_loop(
    window: MainWindow, opened: Callable[[str], Footage], qtbot: QtBot
) -> None:
    footage = opened("numbers")
    for at, key in ((0.5, "["), (1.0, "]")):
        footage.seek(at)
        qtbot.waitUntil(lambda at=at: footage.time == pytest.approx(at), timeout=5000)
        press(window, qtbot, key)
    press(window, qtbot, "m")
    qtbot.keyClick(footage.timeline.note._edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(footage.timeline.markers.markers) == 1, timeout=5000)
    (marker,) = footage.timeline.markers.markers
    assert (marker.began, marker.ended) == (0.5, 1.0)


def test_a_player_keeps_what_is_asked_until_there_is_a_worker(qtbot: QtBot) -> None:
    player = Player()
    wished: list[bool] = []
    player.wished.connect(lambda: wished.append(True))
    player.play(1.0)
    player.seek(3.0)
    assert wished == [True, True]
    assert not player.speed
