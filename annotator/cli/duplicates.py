"""Show groups of the same picture or footage."""

import argparse

from annotator.cli import output


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument(
        "--all", action="store_true",
        help="also what is only possible, what is of the same scene, and what somebody has called different",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Print the groups."""
    with output.opened(options) as case:
        for group in case.groups(all=options.all):
            if options.json:
                output.print_json(output.group_json(group))
            else:
                print("\n".join(output.group_lines(group)))
    return 0
