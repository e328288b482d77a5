"""Incidents and places are looked at, changed, added, merged and deleted in one dialog, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QInputDialog, QToolButton
from pytestqt.qtbot import QtBot

from annotator.model import Change
from annotator.places.gazetteer import Named
from tests.ui.conftest import settle, write
from ui.desk import Desk
from ui.dialogs.known import Known
from ui.main_window import MainWindow


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def open_known(window: MainWindow, desk: Desk, qtbot: QtBot) -> Callable[[], Known]:
    def open_it() -> Known:
        window.actions_.by_name["known"].trigger()
        settle(window, qtbot)
        return next(child for child in desk.findChildren(Known) if child.isVisible())

    return open_it


def make(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    """Two incidents and a place; item 1 bears an incident and the place."""

    def work(case, _numbers):  # type: ignore[no-untyped-def] # as `Work`
        case.add_incident("Hass", type="air-drone-strike")
        case.add_incident("مجزرة حاس")
        case.add_place("Madaya")
        return case.annotate([1], Change(add_incidents=("مجزرة حاس",), add_places=("Madaya",)))

    desk.apply(work, [1])
    settle(window, qtbot)


def incident(desk: Desk, qtbot: QtBot, name: str):  # type: ignore[no-untyped-def] # an incident or nothing
    found: list[object] = []
    desk.runner.change(lambda case: {each.name: each for each in case.incidents()}, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0].get(name)  # type: ignore[attr-defined] # a dict


def test_what_is_typed_of_an_incident_is_checked_as_typed_saved_by_enter_and_undone(
    window: MainWindow, desk: Desk, qtbot: QtBot, open_known: Callable[[], Known]
) -> None:
    make(window, desk, qtbot)
    known = open_known()
    page, form = known.incidents, known._incident_form
    page.choose("Hass")
    assert form.type.currentText() == "Air or drone strike"
    write(form.began, "2016-02-31")
    assert "2016-02-31" in form.said.text()
    assert not page.save.isEnabled()
    form.began.clear()
    write(form.began, "2016-10-26T11:30")
    form.ended.setText("2016-10")
    assert not form.said.text()
    form.ended.setText("2016-09")
    assert "2016-09" in form.said.text()
    form.ended.clear()
    form.type.setCurrentText("no such type")
    assert "no such type" in form.said.text()
    form.type.setCurrentText("shelling, artillery or missile attack")
    assert not form.said.text()
    form.name.setText("مجزرة حاس")
    assert "already" in form.said.text()
    form.name.setText("Hass, school")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    settle(window, qtbot)
    held = incident(desk, qtbot, "Hass, school")
    assert (held.began, held.type) == ("2016-10-26T11:30", "shelling-artillery-missile-attack")
    assert known.isVisible()
    known.close()
    window.actions_.by_name["undo"].trigger()
    settle(window, qtbot)
    assert incident(desk, qtbot, "Hass").began is None


def test_going_to_another_one_saves_what_can_be_and_stays_at_what_can_not(
    window: MainWindow, desk: Desk, qtbot: QtBot, open_known: Callable[[], Known]
) -> None:
    make(window, desk, qtbot)
    known = open_known()
    page, form = known.incidents, known._incident_form
    page.choose("Hass")
    form.summary.setPlainText("Three strikes on a school.")
    page.choose("مجزرة حاس")
    settle(window, qtbot)
    assert form.name.text() == "مجزرة حاس"
    assert incident(desk, qtbot, "Hass").summary == "Three strikes on a school."
    form.began.setText("yesterday")
    page.choose("Hass")
    assert form.name.text() == "مجزرة حاس"
    qtbot.keyClick(form.name, Qt.Key.Key_Escape)
    assert form.began.text() == ""
    assert known.isVisible()
    qtbot.keyClick(form.name, Qt.Key.Key_Escape)
    assert not known.isVisible()


def test_a_place_is_added_with_what_the_gazetteer_knows_and_one_without_items_is_deleted(
    window: MainWindow, desk: Desk, qtbot: QtBot, open_known: Callable[[], Known]
) -> None:
    make(window, desk, qtbot)
    known = open_known()
    known.pages.setCurrentWidget(known.places)
    page, form = known.places, known.places.form
    page.choose("Madaya")
    assert not page.remove.isEnabled()
    page.new.click()
    write(form.name, "Hass")
    found = Named(name="Hass", arabic="حاس", kind="town", latitude=35.578, longitude=36.586, country="SY", population=9)
    desk.places_found.emit("Hass", [found])
    form.offers.activated.emit(1)
    assert form.at.text() == "35.578, 36.586"
    form.at.setText("٣٥°٣٤'٤١\" شمالاً ٣٦°٣٥'١١\" شرقاً")
    assert "35.578056, 36.586389" in form._read.text()
    page.save.click()
    settle(window, qtbot)
    assert page.list.currentItem().text(1) == "0"
    page.remove.click()
    settle(window, qtbot)
    assert page.list.topLevelItemCount() == 1


def test_merging_gives_the_items_to_the_other_one(
    window: MainWindow, desk: Desk, qtbot: QtBot, open_known: Callable[[], Known]
) -> None:
    make(window, desk, qtbot)
    desk.filters.choose("incident", "مجزرة حاس")
    qtbot.waitUntil(lambda: list(desk.model.ids) == [1])
    known = open_known()
    known.incidents.choose("مجزرة حاس")

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        merge = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        assert not merge.isEnabled()
        dialog.setTextValue("Hass")
        assert merge.isEnabled()
        dialog.accept()

    QTimer.singleShot(0, answer)
    known.incidents.merge.click()
    settle(window, qtbot)
    assert incident(desk, qtbot, "مجزرة حاس") is None
    assert incident(desk, qtbot, "Hass").items == 1
    assert known.incidents.form.name.text() == "Hass"
    assert desk.filters.wanted().incident == ("Hass",)  # the filter goes along
    assert list(desk.model.ids) == [1]


def test_the_chip_of_a_place_leads_to_what_is_known_of_it(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    make(window, desk, qtbot)
    desk.grid.go_to(1)
    settle(window, qtbot)
    buttons = [each for each in desk.inspector.findChildren(QToolButton) if "Madaya" in each.accessibleName()]
    more = next(each for each in buttons if each.isVisible() and "known" in each.accessibleName())
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    settle(window, qtbot)
    known = next(child for child in desk.findChildren(Known) if child.isVisible())
    assert known.page is known.places
    assert known.page.form.name.text() == "Madaya"
