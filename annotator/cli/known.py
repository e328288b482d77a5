"""Add, list, remove or ask lists of known hashes, or export the case's own hashes as one."""

import argparse
import sys
from dataclasses import asdict

from annotator.case import Case
from annotator.cli import output, selection
from annotator.hashlist import Added, Exported, HashList
from annotator.model import Progress
from annotator.text import shown

_WANTS = {"add": "the CSV file", "remove": "the name or number of a list", "export": "the file to write"}


def define(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("action", choices=["add", "list", "remove", "hits", "export"])
    output.add_case(parser)
    parser.add_argument("what", nargs="?", metavar="FILE|LIST", help="for add and export a file, for remove a list")
    adding = parser.add_argument_group("for add")
    adding.add_argument("--name", default="", metavar="N", help="what the list is called here (default: as its file)")
    adding.add_argument("--source", default="", metavar="S", help="whose it is, in words")
    adding.add_argument(
        "--graphic", action="store_true", help="what it lists is graphic: items found in it are suggested that warning"
    )
    parser.add_argument_group("for hits").add_argument("--list", metavar="LIST", help="only of this list")
    parser.add_argument_group("for export").add_argument(
        "--names", action="store_true", help="with the names of files; without this nothing but hashes, size and kind"
    )
    selection.define(parser)


def run(options: argparse.Namespace) -> int:
    """Do it and print what came of it."""
    action = options.action
    if (options.what is None) != (action not in _WANTS):
        wanted = f"give {_WANTS[action]}" if action in _WANTS else "give no file or list after the case"
        raise argparse.ArgumentError(None, f"known {action}: {wanted}")
    with output.opened(options, writing=action in _WANTS) as case:
        if action == "add":
            return _add(case, options)
        if action == "export":
            return _export(case, options)
        if action == "remove":
            case.hash_lists.remove(options.what)
        elif action == "list":
            for held in case.hash_lists.all():
                _print(held, options.json)
        else:
            number = None if options.list is None else case.hash_lists.named(options.list).list
            for hit in case.hash_lists.hits(number=number):
                if options.json:
                    output.print_json(asdict(hit))
                else:
                    print(f"{hit.item:>6}  {output.hit_line(hit)}")
    return 0


def _add(case: Case, options: argparse.Namespace) -> int:
    bad = 0
    with output.progress("adding") as bar:
        path = output.path(options.what)
        for event in case.hash_lists.add(path, name=options.name, source=options.source, graphic=options.graphic):
            if isinstance(event, Progress):
                output.moved(bar, event.done, event.total)
            elif isinstance(event, Added):
                bar.clear()
                _print(event.list, options.json)
                for sentence in event.told:
                    print(sentence, file=sys.stderr)
                bad = event.list.bad
    return int(bad > 0)


def _export(case: Case, options: argparse.Namespace) -> int:
    wanted = selection.chosen(case, options)
    with output.progress("exporting", unit=" items") as bar:
        for event in case.hash_lists.export(output.path(options.what), wanted=wanted, names=options.names):
            if isinstance(event, Progress):
                output.moved(bar, event.done, event.total)
            elif isinstance(event, Exported) and options.json:
                output.print_json(asdict(event))
            elif isinstance(event, Exported):
                print(f"Wrote {shown(event.path)}: the hashes of {event.entries} items.")
    return 0


def _print(held: HashList, as_json: bool) -> None:
    if as_json:
        output.print_json(asdict(held))
        return
    source = f" ({shown(held.source)})" if held.source else ""
    print(f"{held.list:>4}  {shown(held.name)}{source}: {held.items} items found{', graphic' * held.graphic}")
    hashes = f"{held.files} SHA-256, {held.phashes} pHash, {held.pdqs} PDQ"
    print(f"      {hashes}; {held.bad} rows not read, {held.weak} of low quality left out; file {held.sha256}")
