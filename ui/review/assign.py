"""The dialog that asks who is to review the selected items."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from ui import words
from ui.parts import label


class Assign(QDialog):
    """Two reviewers who answer independently; what is annotated already can stand for the first one's answer."""

    def __init__(self, count: int, people: Sequence[str], actor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ask others to review"))
        form = QFormLayout(self)
        form.addRow(
            label(
                self.tr(
                    "{items}. Each reviewer answers without seeing the other’s answer. When both are in, the "
                    "differences are listed and somebody gives the final answer."
                ).format(items=words.items(count)),
                wrap=True,
            )
        )
        self._as_it_is = QCheckBox(self.tr("What is annotated &now is the first reviewer’s answer"))
        self._people: list[QComboBox] = []
        for title in (self.tr("&First reviewer"), self.tr("&Second reviewer")):
            combo = QComboBox()
            combo.setEditable(True)
            combo.setAccessibleName(title.replace("&", ""))
            combo.addItems(people)
            combo.setCurrentText(actor if not self._people else "")
            combo.currentTextChanged.connect(self._on_changed)
            self._people.append(combo)
            form.addRow(title, combo)
            if len(self._people) == 1:
                form.addRow(self._as_it_is)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._ask = self._buttons.addButton(self.tr("&Ask them"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ask.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form.addRow(self._buttons)
        if (name := self._people[0].lineEdit()) is not None:
            name.selectAll()  # typing puts another name in its place
        self.setMinimumWidth(self.fontMetrics().height() * 32)
        self._on_changed()

    @property
    def people(self) -> list[str]:
        """Those who are asked, by name."""
        return list(dict.fromkeys(name for combo in self._people for name in _names(combo.currentText())))

    @property
    def first(self) -> str | None:
        """Whose answer stands already."""
        names = _names(self._people[0].currentText())
        return names[0] if names and self._as_it_is.isChecked() else None

    @Slot()
    def accept(self) -> None:
        """Enter after the first name goes on to the second one, as long as there is none."""
        first, second = self._people
        if self.focusWidget() is first and not second.currentText().strip() and len(self.people) == 1:
            second.setFocus()
        else:
            super().accept()

    @Slot()
    def _on_changed(self) -> None:
        self._ask.setEnabled(bool(self.people))


def _names(text: str) -> list[str]:
    """What stands between commas: somebody may write several names into one line."""
    return [name for part in re.split("[,،;]", text) if (name := part.strip())]
