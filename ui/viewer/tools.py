"""What lies on and beside the canvas of one item: view line, facts, levels, the thumbnail inside the file."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout

from annotator.model import Item
from ui.jobs import JobRunner
from ui.shield.shield import Shield
from ui.viewer.canvas import Canvas
from ui.viewer.embedded import EmbeddedPane
from ui.viewer.facts import Facts
from ui.viewer.levels import Levels
from ui.viewer.levels_panel import LevelsPanel
from ui.viewer.view_line import ViewLine


class Tools(QObject):
    """`row` holds the canvas and what is beside it."""

    def __init__(self, runner: JobRunner, shield: Shield, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._item: Item | None = None
        self.facts, self.levels = Facts(), LevelsPanel(canvas, shield)
        self.line = ViewLine(canvas)
        self.embedded = EmbeddedPane(runner, shield)
        self.levels.closed.connect(self.toggle_levels)
        shield.changed.connect(self.line.refresh)
        shield.changed.connect(self.levels.refresh)
        align = Qt.AlignmentFlag
        on_top = QGridLayout(canvas)
        on_top.setContentsMargins(10, 10, 10, 10)
        on_top.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        on_top.addWidget(self.facts, 0, 0, align.AlignTop | align.AlignLeading)
        on_top.addWidget(self.levels, 0, 1, align.AlignTop | align.AlignTrailing)
        on_top.addWidget(self.line, 1, 0, align.AlignBottom | align.AlignLeading)
        on_top.setColumnStretch(0, 1)
        on_top.setRowStretch(0, 1)
        self.row = QHBoxLayout()
        self.row.addWidget(canvas, 3)
        self.row.addWidget(self.embedded, 1)

    def show_item(self, item: Item) -> None:
        """Be about this item, or the same one as it reads now."""
        other = self._item is None or self._item.item != item.item
        self._item = item
        if other and self.levels.isHidden():
            self._canvas.set_levels(Levels())
        if not self.facts.isHidden():
            self.facts.show_item(item)
        self.embedded.show_item(item)
        self.line.refresh()

    @Slot()
    def toggle_facts(self) -> None:
        self.facts.setVisible(self.facts.isHidden())
        if self._item is not None:
            self.facts.show_item(self._item)
        self._canvas.update()  # what is told on the picture makes room

    @Slot()
    def toggle_levels(self) -> None:
        """Show the panel, or put it away; the levels of this item stay."""
        if self.levels.isHidden():
            self.levels.show()
            self.levels.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.levels.hide()
            self._canvas.setFocus()
        self._canvas.update()

    @Slot()
    def toggle_embedded(self) -> None:
        self.embedded.setVisible(self.embedded.isHidden())
        self.embedded.show_item(self._item)
        if self.embedded.isHidden():
            self._canvas.setFocus()
