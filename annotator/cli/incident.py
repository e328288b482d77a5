"""Add, list or show incidents."""

import argparse
from dataclasses import asdict

from annotator.cli import output
from annotator.model import Filter, Incident
from annotator.text import shown


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("action", choices=["add", "list", "show"])
    output.add_case(parser)
    parser.add_argument("name", nargs="?", metavar="NAME", help="for add and show; show also takes the number")
    parser.add_argument("--type", metavar="CODE", help="a term of the incident-type vocabulary")
    parser.add_argument("--began", metavar="T")
    parser.add_argument("--ended", metavar="T")
    parser.add_argument("--time-precision", metavar="CODE")
    parser.add_argument("--place", metavar="WORDS", help="where, in words")
    parser.add_argument("--summary", default="", metavar="WORDS")


def run(options: argparse.Namespace) -> int:
    """Do it and print the incidents."""
    if (options.name is None) != (options.action == "list"):
        raise argparse.ArgumentError(None, f"incident {options.action}: give the name of one incident")
    with output.opened(options, writing=options.action == "add") as case:
        if options.action == "list":
            for incident in case.incidents():
                _print(incident, options.json)
        elif options.action == "show":
            incident = case.incident(options.name)
            _print(incident, options.json, items=list(case.find(Filter(incident=(incident.name,)))))
        else:
            incident = case.add_incident(
                options.name, type=options.type, began=options.began, ended=options.ended,
                time_precision=options.time_precision, place=options.place, summary=options.summary,
            )  # fmt: skip
            _print(incident, options.json)
    return 0


def _print(incident: Incident, as_json: bool, *, items: list[int] | None = None) -> None:
    if as_json:
        output.print_json({**asdict(incident), **({} if items is None else {"item_numbers": items})})
    else:
        when = " – ".join(filter(None, (incident.began, incident.ended)))
        print(f"{incident.incident:>4}  {shown(incident.name)}  {when}  ({incident.items} items)")
        if items is not None:
            print(f"      items {', '.join(map(str, items)) or 'none'}; {shown(incident.summary)}")
