"""The length of a video: where it stands, its sound wave, the loop, and the markers; a slider for keys and readers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from annotator.media.wire import NOT_READ
from annotator.region import Region
from ui import theme, words
from ui.parts import tip

_LOUDEST = 254
_NEAR_POINTS = 6


class Scrub(QSlider):
    """Milliseconds of the video from left to right, whatever the direction of the window, as on any player."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.tr("Time in the video"))
        self.setSingleStep(1000)
        self.setPageStep(10_000)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the picture
        self._peaks: bytes | None = None
        self._wave: QImage | None = None
        self._said = ""
        self._loop: tuple[float | None, float | None] = (None, None)
        self._markers: Sequence[Region] = ()

    def set_wave(self, peaks: bytes | None, said: str) -> None:
        """Show peaks as `wire` has them, and words where there are none."""
        if (peaks, said) != (self._peaks, self._said):
            self._peaks, self._said, self._wave = peaks, said, None
            self.setAccessibleDescription(said)
            self.update()

    def set_loop(self, began: float | None, ended: float | None) -> None:
        self._loop = (began, ended)
        self.update()

    def set_markers(self, markers: Sequence[Region]) -> None:
        self._markers = markers
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, self.fontMetrics().height() * 3)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(80, self.fontMetrics().height() * 3)

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._ms(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.isSliderDown():
            self.setSliderPosition(self._ms(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self._told(event.pos().x())), self)
            return True
        return super().event(event)

    def _told(self, x: float) -> str:
        """The marker under the mouse, or the time there."""
        for marker in self._markers:
            began, ended = self._x(marker.began or 0.0), self._x(marker.ended or marker.began or 0.0)
            if began - _NEAR_POINTS <= x <= ended + _NEAR_POINTS:
                return described(marker)
        return words.clock(self._ms(x) / 1000, exact=True)

    def _track(self) -> QRectF:
        return QRectF(self.rect()).adjusted(6, 2, -6, -2)

    def _x(self, seconds: float) -> float:
        track, length = self._track(), max(1, self.maximum())
        return track.left() + track.width() * min(1.0, max(0.0, seconds * 1000 / length))

    def _ms(self, x: float) -> int:
        track = self._track()
        return round(min(1.0, max(0.0, (x - track.left()) / track.width())) * self.maximum())

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        track = self._track()
        painter.fillRect(track, theme.BASE)
        began, ended = self._loop
        if began is not None or ended is not None:
            left = track.left() if began is None else self._x(began)
            right = track.right() if ended is None else self._x(ended)
            painter.fillRect(QRectF(left, track.top(), right - left, track.height()), theme.CHOSEN)
        self._paint_wave(painter, track)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seconds, inward in ((began, 5.0), (ended, -5.0)):
            if seconds is not None:
                self._paint_bracket(painter, track, self._x(seconds), inward)
        for marker in self._markers:
            self._paint_marker(painter, track, marker)
        self._paint_now(painter, track)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.ACCENT, 2) if self.hasFocus() else QPen(theme.LINE, 1))
        painter.drawRoundedRect(track, 3, 3)
        painter.end()

    def _paint_wave(self, painter: QPainter, track: QRectF) -> None:
        if self._peaks is not None:
            if self._wave is None or self._wave.size() != track.size().toSize():
                self._wave = _drawn(self._peaks, track.size().toSize())
            painter.drawImage(track.topLeft(), self._wave)
        if self._said:
            painter.setPen(theme.QUIET)
            painter.drawText(track.adjusted(8, 0, -8, 0), Qt.AlignmentFlag.AlignCenter, self._said)

    def _paint_bracket(self, painter: QPainter, track: QRectF, x: float, inward: float) -> None:
        painter.setPen(QPen(theme.TEXT, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        top, bottom = track.top() + 2, track.bottom() - 2
        ends = [QPointF(x + inward, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + inward, bottom)]
        painter.drawPolyline(QPolygonF(ends))

    def _paint_marker(self, painter: QPainter, track: QRectF, marker: Region) -> None:
        x, top = self._x(marker.began or 0.0), track.top()
        painter.setPen(QPen(theme.WARN, 1.5))
        if marker.ended is not None:
            painter.fillRect(QRectF(x, top, max(2.0, self._x(marker.ended) - x), 4), theme.WARN)
        painter.drawLine(QPointF(x, top), QPointF(x, track.bottom()))
        painter.setBrush(theme.WARN)
        painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + 9, top + 4), QPointF(x, top + 8)]))

    def _paint_now(self, painter: QPainter, track: QRectF) -> None:
        x = self._x(self.sliderPosition() / 1000)
        painter.setPen(QPen(theme.TEXT, 2))
        painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
        painter.setBrush(theme.TEXT)
        bottom = track.bottom()
        painter.drawPolygon(QPolygonF([QPointF(x - 5, bottom), QPointF(x + 5, bottom), QPointF(x, bottom - 7)]))


def _drawn(peaks: bytes, size: QSize) -> QImage:
    """A sound wave; what was not read is dots, which is not silence."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    middle, half, count, width = size.height() / 2, size.height() / 2 - 3, len(peaks), max(1, size.width())
    for x in range(width):
        here = peaks[x * count // width : max(x * count // width + 1, (x + 1) * count // width)]
        read = [peak for peak in here if peak != NOT_READ]
        if read:
            height = max(0.5, half * max(read) / _LOUDEST)
            painter.fillRect(QRectF(x, middle - height, 1, 2 * height), theme.QUIET)
        elif x % 5 == 0:
            painter.fillRect(QRectF(x, middle - 1, 2, 2), theme.LINE)
    painter.end()
    return image


def described(marker: Region) -> str:
    """A marker in words: its time or stretch, and its note."""
    began = words.clock(marker.began or 0.0, exact=True)
    if marker.ended is not None:
        began = words.tr("{began} to {ended}").format(began=began, ended=words.clock(marker.ended, exact=True))
    said = words.tr(": ").join(part for part in (marker.label, marker.note) if part)
    return words.tr("{time}  {note}").format(time=began, note=words.isolated(said)) if said else began
