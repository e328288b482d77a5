"""What a person does about reviews at the desk: ask others, go through what waits, look at how far all are."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui import words
from ui.inspector.shown import Work
from ui.review.assign import Assign
from ui.review.overview import Overview

if TYPE_CHECKING:
    from ui.desk import Desk


class Rounds(QObject):
    """The desk's side of reviews."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.refreshed.connect(self._on_refreshed)

    @cached_property
    def _overview(self) -> Overview:
        overview = Overview(self._desk.runner)
        overview.left.connect(self._desk.show_grid)
        overview.to_do_wanted.connect(self.go_on)
        overview.opened.connect(self._open)
        overview.asked.connect(self._change)
        overview.chosen_changed.connect(self._desk.grid.selected)
        return overview

    @Slot()
    def show(self) -> None:
        """Show how far all reviews are."""
        self._desk.show_page(self._overview)
        self._overview.refresh()
        self._desk.inspector.show_review()

    @property
    def shown(self) -> bool:
        """Whether the page of all reviews is on show."""
        return self._desk.middle.currentWidget() is vars(self).get("_overview")

    @Slot()
    def _on_refreshed(self) -> None:
        if self.shown:
            self._overview.refresh()

    @Slot()
    def assign(self) -> None:
        """Ask who is to review the selected items."""
        numbers = self._desk.selection
        if not len(numbers):
            self._desk.said.emit(self.tr("Select the items that others are to review first."))
            return

        def ask(people: list[str]) -> None:
            dialog = Assign(len(numbers), people, self._desk.runner.actor, self._desk)
            if dialog.exec():
                names, first = dialog.people, dialog.first
                self._desk.changes.do(
                    lambda case: case.review.assign(numbers, names, first=first),
                    lambda: self._asked(len(numbers), names),
                    self._desk.runner.failed.emit,
                )
            dialog.deleteLater()

        self._desk.runner.read(lambda case: case.review.people(), ask)

    def _asked(self, count: int, names: list[str]) -> None:
        said = self.tr("Asked to review {items}: {people}. Ctrl+R shows how far all reviews are.")
        people = words.tr(", ").join(map(words.isolated, names))
        self._desk.said.emit(said.format(items=words.items(count), people=people))

    @Slot()
    def go_on(self) -> None:
        """Go to the next item that waits for this reviewer's answer."""

        def take(waiting: list[int]) -> None:
            if not waiting:
                self._desk.said.emit(self.tr("Nothing waits for your answer."))
                return
            self._open(self._next(waiting))

        # In the writing thread, so that an answer that was just given counts.
        self._desk.runner.change(lambda case: case.review.to_do(), take)

    def _next(self, waiting: list[int]) -> int:
        """Of these the next in the list, or the chosen one where it is not being answered; else the next by number."""
        ids, here, wanted = self._desk.model.ids, self._desk.selection, set(waiting)
        current = here[0] if len(here) == 1 else self._desk.grid.current or 0
        on = 1 if self._desk.inspector.answering and not self.shown else 0
        start = ids.index(current) + on if current in ids else 0
        listed = next((number for number in chain(ids[start:], ids[:start]) if number in wanted), None)
        after = (number for number in waiting if number >= current + on)
        return listed if listed is not None else next(after, waiting[0])

    @Slot(int)
    def _open(self, number: int) -> None:
        self._desk.show_grid()
        self._desk.go_to(number)
        self._desk.inspector.show_review()

    def _change(self, work: Work) -> None:
        self._desk.runner.change(lambda case: work(case, ()), self._desk.changed)
