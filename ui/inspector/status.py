"""The panel of the verification status."""

from collections import Counter

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.model import Change, Status
from ui import words
from ui.inspector.naming import Chosen, NameLine
from ui.inspector.shown import Shown, asking
from ui.parts import label


class StatusPanel(QWidget):
    """One of the statuses, chosen from the list or typed; where the items differ, how many have which."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = {words.term("status", status): status for status in Status}
        self.line = NameLine(may_be_new=False)
        self.line.set_known(dict.fromkeys(self._labels))
        self.line.setAccessibleName(self.tr("Verification status"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Verification status"))
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.line.completer()
        self.choice.setLineEdit(self.line)
        self.line.setCompleter(completer)  # the box has put its own in its place
        for text, status in self._labels.items():
            self.choice.addItem(text, status)
        self.choice.activated.connect(lambda place: self._ask(Status(self.choice.itemData(place)), copies=False))
        self.line.chosen.connect(self._on_chosen)
        self.line.left.connect(self._on_left)
        self._tally = label(role="quiet", wrap=True)
        self._current: Status | None = None
        name = label(self.tr("Status  (U)"), role="section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(self.choice)
        column.addWidget(self._tally)

    def show_items(self, shown: Shown) -> None:
        status = shown.common(lambda item: item.status)
        self._current = None if status is None else Status(status)
        if not self.choice.hasFocus():
            self._show_current()
        self.line.setPlaceholderText(self.tr("several") if len(shown.numbers) > 1 else "")
        tally: Counter[Status] = Counter(item.status for item in shown.items)
        several = [
            self.tr("{name} ({count} of {total})").format(
                name=words.isolated(words.term("status", each)),
                count=words.number(count),
                total=words.number(len(shown.items)),
            )
            for each, count in tally.most_common()
        ]
        self._tally.setText("\n".join(several))
        self._tally.setVisible(len(tally) > 1)
        self.choice.setEnabled(shown.writable and len(shown.numbers) > 0)

    def _show_current(self) -> None:
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(-1 if self._current is None else self.choice.findData(self._current))
            if self._current is None:
                self.line.clear()

    @Slot(object)
    def _on_chosen(self, chosen: Chosen) -> None:
        self._ask(self._labels[chosen.name], copies=chosen.copies)

    def _ask(self, status: Status, *, copies: bool) -> None:
        self._current = status
        self._show_current()
        self.asked.emit(asking(Change(status=status), copies=copies))
        self.left.emit()

    @Slot()
    def _on_left(self) -> None:
        self._show_current()
        self.left.emit()
