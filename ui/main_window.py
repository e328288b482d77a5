"""The main window: toolbar, menus, start page or desk, status bar. It wires; the rooms do the work."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import CaseLocked, CaseReadOnly
from annotator.model import Filter
from annotator.text import shown
from ui import cases, marks, theme
from ui.actions import LEVELS
from ui.changes import GO_ON, goes_on
from ui.commands import COMMANDS
from ui.desk import Desk, Found
from ui.dialogs.export import ExportOptions
from ui.dialogs.import_options import ImportOptions
from ui.dialogs.new_case import NewCase
from ui.dialogs.reading import about_window, help_window, keys_window
from ui.dialogs.start import StartPage
from ui.jobs import JobRunner
from ui.keymap import Keymap
from ui.menus import Actions
from ui.notices import Notices
from ui.parts import label, tip
from ui.viewer.shield import Shield
from ui.work import LongWork

_GEOMETRY = "geometry"


class MainWindow(QMainWindow):
    """One window for one case at a time."""

    def __init__(self, *, actor: str) -> None:
        super().__init__()
        self.actor = actor
        self.desk: Desk | None = None
        self.work: LongWork | None = None
        self._runner: JobRunner | None = None
        self.shield = Shield(self)
        self.notices = Notices()
        self.start_page = StartPage()
        self.start_page.open_wanted.connect(self.do_open)
        self.start_page.new_wanted.connect(self.do_new)
        self.start_page.sample_wanted.connect(self.open_sample)
        self.start_page.recent_wanted.connect(lambda path: self.open_case(Path(path)))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.actions_ = Actions(self, self._action, Keymap())
        self.actions_.by_name["go_on"].setCheckable(True)
        self.actions_.by_name["go_on"].setChecked(goes_on())
        self._build_toolbar()
        self._status = label()
        self.statusBar().addWidget(self._status)
        self.setAcceptDrops(True)
        self.statusBar().setContentsMargins(8, 0, 8, 0)
        line = self.fontMetrics().height()
        geometry = QSettings().value(_GEOMETRY)
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(QSize(line * 100, line * 62).boundedTo(self.screen().availableSize() * 0.95))
        self._show_start()

    def _build_toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        for name, shape, text in (
            ("import_folder", marks.into, self.tr("Import")),
            ("export", marks.out, self.tr("Export")),
        ):
            action = self.actions_.by_name[name]
            action.setIcon(marks.icon(shape, theme.TEXT))
            action.setIconText(text)
            bar.addAction(action)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search names, notes, places, metadata  (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(self.fontMetrics().height() * 26)
        self.search.returnPressed.connect(lambda: self.desk and self.desk.focus_items())
        bar.addWidget(self.search)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        bar.addWidget(label(shown(self.actor)))
        self._head = label(role="quiet")
        self._head.setContentsMargins(12, 0, 12, 0)
        bar.addWidget(self._head)
        self._look = QToolButton()
        self._look.setIcon(marks.icon(marks.shield, theme.TEXT))
        self._look.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._look.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look.setAccessibleName(self.tr("Hold to look at what is covered"))
        self._look.setToolTip(tip(self.tr("Covered pictures stay covered until you hold Space, or this button.")))
        self._look.pressed.connect(self.shield.look)
        self._look.released.connect(self.shield.cover)
        self.shield.changed.connect(self._on_shield)
        bar.addWidget(self._look)
        self.addToolBar(bar)
        self._on_shield(False)

    # --- cases

    def open_case(
        self, path: Path, *, read_only: bool = False, new_title: str | None = None, then: Sequence[Path] = ()
    ) -> None:
        """Open a case, or make it where `new_title` is given, and then import `then`."""
        self.close_case()
        runner = JobRunner(path, actor=self.actor, read_only=read_only, new_title=new_title, parent=self)
        self._runner = runner
        runner.failed.connect(self.notices.failed)
        runner.change(
            lambda case: (case.title, Found.of(case, Filter())),
            lambda found: self._opened(runner, *found, then),
            failed=lambda error: self._not_opened(path, error),
        )

    def _opened(self, runner: JobRunner, title: str, found: Found, then: Sequence[Path]) -> None:
        self.desk = Desk(runner, self.search, self.shield, found)
        self.work = LongWork(self.desk, self.statusBar(), self.notices)
        self.desk.status.connect(self._status.setText)
        self.desk.said.connect(self.notices.say)
        self.desk.head.connect(self._show_head)
        self.desk.changes.steps.connect(self._name_steps)
        self.desk.pages_shown.connect(self.actions_.show_pages)
        self.actions_.attach(self.desk.middle, self.desk.side)
        self.pages.addWidget(self.desk)
        self.pages.setCurrentWidget(self.desk)
        self.desk.grid.setFocus()
        self.actions_.allow(case=True, writable=not runner.read_only)
        self.search.setEnabled(True)
        self._look.setEnabled(True)
        self.setWindowTitle(self.tr("{title} – Evidence Annotator").format(title=shown(title)))
        cases.remember(runner.path)
        if then:
            self.work.import_paths(then)

    def _not_opened(self, path: Path, error: BaseException) -> None:
        self.close_case()
        if isinstance(error, CaseLocked):
            look = (self.tr("Open it for reading only"), lambda: self.open_case(path, read_only=True))
            self.notices.say(str(error), grave=True, action=look)
        else:
            self.notices.failed(error)

    @Slot()
    def close_case(self) -> None:
        """Close the case; every change was saved when it was made."""
        if self._runner is not None:
            self._runner.close()
            self._runner.deleteLater()
            self._runner = None
        if self.work is not None:
            self.work.close()
        if self.desk is not None:
            self.pages.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = self.work = None
        self._show_start()

    def _show_start(self) -> None:
        self.start_page.set_recent(cases.recent())
        self.pages.setCurrentWidget(self.start_page)
        self.actions_.allow(case=False, writable=False)
        self.actions_.show_pages(())
        self.search.clear()
        self.search.setEnabled(False)
        self._look.setEnabled(False)
        self._head.clear()
        self._status.clear()
        self.setWindowTitle(self.tr("Evidence Annotator"))

    @Slot()
    def open_sample(self) -> None:
        """Open the sample case, or make it from pictures that are drawn here and now."""
        path = cases.sample()
        if cases.is_case(path):
            self.open_case(path)
            return
        self.open_case(path, new_title=self.tr("Sample"))
        runner, folder = self._runner, Path(tempfile.mkdtemp(prefix="evidence-sample-"))
        if runner is None:
            return

        def make(_case: object) -> None:
            from resources.samples.make import make_samples  # its drawing libraries are not needed otherwise

            make_samples(folder)

        def import_them(_made: object) -> None:
            if self.work is not None:
                self.work.import_paths([folder])
                self.work.ended.connect(lambda: shutil.rmtree(folder, ignore_errors=True))

        runner.change(make, import_them)

    # --- what the actions do

    def _action(self, name: str) -> Callable[[], None]:
        if name in LEVELS:
            return lambda *_: self.desk.set_level(LEVELS[name]) if self.desk is not None else None
        command = COMMANDS.get(name)
        if command is None:
            return lambda *_: getattr(self, f"do_{name}")()
        return lambda *_: command(self.desk) if self.desk is not None else None

    @Slot()
    def do_new(self, then: Sequence[Path] = ()) -> None:
        dialog = NewCase(cases.documents(), self)
        if then:
            dialog.title.setText(then[0].name)
        if dialog.exec():
            self.open_case(dialog.path, new_title=dialog.title.text().strip(), then=then)

    @Slot()
    def do_open(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open a case folder"), str(cases.documents()))
        if chosen:
            self.open_case(Path(chosen))

    @Slot()
    def do_import_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Import a folder"), str(Path.home()))
        if chosen:
            self.import_paths([Path(chosen)])

    @Slot()
    def do_import_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Import files"), str(Path.home()))
        if chosen:
            self.import_paths([Path(name) for name in chosen])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Ask how, then import."""
        dialog = ImportOptions(paths, self)
        if self.work is not None and dialog.exec():
            self.work.import_paths(paths, link=dialog.link, sampling=dialog.sampling, every=dialog.every)
        dialog.deleteLater()

    @Slot()
    def do_export(self) -> None:
        if self.desk is None or self.work is None:
            return
        selection, listed = tuple(self.desk.selection), self.desk.model.ids
        destination = self.desk.runner.path / "exports" / datetime.now().astimezone().strftime("bundle %Y-%m-%d %H%M")
        dialog = ExportOptions(destination, selected=len(selection), listed=len(listed), parent=self)
        if dialog.exec():
            wanted = {
                "selection": Filter(items=selection),
                "listed": self.desk.wanted(),
                "all": Filter(),
            }[dialog.what]
            self.work.export(dialog.path, wanted=wanted, zipped=dialog.zipped)

    @Slot()
    def do_verify(self) -> None:
        if self.work is not None:
            self.work.verify()

    @Slot()
    def do_close_case(self) -> None:
        self.close_case()

    @Slot()
    def do_go_on(self) -> None:
        QSettings().setValue(GO_ON, self.actions_.by_name["go_on"].isChecked())

    @Slot()
    def do_quit(self) -> None:
        self.close()

    @Slot()
    def do_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def do_help(self) -> None:
        help_window(self).show()

    @Slot()
    def do_keys(self) -> None:
        keys_window(list(self.actions_.by_name.values()), self).show()

    @Slot()
    def do_about(self) -> None:
        about_window(self).show()

    # --- small wiring

    @Slot(str, str)
    def _name_steps(self, back: str, again: str) -> None:
        """Let the menu say what undo and redo would do."""
        for name, what, plain, named in (
            ("undo", back, self.tr("&Undo"), self.tr("&Undo: {what}")),
            ("redo", again, self.tr("&Redo"), self.tr("&Redo: {what}")),
        ):
            self.actions_.by_name[name].setText(named.format(what=what.replace("&", "&&")) if what else plain)

    @Slot(str)
    def _show_head(self, digest: str) -> None:
        self._head.setText(self.tr("custody {digest}").format(digest=digest[:8]) if digest else "")
        self._head.setToolTip(
            tip(
                self.tr("Newest digest of the journal, which vouches for all before it:\n{digest}").format(
                    digest=digest
                )
            )
        )

    @Slot(bool)
    def _on_shield(self, looking: bool) -> None:
        self._look.setText(self.tr("Looking") if looking else self.tr("Covered"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        # The program that the files come from waits for this event to return: ask afterwards.
        QTimer.singleShot(0, self, lambda: self._dropped(paths))

    def _dropped(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1 and cases.is_case(paths[0]):
            self.open_case(paths[0])
        elif self.desk is None:
            self.do_new(paths)
        elif self.desk.runner.read_only:
            self.notices.failed(CaseReadOnly(str(self.desk.runner.path)))
        elif paths:
            self.import_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        QSettings().setValue(_GEOMETRY, self.saveGeometry())
        self.hide()
        self.close_case()
        event.accept()
