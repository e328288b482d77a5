"""What must follow edits in the same transaction: the text index, groups of copies, covers, and saved searches."""

import sqlite3
from collections.abc import Sequence

from annotator.model import Changed
from annotator.store import edits, hashlists, items, links, nouns, regions, searches
from annotator.store.edits import Edit

_NO_WORDS = frozenset({"items", "warning_content", "links", "hash_lists"})
"""Tables that hold nothing that search finds."""
_NOUNS = {
    "incidents": frozenset({"incidents", "item_incidents"}),
    "places": frozenset({"places", "item_places"}),
    "links": frozenset({"links"}),
    "lists": frozenset({"hash_lists"}),
    "regions": frozenset({"regions"}),
}


def settled(connection: sqlite3.Connection, made: Sequence[Edit]) -> Changed:
    """Bring searches, groups and covers up to date with edits, and tell what may read differently now."""
    tables = {edit.table for edit in made}
    worded = edits.items_of([edit for edit in made if edit.table not in _NO_WORDS])
    for table in ("incidents", "places"):
        for edit in made:
            if edit.table == table and edit.before is not None and edit.after is not None:
                worded |= nouns.bearing(connection, table, edit.key)
                if "name" in edit.after:
                    searches.follow(
                        connection, table.removesuffix("s"), str(edit.before["name"]), str(edit.after["name"])
                    )
    items.index(connection, worded)
    touched = edits.items_of(made) | worded
    for edit in made:
        if edit.table == "hash_lists" and isinstance(number := edit.key["list"], int):
            touched |= hashlists.found_in(connection, number)
    if "links" in tables:
        touched |= links.regroup(connection, edits.items_of([edit for edit in made if edit.table == "links"]))
    if "items" in tables:
        touched |= links.cover(connection, edits.items_of([edit for edit in made if edit.table == "items"]))
    if "regions" in tables:
        touched = regions.showing(connection, touched)
    return Changed(items=touched, nouns=frozenset(noun for noun, among in _NOUNS.items() if tables & among))
