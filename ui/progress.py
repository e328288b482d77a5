"""Long work in the status bar: how far it is, how fast, what is left, what waits, and the buttons that end it."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from annotator.events import CATCHING_UP
from annotator.model import Progress
from ui import words
from ui.parts import Line, label


class WorkBar(QWidget):
    """One piece of long work."""

    cancelled = Signal()

    def __init__(self, title: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._unit = title, unit
        self._began, self._what = time.monotonic(), ""
        self._said = label(title)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(self.fontMetrics().height() * 8)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel: {title}").format(title=title))
        self._cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cancel.setAutoDefault(True)  # Enter presses it too
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addStretch(1)

    def advance(self, progress: Progress) -> None:
        """Show how far it is. Speed and what is left are only said once they mean something."""
        if not self._cancel.isEnabled():
            return  # it is stopping
        if progress.what != self._what:
            self._what, self._began = progress.what, time.monotonic()
        again = self.tr("{title}: looking at earlier items again").format(title=self._title)
        parts = [again if progress.what == CATCHING_UP else self._title]
        if 0 < progress.total <= progress.done:
            self._bar.setRange(0, 0)
            self._said.setText(self.tr("{title}: finishing").format(title=self._title))
            return
        if progress.total:
            # A thousand steps, whatever the total: bytes would not fit a bar's 32 bits.
            self._bar.setRange(0, 1000)
            self._bar.setValue(progress.done * 1000 // progress.total)
            parts.append(f"{progress.done * 100 // progress.total} %")
        elapsed = time.monotonic() - self._began
        if elapsed > 2 and progress.done:
            speed = progress.done / elapsed
            if self._unit and progress.what != CATCHING_UP:
                parts.append(
                    self.tr("{speed} {unit}/s").format(
                        speed=f"{speed:.0f}" if speed >= 10 else f"{speed:.1f}", unit=self._unit
                    )
                )
            if progress.total > progress.done and elapsed > 5:
                parts.append(words.left((progress.total - progress.done) / speed))
        self._said.setText(" · ".join(parts))

    def _on_cancel(self) -> None:
        self._said.setText(self.tr("{title}: stopping").format(title=self._title))
        self.cancelled.emit()  # before the button can't have the keyboard any more
        self._cancel.setEnabled(False)


class WaitingBar(QWidget):
    """The imports that wait for the one under way, and the button that takes back the last of them."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Line(role="quiet")
        self._cancel = QPushButton()
        self._cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cancel.setAutoDefault(True)  # Enter presses it too
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said)
        row.addWidget(self._cancel)

    def show_waiting(self, names: Sequence[str]) -> None:
        """The first of these is the next."""
        listed = words.tr(", ").join(words.isolated(name) for name in names)
        title = self.tr("Next import: {name}") if len(names) == 1 else self.tr("Next imports: {names}")
        self._said.set_whole(title.format(name=listed, names=listed))
        self._cancel.setText(self.tr("Cancel") if len(names) == 1 else self.tr("Cancel the last"))
        last = words.isolated(names[-1])
        self._cancel.setAccessibleName(self.tr("Cancel the import of {name}").format(name=last))
