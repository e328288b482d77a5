"""Say whether two items are the same picture or footage."""

import argparse

from annotator.cli import output
from annotator.model import Verdict


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument("a", metavar="A")
    parser.add_argument("b", metavar="B")
    parser.add_argument("verdict", type=Verdict, choices=list(Verdict), metavar="same|different|undecided")


def run(options: argparse.Namespace) -> int:
    """Record it and print the link."""
    with output.opened(options, writing=True) as case:
        link, _ = case.judge(case.number(options.a), case.number(options.b), options.verdict)
    if options.json:
        output.print_json(output.link_json(link))
    else:
        print(output.link_line(link))
    return 0
