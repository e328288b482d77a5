"""The panel of free tags."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model import Change
from ui.inspector.chips import Chips
from ui.inspector.naming import Chosen
from ui.inspector.shown import Shown, asking


class TagPanel(QWidget):
    """Any word can be a tag; those in use are offered."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = Chips(self.tr("Tags"), self.tr("A tag, then Enter  (T)"))
        self._chips.added.connect(self._add)
        self._chips.removed.connect(lambda tag: self.asked.emit(Change(remove_tags=(tag,))))
        self._chips.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chips)
        self.line = self._chips.line

    def set_known(self, tags: Mapping[str, int | None]) -> None:
        self._chips.set_known(tags)

    def show_items(self, shown: Shown) -> None:
        total = len(shown.items) or len(shown.numbers)
        self._chips.show_names(shown.tally(lambda item: item.tags), total, writable=shown.annotatable)

    def _add(self, chosen: Chosen) -> None:
        self.asked.emit(asking(Change(add_tags=(chosen.name,)), copies=chosen.copies))
