"""Same footage: where to look, and what is said of what was found."""

import pytest

from annotator import footage
from annotator.analysis import Moment, Shared, Stretch
from annotator.footage import Alike
from annotator.link import Relation
from annotator.steps import Done, in_words


def _alike(*pairs: tuple[float, float], weight: float = 1.0) -> list[Alike]:
    return [Alike(moment=Moment(a=a, b=b), weight=weight) for a, b in pairs]


def _stretch(a_start: float, b_start: float, length: float, *, speed: float = 1.0) -> Stretch:
    return Stretch(
        a_start=a_start, a_end=a_start + length * speed, b_start=b_start, b_end=b_start + length,
        agreement=0.95, motion=0.9,
    )  # fmt: skip


def _link(*stretches: Stretch, seconds: tuple[float | None, float | None] = (60.0, 60.0), **more: object):
    return footage.link(1, 2, Shared(stretches=stretches, **more), seconds=seconds)


def test_the_offset_that_most_frames_vote_for_comes_first_and_others_are_not_forgotten():
    accidental = _alike((50.0, 3.0))
    chosen = footage.seeds([*accidental, *_alike((12.4, 0.0), (14.4, 2.0), (20.1, 8.0), (31.5, 19.0))])
    assert chosen[0] in {Moment(a=12.4, b=0.0), Moment(a=14.4, b=2.0), Moment(a=20.1, b=8.0), Moment(a=31.5, b=19.0)}
    assert chosen[1] == Moment(a=50.0, b=3.0)
    assert len(chosen) == 5


def test_footage_that_was_cut_in_two_gives_a_seed_of_each_part_among_the_first():
    first, second = _alike((10.0, 0.0), (12.0, 2.0)), _alike((40.0, 5.0), (42.0, 7.0))
    offsets = {moment.a - moment.b for moment in footage.seeds(first + second)[:2]}
    assert offsets == {10.0, 35.0}


def test_of_two_hours_of_keyframes_against_each_other_a_dozen_moments_are_chosen():
    many = _alike(*((float(i % 1800) * 2, float(i * 7 % 1800) * 2) for i in range(50_000)))
    assert len(footage.seeds(many)) == footage.MOST_SEEDS


def test_moments_at_which_nothing_agrees_are_left_out_and_the_surest_comes_first():
    moments = [Moment(a=at, b=0.0) for at in range(5)]
    known = {0: 0, 1: 8, 2: None, 3: 70}
    assert [one.a for one in footage.likely(moments, lambda one: known[int(one.a)])] == [3, 1, 2, 4]
    assert footage.likely(moments, lambda one: 0) == ()


def test_footage_in_common_is_linked_with_its_stretches_and_what_was_done():
    link = _link(_stretch(12.4, 0.0, 18.6, speed=1.1), mirrored=True)
    assert link is not None
    assert link.relation is Relation.SAME_FOOTAGE
    assert link.segments == ((12.4, pytest.approx(32.86), 0.0, 18.6),)
    assert [step.done for step in link.steps] == [Done.MIRRORED, Done.SPEED]
    assert in_words(link.steps) == "mirrored, 10 % faster"


def test_a_short_clip_of_a_long_video_is_the_same_footage_for_it_is_all_of_the_clip():
    link = _link(_stretch(30.0, 0.0, 1.9), seconds=(3600.0, 2.0))
    assert link is not None
    assert link.relation is Relation.SAME_FOOTAGE


@pytest.mark.parametrize(
    ("stretch", "seconds"),
    [
        (_stretch(0.0, 0.0, 3.0), 60.0),
        (_stretch(0.2, 0.0, 12.0), 60.0),
        (_stretch(48.0, 48.0, 12.0), 60.0),
        (_stretch(0.0, 0.0, 4.0), 10.0),
    ],
    ids=["opening", "long opening", "closing", "opening of a short clip"],
)
def test_a_shared_opening_or_closing_is_told_but_joins_nothing(stretch: Stretch, seconds: float):
    link = _link(stretch, seconds=(seconds, seconds))
    assert link is not None
    assert link.relation is Relation.POSSIBLE
    assert link.segments


def test_an_opening_and_a_closing_around_other_footage_join_nothing_but_a_cut_does():
    around = _link(_stretch(0.0, 0.0, 4.5), _stretch(7.5, 7.5, 3.5), seconds=(11.0, 11.0))
    assert around is not None
    assert around.relation is Relation.POSSIBLE
    cut = _link(_stretch(0.0, 0.0, 4.5), _stretch(7.5, 4.5, 3.5), seconds=(11.0, 8.0))
    assert cut is not None
    assert cut.relation is Relation.SAME_FOOTAGE


def test_a_second_quoted_in_the_middle_of_two_long_videos_joins_nothing():
    link = _link(_stretch(20.0, 31.0, 2.0))
    assert link is not None
    assert not link.relation.confirmed


def test_where_other_things_move_in_the_midst_of_it_it_may_be_a_channels_frame():
    link = _link(_stretch(20.0, 0.0, 31.0), apart=0.125)
    assert link is not None
    assert (link.relation, link.reason) == (
        Relation.POSSIBLE, "31.0 s in common, but other things move in a part of the picture",
    )  # fmt: skip


def test_where_nothing_moves_no_stretch_is_invented():
    link = footage.link(1, 2, Shared(unmoving=20.0), seconds=(20.0, 20.0))
    assert link is not None
    assert (link.relation, link.segments) == (Relation.POSSIBLE, ())


def test_nothing_in_common_is_no_link():
    assert footage.link(1, 2, Shared(), seconds=(20.0, 20.0)) is None
