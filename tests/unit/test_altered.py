"""What was done to footage, of what its frames of several moments say."""

from dataclasses import replace

from PIL import ImageOps

from annotator.altered import agreed, settled
from annotator.similarity.confirm import Confirmation
from annotator.steps import Done, Step
from tests.unit.test_confirm import WHOLE, sure

MIRRORED = Step(done=Done.MIRRORED)
LOGO = Step(done=Done.ADDED, value=0.02, where="top right")


def _told(*steps: Step, better: str | None = "a") -> Confirmation:
    return replace(sure(WHOLE, ImageOps.mirror(WHOLE)), steps=steps, better=better)


def _cropped(share: float) -> Step:
    return Step(done=Done.CROPPED, value=share)


def _turned(degrees: float) -> Step:
    return Step(done=Done.TURNED, value=degrees)


def test_what_no_camera_does_is_settled_at_one_moment() -> None:
    assert settled([_told(MIRRORED, _turned(90.0), LOGO)]) is not None
    assert settled([_told(MIRRORED, _cropped(0.8))]) is None
    assert settled([]) is None


def test_a_crop_of_which_two_moments_say_the_same_is_said_and_the_camera_s_turn_at_one_of_them_is_not() -> None:
    moments = [_told(_turned(358.6), _cropped(0.97)), _told(_cropped(0.61), LOGO), _told(_cropped(0.6))]
    assert settled(moments[:2]) is None
    assert agreed(moments) == moments[1]


def test_where_no_moment_says_what_another_does_only_what_is_no_camera_s_is_said() -> None:
    moments = [_told(_turned(1.4), LOGO), _told(_turned(3.0), LOGO), _told(_turned(5.1), _cropped(0.9))]
    told = agreed(moments)
    assert told is not None
    assert (told.steps, told.better) == ((LOGO,), "a")
    alone = agreed([_told(MIRRORED, _cropped(0.9), LOGO, better="b")])
    assert alone is not None
    assert (alone.steps, alone.better) == ((MIRRORED,), None)
    assert agreed([]) is None
