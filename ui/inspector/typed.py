"""A list to choose from by typing the beginning of a word, among keys that are letters as well."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

_PAUSE_MS = 1500
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class TypedChoice(QComboBox):
    """Letters search from when it gets the keyboard until they fit no word, another key is pressed, or a pause: then
    they are the keys again that they are elsewhere."""

    done = Signal()
    """Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: str | None = ""
        """None where letters are keys."""
        self._last = 0

    def _found(self, event: QKeyEvent) -> int | None:
        """The row that fits what is typed with this letter."""
        late = bool(self._typed) and event.timestamp() - self._last > _PAUSE_MS
        letter = event.text().casefold()
        if self._typed is None or late or not letter.strip() or event.modifiers() not in _PLAIN:
            return None
        typed = self._typed + letter
        return next((row for row in range(self.count()) if self.itemText(row).casefold().startswith(typed)), None)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._found(event) is not None
        ):
            event.accept()  # the I of “verified” is not the key of incidents
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        row = self._found(event)
        if row is not None:
            self._typed, self._last = (self._typed or "") + event.text().casefold(), event.timestamp()
            self.setCurrentIndex(row)
            return
        self._typed = None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._typed = ""
        super().focusInEvent(event)
