"""The panel of the graphic-content warning: five levels, and what there is to see."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from annotator import vocabulary
from annotator.model import Change, Level
from ui import words
from ui.inspector.shown import Shown
from ui.parts import label, tip

LEVEL_KEYS = {Level.UNASSESSED: "1", Level.NONE: "2", Level.MILD: "3", Level.GRAPHIC: "4", Level.EXTREME: "5"}


class WarningPanel(QWidget):
    """Levels bear their key; content can be ticked once a level says that there is some."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("Warning"), role="section"))
        grid = QGridLayout()
        column.addLayout(grid)
        self._levels: dict[Level, QPushButton] = {}
        for place, (level, key) in enumerate(LEVEL_KEYS.items()):
            button = QPushButton(f"{key}  {words.level(level)}")
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Warning: {level}").format(level=words.level(level)))
            button.setToolTip(tip(words.definition("warning-level", level)))
            button.clicked.connect(lambda _checked, level=level: self._choose(level))
            if level is Level.UNASSESSED:
                grid.addWidget(button, 0, 0, 1, 2)
            else:
                grid.addWidget(button, (place + 1) // 2, (place + 1) % 2)
            self._levels[level] = button
        self._contents: dict[str, QCheckBox] = {}
        boxes = QGridLayout()
        boxes.setVerticalSpacing(2)
        column.addLayout(boxes)
        for place, term in enumerate(vocabulary.load("warning-content").terms):
            box = QCheckBox(words.term("warning-content", term.code))
            box.setToolTip(tip(words.definition("warning-content", term.code)))
            box.clicked.connect(lambda _checked, code=term.code: self._tick(code))
            boxes.addWidget(box, place // 2, place % 2)
            self._contents[term.code] = box

    def show_items(self, shown: Shown) -> None:
        level = shown.common(lambda item: item.warning.level)
        for each, button in self._levels.items():
            button.setChecked(each == level)
            button.setEnabled(shown.writable and len(shown.numbers) > 0)
        tally = shown.tally(lambda item: item.warning.content)
        bears = shown.writable and bool(shown.items) and level not in (Level.NONE, None)
        for code, box in self._contents.items():
            with QSignalBlocker(box):
                part = 0 < tally[code] < len(shown.items)
                box.setTristate(part)
                state = Qt.CheckState.Checked if tally[code] else Qt.CheckState.Unchecked
                box.setCheckState(Qt.CheckState.PartiallyChecked if part else state)
                box.setEnabled(bears)

    def _choose(self, level: Level) -> None:
        for each, button in self._levels.items():
            button.setChecked(each is level)
        self.asked.emit(Change(level=level))

    def _tick(self, code: str) -> None:
        box = self._contents[code]
        on = box.checkState() != Qt.CheckState.Unchecked
        self.asked.emit(Change(add_content=(code,)) if on else Change(remove_content=(code,)))
