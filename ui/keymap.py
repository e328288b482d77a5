"""Which keys each action has: its own, or those that the user gave it; and which of them would clash."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from ui.actions import PAGES, SPECS, Spec

_LTR, _POP = "\u2066", "\u2069"
RESERVED = frozenset(
    {"Space", "Return", "Enter", "Tab", "Shift+Tab", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"}
    | {"Alt+F4"}
)
"""Keys that hold the cover open, move about or close the window, whatever page is on show."""
_BY_NAME = {spec.name: spec for spec in SPECS}


class Keymap:
    """Keys by the name of their action. A key may mean one thing on a page and another elsewhere; see `Spec.page`."""

    def __init__(self, changed: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`changed` holds the actions whose keys the user chose; names and keys that are not known are passed over."""
        self._changed: dict[str, tuple[str, ...]] = {}
        for name, keys in (changed or {}).items():
            if name in _BY_NAME and isinstance(keys, list | tuple):
                self.set(name, [key for key in keys if isinstance(key, str)])

    @property
    def changed(self) -> Mapping[str, tuple[str, ...]]:
        """What differs from the program's own keys."""
        return self._changed

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of an action, in Qt's portable text."""
        return self._changed.get(name, _BY_NAME[name].keys)

    def set(self, name: str, keys: Collection[str]) -> None:
        """Give an action these keys instead of all that it had."""
        known = tuple(dict.fromkeys(portable(key) for key in keys if portable(key) not in ("", *RESERVED)))
        if known == tuple(portable(key) for key in _BY_NAME[name].keys):
            self._changed.pop(name, None)
        else:
            self._changed[name] = known

    def reset(self, name: str | None = None) -> None:
        """Give an action, or all of them, the program's own keys again."""
        if name is None:
            self._changed.clear()
        else:
            self._changed.pop(name, None)

    def clash(self, name: str, key: str) -> Spec | None:
        """The action that has `key` already where `name` would act."""
        page, wanted = _BY_NAME[name].page, portable(key)
        for spec in SPECS:
            if spec.name != name and spec.page == page and wanted in map(portable, self.keys(spec.name)):
                return spec
        return None

    def in_force(self, pages: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The keys of each action while these pages are on show; a page's own keys go before the others'."""
        rank = {"": 0} | {page: place for place, page in enumerate(PAGES, 1)}
        there = [spec for spec in SPECS if not spec.page or spec.page in pages]
        owner: dict[str, int] = {}
        for spec in there:
            for key in map(portable, self.keys(spec.name)):
                owner[key] = max(owner.get(key, 0), rank[spec.page])
        return {
            spec.name: tuple(key for key in self.keys(spec.name) if owner[portable(key)] == rank[spec.page])
            for spec in there
        }


def portable(key: str) -> str:
    """A key as Qt writes it in files, so that two ways to write one compare as the same; "" where it is none."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.PortableText
    )


def native(keys: Collection[str]) -> str:
    """Keys as people read them, from left to right in a window that goes from right to left too."""
    text = ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"{_LTR}{text}{_POP}" if rtl and text else text
