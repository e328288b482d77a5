"""The bars over and under the compared pictures: where one is, what was found, what can be done."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.copies import Doubt
from annotator.link import Verdict
from ui import words
from ui.compare.blend import Mode
from ui.compare.facts import doubt
from ui.parts import Line, label, tip


def way(text: str, *, checkable: bool = True) -> QPushButton:
    """A button that leaves the keyboard with the pictures; checked ones are bold and need room for it."""
    button = QPushButton(text)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    bold = QFont(button.font())
    bold.setBold(True)
    button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + button.fontMetrics().height() * 2)
    return button


def _kind(data: str) -> Doubt | None:
    return Doubt(data) if data else None


class TopBar(QWidget):
    """The way back, what is compared, and how far one is."""

    def __init__(
        self,
        back: Callable[[], None],
        lock: Callable[[bool], None],
        choose: Callable[[Doubt | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        leave = way(self.tr("Back  G"), checkable=False)
        leave.clicked.connect(lambda: back())
        self._title = Line()
        self._progress = Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        self._doubts = QComboBox()
        self._doubts.setAccessibleName(self.tr("Which undecided links"))
        self._doubts.setToolTip(tip(self.tr("Which undecided links are gone through (D: the next kind)")))
        self._doubts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._doubts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._doubts.activated.connect(lambda row: choose(_kind(self._doubts.itemData(row))))
        self._doubts.hide()
        self._lock = way(self.tr("Views locked  K"))
        self._lock.setChecked(True)
        self._lock.clicked.connect(lock)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 2)
        row.setSpacing(12)
        row.addWidget(leave)
        row.addWidget(self._title, 1)
        row.addWidget(self._doubts)
        row.addWidget(self._progress)
        row.addWidget(self._lock)

    def tell(self, title: str, progress: str) -> None:
        self._title.set_whole(title)
        self._progress.set_whole(progress)

    @property
    def progress(self) -> str:
        return self._progress.accessibleName()

    def show_doubts(self, counts: Mapping[Doubt, int], chosen: Doubt | None) -> None:
        """How many links of each kind wait; nothing where they are not gone through."""
        self._doubts.clear()
        kinds = [kind for kind, count in counts.items() if count]
        for kind in (None, *Doubt):
            count = sum(counts.values()) if kind is None else counts.get(kind, 0)
            if count or kind in (None, chosen):
                text = self.tr("{kind} ({count})").format(kind=doubt(kind), count=words.number(count))
                self._doubts.addItem(text, str(kind or ""))
        self._doubts.setCurrentIndex(self._doubts.findData(str(chosen or "")))
        self._doubts.setVisible(len(kinds) > 1 or chosen is not None)  # of one kind there is nothing to choose
        if not self._doubts.isHidden():
            self._title.set_whole("")  # it says what is compared, in less room

    def next_doubt(self) -> Doubt | None:
        """The kind after the one that is chosen."""
        row = (self._doubts.currentIndex() + 1) % max(1, self._doubts.count())
        return _kind(self._doubts.itemData(row))

    def show_lock(self, on: bool) -> None:
        self._lock.setChecked(on)
        self._lock.setText(self.tr("Views locked  K") if on else self.tr("Views free  K"))


class BottomBar(QWidget):
    """What was found of the pair, the ways to look at it, and the verdict."""

    def __init__(
        self,
        set_mode: Callable[[Mode], None],
        judge: Callable[[Verdict], None],
        go_on: Callable[[], None],
        open_it: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._relation = label(wrap=True)
        self._found = Line(role="quiet", elide=Qt.TextElideMode.ElideRight, lines=2)
        self._reason = Line(role="quiet", elide=Qt.TextElideMode.ElideRight, lines=2)
        self._modes: dict[Mode, QPushButton] = {}
        self._verdicts: dict[Verdict, QPushButton] = {}
        ways, answers = QHBoxLayout(), QHBoxLayout()
        for mode, text in (
            (Mode.BESIDE, self.tr("Side by side")),
            (Mode.BLINK, self.tr("Blink  B")),
            (Mode.OVERLAY, self.tr("Overlay  O")),
            (Mode.DIFFERENCE, self.tr("Difference  X")),
        ):
            button = way(text)
            button.clicked.connect(lambda _on, mode=mode: set_mode(mode))
            ways.addWidget(button)
            self._modes[mode] = button
        ways.addStretch(1)
        leave = way(self.tr("Open this one  S"), checkable=False)
        leave.setToolTip(tip(self.tr("Show the item that has the keyboard alone, footage where it is alike")))
        leave.clicked.connect(lambda: open_it())
        ways.addWidget(leave)
        self._said = label()
        answers.addWidget(self._said, 1)
        for verdict, key in ((Verdict.SAME, "Y"), (Verdict.DIFFERENT, "N"), (Verdict.UNDECIDED, "U")):
            button = way(self.tr("{verdict}  {key}").format(verdict=words.verdict(verdict), key=key))
            button.clicked.connect(lambda _on, verdict=verdict: judge(verdict))
            answers.addWidget(button)
            self._verdicts[verdict] = button
        self._next = way(self.tr("Next pair  Tab"), checkable=False)
        self._next.clicked.connect(lambda: go_on())
        answers.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._relation)
        column.addWidget(self._found)
        column.addWidget(self._reason)
        column.addLayout(ways)
        column.addLayout(answers)

    @property
    def relation(self) -> str:
        return self._relation.text()

    @property
    def found(self) -> str:
        return self._found.accessibleName()

    @property
    def reason(self) -> str:
        return self._reason.accessibleName()

    @property
    def said(self) -> str:
        return self._said.text()

    def tell_found(self, relation: str, found: str, reason: str) -> None:
        """How the two relate, what was found of how the pictures lie, and why they may be copies."""
        self._relation.setText(relation)
        self._found.set_whole(found)
        self._reason.set_whole(reason)

    def show_mode(self, mode: Mode) -> None:
        for each, button in self._modes.items():
            button.setChecked(each is mode)

    def show_verdict(self, said: str, verdict: Verdict, *, writable: bool, more: bool) -> None:
        self._said.setText(said)
        for each, button in self._verdicts.items():
            button.setChecked(each is verdict)
            button.setEnabled(writable)
        self._next.setEnabled(more)
