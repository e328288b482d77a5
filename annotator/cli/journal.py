"""Show who did what."""

import argparse

from annotator.cli import output
from annotator.text import shown


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)


def run(options: argparse.Namespace) -> int:
    """Print the journal, oldest first."""
    with output.opened(options) as case:
        for row in case.journal():
            if options.json:
                output.print_json(output.journal_json(row))
            else:
                print(f"{row.seq:>6}  {row.at}  {shown(row.actor)}  {row.action}  {shown(row.subject)}")
    return 0
