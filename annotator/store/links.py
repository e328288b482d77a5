"""Links between copies, and the groups that they make."""

import json
import math
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from annotator.best import AS_LARGE
from annotator.grouping import partition
from annotator.model import Because, Done, Kind, Link, Relation, Step, Verdict
from annotator.steps import PLACES
from annotator.store import stored

COLUMNS = "a, b, relation, score, reason, segments, verdict, steps, matrix, shared_a, shared_b, better, because"
_NAMES = COLUMNS.split(", ")
_NEWER = ", ".join(f"{name} = excluded.{name}" for name in _NAMES if name not in ("a", "b", "verdict"))
_ADD = (
    f"INSERT INTO links ({COLUMNS}) VALUES ({', '.join('?' * len(_NAMES))}) ON CONFLICT (a, b) DO UPDATE SET {_NEWER}"
)
CONFIRMED = f"relation NOT IN ('{Relation.SAME_SCENE}', '{Relation.POSSIBLE}')"
JOINS = f"(verdict = 'same' OR verdict = 'undecided' AND score > 0 AND {CONFIRMED})"
DIFFERENT = "verdict <> 'undecided' AND verdict = 'different'"
"""As the small index of verdicts says it."""
_MOST_STEPS = 100
_SHOWN = [*(relation for relation in Relation if relation.confirmed), Relation.POSSIBLE, Relation.SAME_SCENE]


def add(connection: sqlite3.Connection, links: Iterable[Link]) -> None:
    """Keep suggested links, of two on one pair what is confirmed and surer; a verdict that a person has given stays."""
    surer = f" WHERE (excluded.{CONFIRMED}, excluded.score) > ({CONFIRMED}, score)"
    connection.executemany(_ADD + surer, map(_row, links))


def put(connection: sqlite3.Connection, link: Link) -> None:
    """Keep a link in the place of the one on its pair, surer or not; a verdict that a person has given stays."""
    connection.execute(_ADD, _row(link))


def _row(link: Link) -> tuple[Any, ...]:
    return (
        link.a, link.b, link.relation, link.score, link.reason, json.dumps(link.segments), link.verdict,
        json.dumps([(step.done, step.value, step.where) for step in link.steps]), json.dumps(link.matrix),
        link.shared_a, link.shared_b, link.better, link.because,
    )  # fmt: skip


def of(connection: sqlite3.Connection, item: int) -> list[Link]:
    """All links of one item: confirmed ones before possible ones and those of the same scene, each surest first."""
    query = f"SELECT {COLUMNS} FROM links WHERE a = ? UNION ALL SELECT {COLUMNS} FROM links WHERE b = ?"
    found = (read(row) for row in connection.execute(query, (item, item)))
    return sorted(
        found, key=lambda link: (_SHOWN.index(link.relation) if not link.relation.confirmed else 0, -link.score)
    )


def among(connection: sqlite3.Connection, items: Iterable[int]) -> list[Link]:
    """The links between these items, by their numbers."""
    some = "(SELECT value FROM json_each(:items))"
    query = f"SELECT {COLUMNS} FROM links WHERE a IN {some} AND b IN {some} ORDER BY a, b"
    return [read(row) for row in connection.execute(query, {"items": json.dumps(list(items))})]


def held_apart(connection: sqlite3.Connection, items: Iterable[int]) -> list[Link]:
    """Links of these items that would join them to others, but for verdicts that keep their groups apart."""
    some = "(SELECT value FROM json_each(:items))"
    query = (
        f"SELECT {COLUMNS} FROM links WHERE (a IN {some} OR b IN {some}) AND {JOINS}"
        " AND (SELECT coalesce(copy_group, item) FROM items WHERE item = a)"
        " <> (SELECT coalesce(copy_group, item) FROM items WHERE item = b) ORDER BY a, b"
    )
    return [read(row) for row in connection.execute(query, {"items": json.dumps(list(items))})]


def between(connection: sqlite3.Connection, a: int, b: int) -> Link | None:
    """The link of two items."""
    query = f"SELECT {COLUMNS} FROM links WHERE a = ? AND b = ?"
    row = connection.execute(query, (min(a, b), max(a, b))).fetchone()
    return read(row) if row else None


