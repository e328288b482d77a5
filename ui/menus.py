"""The actions of a window, in its menus."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from ui import words
from ui.actions import MENUS, SPECS
from ui.keymap import Keymap, native
from ui.parts import tip

_BEGIN_GROUPS = frozenset(
    {"import_folder", "export", "close_case", "select_all", "search", "settings", "turn", "loupe", "next_pane"}
    | {"english", "refresh", "frame_back", "slower", "loop_in", "sound", "incident", "reviews", "repeat", "go_on"}
    | {"compare_lock", "compare_more", "compare_same"}
)
"""Actions with a line above them in their menu; there is one too where those of another page begin."""


class Actions:
    """`do` finds what each action does, by its name."""

    def __init__(self, window: QMainWindow, do: Callable[[str], Callable[[], object]], keymap: Keymap) -> None:
        self._keymap = keymap
        self._pages: frozenset[str] = frozenset()
        self._case = self._writable = False
        self.by_name: dict[str, QAction] = {}
        menus = {
            key: window.menuBar().addMenu(QCoreApplication.translate("actions", text)) for key, text in MENUS.items()
        }
        pages: dict[str, str] = {}
        for spec in SPECS:
            action = QAction(spec.words(), window)
            action.setObjectName(spec.name)
            action.triggered.connect(do(spec.name))
            action.setAutoRepeat(not spec.once)
            if spec.items or spec.page:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if spec.name in _BEGIN_GROUPS or pages.get(spec.menu, spec.page) != spec.page:
                menus[spec.menu].addSeparator()
            pages[spec.menu] = spec.page
            menus[spec.menu].addAction(action)
            self.by_name[spec.name] = action
        self.use_keys()

    def attach(self, *surfaces: QWidget) -> None:
        """Let the keys that act on items act where one of these has the keyboard."""
        for surface in surfaces:
            surface.addActions([self.by_name[spec.name] for spec in SPECS if spec.items or spec.page])

    def allow(self, *, case: bool, writable: bool) -> None:
        """Enable what can be done now."""
        self._case, self._writable = case, writable
        self._enable()
        export = self.by_name["export"]
        reason = words.tr(
            "The case is open for reading only: an export is noted in its journal, so it must be writable."
        )
        export.setToolTip(tip(reason) if case and not writable else "")

    def show_pages(self, pages: Collection[str]) -> None:
        """Let the actions of these pages act, and no other page's."""
        if frozenset(pages) != self._pages:
            self._pages = frozenset(pages)
            self.use_keys()
            self._enable()

    def use_keys(self) -> None:
        """Give each action the keys that the keymap has for it now."""
        keys = self._keymap.in_force(self._pages)
        for spec in SPECS:
            action = self.by_name[spec.name]
            own = keys.get(spec.name, ())
            action.setShortcuts([QKeySequence(key) for key in own])
            if spec.page and spec.page not in self._pages:
                told = native(self._keymap.keys(spec.name)[:1])  # its menu says which key it has elsewhere
            else:
                told = native(own[:1]) if own and _is_turned_round(own[0]) else ""
            if spec.page or told or "\t" in action.text():
                action.setText(f"{spec.words()}\t{told}" if told else spec.words())

    def _enable(self) -> None:
        for spec in SPECS:
            allowed = not spec.needs or (self._case and (spec.needs == "case" or self._writable))
            self.by_name[spec.name].setEnabled(allowed and (not spec.page or spec.page in self._pages))


def _is_turned_round(key: str) -> bool:
    """Whether a menu that goes from right to left would show “++Ctrl” for “Ctrl++”."""
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return rtl and len(key) > 1 and not key[-1].isalnum()
