"""The start page: open a case, make one, try the sample, go on with a recent one."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.text import shown
from ui import theme, words
from ui.cases import Recent
from ui.parts import Line, label, tip

_PATH = Qt.ItemDataRole.UserRole


class StartPage(QScrollArea):
    """What to do while no case is open."""

    open_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Start page"))
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(2)
        title = Line(role="title")
        title.set_whole(self.tr("Evidence Annotator"))
        column.addWidget(title)
        column.addWidget(
            label(
                self.tr(
                    "Review photos and footage, and hand them over as evidence that can be checked. "
                    "Nothing leaves this computer, originals are never changed, and no picture is shown before you ask."
                ),
                role="quiet",
                wrap=True,
            )
        )
        column.addSpacing(12)
        self._buttons = []
        for text, signal in (
            (self.tr("&New case…"), self.new_wanted),
            (self.tr("&Open a case…"), self.open_wanted),
            (self.tr("&Sample case, to try it"), self.sample_wanted),
        ):
            button = QPushButton(text)
            button.setProperty("large", True)
            button.setAutoDefault(True)
            button.clicked.connect(signal)
            column.addWidget(button)
            self._buttons.append(button)
        column.addSpacing(12)
        self._recent_title = label(self.tr("Recent cases"), role="section")
        self._recent = QListWidget()
        self._recent.setAccessibleName(self.tr("Recent cases"))
        self._recent.setAccessibleDescription(self.tr("Delete takes a case off this list and leaves the case alone."))
        self._recent.setMinimumHeight(self.fontMetrics().height() * 6)
        self._recent.setMaximumHeight(self.fontMetrics().height() * 12)
        self._recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._recent.itemActivated.connect(self._on_activated)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._recent)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_delete)
        column.addWidget(self._recent_title)
        column.addWidget(self._recent)
        column.addWidget(
            label(
                self.tr("Drop a folder anywhere on this window to make a case of it. Press F1 for help."),
                role="quiet",
                wrap=True,
            )
        )
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(self.fontMetrics().height() * 34)
        page = QWidget()
        page.setProperty("role", "page")
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self._buttons[0])

    def set_recent(self, cases: Sequence[Recent]) -> None:
        """Offer these cases; those that are not there are grey and say so."""
        row = self._recent.currentRow()
        self._recent.clear()
        for case in cases:
            folder = words.isolated(shown(str(case.path.parent)))
            when = (
                self.tr("opened {date}").format(
                    date=QLocale().toString(_day(case.opened), QLocale.FormatType.ShortFormat)
                )
                if case.opened is not None
                else ""
            )
            facts = [folder, when if case.there else self.tr("not there now")]
            entry = QListWidgetItem(
                f"{words.isolated(shown(case.path.name))}\n{'   '.join(fact for fact in facts if fact)}"
            )
            entry.setData(_PATH, str(case.path))
            entry.setToolTip(tip(shown(str(case.path))))
            if not case.there:
                entry.setForeground(theme.QUIET)  # not slanted: many fonts have no slanted Arabic
            self._recent.addItem(entry)
        self._recent.setCurrentRow(min(max(row, 0), self._recent.count() - 1))
        self._recent.setVisible(bool(cases))
        self._recent_title.setVisible(bool(cases))

    @Slot(QListWidgetItem)
    def _on_activated(self, entry: QListWidgetItem) -> None:
        self.recent_wanted.emit(entry.data(_PATH))

    @Slot()
    def _on_delete(self) -> None:
        entry = self._recent.currentItem()
        if entry is not None:
            self.forget_wanted.emit(entry.data(_PATH))


def _day(at: datetime) -> QDate:
    here = at.astimezone()
    return QDate(here.year, here.month, here.day)
