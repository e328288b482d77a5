"""One sentence at a time above the desk: what happened, and what to do; details only for who asks."""

import logging
import traceback
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from annotator.errors import (
    AlreadyThere,
    BadValue,
    EvidenceError,
    NotAssigned,
    NothingSelected,
    NothingToDrawOn,
    ReviewClosed,
    ReviewOpen,
    SampledFrame,
)
from ui import failures, marks, words
from ui.parts import label, mark_button

_QUIET_MS = 8000
_NO_CALAMITY = (
    AlreadyThere, BadValue, NotAssigned, NothingSelected, NothingToDrawOn, ReviewClosed, ReviewOpen,
    SampledFrame,
)  # fmt: skip
"""What a person asked for and can't have; nothing is broken."""
_log = logging.getLogger(__name__)


class Notices(QFrame):
    """Never in the way: no dialog, no sound. What went wrong stays until it is closed or replaced; what is to stay, or
    offers something to do, comes back when what came over it has passed."""

    left = Signal()
    """It is gone, and had the keyboard, which would go to whatever comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act, self._other = QPushButton(), QPushButton()
        for button in (self._act, self._other):
            button.hide()
        self._more = QPushButton(self.tr("Details"))
        self._more.setCheckable(True)
        for button in (self._act, self._other, self._more):
            button.setAutoDefault(True)  # Enter presses it too
        self._more.toggled.connect(self._on_more)
        close = mark_button(marks.cross, self.tr("Close this message"))
        close.clicked.connect(self._leave)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        begins = self._details.document().defaultTextOption()
        # Not as the first letter of each line would have it.
        begins.setTextDirection(self.layoutDirection())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            begins.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._details.document().setDefaultTextOption(begins)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setFixedHeight(self.fontMetrics().height() * 9)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._other)
        row.addWidget(self._more)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addLayout(row)
        column.addWidget(self._details)
        self._fading = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._fading.timeout.connect(self._leave)
        self._actions: tuple[tuple[str, Callable[[], object]] | None, ...] = (None, None)
        self._stays = False
        self._again: Callable[[], None] | None = None
        self._under: Callable[[], None] | None = None
        self._act.clicked.connect(lambda: self._on_act(0))
        self._other.clicked.connect(lambda: self._on_act(1))
        self.hide()

    @property
    def sentence(self) -> str:
        """What stands there now."""
        return "" if self.isHidden() else self.accessibleName()

    def say(
        self,
        sentence: str,
        *,
        details: str = "",
        grave: bool = False,
        stays: bool = False,
        action: tuple[str, Callable[[], object]] | None = None,
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a sentence, with up to two things to do; one that is neither grave nor to stay goes by itself."""
        stays = grave or stays or bool(details) or action is not None
        if not self.isHidden() and self._stays and (not stays or (self._actions[0] is not None and action is None)):
            self._under = self._again
        elif stays:
            self._under = None
        self._again = lambda: self.say(sentence, details=details, grave=grave, stays=stays, action=action, other=other)
        self._stays = stays
        self._text.setText(words.line(sentence))
        self.setAccessibleName(sentence)
        self._details.setPlainText(details)
        self._more.setVisible(bool(details))
        self._more.setChecked(False)
        self._details.hide()
        self._actions = (action, other)
        for button, choice in ((self._act, action), (self._other, other)):
            button.setVisible(choice is not None)
            if choice is not None:
                button.setText(choice[0])
        self.setProperty("grave", grave)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        if stays:
            self._fading.stop()
        else:
            self._fading.start()

    def forget(self) -> None:
        """Let nothing come back of what was said before."""
        self._under = None

    def clear(self) -> None:
        """Say nothing any more."""
        self.forget()
        self._leave()

    @Slot()
    def _leave(self) -> None:
        """Hide it, and show again what it came over."""
        focus = self.window().focusWidget()
        self.hide()
        if focus is not None and self.isAncestorOf(focus):
            self.left.emit()
        under, self._under = self._under, None
        if under is not None:
            under()

    @Slot(object)
    def failed(self, error: BaseException) -> None:
        """Say what went wrong: an EvidenceError's own sentence, or that this is a fault of the program.

        What is no calamity does not look like one."""
        if isinstance(error, EvidenceError):
            self.say(failures.sentence(error), grave=not isinstance(error, _NO_CALAMITY), stays=True)
            return
        details = "".join(traceback.format_exception(error))
        _log.error("%s", details)
        self.say(
            self.tr("Something went wrong in the program itself. What was saved before is safe."),
            details=details,
            grave=True,
        )

    @Slot(bool)
    def _on_more(self, shown: bool) -> None:
        self._details.setVisible(shown)

    def _on_act(self, which: int) -> None:
        chosen = self._actions[which]
        self._leave()
        if chosen is not None:
            chosen[1]()
