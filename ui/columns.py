"""The three columns of the desk: filters, what is looked at, and what is said about it."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.parts import label
from ui.session import packed, unpacked


class Columns(QWidget):
    """Their widths are the user's; none can be made to vanish by accident."""

    def __init__(
        self, filters: QWidget, middle: QWidget, side: QWidget, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        line = self.fontMetrics().height()
        for part, width, least, stretch in (
            (filters, line * 12, line * 11, 0),
            (middle, line * 48, 0, 1),
            (side, line * 25, line * 24, 0),
        ):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
            part.resize(width, part.height())
            part.setMinimumWidth(least)
        self._splitter.setSizes([line * 12, line * 48, line * 25])
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

    @property
    def state(self) -> str:
        """Their widths, as text that can be kept."""
        return packed(bytes(self._splitter.saveState().data()))

    def restore(self, state: str) -> None:
        """Give them the widths that were kept, where it is such a text."""
        self._splitter.restoreState(QByteArray(unpacked(state)))
