"""The grid: thousands of cells, the keyboard on them, and a selection that stays with its items."""

from array import array
from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.library.delegate import CellDelegate
from ui.library.model import ItemModel
from ui.library.thumbnails import Thumbnails
from ui.viewer.shield import Shield


class Grid(QListView):
    """All items of a list as cells."""

    opened = Signal(int)
    """The item to look at alone."""
    selected = Signal()
    painted = Signal()
    """For the first time."""

    def __init__(self, model: ItemModel, thumbnails: Thumbnails, shield: Shield, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Items"))
        self._items, self._thumbnails, self._shield = model, thumbnails, shield
        self._cells = CellDelegate(thumbnails, shield, parent=self)
        self._kept: tuple[array[int], int] | None = None
        self._painted = False
        model.modelAboutToBeReset.connect(self._remember)  # before the view's own slot, which forgets the selection
        self.setModel(model)
        model.modelReset.connect(self._restore)
        self.setItemDelegate(self._cells)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(2000)
        self._fill_width()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else its coming and going moves cells
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.gridSize().height() // 3)
        self.setDragEnabled(False)
        self.setMouseTracking(True)
        shield.watch(self)
        shield.changed.connect(self._on_shield)
        thumbnails.arrived.connect(self._on_thumbnail)
        self.selectionModel().selectionChanged.connect(self.selected)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def current(self) -> int | None:
        """The number of the item that has the cursor."""
        row = self.currentIndex().row()
        return self._items.ids[row] if 0 <= row < len(self._items.ids) else None

    def selection(self) -> "array[int]":
        """Numbers of the selected items, in the list's order."""
        numbers = array("q")
        ids = self._items.ids
        for first, last in sorted((r.top(), r.bottom()) for r in self.selectionModel().selection()):
            numbers.extend(ids[first : last + 1])
        return numbers

    def go_to(self, number: int) -> None:
        """Put the cursor on an item of the list and select it alone."""
        row = self._items.row_of(number)
        if row >= 0:
            index = self._items.index(row)
            # The view's own setCurrentIndex() would only move the cursor while somebody holds Ctrl.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """All that is on show: the rectangle of each of 100,000 cells would take longer than painting these."""
        return QRegion(self.viewport().rect()) if selection.count() else QRegion()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._fill_width()
        super().resizeEvent(event)

    def _fill_width(self) -> None:
        """Let as many cells as fit share the whole width."""
        cell = self._cells.cell(self.fontMetrics())
        width = self.viewport().width() - 2
        size = QSize(max(cell.width(), width // max(1, width // cell.width())), cell.height())
        if size != self.gridSize():
            self._cells.grid = size
            self.setGridSize(size)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters are commands here, and searching would read every row."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self._items.ids[index.row()])

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._shield.cover()
        self._cells.current = self.current

    @Slot(bool)
    def _on_shield(self, looking: bool) -> None:
        if not looking and self._cells.current is not None:
            self._thumbnails.forget((self._cells.current, True))
        self.update(self.currentIndex())

    @Slot(int)
    def _on_thumbnail(self, number: int) -> None:
        row = self._items.row_of(number)
        if row >= 0:
            self.update(self._items.index(row))

    @Slot()
    def _remember(self) -> None:
        self._kept = (self.selection(), self.current or 0)

    @Slot()
    def _restore(self) -> None:
        numbers, current = self._kept or (array("q"), 0)
        self._select(numbers, current)
        self._cells.current = self.current
        self.selected.emit()

    def choose(self, numbers: Iterable[int]) -> None:
        """Select these of the listed items and put the cursor on the first of them."""
        wanted = list(numbers)
        self._select(wanted, wanted[0] if wanted else 0)

    def _select(self, numbers: Iterable[int], current: int) -> None:
        rows = sorted(row for row in map(self._items.row_of, numbers) if row >= 0)
        selection = QItemSelection()
        start = 0
        for i in range(len(rows)):
            if i + 1 == len(rows) or rows[i + 1] != rows[i] + 1:
                selection.select(self._items.index(rows[start]), self._items.index(rows[i]))
                start = i + 1
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect)
        row = self._items.row_of(current) if current else -1
        if row >= 0:
            index = self._items.index(row)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)
