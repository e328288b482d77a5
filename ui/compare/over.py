"""Two aligned pictures in one place: blinking, laid over each other, or their difference, with what sets them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from annotator.model import Item
from ui import words
from ui.compare.blend import AMPLIFIED, Mode, Pictures, Settings, blended
from ui.parts import label
from ui.shield.shield import Shield, ShieldLook, cover
from ui.viewer.canvas import Canvas

_SLOWEST, _QUICKEST = 2.0, 0.4
"""Seconds for which a picture stays; more than three flashes a second are unsafe for some people (WCAG 2.3.1)."""


class Over(QWidget):
    """What derives from both pictures is covered as soon as one of them is, until the shield is held open. Then it is
    asked for again with `wanted`: what was under the shield is forgotten when it closes."""

    wanted = Signal()

    def __init__(self, shield: Shield, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shield = shield
        self._mode, self._settings = Mode.OVERLAY, Settings()
        self._pictures: Pictures | None = None
        self._cover = QImage()
        self._any_covered = False
        self._second = False
        self._held = False
        self.canvas = Canvas(shield)
        self.canvas.setAccessibleName(self.tr("Both pictures in one"))
        self.canvas.installEventFilter(self)
        self._opacity = _slider(self.tr("Opacity of the second picture"), 0, 100, self._set_opacity)
        self._wipe = _slider(self.tr("Where the second picture begins"), 0, 100, self._set_wipe)
        self._wipe.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the picture lies, which is never mirrored
        self._speed = _slider(self.tr("Speed"), 0, 8, self._set_speed)
        self._amplify = _slider(
            self.tr("How much the difference is amplified"), 0, len(AMPLIFIED) - 1, self._set_amplified
        )
        self._levelled = QCheckBox(self.tr("Level brightness  V"))
        self._levelled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._levelled.toggled.connect(self._set_levelled)
        self._value = label(role="quiet")
        self._rows: dict[Mode, list[QWidget]] = {
            Mode.OVERLAY: [
                label(self.tr("Opacity [ ]"), role="quiet"), self._opacity,
                label(self.tr("Curtain < >"), role="quiet"), self._wipe,
            ],
            Mode.BLINK: [
                label(self.tr("Speed [ ]"), role="quiet"), self._speed,
                label(self.tr("Hold Enter: the other one"), role="quiet"),
            ],
            Mode.DIFFERENCE: [label(self.tr("Amplified [ ]"), role="quiet"), self._amplify, self._levelled],
        }  # fmt: skip
        row = QHBoxLayout()
        row.setContentsMargins(8, 2, 8, 2)
        for part in (part for parts in self._rows.values() for part in parts[:2]):
            row.addWidget(part, 1 if isinstance(part, QSlider) else 0)
        row.addWidget(self._value)  # beside what it is the value of, and as wide whatever it says
        self._value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %"))
        for part in (part for parts in self._rows.values() for part in parts[2:]):
            row.addWidget(part, 1 if isinstance(part, QSlider) else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn_over)
        shield.changed.connect(self._on_shield)
        shield.parted.connect(self._on_shield)
        shield.restyled.connect(self._on_restyled)
        self._show_settings()

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def second(self) -> bool:
        """Whether the second of two blinking pictures is on show."""
        return self._second

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._second = self._held = False
        self._show_settings()
        self._run()

    def set_items(self, a: Item, b: Item) -> None:
        """Whose pictures they are, as they read now."""
        before, self._any_covered = self._any_covered, a.covered or b.covered
        self.canvas.set_item(next((item for item in (a, b) if item.covered), a))
        if self._any_covered and not before and not self.canvas.open:
            self._pictures = None
        elif before and not self._any_covered and self._pictures is None:
            self.wanted.emit()
        self._blend()
        self._run()

    def set_pictures(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._make_cover()
        self._blend()
        self._run()

    def say(self, text: str) -> None:
        """Say why there is nothing to see."""
        self.clear()
        self.canvas.set_message(text)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see, not even a cover."""
        return self._pictures is None and self._cover.isNull()

    @property
    def bare_pictures(self) -> int:
        """How many pictures are kept that nothing covers."""
        return 0 if self._pictures is None else 2

    def clear(self) -> None:
        """Keep no picture."""
        self._timer.stop()
        self._pictures, self._cover = None, QImage()
        self.canvas.set_message("")

    def more(self, by: int) -> None:
        """More or less of what the view has one of: opacity, speed, amplification."""
        if self._mode is not Mode.BESIDE:
            target = {Mode.OVERLAY: self._opacity, Mode.BLINK: self._speed, Mode.DIFFERENCE: self._amplify}[self._mode]
            target.setValue(target.value() + by * (10 if target is self._opacity else 1))

    def wipe(self, by: int) -> None:
        """Draw the curtain to the right or to the left."""
        self._wipe.setValue(self._wipe.value() + 5 * by)

    def level(self) -> None:
        self._levelled.toggle()

    def hold(self, held: bool) -> None:
        """Show the second picture as long as somebody holds a key, and blink no more by itself."""
        self._held, self._second = True, held
        self._timer.stop()
        self._blend()

    # --- settings

    @Slot(int)
    def _set_opacity(self, value: int) -> None:
        self._set(replace(self._settings, opacity=value / 100))

    @Slot(int)
    def _set_wipe(self, value: int) -> None:
        self._set(replace(self._settings, wipe=value / 100))

    @Slot(int)
    def _set_speed(self, value: int) -> None:
        self._held = False
        self._set(replace(self._settings, seconds=round(_SLOWEST - value * (_SLOWEST - _QUICKEST) / 8, 2)))
        self._run()

    @Slot(int)
    def _set_amplified(self, value: int) -> None:
        self._set(replace(self._settings, amplified=AMPLIFIED[value]))

    @Slot(bool)
    def _set_levelled(self, on: bool) -> None:
        self._set(replace(self._settings, levelled=on))

    def _set(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._say_value()
            self._blend()

    def _show_settings(self) -> None:
        settings = self._settings
        self._opacity.setValue(round(settings.opacity * 100))
        self._wipe.setValue(round(settings.wipe * 100))
        self._speed.setValue(round((_SLOWEST - settings.seconds) * 8 / (_SLOWEST - _QUICKEST)))
        self._amplify.setValue(AMPLIFIED.index(settings.amplified))
        for mode, parts in self._rows.items():
            for part in parts:
                part.setVisible(mode is self._mode)
        self._say_value()

    def _say_value(self) -> None:
        settings = self._settings
        said = {
            Mode.OVERLAY: self.tr("{share} %").format(share=words.number(round(settings.opacity * 100))),
            Mode.BLINK: self.tr("{seconds} s").format(seconds=f"{settings.seconds:.1f}"),
            Mode.DIFFERENCE: self.tr("×{times}").format(times=words.number(settings.amplified)),
        }
        self._value.setText(words.line(said.get(self._mode, "")))

    # --- what is shown

    def _make_cover(self) -> None:
        """One cover for all settings: by trying many, a patient eye could else see more than one cover shows."""
        if self._pictures is not None:
            self._cover = cover(blended(self._pictures, Mode.OVERLAY, Settings(), second=False), self._shield.style)

    def _blend(self) -> None:
        if self._pictures is None:
            return
        image = self._cover
        if self.canvas.open:
            image = blended(self._pictures, self._mode, self._settings, second=self._second)
        self.canvas.set_picture(image, self._cover)

    def _run(self) -> None:
        self._timer.stop()
        if self._mode is Mode.BLINK and self._pictures is not None and self.isVisible() and not self._held:
            self._timer.start(round(self._settings.seconds * 1000))

    @Slot()
    def _turn_over(self) -> None:
        self._second = not self._second
        if self.canvas.open:
            self._blend()

    @Slot(bool)
    def _on_shield(self, opened: bool) -> None:
        if not self._any_covered:
            return
        if not opened:
            self._pictures = None
            self._timer.stop()
        elif self._pictures is not None:
            self._blend()
        elif self.isVisible() and self.canvas.open:
            self.wanted.emit()

    @Slot(ShieldLook)
    def _on_restyled(self, _look: ShieldLook) -> None:
        self._make_cover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl with the wheel sets what the keys set; the wheel alone zooms."""
        if isinstance(event, QWheelEvent) and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.more((event.angleDelta().y() > 0) - (event.angleDelta().y() < 0))
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._timer.stop()


def _slider(name: str, low: int, high: int, changed: Callable[[int], None]) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(low, high)
    slider.setAccessibleName(name)
    slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    slider.valueChanged.connect(changed)
    return slider
