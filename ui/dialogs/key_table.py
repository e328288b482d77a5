"""A table of all actions and the keys that are in force, by menu, with search."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.text import folded
from ui.actions import MENUS, PAGES, SPECS, Spec
from ui.keymap import Keymap, native

_NAME = Qt.ItemDataRole.UserRole


class KeyTable(QWidget):
    """Shows what `keymap` says; `refresh` reads it again."""

    chosen = Signal(str)
    """The name of the action that the cursor is on; "" where it is on none."""
    activated = Signal(str)

    def __init__(self, keymap: Keymap, fixed: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        """`fixed` are keys that can't be changed, and what they do."""
        super().__init__(parent)
        self._keymap = keymap
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Actions and their keys"))
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(self.fontMetrics().height() // 2)
        self._rows: dict[str, QTreeWidgetItem] = {}
        if fixed:
            group = self._group(self.tr("Always"))
            for keys, text in fixed:
                group.addChild(QTreeWidgetItem([text, keys]))
        groups = {
            menu: self._group(_plain(QCoreApplication.translate("actions", text))) for menu, text in MENUS.items()
        }
        for spec in SPECS:
            row = QTreeWidgetItem([title(spec), ""])
            row.setData(0, _NAME, spec.name)
            groups[spec.menu].addChild(row)
            self._rows[spec.name] = row
        self.tree.expandAll()
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self.tree.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.tree.itemActivated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        self.refresh()

    @property
    def current(self) -> str:
        """The name of the action that the cursor is on, or ""."""
        row = self.tree.currentItem()
        return (row.data(0, _NAME) or "") if row is not None else ""

    def choose(self, name: str) -> None:
        """Put the cursor on an action."""
        self.tree.setCurrentItem(self._rows[name])

    def refresh(self) -> None:
        """Show the keys that are in force now; those that the user chose are bold."""
        for name, row in self._rows.items():
            row.setText(1, native(self._keymap.keys(name)))
            font = row.font(1)
            font.setBold(name in self._keymap.changed)
            row.setFont(1, font)

    def _group(self, text: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem([text])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        return group

    @Slot()
    def _on_activated(self) -> None:
        if self.current:
            self.activated.emit(self.current)

    def _on_search(self, text: str) -> None:
        wanted = folded(text).split()
        for group in _children(self.tree.invisibleRootItem()):
            rows = _children(group)
            for row in rows:
                says = folded(f"{row.text(0)} {row.text(1)}")
                row.setHidden(not all(word in says for word in wanted))
            group.setHidden(all(row.isHidden() for row in rows))


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for place in range(item.childCount()) if (child := item.child(place)) is not None]


def title(spec: Spec) -> str:
    """What an action is called outside its menu."""
    name = _plain(spec.words())
    if not spec.page:
        return name
    where = QCoreApplication.translate("actions", PAGES[spec.page])
    return QCoreApplication.translate("actions", "{action} ({page})").format(action=name, page=where)


def _plain(text: str) -> str:
    """A menu's text without its accelerator."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
