"""The sheet on which somebody answers about an item, or says what is final."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator import vocabulary
from annotator.answers import Answer
from annotator.model import ContentWarning, Level, Status
from ui import words
from ui.actions import LEVEL_KEYS
from ui.inspector.chips import Chips
from ui.inspector.typed import TypedChoice
from ui.parts import label, tip

_LEVELS = (Level.NONE, Level.MILD, Level.GRAPHIC, Level.EXTREME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands on a sheet that was not handed in."""

    level: Level | None = None
    content: frozenset[str] = frozenset()
    status: Status | None = None
    incidents: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    text: str = ""


class AnswerForm(QWidget):
    """Nothing is chosen beforehand: an answer is given, not left standing."""

    given = Signal(object, str)
    """An `Answer`, and what stands in the text."""
    left = Signal()

    def __init__(self, *, text: str, give: str, text_needed: bool = False, parent: QWidget | None = None) -> None:
        """`text` is what the free text is for, `give` what the button says."""
        super().__init__(parent)
        self._text_needed = text_needed
        self._incidents: list[str] = []
        self._places: list[str] = []
        self._begun_with = Draft()
        self._levels: dict[Level, QPushButton] = {}
        levels = QGridLayout()
        for place, level in enumerate(_LEVELS):
            button = QPushButton(f"{LEVEL_KEYS[level]}  {words.level(level)}")
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Warning: {level}").format(level=words.level(level)))
            button.setToolTip(tip(words.definition("warning-level", level)))
            button.clicked.connect(lambda _on, level=level: self.set_level(level))
            levels.addWidget(button, place // 2, place % 2)
            self._levels[level] = button
        self._contents: dict[str, QCheckBox] = {}
        contents = QGridLayout()
        contents.setVerticalSpacing(2)
        for place, term in enumerate(vocabulary.load("warning-content").terms):
            box = QCheckBox(words.term("warning-content", term.code))
            box.setToolTip(tip(words.definition("warning-content", term.code)))
            contents.addWidget(box, place // 2, place % 2)
            self._contents[term.code] = box
        self.status = TypedChoice()
        self.status.setAccessibleName(self.tr("Verification status"))
        self.status.setPlaceholderText(self.tr("choose"))
        for status in Status:
            if status is not Status.UNREVIEWED:
                self.status.addItem(words.term("status", status), status)
        self.status.currentIndexChanged.connect(self._on_changed)
        self.status.done.connect(self.left)
        self.status.installEventFilter(self)  # it would search its list for a digit
        make_first = self.tr("There is no “{name}” in this case yet: make it on the page Annotate first.")
        self.incidents = Chips(
            self.tr("Incident"), self.tr("Name of an incident, then Enter"), new_needs_making=make_first
        )
        self.places = Chips(self.tr("Place"), self.tr("Name of a place, then Enter"), new_needs_making=make_first)
        for chips, names in ((self.incidents, self._incidents), (self.places, self._places)):
            chips.added.connect(lambda chosen, names=names: None if chosen.new else self._add(names, chosen.name))
            chips.removed.connect(lambda name, names=names: self._take_away(names, name))
            chips.left.connect(self.left)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(text)
        self.text.setPlaceholderText(text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().height() * 4)
        self.text.textChanged.connect(self._on_changed)
        self._give = QPushButton(give)
        self._give.setShortcut("Ctrl+Shift+Return")
        self._give.setToolTip(tip("Ctrl+Shift+Enter"))
        self._give.clicked.connect(self._on_give)
        needed = (
            self.tr("A level, a status and a reason are needed.")
            if text_needed
            else self.tr("A level and a status are needed.")
        )
        self._needed = label(needed, role="quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("Warning"), role="section"))
        column.addLayout(levels)
        column.addLayout(contents)
        column.addWidget(label(self.tr("Status"), role="section"))
        for part in (self.status, self.incidents, self.places, self.text, self._give, self._needed):
            column.addWidget(part)
        self.show_answer(None)

    def set_known(self, incidents: Sequence[str], places: Sequence[str]) -> None:
        """Names to offer."""
        self.incidents.set_known(dict.fromkeys(incidents))
        self.places.set_known(dict.fromkeys(places))

    def show_answer(self, answer: Answer | None, text: str = "") -> None:
        """Begin with this answer, or with none."""
        if answer is None:
            self.show_draft(Draft(text=text))
        else:
            level, content = answer.warning.level, frozenset(answer.warning.content)
            names = {"incidents": answer.incidents, "places": answer.places}
            self.show_draft(Draft(level=level, content=content, status=answer.status, text=text, **names))
        self._begun_with = self.draft

    @property
    def draft(self) -> Draft:
        """What stands here now."""
        status = self.status.currentData()
        return Draft(
            level=self._level,
            content=frozenset(code for code, box in self._contents.items() if box.isChecked()),
            status=None if status is None else Status(status),
            incidents=tuple(self._incidents),
            places=tuple(self._places),
            text=self.text.toPlainText(),
        )

    @property
    def touched(self) -> bool:
        """Whether somebody has said something here that was not handed in."""
        return self.draft != self._begun_with

    def show_draft(self, draft: Draft) -> None:
        """Go on from what stood here."""
        for each, button in self._levels.items():
            button.setChecked(each is draft.level)
        self._on_changed()  # what can be seen can be chosen from now on
        for code, box in self._contents.items():
            box.setChecked(code in draft.content)
        self.status.setCurrentIndex(-1 if draft.status is None else self.status.findData(draft.status))
        self._incidents[:] = draft.incidents
        self._places[:] = draft.places
        self.text.setPlainText(draft.text)
        self._on_changed()

    def set_level(self, level: Level) -> None:
        """Choose a level, as its key does."""
        for each, button in self._levels.items():
            button.setChecked(each is level)
        self._on_changed()

    def event(self, event: QEvent) -> bool:
        """A digit is a level here, and not the warning of the items that are selected."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _level(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _level(event) is not None:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        level = _level(event)
        if level is not None:
            self.set_level(level)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, names: list[str], name: str) -> None:
        if name not in names:
            names.append(name)
        self._on_changed()

    def _take_away(self, names: list[str], name: str) -> None:
        names.remove(name)
        self._on_changed()

    @property
    def _level(self) -> Level | None:
        return next((level for level, button in self._levels.items() if button.isChecked()), None)

    @Slot()
    def _on_changed(self) -> None:
        level = self._level
        for box in self._contents.values():
            box.setEnabled(level not in (None, Level.NONE))
            if not box.isEnabled():
                box.setChecked(False)
        self.incidents.show_names(Counter(self._incidents), 1, writable=True)
        self.places.show_names(Counter(self._places), 1, writable=True)
        text = not self._text_needed or bool(self.text.toPlainText().strip())
        ready = level is not None and self.status.currentIndex() >= 0 and text
        self._give.setEnabled(ready)
        self._needed.setHidden(ready)

    @Slot()
    def _on_give(self) -> None:
        level = self._level
        if level is None:
            return
        text = self.text.toPlainText().strip()
        answer = Answer(
            warning=ContentWarning(
                level=level, content=tuple(sorted(code for code, box in self._contents.items() if box.isChecked()))
            ),
            status=Status(self.status.currentData()),
            incidents=tuple(sorted(self._incidents)),
            places=tuple(sorted(self._places)),
            note="" if self._text_needed else text,
        )
        self.given.emit(answer, text)


def _level(event: QKeyEvent) -> Level | None:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return next((level for level in _LEVELS if LEVEL_KEYS[level] == event.text()), None)
