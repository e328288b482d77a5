"""What the window remembers, the dialog that changes it, and the reviewer's own time."""

import hashlib
import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import settings as shared
from annotator.model import Sampling
from tests.ui.conftest import choose, settle, write
from tests.ui.test_shield import hold, red, release
from ui import looking
from ui.dialogs.help import HelpWindow
from ui.dialogs.settings_keys import KeysPage
from ui.dialogs.settings_shield import ShieldPage
from ui.main_window import MainWindow
from ui.pause import PauseReminder
from ui.settings import (
    CELLS,
    GREY,
    KEYS,
    LINK,
    NAME,
    NOT_TODAY,
    PAGES,
    REMIND,
    SAMPLING,
    SOUND_COVERED,
    TEXT_SIZE,
    Settings,
)
from ui.viewer.shield import ShieldLook

# --- the file


@pytest.mark.parametrize("name", ["رنا الحسن", 'O\'Brien, "J" \\ x; y=z', "a:b [c] %n #d", '"q"', "a\\nb"])
def test_the_command_line_reads_the_reviewers_name_as_the_window_wrote_it(own_home: Path, name: str) -> None:
    settings = Settings()
    settings.set(NAME, name)
    settings.save()
    assert shared.default_actor() == name
    assert Settings().get(NAME) == name
    assert stat.S_IMODE(shared.path().stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "damage", [b"[desk\ntext_size=1", b"\x00\xff\xfe\x01", b"[reviewer]\nname\n", "é".encode("latin-1")]
)
def test_a_damaged_settings_file_is_kept_aside_and_said(own_home: Path, damage: bytes) -> None:
    path = shared.path()
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    settings = Settings()
    assert "damaged" in settings.trouble
    assert [kept.read_bytes() for kept in path.parent.glob("settings damaged *.ini")] == [damage]
    settings.set(NAME, "Rana")
    settings.save()
    assert Settings().trouble == ""
    assert Settings().get(NAME) == "Rana"


def test_a_settings_file_that_cannot_be_used_does_not_stop_the_window(own_home: Path, qtbot: QtBot) -> None:
    own_home.mkdir()
    (own_home / "config").write_text("a file where the folder should be")
    settings = Settings()
    assert "can't be used" in settings.trouble
    settings.set(TEXT_SIZE, 150)
    assert settings.get(TEXT_SIZE) == 150
    window = MainWindow(settings=settings)
    qtbot.addWidget(window)
    assert "can't be used" in window.notices._text.text()


@pytest.mark.parametrize("value", ["banana", "-3", "100000", "", "1e9", "[]"])
def test_a_value_that_cannot_be_used_reads_as_its_default_and_stays_in_the_file(own_home: Path, value: str) -> None:
    path = shared.path()
    path.parent.mkdir(parents=True)
    path.write_text(f"[desk]\ntext_size={value}\n[cases]\nsession={{{value}\nrecent=7\n[shield]\ncells={value}\n")
    settings = Settings()
    assert (settings.get(TEXT_SIZE), settings.get(CELLS)) == (100, 12)
    settings.set(GREY, False)
    settings.save()
    assert f"text_size={value}" in path.read_text()


def test_no_setting_switches_the_cover_off(own_home: Path) -> None:
    shield = {option.key for option in PAGES["shield"]}
    assert shield == {
        "shield/cells", "shield/grey", "shield/sound_while_covered", "shield/count_looking", "shield/remind",
        "shield/remind_after_looking", "shield/remind_after_sitting",
    }  # fmt: skip
    settings = Settings()
    settings.set(CELLS, 500)
    assert settings.get(CELLS) == 12


# --- the dialog


def test_covers_change_while_they_are_being_set(window: MainWindow, qtbot: QtBot) -> None:
    dialog = window.show_settings()
    dialog.show_page("shield")
    page = dialog._pages["shield"]
    assert isinstance(page, ShieldPage)
    page._strength.setValue(page._strength.maximum())
    page._grey.setChecked(False)
    page._silent.setChecked(False)
    assert window.shield.style == ShieldLook(cells=6, grey=False, sound=True)
    dialog._on_defaults()
    assert window.shield.style == ShieldLook()
    assert window.settings.get(SOUND_COVERED) is False
    assert page._silent.isChecked()


