"""Regions on the desk: the picture, the list in the inspector and the rest of the window keep step."""

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model import Changed
from ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from ui.desk import Desk


def join(desk: "Desk", viewer: Viewer) -> None:
    """Let the regions of the viewer and of the inspector follow each other, and the desk hear of changes."""
    board, panel = viewer.regions.board, desk.inspector.regions

    def want(number: int) -> None:
        if desk.viewing:
            board.want(number)

    def show(item: int, number: int) -> None:
        if not desk.viewing:
            desk.open_item(item)
        board.want(number)
        desk.focus_items()

    def end(number: int) -> None:
        time = board.time
        if time is not None:
            desk.apply(
                lambda case, _numbers: case.regions.change(number, lambda region: replace(region, ended=time)),
                desk.selection,
            )

    def changed(what: Changed) -> None:
        desk.changed(what)
        desk.changes.read_steps()

    board.changed.connect(changed)
    board.chosen.connect(panel.select)
    board.labels_read.connect(panel.set_known)
    panel.chosen.connect(want)
    panel.shown_wanted.connect(show)
    panel.end_wanted.connect(end)
