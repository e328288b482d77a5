"""Panes beside each other, arranged so that the pictures are as large as they can be."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.compare.pane import Pane


def columns(room: QSize, aspects: Sequence[float]) -> int:
    """In how many columns pictures of these aspects (width by height) cover most of `room`."""
    if room.isEmpty() or len(aspects) < 2:
        return 2

    def covered(across: int) -> float:
        width, height = room.width() / across, room.height() / ceil(len(aspects) / across)
        return sum(min(width, height * aspect) * min(height, width / aspect) for aspect in aspects)

    return max((2, 1, 3, 4)[: len(aspects)], key=covered)


class Stage(QWidget):
    """Holds the panes that it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panes: list[Pane] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 0, 4, 0)
        self._grid.setSpacing(4)
        self._columns = 0

    def set_panes(self, panes: Sequence[Pane]) -> None:
        """Hold these, and drop those before with all that they show."""
        for pane in self.panes:
            pane.clear()
            pane.hide()
            self._grid.removeWidget(pane)
            pane.deleteLater()
        self.panes = list(panes)
        self._columns = 0
        self.arrange()

    def arrange(self) -> None:
        aspects = []
        for pane in self.panes:
            size = pane.canvas.view.size
            if size.isEmpty():
                size = QSizeF(4, 3)
            aspects.append(size.width() / size.height())
        across = columns(self.size(), aspects)
        if across != self._columns:
            self._columns = across
            for place, pane in enumerate(self.panes):
                self._grid.addWidget(pane, place // across, place % across)
            for line in range(4):
                self._grid.setRowStretch(line, 1 if line * across < len(self.panes) else 0)
                self._grid.setColumnStretch(line, 1 if line < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.arrange()
