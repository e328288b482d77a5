"""A list of names that items bear, and the line that adds one: type, choose, Enter."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.text import folded
from ui import marks, words
from ui.parts import label, mark_button, tip


class Chips(QWidget):
    """Names as chips that can be taken away. A name that is not known yet takes a second Enter where it must be made
    first, so that a slip of the key makes nothing."""

    added = Signal(str, bool)
    """A name to give to the items, and whether it is new."""
    removed = Signal(str)
    typed = Signal(str)
    left = Signal()
    """The person is done here: Enter on an empty line, or Escape."""

    def __init__(self, title: str, hint: str, *, new_needs_making: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new_needs_making = new_needs_making
        self._known: dict[str, str] = {}
        self._making: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = label(title, role="section")
        column.addWidget(name)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(3)
        column.addLayout(self._chips)
        self.line = QLineEdit()
        self.line.setAccessibleName(title.replace("&", ""))
        self.line.setPlaceholderText(hint)
        name.setBuddy(self.line)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.line.returnPressed.connect(self._on_enter)
        self.line.textEdited.connect(self._on_typed)
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        self._said = label(role="quiet", wrap=True)
        self._said.hide()
        column.addWidget(self._said)

    def set_known(self, names: Sequence[str]) -> None:
        """Names to offer."""
        self._known = {folded(name): name for name in names}
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))

    def show_names(self, tally: Counter[str], total: int, *, writable: bool) -> None:
        """Show the names that some of `total` items bear."""
        while (entry := self._chips.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name in sorted(tally, key=str.casefold):
            self._chips.addWidget(self._chip(name, tally[name], total, writable=writable))
        self.line.setEnabled(writable)

    def _chip(self, name: str, count: int, total: int, *, writable: bool) -> QFrame:
        chip = QFrame()
        chip.setProperty("role", "chip")
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 1, 2, 1)
        some = self.tr("{name} ({count} of {total})")
        text = name if count == total else some.format(name=words.isolated(name), count=count, total=total)
        shown = label(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, 230))
        shown.setToolTip(tip(text))
        row.addWidget(shown, 1)
        if writable:
            button = mark_button(marks.cross, self.tr("Take “{name}” away").format(name=name))
            button.clicked.connect(lambda: self.removed.emit(name))
            row.addWidget(button)
        return chip

    @Slot()
    def _on_enter(self) -> None:
        text = self.line.text().strip()
        if not text:
            self.left.emit()
            return
        known = self._known.get(folded(text))
        if known is None and self._new_needs_making and self._making != text:
            self._making = text
            self._say(self._new_needs_making.format(name=words.isolated(text)))
            return
        self._say("")
        self._making = None
        self.added.emit(known or text, known is None)
        self.line.clear()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._making = None
        self._say("")
        self.typed.emit(text)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.line.clear()
            self._on_typed("")
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
