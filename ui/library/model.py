"""The items of a list: all their numbers at once, their rows by the page when somebody looks."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.case import Case
from annotator.model import Item, Level
from ui import words
from ui.jobs import JobRunner
from ui.parts import tip

PAGE = 200
_PAGES = 25
ITEM_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class ItemModel(QAbstractListModel):
    """Rows are fetched beside the window; until a row is there its data is None, and nothing waits for it."""

    row_arrived = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ids: array[int] = array("q")
        self._rows: dict[int, int] | None = None
        self._pages: OrderedDict[int, list[Item]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: list[int] = []
        self._fetching: int | None = None
        self._generation = 0

    # --- what the list holds

    @property
    def ids(self) -> "array[int]":
        return self._ids

    def set_ids(self, ids: "array[int]", first: Sequence[Item] = ()) -> None:
        """Show these items; `first` are rows of the first page, where they were read with the numbers.

        Numbers added at the end leave what is on show as it is.
        """
        old = self._ids
        if len(ids) > len(old) > 0 and memoryview(ids)[: len(old)] == memoryview(old):
            self.beginInsertRows(QModelIndex(), len(old), len(ids) - 1)
            self._ids, self._rows = ids, None
            self._stale.add((len(old) - 1) // PAGE)
            self.endInsertRows()
            return
        if ids == old:
            return
        self.beginResetModel()
        self._ids, self._rows = ids, None
        self._pages.clear()
        if first:
            self._pages[0] = list(first)
        self._stale.clear()
        self._wanted.clear()
        self._generation += 1
        self._fetching = None
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """The row of an item, or -1."""
        row = bisect_left(self._ids, number)
        if row < len(self._ids) and self._ids[row] == number:  # in order of import there is no need for a table
            return row
        if self._rows is None:
            self._rows = {number: row for row, number in enumerate(self._ids)}
        return self._rows.get(number, -1)

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
        if self._fetching is not None:
            self._stale.add(self._fetching)  # it may have been read before the change
        loaded = [item.item for rows in self._pages.values() for item in rows if item.item in changed]
        if len(loaded) > PAGE:
            for page, rows in list(self._pages.items()):
                if any(item.item in changed for item in rows):
                    self._stale.add(page)
                    self._want(page)
        elif loaded:
            generation = self._generation

            def take(rows: list[Item]) -> None:
                if generation == self._generation:
                    self._patch({item.item: item for item in rows})

            self._runner.read(lambda case: case.items(loaded), take)

    def _patch(self, new: Mapping[int, Item]) -> None:
        """Put rows that were read again in their places."""
        for page, rows in self._pages.items():
            for place, item in enumerate(rows):
                if item.item in new:
                    rows[place] = new[item.item]
                    index = self.index(page * PAGE + place)
                    self.dataChanged.emit(index, index)
        self.row_arrived.emit()

    @property
    def settled(self) -> bool:
        """Whether all rows that were asked for are there."""
        return self._fetching is None and not self._wanted

    # --- Qt's questions

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ITEM_ROLE:
            return self.item_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            item = self.item_at(index.row())
            if item is None:
                return None
            if role == Qt.ItemDataRole.DisplayRole:
                return item.name
            described = describe(item)
            return tip("\n".join(described)) if role == Qt.ItemDataRole.ToolTipRole else ", ".join(described)
        return None

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
        generation, numbers = self._generation, self._ids[page * PAGE : (page + 1) * PAGE]

        def fetch(case: Case) -> list[Item]:
            return case.items(numbers)

        def take(rows: list[Item]) -> None:
            if generation == self._generation:
                self._take(page, rows)

        def lost(error: BaseException) -> None:
            if generation == self._generation:
                self._fetching = None
            self._runner.failed.emit(error)

        self._runner.read(fetch, take, failed=lost)

    def _take(self, page: int, rows: list[Item]) -> None:
        self._fetching = None
        self._pages[page] = rows
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


def describe(item: Item) -> list[str]:
    """An item in a few lines: its name, what it is, what is said of it and what is wrong with it."""
    lines = [item.name]
    facts = [words.kind(item.kind)]
    if item.width and item.height:
        facts.append(f"{item.width} × {item.height}")
    if item.duration is not None:
        facts.append(words.clock(item.duration))
    if item.bytes is not None:
        facts.append(words.size(item.bytes))
    lines.append(words.tr(", ").join(facts))
    if item.captured_at:
        lines.append(f"{item.captured_at} ({item.captured_at_source})" if item.captured_at_source else item.captured_at)
    if item.covered:
        lines.append(words.tr("covered: {why}").format(why=words.why_covered(item)))
    elif item.warning.level is not Level.UNASSESSED:
        lines.append(words.tr("warning: {level}").format(level=words.level(item.warning.level)))
    lines.append(words.term("status", item.status))
    lines += [words.tr("can't be read")] if not item.readable else []
    lines += [problem.message for problem in item.problems]
    return lines
