"""The result of the benchmark of duplicates as a table on the terminal."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.alterations import ALTERATIONS
from tests.benchmarks.looking import Result, Row, Wrong
from tests.benchmarks.report import machine

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was measured."""

    photos: int
    others: int
    results: Sequence[Result]
    near: Sequence[Any]
    between: Sequence[Wrong]
    """Links that were made between the photos themselves, all of them different."""
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
        """Confirmed links between different pictures, other than views of one scene."""
        return [wrong for wrong in self._all_wrong if not wrong.scene]

    @property
    def scenes(self) -> list[Wrong]:
        """Views of one scene that are linked as copies."""
        return [wrong for wrong in self._all_wrong if wrong.scene]

    @property
    def _all_wrong(self) -> list[Wrong]:
        found = [wrong for result in self.results for row in result.rows for wrong in row.wrong]
        return [*self.between, *found, *(wrong for result in self.results for wrong in result.bold_wrong)]

    @property
    def pairs(self) -> int:
        """Different pairs that could have been linked through candidates."""
        count = self.photos + self.others
        return count * (count - 1) // 2 + sum(row.pairs for result in self.results for row in result.rows)

    @property
    def forced(self) -> int:
        """Different pairs that were confirmed though they were no candidates, at random."""
        return sum(result.bold_pairs for result in self.results)

    @property
    def kept(self) -> bool:
        """Whether all targets are."""
        shares = ((share_of(rows), ALTERATIONS[name].target) for name, rows in self.rows.items())
        allowed = max(1, round((self.pairs + self.forced) / _MILLION))
        near = sum(not wrong.scene for one in self.near for wrong in one.wrong)
        return all(target is None or share >= target for share, target in shares) and len(self.wrong) + near <= allowed

    def _told_scenes(self) -> list[tuple[tuple[str, str], int]]:
        return Counter((wrong.one, wrong.other) for wrong in self.scenes).most_common(15)

    def text(self) -> str:
        """For the terminal."""
        lines = [machine(), f"{self.photos} photos altered, {self.others} more compared, {self.seconds:.0f} s", ""]
        lines.append(f"{'alteration':40} {'copies':>6} {'found':>8} {'pHash':>7} {'target':>7}")
        for name, rows in self.rows.items():
            share, target = share_of(rows), ALTERATIONS[name].target
            said = "" if target is None else "ok" if share >= target else "MISSED"
            peer = sum(row.peer for row in rows) / len(rows)
            wanted = "" if target is None else f"{target:.1%}"
            lines.append(f"{name:40} {len(rows):6} {share:8.2%} {peer:7.1%} {wanted:>7} {said}")
        every = [row for rows in self.rows.values() for row in rows]
        lines.append(
            f"{'all':40} {len(every):6} {share_of(every):8.2%} {sum(row.peer for row in every) / len(every):7.1%}"
        )
        slow = sorted(row.seconds for row in every)
        lines += [
            "",
            f"looking: median {slow[len(slow) // 2] * 1000:.0f} ms, most {slow[-1] * 1000:.0f} ms",
            f"lost: {dict(Counter(row.lost for row in every if row.lost))}",
            f"relations: {dict(Counter(str(row.told) for row in every if row.told))}",
            f"wrong links: {len(self.wrong)} in {self.pairs:,} pairs of different pictures through candidates and "
            f"{self.forced:,} by force, of which {sum(each.bold_scene for each in self.results)} are called one scene",
            f"views of one scene that are linked as copies: {len(self.scenes)}",
            *(f"  wrong: {w.one} = {w.other}, {w.relation} {w.score} ({w.how})" for w in self.wrong[:40]),
            *(f"  one scene: {one} = {other}, {count} times" for (one, other), count in self._told_scenes()),
            "",
            "different pictures that are easily taken for the same, compared pair by pair:",
        ]
        for one in self.near:
            lines.append(f"  {one.kind:45} {one.pairs:4} pairs, {one.scene:3} same scene, {len(one.wrong)} wrong")
        if self.imports:
            lines += ["", self.imports]
        return "\n".join(lines)


def share_of(rows: Sequence[Row]) -> float:
    """How many of them were found, from 0 to 1."""
    return sum(row.found for row in rows) / len(rows)
