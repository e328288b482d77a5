"""What the actions do to the window, by the action's name; those of the desk are in `ui.commands`."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from annotator.case import Case
from annotator.model import Filter
from ui import cases, language, words
from ui.dialogs.about import AboutWindow
from ui.dialogs.export import ExportOptions
from ui.dialogs.help import HelpWindow
from ui.dialogs.import_options import ImportOptions
from ui.dialogs.keys import KeysWindow
from ui.dialogs.new_case import NewCase
from ui.settings import EVERY, GO_ON, LANGUAGE, LINK, SAMPLING, Language

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def new(window: "MainWindow", then: Sequence[Path] = ()) -> None:
    """Ask for a title and a folder, make the case, and import `then`."""
    dialog = NewCase(cases.documents(), window)
    if then:
        dialog.title.setText(then[0].name)
    if dialog.exec():
        window.open_case(dialog.path, new_title=dialog.title.text().strip(), then=then)
    dialog.deleteLater()


def open_(window: "MainWindow") -> None:
    chosen = QFileDialog.getExistingDirectory(window, words.tr("Open a case folder"), str(cases.documents()))
    if chosen:
        window.open_case(Path(chosen))


def import_folder(window: "MainWindow") -> None:
    chosen = QFileDialog.getExistingDirectory(window, words.tr("Import a folder"), str(Path.home()))
    if chosen:
        import_paths(window, [Path(chosen)])


def import_files(window: "MainWindow") -> None:
    chosen, _ = QFileDialog.getOpenFileNames(window, words.tr("Import files"), str(Path.home()))
    if chosen:
        import_paths(window, [Path(name) for name in chosen])


def import_paths(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Ask how, then import."""
    settings = window.settings
    dialog = ImportOptions(
        paths, link=settings.get(LINK), sampling=settings.get(SAMPLING), every=settings.get(EVERY), parent=window
    )
    if window.work is not None and dialog.exec():
        window.work.import_paths(paths, link=dialog.link, sampling=dialog.sampling, every=dialog.every)
    dialog.deleteLater()


def export(window: "MainWindow") -> None:
    """Ask what to export and where to, then export."""
    if window.desk is None or window.work is None:
        return
    selection, listed = tuple(window.desk.selection), window.desk.model.ids
    exports = window.desk.runner.path / "exports"
    name = datetime.now().astimezone().strftime("bundle %Y-%m-%d %H%M")
    names = (name, *(f"{name} {number}" for number in range(2, 100)))
    free = (each for each in names if not (exports / each).exists() and not (exports / f"{each}.zip").exists())
    destination = exports / next(free, name)
    dialog = ExportOptions(destination, selected=len(selection), listed=len(listed), parent=window)
    if dialog.exec():
        wanted = {
            "selection": Filter(items=selection),
            "listed": window.desk.wanted(),
            "all": Filter(),
        }[dialog.what]
        window.work.export(dialog.path, wanted=wanted, zipped=dialog.zipped)
    dialog.deleteLater()


def open_sample(window: "MainWindow") -> None:
    """Open the sample case, or make it from pictures that are drawn here and now."""
    path = cases.sample()
    if cases.is_case(path):
        window.open_case(path)
        return
    runner = window.open_case(path, new_title=words.tr("Sample"))
    folder = Path(tempfile.mkdtemp(prefix="evidence-sample-"))

    def make(case: Case) -> None:
        from resources.samples.make import HASS, make_samples  # its drawing libraries are not needed otherwise

        case.add_incident("Strike near Hass", type="air-drone-strike", began="2016-10-26", time_precision="day")
        case.add_place("Hass", latitude=HASS[0], longitude=HASS[1], precision="town")
        make_samples(folder)

    # At the latest when the program ends: an import that ends with its case tells nobody.
    remove = weakref.finalize(runner, shutil.rmtree, folder, ignore_errors=True)

    def import_them(_made: object) -> None:
        if window.work is not None:
            window.work.import_paths([folder], then=remove)

    runner.change(make, import_them)


def speak(window: "MainWindow", wanted: Language) -> None:
    """Change the language of the window, or say why not now."""
    if not window.may_rebuild:
        window.notices.say(window.why_not_now())
    elif os.environ.get(language.VARIABLE):
        window.notices.say(
            words.tr("The environment variable {name} sets the language.").format(name=language.VARIABLE)
        )
    else:
        window.settings.set(LANGUAGE, wanted)


def search(window: "MainWindow") -> None:
    window.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    window.search.selectAll()


def verify(window: "MainWindow") -> None:
    if window.work is not None:
        window.work.verify()


WINDOW_COMMANDS: dict[str, Callable[["MainWindow"], object]] = {
    "new": new,
    "open": open_,
    "import_folder": import_folder,
    "import_files": import_files,
    "export": export,
    "verify": verify,
    "close_case": lambda window: window.close_case(),
    "quit": lambda window: window.close(),
    "search": search,
    "go_on": lambda window: window.settings.set(GO_ON, window.actions_.by_name["go_on"].isChecked()),
    "english": lambda window: speak(window, Language.ENGLISH),
    "arabic": lambda window: speak(window, Language.ARABIC),
    "settings": lambda window: window.show_settings(),
    "map": lambda window: window.docks.toggle("map"),
    "timeline": lambda window: window.docks.toggle("timeline"),
    "next_pane": lambda window: window.panes.move(1),
    "previous_pane": lambda window: window.panes.move(-1),
    "help": lambda window: window.show_window(HelpWindow),
    "keys": lambda window: window.show_window(KeysWindow),
    "about": lambda window: window.show_window(AboutWindow),
}
