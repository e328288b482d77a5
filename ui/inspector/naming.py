"""The line in which a name is chosen: type a part of it, Enter takes the first that fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from annotator.text import folded, ordered
from ui import words

_MOST = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_ROLE = Qt.ItemDataRole.UserRole + 1
_ABOUT_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What Enter has chosen."""

    name: str
    new: bool
    """It is none of the known names."""
    copies: bool
    """It is meant for all copies too (Ctrl+Enter)."""
    more: bool
    """The person wants to go on typing names (Shift+Enter)."""


class NameLine(QLineEdit):
    """Matches the beginning of a name first, then of a word in it, then any part; whatever its case, marks and letter
    forms. Names that were used last come first, then those that most items bear."""

    chosen = Signal(object)
    """A `Chosen`."""
    left = Signal()
    """Enter on an empty line, or Escape."""
    suggestion_chosen = Signal(object)
    """What `suggest` gave with an offer; before `chosen`."""
    taken_off = Signal()
    """Backspace on an empty line."""

    def __init__(self, *, may_be_new: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_be_new = may_be_new
        self._known: dict[str, tuple[str, int | None]] = {}
        self._recent: list[str] = []
        self._offers = QStandardItemModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        self._completer.setMaxVisibleItems(_MOST)
        # It is made when it is asked for, so it is there.
        self._popup = cast(QAbstractItemView, self._completer.popup())
        self._popup.setProperty("role", "completer")
        self._popup.setAccessibleName(self.tr("Names that fit"))
        clicked = self._completer.activated[QModelIndex]  # type: ignore[index]  # its stub knows no overloads
        clicked.connect(self._on_clicked)
        self.setCompleter(self._completer)
        self.textEdited.connect(self._offer)

    def set_known(self, names: Mapping[str, int | None]) -> None:
        """Names to offer, and how many items bear each."""
        self._known = {folded(name): (name, count) for name, count in names.items()}

    def known(self, text: str) -> str | None:
        """The known name that this is, but for its case, marks and letter forms."""
        return self._known.get(folded(text), (None, None))[0]

    def matches(self, text: str) -> list[str]:
        """Known names that fit, the best first."""
        wanted = folded(text.strip())
        found = []
        for key, (name, count) in self._known.items():
            at = key.find(wanted)
            if at >= 0:
                part = 0 if at == 0 else 1 if not key[at - 1].isalnum() or f" {wanted}" in key else 2
                recent = self._recent.index(key) if key in self._recent else len(self._recent)
                found.append((key != wanted, part, recent, -(count or 0), ordered(name), name))
        return [name for *_, name in sorted(found)]

    @Slot(str)
    def _offer(self, text: str) -> None:
        matches = self.matches(text)[: _MOST - 1]
        self._offers.clear()
        for place, name in enumerate(matches):
            count = self._known[folded(name)][1]
            shown = words.isolated(name) if count is None else self.tr("{name}  ({count})")
            shown = shown.format(name=words.isolated(name), count=words.number(count or 0))
            self._add(f"{shown}  ⏎" if place == 0 and text.strip() else shown, name)
        exact = bool(matches) and folded(matches[0]) == folded(text.strip())
        if self._may_be_new and text.strip() and matches and not exact:
            self._add(self.tr("New: {name}").format(name=words.isolated(text.strip())), text.strip(), new=True)

    def suggest(self, text: str, offers: Sequence[tuple[str, str, object]]) -> None:
        """Offer new names as well while `text` stands here: what is shown, the name, and what is known of it."""
        if text != self.text().strip() or not self.hasFocus():
            return
        for shown, name, about in offers[: max(0, _MOST - self._offers.rowCount())]:
            self._add(shown, name, new=True, about=about)
        if offers and not self._popup.isVisible():
            self._completer.complete()

    def _add(self, shown: str, name: str, *, new: bool = False, about: object = None) -> None:
        entry = QStandardItem(shown)
        entry.setData(name, Qt.ItemDataRole.UserRole)
        entry.setData(new, _NEW_ROLE)
        entry.setData(about, _ABOUT_ROLE)
        self._offers.appendRow(entry)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        name, new, about = index.data(Qt.ItemDataRole.UserRole), bool(index.data(_NEW_ROLE)), index.data(_ABOUT_ROLE)
        QTimer.singleShot(
            0, self, lambda: self._choose(name, new=new, about=about)
        )  # after the completer has written it here

    def event(self, event: QEvent) -> bool:
        override = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.accept()  # Ctrl+Enter and Escape are about what is being typed here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        popup, key = self._popup, event.key()
        if key in _ENTER:
            self._on_enter(event.modifiers())
        elif key == Qt.Key.Key_Escape:
            popup.hide()
            self.clear()
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.taken_off.emit()
        elif key == Qt.Key.Key_Down and not popup.isVisible():
            self._offer(self.text())
            self._completer.complete()
        else:
            super().keyPressEvent(event)
            # It goes to what begins like the text; here only arrows choose, and Enter alone takes the first.
            with QSignalBlocker(popup.selectionModel()):
                popup.setCurrentIndex(QModelIndex())
            return
        event.accept()

    def _on_enter(self, modifiers: Qt.KeyboardModifier) -> None:
        popup, text = self._popup, self.text().strip()
        index = popup.currentIndex() if popup.isVisible() else QModelIndex()
        if popup.isVisible():
            popup.hide()
            # When it goes, the keyboard comes back to this line; only then may it go on to somewhere else.
            name = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
            new = index.isValid() and bool(index.data(_NEW_ROLE))
            about = index.data(_ABOUT_ROLE) if index.isValid() else None
            chosen = name is not None
            QTimer.singleShot(
                0, self, lambda: self._enter(name or text, modifiers, chosen=chosen, new=new, about=about)
            )
        else:
            self._enter(text, modifiers)

    def _enter(
        self,
        text: str,
        modifiers: Qt.KeyboardModifier,
        *,
        chosen: bool = False,
        new: bool = False,
        about: object = None,
    ) -> None:
        copies = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        more = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if chosen:
            self._choose(text, new=new, copies=copies, more=more, about=about)
        elif not text:
            self.left.emit()
        else:
            matches = self.matches(text)
            if matches or self._may_be_new:
                self._choose(matches[0] if matches else text, new=not matches, copies=copies, more=more)

    def _choose(self, name: str, *, new: bool, copies: bool = False, more: bool = False, about: object = None) -> None:
        self.setText(name)
        if about is not None:
            self.suggestion_chosen.emit(about)
        self.chosen.emit(Chosen(name=name, new=new, copies=copies, more=more))

    def used(self, name: str) -> None:
        """Offer this name first from now on."""
        key = folded(name)
        self._known.setdefault(key, (name, None))
        self._recent = [key, *(each for each in self._recent if each != key)]
