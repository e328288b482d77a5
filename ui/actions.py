"""Every action of the window: its menu, its words, its keys, and when it can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.model import Level
from ui import words
from ui.inspector.warning import LEVEL_KEYS
from ui.parts import tip

NOOP = QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """`needs`: "" always there, "case" with a case open, "writable" with one that can be changed. Keys of `items` act
    only while grid, viewer or inspector have the keyboard, so that they can be typed everywhere else."""

    menu: str
    name: str
    text: str
    keys: tuple[str, ...] = ()
    needs: str = "case"
    items: bool = False


FILE, EDIT, VIEW, ITEM, HELP = "file", "edit", "view", "item", "help"
MENUS = {
    FILE: NOOP("actions", "&File"),
    EDIT: NOOP("actions", "&Edit"),
    VIEW: NOOP("actions", "&View"),
    ITEM: NOOP("actions", "&Annotate"),
    HELP: NOOP("actions", "&Help"),
}
SPECS = (
    Spec(menu=FILE, name="new", text=NOOP("actions", "&New case…"), keys=("Ctrl+N",), needs=""),
    Spec(menu=FILE, name="open", text=NOOP("actions", "&Open a case…"), keys=("Ctrl+O",), needs=""),
    Spec(
        menu=FILE, name="import_folder", text=NOOP("actions", "&Import a folder…"), keys=("Ctrl+I",), needs="writable"
    ),
    Spec(
        menu=FILE, name="import_files", text=NOOP("actions", "Import &files…"), keys=("Ctrl+Shift+I",), needs="writable"
    ),
    Spec(menu=FILE, name="export", text=NOOP("actions", "&Export a bundle…"), keys=("Ctrl+Shift+E",), needs="writable"),
    Spec(menu=FILE, name="verify", text=NOOP("actions", "&Verify the case"), keys=("Ctrl+Shift+V",)),
    Spec(menu=FILE, name="close_case", text=NOOP("actions", "&Close the case"), keys=("Ctrl+W",)),
    Spec(menu=FILE, name="quit", text=NOOP("actions", "&Quit"), keys=("Ctrl+Q",), needs=""),
    Spec(menu=EDIT, name="undo", text=NOOP("actions", "&Undo my last change"), keys=("Ctrl+Z",), needs="writable"),
    Spec(menu=EDIT, name="select_all", text=NOOP("actions", "Select &all"), keys=("Ctrl+A",), items=True),
    Spec(menu=EDIT, name="copy", text=NOOP("actions", "&Copy names and digests"), keys=("Ctrl+C",), items=True),
    Spec(menu=EDIT, name="search", text=NOOP("actions", "&Search"), keys=("Ctrl+F",)),
    Spec(menu=VIEW, name="grid", text=NOOP("actions", "&Grid"), keys=("G", "Esc"), items=True),
    Spec(menu=VIEW, name="view", text=NOOP("actions", "&One item")),
    Spec(menu=VIEW, name="fit", text=NOOP("actions", "&Fit the picture"), keys=("F", "0"), items=True),
    Spec(menu=VIEW, name="actual", text=NOOP("actions", "Actual &size"), keys=("Z",), items=True),
    Spec(menu=VIEW, name="zoom_in", text=NOOP("actions", "Zoom &in"), keys=("+", "="), items=True),
    Spec(menu=VIEW, name="zoom_out", text=NOOP("actions", "Zoom &out"), keys=("-",), items=True),
    Spec(menu=VIEW, name="turn", text=NOOP("actions", "&Turn the view"), keys=("R",), items=True),
    Spec(menu=VIEW, name="frame_back", text=NOOP("actions", "Frame &back"), keys=(",",), items=True),
    Spec(menu=VIEW, name="frame_on", text=NOOP("actions", "Frame o&n"), keys=(".",), items=True),
    Spec(menu=VIEW, name="refresh", text=NOOP("actions", "&Refresh"), keys=("F5",)),
    Spec(menu=ITEM, name="incident", text=NOOP("actions", "&Incident"), keys=("I",), needs="writable", items=True),
    Spec(menu=ITEM, name="place", text=NOOP("actions", "P&lace"), keys=("L",), needs="writable", items=True),
    Spec(menu=ITEM, name="status", text=NOOP("actions", "Stat&us"), keys=("U",), needs="writable", items=True),
    Spec(menu=ITEM, name="tags", text=NOOP("actions", "&Tags"), keys=("T",), needs="writable", items=True),
    Spec(menu=ITEM, name="note", text=NOOP("actions", "&Note"), keys=("N",), needs="writable", items=True),
    Spec(
        menu=ITEM,
        name="keep",
        text=NOOP("actions", "&Keep this frame of the video"),
        keys=("S",),
        needs="writable",
        items=True,
    ),
    Spec(menu=HELP, name="help", text=NOOP("actions", "&Help"), keys=("F1",), needs=""),
    Spec(menu=HELP, name="keys", text=NOOP("actions", "&Keys"), keys=("?",), needs=""),
    Spec(menu=HELP, name="about", text=NOOP("actions", "&About"), needs=""),
)


class Actions:
    """The actions of a window, in its menus; `do` finds what each does."""

    def __init__(
        self, window: QMainWindow, do: Callable[[str], Callable[[], None]], set_level: Callable[[Level], None]
    ) -> None:
        self._needs: list[tuple[str, QAction]] = []
        self._on_items: list[QAction] = []
        self.by_name: dict[str, QAction] = {}
        menus = {
            key: window.menuBar().addMenu(QCoreApplication.translate("actions", text)) for key, text in MENUS.items()
        }
        for level, key in LEVEL_KEYS.items():
            action = QAction(words.tr("Warning: {level}").format(level=words.level(level)), window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(partial(set_level, level))
            menus[ITEM].addAction(action)
            self._add(f"level-{level}", action, needs="writable", items=True)
        for spec in SPECS:
            action = QAction(QCoreApplication.translate("actions", spec.text), window)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.triggered.connect(do(spec.name))
            menus[spec.menu].addAction(action)
            self._add(spec.name, action, needs=spec.needs, items=spec.items)

    def _add(self, name: str, action: QAction, *, needs: str, items: bool) -> None:
        self.by_name[name] = action
        self._needs.append((needs, action))
        if items:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._on_items.append(action)

    def attach(self, *surfaces: QWidget) -> None:
        """Let the keys that act on items act where one of these has the keyboard."""
        for surface in surfaces:
            surface.addActions(self._on_items)

    def allow(self, *, case: bool, writable: bool) -> None:
        """Enable what can be done now."""
        for needs, action in self._needs:
            action.setEnabled(not needs or (case and (needs == "case" or writable)))
        export = self.by_name["export"]
        reason = words.tr(
            "The case is open for reading only: an export is noted in its journal, so it must be writable."
        )
        export.setToolTip(tip(reason) if case and not writable else "")
