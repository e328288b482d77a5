"""The timeline of a video: a slider over its length, steps from frame to frame, and its sampled frames."""

from array import array

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QSlider, QVBoxLayout, QWidget

from annotator.case import Case
from annotator.model import Item
from ui import words
from ui.jobs import JobRunner
from ui.library.delegate import CellDelegate
from ui.library.model import ITEM_ROLE, ItemModel
from ui.library.thumbnails import Thumbnails
from ui.parts import label
from ui.viewer.shield import Shield


class Timeline(QWidget):
    """Says which moment is wanted; the viewer says which frame it got."""

    sought = Signal(float)
    stepped = Signal(int)
    kept = Signal()

    def __init__(
        self, runner: JobRunner, thumbnails: Thumbnails, shield: Shield, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._video: int | None = None
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(self.tr("Time in the video"))
        self._slider.setSingleStep(1000)
        self._slider.setPageStep(10_000)
        self._slider.valueChanged.connect(lambda ms: self.sought.emit(ms / 1000))
        self._time = label()
        self._time.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._back = QPushButton(self.tr("Frame back  ,"))
        self._ahead = QPushButton(self.tr("Frame on  ."))
        self._keep = QPushButton(self.tr("Keep this frame  S"))
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._ahead.clicked.connect(lambda: self.stepped.emit(1))
        self._keep.clicked.connect(self.kept)
        self._frames = ItemModel(runner, self)
        self._strip = QListView()
        self._strip.setObjectName("strip")
        self._strip.setAccessibleName(self.tr("Sampled frames"))
        cells = CellDelegate(thumbnails, shield, frames=True, parent=self)
        size = cells.cell(self.fontMetrics())
        self._strip.setItemDelegate(cells)
        self._strip.setModel(self._frames)
        self._strip.setFlow(QListView.Flow.LeftToRight)
        self._strip.setUniformItemSizes(True)
        self._strip.setLayoutMode(QListView.LayoutMode.Batched)
        self._strip.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._strip.setFixedHeight(size.height() + self._strip.horizontalScrollBar().sizeHint().height() + 6)
        self._strip.clicked.connect(self._on_frame)
        self._strip.activated.connect(self._on_frame)
        shield.watch(self._strip)
        thumbnails.arrived.connect(lambda _number: self._strip.viewport().update())
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._ahead)
        row.addWidget(self._time, 1)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addWidget(self._slider)
        column.addLayout(row)
        column.addWidget(self._strip)

    def set_video(self, item: Item, *, writable: bool) -> None:
        """Show the timeline of another video."""
        if self._video == item.item:
            return
        self._video = item.item
        self._keep.setEnabled(writable)
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, int((item.duration or 0) * 1000))
            self._slider.setValue(0)
        self._frames.set_ids(array("q"))
        self.reload()

    def reload(self) -> None:
        """Read which frames there are."""
        video = self._video
        if video is None:
            return

        def numbers(case: Case) -> "array[int]":
            return array("q", (frame.item for frame in case.frames(video)))

        def take(ids: "array[int]") -> None:
            if video == self._video:
                self._frames.set_ids(ids)
                self._strip.setVisible(bool(ids))

        self._runner.read(numbers, take)

    def refresh(self, numbers: frozenset[int]) -> None:
        self._frames.refresh(numbers)

    def set_time(self, seconds: float, duration: float | None) -> None:
        """Say the exact time of the frame on show."""
        whole = words.clock(duration, exact=True) if duration is not None else "?"
        self._time.setText(self.tr("{time} of {whole}").format(time=words.clock(seconds, exact=True), whole=whole))
        if not self._slider.isSliderDown():
            with QSignalBlocker(self._slider):
                self._slider.setValue(round(seconds * 1000))

    @Slot(QModelIndex)
    def _on_frame(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if isinstance(item, Item) and item.time_in_video is not None:
            self.sought.emit(item.time_in_video)
