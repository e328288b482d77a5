"""The photo of the item on show and those next to it: small at once, then for the screen, then as large as can be."""

import math
from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.errors import EvidenceError
from annotator.keep import LONGEST
from annotator.model import Item, Kind
from ui.jobs import JobRunner, Lane
from ui.library.thumbnails import Thumbnails
from ui.shield.shield import Shield
from ui.viewer import pictures
from ui.viewer.canvas import Canvas
from ui.viewer.pictures import Latest, Ready

_QUIET_MS = 150
"""Nobody goes on for so long before a picture is read that nobody asked for yet."""
_MOST_BYTES = 160 << 20


def warm(runner: JobRunner) -> None:
    """Start what decodes pictures, so that the first one does not wait for it."""
    runner.read(lambda case: case.pictures.warm(), lambda _: None, lane=Lane.PICTURES)


def showable(item: Item) -> bool:
    """Whether there is a picture to show without seeking in a video."""
    return item.readable and item.kind in (Kind.PHOTO, Kind.FRAME)


class Photos(QObject):
    """Fills a canvas. Of an item that is covered nothing is kept here: its canvas has it."""

    lost = Signal(object)
    """Why the photo can't be shown."""
    taken = Signal(object)
    """The `Ready` that is on show now."""

    def __init__(
        self, runner: JobRunner, thumbnails: Thumbnails, shield: Shield, canvas: Canvas, latest: Latest
    ) -> None:
        super().__init__(canvas)
        self._runner, self._thumbnails, self._shield = runner, thumbnails, shield
        self._canvas, self._latest = canvas, latest
        self._item: Item | None = None
        self._larger = False
        self._kept: OrderedDict[int, Ready] = OrderedDict()
        self._longest_kept = 0
        self._nearby: list[Item] = []
        self._coming: int | None = None
        self._stale = False
        """What is coming was asked for before its item was changed."""
        self._idle = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._idle.timeout.connect(self._read_ahead)
        canvas.enlarged.connect(self._want_larger)
        shield.restyled.connect(self._on_restyled)

    def show(self, item: Item | None) -> None:
        """Fill the canvas with the photo of this item, which it has been given; None where it shows no photo."""
        self._item, self._larger = item, False
        if item is None:
            self._idle.stop()
            return
        self._idle.start()
        longest = self.longest()
        if longest != self._longest_kept:
            self._kept.clear()
            self._longest_kept = longest
        ready = None if item.covered else self._kept.get(item.item)
        if item.covered:
            self._kept.pop(item.item, None)
        if ready is not None:
            self._take(item.item, ready)
        elif self._coming != item.item or item.covered:
            work = pictures.photo(item.item, longest, self._shield.style)
            self._latest.ask(work, lambda ready: self._take(item.item, ready), self.lost.emit)

    def set_nearby(self, items: Iterable[Item | None]) -> None:
        """Read these when nobody waits for anything, the first of them first."""
        self._nearby = [item for item in items if item is not None and showable(item)]
        for item in self._nearby:
            self._thumbnails.image(item, bare=not item.covered)

    def drop(self, numbers: Iterable[int]) -> None:
        """These items read otherwise now; they may have been covered."""
        dropped = set(numbers)
        for number in dropped:
            self._kept.pop(number, None)
        self._nearby = [item for item in self._nearby if item.item not in dropped]
        self._stale = self._stale or self._coming in dropped

    def longest(self) -> int:
        """Pixels that fill the canvas, in steps so that a resized window asks for the same."""
        side = max(self._canvas.width(), self._canvas.height()) * self._canvas.devicePixelRatioF()
        return min(LONGEST, max(1024, math.ceil(side / 512) * 512))

    def renew(self, item: Item) -> None:
        """The item on show as it reads now."""
        if self._item is not None and self._item.item == item.item:
            self._item = item

    def _take(self, number: int, ready: Ready) -> None:
        if self._item is None or self._item.item != number:
            return
        ready = ready.in_style(self._shield.style)
        self._canvas.set_picture(ready.image, ready.cover)
        if not self._item.covered:
            self._keep(number, ready)
        self.taken.emit(ready)

    @Slot()
    def _want_larger(self) -> None:
        item = self._item
        if item is None or self._larger:
            return
        self._larger = True

        def take(ready: Ready) -> None:
            if self._item is not None and self._item.item == item.item:
                ready = ready.in_style(self._shield.style)
                self._canvas.replace_with_larger(ready.image, ready.cover)
                self.taken.emit(ready)

        self._latest.ask(pictures.photo(item.item, LONGEST, self._shield.style), take, self.lost.emit)

    @Slot()
    def _on_restyled(self) -> None:
        self.show(self._item)

    # --- those next to it

    @Slot()
    def _read_ahead(self) -> None:
        if self._latest.busy:
            self._idle.start()
            return
        wanted = next((item for item in self._nearby if not item.covered and item.item not in self._kept), None)
        if wanted is None or self._coming is not None:
            return
        self._coming, self._stale = wanted.item, False
        self._runner.read(
            pictures.photo(wanted.item, self._longest_kept, self._shield.style),
            lambda ready: self._came(wanted, ready),
            lane=Lane.PICTURES,
            failed=lambda error: self._came_not(wanted, error),
        )

    def _came(self, item: Item, ready: Ready) -> None:
        self._coming = None
        near = next((near for near in self._nearby if near.item == item.item), None)
        self._nearby = [one for one in self._nearby if one is not near]
        if self._item is not None and self._item.item == item.item:
            self._take(item.item, ready) if not self._stale else self.show(self._item)
        elif near is not None and not near.covered and not self._stale:
            self._keep(item.item, ready)
        self._idle.start()

    def _came_not(self, item: Item, error: BaseException) -> None:
        self._coming = None
        self._nearby = [near for near in self._nearby if near.item != item.item]
        if self._item is not None and self._item.item == item.item:
            self.lost.emit(error)
        elif not isinstance(error, EvidenceError):
            self._runner.failed.emit(error)

    def _keep(self, number: int, ready: Ready) -> None:
        self._kept[number] = ready
        self._kept.move_to_end(number)
        while len(self._kept) > 1 and sum(one.image.sizeInBytes() for one in self._kept.values()) > _MOST_BYTES:
            self._kept.popitem(last=False)
