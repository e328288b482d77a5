"""The desk of one open case: filters, grid or viewer, inspector, and what goes between them."""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from annotator.case import Case
from annotator.model import Change, Changed, Filter, Level
from ui import regions, words
from ui.changes import Changes
from ui.columns import Columns
from ui.compare.opening import Comparing
from ui.dialogs import known
from ui.inspector.inspector import Inspector
from ui.inspector.shown import ForCopies, Shown, Work
from ui.jobs import JobRunner, Lane
from ui.library.library import Found, Library
from ui.library.thumbnails import Thumbnails
from ui.review.rounds import Rounds
from ui.session import Position
from ui.settings import Settings
from ui.shield.shield import Shield
from ui.viewer.photo import warm
from ui.viewer.viewer import Viewer

_SETTLE_MS = 40
_GROWING_MS = 1000
_WARM_MS = 300


@runtime_checkable
class Page(Protocol):
    """A page of the desk that says itself which items a key acts on."""

    @property
    def chosen(self) -> "array[int]":
        """Their numbers."""


class Desk(QWidget):
    """Reads the case in the background, asks for changes, and refreshes just what changed.

    The items come first: viewer and inspector are made, and counts and the like are read, once the grid is painted.
    """

    furnished = Signal()
    """All is there, after the grid."""
    listed = Signal()
    """Other items are listed now: `model.ids`."""
    refreshed = Signal(object)
    """A `Changed`: what pages of their own should read again."""
    status = Signal(str)
    head = Signal(str)
    said = Signal(str)
    place_asked = Signal(object)
    places_found = Signal(str, object)
    """The text that was asked for, and what a gazetteer knows of it."""
    pages_shown = Signal(object)
    """Names of the pages on show, as `ui.actions.PAGES` has them: what the widget in the middle has as `key_pages`."""

    def __init__(
        self,
        runner: JobRunner,
        search: QLineEdit,
        shield: Shield,
        settings: Settings,
        found: Found,
        position: Position,
        parent: QWidget | None = None,
    ) -> None:
        """`found` is what the filter of `position` finds."""
        super().__init__(parent)
        self.runner, self.shield = runner, shield
        self.rounds = Rounds(self)
        self.changes = Changes(runner, self)
        self.changes.changed.connect(self.changed)
        self.changes.said.connect(self.said)
        self.thumbnails = Thumbnails(runner, self)
        self.thumbnails.restyle(shield.style)
        shield.restyled.connect(self.thumbnails.restyle)
        shield.closed.connect(self.thumbnails.cover_up)
        self.library = Library(
            runner, search, self.thumbnails, shield, settings, found, wanted=position.wanted, current=position.current
        )
        self.model, self.grid, self.filters = self.library.model, self.library.grid, self.library.filters
        self.middle = QStackedWidget()
        self.middle.addWidget(self.library)
        self.middle.currentChanged.connect(self._say_pages)
        self._furnished = False
        self.side = QWidget()
        self._beside = QVBoxLayout(self.side)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self.columns = Columns(self.filters, self.middle, self.side, read_only=runner.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self._settling = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._show_selection)
        self.changes.refused.connect(self._settling.start)  # the panels show again what is so
        self._growing = QTimer(self, interval=_GROWING_MS, singleShot=True)
        self._growing.timeout.connect(self._grown)
        self.library.listed.connect(self._on_listed)
        self.library.said.connect(self.said)
        self.grid.selected.connect(self._on_selected)
        self.grid.opened.connect(self.open_item)
        self.model.row_arrived.connect(self._on_rows)
        # Timers, so that the first picture is on the screen before more work is begun.
        later = QTimer(self, interval=0, singleShot=True)
        later.timeout.connect(self._furnish)
        self.grid.painted.connect(later.start)
        self._resume: Position | None = position
        self.columns.restore(position.columns, position.hidden)
        if not found.ids:
            later.start()

    @cached_property
    def viewer(self) -> Viewer:
        viewer = Viewer(self.runner, self.thumbnails, self.shield)
        viewer.left.connect(self.show_grid)
        viewer.moved.connect(self.step)
        viewer.footage.keep_wanted.connect(self._keep_frame)
        viewer.footage.change_wanted.connect(lambda work, item: self.changes.make(work, [item]))
        viewer.footage.said.connect(self.said)
        viewer.shown.connect(self._say_pages)
        self.middle.addWidget(viewer)
        regions.join(self, viewer)
        return viewer

    @cached_property
    def comparing(self) -> Comparing:
        return Comparing(self)

    @cached_property
    def inspector(self) -> Inspector:
        inspector = Inspector(writable=not self.runner.read_only, actor=self.runner.actor)
        # What is selected now, not what the panels had time to show: a quick hand must not tag the items before.
        inspector.asked.connect(lambda work: self.apply(work, self.selection))
        inspector.opened.connect(self.go_to)
        inspector.refused.connect(self.runner.failed)
        inspector.compare_wanted.connect(lambda numbers: self.comparing.compare(numbers))
        inspector.left.connect(self.focus_items)
        inspector.place_asked.connect(self.place_asked)
        inspector.noun_wanted.connect(lambda kind, name: known.show(self, kind, name))
        self.places_found.connect(inspector.place.suggest)
        inspector.review.assign_wanted.connect(self.rounds.assign)
        inspector.review.answered.connect(self.rounds.go_on)
        self._beside.addWidget(inspector)
        return inspector

    def flush(self) -> None:
        """Make what is being written a change, before the case is closed."""
        if "inspector" in vars(self):
            self.inspector.flush()

    @Slot()
    def _furnish(self) -> None:
        if not self._furnished:
            self._furnished = True
            self._say_pages()
            if self._resume is not None and self._resume.current in (None, self.grid.current):
                self.grid.verticalScrollBar().setValue(self._resume.scroll)
                if self._resume.viewing:
                    self.open_current()
            self._resume = None
            self._say_status()
            self._show_selection()
            self._read_known()
            QTimer.singleShot(_WARM_MS, self, lambda: warm(self.runner))
            self.furnished.emit()

    # --- what is on show

    @property
    def selection(self) -> "array[int]":
        """The items that a key acts on: in the viewer the one on show, in the grid the selected ones."""
        page = self.middle.currentWidget()
        if isinstance(page, Page):
            return page.chosen
        if self.viewing and self.viewer.item is not None:
            return array("q", [self.viewer.item.item])
        return self.grid.selection()

    @property
    def viewing(self) -> bool:
        return isinstance(self.middle.currentWidget(), Viewer)

    def wanted(self) -> Filter:
        return self.filters.wanted()

    @Slot()
    def refresh(self) -> None:
        """Read everything again."""
        self.relist()
        self._read_known()

    def grow(self) -> None:
        """Items are being added: read again, but not more often than can be looked at."""
        if not self._growing.isActive():
            self._growing.start(_GROWING_MS if len(self.model.ids) else _SETTLE_MS)

    @Slot()
    def _grown(self) -> None:
        self.library.find_more()
        self._read_known()

    @Slot()
    def relist(self) -> None:
        """List what the filters ask for."""
        self.library.relist()

    @Slot()
    def _on_listed(self) -> None:
        self._say_status()
        self.listed.emit()

    def _read_known(self) -> None:
        def read(case: Case) -> tuple[Any, ...]:
            return case.incidents(), case.places(), case.library.tags(), case.journal_head()

        self.library.count()
        self.runner.read(read, self._take_known, lane=Lane.COUNTS)

    def _take_known(self, known: tuple[Any, ...]) -> None:
        incidents, places, tags, head = known
        self.inspector.set_known(incidents, places, tags)
        self.head.emit(head)

    def _say_status(self) -> None:
        in_grid = self.middle.currentWidget() is self.library
        self.status.emit(self.library.status(len(self.selection), in_grid=in_grid))

    # --- moving about

    @Slot(int)
    def open_item(self, number: int) -> None:
        """Show an item alone."""
        self.grid.go_to(number)
        self.middle.setCurrentWidget(self.viewer)
        self._show_in_viewer()
        self.viewer.canvas.setFocus()

    @Slot()
    def open_current(self) -> None:
        if self.grid.current is not None:
            self.open_item(self.grid.current)

    @Slot()
    def show_grid(self) -> None:
        self.shield.cover()
        self.middle.setCurrentWidget(self.library)
        self.library.take_focus()
        self.grid.scrollTo(self.grid.currentIndex())
        self._on_selected()

    @Slot()
    def _say_pages(self) -> None:
        self.pages_shown.emit(getattr(self.middle.currentWidget(), "key_pages", frozenset()))

    @Slot()
    def focus_items(self) -> None:
        page = self.middle.currentWidget()
        if page is self.library:
            self.library.take_focus()
        elif self.viewing:
            self.viewer.canvas.setFocus()
        elif page is not None:
            page.setFocus()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next item, or the one before."""
        row = self.grid.currentIndex().row() + by
        if 0 <= row < len(self.model.shown):
            self.grid.go_to(self.model.shown[row])

    def select(self, numbers: Iterable[int]) -> None:
        """Select these of the listed items, as other views of the same list ask for."""
        self.grid.choose(numbers)

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of grid and viewer, and give it the keyboard; `show_grid` leads back."""
        self.shield.cover()
        if self.middle.indexOf(page) < 0:
            self.middle.addWidget(page)
        self.middle.setCurrentWidget(page)
        page.setFocus()

    @Slot(int)
    def go_to(self, number: int) -> None:
        """Go to an item, without the filters where they hide it."""
        if isinstance(self.middle.currentWidget(), Page):
            self.show_grid()
        self.library.go_to(number)

    @Slot()
    def _on_selected(self) -> None:
        self.runner.give_way()
        self._settling.start()
        self._say_status()
        self._show_in_viewer()

    @Slot()
    def _on_rows(self) -> None:
        self._show_in_viewer()

    def _show_in_viewer(self) -> None:
        index = self.grid.currentIndex()
        item = self.model.item_at(index.row()) if self.viewing and index.isValid() else None
        if item is not None:
            whole = words.number(len(self.model.shown))
            self.viewer.show_item(
                item, self.tr("{place} of {whole}").format(place=words.number(index.row() + 1), whole=whole)
            )
            near = (index.row() + 1, index.row() - 1)
            self.viewer.set_nearby(
                *(self.model.item_at(row) if row in range(self.model.rowCount()) else None for row in near)
            )

    @Slot()
    def _show_selection(self) -> None:
        """Read what the inspector is to be about."""
        if not self._furnished:
            return
        numbers, writable = self.selection, not self.runner.read_only

        def take(shown: Shown) -> None:
            if shown.numbers == self.selection:
                self.inspector.show_items(shown)

        self.runner.read(lambda case: Shown.read(case, numbers, writable=writable), take)

    # --- changes

    def apply(self, work: Change | ForCopies | Work, numbers: Sequence[int]) -> None:
        """Make a change to these items."""
        self.runner.give_way()
        self.changes.make(work, numbers)

    def set_level(self, level: Level, *, go_on: bool = False) -> None:
        sheet = self.inspector.sheet
        if sheet is not None:
            sheet.set_level(level)
            return
        self.changes.set_level(level, self.selection)
        if len(self.selection) == 1 and go_on and not isinstance(self.middle.currentWidget(), Page):
            self.step(1)

    def changed(self, changed: Changed) -> None:
        """Refresh what a change touched."""
        if "regions" in changed.nouns:
            self.thumbnails.renew(changed.items)
        self.refreshed.emit(changed)
        self.changes.read_steps()
        self.library.changed(changed)
        self.viewer.refresh(changed.items)
        self._settling.start()
        self._read_known()

    def _keep_frame(self, video: int, seconds: float) -> None:
        def kept(result: tuple[int, Changed]) -> None:
            number, changed = result
            self.said.emit(
                self.tr("The frame at {time} is item {number} now.").format(
                    time=words.clock(seconds, exact=True), number=number
                )
            )
            self.changed(changed)
            self.viewer.frames_changed()
            self.relist()

        self.runner.change(lambda case: case.keep_frame(video, seconds), kept)
