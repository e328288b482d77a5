"""The dialog that changes many items at once, and shows before what will become of them."""

import threading
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator import vocabulary
from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.history import asked
from annotator.model import Change, Incident, Level, Place, Status
from annotator.told import Fact, Preview
from ui import words
from ui.inspector import sentences
from ui.inspector.naming import NameLine
from ui.jobs import JobRunner, Lane
from ui.parts import label, tip

_SETTLE_MS = 200
_SEPARATORS = ("،", ";", "؛")
_MOST_LINES = 200
_Line = TypeVar("_Line", bound=QLineEdit)


class BulkEdit(QDialog):
    """What stays empty stays as it is. Nothing is changed before the button says how many items will be."""

    def __init__(
        self,
        runner: JobRunner,
        numbers: Sequence[int],
        *,
        incidents: Sequence[Incident],
        places: Sequence[Place],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change {items}").format(items=words.items(len(numbers))))
        self._runner, self._numbers = runner, tuple(numbers)
        self._incidents = {incident.name for incident in incidents}
        self._places = {place.name for place in places}
        self._cancel = threading.Event()
        self._ask = 0
        form = QFormLayout()
        self._level = self._choice(form, self.tr("&Warning"), [(words.level(each), each) for each in Level])
        self._content = self._shows(form)
        self._status = self._choice(
            form, self.tr("S&tatus"), [(words.term("status", each), each) for each in Status]
        )  # fmt: skip
        known = {each.name: each.items for each in incidents}
        self._add_incident = self._name(self.tr("Add an incident"), known)
        self._remove_incident = self._name(self.tr("Take an incident away"), known)
        self._pair(form, self.tr("&Incident"), self._add_incident, self._remove_incident)
        known = {each.name: each.items for each in places}
        self._add_place = self._name(self.tr("Add a place"), known)
        self._remove_place = self._name(self.tr("Take a place away"), known)
        self._pair(form, self.tr("&Place"), self._add_place, self._remove_place)
        self._add_tags = self._line(self.tr("Add tags, several with commas"))
        self._remove_tags = self._line(self.tr("Take tags away"))
        self._pair(form, self.tr("Ta&gs"), self._add_tags, self._remove_tags)
        self._note = self._line(self.tr("Add a note"))
        form.addRow(self.tr("&Note"), self._note)
        self._says = label(wrap=True)
        self._list = QPlainTextEdit()
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(self.tr("What will change"))
        self._list.setMinimumHeight(self.fontMetrics().height() * 7)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(label(self.tr("What will change"), role="section"))
        column.addWidget(self._says)
        column.addWidget(self._list, 1)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 36)
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._count)
        self.finished.connect(self._cancel.set)
        self._show(None)

    def _choice(self, form: QFormLayout, text: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(text.replace("&", ""))
        box.addItem(self.tr("as it is"), None)
        for shown, value in choices:
            box.addItem(shown, value)
        box.currentIndexChanged.connect(self._on_changed)
        form.addRow(text, box)
        return box

    def _shows(self, form: QFormLayout) -> dict[str, QCheckBox]:
        """What there is to see: ticked it is added, empty it is taken away, half ticked it stays."""
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(self.fontMetrics().height())
        boxes = {}
        for place, term in enumerate(vocabulary.load("warning-content").terms):
            box = QCheckBox(words.term("warning-content", term.code))
            box.setToolTip(tip(words.definition("warning-content", term.code)))
            box.setTristate(True)
            box.setCheckState(Qt.CheckState.PartiallyChecked)
            box.checkStateChanged.connect(self._on_changed)
            grid.addWidget(box, place // 3, place % 3)
            boxes[term.code] = box
        says = label(
            self.tr("Ticked: all get it. Empty: it is taken from all. Half ticked: as it is."), role="quiet", wrap=True
        )
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(grid)
        column.addWidget(says)
        form.addRow(self.tr("Shows"), column)
        return boxes

    def _pair(self, form: QFormLayout, text: str, add: QLineEdit, remove: QLineEdit) -> None:
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        name = label(text)
        name.setBuddy(add)
        form.addRow(name, row)

    def _name(self, text: str, known: dict[str, int]) -> NameLine:
        line = NameLine()
        line.set_known(known)
        line.chosen.connect(self._on_changed)
        line.left.connect(lambda: self._level.setFocus())
        return self._lined(line, text)

    def _line(self, text: str) -> QLineEdit:
        return self._lined(QLineEdit(), text)

    def _lined(self, line: _Line, text: str) -> _Line:
        line.setAccessibleName(text)
        line.setPlaceholderText(text)
        line.textChanged.connect(self._on_changed)
        return line

    @property
    def change(self) -> Change:
        """What is asked for so far."""

        def names(line: NameLine) -> tuple[str, ...]:
            text = line.text().strip()
            return (line.known(text) or text,) if text else ()

        def several(line: QLineEdit) -> tuple[str, ...]:
            text = line.text()
            for separator in _SEPARATORS:
                text = text.replace(separator, ",")
            return tuple(part.strip() for part in text.split(",") if part.strip())

        incident, place = names(self._add_incident), names(self._add_place)
        make: list[Incident | Place] = [
            Incident(
                incident=0, name=name, type=None, began=None, ended=None, time_precision=None, place=None,
                summary="", items=0,
            )
            for name in incident if name not in self._incidents
        ]  # fmt: skip
        make += [
            Place(place=0, name=name, latitude=None, longitude=None, precision=None, items=0)
            for name in place
            if name not in self._places
        ]
        level, status = (box.currentData() for box in (self._level, self._status))

        def ticked(state: Qt.CheckState) -> tuple[str, ...]:
            return tuple(code for code, box in self._content.items() if box.checkState() == state)

        return Change(
            level=Level(level) if level else None, add_content=ticked(Qt.CheckState.Checked),
            remove_content=ticked(Qt.CheckState.Unchecked),
            status=Status(status) if status else None, add_incidents=incident, add_places=place,
            remove_incidents=names(self._remove_incident), remove_places=names(self._remove_place),
            add_tags=several(self._add_tags), remove_tags=several(self._remove_tags),
            note=self._note.text().strip() or None, make=tuple(make),
        )  # fmt: skip

    @Slot()
    def _on_changed(self) -> None:
        self._go.setEnabled(False)
        self._cancel.set()
        self._settling.start()

    @Slot()
    def _count(self) -> None:
        """Count beside the window what would change."""
        self._ask += 1
        self._cancel = cancel = threading.Event()
        ask, change, numbers = self._ask, self.change, self._numbers
        if change == Change():
            self._show(None)
            return
        self._says.setText(self.tr("Counting…"))

        def take(preview: Preview) -> None:
            if ask == self._ask and not cancel.is_set():
                self._show(preview)

        def failed(error: BaseException) -> None:
            if not isinstance(error, EvidenceError):
                self._runner.failed.emit(error)
            elif ask == self._ask:
                self._says.setText(str(error))
                self._list.clear()

        def count(case: Case) -> Preview:
            return case.steps.preview(numbers, change, cancel=cancel)

        self._runner.read(count, take, lane=Lane.COUNTS, failed=failed)

    def _show(self, preview: Preview | None) -> None:
        self._go.setEnabled(preview is not None and preview.changed > 0)
        if preview is None:
            self._says.setText(self.tr("Nothing yet: choose what all these items are to get or lose."))
            self._list.clear()
            self._go.setText(self.tr("Change"))
            return
        self._says.setText(
            self.tr("{items} will change. As wanted already: {same}.").format(
                items=words.items(preview.changed), same=words.number(preview.items - preview.changed)
            )
        )
        lines = [
            self.tr("Made first, for there is none of the name yet: {name}").format(name=words.isolated(noun.name))
            for noun in self.change.make
        ]
        lines += [line for fact in asked(self.change) for line in self._lines(fact, preview)]
        wanted = {(fact.field, fact.old, fact.new) for fact in asked(self.change)}
        for fact in preview.facts:  # what goes along with it: content that a warning of "none" has no use for
            if fact.field == "content" and fact.old and ("content", fact.old, None) not in wanted:
                text = self.tr("{items} lose {what}: the new warning has no content.")
                lines.append(text.format(items=words.items(fact.items), what=sentences.value("content", fact.old)))
        if preview.sampled:
            lines.append(
                self.tr("{count} sampled frames are left out: keep one with S to annotate it.").format(
                    count=words.number(preview.sampled)
                )
            )
        self._list.setPlainText("\n".join(lines[:_MOST_LINES]))
        self._go.setText(self.tr("Change {items}").format(items=words.items(preview.changed)))

    def _lines(self, wanted: Fact, preview: Preview) -> list[str]:
        """How many get or lose one thing that is asked for, by what they had."""
        given = wanted.new is not None
        name = sentences.label([wanted])
        found = [fact for fact in preview.facts if fact.field == wanted.field and self._same(fact, wanted)]
        count = sum(fact.items for fact in found)
        rest = preview.items - count
        text = (
            self.tr("{what}: {items}. As wanted already: {rest}.")
            if given
            else self.tr("{what}: {items}. Without it already: {rest}.")
        )
        lines = [text.format(what=name, items=words.items(count), rest=words.number(rest))]
        for fact in sorted(found, key=lambda fact: -fact.items):
            if fact.old is not None and fact.new is not None:
                lines.append(
                    self.tr("    {items}: {old} → {new}").format(
                        items=words.items(fact.items),
                        old=words.isolated(sentences.value(fact.field, fact.old)),
                        new=words.isolated(sentences.value(fact.field, fact.new)),
                    )
                )
        return lines

    @staticmethod
    def _same(fact: Fact, wanted: Fact) -> bool:
        return fact.new == wanted.new if wanted.new is not None else fact.old == wanted.old and fact.new is None
