"""Every action of the window: its menu, its words, its keys, and when it can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from annotator.model import Level
from ui import words

NOOP = cast(Callable[[str, str], str], QT_TRANSLATE_NOOP)
"""Marks a text of a context for translation, and gives it back as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """`needs`: "" always there, "case" with a case open, "writable" with one that can be changed. Keys of `items` act
    only while grid, viewer or inspector have the keyboard, so that they can be typed everywhere else. With a `page` the
    action is there only while that page is on show (`key_pages` of the widget in the middle of the desk), and its keys
    go before those of actions without one: J and L in a video."""

    menu: str
    name: str
    text: str
    keys: tuple[str, ...] = ()
    needs: str = "case"
    items: bool = False
    page: str = ""
    once: bool = False
    """Holding its key does it once, not again and again."""

    def words(self) -> str:
        """What the menu says, in the language of the window."""
        text = QCoreApplication.translate("actions", self.text)
        return text.format(level=words.level(LEVELS[self.name])) if self.name in LEVELS else text


LEVEL_KEYS = {Level.UNASSESSED: "1", Level.NONE: "2", Level.MILD: "3", Level.GRAPHIC: "4", Level.EXTREME: "5"}
LEVELS = {f"level-{level}": level for level in LEVEL_KEYS}
"""The level that each of these actions sets."""
FILE, EDIT, VIEW, PLAY, ITEM, COMPARING, HELP = "file", "edit", "view", "play", "item", "compare", "help"
MENUS = {
    FILE: NOOP("actions", "&File"),
    EDIT: NOOP("actions", "&Edit"),
    VIEW: NOOP("actions", "&View"),
    PLAY: NOOP("actions", "&Play"),
    ITEM: NOOP("actions", "&Annotate"),
    COMPARING: NOOP("actions", "&Compare"),
    HELP: NOOP("actions", "&Help"),
}
GRID, VIEWER, VIDEO, COMPARE = "grid", "viewer", "video", "compare"
PAGES = {
    GRID: NOOP("actions", "the grid"),
    VIEWER: NOOP("actions", "one item"),
    VIDEO: NOOP("actions", "a video"),
    COMPARE: NOOP("actions", "comparing"),
}
"""Pages that have keys of their own, the more special ones last: the last that is on show wins."""
SPECS = (
    *(
        Spec(
            menu=ITEM,
            name=name,
            text=NOOP("actions", "Warning: {level}"),
            keys=(LEVEL_KEYS[level],),
            needs="writable",
            items=True,
        )
        for name, level in LEVELS.items()
    ),
    Spec(menu=FILE, name="new", text=NOOP("actions", "&New case…"), keys=("Ctrl+N",), needs=""),
    Spec(menu=FILE, name="open", text=NOOP("actions", "&Open a case…"), keys=("Ctrl+O",), needs=""),
    Spec(
        menu=FILE, name="import_folder", text=NOOP("actions", "&Import a folder…"), keys=("Ctrl+I",), needs="writable"
    ),
    Spec(
        menu=FILE, name="import_files", text=NOOP("actions", "Import &files…"), keys=("Ctrl+Shift+I",), needs="writable"
    ),
    Spec(menu=FILE, name="hash_lists", text=NOOP("actions", "Known &hashes…"), keys=("Ctrl+K",)),
    Spec(menu=FILE, name="export", text=NOOP("actions", "&Export a bundle…"), keys=("Ctrl+Shift+E",), needs="writable"),
    Spec(menu=FILE, name="print", text=NOOP("actions", "&Print…"), keys=("Ctrl+P",)),
    Spec(menu=FILE, name="verify", text=NOOP("actions", "&Verify the case"), keys=("Ctrl+Shift+V",)),
    Spec(menu=FILE, name="close_case", text=NOOP("actions", "&Close the case"), keys=("Ctrl+W",)),
    Spec(menu=FILE, name="quit", text=NOOP("actions", "&Quit"), keys=("Ctrl+Q",), needs=""),
    Spec(menu=EDIT, name="undo", text=NOOP("actions", "&Undo my last change"), keys=("Ctrl+Z",), needs="writable"),
    Spec(menu=EDIT, name="redo", text=NOOP("actions", "&Redo"), keys=("Ctrl+Shift+Z", "Ctrl+Y"), needs="writable"),
    Spec(menu=EDIT, name="select_all", text=NOOP("actions", "Select &all"), keys=("Ctrl+A",), items=True),
    Spec(menu=EDIT, name="invert", text=NOOP("actions", "&Invert the selection"), keys=("Ctrl+Shift+A",), page=GRID),
    Spec(menu=EDIT, name="copy", text=NOOP("actions", "&Copy names and digests"), keys=("Ctrl+C",), items=True),
    Spec(menu=EDIT, name="search", text=NOOP("actions", "&Search"), keys=("Ctrl+F",)),
    Spec(menu=EDIT, name="save_search", text=NOOP("actions", "Save this searc&h…"), keys=("Ctrl+S",), needs="writable"),
    Spec(menu=EDIT, name="settings", text=NOOP("actions", "Se&ttings…"), keys=("Ctrl+,",), needs=""),
    Spec(menu=VIEW, name="grid", text=NOOP("actions", "&Grid"), keys=("G", "Esc"), items=True),
    Spec(menu=VIEW, name="view", text=NOOP("actions", "&One item")),
    Spec(menu=VIEW, name="larger", text=NOOP("actions", "&Larger cells"), keys=("Ctrl++", "Ctrl+="), page=GRID),
    Spec(menu=VIEW, name="smaller", text=NOOP("actions", "S&maller cells"), keys=("Ctrl+-",), page=GRID),
    Spec(menu=VIEW, name="stacks", text=NOOP("actions", "&Stack copies, or not"), keys=("Shift+S",), page=GRID),
    Spec(menu=VIEW, name="open_stack", text=NOOP("actions", "O&pen the stack, or close it"), keys=("O",), page=GRID),
    Spec(menu=VIEW, name="fit", text=NOOP("actions", "&Fit the picture"), keys=("F", "0"), page=VIEWER),
    Spec(menu=VIEW, name="actual", text=NOOP("actions", "Actual &size"), keys=("Z",), page=VIEWER),
    Spec(menu=VIEW, name="zoom_in", text=NOOP("actions", "Zoom &in"), keys=("+", "="), page=VIEWER),
    Spec(menu=VIEW, name="zoom_out", text=NOOP("actions", "Zoom &out"), keys=("-",), page=VIEWER),
    Spec(menu=VIEW, name="turn", text=NOOP("actions", "&Turn the view right"), keys=("R",), page=VIEWER),
    Spec(menu=VIEW, name="turn_left", text=NOOP("actions", "Turn the view &left"), keys=("Shift+R",), page=VIEWER),
    Spec(menu=VIEW, name="flip_across", text=NOOP("actions", "&Mirror the view"), keys=("H",), page=VIEWER),
    Spec(
        menu=VIEW,
        name="flip_down",
        text=NOOP("actions", "Mirror the view top to bottom"),
        keys=("Shift+H",),
        page=VIEWER,
    ),
    Spec(menu=VIEW, name="reset_view", text=NOOP("actions", "View as it &was"), keys=("Backspace",), page=VIEWER),
    Spec(menu=VIEW, name="loupe", text=NOOP("actions", "Magnifying &glass"), keys=("E",), page=VIEWER),
    Spec(menu=VIEW, name="levels", text=NOOP("actions", "Le&vels and gamma"), keys=("Shift+G",), page=VIEWER),
    Spec(menu=VIEW, name="facts", text=NOOP("actions", "Fa&cts over the picture"), keys=("D",), page=VIEWER),
    Spec(
        menu=VIEW,
        name="embedded",
        text=NOOP("actions", "Thumbnail insi&de the file"),
        keys=("Shift+E",),
        page=VIEWER,
    ),
    Spec(menu=VIEW, name="regions_shown", text=NOOP("actions", "&Regions on or off"), keys=("Shift+B",), page=VIEWER),
    Spec(menu=VIEW, name="map", text=NOOP("actions", "&Map"), keys=("Ctrl+M",)),
    Spec(menu=VIEW, name="timeline", text=NOOP("actions", "T&imeline"), keys=("Ctrl+T",)),
    Spec(menu=VIEW, name="next_pane", text=NOOP("actions", "Ne&xt pane"), keys=("F6",), needs=""),
    Spec(menu=VIEW, name="previous_pane", text=NOOP("actions", "Pre&vious pane"), keys=("Shift+F6",), needs=""),
    Spec(menu=VIEW, name="filters_column", text=NOOP("actions", "Fi&lters beside the items"), keys=("F7",)),
    Spec(menu=VIEW, name="side_column", text=NOOP("actions", "Inspect&or beside the items"), keys=("F8",)),
    # In their own words in every language, for who can't read the one that the window is in.
    Spec(menu=VIEW, name="english", text="Language: English", needs=""),
    Spec(menu=VIEW, name="arabic", text="اللغة: العربية", needs=""),
    Spec(menu=VIEW, name="refresh", text=NOOP("actions", "&Refresh"), keys=("F5",)),
    Spec(menu=PLAY, name="play", text=NOOP("actions", "&Play or pause"), keys=("K",), page=VIDEO, once=True),
    Spec(
        menu=PLAY, name="play_on", text=NOOP("actions", "Play &on, again: faster"), keys=("L",), page=VIDEO, once=True
    ),
    Spec(
        menu=PLAY,
        name="play_back",
        text=NOOP("actions", "Play back&wards, again: faster"),
        keys=("J",),
        page=VIDEO,
        once=True,
    ),
    Spec(menu=PLAY, name="frame_back", text=NOOP("actions", "Frame &back"), keys=(",",), page=VIDEO),
    Spec(menu=PLAY, name="frame_on", text=NOOP("actions", "Frame o&n"), keys=(".",), page=VIDEO),
    Spec(menu=PLAY, name="slower", text=NOOP("actions", "&Slower"), keys=("<",), page=VIDEO, once=True),
    Spec(menu=PLAY, name="faster", text=NOOP("actions", "&Faster"), keys=(">",), page=VIDEO, once=True),
    Spec(menu=PLAY, name="loop_in", text=NOOP("actions", "&Loop from here"), keys=("[",), page=VIDEO, once=True),
    Spec(menu=PLAY, name="loop_out", text=NOOP("actions", "Loop &to here"), keys=("]",), page=VIDEO, once=True),
    Spec(menu=PLAY, name="loop_clear", text=NOOP("actions", "&End the loop"), keys=("\\",), page=VIDEO, once=True),
    Spec(menu=PLAY, name="sound", text=NOOP("actions", "So&und on or off"), keys=("A",), page=VIDEO, once=True),
    Spec(
        menu=PLAY,
        name="marker",
        text=NOOP("actions", "&Marker with a note…"),
        keys=("M",),
        needs="writable",
        page=VIDEO,
        once=True,
    ),
    Spec(menu=PLAY, name="marker_next", text=NOOP("actions", "Ne&xt marker"), keys=("Shift+PgDown",), page=VIDEO),
    Spec(menu=PLAY, name="marker_back", text=NOOP("actions", "P&revious marker"), keys=("Shift+PgUp",), page=VIDEO),
    Spec(menu=ITEM, name="incident", text=NOOP("actions", "&Incident"), keys=("I",), needs="writable", items=True),
    Spec(menu=ITEM, name="place", text=NOOP("actions", "P&lace"), keys=("L", "Shift+L"), needs="writable", items=True),
    Spec(menu=ITEM, name="status", text=NOOP("actions", "Stat&us"), keys=("U",), needs="writable", items=True),
    Spec(menu=ITEM, name="tags", text=NOOP("actions", "&Tags"), keys=("T",), needs="writable", items=True),
    Spec(menu=ITEM, name="note", text=NOOP("actions", "&Note"), keys=("N",), needs="writable", items=True),
    Spec(menu=ITEM, name="box", text=NOOP("actions", "Draw a &box"), keys=("B",), needs="writable", page=VIEWER),
    Spec(
        menu=ITEM, name="polygon", text=NOOP("actions", "Draw a &polygon"), keys=("P",), needs="writable", page=VIEWER
    ),
    Spec(
        menu=ITEM,
        name="remove_region",
        text=NOOP("actions", "Remo&ve the selected region"),
        keys=("Delete",),
        needs="writable",
        page=VIEWER,
    ),
    Spec(
        menu=ITEM,
        name="keep",
        text=NOOP("actions", "&Keep this frame of the video"),
        keys=("S",),
        needs="writable",
        page=VIDEO,
    ),
    Spec(menu=ITEM, name="reviews", text=NOOP("actions", "&Reviews"), keys=("Ctrl+R",)),
    Spec(
        menu=ITEM,
        name="review_next",
        text=NOOP("actions", "Ne&xt item that waits for my answer"),
        keys=("Ctrl+Shift+R",),
        needs="writable",
    ),
    Spec(menu=ITEM, name="assign", text=NOOP("actions", "&Ask others to review…"), needs="writable"),
    Spec(
        menu=ITEM,
        name="repeat",
        text=NOOP("actions", "&Repeat the last annotation"),
        keys=(".", "Ctrl+."),
        needs="writable",
        items=True,
    ),
    Spec(menu=ITEM, name="known", text=NOOP("actions", "Incidents an&d places…"), keys=("Ctrl+L",)),
    Spec(menu=ITEM, name="bulk", text=NOOP("actions", "Change &many at once…"), keys=("Ctrl+B",), needs="writable"),
    Spec(
        menu=ITEM,
        name="to_copies",
        text=NOOP("actions", "Give it to all &copies"),
        keys=("Ctrl+Enter", "Ctrl+Return"),
        needs="writable",
        items=True,
    ),
    Spec(
        menu=ITEM,
        name="from_copies",
        text=NOOP("actions", "Take o&ver what its copies have"),
        keys=("Shift+T",),
        needs="writable",
        items=True,
    ),
    Spec(
        menu=ITEM,
        name="accept_warning",
        text=NOOP("actions", "Set the suggested &warning"),
        keys=("W",),
        needs="writable",
        items=True,
    ),
    Spec(menu=ITEM, name="go_on", text=NOOP("actions", "&Go on after a warning is set")),
    Spec(menu=COMPARING, name="compare", text=NOOP("actions", "&Compare these items"), keys=("C",), items=True),
    Spec(
        menu=COMPARING,
        name="undecided",
        text=NOOP("actions", "&Undecided copies, worst doubt first"),
        keys=("Shift+C",),
        items=True,
    ),
    Spec(
        menu=COMPARING,
        name="compare_leave",
        text=NOOP("actions", "Bac&k to the items"),
        keys=("G", "Esc"),
        page=COMPARE,
    ),
    Spec(menu=COMPARING, name="compare_blink", text=NOOP("actions", "&Blink"), keys=("B",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_overlay", text=NOOP("actions", "&Overlay"), keys=("O",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_difference", text=NOOP("actions", "&Difference"), keys=("X",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_level", text=NOOP("actions", "Le&vel brightness"), keys=("V",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_lock", text=NOOP("actions", "&Lock the views"), keys=("K",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_fit", text=NOOP("actions", "&Fit the pictures"), keys=("F", "0"), page=COMPARE),
    Spec(menu=COMPARING, name="compare_actual", text=NOOP("actions", "Actual si&ze"), keys=("Z",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_zoom_in", text=NOOP("actions", "Zoom &in"), keys=("+", "="), page=COMPARE),
    Spec(menu=COMPARING, name="compare_zoom_out", text=NOOP("actions", "Zoom ou&t"), keys=("-",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_turn", text=NOOP("actions", "Turn &right"), keys=("R",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_turn_back", text=NOOP("actions", "Turn left"), keys=("Shift+R",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_flip", text=NOOP("actions", "&Mirror"), keys=("H",), page=COMPARE),
    Spec(
        menu=COMPARING,
        name="compare_flip_down",
        text=NOOP("actions", "Mirror top to bottom"),
        keys=("Shift+H",),
        page=COMPARE,
    ),
    Spec(menu=COMPARING, name="compare_pane", text=NOOP("actions", "Next &picture"), keys=("P",), page=COMPARE),
    Spec(
        menu=COMPARING,
        name="compare_more",
        text=NOOP("actions", "Quicker, more opaque, amplified more"),
        keys=("]",),
        page=COMPARE,
    ),
    Spec(
        menu=COMPARING,
        name="compare_less",
        text=NOOP("actions", "Slower, less opaque, amplified less"),
        keys=("[",),
        page=COMPARE,
    ),
    Spec(
        menu=COMPARING,
        name="compare_wipe_right",
        text=NOOP("actions", "Curtain to the right"),
        keys=(">", "."),
        page=COMPARE,
    ),
    Spec(
        menu=COMPARING,
        name="compare_wipe_left",
        text=NOOP("actions", "Curtain to the left"),
        keys=("<", ","),
        page=COMPARE,
    ),
    Spec(
        menu=COMPARING, name="compare_same", text=NOOP("actions", "&Same"), keys=("Y",), needs="writable", page=COMPARE
    ),
    Spec(
        menu=COMPARING,
        name="compare_different",
        text=NOOP("actions", "Differe&nt"),
        keys=("N",),
        needs="writable",
        page=COMPARE,
    ),
    Spec(
        menu=COMPARING,
        name="compare_undecided",
        text=NOOP("actions", "Undec&ided"),
        keys=("U",),
        needs="writable",
        page=COMPARE,
    ),
    Spec(menu=COMPARING, name="compare_doubts", text=NOOP("actions", "Next &kind of doubt"), keys=("D",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_open", text=NOOP("actions", "Open this item alone"), keys=("S",), page=COMPARE),
    Spec(menu=COMPARING, name="compare_next", text=NOOP("actions", "Ne&xt undecided pair"), page=COMPARE),
    Spec(menu=HELP, name="help", text=NOOP("actions", "&Help"), keys=("F1",), needs=""),
    Spec(menu=HELP, name="keys", text=NOOP("actions", "&Keys"), keys=("?",), needs=""),
    Spec(menu=HELP, name="about", text=NOOP("actions", "&About"), needs=""),
)
