"""Which of two copies is the better one, and what was done from it to the other."""

from dataclasses import replace

from PIL import Image, ImageOps

from annotator.link import Because
from annotator.similarity.direction import Facts, judge
from annotator.steps import Done, Step
from tests.unit.test_confirm import WHOLE, sure

FULL = Facts(width=4000, height=3000, bytes=4_000_000, media_type="image/jpeg", camera=True)


def test_facts_of_the_files_settle_the_direction() -> None:
    found = sure(WHOLE, ImageOps.mirror(WHOLE))
    assert found.better is None
    smaller = judge(found, FULL, replace(FULL, width=1600, height=1200, bytes=300_000, camera=False))
    assert smaller.better == "a"
    assert smaller.because == (Because.FINER, Because.CAMERA)
    assert Step(done=Done.SCALED, value=0.4) in smaller.steps
    poorer = judge(found, replace(FULL, bytes=900_000, camera=False), replace(FULL, camera=False))
    assert poorer.better == "b"
    assert poorer.because == (Because.RICHER,)
    assert [step.done for step in poorer.steps] == [Done.MIRRORED, Done.RECOMPRESSED]
    assert judge(found, FULL, FULL).better is None


def test_a_turn_is_told_from_the_better_file_to_the_other() -> None:
    found = sure(WHOLE, WHOLE.transpose(Image.Transpose.ROTATE_270))
    small = Facts(width=1200, height=1600, bytes=300_000, media_type="image/jpeg", camera=False)
    assert judge(found, FULL, small).steps[0] == Step(done=Done.TURNED, value=90.0)
    large = replace(FULL, width=3000, height=4000)
    assert judge(found, replace(small, width=1600, height=1200), large).steps[0] == Step(done=Done.TURNED, value=270.0)


def test_what_only_the_files_direct_is_told_of_the_picture_that_has_it() -> None:
    """Nothing says which of the two the caption was put on, and what was cut off can't be put back."""
    found = replace(
        sure(WHOLE, ImageOps.mirror(WHOLE)),
        steps=(
            Step(done=Done.CROPPED, value=0.9), Step(done=Done.BARS, value=0.2, where="top"),
            Step(done=Done.DIFFERS, value=0.1, where="top"), Step(done=Done.GREY),
        ),
    )  # fmt: skip
    assert found.better is None
    back = (found.steps[2], Step(done=Done.CROPPED, value=0.8))
    assert judge(found, replace(FULL, camera=False), FULL).steps == back
    assert judge(found, FULL, replace(FULL, camera=False)).steps == found.steps
    assert judge(found, FULL, FULL).steps == found.steps


def test_a_crop_with_more_pixels_is_still_the_crop() -> None:
    found = sure(WHOLE, WHOLE.crop((160, 120, 480, 360)))
    told = judge(found, replace(FULL, width=640, height=480), FULL)
    assert told.better == "a"
    assert told.because[0] is Because.UNALTERED
