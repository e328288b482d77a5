"""The panel that tells in words who did what to the item."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.told import Told
from ui import words
from ui.inspector import sentences
from ui.inspector.shown import Shown
from ui.parts import label, tip

_AT_FIRST = 20


class HistoryPanel(QWidget):
    """The item's rows of the journal, newest first; a long history is folded to its newest rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Told, ...] = ()
        self._said = label(wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._all = QPushButton(self.tr("Show all"))
        self._all.clicked.connect(self._show_all)
        self._copy = QPushButton(self.tr("Copy as text"))
        self._copy.clicked.connect(self._on_copy)
        buttons = QHBoxLayout()
        buttons.addWidget(self._all)
        buttons.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addLayout(self._rows)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_items(self, shown: Shown) -> None:
        self._told = shown.history[::-1]
        self._said.setText("" if shown.detail is not None else self.tr("Select one item to see its history."))
        self._said.setVisible(shown.detail is None)
        self._copy.setVisible(bool(self._told))
        self._show(_AT_FIRST)

    @Slot()
    def _show_all(self) -> None:
        self._show(len(self._told))

    def _show(self, most: int) -> None:
        while (entry := self._rows.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for told in self._told[:most]:
            self._rows.addWidget(self._entry(told))
        left = len(self._told) - most
        self._all.setVisible(left > 0)
        self._all.setText(self.tr("Show {count} older").format(count=words.number(left)))

    def _entry(self, told: Told) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        here, exact = sentences.when(told)
        head = label(
            words.tr("{time} · {actor}").format(time=words.isolated(here), actor=words.isolated(told.actor)),
            role="quiet",
            wrap=True,
        )
        head.setToolTip(tip(exact))
        said = label("\n".join(sentences.sentences(told)), wrap=True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        said.setTextInteractionFlags(flags)
        column.addWidget(head)
        column.addWidget(said)
        return entry

    @Slot()
    def _on_copy(self) -> None:
        lines = []
        for told in self._told:
            _, exact = sentences.when(told)
            lines.append("\n".join([f"{exact} · {told.actor}", *sentences.sentences(told)]))
        QGuiApplication.clipboard().setText("\n\n".join(lines))
