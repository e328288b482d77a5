"""The window on a case of 100,000 items: how soon the grid shows, a filter answers, and how much memory it takes.

The window is a process of its own. Its clock starts when that process is up – modules loaded, application made – and
stops when the first cells are painted with their items. The floor is the time or memory that is allowed.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.case import Case
from annotator.model import Filter, Kind, Level, Status
from tests.benchmarks.process import ROOT
from tests.benchmarks.report import Line
from tests.synthetic import make_case

_ITEMS = 100_000
_RUNS = 5
_GRID, _FILTER, _MEMORY = 0.300, 0.050, 400.0
_PAGE = 200
_FILTERS = {
    "status and warning": Filter(status=(Status.VERIFIED,), warning=(Level.GRAPHIC,)),
    "kind": Filter(kind=(Kind.VIDEO,)),
    "words": Filter(text="حاس"),
    "near a place": Filter(near=(36.0, 37.0, 20.0)),
    "dates": Filter(since="2016-10", until="2016-11"),
}


def measure(scratch: Path) -> Iterator[Line]:
    """Lines for the window."""
    path = make_case(scratch / "case", _ITEMS)
    runs = [run("tests.benchmarks.window", path, scratch) for _ in range(_RUNS)]
    for name, limit in (("grid", _GRID), ("filter", _FILTER)):
        taken = min(each[name] for each in runs)
        what = "first cells painted" if name == "grid" else "a filter chosen, cells painted"
        yield _line(f"window, {_ITEMS:,} items: {what}", taken * 1000, limit * 1000, "ms")
    yield _line(f"window, {_ITEMS:,} items: most memory", max(each["memory"] for each in runs), _MEMORY, "MB")
    with Case.open(path, actor="bench", read_only=True) as case:
        for name, wanted in _FILTERS.items():
            taken = min(_time(case, wanted) for _ in range(_RUNS))
            yield _line(f"case, {_ITEMS:,} items: filter by {name}, first page", taken * 1000, _FILTER * 1000, "ms")


def _line(what: str, ours: float, limit: float, unit: str) -> Line:
    return Line(what=what, ours=ours, against=limit, unit=unit, ratio=ours / limit, limit=1)


def _time(case: Case, wanted: Filter) -> float:
    began = time.perf_counter()
    found = case.find(wanted)
    case.items(found[:_PAGE])
    taken = time.perf_counter() - began
    if not 0 < len(found) < _ITEMS or len(case.find(replace(wanted, limit=1))) != 1:
        raise RuntimeError("the filter does not filter")
    return taken


def run(module: str, case: Path, home: Path) -> dict[str, float]:
    """What a module says that shows a case in a window, with a home of its own."""
    settings = {name: str(home / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    ended = subprocess.run(
        [sys.executable, "-m", module, str(case)],
        cwd=ROOT,
        env={**os.environ, **settings, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
        timeout=240,
    )
    return json.loads(ended.stdout.splitlines()[-1])


def _show(path: Path) -> dict[str, float]:
    """In the window's process: open the case, choose a filter, and say how long each took."""
    from PySide6.QtWidgets import QApplication

    from annotator.model import Item
    from ui import app
    from ui.library.model import ITEM_ROLE
    from ui.main_window import MainWindow
    from ui.settings import Settings

    settings = Settings(Path(tempfile.mkdtemp()) / "settings.ini")
    application = app.prepare(settings)

    def until(ready: Callable[[], bool]) -> float:
        end = time.perf_counter() + 60
        while not ready():
            if time.perf_counter() > end:
                raise TimeoutError
            QApplication.processEvents()
        window.desk.grid.viewport().repaint()
        return time.perf_counter()

    def listed(count: Callable[[int], bool]) -> bool:
        if window.desk is None or not count(len(window.desk.model.ids)):
            return False
        last = min(len(window.desk.model.ids) - 1, 20)
        return isinstance(window.desk.model.index(last).data(ITEM_ROLE), Item)

    began = time.perf_counter()
    window = MainWindow(actor="bench", settings=settings)
    window.show()
    window.open_case(path)
    shown = until(lambda: listed(lambda count: count == _ITEMS))
    for _ in range(50):
        application.processEvents()
        time.sleep(0.01)
    chosen = time.perf_counter()
    window.desk.filters.choose("status", Status.VERIFIED)
    filtered = until(lambda: listed(lambda count: 0 < count < _ITEMS))
    for _ in range(50):
        application.processEvents()
        time.sleep(0.01)
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    window.close()
    return {"grid": shown - began, "filter": filtered - chosen, "memory": int(peak.split()[1]) / 1000}


if __name__ == "__main__":
    print(json.dumps(_show(Path(sys.argv[1]))))
