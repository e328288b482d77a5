"""A change of very many items says how far it is, can be cancelled and taken back, and the window lives on."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator import annotate, undoing
from annotator.model import Level
from annotator.store import edits
from tests.ui.conftest import settle
from ui import changes
from ui.main_window import MainWindow
from ui.progress import WorkBar

CTRL = Qt.KeyboardModifier.ControlModifier


class Gate:
    """Holds the writing thread up at its second step, until it is opened."""

    def __init__(self) -> None:
        self.steps, self.opened = 0, threading.Event()

    def close(self) -> None:
        self.steps = 0
        self.opened.clear()

    def step(self) -> None:
        self.steps += 1
        if self.steps == 2:
            self.opened.wait(10)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Every change of more than one item is long, and slow."""
    found, apply = Gate(), edits.apply

    def slowly(connection, made) -> None:  # type: ignore[no-untyped-def] # as `apply`
        found.step()
        apply(connection, made)

    for module in (annotate, undoing):
        monkeypatch.setattr(module, "_CHUNK", 1)
    monkeypatch.setattr(edits, "apply", slowly)
    monkeypatch.setattr(changes, "_SHORT", 1)
    yield found
    found.opened.set()


def bar(window: MainWindow, qtbot: QtBot, title: str) -> WorkBar:
    """The bar in the status bar, once it is there and says so."""

    def shown() -> list[WorkBar]:
        bars = [each for each in window.statusBar().findChildren(WorkBar) if each.isVisible()]
        return [each for each in bars if any(title in said.text() for said in each.findChildren(QLabel))]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def levels(window: MainWindow) -> list[Level]:
    model = window.desk.model
    return [model.item_at(row).warning.level for row in range(model.rowCount())]


def test_a_long_change_is_cancelled_by_its_button_and_then_nothing_of_it_stays(
    window: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    before = levels(window)
    window.desk.grid.selectAll()
    qtbot.keyClick(window.desk.grid, "3")
    cancel = bar(window, qtbot, "Changing").findChild(QPushButton)
    assert cancel is not None
    assert "%" in " ".join(said.text() for said in window.statusBar().findChildren(QLabel))
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Space)
    gate.opened.set()
    qtbot.waitUntil(lambda: "cancelled" in window.notices.sentence)
    settle(window, qtbot)
    assert levels(window) == before
    assert not bar_visible(window)


def bar_visible(window: MainWindow) -> bool:
    return any(each.isVisible() for each in window.statusBar().findChildren(WorkBar))


def test_taking_back_a_long_change_has_a_bar_of_its_own_and_can_be_cancelled_too(
    window: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    before = levels(window)
    grid = window.desk.grid
    grid.selectAll()
    gate.opened.set()
    qtbot.keyClick(grid, "3")
    settle(window, qtbot)
    qtbot.waitUntil(lambda: set(levels(window)) == {Level.MILD})
    gate.close()
    qtbot.keyClick(grid, Qt.Key.Key_Z, CTRL)
    cancel = bar(window, qtbot, "Taking back").findChild(QPushButton)
    assert cancel is not None
    cancel.click()
    gate.opened.set()
    qtbot.waitUntil(lambda: "cancelled" in window.notices.sentence)
    settle(window, qtbot)
    assert set(levels(window)) == {Level.MILD}
    gate.close()
    qtbot.keyClick(grid, Qt.Key.Key_Z, CTRL)
    bar(window, qtbot, "Taking back")
    gate.opened.set()
    qtbot.waitUntil(lambda: levels(window) == before)
    settle(window, qtbot)
    assert not bar_visible(window)
