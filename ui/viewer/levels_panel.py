"""The panel for levels: a histogram, sliders, channels; it changes the view alone and says so."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ui import theme, words
from ui.parts import label
from ui.shield.shield import Shield
from ui.viewer.canvas import Canvas
from ui.viewer.levels import Channel, Levels, histogram

_COLORS = {
    Channel.GREY: QColor("#c8ccd2"),
    Channel.RED: QColor("#ff6b6b"),
    Channel.GREEN: QColor("#6bd08a"),
    Channel.BLUE: QColor("#6ea8fe"),
}


class Histogram(QWidget):
    """How often each value comes, one line a channel, with what the levels make of the values under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Channel, list[int]] = {}
        self._levels = Levels()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Histogram"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().height() * 14, self.fontMetrics().height() * 5)

    def show_counts(self, counts: dict[Channel, list[int]]) -> None:
        """Draw these; nothing is known where there are none."""
        self._counts = counts
        self.setAccessibleDescription(self._said())
        self.update()

    def show_levels(self, levels: Levels) -> None:
        self._levels = levels
        self.update()

    def _said(self) -> str:
        grey = self._counts.get(Channel.GREY)
        if not grey:
            return self.tr("Nothing to count: the picture is covered, or not there yet.")
        whole = sum(grey)
        return self.tr("{black} % is black, {white} % is white.").format(
            black=round(100 * grey[0] / whole), white=round(100 * grey[255] / whole)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.BASE)
        if not self._counts:
            painter.setPen(theme.QUIET)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(6, 0, -6, 0), flags, self._said())
            return
        width, height = self.width() / 255, self.height() - 4.0
        # Single values such as a burnt-out sky would make all others too small to see.
        tallest = max(sorted(counts)[-3] for counts in self._counts.values()) or 1
        for channel, counts in self._counts.items():
            painter.setPen(QPen(_COLORS[channel], 1.4 if channel is Channel.GREY else 1))
            points = [QPointF(value * width, 2 + height * (1 - min(n / tallest, 1))) for value, n in enumerate(counts)]
            painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(theme.TEXT, 1, Qt.PenStyle.DashLine))
        for value in (self._levels.black, self._levels.white):
            painter.drawLine(QPointF(value * width, 0), QPointF(value * width, self.height()))


class LevelsPanel(QFrame):
    """Lies on the canvas, at its side."""

    closed = Signal()

    def __init__(self, canvas: Canvas, shield: Shield, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._shield = canvas, shield
        self._counted: object = None
        self._showing = True
        self.setObjectName("levels")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName(self.tr("Levels and gamma"))
        self._histogram = Histogram()
        self._rows = QGridLayout()
        self._black = self._slider(self.tr("Black"), 0, 254, str)
        self._white = self._slider(self.tr("White"), 1, 255, str)
        self._gamma = self._slider(self.tr("Gamma"), -100, 100, lambda value: f"{_gamma(value):.2f}")
        self._exposure = self._slider(self.tr("Exposure"), -40, 40, lambda value: words.isolated(f"{value / 10:+.1f}"))
        self._channel = QComboBox()
        self._channel.setAccessibleName(self.tr("Channel"))
        for channel, text in {
            Channel.ALL: self.tr("Colours"),
            Channel.GREY: self.tr("Greyscale"),
            Channel.RED: self.tr("Red alone"),
            Channel.GREEN: self.tr("Green alone"),
            Channel.BLUE: self.tr("Blue alone"),
        }.items():
            self._channel.addItem(text, channel.value)
        self._channel.currentIndexChanged.connect(self._apply)
        self._invert = QCheckBox(self.tr("Invert"))
        self._invert.toggled.connect(self._apply)
        self.reset = QPushButton(self.tr("Reset"))
        self.reset.clicked.connect(lambda: canvas.set_levels(Levels()))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.closed)
        last = QHBoxLayout()
        last.addWidget(self._channel, 1)
        last.addWidget(self._invert)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(label(self.tr("Levels and gamma"), role="section"))
        column.addWidget(self._histogram)
        column.addLayout(self._rows)
        column.addLayout(last)
        column.addWidget(label(self.tr("Only the view is changed, never the picture."), role="quiet", wrap=True))
        column.addLayout(buttons)
        self.first = self._black
        self._show(Levels())
        canvas.view_changed.connect(self.refresh)
        self.hide()

    def _slider(self, name: str, low: int, high: int, said: Callable[[int], str]) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(low, high)
        slider.setAccessibleName(name)
        self._shield.watch(slider)
        value = label()
        value.setMinimumWidth(self.fontMetrics().horizontalAdvance("+00.00"))
        value.setText(words.isolated(said(slider.value())))
        slider.valueChanged.connect(lambda now: value.setText(words.isolated(said(now))))
        slider.valueChanged.connect(self._apply)
        row = self._rows.rowCount()
        for column, part in enumerate((label(name), slider, value)):
            self._rows.addWidget(part, row, column)
        return slider

    @Slot()
    def _apply(self) -> None:
        if self._showing:
            return
        black, white = self._black.value(), self._white.value()
        if black >= white:  # the one that is being moved pushes the other along
            if self.sender() is self._white:
                black = white - 1
            else:
                white = black + 1
        self._canvas.set_levels(
            Levels(
                black=black,
                white=white,
                gamma=_gamma(self._gamma.value()),
                exposure=self._exposure.value() / 10,
                invert=self._invert.isChecked(),
                channel=Channel(self._channel.currentData()),
            )
        )

    @Slot()
    def refresh(self) -> None:
        """Show the levels of the canvas, and count its picture where it may be seen."""
        if self.isHidden():
            return
        self._show(self._canvas.levels)
        image = self._canvas.picture.screen if not self._canvas.covered else None
        key = None if image is None or image.isNull() else image.cacheKey()
        if key != self._counted:
            self._counted = key
            self._histogram.show_counts({} if image is None else histogram(image))

    def _show(self, levels: Levels) -> None:
        self._showing = True
        self._black.setValue(levels.black)
        self._white.setValue(levels.white)
        self._gamma.setValue(round(100 * math.log(levels.gamma, 5)))
        self._exposure.setValue(round(levels.exposure * 10))
        self._invert.setChecked(levels.invert)
        self._channel.setCurrentIndex(self._channel.findData(levels.channel.value))
        self._showing = False
        self._histogram.show_levels(levels)

    def event(self, event: QEvent) -> bool:
        """Escape closes the panel before it means anything else."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.closed.emit()
                return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._counted = None
        self._histogram.show_counts({})


def _gamma(place: int) -> float:
    """The gamma at a place of the slider: 0.2 at its left end, 1 in the middle, 5 at its right."""
    return math.pow(5.0, place / 100)
