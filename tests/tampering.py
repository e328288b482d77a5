"""Writes to a case's database as another program would: past the triggers and checks, which are whole again after."""

import sqlite3
from contextlib import closing
from pathlib import Path


def tamper(case: Path, script: str, *values: object) -> None:
    """Run `script`, one statement where it takes `values`, while the journal's triggers are away."""
    with closing(sqlite3.connect(case / "case.sqlite")) as database, database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name LIKE 'journal~_%' ESCAPE '~' AND type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        if values:
            database.execute(script, values)
        else:
            database.executescript(script)
        for _, text in triggers:
            database.execute(text)
