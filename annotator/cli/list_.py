"""Find items."""

import argparse

from annotator.cli import output, selection

_PAGE = 500


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    selection.define(parser)


def run(options: argparse.Namespace) -> int:
    """Print the items that fit."""
    with output.opened(options) as case:
        numbers = case.find(selection.chosen(case, options))
        for start in range(0, len(numbers), _PAGE):
            for item in case.items(numbers[start : start + _PAGE]):
                if options.json:
                    output.print_json(output.item_json(item))
                else:
                    print(output.item_line(item))
    return 0
