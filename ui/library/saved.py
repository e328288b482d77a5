"""The searches that somebody saved, at the top of the filters: choose one, give it another name, forget it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QMenu, QWidget

from annotator.model import SavedSearch
from ui import words
from ui.library.facet import Fold
from ui.library.told import told
from ui.parts import label, tip

_SEARCH = Qt.ItemDataRole.UserRole
_MOST_LINES = 10
_BESIDE = 8
"""Pixels that the style leaves beside a name."""


class _List(QListWidget):
    """F2 renames, Delete forgets."""

    rename_wanted = Signal()
    delete_wanted = Signal()

    def fit(self) -> None:
        """Give each name the lines that it needs, two at most, and the list the height of its names."""
        metrics, room = self.fontMetrics(), self.viewport().width() - _BESIDE
        line = metrics.lineSpacing() * 5 // 4  # Arabic letters of another font are higher than the font says
        heights = []
        for row in range(self.count()):
            item = self.item(row)
            needed = metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, item.text()).height()
            heights.append((2 * line if needed > line else line) + _BESIDE // 2)
            item.setSizeHint(QSize(0, heights[-1]))
        self.setFixedHeight(min(sum(heights), _MOST_LINES * line) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        if self.currentItem() is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Rename"), self.rename_wanted.emit)
            menu.addAction(self.tr("Delete"), self.delete_wanted.emit)
            menu.popup(event.globalPos())


class _Name(QLineEdit):
    """Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Saved(Fold):
    """Says what is wanted; who has the case does it and shows the list anew."""

    applied = Signal(object)
    """A `SavedSearch` to look for."""
    save_wanted = Signal(str)
    rename_wanted = Signal(str, str)
    delete_wanted = Signal(object)
    left = Signal()
    """The line for a name was left."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("saved", title, parent)
        self.name = _Name()
        self.name.setAccessibleName(self.tr("Name of the search"))
        self.name.setPlaceholderText(self.tr("Name of this search"))
        self.name.returnPressed.connect(self._on_name)
        self.name.left.connect(self._leave)
        self.name.hide()
        self.list = _List()
        self.list.setAccessibleName(title)
        self.list.setProperty("role", "values")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._apply)
        self.list.itemClicked.connect(self._apply)
        self.list.rename_wanted.connect(self._begin_rename)
        self.list.delete_wanted.connect(self._delete)
        self._hint = label(self.tr("Ctrl+S saves the search on show."), role="quiet", wrap=True)
        for part in (self.name, self.list, self._hint):
            self.column.addWidget(part)
        self._said = label(role="quiet", wrap=True)
        self._said.hide()
        self.column.addWidget(self._said)
        self._renaming: str | None = None
        self._deleting: str | None = None
        self._searches: list[SavedSearch] | None = None
        self.show_searches([])

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Offer these."""
        if list(searches) == self._searches:
            return
        self._searches = list(searches)
        self._said.hide()
        self.list.clear()
        for search in searches:
            item = QListWidgetItem(words.isolated(search.name))
            item.setData(_SEARCH, search)
            item.setToolTip(tip("\n".join([search.name, *(each.text for each in told(search.wanted))])))
            self.list.addItem(item)
        self.list.setVisible(bool(searches))
        self._hint.setVisible(not searches)
        self.list.fit()

    def begin(self, suggested: str) -> None:
        """Ask for the name of the search that is on show."""
        self._renaming = None
        self._ask(suggested)

    def _ask(self, suggested: str) -> None:
        self.head.setChecked(True)
        self.name.setText(suggested)
        self.name.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def _current(self) -> SavedSearch | None:
        item = self.list.currentItem()
        search: SavedSearch | None = item.data(_SEARCH) if item is not None else None
        return search

    @Slot()
    def _begin_rename(self) -> None:
        search = self._current()
        if search is not None:
            self._renaming = search.name
            self._ask(search.name)

    @Slot()
    def _on_name(self) -> None:
        name, renamed = self.name.text().strip(), self._renaming
        if not name:
            return
        self._leave()
        if renamed is None:
            self.save_wanted.emit(name)
        elif renamed != name:
            self.rename_wanted.emit(renamed, name)

    @Slot()
    def _leave(self) -> None:
        self._renaming = None
        self.name.hide()
        self.left.emit()

    @Slot(QListWidgetItem)
    def _apply(self, item: QListWidgetItem) -> None:
        self.applied.emit(item.data(_SEARCH))

    @Slot()
    def _delete(self) -> None:
        """At the second time, since nothing brings it back."""
        search = self._current()
        if search is None:
            return
        if self._deleting == search.name:
            self._deleting = None
            self.delete_wanted.emit(search)
            return
        self._deleting = search.name
        said = self.tr("Press Delete again to forget “{name}”.").format(name=words.isolated(search.name))
        self._said.setText(said)
        self._said.show()
