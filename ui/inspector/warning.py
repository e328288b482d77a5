"""The panel of the graphic-content warning: five levels, and what there is to see."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator import vocabulary
from annotator.hashlist import How
from annotator.model import Change, Level
from ui import words
from ui.actions import LEVEL_KEYS
from ui.inspector.shown import Shown
from ui.parts import label, tip

_MOST_CUES = 6


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
        self._columns = 0
        self._boxes = QGridLayout()
        self._boxes.setVerticalSpacing(2)
        column.addLayout(self._boxes)
        for term in vocabulary.load("warning-content").terms:
            box = QCheckBox(words.term("warning-content", term.code))
            box.setToolTip(tip(words.definition("warning-content", term.code)))
            box.clicked.connect(lambda _checked, code=term.code: self._tick(code))
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._contents[term.code] = box
        self._tally = label(role="quiet", wrap=True)
        column.addWidget(self._tally)
        self._hint = label(wrap=True)
        column.addWidget(self._hint)
        self._accept = QPushButton()
        self._accept.setAccessibleName(self.tr("Set the suggested warning"))
        self._accept.clicked.connect(self.accept)
        column.addWidget(self._accept)
        self._offered: Change | None = None

    def show_items(self, shown: Shown) -> None:
        level = shown.common(lambda item: item.warning.level)
        for each, button in self._levels.items():
            button.setChecked(each == level)
            button.setEnabled(shown.writable and len(shown.numbers) > 0)
        tally, total = shown.tally(lambda item: item.warning.content), len(shown.items)
        bears = shown.writable and bool(shown.items) and level != Level.NONE
        for code, box in self._contents.items():
            with QSignalBlocker(box):
                part = 0 < tally[code] < total
                box.setTristate(part)
                state = Qt.CheckState.Checked if tally[code] else Qt.CheckState.Unchecked
                box.setCheckState(Qt.CheckState.PartiallyChecked if part else state)
                box.setEnabled(bears)
                box.setText(
                    self.tr("{name} ({count} of {total})").format(
                        name=words.term("warning-content", code), count=words.number(tally[code]),
                        total=words.number(total),
                    ) if part else words.term("warning-content", code)
                )  # fmt: skip
        self._lay_boxes()
        levels = Counter(item.warning.level for item in shown.items)
        self._tally.setText(
            words.tr(" · ").join(
                self.tr("{name} ({count} of {total})").format(
                    name=words.level(each), count=words.number(levels[each]), total=words.number(total)
                )
                for each in Level
                if levels[each]
            )
        )
        self._tally.setVisible(len(levels) > 1)
        self._suggest(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._lay_boxes()

    def _lay_boxes(self) -> None:
        """What there is to see in two columns, or in one where the words need its room."""
        widest = max(box.sizeHint().width() for box in self._contents.values())
        columns = 2 if 2 * widest + self._boxes.horizontalSpacing() <= self.width() else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, box in enumerate(self._contents.values()):
            self._boxes.addWidget(box, place // columns, place % columns)
        self._boxes.setColumnStretch(0, 1)
        self._boxes.setColumnStretch(1, columns - 1)

    def _suggest(self, shown: Shown) -> None:
        """Offer what words or copies of an item that nobody has assessed say of it; it is never set unasked."""
        self._offered, said, accept = None, "", ""
        item = shown.items[0] if len(shown.items) == 1 else None
        if item is not None and item.warning.level is Level.UNASSESSED:
            assessed = [copy for copy in shown.copies if copy.warning.level is not Level.UNASSESSED]
            worst = max(assessed, key=lambda copy: list(Level).index(copy.warning.level), default=None)
            if worst is not None:
                what = words.warning(worst.warning)
                said = self.tr("Its copy, item {number}, has the warning {warning}.").format(
                    number=words.number(worst.item), warning=words.isolated(what)
                )
                accept = self.tr("Give it the same warning  (W)")
                self._offered = Change(level=worst.warning.level, add_content=worst.warning.content)
            elif listed := next((hit for hit in shown.detail.known if hit.graphic) if shown.detail else iter(()), None):
                said = (
                    self.tr("It is in the list {name}, which is said to be of graphic pictures.")
                    if listed.how is How.SAME_FILE
                    else self.tr("It is possibly in the list {name}, which is said to be of graphic pictures.")
                ).format(name=words.isolated(listed.name))
                accept = self.tr("Set the warning to graphic  (W)")
                self._offered = Change(level=Level.GRAPHIC)
            elif shown.cues:
                named = [
                    self.tr("“{cue}” ({where})").format(cue=words.isolated(cue), where=words.isolated(_where(where)))
                    for cue, where in shown.cues[:_MOST_CUES]
                ]
                said = self.tr("Cue words: {cues}").format(cues=words.tr(", ").join(named))
                accept = self.tr("Set the warning to graphic  (W)")
                self._offered = Change(level=Level.GRAPHIC, add_content=_content(cue for cue, _ in shown.cues))
        self._hint.setText(said)
        self._hint.setVisible(bool(said))
        self._accept.setText(accept)
        self._accept.setVisible(bool(said))
        self._accept.setEnabled(shown.writable)

    @Slot()
    def accept(self) -> None:
        """Do what is suggested, if anything is."""
        if self._offered is not None and self._accept.isEnabled():
            self.asked.emit(self._offered)

    def _choose(self, level: Level) -> None:
        for each, button in self._levels.items():
            button.setChecked(each is level)
        self.asked.emit(Change(level=level))

    def _tick(self, code: str) -> None:
        box = self._contents[code]
        on = box.checkState() != Qt.CheckState.Unchecked
        self.asked.emit(Change(add_content=(code,)) if on else Change(remove_content=(code,)))


def _where(where: str) -> str:
    """Where a cue word stands, in words; a metadata tag by its own name."""
    return {"name": words.tr("file name"), "path": words.tr("path")}.get(where, where)


def _content(cues: Iterable[str]) -> tuple[str, ...]:
    """What there is to see where cue words say it without a doubt."""
    joined = " ".join(cues)
    return tuple(term for term, sign in (("dead-body", "dead bod"), ("dead-body", "جث")) if sign in joined)[:1]
