"""The page with the grid: lists what the filters ask for, stacks copies, and keeps its place while items change."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from annotator.case import Case
from annotator.model import Changed, Counts, Filter, SavedSearch, Sort
from annotator.stacks import Stacks
from ui import words
from ui.jobs import JobRunner, Lane
from ui.library import carry
from ui.library.bar import Bar, nothing_found
from ui.library.cells import Rows
from ui.library.filters import Filters
from ui.library.grid import Grid
from ui.library.model import PAGE, ItemModel
from ui.library.thumbnails import Thumbnails
from ui.library.told import told
from ui.parts import label
from ui.settings import CELL_SIZE, FOLDED, STACKED, Settings
from ui.shield.shield import Shield

_MENU = ("view", "open_stack", "", "incident", "place", "status", "tags", "note", "", "copy", "select_all", "invert")
"""Names of actions; a line where there is none."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter finds: all numbers, the rows that are looked at first, and the stacks where they are wanted."""

    ids: "array[int]"
    rows: Rows
    stacks: Stacks | None = None
    like: str = ""
    """The name of the item that others are compared with."""

    @classmethod
    def of(cls, case: Case, wanted: Filter, *, stacked: bool = False) -> "Found":
        """Read it."""
        ids = case.find(wanted)
        stacks = case.library.stacks(ids) if stacked else None
        first = ids if stacks is None else stacks.shown
        like = case.items([wanted.alike]) if wanted.alike is not None else []
        return cls(ids, Rows.of(case, first[:PAGE], stacks or Stacks()), stacks, like[0].name if like else "")


