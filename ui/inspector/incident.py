"""The panel that says which incidents the items show."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model import Change, Incident
from ui.inspector.chips import Chips
from ui.inspector.naming import Chosen
from ui.inspector.shown import Shown, asking


class IncidentPanel(QWidget):
    """Incidents by name; a new name makes an incident."""

    asked = Signal(object)
    left = Signal()
    noun_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = Chips(
            self.tr("Incident"),
            self.tr("Name of an incident, then Enter  (I)"),
            new_needs_making=self.tr("There is no incident “{name}” yet. Enter once more makes it."),
            opens=True,
        )
        self._chips.added.connect(self._add)
        self._chips.removed.connect(lambda name: self.asked.emit(Change(remove_incidents=(name,))))
        self._chips.left.connect(self.left)
        self._chips.opened.connect(lambda name: self.noun_wanted.emit("incident", name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chips)
        self.line = self._chips.line

    def set_known(self, incidents: Sequence[Incident]) -> None:
        self._chips.set_known({incident.name: incident.items for incident in incidents})

    def show_items(self, shown: Shown) -> None:
        total = len(shown.items) or len(shown.numbers)
        self._chips.show_names(shown.tally(lambda item: item.incidents), total, writable=shown.annotatable)

    def _add(self, chosen: Chosen) -> None:
        change = Change(add_incidents=(chosen.name,), make=(_new(chosen.name),) if chosen.new else ())
        self.asked.emit(asking(change, copies=chosen.copies))
        if not chosen.more:
            self.left.emit()


def _new(name: str) -> Incident:
    return Incident(
        incident=0, name=name, type=None, began=None, ended=None, time_precision=None, place=None, summary="", items=0
    )
