"""Two to four items are compared by keyboard: locked views, blinking, overlay, difference, verdicts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Verdict
from tests.ui.compare.conftest import compare, numbers, page, ready
from tests.ui.conftest import settle
from tests.ui.test_shield import red
from ui.compare import opening
from ui.compare.blend import Mode
from ui.compare.page import ComparePage
from ui.desk import Desk
from ui.main_window import MainWindow


def test_two_items_are_shown_beside_each_other_and_aligned(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "crop")
    assert "Aligned" in shown.bottom.found
    assert "25 % of the first picture" in shown.bottom.found
    assert red(shown.panes[0].canvas) > 20
    assert red(shown.panes[1].canvas) > 20
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Escape)
    assert desk.grid.isVisible()
    assert list(desk.selection) == numbers(desk, "whole", "crop")


def test_zooming_one_shows_the_same_place_of_the_other(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "crop", "smaller")
    whole, crop, smaller = (pane.canvas for pane in shown.panes)
    whole.setFocus()
    whole.show_part(QPointF(0.4, 0.45), 4.0)
    assert smaller.view.zoom == pytest.approx(8.0, rel=0.03)
    middle = QPointF(crop.view.area.width() / 2, crop.view.area.height() / 2)
    seen = crop.in_picture(middle)
    # The crop begins at a quarter of the whole and is half as wide; both have the same pixels.
    assert (seen.x(), seen.y()) == pytest.approx((0.3, 0.4), abs=0.02)
    assert crop.view.zoom == pytest.approx(4.0, rel=0.03)
    qtbot.keyClick(whole, Qt.Key.Key_K)
    qtbot.keyClick(whole, Qt.Key.Key_F)
    assert whole.view.zoom == 0
    assert crop.view.zoom == pytest.approx(4.0, rel=0.03)
    qtbot.keyClick(whole, Qt.Key.Key_R)
    assert (whole.view.turned, crop.view.turned) == (90, 0)
    qtbot.keyClick(whole, Qt.Key.Key_K)
    assert crop.view.zoom == 0
    qtbot.keyClick(whole, Qt.Key.Key_R)
    assert (whole.view.turned, crop.view.turned) == (180, 90)


def test_facts_that_differ_are_told_in_words(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "smaller")
    told = [pane.told for pane in shown.panes]
    assert "Differs" in told[0]
    assert "480 × 360" in told[0]
    assert "240 × 180" in told[1]
    assert "no date read" not in told[0]
    assert "no date read" in shown.bottom.reason


def test_pictures_blink_by_themselves_and_while_enter_is_held(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "crop")
    over = shown.over
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_B)
    assert shown.mode is Mode.BLINK
    qtbot.waitUntil(lambda: not over.empty, timeout=10_000)
    for _ in range(4):
        qtbot.keyClick(over.canvas, Qt.Key.Key_BracketRight)
    for wanted in (True, False):
        qtbot.waitUntil(lambda wanted=wanted: over.second is wanted, timeout=5000)
    qtbot.keyPress(over.canvas, Qt.Key.Key_Return)
    assert over.second
    qtbot.wait(700)
    assert over.second
    qtbot.keyRelease(over.canvas, Qt.Key.Key_Return)
    assert not over.second
    qtbot.keyClick(over.canvas, Qt.Key.Key_B)
    assert shown.mode is Mode.BESIDE


def test_a_difference_shows_nothing_where_nothing_differs_and_says_what_is_not_compared(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    shown = compare(desk, qtbot, "whole", "crop")
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: shown.over.canvas.picture.bare, timeout=10_000)
    image = shown.over.canvas.picture.screen
    assert image.pixelColor(image.width() // 2, image.height() // 2).lightness() < 40
    outside = [image.pixelColor(x, 20).lightness() for x in range(20, image.width() - 20, 7)]
    assert min(outside) > 80
    assert list(desk.selection) == numbers(desk, "whole", "crop")


def test_the_overlay_has_an_opacity_and_a_curtain(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "smaller")
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_O)
    over = shown.over
    qtbot.waitUntil(lambda: over.canvas.picture.bare, timeout=10_000)
    before = over.canvas.picture.screen.copy()
    qtbot.keyClick(over.canvas, Qt.Key.Key_BracketRight)
    qtbot.keyClick(over.canvas, Qt.Key.Key_Period)
    assert over.settings.opacity == pytest.approx(0.6)
    assert over.settings.wipe == pytest.approx(0.05)
    assert over.canvas.picture.screen != before


def test_what_could_not_be_aligned_is_not_laid_over(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "stranger")
    assert "No alignment found" in shown.bottom.found
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_O)
    assert not shown.over.canvas.picture.bare
    qtbot.keyClick(shown.over.canvas, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: shown.over.canvas.picture.bare, timeout=10_000)


def test_what_cannot_be_read_says_so_in_its_pane(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "damaged")
    assert "can't be read" in shown.panes[1].canvas.accessibleDescription()
    assert "nothing can be aligned" in shown.bottom.found
    assert red(shown.panes[0].canvas) > 20


def test_verdicts_are_written_by_keys_and_taken_back(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    pair = numbers(desk, "whole", "stranger")
    shown = compare(desk, qtbot, "whole", "stranger")
    for key, verdict, said in (
        ("y", Verdict.SAME, "said to be the same"),
        ("n", Verdict.DIFFERENT, "said to be different"),
        ("u", Verdict.UNDECIDED, "no verdict yet"),
        ("y", Verdict.SAME, "said to be the same"),
    ):
        qtbot.keyClick(shown.panes[0].canvas, key)
        qtbot.waitUntil(lambda said=said: said in shown.bottom.said, timeout=5000)
        with Case.open(case_path, actor="Rana", read_only=True) as case:
            link = case.link(*pair)
            assert link is not None
            assert link.verdict is verdict
            assert [row.action for row in case.journal()][-1] == "verdict"
    settle(window, qtbot)
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "no verdict yet" in shown.bottom.said, timeout=5000)


def test_tab_goes_through_the_undecided_pairs_of_three(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "crop", "smaller")
    assert len(shown.panes) == 3
    assert "Pair 1 of 2 · 2 undecided" in shown.top.progress
    qtbot.keyClick(shown.panes[0].canvas, "n")
    qtbot.waitUntil(lambda: "1 undecided" in shown.top.progress, timeout=5000)
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Tab)
    assert shown.panes[2].canvas.hasFocus()
    assert "Pair 2 of 2" in shown.top.progress
    qtbot.keyClick(shown.panes[2].canvas, "y")
    qtbot.waitUntil(lambda: "0 undecided" in shown.top.progress, timeout=5000)
    qtbot.keyClick(shown.panes[2].canvas, Qt.Key.Key_Tab)
    assert "No other pair" in window.notices.sentence


def test_a_digit_warns_of_the_item_that_has_the_keyboard(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    shown = compare(desk, qtbot, "whole", "stranger")
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Right)
    assert shown.panes[1].canvas.hasFocus()
    qtbot.keyClick(shown.panes[1].canvas, "4")
    qtbot.waitUntil(lambda: shown.panes[1].item.covered, timeout=5000)
    assert not shown.panes[0].item.covered
    assert red(shown.panes[1].canvas) == 0
    assert red(shown.panes[0].canvas) > 20


def test_undecided_copies_are_gone_through_by_keyboard(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.actions_.by_name["undecided"].trigger()
    qtbot.waitUntil(lambda: isinstance(desk.middle.currentWidget(), ComparePage), timeout=5000)
    shown = page(desk)
    ready(shown, qtbot)
    for _ in range(3):
        assert {pane.item.item for pane in shown.panes} <= set(numbers(desk, "whole", "crop", "smaller"))
        qtbot.keyClick(shown.panes[0].canvas, "y")
        qtbot.waitUntil(lambda: "said to be the same" in shown.bottom.said, timeout=10_000)
        settle(window, qtbot)
        if shown.going.pairs.left == 0:
            break
        qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: bool(shown.panes) and "no verdict yet" in shown.bottom.said, timeout=10_000)
        ready(shown, qtbot)
    qtbot.keyClick(shown.panes[0].canvas, "g")
    window.actions_.by_name["undecided"].trigger()
    qtbot.waitUntil(lambda: "waits for a verdict" in window.notices.sentence, timeout=5000)
    assert desk.grid.isVisible()


def test_one_item_is_compared_with_its_copy_and_what_cannot_be_compared_is_said(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.select(numbers(desk, "stranger"))
    qtbot.keyClick(desk.grid, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: "No copy" in window.notices.sentence, timeout=5000)
    qtbot.keyClick(desk.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk.grid, Qt.Key.Key_C)
    assert "Up to four" in window.notices.sentence
    assert desk.grid.isVisible()
    whole, smaller = numbers(desk, "whole", "smaller")
    desk.open_item(smaller)
    qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: isinstance(desk.middle.currentWidget(), ComparePage), timeout=5000)
    shown = page(desk)
    ready(shown, qtbot)
    assert [pane.item.item for pane in shown.panes] == [smaller, whole]
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Escape)
    assert desk.viewing
    assert list(desk.selection) == [smaller]


def test_a_copy_has_a_button_that_compares(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    whole, smaller = numbers(desk, "whole", "smaller")
    desk.select([whole])
    settle(window, qtbot)
    desk.inspector.findChildren(QTabWidget)[0].setCurrentIndex(1)
    buttons = desk.inspector.findChildren(QPushButton)
    next(b for b in buttons if b.accessibleName() == f"Compare with item {smaller}").click()
    ready(page(desk), qtbot)
    assert [pane.item.item for pane in page(desk).panes] == [whole, smaller]


@pytest.mark.parametrize("most", [4, 1], ids=["all of it", "too many at once"])
def test_a_closed_stack_is_compared(
    window: MainWindow, desk: Desk, qtbot: QtBot, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST", most)
    copies = set(numbers(desk, "whole", "crop", "smaller"))
    desk.library.toggle_stacks()
    settle(window, qtbot)
    desk.grid.go_to(min(copies))
    assert set(desk.selection) == copies
    qtbot.keyClick(desk.grid, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: isinstance(desk.middle.currentWidget(), ComparePage), timeout=5000)
    ready(page(desk), qtbot)
    shown = {pane.item.item for pane in page(desk).panes}
    assert shown == copies if most == 4 else (shown < copies and len(shown) == 2)
