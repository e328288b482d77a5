"""All keys as they are set now."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from ui.dialogs.key_table import KeyTable

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class KeysWindow(QDialog):
    """A window beside the other, to look a key up while working."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Keys"))
        self.table = KeyTable(
            window.keymap,
            (
                (self.tr("Space, held"), self.tr("Look at what is covered")),
                (self.tr("Ctrl+Space, held"), self.tr("Look at a part of the picture")),
                (self.tr("Enter"), self.tr("Open the item")),
                (self.tr("Arrows"), self.tr("Next and previous item")),
                (self.tr("Ctrl+Enter"), self.tr("Add the note that is being written")),
            ),
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        change = buttons.addButton(self.tr("C&hange keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.clicked.connect(lambda: window.show_settings().show_page("keys"))
        buttons.rejected.connect(self.reject)
        window.keys_changed.connect(self.table.refresh)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        line = self.fontMetrics().height()
        room = self.screen().availableSize() * 0.9
        self.resize(min(room.width(), line * 34), min(room.height(), line * 40))
        self.table.search.setFocus()