def unjoined(connection: sqlite3.Connection) -> Iterator[Link]:
    """Links between items that are in no group: what is possible or of the same scene, and what verdicts took apart."""
    query = (
        f"SELECT {COLUMNS} FROM links WHERE (SELECT copy_group FROM items WHERE item = a) IS NULL"
        " AND (SELECT copy_group FROM items WHERE item = b) IS NULL ORDER BY a, b"
    )
    yield from map(read, connection.execute(query))


def kind_of(connection: sqlite3.Connection, item: int) -> tuple[Kind, int | None]:
    """What an item is, and the video that it is a frame of."""
    row = connection.execute("SELECT kind, parent FROM items WHERE item = ?", (item,)).fetchone()
    if row is None:
        raise stored.Strange("an item in it can't be found")
    return stored.one_of(Kind, row[0]), row[1]


def all_hashes(connection: sqlite3.Connection, recipe: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]:
    """Every meaningful hash and the item that it stands for, a sampled frame's video: int64 (n,) and uint64 (n,)."""
    # As two texts: a row for each would take and give back the interpreter's lock a hundred thousand times.
    owners, hashes = connection.execute(
        "SELECT json_group_array(CASE WHEN sampled THEN parent ELSE item END), group_concat(phash, '') FROM items"
        " WHERE recipe = ? AND flat = 0",
        (recipe,),
    ).fetchone()
    with stored.reading("a hash of a picture"):
        numbers = np.array(json.loads(owners), np.int64)
        values = np.frombuffer(bytes.fromhex(hashes or ""), ">u8").astype(np.uint64)
        if len(numbers) != len(values) or (
            len(numbers) and not stored.MOST_ITEMS > numbers.max() >= numbers.min() >= 0
        ):
            raise ValueError
    return numbers, values


def pictures(connection: sqlite3.Connection, item: int, recipe: str) -> Iterator[tuple[int, float, list[int]]]:
    """The pictures of one item, its own and its sampled frames': number, time, hashes of the eight variants."""
    query = (
        "SELECT item, CASE WHEN sampled THEN time_in_video ELSE 0.0 END, variants FROM items"
        " WHERE (item = :item OR (parent = :item AND sampled = 1)) AND recipe = :recipe AND flat = 0"
    )
    for number, time, variants in connection.execute(query, {"item": item, "recipe": recipe}):
        yield number, time, [_hash(variant) for variant in variants.split()]


