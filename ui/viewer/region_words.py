"""The line on the picture in which a region gets its label and its note."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QWidget

from annotator.region import Region
from annotator.regions import MOST_LABEL, MOST_NOTE

_GAP = 6


def label_line(labels: QStringListModel, parent: QWidget | None = None) -> QLineEdit:
    """A line for a label, which offers those in use."""
    line = QLineEdit(parent)
    line.setMaxLength(MOST_LABEL)
    completer = QCompleter(labels, line)
    if (popup := completer.popup()) is not None:
        popup.setProperty("role", "completer")
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)
    return line


class RegionWords(QFrame):
    """Enter saves, Escape leaves the words as they were; going elsewhere saves too, for nothing typed is lost."""

    saved = Signal(int, str, str)
    """A region's number, its label and its note."""
    left = Signal()
    """The keyboard goes back to the picture."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setProperty("role", "chip")
        self._region: Region | None = None
        self._labels = QStringListModel(self)
        self.label = label_line(self._labels)
        self.label.setAccessibleName(self.tr("Label of the region"))
        self.label.setPlaceholderText(self.tr("Label"))
        self.note = QLineEdit()
        self.note.setMaxLength(MOST_NOTE)
        self.note.setAccessibleName(self.tr("Note about the region"))
        self.note.setPlaceholderText(self.tr("Note  (Tab); Enter saves"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(6)
        row.addWidget(self.label, 2)
        row.addWidget(self.note, 3)
        for line in (self.label, self.note):
            line.returnPressed.connect(self._done)
            line.installEventFilter(self)
        self.hide()

    def set_known(self, labels: Sequence[str]) -> None:
        """Labels to offer."""
        if self._labels.stringList() != list(labels):
            self._labels.setStringList(list(labels))

    def open(self, region: Region, beside: QRectF) -> None:
        """Edit the words of a region that lies there on the canvas."""
        self._region = region
        self.label.setText(region.label)
        self.note.setText(region.note)
        room = self._canvas.rect()
        self.resize(min(self.fontMetrics().height() * 28, room.width() - 2 * _GAP), self.sizeHint().height())
        top = beside.bottom() + _GAP
        if top + self.height() > room.bottom() - _GAP:
            top = beside.top() - _GAP - self.height()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = beside.right() - self.width() if rtl else beside.left()
        self.move(
            round(min(max(left, _GAP), room.width() - self.width() - _GAP)),
            round(min(max(top, _GAP), room.height() - self.height() - _GAP)),
        )
        self.show()
        self.raise_()
        self.label.setFocus()
        self.label.selectAll()

    @Slot()
    def save(self) -> None:
        """Save what was typed, and close; nothing where the line is not open."""
        region, self._region = self._region, None
        self.hide()
        if region is not None:
            label, note = self.label.text().strip(), self.note.text().strip()
            if (label, note) != (region.label, region.note):
                self.saved.emit(region.region, label, note)

    @Slot()
    def _done(self) -> None:
        self.save()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What the lines leave, such as their Enter, is not for the picture below."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._region = None
            self.hide()
            self.left.emit()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and not self._still_here(event.reason()):
            self.save()
        return super().eventFilter(watched, event)

    def _still_here(self, reason: Qt.FocusReason) -> bool:
        """Whether the keyboard goes to the other line, or to a menu or the labels in use, and comes back."""
        return reason == Qt.FocusReason.PopupFocusReason or self.label.hasFocus() or self.note.hasFocus()
