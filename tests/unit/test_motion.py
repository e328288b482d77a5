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


@pytest.mark.parametrize("person", [YELLOW, Image.new("RGB", (30, 70), (20, 20, 20))], ids=["yellow", "bare"])
def test_what_does_not_look_like_the_picture_was_put_on(person: Image.Image) -> None:
    for size in ((640, 480), (320, 235)):
        assert sure(GROUND, with_one(person).resize(size)).relation is Relation.SAME_PICTURE


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
