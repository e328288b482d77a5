"""The dialog of lists of known hashes: added, looked at, removed, and the case's own hashes for others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from annotator.errors import EvidenceError
from annotator.hashlist import Added, Exported, HashList
from annotator.model import Changed, Progress
from annotator.text import shown
from ui import failures, findings, words
from ui.dialogs.new_list import NewList
from ui.jobs import Lane
from ui.parts import label, press_with_enter, tip

if TYPE_CHECKING:
    from ui.desk import Desk

_LIST = Qt.ItemDataRole.UserRole


class HashLists(QDialog):
    """Lists on one side, what is known of the chosen one on the other; nothing of a picture is shown here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setWindowTitle(self.tr("Known hashes"))
        self._desk = desk
        self._writable = not desk.runner.read_only
        self._working = self._gone = False
        self._then: str | None = None
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Lists of known hashes"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("List"), self.tr("Found here")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemActivated.connect(self._show_found)
        self.about = label(wrap=True)
        self.about.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.graphic = QCheckBox(self.tr("What it lists is &graphic: suggest that warning"))
        self.graphic.clicked.connect(self._mark)
        self.add = QPushButton(self.tr("&Add a list…"))
        self.found = QPushButton(self.tr("&Show what was found"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.export = QPushButton()
        self.cancel = QPushButton(self.tr("Cancel"))
        for button, act in (
            (self.add, self._ask), (self.found, self._show_found), (self.remove, self._remove),
            (self.export, self._ask_where), (self.cancel, self._cancel),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(act)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.said = label(wrap=True)
        self._lay_out()
        press_with_enter(self)
        desk.changes.progressed.connect(self._advance)
        line = self.fontMetrics().height()
        self.resize(line * 52, line * 26)
        self._set_working(False)
        self._read()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.about)
        right.addWidget(self.graphic)
        right.addStretch(1)
        beside = QHBoxLayout()
        beside.addWidget(self.found)
        beside.addWidget(self.remove)
        beside.addStretch(1)
        right.addLayout(beside)
        row = QHBoxLayout()
        row.addWidget(self.list, 2)
        row.addLayout(right, 3)
        under_way = QHBoxLayout()
        under_way.addWidget(self.bar, 1)
        under_way.addWidget(self.cancel)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.close)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addWidget(self.export)
        below.addStretch(1)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addWidget(self.said)
        column.addLayout(under_way)
        column.addLayout(below)

    # --- what there is

    def _read(self) -> None:
        self._desk.runner.read(lambda case: case.hash_lists.all(), self._take, lane=Lane.COUNTS)

    def _take(self, lists: Sequence[HashList]) -> None:
        if self._gone:
            return
        wanted, self._then = self._then or (held.name if (held := self.current) else None), None
        with QSignalBlocker(self.list):
            self.list.clear()
            for held in lists:
                item = QTreeWidgetItem([words.isolated(held.name), words.number(held.items)])
                item.setToolTip(0, tip(held.name))
                item.setData(0, _LIST, held)
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                self.list.addTopLevelItem(item)
                if held.name == wanted:
                    self.list.setCurrentItem(item)
            if self.list.currentItem() is None and (first := self.list.topLevelItem(0)) is not None:
                self.list.setCurrentItem(first)
        if not lists and self.focusWidget() in (None, self.list):
            self.add.setFocus()  # there is nothing else to do yet
        self._show_current()

    @property
    def current(self) -> HashList | None:
        """The list that is chosen."""
        item = self.list.currentItem()
        return None if item is None else item.data(0, _LIST)

    @Slot()
    def _show_current(self) -> None:
        held = self.current
        self.about.setText(self._empty() if held is None else self._told(held))
        self.graphic.setVisible(held is not None)
        with QSignalBlocker(self.graphic):
            self.graphic.setChecked(held is not None and held.graphic)
        self._allow()

    def _empty(self) -> str:
        return self.tr(
            "There is no list yet. A list is a CSV of another team with a column sha256, phash or pdq: hashes of files "
            "and pictures that they know. All items of this case, and all that come later, are compared with it. "
            "No picture changes hands, and nothing leaves this computer."
        )

    def _told(self, held: HashList) -> str:
        lines = [words.isolated(held.name)]
        if held.source:
            lines.append(self.tr("From: {source}").format(source=words.isolated(held.source)))
        hashes = self.tr("{files} SHA-256, {phashes} pHash, {pdqs} PDQ").format(
            files=words.number(held.files), phashes=words.number(held.phashes), pdqs=words.number(held.pdqs)
        )
        lines.append(words.isolated(hashes))
        if held.bad:
            lines.append(self.tr("Rows that could not be read: {count}").format(count=words.number(held.bad)))
        if held.weak:
            said = self.tr("Pictures left out for their low quality: {count}")
            lines.append(said.format(count=words.number(held.weak)))
        lines.append(self.tr("Found here: {items}").format(items=words.items(held.items)))
        added = self.tr("Added by {name}, {time}")
        lines.append(added.format(name=words.isolated(held.actor), time=words.isolated(_here(held.at))))
        lines.append(self.tr("SHA-256 of its file: {digest}").format(digest=words.isolated(held.sha256[:16] + "…")))
        if held.phashes or held.pdqs:
            lines.append(
                self.tr("What is found by the hash of a picture is only possible: a list holds no pictures to compare.")
            )
        return "\n".join(map(words.line, lines))

    def _allow(self) -> None:
        held, free = self.current, not self._working
        self.add.setEnabled(self._writable and free)
        self.graphic.setEnabled(self._writable and free)
        self.remove.setEnabled(self._writable and free and held is not None)
        self.found.setEnabled(held is not None and held.items > 0)
        listed = len(self._desk.model.ids)
        self.export.setText(self.tr("&Export hashes of {items}…").format(items=words.items(listed)))
        self.export.setToolTip(
            tip(self.tr("Of what is listed now: hashes, sizes and kinds, no names and no pictures."))
        )
        self.export.setEnabled(self._writable and free and listed > 0)

    # --- adding

    @Slot()
    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Add a list of known hashes"), str(Path.home()), self.tr("Lists (*.csv *.tsv *.txt);;All (*)")
        )
        if not chosen:
            return
        dialog = NewList(Path(chosen), self)
        if dialog.exec():
            self.add_list(Path(chosen), name=dialog.name.text(), source=dialog.source.text(), graphic=dialog.is_graphic)
        dialog.deleteLater()

    def add_list(self, path: Path, *, name: str = "", source: str = "", graphic: bool = False) -> None:
        """Add the list in a file."""

        def done(events: list[Any]) -> None:
            for added in events:
                if isinstance(added, Added):
                    self._then = added.list.name
                    found = self.tr("{name} was added. Found here: {items}.").format(
                        name=words.isolated(added.list.name), items=words.items(added.list.items)
                    )
                    self._end("\n".join((found, *map(findings.told, added.told))))

        self._begin(self.tr("Adding a list"))
        self._desk.changes.long(
            self.tr("Adding a list"),
            lambda case, cancel: case.hash_lists.add(
                path, name=name, source=source.strip(), graphic=graphic, cancel=cancel
            ),
            done,
            lambda error: self._end(self._why(error)),
        )

    @Slot()
    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._desk.changes.cancel()

    @Slot(str, object)
    def _advance(self, _title: str, progress: Progress | None) -> None:
        if self._working and progress is not None and progress.total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(progress.done * 1000 // progress.total)

    def _begin(self, title: str) -> None:
        self.said.setText(title)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self._set_working(True)

    def _end(self, said: str) -> None:
        if self._gone:
            self._desk.said.emit(said)
            return
        self.said.setText(said)
        self._set_working(False)
        self._read()

    def _why(self, error: BaseException | None) -> str:
        """What went wrong; None where somebody did not want to wait."""
        if error is None:
            return self.tr("It was cancelled: nothing was changed.")
        if isinstance(error, EvidenceError):
            return failures.sentence(error)
        return self.tr("Something went wrong in the program itself: nothing was changed.")

    def _set_working(self, working: bool) -> None:
        self._working = working
        self.bar.setVisible(working)
        self.cancel.setVisible(working)
        self.cancel.setEnabled(working)
        self.said.setVisible(bool(self.said.text()))
        self._allow()

    # --- what can be done with a list

    @Slot()
    def _remove(self) -> None:
        held = self.current
        if held is None:
            return
        said = self.tr("{name} was removed. Its file can be added again.").format(name=words.isolated(held.name))

        def done() -> None:
            self._desk.filters.forget("known", held.name)
            self._end(said)

        self._begin(self.tr("Removing a list"))
        self._desk.changes.do(
            lambda case: case.hash_lists.remove(held.name), done, lambda error: self._end(self._why(error))
        )

    @Slot()
    def _mark(self) -> None:
        held, graphic = self.current, self.graphic.isChecked()
        if held is not None:
            self._desk.changes.do(
                lambda case: case.hash_lists.mark(held.name, graphic=graphic),
                self._read,
                lambda error: self._end(self._why(error)),
            )

    @Slot()
    def _show_found(self) -> None:
        held = self.current
        if held is not None and held.items:
            self.close()
            self._desk.show_grid()
            self._desk.filters.show_only("known", held.name)

    # --- our own hashes

    @Slot()
    def _ask_where(self) -> None:
        offered = str(Path.home() / self.tr("hashes.csv"))
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export hashes"), offered, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the hashes of what is listed."""
        wanted = self._desk.wanted()

        def done(events: list[Any]) -> None:
            for written in events:
                if isinstance(written, Exported):
                    self._desk.changed(Changed())  # the journal has a row more
                    self._end(
                        self.tr("The hashes of {items} are in {path}.").format(
                            items=words.items(written.entries), path=words.isolated(shown(written.path))
                        )
                    )

        self._begin(self.tr("Exporting hashes"))
        self._desk.changes.long(
            self.tr("Exporting hashes"),
            lambda case, cancel: case.hash_lists.export(path, wanted=wanted, cancel=cancel),
            done,
            lambda error: self._end(self._why(error)),
        )

    def done(self, result: int) -> None:
        """What is under way goes on; the bar below the window tells of it, and the notices of its end."""
        self._desk.changes.progressed.disconnect(self._advance)
        self._gone = True
        super().done(result)


def _here(at: str) -> str:
    """A time of the journal as clocks here have it."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


def show(desk: Desk) -> None:
    """Show the lists."""
    dialog = HashLists(desk)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
