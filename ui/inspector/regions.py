"""The panel of an item's regions and markers: what each says, and whether its part is covered."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from annotator.region import Cover, Region
from annotator.regions import MOST_NOTE
from ui import words
from ui.inspector.shown import Shown
from ui.parts import label, tip
from ui.viewer.region_words import label_line


class RegionPanel(QWidget):
    """Choosing one here chooses it on the picture, and the other way round."""

    asked = Signal(object)
    left = Signal()
    chosen = Signal(int)
    """The number of the region that was chosen here."""
    shown_wanted = Signal(int, int)
    """An item and its region: to be shown on the picture."""
    end_wanted = Signal(int)
    """The region is to last until the time on show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regions: dict[int, Region] = {}
        self._writable = False
        self._wanted = 0
        """The region chosen on the picture or here; the list may have yet to be read."""
        self._about = 0
        """The region that the lines are about."""
        self._said = label(role="quiet", wrap=True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Regions and markers"))
        self._list.setWordWrap(True)
        self._list.currentItemChanged.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_activated)
        self._labels = QStringListModel(self)
        self.label = label_line(self._labels)
        self.label.setAccessibleName(self.tr("Label"))
        self.label.setPlaceholderText(self.tr("Label"))
        self.note = QLineEdit()
        self.note.setMaxLength(MOST_NOTE)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note"))
        for line in (self.label, self.note):
            line.editingFinished.connect(self._on_words)
        for control in (self._list, self.label, self.note):
            control.installEventFilter(self)
        self.covers: dict[Cover, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, (cover, text, told) in enumerate(
            (
                (Cover.COVERED, self.tr("Covered"), self.tr("Cover this part wherever the picture is shown")),
                (Cover.UNCOVERED, self.tr("Uncovered"), self.tr("Show this part although the picture is covered")),
                (
                    Cover.REDACTED,
                    self.tr("To be redacted"),
                    self.tr(
                        "Cover this part, and mark it for redaction. An export does not redact it yet: it says so."
                    ),
                ),
            )
        ):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setToolTip(tip(told))
            button.setAccessibleDescription(told)
            button.clicked.connect(lambda checked, cover=cover: self._on_cover(cover if checked else Cover.NONE))
            self.covers[cover] = button
            grid.addWidget(button, place // 2, place % 2)
        self._end = QPushButton(self.tr("Ends at the time on show"))
        self._end.clicked.connect(lambda: self.end_wanted.emit(self._current()))
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.clicked.connect(self._on_remove)
        grid.addWidget(self._remove, 1, 1)
        grid.addWidget(self._end, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        for part in (self._said, self._list, self.label, self.note):
            column.addWidget(part)
        column.addLayout(grid)
        self._show_one()

    @property
    def count(self) -> int:
        """How many regions and markers the item has."""
        return len(self._regions)

    def show_items(self, shown: Shown) -> None:
        regions = shown.detail.regions if shown.detail is not None else ()
        self._writable = shown.writable
        self._regions = {region.region: region for region in regions}
        if shown.detail is None:
            self._said.setText(self.tr("Select one item to see its regions."))
        elif not regions:
            self._said.setText(self.tr("None yet. Open the picture; B draws a box, P a polygon."))
        self._said.setVisible(not regions)
        with QSignalBlocker(self._list):
            self._list.clear()
            for region in regions:
                entry = QListWidgetItem(_told(region))
                entry.setData(Qt.ItemDataRole.UserRole, region.region)
                self._list.addItem(entry)
        self.select(self._wanted)

    def set_known(self, labels: list[str]) -> None:
        """Labels to offer."""
        self._labels.setStringList(labels)

    @Slot(int)
    def select(self, number: int) -> None:
        """Choose a region here as it is chosen on the picture."""
        self._wanted = number
        with QSignalBlocker(self._list):
            row = list(self._regions).index(number) if number in self._regions else -1
            self._list.setCurrentRow(row)
        self._show_one()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape leads back to the picture, and leaves the words as they were."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                region = self._regions.get(self._about)
                self.label.setText(region.label if region else "")
                self.note.setText(region.note if region else "")
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _current(self) -> int:
        entry = self._list.currentItem()
        return int(entry.data(Qt.ItemDataRole.UserRole)) if entry is not None else 0

    def _show_one(self) -> None:
        region = self._regions.get(self._current())
        if self._about != self._current():
            self._on_words()  # what was being typed belongs to the one before
        if self._about != self._current() or not (self.label.hasFocus() or self.note.hasFocus()):
            self._about = self._current()
            self.label.setText(region.label if region else "")
            self.note.setText(region.note if region else "")
        for line in (self.label, self.note, self._remove):
            line.setEnabled(region is not None and self._writable)
        for cover, button in self.covers.items():
            button.setEnabled(region is not None and bool(region.points) and self._writable)
            button.setChecked(region is not None and region.cover is cover)
        self._end.setVisible(region is not None and region.began is not None)
        self._end.setEnabled(self._writable)

    @Slot()
    def _on_chosen(self) -> None:
        self._wanted = self._current()
        self._show_one()
        self.chosen.emit(self._current())

    def _on_activated(self, entry: QListWidgetItem) -> None:
        region = self._regions.get(int(entry.data(Qt.ItemDataRole.UserRole)))
        if region is not None:
            self.shown_wanted.emit(region.item, region.region)

    def _ask(self, number: int, change: Callable[[Region], Region]) -> None:
        if number:
            self.asked.emit(lambda case, _numbers: case.regions.change(number, change))

    @Slot()
    def _on_words(self) -> None:
        region = self._regions.get(self._about)
        text, note = self.label.text().strip(), self.note.text().strip()
        if region is not None and (text, note) != (region.label, region.note):
            self._ask(region.region, lambda region: replace(region, label=text, note=note))

    def _on_cover(self, cover: Cover) -> None:
        self._ask(self._current(), lambda region: replace(region, cover=cover))

    @Slot()
    def _on_remove(self) -> None:
        number = self._current()
        if number:
            self.asked.emit(lambda case, _numbers: case.regions.remove(number))


def _told(region: Region) -> str:
    """A region in a line or two."""
    facts = [words.region(region)]
    if region.began is not None:
        times = [words.clock(time, exact=True) for time in (region.began, region.ended) if time is not None]
        facts.append("–".join(times))
    if region.cover:
        facts.append(words.cover(region.cover))
    if region.note:
        facts.append(words.isolated(region.note))
    return " · ".join(facts)
