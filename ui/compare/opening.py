"""The ways to the page that compares items, and back to where one was."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from annotator.model import Link, Verdict
from ui.compare.blend import Mode
from ui.compare.page import ComparePage
from ui.compare.reading import Inbox, Round
from ui.jobs import Lane
from ui.viewer.canvas import Canvas

if TYPE_CHECKING:
    from ui.desk import Desk

MOST = 4


class Comparing(QObject):
    """Opens the page on what the desk has selected, on a pair, or on the links that wait for a verdict."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: ComparePage | None = None
        self._from_viewer = False
        desk.refreshed.connect(lambda changed: self._page and self._page.refresh(changed))

    @property
    def page(self) -> ComparePage:
        if self._page is None:
            desk = self._desk
            page = ComparePage(desk.runner, desk.thumbnails, desk.shield)
            page.left.connect(self._leave)
            page.changed.connect(desk.changed)
            page.said.connect(desk.said)
            page.open_wanted.connect(self._open)
            page.chosen_changed.connect(desk.grid.selected)
            self._page = page
        return self._page

    @Slot(object)
    def compare(self, numbers: Sequence[int]) -> None:
        """Compare these items; one alone with its surest copy."""
        desk = self._desk
        numbers = list(dict.fromkeys(numbers))
        if len(numbers) > MOST and desk.grid.selected_cells == 1:  # a closed stack: its pairs, one after the other
            self._with_copy(numbers[0])
        elif len(numbers) > MOST:
            desk.said.emit(self.tr("Up to four items can be compared at a time: select two to four."))
        elif not numbers:
            desk.said.emit(self.tr("Select two to four items to compare, or one that has copies."))
        elif len(numbers) > 1:
            self._begin(numbers)
        else:
            self._with_copy(numbers[0])

    def _begin(self, numbers: Sequence[int]) -> None:
        self._show()
        self.page.show_items(numbers)

    def _with_copy(self, number: int) -> None:
        def take(links: Sequence[Link]) -> None:
            best = next((link for link in links if link.verdict is not Verdict.DIFFERENT), None)
            if best is None:
                self._desk.said.emit(
                    self.tr("No copy of this item is known: select another one with it to compare the two.")
                )
            elif number in self._desk.selection:
                self._begin([number, best.b if best.a == number else best.a])

        self._desk.runner.read(lambda case: case.detail(number).links, take)

    def undecided(self) -> None:
        """Go through all links that nobody has judged, the worst doubt first."""

        def take(found: Round) -> None:
            if found.pairs.current is None:
                self._desk.said.emit(self.tr("No link between copies waits for a verdict."))
            else:
                self._show()
                self.page.show_round(found)

        self._desk.runner.read(lambda case: Round.of_inbox(case, Inbox()), take, lane=Lane.COUNTS)

    @Slot(int, object)
    def _open(self, number: int, seconds: float | None) -> None:
        """Show an item alone, footage at this second."""
        desk = self._desk
        desk.go_to(number)
        desk.open_item(number)
        if seconds is not None and desk.viewer.item is not None and desk.viewer.item.item == number:
            desk.viewer.footage.seek(seconds)

    def _show(self) -> None:
        desk = self._desk
        if desk.middle.currentWidget() is not self._page or self._page is None:
            self._from_viewer = desk.viewing
        desk.show_page(self.page)

    @Slot()
    def _leave(self) -> None:
        if self._from_viewer:
            self._desk.open_current()
        else:
            self._desk.show_grid()


def _page(do: Callable[[ComparePage], None]) -> Callable[["Desk"], None]:
    def act(desk: "Desk") -> None:
        page = desk.middle.currentWidget()
        if isinstance(page, ComparePage):
            do(page)

    return act


def _each(page: ComparePage, do: Callable[[Canvas], None]) -> None:
    for canvas in page.together:
        do(canvas)


COMMANDS: dict[str, Callable[["Desk"], None]] = {
    "compare": lambda desk: desk.comparing.compare(desk.selection),
    "undecided": lambda desk: desk.comparing.undecided(),
    "compare_leave": _page(lambda page: page.leave()),
    "compare_blink": _page(lambda page: page.toggle(Mode.BLINK)),
    "compare_overlay": _page(lambda page: page.toggle(Mode.OVERLAY)),
    "compare_difference": _page(lambda page: page.toggle(Mode.DIFFERENCE)),
    "compare_level": _page(lambda page: page.over.level()),
    "compare_lock": _page(lambda page: page.lock()),
    "compare_fit": _page(lambda page: page.zoom(Canvas.fit)),
    "compare_actual": _page(lambda page: page.zoom(Canvas.actual)),
    "compare_zoom_in": _page(lambda page: page.zoom(Canvas.zoom_in)),
    "compare_zoom_out": _page(lambda page: page.zoom(Canvas.zoom_out)),
    "compare_turn": _page(lambda page: _each(page, lambda canvas: canvas.turn(90))),
    "compare_turn_back": _page(lambda page: _each(page, lambda canvas: canvas.turn(-90))),
    "compare_flip": _page(lambda page: _each(page, lambda canvas: canvas.flip(across=True))),
    "compare_flip_down": _page(lambda page: _each(page, lambda canvas: canvas.flip(across=False))),
    "compare_pane": _page(lambda page: page.next_pane()),
    "compare_more": _page(lambda page: page.over.more(1)),
    "compare_less": _page(lambda page: page.over.more(-1)),
    "compare_wipe_right": _page(lambda page: page.over.wipe(1)),
    "compare_wipe_left": _page(lambda page: page.over.wipe(-1)),
    "compare_same": _page(lambda page: page.judge(Verdict.SAME)),
    "compare_different": _page(lambda page: page.judge(Verdict.DIFFERENT)),
    "compare_undecided": _page(lambda page: page.judge(Verdict.UNDECIDED)),
    "compare_open": _page(lambda page: page.open_this()),
    "compare_doubts": _page(lambda page: page.going.choose(page.top.next_doubt())),
    "compare_next": _page(lambda page: page.next_pair()),
}
