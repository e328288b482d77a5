"""The page that tells how far all reviews are, where answers differ, and how far people agree."""

from array import array
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.answers import Agreement, Sheet, State, agreements
from annotator.case import Case
from annotator.model import Changed
from ui import words
from ui.inspector.shown import Work
from ui.inspector.side_by_side import field_name, in_words
from ui.jobs import JobRunner, Lane
from ui.parts import label

_Index = QModelIndex | QPersistentModelIndex
_FEW = 30
"""Items below which a kappa says little."""


def state_name(state: State) -> str:
    return {
        State.OPEN: words.tr("waits for answers"),
        State.DIFFER: words.tr("answers differ"),
        State.AGREE: words.tr("answers agree"),
        State.FINAL: words.tr("final"),
    }[state]


class _Table(QAbstractTableModel):
    """Rows of text under titles."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles
        self._rows: Sequence[Sequence[str]] = ()

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._titles[section] if shown else None


class Overview(QWidget):
    """Reads the reviews when it is shown; the desk shows the items."""

    left = Signal()
    to_do_wanted = Signal()
    """List the items that wait for this reviewer."""
    opened = Signal(int)
    asked = Signal(object)
    chosen_changed = Signal()

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._sheets: list[Sheet] = []
        self._listed: list[Sheet] = []
        self._says = label(wrap=True)
        self._begin = QPushButton(self.tr("&Begin with my reviews"))
        self._begin.clicked.connect(self.to_do_wanted)
        back = QPushButton(self.tr("Back to the grid  G"))
        back.clicked.connect(self.left)
        self._state = QComboBox()
        self._state.setAccessibleName(self.tr("Which reviews"))
        self._state.addItem(self.tr("all reviews"), None)
        for state in (State.DIFFER, State.AGREE, State.OPEN, State.FINAL):
            self._state.addItem(state_name(state), state)
        self._state.currentIndexChanged.connect(self._list)
        self._items = _Table(
            (
                self.tr("Item"),
                self.tr("Name"),
                self.tr("State"),
                self.tr("Waits for, or differs in"),
                self.tr("Answers"),
            )
        )
        self._table = _view(self._items, self.tr("Reviews"))
        self._table.activated.connect(self._open)
        self._table.selectionModel().currentRowChanged.connect(self.chosen_changed)
        self._agreed = _Table((self.tr("Reviewers"), self.tr("Field"), self.tr("Same"), self.tr("Cohen’s kappa")))
        agreed = _view(self._agreed, self.tr("Agreement"))
        self._reason = QLineEdit(self.tr("All reviewers agree."))
        self._reason.setAccessibleName(self.tr("Reason for making final what all agree on"))
        self._settle = QPushButton()
        self._settle.clicked.connect(self._on_settle)
        top = QHBoxLayout()
        for part in (back, self._begin, self._state):
            top.addWidget(part)
        top.addStretch(1)
        bottom = QHBoxLayout()
        bottom.addWidget(self._reason, 1)
        bottom.addWidget(self._settle)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self._says)
        column.addWidget(self._table, 3)
        column.addLayout(bottom)
        column.addWidget(
            label(self.tr("How far reviewers agree, over the items that all have answered"), role="section")
        )
        column.addWidget(agreed, 2)
        self.setFocusProxy(self._table)

    @property
    def chosen(self) -> "array[int]":
        """The item of the row that the cursor is on: the inspector is about it, and keys act on it."""
        row = self._table.currentIndex().row()
        return array("q", [self._listed[row].item] if 0 <= row < len(self._listed) else [])

    @Slot()
    def refresh(self) -> None:
        """Read the reviews again."""

        def read(case: Case) -> tuple[list[Sheet], list[Agreement], int]:
            sheets = case.review.sheets()
            return sheets, agreements(sheets), len(case.review.to_do())

        self._runner.read(read, self._take, lane=Lane.COUNTS)

    def _take(self, found: tuple[list[Sheet], list[Agreement], int]) -> None:
        self._sheets, agreed, mine = found
        counts = Counter(sheet.state for sheet in self._sheets)
        said = [
            self.tr("{state}: {count}").format(state=state_name(state), count=words.number(counts[state]))
            for state in State
            if counts[state]
        ]
        mine_said = self.tr("For you to answer: {count}").format(count=words.number(mine)) if mine else ""
        self._says.setText(
            " · ".join(filter(None, [mine_said, *said]))
            or self.tr("No item is in review yet. Select items, then choose Annotate → Ask others to review.")
        )
        self._begin.setEnabled(mine > 0)
        self._settle.setText(self.tr("&Make final what all agree on ({count})").format(count=counts[State.AGREE]))
        self._settle.setEnabled(counts[State.AGREE] > 0 and not self._runner.read_only)
        self._reason.setVisible(self._settle.isEnabled())  # it must not say what is not so
        self._settle.setVisible(self._settle.isEnabled())
        self._agreed.set_rows(
            [
                (
                    self.tr("{one} and {other}").format(
                        one=words.isolated(each.reviewers[0]), other=words.isolated(each.reviewers[1])
                    ),
                    field_name(each.field),
                    self.tr("{same} of {items}").format(same=each.same, items=each.items),
                    self._kappa(each),
                )
                for each in agreed
            ]
        )
        self._list()

    def _kappa(self, agreement: Agreement) -> str:
        if agreement.kappa is None:
            return self.tr("not defined: both always gave the same one answer")
        kappa = words.isolated(f"{agreement.kappa:.2f}")  # else a minus would stand behind it, from right to left
        if agreement.items < _FEW:
            return self.tr("{kappa}, of few items").format(kappa=kappa)
        return kappa

    @Slot()
    def _list(self) -> None:
        wanted, before, place = self._state.currentData(), [*self.chosen], self._table.currentIndex().row()
        was_final = bool(before) and self._listed[place].state is State.FINAL
        order = {State.DIFFER: 0, State.AGREE: 1, State.OPEN: 2, State.FINAL: 3}
        listed = [sheet for sheet in self._sheets if wanted is None or sheet.state == wanted]
        self._listed = sorted(listed, key=lambda sheet: (order[sheet.state], sheet.item))
        self._items.set_rows([self._row(sheet) for sheet in self._listed])
        row = next((row for row, sheet in enumerate(self._listed) if sheet.item in before), -1)
        waiting = sum(1 for sheet in self._listed if sheet.state is not State.FINAL)  # they come first
        if row < 0 or (self._listed[row].state is State.FINAL and not was_final and waiting):
            row = min(max(place, 0), (waiting or len(self._listed)) - 1)  # what was there is done: on to the next one
        self._table.setCurrentIndex(self._items.index(row, 0))  # of no row there is none
        self.chosen_changed.emit()

    def _row(self, sheet: Sheet) -> tuple[str, ...]:
        comma = words.tr(", ")
        about = comma.join(map(words.isolated, sheet.awaited)) or comma.join(map(field_name, sheet.differences))
        differing = sheet.given if sheet.differences else ()
        answers = "  |  ".join(
            f"{words.isolated(given.reviewer)}: {comma.join(in_words(given.answer, f) for f in sheet.differences)}"
            for given in differing
        )
        return words.number(sheet.item), words.isolated(sheet.name), state_name(sheet.state), about, answers

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._listed[index.row()].item)

    @Slot()
    def _on_settle(self) -> None:
        self.asked.emit(_settling(self._reason.text()))


def _settling(reason: str) -> Work:
    def work(case: Case, _numbers: Sequence[int]) -> Changed:
        return case.review.settle_agreed(reason=reason)

    return work


def _view(model: _Table, name: str) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.horizontalHeader().setStretchLastSection(True)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().setMaximumSectionSize(view.fontMetrics().height() * 16)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return view
