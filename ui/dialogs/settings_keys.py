"""Settings of the keys: choose an action, press its new key; a key that is taken is named, and swapped if wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.dialogs.key_table import KeyTable, title
from ui.keymap import RESERVED, native
from ui.parts import label

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_unknown, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
}  # fmt: skip


class KeysPage(QWidget):
    """Enter on an action waits for a key; the program's own keys come back one by one or all at once."""

    def __init__(self, window: "MainWindow", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._keymap = window, window.keymap
        self._adds = False
        self._offered: tuple[str, str] | None = None
        self.table = KeyTable(window.keymap)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated.connect(lambda _name: self.record())
        window.keys_changed.connect(self.table.refresh)
        self.recorder = _Recorder()
        self.recorder.pressed.connect(self._on_key)
        self.recorder.left.connect(self._on_left)
        self._buttons = []
        row = QHBoxLayout()
        for text, act in (
            (self.tr("C&hange…"), self.record),
            (self.tr("&Add another…"), self.add),
            (self.tr("Re&move"), self.remove),
            (self.tr("&Reset"), self.reset),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
            self._buttons.append(button)
        row.addStretch(1)
        self._said = label(role="quiet", wrap=True)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addWidget(self.recorder)
        column.addLayout(row)
        column.addWidget(self._said)
        self.recorder.hide()
        self._on_chosen("")

    def refresh(self) -> None:
        """Show what holds."""
        self.table.refresh()
        self._on_chosen(self.table.current)

    @Slot()
    def record(self, *, adds: bool = False) -> None:
        """Wait for a key for the action under the cursor, instead of its keys or beside them."""
        if not self.table.current:
            return
        self._adds, self._offered = adds, None
        self.recorder.ask(self.tr("Press the new key. Esc leaves it as it is."))

    @Slot()
    def add(self) -> None:
        self.record(adds=True)

    @Slot()
    def remove(self) -> None:
        """Leave the action without a key."""
        self._give(())

    @Slot()
    def reset(self) -> None:
        """Give the action the program's own keys again, where no other has taken them meanwhile."""
        name = self.table.current
        before = self._keymap.keys(name)
        self._keymap.reset(name)
        for key in self._keymap.keys(name):
            taken = self._keymap.clash(name, key)
            if taken is not None:
                self._keymap.set(name, before)
                self._said.setText(
                    self.tr("“{key}” means “{action}” now: give that another key first, or reset it.").format(
                        key=native((key,)), action=title(taken)
                    )
                )
                return
        self._give(self._keymap.keys(name))

    @Slot(str)
    def _on_key(self, key: str) -> None:
        name = self.table.current
        if key in RESERVED:
            self.recorder.ask(
                self.tr("“{key}” can't be given away: it moves about or holds the cover open. Press another.").format(
                    key=native((key,))
                )
            )
            return
        taken = self._keymap.clash(name, key)
        if taken is not None and self._offered != (name, key):
            self._offered = (name, key)
            self.recorder.ask(
                self.tr(
                    "“{key}” means “{action}”. Press it again to take it from there, press another, or Esc."
                ).format(key=native((key,)), action=title(taken))
            )
            return
        if taken is not None:
            rest = tuple(each for each in self._keymap.keys(taken.name) if each != key)
            # The other gets what is given up here, so that it does not stand without a key.
            given = () if self._adds else tuple(k for k in self._keymap.keys(name) if k != key)
            self._keymap.set(taken.name, rest or given)
        self._give((*self._keymap.keys(name), key) if self._adds else (key,))
        self._leave()

    def _give(self, keys: tuple[str, ...]) -> None:
        name = self.table.current
        if name:
            self._keymap.set(name, keys)
            self._window.use_keys()
            self._said.clear()

    @Slot()
    def _on_left(self) -> None:
        self._offered = None
        self.recorder.hide()

    def _leave(self) -> None:
        self.recorder.hide()
        self.table.tree.setFocus()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        for button in self._buttons:
            button.setEnabled(bool(name))
        self._said.setText("" if name else self.tr("Choose an action; Enter changes its key."))


class _Recorder(QLabel):
    """Takes the next key that is pressed, whatever it does elsewhere."""

    pressed = Signal(str)
    """In Qt's portable text."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def ask(self, sentence: str) -> None:
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that it comes as a press, and no action's key acts
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)  # Tab too, which would leave
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.left.emit()
            return
        combination = event.keyCombination()
        modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if len(event.text()) == 1 and event.text().isprintable() and not event.text().isalpha():
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # "?" is that key, whatever it takes to type it
        sequence = QKeySequence(modifiers.value | combination.key().value)
        self.pressed.emit(sequence.toString(QKeySequence.SequenceFormat.PortableText))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.left.emit()
