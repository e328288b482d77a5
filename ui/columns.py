"""The three columns of the desk: filters, what is looked at, and what is said about it."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.parts import label
from ui.session import packed, unpacked

FILTERS, SIDE = "filters", "side"
_FILTERS_LINES, _MIDDLE_LINES, _SIDE_LINES = 11, 16, 26
"""Least widths, in heights of a line of text."""


class Columns(QWidget):
    """Their widths are the user's. Where there is no room for all, one at the side gives way to the other."""

    def __init__(
        self, filters: QWidget, middle: QStackedWidget, side: QWidget, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._middle = middle
        middle.currentChanged.connect(lambda: self._fit())
        self._sides = {FILTERS: filters, SIDE: side}
        self._hidden: set[str] = set()
        self._first = SIDE
        self._line = line = self.fontMetrics().height()
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        for part, width, least, stretch in (
            (filters, line * 16, line * _FILTERS_LINES, 0),
            (middle, line * 48, 0, 1),
            (side, line * 28, line * _SIDE_LINES, 0),
        ):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
            part.resize(width, part.height())
            part.setMinimumWidth(least)
        self._splitter.setSizes([line * 16, line * 46, line * 28])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if read_only:
            banner = label(
                self.tr(
                    "Open for reading only: you can look at everything here and change nothing. "
                    "To export, which is noted in the journal, open the case for writing."
                ),
                wrap=True,
            )
            banner.setObjectName("banner")
            column.addWidget(banner)
        column.addWidget(self._splitter, 1)

    def toggle(self, which: str) -> None:
        """Hide FILTERS or SIDE, or show it: then it is the one that stays where there is room for one."""
        if self._sides[which].isVisibleTo(self):
            self._hidden.add(which)
        else:
            self._hidden.discard(which)
            self._first = which
        self._fit()

    @property
    def hidden(self) -> tuple[str, ...]:
        """Which of FILTERS and SIDE the user has hidden."""
        return tuple(sorted(self._hidden))

    @property
    def state(self) -> str:
        """Their widths, as text that can be kept."""
        return packed(bytes(self._splitter.saveState().data()))

    def restore(self, state: str, hidden: Iterable[str]) -> None:
        """Give them the widths that were kept, where it is such a text, and hide those that were hidden."""
        self._splitter.restoreState(QByteArray(unpacked(state)))
        self._hidden = set(hidden) & self._sides.keys()
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the middle and one side: a window on a small screen, or with large text, has no more."""
        return QSize(self._line * (_MIDDLE_LINES + _FILTERS_LINES), self._line * 8)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        filters = self._sides[FILTERS]
        if isinstance(filters, QScrollArea) and (inside := filters.widget()) is not None:
            # It scrolls up and down only, so what it holds must not be cut at its side.
            needed = inside.minimumSizeHint().width() + filters.verticalScrollBar().sizeHint().width()
            filters.setMinimumWidth(min(max(needed, self._line * _FILTERS_LINES), self._line * _SIDE_LINES))
        least = self._line * _MIDDLE_LINES
        page = self._middle.currentWidget() if self._middle.currentIndex() > 0 else None
        if page is not None:  # what the filters find is not on show there
            least = max(least, page.minimumSizeHint().width())
        narrow = self.width() < self._line * (_FILTERS_LINES + _SIDE_LINES) + least
        for which, part in self._sides.items():
            crowded = narrow and which != self._first and self._first not in self._hidden
            part.setVisible(which not in self._hidden and not crowded)
