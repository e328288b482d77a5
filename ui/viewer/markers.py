"""The markers of a video: a list to go by, and the line in which the note of one is written."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from annotator.model import Item
from annotator.region import Region, Shape
from annotator.regions import MOST_NOTE
from ui import words
from ui.parts import label, tip
from ui.viewer.scrub import described

_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2)
_MARKER = Qt.ItemDataRole.UserRole


class NoteLine(QWidget):
    """Asks for the note of a marker: Enter keeps it, Esc leaves it."""

    written = Signal(object)
    """The marker with its note."""
    left = Signal()
    """The line is gone again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marker: Region | None = None
        self._about = label()
        self._edit = QLineEdit()
        self._edit.setAccessibleName(self.tr("Note of the marker"))
        self._edit.setPlaceholderText(self.tr("What is to be seen here. Enter keeps the marker, Esc leaves it."))
        self._edit.setMaxLength(MOST_NOTE)
        self._edit.returnPressed.connect(self._keep)
        self._edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._about)
        row.addWidget(self._edit, 1)
        self.hide()

    def ask(self, marker: Region) -> None:
        """Ask for the note of this marker, new or not."""
        self._marker = marker
        self._about.setText(self.tr("Marker at {time}").format(time=described(replace(marker, label="", note=""))))
        self._edit.setText(marker.note)
        self.show()
        self._edit.setFocus()

    @Slot()
    def leave(self) -> None:
        if not self.isHidden():
            self._marker = None
            self.hide()
            self.left.emit()

    @Slot()
    def _keep(self) -> None:
        marker, self._marker = self._marker, None
        if marker is not None:
            self.written.emit(replace(marker, note=self._edit.text().strip()))
        self.leave()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # else it would lead to the grid
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False


class MarkerList(QListWidget):
    """Markers by time; Enter goes to one, F2 changes its note, Delete removes it."""

    sought = Signal(float)
    edited = Signal(object)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Markers"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)
        self._writable = False
        self.markers: Sequence[Region] = ()

    def set_markers(self, markers: Sequence[Region], *, writable: bool) -> None:
        """Show these, by time."""
        self._writable = writable
        self.markers = sorted(markers, key=lambda marker: (marker.began or 0.0, marker.region))
        row = self.currentRow()
        self.clear()
        for marker in self.markers:
            line = QListWidgetItem(described(marker))
            line.setData(_MARKER, marker.region)
            who = words.isolated(marker.actor)
            line.setToolTip(tip(self.tr("{marker}\nby {who}").format(marker=described(marker), who=who)))
            self.addItem(line)
        self.setCurrentRow(min(row, self.count() - 1))

    def beside(self, seconds: float, direction: int) -> float | None:
        """The time of the next marker (1) or of the previous one (-1)."""
        times = [marker.began or 0.0 for marker in self.markers]
        if direction > 0:
            return next((time for time in times if time > seconds + 1e-3), None)
        return next((time for time in reversed(times) if time < seconds - 1e-3), None)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()  # else Delete would remove a region of the picture
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        marker = self._current()
        if marker is not None and self._writable and event.key() == Qt.Key.Key_F2:
            self.edited.emit(marker)
        elif marker is not None and self._writable and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(marker.region)
        else:
            super().keyPressEvent(event)

    def _current(self) -> Region | None:
        row = self.currentRow()
        return self.markers[row] if 0 <= row < len(self.markers) else None

    @Slot()
    def _go(self) -> None:
        marker = self._current()
        if marker is not None:
            self.sought.emit(marker.began or 0.0)


def new_marker(item: Item, at: float, loop: tuple[float | None, float | None]) -> Region:
    """A marker of the moment on show, or of the loop around it."""
    began, ended = loop
    if began is not None and ended is not None and began <= at <= ended:
        return Region(region=0, item=item.item, shape=Shape.SPAN, began=began, ended=ended)
    return Region(region=0, item=item.item, shape=Shape.SPAN, began=at)
