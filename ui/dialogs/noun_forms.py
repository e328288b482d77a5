"""What can be said of an incident and of a place, as forms that say in a sentence what can't be so."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator import coordinates, nouns, vocabulary
from annotator.errors import BadValue, EvidenceError
from annotator.model import Incident, Place
from annotator.places.gazetteer import Named
from ui import failures, words
from ui.inspector.place import described
from ui.parts import label, tip

NO_INCIDENT = Incident(
    incident=0, name="", type=None, began=None, ended=None, time_precision=None, place=None, summary="", items=0
)
NO_PLACE = Place(place=0, name="", latitude=None, longitude=None, precision=None, items=0)
_DEPTH = Qt.ItemDataRole.UserRole + 1
_ASK_MS = 200
_ASKED_FROM = 2
"""Characters of a name from which a gazetteer is asked."""
_MOST = 12


def completing(box: QComboBox) -> None:
    """Let a box take what is typed for any part of one of its values."""
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.setCompleter(completer)


class _Indented(QStyledItemDelegate):
    """A narrower term stands further in than the broader one above it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        step = option.fontMetrics.height() * int(index.data(_DEPTH) or 0)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        option.rect = option.rect.adjusted(0 if rtl else step, 0, -step if rtl else 0, 0)
        super().paint(painter, option, index)


