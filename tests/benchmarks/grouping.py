"""Grouping 20,000 imported items from nothing, on one core: candidates, confirmation, links and groups, by CPU time.

Every step takes longer the more items there are, in proportion: so it is measured in a case that has half of them,
features of real pictures shuffled as in `likeness`. What is grouped are pieces of real pictures as far as there are any
(see `photos`), of four in ten an altered copy as well. Their signatures are made once and kept in build/.
"""

import hashlib
import io
import json
import os
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError

from annotator.analysis import Analysis, Hashes
from annotator.case import Case
from annotator.engine.local import Engine
from annotator.finder import Finder, shown
from annotator.folder import Folder
from annotator.media.features import signature
from annotator.media.hashing import hashes
from annotator.model import Kind
from annotator.signature import RECIPE, Signature
from annotator.store import items
from annotator.store.connection import Connection, Store
from annotator.store.signatures import Signatures
from resources.samples.scenes import scene
from tests.benchmarks.alterations import ALTERATIONS, alter
from tests.benchmarks.likeness import fill
from tests.benchmarks.photos import contents, further
from tests.benchmarks.process import ROOT
from tests.benchmarks.report import Line

_COUNT = 20_000
_MADE = 2_500
_OF_ONE = 8
"""Pieces."""
_PIECE = (400, 300)
_SECONDS = 300
_SCENES = ("village", "wall", "street", "roundabout", "grove", "dusk", "doorway", "river")
_ALONE = tuple(name for name, each in ALTERATIONS.items() if not each.others and not name.startswith("chain"))
"""Alterations that show no other picture."""

Made = tuple[list[str], bool, str, bytes]
"""Of one picture: the variants of its hash, whether they say nothing, their recipe, its signature."""


def measure(scratch: Path) -> Iterator[Line]:
    """The line for grouping."""
    cv2.setNumThreads(1)
    made = _kept()
    each = _grouped(scratch / "case", made)
    what = f"grouping {_COUNT:,} imported items from nothing, on one core: budget"
    yield Line(what=what, ours=each * _COUNT, against=_SECONDS, unit="s", ratio=each * _COUNT / _SECONDS, limit=1)


def _grouped(folder: Path, made: Sequence[Made]) -> float:
    """Seconds that one item takes in the mean, in a case that has half of all."""
    Case.create(folder, actor="bench").close()
    case, others = Folder(folder), _COUNT // 2
    spent = 0.0
    with (
        Store.open(folder, read_only=False) as store,
        closing(Signatures(case.cache)) as signatures,
        ThreadPoolExecutor(1) as threads,
    ):
        with store.writing() as connection:
            for number in range(1, others + 1):
                _, flat, recipe, signed = made[number % len(made)]
                hashed = [hashlib.sha256(b"%d %d" % (number, turn)).hexdigest()[:16] for turn in range(8)]
                _add(connection, number, (hashed, flat, recipe, signed))
        for start in range(1, others + 1, 500):
            some = range(start, min(start + 500, others + 1))
            signatures.put((_sha256(number), made[number % len(made)][3]) for number in some)
        known = [Signature.from_bytes(one[3]) for one in made[:200]]
        fill(case.cache / "features", known, parts=1, count=others, case=store.fact("chain"), key=_sha256(others))
        with closing(Finder(case, Engine(1))) as finder:
            if list(finder.caught_up(threads)):
                raise RuntimeError("the index was not believed")
            for number, one in enumerate(made, others + 1):
                signatures.put([(_sha256(number), one[3])])
                began = time.process_time()
                look = finder.look(Kind.PHOTO, shown(_analysis(one)))
                spent += time.process_time() - began
                with store.writing() as connection:
                    item = _add(connection, number, one)
                    began = time.process_time()
                    finder.link(connection, item, look)
                    spent += time.process_time() - began
    return spent / len(made)


def _add(connection: Connection, number: int, one: Made) -> int:
    return items.add(connection, _analysis(one), sha256=_sha256(number), size=1, name=f"{number}.jpg")


def _analysis(one: Made) -> Analysis:
    variants, flat, recipe, signed = one
    return Analysis(
        kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg", width=400, height=300,
        hashes=Hashes(recipe=recipe, variants=tuple(variants), flat=flat), signature=signed,
    )  # fmt: skip


def _sha256(number: int) -> str:
    return hashlib.sha256(number.to_bytes(4)).hexdigest()


def _kept() -> list[Made]:
    """The pictures, made where they are not in build/ yet."""
    path = ROOT / "build" / "bench" / f"{_MADE} {RECIPE.replace('/', '-')}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        with partial.open("wb") as file:
            for variants, flat, recipe, signed in _made():
                head = json.dumps([variants, flat, recipe, len(signed)]).encode()
                file.write(head + b"\n" + signed)
        partial.replace(path)
    made = []
    with path.open("rb") as file:
        for line in file:
            variants, flat, recipe, length = json.loads(line)
            made.append((variants, flat, recipe, file.read(length)))
    random.Random(5).shuffle(made)
    return made


def _made() -> Iterator[Made]:
    count = 0
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn")) as workers:
        under_way = [workers.submit(_of_picture, content, seed) for seed, content in enumerate(_pictures())]
        for each in under_way:
            for one in each.result()[: _MADE - count]:
                count += 1
                yield one


def _pictures() -> Iterator[bytes]:
    """Files of real pictures, and scenes that are drawn."""
    for _, content in contents(further()):
        yield content
    dice = np.random.default_rng(9)
    for name in _SCENES:
        pixels = np.asarray(scene(name).resize((4000, 3000))).astype(np.int16)
        pixels += dice.normal(0, 9, (3000, 4000, 1)).astype(np.int16)
        file = io.BytesIO()
        Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=92)
        yield file.getvalue()


def _of_picture(content: bytes, seed: int) -> list[Made]:
    """Of the pieces of one picture."""
    cv2.setNumThreads(1)
    try:
        with Image.open(io.BytesIO(content)) as opened:
            whole = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return []
    width, height = _PIECE
    pieces = [
        whole.crop((x, y, x + width, y + height))
        for y in range(0, whole.height - height + 1, height)
        for x in range(0, whole.width - width + 1, width)
    ]
    dice = np.random.default_rng(seed)
    pieces = [pieces[at] for at in dice.permutation(len(pieces))[:_OF_ONE]] or [whole]
    for number, piece in enumerate(pieces[: len(pieces)]):
        if dice.random() < 0.43:
            name = _ALONE[int(dice.integers(len(_ALONE)))]
            altered, *_ = alter(name, piece, seed=1000 * seed + number, others=())
            with Image.open(io.BytesIO(altered)) as opened:
                pieces.append(opened.convert("RGB"))
    made = []
    for piece in pieces:
        hashed = hashes(piece)
        made.append((list(hashed.variants), hashed.flat, hashed.recipe, bytes(signature(piece))))
    return made
