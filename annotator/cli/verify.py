"""Check a case, a bundle or a zipped bundle: every byte is hashed again."""

import argparse
from dataclasses import asdict

from annotator.cli import output
from annotator.model import Verified
from annotator.text import shown
from annotator.verify import verify_path


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "path", type=output.path, metavar="PATH", help="a case folder, a bundle folder or a zipped bundle"
    )


def run(options: argparse.Namespace) -> int:
    """Check it and print what is wrong."""
    wrong = False
    with output.progress("verifying") as bar:
        for event in verify_path(options.path):
            if not isinstance(event, Verified):
                output.moved(bar, event.done, event.total)
                continue
            wrong = not event.ok
            if options.json:
                output.print_json(asdict(event))
                continue
            for problem in event.problems:
                print(f"{shown(problem.path)}: {shown(problem.problem)}")
            for remark in event.remarks:
                print(shown(remark))
            print(f"{'Wrong' if wrong else 'Right'}: {event.checked} files checked, {len(event.problems)} problems.")
            if event.seal is not None:
                print(f"Its seal is {event.seal}: compare it with the one written down when the bundle was made.")
    return int(wrong)
