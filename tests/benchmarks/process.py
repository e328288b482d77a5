"""Runs a command and says what it cost, all processes under it included."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU and wall-clock seconds of one process tree."""

    cpu: float
    wall: float

    def __sub__(self, other: "Cost") -> "Cost":
        return Cost(cpu=self.cpu - other.cpu, wall=self.wall - other.wall)


def cost(arguments: Sequence[str | Path]) -> tuple[Cost, str]:
    """What `python ARGUMENTS` costs, and what it printed. Raises CalledProcessError where it fails."""
    os.sync()  # what others left to be written is not ours to pay for
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu=cpu, wall=wall), run.stdout


def least(runs: Sequence[Cost]) -> Cost:
    """The least of each: what other programs add is not ours."""
    return Cost(cpu=min(run.cpu for run in runs), wall=min(run.wall for run in runs))
