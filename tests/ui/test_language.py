"""The window in Arabic: every string, its places and accelerators, direction, and changing it while a case is open."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from annotator.errors import NotACase, NotFound
from annotator.model import Level
from resources.translations import update
from resources.translations.sources import Source, sources
from tests.ui.conftest import choose, settle
from ui import failures, language, words
from ui.dialogs.help import HelpWindow
from ui.inspector.metadata import MetadataPanel
from ui.main_window import MainWindow
from ui.settings import LANGUAGE, TEXT_SIZE, Language

_PLACE = re.compile(r"\{[^}]*\}|%n")
_ACCELERATOR = re.compile(r"&(?!&)\w")


@pytest.fixture(scope="module")
def arabic() -> dict[Source, list[str]]:
    return update.translations("ar")


@pytest.fixture
def in_english_again(application: QApplication) -> Iterator[None]:
    yield
    language.install(application, Language.ENGLISH)
    application.setFont(QApplication.font())


def test_every_string_is_known_to_the_translation_and_no_other_is(arabic: dict[Source, list[str]]) -> None:
    now = set(sources())
    assert sorted(now - arabic.keys()) == [], "run: make translations"
    assert sorted(arabic.keys() - now) == [], "run: make translations"


def test_every_string_is_translated(arabic: dict[Source, list[str]]) -> None:
    assert [source for source, forms in arabic.items() if not forms] == []


def test_translations_have_the_places_of_their_source(arabic: dict[Source, list[str]]) -> None:
    def wrong(source: Source, form: str) -> bool:
        has, given = (sorted(set(_PLACE.findall(text))) for text in (source.text, form))
        # Arabic has a word for two, and may leave the number out where there is one or none.
        return given != has and not (source.plural and set(has) - set(given) == {"%n"})

    assert [(source, form) for source, forms in arabic.items() for form in forms if wrong(source, form)] == []


def test_translations_have_an_accelerator_where_their_source_has_one(arabic: dict[Source, list[str]]) -> None:
    differ = [
        (source.text, form)
        for source, forms in arabic.items()
        for form in forms
        if len(_ACCELERATOR.findall(source.text)) != len(_ACCELERATOR.findall(form))
    ]
    assert differ == []


def test_what_the_window_loads_was_made_of_the_translations_as_they_are(tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    update.release("ar", made)
    assert made.read_bytes() == update.qm("ar").read_bytes(), "run: make translations"


def test_the_window_changes_its_language_and_stays_where_it_is(
    window: MainWindow, qtbot: QtBot, in_english_again: None
) -> None:
    assert window.desk is not None
    window.desk.filters.set_wanted(window.desk.wanted())
    window.search.setText("scene")
    qtbot.waitUntil(lambda: len(window.desk.model.ids) == 1, timeout=5000)
    number = choose(window, "scene")
    window.desk.open_item(number)
    settle(window, qtbot)
    before = window.desk
    window.settings.set(LANGUAGE, Language.ARABIC)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not before, timeout=10_000)
    desk = window.desk
    qtbot.waitUntil(lambda: desk.viewing, timeout=5000)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert desk.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert desk.selection.tolist() == [number]
    assert desk.wanted().text == window.search.text() == "scene"
    assert window.menuBar().actions()[0].text() == "&ملف"
    assert QApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    pair = [number, number + 1]
    desk.comparing.compare(pair)
    qtbot.waitUntil(lambda: len(desk.comparing.page.panes) == 2, timeout=10_000)
    settle(window, qtbot)
    window.show_window(HelpWindow).show_page("map.md")
    window.settings.set(LANGUAGE, Language.ENGLISH)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not desk, timeout=10_000)
    assert window.menuBar().actions()[0].text() == "&File"
    assert [type(each) for each in window.beside.values() if each.isVisible()] == [HelpWindow]
    assert window.show_window(HelpWindow).page.name == "map.md"
    qtbot.waitUntil(lambda: list(window.desk.selection)[:1] == pair[:1], timeout=10_000)
    page = window.desk.middle.currentWidget()
    assert page is window.desk.comparing.page
    assert [pane.item.item for pane in page.panes] == pair
    settle(window, qtbot)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_what_was_done_before_the_language_changed_can_be_taken_back_after(
    window: MainWindow, qtbot: QtBot, in_english_again: None
) -> None:
    before = window.desk
    assert before is not None
    number = choose(window, "stripes")
    qtbot.keyClick(before.grid, "3")
    settle(window, qtbot)
    window.actions_.by_name["arabic"].trigger()
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not before, timeout=10_000)
    settle(window, qtbot)
    window.actions_.by_name["undo"].trigger()
    settle(window, qtbot)
    assert window.desk is not None
    item = window.desk.model.item_at(window.desk.model.row_of(number))
    assert item is not None
    assert item.warning.level is Level.UNASSESSED
    window.actions_.by_name["english"].trigger()
    now = window.desk
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not now, timeout=10_000)


def test_the_language_waits_while_work_is_under_way(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.jobs.JobRunner.busy", True)
    page = window.show_settings()._pages["general"]
    page._language.setCurrentIndex(page._language.findData(Language.ARABIC))
    page._language.activated.emit(page._language.currentIndex())
    assert window.settings.get(LANGUAGE) is Language.SYSTEM
    assert page._language.currentData() == Language.SYSTEM
    assert "under way" in page._said.text()


def test_errors_are_told_in_the_language_of_the_window(application: QApplication, in_english_again: None) -> None:
    english = failures.sentence(NotACase("/a/b"))
    assert english == str(NotACase("/a/b"))
    language.install(application, Language.ARABIC)
    told = failures.sentence(NotFound("place", "Hass"))
    assert "Hass" in told
    assert "مكان" in told
    assert "place" not in told


def test_a_value_that_was_read_keeps_its_order_in_a_window_from_right_to_left(application: QApplication) -> None:
    panel = MetadataPanel()
    table = panel.findChild(QTableView)
    assert table is not None
    values = QStandardItemModel(0, 1, table)
    values.appendRow(QStandardItem("2016:10:26 09:45:12"))
    option = QStyleOptionViewItem()
    table.itemDelegate().initStyleOption(option, values.index(0, 0))
    assert option.text == words.isolated("2016:10:26 09:45:12")
    panel.deleteLater()


def test_larger_text_makes_the_window_anew(window: MainWindow, qtbot: QtBot, in_english_again: None) -> None:
    before, size = window.desk, window.search.font().pointSizeF()
    window.settings.set(TEXT_SIZE, 200)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not before, timeout=10_000)
    assert window.search.font().pointSizeF() == pytest.approx(size * 2, rel=0.05)
    window.settings.set(TEXT_SIZE, 100)
    again = window.desk
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not again, timeout=10_000)
    assert window.search.font().pointSizeF() == pytest.approx(size, rel=0.05)


@pytest.mark.parametrize(("variable", "set_", "wanted"), [("", "ar", "ar"), ("ar", "en", "ar"), ("xx", "", "en")])
def test_the_environment_sets_the_language_before_the_settings_do(
    variable: str, set_: str, wanted: str, open_window: Callable[[Path | None], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    settings = open_window(None).settings
    settings.blockSignals(True)
    settings.set(LANGUAGE, Language(set_))
    monkeypatch.setenv(language.VARIABLE, variable)
    assert language.wanted(settings) == wanted
