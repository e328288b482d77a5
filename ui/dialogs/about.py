"""About: version, licence, and the licences of all that the program is made with."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from ui import words
from ui.dialogs import packages
from ui.parts import Line, label, tip
from ui.theme import RESOURCES


class AboutWindow(QDialog):
    """A window beside the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About"))
        self._known = [*packages.data(), *packages.packages()]
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("What the program is made with"))
        self._list.setHeaderLabels([self.tr("Name"), self.tr("Version"), self.tr("Licence")])
        self._list.setRootIsDecorated(False)
        for package in self._known:
            licence = package.licence or (self.tr("see the text") if package.text else self.tr("not given"))
            shown = [words.isolated(text) for text in (package.name, package.version, licence)]
            entry = QTreeWidgetItem(shown)
            entry.setToolTip(2, tip(licence))
            self._list.addTopLevelItem(entry)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._list.currentItemChanged.connect(self._on_chosen)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Licence text"))
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(self._list)
        both.addWidget(self._text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        title = Line(role="title")
        title.set_whole(self.tr("Evidence Annotator {version}").format(version=__version__))
        column.addWidget(title)
        for text in (
            self.tr(
                "Review photos and footage of violence offline, and hand them over as evidence that can be checked."
            ),
            self.tr(
                "MIT licence. Qt and PySide6 are used under the GNU Lesser General Public License, version 3: you may "
                "replace them with your own builds. All that the program is made with is listed here with its licence."
            ),
        ):
            column.addWidget(label(text, wrap=True))
        column.addWidget(both, 1)
        column.addWidget(buttons)
        line = self.fontMetrics().height()
        room = self.screen().availableSize() * 0.9
        self.resize(min(room.width(), line * 74), min(room.height(), line * 40))
        both.setSizes([line * 33, line * 41])
        self._text.setPlainText(_own_licence())

    @Slot()
    def _on_chosen(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            known = self._known[self._list.indexOfTopLevelItem(item)]
            self._text.setPlainText(known.text or self.tr("This package ships no licence text."))


def _own_licence() -> str:
    path = RESOURCES.parent / "LICENSE"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
