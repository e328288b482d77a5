"""Whole sessions of a person without a mouse: every key goes to whatever has the keyboard, and nothing else is done."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.answers import Answer
from annotator.case import Case
from annotator.model import ContentWarning, Filter, Item, Level, Status, Verdict
from annotator.region import Shape
from tests.ui.conftest import settle
from tests.ui.conftest import write as type_text
from ui.compare.page import ComparePage
from ui.desk import Desk
from ui.dialogs.export import ExportOptions
from ui.dialogs.import_options import ImportOptions
from ui.dialogs.new_case import NewCase
from ui.main_window import MainWindow


class Keyboard:
    """The keyboard of one window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def here(self) -> QWidget:
        """What has the keyboard."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        dialog = QApplication.activeModalWidget()
        found = dialog.focusWidget() if dialog is not None else self.window.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    @property
    def name(self) -> str:
        """What a screen reader says of it."""
        return self.here.accessibleName()

    def press(self, *keys: str) -> None:
        """Press keys, each by its name as menus show it."""
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self.here, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str, *keys: str) -> None:
        """Type text, then press keys."""
        type_text(self.here, text)
        QApplication.processEvents()
        self.press(*keys)

    def go(self, key: str, there: Callable[[], bool], most: int = 60) -> None:
        """Press one key until one is there."""
        for _ in range(most):
            if there():
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead there; the keyboard is at {self.name!r}")

    def to_control(self, name: str, key: str = "Tab") -> None:
        self.go(key, lambda: self.name.startswith(name))

    def to_item(self, name: str) -> int:
        """Go to an item of the grid, from its beginning."""
        self.press("Home")
        self.go("Right", lambda: name in self.item.name)
        self.settle()
        return self.item.item

    @property
    def item(self) -> Item:
        """The item at the cursor of the grid."""
        row = self.desk.grid.currentIndex().row()
        self.until(lambda: self.desk.model.item_at(row) is not None)
        found = self.desk.model.item_at(row)
        assert found is not None
        return found

    def until(self, so: Callable[[], object], seconds: int = 20) -> None:
        self._qtbot.waitUntil(lambda: bool(so()), timeout=seconds * 1000)

    def settle(self) -> None:
        settle(self.window, self._qtbot)

    def in_dialog(self, kind: type[QDialog], act: Callable[[], None]) -> None:
        """Do something as soon as such a dialog waits for an answer."""
        ends = time.monotonic() + 15

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind) and dialog.focusWidget() is not None:
                act()
            elif time.monotonic() < ends:
                QTimer.singleShot(20, look)

        QTimer.singleShot(20, look)

    def come_back(self) -> None:
        """Wait for what a desktop does after a dialog, and the offscreen platform only when it is asked."""

        def active() -> bool:
            self.window.activateWindow()
            return QApplication.activeWindow() is self.window and QApplication.activeModalWidget() is None

        self.until(active)


Open = Callable[[Path | None], Keyboard]


@pytest.fixture
def keyboard(open_window: Callable[[Path | None], MainWindow], qtbot: QtBot) -> Open:
    def open_(path: Path | None) -> Keyboard:
        made = Keyboard(open_window(path), qtbot)
        if path is not None:
            made.until(lambda: made.desk.model.item_at(0) is not None)
            made.settle()
        return made

    return open_


def test_from_the_start_page_to_the_bundle(
    keyboard: Open, media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New case, import, search, filter, save the search, tag in all ways, take back, export."""
    monkeypatch.setattr("ui.cases.documents", lambda: tmp_path)
    person = keyboard(None)
    person.in_dialog(NewCase, lambda: person.write("Hass 2016", "Return"))
    person.press("Ctrl+N")
    person.until(lambda: person.window.desk is not None)
    person.come_back()
    desk, path = person.desk, person.desk.runner.path

    person.in_dialog(ImportOptions, lambda: person.press("Return"))
    # The dialog that chooses a folder is the desktop's own.
    monkeypatch.setattr("ui.window_commands.QFileDialog.getExistingDirectory", lambda *_: str(media))
    person.press("Ctrl+I")
    person.until(lambda: desk.runner.busy or len(desk.model.ids))
    person.until(lambda: len(desk.model.ids) == 6 and not desk.runner.busy)
    person.come_back()
    person.settle()
    assert desk.grid.hasFocus()

    person.press("Ctrl+F")
    person.write("قريه")
    person.until(lambda: len(desk.model.ids) == 1)
    person.press("Return")  # leads to the items
    assert desk.grid.hasFocus()
    person.press("Ctrl+F", "Ctrl+A", "Backspace", "Esc")
    person.until(lambda: len(desk.model.ids) == 6)
    assert desk.grid.hasFocus()

    person.press("Shift+F6")  # the pane before: filters
    person.to_control("Kind")
    person.go("Down", lambda: "Video" in desk.filters._facets["kind"].list.currentItem().text())
    person.press("Space")
    person.until(lambda: len(desk.model.ids) == 1)
    person.press("Ctrl+S")
    person.write("only videos", "Return")
    person.settle()
    person.press("Shift+F6")
    person.to_control("Kind")
    person.press("Space")
    person.until(lambda: len(desk.model.ids) == 6)
    person.press("Shift+F6" if person.name == "" else "Shift+Tab")
    person.to_control("Saved searches", "Shift+Tab")
    person.press("Down", "Return")
    person.until(lambda: len(desk.model.ids) == 1)
    person.press("Esc")
    assert desk.grid.hasFocus()
    person.press("Shift+F6")
    person.go("Tab", lambda: getattr(person.here, "text", str)() == "&Clear filters")
    person.press("Space")
    person.until(lambda: len(desk.model.ids) == 6)
    person.press("Esc")

    scene = person.to_item("2 scene")
    person.press("4", "i")
    person.write("Hass school", "Return", "Return")  # a new name takes a second Enter
    person.settle()
    person.press("l")
    person.write("Hass", "Return", "Return")
    person.settle()
    person.press("u")
    person.write("incon", "Return")
    person.press("t")
    person.write("smoke 12", "Return", "Esc")
    person.press("n")
    person.write("seen before", "Ctrl+Return")
    person.settle()
    assert desk.grid.hasFocus()
    stripes = person.to_item("1 stripes")
    person.press("i")
    person.write("has", "Return")  # the completer's first
    person.settle()
    person.press("3", "Ctrl+Z")
    person.settle()
    assert person.item.warning.level is Level.UNASSESSED
    person.press("Ctrl+Shift+Z")
    person.settle()

    person.in_dialog(ExportOptions, lambda: person.press("Return"))
    person.press("Ctrl+A", "Ctrl+Shift+E")
    person.until(lambda: "Write this seal down" in person.window.notices.sentence)
    assert [bundle for bundle in (path / "exports").iterdir() if (bundle / "SEAL.json").is_file()]
    with Case.open(path, actor="x", read_only=True) as case:
        one, other = case.items([scene, stripes])
        assert (one.warning.level, one.incidents, one.places) == (Level.GRAPHIC, ("Hass school",), ("Hass",))
        assert (one.status, one.tags) == (list(Status)[-1], ("smoke 12",))
        assert [note.text for note in case.detail(scene).notes] == ["seen before"]
        assert (other.incidents, other.warning.level) == (("Hass school",), Level.MILD)


