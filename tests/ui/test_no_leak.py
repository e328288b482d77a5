"""Every surface that draws an item, with a covered item whose every detail is known: none of it is there unasked."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Filter, Kind, Level
from annotator.region import Cover, Region, Shape
from tests.makers import exif, photo, video, with_thumbnail
from tests.ui.conftest import choose, settle
from tests.ui.test_shield import hold, release
from ui.compare.page import ComparePage
from ui.desk import Desk
from ui.library import carry
from ui.main_window import MainWindow

LINES = 200
"""Pixels of the red and green lines of a histogram; a picture of the blocks has tens of thousands."""
Show = Callable[[MainWindow, QtBot], QWidget]


def blocks(seed: int = 7) -> Image.Image:
    """Blocks of pure red, pure green, black and white: hues that the window itself never uses, and edges throughout."""
    colors = np.array([(255, 0, 0), (0, 220, 0), (0, 0, 0), (255, 255, 255)], np.uint8)
    chosen = np.random.default_rng(seed).integers(0, 4, (22, 30))
    return Image.fromarray(colors[chosen].repeat(16, axis=0).repeat(16, axis=1))


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def coloured(shown: np.ndarray) -> int:
    """How many pixels have a hue of the blocks."""
    red, green, blue = shown[..., 0], shown[..., 1], shown[..., 2]
    return int(((np.maximum(red, green) > 140) & (np.minimum(red, green) < 100) & (blue < 100)).sum())


def edged(shown: np.ndarray) -> float:
    """The share of rows that are crossed by as many edges as the blocks have; a line of text is a few rows."""
    grey = shown.mean(axis=2)
    return float(((np.abs(grey[:, 2:] - grey[:, :-2]) > 60).sum(axis=1) > 24).mean())


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of a photo with position, date and thumbnail, its copy, and a video, all of the blocks, none assessed."""
    folder = tmp_path_factory.mktemp("blocks")
    picture = blocks()
    original = photo(
        folder / "1 blocks.jpg", image=picture, block=exif(position=(35.6, 36.6)), quality=95, subsampling=0
    )
    photo(folder / "2 other thumbnail.jpg", image=blocks(8), quality=95, subsampling=0)
    with_thumbnail(folder / "2 other thumbnail.jpg", blocks(9).resize((160, 120)))
    files = [
        original,
        folder / "2 other thumbnail.jpg",
        photo(folder / "3 copy.jpg", image=picture.resize((360, 264)), quality=92, subsampling=0),
        video(folder / "4 clip.mp4", images=[picture.resize((480, 352))] * 20, size=(480, 352)),
    ]
    with Case.create(folder / "case", title="Blocks", actor="Hiba") as case:
        for file in files:
            list(case.import_files([file], workers=1))
        case.review.assign(case.find(Filter()), ["Rana"])
    return folder / "case"


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot) -> MainWindow:
    return opened(open_window, case_path, qtbot)


def opened(open_window: Callable[[Path | None], MainWindow], path: Path, qtbot: QtBot) -> MainWindow:
    window = open_window(path)
    assert window.desk is not None
    desk = window.desk
    qtbot.waitUntil(lambda: len(desk.model.ids) == 4 and desk.model.item_at(0) is not None)
    desk.grid.setFocus()
    settle(window, qtbot)
    return window


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def grid(window: MainWindow, qtbot: QtBot) -> QWidget:
    choose(window, "1 blocks")
    return desk_of(window).grid


def closed_stack(window: MainWindow, qtbot: QtBot) -> QWidget:
    desk = desk_of(window)
    desk.library.set_stacked(True)
    qtbot.waitUntil(lambda: desk.model.rowCount() < 4, timeout=5000)
    settle(window, qtbot)
    desk.grid.go_to(desk.model.shown[0])
    desk.grid.setFocus()
    return desk.grid


def opened_stack(window: MainWindow, qtbot: QtBot) -> QWidget:
    closed_stack(window, qtbot)
    window.actions_.by_name["open_stack"].trigger()
    settle(window, qtbot)
    return desk_of(window).grid


def viewer(window: MainWindow, qtbot: QtBot, name: str = "1 blocks") -> QWidget:
    desk = desk_of(window)
    desk.open_item(choose(window, name))
    canvas = desk.viewer.canvas
    qtbot.waitUntil(lambda: not canvas.empty, timeout=20_000)
    canvas.setFocus()
    return desk.viewer


def act(*names: str) -> Show:
    """The viewer after these actions."""

    def show(window: MainWindow, qtbot: QtBot) -> QWidget:
        shown = viewer(window, qtbot)
        for name in names:
            window.actions_.by_name[name].trigger()
        return shown

    return show


def embedded_thumbnail(window: MainWindow, qtbot: QtBot) -> QWidget:
    shown = viewer(window, qtbot, "2 other thumbnail")
    window.actions_.by_name["embedded"].trigger()
    settle(window, qtbot)
    qtbot.wait(300)
    return shown


def clip(window: MainWindow, qtbot: QtBot) -> QWidget:
    shown = viewer(window, qtbot, "4 clip")
    settle(window, qtbot)
    return shown


def playing(window: MainWindow, qtbot: QtBot) -> QWidget:
    shown = clip(window, qtbot)
    window.actions_.by_name["play"].trigger()
    qtbot.wait(500)
    return shown


