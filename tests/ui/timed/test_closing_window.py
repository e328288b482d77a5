"""The window closes at any moment: at once, all that was asked for is in the case, and no process is left."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, Filter, Level, Verified
from tests.makers import photo, scene, video
from tests.synthetic import make_case
from tests.ui.conftest import choose
from ui.changes import Changes
from ui.dialogs.new_case import NewCase
from ui.main_window import MainWindow

ROOT = Path(__file__).parents[3]
SECONDS = 5
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def processes() -> dict[int, tuple[int, int, str]]:
    """All that run here: parent, session and command of each; zombies are none."""
    found = {}
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            state, parent, _group, session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            if state != "Z":
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                found[int(folder.name)] = (int(parent), int(session), command)
    return found


def children() -> set[str]:
    """Commands of this process' children, but for the one that Python itself keeps for its shared memory."""
    mine = os.getpid()
    return {
        command for parent, _, command in processes().values() if parent == mine and "resource_tracker" not in command
    }


def of_session(leader: int) -> list[str]:
    """Commands of what was started by a program that leads a session."""
    return [command for _, session, command in processes().values() if session == leader]


@pytest.fixture(scope="module")
def drive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough to import for longer than any test takes."""
    folder = tmp_path_factory.mktemp("drive")
    for number in range(80):
        photo(folder / f"{number:03}.jpg", image=scene(number, 1600, 1200))
    return folder


def importing(window: MainWindow, qtbot: QtBot, drive: Path) -> None:
    assert window.desk is not None
    assert window.work is not None
    window.work.import_paths([drive])
    qtbot.waitUntil(lambda: len(window.desk.model.ids) > 6, timeout=20_000)


def playing(window: MainWindow, qtbot: QtBot, drive: Path) -> None:
    desk = window.desk
    assert desk is not None
    desk.open_item(choose(window, "5 clip"))
    qtbot.waitUntil(lambda: desk.viewer.footage.time is not None, timeout=20_000)
    qtbot.keyClick(desk.viewer.canvas, "k")
    qtbot.waitUntil(lambda: desk.viewer.footage.time > 0, timeout=20_000)


def aligning(window: MainWindow, qtbot: QtBot, drive: Path) -> None:
    desk = window.desk
    assert desk is not None
    desk.comparing.compare([choose(window, "2 scene"), choose(window, "4 copy")])
    qtbot.waitUntil(lambda: len(desk.comparing.page.panes) == 2, timeout=20_000)
    qtbot.keyClick(window.focusWidget(), "x")


def drawing_the_map(window: MainWindow, qtbot: QtBot, drive: Path) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: window.docks.map is not None, timeout=5000)


def exporting(window: MainWindow, qtbot: QtBot, drive: Path) -> None:
    assert window.desk is not None
    assert window.work is not None
    window.work.export(window.desk.runner.path / "exports" / "bundle", wanted=Filter(), zipped=False)


def verifying(window: MainWindow, qtbot: QtBot, drive: Path) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_V, CTRL | SHIFT)


MOMENTS: dict[str, Callable[[MainWindow, QtBot, Path], None]] = {
    "import": importing,
    "playing": playing,
    "aligning": aligning,
    "map": drawing_the_map,
    "export": exporting,
    "verify": verifying,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_closing_keeps_what_was_asked_for_and_leaves_no_process(
    moment: str, window: MainWindow, case_path: Path, drive: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    number = choose(window, "2 scene")
    MOMENTS[moment](window, qtbot, drive)
    for tag in ("one", "two", "three"):
        desk.changes.make(Change(add_tags=(tag,)), [number])
    desk.changes.set_level(Level.EXTREME, [number])
    began = time.monotonic()
    window.close()
    assert time.monotonic() - began < SECONDS
    assert children() == set()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("evidence-")] == []
    assert list(case_path.glob("exports/bundle")) == []
    with Case.open(case_path, actor="x") as case:
        (item,) = case.items([number])
        assert set(item.tags) == {"one", "two", "three"}
        assert item.warning.level is Level.EXTREME
        *_, verified = case.verify()
    assert isinstance(verified, Verified)
    assert verified.ok


def test_closing_in_the_middle_of_a_change_of_thousands_makes_all_of_it_or_nothing(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_case(tmp_path / "many", 6000)
    window = open_window(path)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.model.item_at(0) is not None, timeout=20_000)
    with Case.open(path, actor="x", read_only=True) as case:
        before = len(case.find(Filter(tag=("all of them",))))
    assert isinstance(desk.changes, Changes)
    desk.changes.make(Change(add_tags=("all of them",)), desk.model.ids)
    qtbot.waitUntil(lambda: desk.changes._meter.progress is not None, timeout=5000)
    began = time.monotonic()
    window.close()
    assert time.monotonic() - began < SECONDS
    assert before == 0
    with Case.open(path, actor="x", read_only=True) as case:
        assert len(case.find(Filter(tag=("all of them",)))) == 6000


def test_closing_while_a_dialog_waits_for_an_answer_closes_the_dialog_too(window: MainWindow, qtbot: QtBot) -> None:
    asked: list[bool] = []

    def close() -> None:
        asked.append(isinstance(QApplication.activeModalWidget(), NewCase))
        window.close()

    QTimer.singleShot(200, close)
    QTimer.singleShot(3000, lambda: [dialog.reject() for dialog in window.findChildren(NewCase)])
    began = time.monotonic()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_N, CTRL)
    assert time.monotonic() - began < 2
    assert asked == [True]
    assert not window.isVisible()
    assert [top for top in QApplication.topLevelWidgets() if top.isVisible()] == []


# --- the program itself


@pytest.fixture
def clip_case(tmp_path: Path) -> Path:
    video(tmp_path / "clip.mp4", frames=200, rate=20)
    with Case.create(tmp_path / "case", title="Clip", actor="Rana") as case:
        list(case.import_files([tmp_path / "clip.mp4"], workers=1))
    return tmp_path / "case"


PLAY = """
import os, signal, sys
sys.argv = ["main.py", {case!r}]
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui import app, main_window

