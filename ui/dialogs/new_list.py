"""The dialog that asks what a list of known hashes is called, whose it is, and what it is about."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from annotator.text import shown
from ui.parts import label


class NewList(QDialog):
    """Asks what a list is called here, whose it is, and whether it is about graphic pictures."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a list of known hashes"))
        self.name = QLineEdit(shown(path.stem)[:200])
        self.name.setMaxLength(200)
        self.name.setAccessibleName(self.tr("Name of the list"))
        self.source = QLineEdit()
        self.source.setMaxLength(500)
        self.source.setAccessibleName(self.tr("Whom the list is from"))
        self.source.setPlaceholderText(self.tr("for example: the archive of another team, received 26 October"))
        self._graphic = QCheckBox(self.tr("What it lists is &graphic: suggest that warning for what is found"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        self.name.textChanged.connect(lambda text: go.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&From"), self.source)
        form.addRow(self._graphic)
        form.addRow(
            label(
                self.tr("No warning is set by it: what is found stays covered until somebody has looked and judged."),
                role="quiet",
                wrap=True,
            )
        )
        form.addRow(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 34)

    @property
    def is_graphic(self) -> bool:
        return self._graphic.isChecked()
