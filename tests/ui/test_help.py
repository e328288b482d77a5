"""Panes, the help and the licences."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle, write
from ui.dialogs import pages
from ui.dialogs.about import AboutWindow
from ui.dialogs.help import HelpWindow
from ui.main_window import MainWindow
from ui.settings import Language


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
    all_pages = {page.name for page in pages.contents()}
    assert {
        path.relative_to(pages.HELP).as_posix() for path in pages.HELP.rglob("*.md") if "ar" not in path.parts
    } == all_pages


def test_help_is_in_the_language_of_the_window_where_there_is_such_a_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "index.md").write_text("# Index\n[a](a.md) [b](b.md)", encoding="utf-8")
    (tmp_path / "a.md").write_text("# A", encoding="utf-8")
    (tmp_path / "b.md").write_text("# B", encoding="utf-8")
    (tmp_path / "ar" / "a.md").write_text("# ألف", encoding="utf-8")
    monkeypatch.setattr(pages, "HELP", tmp_path)
    assert [page.title for page in pages.contents()] == ["Index", "A", "B"]
    monkeypatch.setattr("ui.language.current", lambda: Language.ARABIC)
    assert [page.title for page in pages.contents()] == ["Index", "ألف", "B"]
    assert [page.title for page in pages.matching(pages.contents(), "الف")] == ["ألف"]


def test_arabic_pages_are_laid_out_from_the_right_with_their_keys_and_pictures_whole(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.language.current", lambda: Language.ARABIC)
    helping = HelpWindow()
    qtbot.addWidget(helping)
    helping.show_page("review.md")
    document = helping.page.document()
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert tables[0].cellAt(0, 1).firstCursorPosition().block().text() == "المفتاح"
    assert "\u2066Ctrl+,\u2069" in document.toPlainText()
    assert isinstance(picture := helping.page.loadResource(2, "../pictures/grid.png"), QImage)
    assert not picture.isNull()
    helping.show_page("bundle.md")
    block = document.begin()
    while block.isValid():
        code = block.text().startswith(("evidence-annotator export", "cd BUNDLE", "python3 -I"))
        assert (block.textDirection() is Qt.LayoutDirection.LeftToRight) is code, block.text()
        block = block.next()
    helping.page.followed.emit(pages.linked("index.md", "decisions.md"))
    assert helping.page.name == "decisions.md"
    helping.page.followed.emit(pages.linked("decisions.md", "../decisions/0001-headless-opencv.md"))
    assert helping.page.name == "decisions/0001-headless-opencv.md"
    helping.page.followed.emit(pages.linked("index.md", "first-case.md"))
    assert helping.page.name == "first-case.md"
    assert pages.linked("index.md", "../../help.md") == ""


def test_the_licences_of_all_that_is_used_are_shown(window: MainWindow) -> None:
    about = window.show_window(AboutWindow)
    assert isinstance(about, AboutWindow)
    known = {package.name.casefold(): package for package in about._known}
    assert {"pyside6_essentials", "shiboken6", "numpy", "pillow", "av", "faiss-cpu"} <= set(known)
    assert "pytest" not in known
    assert "Copyright" in known["numpy"].text
    assert not {name for name, package in known.items() if not (package.licence or package.text)}
