"""Keep the exact frame of a video as an item."""

import argparse
import math

from annotator.cli import output


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument("video", metavar="VIDEO")
    parser.add_argument("--at", required=True, type=_seconds, metavar="SECONDS", help="a time in the video")


def run(options: argparse.Namespace) -> int:
    """Keep it and print the new item."""
    with output.opened(options, writing=True) as case:
        number, _ = case.keep_frame(case.number(options.video), options.at)
        (item,) = case.items([number])
    if options.json:
        output.print_json(output.item_json(item))
    else:
        print(f"Kept as item {item.item}: the frame at {item.time_in_video:.3f} s.")
    return 0


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < 1e7:
        raise argparse.ArgumentTypeError("give a time in seconds from the video's start")
    return seconds
