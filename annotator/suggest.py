"""Warnings that words about an item suggest; a suggestion never sets anything."""

from collections.abc import Iterator

from annotator import vocabulary
from annotator.model import ItemDetail, Level

_CAPTIONS = ("caption", "description", "headline", "title", "subject", "keyword", "instructions", "comment", "label")
"""Parts of the names of metadata tags that hold words about the picture."""
_LONGEST = 5000


def cues(detail: ItemDetail) -> tuple[tuple[str, str], ...]:
    """Cue words of graphic content, and where each stands first: "name", "path", or a metadata tag's own name.

    None for an item that somebody has assessed already.
    """
    if detail.item.warning.level is not Level.UNASSESSED:
        return ()
    found: dict[str, str] = {}
    for where, text in _texts(detail):
        for cue in vocabulary.suggest_warning([text[:_LONGEST]]):
            found.setdefault(cue, where)
    return tuple(found.items())


def _texts(detail: ItemDetail) -> Iterator[tuple[str, str]]:
    yield "name", detail.item.name
    yield from (("path", path) for path in detail.paths)
    for tag in detail.metadata:
        if any(part in tag.tag.lower() for part in _CAPTIONS):
            yield tag.tag, tag.value