class Terms(QComboBox):
    """One of a vocabulary's terms, or none; of many, a part of its name may be typed."""

    def __init__(self, vocabulary_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.addItem(self.tr("not known"), None)
        found = vocabulary.load(vocabulary_id)
        for term in found.terms:
            self.addItem(words.term(vocabulary_id, term.code), term.code)
            self.setItemData(self.count() - 1, 0 if term.parent is None else 1, _DEPTH)
            self.setItemData(self.count() - 1, words.definition(vocabulary_id, term.code), Qt.ItemDataRole.ToolTipRole)
        if any(term.parent for term in found.terms):
            self.view().setItemDelegate(_Indented(self.view()))
            completing(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)

    @property
    def code(self) -> str | None:
        """The code of the term. Raises BadValue where what is typed is none."""
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if text and index < 0:
            raise BadValue("term of this list", text, "one that is offered")
        return self.itemData(index) if text else None

    def show_code(self, code: str | None) -> None:
        """Show the term of this code."""
        self.setCurrentIndex(max(0, self.findData(code)))


class NounForm(QWidget):
    """Fields; `edited` once what stands in them is not what was shown."""

    edited = Signal()
    place_asked = Signal(object)
    """A name of which a gazetteer may know something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dirty = False
        self.name = QLineEdit()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._row(self.tr("&Name"), self.name)
        self.said = label(wrap=True)
        self.said.setAccessibleName(self.tr("What can't be so"))

    def _row(self, text: str, field: QWidget) -> None:
        field.setAccessibleName(text.replace("&", ""))
        self._form.addRow(text, field)
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._on_edited)
        elif isinstance(field, QComboBox):
            field.currentTextChanged.connect(self._on_edited)
        elif isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.textChanged.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        self.dirty = True
        self.edited.emit()

    def show_noun(self, noun: Incident | Place) -> None:
        """Show what is known; nothing counts as edited then."""
        with QSignalBlocker(self):
            self._show(noun)
        for line in self.findChildren(QLineEdit):
            line.setCursorPosition(0)  # of a long name, its beginning is seen
        self.dirty = False
        self.said.clear()

    def _show(self, noun: Incident | Place) -> None:
        raise NotImplementedError

    def value(self, held: Incident | Place) -> Incident | Place:
        """What the fields say, with the number of `held`. Raises BadValue, UnknownTerm."""
        raise NotImplementedError

    def checked(self, held: Incident | Place) -> Incident | Place | None:
        """What the fields say; None where that can't be, which `said` tells then."""
        try:
            noun = self.value(held)
            nouns.check(noun)
        except EvidenceError as problem:
            self.said.setText(failures.sentence(problem))
            return None
        self.said.clear()
        return noun


class IncidentForm(NounForm):
    """What happened, when and where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = Terms("incident-type", self.tr("Type"))
        self.began, self.ended, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        for line in (self.began, self.ended):
            line.setPlaceholderText("2016-10-26T11:30+03:00")
            line.setToolTip(
                tip(self.tr("As much of it as is known: 2016, 2016-10, 2016-10-26, 2016-10-26T11:30+03:00"))
            )
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.precision = Terms("time-precision", self.tr("Precision of the time"))
        self.summary = QPlainTextEdit()
        self.summary.setMinimumHeight(self.fontMetrics().height() * 4)
        self._row(self.tr("&Type"), self.type)
        self._row(self.tr("&Began"), self.began)
        self._row(self.tr("&Ended"), self.ended)
        self._row(self.tr("Precision of the time"), self.precision)
        self._row(self.tr("P&lace"), self.place)
        self._row(self.tr("S&ummary"), self.summary)
        self._form.addRow(self.said)

    def set_places(self, names: Sequence[str]) -> None:
        """Names to offer for the place."""
        completer = QCompleter(list(names), self.place)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.place.setCompleter(completer)

    def _show(self, noun: Incident | Place) -> None:
        assert isinstance(noun, Incident)  # noqa: S101 - the page of incidents has no other
        self.name.setText(noun.name)
        self.type.show_code(noun.type)
        self.began.setText(noun.began or "")
        self.ended.setText(noun.ended or "")
        self.precision.show_code(noun.time_precision)
        self.place.setText(noun.place or "")
        self.summary.setPlainText(noun.summary)

    def value(self, held: Incident | Place) -> Incident:
        assert isinstance(held, Incident)  # noqa: S101 - the page of incidents has no other
        began, ended, place = (line.text().strip() or None for line in (self.began, self.ended, self.place))
        return replace(
            held, name=self.name.text().strip(), type=self.type.code, began=began, ended=ended,
            time_precision=self.precision.code, place=place, summary=self.summary.toPlainText().strip(),
        )  # fmt: skip


class PlaceForm(NounForm):
    """Where a place lies; a gazetteer may know it by its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = QLineEdit()
        self.at.setPlaceholderText("36.5504, 37.2732")
        self.at.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.precision = Terms("place-precision", self.tr("Precision of the coordinates"))
        self.offers = QComboBox()
        self.offers.setAccessibleName(self.tr("Places of this name in the gazetteer"))
        self.offers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offers.setMinimumContentsLength(18)
        self.offers.activated.connect(self._fill)
        self._row(self.tr("&Coordinates"), self.at)
        self._read = label(role="quiet", wrap=True)
        self._form.addRow("", self._read)
        self._row(self.tr("Precision of the coordinates"), self.precision)
        self._form.addRow(self.tr("From the &gazetteer"), self.offers)
        self._form.addRow(self.said)
        self._asking = QTimer(self, interval=_ASK_MS, singleShot=True)
        self._asking.timeout.connect(self._ask)
        self.name.textChanged.connect(lambda: self._asking.start())
        self.at.textChanged.connect(self._say_read)
        self.suggest("", ())
        self._say_read("")

    @Slot()
    def _ask(self) -> None:
        if len(self.name.text().strip()) >= _ASKED_FROM:
            self.place_asked.emit(self.name.text().strip())
        else:
            self.suggest(self.name.text().strip(), ())

    @Slot(str, object)
    def suggest(self, text: str, found: Sequence[Named]) -> None:
        """Offer places that a gazetteer knows, as long as `text` still stands as the name."""
        if text != self.name.text().strip():
            return
        self.offers.clear()
        some = self.tr("{count} begin so: choose one")
        none = self.tr("no place of this name")
        self.offers.addItem(some.format(count=words.number(len(found[:_MOST]))) if found else none)
        for place in found[:_MOST]:
            self.offers.addItem(described(place), place)
        self.offers.setEnabled(bool(found) and self.name.isEnabled())

    @Slot(int)
    def _fill(self, row: int) -> None:
        place = self.offers.itemData(row)
        if place is not None:
            self.at.setText(coordinates.written(place.latitude, place.longitude))
            self.precision.show_code("town")

    @Slot(str)
    def _say_read(self, text: str) -> None:
        """Show in decimals what was typed otherwise."""
        try:
            found = coordinates.read(text)
        except BadValue:
            found = None
        said = found is not None and coordinates.written(*found) != text.strip()
        shown = f"\u2066{found[0]:.6f}, {found[1]:.6f}\u2069" if found is not None else ""
        self._read.setText(self.tr("In decimals: {position}").format(position=shown) if said else "")
        self._form.setRowVisible(self._read, said)

    def _show(self, noun: Incident | Place) -> None:
        assert isinstance(noun, Place)  # noqa: S101 - the page of places has no other
        self.name.setText(noun.name)
        self.at.setText(coordinates.written(noun.latitude, noun.longitude))
        self.precision.show_code(noun.precision)

    def value(self, held: Incident | Place) -> Place:
        assert isinstance(held, Place)  # noqa: S101 - the page of places has no other
        latitude, longitude = coordinates.read(self.at.text()) or (None, None)
        return replace(
            held, name=self.name.text().strip(), latitude=latitude, longitude=longitude, precision=self.precision.code
        )
