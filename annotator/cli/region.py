"""Add, list or remove regions of pictures and markers of videos."""

import argparse
from dataclasses import asdict

from annotator.cli import output
from annotator.region import Cover, Region, Shape
from annotator.text import shown


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("action", choices=["add", "list", "remove"])
    output.add_case(parser)
    parser.add_argument("what", metavar="ITEM", help="an item; for remove the number of the region")
    parser.add_argument(
        "--point", action="append", default=[], type=_point, metavar="X,Y",
        help="fractions of the upright picture from its top left corner: two corners of a box, three or more of a "
        "polygon, none for a marker",
    )  # fmt: skip
    parser.add_argument("--at", type=float, metavar="SECONDS", help="the time in a video")
    parser.add_argument("--until", type=float, metavar="SECONDS", help="its end, where it is a stretch")
    parser.add_argument("--label", default="", metavar="L")
    parser.add_argument("--note", default="", metavar="N")
    parser.add_argument(
        "--cover", type=Cover, choices=[cover for cover in Cover if cover], default=Cover.NONE, metavar="C",
        help="covered, uncovered or redacted (to be redacted: an export does not do it yet, and says so)",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Do it and print the regions."""
    if options.action == "remove" and not (
        options.what.isascii() and options.what.isdigit() and len(options.what) < 18
    ):
        raise argparse.ArgumentError(None, "region remove: give the number of the region, as `region list` shows it")
    with output.opened(options, writing=options.action != "list") as case:
        if options.action == "remove":
            case.regions.remove(int(options.what))
            return 0
        item = case.number(options.what)
        if options.action == "list":
            for region in case.regions.of(item):
                _print(region, options.json)
            return 0
        shape = {0: Shape.SPAN, 2: Shape.BOX}.get(len(options.point), Shape.POLYGON)
        region = Region(
            region=0, item=item, shape=shape, points=tuple(options.point), began=options.at, ended=options.until,
            label=options.label, note=options.note, cover=options.cover,
        )  # fmt: skip
        _print(case.regions.add(region)[0], options.json)
    return 0


def _print(region: Region, as_json: bool) -> None:
    if as_json:
        output.print_json(asdict(region))
        return
    times = [f"{time:.3f} s" for time in (region.began, region.ended) if time is not None]
    points = " ".join(f"{x:g},{y:g}" for x, y in region.points)
    parts = (region.shape, "–".join(times), points, region.cover, shown(region.label), shown(region.note))
    print(f"{region.region:>4}  {'  '.join(part for part in parts if part)}")


def _point(text: str) -> tuple[float, float]:
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("give x,y as fractions from 0 to 1, such as 0.25,0.5") from None
    return x, y
