"""What is under the picture of a video: its length with wave and markers, buttons, sampled frames, notes."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from annotator.case import Case
from annotator.media.wire import NOT_READ
from annotator.model import Item
from annotator.region import Region
from ui.jobs import JobRunner
from ui.library.delegate import CellDelegate
from ui.library.model import ITEM_ROLE, ItemModel
from ui.library.thumbnails import Thumbnails
from ui.shield.shield import Shield
from ui.viewer.markers import MarkerList, NoteLine
from ui.viewer.player import Player
from ui.viewer.scrub import Scrub
from ui.viewer.transport import Transport


class Timeline(QWidget):
    """Says which moment is wanted; the player says which frame it got."""

    sought = Signal(float)

    def __init__(
        self, runner: JobRunner, thumbnails: Thumbnails, shield: Shield, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._video: int | None = None
        self._writable = False
        self.scrub = Scrub()
        self.scrub.valueChanged.connect(lambda ms: self.sought.emit(ms / 1000))
        shield.watch(self.scrub)
        self.transport = Transport()
        self.note = NoteLine()
        self._frames = ItemModel(runner, self)
        self._strip = QListView()
        self._strip.setObjectName("strip")
        self._strip.setAccessibleName(self.tr("Sampled frames"))
        self._strip.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        cells = CellDelegate(thumbnails, shield, frames=True, parent=self)
        size = cells.cell(self.fontMetrics())
        self._strip.setItemDelegate(cells)
        self._strip.setModel(self._frames)
        self._strip.setFlow(QListView.Flow.LeftToRight)
        self._strip.setUniformItemSizes(True)
        self._strip.setLayoutMode(QListView.LayoutMode.Batched)
        self._strip.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        height = size.height() + self._strip.horizontalScrollBar().sizeHint().height() + 6
        self._strip.setFixedHeight(height)
        self._strip.clicked.connect(self._on_frame)
        self._strip.activated.connect(self._on_frame)
        shield.watch(self._strip)
        thumbnails.arrived.connect(lambda _number: self._strip.viewport().update())
        self.markers = MarkerList()
        self.markers.sought.connect(self.sought)
        self.markers.setMaximumHeight(height)
        self.markers.hide()
        row = QHBoxLayout()
        row.addWidget(self._strip, 3)
        row.addWidget(self.markers, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.scrub)
        column.addWidget(self.transport)
        column.addWidget(self.note)
        column.addLayout(row)

    def set_video(self, item: Item, *, writable: bool) -> None:
        """Show the timeline of another video."""
        if self._video == item.item:
            return
        self._video, self._writable = item.item, writable
        self.transport.allow(writable=writable)
        self.note.leave()
        self.set_duration(item.duration)
        with QSignalBlocker(self.scrub):
            self.scrub.setValue(0)
        self._frames.set_ids(array("q"))
        self.set_markers(())
        self.reload()

    def set_duration(self, seconds: float | None) -> None:
        with QSignalBlocker(self.scrub):
            self.scrub.setRange(0, int((seconds or 0) * 1000))

    def reload(self) -> None:
        """Read which frames and markers there are."""
        video = self._video
        if video is None:
            return

        def read(case: Case) -> tuple["array[int]", Sequence[Region]]:
            return array("q", (frame.item for frame in case.frames(video))), case.regions.markers(video)

        def take(found: tuple["array[int]", Sequence[Region]]) -> None:
            if video == self._video:
                ids, markers = found
                self._frames.set_ids(ids)
                self._strip.setVisible(bool(ids))
                self.set_markers(markers)

        self._runner.read(read, take)

    def set_markers(self, markers: Sequence[Region]) -> None:
        self.scrub.set_markers(markers)
        self.markers.set_markers(markers, writable=self._writable)
        self.markers.setVisible(bool(markers))

    def refresh(self, numbers: frozenset[int]) -> None:
        self._frames.refresh(numbers)
        if self._video in numbers:
            self.reload()

    def set_time(self, seconds: float, duration: float | None, number: str) -> None:
        """Say the exact time of the frame on show."""
        self.transport.show_time(seconds, duration, number)
        if not self.scrub.isSliderDown():
            with QSignalBlocker(self.scrub):
                self.scrub.setValue(round(seconds * 1000))
            self.scrub.update()

    def show_state(self, player: Player) -> None:
        """Say how it plays, and what is known of the sound."""
        self.transport.show_state(player)
        self.scrub.set_loop(player.loop.began, player.loop.ended)
        self.scrub.set_wave(player.wave, self._wave_said(player))

    def _wave_said(self, player: Player) -> str:
        if player.facts is not None and not player.facts.sound:
            return (
                self.tr("The sound of this video can't be read")
                if player.facts.unheard
                else self.tr("This video has no sound")
            )
        if player.wave is not None and any(peak != NOT_READ for peak in player.wave):
            return ""
        if player.wave_whole:
            return self.tr("The sound could not be read")
        if player.facts is not None and player.facts.duration is None:
            return self.tr("The sound wave is not drawn: the length of this video is not known")
        return self.tr("The sound was not read yet") if player.facts is not None else ""

    @Slot(QModelIndex)
    def _on_frame(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if isinstance(item, Item) and item.time_in_video is not None:
            self.sought.emit(item.time_in_video)
