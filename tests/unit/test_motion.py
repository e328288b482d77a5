"""Pictures of a camera that stands still: another moment, or something put on a copy."""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from annotator.link import Relation
from annotator.steps import Done
from tests.unit.test_confirm import WHOLE, seen, sure


def test_moments_of_a_camera_that_stands_still_are_of_one_scene_and_a_sticker_is_not_a_moment() -> None:
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


def test_who_is_in_one_picture_only_may_have_come_or_been_put_on() -> None:
    ground = WHOLE.filter(ImageFilter.GaussianBlur(3))
    box = (500, 60, 530, 130)
    rough = cv2.GaussianBlur(np.random.default_rng(53).normal(0, 400, (70, 30)), (0, 0), 4)
    mask = Image.new("L", (30, 70))
    ImageDraw.Draw(mask).ellipse((2, 2, 27, 67), fill=255)

    def with_one(person: Image.Image) -> Image.Image:
        out = ground.copy()
        out.paste(person, box, mask)
        return out

    grey = Image.fromarray((90 + rough).clip(0, 255).astype(np.uint8)).convert("RGB")
    come = seen(ground, with_one(grey))
    assert come is not None
    assert (come.relation, come.better) == (Relation.POSSIBLE, None)
    assert [(step.done, step.where) for step in come.steps] == [(Done.DIFFERS, "top right")]
    assert 0.002 < (come.steps[0].value or 0) < 0.012
    for put_on in (ImageOps.colorize(grey.convert("L"), "black", "yellow"), Image.new("RGB", (30, 70), (20, 20, 20))):
        assert sure(ground, with_one(put_on)).relation is Relation.SAME_PICTURE
    blurred = WHOLE.copy()
    blurred.paste(WHOLE.crop((250, 150, 370, 290)).filter(ImageFilter.GaussianBlur(9)), (250, 150))
    assert sure(WHOLE, blurred).relation is Relation.SAME_PICTURE
    lettered = ground.copy()
    ImageDraw.Draw(lettered).text((80, 220), "seen by a neighbour", (235, 235, 230), font_size=56)
    assert sure(ground, lettered).relation is Relation.SAME_PICTURE
