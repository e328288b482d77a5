"""Pairs of a video and another item that look alike somewhere and have yet to be compared frame by frame."""

import json
import sqlite3
from collections.abc import Sequence

from annotator.analysis import Moment
from annotator.store import stored

_MOST = 1000
_TRIES = 3
_LATEST = 1e7
"""Seconds; no video that is taken is longer."""

Waiting = tuple[int, int, tuple[Moment, ...]]
"""Two items, and moments from which to start."""


def wait(connection: sqlite3.Connection, a: int, b: int, moments: Sequence[Moment]) -> None:
    """Note a pair, `a < b`, with moments from which to start, the likeliest first."""
    held = json.dumps([(moment.a, moment.b) for moment in moments])
    connection.execute("INSERT OR REPLACE INTO to_compare (a, b, moments) VALUES (?, ?, ?)", (a, b, held))


def count(connection: sqlite3.Connection) -> int:
    """How many pairs wait."""
    return int(connection.execute("SELECT count(*) FROM to_compare").fetchone()[0])


def waiting(connection: sqlite3.Connection, *, after: tuple[int, int] = (0, 0)) -> list[Waiting]:
    """Pairs, at most a thousand, in the order in which their later items came, then in that of the earlier ones; those
    that come after this one. Raises Strange."""
    query = "SELECT a, b, moments FROM to_compare WHERE (b, a) > (?, ?) ORDER BY b, a LIMIT ?"
    found = []
    for a, b, moments in connection.execute(query, (after[1], after[0], _MOST)):
        with stored.reading("a pair to compare"):
            times = tuple(Moment(a=float(x), b=float(y)) for x, y in json.loads(moments))
            if not all(0 <= time <= _LATEST for moment in times for time in (moment.a, moment.b)):
                raise ValueError
            found.append((int(a), int(b), times))
    return found


def missed(connection: sqlite3.Connection, a: int, b: int) -> None:
    """This pair could not be compared; it waits until that was so three times."""
    connection.execute("UPDATE to_compare SET tries = tries + 1 WHERE a = ? AND b = ?", (a, b))
    connection.execute("DELETE FROM to_compare WHERE a = ? AND b = ? AND tries >= ?", (a, b, _TRIES))


def done(connection: sqlite3.Connection, a: int, b: int) -> None:
    """This pair waits no longer."""
    connection.execute("DELETE FROM to_compare WHERE a = ? AND b = ?", (a, b))
