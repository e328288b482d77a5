"""Parts of the window that hold each other end in the window's thread, whoever asks for memory."""

import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.case import Case
from ui.jobs import JobRunner


class Part(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_what_holds_itself_ends_in_the_windows_thread(application: QApplication, case_path: Path, qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    watched = weakref.ref(Part(), lambda _: ended.append(threading.current_thread()))
    kept: list[list[list[int]]] = []

    def hungry(case: Case) -> list[list[int]]:
        return [[number] for number in range(100_000)]

    runner = JobRunner(case_path, actor="Rana")
    try:
        runner.read(hungry, kept.append)
        qtbot.waitUntil(lambda: bool(ended))
    finally:
        runner.close()
    assert watched() is None
    assert ended == [threading.main_thread()]
