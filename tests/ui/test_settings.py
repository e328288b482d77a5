"""What the window remembers, the dialog that changes it, and the reviewer's own time."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator import settings as shared
from annotator.model import Sampling
from ui.dialogs.settings_keys import KeysPage
from ui.dialogs.settings_shield import ShieldPage
from ui.main_window import MainWindow
from ui.settings import (
    CELLS,
    GREY,
    KEYS,
    LINK,
    NAME,
    PAGES,
    SAMPLING,
    SOUND_COVERED,
    TEXT_SIZE,
    Settings,
)
from ui.shield.shield import ShieldLook

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
    assert "can't be used" in window.notices.sentence


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
    assert [page.table._rows[name].text(1) for name in ("note", "tags")] == ["T", "N"]
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
