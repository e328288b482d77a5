"""Annotate items: incident, place, warning, tags, note, status."""

import argparse

from annotator.cli import output
from annotator.model import Change, ContentWarning, Level, Status


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument("items", nargs="+", metavar="ITEM")
    parser.add_argument("--incident", metavar="I", help="name or number of an incident of the case")
    parser.add_argument("--place", metavar="P", help="name or number of a place of the case")
    parser.add_argument("--warning", type=_warning, metavar="LEVEL[:CONTENT,…]", help="such as graphic:dead-body,burns")
    parser.add_argument("--tag", action="append", default=[], metavar="T")
    parser.add_argument("--untag", action="append", default=[], metavar="T")
    parser.add_argument("--note", metavar="N")
    parser.add_argument("--status", type=Status, choices=list(Status), metavar="S", help=", ".join(Status))


def run(options: argparse.Namespace) -> int:
    """Annotate and print the items as they are now."""
    change = Change(
        add_incidents=(options.incident,) if options.incident is not None else (),
        add_places=(options.place,) if options.place is not None else (),
        warning=options.warning,
        status=options.status,
        add_tags=tuple(options.tag),
        remove_tags=tuple(options.untag),
        note=options.note,
    )
    with output.opened(options, writing=True) as case:
        numbers = [case.number(item) for item in options.items]
        case.annotate(numbers, change)
        for item in case.items(numbers):
            if options.json:
                output.print_json(output.item_json(item))
            else:
                print(output.item_line(item))
    return 0


def _warning(text: str) -> ContentWarning:
    level, _, content = text.partition(":")
    if level not in list(Level):
        raise argparse.ArgumentTypeError(f"give a level ({', '.join(Level)}), then “:” and contents")
    return ContentWarning(level=Level(level), content=tuple(filter(None, content.split(","))))
