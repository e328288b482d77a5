"""The map itself: ground, names and marks, moved by mouse and keys. It shows where, never what: no picture at all."""

from array import array

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.places import earth
from annotator.places.clusters import Points
from ui import theme, words
from ui.map import labels
from ui.map import words as map_words
from ui.map.ground import WATER, Ground
from ui.map.labels import Labels
from ui.map.points import Marks
from ui.map.sheet import Sheet
from ui.map.view import View
from ui.parts import tip

_KEY_STEP = 80
_LARGEST = 20_000.0
"""Pixels of a circle that is drawn: of a larger one no edge is in view."""
_SETTLE_MS = 120
_REST_MS = 200
_DRAG = 5


class MapCanvas(QWidget):
    """A part of the earth with the items that were taken there."""

    chosen = Signal(object)
    """Items to select, as a list."""
    opened = Signal()
    """The current item is to be looked at."""
    left = Signal()
    pointed = Signal(object)
    """Latitude and longitude under the cursor, as it moves; None when it has gone."""
    rested = Signal(float, float)
    """The cursor stays there, or a mark was gone to by key."""
    settled = Signal()
    """Another part of the earth is in view, and stays a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Map of the listed items"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(self.fontMetrics().height() * 6)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.ground: Ground | None = None
        self.labels, self.marks = Labels(), Marks()
        self.sheet: Sheet | None = None
        self.current: int | None = None
        self.about_mark: str = ""
        """What was said of the last mark that was gone to, for a screen reader."""
        self.view = View(size=QSizeF(self.size()))
        self._moved = False
        """By hand: until then all items are kept in view."""
        self._gone_to: tuple[float, float, bool] | None = None
        """Where the mark stands that was gone to, on the plane, and whether it is a reviewer's: its number is another
        one at each zoom."""
        self._circle: tuple[float, float, float] | None = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self._band: QRectF | None = None
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self.settled)
        self._resting = QTimer(self, interval=_REST_MS, singleShot=True)
        self._resting.timeout.connect(self._rest)
        self._under = QPointF()

    # --- what it shows

    def set_points(self, points: Points) -> None:
        """Show these items; the first ones there are bring themselves into view."""
        self.marks.set_points(points)
        if self.at_mark is None:
            self._gone_to, self.about_mark = None, ""
        if not self._moved:
            self.fit()
        self.update()

    def set_selected(self, numbers: "array[int]", current: int | None) -> None:
        self.marks.set_selected(numbers)
        self.current = current
        self.update()

    def show_circle(self, circle: tuple[float, float, float] | None) -> None:
        """Show around which latitude and longitude, within how many kilometres, items are listed."""
        self._circle = circle
        self.update()

    def look(self, view: View) -> None:
        """Show another part of the earth, as a person asks."""
        self._moved = True
        self._show(view)

    def _show(self, view: View) -> None:
        if view != self.view:
            self.view = view
            self._settling.start()
            self.update()

    def fit(self) -> None:
        """Bring all items into view."""
        extent = self.marks.extent()
        if extent is not None and self.width() > 1:
            self._moved = False
            self._show(self.view.fitted(*extent))

    def zoom(self, by: float, around: QPointF | None = None) -> None:
        self.look(self.view.zoomed(by, around or QPointF(self.rect().center())))

    @property
    def at_mark(self) -> int | None:
        """The mark that was gone to, as marks are gathered now."""
        if self._gone_to is None:
            return None
        x, y, reviewed = self._gone_to
        return self.marks.near(self.view, x, y, reviewed=reviewed)

    def _zoom_by_key(self, by: float) -> None:
        """The mark that was gone to stays in view."""
        at = None if self._gone_to is None else self.view.to_screen(*self._gone_to[:2])
        self.zoom(by, at if at is not None and QRectF(self.rect()).contains(at) else None)

    def radius_km(self) -> float:
        """From the middle of the view to its nearer edge."""
        return min(self.width(), self.height()) / 2 * self.view.metres_per_pixel / 1000

    def mark_text(self, mark: int) -> str:
        """What a mark says: how many items, and who says that they are there."""
        found = self.marks.gathered(self.view)
        if found is None:
            return ""
        count = words.items(int(found.counts[mark]))
        if found.reviewed[mark]:
            return self.tr("{items} here, as a reviewer says").format(items=count)
        return self.tr("{items} here, as the file itself says").format(items=count)

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), WATER)
        if self.ground is not None:
            self.ground.paint(painter, self.view)
        if self.sheet is not None:
            self.sheet.paint(painter, self.view)
        font = QFont(self.font())
        marks = self.marks.in_view(self.view)
        taken = [QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half) for _, at, half in marks]
        self.labels.paint(painter, self.view, font, taken)
        self.marks.paint(painter, self.view, font, self.current, marks)
        self._paint_at_mark(painter, marks)
        self._paint_circle(painter)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        metres = self.view.metres_per_pixel
        painter.setFont(font)
        labels.paint_scale_bar(
            painter,
            QPointF(self.width() - 12 if rtl else 12, self.height() - 10),
            metres,
            from_right=rtl,
            text=map_words.distance(labels.scale_bar(metres, 110)[1]),
        )
        if self._band is not None:
            painter.setPen(QPen(theme.ACCENT, 1.5, Qt.PenStyle.DashLine))
            fill = QColor(theme.ACCENT)
            fill.setAlpha(40)
            painter.setBrush(fill)
            painter.drawRect(self._band)
        if self.hasFocus():
            painter.setPen(QPen(theme.ACCENT, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_at_mark(self, painter: QPainter, marks: list[tuple[int, QPointF, float]]) -> None:
        """A square around the mark that was gone to by key."""
        gone_to = self.at_mark if self.hasFocus() else None
        for mark, middle, half in marks:
            if mark == gone_to:
                side = half + 7
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.TEXT, 1.5, Qt.PenStyle.DotLine))
                painter.drawRect(QRectF(middle.x() - side, middle.y() - side, 2 * side, 2 * side))

    def _paint_circle(self, painter: QPainter) -> None:
        if self._circle is not None:
            latitude, longitude, km = self._circle
            middle = self.view.to_screen(*earth.to_world(latitude, longitude))
            reach = km * 1000 / earth.metres_across(latitude) * self.view.scale
            if reach < _LARGEST:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.ACCENT, 1.5, Qt.PenStyle.DashLine))
                painter.drawEllipse(middle, reach, reach)

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._band = QRectF(self._pressed, self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._under = event.position()
        self._resting.start()
        self.pointed.emit(self.view.degrees(self._under) if self.view.on_earth(self._under) else None)
        if self._pressed is None:
            return
        way = self._under - self._pressed
        self._dragging = self._dragging or way.manhattanLength() > _DRAG
        if self._band is not None:
            self._band = QRectF(self._pressed, self._under).normalized()
            self.update()
        elif self._dragging:
            self.look(self.view.moved(way))
            self._pressed = self._under

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        band, dragged = self._band, self._dragging
        self._pressed = self._band = None
        self.update()
        if band is not None and dragged:
            self.chosen.emit(self.marks.items_in(self.view, band))
        elif not dragged:
            mark = self.marks.at(self.view, event.position())
            if mark is not None:
                self._choose(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.marks.at(self.view, event.position()) is not None:
            self.opened.emit()
        else:
            self.zoom(1, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        self.zoom(event.angleDelta().y() / 240, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._resting.stop()
        self.pointed.emit(None)
        super().leaveEvent(event)

    def _rest(self) -> None:
        if self.view.on_earth(self._under):
            self.rested.emit(*self.view.degrees(self._under))

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        ways = {
            Qt.Key.Key_Left: QPointF(_KEY_STEP, 0),
            Qt.Key.Key_Right: QPointF(-_KEY_STEP, 0),
            Qt.Key.Key_Up: QPointF(0, _KEY_STEP),
            Qt.Key.Key_Down: QPointF(0, -_KEY_STEP),
        }
        key = Qt.Key(event.key())
        if key in ways:
            self.look(self.view.moved(ways[key]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by_key(0.5)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by_key(-0.5)
        elif key in (Qt.Key.Key_F, Qt.Key.Key_Home):
            self.fit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._go(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        """To the next mark in view, from left to right, or the one before."""
        marks = sorted(self.marks.in_view(self.view), key=lambda mark: (mark[1].x(), mark[1].y()))
        seen = [mark for mark, at, _ in marks if QRectF(self.rect()).contains(at)]
        if seen:
            here = self.at_mark
            start = seen.index(here) + by if here in seen else (0 if by > 0 else -1)
            self._choose(seen[start % len(seen)])

    def _choose(self, mark: int) -> None:
        found = self.marks.gathered(self.view)
        if found is None:
            return
        x, y = float(found.x[mark]), float(found.y[mark])
        self._gone_to = (x, y, bool(found.reviewed[mark]))
        self.about_mark = self.mark_text(mark)
        self.chosen.emit(found.items_of(mark))
        at = self.view.to_screen(x, y)
        self.rested.emit(*self.view.degrees(at))
        self.update()

    # --- the rest

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self.view = View(x=self.view.x, y=self.view.y, zoom=self.view.zoom, size=QSizeF(event.size()))
        if not self._moved:
            self.fit()
        self._settling.start()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.marks.at(self.view, QPointF(event.pos()))
            if mark is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos() + QPoint(8, 8), tip(self.mark_text(mark)), self)
            return True
        return super().event(event)
