"""Show all of one item."""

import argparse

from annotator.cli import output
from annotator.model import ItemDetail
from annotator.text import shown


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    output.add_case(parser)
    parser.add_argument("item", metavar="ITEM", help="its number, or at least eight digits of its SHA-256")


def run(options: argparse.Namespace) -> int:
    """Print it."""
    with output.opened(options) as case:
        detail = case.detail(case.number(options.item))
    if options.json:
        output.print_json(output.detail_json(detail))
    else:
        print("\n".join(_lines(detail)))
    return 0


def _lines(detail: ItemDetail) -> list[str]:
    item = detail.item
    lines = [output.item_line(item), f"SHA-256 {item.sha256 or 'none: a sampled frame has no bytes of its own'}"]
    if item.captured_at:
        lines.append(f"captured {item.captured_at} (from {item.captured_at_source})")
    if item.latitude is not None:
        lines.append(f"position {item.latitude:.6f}, {item.longitude:.6f} (from {item.location_source})")
    if item.make or item.model:
        lines.append(f"camera {shown(' '.join(filter(None, (item.make, item.model))))} (from {item.camera_source})")
    lines += [f"found as {path}" for path in detail.paths]
    lines += [f"sidecar {path}" for path in detail.sidecars]
    lines += [f"incident {name}" for name in item.incidents] + [f"place {name}" for name in item.places]
    lines += [f"tag {tag}" for tag in item.tags]
    lines += [f"note by {shown(note.actor)} at {note.at}: {shown(note.text)}" for note in detail.notes]
    lines += [f"problem {problem.code}: {problem.message}" for problem in item.problems]
    lines += [output.link_line(link) for link in detail.links]
    lines += [output.hit_line(hit) for hit in detail.known]
    lines += [f"{tag.source:<10} {shown(tag.tag)} = {shown(tag.value)}" for tag in detail.metadata]
    lines += [f"{row.at} {shown(row.actor)}: {row.action}" for row in detail.journal]
    return lines
