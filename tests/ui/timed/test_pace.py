"""A quick hand on 100,000 items while an import is running: every key is answered on the screen at once."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import Item, Level
from tests.synthetic import make_case
from ui.desk import Desk
from ui.main_window import MainWindow

COUNT, SECONDS = 100_000, 0.1
CTRL = Qt.KeyboardModifier.ControlModifier


class Painted(QObject):
    """Sees when a surface is painted after something has become so."""

    def __init__(self, surface: QWidget, so: Callable[[], bool]) -> None:
        super().__init__()
        self._so, self.seen = so, False
        surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._so():
            self.seen = True
        return super().eventFilter(watched, event)


class Hand:
    """Presses keys, and measures how long each takes to show."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self._desk, self._qtbot = desk, qtbot
        self.taken: dict[str, list[float]] = {}

    def press(
        self, what: str, key: Qt.Key | str, so: Callable[[], bool], *, on: QWidget | None = None, surface: QWidget
    ) -> None:
        """Press a key and wait until `surface` is painted with `so` holding."""
        painted = Painted(surface, so)
        began = time.perf_counter()
        self._qtbot.keyClick(on or self._desk.grid, key)
        while not painted.seen:
            QApplication.processEvents()
            if time.perf_counter() > began + 10:
                raise AssertionError(f"{what}: nothing was to be seen for ten seconds")
        self.taken.setdefault(what, []).append(time.perf_counter() - began)
        surface.removeEventFilter(painted)

    def move(self, key: Qt.Key) -> None:
        """Move the cursor, and see the cell that it comes to with its item."""
        grid, before = self._desk.grid, self._desk.grid.current

        def there() -> bool:
            row = grid.currentIndex().row()
            return grid.current != before and self._desk.model.item_at(row) is not None

        self.press(key.name, key, there, surface=grid.viewport())


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("many") / "case", COUNT)


@pytest.fixture(scope="module")
def drive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough to import for as long as the session takes."""
    folder = tmp_path_factory.mktemp("drive")
    noise = Image.effect_noise((640, 480), 90)
    for number in range(1500):
        noise.rotate(number % 360).crop((100, 60, 500, 360 + number // 360)).save(folder / f"{number:04}.jpg")
    return folder


def test_every_key_is_answered_at_once_on_100000_items_while_an_import_is_running(
    open_window: Callable[[Path | None], MainWindow], many: Path, drive: Path, qtbot: QtBot
) -> None:
    window = open_window(many)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) == COUNT and desk.model.item_at(0) is not None, timeout=20_000)
    assert window.work is not None
    job = window.work.import_paths([drive])
    assert job is not None
    # It first looks for the files of all items, which are nowhere here, to compare with them.
    qtbot.waitUntil(lambda: len(desk.model.ids) > COUNT, timeout=90_000)
    desk.grid.setFocus()
    hand = Hand(desk, qtbot)
    model, grid = desk.model, desk.grid

    def level(wanted: Level) -> bool:
        found = model.item_at(grid.currentIndex().row())
        return isinstance(found, Item) and found.warning.level is wanted

    for _ in range(5):
        for _ in range(8):
            hand.move(Qt.Key.Key_Right)
        hand.move(Qt.Key.Key_Down)
        hand.move(Qt.Key.Key_PageDown)
        for key, wanted in (("2", Level.NONE), ("5", Level.EXTREME), ("3", Level.MILD)):
            if not level(wanted):  # what changes nothing is not painted anew
                hand.press(f"level {key}", key, lambda wanted=wanted: level(wanted), surface=grid.viewport())
    hand.move(Qt.Key.Key_End)
    hand.move(Qt.Key.Key_Home)
    hand.move(Qt.Key.Key_End)
    hand.move(Qt.Key.Key_PageUp)
    canvas = desk.viewer.canvas
    hand.press("open", Qt.Key.Key_Return, lambda: desk.viewing, surface=canvas)
    for _ in range(5):
        before = grid.current
        hand.press("next", Qt.Key.Key_Left, lambda before=before: grid.current != before, on=canvas, surface=canvas)
    hand.press("grid", "g", lambda: not desk.viewing, on=canvas, surface=grid.viewport())
    window.search.setFocus()
    for length, letter in enumerate("huawei", 1):
        typed = "huawei"[:length]
        hand.press(
            "typing", letter, lambda typed=typed: window.search.text() == typed, on=window.search, surface=window.search
        )
    began = time.perf_counter()
    qtbot.waitUntil(lambda: 0 < len(model.ids) < COUNT, timeout=5000)
    hand.taken["found"] = [time.perf_counter() - began]
    assert desk.runner.busy, "the import ended too soon to say anything"
    job.cancel.set()
    taken = [seconds for name, each in hand.taken.items() for seconds in each if name != "found"]
    slowest = {name: round(max(each) * 1000) for name, each in hand.taken.items()}

    assert statistics.quantiles(taken, n=20)[-1] < SECONDS, f"slowest of each in ms: {slowest}"
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=20_000)