def test_all_pages_are_reached_and_every_control_is_named(window: MainWindow, qtbot: QtBot) -> None:
    dialog = window.show_settings()
    qtbot.waitExposed(dialog)
    dialog._names.setFocus()
    seen = []
    for _ in PAGES:
        seen.append(dialog.page)
        qtbot.keyClick(dialog._names, Qt.Key.Key_Down)
    assert seen == list(PAGES)
    for control in dialog.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
            says = getattr(control, "text", str)()
            parent = control.parentWidget()
            inside = parent.metaObject().className() == "QComboBoxPrivateContainer" or bool(parent.accessibleName())
            assert says or control.accessibleName() or inside, f"{control!r} in {parent!r}"


def test_the_import_dialog_starts_from_what_was_set(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.settings.set(LINK, True)
    window.settings.set(SAMPLING, Sampling.SCENES)
    offered = []
    monkeypatch.setattr(
        "ui.window_commands.ImportOptions.exec", lambda self: offered.append((self.link, self.sampling, self.every))
    )
    window._dropped([tmp_path])
    assert offered == [(True, Sampling.SCENES, None)]


def test_another_name_acts_from_now_on(
    open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot
) -> None:
    window = open_window(case_path)
    window._given_actor = None
    before = window.desk
    page = window.show_settings()._pages["general"]
    page._name.setText("  Omar   Haddad ")
    page._name.editingFinished.emit()
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not before, timeout=10_000)
    assert window.desk.runner.actor == "Omar Haddad"


# --- keys


def keys_page(window: MainWindow) -> KeysPage:
    dialog = window.show_settings()
    dialog.show_page("keys")
    page = dialog._pages["keys"]
    assert isinstance(page, KeysPage)
    return page


