"""The command line: one module per command; results to standard output, messages to standard error."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from annotator import __version__, settings
from annotator.cli import (
    duplicates,
    export,
    frame,
    import_,
    incident,
    journal,
    list_,
    new,
    place,
    show,
    tag,
    undo,
    verdict,
    verify,
)
from annotator.errors import EvidenceError
from annotator.text import shown

COMMANDS = {
    "new": new,
    "import": import_,
    "list": list_,
    "show": show,
    "frame": frame,
    "duplicates": duplicates,
    "verdict": verdict,
    "tag": tag,
    "incident": incident,
    "place": place,
    "undo": undo,
    "journal": journal,
    "export": export,
    "verify": verify,
}
"""Each module has `define(parser)` and `run(arguments) -> exit code`."""


def main(arguments: Sequence[str]) -> int:
    """Run one command: 0 done, 1 something failed or was found wrong, 2 wrong usage, 3 the case can't be opened."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show a letter gets its escape instead of an end to the program.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # both are text streams here
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except argparse.ArgumentError as problem:
        print(problem, file=sys.stderr)
        return 2
    except EvidenceError as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        print("Stopped. Everything reported so far is kept; run the command again to go on.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{shown(message)} – see {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    every = _Parser(add_help=False)
    every.add_argument("--json", action="store_true", help="print one JSON object a line")
    every.add_argument(
        "--actor", default=settings.default_actor(), metavar="NAME", help="who acts (default: %(default)s)"
    )
    parser = _Parser(
        prog="evidence-annotator",
        description="Review photos and footage offline and hand them over as evidence. "
        "Without a command, or with just a case folder, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"Evidence Annotator {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        command = commands.add_parser(name, parents=[every], help=module.__doc__, description=module.__doc__)
        module.define(command)
        command.set_defaults(run=module.run)
    return parser
