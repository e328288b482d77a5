"""Nothing of a covered picture is seen while it is compared, and nothing of it stays."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.model import Change, ContentWarning, Level, Verdict
from annotator.region import Cover, Region, Shape
from tests.ui.compare.conftest import compare, cover_item, numbers, page
from tests.ui.conftest import settle
from tests.ui.test_shield import hold, red, red_points, release
from ui.compare.blend import Pictures
from ui.compare.reading import Read
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.viewer import pictures


def test_panes_are_covered_until_space_is_held_in_them(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    cover_item(window, qtbot, "whole")  # and with it its copy
    shown = compare(desk, qtbot, "whole", "smaller", "stranger")
    first, copy, stranger = (pane.canvas for pane in shown.panes)
    assert red(first) == red(copy) == 0
    assert red(stranger) > 20
    for _ in range(2):  # what was under the shield comes again
        first.setFocus()
        hold(first)
        qtbot.waitUntil(lambda: red(first) > 20, timeout=10_000)
        assert red(copy) == 0
        release(first)
        assert red(first) == red(copy) == 0
        assert not first.picture.bare
    shown.top.repaint()
    for change in (first.zoom_in, first.actual, first.turn, first.fit):
        change()
        assert red(first) == red(copy) == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_O, Qt.Key.Key_X], ids=["blink", "overlay", "difference"])
def test_what_derives_from_a_covered_picture_is_covered(
    window: MainWindow, desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    """Only the second is covered: that is enough."""
    whole, crop = numbers(desk, "whole", "crop")
    desk.apply(lambda case, items: case.judge(whole, crop, Verdict.DIFFERENT)[1], [])
    cover_item(window, qtbot, "crop")
    shown = compare(desk, qtbot, "whole", "crop")
    assert not shown.panes[0].item.covered
    over = shown.over
    qtbot.keyClick(shown.panes[0].canvas, key)
    qtbot.waitUntil(lambda: not over.empty, timeout=10_000)
    for change in (lambda: over.more(3), lambda: over.wipe(4), over.level, lambda: over.hold(True)):
        change()
        assert red(window) == red_points(over.canvas.picture.screen) == 0
    over.wipe(-20)
    if key == Qt.Key.Key_X:
        over.level()
        return
    for _ in range(2):
        hold(over.canvas)
        qtbot.waitUntil(lambda: red(over.canvas) > 20, timeout=10_000)
        release(over.canvas)
        assert red(window) == 0
        assert over.bare_pictures == 0
        assert not over.canvas.picture.bare or red_points(over.canvas.picture.screen) == 0


def test_a_covered_part_stays_covered_in_what_derives_from_it(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    (number,) = numbers(desk, "whole")
    region = Region(region=0, item=number, shape=Shape.BOX, points=((0.0, 0.0), (1.0, 1.0)), cover=Cover.COVERED)
    desk.runner.change(lambda case: case.regions.add(region), lambda _: None)
    settle(window, qtbot)
    shown = compare(desk, qtbot, "smaller", "whole")
    for key in (Qt.Key.Key_O, Qt.Key.Key_X, Qt.Key.Key_B):
        shown.over.hold(True)
        qtbot.keyClick(shown.canvas, key)
        qtbot.waitUntil(lambda: shown.over.canvas.picture.bare, timeout=10_000)
        assert red_points(shown.over.canvas.picture.screen) == 0


def test_a_part_that_is_covered_meanwhile_is_covered_at_once(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "crop")
    (number,) = numbers(desk, "whole")
    region = Region(region=0, item=number, shape=Shape.BOX, points=((0.0, 0.0), (1.0, 1.0)), cover=Cover.COVERED)
    for key in (None, Qt.Key.Key_O):
        if key is not None:
            qtbot.keyClick(shown.panes[0].canvas, key)
            qtbot.waitUntil(lambda: shown.over.canvas.picture.bare, timeout=10_000)
        assert red(shown.canvas) > 20 or key is not None
        desk.runner.change(lambda case: case.regions.add(region), lambda done: desk.changed(done[1]))
        qtbot.waitUntil(lambda: red(shown.canvas) == 0, timeout=5000)
        settle(window, qtbot)
        assert red(shown.canvas) == 0


class Slow:
    """Work whose answer waits, when it is there already, until it may be given."""

    def __init__(self, really: Callable[..., object]) -> None:
        self._really = really
        self.there, self.given = threading.Event(), threading.Event()

    def __call__(self, *known: object) -> object:
        answer = self._really(*known)
        self.there.set()
        assert self.given.wait(20)
        return answer


@pytest.mark.parametrize("over", [False, True], ids=["beside", "overlay"])
def test_what_was_read_before_a_part_was_covered_is_not_shown_after(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, over: bool
) -> None:
    shown = compare(desk, qtbot, "whole", "crop")
    (number,) = numbers(desk, "whole")
    if over:
        slow = Slow(Pictures.of)
        monkeypatch.setattr(Pictures, "of", slow)
        qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_O)
    else:
        slow = Slow(pictures.photo(number, 1024, window.shield.style))
        monkeypatch.setattr(pictures, "photo", lambda *_asked: slow)
        shown.panes[0].renew()
    qtbot.waitUntil(slow.there.is_set, timeout=10_000)
    region = Region(region=0, item=number, shape=Shape.BOX, points=((0.0, 0.0), (1.0, 1.0)), cover=Cover.COVERED)
    covered: list[bool] = []
    desk.runner.change(
        lambda case: case.regions.add(region), lambda done: (desk.changed(done[1]), covered.append(True))
    )
    qtbot.waitUntil(lambda: bool(covered), timeout=10_000)
    seen: list[int] = []
    shown.canvas.view_changed.connect(lambda: seen.append(red(shown.canvas)))
    slow.given.set()
    qtbot.waitUntil(lambda: shown.canvas.picture.bare, timeout=10_000)
    settle(window, qtbot)
    assert seen
    assert not any(seen)


def test_what_is_covered_before_its_pane_is_there_is_covered_in_it(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(Read.of)
    monkeypatch.setattr(Read, "of", slow)
    desk.select(numbers(desk, "whole", "stranger"))
    desk.grid.setFocus()
    qtbot.keyClick(desk.grid, Qt.Key.Key_C)
    qtbot.waitUntil(slow.there.is_set, timeout=10_000)
    covered: list[bool] = []
    warning = Change(warning=ContentWarning(level=Level.GRAPHIC))
    desk.runner.change(
        lambda case: case.annotate(numbers(desk, "stranger"), warning),
        lambda changed: (desk.changed(changed), covered.append(True)),
    )
    qtbot.waitUntil(lambda: bool(covered), timeout=10_000)
    slow.given.set()
    qtbot.waitUntil(lambda: len(page(desk).panes) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: all(not pane.canvas.empty for pane in page(desk).panes), timeout=10_000)
    settle(window, qtbot)
    whole, stranger = (pane.canvas for pane in page(desk).panes)
    assert red(stranger) == 0 < red(whole)


def test_leaving_keeps_no_picture(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    cover_item(window, qtbot, "whole")
    shown = compare(desk, qtbot, "whole", "crop")
    canvases = [pane.canvas for pane in shown.panes] + [shown.over.canvas]
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: not shown.over.empty, timeout=10_000)
    hold(shown.over.canvas)
    qtbot.keyClick(shown.over.canvas, Qt.Key.Key_Escape)
    assert desk.grid.isVisible()
    assert not window.shield.looking
    assert shown.over.bare_pictures == 0
    for canvas in canvases:
        assert not canvas.picture.bare
        assert canvas.picture.stand_in.isNull()
