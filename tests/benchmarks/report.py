"""Lines of the benchmark table, and whether all of them keep their limits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measurement; `ours` and `floor` in one unit. Without a limit it is only shown."""

    what: str
    ours: float
    floor: float
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
        limit = "" if self.limit is None else f"{'≥' if self.at_least else '≤'} {self.limit:.2f}"
        verdict = "shown" if self.limit is None else "ok" if self.kept else "OVER"
        return (
            f"{self.what:<66} {_amount(self.ours, self.unit):>10} {_amount(self.floor, self.unit):>10} "
            f"{self.ratio:>8.2f} {limit:>8}  {verdict}"
        )


HEAD = f"{'what':<66} {'ours':>10} {'floor/peer':>10} {'ratio':>8} {'limit':>8}"


def _amount(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
