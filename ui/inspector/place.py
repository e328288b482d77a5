"""The panel that says where the items were taken: a name, coordinates and how precise they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator import coordinates, vocabulary
from annotator.errors import BadValue
from annotator.model import Change, Place
from annotator.places.gazetteer import Named
from annotator.text import folded
from ui import words
from ui.inspector.chips import Chips
from ui.inspector.naming import Chosen
from ui.inspector.shown import Shown, asking
from ui.parts import label

_ASKED_FROM = 2
"""Characters of a name from which a gazetteer is asked."""


class PlacePanel(QWidget):
    """Places by name; coordinates and precision are those of a place that is being made, or of the known one."""

    asked = Signal(object)
    left = Signal()
    noun_wanted = Signal(str, str)
    place_asked = Signal(object)
    """Text that a name begins with, or a latitude and longitude; the answer goes to `suggest` or `describe`."""
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
            opens=True,
        )
        self._chips.added.connect(self._add)
        self._chips.removed.connect(lambda name: self.asked.emit(Change(remove_places=(name,))))
        self._chips.left.connect(self.left)
        self._chips.opened.connect(lambda name: self.noun_wanted.emit("place", name))
        self._chips.typed.connect(self._on_typed)
        self._chips.line.suggestion_chosen.connect(self._fill)
        self._filled = ""
        self._shown_at: tuple[float, float] | None = None
        self._at = QLineEdit()
        self._at.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
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
        self._chips.show_names(shown.tally(lambda item: item.places), total, writable=shown.annotatable)
        for part in (self._at, self._precision):
            part.setEnabled(shown.annotatable)
        said = ""
        self._shown_at = None
        if len(shown.items) == 1 and shown.items[0].latitude is not None and shown.items[0].longitude is not None:
            self._shown_at = (shown.items[0].latitude, shown.items[0].longitude)
            said = self.tr("Its metadata says {position}").format(position=_position(*self._shown_at))
        self._camera.setText(said)
        self._camera.setVisible(bool(said))
        if self._shown_at is not None:
            self.place_asked.emit(self._shown_at)

    def suggest(self, text: str, found: Sequence[Named]) -> None:
        """Offer places that a gazetteer knows, as long as `text` still stands in the line."""
        offers = [(described(place), place) for place in found if folded(place.name) not in self._known]
        self._chips.line.suggest(text, [(shown, place.name, place) for shown, place in offers])

    def describe(self, at: tuple[float, float], nearby: str) -> None:
        """Say what the position on show is near to."""
        if at == self._shown_at:
            said = self.tr("Its metadata says {position}: {nearby}")
            self._camera.setText(said.format(position=_position(*at), nearby=nearby))

    @Slot(object)
    def _fill(self, place: Named) -> None:
        """Take over what the gazetteer says of a place; making it is still up to the person."""
        self._filled = coordinates.written(place.latitude, place.longitude)
        self._at.setText(self._filled)
        self._precision.setCurrentIndex(max(0, self._precision.findData("town")))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Show what is known of a place whose name stands in the line."""
        if self._filled and self._at.text() == self._filled:  # those were another name's coordinates
            self._at.clear()
            self._precision.setCurrentIndex(0)
        self._filled = ""
        place = self._known.get(folded(text.strip()))
        if len(text.strip()) >= _ASKED_FROM:
            self.place_asked.emit(text.strip())
        if place is not None:
            self._at.setText(coordinates.written(place.latitude, place.longitude))
            self._precision.setCurrentIndex(max(0, self._precision.findData(place.precision)))

    def _add(self, chosen: Chosen) -> None:
        change = Change(add_places=(chosen.name,))
        if chosen.new:
            try:
                latitude, longitude = coordinates.read(self._at.text()) or (None, None)
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


def _position(latitude: float, longitude: float) -> str:
    """From left to right in every language."""
    return f"\u2066{latitude:.5f}, {longitude:.5f}\u2069"


def described(place: Named) -> str:
    """A place of a gazetteer in a line: names, kind, country and where it lies."""
    kind = words.tr("town") if place.kind == "town" else place.kind
    parts = [words.isolated(place.name), words.isolated(place.arabic), kind, place.country]
    parts.append(f"\u2066{place.latitude:.4f}, {place.longitude:.4f}\u2069")
    return " · ".join(part for part in parts if part.strip(f"{words.FIRST_STRONG}{words.POP}"))
