"""What was done to a picture, in words."""

import pytest

from annotator.model import Done, Link, Relation, Step
from annotator.steps import in_words


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(done=Done.TURNED, value=90), "turned 90° clockwise"),
        (Step(done=Done.TURNED, value=270), "turned 90° counter-clockwise"),
        (Step(done=Done.TURNED, value=180), "turned 180°"),
        (Step(done=Done.TURNED, value=356.5), "turned 3.5° counter-clockwise"),
        (Step(done=Done.CROPPED, value=0.618), "cropped to 62 %"),
        (Step(done=Done.CROPPED, value=0.999), "cropped to 100 %"),
        (Step(done=Done.CROPPED, value=0.99), "cropped to 99 %"),
        (Step(done=Done.SHIFTED, value=0.006), "shifted by 1 %"),
        (Step(done=Done.ADDED, value=0.002, where="top right"), "something added top right (1 %)"),
        (Step(done=Done.SCALED, value=2.0), "enlarged to 200 %"),
    ],
)
def test_a_step_says_what_was_done_and_how_much(step: Step, said: str) -> None:
    assert in_words([step]) == said


def test_every_kind_of_step_has_words_with_and_without_a_value() -> None:
    for value in (None, 0.5):
        assert all(in_words([Step(done=done, value=value)]) for done in Done)
    steps = (Step(done=Done.MIRRORED), Step(done=Done.CROPPED, value=0.62), Step(done=Done.RECOMPRESSED))
    link = Link(a=1, b=2, relation=Relation.CROPPED_FROM, score=0.9, reason="", steps=steps)
    assert link.transform == "mirrored, cropped to 62 %, re-encoded"
