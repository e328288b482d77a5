"""A hand at the desk on 100,000 items: scrolling, keys, counts, and what an open window costs while nobody touches it.

The window is a process of its own. A stall is the longest gap between two beats of a timer that is to beat every 5 ms:
for so long the window could do nothing else. The time of a key ends when a surface is painted that shows its effect.
"""

import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.case import Case
from annotator.model import Filter, Kind, Level, Status
from tests.benchmarks import window
from tests.benchmarks.report import Line
from tests.synthetic import make_case

_ITEMS = 100_000
_STALL, _KEY, _COUNTS, _IDLE, _GROWN = 0.050, 0.100, 0.400, 0.02, 20.0
_IDLE_SECONDS = 10
_KEYS = 2000
_COUNTED = {
    "no filter": Filter(),
    "status, warning and kind": Filter(
        status=(Status.VERIFIED,), warning=(Level.GRAPHIC, Level.EXTREME), kind=(Kind.PHOTO,)
    ),
    "camera, dates and position": Filter(camera=("Canon X",), since="2016-03", until="2016-09", has_position=True),
    "words and status": Filter(text="حاس", status=(Status.VERIFIED,)),
}


def measure(scratch: Path) -> Iterator[Line]:
    """Lines for the desk."""
    path = make_case(scratch / "case", _ITEMS)
    found = window.run("tests.benchmarks.desk", path, scratch)
    what = f"window, {_ITEMS:,} items"
    for way in ("pages", "wheel", "End and Home", "scroll bar"):
        yield _line(f"{what}: longest stall while scrolling by {way}", found[way] * 1000, _STALL * 1000, "ms")
    yield _line(f"{what}: key press to screen, 95 of 100", found["keys"] * 1000, _KEY * 1000, "ms")
    yield _line(f"{what}: a core's share with map and timeline, idle", found["idle"] * 100, _IDLE * 100, "%")
    yield _line(f"{what}: memory more after {_KEYS:,} keys", found["grown"], _GROWN, "MB")
    with Case.open(path, actor="bench", read_only=True) as case:
        for name, wanted in _COUNTED.items():
            taken = min(_time(case, wanted) for _ in range(5))
            yield _line(f"case, {_ITEMS:,} items: counts of all filters by {name}", taken * 1000, _COUNTS * 1000, "ms")


def _line(what: str, ours: float, limit: float, unit: str) -> Line:
    return Line(what=what, ours=ours, against=limit, unit=unit, ratio=ours / limit, limit=1)


def _time(case: Case, wanted: Filter) -> float:
    began = time.perf_counter()
    case.library.counts(wanted)
    return time.perf_counter() - began


def _show(path: Path) -> dict[str, float]:
    """In the window's process."""
    from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui import app
    from ui.main_window import MainWindow
    from ui.settings import Settings

    settings = Settings(Path(tempfile.mkdtemp()) / "settings.ini")
    application = app.prepare(settings)
    shown = MainWindow(actor="bench", settings=settings)
    shown.show()
    shown.open_case(path)

    def wait(seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            application.processEvents()
            time.sleep(0.001)

    while shown.desk is None or len(shown.desk.model.ids) < _ITEMS:
        wait(0.01)
    wait(3)
    desk = shown.desk
    grid, model = desk.grid, desk.model
    grid.setFocus()

    def stall(act: Callable[[], object], times: int) -> float:
        gaps: list[float] = []
        last = time.perf_counter()

        def beat() -> None:
            nonlocal last
            now = time.perf_counter()
            gaps.append(now - last)
            last = now

        timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(beat)
        timer.start()
        for _ in range(times):
            act()
            wait(0.02)
        wait(0.3)
        timer.stop()
        return max(gaps)

    def wheel() -> None:
        middle = QPointF(grid.viewport().rect().center())
        event = QWheelEvent(
            middle, grid.viewport().mapToGlobal(middle), QPoint(), QPoint(0, -960), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(grid.viewport(), event)

    def ends() -> None:
        for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(grid, key)
            wait(0.02)

    chosen = random.Random(0)
    bar = grid.verticalScrollBar()
    found = {
        "pages": stall(lambda: QTest.keyClick(grid, Qt.Key.Key_PageDown), 60),
        "wheel": stall(wheel, 100),
        "End and Home": stall(ends, 10),
        "scroll bar": stall(lambda: bar.setValue(chosen.randrange(bar.maximum())), 60),
    }

    def pressed(key: Qt.Key) -> float:
        before, began = grid.current, time.perf_counter()
        QTest.keyClick(grid, key)
        while grid.current == before or model.item_at(grid.currentIndex().row()) is None:
            application.processEvents()
            if time.perf_counter() - began > 10:
                raise TimeoutError
        grid.viewport().repaint()
        return time.perf_counter() - began

    ends()
    ways = (
        [Qt.Key.Key_Right] * 8 + [Qt.Key.Key_Down] * 4 + [Qt.Key.Key_PageDown] * 4 + [Qt.Key.Key_End, Qt.Key.Key_Home]
    )
    found["keys"] = statistics.quantiles([pressed(key) for _ in range(8) for key in ways], n=20)[-1]
    wait(1)
    moves = (*ways[::4], Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)
    for number in range(2 * _KEYS):
        if number == _KEYS:  # what is kept for long is there by now
            before = _memory()
        QTest.keyClick(grid, chosen.choice(moves))
        wait(0.004)
    found["grown"] = max(0.0, _memory() - before)
    for name in ("map", "timeline"):
        shown.actions_.by_name[name].trigger()
    wait(5)
    began, spent = time.perf_counter(), _cpu()
    loop = QEventLoop()
    QTimer.singleShot(_IDLE_SECONDS * 1000, loop.quit)
    loop.exec()
    found["idle"] = (_cpu() - spent) / (time.perf_counter() - began)
    shown.close()
    return found


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _memory() -> float:
    """Megabytes."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    print(json.dumps(_show(Path(sys.argv[1]))))
