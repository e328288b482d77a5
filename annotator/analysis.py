"""What is learnt from one file's bytes: the values that the media room returns.

Units as in `annotator.model`.
"""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model import Finding, Kind, Tag

THUMBNAIL_SIDE = 320
"""Longest side of a thumbnail, in pixels."""

EMBEDDED_SIDE = 2048
"""Longest side of a preview found inside a file, in pixels."""

HASH_RECIPE = "phash64/1"
"""How pictures and their hashes are made now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A small upright picture as bare pixels, so that no decoder is needed to look at it."""

    width: int
    height: int
    rgb: bytes
    """Rows top to bottom, `width * height * 3` bytes, 8 bits a channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """Hashes of one picture as other programs make them, to be compared with lists of other teams."""

    recipe: str
    """How picture and hashes were made, such as "exchange/1"."""
    phash: str
    """imagehash's pHash of the whole picture, its borders with it: 16 hex digits."""
    pdq: tuple[str, ...]
    """Eight PDQ hashes as 64 hex digits, in the positions of `Hashes.variants`."""
    quality: int
    """PDQ's own, from 0 to 100; below 50 its hash means nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """Perceptual hashes of one picture."""

    recipe: str
    """How picture and hash were made (`HASH_RECIPE`); only hashes of one recipe can be compared."""
    variants: tuple[str, ...]
    """Eight 64-bit hashes as 16 hex digits: the upright, border-trimmed picture as it is, then turned by 90, 180 and
    270 degrees counter-clockwise, then mirrored left to right and turned likewise."""
    flat: bool
    """The picture has too little detail for its hash to mean anything (a black frame, a blank page)."""
    exchanged: Exchanged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One sampled frame of a video."""

    time: float
    """Seconds, from the container's time stamp."""
    pts: int
    """The time stamp itself, in units of the video stream's time base."""
    hashes: Hashes | None
    thumbnail: Thumbnail | None
    signature: bytes | None = None
    """See `annotator.signature`; None where it would say nothing, or what the frame before says already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that was learnt from one file's bytes. A failure says why its picture or footage could not be read."""

    kind: Kind
    media_type: str
    extension: str
    """Lower case, with its dot, chosen by the content: ".jpg"."""
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    captured_at: str | None = None
    captured_at_source: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    location_source: str | None = None
    make: str | None = None
    model: str | None = None
    camera_source: str | None = None
    orientation: int | None = None
    """EXIF's number, 1 to 8."""
    tags: tuple[Tag, ...] = ()
    findings: tuple[Finding, ...] = ()
    hashes: Hashes | None = None
    thumbnail: Thumbnail | None = None
    signature: bytes | None = None
    """See `annotator.signature`."""
    frames: tuple[Frame, ...] = ()
    failure: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactFrame:
    """The frame on show at a time: its own time in seconds, and its time stamp in units of the time base."""

    time: float
    pts: int
    time_base: tuple[int, int]
    """Numerator and denominator, in seconds."""
    picture: Thumbnail


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFrame:
    """A frame as a PNG of its exact pixels, and how it was made."""

    time: float
    pts: int
    time_base: tuple[int, int]
    png: bytes
    made_by: str
    width: int
    height: int
    hashes: Hashes
    thumbnail: Thumbnail
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How picture b lies on picture a, as far as it was found; positions are fractions of a picture as displayed."""

    found: bool
    """False says that no alignment was found, not that there is none; then the other fields say nothing."""
    matrix: tuple[float, ...] = ()
    """Homography from b to a, nine numbers row by row."""
    mirrored: bool = False
    points: int = 0
    """Matching points that agree with it."""
    agreement: float = 0.0
    """Normalised correlation of the aligned grey pictures where they overlap: 1 is alike but for brightness and
    contrast, 0 is unlike."""
    shared_a: float = 0.0
    """How much of a's area lies within b, from 0 to 1."""
    shared_b: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOver:
    """Two aligned pictures in a's frame, all of one size. Where b does not reach, `b` and the differences are black,
    which says nothing: only the alignment tells where that is."""

    a: Thumbnail
    b: Thumbnail
    difference: Thumbnail
    """Absolute difference of each channel."""
    levelled: Thumbnail
    """The same after b got the brightness and contrast of a where they overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A frame of one video that looks like a frame of another one: when each is on show, in seconds."""

    a: float
    b: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of video b that shows what a part of video a does, frame by frame. Times are in seconds; an end is when
    the last frame leaves the screen."""

    a_start: float
    a_end: float
    b_start: float
    b_end: float
    agreement: float
    """Mean normalised correlation of the frames laid over each other, 1 at most."""
    motion: float
    """The same of what changes from frame to frame; it is this that tells the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two videos have in common, as far as it was looked at."""

    stretches: tuple[Stretch, ...] = ()
    """In order of their start in b."""
    unmoving: float = 0.0
    """Seconds of b that look like a, but in which nothing moves, so that no time can be told."""
    apart: float = 0.0
    """Share of what both show in which other things move in the one than in the other, from 0 to 1."""
    matrix: tuple[float, ...] = ()
    """How a frame of b lies on the one of a: see `Alignment`."""
    mirrored: bool = False
    points: int = 0
    """Matching points of the two frames that were laid over each other first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """The frame of a video that is most like a still, and when it comes on show."""

    time: float
    signature: bytes
    """Of the frame, see `annotator.signature`."""
    still: bytes
    """That of the still."""


class Inside(StrEnum):
    """What the small picture that a photo's file carries shows, compared with the photo itself."""

    SAME = "same"
    RESHAPED = "reshaped"
    """The same, cut or stretched to another shape."""
    TURNED = "turned"
    """The same, turned or mirrored."""
    OTHER = "other"
    """Another picture, or another part of it."""
    UNCERTAIN = "uncertain"
    """One of the two has too little detail to be compared, or the photo itself was not read."""
    NONE = "none"
    NOT_READ = "not-read"
    """There is one, and it was not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """The small picture that a photo's file carries."""

    inside: Inside
    source: str = ""
    """Where it stands in the file: "EXIF", "RAW", "HEIF"."""
    picture: Thumbnail | None = None
    """As it stands in the file, turned upright as the photo is."""
    distance: int | None = None
    """How many of 64 bits of the perceptual hashes differ."""
    reason: str = ""
    """Why it was not read."""


class NotDecoded(Exception):
    """A picture that can't be shown; `finding` says why. It can travel between processes."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.finding = Finding(code=code, message=message)

    def __str__(self) -> str:
        return self.finding.message
