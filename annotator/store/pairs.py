"""Pairs of a video and another item that look alike somewhere and have yet to be compared frame by frame."""

import json
import sqlite3
from collections.abc import Sequence

from annotator.analysis import Moment
from annotator.store import stored

_MOST = 1000

Waiting = tuple[int, int, tuple[Moment, ...]]
"""Two items, and moments from which to start."""


def wait(connection: sqlite3.Connection, a: int, b: int, moments: Sequence[Moment]) -> None:
    """Note a pair, `a < b`, with moments from which to start, the likeliest first."""
    held = json.dumps([(moment.a, moment.b) for moment in moments])
    connection.execute("INSERT OR REPLACE INTO to_compare (a, b, moments) VALUES (?, ?, ?)", (a, b, held))


def waiting(connection: sqlite3.Connection) -> list[Waiting]:
    """Pairs, at most a thousand, in the order in which their later items came, then in that of the earlier ones."""
    query = "SELECT a, b, moments FROM to_compare ORDER BY b, a LIMIT ?"
    found = []
    for a, b, moments in connection.execute(query, (_MOST,)):
        with stored.reading("a pair to compare"):
            found.append((int(a), int(b), tuple(Moment(a=float(x), b=float(y)) for x, y in json.loads(moments))))
    return found


def done(connection: sqlite3.Connection, a: int, b: int) -> None:
    """This pair waits no longer."""
    connection.execute("DELETE FROM to_compare WHERE a = ? AND b = ?", (a, b))