def groups(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Groups of copies: their number, which is their first item's, and their items."""
    query = (
        "SELECT copy_group, json_group_array(item) FROM (SELECT copy_group, item FROM items"
        " WHERE copy_group IS NOT NULL AND sampled = 0 ORDER BY copy_group, item) GROUP BY copy_group"
    )
    for group, members in connection.execute(query).fetchall():
        yield group, tuple(sorted(json.loads(members)))


def grouped(connection: sqlite3.Connection) -> tuple[str, str]:
    """The group of each item that is in one, and the item: two lists as JSON, by group, in each the best item first,
    in the order that `annotator.best` says."""
    query = (
        "SELECT json_group_array(copy_group), json_group_array(item) FROM (SELECT copy_group, item FROM ("
        "SELECT *, coalesce(width * height, 0) AS area,"
        " max(coalesce(width * height, 0)) OVER (PARTITION BY copy_group) AS largest"
        " FROM items WHERE copy_group IS NOT NULL AND sampled = 0)"
        f" ORDER BY copy_group, beaten, area < {AS_LARGE} * largest, camera IS NULL, latitude IS NULL,"
        " CASE kind WHEN 'video' THEN 0 WHEN 'photo' THEN 1 WHEN 'document' THEN 2 ELSE 3 END,"
        " captured_at IS NULL, captured_at, area DESC, duration DESC, bytes DESC, item)"
    )
    groups, items = connection.execute(query).fetchone()
    return groups, items


def found_twice(connection: sqlite3.Connection) -> list[int]:
    """Items whose bytes were found under several paths."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT item FROM items WHERE (copy_group IS NOT NULL OR paths > 1) AND paths > 1"
        )
    ]


def groups_of(connection: sqlite3.Connection, items: Iterable[int]) -> dict[int, int]:
    """The group that each item is in; one that is in none is its own."""
    query = "SELECT item, coalesce(copy_group, item) FROM items WHERE item IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps(list(items)),)).fetchall())


def with_copies(connection: sqlite3.Connection, items: Iterable[int]) -> list[int]:
    """These items and all that are in a group with one of them, the others after them."""
    asked = list(dict.fromkeys(items))
    query = (
        "SELECT item FROM items WHERE copy_group IN (SELECT copy_group FROM items"
        " WHERE item IN (SELECT value FROM json_each(?)) AND copy_group IS NOT NULL) ORDER BY item"
    )
    return list(dict.fromkeys((*asked, *(row[0] for row in connection.execute(query, (json.dumps(asked),))))))


def join(connection: sqlite3.Connection, item: int, groups: Collection[int]) -> frozenset[int]:
    """Put a new item, not assessed yet, into the groups that confirmed links join it to; returns what `regroup` does.

    Joining one group changes nothing for those in it, and working that out anew for each of n copies takes n² steps.
    """
    if len(groups) == 1:
        (group,) = groups
        (grouped,) = connection.execute("SELECT copy_group IS NOT NULL FROM items WHERE item = ?", (group,)).fetchone()
        if grouped:
            connection.execute("UPDATE items SET copy_group = ? WHERE item = ?", (group, item))
            _rank(connection, json.dumps(sorted({item, *_neighbours(connection, item)})))
            return frozenset({item})
    return regroup(connection, [item])


def regroup(connection: sqlite3.Connection, items: Iterable[int]) -> frozenset[int]:
    """Work out anew the groups that these items are in or were in, and what is covered.

    Returns every item whose group or cover may have changed. What one copy's warning covers, all copies are covered by.
    """
    touched: set[int] = set()
    for item in items:
        if item in touched:
            continue
        old = connection.execute(
            "SELECT item FROM items WHERE copy_group = (SELECT copy_group FROM items WHERE item = ?)", (item,)
        )
        left = {row[0] for row in old} | {item}
        while left:
            component = _component(connection, left.pop())
            left -= component
            touched |= component
            for members in _parted(connection, component):
                group = min(members) if len(members) > 1 else None
                connection.execute(
                    "UPDATE items SET copy_group = ? WHERE item IN (SELECT value FROM json_each(?))",
                    (group, json.dumps(sorted(members))),
                )
            _rank(connection, json.dumps(sorted(component)))
    return frozenset(touched) | _cover(connection, json.dumps(sorted(touched)))


def cover(connection: sqlite3.Connection, items: Iterable[int]) -> frozenset[int]:
    """Work out anew what is covered after the warnings of these items were changed; their groups stay.

    Returns every item whose cover may have changed.
    """
    asked = json.dumps(list(items))
    given = "SELECT value FROM json_each(:asked)"
    # What a kept frame shows, its video shows.
    among = f"{given} UNION SELECT parent FROM items WHERE parent IS NOT NULL AND sampled = 0 AND item IN ({given})"
    groups = f"SELECT copy_group FROM items WHERE item IN ({among}) AND copy_group IS NOT NULL"
    query = (
        f"SELECT item FROM items WHERE copy_group IN ({groups}) UNION SELECT item FROM items WHERE item IN ({among})"
    )
    touched = frozenset(row[0] for row in connection.execute(query, {"asked": asked}))
    return touched | _cover(connection, json.dumps(list(touched)))


def _component(connection: sqlite3.Connection, start: int) -> set[int]:
    query = (
        "WITH RECURSIVE joined (item) AS (SELECT ? UNION SELECT CASE joined.item WHEN a THEN b ELSE a END"
        " FROM joined JOIN links ON (a = joined.item OR b = joined.item)"
        f" AND {JOINS})"
        " SELECT item FROM joined"
    )
    return {row[0] for row in connection.execute(query, (start,))}


def _parted(connection: sqlite3.Connection, component: set[int]) -> list[frozenset[int]]:
    """The groups among items that links join: one, unless some were said to be different."""
    some = "(SELECT value FROM json_each(:items))"
    known = {"items": json.dumps(list(component))}
    apart = f"SELECT a, b FROM links WHERE {DIFFERENT}"
    foes = [(a, b) for a, b in connection.execute(apart) if a in component and b in component]
    if not foes:
        return [frozenset(component)]
    joining = f"SELECT verdict = 'same', score, a, b FROM links WHERE a IN {some} AND {JOINS}"
    return partition(component, connection.execute(joining, known), foes)


def _neighbours(connection: sqlite3.Connection, item: int) -> list[int]:
    query = "SELECT b FROM links WHERE a = :item UNION ALL SELECT a FROM links WHERE b = :item"
    return [row[0] for row in connection.execute(query, {"item": item})]


def _rank(connection: sqlite3.Connection, items: str) -> None:
    """Count how often each of these is the worse of two copies in its group, as `annotator.best.worse` says."""
    own = "mine * coalesce(items.width * items.height, 0)"
    connection.execute(
        "UPDATE items SET beaten = CASE WHEN copy_group IS NULL THEN 0 ELSE (SELECT count(*) FROM ("
        "SELECT b AS other, better, verdict, relation, score, shared_a AS mine, shared_b AS theirs FROM links"
        " WHERE a = items.item UNION ALL SELECT a, better, verdict, relation, score, shared_b, shared_a FROM links"
        " WHERE b = items.item) JOIN items o ON o.item = other"
        f" WHERE o.copy_group = items.copy_group AND {JOINS} AND (better = other OR better IS NULL"
        f" AND relation <> 'same-footage' AND {own} > 0"
        f" AND {own} < {AS_LARGE} * (theirs * coalesce(o.width * o.height, 0)))) END"
        " WHERE item IN (SELECT value FROM json_each(?))",
        (items,),
    )


def _cover(connection: sqlite3.Connection, members: str) -> frozenset[int]:
    """Cover these items, whole groups of copies, as their warnings say, and sampled frames as their videos are.

    Returns the frames whose cover was changed.
    """
    among = "SELECT value FROM json_each(:members)"
    # The plus keeps SQLite from walking all that is graphic, where few items have such a parent.
    graphic = (
        f"SELECT item FROM items WHERE item IN ({among}) AND warning_level IN ('graphic', 'extreme') UNION"
        f" SELECT parent FROM items WHERE parent IN ({among}) AND +sampled = 0"
        " AND +warning_level IN ('graphic', 'extreme')"
    )
    connection.execute(
        f"UPDATE items SET covered = warning_level NOT IN ('none', 'mild') OR item IN ({graphic})"
        f" OR coalesce(copy_group IN (SELECT copy_group FROM items WHERE item IN ({graphic})"
        f" AND copy_group IS NOT NULL), 0) WHERE item IN ({among})",
        {"members": members},
    )
    video = "(SELECT v.covered FROM items v WHERE v.item = items.parent)"
    frames = connection.execute(
        f"UPDATE items SET covered = {video} WHERE sampled = 1 AND parent IN ({among}) AND covered != {video}"
        " RETURNING item",
        {"members": members},
    )
    return frozenset(row[0] for row in frames)


def read(row: tuple[Any, ...]) -> Link:
    """A link from a row of `COLUMNS`. Raises Strange."""
    a, b, relation, score, reason, segments, verdict, steps, matrix, shared_a, shared_b, better, because = row
    with stored.reading("a link"):
        parts = tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in json.loads(str(segments)))
        done = tuple(_step(*step) for step in json.loads(str(steps)))
        numbers = tuple(float(number) for number in json.loads(str(matrix)))
        values = [score, shared_a, shared_b, *numbers, *(step.value or 0.0 for step in done), *chain(*parts)]
        if len(numbers) not in (0, 9) or len(done) > _MOST_STEPS or not all(map(math.isfinite, values)):
            raise ValueError
    return Link(
        a=a, b=b, relation=stored.one_of(Relation, relation), score=score, reason=reason, segments=parts,
        verdict=stored.one_of(Verdict, verdict), steps=done, matrix=numbers, shared_a=shared_a, shared_b=shared_b,
        better=better if better in (a, b) else None,
        because=None if because is None else stored.one_of(Because, because),
    )  # fmt: skip


def _step(done: object, value: object, where: object) -> Step:
    if where not in ("", *PLACES) or not (value is None or isinstance(value, int | float)):
        raise ValueError
    return Step(done=stored.one_of(Done, done), value=None if value is None else float(value), where=str(where))


def _hash(text: object) -> int:
    with stored.reading("a hash of a picture"):
        return int.from_bytes(bytes.fromhex(str(text))[:8])
