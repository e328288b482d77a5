"""The arguments that choose items, for every command that does."""

import argparse
from typing import Any

from annotator.case import Case
from annotator.model import Filter, Kind, Level, Status
from annotator.text import is_time


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    chosen = parser.add_argument_group("which items (all that is given must hold)")
    chosen.add_argument("--text", metavar="Q", help='words or "phrases" in names, notes, tags and metadata')

    def any_of(name: str, metavar: str, **more: Any) -> None:
        chosen.add_argument(name, metavar=metavar, action="append", default=[], **more)

    any_of("--incident", "I", help="name or number; may be given again, as --place to --kind: then any of them")
    any_of("--place", "P", help="name or number")
    any_of("--camera", "C", help="make and model")
    any_of("--tag", "T")
    any_of("--warning", "L", type=Level, choices=list(Level))
    any_of("--status", "S", type=Status, choices=list(Status))
    any_of("--kind", "K", type=Kind, choices=list(Kind), help="photo, video, document or frame")
    chosen.add_argument("--near", metavar="LAT,LON,KM", type=_near)
    chosen.add_argument(
        "--from", metavar="T", dest="since", type=_time,
        help="captured at or after (ISO 8601, may be only begun: 2016-10)",
    )  # fmt: skip
    chosen.add_argument("--to", metavar="T", dest="until", type=_time, help="captured at or before")
    chosen.add_argument("--duplicates", action="store_true", help="only items that have copies")
    chosen.add_argument(
        "--known", metavar="LIST", action="append", nargs="?", default=[],
        help="found in this list of known hashes (name or number), or in any where none is named",
    )  # fmt: skip
    chosen.add_argument("--limit", metavar="N", type=_count)


def chosen(case: Case, options: argparse.Namespace) -> Filter:
    """The filter that the arguments say. Raises NotFound."""
    lists = case.hash_lists.all() if None in options.known else [case.hash_lists.named(name) for name in options.known]
    known = tuple(held.name for held in lists)
    return Filter(
        text=options.text,
        incident=tuple(case.incident(name).name for name in options.incident),
        place=tuple(case.place(name).name for name in options.place),
        camera=tuple(options.camera),
        tag=tuple(options.tag),
        warning=tuple(options.warning),
        status=tuple(options.status),
        kind=tuple(options.kind),
        near=options.near,
        since=options.since,
        until=options.until,
        known=known,
        items=() if options.known and not known else None,
        duplicates=options.duplicates or None,
        limit=options.limit,
    )


def _near(text: str) -> tuple[float, float, float]:
    try:
        latitude, longitude, km = (float(part) for part in text.split(","))
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and km >= 0):
            raise ValueError
    except ValueError:
        raise argparse.ArgumentTypeError("give latitude,longitude,kilometres, such as 35.76,36.66,5") from None
    return latitude, longitude, km


def _time(text: str) -> str:
    if not is_time(text):
        raise argparse.ArgumentTypeError("give a time as ISO 8601 writes it, such as 2016-10 or 2016-10-26T11:30")
    return text


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:  # SQLite counts to 2⁶³
        raise argparse.ArgumentTypeError("give a whole number")
    return int(text)
