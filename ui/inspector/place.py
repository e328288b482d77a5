"""The panel that says where the items were taken: a name, coordinates and how precise they are."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator import vocabulary
from annotator.case import Case
from annotator.errors import BadValue
from annotator.model import Change, Changed, Place
from annotator.text import folded
from ui import words
from ui.inspector.chips import Chips
from ui.inspector.shown import Shown, Work, change
from ui.parts import label

_PAIR = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[,،;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*")


class PlacePanel(QWidget):
    """Places by name; coordinates and precision are those of a place that is being made, or of the known one."""

    asked = Signal(object)
    left = Signal()

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
        self._chips.removed.connect(lambda name: self.asked.emit(change(Change(remove_place=name))))
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
        self._chips.set_known([place.name for place in places])

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

    def _add(self, name: str, new: bool) -> None:
        if new:
            self.asked.emit(_new_place(name, self._at.text(), self._precision.currentData()))
        else:
            self.asked.emit(change(Change(place=name)))
        self._at.clear()
        self._precision.setCurrentIndex(0)
        self.left.emit()


def _new_place(name: str, at: str, precision: str | None) -> Work:
    def work(case: Case, numbers: Sequence[int]) -> Changed:
        latitude = longitude = None
        if at.strip():
            pair = _PAIR.fullmatch(at)
            if pair is None:
                raise BadValue("position", at, "latitude and longitude in degrees, such as 36.5504, 37.2732")
            latitude, longitude = float(pair[1]), float(pair[2])
        case.add_place(name, latitude=latitude, longitude=longitude, precision=precision)
        changed = case.annotate(numbers, Change(place=name))
        return Changed(items=changed.items, nouns=changed.nouns | {"places"})

    return work