def go() -> None:
    window = next((top for top in QApplication.topLevelWidgets() if isinstance(top, main_window.MainWindow)), None)
    desk = window.desk if window is not None else None
    if desk is None or desk.grid.current is None:
        return
    if not desk.viewing:
        window.activateWindow()
        QTest.keyClick(desk.grid, "4")
        QTest.keyClick(desk.grid, Qt.Key.Key_Return)
    elif desk.viewer.footage.time == 0:
        QTest.keyClick(desk.viewer.canvas, "k")
    elif desk.viewer.footage.time:
        ticking.stop()
        QTest.keyClick(desk.viewer.canvas, "5")
        QTimer.singleShot({after}, lambda: print("playing", flush=True))
        {then}

write = os.write
def told(*given: object) -> None:
    os.write = write
    print("playing", flush=True)
    signal.raise_signal(signal.SIGTERM)
    write(*given)

prepare = app.prepare
def prepared(settings):
    global ticking
    application = prepare(settings)
    ticking = QTimer(interval=100)
    ticking.timeout.connect(go)
    ticking.start()
    return application

app.prepare = prepared
if __name__ == "__main__":
    sys.exit(app.run(__import__("pathlib").Path({case!r})))
"""


ENDS = {
    "it plays": (0, ""),
    "it asks": (300, "QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)"),
    "it sends to the player": (60_000, "os.write = told"),
}
"""What the program is at when it is told to end: milliseconds until it is there, and how it comes there."""


@pytest.mark.parametrize("at", ENDS)
def test_a_program_that_is_told_to_end_ends_whatever_it_is_at_and_nothing_of_it_runs_on(
    at: str, clip_case: Path, tmp_path: Path
) -> None:
    after, then = ENDS[at]
    script = tmp_path / "play.py"
    script.write_text(PLAY.format(case=str(clip_case), then=then, after=after), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as program:  # fmt: skip
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == "playing\n", program.stderr.read()
            began = time.monotonic()
            program.send_signal(signal.SIGTERM)
            _, complaint = program.communicate(timeout=SECONDS * 4)
            took = time.monotonic() - began
            while (left := of_session(program.pid)) and time.monotonic() - began < SECONDS:
                time.sleep(0.02)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
    assert program.returncode == 0
    assert took < SECONDS
    assert left == []
    assert "Traceback" not in complaint
    with Case.open(clip_case, actor="Rana") as case:
        assert case.items([1])[0].warning.level is Level.EXTREME
