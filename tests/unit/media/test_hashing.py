"""Hashes are imagehash's, in all eight positions, without borders; flat pictures say so."""

import imagehash
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from annotator.analysis import HASH_RECIPE
from annotator.media.hashing import hashes
from tests import makers
from tests.unit.media.helpers import distance

TURNS = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)


def positions(image: Image.Image) -> list[Image.Image]:
    mirrored = ImageOps.mirror(image)
    return [picture if turn is None else picture.transpose(turn) for picture in (image, mirrored) for turn in TURNS]


@pytest.mark.parametrize("seed", range(8))
def test_the_first_hash_is_imagehash_phash(seed: int) -> None:
    image = makers.scene(seed)
    assert hashes(image).variants[0] == str(imagehash.phash(image))
    assert hashes(image).recipe == HASH_RECIPE


def test_the_eight_hashes_are_those_of_the_eight_positions_in_order() -> None:
    image = makers.scene(3, 256, 256)
    expected = [str(imagehash.phash(position)) for position in positions(image)]
    assert max(map(distance, hashes(image).variants, expected)) <= 2  # imagehash rounds each turned picture anew


def test_any_position_of_a_picture_meets_one_of_its_eight_hashes() -> None:
    image = makers.scene(5)
    wanted = hashes(image).variants
    for position in positions(image):
        assert min(distance(hashes(position).variants[0], variant) for variant in wanted) <= 2


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (90, 20, 20)])
def test_borders_of_one_colour_do_not_change_the_hash(colour: tuple[int, int, int]) -> None:
    image = makers.scene(1)
    for borders in ((0, 60, 0, 60), (80, 0, 80, 0), (40, 40, 40, 40)):
        framed = ImageOps.expand(image, border=borders, fill=colour)
        assert distance(hashes(framed).variants[0], hashes(image).variants[0]) <= 2


def test_different_scenes_are_far_apart() -> None:
    firsts = [hashes(makers.scene(seed)).variants[0] for seed in range(12)]
    assert min(distance(one, other) for i, one in enumerate(firsts) for other in firsts[:i]) > 10


def title_card() -> Image.Image:
    card = Image.new("RGB", (640, 360))
    ImageDraw.Draw(card).text((280, 170), "Hass, 2016", fill=(255, 255, 255))
    return card


def noise(levels: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(0).integers(0, levels, (240, 320), dtype=np.uint8))


@pytest.mark.parametrize(
    "image",
    [Image.new("RGB", (320, 240)), Image.new("RGB", (320, 240), (250, 250, 250)), title_card(), noise(12), noise(256)],
    ids=["black", "blank page", "title card", "dark noise", "grain"],
)
def test_pictures_without_detail_are_flat(image: Image.Image) -> None:
    assert hashes(image).flat


@pytest.mark.parametrize("seed", range(8))
def test_pictures_with_detail_are_not_flat(seed: int) -> None:
    assert not hashes(makers.scene(seed)).flat
    dark = makers.scene(seed).point(lambda value: value // 4)
    assert not hashes(dark).flat


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (7, 3), (33, 2)])
def test_tiny_and_thin_pictures_are_hashed_too(size: tuple[int, int]) -> None:
    assert len(hashes(Image.new("RGB", size, (10, 200, 30))).variants) == 8
