"""F6 goes from pane to pane: search, filters, the items, what is beside them, docks, messages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class Panes:
    """`find` lists the panes of now, in reading order; those that are hidden or hold nothing to focus are left out."""

    def __init__(self, find: Callable[[], Sequence[QWidget]]) -> None:
        self._find = find

    def move(self, by: int) -> None:
        """Give the keyboard to the next pane, or with -1 to the one before."""
        entries = [(pane, entry) for pane in self._find() if pane.isVisible() and (entry := _entry(pane)) is not None]
        if not entries:
            return
        focus = QApplication.focusWidget()
        here = [
            place
            for place, (pane, _) in enumerate(entries)
            if focus is not None and (pane is focus or pane.isAncestorOf(focus))
        ]
        # The innermost, where one pane lies in another.
        start = here[-1] if here else (-1 if by > 0 else 0)
        entries[(start + by) % len(entries)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _entry(pane: QWidget) -> QWidget | None:
    """Where the keyboard goes in a pane: where it was last, else the first control that takes it."""
    last = pane.focusWidget()
    if last is not None and _takes(last):
        return last
    if _takes(pane):
        return pane
    controls = [control for control in pane.findChildren(QWidget) if _takes(control)]
    return controls[0] if controls else None


def _takes(widget: QWidget) -> bool:
    keyboard = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return keyboard and widget.isVisible() and widget.isEnabled()
