"""What a case is made of: the values that rooms hand to each other.

Units, everywhere: coordinates in WGS 84 degrees, durations and times in a video in seconds, sizes in bytes,
pictures in pixels as displayed (upright). A time is ISO 8601 text, with its offset where it is known and
without one where it is not.
"""

from dataclasses import dataclass
from enum import StrEnum

from annotator.events import ExportDone as ExportDone
from annotator.events import FileEvent as FileEvent
from annotator.events import ImportDone as ImportDone
from annotator.events import Outcome as Outcome
from annotator.events import Problem as Problem
from annotator.events import Progress as Progress
from annotator.events import Verified as Verified
from annotator.hashlist import Hit
from annotator.link import Because as Because
from annotator.link import Link as Link
from annotator.link import Relation as Relation
from annotator.link import Verdict as Verdict
from annotator.region import Region
from annotator.steps import Done as Done
from annotator.steps import Step as Step


class Kind(StrEnum):
    """What an item is."""

    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    FRAME = "frame"
    """A picture out of a video: sampled by the import, or kept by a reviewer as an item with bytes of its own."""


class Level(StrEnum):
    """Graphic-content warning, from least to most severe but for `UNASSESSED`, which is treated as graphic."""

    UNASSESSED = "unassessed"
    NONE = "none"
    MILD = "mild"
    GRAPHIC = "graphic"
    EXTREME = "extreme"


class Status(StrEnum):
    """Verification status of an item."""

    UNREVIEWED = "unreviewed"
    IN_PROGRESS = "in-progress"
    NEEDS_HELP = "needs-help"
    READY_FOR_SECOND_REVIEW = "ready-for-second-review"
    VERIFIED = "verified"
    REFUTED = "refuted"
    INCONCLUSIVE = "inconclusive"