def press(widget: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
    held = modifiers or Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def test_a_key_is_pressed_to_give_it_and_acts_at_once_and_after_a_restart(
    window: MainWindow, open_window: Callable[[Path | None], MainWindow], qtbot: QtBot
) -> None:
    page = keys_page(window)
    page.table.choose("note")
    page.record()
    press(page.recorder, Qt.Key.Key_Shift, "", Qt.KeyboardModifier.ShiftModifier)
    press(page.recorder, Qt.Key.Key_J, "J", Qt.KeyboardModifier.ShiftModifier)
    assert window.keymap.keys("note") == ("Shift+J",)
    assert [key.toString() for key in window.actions_.by_name["note"].shortcuts()] == ["Shift+J"]
    assert open_window(None).keymap.keys("note") == ("Shift+J",)
    page.reset()
    assert window.keymap.keys("note") == ("N",)
    assert window.settings.get(KEYS) == {}


def test_a_key_that_is_taken_is_named_and_swapped_only_when_pressed_again(window: MainWindow) -> None:
    page = keys_page(window)
    page.table.choose("note")
    page.record()
    press(page.recorder, Qt.Key.Key_T, "t")
    assert "Tags" in page.recorder.text()
    assert window.keymap.keys("note") == ("N",)
    press(page.recorder, Qt.Key.Key_T, "t")
    assert window.keymap.keys("note") == ("T",)
    assert window.keymap.keys("tags") == ("N",)
    page.reset()
    assert window.keymap.keys("note") == ("T",)
    assert "Tags" in page._said.text()


def test_reserved_keys_are_refused_and_escape_leaves_all_as_it_was(window: MainWindow) -> None:
    page = keys_page(window)
    page.table.choose("note")
    page.record()
    press(page.recorder, Qt.Key.Key_Space, " ")
    assert "can't be given away" in page.recorder.text()
    press(page.recorder, Qt.Key.Key_Escape)
    assert page.recorder.isHidden()
    assert window.keymap.changed == {}


def test_a_key_that_takes_shift_to_type_is_that_key(window: MainWindow) -> None:
    page = keys_page(window)
    page.table.choose("note")
    page.add()
    press(page.recorder, Qt.Key.Key_Exclam, "!", Qt.KeyboardModifier.ShiftModifier)
    assert window.keymap.keys("note") == ("N", "!")


def test_keys_are_found_by_what_they_do_and_by_themselves(window: MainWindow) -> None:
    table = keys_page(window).table
    for text in ("digests", "ctrl+c"):
        table.search.setText(text)
        rows = [
            group.child(row).text(0)
            for group in map(table.tree.topLevelItem, range(table.tree.topLevelItemCount()))
            for row in range(group.childCount())
            if not group.child(row).isHidden()
        ]
        assert "Copy names and digests" in rows
        assert len(rows) < 5


# --- time with uncovered pictures, and pauses


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
    file.write_text(json.dumps({"2016-10-26": 60, (today - timedelta(days=1)).isoformat(): 30}))
    assert (window.looking.today(), window.looking.week()) == (0, 30)
    window.looking._unwritten = 5
    window.looking.save()
    assert set(json.loads(file.read_text())) == {today.isoformat(), (today - timedelta(days=1)).isoformat()}


def test_a_pause_is_suggested_in_one_line_and_later_or_not_today(window: MainWindow) -> None:
    clock = [1000.0]
    reminder = PauseReminder(window.looking, window.settings, lambda: window.notices, clock=lambda: clock[0])

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
    reminder = PauseReminder(window.looking, window.settings, lambda: window.notices, clock=lambda: clock[0])
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


# --- task switchers, panes, help


def test_a_covered_picture_is_covered_before_a_task_switcher_takes_its_own(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    choose(window, "stripes")
    hold(window.desk.grid)
    qtbot.waitUntil(lambda: red(window.desk.grid) > 50)
    window.show_settings()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    assert not window.shield.looking
    assert red(window) == 0


def test_f6_goes_from_pane_to_pane_and_back(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    assert desk is not None
    settle(window, qtbot)
    desk.grid.setFocus()
    places = []
    for _ in range(4):
        window.actions_.by_name["next_pane"].trigger()
        focus = QApplication.focusWidget()
        places.append(
            next(
                n
                for n, pane in enumerate((window.search, desk.filters, desk.middle, desk.side))
                if pane is focus or pane.isAncestorOf(focus)
            )
        )
    assert places == [3, 0, 1, 2]
    window.actions_.by_name["previous_pane"].trigger()
    assert desk.filters.isAncestorOf(QApplication.focusWidget())


def test_the_help_is_searched_and_leads_back_and_nowhere_else(window: MainWindow, qtbot: QtBot) -> None:
    helping = window.show_window(HelpWindow)
    assert isinstance(helping, HelpWindow)
    assert helping.page.name == "index.md"
    write(helping._search, "digest perceptual")
    helping._search.clear()
    write(helping._search, "seal")
    names = [helping._contents.item(row).text() for row in range(helping._contents.count())]
    assert 0 < len(names) < len(helping._all)
    qtbot.keyClick(helping._search, Qt.Key.Key_Return)
    first = helping.page.name
    assert first != "index.md"
    helping.back()
    assert helping.page.name == "index.md"
    helping.forward()
    assert helping.page.name == first
    for bad in ("../../pyproject.toml", "/etc/passwd", "../help/../../README.md", "nowhere.md"):
        helping.show_page(bad)
        assert helping.page.name == first


def test_every_help_page_is_in_the_contents_and_its_links_lead_to_pages() -> None:
    from ui.dialogs import pages

    all_pages = {page.name for page in pages.contents()}
    assert {
        path.relative_to(pages.HELP).as_posix() for path in pages.HELP.rglob("*.md") if "ar" not in path.parts
    } == all_pages


def test_the_licences_of_all_that_is_used_are_shown(window: MainWindow) -> None:
    from ui.dialogs.about import AboutWindow

    about = window.show_window(AboutWindow)
    assert isinstance(about, AboutWindow)
    known = {package.name.casefold(): package for package in about._known}
    assert {"pyside6_essentials", "shiboken6", "numpy", "pillow", "av", "faiss-cpu"} <= set(known)
    assert "pytest" not in known
    assert "Copyright" in known["numpy"].text
    assert not {name for name, package in known.items() if not (package.licence or package.text)}
