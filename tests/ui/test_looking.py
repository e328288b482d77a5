"""The reviewer's own time with uncovered pictures, reminders to pause, and the picture of a task switcher."""

import hashlib
import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import choose, settle
from tests.ui.test_shield import hold, red, release
from ui import looking
from ui.main_window import MainWindow
from ui.pause import PauseReminder
from ui.settings import NOT_TODAY, REMIND


def every_byte(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("case.sqlite-wal", "case.sqlite-shm")
    }


def test_time_is_kept_for_the_reviewer_alone_and_nothing_of_it_is_in_the_case(
    window: MainWindow, case_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert window.desk is not None
    choose(window, "stripes")
    settle(window, qtbot)
    heads: list[str] = []
    window.desk.runner.read(lambda case: case.journal_head(), heads.append)
    qtbot.waitUntil(lambda: bool(heads))
    before = every_byte(case_path)
    hold(window.desk.grid)
    qtbot.wait(120)
    release(window.desk.grid)
    assert window.looking.today() > 0.1
    window.looking.save()
    file = looking.path()
    assert list(json.loads(file.read_text())) == [datetime.now().astimezone().date().isoformat()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert every_byte(case_path) == before
    window.desk.runner.read(lambda case: case.journal_head(), heads.append)
    qtbot.waitUntil(lambda: len(heads) == 2)
    assert heads[0] == heads[1]
    assert caplog.text == ""
    window.looking.forget()
    assert window.looking.week() == 0
    assert not file.exists()


def test_looking_at_what_is_not_covered_is_not_counted(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    choose(window, "scene")
    qtbot.keyClick(window.desk.grid, "2")
    settle(window, qtbot)
    hold(window.desk.grid)
    qtbot.wait(30)
    release(window.desk.grid)
    assert window.looking.today() == 0


def test_old_days_go_and_a_file_that_is_no_such_file_counts_as_none(window: MainWindow) -> None:
    file = looking.path()
    file.parent.mkdir(parents=True)
    today = datetime.now().astimezone().date()
    file.write_text(json.dumps({"2016-10-26": 60, (today - timedelta(days=1)).isoformat(): 30, "x": 1}))
    assert window.looking.week() == 0
    for nonsense in ("[" * 3000, "7", '{"2016-10-26": [1]}', f'{{"{today}": {"9" * 400}}}', f'{{"{today}": NaN}}'):
        file.write_text(nonsense)
        assert window.looking.week() == 0
    file.write_text(json.dumps({"2016-10-26": 60, (today - timedelta(days=1)).isoformat(): 30}))
    assert (window.looking.today(), window.looking.week()) == (0, 30)
    window.looking._unwritten = 5
    window.looking.save()
    assert set(json.loads(file.read_text())) == {today.isoformat(), (today - timedelta(days=1)).isoformat()}


def test_a_pause_is_suggested_in_one_line_and_later_or_not_today(window: MainWindow) -> None:
    clock = [1000.0]
    reminder = PauseReminder(
        window.looking, window.settings, lambda: window.notices, clock=lambda: clock[0], parent=window
    )

    def pass_(minutes: int) -> None:
        for _ in range(minutes):
            clock[0] += 60
            reminder.tick()

    pass_(49)
    assert window.notices.sentence == ""
    pass_(1)
    assert "50 min" in window.notices.sentence
    window.notices._act.click()
    pass_(9)
    assert window.notices.sentence == ""
    pass_(1)
    assert "60 min" in window.notices.sentence or "1 h" in window.notices.sentence
    window.notices._other.click()
    pass_(60)
    assert window.notices.sentence == ""
    window.settings.set(NOT_TODAY, (datetime.now(UTC).date() - timedelta(days=2)).isoformat())
    pass_(1)
    assert window.notices.sentence
    window.notices.hide()
    window.settings.set(REMIND, False)
    pass_(60)
    assert window.notices.sentence == ""


def test_a_pause_is_suggested_after_looking_and_never_over_another_message(window: MainWindow) -> None:
    clock = [0.0]
    reminder = PauseReminder(
        window.looking, window.settings, lambda: window.notices, clock=lambda: clock[0], parent=window
    )
    window.looking.here = 20 * 60.0
    window.notices.say("Something else.", stays=True)
    reminder.tick()
    assert window.notices.sentence == "Something else."
    window.notices.hide()
    reminder.tick()
    assert "20 min" in window.notices.sentence
    window.notices.hide()
    clock[0] += 6 * 60  # away: the computer slept
    reminder.tick()
    clock[0] += 20 * 60
    assert reminder._sentence() == ""


def test_a_covered_picture_is_covered_before_a_task_switcher_takes_its_own(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    choose(window, "stripes")
    hold(window.desk.grid)
    qtbot.waitUntil(lambda: red(window.desk.grid) > 50)
    window.show_settings()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    assert not window.shield.looking
    assert red(window) == 0


def test_the_cover_is_painted_before_the_window_has_gone_to_the_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    choose(window, "stripes")
    hold(window.desk.grid)
    qtbot.waitUntil(lambda: red(window.desk.grid) > 50)
    looking_while_painted: list[bool] = []

    class Paints(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                looking_while_painted.append(window.shield.looking)
            return False

    paints = Paints()
    window.desk.grid.viewport().installEventFilter(paints)
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert looking_while_painted == [False]  # though no event loop has run since
