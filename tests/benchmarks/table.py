"""The result of the benchmark of duplicates as a table, on the terminal and in the help."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.alterations import ALTERATIONS
from tests.benchmarks.looking import Result, Row, Wrong
from tests.benchmarks.report import machine

_HELP = Path(__file__).parents[2] / "resources" / "help"
_BETWEEN = re.compile(r"(<!-- measured: begin -->\n).*?(<!-- measured: end -->)", re.DOTALL)
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was measured."""

    photos: int
    others: int
    results: Sequence[Result]
    near: Sequence[Any]
    imports: str | None
    """How a real import compares, in a sentence."""
    seconds: float

    @property
    def rows(self) -> dict[str, list[Row]]:
        """By alteration, in the order of the list."""
        by_name: dict[str, list[Row]] = defaultdict(list)
        for result in self.results:
            for row in result.rows:
                by_name[row.alteration].append(row)
        return {name: by_name[name] for name in ALTERATIONS if by_name[name]}

    @property
    def wrong(self) -> list[Wrong]:
        """Confirmed links between different pictures."""
        found = [wrong for result in self.results for row in result.rows for wrong in row.wrong]
        return found + [wrong for result in self.results for wrong in result.bold_wrong]

    @property
    def pairs(self) -> int:
        """Different pairs that could have been linked through candidates."""
        return sum(row.pairs for result in self.results for row in result.rows)

    @property
    def forced(self) -> int:
        """Different pairs that were confirmed though they were no candidates, at random."""
        return sum(result.bold_pairs for result in self.results)

    @property
    def kept(self) -> bool:
        """Whether all targets are."""
        shares = ((_share(rows), ALTERATIONS[name].target) for name, rows in self.rows.items())
        allowed = max(1, round((self.pairs + self.forced) / _MILLION))
        near = sum(len(one.wrong) for one in self.near)
        return all(target is None or share >= target for share, target in shares) and len(self.wrong) + near <= allowed

    def text(self) -> str:
        """For the terminal."""
        lines = [machine(), f"{self.photos} photos altered, {self.others} more compared, {self.seconds:.0f} s", ""]
        lines.append(f"{'alteration':40} {'copies':>6} {'found':>8} {'pHash':>7} {'target':>7}")
        for name, rows in self.rows.items():
            share, target = _share(rows), ALTERATIONS[name].target
            said = "" if target is None else "ok" if share >= target else "MISSED"
            peer = sum(row.peer for row in rows) / len(rows)
            wanted = "" if target is None else f"{target:.1%}"
            lines.append(f"{name:40} {len(rows):6} {share:8.2%} {peer:7.1%} {wanted:>7} {said}")
        every = [row for rows in self.rows.values() for row in rows]
        lines.append(
            f"{'all':40} {len(every):6} {_share(every):8.2%} {sum(row.peer for row in every) / len(every):7.1%}"
        )
        slow = sorted(row.seconds for row in every)
        lines += [
            "",
            f"looking: median {slow[len(slow) // 2] * 1000:.0f} ms, "
            f"most {slow[-1] * 1000:.0f} ms, {sum(row.candidates for row in every) / len(every):.1f} candidates",
            f"lost: {dict(Counter(row.lost for row in every if row.lost))}",
            f"relations: {dict(Counter(str(row.told) for row in every if row.told))}",
            f"wrong links: {len(self.wrong)} in {self.pairs:,} pairs of different pictures through candidates and "
            f"{self.forced:,} by force, of which {sum(each.bold_scene for each in self.results)} are called one scene",
            *(f"  wrong: {w.one} = {w.other}, {w.relation} {w.score} ({w.how})" for w in self.wrong[:40]),
            "",
            "different pictures that are easily taken for the same, compared pair by pair:",
        ]
        for one in self.near:
            lines.append(f"  {one.kind:45} {one.pairs:4} pairs, {one.scene:3} same scene, {len(one.wrong)} wrong")
        if self.imports:
            lines += ["", self.imports]
        return "\n".join(lines)


def _share(rows: Sequence[Row]) -> float:
    return sum(row.found for row in rows) / len(rows)


_ARABIC: dict[str, str] = {}


def write(report: Report) -> None:
    """Put the table between the marks in the help's pages of copies, English and Arabic."""
    for page, arabic in ((_HELP / "copies.md", False), (_HELP / "ar" / "copies.md", True)):
        text = page.read_text(encoding="utf-8")
        table = _page(report, arabic=arabic)
        changed = _BETWEEN.sub(lambda found, table=table: found[1] + table + found[2], text)
        page.write_text(changed, encoding="utf-8")


def _page(report: Report, *, arabic: bool) -> str:
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    lines = []
    head = (
        ("ما فُعل بالصورة", "نسخ", "وُجد", "pHash وحده")
        if arabic
        else ("what was done", "copies", "found", "pHash alone")
    )
    lines += [f"| {' | '.join(head)} |", "|---|---|---|---|"]
    for name, rows in report.rows.items():
        peer = sum(row.peer for row in rows) / len(rows)
        said = WORDS[name] if arabic else name
        lines.append(f"| {said} | {len(rows)} | {_share(rows):.1%} | {peer:.1%} |")
    return f"{day}\n" + "\n".join(lines) + "\n"


WORDS = _ARABIC
