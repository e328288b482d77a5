"""Rough handling: any keys in any order, on every page, break nothing, uncover nothing and leave a whole case."""

import logging
import multiprocessing
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Verified
from tests.ui.conftest import settle
from tests.ui.test_no_leak import imported, pixels  # noqa: F401 - `imported` is a fixture
from ui import language, theme
from ui.actions import SPECS
from ui.main_window import MainWindow
from ui.settings import Language

LEFT_OUT = {"new", "open", "close_case", "quit", "level-none", "level-mild"}
"""What leads away from the case, or may rightly uncover it."""
MOVES = [
    "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Return", "Return", "Esc", "Tab", "Tab",
    "Shift+Tab", "Shift+Right", "Shift+Down", "Ctrl+Right", "Backspace", "Delete", "Space", "F2", "F6", "F6", "x", "q",
    "Shift+Return", "Alt+Down", "Menu",
]  # fmt: skip


def keys() -> list[str]:
    """Keys of all actions but those, and what moves about and types."""
    return sorted(key for spec in SPECS if spec.name not in LEFT_OUT for key in spec.keys) + MOVES * 3


def vivid(shown: np.ndarray) -> int:
    """How many pixels are as red or as green as the blocks, which no text of the window is, nor its edges."""
    red, green, blue = shown[..., 0], shown[..., 1], shown[..., 2]
    return int(((np.abs(red - green) > 120) & (blue < 100)).sum())


class Rough:
    """Presses keys one by one from a timer, so that it goes on while a dialog waits for an answer."""

    def __init__(self, window: MainWindow, *, seed: int, count: int, every: int = 4) -> None:
        """`every` so many keys it looks whether something is uncovered."""
        self._window, self._random, self._count, self._every = window, random.Random(seed), count, every
        self._keys = keys()
        self.pressed: list[str] = []
        self.uncovered: list[str] = []
        self.done = False
        self._press_soon()

    def _press_soon(self) -> None:
        QTimer.singleShot(5, self._window, self._press)

    def _press(self) -> None:
        window = self._window
        window_on_top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if len(self.pressed) >= self._count:
            self.done = window_on_top is None
            if window_on_top is not None:
                self._press_soon()
                QTest.keyClick(window_on_top, Qt.Key.Key_Escape)
            return
        key = self._random.choice(self._keys)
        target = (window_on_top.focusWidget() or window_on_top) if window_on_top else QApplication.focusWidget()
        if target is None:
            window.activateWindow()
            target = window.focusWidget() or window
        self.pressed.append(f"{key} on {type(target).__name__}")
        self._press_soon()  # before, for what the key does may wait in a dialog
        combination = QKeySequence(key)[0]
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        if len(self.pressed) % self._every == 0 and not window.shield.looking:
            self._look()

    def _look(self) -> None:
        desk = self._window.desk
        if desk is None:
            return  # the window is being made anew, as after another size of text was chosen
        items = [desk.model.item_at(row) for row in range(len(desk.model.shown))]
        if all(item is not None and item.covered for item in items):
            for top in [self._window, *(each for each in QApplication.topLevelWidgets() if each.isVisible())]:
                if vivid(pixels(top.grab().toImage())):
                    self.uncovered.append(f"{top} after {self.pressed[-12:]}")


def handle(window: MainWindow, qtbot: QtBot, *, seed: int, count: int) -> Rough:
    """Press so many keys, end what they began, and wait until all is done."""
    rough = Rough(window, seed=seed, count=count)
    qtbot.waitUntil(lambda: rough.done, timeout=30_000 + count * 500)
    qtbot.waitUntil(lambda: window.desk is not None and window.may_rebuild, timeout=30_000)
    settle(window, qtbot)
    return rough


@pytest.fixture
def window(
    application: QApplication, open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    window = open_window(case_path)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) == 4 and desk.model.item_at(0) is not None)
    desk.grid.setFocus()
    settle(window, qtbot)
    yield window
    language.install(application, Language.ENGLISH)  # some keys lead to the settings
    theme.apply(application, text_size=100)


@pytest.mark.parametrize("seed", [3])
def test_any_keys_in_any_order_break_nothing_and_uncover_nothing(
    seed: int,
    window: MainWindow,
    case_path: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.chdir(tmp_path)  # a name that is typed may become that of a bundle
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: "")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: ("", ""))
    rough = handle(window, qtbot, seed=seed, count=200)
    print("\n".join(rough.pressed))  # pytest shows it where something below or in the event loop went wrong
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert rough.uncovered == []
    assert "in the program itself" not in window.notices.sentence
    window.close()
    assert multiprocessing.active_children() == []
    with Case.open(case_path, actor="x") as case:
        (verified,) = [event for event in case.verify() if isinstance(event, Verified)]
    assert verified.problems == ()
