"""Python's search for objects that only hold each other, in the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 100


class Collector(QObject):
    """Searches in Python's own rhythm, but at moments when the window's thread is between two events.

    Python searches in whichever thread just asked for memory: a window that was closed would end piece by piece in a
    thread that reads the case, while Qt's thread still works with it.
    """

    def __init__(self, parent: QObject) -> None:
        """From now on until the process ends; what there is already is looked at no more."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # modules and their functions stay: without them a whole search is short
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self._search)
        timer.start()

    @Slot()
    def _search(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
