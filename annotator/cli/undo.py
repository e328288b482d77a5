"""Take the actor's last change back."""

import argparse

from annotator.cli import output


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)


def run(options: argparse.Namespace) -> int:
    """Take it back and print the journal's row."""
    with output.opened(options, writing=True) as case:
        row, _ = case.undo()
    if options.json:
        output.print_json(output.journal_json(row))
    else:
        print(f"Took back the last change to {row.subject}.")
    return 0
