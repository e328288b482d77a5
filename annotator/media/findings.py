"""What a reviewer should know of an item's metadata: sources that contradict each other, blocks that were not read."""

from datetime import datetime, timedelta
from typing import Final

from annotator.media import dates, names
from annotator.media.choose import Chosen, Dated
from annotator.model import Finding

_ZONES: Final = timedelta(hours=14)
"""How far the clock of a place may be from UTC."""
_SLACK: Final = timedelta(hours=1)
"""How far two times may differ whose offsets are known: a GPS fix may be old, a recording long."""
_LATER: Final = frozenset({
    "EXIF DateTimeDigitized", "exif:DateTimeDigitized", "xmp:CreateDate", "DigitalCreationDate", "date",
})  # fmt: skip
"""Dates of digitising and saving, which may well be later than the original's."""
_SAYS: Final = {
    "exif": "EXIF",
    "gps": "the GPS time",
    "xmp": "XMP",
    "iptc": "IPTC",
    "container": "the container",
    "sidecar": "the sidecar",
    "file-name": "the file's name",
}


def contradictions(chosen: Chosen, *, name: str) -> list[Finding]:
    """Sources whose dates can't both be true, time zones allowed for: each of them against the chosen date."""
    found: list[Finding] = []
    told: set[str] = set()
    if not chosen.dates:
        return found
    first = chosen.dates[0]
    for other in chosen.dates[1:]:
        if other.source in told or other.tag in _LATER:
            continue
        if _apart(first.text, other.text):
            told.add(other.source)
            found.append(_contradiction(first, other))
    meant = names.dates(name)
    if meant and all(_apart(first.text, text) for text in meant):
        found.append(_contradiction(first, Dated(source="file-name", tag="", text=meant[0])))
    return found


def not_read(kind: str, parts: list[str]) -> Finding:
    """A block that is there but could not be read, wholly or in parts."""
    what = ", ".join(parts[:5]) + (f" and {len(parts) - 5} more" if len(parts) > 5 else "")
    message = f"{kind} is there but was not read" + (f": {what}." if what else ".")
    return Finding(code=f"{kind.lower().split()[0]}-not-read", message=message)


def _contradiction(first: Dated, other: Dated) -> Finding:
    one, two = _SAYS[first.source], _SAYS[other.source]
    if one == two:
        one, two = f"{one} ({first.tag})", f"{two} ({other.tag})"
    message = f"{one} says {first.text}, {two} says {other.text}."
    return Finding(code="date-contradiction", message=message[0].upper() + message[1:])


def _apart(one: str, other: str) -> bool:
    """The two can't be the same moment, whatever time zones they were written in."""
    one_from, one_to = _span(one)
    other_from, other_to = _span(other)
    known = all(datetime.fromisoformat(text).tzinfo is not None for text in (one, other))
    slack = _SLACK if known else _ZONES
    return one_from - other_to > slack or other_from - one_to > slack


def _span(text: str) -> tuple[datetime, datetime]:
    """First and last moment that a date of its precision may mean."""
    start = dates.moment(text)
    return start, start + (timedelta(days=1) if len(text) == 10 else timedelta(minutes=1 if len(text) == 16 else 0))
