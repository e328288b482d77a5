"""Lines of the benchmark table, and whether all of them keep their limits."""

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

HEAD = "what · ours · against · ratio · limit · ok or OVER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measurement; `ours` and `against` (a floor, a peer or a budget) in one unit. Without a limit it is only
    shown."""

    what: str
    ours: float
    against: float
    unit: str
    ratio: float
    limit: float | None = None
    at_least: bool = False
    """The limit is the least ratio that will do, not the most."""

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        if self.limit is None:
            return True
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def __str__(self) -> str:
        limit = "none" if self.limit is None else f"{'≥' if self.at_least else '≤'} {self.limit:.2f}"
        amounts = (_amount(value, self.unit) for value in (self.ours, self.against))
        return " · ".join([self.what, *amounts, f"{self.ratio:.2f}", limit, "ok" if self.kept else "OVER"])


def machine() -> str:
    """When and on what it is measured."""
    load = os.getloadavg()[0]
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · {processor()} · {cores()} cores · load {load:.1f} · "
        f"Python {platform.python_version()}"
    )


def cores() -> int:
    """How many may be used."""
    return len(os.sched_getaffinity(0))


def processor() -> str:
    """The name of the machine's processor."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _amount(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
