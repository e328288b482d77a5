"""Thousands of items: rows on demand, and nothing that waits for them."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.model import Counts
from tests.synthetic import make_case
from ui.desk import Desk
from ui.library.facet import Facet
from ui.library.filters import Filters
from ui.library.model import _PAGES, PAGE
from ui.library.told import FIELDS, FLAGS
from ui.main_window import MainWindow

COUNT = 8000


@pytest.fixture(scope="module")
def thousands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("thousands") / "case", COUNT)


@pytest.fixture
def desk(open_window: Callable[[Path | None], MainWindow], thousands: Path, qtbot: QtBot) -> Desk:
    desk = open_window(thousands).desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) > 0 and desk.model.item_at(0) is not None, timeout=10_000)
    return desk


def test_all_items_are_selected_without_reading_them(desk: Desk, qtbot: QtBot) -> None:
    desk.grid.selectAll()
    assert len(desk.grid.selection()) == len(desk.model.ids) > PAGE * 10
    assert len(desk.model._pages) < 4
    qtbot.waitUntil(lambda: desk.inspector.shown.numbers == desk.model.ids, timeout=5000)
    assert desk.inspector.shown.items == ()


def test_asking_for_a_row_never_waits_and_the_row_comes_later(desk: Desk, qtbot: QtBot) -> None:
    last = len(desk.model.ids) - 1
    began = time.perf_counter()
    assert desk.model.item_at(last) is None
    assert time.perf_counter() - began < 0.01
    qtbot.waitUntil(lambda: desk.model.item_at(last) is not None)


def test_only_so_many_rows_are_kept(desk: Desk, qtbot: QtBot) -> None:
    for row in range(0, len(desk.model.ids), PAGE):
        desk.model.item_at(row)
        qtbot.waitUntil(lambda: desk.model.settled)
    assert len(desk.model._pages) <= _PAGES


def test_the_grid_is_painted_before_counts_are_read_and_panels_made(
    open_window: Callable[[Path | None], MainWindow], thousands: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, int, bool]] = []
    read_known = Desk._read_known

    def read(desk: Desk) -> None:
        seen.append((desk.grid._painted, len(desk.model.ids), "viewer" in vars(desk)))
        read_known(desk)

    monkeypatch.setattr(Desk, "_read_known", read)
    open_window(thousands)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen[0] == (True, COUNT, False)


def test_no_filter_bears_a_number_before_items_are_counted(qtbot: QtBot) -> None:
    search = QLineEdit()
    filters = Filters(search)
    qtbot.addWidget(search)
    qtbot.addWidget(filters)
    facets = filters.findChildren(Facet)
    assert {value.count for facet in facets for value in facet._values} == {None}
    values = {name: {"photo": 1} for name in FIELDS}
    flags = dict.fromkeys(FLAGS, (0, 1))
    filters.show_counts(Counts(total=1, values=values, flags=flags, dates={}))
    assert {value.code: value.count for value in filters._facets["kind"]._values} == {
        "photo": 1, "video": 0, "document": 0, "frame": 0
    }  # fmt: skip
