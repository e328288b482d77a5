"""Which key does what."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import choose, settle
from ui.actions import PAGES, SPECS
from ui.keymap import RESERVED, Keymap, portable
from ui.main_window import MainWindow


def test_no_two_actions_have_one_key_where_both_act() -> None:
    keymap = Keymap()
    clashes = [
        (spec.name, key, clash.name)
        for spec in SPECS
        for key in keymap.keys(spec.name)
        if (clash := keymap.clash(spec.name, key)) is not None
    ]
    assert clashes == []


def test_every_key_is_one_that_qt_knows_and_that_may_be_given() -> None:
    keys = [key for spec in SPECS for key in spec.keys]
    assert [key for key in keys if not portable(key) or portable(key) in RESERVED - {"Tab", "Shift+Tab"}] == []


def test_actions_have_names_of_their_own_and_pages_that_there_are() -> None:
    names = [spec.name for spec in SPECS]
    assert len(names) == len(set(names))
    assert {spec.page for spec in SPECS} <= {"", *PAGES}


def test_a_page_takes_a_key_from_the_actions_that_act_everywhere() -> None:
    keymap = Keymap({"note": ("S",)})
    assert keymap.in_force(())["note"] == ("S",)
    in_video = keymap.in_force(("viewer", "video"))
    assert in_video["note"] == ()
    assert in_video["keep"] == ("S",)
    assert "keep" not in keymap.in_force(("viewer",))


@pytest.mark.parametrize("key", ["Space", "Return", "", "no such key"])
def test_keys_that_are_reserved_or_none_are_not_given(key: str) -> None:
    keymap = Keymap({"note": (key, "Ctrl+J"), "no such action": ("X",)})
    assert keymap.keys("note") == ("Ctrl+J",)
    assert set(keymap.changed) == {"note"}


def test_actions_of_a_page_can_be_done_there_alone(window: MainWindow, qtbot: QtBot) -> None:
    actions = window.actions_.by_name
    assert window.desk is not None
    assert not actions["fit"].isEnabled()
    window.desk.open_item(choose(window, "stripes"))
    settle(window, qtbot)
    assert actions["fit"].isEnabled()
    assert not actions["frame_on"].isEnabled()
    window.desk.open_item(choose(window, "clip"))
    settle(window, qtbot)
    assert actions["frame_on"].isEnabled()
    window.desk.show_grid()
    assert not actions["fit"].isEnabled()


def test_keys_that_are_none_leave_the_own_ones() -> None:
    changed = {"undo": 3, "note": [None, 3, "Ctrl+F9"], "nonsense": ["X"], "tags": [[1]], "redo": "Ctrl+Z"}
    keymap = Keymap(changed)  # type: ignore[arg-type] # as a damaged file has them
    assert keymap.keys("undo") == Keymap().keys("undo")
    assert keymap.keys("redo") == Keymap().keys("redo")
    assert keymap.keys("note") == ("Ctrl+F9",)
