"""The panel of the verification status."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from annotator.model import Change, Status
from ui import words
from ui.inspector.shown import Shown, change
from ui.parts import label


class StatusPanel(QWidget):
    """One of the statuses; blank where the items differ."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Verification status"))
        for status in Status:
            self.choice.addItem(words.term("status", status), status)
        self.choice.activated.connect(self._choose)
        name = label(self.tr("Status  (U)"), role="section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(self.choice)

    def show_items(self, shown: Shown) -> None:
        status = shown.common(lambda item: item.status)
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(-1 if status is None else self.choice.findData(status))
        self.choice.setPlaceholderText(self.tr("several") if len(shown.numbers) else "")
        self.choice.setEnabled(shown.writable and len(shown.numbers) > 0)

    def _choose(self, place: int) -> None:
        self.asked.emit(change(Change(status=Status(self.choice.itemData(place)))))
