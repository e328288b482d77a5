"""What a worker can be asked to do. Nothing here is imported before it runs, so that only workers load decoders."""

from dataclasses import dataclass

from annotator.analysis import (
    Alignment,
    Analysis,
    Embedded,
    ExactFrame,
    KeptFrame,
    LaidOver,
    Moment,
    Shared,
    Sighting,
    Thumbnail,
)
from annotator.media.sniff import Format
from annotator.model import Sampling


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a picture comes from: a photo, or the frame of a video on show at `seconds`."""

    path: str
    format: Format
    seconds: float | None = None


def analyse(
    path: str, *, name: str, format: Format, sampling: Sampling, every: float | None, sidecars: tuple[str, ...] = ()
) -> Analysis:
    """All that can be learnt from one file; see `annotator.media.analyse`."""
    from annotator.media import analyse as room

    return room.analyse(path, name=name, format=format, sampling=sampling, every=every, sidecars=sidecars)


def warm() -> None:
    """Load what most pictures are decoded with."""
    from annotator.media import pictures  # noqa: F401 - loading it is the task


def render(path: str, *, format: Format, longest: int) -> Thumbnail:
    """A photo, upright; see `annotator.media.pictures`."""
    from annotator.media import pictures as room

    return room.render(path, format=format, longest=longest)


def embedded(path: str, *, format: Format) -> Embedded:
    """The small picture inside a photo's file; see `annotator.media.embedded`."""
    from annotator.media import embedded as room

    return room.find(path, format=format)


def frame_at(path: str, *, format: Format, seconds: float, longest: int | None) -> ExactFrame:
    """A frame of a video; see `annotator.media.video`."""
    from annotator.media import video as room

    return room.frame_at(path, format=format, seconds=seconds, longest=longest)


def keep(path: str, *, format: Format, seconds: float) -> KeptFrame:
    """A frame of a video as a PNG; see `annotator.media.video`."""
    from annotator.media import video as room

    return room.keep(path, format=format, seconds=seconds)


def sign(source: Source) -> bytes:
    """The signature of a picture again, as its import made it; see `annotator.media.analyse`."""
    from annotator.media import analyse as room

    return room.sign(source.path, source.format, source.seconds)


def align(a: Source, b: Source, *, longest: int) -> Alignment:
    """How one picture lies on another, looked at with at most `longest` pixels a side; see `annotator.media.align`."""
    from annotator.media import align as room

    return room.align(_picture(a, longest), _picture(b, longest))


def lay_over(a: Source, b: Source, *, matrix: tuple[float, ...], longest: int) -> LaidOver:
    """Two aligned pictures over each other; see `annotator.media.align`."""
    from annotator.media import align as room

    return room.lay_over(_picture(a, longest), _picture(b, longest), matrix)


def compare(a: Source, b: Source, *, moments: tuple[Moment, ...], seconds: tuple[float | None, float | None]) -> Shared:
    """What two videos of so many seconds have in common; see `annotator.media.shared`. Raises NotDecoded, OSError."""
    from annotator.media import shared as room

    return room.compare(a.path, b.path, formats=(a.format, b.format), seeds=moments, seconds=seconds)


def find_still(still: Source, video: Source, *, times: tuple[float, ...], longest: int) -> Sighting | None:
    """The frame most like a still, see `annotator.media.stills`. Raises NotDecoded, OSError."""
    from annotator.media import stills as room

    return room.find(_picture(still, longest), video.path, format=video.format, times=times)


def beside(a: Source, b: Source, *, moment: Moment, matrix: tuple[float, ...]) -> Sighting | None:
    """Frames of two videos of one moment, see `annotator.media.stills`. Raises NotDecoded, OSError."""
    from annotator.media import stills as room

    return room.beside((a.path, b.path), formats=(a.format, b.format), moment=moment, matrix=matrix)


def _picture(source: Source, longest: int) -> Thumbnail:
    if source.seconds is None:
        return render(source.path, format=source.format, longest=longest)
    return frame_at(source.path, format=source.format, seconds=source.seconds, longest=longest).picture
