"""Lists of known hashes in the window: added, looked at, filtered by, removed; nothing graphic is seen by them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.hashlist import Added
from annotator.media.hashing import hashes
from annotator.model import Filter, Level
from tests.ui.conftest import choose, grey, settle
from ui.desk import Desk
from ui.dialogs.hash_lists import HashLists
from ui.dialogs.new_list import NewList
from ui.main_window import MainWindow

LONG = "قائمة التجزئة للأرشيف السوري " * 5


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A list that has the village, by PDQ, and the scene, of which there is a copy, by pHash."""
    village, scene = (hashes(image).exchanged for image in (grey(3), grey(2)))
    path = tmp_path / "theirs.csv"
    rows = [f",{scene.phash},,a school", f",,{village.pdq[0]},<b>village</b>", "zz,,,"]  # type: ignore[union-attr] # both have detail
    path.write_text("\n".join(["sha256,phash,pdq,label", *rows]), encoding="utf-8")
    return path


@pytest.fixture
def lists(window: MainWindow, desk: Desk, qtbot: QtBot) -> HashLists:
    window.actions_.by_name["hash_lists"].trigger()
    settle(window, qtbot)
    return next(child for child in desk.findChildren(HashLists) if child.isVisible())


def added(lists: HashLists, qtbot: QtBot, path: Path, **named: object) -> None:
    lists.add_list(path, **named)
    qtbot.waitUntil(lambda: lists.add.isEnabled(), timeout=20_000)


def test_without_a_list_it_says_what_one_is_and_offers_to_add_one(lists: HashLists) -> None:
    assert "sha256, phash or pdq" in lists.about.text()
    assert lists.add.isEnabled()
    assert not lists.remove.isEnabled()
    assert not lists.found.isEnabled()
    assert not lists.graphic.isVisible()


def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(lists: HashLists, qtbot: QtBot) -> None:
    asked: list[str] = []
    lists.add.clicked.disconnect()
    lists.add.clicked.connect(lambda: asked.append("add"))
    lists.list.setFocus()
    qtbot.keyClick(lists.list, Qt.Key.Key_Return)
    assert asked == []
    lists.add.setFocus()
    qtbot.keyClick(lists.add, Qt.Key.Key_Return)
    assert asked == ["add"]


def test_a_list_is_added_told_of_asked_for_and_removed(
    window: MainWindow, desk: Desk, qtbot: QtBot, lists: HashLists, theirs: Path
) -> None:
    assert not desk.filters._facets["known"].isVisibleTo(desk.filters)
    added(lists, qtbot, theirs, name=LONG.strip(), source="Team B")
    settle(window, qtbot)
    assert "3 items" in lists.said.text()
    assert "Line 4" in lists.said.text()
    assert lists.list.topLevelItemCount() == 1
    assert "Rows that could not be read: 1" in lists.about.text()
    qtbot.waitUntil(lambda: desk.filters._facets["known"].isVisibleTo(desk.filters))
    closed: list[int] = []
    lists.finished.connect(closed.append)
    lists.found.click()
    assert closed
    settle(window, qtbot)
    assert desk.wanted() == Filter(known=(LONG.strip(),))
    qtbot.waitUntil(lambda: len(desk.model.ids) == 3)
    again = HashLists(desk)
    again.show()
    settle(window, qtbot)
    again.remove.click()
    qtbot.waitUntil(lambda: again.list.topLevelItemCount() == 0 and again.add.isEnabled(), timeout=20_000)
    assert desk.wanted() == Filter()
    qtbot.waitUntil(lambda: len(desk.model.ids) == 6)
    again.close()


def test_what_is_wrong_with_a_list_is_said_where_it_was_asked_for(
    lists: HashLists, qtbot: QtBot, tmp_path: Path, theirs: Path
) -> None:
    (tmp_path / "none.csv").write_text("name\nx\n")
    added(lists, qtbot, tmp_path / "none.csv")
    assert "names no column" in lists.said.text()
    added(lists, qtbot, theirs)
    added(lists, qtbot, theirs)
    assert "already has" in lists.said.text()
    lists.close()


def test_a_hit_is_told_in_the_inspector_and_suggests_what_nobody_sets(
    window: MainWindow, desk: Desk, qtbot: QtBot, lists: HashLists, theirs: Path
) -> None:
    added(lists, qtbot, theirs, graphic=True)
    lists.close()
    choose(window, "3 ")
    settle(window, qtbot)
    hits, warning = desk.inspector._hits, desk.inspector._warning
    qtbot.waitUntil(lambda: hits.isVisible() and "Possibly in the list" in hits._said.text())
    assert " of 256 bits differ" in hits._said.text()
    assert "<b>village</b>" in hits._said.text()
    assert "graphic" in warning._hint.text()
    assert "graphic" not in hits._said.text()
    (item,) = desk.inspector.shown.items
    assert (item.warning.level, item.covered) == (Level.UNASSESSED, True)
    desk.inspector.accept_warning()
    settle(window, qtbot)
    qtbot.waitUntil(lambda: desk.inspector.shown.items[0].warning.level is Level.GRAPHIC)
    qtbot.waitUntil(lambda: "graphic" in hits._said.text() and not warning._hint.isVisible())
    choose(window, "1 stripes")
    settle(window, qtbot)
    qtbot.waitUntil(lambda: not hits.isVisible())


def test_an_import_says_how_many_lists_know(
    open_window: Callable[[Path | None], MainWindow], tmp_path: Path, media: Path, theirs: Path, qtbot: QtBot
) -> None:
    with Case.create(tmp_path / "new", actor="Rana") as case:
        assert any(isinstance(event, Added) for event in case.hash_lists.add(theirs))
    window = open_window(tmp_path / "new")
    assert window.work is not None
    assert window.desk is not None
    window.work.import_paths([media / "1 stripes.png", media / "3 قرية حاس.jpg"])
    qtbot.waitUntil(lambda: "In lists of known hashes: 1 item" in window.notices.sentence, timeout=30_000)
    window.notices._act.click()
    qtbot.waitUntil(lambda: window.desk.wanted() == Filter(known=("theirs",)))  # type: ignore[union-attr] # asserted above
    settle(window, qtbot)


def test_a_list_that_was_closed_while_it_is_added_is_told_of_in_the_window(
    window: MainWindow, desk: Desk, qtbot: QtBot, lists: HashLists, theirs: Path
) -> None:
    lists.add_list(theirs)
    lists.reject()
    qtbot.waitUntil(lambda: "was added" in window.notices.sentence, timeout=20_000)


def test_hashes_of_what_is_listed_are_exported(lists: HashLists, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    lists.export_to(tmp_path / "ours.csv")
    qtbot.waitUntil(lambda: "ours.csv" in lists.said.text() and lists.add.isEnabled(), timeout=20_000)
    assert len((tmp_path / "ours.csv").read_text(encoding="utf-8-sig").splitlines()) == 7
    lists.export_to(tmp_path / "ours.csv")
    qtbot.waitUntil(lambda: "already" in lists.said.text() and lists.add.isEnabled(), timeout=20_000)
    lists.close()


def test_a_new_list_is_called_as_its_file_until_somebody_knows_better(desk: Desk, theirs: Path) -> None:
    dialog = NewList(theirs, desk)
    assert dialog.name.text() == "theirs"
    assert not dialog.is_graphic
    dialog.deleteLater()
