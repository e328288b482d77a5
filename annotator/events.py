"""What long work says while it goes on, and at its end."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What became of one file found by an import."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEvent:
    """One file of an import has met its end."""

    event: Outcome
    path: str
    """As given, joined; undecodable bytes as surrogates (`os.fsdecode`)."""
    item: int | None = None
    sha256: str | None = None
    kind: str | None = None
    """A `Kind`, "sidecar", or None where the file was skipped."""
    reason: str | None = None
    message: str | None = None


CATCHING_UP: Final = "looking at earlier items again"
"""What an import does before it begins where the cache was lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far long work is; `total` is 0 while it is not known."""

    done: int
    total: int
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDone:
    """The end of an import."""

    imported: int
    duplicates: int
    unreadable: int
    skipped: int
    frames: int
    known: int
    """Of the imported items, those that a list of known hashes has."""
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDone:
    """The end of an export."""

    bundle: str
    items: int
    bytes: int
    seal: str
    """SHA-256 of SEAL.json, to be written down elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that a verification found wrong."""

    path: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The end of a verification."""

    ok: bool
    checked: int
    """How many files were read."""
    problems: tuple[Problem, ...] = field(default=())
    remarks: tuple[str, ...] = field(default=())
    """What is not wrong but should be known, a sentence each."""
    seal: str | None = None
    """SHA-256 of a bundle's SEAL.json, to be compared with the one written down."""
