"""Files that are dropped on a window, wherever on it: the fields for text would take their addresses for words."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_KINDS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Drops(QObject):
    """Takes files before the widgets do, and leaves all else to them."""

    dropped = Signal(object)
    """Their paths."""

    def watch(self, window: QWidget) -> None:
        """Take what is dropped on this window, which is on the screen."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # once, however often it is asked for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() not in _KINDS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # The program that the files come from waits for this event to return: ask afterwards.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))
        return True
