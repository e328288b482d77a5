"""Going on in a case where one was: what is kept of the window when it closes, and found again."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.model import Filter
from annotator.text import shown
from ui import cases, session, words
from ui.compare.page import ComparePage
from ui.dialogs.help import HelpWindow
from ui.dialogs.settings import SettingsDialog
from ui.library.library import Found
from ui.session import Position, Session
from ui.settings import REOPEN

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.main_window import MainWindow

_log = logging.getLogger(__name__)


def find(case: Case, position: Position, *, stacked: bool) -> tuple[Found, Position]:
    """What the kept filter finds; everything where it does not fit this case any more."""
    try:
        return Found.of(case, position.wanted, stacked=stacked), position
    except (EvidenceError, ValueError, OverflowError):
        _log.info("the kept filter was left out")
        return Found.of(case, Filter(), stacked=stacked), Position()


def keep(window: "MainWindow", *, still_open: bool) -> None:
    """Keep where somebody is in the open case, for `reopen` where it is still open when the window closes."""
    if window.desk is not None:
        session.save(
            window.settings,
            Session(
                case=window.desk.runner.path,
                open=still_open,
                position=session.position(window.desk),
                docks=session.packed(bytes(window.saveState().data())),
            ),
        )


def way_back(desk: "Desk") -> Callable[["Desk"], None]:
    """Leads to what is selected and on show here, in a desk that is made anew for the same case."""
    page, current = desk.middle.currentWidget(), desk.grid.current
    selected = sorted(desk.grid.selection(), key=lambda number: number != current)  # the cursor goes to the first
    compared = [pane.item.item for pane in page.panes] if isinstance(page, ComparePage) else []
    reviews, panel = desk.rounds.shown, desk.inspector.page

    def go(again: "Desk") -> None:
        if len(selected) > 1:
            again.select(selected)
        if compared:
            again.comparing.compare(compared)
        elif reviews:
            again.rounds.show()
        again.inspector.show_page(panel)

    return go


def windows_back(window: "MainWindow") -> Callable[[], None]:
    """Shows the windows that are beside this one now, each at its page, once it is made anew."""
    pages: dict[type[QDialog], str] = {}
    for kind, beside in window.beside.items():
        if beside.isVisible():
            pages[kind] = beside.page if isinstance(beside, SettingsDialog) else ""
            if isinstance(beside, HelpWindow):
                pages[kind] = beside.page.name

    def go() -> None:
        for kind, page in pages.items():
            again = window.show_window(kind)
            if isinstance(again, SettingsDialog | HelpWindow):
                again.show_page(page)

    return go


def reopen(window: "MainWindow") -> None:
    """Go on with the case that was open when the window was closed, where that is wanted."""
    last = session.load(window.settings)
    if last.case is None or not last.open or not window.settings.get(REOPEN):
        return
    if cases.is_case(last.case):
        window.open_case(last.case)
        return
    session.save(window.settings, replace(last, open=False))
    window.notices.say(
        words.tr("The case “{path}” was open last and is not there any more, or its disk is not.").format(
            path=words.isolated(shown(str(last.case)))
        ),
        grave=True,
    )
