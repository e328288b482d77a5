"""The page of the inspector on which an item is reviewed: one's own answer, or all answers and what is final."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.answers import Answer, Sheet, State
from annotator.case import Case
from annotator.model import Changed
from ui import words
from ui.inspector.answer import AnswerForm, Draft
from ui.inspector.shown import Shown, Work
from ui.inspector.side_by_side import SideBySide, field_name
from ui.parts import label, tip


class ReviewPanel(QWidget):
    """While somebody has yet to answer, only one's own answer stands here."""

    asked = Signal(object)
    left = Signal()
    answered = Signal(int)
    """The item about which the reviewer has just answered."""
    assign_wanted = Signal()

    def __init__(self, actor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor = actor
        self._sheet: Sheet | None = None
        self._drafts: dict[tuple[AnswerForm, int], Draft] = {}
        self._resumed: list[AnswerForm] = []
        self._says = label(wrap=True)
        self._answers = SideBySide()
        self._mine = AnswerForm(text=self.tr("Why: what you see, and where"), give=self.tr("&Give this answer"))
        self._final = AnswerForm(
            text=self.tr("The reason for the final answer"), give=self.tr("&Make it final"), text_needed=True
        )
        self._mine.given.connect(self._on_mine)
        self._final.given.connect(self._on_final)
        self._answers.taken.connect(lambda answer: self._final.show_answer(answer, self._final.text.toPlainText()))
        for form in (self._mine, self._final):
            form.left.connect(self.left)
        self._assign = QPushButton(self.tr("Ask others to &review…"))
        self._assign.clicked.connect(self.assign_wanted)
        self._withdraw = QPushButton(self.tr("Ask them &no more"))
        self._withdraw.setToolTip(tip(self.tr("Who has not answered about this item is not asked any more.")))
        self._withdraw.clicked.connect(self._on_withdraw)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (self._says, self._answers, self._mine, self._final, self._assign, self._withdraw):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def awaits_me(self) -> bool:
        """Whether the item that is shown waits for this reviewer's answer."""
        return self._mine.isVisibleTo(self)

    def set_known(self, incidents: Sequence[str], places: Sequence[str]) -> None:
        """Names to offer."""
        for form in (self._mine, self._final):
            form.set_known(incidents, places)

    @property
    def form(self) -> AnswerForm | None:
        """The sheet that is to be filled in here, if there is one."""
        return next((form for form in (self._mine, self._final) if form.isVisibleTo(self)), None)

    def show_items(self, shown: Shown) -> None:
        sheet = shown.sheet
        same = sheet is not None and self._sheet == sheet
        if not same:
            self._put_aside()
        self._sheet = sheet
        mine = sheet is not None and self._actor in sheet.awaited
        closed = sheet is not None and sheet.state is not State.OPEN
        self._mine.setVisible(mine and shown.writable)
        self._answers.setVisible(sheet is not None and bool(sheet.given))
        self._final.setVisible(closed and shown.writable)
        self._assign.setVisible(shown.writable and len(shown.numbers) > 0)
        self._withdraw.setVisible(shown.writable and sheet is not None and bool(sheet.awaited))
        self._says.setText(self._state(shown))
        if sheet is not None and not same:
            self._answers.show_sheet(sheet, writable=closed and shown.writable)
            self._mine.show_answer(None)
            self._final.show_answer(_begin(sheet), sheet.final.reason if sheet.final else "")
            self._resumed = [form for form in (self._mine, self._final) if self._take_up(form, sheet.item)]
        if sheet is not None and any(form.isVisibleTo(self) and form.touched for form in self._resumed):
            self._says.setText(f"{self._says.text()} {self.tr('What you had begun to say is here still.')}")

    def _put_aside(self) -> None:
        """Keep what was begun and not handed in, until its item is on show again or the case is closed."""
        if self._sheet is not None:
            for form in (self._mine, self._final):
                if form.touched:
                    self._drafts[form, self._sheet.item] = form.draft

    def _take_up(self, form: AnswerForm, item: int) -> bool:
        draft = self._drafts.pop((form, item), None)
        if draft is not None:
            form.show_draft(draft)
        return draft is not None

    def _state(self, shown: Shown) -> str:
        sheet = shown.sheet
        if len(shown.numbers) != 1:
            return self.tr("Select one item to review it, or several to ask others to review them.")
        if sheet is None:
            return self.tr("Nobody was asked to review this item.")
        if self._actor in sheet.awaited:
            return self.tr(
                "Your answer is awaited. What others have said of this item, but for its warning, is hidden until you "
                "have given it."
            )
        if sheet.state is State.OPEN:
            people = words.tr(", ").join(map(words.isolated, sheet.awaited))
            return self.tr("Still to answer: {people}. Nobody sees the answers of others until all are in.").format(
                people=people
            )
        if sheet.final is not None:
            return self.tr("Final since {date}, by {person}: {reason}").format(
                date=sheet.final.at[:10],
                person=words.isolated(sheet.final.actor),
                reason=words.isolated(sheet.final.reason),
            )
        if sheet.state is State.DIFFER:
            fields = words.tr(", ").join(field_name(field) for field in sheet.differences)
            return self.tr("All answers are in. They differ in: {fields}.").format(fields=fields)
        return self.tr("All answers are in, and they are the same.")

    @Slot()
    def _on_withdraw(self) -> None:
        if self._sheet is not None:
            self.asked.emit(_withdrawing(self._sheet.item, self._sheet.awaited))

    def _on_mine(self, answer: Answer, _text: str) -> None:
        if self._sheet is not None:
            number = self._sheet.item
            self._mine.show_answer(None)
            self.asked.emit(_answering(number, answer))
            self.answered.emit(number)

    def _on_final(self, answer: Answer, reason: str) -> None:
        if self._sheet is not None:
            self._final.show_answer(answer, reason)
            self.asked.emit(_settling(self._sheet.item, answer, reason))
            self.left.emit()


def _begin(sheet: Sheet) -> Answer | None:
    """What a final answer begins with: what was final before, or what all have said."""
    if sheet.final is not None:
        return sheet.final.answer
    return sheet.given[0].answer if sheet.given and not sheet.differences else None


def _answering(item: int, answer: Answer) -> Work:
    def work(case: Case, _numbers: Sequence[int]) -> Changed:
        return case.review.answer(item, answer)

    return work


def _withdrawing(item: int, people: Sequence[str]) -> Work:
    def work(case: Case, _numbers: Sequence[int]) -> Changed:
        return case.review.unassign([item], people)

    return work


def _settling(item: int, answer: Answer, reason: str) -> Work:
    def work(case: Case, _numbers: Sequence[int]) -> Changed:
        return case.review.settle(item, answer, reason=reason)

    return work