class Library(QWidget):
    """Reads in the background. What does not fit any more after a change stays until the list is asked for again."""

    key_pages = frozenset({"grid"})
    listed = Signal()
    said = Signal(str)
    import_wanted = Signal()
    """There is nothing in the case yet, and somebody wants to change that."""

    def __init__(
        self,
        runner: JobRunner,
        search: QLineEdit,
        thumbnails: Thumbnails,
        shield: Shield,
        settings: Settings,
        found: Found,
        *,
        wanted: Filter,
        current: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`found` is what `wanted` finds; the cursor goes to `current` where that is among it."""
        super().__init__(parent)
        self._runner, self._shield = runner, shield
        self._ask = 0
        self._go_to = current
        self._settings, self._stacked = settings, settings.get(STACKED)
        self._counting = self._count_again = False
        self.model = ItemModel(runner, self)
        self.grid = Grid(self.model, thumbnails, shield)
        self.filters = Filters(search)
        self.bar = Bar()
        self.begin = QPushButton(self.tr("Import a folder…"))
        self.begin.setDisabled(runner.read_only)
        self.begin.clicked.connect(self.import_wanted)
        self._empty_said = label(role="quiet")
        self._empty = _instead(self._empty_said, self.begin)
        self.show_importing(under_way=False)
        self._nothing_said = label(wrap=True)
        self.clear = QPushButton(self.tr("Clear filters"))
        self.clear.clicked.connect(self._clear)
        self._nothing = _instead(self._nothing_said, self.clear)
        self._pages = QStackedWidget()
        for page in (self.grid, self._empty, self._nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.grid)
        self.filters.changed.connect(runner.give_way)
        self.filters.changed.connect(self.relist)
        self.bar.sorted.connect(self._sort)
        self.bar.wanted_changed.connect(self._take_away)
        self.bar.cleared.connect(self._clear)
        self.bar.stacks_toggled.connect(self.set_stacked)
        self.bar.stacks.setChecked(self._stacked)
        self.bar.scale.setValue(self.grid.scale)
        self.bar.scaled.connect(self.grid.set_scale)
        self.grid.resized.connect(self._on_resized)
        self.grid.set_scale(settings.get(CELL_SIZE))
        for fold in self.filters.folds:
            if fold.key in settings.get(FOLDED):
                fold.fold()
            fold.folded.connect(self._on_folded)
        self.grid.carried.connect(self._carry)
        self.grid.menu_wanted.connect(self._show_menu)
        self.filters.saved.save_wanted.connect(self._save)
        self.filters.saved.rename_wanted.connect(self._rename)
        self.filters.saved.delete_wanted.connect(self._delete)
        self.filters.saved.left.connect(self.take_focus)
        self.filters.set_wanted(wanted)
        self._found(self._ask, wanted, found)

    # --- finding

    @Slot()
    def relist(self) -> None:
        """List what the filters ask for, and that alone."""
        self._find(())

    @Slot()
    def find_more(self) -> None:
        """List anew, and keep what is on show though it does not fit any more."""
        self._find(tuple(self.model.gone))

    def _find(self, also: tuple[int, ...]) -> None:
        self._ask += 1
        ask, stacked, wanted = self._ask, self._stacked, replace(self.filters.wanted(), also=also)
        self._runner.read(
            lambda case: Found.of(case, wanted, stacked=stacked), lambda found: self._found(ask, wanted, found)
        )
        self.count()

    def _found(self, ask: int, wanted: Filter, found: Found) -> None:
        if ask != self._ask:
            return
        ids, was_empty = found.ids, not len(self.model.ids)
        self.model.set_ids(ids, found.rows, found.stacks)
        self.model.mark_gone(wanted.also)
        conditions = told(wanted)
        self._nothing_said.setText(nothing_found(wanted))
        before, focus = self._pages.currentWidget(), self.window().focusWidget()  # in the background too
        self._pages.setCurrentWidget(self.grid if ids else self._nothing if conditions else self._empty)
        if before is not None and focus is not None and (focus is before or before.isAncestorOf(focus)):
            self.take_focus()  # else it would go to the first filter
        self.bar.show_filter(replace(wanted, also=()), found.like)
        number, self._go_to = self._go_to, None
        if number is not None and self.model.row_of(number) >= 0:
            self.grid.go_to(number)
        elif ids and (was_empty or self.grid.current is None):
            self.grid.go_to(self.model.shown[0])
        self.listed.emit()

    def show_importing(self, *, under_way: bool) -> None:
        """Say where there is nothing yet whether something is on its way."""
        had_focus = self.window().focusWidget() in (self.begin, self._empty)
        if under_way:
            self._empty_said.setText(self.tr("Importing: the first items appear here as soon as they are read."))
        else:
            self._empty_said.setText(self.tr("This case is empty. Drop a folder here, or import one with Ctrl+I."))
        self._empty.setAccessibleName(self._empty_said.text())
        self.begin.setHidden(under_way)
        if had_focus:
            self.take_focus()

    def count(self) -> None:
        """Count anew, beside the window; what is asked for meanwhile is counted once, afterwards."""
        if self._counting:
            self._count_again = True
            return
        self._counting, wanted = True, self.filters.wanted()
        self._runner.read(
            lambda case: (case.library.counts(wanted), case.library.searches()),
            self._counted,
            lane=Lane.COUNTS,
            failed=self._not_counted,
        )

    def _counted(self, read: tuple[Counts, list[SavedSearch]]) -> None:
        self._counting = False
        counts, searches = read
        self.filters.show_counts(counts)
        self.filters.saved.show_searches(searches)
        if self._count_again:
            self._count_again = False
            self.count()

    def _not_counted(self, error: BaseException) -> None:
        self._counting = self._count_again = False
        self._runner.failed.emit(error)

    def changed(self, changed: Changed) -> None:
        """Refresh what a change touched, and say what of it does not fit any more."""
        self.model.refresh(changed.items)
        self.count()
        wanted = replace(self.filters.wanted(), sort=Sort.ITEM, descending=False)
        regrouped = self._stacked and "links" in changed.nouns
        if not regrouped and not told(wanted):
            return
        ask, items = self._ask, tuple(changed.items)

        def take(fitting: set[int]) -> None:
            if ask != self._ask:
                return
            listed = {number for number in items if self.model.row_of(number) >= 0}
            self.model.mark_gone((self.model.gone | listed) - fitting)
            if regrouped or fitting - listed:  # what was taken back may fit again
                self.find_more()
            self.listed.emit()

        self._runner.read(lambda case: set(case.find(replace(wanted, items=_among(wanted.items, items)))), take)

    # --- what is asked for here

    def go_to(self, number: int) -> None:
        """Go to an item, without the filters where they hide it."""
        if self.model.row_of(number) >= 0:
            self.grid.go_to(number)
        else:
            self._go_to = number
            self.filters.clear()

    @Slot()
    def take_focus(self) -> None:
        """Give the keyboard to the grid, or to what stands in its place."""
        begin = self._empty if self.begin.isHidden() else self.begin
        instead: dict[QWidget | None, QWidget] = {self._nothing: self.clear, self._empty: begin}
        instead.get(self._pages.currentWidget(), self.grid).setFocus()

    @Slot()
    def _clear(self) -> None:
        self.filters.clear()
        self.grid.setFocus()

    @Slot(object)
    def _take_away(self, wanted: Filter) -> None:
        self.filters.apply(wanted)
        self.grid.setFocus()

    @Slot(object)
    def _sort(self, order: Filter) -> None:
        if order.sort is Sort.ALIKE:
            kept = self.filters.wanted()
            same = kept.sort is Sort.ALIKE and order.descending != kept.descending
            order = replace(order, alike=kept.alike if same else self.grid.current)
            if order.alike is None:
                self.said.emit(self.tr("Select the item first that the others are to be compared with."))
                return
        self.filters.sort(order)

    @Slot(int)
    def _on_resized(self, step: int) -> None:
        self.bar.scale.setValue(step)
        self._settings.set(CELL_SIZE, step)

    @Slot(str, bool)
    def _on_folded(self, name: str, folded: bool) -> None:
        names = {*self._settings.get(FOLDED), name} if folded else {*self._settings.get(FOLDED)} - {name}
        self._settings.set(FOLDED, sorted(names))

    @Slot()
    def toggle_stacks(self) -> None:
        self.set_stacked(not self._stacked)

    @Slot(bool)
    def set_stacked(self, stacked: bool) -> None:
        """Show copies as one cell, or each for itself."""
        self._stacked = stacked
        self.bar.stacks.setChecked(stacked)
        self._settings.set(STACKED, stacked)
        self.find_more()

    def status(self, selected: int, *, in_grid: bool) -> str:
        """How many items there are, are selected, and do not fit any more; what stacks hold is counted."""
        listed, cells = len(self.model.ids), len(self.model.shown)
        parts = [words.items(listed)]
        if self.model.stacked:
            parts = [self.tr("{items} in {cells} cells").format(items=parts[0], cells=words.number(cells))]
        if selected and in_grid and selected != self.grid.selected_cells:
            text = self.tr("{count} selected, with all that their closed stacks hold")
            parts.append(text.format(count=words.number(selected)))
        elif selected:
            parts.append(self.tr("{count} selected").format(count=words.number(selected)))
        if self.model.gone:
            text = self.tr("{count} no longer in this filter; F5 takes them away")
            parts.append(text.format(count=words.number(len(self.model.gone))))
        return " · ".join(parts)

    # --- saved searches

    def name_search(self) -> None:
        """Ask for a name for what is on show."""
        conditions = [each.text for each in told(self.filters.wanted())]
        self.filters.ensureWidgetVisible(self.filters.saved)
        self.filters.saved.begin(words.plain(words.tr(", ").join(conditions))[:80])

    @Slot(str)
    def _save(self, name: str) -> None:
        search = SavedSearch(name=name, wanted=self.filters.wanted())
        done = self.tr("The search “{name}” is saved.").format(name=words.isolated(name))
        self._runner.change(lambda case: case.library.save(search), lambda _: self._searches_changed(done))

    @Slot(str, str)
    def _rename(self, name: str, new: str) -> None:
        self._runner.change(lambda case: case.library.rename(name, new), lambda _: self._searches_changed())

    @Slot(object)
    def _delete(self, search: SavedSearch) -> None:
        done = self.tr("The search “{name}” is forgotten.").format(name=words.isolated(search.name))
        self._runner.change(lambda case: case.library.delete(search.name), lambda _: self._searches_changed(done))

    def _searches_changed(self, done: str = "") -> None:
        self.count()
        if done:
            self.said.emit(done)

    # --- menu and dragging

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        carry.menu(self, _MENU).popup(place)

    @Slot()
    def _carry(self) -> None:
        carry.begin(self.grid, self._runner, self._shield, self.grid.selection())


def _instead(said: QLabel, button: QPushButton) -> QWidget:
    """What stands in the place of the grid: a sentence, and what to do."""
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    button.setAutoDefault(True)  # Enter presses it too
    page = QWidget()
    middle = QVBoxLayout(page)
    middle.addStretch(1)
    middle.addWidget(said)
    middle.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    middle.addStretch(1)
    return page


def _among(chosen: Iterable[int] | None, items: tuple[int, ...]) -> tuple[int, ...]:
    """Those of `items` that are chosen, where some are."""
    return items if chosen is None else tuple(set(chosen).intersection(items))
