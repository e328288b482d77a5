"""What the actions do to the window, by the action's name; those of the desk are in `ui.commands`."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QFileDialog

from annotator.case import Case
from annotator.model import Filter
from annotator.text import shown
from ui import cases, language, words
from ui.dialogs.about import AboutWindow
from ui.dialogs.export import ExportOptions
from ui.dialogs.help import HelpWindow
from ui.dialogs.import_options import ImportOptions
from ui.dialogs.keys import KeysWindow
from ui.dialogs.new_case import NewCase
from ui.dialogs.printing import PrintOptions
from ui.library.told import told
from ui.printing import filling
from ui.printing.filling import Order, first_page
from ui.settings import EVERY, GO_ON, LANGUAGE, LINK, SAMPLING, Language
from ui.viewer.pictures import Latest

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


def print_(window: "MainWindow") -> None:
    """Ask what to print and how, then print it, or write it as a file."""
    desk = window.desk
    if desk is None:
        return
    selected, listed, conditions = desk.selection, desk.model.ids, told(desk.wanted())

    def ordered(dialog: PrintOptions) -> Order:
        numbers, said = listed, words.tr("All items")
        if dialog.selection:
            numbers, said = selected, words.tr("Selected: {items}").format(items=words.items(len(selected)))
        elif conditions:
            said = words.tr("Filter: {filter}").format(filter=words.tr(", ").join(each.text for each in conditions))
        return Order(
            numbers=numbers,
            said=words.line(said),
            layout=dialog.layout_,
            look=window.shield.style,
            without_covered=dialog.without_covered,
        )

    def go(dialog: PrintOptions) -> None:
        (_to_pdf if dialog.as_pdf else _to_printer)(window, ordered(dialog))

    def ask(covered: list[int]) -> None:
        dialog = PrintOptions(selected=(len(selected), covered[0]), listed=(len(listed), covered[1]), parent=window)
        latest = Latest(desk.runner)

        def preview() -> None:
            order, height = ordered(dialog), round(dialog.page_height * dialog.devicePixelRatioF())
            latest.ask(lambda case: first_page(case, order, height), dialog.show_page, desk.runner.failed.emit)

        dialog.changed.connect(preview)
        dialog.accepted.connect(lambda: go(dialog))
        dialog.finished.connect(latest.forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        preview()

    desk.runner.read(lambda case: [len(case.library.covered(numbers)) for numbers in (selected, listed)], ask)


def _to_pdf(window: "MainWindow", order: Order, path: Path | None = None, sheet: QPageLayout | None = None) -> None:
    desk, work = window.desk, window.work
    if desk is None or work is None:
        return
    if path is None:
        name = f"{desk.runner.path.name} {datetime.now().astimezone():%Y-%m-%d %H%M}.pdf"
        folder = cases.documents() if cases.documents().is_dir() else Path.home()
        dialog = QFileDialog(window, words.tr("Save as PDF"), str(folder / name), words.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if not chosen:
            return
        path = Path(chosen[0])
    if path.resolve().is_relative_to(desk.runner.path.resolve()):
        window.notices.say(words.tr("Nothing was printed: choose a place outside of the case folder."), grave=True)
        return
    work.print_(
        partial(filling.to_pdf, order=order, path=path, sheet=sheet),
        words.isolated(shown(str(path))),
        stopped=words.tr("Printing was stopped; no file was written."),
    )


def _to_printer(window: "MainWindow", order: Order) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only here: it looks for printers

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(filling.DPI)
    printer.setPageLayout(filling.usual_sheet())
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    accepted = dialog.exec()
    dialog.deleteLater()
    if not accepted or window.work is None:
        return
    if printer.outputFileName():
        _to_pdf(window, order, Path(printer.outputFileName()), printer.pageLayout())
    else:
        window.work.print_(
            partial(filling.on_paper, order=order, device=printer),
            words.isolated(shown(printer.printerName())),
            stopped=words.tr("Printing was stopped; the printer may print the pages that it has."),
        )


def open_sample(window: "MainWindow") -> None:
    """Open the sample case, or make it from pictures that are drawn here and now."""
    path = cases.sample()
    if cases.is_case(path):
        window.open_case(path)
        return
    runner = window.open_case(
        path, new_title=words.tr("Sample"), go=lambda desk: desk.library.show_importing(under_way=True)
    )
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

    def lost(error: BaseException) -> None:
        if window.desk is not None:
            window.desk.library.show_importing(under_way=False)
        window.notices.failed(error)

    runner.change(make, import_them, failed=lost)


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
    "print": print_,
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
