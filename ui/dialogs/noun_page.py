"""All incidents, or all places: a list with how many items bear each, and the form of the one that is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.case import Case
from annotator.errors import AlreadyThere, EvidenceError
from annotator.model import Changed, Incident, Place
from annotator.text import folded
from ui import failures, words
from ui.dialogs.noun_forms import NounForm, completing
from ui.library.told import title
from ui.parts import tip

_NOUN = Qt.ItemDataRole.UserRole
Make = Callable[[Callable[[Case], Changed], Callable[[], None], Callable[[EvidenceError], None]], None]
"""Makes a change beside the window; then the second is called, or the third with what was wrong."""


class NounPage(QWidget):
    """What is typed is saved by Enter, and on the way to another one; it stays where it can't be so."""

    saved = Signal()
    renamed = Signal(str, str)
    """The name that is no more, and the one that stands for it now."""

    def __init__(
        self, kind: str, form: NounForm, empty: Incident | Place, make: Make, *, writable: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`kind` is "incident" or "place"; `empty` one of which nothing is known."""
        super().__init__(parent)
        self.form, self._kind, self._empty, self._make = form, kind, empty, make
        self._held = empty
        self._nouns: list[Incident] | list[Place] | Sequence[Incident | Place] = ()
        self._then: str | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in this list"))
        self.search.setAccessibleName(self.tr("Find in this list"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.list = QTreeWidget()
        self.list.setAccessibleName(title(kind))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Name"), self.tr("Items")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._on_current)
        self.new = QPushButton(self.tr("Ne&w"))
        self.merge = QPushButton(self.tr("&Merge into…"))
        self.remove = QPushButton(self.tr("&Delete"))
        self.save = QPushButton(self.tr("&Save"))
        for button, act in (
            (self.new, self.begin_new), (self.merge, self._merge), (self.remove, self._remove),
            (self.save, self.save_it),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.save.setDefault(True)
        below = QHBoxLayout()
        for button in (self.new, self.merge, self.remove):
            below.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addLayout(below)
        saving = QHBoxLayout()
        saving.addStretch(1)
        saving.addWidget(self.save)
        right = QVBoxLayout()
        right.addWidget(form)
        right.addLayout(saving)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        form.edited.connect(self._on_edited)
        self._writable = writable
        self._allow()

    # --- what there is

    def set_nouns(self, nouns: Sequence[Incident | Place]) -> None:
        """List these; what is being typed stays."""
        self._nouns = nouns
        wanted, self._then = self._then, None
        self._fill()
        if wanted is not None:
            self.choose(wanted)
        elif not self.form.dirty and self.list.currentItem() is None and self.list.topLevelItemCount():
            self._put(self.list.topLevelItem(0))

    def choose(self, name: str) -> None:
        """Go to the one of this name."""
        if self.search.text() and folded(self.search.text()) not in folded(name):
            self.search.clear()
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, _NOUN).name == name:
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item)

    def _put(self, item: QTreeWidgetItem | None) -> None:
        """Let the list be on this one, or on none."""
        self.list.setCurrentIndex(QModelIndex() if item is None else self.list.indexFromItem(item))

    @Slot()
    def _fill(self) -> None:
        wanted, number = folded(self.search.text()), _number(self._held)
        with QSignalBlocker(self.list):
            self.list.clear()
            for noun in self._nouns:
                if wanted in folded(noun.name):
                    item = QTreeWidgetItem([words.isolated(noun.name), words.number(noun.items)])
                    item.setToolTip(0, tip(noun.name))
                    item.setData(0, _NOUN, noun)
                    item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                    self.list.addTopLevelItem(item)
                    if _number(noun) == number:
                        self.list.setCurrentItem(item)
                        self._held = noun
        if not self.form.dirty and self.list.currentItem() is not None:
            self.form.show_noun(self._held)
        self._allow()

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        noun = item.data(0, _NOUN)
        if self.form.dirty:
            if not self._fits():
                with QSignalBlocker(self.list):
                    self._put(before)
                self.form.name.setFocus()
                return
            self._then = noun.name
            self.save_it()
        self._held = noun
        self.form.show_noun(noun)
        self._allow()

    # --- what is typed

    @Slot()
    def _on_edited(self) -> None:
        self._fits()
        self._allow()

    def _fits(self) -> bool:
        """Whether what is typed can be; the form says why not."""
        noun = self.form.checked(self._held)
        if noun is not None and any(
            each.name == noun.name and _number(each) != _number(self._held) for each in self._nouns
        ):
            self.form.said.setText(failures.sentence(AlreadyThere(self._kind, noun.name)))
            return False
        return noun is not None

    def _allow(self) -> None:
        there = self._writable and _number(self._held) != 0
        self.form.setEnabled(self._writable)
        self.new.setEnabled(self._writable)
        self.save.setEnabled(self._writable and self.form.dirty and not self.form.said.text())
        self.merge.setEnabled(there and len(self._nouns) > 1)
        self.remove.setEnabled(there and not self._held.items)
        why = self.tr("Only what no item bears can be deleted. Merging gives its items to another one.")
        self.remove.setToolTip(tip(why) if there and self._held.items else "")

    @Slot()
    def begin_new(self) -> None:
        """Begin one of which nothing is known."""
        if self.form.dirty and not self._fits():
            return
        if self.form.dirty:
            self.save_it()
        self._held, self._then = self._empty, None
        with QSignalBlocker(self.list):
            self._put(None)
        self.form.show_noun(self._empty)
        self._allow()
        self.form.name.setFocus()

    def take_back(self) -> bool:
        """Show what is so in place of what was typed; False where nothing was typed."""
        if not self.form.dirty:
            return False
        self.form.show_noun(self._held)
        self._allow()
        return True

    @Slot()
    def save_it(self) -> None:
        """Make what is typed so."""
        noun = self.form.checked(self._held) if self.form.dirty and self._fits() else None
        if noun is None:
            return
        self._then = self._then or noun.name
        new, before = _number(self._held) == 0, self._held.name
        self.form.dirty = False
        if new:
            self._do(lambda case: case.steps.add(noun))
        else:
            self._do(lambda case: case.steps.edit(noun), before, noun.name)

    @Slot()
    def _merge(self) -> None:
        held = self._held
        others = {noun.name: noun for noun in self._nouns if _number(noun) != _number(held)}
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Merge into another one"))
        text = self.tr("{items} will bear the one that is chosen here instead of {name}, which goes.")
        dialog.setLabelText(text.format(items=words.items(held.items), name=words.isolated(held.name)))
        dialog.setComboBoxItems(list(others))
        dialog.setOkButtonText(self.tr("Merge"))
        box, buttons = dialog.findChild(QComboBox), dialog.findChild(QDialogButtonBox)
        if box is not None and buttons is not None:
            completing(box)
            box.setMaximumWidth(self.fontMetrics().height() * 30)
            merge = buttons.button(QDialogButtonBox.StandardButton.Ok)
            dialog.textValueChanged.connect(lambda text: merge.setEnabled(text in others))
            box.clearEditText()  # an Enter too many merges nothing
        if dialog.exec() and dialog.textValue() in others:
            into = others[dialog.textValue()]
            self.form.dirty, self._then = False, into.name
            self._do(lambda case: case.steps.merge(held, into), held.name, into.name)
        dialog.deleteLater()

    @Slot()
    def _remove(self) -> None:
        held, self.form.dirty = self._held, False
        item = self.list.currentItem()
        row = 0 if item is None else self.list.indexOfTopLevelItem(item)
        after = self.list.topLevelItem(row + 1) or self.list.topLevelItem(row - 1)
        self._then = None if after is None else after.data(0, _NOUN).name
        self._do(lambda case: case.steps.remove(held))

    def _do(self, work: Callable[[Case], Changed], before: str = "", now: str = "") -> None:
        """Make a change; `before` and `now` are names where one comes in place of another."""

        def done() -> None:
            if before != now:
                self.renamed.emit(before, now)
            self.saved.emit()

        self._allow()
        self._make(work, done, self._failed)

    def _failed(self, error: EvidenceError) -> None:
        self._then = None
        self.form.dirty = True
        self._allow()
        self.form.said.setText(failures.sentence(error))


def _number(noun: Incident | Place) -> int:
    return noun.incident if isinstance(noun, Incident) else noun.place
