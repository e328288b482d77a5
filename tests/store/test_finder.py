"""Copies are found whatever was done to them, in any order, and whatever becomes of the cache."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from annotator.analysis import Analysis
from annotator.case import Case
from annotator.engine.local import Engine
from annotator.finder import Finder, shown
from annotator.folder import Folder
from annotator.media.features import signature
from annotator.media.hashing import hashes
from annotator.model import Kind, Relation
from annotator.similarity.words import Words
from annotator.store import items
from annotator.store.connection import Store
from annotator.store.signatures import Signatures


def rubble(seed: int, width: int = 480, height: int = 360) -> Image.Image:
    """A picture with as much detail as a photo has: shapes of many sizes over soft ground."""
    dice = np.random.default_rng(seed)
    soft = dice.integers(60, 200, (5, 6, 3), dtype=np.uint8)
    picture = Image.fromarray(soft).resize((width, height), Image.Resampling.BICUBIC)
    drawing = ImageDraw.Draw(picture)
    for _ in range(220):
        x, y = dice.integers(0, width), dice.integers(0, height)
        reach = int(dice.choice([4, 8, 16, 40], p=[0.4, 0.3, 0.2, 0.1]))
        corners = [(int(x + dx), int(y + dy)) for dx, dy in dice.integers(-reach, reach + 1, (4, 2))]
        drawing.polygon(corners, fill=tuple(int(value) for value in dice.integers(0, 256, 3)))
    return picture


def _crop(picture: Image.Image) -> Image.Image:
    return picture.crop((40, 60, 40 + picture.width * 3 // 4, 60 + picture.height * 3 // 4))


def _logo(picture: Image.Image) -> Image.Image:
    picture = picture.copy()
    picture.paste((220, 20, 20), (330, 10, 460, 110))
    return picture


def _inside(picture: Image.Image) -> Image.Image:
    ground = rubble(999).copy()
    ground.paste(picture.resize((240, 180), Image.Resampling.BOX), (200, 120))
    return ground


class _Cases:
    """A case to which pictures are added as an import adds them, but without files."""

    def __init__(self, path: Path) -> None:
        Case.create(path, actor="Rana").close()
        self.folder = Folder(path)
        self.store = Store.open(path, read_only=False)
        self.engine = Engine(1)
        self.signatures = Signatures(self.folder.cache)
        self.number = 0

    def add(self, finder: Finder, picture: Image.Image) -> int:
        analysis = Analysis(
            kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg", width=picture.width, height=picture.height,
            hashes=hashes(picture), signature=bytes(signature(picture)),
        )  # fmt: skip
        self.number += 1
        sha256 = f"{self.number:064x}"
        self.signatures.put([(sha256, analysis.signature or b"")])
        look = finder.look(analysis.kind, shown(analysis))
        with self.store.writing() as connection:
            item = items.add(connection, analysis, sha256=sha256, size=1, name=f"{sha256[-4:]}.jpg")
            finder.link(connection, item, look)
        return item

    @contextmanager
    def finder(self) -> Iterator[Finder]:
        with closing(Finder(self.folder, self.engine)) as finder, ThreadPoolExecutor(1) as threads:
            for step, _ in enumerate(finder.caught_up(threads)):
                assert step < 200
            yield finder

    def groups(self) -> list[tuple[int, ...]]:
        with Case.open(self.folder.path, actor="Rana", read_only=True) as case:
            return sorted(group.items for group in case.groups())

    def relations(self) -> dict[tuple[int, int], Relation]:
        with Case.open(self.folder.path, actor="Rana", read_only=True) as case:
            return {(x.a, x.b): x.relation for group in case.groups(all=True) for x in group.links}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[_Cases]:
    made = _Cases(tmp_path / "case")
    yield made
    made.signatures.close()
    made.store.close()
    made.engine.close()


def test_a_crop_a_mirrored_one_a_logo_and_a_picture_in_a_picture_are_found_among_others(case: _Cases) -> None:
    done: list[Callable[[Image.Image], Image.Image]] = [
        _crop, _logo, _inside, lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    ]  # fmt: skip
    with case.finder() as finder:
        for seed in range(20):
            case.add(finder, rubble(seed))
        for seed, alter in enumerate(done):
            case.add(finder, alter(rubble(seed)))
    assert case.groups() == [(1, 21), (2, 22), (3, 23), (4, 24)]
    relations = case.relations()
    assert (relations[1, 21], relations[3, 23]) == (Relation.CROPPED_FROM, Relation.CONTAINS)


def test_small_pieces_are_found_among_others_for_which_as_much_speaks(case: _Cases) -> None:
    with case.finder() as finder:
        for seed in range(20):
            case.add(finder, rubble(seed))
        for seed in (2, 10, 12):
            case.add(finder, rubble(seed).crop((60, 50, 210, 170)))
    assert case.groups() == [(3, 21), (11, 22), (13, 23)]


def test_the_order_of_an_import_changes_no_group(case: _Cases, tmp_path: Path) -> None:
    other = _Cases(tmp_path / "other")
    some = [rubble(1), _crop(rubble(1)), _logo(rubble(1)), rubble(2), _inside(rubble(2))]
    with case.finder() as finder, other.finder() as backwards:
        for picture in some:
            case.add(finder, picture)
        for picture in reversed(some):
            other.add(backwards, picture)
    assert case.groups() == [(1, 2, 3), (4, 5)]
    assert other.groups() == [(1, 2), (3, 4, 5)]
    for each in (other.signatures, other.store, other.engine):
        each.close()


def test_two_finders_at_once_miss_no_pair(case: _Cases) -> None:
    with case.finder() as one, case.finder() as two:
        case.add(one, rubble(1))
        case.add(two, _crop(rubble(1)))
        case.add(one, rubble(5))
        case.add(two, rubble(6))
        case.add(one, _logo(rubble(6)))
    assert case.groups() == [(1, 2), (4, 5)]


def test_a_burst_of_alike_pictures_is_one_group_with_links_in_proportion(case: _Cases) -> None:
    dice = np.random.default_rng(1)
    with case.finder() as finder:
        for _ in range(30):
            pixels = np.asarray(rubble(1)).astype(np.int16) + dice.integers(-4, 5, (360, 480, 1))
            case.add(finder, Image.fromarray(pixels.clip(0, 255).astype(np.uint8)))
    assert case.groups() == [tuple(range(1, 31))]
    assert len(case.relations()) <= 3 * 30


@pytest.mark.parametrize("harm", ["deleted", "cut", "garbage", "manifest", "deep", "pipe", "numbers", "signatures"])
def test_an_index_that_was_harmed_is_made_again(case: _Cases, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.similarity.index._WORTH", 1)
    with case.finder() as finder:
        for seed in range(4):
            case.add(finder, rubble(seed))
    with case.finder():
        pass  # the last item, too, stands in a file now
    features = case.folder.cache / "features"
    files = sorted(features.glob("*.features"))
    assert files
    match harm:
        case "deleted":
            shutil.rmtree(features)
        case "cut":
            files[0].write_bytes(files[0].read_bytes()[:-100])
        case "garbage":
            whole = files[0].read_bytes()
            files[0].write_bytes(whole[:200] + b"\xee" * (len(whole) - 200))
        case "manifest":
            (features / "index.json").write_text('{"case": [')
        case "deep":
            (features / "index.json").write_text("[" * 100_000)
        case "pipe":
            files[0].unlink()
            os.mkfifo(files[0])
        case "numbers":  # of items that there are not
            whole, columns = files[0].read_bytes(), 32 + 4 * (len(Words()) + 1)
            count = (len(whole) - columns) // 3
            files[0].write_bytes(whole[:columns] + b"\xff" * count + whole[columns + count :])
        case "signatures":  # lost, and no file to make them of again: hashes alone are left
            case.signatures.close()
            shutil.rmtree(case.folder.cache)
            case.folder.cache.mkdir()
    with case.finder() as finder:
        case.add(finder, _crop(rubble(0)))
        assert case.groups() == ([] if harm == "signatures" else [(1, 5)])
        case.add(finder, _logo(_crop(rubble(0))))
    assert (5, 6) in case.relations()


@pytest.mark.parametrize("kept", [True, False])
def test_an_original_that_was_away_is_found_once_it_is_back_even_where_the_cache_keeps_nothing(
    case: _Cases, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.similarity.index._WORTH", 1)
    with case.finder() as finder:
        case.add(finder, rubble(0))
    case.signatures.close()
    shutil.rmtree(case.folder.cache)
    with case.finder() as finder:
        case.add(finder, rubble(1))
    with case.finder():
        pass  # the index is written past the one that is away
    original = case.folder.original(f"{1:064x}", ".jpg")
    original.parent.mkdir()
    rubble(0).save(original)
    if not kept:
        case.signatures.close()
        shutil.rmtree(case.folder.cache)
        (case.folder.cache / "signatures.sqlite").mkdir(parents=True)
    with case.finder() as finder:
        case.add(finder, _crop(rubble(0)))
    assert case.groups() == [(1, 3)]


def test_what_the_index_takes_in_later_is_asked_about_then(case: _Cases, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.finder._AT_ONCE", 1)
    with case.finder() as one, case.finder() as two:
        case.add(two, rubble(1))
        case.add(two, rubble(2))
        case.add(one, _crop(rubble(2)))
    assert case.groups() == [(2, 3)]


def test_an_index_of_another_database_is_not_believed(case: _Cases, tmp_path: Path) -> None:
    other = _Cases(tmp_path / "other")
    with other.finder() as finder:
        for seed in range(40):
            other.add(finder, rubble(40 + seed, 160, 120))
    assert (other.folder.cache / "features" / "index.json").exists()
    with case.finder() as finder:
        case.add(finder, rubble(0))
    shutil.rmtree(case.folder.cache / "features")
    shutil.copytree(other.folder.cache / "features", case.folder.cache / "features")
    with case.finder() as finder:
        case.add(finder, _crop(rubble(0)))
    assert case.groups() == [(1, 2)]
    for each in (other.signatures, other.store, other.engine):
        each.close()
