"""Make a case folder."""

import argparse

from annotator.case import Case
from annotator.cli import output
from annotator.text import shown


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument("--title", help="what to call it (default: the folder's name)")


def run(options: argparse.Namespace) -> int:
    """Make it."""
    with Case.create(options.case, title=options.title, actor=options.actor) as case:
        if options.json:
            output.print_json({"case": str(case.path), "title": case.title})
        else:
            print(f"Made the case “{shown(case.title)}” in {shown(str(case.path))}.")
    return 0
