"""What links two items, and the groups that links make."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.steps import Step, in_words


class Relation(StrEnum):
    """How two items relate, read as "b is … a", where a was imported before b."""

    SAME_FILE = "same-file"
    SAME_PICTURE = "same-picture"
    CROPPED_FROM = "cropped-from"
    """b shows only a part of a."""
    CONTAINS = "contains"
    """b shows a and more around or beside it: a was cut from it, or b is a frame, a collage, a screenshot."""
    FRAME_OF = "frame-of"
    SAME_FOOTAGE = "same-footage"
    SAME_SCENE = "same-scene"
    """Another photograph of the same thing."""
    POSSIBLE = "possible"
    """What was found is neither confirmed nor ruled out."""

    @property
    def confirmed(self) -> bool:
        """Whether it joins groups; what is not confirmed is shown apart."""
        return self not in (Relation.SAME_SCENE, Relation.POSSIBLE)


class Verdict(StrEnum):
    """What a person said of a link."""

    UNDECIDED = "undecided"
    SAME = "same"
    DIFFERENT = "different"


class Because(StrEnum):
    """Why one of two copies is the better."""

    UNALTERED = "unaltered"
    """The other one is cut, covered, put into something or has lost its colours."""
    FINER = "finer"
    """It shows the same with more pixels."""
    CAMERA = "camera"
    """Only its file has what a camera writes."""
    RICHER = "richer"
    """It has more bytes for the same pixels, in the same format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two items, `a < b`, may be the same picture or footage."""

    a: int
    b: int
    relation: Relation
    score: float
    """1 is sure, 0 is not at all."""
    reason: str
    """In words: "mirrored, 4 of 64 bits differ"."""
    segments: tuple[tuple[float, float, float, float], ...] = ()
    """Matching stretches: start and end in a, start and end in b, in seconds; a photo's are 0."""
    verdict: Verdict = Verdict.UNDECIDED
    steps: tuple[Step, ...] = ()
    """What was done to the better picture to get the other; to a to get b where it isn't known which is better."""
    matrix: tuple[float, ...] = ()
    """Homography from b to a in fractions of both pictures, nine numbers row by row; nothing where it isn't known."""
    shared_a: float = 0.0
    """How much of a's area lies within b, from 0 to 1; 0 where there is no matrix."""
    shared_b: float = 0.0
    better: int | None = None
    """Which of the two is thought to be nearer to the original; None where that can't be known."""
    because: Because | None = None
    """What decided that; the pictures themselves show that the other was altered only where it is `UNALTERED`."""

    @property
    def transform(self) -> str | None:
        """The steps in English; None where nothing was done that is known of, and between different pictures."""
        return None if self.relation is Relation.SAME_SCENE else in_words(self.steps) or None

    @property
    def joins(self) -> bool:
        """Whether it puts its items into one group, as long as no verdict on others keeps them apart."""
        if self.verdict is Verdict.UNDECIDED:
            return self.relation.confirmed and self.score > 0
        return self.verdict is Verdict.SAME
