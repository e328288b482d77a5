"""Copies that were altered on their way are linked with their originals by an import; different pictures are not."""

import shutil
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PIL import Image

from annotator.case import Case
from annotator.events import CATCHING_UP
from annotator.model import FileEvent, Filter, Progress, Relation, Sampling
from resources.samples.scenes import scene
from tests import makers
from tests.benchmarks.alterations import alter

SCENES = ("village", "street", "grove", "river")
DONE = (
    "JPEG quality 10",
    "scaled to 320 pixels",
    "sepia",
    "mirrored",
    "turned 90°",
    "turned 10°, corners cut",
    "cropped by 40 %",
    "caption bar",
    "logo over 15 %",
    "screenshot of a phone",
)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], list[tuple[str, str]]]:
    """Copies that are in the group of their original, and links between different pictures, by name."""
    folder = tmp_path_factory.mktemp("altered")
    pictures = [_photo(name, number) for number, name in enumerate(SCENES)]
    for name, picture in zip(SCENES, pictures, strict=True):
        picture.save(folder / f"{name}.jpg", quality=92)
    copies = folder / "copies"
    copies.mkdir()
    for name, picture in zip(SCENES, pictures, strict=True):
        for number, done in enumerate(DONE):
            content, *_ = alter(done, picture, seed=number, others=())
            (copies / f"{name} {done.replace('/', ' ')}.jpg").write_bytes(content)
    with Case.create(folder / "case", actor="Rana") as case:
        for part in (sorted(folder.glob("*.jpg")), [copies]):
            list(case.import_files(part, sampling=Sampling.NONE))
        names = {item.item: Path(item.name).stem for item in case.items(case.find(Filter()))}
        groups = list(case.groups())
    found = {
        names[item]
        for group in groups
        for item in group.items
        if names[item].split()[0] in (names[other] for other in group.items)
    }
    links = {(names[link.a], names[link.b]) for group in groups for link in group.links if link.joins}
    return found - set(SCENES), sorted((a, b) for a, b in links if a.split()[0] != b.split()[0])


@pytest.mark.parametrize("done", DONE)
def test_a_copy_is_found_whatever_was_done_to_it(linked: tuple[set[str], list[tuple[str, str]]], done: str) -> None:
    assert {f"{name} {done}" for name in SCENES} - linked[0] == set()


def test_different_pictures_are_not_linked(linked: tuple[set[str], list[tuple[str, str]]]) -> None:
    assert linked[1] == []


def _photo(name: str, number: int) -> Image.Image:
    """A drawn scene with the grain of stones and leaves, which real photos are full of."""
    dice = np.random.default_rng([3, number])
    pixels = np.asarray(scene(name).resize((1200, 900), Image.Resampling.BICUBIC), np.float32)
    for cell, strength in ((2, 6.0), (7, 14.0), (23, 16.0)):
        coarse = dice.normal(0, strength, (900 // cell + 1, 1200 // cell + 1)).astype(np.float32)
        pixels = pixels + np.asarray(Image.fromarray(coarse).resize((1200, 900), Image.Resampling.BICUBIC))[:, :, None]
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


@pytest.mark.parametrize("order", [("whole", "half", "again"), ("again", "half", "whole")])
def test_files_say_which_copy_is_the_better_in_whatever_order_they_come(tmp_path: Path, order: tuple[str, ...]) -> None:
    whole = _photo("village", 0)
    whole.save(tmp_path / "whole.jpg", quality=92)
    whole.save(tmp_path / "again.jpg", quality=15)
    whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.BOX).save(tmp_path / "half.jpg", quality=92)
    with Case.create(tmp_path / "case", actor="Rana") as case:
        for name in order:
            list(case.import_files([tmp_path / f"{name}.jpg"]))
        named = {item.item: Path(item.name).stem for item in case.items(case.find(Filter()))}
        (group,) = case.groups()
    assert group.best is not None
    assert named[group.best.item] == "whole"
    told = {frozenset((named[x.a], named[x.b])): (named.get(x.better or 0), x.transform) for x in group.links}
    assert told[frozenset(("whole", "half"))] == ("whole", "scaled to 50 %")
    assert told[frozenset(("whole", "again"))] == ("whole", "re-encoded")


def test_an_import_that_must_look_at_earlier_items_again_says_so_and_can_be_stopped(case: Case, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    for seed in range(6):
        makers.scene(seed, 320, 240).save(drive / f"{seed}.jpg")
    list(case.import_files([drive]))
    shutil.rmtree(case.path / "cache")
    makers.scene(0, 320, 240).crop((20, 20, 300, 220)).save(drive / "crop.jpg")
    stop = Event()
    events = []
    for event in case.import_files([drive], cancel=stop):
        events.append(event)
        if isinstance(event, Progress) and event.what == CATCHING_UP:
            stop.set()
    assert stop.is_set()
    assert not any(isinstance(event, FileEvent) for event in events)
    list(case.import_files([drive]))
    (group,) = case.groups()
    assert group.links[-1].relation is Relation.CROPPED_FROM
