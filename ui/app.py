"""Starts the window."""

import logging
import os
import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.main_window import MainWindow

LANGUAGE = "EVIDENCE_ANNOTATOR_LANGUAGE"
_SIGNAL_MS = 300


def run(case: Path | None, actor: str) -> int:
    """Show the window, with this case open or the start page, until it is closed; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    application = prepare()
    window = MainWindow(actor=actor)

    def report(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        window.notices.failed(error)

    sys.excepthook = report
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: window.close())
    ticking = QTimer(interval=_SIGNAL_MS)
    ticking.timeout.connect(lambda: None)  # lets Python see a signal while Qt waits
    ticking.start()
    window.show()
    if case is not None:
        window.open_case(case)
    code = application.exec()
    window.close_case()
    return code


def prepare() -> QApplication:
    """The application, named, dressed and in its language."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setOrganizationName("Evidence Annotator")
    application.setApplicationName("Evidence Annotator")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    language = os.environ.get(LANGUAGE, "en")
    # This Arabic writes its numbers with the digits of the clocks, digests and names beside them.
    QLocale.setDefault(QLocale("ar_AE" if language.startswith("ar") else language))
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if language.startswith("ar") else Qt.LayoutDirection.LeftToRight
    )
    application.setWindowIcon(QIcon(str(theme.RESOURCES / "icons" / "evidence-annotator.svg")))
    theme.apply(application)
    return application
