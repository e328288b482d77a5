"""Which of an item's many values are its date, place, camera and orientation: a stated order of sources.

Date: EXIF's original date, then XMP's; EXIF's digitised date, then XMP's; XMP's and IPTC's dates of the content (which
editors set by hand); the container; the time of the GPS fix; a sidecar; the file's name. A video asks its container
first. Modification dates are never taken for capture dates. Place: EXIF, XMP, container, sidecar. Camera: the same.
What is implausible is passed over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from annotator.media import dates, names, positions
from annotator.model import Finding, Kind, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date that a source gives: ISO text, and where it stands."""

    source: str
    tag: str
    text: str


@dataclass(slots=True, kw_only=True)
class Chosen:
    """What was chosen, and every plausible date for comparing."""

    captured_at: str | None = None
    captured_at_source: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    location_source: str | None = None
    make: str | None = None
    model: str | None = None
    camera_source: str | None = None
    orientation: int | None = None
    dates: list[Dated] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


_DATES: Final = (
    ("exif", "exif", "EXIF DateTimeOriginal", "EXIF OffsetTimeOriginal"),
    ("exif", "exif", "Image DateTimeOriginal", ""),
    ("xmp", "xmp", "exif:DateTimeOriginal", ""),
    ("exif", "exif", "EXIF DateTimeDigitized", "EXIF OffsetTimeDigitized"),
    ("xmp", "xmp", "exif:DateTimeDigitized", ""),
    ("xmp", "xmp", "xmp:CreateDate", ""),
    ("xmp", "xmp", "photoshop:DateCreated", ""),
    ("iptc", "iptc", "DateCreated", "TimeCreated"),
    ("iptc", "iptc", "DigitalCreationDate", "DigitalCreationTime"),
    ("container", "container", "com.apple.quicktime.creationdate", ""),
    ("container", "container", "avchd datetimeoriginal", ""),
    ("container", "container", "creation_time", ""),
    ("container", "container", "date_recorded", ""),
    ("container", "container", "date", ""),
    ("gps", "exif", "GPS GPSDate", "GPS GPSTimeStamp"),
    ("sidecar", "sidecar", "exif:DateTimeOriginal", ""),
    ("sidecar", "sidecar", "photoshop:DateCreated", ""),
    ("sidecar", "sidecar", "xmp:CreateDate", ""),
)
_LOCATIONS: Final = ("com.apple.quicktime.location.iso6709", "location", "location-eng", "com.android.location")
_CAMERAS: Final = (
    ("exif", "Image Make", "Image Model"),
    ("exif", "EXIF Make", "EXIF Model"),
    ("xmp", "tiff:Make", "tiff:Model"),
    ("container", "com.apple.quicktime.make", "com.apple.quicktime.model"),
    ("container", "make", "model"),
    ("container", "com.android.manufacturer", "com.android.model"),
    ("container", "gopro make", "gopro minf"),
    ("sidecar", "tiff:Make", "tiff:Model"),
)


def choose(tags: Iterable[Tag], *, kind: Kind, name: str, now: datetime) -> Chosen:
    """Choose among `tags` of an item whose file was called `name`."""
    values: dict[tuple[str, str], str] = {}
    for found in tags:
        if found.source == "container":  # its raw text may be a number that only the value explains
            values.setdefault((found.source, found.tag.lower()), found.value)
        else:
            values.setdefault((found.source, found.tag), found.raw.strip())
    chosen = Chosen()
    _choose_date(values, chosen, kind=kind, name=name, now=now)
    _choose_place(values, chosen)
    for source, make, model in _CAMERAS:
        if values.get((source, make)) or values.get((source, model)):
            chosen.make = values.get((source, make)) or None
            chosen.model = values.get((source, model)) or None
            chosen.camera_source = source
            break
    for key in (("exif", "Image Orientation"), ("xmp", "tiff:Orientation")):
        if values.get(key) in {"1", "2", "3", "4", "5", "6", "7", "8"}:
            chosen.orientation = int(values[key])
            break
    return chosen


