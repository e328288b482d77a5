"""Settings of the reviewer and the window, and what an import starts from."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator import settings as shared
from annotator.text import shown
from ui import language
from ui.dialogs.import_options import HowToImport
from ui.parts import label
from ui.settings import EVERY, LANGUAGE, LINK, NAME, REOPEN, SAMPLING, TEXT_SIZE, TEXT_SIZES, Language, Option, T

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class GeneralPage(QWidget):
    """Name, language and text size make the window anew, so they wait while work is under way."""

    def __init__(self, window: "MainWindow", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._settings = window, window.settings
        self._name = QLineEdit()
        self._name.setMaxLength(200)
        self._name.setAccessibleName(self.tr("Reviewer's name"))
        self._name.setPlaceholderText(shown(shared.user()))
        self._name.editingFinished.connect(self._on_name)
        self._language = QComboBox()
        self._language.setAccessibleName(self.tr("Language"))
        for value, text in {
            Language.SYSTEM: self.tr("as the desktop"),
            Language.ENGLISH: "English",
            Language.ARABIC: "العربية",
        }.items():
            self._language.addItem(text, value)
        self._language.activated.connect(lambda: self._ask(LANGUAGE, Language(self._language.currentData())))
        self._size = QComboBox()
        self._size.setAccessibleName(self.tr("Text size"))
        for percent in TEXT_SIZES:
            self._size.addItem(self.tr("{percent} %").format(percent=percent), percent)
        self._size.activated.connect(lambda: self._ask(TEXT_SIZE, self._size.currentData()))
        self._reopen = QCheckBox(self.tr("At the &start, go on with the case that was open"))
        self._reopen.toggled.connect(lambda on: self._settings.set(REOPEN, on))
        self._said = label(role="quiet", wrap=True)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Reviewer's &name"), self._name)
        form.addRow(
            label(
                self.tr(
                    "Stands in the journal beside every change you make from now on, on the command line too. "
                    "A bundle can leave it out."
                ),
                role="quiet",
                wrap=True,
            )
        )
        form.addRow(self.tr("&Language"), self._language)
        form.addRow(self.tr("&Text size"), self._size)
        form.addRow(self._reopen)
        form.addRow(self._said)
        if os.environ.get(language.VARIABLE):
            self._language.setEnabled(False)
            self._said.setText(
                self.tr("The environment variable {name} sets the language.").format(name=language.VARIABLE)
            )

    def refresh(self) -> None:
        """Show what holds."""
        with QSignalBlocker(self._reopen):
            self._reopen.setChecked(self._settings.get(REOPEN))
        if not self._name.hasFocus():
            self._name.setText(self._settings.get(NAME))
        self._language.setCurrentIndex(self._language.findData(self._settings.get(LANGUAGE)))
        sizes = [abs(size - self._settings.get(TEXT_SIZE)) for size in TEXT_SIZES]
        self._size.setCurrentIndex(sizes.index(min(sizes)))

    @Slot()
    def _on_name(self) -> None:
        name = " ".join(self._name.text().split())
        if name != self._settings.get(NAME) and not self._ask(NAME, name):
            self._name.setText(self._settings.get(NAME))

    def _ask(self, option: Option[T], value: T) -> bool:
        """Set what makes the window anew, or say why not now."""
        if not self._window.may_rebuild:
            self._said.setText(self._window.why_not_now())
            self.refresh()
            return False
        self._said.clear()
        self._settings.set(option, value)
        return True


class ImportPage(QWidget):
    """What the import dialog offers first."""

    def __init__(self, window: "MainWindow", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = window.settings
        self._how = HowToImport()
        self._how.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.addWidget(
            label(self.tr("The import dialog starts from these; you can choose otherwise there."), wrap=True)
        )
        column.addWidget(self._how)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what holds."""
        get = self._settings.get
        with QSignalBlocker(self._how):
            self._how.choose(link=get(LINK), sampling=get(SAMPLING), every=get(EVERY))

    @Slot()
    def _on_changed(self) -> None:
        self._settings.set(LINK, self._how.link)
        self._settings.set(SAMPLING, self._how.sampling)
        self._settings.set(EVERY, self._how.seconds)
