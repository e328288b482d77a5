"""Write an evidence bundle."""

import argparse
from dataclasses import asdict

from annotator.cli import output, selection
from annotator.model import ExportDone
from annotator.text import shown


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument("destination", type=output.path, metavar="DEST", help="the bundle; must not exist yet")
    parser.add_argument("--zip", action="store_true", help="one .zip file instead of a folder")
    selection.define(parser)


def run(options: argparse.Namespace) -> int:
    """Write it and print where it is and its seal."""
    with output.opened(options, writing=True) as case, output.progress("exporting") as bar:
        wanted = selection.chosen(case, options)
        for event in case.export(options.destination, wanted=wanted, zipped=options.zip):
            if not isinstance(event, ExportDone):
                output.moved(bar, event.done, event.total)
            elif options.json:
                output.print_json(asdict(event))
            else:
                print(f"Wrote {shown(event.bundle)}: {event.items} items, {event.bytes:,} bytes.")
                print(f"Write down its seal elsewhere: {event.seal}")
    return 0
