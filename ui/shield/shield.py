"""The shield: what a covered picture looks like, and whether a person is holding it open."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QWidget

COVER_CELLS = 12
"""Cells along the longer side of a cover: too few for a face or a wound, enough to tell one picture from another."""
FEWEST_CELLS, MOST_CELLS = 6, 16
_COVER_SIDE = 192


@dataclass(frozen=True, slots=True)
class ShieldLook:
    """How covers look and sound, as the person has set it; no setting lets detail through."""

    cells: int = COVER_CELLS
    """Cells along the longer side; what is given beyond 6 to 16 becomes the nearest of these."""
    grey: bool = True
    sound: bool = False
    """Whether a covered video may be heard where its sound was asked for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", min(max(int(self.cells), FEWEST_CELLS), MOST_CELLS))


def cover(image: QImage, look: ShieldLook = ShieldLook()) -> QImage:
    """A small picture that keeps nothing of `image` finer than a twelfth of its longer side, or what `look` says.

    The detail is gone from the result, not hidden in it, so it can be painted, enlarged and copied.
    """
    if image.isNull():
        return image
    smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    shape = image.size()
    format = QImage.Format.Format_Grayscale8 if look.grey else QImage.Format.Format_RGB32
    few = image.scaled(look.cells, look.cells, keep, smooth).convertToFormat(format)
    target = shape.scaled(_COVER_SIDE, _COVER_SIDE, keep).expandedTo(QSize(1, 1))
    while few.width() * 2 < target.width() and few.height() * 2 < target.height():
        few = few.scaled(few.size() * 2, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return few.scaled(target, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


_PARTLY = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
"""Either, held with Space: input methods take one or the other for themselves."""
_REPEAT_MS = 40
_PARTS = "uncovers parts"
_PARTLY_KEYS = (Qt.Key.Key_Control, Qt.Key.Key_Shift)


class Shield(QObject):
    """Covers everything until Space is held, and again as soon as it is released or attention goes elsewhere.

    A surface that was watched with `parts` uncovers a part alone while Ctrl+Space or Shift+Space is held.
    """

    changed = Signal(bool)
    parted = Signal(bool)
    """`peeking` is another surface now, or none."""
    closed = Signal()
    """Nothing that is covered may be seen any more, as a whole or in part; comes before the two above."""
    restyled = Signal(ShieldLook)
    """Covers are to look otherwise from now on; those that were made before are stale."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looking = False
        self._style = ShieldLook()
        self._peeking: QWidget | None = None
        self._held = False
        """Space is down, whether or not anything is open because of it."""
        # X11 repeats a held key as releases and presses, and Qt does not always know them for what they are.
        patience = _REPEAT_MS if QGuiApplication.platformName() == "xcb" else 0
        self._releasing = QTimer(self, interval=patience, singleShot=True)
        self._releasing.timeout.connect(self.let_go)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)

    @property
    def looking(self) -> bool:
        return self._looking

    @property
    def peeking(self) -> QWidget | None:
        """The one surface that may uncover a part of its picture now."""
        return self._peeking

    @property
    def style(self) -> ShieldLook:
        """How covers look now."""
        return self._style

    def set_style(self, style: ShieldLook) -> None:
        """Let all covers look like this, those on show too."""
        if style != self._style:
            self._style = style
            self.cover()
            self.restyled.emit(style)

    @Slot()
    def look(self) -> None:
        self._peek(None)
        if not self._looking:
            self._looking = True
            self.changed.emit(True)

    @Slot()
    def cover(self) -> None:
        self._peek(None)
        if self._looking:
            self._looking = False
            self.closed.emit()
            self.changed.emit(False)

    def watch(self, surface: QWidget, *, parts: bool = False) -> None:
        """Let Space, held while `surface` has the keyboard, open the shield."""
        surface.installEventFilter(self)
        surface.setProperty(_PARTS, parts)

    def _peek(self, surface: QWidget | None) -> None:
        if surface is not self._peeking:
            self._peeking = surface
            if surface is None:
                self.closed.emit()
            self.parted.emit(surface is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space and kind == QEvent.Type.KeyPress:
                return self._pressed(watched, event)
            if event.key() == Qt.Key.Key_Space:
                if not event.isAutoRepeat():
                    self._releasing.start() if self._releasing.interval() else self.let_go()
                return event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() in _PARTLY_KEYS and kind == QEvent.Type.KeyRelease:
                self._peek(None)
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.let_go()
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        """Space went down, or repeats itself, which never opens anything."""
        partly = event.modifiers() in _PARTLY and bool(watched.property(_PARTS))
        if not partly and event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        self._releasing.stop()
        if event.isAutoRepeat() or self._held:
            return True
        self._held = True
        if not partly:
            self.look()
        elif not self._looking and isinstance(watched, QWidget):
            self._peek(watched)
        return True

    @Slot()
    def let_go(self) -> None:
        """Cover, and take Space to be up: what comes next may not hear of its release."""
        self._releasing.stop()
        self._held = False
        self.cover()

    @Slot(Qt.ApplicationState)
    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.cover()
