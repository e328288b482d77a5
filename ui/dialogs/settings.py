"""The settings: pages at the side, each applies at once, all by keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
)

from ui.dialogs.settings_general import GeneralPage, ImportPage
from ui.dialogs.settings_keys import KeysPage
from ui.dialogs.settings_shield import ShieldPage
from ui.parts import label, press_with_enter

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class SettingsDialog(QDialog):
    """A window beside the other: what is set is seen there."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Settings"))
        self._window = window
        self._pages: dict[str, GeneralPage | ShieldPage | KeysPage | ImportPage] = {
            "general": GeneralPage(window),
            "shield": ShieldPage(window),
            "keys": KeysPage(window),
            "import": ImportPage(window),
        }
        titles = {
            "general": self.tr("General"),
            "shield": self.tr("Cover and pauses"),
            "keys": self.tr("Keys"),
            "import": self.tr("Importing"),
        }
        self._names = QListWidget()
        self._names.setAccessibleName(self.tr("Pages of the settings"))
        self._stack = QStackedWidget()
        for key, page in self._pages.items():
            self._names.addItem(titles[key])
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            page.setProperty("role", "page")
            page.setAccessibleName(titles[key])
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keyboard
            scroll.setWidget(page)
            self._stack.addWidget(scroll)
        self._names.setFixedWidth(self._names.sizeHintForColumn(0) + self.fontMetrics().height() * 2)
        self._names.currentRowChanged.connect(self._on_page)
        self._said = label(role="quiet", wrap=True)
        defaults = QPushButton(self.tr("&Defaults of this page"))
        defaults.setAutoDefault(False)
        defaults.clicked.connect(self._on_defaults)
        close = QPushButton(self.tr("&Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(self._names)
        top.addWidget(self._stack, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(defaults)
        bottom.addWidget(self._said, 1)
        bottom.addWidget(close)
        column = QVBoxLayout(self)
        column.addLayout(top, 1)
        column.addLayout(bottom)
        press_with_enter(self)
        line = self.fontMetrics().height()
        room = self.screen().availableSize() * 0.9
        self.resize(min(room.width(), line * 52), min(room.height(), line * 38))
        self._names.setCurrentRow(0)
        self._names.setFocus()

    @property
    def page(self) -> str:
        """The name of the page on show, as `ui.settings.PAGES` has it."""
        return list(self._pages)[self._names.currentRow()]

    def show_page(self, name: str) -> None:
        self._names.setCurrentRow(list(self._pages).index(name))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        for page in self._pages.values():
            page.refresh()

    @Slot(int)
    def _on_page(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self._said.clear()
        self._refresh()

    @Slot()
    def _on_defaults(self) -> None:
        if self.page == "general" and not self._window.may_rebuild:
            self._said.setText(self._window.why_not_now())
            return
        if self.page == "keys":
            self._window.keymap.reset()
            self._window.use_keys()
        else:
            self._window.settings.reset(self.page)
        self._refresh()
        self._said.setText(self.tr("This page is as it was at first."))
