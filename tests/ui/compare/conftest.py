"""A case of a picture, its crop, a smaller copy and strangers, and the page that compares them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Filter, Level
from tests.makers import photo, scene
from tests.ui.conftest import settle
from ui.compare.page import ComparePage
from ui.desk import Desk
from ui.main_window import MainWindow


def spotted(seed: int) -> Image.Image:
    """Grey shapes with enough corners to find again, and pure red ones among them."""
    image = scene(seed, 480, 360).convert("L").convert("RGB")
    draw, random = ImageDraw.Draw(image), np.random.default_rng(seed + 1000)
    for number in range(150):
        x, y, side = random.integers(0, 460), random.integers(0, 340), random.integers(8, 40)
        grey = int(random.integers(0, 256))
        draw.rectangle((x, y, x + side, y + side), fill=(255, 0, 0) if number % 3 == 0 else (grey, grey, grey))
    return image


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a picture, its crop, a smaller copy, a stranger and a damaged file, none of them covered."""
    folder = tmp_path_factory.mktemp("compared")
    whole = spotted(1)
    files = [
        photo(folder / "1 whole.png", image=whole),
        photo(folder / "2 crop.png", image=whole.crop((120, 90, 360, 270))),
        photo(folder / "3 smaller.jpg", image=whole.resize((240, 180)), quality=90),
        photo(folder / "4 stranger.png", image=spotted(2)),
        folder / "5 damaged.jpg",
    ]
    files[4].write_bytes(files[2].read_bytes()[:150])
    with Case.create(folder / "case", title="Compared", actor="Rana") as case:
        for file in files:  # one by one, so that their order is known
            list(case.import_files([file], workers=1))
        numbers = case.find(Filter())
        case.annotate(numbers, Change(warning=ContentWarning(level=Level.NONE)))
    return folder / "case"


@pytest.fixture
def imported(made: Path) -> Path:
    return made


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot) -> MainWindow:
    window = open_window(case_path)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) == 5 and desk.model.item_at(0) is not None)
    desk.grid.setFocus()
    return window


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def numbers(desk: Desk, *names: str) -> list[int]:
    """The items whose names hold these."""
    rows = [desk.model.item_at(row) for row in range(len(desk.model.ids))]
    return [item.item for name in names for item in rows if item is not None and name in item.name]


def page(desk: Desk) -> ComparePage:
    shown = desk.middle.currentWidget()
    assert isinstance(shown, ComparePage)
    return shown


def compare(desk: Desk, qtbot: QtBot, *names: str) -> ComparePage:
    """Select these items, press C, and wait until all there is to know of them is there."""
    chosen = numbers(desk, *names)
    desk.select(chosen)
    desk.grid.setFocus()
    qtbot.keyClick(desk.grid, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: isinstance(desk.middle.currentWidget(), ComparePage), timeout=5000)
    shown = page(desk)
    qtbot.waitUntil(lambda: len(shown.panes) == len(chosen), timeout=5000)
    ready(shown, qtbot)
    return shown


def ready(shown: ComparePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            bool(shown.panes)
            and all(not pane.canvas.empty for pane in shown.panes)
            and all("Looking" not in shown.laying.sentence(place) for place in range(1, len(shown.panes)))
        ),
        timeout=20_000,
    )


def cover_item(window: MainWindow, qtbot: QtBot, name: str) -> None:
    desk = window.desk
    assert desk is not None
    warning = Change(warning=ContentWarning(level=Level.GRAPHIC, content=("dead-body",)))
    desk.apply(lambda case, items: case.annotate(items, warning), numbers(desk, name))
    settle(window, qtbot)
