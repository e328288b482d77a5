"""Lists of hashes of other teams, and what of a case they know: values."""

from dataclasses import dataclass
from enum import StrEnum

PHASH_BITS, PDQ_BITS = 10, 31
"""Of 64 and of 256: the most that may differ for two pictures to be possibly the same."""
PDQ_QUALITY = 50
"""Of what PDQ says: under this the hashes of a picture mean nothing."""


class How(StrEnum):
    """By which hash an item was found in a list, the surest first."""

    SAME_FILE = "same-file"
    """By its SHA-256: the bytes are the same."""
    PDQ = "pdq"
    PHASH = "phash"


@dataclass(frozen=True, slots=True, kw_only=True)
class HashList:
    """A list of hashes that somebody added to the case."""

    list: int
    name: str
    source: str
    """Whose it is, in words."""
    sha256: str
    """Of the file that it came from."""
    graphic: bool
    """Whoever added it says that what it lists is graphic: its hits are suggested that warning."""
    entries: int
    """Rows with a hash that can be looked for."""
    bad: int
    """Rows that could not be read."""
    weak: int
    """Rows whose pictures are of too low a quality, by PDQ, for their hashes to mean anything: these were left out."""
    files: int
    """How many of its hashes are SHA-256."""
    phashes: int
    pdqs: int
    at: str
    actor: str
    items: int
    """How many items of the case were found in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An item that a list knows. All but `How.SAME_FILE` is only possible: without its picture nobody can tell."""

    item: int
    list: int
    name: str
    """Of the list."""
    graphic: bool
    """As the list."""
    line: int
    """Of the list's file, counted from 1."""
    words: str
    """What the list says of it."""
    how: How
    bits: int
    """How many differ: of 256 for PDQ, of 64 for pHash."""
    time: float | None
    """Of the video's frame that was found, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A list that was added, and what of its file was not."""

    list: HashList
    told: tuple[str, ...]
    """The first row that could not be read and why, columns that were passed over: a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A list of the case's own hashes that was written."""

    path: str
    entries: int
