"""The regions of the item on show: which there are, which is chosen, and saving what is done to them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.model import Changed, Item, Kind
from annotator.region import Region, Shape
from ui.jobs import JobRunner
from ui.shield.shapes import Points, path
from ui.viewer.canvas import Canvas
from ui.viewer.region_words import RegionWords

_SETTLE_MS = 600
"""After the last arrow key a move is saved: one change, not one for each key."""


class Board(QObject):
    """Whatever is changed is saved at once, and the desk hears of it by `changed`."""

    changed = Signal(object)
    """A `Changed`."""
    chosen = Signal(int)
    """The number of the region that is chosen now, 0 where none is."""
    sought = Signal(float)
    """The time in the video at which the wanted region lies."""
    labels_read = Signal(list)
    """The labels in use."""
    covers_changed = Signal()
    """Other parts of the picture are covered now: it must be made again."""

    def __init__(self, runner: JobRunner, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._runner, self.canvas = runner, canvas
        self.outlined = True
        self.item: Item | None = None
        self.time: float | None = None
        self._regions: list[Region] = []
        self._read = False
        self._chosen = self._wish = self._asked = 0
        self._moving: Points | None = None
        """The chosen region's points while they are moved and not saved yet."""
        self._words = RegionWords(canvas)
        self._words.saved.connect(self._save_words)
        self._words.left.connect(canvas.setFocus)
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self.settle)

    @property
    def writable(self) -> bool:
        return not self._runner.read_only

    # --- which there are

    def show_item(self, item: Item) -> bool:
        """Be about an item; whether it is another one than before."""
        other = self.item is None or self.item.item != item.item
        if other:
            self.settle()
            self._words.save()
            self.pick(0)
            self._regions, self._read, self.time = [], False, None
        self.item = item
        if other:
            self.load()
        return other

    def show_time(self, time: float | None) -> None:
        """Be about the video's picture at this time."""
        if time != self.time:
            self.settle()
            self.time = time
            if self._chosen and self.one() is None:
                self.pick(0)
            if self._wish:
                self.want(self._wish)

    def load(self) -> None:
        """Read the regions again."""
        if self.item is None:
            return
        item, self._asked = self.item.item, self._asked + 1
        ask = self._asked

        def take(read: tuple[list[Region], list[str]]) -> None:
            if ask == self._asked:
                self._take(*read)

        self._runner.read(lambda case: (case.regions.of(item), case.regions.labels()), take)

    def _take(self, regions: list[Region], labels: list[str]) -> None:
        before, self._regions = self._regions, regions
        self._words.set_known(labels)
        self.labels_read.emit(labels)
        if self._wish:
            self.want(self._wish)
        if self._chosen and self.one() is None:
            self.pick(0)
        if self._read and _covers(before) != _covers(regions):
            self.covers_changed.emit()
        self._read = True
        self.canvas.update()

    def here(self) -> list[Region]:
        """Those that lie on the picture on show, with what is being moved where it is now."""
        there = [region for region in self._regions if region.points and self._on_show(region)]
        if self._moving is None:
            return there
        return [replace(one, points=self._moving) if one.region == self._chosen else one for one in there]

    def _on_show(self, region: Region) -> bool:
        return region.began is None or (self.time is not None and region.on_show(self.time))

    # --- which is chosen

    def one(self) -> Region | None:
        """The chosen region."""
        return next((region for region in self.here() if region.region == self._chosen), None)

    def pick(self, number: int) -> None:
        """Choose a region of this picture, or with 0 none."""
        if number != self._chosen:
            self.settle()
            self._chosen = number
            one = self.one()
            said = self.tr("Region {label}: arrows move it, Enter edits its words, Delete removes it.")
            self.canvas.setAccessibleDescription("" if one is None else said.format(label=one.label))
            self.chosen.emit(number)
            self.canvas.update()

    def want(self, number: int) -> None:
        """Choose a region as soon as it can be: its item's regions may have yet to be read, its time to be shown."""
        found = next((region for region in self._regions if region.region == number), None)
        if found is None or not self._on_show(found):
            again, self._wish = number == self._wish and self._read, number
            if found is not None and found.began is not None and not again:
                self.sought.emit(found.began)
            return
        self._wish = 0
        self.pick(number if found.points else 0)

    # --- changing

    def add(self, shape: Shape, points: Points) -> None:
        """Add a region to the picture on show, and ask for its words."""
        item = self.item
        if item is None:
            return
        began = self.time if item.kind is Kind.VIDEO else None
        made = Region(region=0, item=item.item, shape=shape, points=points, began=began)

        def added(result: tuple[Region, Changed]) -> None:
            region, changed = result
            if self.item is not None and self.item.item == region.item:
                self._regions = [*self._regions, region]
                self.pick(region.region)
                if self.canvas.hasFocus():
                    self.edit_words()
            self.changed.emit(changed)

        self._runner.change(lambda case: case.regions.add(made), added, failed=self._failed)

    def move(self, points: Points) -> None:
        """Move the chosen region on the picture; `settle` saves where it ends."""
        self._moving = points
        self.canvas.update()

    def settle_soon(self) -> None:
        self._settling.start()

    @Slot()
    def settle(self) -> None:
        """Save what was moved."""
        self._settling.stop()
        number, points, self._moving = self._chosen, self._moving, None
        stored = next((region for region in self._regions if region.region == number), None)
        if points is not None and stored is not None and stored.points != points:
            moved = replace(stored, points=points)
            self._regions = [moved if region.region == number else region for region in self._regions]
            self._change(number, lambda region: replace(region, points=points))

    def remove(self) -> None:
        """Remove the chosen region."""
        number = self._chosen
        if number and self.writable:
            self._settling.stop()
            self._moving = None
            self._runner.change(lambda case: case.regions.remove(number), self.changed.emit)

    def edit_words(self) -> None:
        """Open the line for the words of the chosen region."""
        one = self.one()
        if one is not None and self.writable:
            self._words.open(one, self.canvas.on_screen().mapRect(path(one.shape, one.points).boundingRect()))

    @Slot(int, str, str)
    def _save_words(self, number: int, label: str, note: str) -> None:
        self._change(number, lambda region: replace(region, label=label, note=note))

    def _change(self, number: int, change: Callable[[Region], Region]) -> None:
        self._runner.change(lambda case: case.regions.change(number, change), self.changed.emit, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self._runner.failed.emit(error)
        self.load()


def _covers(regions: Sequence[Region]) -> list[tuple[object, ...]]:
    return [(region.cover, region.points, region.began, region.ended) for region in regions if region.cover]
