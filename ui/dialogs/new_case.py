"""The dialog that asks for a new case's title and folder."""

import re
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from ui.parts import label, with_browse

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')


class NewCase(QDialog):
    """The case folder is named after the title, in the folder that is chosen."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New case"))
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("for example: Hass 2016"))
        self.title.textChanged.connect(self._on_changed)
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Folder that will hold the case"))
        self.folder.textChanged.connect(self._on_changed)
        self._says = label(role="quiet", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._make = self._buttons.addButton(self.tr("&Make the case"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._make.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Title"), self.title)
        inside = label(self.tr("&In folder"))
        inside.setBuddy(self.folder)
        form.addRow(inside, with_browse(self.folder, self._browse))
        form.addRow(self._says)
        form.addRow(self._buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 34)
        self._on_changed()

    @property
    def path(self) -> Path:
        """The case folder to make."""
        name = _NOT_IN_NAMES.sub(" ", self.title.text()).strip().strip(".")
        return Path(self.folder.text()).expanduser() / name

    @Slot()
    def _on_changed(self) -> None:
        name = _NOT_IN_NAMES.sub(" ", self.title.text()).strip().strip(".")
        self._make.setEnabled(bool(name and self.folder.text().strip()))
        self._says.setText(self.tr("The case will be {path}").format(path=self.path) if name else "")

    @Slot()
    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder that will hold the case"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
