"""What lists of known hashes have of an item: the surest hit of each list, at the top of the inspector."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.hashlist import Hit, How
from annotator.model import Level
from ui import words
from ui.inspector.shown import Shown
from ui.parts import label

_MOST = 3


class HitsPanel(QFrame):
    """There only where a list has the item; it shows nothing of what the list is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self._said = label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self._said)
        self.hide()

    def show_items(self, shown: Shown) -> None:
        hits = shown.detail.known if shown.detail is not None else ()
        surest: dict[int, Hit] = {}
        for hit in hits:
            surest.setdefault(hit.list, hit)
        judged = any(
            item.warning.level is not Level.UNASSESSED for item in shown.items
        )  # else the warning panel says so
        lines = [told(hit, graphic=judged and hit.graphic) for hit in list(surest.values())[:_MOST]]
        if len(surest) > _MOST:
            more = self.tr("and in more lists: {count}")
            lines.append(words.line(more.format(count=words.number(len(surest) - _MOST))))
        self._said.setText("\n".join(lines))
        self.setVisible(bool(lines))


def told(hit: Hit, *, graphic: bool = False) -> str:
    """A hit in a sentence, and whether its list is said to be of graphic pictures; one by a picture's hash is never
    said to be more than possible."""
    if hit.how is How.SAME_FILE:
        said = words.tr("In the list {name}: the same file.")
    elif hit.time is None:
        said = words.tr("Possibly in the list {name}: {count} of {whole} bits differ.")
    else:
        said = words.tr("Possibly in the list {name}: its frame at {time}, {count} of {whole} bits differ.")
    text = said.format(
        name=words.isolated(_short(hit.name)),
        count=words.number(hit.bits),
        whole=words.number(256 if hit.how is How.PDQ else 64),
        time=words.clock(hit.time or 0.0, exact=True),
    )
    if hit.words:
        text = words.tr("{first} {second}").format(first=text, second=words.isolated(f"“{_short(hit.words)}”"))
    if graphic:
        text = words.tr("{first} {second}").format(
            first=text, second=words.tr("The list is said to be of graphic pictures.")
        )
    return words.line(text)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
