"""The items of a list: all their numbers at once, their rows by the page when somebody looks.

Copies can be stacked: then the best of each stack is shown for all of it, until the stack is opened.
"""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import compress

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.case import Case
from annotator.model import Item
from annotator.stacks import Stacks
from ui.jobs import JobRunner
from ui.library.cells import PLAIN, Cell, Rows, describe, describe_cell
from ui.parts import tip

PAGE = 200
_PAGES = 25
_FEW = 100
"""Up to so many rows are looked up one by one."""
ITEM_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class ItemModel(QAbstractListModel):
    """Rows are fetched beside the window; until a row is there its data is None, and nothing waits for it."""

    row_arrived = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ids: array[int] = array("q")
        self._shown = self._ids
        self._stacks = Stacks()
        self._open: set[int] = set()
        self._light: set[int] = set()
        self._awaited: set[int] = set()
        self._gone: frozenset[int] = frozenset()
        self._rows: dict[int, int] | None = None
        self._pages: OrderedDict[int, list[Item | None]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: list[int] = []
        self._fetching: int | None = None
        self._generation = 0

    # --- what the list holds

    @property
    def ids(self) -> "array[int]":
        """All items that are listed, those that lie in closed stacks too."""
        return self._ids

    @property
    def shown(self) -> "array[int]":
        """The item of each cell."""
        return self._shown

    def set_ids(self, ids: "array[int]", first: Rows | None = None, stacks: Stacks | None = None) -> None:
        """Show these items; `first` are rows of the first page, where they were read with the numbers.

        Numbers added at the end leave what is on show as it is.
        """
        old, shown = self._shown, ids
        self._ids = ids
        if stacks is None:
            stacks = Stacks()
        else:
            self._open = {stacks.head[number] for number in self._open if number in stacks.head}
            shown = _opened(stacks, self._open)
        restacked = (stacks.spans, stacks.members) != (self._stacks.spans, self._stacks.members)
        self._stacks = stacks
        if restacked:
            self._light.clear()
            self._stale.update(self._pages)
        if len(shown) > len(old) > 0 and memoryview(shown)[: len(old)] == memoryview(old):
            self.beginInsertRows(QModelIndex(), len(old), len(shown) - 1)
            self._shown, self._rows = shown, None
            self._stale.add((len(old) - 1) // PAGE)
            self.endInsertRows()
            return
        if shown == old:
            return
        self.beginResetModel()
        self._shown, self._rows = shown, None
        self._pages.clear()
        if first is not None:
            known = {item.item: item for item in first.items}  # read without those that open stacks put between
            self._pages[0] = [known.get(number) for number in shown[:PAGE]]
            self._note(first)
        self._stale = {page for page, rows in self._pages.items() if None in rows}
        self._wanted.clear()
        self._generation += 1
        self._fetching = None
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """The row of an item, or of the closed stack that holds it, or -1."""
        row = bisect_left(self._shown, number)
        if row < len(self._shown) and self._shown[row] == number:  # in order of import there is no need for a table
            return row
        if self._rows is None:
            self._rows = dict(zip(self._shown, range(len(self._shown)), strict=True))
        row = self._rows.get(number, -1)
        return row if row >= 0 else self._rows.get(self._stacks.head.get(number, 0), -1)

    def rows_of(self, numbers: Iterable[int]) -> list[int]:
        """The rows of these items, in order; of those in closed stacks the rows of these."""
        wanted = set(numbers)
        if len(wanted) < _FEW:
            return sorted({row for row in map(self.row_of, wanted) if row >= 0})
        heads = {self._stacks.head[number] for number in wanted if number in self._stacks.head}
        wanted |= heads - self._open
        return list(compress(range(len(self._shown)), map(wanted.__contains__, self._shown)))

    def item_at(self, row: int) -> Item | None:
        """The item in a row, or None while it is on its way."""
        page, place = divmod(row, PAGE)
        if page not in self._pages or page in self._stale:
            self._want(page)
        rows = self._pages.get(page)
        if rows is None or place >= len(rows):
            return None
        self._pages.move_to_end(page)
        return rows[place]

    def refresh(self, numbers: Iterable[int]) -> None:
        """Read these items again where they have been read before."""
        changed = set(numbers)
        changed |= {self._stacks.head[number] for number in changed if number in self._stacks.head}
        if self._fetching is not None:
            self._stale.add(self._fetching)  # it may have been read before the change
        known = (item for rows in self._pages.values() for item in rows if item is not None)
        loaded = [item.item for item in known if item.item in changed]
        if len(loaded) > PAGE:
            for page, rows in list(self._pages.items()):
                if any(item is not None and item.item in changed for item in rows):
                    self._stale.add(page)
                    self._want(page)
        elif loaded:
            generation, stacks = self._generation, self._stacks

            def take(new: Rows) -> None:
                if generation == self._generation:
                    self._patch(new)
                else:
                    self.refresh(changed)  # other cells came between, with what had been read before

            self._runner.read(lambda case: Rows.of(case, loaded, stacks), take)

    def _patch(self, new: Rows) -> None:
        """Put rows that were read again in their places."""
        items = {item.item: item for item in new.items}
        self._note(new)
        for page, rows in self._pages.items():
            for place, item in enumerate(rows):
                if item is not None and item.item in items:
                    rows[place] = items[item.item]
                    index = self.index(page * PAGE + place)
                    self.dataChanged.emit(index, index)
        self.row_arrived.emit()

    def _note(self, read: Rows) -> None:
        """Keep what rows say beside the items."""
        for kept, found in ((self._light, read.light), (self._awaited, read.awaited)):
            kept.difference_update(item.item for item in read.items)
            kept.update(found)

    @property
    def settled(self) -> bool:
        """Whether all rows that were asked for are there."""
        return self._fetching is None and not self._wanted

    # --- stacks, and what is still on show though it does not fit any more

    def items_of(self, row: int) -> "array[int]":
        """The items that a cell stands for: all of a closed stack, else one."""
        number = self._shown[row]
        if number in self._stacks.spans and number not in self._open:
            return self._stacks.of(number)
        return self._shown[row : row + 1]

    @property
    def stacked(self) -> bool:
        """Whether some cell stands for more than one item."""
        return bool(self._stacks.spans)

    def stack_of(self, row: int) -> int | None:
        """The item that stands for the stack that a cell is of."""
        return self._stacks.head.get(self._shown[row]) if 0 <= row < len(self._shown) else None

    def toggle_stack(self, head: int) -> None:
        """Open a stack in its place, or close it."""
        row, members = self.row_of(head), self._stacks.of(head)[1:]
        if head in self._open:
            self.beginRemoveRows(QModelIndex(), row + 1, row + len(members))
            self._open.discard(head)
            self._set_shown(self._shown[: row + 1] + self._shown[row + 1 + len(members) :])
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), row + 1, row + len(members))
            self._open.add(head)
            self._set_shown(self._shown[: row + 1] + members + self._shown[row + 1 :])
            self.endInsertRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def _set_shown(self, shown: "array[int]") -> None:
        """Other cells between those that are there: what has been read of items goes with them."""
        known = {item.item: item for rows in self._pages.values() for item in rows if item is not None}
        self._shown, self._rows = shown, None
        for page in self._pages:
            self._pages[page] = [known.get(number) for number in shown[page * PAGE : (page + 1) * PAGE]]
        self._stale.update(self._pages)
        self._wanted.clear()
        self._generation += 1
        self._fetching = None

    @property
    def gone(self) -> frozenset[int]:
        """Items on show that do not fit the filter any more."""
        return self._gone

    def mark_gone(self, numbers: Collection[int]) -> None:
        """Say of these items, and of no others, that they do not fit the filter any more."""
        changed, self._gone = self._gone.symmetric_difference(numbers), frozenset(numbers)
        for number in changed:
            if (row := self.row_of(number)) >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _cell(self, row: int) -> Cell:
        number = self._shown[row]
        gone, awaited = number in self._gone, number in self._awaited
        if number not in self._stacks.head:
            return Cell(gone=gone, awaited=awaited) if gone or awaited else PLAIN
        head = self._stacks.head[number]
        open = head in self._open
        members = self._stacks.of(head) if number == head else array("q")
        gone = self._gone.issuperset(members) if len(members) and not open else gone
        return Cell(stack=len(members), open=open, gone=gone, awaited=awaited)

    # --- Qt's questions

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ITEM_ROLE:
            return self._face(index.row())
        if role == CELL_ROLE:
            return self._cell(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            item = self._face(index.row())
            if item is None:
                return None
            if role == Qt.ItemDataRole.DisplayRole:
                return item.name
            described = describe(item) + describe_cell(self._cell(index.row()))
            return tip("\n".join(described)) if role == Qt.ItemDataRole.ToolTipRole else ", ".join(described)
        return None

    def _face(self, row: int) -> Item | None:
        """The item in a cell, covered unless the whole stack that it stands for is known to hold nothing covered."""
        item = self.item_at(row)
        if item is None or item.covered or item.item not in self._stacks.spans or item.item in self._open:
            return item
        return item if item.item in self._light else replace(item, covered=True)

    # --- pages

    def _want(self, page: int) -> None:
        if page == self._fetching:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-_PAGES]
        self._fetch_next()

    def _fetch_next(self) -> None:
        if self._fetching is not None or not self._wanted:
            return
        page = self._wanted.pop()
        self._fetching = page
        self._stale.discard(page)
        generation, numbers = self._generation, self._shown[page * PAGE : (page + 1) * PAGE]
        stacks = self._stacks

        def fetch(case: Case) -> Rows:
            return Rows.of(case, numbers, stacks)

        def take(rows: Rows) -> None:
            if generation == self._generation:
                self._take(page, rows)

        def lost(error: BaseException) -> None:
            if generation == self._generation:
                self._fetching = None
            self._runner.failed.emit(error)

        self._runner.read(fetch, take, failed=lost)

    def _take(self, page: int, read: Rows) -> None:
        self._fetching = None
        rows = read.items
        self._pages[page] = list(rows)
        self._note(read)
        self._pages.move_to_end(page)
        while len(self._pages) > _PAGES:
            dropped, _ = self._pages.popitem(last=False)
            self._stale.discard(dropped)
        first = page * PAGE
        self.dataChanged.emit(self.index(first), self.index(first + len(rows) - 1))
        self.row_arrived.emit()
        if page in self._stale:  # it changed while it was being read
            self._want(page)
        self._fetch_next()


def _opened(stacks: Stacks, open: Collection[int]) -> "array[int]":
    """The cells of a list, with those of the stacks that are open after the one that stands for them."""
    if not open:
        return stacks.shown
    shown = array("q")
    for number in stacks.shown:
        shown.extend(stacks.of(number) if number in open else (number,))
    return shown
