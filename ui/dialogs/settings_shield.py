"""Settings of the cover, and the reviewer's own time with what is under it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui import words
from ui.parts import label
from ui.settings import CELLS, COUNT_LOOKING, GREY, REMIND, REMIND_LOOKING, REMIND_SITTING, SOUND_COVERED, Option, T
from ui.shield.shield import FEWEST_CELLS, MOST_CELLS, cover

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class ShieldPage(QWidget):
    """No setting lets detail through or leaves pictures uncovered."""

    def __init__(self, window: "MainWindow", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._settings = window, window.settings
        self._strength = QSlider(Qt.Orientation.Horizontal)
        self._strength.setAccessibleName(self.tr("Strength of the blur"))
        self._strength.setRange(-MOST_CELLS, -FEWEST_CELLS)
        self._strength.setPageStep(2)
        self._strength.valueChanged.connect(lambda value: self._set(CELLS, -value))
        self._grey = QCheckBox(self.tr("Covers are &grey"))
        self._grey.toggled.connect(lambda on: self._set(GREY, on))
        self._silent = QCheckBox(self.tr("&Sound only while uncovered"))
        self._silent.toggled.connect(lambda on: self._set(SOUND_COVERED, not on))
        self._sample = QLabel()
        self._sample.setAccessibleName(self.tr("A drawn picture under the cover"))
        self._count = QCheckBox(self.tr("&Count the time with uncovered pictures"))
        self._count.toggled.connect(lambda on: self._set(COUNT_LOOKING, on))
        self._time = label(wrap=True)
        self._forget = QPushButton(self.tr("&Forget it"))
        self._forget.setAutoDefault(False)
        self._forget.clicked.connect(self._on_forget)
        self._remind = QCheckBox(self.tr("&Remind me quietly to pause"))
        self._remind.toggled.connect(lambda on: self._set(REMIND, on))
        self._looked = self._minutes(REMIND_LOOKING, self.tr("Minutes with uncovered pictures"), 1, 240)
        self._sat = self._minutes(REMIND_SITTING, self.tr("Minutes at the desk"), 5, 480)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("The cover"), role="section"))
        column.addWidget(
            label(
                self.tr(
                    "What is not assessed, graphic or extreme is covered everywhere until you hold Space. "
                    "A cover takes detail away; it can't know what will distress you."
                ),
                role="quiet",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        form = QFormLayout()
        form.addRow(self.tr("&Blur"), self._strength)
        form.addRow(self._grey)
        form.addRow(self._silent)
        row.addLayout(form, 1)
        row.addWidget(self._sample)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(label(self.tr("Your time with uncovered pictures"), role="section"))
        column.addWidget(
            label(
                self.tr(
                    "For you alone: it is kept in your own data folder and stands in no case, journal, bundle or log."
                ),
                role="quiet",
                wrap=True,
            )
        )
        column.addWidget(self._count)
        told = QHBoxLayout()
        told.addWidget(self._time, 1)
        told.addWidget(self._forget)
        column.addLayout(told)
        column.addSpacing(12)
        column.addWidget(label(self.tr("Pauses"), role="section"))
        column.addWidget(self._remind)
        after = QFormLayout()
        after.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        after.addRow(self.tr("after &looking at uncovered pictures for"), self._looked)
        after.addRow(self.tr("after &working here for"), self._sat)
        column.addLayout(after)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what holds."""
        get, looking = self._settings.get, self._window.looking
        for box, on in (
            (self._grey, get(GREY)),
            (self._silent, not get(SOUND_COVERED)),
            (self._count, get(COUNT_LOOKING)),
            (self._remind, get(REMIND)),
        ):
            with QSignalBlocker(box):
                box.setChecked(on)
        with QSignalBlocker(self._strength):
            self._strength.setValue(-get(CELLS))
        for minutes, value in ((self._looked, get(REMIND_LOOKING)), (self._sat, get(REMIND_SITTING))):
            with QSignalBlocker(minutes):
                minutes.setValue(value)
        self._enable()
        self._time.setText(
            self.tr("Today: {today}. The last seven days: {week}.").format(
                today=words.minutes(looking.today()), week=words.minutes(looking.week())
            )
        )
        self._show_sample()

    def _set(self, option: Option[T], value: T) -> None:
        self._settings.set(option, value)
        self._enable()
        self._show_sample()

    def _enable(self) -> None:
        for control in (self._looked, self._sat):
            control.setEnabled(self._settings.get(REMIND))

    def _minutes(self, option: Option[int], name: str, least: int, most: int) -> QSpinBox:
        box = QSpinBox()
        box.setAccessibleName(name)
        box.setRange(least, most)
        box.setSuffix(self.tr(" min"))
        box.valueChanged.connect(lambda value: self._set(option, value))
        return box

    def _show_sample(self) -> None:
        side = self.fontMetrics().height() * 9
        ratio = self.devicePixelRatioF()
        covered = cover(_drawn(), self._window.shield.style)
        pixmap = QPixmap.fromImage(covered).scaledToWidth(
            round(side * ratio), Qt.TransformationMode.SmoothTransformation
        )
        pixmap.setDevicePixelRatio(ratio)
        self._sample.setPixmap(pixmap)

    @Slot()
    def _on_forget(self) -> None:
        self._window.looking.forget()
        self.refresh()


def _drawn() -> QImage:
    """A street under a sky, to try the cover on."""
    image = QImage(480, 320, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 220)
    sky.setColorAt(0, QColor("#3f74b5"))
    sky.setColorAt(1, QColor("#e8d9b8"))
    painter.fillRect(image.rect(), sky)
    painter.fillRect(QRect(0, 220, 480, 100), QColor("#8a7a63"))
    for left, top, width, color in ((20, 90, 110, "#b9a68a"), (150, 130, 90, "#8f5b47"), (300, 60, 150, "#cfc3ad")):
        painter.fillRect(QRect(left, top, width, 240 - top), QColor(color))
        for x in range(left + 12, left + width - 16, 28):
            for y in range(top + 14, 216, 34):
                painter.fillRect(QRect(x, y, 12, 18), QColor("#2b2f36"))
    painter.end()
    return image
