"""Table cells that no spreadsheet takes for a formula, and the CSV and JSON files made of them."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence

from annotator.checker import canonical
from annotator.text import shown

_RUNS = re.compile(r"((?:^|;)\s*)(?=[=+\-@＝＋－＠'])")

_HEMISPHERES = {"latitude": "NS", "longitude": "EW"}

Write = Callable[[bytes], object]


def cell(value: object, column: str = "") -> str:
    """`value` as the text of a CSV cell.

    Control and bidi characters are written as escapes. Where a text begins like a formula, or does so after a semicolon
    (the end of a cell in half the world's spreadsheets), an apostrophe is put before it, and before an apostrophe in
    these places too, so that taking one away always gives the text back. Coordinates bear the letter of their
    hemisphere instead of a sign. Lists are joined with "; ".
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        if column in _HEMISPHERES:
            return f"{_decimal(abs(value))} {_HEMISPHERES[column][value < 0]}"
        value = _decimal(value)
    elif isinstance(value, list | tuple):
        value = "; ".join(str(each) for each in value)
    text = str(value)
    return _RUNS.sub(r"\1'", text if text.isprintable() else shown(text))


def _decimal(value: float) -> str:
    return f"{value:.9f}".rstrip("0").rstrip(".")


def write_csv(write: Write, columns: Sequence[str], rows: Iterable[Sequence[object]], *, heading: bool = True) -> int:
    """Write a table as RFC 4180 wants it, in UTF-8 with BOM; returns how many rows it has. Without `heading` the rows
    follow those of a table that was begun."""

    class Text:
        def write(self, text: str) -> None:
            write(text.encode())

    writer = csv.writer(Text(), lineterminator="\r\n")
    if heading:
        write(b"\xef\xbb\xbf")
        writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([cell(value, column) for value, column in zip(row, columns, strict=True)])
        count += 1
    return count


def write_json(
    write: Write, first_and_last: tuple[str, str], columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Write a table as one JSON text, in UTF-8, with each row on a line of its own; values stand in it as they are."""
    first, last = first_and_last
    write(f"{first}\n".encode())
    comma = ""
    for row in rows:
        write(f"{comma}{canonical(dict(zip(columns, row, strict=True)))}".encode())
        comma = ",\n"
    write(f"{comma[1:]}{last}\n".encode())


def schema(name: str, version: int = 1) -> tuple[str, str]:
    """First and last line of a JSON table."""
    return f'{{"schema":{json.dumps(f"evidence-annotator/{name}/{version}")},"{name}":[', "]}"
