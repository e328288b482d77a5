"""The panel that says where the items were taken: a name, coordinates and how precise they are."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator import vocabulary
from annotator.errors import BadValue
from annotator.model import Change, Place
from annotator.text import folded
from ui import words
from ui.inspector.chips import Chips
from ui.inspector.naming import Chosen
from ui.inspector.shown import Shown, asking
from ui.parts import label

_PAIR = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[,،;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*")


class PlacePanel(QWidget):
    """Places by name; coordinates and precision are those of a place that is being made, or of the known one."""

    asked = Signal(object)
    left = Signal()
    refused = Signal(object)
    """A BadValue: what was typed can't be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, Place] = {}
        self._chips = Chips(
            self.tr("Place"),
            self.tr("Name of a place, then Enter  (L)"),
            new_needs_making=self.tr(
                "There is no place “{name}” yet. Enter once more makes it, with the coordinates below."
            ),
        )
        self._chips.added.connect(self._add)
        self._chips.removed.connect(lambda name: self.asked.emit(Change(remove_places=(name,))))
        self._chips.left.connect(self.left)
        self._chips.typed.connect(self._on_typed)
        self._at = QLineEdit()
        self._at.setAccessibleName(self.tr("Coordinates: latitude, longitude"))
        self._at.setPlaceholderText(self.tr("36.5504, 37.2732"))
        self._at.returnPressed.connect(lambda: self._chips.line.setFocus())
        self._precision = QComboBox()
        self._precision.setAccessibleName(self.tr("Precision of the coordinates"))
        self._precision.addItem(self.tr("not known"), None)
        for term in vocabulary.load("place-precision").terms:
            self._precision.addItem(words.term("place-precision", term.code), term.code)
        self._precision.setMinimumContentsLength(8)
        self._precision.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._camera = label(role="quiet", wrap=True)
        form = QFormLayout()
        form.addRow(self.tr("Coordinates"), self._at)
        form.addRow(self.tr("Precision"), self._precision)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addLayout(form)
        column.addWidget(self._camera)
        self.line = self._chips.line

    def set_known(self, places: Sequence[Place]) -> None:
        self._known = {folded(place.name): place for place in places}
        self._chips.set_known({place.name: place.items for place in places})

    def show_items(self, shown: Shown) -> None:
        total = len(shown.items) or len(shown.numbers)
        self._chips.show_names(shown.tally(lambda item: item.places), total, writable=shown.writable)
        for part in (self._at, self._precision):
            part.setEnabled(shown.writable)
        said = ""
        if len(shown.items) == 1 and shown.items[0].latitude is not None:
            item = shown.items[0]
            said = self.tr("Its metadata says {latitude}, {longitude}").format(
                latitude=f"{item.latitude:.5f}", longitude=f"{item.longitude:.5f}"
            )
        self._camera.setText(said)
        self._camera.setVisible(bool(said))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Show what is known of a place whose name stands in the line."""
        place = self._known.get(folded(text.strip()))
        if place is not None:
            self._at.setText("" if place.latitude is None else f"{place.latitude}, {place.longitude}")
            self._precision.setCurrentIndex(max(0, self._precision.findData(place.precision)))

    def _add(self, chosen: Chosen) -> None:
        change = Change(add_places=(chosen.name,))
        if chosen.new:
            try:
                latitude, longitude = position(self._at.text())
            except BadValue as problem:
                self.refused.emit(problem)
                return
            made = Place(
                place=0, name=chosen.name, latitude=latitude, longitude=longitude,
                precision=self._precision.currentData(), items=0,
            )  # fmt: skip
            change = Change(add_places=(chosen.name,), make=(made,))
        self.asked.emit(asking(change, copies=chosen.copies))
        self._at.clear()
        self._precision.setCurrentIndex(0)
        if not chosen.more:
            self.left.emit()


def position(text: str) -> tuple[float | None, float | None]:
    """Latitude and longitude that a person has typed, None where there are none. Raises BadValue."""
    if not text.strip():
        return None, None
    pair = _PAIR.fullmatch(text)
    if pair is None:
        raise BadValue("position", text, "latitude and longitude in degrees, such as 36.5504, 37.2732")
    return float(pair[1]), float(pair[2])
