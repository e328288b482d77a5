"""The panel of facts: what the file says of itself, from which source, and what is wrong with it."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.model import ItemDetail
from ui import findings, words
from ui.inspector.shown import Shown
from ui.parts import label, tip


class _AsRead(QStyledItemDelegate):
    """Draws a value in its own direction: in an Arabic window, 2016:10:26 09:45:12 is not to begin with its end."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = words.isolated(option.text)


class MetadataPanel(QWidget):
    """Findings first, then facts, then every value as it was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings = label(wrap=True)
        self._facts = label(role="quiet", wrap=True)
        for part in (self._findings, self._facts):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._search = QLineEdit()
        self._search.setAccessibleName(self.tr("Search in the metadata"))
        self._search.setPlaceholderText(self.tr("Search in the metadata"))
        self._search.setClearButtonEnabled(True)
        self._values = QStandardItemModel(0, 3, self)
        self._values.setHorizontalHeaderLabels([self.tr("Source"), self.tr("Tag"), self.tr("Value")])
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._values)
        self._found.setFilterKeyColumn(-1)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._search.textChanged.connect(self._found.setFilterFixedString)
        table = QTableView()
        table.setAccessibleName(self.tr("Metadata"))
        table.setModel(self._found)
        table.setItemDelegate(_AsRead(table))
        table.setSortingEnabled(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        line = self.fontMetrics().height()
        table.setColumnWidth(0, line * 5)
        table.setColumnWidth(1, line * 9)
        table.setWordWrap(False)
        table.verticalHeader().setDefaultSectionSize(line + 8)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._findings)
        column.addWidget(self._facts)
        column.addWidget(self._search)
        column.addWidget(table, 1)

    def show_items(self, shown: Shown) -> None:
        self._values.removeRows(0, self._values.rowCount())
        detail = shown.detail
        if detail is None:
            self._findings.hide()
            self._facts.setText(self.tr("Select one item to see its metadata."))
            return
        told = [findings.told(problem.message) for problem in detail.item.problems]
        found = [self.tr("Finding: {message}").format(message=message) for message in told]
        self._findings.setText("\n".join(found))
        self._findings.setVisible(bool(found))
        told = _facts(detail)
        if not detail.metadata:
            told.append(self.tr("No metadata was read from this file."))
        self._facts.setText("\n".join(told))
        for tag in detail.metadata:
            cells = [QStandardItem(text) for text in (tag.source, tag.tag, tag.value)]
            cells[2].setToolTip(tip(tag.raw[:2000]))
            self._values.appendRow(cells)


def _where(original: str | None) -> str | None:
    """Where the original lies; within the case its name is its digest, which stands above."""
    if original is None:
        return None
    return words.isolated(original) if Path(original).is_absolute() else words.tr("copied into the case")


def _facts(detail: ItemDetail) -> list[str]:
    item = detail.item
    camera = words.camera(item)
    known = [
        (words.tr("Item"), str(item.item)),
        # A digest has no place to break: a space in its middle lets the line fold.
        (words.tr("SHA-256"), item.sha256 and words.isolated(f"{item.sha256[:32]} {item.sha256[32:]}")),
        (words.tr("Type"), item.media_type),
        (words.tr("Size"), None if item.bytes is None else words.size(item.bytes)),
        (words.tr("Taken"), item.captured_at and words.isolated(item.captured_at)),
        (words.tr("Date is from"), item.captured_at_source),
        (words.tr("Place is from"), item.location_source),
        (words.tr("Camera"), words.isolated(camera) if camera else None),
        (words.tr("Camera is from"), item.camera_source),
        (words.tr("Found at"), "\n".join(words.isolated(path) for path in detail.paths) or None),
        (words.tr("Sidecars"), "\n".join(words.isolated(path) for path in detail.sidecars) or None),
        (words.tr("Original"), _where(detail.original)),
        (words.tr("Made by"), detail.made_by),
    ]
    return [words.line(f"{name}: {value}") for name, value in known if value]
