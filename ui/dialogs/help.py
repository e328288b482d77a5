"""The help: contents, search, and pages whose links lead to other pages of it and nowhere else."""

import re

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui import words
from ui.dialogs import pages
from ui.dialogs.pages import INDEX, Page
from ui.parts import label, press_with_enter
from ui.settings import Language

_NAME = Qt.ItemDataRole.UserRole
_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)
_LEFT_TO_RIGHT, _POP, _PICTURE = "\u2066", "\u2069", "\ufffc"
_LINE_HEIGHT = 125
"""Percent: Arabic has marks above and below its letters."""


class HelpWindow(QDialog):
    """A window beside the other; it does not stop work there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self._all = pages.contents()
        self._past: list[str] = []
        self._future: list[str] = []
        self._search = QLineEdit()
        self._search.setAccessibleName(self.tr("Search the help"))
        self._search.setPlaceholderText(self.tr("Search the help"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._open_first)
        self._contents = QListWidget()
        self._contents.setAccessibleName(self.tr("Contents"))
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._contents.setWordWrap(True)
        self._contents.currentItemChanged.connect(self._on_chosen)
        self._none = label(self.tr("No page has all these words."), role="quiet", wrap=True)
        self._none.hide()
        self.page = _Browser()
        self.page.followed.connect(self.show_page)
        self._back, self._forward = QPushButton(self.tr("&Back")), QPushButton(self.tr("&Forward"))
        close = QPushButton(self.tr("&Close"))
        for button, act, key in (
            (self._back, self.back, QKeySequence.StandardKey.Back),
            (self._forward, self.forward, QKeySequence.StandardKey.Forward),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            QShortcut(QKeySequence(key), self).activated.connect(act)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._search.setFocus)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._search)
        column.addWidget(self._none)
        column.addWidget(self._contents, 1)
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(side)
        both.addWidget(self.page)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._forward)
        row.addStretch(1)
        row.addWidget(close)
        press_with_enter(self)
        whole = QVBoxLayout(self)
        whole.addWidget(both, 1)
        whole.addLayout(row)
        line = self.fontMetrics().height()
        both.setSizes([line * 14, line * 44])
        self.resize(self.screen().availableSize().boundedTo(self.screen().availableSize() * 0.9))
        self.resize(min(self.width(), line * 60), min(self.height(), line * 40))
        self._on_search("")
        self.show_page(INDEX)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show a page; `back` leads to the one before."""
        if self.page.name and name != self.page.name and pages.read(name) is not None:
            self._past.append(self.page.name)
            self._future.clear()
        self._show(name)

    @Slot()
    def back(self) -> None:
        if self._past:
            self._future.append(self.page.name)
            self._show(self._past.pop())

    @Slot()
    def forward(self) -> None:
        if self._future:
            self._past.append(self.page.name)
            self._show(self._future.pop())

    def _show(self, name: str) -> None:
        page = pages.read(name)
        if page is not None:
            self.page.show_page(page, find=self._search.text())
            self._mark(name)
        self._back.setEnabled(bool(self._past))
        self._forward.setEnabled(bool(self._future))

    def _list(self, shown: list[Page]) -> None:
        self._contents.blockSignals(True)
        self._contents.clear()
        for page in shown:
            entry = QListWidgetItem(words.isolated(page.title))
            entry.setData(_NAME, page.name)
            self._contents.addItem(entry)
        self._contents.blockSignals(False)
        self._none.setVisible(not shown)
        self._mark(self.page.name)

    def _mark(self, name: str) -> None:
        """Let the contents say which page is on show."""
        self._contents.blockSignals(True)
        for row in range(self._contents.count()):
            if self._contents.item(row).data(_NAME) == name:
                self._contents.setCurrentRow(row)
        self._contents.blockSignals(False)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        found = pages.matching(self._all, text)
        # Decisions are for who asks: a page leads to them, and the search finds them.
        self._list(found if text.strip() else [page for page in found if "/" not in page.name])

    @Slot()
    def _open_first(self) -> None:
        if self._contents.count():
            self.show_page(self._contents.item(0).data(_NAME))
            self.page.setFocus()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, entry: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if entry is not None:
            self.show_page(entry.data(_NAME))


class _Browser(QTextBrowser):
    """Reads pages of the help only; nothing else is ever fetched."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.setAccessibleName(self.tr("Help page"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def show_page(self, page: Page, *, find: str = "") -> None:
        """Show it, and go to the first of the words that were searched for."""
        self.name = page.name
        if page.language is Language.ARABIC:
            self.setMarkdown(_from_the_right(page.text))
            _lay_from_the_right(self.document())
        else:
            self.setMarkdown(page.text)
        for word in find.split():
            if self.find(word):
                break

    def loadResource(self, _kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        picture = QImage.fromData(pages.picture(self.name, QUrl(name).path()) or b"")
        margins = 2 * round(self.document().documentMargin()) + self.verticalScrollBar().sizeHint().width()
        room = max(self.width() - 2 * self.frameWidth() - margins, self.fontMetrics().averageCharWidth() * 30)
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(room, smooth) if picture.width() > room else picture

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        if not link.scheme() and not link.host():
            self.followed.emit(pages.linked(self.name, link.path()))


def _from_the_right(markdown: str) -> str:
    """Columns in the order that Qt, which lays out every table from the left, must be given, and code kept together:
    without that a key such as `[` or an option such as `--link` would be turned round by the Arabic beside it."""
    turned = _ROW.sub(lambda row: "|" + "|".join(reversed(row.group(1).split("|"))) + "|", markdown)
    return _CODE.sub(rf"{_LEFT_TO_RIGHT}`\1`{_POP}", turned)


def _lay_from_the_right(document: QTextDocument) -> None:
    """All text begins on the right but whole lines of code, and tables stand there."""
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        if not form.nonBreakableLines() and not form.hasProperty(QTextFormat.Property.BlockCodeLanguage):
            form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            if _PICTURE not in block.text():
                form.setLineHeight(_LINE_HEIGHT, proportional)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = QTextTableFormat(frame.format())
            table.setAlignment(Qt.AlignmentFlag.AlignRight)
            frame.setFormat(table)
