"""The panel of copies: what the item may be a copy of, why, and what a person says of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model import Link, Verdict
from ui import findings, words
from ui.inspector.shown import Shown, Work
from ui.parts import Line, label

_MOST = 50


class CopiesPanel(QWidget):
    """Links are suggestions until a person gives a verdict."""

    asked = Signal(object)
    opened = Signal(int)
    compare_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_items(self, shown: Shown) -> None:
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if shown.detail is None:
            self._say(self.tr("Select one item to see its copies."))
        else:
            links, paths = shown.detail.links, shown.detail.paths
            if len(paths) > 1:
                self._say(self.tr("The same file was found at:") + "\n" + "\n".join(words.isolated(p) for p in paths))
            if not links and len(paths) < 2:
                self._say(self.tr("No copies were found."))
            item, names = shown.detail.item.item, {copy.item: copy.name for copy in shown.copies}
            for link in links[:_MOST]:
                name = names.get(link.b if link.a == item else link.a)
                self._column.addWidget(self._entry(link, item, name, writable=shown.writable))
            if len(links) > _MOST:
                self._say(self.tr("and {count} more").format(count=words.number(len(links) - _MOST)))
        self._column.addStretch(1)

    def _say(self, text: str) -> None:
        self._column.addWidget(label(text, wrap=True))

    def _entry(self, link: Link, item: int, name: str | None, *, writable: bool) -> QFrame:
        other = link.b if link.a == item else link.a
        entry = QFrame()
        entry.setProperty("role", "chip")
        column = QVBoxLayout(entry)
        column.setContentsMargins(8, 6, 8, 6)
        head = QHBoxLayout()
        title = Line()
        title.set_whole(words.isolated(name) if name else self.tr("item {number}").format(number=words.number(other)))
        head.addWidget(title, 1)
        show = QPushButton(self.tr("Show"))
        show.setAccessibleName(self.tr("Show item {number}").format(number=other))
        show.clicked.connect(lambda: self.opened.emit(other))
        head.addWidget(show)
        compare = QPushButton(self.tr("Compare"))
        compare.setAccessibleName(self.tr("Compare with item {number}").format(number=other))
        compare.clicked.connect(lambda: self.compare_wanted.emit([item, other]))
        head.addWidget(compare)
        column.addLayout(head)
        reason = findings.reason(link.reason)
        why = self.tr("{relation}: {reason}").format(relation=words.relation(link.relation), reason=reason)
        column.addWidget(label(why, role="quiet", wrap=True))
        row = QHBoxLayout()
        for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNDECIDED):
            button = QPushButton(words.verdict(verdict))
            button.setCheckable(True)
            button.setChecked(link.verdict is verdict)
            button.setEnabled(writable)
            button.setAccessibleName(
                self.tr("{verdict}: this item and item {number}").format(verdict=words.verdict(verdict), number=other)
            )
            button.clicked.connect(lambda _on, verdict=verdict: self.asked.emit(_judge(link, verdict)))
            row.addWidget(button)
        column.addLayout(row)
        return entry


def _judge(link: Link, verdict: Verdict) -> Work:
    return lambda case, _numbers: case.judge(link.a, link.b, verdict)[1]
