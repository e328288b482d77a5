"""The dialog that asks what to export, and where to."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import words
from ui.parts import label, with_browse


class ExportOptions(QDialog):
    """Offers the selection, what the filter shows, or all; says how many items each is."""

    def __init__(self, destination: Path, *, selected: int, listed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export an evidence bundle"))
        self._selection = QRadioButton(self.tr("The &selection: {items}").format(items=words.items(selected)))
        self._selection.setEnabled(selected > 0)
        self._listed = QRadioButton(self.tr("What the &filter shows: {items}").format(items=words.items(listed)))
        self._listed.setEnabled(listed > 0)
        self._all = QRadioButton(self.tr("&All items of the case"))
        (self._selection if selected > 1 else self._all).setChecked(True)
        what = QVBoxLayout()
        for choice in (self._selection, self._listed, self._all):
            what.addWidget(choice)
        self._offered = destination
        self.destination = QLineEdit(str(destination))
        self.destination.setAccessibleName(self.tr("Name of the bundle"))
        self.destination.textChanged.connect(self._on_changed)
        self._zipped = QCheckBox(self.tr("As one &zip file"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("What"), what)
        to = label(self.tr("&To"))
        to.setBuddy(self.destination)
        to.setMinimumWidth(to.sizeHint().width() + to.fontMetrics().height() // 3)  # its hint is short by a hair
        form.addRow(to, with_browse(self.destination, self._browse))
        form.addRow(self._zipped)
        form.addRow(
            label(
                self.tr("The bundle holds the originals and the whole journal, with the names of the reviewers."),
                role="quiet",
                wrap=True,
            )
        )
        form.addRow(self._buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 36)
        next(choice for choice in (self._selection, self._listed, self._all) if choice.isChecked()).setFocus()

    @property
    def what(self) -> str:
        """ "selection", "listed" or "all"."""
        if self._selection.isChecked():
            return "selection"
        return "listed" if self._listed.isChecked() else "all"

    @property
    def path(self) -> Path:
        """Where to write; a name alone is one beside what was offered."""
        return self._offered.parent / Path(self.destination.text()).expanduser()

    @property
    def zipped(self) -> bool:
        return self._zipped.isChecked()

    @Slot()
    def _on_changed(self) -> None:
        self._go.setEnabled(bool(self.destination.text().strip()))

    @Slot()
    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Name of the bundle"), self.destination.text())
        if chosen:
            self.destination.setText(chosen)
