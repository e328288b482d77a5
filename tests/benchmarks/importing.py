"""Importing 12-megapixel JPEGs: CPU of the whole process tree against the floor, and how many cores it keeps busy.

Program, workers and floor each start once; the cost of that start – the same command on a single file – is subtracted
on both sides, for CPU as for time. How long an import takes is what it says itself in its last line. The least of four
runs counts.
"""

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.material import again, photos
from tests.benchmarks.process import Cost, cost, least
from tests.benchmarks.report import Line

_DRAWN = 120
_COUNT = 180
_RUNS = 4


def measure(scratch: Path) -> Iterator[Line]:
    """Lines for importing."""
    many, one, case = scratch / "photos", scratch / "one", scratch / "case"
    photos(many, _DRAWN)
    again(many, _COUNT)
    photos(one, 1)
    size = sum(path.stat().st_size for path in many.iterdir()) / _COUNT / 1e6

    def importing(workers: int) -> _Command:
        return lambda folder: ["main.py", "import", case, folder, "--json", "--workers", str(workers)]

    two, single, floor = _more([importing(2), importing(1), _floor], many, one, case, runs=_RUNS)
    (naive,) = _more([_naive], many, one, case, runs=1)
    what = f"import of {_COUNT} JPEGs, 12 MP, {size:.1f} MB each"
    # 1.5 for the import alone, to which copies of photographs may add 40 % (measured by `added`), of these drawn ones
    # more: they have corners everywhere, and a third of them are copies.
    yield _cpu(f"{what}, 2 workers: CPU a photo against the floor", two, floor, limit=2.8)
    yield _cpu(f"{what}, 1 worker: CPU a photo against the floor", single, floor, limit=2.8)
    yield _cpu("naive imagehash (full decode, one pHash): CPU a photo against the floor", naive, floor, limit=None)
    yield Line(
        what=f"{what}, 2 workers: CPU against time, which is how many cores are busy",
        ours=two.cpu,
        against=two.wall,
        unit="s",
        ratio=two.cpu / two.wall,
        limit=1.7,
        at_least=True,
    )


_Command = Callable[[Path], Sequence[str | Path]]


def _floor(folder: Path) -> Sequence[str | Path]:
    return ["-m", "tests.benchmarks.floor", folder]


def _naive(folder: Path) -> Sequence[str | Path]:
    return [*_floor(folder), "naive"]


def _more(commands: Sequence[_Command], many: Path, one: Path, case: Path, *, runs: int) -> list[Cost]:
    """What the many files cost each command more than one file, which stands for starting up. All take turns, so that
    what else the machine does falls on all alike."""
    costs: dict[tuple[_Command, Path], list[Cost]] = defaultdict(list)
    for _ in range(runs):
        for command in commands:
            for folder in (one, many):
                costs[command, folder].append(_cost(command(folder)))
                shutil.rmtree(case, ignore_errors=True)
    return [least(costs[command, many]) - least(costs[command, one]) for command in commands]


def _cost(arguments: Sequence[str | Path]) -> Cost:
    """What a command costs; where its last line tells how many seconds it worked, those."""
    spent, output = cost(arguments)
    lines = output.splitlines()
    return replace(spent, wall=json.loads(lines[-1])["seconds"]) if lines else spent


def _cpu(what: str, ours: Cost, floor: Cost, *, limit: float | None) -> Line:
    return Line(
        what=what,
        ours=ours.cpu * 1000 / (_COUNT - 1),
        against=floor.cpu * 1000 / (_COUNT - 1),
        unit="ms",
        ratio=ours.cpu / floor.cpu,
        limit=limit,
    )
