"""The main window: toolbar, menus, start page or desk, status bar. It wires; the rooms do the work."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from annotator import settings as shared
from annotator.errors import CaseLocked, CaseReadOnly
from annotator.model import Level
from annotator.text import shown
from ui import cases, failures, language, opening, session, theme, window_commands
from ui.actions import LEVELS
from ui.changes import Memory
from ui.commands import COMMANDS
from ui.desk import Desk
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.start import StartPage
from ui.docks import Docks
from ui.drops import Drops
from ui.jobs import JobRunner
from ui.keymap import Keymap
from ui.library.library import Found
from ui.looking import Looking, covered_on_show
from ui.menus import Actions
from ui.notices import Notices
from ui.panes import Panes
from ui.parts import label
from ui.pause import PauseReminder
from ui.session import Position, Session
from ui.settings import (
    CELLS,
    GEOMETRY,
    GO_ON,
    GREY,
    KEYS,
    LANGUAGE,
    NAME,
    SOUND_COVERED,
    STACKED,
    TEXT_SIZE,
    Option,
    Settings,
)
from ui.shield.shield import Shield, ShieldLook
from ui.toolbar import ToolBar
from ui.work import LongWork


class MainWindow(QMainWindow):
    """One window for one case at a time."""

    keys_changed = Signal()

    def __init__(self, *, actor: str | None = None, settings: Settings | None = None) -> None:
        """Without `actor` changes are made in the name that the settings have."""
        super().__init__()
        self.settings: Settings = settings or Settings(parent=self)
        self._given_actor = actor
        self.desk: Desk | None = None
        self.work: LongWork | None = None
        self._runner: JobRunner | None = None
        self._title = ""
        self.shield = Shield(self)
        self.keymap = Keymap(self.settings.get(KEYS))
        self.looking = Looking(self.shield, self.settings, lambda: covered_on_show(self.desk), self)
        self.pause = PauseReminder(self.looking, self.settings, lambda: self.notices, parent=self)
        self.panes: Panes = Panes(self._panes)
        self.beside: dict[type[QDialog], QDialog] = {}
        self._drops = Drops(self)
        self._drops.dropped.connect(self._dropped)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._build()
        line = self.fontMetrics().height()
        if not self.restoreGeometry(QByteArray(self.settings.get(GEOMETRY))):
            room = self.screen().availableSize()
            self.resize(QSize(line * 130, line * 76).boundedTo(room * 0.95))
            if room.width() < line * 70:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self._dress_shield()
        self.settings.changed.connect(self._on_setting)
        if self.settings.trouble:
            self.notices.say(self.settings.trouble, grave=True)

    @property
    def actor(self) -> str:
        """In whose name changes are made."""
        return self._given_actor or shared.default_actor()

    def _build(self) -> None:
        """Make all parts, in the language and text size of now."""
        self.setMenuBar(QMenuBar())
        self.setStatusBar(QStatusBar())
        self.actions_: Actions = Actions(self, self._action, self.keymap)
        self.actions_.by_name["go_on"].setCheckable(True)
        self.actions_.by_name["go_on"].setChecked(self.settings.get(GO_ON))
        self.bar = ToolBar(self.actions_, self.shield, actor=self.actor)
        self.search = self.bar.search
        self.search.returnPressed.connect(lambda: self.desk and self.desk.focus_items())
        self.addToolBar(self.bar)
        self.notices = Notices()
        self.notices.left.connect(lambda: self.desk and self.desk.focus_items())
        self.docks: Docks = Docks(self, self.notices, self.settings)
        self.start_page = StartPage()
        self.start_page.open_wanted.connect(lambda: window_commands.open_(self))
        self.start_page.new_wanted.connect(lambda: window_commands.new(self))
        self.start_page.sample_wanted.connect(self.open_sample)
        self.start_page.recent_wanted.connect(lambda path: self.open_case(Path(path)))
        self.start_page.forget_wanted.connect(self._forget)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self._status = label()
        self.statusBar().addWidget(self._status)
        self.statusBar().setContentsMargins(8, 0, 8, 0)
        self._show_start()

    def rebuild(self) -> None:
        """Make the window anew around the case that is open, as after another language was chosen."""
        runner, show_windows = self._runner, opening.windows_back(self)
        memory = self.desk.changes.memory if self.desk is not None else None
        go = opening.way_back(self.desk) if self.desk is not None else None
        for window in self.beside.values():
            window.close()
            window.deleteLater()
        self.beside.clear()
        self.close_case()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            language.install(application, language.wanted(self.settings))
            theme.apply(application, text_size=self.settings.get(TEXT_SIZE))
        for action in self.actions_.by_name.values():
            action.deleteLater()
        self.removeToolBar(self.bar)
        self.bar.deleteLater()
        self._build()
        if runner is not None:
            self.open_case(runner.path, read_only=runner.read_only, memory=memory, go=go)
        show_windows()

    # --- cases

    def open_case(
        self,
        path: Path,
        *,
        read_only: bool = False,
        new_title: str | None = None,
        then: Sequence[Path] = (),
        memory: Memory | None = None,
        go: Callable[[Desk], None] | None = None,
    ) -> JobRunner:
        """Open a case, or make it where `new_title` is given, then import `then`, or `go` somewhere in it; `memory` is
        what can be undone."""
        self.close_case()
        self.notices.clear()
        kept = session.load(self.settings)
        again = kept if kept.case == path and new_title is None else Session()
        stacked = self.settings.get(STACKED)
        runner = JobRunner(path, actor=self.actor, read_only=read_only, new_title=new_title, parent=self)
        self._runner = runner
        runner.failed.connect(self.notices.failed)
        runner.change(
            lambda case: (case.title, *opening.find(case, again.position, stacked=stacked)),
            lambda read: self._opened(runner, read, again.docks, then, memory, go),
            failed=lambda error: self._not_opened(path, error),
        )
        return runner

    def _opened(
        self,
        runner: JobRunner,
        read: tuple[str, Found, Position],
        docks: str,
        then: Sequence[Path],
        memory: Memory | None,
        go: Callable[[Desk], None] | None,
    ) -> None:
        title, found, position = read
        self.desk = Desk(runner, self.search, self.shield, self.settings, found, position=position)
        self.work = LongWork(self.desk, self.statusBar(), self.notices)
        self.desk.status.connect(self._status.setText)
        self.desk.said.connect(self.notices.say)
        self.desk.changes.steps.connect(self._name_steps)
        if memory is not None:
            self.desk.changes.resume(memory)
        self.desk.head.connect(self.bar.show_head)
        self.desk.library.import_wanted.connect(self.actions_.by_name["import_folder"].trigger)
        self.desk.pages_shown.connect(self.actions_.show_pages)
        self.actions_.attach(self.desk.middle, self.desk.side)
        self.pages.addWidget(self.desk)
        self.pages.setCurrentWidget(self.desk)
        self.desk.focus_items()
        self.actions_.allow(case=True, writable=not runner.read_only)
        self.bar.allow(True)
        self.setWindowTitle(self.tr("{title} – Evidence Annotator").format(title=shown(title)))
        self.docks.attach(self.desk)
        self.restoreState(QByteArray(session.unpacked(docks)))
        cases.remember(self.settings, runner.path)
        opening.keep(self, still_open=True)
        if go is not None:
            self.desk.furnished.connect(partial(go, self.desk))
        if then:
            self.work.import_paths(then)

    def _not_opened(self, path: Path, error: BaseException) -> None:
        self._leave_case()
        if isinstance(error, CaseLocked):
            look = (self.tr("Open it for reading only"), lambda: self.open_case(path, read_only=True))
            self.notices.say(failures.sentence(error), grave=True, action=look)
        else:
            self.notices.failed(error)

    def close_case(self) -> None:
        """Close the case; every change was saved when it was made."""
        opening.keep(self, still_open=False)
        self._leave_case()

    def _leave_case(self) -> None:
        self.shield.cover()
        self.notices.forget()
        self.docks.detach()
        if self.desk is not None:
            self.desk.flush()
        if self.work is not None:
            self.work.close()
        if self._runner is not None:
            self._runner.close()
            self._runner.deleteLater()
            self._runner = None
        if self.desk is not None:
            self.pages.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = self.work = None
        self._show_start()

    def _show_start(self) -> None:
        self.start_page.set_recent(cases.recent(self.settings))
        self.pages.setCurrentWidget(self.start_page)
        self.actions_.allow(case=False, writable=False)
        self.actions_.show_pages(())
        self.bar.allow(False)
        self._status.clear()
        self.setWindowTitle(self.tr("Evidence Annotator"))

    @Slot(str)
    def _forget(self, path: str) -> None:
        cases.forget(self.settings, Path(path))
        self.start_page.set_recent(cases.recent(self.settings))

    @Slot()
    def open_sample(self) -> None:
        """Open the sample case, or make it."""
        window_commands.open_sample(self)

    # --- what the actions do, and what the settings change

    def _action(self, name: str) -> Callable[[], object]:
        if name in LEVELS:
            return lambda *_: self._set_level(LEVELS[name])
        if name in window_commands.WINDOW_COMMANDS:
            return lambda *_: window_commands.WINDOW_COMMANDS[name](self)
        command = COMMANDS[name]
        return lambda *_: command(self.desk) if self.desk is not None else None

    def _set_level(self, level: Level) -> None:
        if self.desk is not None:
            self.desk.set_level(level, go_on=self.settings.get(GO_ON))

    def show_window(self, kind: type[QDialog]) -> QDialog:
        """Show a window beside this one, the one that there is already if so."""
        window = self.beside.get(kind)
        if window is None:
            window = self.beside[kind] = kind(self)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def show_settings(self) -> SettingsDialog:
        dialog = self.show_window(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)  # noqa: S101 - what was asked for
        return dialog

    @property
    def may_rebuild(self) -> bool:
        """Whether nothing is under way that making the window anew would stop."""
        return self._runner is None or not self._runner.busy

    def use_keys(self) -> None:
        """Let the keymap as it is now hold, here and at the next start."""
        self.settings.set(KEYS, {name: list(keys) for name, keys in self.keymap.changed.items()})
        self.actions_.use_keys()
        self.keys_changed.emit()

    def why_not_now(self) -> str:
        """Why the window can't be made anew now."""
        return self.tr("Something is still under way here. Change this when it has ended, or cancel it first.")

    def _dress_shield(self) -> None:
        get = self.settings.get
        self.shield.set_style(ShieldLook(cells=get(CELLS), grey=get(GREY), sound=get(SOUND_COVERED)))

    @Slot(object)
    def _on_setting(self, option: Option[Any]) -> None:
        if option in (CELLS, GREY, SOUND_COVERED):
            self._dress_shield()
        elif option in (LANGUAGE, TEXT_SIZE, NAME):
            QTimer.singleShot(0, self, self.rebuild)  # what said so is part of what is made anew

    def _panes(self) -> list[QWidget]:
        docks: list[QWidget] = [dock for dock in self.findChildren(QDockWidget) if not dock.isFloating()]
        if self.desk is None:
            return [self.start_page, self.notices]
        return [
            self.search,
            self.notices,
            self.desk.filters,
            self.desk.middle,
            self.desk.side,
            *docks,
            self.statusBar(),
        ]

    @Slot(str, str)
    def _name_steps(self, back: str, again: str) -> None:
        """Let the menu say what undo and redo would do."""
        for name, what, plain, named in (
            ("undo", back, self.tr("&Undo"), self.tr("&Undo: {what}")),
            ("redo", again, self.tr("&Redo"), self.tr("&Redo: {what}")),
        ):
            self.actions_.by_name[name].setText(named.format(what=what.replace("&", "&&")) if what else plain)

    # --- Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape that nothing else took leads back to the items: from the search, the filters and the docks."""
        if event.key() == Qt.Key.Key_Escape and self.desk is not None:
            self.desk.focus_items()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._drops.watch(self)

    @Slot(object)
    def _dropped(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1 and cases.is_case(paths[0]):
            self.open_case(paths[0])
        elif self.desk is None:
            window_commands.new(self, paths)
        elif self.desk.runner.read_only:
            self.notices.failed(CaseReadOnly(str(self.desk.runner.path)))
        else:
            window_commands.import_paths(self, paths)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        kinds = (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange)
        if event.type() in kinds and not self.isActiveWindow() and self.desk is not None:
            self.shield.cover()
            self.repaint()  # task switchers take their picture about now: it must not wait for the next frame
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.settings.set(GEOMETRY, bytes(self.saveGeometry().data()))
        opening.keep(self, still_open=True)
        self.hide()
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():  # one that waits for an answer would keep the program running, with no window
                dialog.close()
        self._leave_case()
        self.looking.save()
        self.settings.save()
        event.accept()
