"""The grid: thousands of cells, the keyboard on them, and a selection that stays with its items."""

from array import array
from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from ui.library.delegate import CellDelegate
from ui.library.model import ItemModel
from ui.library.thumbnails import Thumbnails
from ui.shield.shield import Shield

SCALES = (0.55, 0.75, 1.0, 1.35, 1.8)
"""Sizes of cells; the largest shows a thumbnail's 320 pixels one to one where text is of the usual size."""
_USUAL = 2
_WHEEL_STEP = 120


class Grid(QListView):
    """All items of a list as cells."""

    opened = Signal(int)
    """The item to look at alone."""
    selected = Signal()
    painted = Signal()
    """For the first time."""
    carried = Signal()
    """The selected items are being dragged."""
    menu_wanted = Signal(QPoint)
    """A menu of what can be done with the selected items, at this place on the screen."""
    resized = Signal(int)
    """The step of `SCALES` that cells have now."""

    def __init__(self, model: ItemModel, thumbnails: Thumbnails, shield: Shield, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Items"))
        self._items, self._thumbnails, self._shield = model, thumbnails, shield
        self._cells = CellDelegate(thumbnails, shield, parent=self)
        self._kept: tuple[array[int], int] | None = None
        self._painted = False
        self._anchor: int | None = None
        self._extending = False
        self._carry_from: QPoint | None = None
        self._turned = 0
        self._set_scale(_USUAL)
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
        self.setSelectionRectVisible(True)
        self.setDragEnabled(False)  # the view would offer pictures, and every press would begin a drag
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
        return self._items.shown[row] if 0 <= row < len(self._items.shown) else None

    def selection(self) -> "array[int]":
        """Numbers of the selected items, in the list's order; a closed stack is all of its items."""
        numbers = array("q")
        shown = self._items.shown
        for first, last in sorted(self._ranges()):
            if self._items.stacked:
                for row in range(first, last + 1):
                    numbers.extend(self._items.items_of(row))
            else:
                numbers.extend(shown[first : last + 1])
        return numbers

    @property
    def selected_cells(self) -> int:
        """How many cells are selected."""
        return sum(last - first + 1 for first, last in self._ranges())

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last row of what is selected."""
        chosen = self.selectionModel().selection()
        return [(chosen.at(place).top(), chosen.at(place).bottom()) for place in range(chosen.count())]

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """As one range: the view would ask for the number of rows once for each row."""
        last = len(self._items.shown) - 1
        if last >= 0:
            whole = QItemSelection(self._items.index(0), self._items.index(last))
            self.selectionModel().select(whole, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def invert(self) -> None:
        """Select what is not selected, and nothing else."""
        last = len(self._items.shown) - 1
        if last >= 0:
            whole = QItemSelection(self._items.index(0), self._items.index(last))
            self.selectionModel().select(whole, QItemSelectionModel.SelectionFlag.Toggle)

    def toggle_stack(self) -> None:
        """Open the stack under the cursor, or close it."""
        row = self.currentIndex().row()
        head = self._items.stack_of(row)
        if head is not None:
            closes = self._items.shown[row] != head
            if closes:
                self.go_to(head)
            self._items.toggle_stack(head)
            self.selected.emit()

    def go_to(self, number: int) -> None:
        """Put the cursor on an item of the list and select it alone; one that lies in a closed stack comes out."""
        row = self._items.row_of(number)
        if row >= 0 and self._items.shown[row] != number:
            self._items.toggle_stack(self._items.shown[row])
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

    # --- sizes

    @property
    def scale(self) -> int:
        """The step of `SCALES` that cells have."""
        return self._step

    def _set_scale(self, step: int) -> None:
        self._step = min(max(step, 0), len(SCALES) - 1)
        self._cells.scale = SCALES[self._step]

    @Slot(int)
    def set_scale(self, step: int) -> None:
        """Give cells one of the sizes of `SCALES`, and keep the cursor's cell in view."""
        if step == self._step or not 0 <= step < len(SCALES):
            return
        self._set_scale(step)
        self._fill_width()
        self.scheduleDelayedItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self.resized.emit(self._step)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _WHEEL_STEP)
        self._turned -= steps * _WHEEL_STEP
        self.set_scale(min(max(self._step + steps, 0), len(SCALES) - 1))
        event.accept()

    def _fill_width(self) -> None:
        """Let as many cells as fit share the whole width."""
        cell = self._cells.cell(self.fontMetrics())
        width = self.viewport().width() - 2
        size = QSize(max(cell.width(), width // max(1, width // cell.width())), cell.height())
        if size != self.gridSize():
            self._cells.grid = size
            self.setGridSize(size)

    # --- the cursor and the selection, as file managers have them

    @property
    def columns(self) -> int:
        """How many cells are beside each other."""
        return max(1, (self.viewport().width() - 2) // max(1, self.gridSize().width()))

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Left and right go on to the next line, and whatever the size nothing is measured but the columns."""
        last = len(self._items.shown) - 1
        if last < 0:
            return QModelIndex()
        move, columns = QAbstractItemView.CursorAction, self.columns
        on = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        page = columns * max(1, self.viewport().height() // max(1, self.gridSize().height()))
        row = max(0, self.currentIndex().row())
        by = {
            move.MoveLeft: -on, move.MoveRight: on, move.MovePrevious: -1, move.MoveNext: 1,
            move.MoveUp: -columns, move.MoveDown: columns, move.MovePageUp: -page, move.MovePageDown: page,
        }.get(action)  # fmt: skip
        if by is None:
            return self._items.index(0 if action == move.MoveHome else last)
        if abs(by) == columns and not 0 <= row + by <= last and (by < 0 or row // columns == last // columns):
            return self._items.index(row)  # there is no line above the first or below the last
        return self._items.index(min(max(row + by, 0), last))

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's name
        """A rubber band selects what it touches; Shift selects all from where it began to the cursor, line by line."""
        rect = rect.normalized()
        if self.state() == QAbstractItemView.State.DragSelectingState:
            self.selectionModel().select(self._touched(rect), flags)
            return
        to = self.currentIndex().row()
        if rect.width() <= 1 and rect.height() <= 1:  # a click, which may be on no cell
            index = self.indexAt(rect.topLeft())
            self.selectionModel().select(QItemSelection(index, index) if index.isValid() else QItemSelection(), flags)
        elif to >= 0:
            start = to if self._anchor is None else min(self._anchor, len(self._items.shown) - 1)
            first, last = self._items.index(min(start, to)), self._items.index(max(start, to))
            self.selectionModel().select(QItemSelection(first, last), flags)

    def _touched(self, rect: QRect) -> QItemSelection:
        """The cells that a rectangle of the viewport touches."""
        touched, last, columns = QItemSelection(), len(self._items.shown) - 1, self.columns
        if last < 0:
            return touched
        first, size = self.visualRect(self._items.index(0)), self.gridSize()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = (first.right() - rect.right(), first.right() - rect.left()) if rtl else (
            rect.left() - first.left(), rect.right() - first.left()
        )  # fmt: skip
        from_column, to_column = max(0, near // size.width()), min(columns - 1, far // size.width())
        from_line = max(0, (rect.top() - first.top()) // size.height())
        to_line = min(last // columns, (rect.bottom() - first.top()) // size.height())
        if from_column > to_column or from_line > to_line:
            return touched
        lines = [(from_line, to_line)] if to_column - from_column == columns - 1 else [
            (line, line) for line in range(from_line, to_line + 1)
        ]  # fmt: skip
        for start, end in lines:
            start, end = start * columns + from_column, min(last, end * columns + to_column)
            if start <= end:
                touched.append(QItemSelectionRange(self._items.index(start), self._items.index(end)))
        return touched

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
            return
        self._extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().keyPressEvent(event)
        self._extending = False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._carry_from = None
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if self.selectionModel().isSelected(index) and index.isValid() and plain:
            if event.button() == Qt.MouseButton.RightButton:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                return  # the menu is about all that is selected
            if event.button() == Qt.MouseButton.LeftButton:
                self._carry_from = event.position().toPoint()
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                return
        self._extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)
        self._extending = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._carry_from is None:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._carry_from).manhattanLength() >= QApplication.startDragDistance():
            self._carry_from = None
            self.carried.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._carry_from is not None:  # a click on one of many selected items
            self._carry_from = None
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(place)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters are commands here, and searching would read every row."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self._items.shown[index.row()])

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._extending:
            self._anchor = current.row() if current.isValid() else None
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
        rows = self._items.rows_of(numbers)
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
