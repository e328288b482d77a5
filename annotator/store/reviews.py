"""Reviews as they stand in the database: who is to answer about which item, the answers, and what is final."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.answers import Answer, Final, Given, Sheet
from annotator.model import ContentWarning, Level, Status
from annotator.store import stored
from annotator.store.edits import Row

_ANSWER = "level, content, status, incidents, places"


@dataclass(frozen=True, slots=True)
class Names:
    """Names of incidents and places by number, and the other way."""

    incidents: Mapping[int, str]
    places: Mapping[int, str]

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> "Names":
        """As they are now."""
        return cls(
            dict(connection.execute("SELECT incident, name FROM incidents").fetchall()),
            dict(connection.execute("SELECT place, name FROM places").fetchall()),
        )

    def stored(self, answer: Answer) -> Row:
        """The columns of an answer. Raises KeyError with (noun, name) for a name that is not in the case."""
        return {
            "level": answer.warning.level,
            "content": json.dumps(sorted(answer.warning.content)),
            "status": answer.status,
            "incidents": _numbers("incident", self.incidents, answer.incidents),
            "places": _numbers("place", self.places, answer.places),
        }

    def answer(self, row: Sequence[Any], note: str) -> Answer:
        """An answer from its columns."""
        level, content, status, incidents, places = row
        return Answer(
            warning=ContentWarning(
                level=stored.one_of(Level, level), content=tuple(stored.listed(content, str, "an answer"))
            ),
            status=stored.one_of(Status, status),
            incidents=_named(self.incidents, incidents),
            places=_named(self.places, places),
            note=note,
        )


def _named(names: Mapping[int, str], numbers: object) -> tuple[str, ...]:
    return tuple(sorted(names.get(number, str(number)) for number in stored.listed(numbers, int, "an answer")))


def _numbers(noun: str, names: Mapping[int, str], wanted: Iterable[str]) -> str:
    numbers = {name: number for number, name in names.items()}
    for name in wanted:
        if name not in numbers:
            raise KeyError(noun, name)
    return json.dumps(sorted(numbers[name] for name in wanted))


def assigned(connection: sqlite3.Connection, item: int) -> dict[str, str]:
    """Who is to answer about an item, or has, and since when."""
    return dict(connection.execute("SELECT reviewer, assigned_at FROM assignments WHERE item = ?", (item,)).fetchall())


def unanswered(connection: sqlite3.Connection, reviewer: str, items: Iterable[int] | None = None) -> list[int]:
    """The items (of these) about which a reviewer has yet to answer, in order."""
    query = (
        "SELECT item FROM assignments a WHERE reviewer = ?"
        " AND NOT EXISTS (SELECT 1 FROM answers x WHERE x.item = a.item AND x.reviewer = a.reviewer)"
    )
    if items is None:
        return [row[0] for row in connection.execute(f"{query} ORDER BY item", (reviewer,))]
    query += " AND item IN (SELECT value FROM json_each(?))"
    return [row[0] for row in connection.execute(f"{query} ORDER BY item", (reviewer, json.dumps(list(items))))]


def reviewers(connection: sqlite3.Connection) -> list[str]:
    """Names that have acted in the case or were given something to review."""
    query = "SELECT DISTINCT actor FROM journal UNION SELECT reviewer FROM assignments ORDER BY 1"
    return [row[0] for row in connection.execute(query)]


def given(connection: sqlite3.Connection, item: int, reviewer: str) -> Row | None:
    """The columns of an answer, as edits hold them."""
    row = connection.execute(
        f"SELECT {_ANSWER}, note, at FROM answers WHERE item = ? AND reviewer = ?", (item, reviewer)
    ).fetchone()
    return None if row is None else dict(zip((*_ANSWER.split(", "), "note", "at"), row, strict=True))


def final(connection: sqlite3.Connection, item: int) -> Row | None:
    """The columns of a final answer, as edits hold them."""
    columns = f"{_ANSWER}, reason, actor, at"
    row = connection.execute(f"SELECT {columns} FROM finals WHERE item = ?", (item,)).fetchone()
    return None if row is None else dict(zip(columns.split(", "), row, strict=True))


def sheets(connection: sqlite3.Connection, items: Iterable[int] | None = None) -> list[Sheet]:
    """The reviews of these items, or of all, with all answers."""
    names = Names.of(connection)
    among = "" if items is None else " WHERE item IN (SELECT value FROM json_each(?))"
    bound = () if items is None else (json.dumps(list(items)),)
    finals = {
        row[0]: Final(answer=names.answer(row[1:6], ""), reason=row[6], actor=row[7], at=row[8])
        for row in connection.execute(f"SELECT item, {_ANSWER}, reason, actor, at FROM finals{among}", bound)
    }
    found: dict[int, tuple[str, list[str], list[Given]]] = {}
    for item, name, reviewer, at, note, *row in connection.execute(
        f"SELECT a.item, i.name, a.reviewer, x.at, x.note, {_ANSWER.replace('status', 'x.status')} FROM assignments a"
        f" JOIN items i USING (item) LEFT JOIN answers x USING (item, reviewer){among.replace('item IN', 'a.item IN')}"
        " ORDER BY a.item, a.assigned_at, a.reviewer",
        bound,
    ):
        _, awaited, answers = found.setdefault(item, (name, [], []))
        if at is None:
            awaited.append(reviewer)
        else:
            answers.append(Given(reviewer=reviewer, at=at, answer=names.answer(row, note)))
    return [
        Sheet(item=item, name=name, awaited=tuple(awaited), given=tuple(answers), final=finals.get(item))
        for item, (name, awaited, answers) in found.items()
    ]
