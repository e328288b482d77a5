"""The command line: one module per command; results to standard output, messages to standard error."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from annotator import __version__, settings
from annotator.cli import (
    duplicates,
    export,
    frame,
    import_,
    incident,
    journal,
    known,
    list_,
    new,
    place,
    region,
    show,
    tag,
    undo,
    verdict,
    verify,
)
from annotator.engine.limits import no_core_dump
from annotator.errors import DiskFailed, EvidenceError
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
    "region": region,
    "known": known,
    "undo": undo,
    "journal": journal,
    "export": export,
    "verify": verify,
}
"""Each module has `define(parser)` and `run(arguments) -> exit code`."""


def main(arguments: Sequence[str]) -> int:
    """Run one command: 0 done, 1 something failed or was found wrong, 2 wrong usage, 3 the case can't be opened."""
    os.umask(0o077)
    no_core_dump()
    _prepare_streams()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _stop)  # whoever ends the program gently gets what Ctrl+C gets
    try:
        options = _parser().parse_args(arguments)
        _check_texts(options)
        code = int(options.run(options))
        sys.stdout.flush()  # else what can't be written is found out after the exit code is settled
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
        _forget_output()  # whoever read it has seen enough
        return 1
    except OSError as problem:
        if problem.filename is None:
            _forget_output()
        what = os.fsdecode(problem.filename) if problem.filename else "standard output"
        print(DiskFailed(what, problem.strerror or str(problem)), file=sys.stderr)
        return 1
    return code


def _prepare_streams() -> None:
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started the program
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it stays open to the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show a letter gets its escape instead of an end to the program.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # both are text streams here


def _stop(signal: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _check_texts(options: argparse.Namespace) -> None:
    """Only a path may hold bytes that are not UTF-8; a case keeps no other text like that."""
    for value in vars(options).values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and not text.isascii() and any(0xD800 <= ord(c) <= 0xDFFF for c in text):
                raise argparse.ArgumentError(None, f"“{shown(text)}” is not text in UTF-8: write it again.")


def _forget_output() -> None:
    """Python flushes at its end, and would complain of the same again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{shown(message)} – see {self.prog} --help\n")


def _actor(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("give the name of whoever acts")
    return text


def _parser() -> argparse.ArgumentParser:
    every = _Parser(add_help=False)
    every.add_argument("--json", action="store_true", help="print one JSON object a line")
    every.add_argument(
        "--actor", type=_actor, default=settings.default_actor(), metavar="NAME", help="who acts (default: %(default)s)"
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
