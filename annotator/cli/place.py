"""Add or list places."""

import argparse
from dataclasses import asdict

from annotator.cli import output
from annotator.model import Place
from annotator.text import shown


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("action", choices=["add", "list"])
    output.add_case(parser)
    parser.add_argument("name", nargs="?", metavar="NAME", help="for add; list takes letters to look for")
    parser.add_argument("--at", type=_position, metavar="LAT,LON", help="WGS 84 degrees")
    parser.add_argument("--precision", metavar="CODE", help="a term of the place-precision vocabulary")


def run(options: argparse.Namespace) -> int:
    """Do it and print the places."""
    if options.action == "add" and options.name is None:
        raise argparse.ArgumentError(None, "place add: give the name of the place")
    with output.opened(options, writing=options.action == "add") as case:
        if options.action == "list":
            for place in case.places(options.name or ""):
                _print(place, options.json)
        else:
            latitude, longitude = options.at or (None, None)
            place = case.add_place(
                options.name, latitude=latitude, longitude=longitude, precision=options.precision
            )  # fmt: skip
            _print(place, options.json)
    return 0


def _print(place: Place, as_json: bool) -> None:
    if as_json:
        output.print_json(asdict(place))
    else:
        where = "position not known" if place.latitude is None else f"{place.latitude:.6f}, {place.longitude:.6f}"
        print(f"{place.place:>4}  {shown(place.name)}  {where}  {place.precision or ''}  ({place.items} items)")


def _position(text: str) -> tuple[float, float]:
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("give latitude,longitude, such as 35.76,36.66") from None
    return latitude, longitude
