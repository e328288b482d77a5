"""The timeline itself: bars, or single marks where there are few, moved by mouse and keys."""

from array import array
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.columns import Clock
from ui import theme, words
from ui.parts import tip
from ui.timeline import axis as times
from ui.timeline.axis import Axis
from ui.timeline.moments import Moments

_BAR, _FEW = 7, 60
"""Pixels that a bar is at least wide, and of how many items single marks are drawn."""
_KEY_STEP = 80
_POINTER = 13
"""Pixels at the top that belong to the mark of the current item."""
_DRAG = 5
KNOWN, UNKNOWN = theme.GOOD, theme.TEXT


class TimelineCanvas(QWidget):
    """A stretch of time with the items that were taken in it."""

    chosen = Signal(object)
    """Items to select, as a list."""
    cleared = Signal()
    """No span is chosen any more."""
    opened = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline of the listed items"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(self.fontMetrics().height() * 5)
        self.axis = Axis()
        self.moments: Moments | None = None
        self.current: int | None = None
        self.span: tuple[float, float] | None = None
        self._moved = False
        """By hand: until then all items are kept in view."""
        self._pressed: QPointF | None = None
        self._dragging = self._spanning = False

    # --- what it shows

    def set_moments(self, moments: Moments) -> None:
        """Show these; the first ones there are bring themselves into view."""
        self.moments = moments
        if not self._moved:
            self.fit()
        self.update()

    def set_selected(self, numbers: "array[int]", current: int | None) -> None:
        self.current = current
        if self.moments is not None:
            self.moments.choose(numbers)
        self.update()

    def look(self, axis: Axis) -> None:
        """Show another stretch, as a person asks."""
        self._moved = True
        self.axis = axis
        self.update()

    def fit(self) -> None:
        """Bring all items into view."""
        extent = self.moments.extent() if self.moments is not None else None
        if extent is not None and self.width() > 1:
            self._moved = False
            self.axis = self.axis.fitted(*extent)
            self.update()

    def zoom(self, by: float, x: float | None = None) -> None:
        self.look(self.axis.zoomed(by, self.width() / 2 if x is None else x))

    def clear_span(self) -> None:
        self.span = None
        self.cleared.emit()
        self.update()

    def piece_text(self, first: float, last: float, count: int) -> str:
        """What a bar says."""
        return self.tr("{items}, {span}").format(items=words.items(count), span=times.span(first, last - 1))

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.BASE)
        metrics = QFontMetricsF(self.font())
        floor = self.height() - metrics.height() - 8
        self._paint_scale(painter, metrics, floor)
        if self.moments is not None:
            edges = self.axis.edges(self.axis.step(_BAR))
            counts = {clock: self.moments.counts(clock, edges) for clock in Clock}
            day_known = edges[1] - edges[0] >= times.DAY
            if not day_known:
                self._paint_days(painter, floor)
            tall = [clock for clock in Clock if day_known or clock is not Clock.DAY]
            if sum(sum(counts[clock][0]) for clock in tall) <= _FEW:
                self._paint_ticks(painter, metrics, floor, tall)
            else:
                self._paint_bars(painter, metrics, floor, edges, [(clock, *counts[clock]) for clock in tall])
            self._paint_current(painter)
        self._paint_stretch(painter, metrics)
        if self.span is not None:
            a, b = sorted((self.axis.x(self.span[0]), self.axis.x(self.span[1])))
            fill = QColor(theme.ACCENT)
            fill.setAlpha(40)
            painter.fillRect(QRectF(a, 0, max(b - a, 1), floor), fill)
            painter.setPen(QPen(theme.ACCENT, 1.5, Qt.PenStyle.DashLine))
            for x in (a, b):
                painter.drawLine(QPointF(x, 0), QPointF(x, floor))
        if self.hasFocus():
            painter.setPen(QPen(theme.ACCENT, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_scale(self, painter: QPainter, metrics: QFontMetricsF, floor: float) -> None:
        step = self.axis.step(metrics.horizontalAdvance("26 Oct 2016") * 0.8)
        painter.setPen(theme.LINE)
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        marked = [(self.axis.x(edge), *times.label(edge, step)) for edge in self.axis.edges(step)]
        taken: list[QRectF] = []
        for x, text, larger in sorted(marked, key=lambda mark: not mark[2]):
            painter.setPen(QPen(theme.QUIET if larger else theme.LINE, 1))
            painter.drawLine(QPointF(x, 0 if larger else floor - 4), QPointF(x, floor + 4))
            painter.setPen(theme.TEXT if larger else theme.QUIET)
            box = QRectF(0, floor + 4, metrics.horizontalAdvance(text) + 2, metrics.height())
            box.moveCenter(QPointF(x, box.center().y()))
            if larger:  # what says the day or the year is shown whole
                box.moveLeft(min(max(box.left(), 2.0), self.width() - box.width() - 2))
            elif box.left() < 0 or box.right() > self.width() or any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_stretch(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """What is on show, in words, at the end of the first line."""
        text = times.span(self.axis.start, self.axis.end)
        wide = metrics.horizontalAdvance(text)
        left = 6 if self.axis.from_right else self.width() - wide - 6
        painter.setPen(theme.QUIET)
        painter.drawText(QPointF(left, metrics.ascent() + _POINTER), text)

    def _paint_bars(
        self,
        painter: QPainter,
        metrics: QFontMetricsF,
        floor: float,
        edges: list[int],
        counts: list[tuple[Clock, list[int], list[int]]],
    ) -> None:
        wholes = [sum(found[i] for _, found, _ in counts) for i in range(len(edges) - 1)]
        most = max(wholes)
        room = floor - metrics.height() - _POINTER - 4
        for i, whole in enumerate(wholes):
            if not whole:
                continue
            a, b = sorted((self.axis.x(edges[i]), self.axis.x(edges[i + 1])))
            bottom = floor
            for clock, found, _ in counts:
                height = found[i] / most * room
                box = QRectF(a + 0.5, bottom - height, max(b - a - 1, 1), height)
                self._fill(painter, box, known=clock is Clock.INSTANT)
                bottom -= height
            chosen = sum(picked[i] for _, _, picked in counts)
            if chosen:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.ACCENT, 2))
                painter.drawRect(QRectF(a, bottom - 1, b - a, floor - bottom))
                self._flag(painter, QPointF((a + b) / 2, bottom - 4))
        painter.setPen(theme.QUIET)
        text = self.tr("highest bar: {items}").format(items=words.items(most))
        left = self.width() - metrics.horizontalAdvance(text) - 6 if self.axis.from_right else 6
        painter.drawText(QPointF(left, metrics.ascent() + _POINTER), text)

    def _paint_ticks(self, painter: QPainter, metrics: QFontMetricsF, floor: float, clocks: list[Clock]) -> None:
        """A stroke each, with a filled head where the instant is known and a hollow one where it is not."""
        if self.moments is None:
            return
        for clock in clocks:
            for at, chosen in self.moments.ticks(clock, self.axis.start, self.axis.end):
                x = self.axis.x(at)
                top = QPointF(x, floor * 0.45)
                known = clock is Clock.INSTANT
                painter.setPen(
                    QPen(KNOWN if known else UNKNOWN, 1.5, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DotLine)
                )
                painter.drawLine(top, QPointF(x, floor))
                painter.setPen(QPen(KNOWN if known else UNKNOWN, 1.5))
                painter.setBrush(KNOWN if known else theme.BASE)
                painter.drawEllipse(top, 4.5, 4.5)
                if chosen:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(theme.ACCENT, 2))
                    painter.drawEllipse(top, 8, 8)
                    self._flag(painter, top - QPointF(0, 11))

    def _paint_days(self, painter: QPainter, floor: float) -> None:
        """Items of which only the day is known, as a band over all of it: no hour of it is theirs."""
        if self.moments is None:
            return
        metrics = QFontMetricsF(self.font())
        step = times.Step(times.Unit.DAY, 1)
        edges = self.axis.edges(step)
        found, chosen = self.moments.counts(Clock.DAY, edges)
        for i, count in enumerate(found):
            if count:
                a, b = sorted((self.axis.x(edges[i]), self.axis.x(edges[i + 1])))
                box = QRectF(a, floor - metrics.height() - 6, b - a, metrics.height() + 4)
                self._fill(painter, box, known=False)
                text = self.tr("{items}, at some time of this day").format(items=words.items(count))
                seen = box.intersected(QRectF(self.rect()))
                wide = metrics.horizontalAdvance(text) + 12
                painter.fillRect(
                    QRectF(seen.center().x() - wide / 2, box.top() + 1, wide, box.height() - 2), theme.BASE
                )
                painter.setPen(theme.ACCENT if chosen[i] else theme.TEXT)
                painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_current(self, painter: QPainter) -> None:
        found = self.moments.when(self.current) if self.moments is not None and self.current is not None else None
        if found is not None:
            x = self.axis.x(found[0])
            painter.setPen(QPen(theme.BASE, 1))
            painter.setBrush(theme.TEXT)
            painter.drawPolygon(QPolygonF([QPointF(x - 7, 1), QPointF(x + 7, 1), QPointF(x, 12)]))

    @staticmethod
    def _fill(painter: QPainter, box: QRectF, *, known: bool) -> None:
        """Full where the instant is known, hatched within an outline where it is not."""
        if known:
            painter.fillRect(box, KNOWN)
        elif box.height() > 0:
            painter.setPen(QPen(UNKNOWN, 1))
            painter.setBrush(QBrush(UNKNOWN, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(box)

    @staticmethod
    def _flag(painter: QPainter, at: QPointF) -> None:
        """What is selected bears a small filled square too, so that it can be told without colours."""
        painter.fillRect(QRectF(at.x() - 2.5, at.y() - 5, 5, 5), theme.ACCENT)

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False
            self._spanning = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        self._dragging = self._dragging or abs(way.x()) > _DRAG
        if self._spanning:
            self.span = (self.axis.at(self._pressed.x()), self.axis.at(event.position().x()))
            self.update()
        elif self._dragging:
            self.look(self.axis.moved(way.x()))
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._spanning and self._dragging and self.span is not None:
            self.choose(min(self.span), max(self.span))
        elif not self._dragging:
            found = self._day_at(event.position()) or self._piece_at(event.position().x())
            if found is None:
                self.clear_span()
            else:
                self.choose(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.zoom(1, event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        turn = event.angleDelta()
        if abs(turn.x()) > abs(turn.y()):
            self.look(self.axis.moved(turn.x()))
        else:
            self.zoom(turn.y() / 240, event.position().x())
        event.accept()

    def choose(self, first: float, last: float) -> None:
        """Select what was taken from one instant up to before another."""
        if self.moments is not None:
            self.span = (first, last)
            self.chosen.emit(self.moments.items(first, last))
            self.update()

    def _pieces(self) -> list[tuple[int, int, int]]:
        """Beginning, end and count of the pieces on show that hold something."""
        if self.moments is None:
            return []
        edges = self.axis.edges(self.axis.step(_BAR))
        clocks = [clock for clock in Clock if clock is not Clock.DAY or edges[1] - edges[0] >= times.DAY]
        wholes = [sum(row) for row in zip(*(self.moments.counts(clock, edges)[0] for clock in clocks), strict=True)]
        return [(edges[i], edges[i + 1], whole) for i, whole in enumerate(wholes) if whole]

    def _piece_at(self, x: float) -> tuple[float, float] | None:
        # A mark is wider than the piece of time that it stands for.
        near = [(abs(self.axis.x((a + b) / 2) - x), a, b) for a, b, _ in self._pieces()]
        distance, a, b = min(near, default=(_BAR + 1, 0, 0))
        wide = abs(self.axis.x(b) - self.axis.x(a)) / 2
        return (a, b) if distance <= max(wide, _BAR) else None

    def _day_at(self, point: QPointF) -> tuple[float, float] | None:
        """The day whose band is there: items of which only the day is known."""
        line = self.fontMetrics().height()
        floor = self.height() - line - 8
        step = self.axis.step(_BAR)
        if self.moments is None or step.unit >= times.Unit.DAY or not floor - line - 6 <= point.y() < floor:
            return None
        edges = self.axis.edges(times.Step(times.Unit.DAY, 1))
        place = times.piece(edges, self.axis.at(point.x()))
        counts, _ = self.moments.counts(Clock.DAY, edges)
        return (edges[place], edges[place + 1]) if place >= 0 and counts[place] else None

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.look(self.axis.moved(_KEY_STEP if key == Qt.Key.Key_Left else -_KEY_STEP))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Up):
            self.zoom(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Down):
            self.zoom(-1)
        elif key in (Qt.Key.Key_F, Qt.Key.Key_Home):
            self.fit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(later=key == Qt.Key.Key_PageDown, extend=extend)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, *, later: bool, extend: bool) -> None:
        """To the next bar that holds something, or the one before; with `extend`, up to it as well."""
        pieces = self._pieces()
        if not pieces:
            return
        span = self.span
        if later:
            after = [piece for piece in pieces if span is None or piece[0] >= max(span)]
            first, last, _ = after[0] if after else pieces[-1]
        else:
            before = [piece for piece in pieces if span is None or piece[1] <= min(span)]
            first, last, _ = before[-1] if before else pieces[0]
        if extend and span is not None:
            first, last = min(first, round(min(span))), max(last, round(max(span)))
        self.choose(first, last)

    # --- the rest

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.axis = replace(self.axis, width=float(max(1, event.size().width())), from_right=rtl)
        if not self._moved:
            self.fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._piece_at(event.pos().x())
            count = next((count for a, b, count in self._pieces() if (a, b) == found), 0)
            if found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos() + QPoint(8, 8), tip(self.piece_text(*found, count)), self)
            return True
        return super().event(event)
