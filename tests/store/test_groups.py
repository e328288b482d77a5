"""What links and verdicts make of items: groups, the best of each, what is covered, and what waits for a verdict."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.analysis import Moment
from annotator.best import AS_LARGE, Merit, best
from annotator.case import Case
from annotator.copies import Doubt
from annotator.model import Because, Change, ContentWarning, Done, Filter, Level, Link, Relation, Step, Verdict
from annotator.store import links, pairs
from tests.synthetic import make_case

GRAPHIC = Change(warning=ContentWarning(level=Level.GRAPHIC))
UNCOVERED = Change(warning=ContentWarning(level=Level.NONE))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    make_case(tmp_path / "case", items=12)
    with Case.open(tmp_path / "case", actor="Rana") as case:
        case.annotate(range(1, 13), UNCOVERED)
        yield case


def link(a: int, b: int, score: float = 0.9, relation: Relation = Relation.SAME_PICTURE, **more: object) -> Link:
    return Link(a=a, b=b, relation=relation, score=score, reason="", **more)


def add(case: Case, *made: Link) -> None:
    with case._store.writing() as connection:
        links.add(connection, made)
        links.regroup(connection, {end for each in made for end in (each.a, each.b)})


def groups(case: Case) -> list[tuple[int, ...]]:
    return [group.items for group in case.groups()]


def test_what_is_possible_or_of_the_same_scene_joins_nothing_until_a_person_says_so(case: Case) -> None:
    add(case, link(1, 2, relation=Relation.POSSIBLE), link(2, 3, relation=Relation.SAME_SCENE))
    assert groups(case) == []
    apart = list(case.groups(all=True))
    assert [(group.items, group.joined) for group in apart] == [((1, 2), False), ((2, 3), False)]
    case.judge(1, 2, Verdict.SAME)
    assert groups(case) == [(1, 2)]
    add(case, link(2, 3))  # confirmed later: that counts, whatever the score before
    assert groups(case) == [(1, 2, 3)]
    add(case, link(2, 3, 0.99, relation=Relation.POSSIBLE))
    assert groups(case) == [(1, 2, 3)]


def test_a_better_measured_link_takes_the_place_of_a_surer_one_and_a_verdict_stays(case: Case) -> None:
    add(case, link(1, 2, 0.9))
    case.judge(1, 2, Verdict.DIFFERENT)
    with case._store.writing() as connection:
        links.add(connection, [link(1, 2, 0.4)])
        assert links.between(connection, 1, 2).score == 0.9
        links.put(connection, link(1, 2, 0.4))
        measured = links.between(connection, 1, 2)
    assert (measured.score, measured.verdict) == (0.4, Verdict.DIFFERENT)


def test_a_pair_waits_until_it_was_missed_three_times_and_all_that_wait_are_told_page_by_page(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "_MOST", 2)
    with case._store.writing() as connection:
        for a, b in ((1, 2), (3, 4), (2, 4), (1, 3)):
            pairs.wait(connection, a, b, [Moment(a=1.0, b=2.5)])
        assert pairs.count(connection) == 4
        assert [two[:2] for two in pairs.waiting(connection)] == [(1, 2), (1, 3)]
        assert [two[:2] for two in pairs.waiting(connection, after=(1, 3))] == [(2, 4), (3, 4)]
        for left in (4, 4, 3):
            pairs.missed(connection, 1, 2)
            assert pairs.count(connection) == left
        connection.execute("UPDATE to_compare SET moments = '[[0, 1e999]]'")
        with pytest.raises(sqlite3.DatabaseError, match="pair to compare"):
            pairs.waiting(connection)


def test_different_parts_two_that_a_third_joins_where_it_is_weakest_and_says_what_holds_them(case: Case) -> None:
    add(case, link(1, 2, 0.7), link(2, 3, 0.95), link(1, 3, 0.8), link(1, 4, 0.6))
    case.annotate([3], GRAPHIC)
    _, changed = case.judge(1, 3, Verdict.DIFFERENT)
    assert groups(case) == [(1, 4), (2, 3)]
    assert changed.items == {1, 2, 3, 4}
    assert [item.covered for item in case.items([1, 2, 3, 4])] == [False, True, True, False]
    assert case.standing(1, 2).held == ((1, 3),)
    assert not case.standing(1, 3).together
    case.undo()
    assert groups(case) == [(1, 2, 3, 4)]
    assert all(item.covered for item in case.items([1, 2, 3, 4]))


def test_what_a_person_called_the_same_stays_together_and_a_contradiction_is_told_first(case: Case) -> None:
    add(case, link(1, 2), link(2, 3), link(4, 5, 0.5))
    case.judge(1, 2, Verdict.SAME)
    case.judge(2, 3, Verdict.SAME)
    case.judge(1, 3, Verdict.DIFFERENT)
    (group, other) = case.groups()
    assert (group.items, group.contradicting) == ((1, 2, 3), ((1, 3),))
    assert other.contradicting == ()
    assert case.standing(1, 3).through == (2,)
    waiting = case.undecided()
    assert [(each.a, each.b) for each in waiting.links] == [(1, 3), (4, 5)]
    assert waiting.counts[Doubt.CONTRADICTING] == 1
    case.judge(1, 2, Verdict.UNDECIDED)
    assert groups(case) == [(2, 3), (4, 5)]
    assert case.undecided().counts[Doubt.CONTRADICTING] == 0


def test_groups_are_the_same_in_whatever_order_links_and_items_come(tmp_path: Path) -> None:
    chosen = random.Random(5)
    pairs = [(a, b) for a in range(1, 25) for b in range(a + 1, 25) if chosen.random() < 0.12]
    made = {pair: link(*pair, round(chosen.uniform(0.5, 1), 2)) for pair in pairs}
    early = [pair for pair in pairs if max(pair) <= 12]
    said = {pair: chosen.choice([Verdict.SAME, Verdict.DIFFERENT]) for pair in early[::2]}
    found = set()
    for turn in range(4):
        make_case(tmp_path / str(turn), items=24)
        with Case.open(tmp_path / str(turn), actor="Rana") as case:
            add(case, *(made[pair] for pair in early))
            for pair, verdict in said.items():
                case.judge(*pair, verdict)
            arrived = set(range(1, 13))
            for item in chosen.sample(range(13, 25), 12):  # one after the other, as an import does
                own = [each for pair, each in made.items() if item in pair and arrived.issuperset({*pair} - {item})]
                with case._store.writing() as connection:
                    links.add(connection, own)
                    others = links.groups_of(connection, {end for x in own for end in (x.a, x.b)} - {item})
                    if own:
                        links.join(connection, item, set(others.values()))
                arrived.add(item)
            with case._store.reading() as connection:
                found.add(tuple(links.groups(connection)))
            assert any(case.standing(*pair).held for pair in pairs)
    assert len(found) == 1
    assert any(len(members) > 3 for _, members in found.pop())


def test_what_waits_comes_worst_doubt_first_and_not_at_all_where_other_verdicts_settle_it(case: Case) -> None:
    add(
        case, link(1, 2, 0.99), link(2, 3, 0.6), link(1, 3, 0.7), link(4, 5, 0.8),
        link(6, 7, 0.4, relation=Relation.POSSIBLE), link(6, 8, 0.7, relation=Relation.POSSIBLE),
        link(9, 10, 0.9, relation=Relation.SAME_SCENE), link(1, 9, 0.5, relation=Relation.POSSIBLE),
    )  # fmt: skip
    waiting = case.undecided()
    assert [(each.a, each.b) for each in waiting.links] == [
        (2, 3), (1, 3), (4, 5), (1, 2), (6, 8), (1, 9), (6, 7), (9, 10)
    ]  # fmt: skip
    assert list(waiting.counts.values()) == [0, 4, 3, 1]
    assert [(x.a, x.b) for x in case.undecided(of=2).links] == [(2, 3), (1, 3), (1, 2), (1, 9)]
    only = case.undecided(only=Doubt.POSSIBLE, most=1)
    assert [(x.a, x.b) for x in only.links] == [(6, 8)]
    assert list(only.counts.values()) == [0, 4, 3, 1]
    case.judge(1, 2, Verdict.SAME)
    case.judge(2, 3, Verdict.SAME)
    assert [(x.a, x.b) for x in case.undecided(only=Doubt.CONFIRMED).links] == [(4, 5)]
    case.judge(3, 9, Verdict.DIFFERENT)  # so 1, which is the same as 3, is no copy of 9 either
    assert (1, 9) not in [(x.a, x.b) for x in case.undecided().links]


def test_filters_and_badges_know_what_waits_and_forget_it_with_the_verdict(case: Case) -> None:
    add(case, link(1, 2), link(3, 4, relation=Relation.POSSIBLE), link(4, 5, relation=Relation.SAME_SCENE))
    assert list(case.find(Filter(undecided=True))) == [1, 2]
    assert list(case.find(Filter(possible=True))) == [3, 4]
    assert list(case.find(Filter(same_scene=True))) == [4, 5]
    assert [item.possible for item in case.items([2, 3, 4])] == [False, True, True]
    flags = case.library.counts(Filter()).flags
    assert [flags[name] for name in ("undecided", "possible", "same_scene")] == [(10, 2)] * 3
    case.judge(3, 4, Verdict.DIFFERENT)
    assert list(case.find(Filter(possible=True))) == []
    assert list(case.find(Filter(same_scene=True))) == [4, 5]
    case.undo()
    assert list(case.find(Filter(possible=True))) == [3, 4]


def test_the_best_copy_is_the_least_altered_the_largest_the_best_described_and_says_why(case: Case) -> None:
    cut = Step(done=Done.CROPPED, value=0.5)
    with case._store.writing() as connection:
        connection.execute("UPDATE items SET make = NULL, model = NULL, latitude = NULL, longitude = NULL")
        for item, width, captured in ((2, 4032, None), (3, 4000, "2016-10-26T10:00:00"), (4, 6000, None)):
            connection.execute(
                "UPDATE items SET width = ?, height = 3024, captured_at = ? WHERE item = ?", (width, captured, item)
            )
        connection.execute("UPDATE items SET make = 'Canon' WHERE item = 3")
    add(case, link(2, 3), link(3, 4, steps=(cut,), better=3, because=Because.UNALTERED), link(2, 4, better=2))
    (group,) = case.groups()
    found = group.best
    assert found is not None
    assert found.item == 3  # 4 was cut and enlarged; 2 is hardly larger and says nothing of its camera
    assert [reason.merit for reason in found.reasons] == [Merit.CAMERA, Merit.CUT]
    assert found.in_words() == "has camera data; 1 other is cut from it"
    for score, because, said in (
        (0.91, Because.CAMERA, "has camera data"),
        (0.92, Because.FINER, "has camera data; shows what they share in more pixels than 1 other"),
        (0.93, Because.RICHER, "has camera data; more bytes for the same pixels than 1 other"),
    ):  # the files alone say nothing of what was made from what
        add(case, link(3, 4, score, steps=(cut,), better=3, because=because))
        (group,) = case.groups()
        assert group.best is not None
        assert group.best.in_words() == said


def test_a_small_picture_in_a_large_frame_is_not_better_for_the_frame(case: Case) -> None:
    with case._store.writing() as connection:
        connection.execute("UPDATE items SET width = 640, height = 480, captured_at = NULL WHERE item = 3")
        connection.execute("UPDATE items SET width = 1200, height = 900, captured_at = NULL WHERE item = 2")
    add(case, link(2, 3, relation=Relation.CROPPED_FROM, shared_a=0.17, shared_b=1.0))
    (group,) = case.groups()
    assert group.best is not None
    assert group.best.item == 3
    assert "shows what they share in more pixels than 1 other" in group.best.in_words()


def test_the_list_puts_the_same_copy_on_top_as_the_reasons_do(tmp_path: Path) -> None:
    chosen = random.Random(3)
    make_case(tmp_path / "case", items=90)
    with Case.open(tmp_path / "case", actor="Rana") as case:
        with case._store.writing() as connection:
            for item in range(1, 91):
                side = chosen.choice((None, 400, round(400 / AS_LARGE), 800))
                camera = chosen.choice((None, "", "Canon"))
                connection.execute(
                    "UPDATE items SET width = ?, height = ?, make = ?, model = NULL, bytes = ?, captured_at = ?"
                    " WHERE item = ?",
                    (side, side, camera, chosen.choice((1, 2)), chosen.choice((None, "2016", "2017")), item),
                )
        for first in range(1, 90, 3):
            pairs = ((first, first + 1), (first + 1, first + 2), (first, first + 2))
            shares = [(chosen.choice((0.0, 0.3, 1.0)), chosen.choice((0.2, 1.0))) for _ in pairs]
            add(
                case,
                *(
                    link(*pair, 0.9, better=chosen.choice((None, *pair)), shared_a=a, shared_b=b)
                    for pair, (a, b) in zip(pairs, shares, strict=True)
                ),
            )
        case.judge(1, 2, Verdict.DIFFERENT)
        stacks = case.library.stacks(case.find(Filter()))
        for group in case.groups():
            assert group.best == best(case.items(group.items), group.links)
            assert group.best is not None
            assert stacks.head[group.items[0]] == group.best.item


def test_a_graphic_still_covers_the_video_that_it_is_from_and_all_copies_of_that(case: Case) -> None:
    add(case, link(1, 2, relation=Relation.FRAME_OF), link(1, 3, relation=Relation.SAME_FOOTAGE))
    case.annotate([2], GRAPHIC)
    assert [item.covered for item in case.items([1, 2, 3])] == [True, True, True]
    case.undo()
    with case._store.writing() as connection:
        connection.execute("UPDATE items SET kind = 'frame', parent = 1 WHERE item = 7")
    case.annotate([7], GRAPHIC)  # a frame that was kept of it
    assert [item.covered for item in case.items([1, 2, 3])] == [True, True, True]
    case.undo()
    assert not any(item.covered for item in case.items([1, 2, 3]))
