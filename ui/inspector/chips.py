"""A list of names that items bear, and the line that adds one: type, choose, Enter."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.text import ordered
from ui import marks, words
from ui.inspector.naming import Chosen, NameLine
from ui.parts import Line, label, mark_button, tab_through


class Chips(QWidget):
    """Names as chips that can be taken away. A name that is not known yet takes a second Enter where it must be made
    first, so that a slip of the key makes nothing."""

    added = Signal(object)
    """A `Chosen` to give to the items."""
    removed = Signal(str)
    opened = Signal(str)
    """All that is known of this one is wanted."""
    typed = Signal(str)
    left = Signal()
    """The person is done here: Enter on an empty line, or Escape."""

    def __init__(
        self, title: str, hint: str, *, new_needs_making: str = "", opens: bool = False, parent: QWidget | None = None
    ) -> None:
        """With `opens` there is more to a name than the name, and a button on its chip that asks for it."""
        super().__init__(parent)
        self._opens = opens
        self._new_needs_making = new_needs_making
        self._making: str | None = None
        self._shown: tuple[object, ...] = ()
        self._order: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = label(title, role="section")
        column.addWidget(name)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(3)
        column.addLayout(self._chips)
        self.line = NameLine()
        self.line.setAccessibleName(title.replace("&", ""))
        self.line.setPlaceholderText(hint)
        name.setBuddy(self.line)
        self.line.chosen.connect(self._on_chosen)
        self.line.textEdited.connect(self._on_typed)
        self.line.left.connect(self._on_left)
        self.line.taken_off.connect(self._on_taken_off)
        column.addWidget(self.line)
        self._said = label(role="quiet", wrap=True)
        self._said.hide()
        column.addWidget(self._said)

    def set_known(self, names: Mapping[str, int | None]) -> None:
        """Names to offer, and how many items bear each."""
        self.line.set_known(names)

    def show_names(self, tally: Counter[str], total: int, *, writable: bool) -> None:
        """Show the names that some of `total` items bear."""
        self.line.setEnabled(writable)
        shown = (sorted(tally.items(), key=lambda entry: ordered(entry[0])), total, writable)
        if shown == self._shown:  # a held arrow key goes past many items that bear the same
            return
        self._shown = shown
        self._order = [name for name in self._order if name in tally]
        self._order += [name for name in tally if name not in self._order]
        while (entry := self._chips.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, count in shown[0]:
            self._chips.addWidget(self._chip(name, count, total, writable=writable))
        chips = [self._chips.itemAt(place) for place in range(self._chips.count())]
        frames = [widget for chip in chips if chip is not None and (widget := chip.widget()) is not None]
        tab_through(self.line, [button for frame in frames for button in frame.findChildren(QToolButton)])

    def _chip(self, name: str, count: int, total: int, *, writable: bool) -> QFrame:
        chip = QFrame()
        chip.setProperty("role", "chip")
        row = QHBoxLayout(chip)
        row.setContentsMargins(6, 1, 6, 1)
        some = self.tr("{name} ({count} of {total})")
        text = (
            words.isolated(name)
            if count == total
            else some.format(name=words.isolated(name), count=words.number(count), total=words.number(total))
        )
        shown = Line()
        shown.set_whole(text)
        row.addWidget(shown, 1)
        if self._opens:
            more = mark_button(marks.dots, self.tr("What is known of “{name}”").format(name=name))
            more.clicked.connect(lambda: self.opened.emit(name))
            row.addWidget(more)
        if writable:
            button = mark_button(marks.cross, self.tr("Take “{name}” away").format(name=name))
            button.clicked.connect(lambda: self.removed.emit(name))
            row.addWidget(button)
        return chip

    @Slot(object)
    def _on_chosen(self, chosen: Chosen) -> None:
        if chosen.new and self._new_needs_making and self._making != chosen.name:
            self._making = chosen.name
            self._say(self._new_needs_making.format(name=words.isolated(chosen.name)))
            return
        self._say("")
        self._making = None
        self.line.used(chosen.name)
        self.line.clear()
        self.added.emit(chosen)

    @Slot()
    def _on_left(self) -> None:
        self._on_typed("")
        self.left.emit()

    @Slot()
    def _on_taken_off(self) -> None:
        if self._order:
            self.removed.emit(self._order[-1])

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._making = None
        self._say("")
        self.typed.emit(text)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
