"""The start page: open a case, make one, try the sample, go on with a recent one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotator.text import shown
from ui.parts import label, tip


class StartPage(QWidget):
    """What to do while no case is open."""

    open_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(label(self.tr("Evidence Annotator"), role="title"))
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
            button.clicked.connect(signal)
            column.addWidget(button)
            self._buttons.append(button)
        column.addSpacing(12)
        self._recent_title = label(self.tr("Recent cases"), role="section")
        self._recent = QListWidget()
        self._recent.setAccessibleName(self.tr("Recent cases"))
        self._recent.setMaximumHeight(self.fontMetrics().height() * 9)
        self._recent.itemActivated.connect(lambda item: self.recent_wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        column.addWidget(self._recent_title)
        column.addWidget(self._recent)
        column.addWidget(label(self.tr("You can also drop a folder anywhere on this window."), role="quiet", wrap=True))
        column.addStretch(3)
        middle = QWidget()
        middle.setLayout(column)
        middle.setFixedWidth(self.fontMetrics().height() * 30)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        self.setFocusProxy(self._buttons[0])

    def set_recent(self, paths: Sequence[str]) -> None:
        """Offer these cases."""
        self._recent.clear()
        for path in paths:
            entry = QListWidgetItem(f"{shown(Path(path).name)}   {shown(str(Path(path).parent))}")
            entry.setData(Qt.ItemDataRole.UserRole, path)
            entry.setToolTip(tip(shown(path)))
            self._recent.addItem(entry)
        self._recent.setVisible(bool(paths))
        self._recent_title.setVisible(bool(paths))