def compare(*names: str) -> Show:
    """The page that compares, in one of its ways."""

    def show(window: MainWindow, qtbot: QtBot) -> QWidget:
        desk = desk_of(window)
        first, second = choose(window, "1 blocks"), choose(window, "3 copy")
        desk.comparing.compare([first, second])
        page = desk.comparing.page
        assert isinstance(page, ComparePage)
        qtbot.waitUntil(lambda: len(page.panes) == 2 and not any(p.canvas.empty for p in page.panes), timeout=20_000)
        for name in names:
            window.actions_.by_name[name].trigger()
            qtbot.waitUntil(lambda: not page.over.empty, timeout=20_000)
        return page

    return show


def second_review(window: MainWindow, qtbot: QtBot) -> QWidget:
    choose(window, "1 blocks")
    window.actions_.by_name["review_next"].trigger()
    qtbot.waitUntil(lambda: desk_of(window).inspector.answering, timeout=5000)
    return desk_of(window).middle


PICTURES: dict[str, Show] = {
    "grid": grid,
    "closed stack": closed_stack,
    "opened stack": opened_stack,
    "viewer": viewer,
    "viewer at actual size": act("actual"),
    "viewer with the glass": act("loupe"),
    "viewer with levels": act("levels"),
    "viewer mirrored with facts": act("flip_across", "facts"),
    "embedded thumbnail": embedded_thumbnail,
    "video and its strip": clip,
    "video playing": playing,
    "compare": compare(),
    "blink": compare("compare_blink"),
    "overlay": compare("compare_overlay"),
    "difference": compare("compare_difference"),
    "second review": second_review,
}


@pytest.mark.parametrize("name", PICTURES)
def test_no_trace_of_a_covered_item_until_somebody_looks(name: str, window: MainWindow, qtbot: QtBot) -> None:
    surface = PICTURES[name](window, qtbot)
    shown = pixels(surface.grab().toImage())
    assert coloured(shown) == 0
    assert edged(shown) < 0.2
    focus = window.focusWidget()
    assert focus is not None
    hold(focus)
    qtbot.waitUntil(lambda: coloured(pixels(surface.grab().toImage())) > 500, timeout=10_000)
    release(focus)
    shown = pixels(surface.grab().toImage())
    assert coloured(shown) == 0
    assert edged(shown) < 0.2


@pytest.mark.parametrize("name", PICTURES)
def test_a_part_that_somebody_covered_stays_covered_on_an_item_that_is_not(
    name: str, case_path: Path, open_window: Callable[[Path | None], MainWindow], qtbot: QtBot
) -> None:
    """The part is the whole picture, so nothing of it may be there, looked at or not."""
    with Case.open(case_path, actor="Hiba") as case:
        items = case.find(Filter())
        case.annotate(items, Change(warning=ContentWarning(level=Level.NONE)))
        for item in case.items(items):
            began, ended = (0.0, item.duration) if item.kind is Kind.VIDEO else (None, None)
            whole = ((0.0, 0.0), (1.0, 1.0))
            case.regions.add(
                Region(
                    region=0, item=item.item, shape=Shape.BOX, points=whole, began=began, ended=ended,
                    cover=Cover.COVERED,
                )
            )  # fmt: skip
    window = opened(open_window, case_path, qtbot)
    surface = PICTURES[name](window, qtbot)
    assert coloured(pixels(surface.grab().toImage())) < LINES
    focus = window.focusWidget()
    assert focus is not None
    hold(focus)
    qtbot.wait(300)
    assert coloured(pixels(surface.grab().toImage())) < LINES
    release(focus)


@pytest.mark.parametrize("name", ["map", "timeline"])
def test_map_and_timeline_show_no_picture_even_while_somebody_looks(
    name: str, window: MainWindow, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    choose(window, "1 blocks")
    window.actions_.by_name[name].trigger()
    panel = getattr(window.docks, name)
    qtbot.waitUntil(panel.isVisible)
    settle(window, qtbot)
    desk.grid.setFocus()
    assert coloured(pixels(window.grab().toImage())) == 0
    hold(desk.grid)
    qtbot.waitUntil(lambda: coloured(pixels(desk.grid.grab().toImage())) > 500, timeout=10_000)
    assert coloured(pixels(panel.grab().toImage())) == 0
    release(desk.grid)
    assert coloured(pixels(window.grab().toImage())) == 0


def test_the_picture_of_a_task_switcher_is_covered_while_somebody_looks(window: MainWindow, qtbot: QtBot) -> None:
    surface = viewer(window, qtbot)
    focus = window.focusWidget()
    assert focus is not None
    hold(focus)
    qtbot.waitUntil(lambda: coloured(pixels(surface.grab().toImage())) > 500, timeout=10_000)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    assert coloured(pixels(window.grab().toImage())) == 0


def test_what_leaves_the_window_is_text(window: MainWindow, qtbot: QtBot) -> None:
    grid(window, qtbot)
    window.actions_.by_name["copy"].trigger()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: "1 blocks" in clipboard.text(), timeout=5000)
    for data in (clipboard.mimeData(), carry.mime("1 blocks.jpg")):
        assert isinstance(data, QMimeData)
        assert data.formats() == ["text/plain"]
    assert coloured(pixels(carry.sign(window, 3).toImage())) == 0
    index = desk_of(window).grid.currentIndex()
    assert "<img" not in str(index.data(Qt.ItemDataRole.ToolTipRole))
