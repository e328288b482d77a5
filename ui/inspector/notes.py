"""The panel of notes: what reviewers wrote, and the line to write more."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.case import Case
from annotator.model import Change, Changed, Note
from ui import words
from ui.inspector.shown import Shown, Work
from ui.parts import label


class NotePanel(QWidget):
    """Notes are added, never changed; taking one back is undo.

    What is typed belongs to the items that it was typed for: whoever goes on or closes the window has added it.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: array[int] = array("q")
        self._said = label(wrap=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("New note"))
        self.text.setPlaceholderText(self.tr("A note  (N); Ctrl+Enter adds it"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().height() * 4)
        self.text.installEventFilter(self)
        self._add = QPushButton(self.tr("Add note"))
        self._add.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Notes"), role="section"))
        column.addWidget(self._said)
        column.addWidget(self.text)
        column.addWidget(self._add)

    def show_items(self, shown: Shown) -> None:
        if shown.numbers != self._numbers:
            self.flush()
            self._numbers = shown.numbers
        notes = shown.detail.notes if shown.detail is not None else ()
        lines = [f"{_head(note)}\n{note.text}" for note in notes]
        self._said.setText("\n\n".join(lines))
        self._said.setVisible(bool(lines))
        for part in (self.text, self._add):
            part.setEnabled(shown.annotatable)

    @Slot()
    def add(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self.text.clear()
            self.asked.emit(Change(note=text))
        self.left.emit()

    def flush(self) -> None:
        """Add what is typed to the items that it was typed for."""
        text = self.text.toPlainText().strip()
        if text:
            self.text.clear()
            self.asked.emit(_noting(self._numbers, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                event.accept()  # Ctrl+Enter adds the note that is being written, Escape drops it
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.text.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _head(note: Note) -> str:
    at = words.isolated(note.at[:16].replace("T", " "))
    return words.line(words.tr("{time} · {actor}").format(time=at, actor=words.isolated(note.actor)))


def _noting(numbers: "array[int]", text: str) -> Work:
    def work(case: Case, _selected: Sequence[int]) -> Changed:
        return case.annotate(numbers, Change(note=text))

    return work