class Sampling(StrEnum):
    """How frames are taken from a video; `EVERY` goes with a number of seconds."""

    KEYFRAMES = "keyframes"
    SCENES = "scenes"
    EVERY = "every"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One metadata value as read: `source` says from where ("exif", "xmp", "iptc", "container", "exiftool",
    "sidecar", "file"), `tag` is the source's own name ("EXIF DateTimeOriginal", "xmp:CreateDate"), `value` is for
    reading and `raw` is the text as it stands in the file where that differs, else the same."""

    source: str
    tag: str
    value: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a reviewer should know about an item: a contradiction, an implausible value, a part not read."""

    code: str
    """A stable code, such as "date-contradiction", "implausible-position", "exif-not-read"."""
    message: str
    """One sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentWarning:
    """A graphic-content warning: how bad, and what of (codes of the vocabulary's content terms)."""

    level: Level = Level.UNASSESSED
    content: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item as lists show it."""

    item: int
    sha256: str | None
    """None only for a sampled frame, which has no bytes of its own."""
    kind: Kind
    sampled: bool
    name: str
    """The name under which it was first found, safe to display."""
    media_type: str
    bytes: int | None
    width: int | None
    height: int | None
    duration: float | None
    captured_at: str | None
    captured_at_source: str | None
    latitude: float | None
    longitude: float | None
    location_source: str | None
    make: str | None
    model: str | None
    camera_source: str | None
    orientation: int | None
    parent: int | None
    time_in_video: float | None
    phash: str | None
    warning: ContentWarning
    incidents: tuple[str, ...]
    """Names of incidents."""
    places: tuple[str, ...]
    """Names of places."""
    tags: tuple[str, ...]
    status: Status
    readable: bool
    problems: tuple[Finding, ...]
    """Why it could not be read, and what contradicts or is implausible."""
    covered: bool
    """No surface shows its picture unasked: its own warning or one of a copy's says so."""
    group: int | None
    """The group of copies that it belongs to."""
    paths: int
    """Under how many paths these bytes were found."""
    possible: bool = False
    """It may have copies that are neither confirmed nor judged."""
    scene: bool = False
    """Other pictures seem to be of the same scene; nobody has judged them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """Who did what, in the chain of this copy of the case."""

    chain: str
    seq: int
    at: str
    action: str
    subject: str
    actor: str
    detail: str
    """Canonical JSON."""
    actor_salt: str
    detail_salt: str
    previous: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that happened, which items may show."""

    incident: int
    name: str
    type: str | None
    """A code of the incident-type vocabulary."""
    began: str | None
    ended: str | None
    time_precision: str | None
    place: str | None
    summary: str
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere, as named by a person; without coordinates where none are known."""

    place: int
    name: str
    latitude: float | None
    longitude: float | None
    precision: str | None
    """A code of the place-precision vocabulary."""
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A reviewer's words about an item."""

    note: int
    text: str
    at: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDetail:
    """All of one item."""

    item: Item
    paths: tuple[str, ...]
    """Every path under which its bytes were found, safe to display."""
    sidecars: tuple[str, ...]
    original: str | None
    """Where its bytes lie, relative to the case folder, or absolute where they were linked."""
    made_by: str | None
    """How a kept frame was made."""
    metadata: tuple[Tag, ...]
    notes: tuple[Note, ...]
    regions: tuple[Region, ...]
    """Regions and markers, by time and number."""
    links: tuple[Link, ...]
    known: tuple[Hit, ...]
    """What lists of known hashes have of it, the surest first."""
    journal: tuple[JournalRow, ...]


class Sort(StrEnum):
    """Orders of a list; ties by item number."""

    ITEM = "item"
    CAPTURED = "captured"
    NAME = "name"
    SIZE = "size"
    ALIKE = "alike"
    """By how much they look like one item, `Filter.alike`: most alike first."""


NOT_GIVEN = ""
"""As a value of a filter by incident, place, camera or tag: the items that have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which items; every condition that is given must hold. Of several values, any; None is all one."""

    text: str | None = None
    """Words, or “quoted phrases”: all of them, see `annotator.store.words`."""
    kind: tuple[Kind, ...] = ()
    """Frames sampled by the import are found only where frames are asked for."""
    status: tuple[Status, ...] = ()
    warning: tuple[Level, ...] = ()
    incident: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    camera: tuple[str, ...] = ()
    """Make and model, as `Counts.values` lists them."""
    tag: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    """How far the review is: "differ", "agree", "final", or "awaits:" and the name of who has yet to answer."""
    known: tuple[str, ...] = ()
    """Names of lists of known hashes."""
    near: tuple[float, float, float] | None = None
    """Latitude, longitude, kilometres."""
    since: str | None = None
    until: str | None = None
    dated: bool | None = None
    duplicates: bool | None = None
    """Whether an item has copies."""
    undecided: bool | None = None
    """Whether copies of it were found that nobody has judged."""
    possible: bool | None = None
    """Whether it may have copies that are neither confirmed nor judged."""
    same_scene: bool | None = None
    """Whether another photograph of the same thing was found, and nobody has judged it."""
    problems: bool | None = None
    """Whether it was not read or has findings."""
    has_position: bool | None = None
    covered: bool | None = None
    items: tuple[int, ...] | None = None
    also: tuple[int, ...] = ()
    """Items that are found whether or not they fit."""
    sort: Sort = Sort.ITEM
    alike: int | None = None
    descending: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many items each value of each filter would find together with all other filters."""

    total: int
    """How many items fit the whole filter."""
    values: dict[str, dict[str, int]]
    """By the filter's name ("kind", "status", "warning", "incident", "place", "camera", "tag", "review", "known"), by
    value."""
    flags: dict[str, tuple[int, int]]
    """By name ("dated", "duplicates", "undecided", "possible", "same_scene", "problems", "has_position",
    "covered"): how many are not, and how many are."""
    dates: dict[str, int]
    """How many were captured in each year ("2016"), month ("2016-10") or day, whichever the range asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A filter that somebody gave a name."""

    name: str
    wanted: Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An annotation of one or many items, made in one step; what is None or empty stays as it is."""

    level: Level | None = None
    """Each item keeps what content its warning has, but for "none" and "unassessed", which have none."""
    add_content: tuple[str, ...] = ()
    remove_content: tuple[str, ...] = ()
    warning: ContentWarning | None = None
    """The whole warning, its content too; not together with the three above."""
    status: Status | None = None
    add_incidents: tuple[str, ...] = ()
    """Names or numbers of incidents, as places are of places."""
    remove_incidents: tuple[str, ...] = ()
    add_places: tuple[str, ...] = ()
    remove_places: tuple[str, ...] = ()
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    note: str | None = None
    make: tuple[Incident | Place, ...] = ()
    """Incidents and places that are made first where there is none of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a change touched, so that views refresh just that; and how many items an annotation gave or took something,
    and how many sampled frames it left out."""

    items: frozenset[int] = frozenset()
    """Items whose rows may read differently now, copies of the changed ones included."""
    nouns: frozenset[str] = frozenset()
    """"incidents", "places", "links", "lists" of known hashes where these changed, "regions" where those of the items
    did."""
    annotated: int = 0
    left_out: int = 0
