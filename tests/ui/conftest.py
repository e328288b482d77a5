"""A small real case, and a window that has it open."""

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, Level
from tests.makers import clap, photo, scene, video

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui import app
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.viewer.footage import Footage


def red_stripes() -> Image.Image:
    """A pattern that no cover may show: pure red and green lines, 8 pixels wide."""
    image = Image.new("RGB", (320, 240), (0, 200, 0))
    draw = ImageDraw.Draw(image)
    for x in range(0, 320, 16):
        draw.rectangle((x, 0, x + 7, 240), fill=(255, 0, 0))
    return image


def grey(seed: int) -> Image.Image:
    """A scene without any colour, so that red can only come from the stripes."""
    return scene(seed).convert("L").convert("RGB")


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of photos, one video, an Arabic name and a damaged file."""
    folder = tmp_path_factory.mktemp("media")
    photo(folder / "1 stripes.png", image=red_stripes())
    photo(folder / "2 scene.jpg", image=grey(2))
    photo(folder / "3 قرية حاس.jpg", image=grey(3))
    photo(folder / "4 copy.jpg", image=grey(2).resize((200, 150)))
    video(folder / "5 clip.mp4")
    (folder / "6 damaged.jpg").write_bytes((folder / "2 scene.jpg").read_bytes()[:150])
    return folder


@pytest.fixture(scope="session")
def imported(media: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with these files; tests work on copies of it."""
    path = tmp_path_factory.mktemp("imported") / "case"
    with Case.create(path, title="Hass 2016", actor="Rana") as case:
        list(case.import_files([media], workers=1))
    return path


@pytest.fixture
def case_path(imported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(imported, tmp_path / "case"))


@pytest.fixture(scope="session")
def application(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    return app.prepare(Settings(tmp_path_factory.mktemp("settings") / "settings.ini"))


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and the user's own data in a folder of the test's; returns it."""
    home = tmp_path / "home"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    return home


@pytest.fixture
def open_window(
    application: QApplication, qtbot: QtBot, own_home: Path
) -> Iterator[Callable[[Path | None], MainWindow]]:
    """Opens windows as the program does, and closes them."""
    opened: list[MainWindow] = []

    def show(path: Path | None) -> MainWindow:
        window = MainWindow(actor="Rana")
        opened.append(window)
        window.show()
        qtbot.waitExposed(window)
        with qtbot.waitActive(window):
            window.activateWindow()
        if path is not None:
            window.open_case(path)
            qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)
        return window

    yield show
    for window in opened:
        window.close()
        window.deleteLater()
    application.sendPostedEvents()


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot) -> MainWindow:
    """A window on the case, with all rows and thumbnails there."""
    window = open_window(case_path)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) == 6 and desk.model.item_at(0) is not None)
    desk.grid.setFocus()
    return window


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until all that was asked of the case before is done and shown."""
    assert window.desk is not None
    for ask in (window.desk.runner.change, window.desk.runner.read):
        done: list[bool] = []
        ask(lambda case: True, done.append)
        qtbot.waitUntil(lambda done=done: bool(done), timeout=20_000)
    qtbot.wait(80)
    done = []
    window.desk.runner.read(lambda case: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    model = window.desk.model
    qtbot.waitUntil(lambda: model.settled)


def choose(window: MainWindow, name: str) -> int:
    """Select one item by (part of) its name; returns its number."""
    desk = window.desk
    assert desk is not None
    for row, number in enumerate(desk.model.ids):
        item = desk.model.item_at(row)
        if item is not None and name in item.name:
            desk.grid.go_to(number)
            desk.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return number
    raise AssertionError(f"no item is called {name}")


def write(widget: QWidget, text: str) -> None:
    """Type any text; QTest's own keys end at Latin-1."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


def press(window: MainWindow, qtbot: QtBot, *keys: str | Qt.Key) -> None:
    assert window.desk is not None
    for key in keys:
        qtbot.keyClick(window.desk.viewer.canvas, key)


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a clap (shown), numbered frames without sound (shown) and covered red stripes with sound."""
    folder = tmp_path_factory.mktemp("clips")
    clap(folder / "1 clap.mp4", seconds=1.6, rate=25, flash=0.6)
    video(folder / "2 numbers.mkv", frames=60, rate=20, keyframes_every=20, b_frames=2)
    video(folder / "3 red.mp4", images=[red_stripes()] * 60, rate=20)
    photo(folder / "4 photo.jpg")
    path = tmp_path_factory.mktemp("imported clips") / "case"
    with Case.create(path, title="Clips", actor="Rana") as case:
        numbers = {event.path: event.item for event in case.import_files([folder], workers=1) if hasattr(event, "item")}
        shown = [number for name, number in numbers.items() if number and "red" not in name]
        case.annotate(shown, Change(level=Level.NONE))
    return path


@pytest.fixture
def clip_window(
    open_window: Callable[[Path | None], MainWindow], clips: Path, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    window = open_window(Path(shutil.copytree(clips, tmp_path / "clips")))
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) > 3 and desk.model.item_at(0) is not None)
    yield window
    window.close()
    assert multiprocessing.active_children() == []


@pytest.fixture
def opened(clip_window: MainWindow, qtbot: QtBot) -> Callable[[str], Footage]:
    """Opens a video by part of its name, and waits until it can be played."""

    def show(name: str) -> Footage:
        assert clip_window.desk is not None
        clip_window.desk.open_item(choose(clip_window, name))
        footage = clip_window.desk.viewer.footage
        footage.player.wished.emit()
        qtbot.waitUntil(lambda: footage.player.ready and footage.player.facts is not None, timeout=20_000)
        qtbot.waitUntil(lambda: footage.player.frames is not None and footage.player.number is not None, timeout=9000)
        return footage

    return show