def _choose_date(values: dict[tuple[str, str], str], chosen: Chosen, *, kind: Kind, name: str, now: datetime) -> None:
    order = sorted(_DATES, key=lambda row: row[0] != "container") if kind is Kind.VIDEO else _DATES
    for source, room, tag, more in order:
        written = values.get((room, tag))
        if not written:
            continue
        text = _date(source, written, values.get((room, more), ""))
        doubt = dates.implausible(text, now) if text else None
        if text and doubt:
            chosen.findings.append(Finding(code="implausible-date", message=f"The date in {tag} ({text}) {doubt}."))
        elif text:
            chosen.dates.append(Dated(source=source, tag=tag, text=text))
        elif sum(digit in "123456789" for digit in written) >= 4 and len(written) >= 8:
            chosen.findings.append(Finding(code="implausible-date", message=f"{tag} is no date: “{written[:40]}”."))
    if chosen.dates:
        chosen.captured_at, chosen.captured_at_source = chosen.dates[0].text, chosen.dates[0].source
    else:
        meant = [text for text in names.dates(name) if not dates.implausible(text, now)]
        if len(meant) == 1:
            chosen.captured_at, chosen.captured_at_source = meant[0], "file-name"


def _date(source: str, written: str, more: str) -> str | None:
    """A date from its tag and the tag that completes it: an offset, or a time."""
    if source == "gps":
        return dates.parse(f"{written} {_clock(more)}", offset="Z") if more else dates.parse(written)
    if source == "iptc":
        day = dates.parse(written)
        time = more.replace(":", "")
        if day and time[:6].isdigit() and len(time) >= 6:
            return dates.parse(f"{day} {time[:2]}:{time[2:4]}:{time[4:6]}{time[6:]}") or day
        return day
    return dates.parse(written, offset=more)


def _clock(raw: str) -> str:
    """ "13/1 50/1 1234/100" → "13:50:12"."""
    parts = []
    for part in raw.split()[:3]:
        number, _, divisor = part.partition("/")
        if not number.isdigit() or not (divisor or "1").isdigit() or divisor == "0":
            return ""
        parts.append(f"{int(number) // int(divisor or 1):02}")
    return ":".join(parts)


def _choose_place(values: dict[tuple[str, str], str], chosen: Chosen) -> None:
    for source, position in _positions(values):
        if position is None or not positions.plausible(*position):
            where = "no numbers" if position is None else f"{position[0]:g}, {position[1]:g}"
            chosen.findings.append(
                Finding(
                    code="implausible-position", message=f"The position in {source.upper()} is not believed: {where}."
                )
            )
        elif chosen.location_source is None:
            chosen.latitude, chosen.longitude, chosen.location_source = *position, source


def _positions(values: dict[tuple[str, str], str]) -> Iterator[tuple[str, tuple[float, float] | None]]:
    if ("exif", "GPS GPSLatitude") in values and ("exif", "GPS GPSLongitude") in values:
        latitude = positions.from_exif(
            values["exif", "GPS GPSLatitude"], values.get(("exif", "GPS GPSLatitudeRef"), "")
        )
        longitude = positions.from_exif(
            values["exif", "GPS GPSLongitude"], values.get(("exif", "GPS GPSLongitudeRef"), "")
        )
        yield "gps", None if latitude is None or longitude is None else (latitude, longitude)
    for source in ("xmp", "sidecar"):
        for first, second in (
            ("exif:GPSLatitude", "exif:GPSLongitude"),
            ("drone-dji:GpsLatitude", "drone-dji:GpsLongitude"),
        ):
            if (source, first) in values and (source, second) in values:
                latitude = positions.from_xmp(values[source, first], values.get((source, "exif:GPSLatitudeRef"), ""))
                longitude = positions.from_xmp(values[source, second], values.get((source, "exif:GPSLongitudeRef"), ""))
                yield source, None if latitude is None or longitude is None else (latitude, longitude)
        if source == "xmp":
            for key in _LOCATIONS:
                if ("container", key) in values:
                    yield "container", positions.from_iso_6709(values["container", key])
