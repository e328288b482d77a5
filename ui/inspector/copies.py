"""The panel of copies: the best of them, what the item may be a copy of, why, and what a person says of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.best import Best
from annotator.link import Link, Relation, Verdict
from ui import copied, words
from ui.inspector.shown import Shown, Work
from ui.parts import Line, label, tab_through

_MOST = 50


class CopiesPanel(QWidget):
    """Links are suggestions until a person gives a verdict. What is not confirmed stands apart, under its own head."""

    asked = Signal(object)
    opened = Signal(int)
    compare_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_items(self, shown: Shown) -> None:
        before = set(self.findChildren(QPushButton))
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if shown.detail is None:
            self._say(self.tr("Select one item to see its copies."))
        else:
            links, paths = shown.detail.links, shown.detail.paths
            if shown.best is not None:
                self._column.addWidget(self._best(shown.best, shown))
            if len(paths) > 1:
                self._say(self.tr("The same file was found at:") + "\n" + "\n".join(words.isolated(p) for p in paths))
            if not links and len(paths) < 2:
                self._say(self.tr("No copies were found."))
            for title, some in self._parted(links, shown):
                self._section(title, some, shown)
        self._column.addStretch(1)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            buttons = self.findChildren(QPushButton)
            tab_through(around, [button for button in buttons if button not in before])

    def _parted(self, links: Sequence[Link], shown: Shown) -> list[tuple[str, list[Link]]]:
        """The links under their heads."""
        mine = shown.items[0].group

        def kept_apart(link: Link) -> bool:
            return link.joins and shown.group_of(_other(link, shown)) not in (None, mine)

        heads: dict[str, list[Link]] = {
            self.tr("Copies"): [x for x in links if x.joins and not kept_apart(x)],
            self.tr("Kept apart by verdicts on other pairs"): [x for x in links if kept_apart(x)],
            self.tr("Possible copies, not confirmed"): [x for x in links if _open(x, Relation.POSSIBLE)],
            self.tr("Of the same scene, no copies"): [x for x in links if _open(x, Relation.SAME_SCENE)],
            self.tr("Said to be different"): [x for x in links if x.verdict is Verdict.DIFFERENT],
        }
        listed = [link for some in heads.values() for link in some]
        heads[self.tr("Linked by nobody now")] = [link for link in links if link not in listed]
        return [(title, some) for title, some in heads.items() if some]

    def _section(self, title: str, links: list[Link], shown: Shown) -> None:
        head = self.tr("{title} ({count})").format(title=title, count=words.number(len(links)))
        self._column.addWidget(label(head, role="section"))
        for link in links[:_MOST]:
            self._column.addWidget(self._entry(link, shown))
        if len(links) > _MOST:
            self._say(self.tr("and {count} more").format(count=words.number(len(links) - _MOST)))

    def _say(self, text: str) -> None:
        self._column.addWidget(label(text, wrap=True))

    def _best(self, best: Best, shown: Shown) -> QFrame:
        entry, column = _chip()
        here = best.item == shown.items[0].item
        title = Line()
        name = shown.name_of(best.item)
        title.set_whole(
            self.tr("Best copy: this one") if here else self.tr("Best copy: {name}").format(name=words.isolated(name))
        )
        head = QHBoxLayout()
        head.addWidget(title, 1)
        if not here:
            head.addWidget(self._show(best.item))
            head.addWidget(self._compare(shown.items[0].item, best.item))
        column.addLayout(head)
        column.addWidget(label(copied.best(best), role="quiet", wrap=True))
        return entry

    def _show(self, number: int) -> QPushButton:
        show = QPushButton(self.tr("Show"))
        show.setAccessibleName(self.tr("Show item {number}").format(number=number))
        show.clicked.connect(lambda: self.opened.emit(number))
        return show

    def _compare(self, item: int, number: int) -> QPushButton:
        compare = QPushButton(self.tr("Compare"))
        compare.setAccessibleName(self.tr("Compare with item {number}").format(number=number))
        compare.clicked.connect(lambda: self.compare_wanted.emit([item, number]))
        return compare

    def _entry(self, link: Link, shown: Shown) -> QFrame:
        item, other = shown.items[0].item, _other(link, shown)
        entry, column = _chip()
        head = QHBoxLayout()
        title = Line()
        title.set_whole(words.isolated(shown.name_of(other)))
        head.addWidget(title, 1)
        head.addWidget(self._show(other))
        head.addWidget(self._compare(item, other))
        column.addLayout(head)
        column.addWidget(label(copied.related(link, item), wrap=True))
        for text in filter(None, (copied.done(link, item), copied.evidence(link))):
            column.addWidget(label(text, role="quiet", wrap=True))
        row = QHBoxLayout()
        for verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNDECIDED):
            button = QPushButton(words.verdict(verdict))
            button.setCheckable(True)
            button.setChecked(link.verdict is verdict)
            button.setEnabled(shown.writable)
            button.setAccessibleName(
                self.tr("{verdict}: this item and item {number}").format(verdict=words.verdict(verdict), number=other)
            )
            button.clicked.connect(lambda _on, verdict=verdict: self.asked.emit(_judge(link, verdict)))
            row.addWidget(button)
        column.addLayout(row)
        return entry


def _chip() -> tuple[QFrame, QVBoxLayout]:
    entry = QFrame()
    entry.setProperty("role", "chip")
    column = QVBoxLayout(entry)
    column.setContentsMargins(8, 6, 8, 6)
    return entry, column


def _open(link: Link, relation: Relation) -> bool:
    return link.verdict is Verdict.UNDECIDED and link.relation is relation


def _other(link: Link, shown: Shown) -> int:
    return link.b if link.a == shown.items[0].item else link.a


def _judge(link: Link, verdict: Verdict) -> Work:
    return lambda case, _numbers: case.judge(link.a, link.b, verdict)[1]