def test_looking_closely(keyboard: Open, case_path: Path) -> None:
    """A region is drawn, a video played, stepped and a frame of it kept, and two copies compared and judged."""
    person = keyboard(case_path)
    desk = person.desk
    scene = person.to_item("2 scene")
    person.press("Return")
    person.until(lambda: desk.viewer.canvas.picture.bare)
    person.press("b", "Return", "Shift+Right", "Shift+Down", "Return")
    person.until(lambda: not desk.viewer.canvas.hasFocus())
    person.write("school", "Return")
    person.until(desk.viewer.canvas.hasFocus)
    person.press("Esc", "Esc")  # leaves the region, then the picture
    assert desk.grid.hasFocus()

    clip = person.to_item("5 clip")
    person.press("Return")
    footage = desk.viewer.footage
    person.until(lambda: footage.time == 0)
    person.press("k")
    person.until(lambda: footage.time > 0)
    person.press("k", "Home")
    person.until(lambda: footage.time == 0)
    for key, time_ in ((".", 0.1), (".", 0.2), (",", 0.1)):
        person.press(key)
        person.until(lambda time_=time_: footage.time == pytest.approx(time_))
    person.press("s")
    person.until(lambda: len(desk.model.ids) == 7)
    person.press("m")
    person.write("smoke rises", "Return")
    person.until(desk.viewer.canvas.hasFocus)
    person.press("g")

    person.to_item("2 scene")
    person.go("Shift+Right", lambda: "4 copy" in person.item.name)
    person.press("c")
    person.until(lambda: isinstance(desk.middle.currentWidget(), ComparePage))
    page = desk.middle.currentWidget()
    assert isinstance(page, ComparePage)
    person.until(lambda: page.panes and not any(pane.canvas.empty for pane in page.panes))
    copy = next(pane.item.item for pane in page.panes if "copy" in pane.item.name)
    person.press("b", "b")
    while page.pair != (scene, copy):
        person.press("p")
    person.press("n")
    person.settle()
    person.press("Esc")
    assert desk.grid.hasFocus()
    with Case.open(case_path, actor="x", read_only=True) as case:
        (region,) = case.regions.of(scene)
        assert (region.shape, region.label) == (Shape.BOX, "school")
        (marker,) = case.regions.of(clip)
        assert marker.note == "smoke rises"
        assert case.link(scene, copy).verdict is Verdict.DIFFERENT
        kept = case.items([max(case.find(Filter()))])[0]
        assert (kept.parent, kept.time_in_video) == (clip, pytest.approx(0.1))


