"""What commands print: JSON Lines or lines for people, and progress bars on a terminal."""

import argparse
import base64
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tqdm import tqdm

from annotator.best import Group
from annotator.case import Case
from annotator.hashlist import Hit, How
from annotator.model import Item, ItemDetail, JournalRow, Link
from annotator.text import BIDI, shown


def print_json(value: Mapping[str, object]) -> None:
    """One JSON object on one line; direction overrides as escapes, so that no terminal acts on them."""
    line = json.dumps(value, ensure_ascii=False)
    for character in BIDI:
        line = line.replace(character, f"\\u{ord(character):04x}")
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def path_fields(path: str) -> dict[str, str]:
    """`path`, and where it is not UTF-8 its bytes in base64 as `path_bytes`."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return {"path": shown(path), "path_bytes": base64.b64encode(os.fsencode(path)).decode()}
    return {"path": path}


def item_json(item: Item) -> dict[str, object]:
    """An item with the names of the contract."""
    return asdict(item)


def detail_json(detail: ItemDetail) -> dict[str, object]:
    """All of one item: the item's own fields and what belongs to it."""
    rest: dict[str, Any] = {
        "paths": detail.paths,
        "sidecars": detail.sidecars,
        "original": detail.original,
        "made_by": detail.made_by,
        "metadata": [asdict(tag) for tag in detail.metadata],
        "notes": [asdict(note) for note in detail.notes],
        "regions": [asdict(region) for region in detail.regions],
        "known": [asdict(hit) for hit in detail.known],
        "links": [link_json(link) for link in detail.links],
        "journal": [journal_json(row) for row in detail.journal],
    }
    return {**asdict(detail.item), "path_count": detail.item.paths, **rest}


def journal_json(row: JournalRow) -> dict[str, object]:
    """A row of the journal, its detail as an object."""
    names = ("chain", "seq", "at", "actor", "action", "subject", "detail", "previous", "digest")
    try:
        detail = json.loads(row.detail)
    except (ValueError, RecursionError):  # shown as it stands; `verify` says that it is not what was written
        detail = row.detail
    return {**{name: getattr(row, name) for name in names}, "detail": detail}


def link_json(link: Link) -> dict[str, object]:
    """A link with the names of the contract: its steps one by one, and in English as `transform`."""
    return {**asdict(link), "transform": link.transform}


def group_json(group: Group) -> dict[str, object]:
    """A group of copies, with its best copy and why it is thought to be that."""
    shown: dict[str, object] = {
        "group": group.group,
        "items": group.items,
        "joined": group.joined,
        "best": None,
        "contradicting": group.contradicting,
        "links": [link_json(link) for link in group.links],
    }
    if group.best is not None:
        reasons = [asdict(reason) for reason in group.best.reasons]
        shown["best"] = {"item": group.best.item, "why": group.best.in_words(), "reasons": reasons}
    return shown


def group_lines(group: Group) -> Iterator[str]:
    """A group of copies for people."""
    title = f"group {group.group}" if group.joined else "no group"
    yield f"{title}: items {', '.join(map(str, group.items))}"
    if group.best is not None and len(group.items) > 1:
        yield f"    best: {group.best.item} ({group.best.in_words()})"
    for a, b in group.contradicting:
        yield f"    {a} and {b} were said to be different, and others of the group the same: judge these again"
    for link in group.links:
        yield f"    {link_line(link)}"


def item_line(item: Item) -> str:
    """An item for people."""
    number = f"{item.item:>6}  {item.kind:<8}  {item.captured_at or 'no date':<25}  {item.warning.level:<10}"
    return f"{number}  {item.status:<12}  {item.name}" + ("" if item.readable else "  (can't be read)")


def link_line(link: Link) -> str:
    """A link for people."""
    stretches = [
        f"{_clock(a)}–{_clock(ends)} = {_clock(b)}–{_clock(end)}" for a, ends, b, end in link.segments if end > b
    ]
    why = "; ".join(filter(None, (link.transform, link.reason, ", ".join(stretches))))
    said = f"{link.a} – {link.b}  {link.relation}: {why}; verdict: {link.verdict}"
    return f"{said}; better: {link.better}" if link.better is not None else said


def _clock(seconds: float) -> str:
    minutes, tenths = divmod(round(seconds * 10), 600)
    return (
        f"{minutes // 60}:{minutes % 60:02}:{tenths / 10:04.1f}"
        if minutes >= 60
        else f"{minutes:02}:{tenths / 10:04.1f}"
    )


def hit_line(hit: Hit) -> str:
    """What a list of known hashes says of an item, for people."""
    if hit.how is How.SAME_FILE:
        why = "the same file"
    else:
        of = "256 bits of PDQ" if hit.how is How.PDQ else "64 bits of pHash"
        why = f"possible, {hit.bits} of {of} differ"
    at = "" if hit.time is None else f", its frame at {hit.time:.3f} s"
    words = f": {hit.words}" if hit.words else ""
    return f"in list “{hit.name}”, line {hit.line}: {why}{at}{words}"


def opened(options: argparse.Namespace, *, writing: bool = False) -> Case:
    """The case that a command is about."""
    return Case.open(options.case, actor=options.actor, read_only=not writing)


def add_case(parser: argparse.ArgumentParser) -> None:
    """The argument CASE."""
    parser.add_argument("case", type=path, metavar="CASE", help="the case folder")


def path(text: str) -> Path:
    """A path; an empty one, as an unset variable gives, is not the folder that the shell happens to be in."""
    if not text:
        raise argparse.ArgumentTypeError("give a path, not nothing")
    return Path(text)


@contextmanager
def progress(what: str, *, unit: str = "B") -> "Iterator[tqdm[Any]]":
    """A bar on a terminal, nothing elsewhere."""
    with tqdm(
        desc=what, unit=unit, unit_scale=unit == "B", total=0, disable=not sys.stderr.isatty(), file=sys.stderr,
        leave=False,
    ) as bar:  # fmt: skip
        yield bar


def moved(bar: "tqdm[Any]", done: int, total: int) -> None:
    """Bring a bar to where the work is."""
    bar.total = total
    bar.update(done - bar.n)
