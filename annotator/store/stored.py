"""Values read from a database that may come from a stranger: what no version of the program wrote is damage."""

import json
import math
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, TypeVar

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
N = TypeVar("N", str, str | None)

MOST_ITEMS = 1 << 31
"""No item has a number beyond; lists by number are as long as the largest one."""
_LONGEST = 1e7
"""Seconds; some hundred days."""
_SHA256 = re.compile("[0-9a-f]{64}")
_EXTENSION = re.compile(r"(\.[^/\\\0]{1,60})?")


class Strange(sqlite3.DatabaseError):
    """A value that no version of the program wrote: whoever works with the store is told that the case is damaged."""


def one_of(kind: type[E], value: object) -> E:
    """The member of an enum that a column holds. Raises Strange."""
    try:
        return kind(str(value))
    except ValueError as problem:
        raise Strange(f"“{str(value)[:40]}” is no {kind.__name__.lower()} that this program knows") from problem


@contextmanager
def reading(what: str) -> Iterator[None]:
    """Takes apart what a column holds; where that can't be done, raises Strange that names `what`."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError) as problem:
        raise Strange(f"{what} in it can't be read") from problem


def listed(text: object, kind: type[T], what: str) -> list[T]:
    """A JSON list of values of one type. Raises Strange."""
    with reading(what):
        found = json.loads(str(text))
    if type(found) is not list or any(type(value) is not kind for value in found):
        raise Strange(f"{what} in it can't be read")
    return found


def detail(text: str) -> dict[str, Any]:
    """The detail of a row of the journal. Raises Strange."""
    with reading("a row of the journal"):
        found = json.loads(text)
        if not all(
            isinstance(edit, dict) and type(edit.get("items", [])) is list
            for key in ("edits", "edits_taken_back")
            for edit in [*found.get(key, [])]
        ):
            raise TypeError
    return dict(found)


def points(text: str) -> tuple[tuple[float, float], ...]:
    """Fractions of a picture. Raises Strange."""
    with reading("a region"):
        found = tuple((float(x), float(y)) for x, y in json.loads(text))
    if not all(math.isfinite(value) and 0 <= value <= 1 for point in found for value in point):
        raise Strange("a region in it lies outside of its picture")
    return found


def seconds(value: object, what: str) -> float:
    """A time in a video. Raises Strange."""
    with reading(what):
        found = float(str(value))
    if not 0 <= found <= _LONGEST:
        raise Strange(f"{what} in it lies outside of any video")
    return found


def name_of(sha256: N, extension: str) -> tuple[N, str]:
    """What names a file of the case: nothing that leads elsewhere. Raises Strange."""
    if (sha256 is not None and not _SHA256.fullmatch(sha256)) or not _EXTENSION.fullmatch(extension):
        raise Strange("the name of an original in it is none that this program gives")
    return sha256, extension
