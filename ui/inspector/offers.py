"""What the copies of an item have been given and it has not: offered, and taken over with one button or key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from annotator.model import Change
from annotator.offers import Offer, Offers
from ui import words
from ui.inspector.shown import Shown
from ui.parts import label

_MOST_NAMED = 3


class OffersPanel(QFrame):
    """There only where there is something to take over, or to read."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self._offers = Offers()
        self._text = label(wrap=True)
        self._take = QPushButton(self.tr("Take over  Shift+T"))
        self._take.clicked.connect(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self._text)
        column.addWidget(self._take)
        self.hide()

    def show_items(self, shown: Shown) -> None:
        self._offers = shown.offers
        lines = [self.tr("Copies of this item have:")] if self._offers.offered else []
        lines += [
            self.tr("{what} ({count})").format(what=_said(offer), count=words.number(offer.items))
            for offer in self._offers.offered
        ]
        if noted := self._offers.noted:
            names = [words.isolated(shown.name_of(number)) for number in noted[:_MOST_NAMED]]
            if len(noted) > _MOST_NAMED:
                names.append(self.tr("{count} more").format(count=words.number(len(noted) - _MOST_NAMED)))
            lines.append(self.tr("Copies with notes: {names}").format(names=words.tr(", ").join(names)))
        self._text.setText("\n".join(lines))
        self._take.setVisible(shown.writable and self._offers.change != Change())
        self.setVisible(bool(lines))

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def offering(self) -> bool:
        """Whether there is anything to take over."""
        return self._offers.change != Change()

    def take(self) -> None:
        """Give the item all that is offered."""
        if self.offering:
            self.asked.emit(self._offers.change)


def _said(offer: Offer) -> str:
    text = {
        "incident": words.tr("incident {name}"),
        "place": words.tr("place {name}"),
        "tag": words.tr("tag {name}"),
        "status": words.tr("status {name}"),
    }[offer.field]
    value = words.term("status", offer.value) if offer.field == "status" else offer.value
    return text.format(name=words.isolated(value))
