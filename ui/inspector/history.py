"""The panel that tells in words who did what to the item."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import words
from ui.inspector.shown import Shown
from ui.parts import label


class HistoryPanel(QWidget):
    """The item's rows of the journal, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._names: Mapping[tuple[str, int], str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        column.addStretch(1)

    def set_names(self, names: Mapping[tuple[str, int], str]) -> None:
        """Names of incidents and places, by table and number."""
        self._names = names

    def show_items(self, shown: Shown) -> None:
        if shown.detail is None:
            self._text.setText(self.tr("Select one item to see its history."))
            return
        item = shown.detail.item.item
        lines = []
        for row in reversed(shown.detail.journal):
            when = f"{row.at[:19].replace('T', ' ')} UTC · {words.isolated(row.actor)}"
            lines.append(f"{when}\n{words.journal(row, self._names, item)}")
        self._text.setText("\n\n".join(lines))
