"""IPTC IIM data sets → tags.

Source: IPTC-NAA Information Interchange Model 4.2: each data set is 0x1C, record, number, length, bytes.
"""

from typing import Final

from annotator.media.tags import MAX_TAGS, tag, text_of
from annotator.model import Tag

_APPLICATION: Final = {
    5: "ObjectName", 7: "EditStatus", 10: "Urgency", 15: "Category", 20: "SupplementalCategories", 25: "Keywords",
    30: "ReleaseDate", 35: "ReleaseTime", 40: "SpecialInstructions", 55: "DateCreated", 60: "TimeCreated",
    62: "DigitalCreationDate", 63: "DigitalCreationTime", 65: "OriginatingProgram", 70: "ProgramVersion",
    80: "By-line", 85: "By-lineTitle", 90: "City", 92: "Sub-location", 95: "Province-State",
    100: "Country-PrimaryLocationCode", 101: "Country-PrimaryLocationName", 103: "OriginalTransmissionReference",
    105: "Headline", 110: "Credit", 115: "Source", 116: "CopyrightNotice", 118: "Contact", 120: "Caption-Abstract",
    122: "Writer-Editor",
}  # fmt: skip


def read(untrusted_data: bytes) -> list[Tag]:
    """The application record's data sets, repeated ones joined by "; "."""
    values: dict[str, list[str]] = {}
    at = 0
    for _ in range(MAX_TAGS):
        if untrusted_data[at : at + 1] != b"\x1c" or at + 5 > len(untrusted_data):
            break
        record, number = untrusted_data[at + 1], untrusted_data[at + 2]
        size = int.from_bytes(untrusted_data[at + 3 : at + 5], "big")
        at += 5
        if size & 0x8000:  # an extended data set: the length of the length
            width = min(size & 0x7FFF, 8)
            size = int.from_bytes(untrusted_data[at : at + width], "big")
            at += width
        if at + size > len(untrusted_data):
            break
        if record == 2 and number in _APPLICATION:
            values.setdefault(_APPLICATION[number], []).append(text_of(untrusted_data[at : at + size]))
        at += size
    return [tag("iptc", name, "; ".join(texts)) for name, texts in values.items()]
