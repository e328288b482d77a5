"""When items were captured: bars by year, month or day, and a range that is dragged, or typed."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QToolTip, QWidget

from annotator.text import is_time
from ui import theme, words
from ui.library.facet import Fold
from ui.parts import label, tip

_LINES = 4
_MOST_BARS = 400


def without_gaps(dates: Mapping[str, int]) -> list[tuple[str, int]]:
    """The bars from the first to the last, those with nothing in between included, unless these are too many."""
    if not dates:
        return []
    first, last = min(dates), max(dates)
    names: list[str] = []
    name: str | None = first
    while name is not None and name <= last and len(names) <= _MOST_BARS:
        names.append(name)
        name = _after(name)
    if len(names) > _MOST_BARS or not dates.keys() <= set(names):
        return sorted(dates.items())
    return [(name, dates.get(name, 0)) for name in names]


def _after(name: str) -> str | None:
    """The year, month or day after one; None after what is none."""
    try:
        if len(name) == 4:
            return f"{int(name) + 1:04d}"
        if len(name) == 7:
            year, month = int(name[:4]), int(name[5:])
            return f"{year + month // 12:04d}-{month % 12 + 1:02d}"
        return (date.fromisoformat(name) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


class Bars(QWidget):
    """Arrows choose a bar, with Shift several, Enter takes them; Backspace goes back to all there is."""

    taken = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[tuple[str, int]] = []
        self._from = self._to = 0
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._name()

    def show_dates(self, dates: Mapping[str, int]) -> None:
        """Draw these bars."""
        bars = without_gaps(dates)
        if bars != self._bars:
            self._bars, self._from, self._to, self._dragging = bars, 0, 0, False
            self._name()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().height() * 8, self.fontMetrics().height() * (_LINES + 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def _name(self) -> None:
        if not self._bars:
            self.setAccessibleName(self.tr("Dates: none of these items has one"))
            return
        chosen = self._bars[min(self._from, self._to) : max(self._from, self._to) + 1]
        said = self.tr("Dates: {count} from {first} to {last}; arrows choose, Enter filters")
        count = words.items(sum(count for _, count in chosen))
        self.setAccessibleName(said.format(count=count, first=chosen[0][0], last=chosen[-1][0]))

    def _box(self, row: int) -> QRect:
        """Where a bar stands, in full height; times run as the window's text does, here and on the timeline."""
        width = self.width() / max(1, len(self._bars))
        if self._from_right:
            row = len(self._bars) - 1 - row
        left = round(row * width)
        height = self.height() - self.fontMetrics().height()
        return QRect(left, 0, max(1, round((row + 1) * width) - left - (1 if width > 4 else 0)), height)

    @property
    def _from_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _at(self, place: QPoint) -> int:
        x = self.width() - 1 - place.x() if self._from_right else place.x()
        return min(max(int(x * len(self._bars) / max(1, self.width())), 0), len(self._bars) - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        metrics = self.fontMetrics()
        painter.fillRect(self.rect().adjusted(0, 0, 0, -metrics.height()), theme.BASE)
        if not self._bars:
            painter.setPen(theme.QUIET)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("no dates"))
            return
        most = max(count for _, count in self._bars) or 1
        first, last = min(self._from, self._to), max(self._from, self._to)
        shows = self.hasFocus() or self._dragging
        for row, (_, count) in enumerate(self._bars):
            box = self._box(row)
            if shows and first <= row <= last:
                painter.fillRect(box, theme.CHOSEN)
            high = 0 if not count else max(2, round(box.height() * count / most))
            painter.fillRect(box.adjusted(0, box.height() - high, 0, 0), theme.ACCENT)
        if self.hasFocus():
            painter.setPen(QPen(theme.ACCENT, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -metrics.height() - 1))
        painter.setPen(theme.QUIET)
        line = QRect(0, self.height() - metrics.height(), self.width(), metrics.height())
        ends = [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]
        if self._from_right:
            ends.reverse()
        painter.drawText(line, ends[0] | Qt.AlignmentFlag.AlignAbsolute, self._bars[0][0])
        if len(self._bars) > 1:
            painter.drawText(line, ends[1] | Qt.AlignmentFlag.AlignAbsolute, self._bars[-1][0])

    def _choose(self, to: int, *, extend: bool) -> None:
        self._to = min(max(to, 0), len(self._bars) - 1)
        if not extend:
            self._from = self._to
        self._name()
        self.update()

    def _take(self) -> None:
        first, last = min(self._from, self._to), max(self._from, self._to)
        self.taken.emit(self._bars[first][0], self._bars[last][0])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        right = -1 if self._from_right else 1
        steps = {
            Qt.Key.Key_Left: -right, Qt.Key.Key_Right: right, Qt.Key.Key_Home: -_MOST_BARS, Qt.Key.Key_End: _MOST_BARS
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Backspace:
            self.left.emit()
        elif not self._bars:
            super().keyPressEvent(event)
        elif event.key() in steps:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose(self._to + steps[Qt.Key(event.key())], extend=extend)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._bars and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self._choose(self._at(event.position().toPoint()), extend=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._dragging:
            self._choose(self._at(event.position().toPoint()), extend=True)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._dragging:
            self._dragging = False
            self._take()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._bars:
            name, count = self._bars[self._at(event.pos())]
            told = self.tr("{date}: {count}").format(date=name, count=words.items(count))
            QToolTip.showText(event.globalPos(), tip(told), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.update()


class Dates(Fold):
    """The filter by date."""

    chosen = Signal(object, object)
    """Since and until, each a time that may be only begun, or None."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("date", title, parent)
        self.bars = Bars()
        self.bars.setToolTip(self.tr("Drag over the bars to choose a range"))
        self.bars.taken.connect(self.chosen)
        self.bars.left.connect(self._all)
        self.since, self.until = QLineEdit(), QLineEdit()
        rows = QGridLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        for row, (line, text) in enumerate(((self.since, self.tr("From")), (self.until, self.tr("To")))):
            line.setAccessibleName(self.tr("Taken from") if line is self.since else self.tr("Taken until"))
            line.setPlaceholderText(self.tr("2016-10-26"))
            line.setClearButtonEnabled(True)
            line.setMinimumWidth(self.fontMetrics().height() * 3)
            line.editingFinished.connect(self._typed)
            line.textEdited.connect(lambda _text, line=line: self._doubt(line))
            name = label(text, role="quiet")
            name.setBuddy(line)
            rows.addWidget(name, row, 0)
            rows.addWidget(line, row, 1)
        self._back = QPushButton(self.tr("All dates"))
        self._back.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._back.clicked.connect(self._all)
        self.column.addWidget(self.bars)
        self.column.addLayout(rows)
        self.column.addWidget(self._back)
        self.show_range(None, None)

    def show_range(self, since: str | None, until: str | None) -> None:
        """Show which range is chosen."""
        for line, text in ((self.since, since), (self.until, until)):
            if not line.hasFocus():  # what is being typed there is for who types it
                line.setText(text or "")
            self._doubt(line)
        self._back.setVisible(bool(since or until))

    def _doubt(self, line: QLineEdit) -> None:
        """Mark what is no time, in a way that also stands in its tip."""
        wrong = bool(line.text()) and not is_time(line.text().strip())
        line.setProperty("wrong", wrong)
        line.setToolTip(self.tr("A time as 2016, 2016-10, 2016-10-26 or 2016-10-26T11:30") if wrong else "")
        line.style().unpolish(line)
        line.style().polish(line)

    @Slot()
    def _typed(self) -> None:
        since, until = self.since.text().strip() or None, self.until.text().strip() or None
        if all(time is None or is_time(time) for time in (since, until)):
            self.chosen.emit(since, until)

    @Slot()
    def _all(self) -> None:
        self.chosen.emit(None, None)
