"""Going on where one was: the last case, its filter, cursor and page; recent cases; the start page."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.model import Filter, Level, Sort
from tests.ui.conftest import choose, settle
from ui import cases, opening, session
from ui.main_window import MainWindow
from ui.session import Position, Session, from_json, to_json
from ui.settings import REOPEN, Settings

Open = Callable[[Path | None], MainWindow]


def go_on(open_window: Open, qtbot: QtBot) -> MainWindow:
    """Another window, as at the next start without a case on the command line."""
    window = open_window(None)
    opening.reopen(window)
    return window


def test_the_next_start_goes_on_with_the_case_its_filter_and_its_item(
    window: MainWindow, open_window: Open, case_path: Path, qtbot: QtBot
) -> None:
    desk = window.desk
    assert desk is not None
    desk.filters.set_wanted(Filter(text="scene", warning=(Level.UNASSESSED,), sort=Sort.NAME, descending=True))
    desk.relist()
    qtbot.waitUntil(lambda: len(desk.model.ids) == 1, timeout=5000)
    number = choose(window, "scene")
    desk.open_item(number)
    wanted = desk.wanted()
    window.close()
    again = go_on(open_window, qtbot)
    qtbot.waitUntil(lambda: again.desk is not None and again.desk.viewing, timeout=10_000)
    assert again.desk is not None
    assert again.desk.wanted() == wanted
    assert again.search.text() == "scene"
    assert again.desk.selection.tolist() == [number]
    again.desk.show_grid()
    assert again.desk.grid.selection().tolist() == [number]


def test_the_search_asks_the_case_that_is_open_and_none_that_was_closed(
    window: MainWindow, case_path: Path, qtbot: QtBot
) -> None:
    first = window.desk
    assert first is not None
    window.open_case(case_path)
    qtbot.waitUntil(lambda: not isValid(first), timeout=5000)
    qtbot.waitUntil(lambda: window.desk is not None and len(window.desk.model.ids) == 6, timeout=10_000)
    window.search.setText("scene")  # an error in a slot fails the test
    qtbot.waitUntil(lambda: window.desk is not None and len(window.desk.model.ids) == 1, timeout=5000)


def test_a_case_that_was_closed_is_not_opened_by_itself_but_remembers_its_place(
    window: MainWindow, open_window: Open, case_path: Path, qtbot: QtBot
) -> None:
    number = choose(window, "clip")
    window.actions_.by_name["close_case"].trigger()
    window.close()
    again = go_on(open_window, qtbot)
    assert again.desk is None
    assert again._runner is None
    again.open_case(case_path)
    qtbot.waitUntil(lambda: again.desk is not None, timeout=10_000)
    settle(again, qtbot)
    assert again.desk is not None
    assert again.desk.grid.current == number


def test_going_on_can_be_turned_off(window: MainWindow, open_window: Open, qtbot: QtBot) -> None:
    window.settings.set(REOPEN, False)
    window.close()
    assert go_on(open_window, qtbot)._runner is None


def test_a_case_that_is_gone_is_said_once_on_the_start_page(
    window: MainWindow, open_window: Open, case_path: Path, qtbot: QtBot
) -> None:
    window.close()
    shutil.rmtree(case_path)
    again = go_on(open_window, qtbot)
    assert "not there any more" in again.notices.sentence
    assert again.pages.currentWidget() is again.start_page
    again.close()
    assert go_on(open_window, qtbot).notices.sentence == ""


def test_a_damaged_case_leads_to_the_start_page_with_one_sentence(
    window: MainWindow, open_window: Open, case_path: Path, qtbot: QtBot
) -> None:
    window.close()
    for path in case_path.glob("case.sqlite*"):
        path.write_bytes(b"no database")
    again = go_on(open_window, qtbot)
    qtbot.waitUntil(lambda: bool(again.notices.sentence), timeout=10_000)
    assert "damaged" in again.notices.sentence or "not a case" in again.notices.sentence
    assert again.pages.currentWidget() is again.start_page


@pytest.mark.parametrize(
    "kept",
    [
        {"case": 7, "open": "yes", "position": [], "docks": 1},
        {"position": {"wanted": {"kind": ["no kind"], "text": 5, "near": [1], "no such field": 1}, "current": "x"}},
        {"position": {"wanted": {"near": [1, 2.5, "x"], "sort": None}, "columns": "!!!", "scroll": True}},
    ],
)
def test_what_cannot_be_read_of_a_session_stands_as_at_first(own_home: Path, kept: dict[str, object]) -> None:
    settings = Settings()
    settings.set(session.SESSION, kept)
    read = session.load(settings)
    assert read.case is None
    assert not read.open
    assert read.position.wanted == Filter()
    assert read.position.current is None
    assert read.position.scroll == 0


def test_a_session_reads_as_it_was_written(own_home: Path) -> None:
    wanted = Filter(text="قرية", warning=(Level.GRAPHIC, Level.EXTREME), near=(35.5, 36.0, 2.0), sort=Sort.SIZE)
    written = Session(
        case=Path("/cases/b\udcff c"), open=True, docks="AA==", position=Position(wanted=wanted, current=3, scroll=9)
    )
    session.save(Settings(), written)
    assert session.load(Settings()) == written


class _Kind(StrEnum):
    A = "a"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inner:
    number: int | None = None
    kinds: tuple[_Kind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outer:
    pair: tuple[float, str] | None = None
    inner: _Inner = field(default_factory=_Inner)
    flag: bool = False


def test_dataclasses_come_back_from_json_and_leave_out_what_they_do_not_know() -> None:
    value = _Outer(pair=(1.0, "x"), inner=_Inner(number=2, kinds=(_Kind.A,)), flag=True)
    assert from_json(_Outer, to_json(value)) == value
    assert from_json(_Outer, {"pair": [1, "x"], "flag": 1, "inner": {"kinds": ["b"], "number": 4}, "new": 0}) == _Outer(
        pair=(1.0, "x"), inner=_Inner(number=4)
    )


def test_recent_cases_say_when_they_were_opened_and_which_are_not_there(
    window: MainWindow, case_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "gone"
    cases.remember(window.settings, gone)
    cases.remember(window.settings, case_path)
    window.actions_.by_name["close_case"].trigger()
    there, missing = cases.recent(window.settings)
    assert (there.path, there.there, missing.path, missing.there) == (case_path, True, gone, False)
    assert there.opened is not None
    assert abs((datetime.now(UTC) - there.opened).total_seconds()) < 60
    rows = window.start_page._recent
    assert "not there now" in rows.item(1).text()
    rows.setFocus()
    rows.setCurrentRow(1)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert rows.count() == 1
    assert [entry.path for entry in cases.recent(window.settings)] == [case_path]
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)


def test_a_folder_dropped_on_the_start_page_becomes_a_case(
    open_window: Open, media: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(None)
    monkeypatch.setattr("ui.cases.documents", lambda: tmp_path)
    monkeypatch.setattr("ui.window_commands.NewCase.exec", lambda self: 1)
    window._dropped([media])
    qtbot.waitUntil(lambda: window.desk is not None and len(window.desk.model.ids) == 6, timeout=30_000)
    assert cases.is_case(tmp_path / media.name)
    settle(window, qtbot)


@pytest.mark.parametrize(
    "position",
    [
        {"current": 1 << 70, "viewing": True, "scroll": -(1 << 70)},
        {"current": 99_999, "viewing": True, "wanted": {"sort": "alike", "alike": 1 << 70, "limit": 1 << 70}},
        {"wanted": {"items": [1 << 70]}},
        {"wanted": {"tag": ["\ud800"]}},
    ],
)
def test_a_place_that_is_not_there_any_more_does_not_keep_the_case_closed(
    open_window: Open, case_path: Path, qtbot: QtBot, position: dict[str, object]
) -> None:
    settings = Settings()
    settings.set(session.SESSION, {"case": str(case_path), "open": True, "position": position})
    settings.save()
    again = go_on(open_window, qtbot)
    qtbot.waitUntil(lambda: again.desk is not None or bool(again.notices.sentence), timeout=10_000)
    assert again.notices.sentence == ""
    assert again.desk is not None
    assert len(again.desk.model.ids) in (0, 6)
