"""The buttons under a video, and what they say of it."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui import marks, theme, words
from ui.parts import Line, label, mark_button, tip
from ui.viewer.clock import Loop
from ui.viewer.player import Player


def pause(painter: QPainter, box: QRectF) -> None:
    for x in (0.3, 0.7):
        _line(painter, box, (x, 0.12), (x, 0.88))


def back(painter: QPainter, box: QRectF) -> None:
    _mirrored(painter, box, marks.play)


def frame_on(painter: QPainter, box: QRectF) -> None:
    marks.play(painter, box.adjusted(0, box.height() * 0.15, -box.width() * 0.3, -box.height() * 0.15))
    _line(painter, box, (0.88, 0.15), (0.88, 0.85))


def frame_back(painter: QPainter, box: QRectF) -> None:
    _mirrored(painter, box, frame_on)


def sound(painter: QPainter, box: QRectF) -> None:
    _horn(painter, box)
    for share in (0.5, 0.85):
        side = box.width() * share
        painter.setBrush(Qt.BrushStyle.NoBrush)
        arc = QRectF(0, 0, side, side)
        arc.moveCenter(QPointF(box.x() + box.width() * 0.45, box.center().y()))
        painter.drawArc(arc, -45 * 16, 90 * 16)


def silence(painter: QPainter, box: QRectF) -> None:
    _horn(painter, box)
    _line(painter, box, (0.65, 0.35), (0.95, 0.65))
    _line(painter, box, (0.65, 0.65), (0.95, 0.35))


def flag(painter: QPainter, box: QRectF) -> None:
    _line(painter, box, (0.2, 0.05), (0.2, 0.95))
    painter.setBrush(painter.pen().color())
    path = QPainterPath(_point(box, 0.2, 0.08))
    for x, y in ((0.9, 0.3), (0.2, 0.55)):
        path.lineTo(_point(box, x, y))
    painter.drawPath(path)


def keep(painter: QPainter, box: QRectF) -> None:
    painter.drawRect(QRectF(_point(box, 0.05, 0.2), _point(box, 0.95, 0.9)))
    painter.drawEllipse(_point(box, 0.5, 0.55), box.width() * 0.17, box.height() * 0.17)
    _line(painter, box, (0.35, 0.1), (0.65, 0.1))


def _horn(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(painter.pen().color())
    path = QPainterPath(_point(box, 0.05, 0.36))
    for x, y in ((0.2, 0.36), (0.45, 0.12), (0.45, 0.88), (0.2, 0.64), (0.05, 0.64), (0.05, 0.36)):
        path.lineTo(_point(box, x, y))
    painter.drawPath(path)


def _point(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def _line(painter: QPainter, box: QRectF, one: tuple[float, float], other: tuple[float, float]) -> None:
    painter.drawLine(_point(box, *one), _point(box, *other))


def _mirrored(painter: QPainter, box: QRectF, shape: marks.Shape) -> None:
    painter.save()
    painter.translate(2 * box.center().x(), 0)
    painter.scale(-1, 1)
    shape(painter, box)
    painter.restore()


class Transport(QWidget):
    """Buttons and facts from left to right in every language, as on any player."""

    wanted = Signal(str)
    """The name of an action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._icons = {shape: marks.icon(shape, theme.TEXT) for shape in (pause, marks.play, sound, silence)}
        for name, shape, text in (
            ("frame_back", frame_back, self.tr("Frame back  ,")),
            ("play_back", back, self.tr("Play backwards, again: faster  J")),
        ):
            row.addWidget(self._button(name, shape, text))
        self._play = self._button("play", marks.play, self.tr("Play  K"))
        row.addWidget(self._play)
        for name, shape, text in (
            ("play_on", _twice, self.tr("Play on, again: faster  L")),
            ("frame_on", frame_on, self.tr("Frame on  .")),
        ):
            row.addWidget(self._button(name, shape, text))
        self._time = label()
        self._time.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._time.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addSpacing(6)
        row.addWidget(self._time)
        self._number = Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        # It gives way before the times do.
        self._number.setMinimumWidth(1)
        self._number.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addSpacing(8)
        row.addWidget(self._number, 1)
        self._loop = Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        self._loop.hide()
        self._loop.setMinimumWidth(1)
        self._loop.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._loop, 1)
        row.addSpacing(8)
        self._speed = label()
        self._speed.setToolTip(tip(self.tr("Speed: < slower, > faster")))
        row.addWidget(self._speed)
        self._sound = self._button("sound", silence, self.tr("Sound  A"))
        self._sound.setCheckable(True)
        row.addWidget(self._sound)
        self._marker = self._button("marker", flag, self.tr("Marker with a note  M"))
        row.addWidget(self._marker)
        self._keep = self._button("keep", keep, self.tr("Keep this frame  S"))
        row.addWidget(self._keep)

    def _button(self, name: str, shape: marks.Shape, text: str) -> QToolButton:
        button = mark_button(shape, text)
        button.setProperty("tight", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the picture
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def allow(self, *, writable: bool) -> None:
        """Let markers be set and frames kept only where the case can be changed."""
        self._marker.setEnabled(writable)
        self._keep.setEnabled(writable)

    def show_state(self, player: Player) -> None:
        """Say how it plays."""
        playing = bool(player.speed)
        self._play.setIcon(self._icons[pause if playing else marks.play])
        name = self.tr("Pause  K") if playing else self.tr("Play  K")
        if self._play.accessibleName() != name:
            self._play.setAccessibleName(name)
            self._play.setToolTip(tip(name))
        speed = words.factor(player.speed or player.chosen)
        self._speed.setText(
            self.tr("{speed}× backwards").format(speed=words.factor(-player.speed))
            if player.speed < 0
            else self.tr("{speed}×").format(speed=speed)
        )
        self._show_sound(player)
        self._show_loop(player.loop)

    def _show_sound(self, player: Player) -> None:
        self._sound.setChecked(player.heard)
        self._sound.setIcon(self._icons[sound if player.heard else silence])
        without = player.facts is not None and not player.facts.sound
        if without and player.facts is not None and player.facts.unheard:
            said = self.tr("The sound of this video can't be read")
        elif without:
            said = self.tr("This video has no sound")
        elif player.heard and player.speed and not player.audible:
            said = self.tr("Sound is on, but silent at this speed or while covered  A")
        else:
            said = self.tr("Sound is on  A") if player.heard else self.tr("Sound is off  A")
        self._sound.setEnabled(not without)
        if self._sound.accessibleName() != said:
            self._sound.setAccessibleName(said)
            self._sound.setToolTip(tip(said))

    def _show_loop(self, loop: Loop) -> None:
        self._loop.setVisible(loop.there)
        if not loop.there:
            return
        began = words.clock(loop.began or 0.0, exact=True)
        ended = words.clock(loop.ended, exact=True) if loop.ended is not None else self.tr("end")
        self._loop.set_whole(self.tr("[ {began} – {ended} ]").format(began=began, ended=ended))

    def show_time(self, seconds: float, duration: float | None, number: str) -> None:
        """Say the exact time of the frame on show and, as far as it is known, its number."""
        whole = words.clock(duration, exact=True) if duration is not None else "?"
        self._time.setText(self.tr("{time} of {whole}").format(time=words.clock(seconds, exact=True), whole=whole))
        if self._number.accessibleName() != number:
            self._number.set_whole(number)


def _twice(painter: QPainter, box: QRectF) -> None:
    for x in (0.0, 0.45):
        part = QRectF(_point(box, x, 0.15), _point(box, x + 0.55, 0.85))
        marks.play(painter, part)
