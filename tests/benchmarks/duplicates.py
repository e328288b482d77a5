"""`python -m tests.benchmarks.duplicates`: how many altered copies are found, and how many wrong links there are.

Every photo is altered in every way and asked of all others, as an import asks: candidates, then confirmation. Sets of
different pictures that are easily taken for the same are compared pair by pair. Exit code 1 where a target is missed.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

import cv2

from annotator.link import Relation
from annotator.media.features import signature
from annotator.similarity.confirm import confirm
from tests.benchmarks import helped, real, table
from tests.benchmarks import photos as material
from tests.benchmarks.alterations import ALTERATIONS
from tests.benchmarks.looking import Result, Search, Wrong, asked
from tests.benchmarks.nearly import Set, sets

_QUICK = 40
"""Photos."""
_VIDEOS = (
    "gps-video/karma.mp4",
    "gps-video/max-heromode.mp4",
    "duplicates/videos/doorknob-hd-no-bar.mp4",
    "duplicates/videos/pattern-longer-no-bar.mp4",
    "duplicates/videos/chair-orig-22-sd-bar.mp4",
)
_FIXED = "vtest.avi"
"""Of OpenCV's sample data: people walk by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """How a set of pictures that are easily taken for the same did."""

    kind: str
    pairs: int
    scene: int
    """Called another picture of the same scene, or a possible copy."""
    wrong: tuple[Wrong, ...]


class _Worker:
    """What a worker process has from its beginning."""

    search: Search


def main(arguments: Sequence[str]) -> int:
    """Measure, print the table, and with --help-table write it into the help."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.duplicates", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help=f"{_QUICK} photos, a third of their alterations, no real import"
    )
    parser.add_argument("--photos", type=Path, action="append", default=[], help="a further folder of pictures")
    parser.add_argument("--every", type=int, default=1, help="only so manieth alteration of each photo, in turn")
    parser.add_argument("--most", type=int, help="alter so many photos at most")
    parser.add_argument("--only", action="append", help="only this alteration")
    parser.add_argument("--keep", type=Path, help="a folder for every miss and every wrong link")
    parser.add_argument("--help-table", action="store_true", help="write the table into the help pages")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    chosen = parser.parse_args(arguments)
    cv2.setNumThreads(1)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="evidence-duplicates-") as scratch:
        folder = Path(scratch)
        (folder / "photos").mkdir()
        with ProcessPoolExecutor(chosen.jobs, get_context("spawn")) as workers:
            photos = material.found(folder / "photos", [*material.further(), *chosen.photos], workers)
        between = real.imported(folder / "case", photos)
        altered = [number for number, photo in enumerate(photos) if photo.altered]
        altered = altered[: chosen.most or (_QUICK if chosen.quick else None)]
        names = chosen.only or list(ALTERATIONS)
        count, every = (6, 3) if chosen.quick else (16, chosen.every)
        beginning = get_context("spawn"), _begin, (folder / "case", photos)
        with ProcessPoolExecutor(chosen.jobs, *beginning) as workers:
            asking = partial(_asked, names=names, every=every, keep=chosen.keep)
            results = list(workers.map(asking, altered))
            fixed = material.videos(_FIXED, [*material.further(), *chosen.photos])[:1]
            near_misses = sets(photos, _videos(), fixed, count=count)
            near = [] if chosen.only else list(workers.map(_compared, near_misses))
        rows = [row for result in results for row in result.rows]
        imports = None if chosen.quick or chosen.only else real.compared(folder, photos, altered, rows)
        report = table.Report(
            photos=len(altered), others=len(photos) - len(altered), results=results, near=near, between=between,
            imports=imports, seconds=time.monotonic() - began,
        )  # fmt: skip
    print(report.text())
    if chosen.help_table:
        helped.write(report)
    return 0 if report.kept else 1


def _videos() -> list[Path]:
    return [path for name in _VIDEOS if (path := material.CORPUS / name).is_file()]


def _begin(case: Path, photos: Sequence[material.Photo]) -> None:
    _Worker.search = Search(case, photos)


def _asked(number: int, *, names: Sequence[str], every: int, keep: Path | None) -> Result:
    return asked(_Worker.search, number, names, every=every, keep=keep)


def _compared(pictures: Set) -> Near:
    """All pairs of a set, confirmed without being candidates."""
    cv2.setNumThreads(1)
    signatures = [signature(picture) for picture in pictures.pictures]
    pairs = list(combinations(range(len(signatures)), 2))
    seen = [(one, other, confirm(signatures[one], signatures[other])) for one, other in pairs]
    return Near(
        kind=pictures.kind,
        pairs=len(pairs),
        scene=sum(told is not None and told.relation in (Relation.SAME_SCENE, Relation.POSSIBLE) for *_, told in seen),
        wrong=tuple(
            Wrong(
                one=str(one),
                other=str(other),
                relation=told.relation,
                score=told.score,
                how=pictures.kind,
                scene=pictures.one_scene,
            )
            for one, other, told in seen
            if told is not None and told.relation.confirmed
        ),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
