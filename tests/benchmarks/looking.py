"""Altered pictures, one after another, asked of a case that holds all the others: as an import asks, without storing.

It runs in worker processes, each with a finder of its own; what it gives back is small.
"""

import io
import time
import zlib
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import cv2
import imagehash
import numpy as np
from PIL import Image

from annotator.case import Case
from annotator.engine.local import Engine
from annotator.finder import MOST_BITS, Finder, Picture
from annotator.folder import Folder
from annotator.link import Link
from annotator.media.features import signature
from annotator.media.hashing import hashes
from annotator.model import Filter, Kind
from annotator.signature import Signature
from annotator.similarity.confirm import Confirmation, confirm
from tests.benchmarks.alterations import alter
from tests.benchmarks.photos import Photo

SEEDS = {"chain of three": 3}
"""How often an alteration is done to each photo, where it is more than once."""
_BOLDNESS = 40
"""Pairs of an altered picture and another photo that are confirmed though they are no candidates, for each photo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A confirmed link between two different pictures."""

    one: str
    other: str
    relation: str
    score: float
    how: str
    scene: bool = False
    """They are views of one scene, taken for copies."""


@dataclass(slots=True, kw_only=True)
class Row:
    """What became of one altered picture."""

    alteration: str
    photo: str
    steps: str
    found: bool
    lost: str = ""
    """Where it was lost: "candidates", "confirmation", or both."""
    told: str = ""
    """The relation that its link has."""
    peer: bool = False
    """imagehash's pHash alone finds it."""
    seconds: float = 0.0
    wrong: list[Wrong] = field(default_factory=list)
    pairs: int = 0
    """Different pictures that it was asked of, all through candidates."""


@dataclass(slots=True, kw_only=True)
class Result:
    """All about one photo."""

    rows: list[Row]
    bold_pairs: int
    bold_wrong: list[Wrong]
    bold_scene: int


class Search:
    """A case of photos, and whatever of it a benchmark wants to know besides."""

    def __init__(self, case: Path, photos: Sequence[Photo]) -> None:
        self.photos = photos
        with Case.open(case, actor="bench", read_only=True) as opened:
            names = {item.item: item.name for item in opened.items(opened.find(Filter()))}
        numbers = {photo.path.name: number for number, photo in enumerate(photos)}
        self._numbers = {item: numbers[name] for item, name in names.items()}
        self._finder = Finder(Folder(case), Engine(1))

    def links(self, picture: Picture) -> dict[int, Link]:
        """What an import of the picture would link it with, by the number of the photo."""
        found = self._finder.look(Kind.PHOTO, [picture]).found
        return {self._numbers[link.a]: link for link, _ in found}

    @cache  # noqa: B019 # one search for each process, as long as the process lives
    def signature(self, number: int) -> Signature:
        """That of a photo."""
        return signature(self.photos[number].open())


def asked(search: Search, number: int, names: Sequence[str], *, every: int, keep: Path | None) -> Result:
    """All alterations of one photo, or every so manieth, each asked of all pictures; with `keep`, misses and wrong
    links become files."""
    cv2.setNumThreads(1)
    photo = search.photos[number]
    picture = photo.open()
    dice = np.random.default_rng([11, zlib.crc32(photo.path.name.encode())])
    others = [each for each in range(len(search.photos)) if each != number]
    rows: list[Row] = []
    bold_wrong: list[Wrong] = []
    bold_pairs = bold_scene = 0
    names = [name for name in names for _ in range(SEEDS.get(name, 1))]
    for turn, name in enumerate(names):
        if (turn + number) % every:
            continue
        shown = [int(each) for each in dice.choice(others, 3, replace=False)]
        encoded, used, steps = alter(
            name, picture, seed=turn * 1000 + number, others=_Opened([search.photos[each] for each in shown])
        )
        with Image.open(io.BytesIO(encoded)) as opened:
            copy = opened.convert("RGB")
        row, made = _row(search, number, {number, *shown[:used]}, copy, name, steps)
        rows.append(row)
        if keep is not None and (not row.found or row.wrong):
            _kept(keep, photo, row, encoded, turn)
        for other in dice.choice(others, max(1, _BOLDNESS // len(names)), replace=False):
            if int(other) not in shown:
                bold_pairs += 1
                seen = confirm(search.signature(int(other)), made)
                bold_scene += seen is not None and not seen.relation.confirmed
                if seen is not None and seen.relation.confirmed:
                    bold_wrong.append(_wrong(search, {number, *shown[:used]}, int(other), seen, f"{name}, by force"))
    return Result(rows=rows, bold_pairs=bold_pairs, bold_wrong=bold_wrong, bold_scene=bold_scene)


def _row(
    search: Search, number: int, family: Set[int], copy: Image.Image, name: str, steps: str
) -> tuple[Row, Signature]:
    made, hashed = signature(copy), hashes(copy)
    told = () if hashed.flat else tuple(int(variant, 16) for variant in hashed.variants)
    began = time.perf_counter()
    found = search.links(Picture(time=0.0, hashes=told, signature=made))
    taken = time.perf_counter() - began
    links = {other: link for other, link in found.items() if link.joins}
    photo = search.photos[number]
    row = Row(
        alteration=name,
        photo=photo.name,
        steps=steps,
        found=number in links,
        told=links[number].relation if number in links else "",
        peer=imagehash.phash(photo.open()) - imagehash.phash(copy) <= MOST_BITS,
        seconds=taken,
        pairs=len(search.photos) - len(family),
        wrong=[_wrong(search, family, other, link, steps) for other, link in links.items() if other not in family],
    )
    if not row.found:
        right = confirm(search.signature(number), made)
        sure = right is not None and right.relation.confirmed
        row.lost = "candidates" if sure else f"confirmation ({'nothing' if right is None else right.relation})"
    return row, made


def _wrong(search: Search, family: Set[int], other: int, seen: Confirmation | Link, how: str) -> Wrong:
    photos = [search.photos[each] for each in sorted(family)]
    photo = search.photos[other]
    return Wrong(
        one=" + ".join(each.name for each in photos), other=photo.name, relation=seen.relation,
        score=round(seen.score, 3), how=how, scene=photo.scene in {each.scene for each in photos if each.scene},
    )  # fmt: skip


def _kept(keep: Path, photo: Photo, row: Row, encoded: bytes, turn: int) -> None:
    name = "".join(letter if letter.isalnum() else "-" for letter in f"{row.alteration}-{Path(photo.name).stem}-{turn}")
    folder = keep / ("wrong" if row.wrong else "misses")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.jpg").write_bytes(encoded)
    original = folder / f"original-{photo.path.name}"
    original.write_bytes(photo.path.read_bytes())
    lines = [f"copy {name}.jpg", f"original {original.name} ({photo.name})", f"steps {row.steps}", f"lost {row.lost}"]
    lines += [f"wrong {wrong.other} {wrong.relation} {wrong.score}" for wrong in row.wrong]
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


class _Opened(Sequence[Image.Image]):
    """Pictures that are read when they are asked for: most alterations show no other picture."""

    def __init__(self, photos: Sequence[Photo]) -> None:
        self._photos = photos

    def __len__(self) -> int:
        return len(self._photos)

    def __getitem__(self, number):
        chosen = self._photos[number]
        return chosen.open() if isinstance(chosen, Photo) else [photo.open() for photo in chosen]
