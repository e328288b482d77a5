"""What several people answered about one item, beside each other, with the differences marked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from annotator.answers import Answer, Field, Sheet
from ui import words
from ui.parts import label


def field_name(field: Field) -> str:
    return {
        Field.LEVEL: words.tr("Warning"),
        Field.CONTENT: words.tr("Content"),
        Field.STATUS: words.tr("Status"),
        Field.INCIDENTS: words.tr("Incidents"),
        Field.PLACES: words.tr("Places"),
    }[field]


def in_words(answer: Answer, field: Field) -> str:
    """What somebody answered, as people read it."""
    comma = words.tr(", ")
    said = {
        Field.LEVEL: lambda: words.level(answer.warning.level),
        Field.CONTENT: lambda: comma.join(words.term("warning-content", code) for code in answer.warning.content),
        Field.STATUS: lambda: words.term("status", answer.status),
        Field.INCIDENTS: lambda: comma.join(map(words.isolated, answer.incidents)),
        Field.PLACES: lambda: comma.join(map(words.isolated, answer.places)),
    }[field]()
    return said or words.tr("none")


class SideBySide(QWidget):
    """One block for each person; a field on which they differ bears a mark and bold letters."""

    taken = Signal(object)
    """The `Answer` to go on from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_sheet(self, sheet: Sheet, *, writable: bool) -> None:
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for given in sheet.given:
            head = self.tr("{person}, {date}").format(person=words.isolated(given.reviewer), date=given.at[:10])
            self._column.addWidget(label(words.line(head), role="section"))
            self._column.addWidget(self._block(given.answer, sheet.differences))
            if given.answer.note:
                self._column.addWidget(label(words.isolated(given.answer.note), wrap=True))
            if writable and sheet.differences:
                take = QPushButton(self.tr("Go on from this answer"))
                take.setAccessibleName(self.tr("Go on from the answer of {person}").format(person=given.reviewer))
                take.clicked.connect(lambda _on=False, answer=given.answer: self.taken.emit(answer))
                self._column.addWidget(take)

    def _block(self, answer: Answer, differences: tuple[Field, ...]) -> QWidget:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(Field):
            differs = field in differences
            answered = in_words(answer, field)
            if differs:
                answered = self.tr("≠ {answer}").format(answer=answered)
            name, said = label(field_name(field), role="quiet"), label(words.line(answered), wrap=True)
            if differs:
                font = said.font()
                font.setBold(True)
                said.setFont(font)
            grid.addWidget(name, row, 0)
            grid.addWidget(said, row, 1)
        return block
