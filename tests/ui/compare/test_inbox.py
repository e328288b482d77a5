"""Undecided links are gone through by keyboard: what they say, what is shared, and what verdicts settle."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from annotator.align import Aligner
from annotator.analysis import Alignment
from annotator.case import Case
from annotator.copies import Standing
from annotator.model import Because, Change, Done, Filter, Link, Relation, Step, Verdict
from annotator.store import links
from tests.ui.compare.conftest import cover_item, numbers, page, ready
from tests.ui.conftest import choose, settle
from tests.ui.test_shield import hold, red, release
from ui.compare.facts import relation
from ui.compare.page import ComparePage
from ui.compare.reading import Known
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.shield.shield import ShieldLook
from ui.viewer import pictures
from ui.viewer.pictures import Ready

CUT = (Step(done=Done.MIRRORED), Step(done=Done.CROPPED, value=0.25), Step(done=Done.ADDED, value=0.1, where="top"))
HALF = (0.5, 0.0, 0.25, 0.0, 0.5, 0.25, 0.0, 0.0, 1.0)
"""The middle of the whole is the crop."""


@pytest.fixture
def case_path(imported: Path, tmp_path: Path) -> Path:
    """The whole is linked with its crop, with its smaller copy, and perhaps with a stranger."""
    path = Path(shutil.copytree(imported, tmp_path / "case"))
    with Case.open(path, actor="Rana") as case:
        row = {item.name[0]: item.item for item in case.items(case.find(Filter()))}
        whole, crop, smaller, stranger = (row[first] for first in "1234")
        made = [
            Link(
                a=whole, b=crop, relation=Relation.CROPPED_FROM, score=0.7, reason="88 points agree", steps=CUT,
                matrix=HALF, shared_a=0.25, shared_b=1.0, better=whole,
                because=Because.UNALTERED,
            ),
            Link(a=whole, b=smaller, relation=Relation.SAME_PICTURE, score=0.9, reason="the pixels agree"),
            Link(a=crop, b=smaller, relation=Relation.CONTAINS, score=0.8, reason="the pixels agree"),
            Link(a=whole, b=stranger, relation=Relation.POSSIBLE, score=0.4, reason="9 of 64 bits differ"),
        ]  # fmt: skip
        with case._store.writing() as connection:
            connection.execute("DELETE FROM links")
            connection.execute("UPDATE items SET copy_group = NULL, doubted = 0, possible = 0, scene = 0")
            links.add(connection, made)
            links.regroup(connection, row.values())
    return path


@pytest.fixture(autouse=True)
def _nothing_more_exact_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Aligner, "align", lambda *_given: Alignment(found=False))


def inbox(window: MainWindow, desk: Desk, qtbot: QtBot) -> ComparePage:
    window.actions_.by_name["undecided"].trigger()
    qtbot.waitUntil(lambda: isinstance(desk.middle.currentWidget(), ComparePage), timeout=10_000)
    shown = page(desk)
    ready(shown, qtbot)
    return shown


def test_the_worst_doubt_comes_first_with_what_was_done_and_what_is_shared_and_the_next_is_there_already(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    shown = inbox(window, desk, qtbot)
    assert [pane.item.item for pane in shown.panes] == numbers(desk, "whole", "crop")
    said = shown.bottom.relation
    assert said == "2 shows a part of 1. From 1 to 2: mirrored, cropped to 25 %, something added (top, 10 %)."
    assert shown.bottom.found.startswith("Aligned as they were linked. 25 % of the first picture")
    assert "Best copy: 1 – " in shown.bottom.reason
    assert "one other is cut from it" in shown.bottom.reason
    assert "88 points agree" in shown.bottom.reason
    shape = shown.panes[0].outlined.boundingRect()
    assert [shape.left(), shape.top(), shape.width(), shape.height()] == pytest.approx([0.25, 0.25, 0.5, 0.5])
    assert shown.panes[1].outlined.isEmpty()  # all of it is in the first
    qtbot.waitUntil(lambda: len(shown.ahead) == 2, timeout=10_000)
    following = numbers(desk, "crop", "smaller")
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [pane.item.item for pane in shown.panes] == following, timeout=10_000)
    ready(shown, qtbot)
    qtbot.keyClick(shown.panes[0].canvas, "g")
    assert len(shown.ahead) == 0


def test_a_covered_picture_has_an_outline_and_shows_nothing_and_none_is_kept_ahead_under_a_closed_shield(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    cover_item(window, qtbot, "whole")
    shown = inbox(window, desk, qtbot)
    qtbot.waitUntil(lambda: len(shown.ahead) == 2, timeout=10_000)
    assert not shown.ahead.bare
    assert not shown.panes[0].outlined.isEmpty()
    assert all(pane.item.covered for pane in shown.panes)  # the whole group
    assert all(red(pane.canvas) == 0 for pane in shown.panes)
    shown.panes[0].canvas.setFocus()
    hold(shown.panes[0].canvas)
    qtbot.waitUntil(lambda: red(shown.panes[0].canvas) > 20, timeout=10_000)
    release(shown.panes[0].canvas)
    assert red(shown.panes[0].canvas) == 0
    assert len(shown.ahead) == 0


def test_what_is_covered_meanwhile_is_covered_in_what_is_read_ahead(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    shown = inbox(window, desk, qtbot)
    qtbot.waitUntil(lambda: len(shown.ahead.bare) == 2, timeout=10_000)
    cover_item(window, qtbot, "smaller")
    qtbot.waitUntil(lambda: not shown.ahead.bare, timeout=10_000)
    following = numbers(desk, "crop", "smaller")
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [pane.item.item for pane in shown.panes] == following, timeout=10_000)
    assert all(red(pane.canvas) == 0 for pane in shown.panes)


def test_what_is_covered_while_it_is_read_ahead_is_kept_only_as_a_cover(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, there, given = pictures.photo, threading.Event(), threading.Event()
    (smaller,) = numbers(desk, "smaller")

    def photo(number: int, longest: int, look: ShieldLook) -> Callable[[Case], Ready]:
        def work(case: Case) -> Ready:
            ready = really(number, longest, look)(case)
            if number == smaller:
                there.set()
                assert given.wait(20)
            return ready

        return work

    monkeypatch.setattr(pictures, "photo", photo)
    shown = inbox(window, desk, qtbot)
    qtbot.waitUntil(there.is_set, timeout=10_000)
    cover_item(window, qtbot, "smaller")
    given.set()
    qtbot.waitUntil(lambda: len(shown.ahead) == 2, timeout=10_000)
    assert not shown.ahead.bare


def test_kinds_of_doubt_are_chosen_by_a_key_and_a_verdict_settles_what_follows_from_it(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    shown = inbox(window, desk, qtbot)
    assert "Pair 1 of 4 · 4 undecided" in shown.top.progress
    qtbot.keyClick(shown.panes[0].canvas, "y")
    qtbot.waitUntil(lambda: "3 undecided" in shown.top.progress, timeout=10_000)
    following = numbers(desk, "crop", "smaller")
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [pane.item.item for pane in shown.panes] == following, timeout=10_000)
    ready(shown, qtbot)
    qtbot.keyClick(shown.panes[0].canvas, "y")  # so the whole and its smaller copy are the same as well
    qtbot.waitUntil(lambda: "1 undecided" in shown.top.progress, timeout=10_000)
    qtbot.keyClick(shown.panes[0].canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "3 undecided" in shown.top.progress, timeout=10_000)
    for _ in range(2):  # all of them, confirmed, possible
        qtbot.keyClick(shown.panes[0].canvas, "d")
        settle(window, qtbot)
    qtbot.waitUntil(lambda: "neither confirmed nor ruled out" in shown.bottom.relation, timeout=10_000)
    assert {pane.item.item for pane in shown.panes} == set(numbers(desk, "whole", "stranger"))


def test_the_inspector_tells_the_best_copy_and_what_is_possible_apart_and_copies_offer_what_they_know(
    window: MainWindow, desk: Desk, case_path: Path, qtbot: QtBot
) -> None:
    crop, whole = choose(window, "crop"), numbers(desk, "whole")[0]
    given = Change(add_incidents=("Hass",), note="seen")
    desk.runner.change(lambda case: (case.add_incident("Hass"), case.annotate([whole], given))[1], desk.changed)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: "incident \u2068Hass\u2069 (1)" in desk.inspector.offers.text, timeout=10_000)
    assert "Copies with notes: \u20681 whole.png\u2069" in desk.inspector.offers.text
    with Case.open(case_path, actor="Rana", read_only=True) as case:
        assert case.items([crop])[0].incidents == ()  # never silently
    qtbot.keyClick(desk.grid, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not desk.inspector.offers.offering, timeout=10_000)
    with Case.open(case_path, actor="Rana", read_only=True) as case:
        assert case.items([crop])[0].incidents == ("Hass",)
    choose(window, "whole")
    settle(window, qtbot)
    desk.inspector.findChildren(QTabWidget)[0].setCurrentIndex(1)
    said = [line.accessibleName() or line.text() for line in desk.inspector._copies.findChildren(QLabel)]
    heads = ["Best copy: this one", "Copies (2)", "Possible copies, not confirmed (1)", "possibly a copy"]
    assert [text for text in said if text in heads] == heads
    qtbot.keyClick(desk.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    with Case.open(case_path, actor="Rana", read_only=True) as case:
        assert case.items([crop])[0].incidents == ()
        assert case.link(whole, crop).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(done=Done.DIFFERS, value=0.01, where="right"), "something differs (right, 1 %)"),
        (Step(done=Done.SHIFTED, value=0.01), "shifted by 1 %"),
    ],
)
def test_a_pair_that_differs_in_one_thing_only_is_a_copy_or_another_picture(step: Step, said: str) -> None:
    doubted = Link(a=1, b=2, relation=Relation.POSSIBLE, score=0.5, reason="150 points agree", steps=(step,))
    told = relation(Known(link=doubted, standing=Standing(together=False)), 1, 2)
    assert "altered where they differ, or another picture of the same" in told
    assert told.endswith(f"Between them: {said}.")
