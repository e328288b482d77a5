"""Import files and folders; makes the case where there is none."""

import argparse
from dataclasses import asdict
from typing import Any

from tqdm import tqdm

from annotator.case import Case
from annotator.cli import output
from annotator.model import FileEvent, ImportDone, Outcome, Progress, Sampling
from annotator.text import shown

_LOST = frozenset({"not-readable", "changing", "gone", "inside-case"})
"""Reasons for which evidence is not in the case although it should be."""


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument("paths", nargs="+", type=output.path, metavar="PATH", help="files and folders")
    parser.add_argument("--link", action="store_true", help="leave originals where they are")
    parser.add_argument(
        "--frames", type=_sampling, default=(Sampling.KEYFRAMES, None), metavar="keyframes|scenes|every:SECONDS|none",
        help="how frames are taken from videos (default: keyframes)",
    )  # fmt: skip
    parser.add_argument("--workers", type=_workers, metavar="N", help="worker processes (default: one a core)")


def run(options: argparse.Namespace) -> int:
    """Import, printing what becomes of each file."""
    made = Case.create if Case.can_be_made(options.case) else Case.open
    case = made(options.case, actor=options.actor)
    lost = False
    sampling, every = options.frames
    with case, output.progress("importing", unit=" files") as bar:
        for event in case.import_files(
            options.paths, link=options.link, sampling=sampling, every=every, workers=options.workers
        ):
            match event:
                case Progress():
                    bar.set_description(event.what, refresh=False)
                    output.moved(bar, event.done, event.total)
                case FileEvent():
                    lost |= event.event is Outcome.SKIPPED and event.reason in _LOST
                    _print(event, options.json, bar)
                case ImportDone():
                    _print_done(event, options.json)
    return int(lost)


def _print(event: FileEvent, as_json: bool, bar: "tqdm[Any]") -> None:
    bar.clear()
    if as_json:
        output.print_json({**asdict(event), **output.path_fields(event.path)})
    else:
        why = f": {event.message}" if event.message else ""
        number = "" if event.item is None else f" {event.item}"
        print(f"{event.event}{number}  {shown(event.path)}{why}")


def _print_done(done: ImportDone, as_json: bool) -> None:
    if as_json:
        output.print_json({"event": "done", **asdict(done)})
    else:
        print(
            f"{done.imported} imported, {done.duplicates} duplicates, {done.unreadable} unreadable, "
            f"{done.skipped} skipped, {done.frames} frames sampled in {done.seconds:.1f} s."
        )
        if done.known:
            print(f"{done.known} of the imported are in lists of known hashes: see `known hits`.")


def _sampling(text: str) -> tuple[Sampling, float | None]:
    name, _, seconds = text.partition(":")
    try:
        sampling = Sampling(name)
        if (sampling is Sampling.EVERY) != bool(seconds):
            raise ValueError
        every = float(seconds) if seconds else None
        if every is not None and not 0.01 <= every <= 86400:
            raise ValueError
    except ValueError:
        raise argparse.ArgumentTypeError("give keyframes, scenes, every:SECONDS or none") from None
    return sampling, every


def _workers(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError("give a number from 1 to 256")
    return int(text)
