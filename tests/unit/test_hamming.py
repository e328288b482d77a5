"""The index of hashes finds what differs little, and all of it."""

import random

from annotator.similarity.hamming import HashIndex


def test_it_finds_exactly_what_comparing_one_by_one_finds() -> None:
    chosen = random.Random(1)
    base = chosen.getrandbits(64)
    hashes = [base ^ sum(1 << bit for bit in chosen.sample(range(64), chosen.randint(0, 30))) for _ in range(3000)]
    index = HashIndex()
    index.add(range(2000), hashes[:2000])
    index.add(range(2000, 3000), hashes[2000:])
    queries = [base, chosen.getrandbits(64)]
    slow = {}
    for number, hash in enumerate(hashes):
        nearest = min(((hash ^ query).bit_count(), place) for place, query in enumerate(queries))
        if nearest[0] <= 10:
            slow[number] = nearest
    assert index.near(queries, most=10) == slow
    assert slow


def test_of_many_the_nearest_after_a_number_are_told() -> None:
    index = HashIndex()
    index.add(range(6), [0, 7, 3, 1, 0, 7])
    assert list(index.near([0, 1], most=3, after=1, nearest=2).items()) == [(3, (0, 1)), (4, (0, 0))]


def test_an_empty_index_finds_nothing() -> None:
    assert HashIndex().near([1, 2], most=10) == {}


def test_a_number_may_stand_for_several_hashes() -> None:
    index = HashIndex()
    index.add([7, 7], [0, (1 << 64) - 1])
    assert index.near([1], most=2) == {7: (1, 0)}
