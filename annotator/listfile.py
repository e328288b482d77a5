"""Reads lists of hashes as other programs write them: CSV with a heading, its bytes those of a stranger.

Columns are known by their names: `sha256`, `phash`, `pdq` and its `quality`; or, as ThreatExchange has it, a `type` and
a `value`. Comma, semicolon, tabulator and bar separate; UTF-8 and UTF-16 are read, hex digits in either case.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from annotator.checker import open_plain
from annotator.errors import HashListNotRead
from annotator.hashlist import PDQ_QUALITY
from annotator.text import shown

MOST_BYTES: Final = 1 << 30
MOST_ROWS: Final = 5_000_000
_MOST_LINE: Final = 1 << 16
_MOST_LINES: Final = 20
"""Of one row: more are not one text in quotation marks, but a mark too many."""
_MOST_WORDS: Final = 300
_KINDS: Final = ("sha256", "phash", "pdq")
_TITLES: Final = ("a SHA-256", "a pHash", "a PDQ hash")
_DIGITS: Final = (64, 16, 64)
_HEX: Final = tuple(re.compile(f"[0-9a-f]{{{digits}}}") for digits in _DIGITS)
_CALLED: Final = {
    "sha256": ("sha256", "sha256hash", "hashsha256", "filesha256"),
    "phash": ("phash", "imagehash", "perceptualhash", "hashphash"),
    "pdq": ("pdq", "pdqhash", "hashpdq"),
    "quality": ("quality", "pdqquality", "hashquality"),
    "type": ("type", "hashtype", "signaltype", "indicatortype"),
    "value": ("value", "hash", "hashvalue", "signal", "signalvalue", "indicator"),
}
"""What a column may be called, letters and digits alone; the names of hashes are those of types too."""
_SAYING: Final = frozenset(
    ("name", "label", "source", "note", "notes", "description", "comment", "title", "id", "reference", "category")
) | {"tag", "tags", "الاسم", "ملاحظة", "المصدر"}
_OTHERS: Final = frozenset(("md5", "sha1", "sha512", "hashmd5", "hashsha1", "md5hash", "sha1hash"))


class Entry(NamedTuple):
    """One row: hashes as lower-case hex digits, and what is wrong with it. A tuple, for there may be millions."""

    line: int
    """Where it begins in the file, from 1."""
    lines: int = 1
    sha256: str | None = None
    phash: str | None = None
    pdq: str | None = None
    weak: bool = False
    """The hashes of its picture were left out for its low quality."""
    words: str = ""
    wrong: str = ""
    """Why it, or a part of it, could not be read."""


class ListFile:
    """One list, read once from its first line to its last."""

    def __init__(self, path: Path) -> None:
        """Open a list and find its columns. Raises HashListNotRead."""
        self._name = path.name
        try:
            file = open_plain(path.resolve())
            self.size = file.seek(0, io.SEEK_END)
            file.seek(0)
        except (OSError, RuntimeError) as problem:
            raise self._not_read(getattr(problem, "strerror", None) or str(problem)) from problem
        self._bytes = _Hashed(file)
        if self.size > MOST_BYTES:
            self.close()
            raise self._not_read(f"it has more than {MOST_BYTES >> 20:,} MB")
        start = file.read(2)
        file.seek(0)
        encoding = "utf-16" if start in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        self._text = io.TextIOWrapper(io.BufferedReader(self._bytes), encoding, errors="replace", newline="")
        self._long: set[int] = set()
        self._line = 0
        self._words: list[int] = []
        self.passed_over: list[str] = []
        """Columns and types of hashes that are not looked for, as the file names them."""
        try:
            self._delimiter = self._heading()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._bytes.close()

    @property
    def read(self) -> int:
        """How many bytes were read."""
        return self._bytes.done

    @property
    def sha256(self) -> str:
        """Of all that was read: of the file, when its last row was."""
        return self._bytes.digest.hexdigest()

    def entries(self) -> Iterator[Entry]:
        """The rows, but for empty ones. Raises HashListNotRead."""
        reader = csv.reader(self._lines(), delimiter=self._delimiter)
        rows = 0
        while True:
            line = self._line + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield self._unclosed(line)
                continue
            except OSError as problem:
                raise self._not_read(problem.strerror or str(problem)) from problem
            rows += 1
            if rows > MOST_ROWS:
                raise self._not_read(f"it has more than {MOST_ROWS:,} rows")
            if line in self._long:
                yield Entry(line=line, wrong=f"it is longer than {_MOST_LINE:,} characters")
            elif self._line - line >= _MOST_LINES:
                yield self._unclosed(line)
            elif any(cell and not cell.isspace() for cell in cells):
                yield self._entry(line, cells)

    def _unclosed(self, line: int) -> Entry:
        why = "a quotation mark in it is not closed"
        return Entry(line=line, lines=self._line - line + 1, wrong=why)

    def _lines(self) -> Iterator[str]:
        """The lines of the file; of one that is too long nothing."""
        while text := self._text.readline(_MOST_LINE):
            self._line += 1
            if len(text) >= _MOST_LINE and not text.endswith("\n"):
                self._long.add(self._line)
                while text and not text.endswith("\n"):
                    text = self._text.readline(_MOST_LINE)
                text = "\n"
            yield text

    def _heading(self) -> str:
        """Find the columns; returns what separates them."""
        try:
            first = next((line for line in self._lines() if line.strip()), "")
            if separator := re.fullmatch(r"sep=(.)\s*", first, re.IGNORECASE):  # as spreadsheets write it
                first = next(self._lines(), "")
            delimiter = separator[1] if separator else max(",;\t|", key=first.count)
            names = next(csv.reader([first], delimiter=delimiter), [])
        except OSError as problem:
            raise self._not_read(problem.strerror or str(problem)) from problem
        except csv.Error as problem:
            raise self._not_read("its first line is not one of a CSV") from problem
        columns: dict[str, int] = {}
        for place, name in enumerate(names):
            plain = _plain(name)
            known = next((column for column, called in _CALLED.items() if plain in called), None)
            if known is not None:
                columns.setdefault(known, place)
            elif plain in _SAYING:
                self._words.append(place)
            elif plain in _OTHERS:
                self._pass_over(name)
        self._hashes = [(kind, columns[name]) for kind, name in enumerate(_KINDS) if name in columns]
        self._typed = (columns["type"], columns["value"]) if {"type", "value"} <= columns.keys() else None
        self._quality = columns.get("quality")
        if not self._hashes and self._typed is None:
            if any(pattern.fullmatch(name.strip().lower()) for name in names for pattern in _HEX):
                raise self._not_read("its first line is a hash and does not say of which kind")
            raise self._not_read("its first line names no column of SHA-256, pHash or PDQ hashes")
        return delimiter

    def _entry(self, line: int, cells: Sequence[str]) -> Entry:
        hashes: list[str | None] = [None, None, None]
        wrong, other, weak = "", False, False
        for place, value in self._given(cells):
            if place is None:
                other = True
            elif _HEX[place].fullmatch(low := value.lower()):
                hashes[place] = low
            else:
                wrong = f"“{shown(value[:80])}” is not the {_DIGITS[place]} hex digits of {_TITLES[place]}"
        if (hashes[1] or hashes[2]) and (quality := self._cell(cells, self._quality)):
            try:
                weak = not float(quality) >= PDQ_QUALITY
            except ValueError:
                wrong, weak = f"“{shown(quality[:80])}” is no quality of a PDQ hash", True
            if weak:
                hashes[1:] = None, None
        if not (any(hashes) or wrong or weak or other):
            wrong = "no hash stands in it"
        words = " · ".join(filter(None, [self._cell(cells, place) for place in self._words]))
        sha256, phash, pdq = hashes
        return Entry(line, self._line - line + 1, sha256, phash, pdq, weak, shown(words[:_MOST_WORDS]), wrong)

    def _given(self, cells: Sequence[str]) -> Iterator[tuple[int | None, str]]:
        """What a row gives: which kind of hash, None for others, and its text."""
        for kind, place in self._hashes:
            if value := self._cell(cells, place):
                yield kind, value
        if self._typed is not None and (named := self._cell(cells, self._typed[0])):
            of_type = next((kind for kind in range(3) if _plain(named) in _CALLED[_KINDS[kind]]), None)
            if of_type is None:
                self._pass_over(named)
            if value := self._cell(cells, self._typed[1]):
                yield of_type, value

    @staticmethod
    def _cell(cells: Sequence[str], place: int | None) -> str:
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def _pass_over(self, name: str) -> None:
        name = shown(name.strip()[:40])
        if name not in self.passed_over and len(self.passed_over) < 10:
            self.passed_over.append(name)

    def without(self, why: str) -> HashListNotRead:
        """The error that it has no hash; `why` is a sentence about its rows."""
        return self._not_read(f"no hash was found in it. {why}".strip(" ."))

    def _not_read(self, why: str) -> HashListNotRead:
        return HashListNotRead(self._name, why)


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


class _Hashed(io.RawIOBase):
    """A file that is hashed while it is read."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self.digest, self.done = hashlib.sha256(), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override] # any buffer of bytes
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self.digest.update(data)
        self.done += len(data)
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()
