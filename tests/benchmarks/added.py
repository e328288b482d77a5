"""What finding copies adds to the CPU of importing photos of 12 megapixels: real ones, or where few are, drawn ones.

Two imports, of many photos and of one, which stands for starting up, all of their processes included. The threads of
the finder measure in the same import what they take of it; what the features take in a worker is measured apart.
"""

import io
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import local
from typing import Any

import cv2
from PIL import Image, ImageOps

from annotator.case import Case
from annotator.finder import Finder
from annotator.media.analyse import signed
from annotator.media.pictures import load, open_picture
from annotator.media.sniff import HEAD, recognise
from tests.benchmarks.material import photos
from tests.benchmarks.photos import contents, further
from tests.benchmarks.process import cost
from tests.benchmarks.report import Line

_COUNT = 24
_ENOUGH = 12
"""Real photos beside which there are no drawn ones, which are full of straight lines, as of pictures in pictures."""
_LEAST = 6_000_000
"""Pixels of a real JPEG that is scaled to twelve million."""
_PIXELS = 12_000_000
_RUNS = 2


def measure(scratch: Path) -> Iterator[Line]:
    """The line for what copies add."""
    many, one, case = scratch / "photos", scratch / "one", scratch / "case"
    real = _photos(many)
    one.mkdir()
    first = min(many.iterdir())
    shutil.copy(first, one / first.name)
    count = len(list(many.iterdir()))
    spent, finding = {}, {}
    for folder in (one, many):
        runs = []
        for _ in range(_RUNS):
            shutil.rmtree(case, ignore_errors=True)
            taken, told = cost(["-m", "tests.benchmarks.added", folder, case])
            runs.append((taken.cpu, float(told)))
        spent[folder], finding[folder] = min(runs)
    features = min(float(cost(["-m", "tests.benchmarks.added", many])[1]) for _ in range(_RUNS)) / count
    whole = (spent[many] - spent[one]) / (count - 1)
    without = whole - (finding[many] - finding[one]) / (count - 1) - features
    yield Line(
        what=f"import of {count} photos of 12 MP ({real} real): CPU a photo against the same without finding copies",
        ours=whole * 1000, against=without * 1000, unit="ms", ratio=whole / without,
        limit=1.4 if real >= _ENOUGH else None,
    )  # fmt: skip


def _photos(folder: Path) -> int:
    """Write photos; returns how many are real ones."""
    folder.mkdir()
    real = 0
    for digest, content in contents(further()):
        if not content.startswith(b"\xff\xd8"):
            continue
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height < _LEAST:
                continue
            upright = ImageOps.exif_transpose(opened).convert("RGB")
        scale = (_PIXELS / (upright.width * upright.height)) ** 0.5
        size = round(upright.width * scale), round(upright.height * scale)
        upright.resize(size, Image.Resampling.BICUBIC).save(folder / f"{digest}.jpg", quality=90)
        real += 1
        if real == _COUNT:
            return real
    if real >= _ENOUGH:
        return real
    photos(folder / "drawn", _COUNT - real)
    for path in list((folder / "drawn").iterdir()):
        path.rename(folder / path.name)
    (folder / "drawn").rmdir()
    return real


def main() -> None:
    """In a process of its own: import a folder into a case, and print how many seconds the finder took; without a case
    how many the features of all photos take."""
    cv2.setNumThreads(1)
    folder, *case = map(Path, sys.argv[1:])
    print(_imported(case[0], folder) if case else sum(map(_features, folder.iterdir())))


def _imported(path: Path, folder: Path) -> float:
    taken: list[float] = []
    within = local()

    def timed(work: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*arguments: Any, **options: Any) -> Any:
            if getattr(within, "it", False):
                return work(*arguments, **options)
            within.it, began = True, time.thread_time()
            try:
                return work(*arguments, **options)
            finally:
                within.it = False
                taken.append(time.thread_time() - began)

        return measured

    for name in ("__init__", "close", "look", "refresh", "link"):
        setattr(Finder, name, timed(getattr(Finder, name)))
    with Case.create(path, actor="bench") as case:
        list(case.import_files([folder], workers=1))
    return sum(taken)


def _features(path: Path) -> float:
    data = load(str(path))
    format = recognise(data[:HEAD], path.name)
    assert format is not None
    picture = open_picture(data, format, orientation=None)
    began = time.process_time()
    signed(data, format, None, picture)
    return time.process_time() - began


if __name__ == "__main__":
    main()
