"""The dialog that asks what to print, and how; it says how many pages that is."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import words
from ui.parts import label
from ui.printing.pages import LAYOUTS, Layout


class PrintOptions(QDialog):
    """Offers the selection and what the filter shows, for a printer or as a file. No choice uncovers anything."""

    changed = Signal()
    """The first page is to look otherwise: `show_page`."""

    def __init__(self, *, selected: tuple[int, int], listed: tuple[int, int], parent: QWidget | None = None) -> None:
        """How many items are selected and listed, and how many of these are covered."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print"))
        self._counts: Mapping[bool, tuple[int, int]] = {True: selected, False: listed}
        self.as_pdf = False
        """Whether it is to be a file."""
        self._selection = QRadioButton(self.tr("The &selection: {items}").format(items=words.items(selected[0])))
        self._selection.setEnabled(selected[0] > 0)
        self._listed = QRadioButton(self.tr("What the &filter shows: {items}").format(items=words.items(listed[0])))
        self._listed.setEnabled(listed[0] > 0)
        first = self._selection if selected[0] else self._listed
        first.setChecked(True)
        what = QVBoxLayout()
        what.addWidget(self._selection)
        what.addWidget(self._listed)
        self._layout = QComboBox()
        self._layout.setAccessibleName(self.tr("Items on a page"))
        for layout in LAYOUTS:
            name = self.tr("1, with all that is said of it") if layout.items == 1 else words.number(layout.items)
            self._layout.addItem(name, layout)
        self._without = QCheckBox()
        self._pages = label(wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(self.tr("&Print…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        self._file = buttons.addButton(self.tr("Save as P&DF…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.clicked.connect(self._on_clicked)  # comes before it is accepted
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.page_height = min(self.fontMetrics().height() * 22, self.screen().availableSize().height() // 2)
        self._page = label()
        self._page.setAccessibleName(self.tr("The first page, small"))
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setMinimumSize(self.page_height * 3 // 4, self.page_height)
        form = QFormLayout()
        form.addRow(self.tr("What"), what)
        form.addRow(self.tr("&Items on a page"), self._layout)
        form.addRow(self._without)
        form.addRow(self._pages)
        form.addRow(
            label(
                self.tr(
                    "What is covered is printed as its cover, also while you hold it open. "
                    "Printing changes nothing in the case."
                ),
                role="quiet",
                wrap=True,
            )
        )
        beside = QHBoxLayout()
        beside.addLayout(form, 1)
        beside.addWidget(self._page)
        column = QVBoxLayout(self)
        column.addLayout(beside)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().height() * 32 + self._page.minimumWidth())
        self._selection.toggled.connect(self._on_changed)
        self._layout.currentIndexChanged.connect(self._on_changed)
        self._without.toggled.connect(self._on_changed)
        self._on_changed()
        first.setFocus()

    @property
    def selection(self) -> bool:
        """Whether the selection is wanted, else what is listed."""
        return self._selection.isChecked()

    @property
    def layout_(self) -> Layout:
        return LAYOUTS[self._layout.currentIndex()]

    @property
    def without_covered(self) -> bool:
        return self._without.isChecked()

    def show_page(self, page: QImage) -> None:
        """Show what the first page looks like."""
        pixmap = QPixmap.fromImage(page)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(pixmap)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.as_pdf = button is self._file

    @Slot()
    def _on_changed(self) -> None:
        items, covered = self._counts[self.selection]
        self._without.setText(self.tr("&Leave out what is covered: {items}").format(items=words.items(covered)))
        self._without.setEnabled(covered > 0)
        items -= covered if self.without_covered else 0
        pages = self.layout_.pages(items)
        self._pages.setText(words.tr(", ").join((words.items(items), words.pages(pages))))
        for button in (self._go, self._file):
            button.setEnabled(pages > 0)
        self.changed.emit()
