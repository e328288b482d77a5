"""The pictures of the next pair, read while a person looks at this one, so that nobody waits for them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.model import Changed, ItemDetail, Kind
from ui.compare.asking import Asking
from ui.compare.pairs import Two
from ui.compare.reading import Read
from ui.jobs import JobRunner, Lane
from ui.shield.shield import Shield
from ui.viewer import pictures
from ui.viewer.pictures import Ready

_Key = tuple[int, float, int]
"""An item, the second of its footage, and the pixels a side."""


class Ahead(QObject):
    """Keeps the pictures of one pair, of a covered item only its cover. They go when the shield closes."""

    def __init__(self, runner: JobRunner, shield: Shield, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking, self._shield = Asking(runner), shield
        self._pair: Two | None = None
        self._ready: dict[_Key, Ready] = {}
        self._hidden: set[int] = set()
        """Items of the pair that were covered after they were asked for."""
        shield.changed.connect(self._on_shield)
        shield.parted.connect(self._on_shield)

    def __len__(self) -> int:
        return len(self._ready)

    @property
    def bare(self) -> set[int]:
        """The items of which more than a cover is kept."""
        return {number for (number, _, _), ready in self._ready.items() if not ready.image.isNull()}

    @Slot()
    def forget(self) -> None:
        """Keep no picture, and read none."""
        self._asking.forget()
        self._pair = None
        self._ready.clear()
        self._hidden.clear()

    def fetch(self, pair: Two, longest: int) -> None:
        """Read the pictures of this pair, unless that is done or under way."""
        if pair == self._pair:
            return
        self.forget()
        self._pair = pair
        look = self._shield.style

        def work(case: Case) -> dict[_Key, Ready]:
            read = Read.of(case, pair)
            found: dict[_Key, Ready] = {}
            for detail, seconds in zip(read.details, read.times, strict=True):
                item = detail.item
                if readable(detail):
                    video = item.kind is Kind.VIDEO
                    ready = (
                        pictures.frame(item.item, seconds, longest, look)(case)
                        if video
                        else pictures.photo(item.item, longest, look)(case)
                    )
                    found[(item.item, seconds, longest)] = _covered(ready) if item.covered else ready
            return found

        self._asking.ask(work, self._keep, _unsaid)

    def refresh(self, changed: Changed) -> None:
        """Items, or parts of them, may be covered now that were not."""
        if self._pair is None or "regions" in changed.nouns:
            self.forget()
            return
        pair = self._pair

        def take(covered: set[int]) -> None:
            self._hidden |= covered
            self._keep(self._ready)

        self._asking.ask(
            lambda case: {item.item for item in case.items(pair) if item.covered}, take, _unsaid, lane=Lane.ROWS
        )

    def _keep(self, ready: dict[_Key, Ready]) -> None:
        self._ready = {key: _covered(x) if key[0] in self._hidden else x for key, x in ready.items()}

    def take(self, item: int, seconds: float, longest: int) -> Ready | None:
        """The picture of an item, if it was read with so many pixels and its cover looks as it has to now."""
        ready = self._ready.get((item, seconds, longest))
        return ready if ready is not None and ready.look == self._shield.style else None

    @Slot(bool)
    def _on_shield(self, opened: bool) -> None:
        if not opened:
            self.forget()


def _covered(ready: Ready) -> Ready:
    return replace(ready, image=QImage())


def readable(detail: ItemDetail) -> bool:
    """Whether there can be a picture."""
    return detail.item.readable and detail.item.kind is not Kind.DOCUMENT


def _unsaid(error: BaseException) -> None:
    """What can't be read is told when its pair is on show; anything else is a fault of the program."""
    if not isinstance(error, EvidenceError):
        raise error


Fetched = Callable[[int, float, int], Ready | None]
