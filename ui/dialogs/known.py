"""The dialog of all incidents and places of the case: looked at, changed, added, merged and deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout

from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.model import Changed, Incident, Place
from ui import words
from ui.dialogs.noun_forms import NO_INCIDENT, NO_PLACE, IncidentForm, PlaceForm
from ui.dialogs.noun_page import NounPage
from ui.jobs import Lane
from ui.parts import press_with_enter

if TYPE_CHECKING:
    from ui.desk import Desk


class Known(QDialog):
    """Two pages; Escape takes back what was typed and not saved, and closes when there is nothing."""

    def __init__(self, desk: Desk, *, kind: str = "incident", name: str | None = None) -> None:
        """Begins at the incident or place of this name."""
        super().__init__(desk)
        self.setWindowTitle(self.tr("Incidents and places"))
        self._desk = desk
        writable = not desk.runner.read_only
        self._incident_form, place_form = IncidentForm(), PlaceForm()
        self.incidents = NounPage("incident", self._incident_form, NO_INCIDENT, self._make, writable=writable)
        self.places = NounPage("place", place_form, NO_PLACE, self._make, writable=writable)
        self.pages = QTabWidget()
        self.pages.addTab(self.incidents, "")
        self.pages.addTab(self.places, "")
        self.pages.setCurrentWidget(self.places if kind == "place" else self.incidents)
        place_form.place_asked.connect(desk.place_asked)
        desk.places_found.connect(place_form.suggest)
        for each, page in (("incident", self.incidents), ("place", self.places)):
            page.saved.connect(self._read)
            page.renamed.connect(lambda old, new, each=each: desk.filters.rename(each, old, new))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.pages)
        column.addWidget(buttons)
        press_with_enter(self)
        line = self.fontMetrics().height()
        self.resize(line * 56, line * 32)
        self._first, self._new = name, True
        self._read()

    @property
    def page(self) -> NounPage:
        """The page on show."""
        return self.places if self.pages.currentWidget() is self.places else self.incidents

    @Slot()
    def _read(self) -> None:
        self._desk.runner.read(lambda case: (case.incidents(), case.places()), self._take, lane=Lane.COUNTS)

    def _take(self, known: tuple[list[Incident], list[Place]]) -> None:
        incidents, places = known
        self._incident_form.set_places([place.name for place in places])
        self.incidents.set_nouns(incidents)
        self.places.set_nouns(places)
        for number, text, found in (
            (0, self.tr("&Incidents ({count})"), incidents), (1, self.tr("&Places ({count})"), places),
        ):  # fmt: skip
            self.pages.setTabText(number, text.format(count=words.number(len(found))))
        if self._new:
            self.page.list.setFocus()
            self._new = False
        if self._first is not None:
            self.page.choose(self._first)
            self.page.form.name.setFocus()
            self._first = None

    def _make(
        self, work: Callable[[Case], Changed], done: Callable[[], None], failed: Callable[[EvidenceError], None]
    ) -> None:
        self._desk.changes.do(work, done, failed)

    def reject(self) -> None:
        """Escape."""
        if not any(page.take_back() for page in (self.page, self.incidents, self.places)):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing that was typed and can be so is lost."""
        for page in (self.incidents, self.places):
            page.save_it()
            if page.form.dirty:
                self.pages.setCurrentWidget(page)
                event.ignore()
                return
        super().closeEvent(event)


def show(desk: Desk, kind: str = "incident", name: str | None = None) -> None:
    """Show all incidents and places."""
    dialog = Known(desk, kind=kind, name=name)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