def test_a_second_reviewers_day(keyboard: Open, case_path: Path) -> None:
    """Reviews that wait are answered, others are asked, and map and timeline are visited on the way."""
    answer = Answer(warning=ContentWarning(level=Level.NONE), status=Status.VERIFIED)
    with Case.open(case_path, actor="Hiba") as case:
        case.review.assign([1, 2], ["Hiba", "Rana"])
        for number in (1, 2):
            case.review.answer(number, answer)
    person = keyboard(case_path)
    desk = person.desk
    person.press("Ctrl+Shift+R")
    person.until(lambda: desk.inspector.answering and desk.grid.current == 1)
    person.press("4", "u")
    person.write("Ref")
    person.press("n")
    person.write("another dome", "Ctrl+Shift+Return")
    person.until(lambda: desk.grid.current == 2 and desk.inspector.answering)
    person.settle()
    person.press("Esc")
    person.press("Ctrl+R")  # how far all reviews are
    person.settle()
    person.press("g")
    assert desk.grid.hasFocus()

    for key, canvas in (("Ctrl+M", "map"), ("Ctrl+T", "timeline")):
        person.press(key)
        person.until(lambda canvas=canvas: getattr(person.window.docks, canvas) is not None)
        panel = getattr(person.window.docks, canvas)
        person.until(lambda panel=panel: panel.canvas.hasFocus())
        person.press("+", "Left", "-", "Esc")
        assert desk.grid.hasFocus()
        person.go("F6", lambda panel=panel: panel.isAncestorOf(person.here))
        person.go("F6", desk.grid.hasFocus)
        person.press(key, key)
        person.press("Esc")
        assert desk.grid.hasFocus()

    with Case.open(case_path, actor="Rana", read_only=True) as case:
        (sheet,) = case.review.sheets([1])
        assert next(one.answer for one in sheet.given if one.reviewer == "Rana").note == "another dome"
