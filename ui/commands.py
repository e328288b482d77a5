"""What the actions do on the desk, by the action's name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication

from annotator.model import Incident, Place
from annotator.region import Shape
from ui import words
from ui.actions import SPECS, VIDEO
from ui.columns import FILTERS, SIDE
from ui.compare import opening
from ui.desk import Desk
from ui.dialogs import hash_lists, known
from ui.dialogs.bulk import BulkEdit
from ui.inspector.inspector import Inspector
from ui.library.carry import lines


def copy(desk: Desk) -> None:
    """Put names and digests of the selected items on the clipboard: text only, never a picture."""
    numbers = desk.selection
    desk.runner.read(lambda case: lines(case, numbers), QGuiApplication.clipboard().setText)


def on_video(desk: Desk, *, name: str) -> None:
    """Let the video on show do what this action is called."""
    if desk.viewing:
        desk.viewer.footage.act(name)


def write(desk: Desk, *, begin: Callable[[Inspector], None]) -> None:
    """Begin to write in a line of the inspector, where there is something to write about."""
    if len(desk.selection):
        begin(desk.inspector)
    else:
        desk.changes.say_nothing_selected()


def bulk(desk: Desk) -> None:
    """Ask what all selected items are to get or lose, and show what that changes before it is done."""
    numbers = desk.selection
    if not len(numbers):
        desk.changes.say_nothing_selected()
        return

    def ask(known: tuple[list[Incident], list[Place]]) -> None:
        incidents, places = known
        dialog = BulkEdit(desk.runner, numbers, incidents=incidents, places=places, parent=desk)
        dialog.accepted.connect(lambda: desk.changes.make(dialog.change, numbers))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    desk.runner.read(lambda case: (case.incidents(), case.places()), ask)


def from_copies(desk: Desk) -> None:
    """Give the item what its copies have and it has not."""
    if desk.inspector.sheet is not None:
        return
    if desk.inspector.offers.offering:
        desk.inspector.offers.take()
    else:
        desk.said.emit(words.tr("No copy has anything that this item has not."))


COMMANDS: dict[str, Callable[[Desk], None]] = {
    "undo": lambda desk: desk.changes.undo(),
    "redo": lambda desk: desk.changes.redo(),
    "bulk": bulk,
    "known": known.show,
    "hash_lists": hash_lists.show,
    "repeat": lambda desk: None if desk.inspector.sheet is not None else desk.changes.repeat(desk.selection),
    "to_copies": lambda desk: None if desk.inspector.sheet is not None else desk.changes.give_to_copies(desk.selection),
    "from_copies": from_copies,
    "select_all": lambda desk: desk.grid.selectAll(),
    "copy": copy,
    "invert": lambda desk: desk.grid.invert(),
    "larger": lambda desk: desk.grid.set_scale(desk.grid.scale + 1),
    "smaller": lambda desk: desk.grid.set_scale(desk.grid.scale - 1),
    "stacks": lambda desk: desk.library.toggle_stacks(),
    "open_stack": lambda desk: desk.grid.toggle_stack(),
    "save_search": lambda desk: desk.library.name_search(),
    "grid": lambda desk: desk.show_grid(),
    "view": lambda desk: desk.open_current(),
    "fit": lambda desk: desk.viewer.canvas.fit(),
    "actual": lambda desk: desk.viewer.canvas.actual(),
    "zoom_in": lambda desk: desk.viewer.canvas.zoom_in(),
    "zoom_out": lambda desk: desk.viewer.canvas.zoom_out(),
    "turn": lambda desk: desk.viewer.canvas.turn(),
    "turn_left": lambda desk: desk.viewer.canvas.turn(-90),
    "flip_across": lambda desk: desk.viewer.canvas.flip(across=True),
    "flip_down": lambda desk: desk.viewer.canvas.flip(across=False),
    "reset_view": lambda desk: desk.viewer.canvas.reset_view(),
    "loupe": lambda desk: desk.viewer.canvas.cycle_loupe(),
    "levels": lambda desk: desk.viewer.tools.toggle_levels(),
    "facts": lambda desk: desk.viewer.tools.toggle_facts(),
    "embedded": lambda desk: desk.viewer.tools.toggle_embedded(),
    "filters_column": lambda desk: desk.columns.toggle(FILTERS),
    "side_column": lambda desk: desk.columns.toggle(SIDE),
    "refresh": lambda desk: desk.refresh(),
    "incident": partial(write, begin=Inspector.edit_incident),
    "place": partial(write, begin=Inspector.edit_place),
    "status": partial(write, begin=Inspector.edit_status),
    "tags": partial(write, begin=Inspector.edit_tags),
    "accept_warning": lambda desk: None if desk.inspector.sheet is not None else desk.inspector.accept_warning(),
    "note": partial(write, begin=Inspector.edit_note),
    "reviews": lambda desk: desk.rounds.show(),
    "review_next": lambda desk: desk.rounds.go_on(),
    "assign": lambda desk: desk.rounds.assign(),
    **opening.COMMANDS,
    "box": lambda desk: desk.viewer.regions.begin(Shape.BOX),
    "polygon": lambda desk: desk.viewer.regions.begin(Shape.POLYGON),
    "remove_region": lambda desk: desk.viewer.regions.board.remove(),
    "regions_shown": lambda desk: desk.viewer.regions.show_outlines(),
    **{spec.name: partial(on_video, name=spec.name) for spec in SPECS if spec.page == VIDEO},
}
