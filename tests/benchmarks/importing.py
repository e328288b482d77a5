"""Importing 12-megapixel JPEGs: CPU of the whole process tree against the floor, and two workers against one.

The program and the floor each start once; the cost of that start – the same command on a single file – is subtracted
on both sides, for the CPU ratios as for the times of one and two workers. Everything is run three times; the least
counts.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.material import photos
from tests.benchmarks.process import Cost, cost, least
from tests.benchmarks.report import Line

_COUNT = 60
_RUNS = 3


def measure(scratch: Path) -> Iterator[Line]:
    """Lines for importing."""
    many, one = scratch / "photos", scratch / "one"
    photos(many, _COUNT)
    photos(one, 1)
    size = sum(path.stat().st_size for path in many.iterdir()) / _COUNT / 1e6
    case = scratch / "case"
    two_workers = _more(["main.py", "import", case], many, one, ["--workers", "2"], case)
    one_worker = _more(["main.py", "import", case], many, one, ["--workers", "1"], case)
    floor = _more(["-m", "tests.benchmarks.floor"], many, one, [], case)
    naive = _more(["-m", "tests.benchmarks.floor"], many, one, ["naive"], case)
    what = f"import of {_COUNT} JPEGs, 12 MP, {size:.1f} MB each"
    yield _cpu(f"{what}: CPU, 2 workers", two_workers, floor, limit=1.5)
    yield _cpu(f"{what}: CPU, 1 worker", one_worker, floor, limit=1.5)
    yield _cpu("  naive imagehash (full decode, one pHash): CPU", naive, floor, limit=None)
    yield Line(
        what="import with 2 workers against 1: time",
        ours=two_workers.wall,
        floor=one_worker.wall,
        unit="s",
        ratio=one_worker.wall / two_workers.wall,
        limit=1.7,
        at_least=True,
    )


def _more(command: list[str | Path], many: Path, one: Path, options: list[str], case: Path) -> Cost:
    """What the many files cost more than one file, which stands for starting up."""
    costs: dict[Path, list[Cost]] = {one: [], many: []}
    for _ in range(_RUNS):
        for folder, runs in costs.items():
            runs.append(cost([*command, folder, *options]))
            shutil.rmtree(case, ignore_errors=True)
    return least(costs[many]) - least(costs[one])


def _cpu(what: str, ours: Cost, floor: Cost, *, limit: float | None) -> Line:
    return Line(
        what=what,
        ours=ours.cpu * 1000 / (_COUNT - 1),
        floor=floor.cpu * 1000 / (_COUNT - 1),
        unit="ms",
        ratio=ours.cpu / floor.cpu,
        limit=limit,
    )
