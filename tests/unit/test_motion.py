"""Pictures of a camera that stands still: another moment, or something put on a copy."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from annotator.link import Relation
from annotator.steps import Done
from tests.unit.test_confirm import WHOLE, detailed, seen, sure


def test_moments_of_a_camera_that_stands_still_are_of_one_scene() -> None:
    rough = cv2.GaussianBlur(np.random.default_rng(53).normal(0, 900, (130, 300, 3)), (0, 0), 6)
    things = Image.fromarray((90 + rough).clip(0, 255).astype(np.uint8))

    def moment(*places: tuple[int, int], size: float = 1) -> Image.Image:
        out = WHOLE.filter(ImageFilter.GaussianBlur(3))
        width, height = round(40 * size), round(90 * size)
        mask = Image.new("L", (width, height))
        ImageDraw.Draw(mask).ellipse((2, 2, width - 3, height - 3), fill=255)
        for number, (x, y) in enumerate(places, 1):
            thing = things.crop((number * 90, 40, number * 90 + 40, 130))
            out.paste(thing.resize(mask.size), (x, y), mask)
        return out

    still, walking = moment((60, 100), (300, 280)), moment((160, 110), (420, 290))
    found = seen(still, walking.resize((480, 360)))
    assert found is not None
    assert found.relation is Relation.SAME_SCENE
    gone = seen(moment((200, 200)), moment((290, 220), size=0.6))  # one has come that is smaller, and stands beside it
    assert gone is not None
    assert gone.relation is Relation.SAME_SCENE


GROUND = ImageEnhance.Color(WHOLE.filter(ImageFilter.GaussianBlur(3))).enhance(0.4)
BOX = (500, 60, 530, 130)
GREY = Image.fromarray(
    (90 + cv2.GaussianBlur(np.random.default_rng(53).normal(0, 400, (70, 30)), (0, 0), 4)).clip(0, 255).astype(np.uint8)
).convert("RGB")
YELLOW = ImageOps.colorize(GREY.convert("L"), "black", "yellow")


def with_one(person: Image.Image, box: tuple[int, int, int, int] = BOX) -> Image.Image:
    """The ground with somebody on it."""
    mask = Image.new("L", (30, 70))
    ImageDraw.Draw(mask).ellipse((2, 2, 27, 67), fill=255)
    out, size = GROUND.copy(), (box[2] - box[0], box[3] - box[1])
    out.paste(person.resize(size), box, mask.resize(size))
    return out


def test_who_is_in_one_picture_only_may_have_come_or_been_put_on() -> None:
    for here, there in ((GROUND, with_one(GREY)), (with_one(GREY), GROUND)):
        for size in ((640, 480), (480, 360), (512, 430)):
            come = seen(here, there.resize(size))
            assert come is not None
            assert (come.relation, come.better) == (Relation.POSSIBLE, None)
            last = come.steps[-1]
            assert (last.done, last.where) == (Done.DIFFERS, "top right")
            assert 0.002 < (last.value or 0) < 0.012


def test_a_tall_person_is_no_line_of_letters() -> None:
    rough = 70 + cv2.GaussianBlur(np.random.default_rng(54).normal(0, 700, (280, 80)), (0, 0), 5)
    rough[140:] += 130
    tall = Image.fromarray(rough.clip(0, 255).astype(np.uint8)).convert("RGB")
    come = seen(GROUND, with_one(tall, (300, 120, 380, 400)))
    assert come is not None
    assert come.relation is Relation.POSSIBLE


def in_black(*places: tuple[int, int], wide: int = 60) -> Image.Image:
    """The ground with people in black on it, of whom hardly more than the outline is seen."""
    out = GROUND.copy()
    for number, (x, y) in enumerate(places):
        folds = cv2.GaussianBlur(np.random.default_rng(number).normal(0, 150, (180, wide)), (0, 0), 5)
        mask = Image.new("L", (wide, 180))
        ImageDraw.Draw(mask).ellipse((2, 2, wide - 3, 177), fill=255)
        out.paste(Image.fromarray((18 + folds).clip(0, 255).astype(np.uint8)).convert("RGB"), (x, y), mask)
    return out


def test_people_in_black_are_no_black_boxes() -> None:
    moved = seen(in_black((90, 150)), in_black((430, 230)).resize((480, 360)))
    assert moved is not None
    assert moved.relation is Relation.SAME_SCENE
    come = seen(GROUND, in_black((400, 280), wide=90))
    assert come is not None
    assert (come.relation, come.better) == (Relation.POSSIBLE, None)
    assert [(step.done, step.where) for step in come.steps] == [(Done.DIFFERS, "bottom right")]  # and not added


def test_black_clothes_before_a_vivid_lawn_are_not_vivid() -> None:
    lawn = ImageEnhance.Color(Image.blend(GROUND, Image.new("RGB", GROUND.size, (60, 140, 50)), 0.4)).enhance(1.6)
    out = lawn.copy()
    mask = Image.new("L", (90, 180))
    ImageDraw.Draw(mask).ellipse((2, 2, 87, 177), fill=255)
    folds = cv2.GaussianBlur(np.random.default_rng(3).normal(0, 500, (180, 90)), (0, 0), 5)
    out.paste(Image.fromarray((30 + folds).clip(0, 255).astype(np.uint8)).convert("RGB"), (400, 130), mask)
    come = seen(lawn, out)
    assert come is not None
    assert come.relation is Relation.POSSIBLE


def test_people_side_by_side_are_no_line_of_letters() -> None:
    out = GROUND.copy()
    mask = Image.new("L", (50, 90))
    ImageDraw.Draw(mask).ellipse((1, 1, 48, 88), fill=255)
    for number in range(4):
        folds = cv2.GaussianBlur(np.random.default_rng(80 + number).normal(0, 300, (90, 50)), (0, 0), 5)
        person = (40 + np.linspace(-30, 30, 90)[:, None] + folds).clip(0, 255).astype(np.uint8)
        out.paste(Image.fromarray(person).convert("RGB"), (60 + 64 * number, 120 + 24 * number), mask)
    come = seen(GROUND, out)
    assert come is not None
    assert come.relation is Relation.POSSIBLE


BARE, BRIGHT = (Image.new("RGB", (30, 70), fill) for fill in ((20, 20, 20), (235, 235, 230)))


@pytest.mark.parametrize("person", [YELLOW, BARE, BRIGHT], ids=["yellow", "bare", "bright"])
def test_what_does_not_look_like_the_picture_was_put_on(person: Image.Image) -> None:
    for size in ((640, 480), (320, 235)):
        assert sure(GROUND, with_one(person).resize(size)).relation is Relation.SAME_PICTURE


@pytest.mark.parametrize("size", [(24, 24), (48, 16), (30, 70), (90, 30)])
def test_black_boxes_over_faces_were_put_on(size: tuple[int, int]) -> None:
    covered = GROUND.copy()
    for left, top in ((120, 90), (430, 260)):
        ImageDraw.Draw(covered).rectangle((left, top, left + size[0], top + size[1]), fill=(0, 0, 0))
    for shown in (1, 2):
        assert sure(GROUND, covered.resize((640 // shown, 480 // shown))).relation is Relation.SAME_PICTURE


@pytest.mark.parametrize(("y", "fill"), [(120, (20, 20, 20)), (300, (235, 235, 230))])
def test_letters_were_put_on(y: int, fill: tuple[int, int, int]) -> None:
    lettered = GROUND.copy()
    ImageDraw.Draw(lettered).text((40, y), "MARKET 12 MAY", fill, font_size=90 if y > 200 else 72)
    assert sure(GROUND, lettered).relation is Relation.SAME_PICTURE


def test_what_is_blurred_is_no_moment() -> None:
    whole = ImageEnhance.Color(detailed(6)).enhance(0.3)
    blurred, box = whole.copy(), (445, 124, 517, 206)
    blurred.paste(whole.crop(box).filter(ImageFilter.GaussianBlur(18.8)), box)
    assert sure(whole, blurred).relation is Relation.SAME_PICTURE
