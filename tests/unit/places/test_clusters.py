"""Points gathered on a map, and the outlines under them."""

import time
from array import array

import numpy as np

from annotator.columns import Positions
from annotator.places import clusters, outlines


def _points(rows: list[tuple[int, float, float, int]]) -> clusters.Points:
    items, latitudes, longitudes, reviewed = (list(column) for column in zip(*rows, strict=True))
    return clusters.points(
        Positions(
            items=array("q", items),
            latitudes=array("d", latitudes),
            longitudes=array("d", longitudes),
            reviewed=array("b", reviewed),
            without=0,
        )
    )


def test_what_files_say_and_what_people_say_is_never_gathered_together() -> None:
    found = clusters.gather(_points([(1, 36, 37, 0), (2, 36.001, 37, 0), (1, 36, 37, 1), (3, -36, 37, 0)]), 0.01)
    told = {(found.items_of(i)[0], bool(found.reviewed[i]), bool(found.shared[i])) for i in range(len(found.counts))}
    assert told == {(1, False, True), (1, True, True), (3, False, False)}
    assert sorted(found.counts.tolist()) == [1, 1, 2]
    assert found.holding(np.array([2])).sum() == 1


def test_a_mark_stands_where_its_points_are_in_the_mean() -> None:
    points = _points([(1, 0, 10, 0), (2, 0, 12, 0)])
    found = clusters.gather(points, 0.5)
    assert found.x.tolist() == [11 / 360 + 0.5]
    assert clusters.inside(points, 0, 0, 10 / 360 + 0.5, 1) == [1]


def test_nothing_is_gathered_as_nothing() -> None:
    empty = clusters.points(
        Positions(items=array("q"), latitudes=array("d"), longitudes=array("d"), reviewed=array("b"), without=3)
    )
    found = clusters.gather(empty, 0.1)
    assert len(found.counts) == 0
    assert found.holding(np.array([1])).tolist() == []


def test_a_hundred_thousand_points_are_gathered_while_nobody_notices() -> None:
    chosen = np.random.default_rng(0)
    count = 100_000
    many = clusters.points(
        Positions(
            items=array("q", range(count)),
            latitudes=array("d", chosen.uniform(32, 38, count)),
            longitudes=array("d", chosen.uniform(35, 43, count)),
            reviewed=array("b", [0]) * count,
            without=0,
        )
    )
    best = 1.0
    for _ in range(5):
        began = time.perf_counter()
        found = clusters.gather(many, 44 / (256 * 2**8))
        best = min(best, time.perf_counter() - began)
    assert found.counts.sum() == count
    assert best < 0.05


def test_the_world_has_land_coasts_borders_and_names_in_both_languages() -> None:
    world = outlines.load(outlines.COARSE)
    assert len(world.land) > 200
    assert len(world.coasts) > 200
    assert len(world.borders) > 200
    syria = next(country for country in world.countries if country.name == "Syria")
    assert syria.arabic == "سوريا"
    lines = [*world.coasts, *world.borders]
    assert all(line.min() > -1e-6 and line.max() < 1 + 1e-6 for line in lines)
    # What goes on beyond an edge of the world does not run back across all of it.
    assert all(np.abs(np.diff(line[:, 0])).max() < 0.5 for line in lines)
    assert all(np.abs(np.diff(ring[:, 0])).max() < 0.5 for ring in world.land)
    # Turkey and Syria meet: the border is told once, and is no coast.
    near = [line for line in world.borders if np.abs(line - [38 / 360 + 0.5, syria.y]).max(axis=1).min() < 0.02]
    assert near
