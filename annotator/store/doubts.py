"""What of the links between items waits for a person's verdict, worst doubt first."""

import json
import sqlite3
from collections.abc import Iterable

from annotator.grouping import Sets
from annotator.model import Link
from annotator.store.links import COLUMNS, CONFIRMED, DIFFERENT, read

CONTRADICTING, SURE, POSSIBLE, SCENE = range(4)
"""Kinds of doubt, in the order in which they are gone through: verdicts that contradict each other; confirmed links;
possible ones; those of the same scene."""

_KIND = f"CASE WHEN {DIFFERENT} THEN 0 WHEN {CONFIRMED} THEN 1 WHEN relation = 'possible' THEN 2 ELSE 3 END"
_TOGETHER = "(SELECT copy_group FROM items WHERE item = a) = (SELECT copy_group FROM items WHERE item = b)"
_WAITING = f"(verdict = 'undecided' AND (score > 0 OR NOT {CONFIRMED}) OR {DIFFERENT} AND {_TOGETHER})"


def waiting(
    connection: sqlite3.Connection, *, of: int | None = None, kinds: Iterable[int] = (), most: int
) -> tuple[list[Link], tuple[int, int, int, int]]:
    """Links that wait, at most so many, and how many there are of each kind.

    `of` an item: those of it and its copies; of `kinds` alone, where some are given. What verdicts on other pairs
    settle already waits no more: A and C where A and B, B and C are the same. Of confirmed links the least sure comes
    first, of others the surest: there a verdict changes most.
    """
    roots, foes = _settled(connection)
    known = {"roots": json.dumps(roots), "foes": json.dumps(foes), "item": of, "most": most}
    about = "" if of is None else " AND (a IN mine OR b IN mine)"
    query = (
        "WITH said (item, root) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(:roots)),"
        " foe (a, b) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(:foes)),"
        " mine (item) AS MATERIALIZED (SELECT :item UNION SELECT m.item FROM items m JOIN items i"
        " ON m.copy_group = i.copy_group WHERE i.item = :item AND m.sampled = 0),"
        f" waiting (kind, {COLUMNS}) AS MATERIALIZED (SELECT {_KIND}, {COLUMNS} FROM links WHERE {_WAITING}{about}),"
        " rooted AS (SELECT w.*, coalesce(x.root, w.a) AS root_a, coalesce(y.root, w.b) AS root_b FROM waiting w"
        " LEFT JOIN said x ON x.item = w.a LEFT JOIN said y ON y.item = w.b),"
        " left_over AS (SELECT * FROM rooted r WHERE kind = 0 OR (root_a <> root_b AND NOT EXISTS ("
        "SELECT 1 FROM foe WHERE foe.a = min(root_a, root_b) AND foe.b = max(root_a, root_b))))"
    )
    counts = [0, 0, 0, 0]
    for kind, count in connection.execute(f"{query} SELECT kind, count(*) FROM left_over GROUP BY kind", known):
        counts[kind] = count
    chosen = [kind for kind in (CONTRADICTING, SURE, POSSIBLE, SCENE) if not (some := set(kinds)) or kind in some]
    listed = (
        f"{query} SELECT {COLUMNS} FROM left_over WHERE kind IN (SELECT value FROM json_each(:kinds))"
        " ORDER BY kind, CASE WHEN kind <= 1 THEN score ELSE -score END, a, b LIMIT :most"
    )
    found = [read(row) for row in connection.execute(listed, {**known, "kinds": json.dumps(chosen)})]
    return found, (counts[0], counts[1], counts[2], counts[3])


def _settled(connection: sqlite3.Connection) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What people have said to be one: by item what stands for it; and pairs of these that they called different."""
    sets: Sets[int] = Sets()
    said = connection.execute("SELECT verdict, a, b FROM links WHERE verdict <> 'undecided'").fetchall()
    joined: set[int] = set()
    for verdict, a, b in said:
        if verdict == "same":
            sets.join(sets.of(a), b)
            joined |= {a, b}
    apart = ((sets.of(a), sets.of(b)) for verdict, a, b in said if verdict == "different")
    return [(item, sets.of(item)) for item in joined], sorted({(min(pair), max(pair)) for pair in apart})
