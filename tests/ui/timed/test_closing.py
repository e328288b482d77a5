"""Closing while pictures are decoded, and lanes that go on after something broke."""

import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Filter
from ui.jobs import JobRunner, Lane


@pytest.fixture
def runner(application: QApplication, case_path: Path) -> Iterator[JobRunner]:
    made = JobRunner(case_path, actor="Rana")
    yield made
    made.close()


def test_closing_does_not_wait_for_a_picture_that_takes_a_minute(runner: JobRunner, qtbot: QtBot) -> None:
    runner.read(lambda case: case._engine.run(time.sleep, 60, limit=60), lambda _: None, lane=Lane.PICTURES)
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=10_000)
    time.sleep(1)  # the worker is up and asleep
    began = time.monotonic()
    runner.close()
    assert time.monotonic() - began < 3
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("lane", [Lane.ROWS, Lane.PICTURES])
def test_a_lane_in_which_something_broke_opens_the_case_anew(runner: JobRunner, qtbot: QtBot, lane: Lane) -> None:
    failures: list[BaseException] = []
    cases: list[Case] = []

    def broken(case: Case) -> None:
        cases.append(case)
        raise RuntimeError("The Pool is not active")

    def works(case: Case) -> int:
        cases.append(case)
        return len(case.find(Filter()))

    found: list[int] = []
    runner.read(broken, lambda _: None, lane=lane, failed=failures.append)
    runner.read(works, found.append, lane=lane)
    qtbot.waitUntil(lambda: found == [6], timeout=5000)
    assert [str(error) for error in failures] == ["The Pool is not active"]
    assert cases[0] is not cases[1]


def test_pictures_are_read_again_after_their_workers_were_killed(runner: JobRunner, qtbot: QtBot) -> None:
    widths: list[int] = []

    def picture(case: Case) -> int:
        return case.pictures.picture(case.find(Filter())[0], 320).width

    runner.read(picture, widths.append, lane=Lane.PICTURES)
    qtbot.waitUntil(lambda: len(widths) == 1, timeout=20_000)
    for process in multiprocessing.active_children():
        process.kill()
    failures: list[BaseException] = []
    end = time.monotonic() + 20
    while len(widths) < 2 and time.monotonic() < end:
        runner.read(picture, widths.append, lane=Lane.PICTURES, failed=failures.append)
        qtbot.wait(200)
    assert widths[1] == widths[0]
