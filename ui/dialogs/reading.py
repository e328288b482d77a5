"""Windows to read in: the help pages, the keys, about."""

import html
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from annotator import __version__
from ui.theme import RESOURCES

HELP = RESOURCES / "help"


class _Pages(QTextBrowser):
    """Reads pages of its own folder only; nothing else is ever fetched."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder.resolve()
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def show_page(self, name: str) -> None:
        path = (self._folder / name).resolve()
        if path.suffix == ".md" and path.is_relative_to(self._folder) and path.is_file():
            self.setMarkdown(path.read_text(encoding="utf-8"))

    def loadResource(self, _kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        path = (self._folder / QUrl(name).path().lstrip("/")).resolve()
        return path.read_bytes() if path.is_relative_to(self._folder) and path.is_file() else None

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        if not link.scheme():
            self.show_page(link.path())


class Reading(QDialog):
    """A window with a page in it; it does not stop work in the other."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = _Pages(HELP)
        self.page.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addWidget(buttons)
        line = self.fontMetrics().height()
        self.resize(line * 44, line * 34)


def help_window(parent: QWidget) -> Reading:
    window = Reading(parent.tr("Help"), parent)
    window.page.show_page("index.md")
    return window


def keys_window(actions: Sequence[QAction], parent: QWidget) -> Reading:
    """All keys, as they are set now."""
    window = Reading(parent.tr("Keys"), parent)
    more = [
        (parent.tr("Space, held"), parent.tr("Look at what is covered")),
        (parent.tr("Enter"), parent.tr("Open the item")),
        (parent.tr("Arrows"), parent.tr("Next and previous item")),
        (parent.tr("Ctrl+Enter"), parent.tr("Add the note that is being written")),
    ]
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        (", ".join(key.toString(native) for key in action.shortcuts()), action.text().replace("&", ""))
        for action in actions
        if action.shortcuts()
    ]
    cells = "".join(
        f"<tr><td><b>{html.escape(k)}</b>&nbsp;&nbsp;&nbsp;</td><td>{html.escape(t)}</td></tr>" for k, t in more + rows
    )
    window.page.setHtml(f"<table cellpadding=4>{cells}</table>")
    return window


def about_window(parent: QWidget) -> Reading:
    window = Reading(parent.tr("About"), parent)
    window.page.setMarkdown(
        f"# Evidence Annotator {__version__}\n\n"
        + parent.tr(
            "Review photos and footage of violence offline, and hand them over as evidence that can be checked.\n\n"
            "MIT licence. Qt is used under the LGPL."
        )
    )
    return window
