"""One new photo among 100,000 and 1,000,000 others by its local features: time, memory and opening, on one core.

The others are features of real pictures, shuffled: each has words and bits as real ones have them, and no picture is
like another. A million are the same hundred thousand under ten numbers each. The least of the runs counts.
"""

import json
import shutil
import sys
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from annotator.media.features import signature
from annotator.signature import RECIPE, Signature
from annotator.similarity import postings
from annotator.similarity.index import KEPT, Index
from annotator.similarity.words import Words
from resources.samples.scenes import scene
from tests.benchmarks.process import cost
from tests.benchmarks.report import Line

_SCENES = ("village", "wall", "street", "roundabout", "grove", "dusk")
_ASKED = ("doorway", "river")
_PART = 100_000
_PARTS = 10
_RUNS = 7


def measure(scratch: Path) -> Iterator[Line]:
    """Lines for looking up local features."""
    made = _signatures(_SCENES)
    for parts, budget in ((1, 0.3), (_PARTS, 2.0)):
        folder = scratch / str(parts)
        fill(folder, made, parts=parts, count=_PART, case="bench")
        told = json.loads(cost(["-m", "tests.benchmarks.likeness", folder])[1])
        many = f"{parts * _PART:,} items"
        if not told["found"]:
            raise RuntimeError("the copy was not found")
        yield _line(f"features of a new photo among {many}", told["asked"] * 1000, budget * 1000, "ms")
        yield _line(f"opening the index of {many}", told["opened"] * 1000, 1000, "ms")
        yield _line(f"memory for the index of {many}", told["memory"], 2000, "MB")
        shutil.rmtree(folder)


def _line(what: str, ours: float, budget: float, unit: str) -> Line:
    return Line(what=f"{what}: budget", ours=ours, against=budget, unit=unit, ratio=ours / budget, limit=1)


def _signatures(names: Sequence[str]) -> list[Signature]:
    """Of scenes that are drawn for samples, with a grain of their own, as many as give enough features."""
    dice = np.random.default_rng(7)
    found = []
    for name in names:
        pixels = np.asarray(scene(name).resize((1280, 960))).astype(np.int16)
        for _ in range(16):
            x, y = int(dice.integers(0, 480)), int(dice.integers(0, 360))
            part = pixels[y : y + 600, x : x + 800] + dice.normal(0, 9, (600, 800, 1)).astype(np.int16)
            found.append(signature(Image.fromarray(part.clip(0, 255).astype(np.uint8))))
    return [Signature.from_bytes(bytes(each)) for each in found]


def fill(folder: Path, made: Sequence[Signature], *, parts: int, count: int, case: str, key: str = "") -> None:
    """Write an index of so many items in each of so many parts; `key` names the last of them."""
    folder.mkdir()
    dice, words = np.random.default_rng(8), Words()
    known = np.concatenate([words.nearest(each.plain.descriptors, 4) for each in made])
    codes = np.concatenate([postings.codes(each.plain.descriptors) for each in made])
    places = np.concatenate([postings.places(each.plain) for each in made])
    rows = dice.integers(0, len(codes), count * KEPT, np.int32)
    # A feature of another picture with the same look is as often in the second or third word nearest to it.
    chosen = known[rows, dice.integers(0, 4, len(rows), np.int8)]
    order = np.argsort(chosen.astype(np.uint16), kind="stable")
    chosen, rows = chosen[order], rows[order]
    bits = codes[rows]
    for _ in range(5):
        bits ^= np.uint32(1) << dice.integers(0, 32, len(rows), np.uint8)
    somewhere = places[dice.integers(0, len(places), len(rows), np.int32)]
    items = (order // KEPT + 1).astype(np.uint32)
    names = [f"{part}.features" for part in range(parts)]
    for part, name in enumerate(names):
        here = postings.Postings(items=items + np.uint32(part * count), codes=bits, places=somewhere)
        postings.write(folder / name, chosen, here, vocabulary=len(words), count=count)
    told = {"case": case, "kind": f"{RECIPE} {words.name}", "mark": parts * count, "key": key}
    (folder / "index.json").write_text(json.dumps({**told, "missing": [], "segments": names}))


def main() -> None:
    """In a process of its own: ask the index in the folder that the argument names."""
    made = _signatures(_ASKED)[::2]
    before = _memory()
    began = time.perf_counter()
    index = Index(Path(sys.argv[1]), case="bench")
    opened = time.perf_counter() - began
    mark, _ = index.mark
    index.add(mark + 1, "", made[0])
    runs = []
    for number in range(_RUNS):
        began = time.process_time()  # one core's, whatever else the machine does
        found = index.near(index.query(made[number % len(made)]), most=24)
        runs.append(time.process_time() - began)
    tracemalloc.start()
    copy = index.near(index.query(made[0]), most=24)
    passing = tracemalloc.get_traced_memory()[1]
    told = {
        "opened": opened, "asked": min(runs), "memory": (_memory() - before + passing) / 1e6,
        "found": bool(copy) and copy[0].number == mark + 1, "others": len(found),
    }  # fmt: skip
    print(json.dumps(told))


def _memory() -> int:
    """What this process has of its own, mapped files apart, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon"))


if __name__ == "__main__":
    main()
