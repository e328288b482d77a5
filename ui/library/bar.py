"""Above the grid: its order, stacks, the size of cells, and what it is filtered by."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSlider, QToolButton, QVBoxLayout, QWidget

from annotator.model import Filter, Sort
from ui import marks, theme, words
from ui.library.flow import Flow
from ui.library.grid import SCALES
from ui.library.told import sort, told
from ui.parts import label, tab_through, tip

_ORDERS = (Sort.CAPTURED, Sort.ITEM, Sort.NAME, Sort.SIZE, Sort.ALIKE)


class Bar(QWidget):
    """Says what is asked for; nothing is done here."""

    sorted = Signal(object)
    """A filter's order: a `Filter` of which only that counts. Ordered by likeness its item is still to be named."""
    wanted_changed = Signal(object)
    """The filter without a condition that was taken away."""
    cleared = Signal()
    stacks_toggled = Signal(bool)
    scaled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Filter()
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setMinimumContentsLength(16)
        for each in _ORDERS:
            self.order.addItem(sort(each), each)
        self.order.activated.connect(self._on_order)  # also where likeness is chosen again, for another item
        self.last_first = QToolButton()
        self.last_first.setText(self.tr("Last first"))
        self.last_first.setCheckable(True)
        self.last_first.clicked.connect(self._on_order)
        self.stacks = QToolButton()
        self.stacks.setText(self.tr("Stacks"))
        self.stacks.setIcon(marks.icon(marks.copies, theme.TEXT))
        self.stacks.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.stacks.setCheckable(True)
        self.stacks.setToolTip(tip(self.tr("Show copies as one cell (Shift+S); O opens it")))
        self.stacks.clicked.connect(self.stacks_toggled)
        self.scale = QSlider(Qt.Orientation.Horizontal)
        self.scale.setAccessibleName(self.tr("Size of the cells"))
        self.scale.setToolTip(tip(self.tr("Size of the cells (Ctrl++ and Ctrl+−, or Ctrl and the wheel)")))
        self.scale.setRange(0, len(SCALES) - 1)
        self.scale.setPageStep(1)
        self.scale.setFixedWidth(self.fontMetrics().height() * 6)
        self.scale.valueChanged.connect(self.scaled)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self._name = label(self.tr("&Order"), role="quiet")
        self._name.setBuddy(self.order)
        self._row = row
        row.addWidget(self._name)
        row.addWidget(self.order)
        row.addWidget(self.last_first)
        row.addWidget(self.stacks)
        row.addStretch(1)
        row.addWidget(self.scale)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._chips)
        self.show_filter(Filter())

    def show_filter(self, wanted: Filter, like: str = "") -> None:
        """Show the order and a chip for each condition; `like` names the item that others are compared with."""
        self._wanted = wanted
        with QSignalBlocker(self.order):
            at = _ORDERS.index(Sort.ALIKE)
            self.order.setItemText(at, sort(Sort.ALIKE, like if wanted.sort is Sort.ALIKE else ""))
            self.order.setCurrentIndex(_ORDERS.index(wanted.sort))
        self.order.setToolTip(tip(self.order.currentText()))
        self.last_first.setChecked(wanted.descending)
        while (entry := self._flow.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        conditions = told(wanted)
        for each in conditions:
            text = self.fontMetrics().elidedText(each.text, Qt.TextElideMode.ElideMiddle, 320)
            chip = QPushButton(marks.icon(marks.cross, theme.TEXT), text.replace("&", "&&"))
            chip.setProperty("role", "filter")
            chip.setAccessibleName(self.tr("Take the filter away: {filter}").format(filter=each.text))
            chip.setToolTip(tip(self.tr("Take the filter away: {filter}").format(filter=each.text)))
            chip.clicked.connect(lambda _on=False, each=each: self.wanted_changed.emit(each.without(self._wanted)))
            self._flow.addWidget(chip)
        if conditions:
            clear = QPushButton(self.tr("Clear"))
            clear.setProperty("role", "filter")
            clear.setAccessibleName(self.tr("Clear filters"))
            clear.clicked.connect(self.cleared)
            self._flow.addWidget(clear)
        chips = [self._flow.itemAt(place) for place in range(self._flow.count())]
        tab_through(
            self.scale, [widget for chip in chips if chip is not None and (widget := chip.widget()) is not None]
        )
        self._chips.setVisible(bool(conditions))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow column what has keys as well gives way, so that no word is cut."""
        super().resizeEvent(event)
        margins = self.contentsMargins() if (inside := self.layout()) is None else inside.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._row.spacing() * (self._row.count() - 1)
        room -= sum(part.sizeHint().width() for part in (self.order, self.last_first, self.stacks))
        self._name.setVisible(room >= self._name.sizeHint().width())
        self.scale.setVisible(room >= self._name.sizeHint().width() + self.scale.width())

    @Slot()
    def _on_order(self) -> None:
        wanted = replace(Filter(), sort=Sort(self.order.currentData()), descending=self.last_first.isChecked())
        self.sorted.emit(wanted)


def nothing_found(wanted: Filter) -> str:
    """What is said where a filter finds nothing."""
    conditions = [each for each in told(wanted) if each.fields != ("text",)]
    text = words.isolated(wanted.text or "")
    if not wanted.text:
        return words.tr("Nothing was found with these filters.")
    if conditions:
        return words.tr("Nothing was found for “{text}” with these filters.").format(text=text)
    return words.tr("Nothing was found for “{text}”.").format(text=text)
