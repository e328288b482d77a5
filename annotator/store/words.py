"""Searching by words: what a person types becomes queries of the text indexes.

Every word must be found: as a word, or the beginning of one, among the names, paths, notes, tags, incidents, places
and metadata of an item, or anywhere in its file name where it has three letters or more (“1026” in IMG_20161026.jpg).
Words in quotation marks must stand side by side. Case, marks and letter forms don't matter: `annotator.text.folded`.
"""

import re
from collections.abc import Iterator

from annotator.text import folded

_PARTS = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')
_SHORTEST_PART = 3
"""Of what is looked up by groups of three letters."""
_QUOTES = str.maketrans("“”„«»", '"""""')


def conditions(text: str) -> Iterator[tuple[str, list[object]]]:
    """A condition on `items`, with the values that it binds, for each word or quoted phrase."""
    plain = text.replace("\0", " ").encode(errors="ignore").decode()  # what is left of letters that can't be stored
    for match in _PARTS.finditer(plain.translate(_QUOTES)):
        phrase, word = match.group(1), match.group(2)
        wanted = folded(phrase if word is None else word).strip()
        # While a phrase is being typed, its last word is only begun.
        begun = word is not None or not match.group(0).endswith('"')
        if any(c.isalnum() for c in wanted):
            yield _indexed(wanted, begun=begun)
        elif wanted:
            yield "instr(name, ?)", [wanted]


def _indexed(wanted: str, *, begun: bool) -> tuple[str, list[object]]:
    quoted = '"{}"'.format(wanted.replace('"', ""))
    queries = ["SELECT rowid FROM search WHERE search MATCH ?"]
    values: list[object] = [quoted + "*" * begun]
    if len(wanted) >= _SHORTEST_PART:
        queries.append("SELECT rowid FROM name_parts WHERE name_parts MATCH ?")
        values.append(quoted)
    return f"item IN ({' UNION ALL '.join(queries)})", values
