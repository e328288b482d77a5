"""Starts the window."""

import logging
import os
import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator.engine.limits import no_core_dump
from ui import language, opening, theme
from ui.collector import Collector
from ui.main_window import MainWindow
from ui.settings import TEXT_SIZE, Settings

_SIGNAL_MS = 300


def run(case: Path | None) -> int:
    """Show the window, with this case open or the one that was open last, until it is closed; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    os.umask(0o077)
    no_core_dump()
    settings = Settings()
    application = prepare(settings)
    window = MainWindow(settings=settings)

    def report(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        window.notices.failed(error)

    sys.excepthook = report
    told: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):  # these come between any two steps, also of what holds a lock
        signal.signal(number, lambda number, _: told.append(number))
    ticking = QTimer(interval=_SIGNAL_MS)  # lets Python see a signal while Qt waits
    ticking.timeout.connect(lambda: window.close() if told else None)
    ticking.start()
    window.show()
    if case is not None:
        window.open_case(case)
    else:
        opening.reopen(window)
    code = application.exec()
    window.close_case()
    return code


def prepare(settings: Settings) -> QApplication:
    """The application, named, and dressed and in its language as the settings have it."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setOrganizationName("Evidence Annotator")
    application.setApplicationName("Evidence Annotator")
    application.setWindowIcon(QIcon(str(theme.RESOURCES / "icons" / "evidence-annotator.svg")))
    language.install(application, language.wanted(settings))
    theme.apply(application, text_size=settings.get(TEXT_SIZE))
    Collector(application)
    return application
