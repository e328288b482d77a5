"""What a worker can be asked to do. Nothing here is imported before it runs, so that only workers load decoders."""

from annotator.analysis import Analysis, ExactFrame, KeptFrame, Thumbnail
from annotator.media.sniff import Format
from annotator.model import Sampling


def analyse(
    path: str, *, name: str, format: Format, sampling: Sampling, every: float | None, sidecars: tuple[str, ...] = ()
) -> Analysis:
    """All that can be learnt from one file; see `annotator.media.analyse`."""
    from annotator.media import analyse as room

    return room.analyse(path, name=name, format=format, sampling=sampling, every=every, sidecars=sidecars)


def render(path: str, *, format: Format, longest: int) -> Thumbnail:
    """A photo, upright; see `annotator.media.pictures`."""
    from annotator.media import pictures as room

    return room.render(path, format=format, longest=longest)


def frame_at(path: str, *, format: Format, seconds: float, longest: int | None) -> ExactFrame:
    """A frame of a video; see `annotator.media.video`."""
    from annotator.media import video as room

    return room.frame_at(path, format=format, seconds=seconds, longest=longest)


def keep(path: str, *, format: Format, seconds: float) -> KeptFrame:
    """A frame of a video as a PNG; see `annotator.media.video`."""
    from annotator.media import video as room

    return room.keep(path, format=format, seconds=seconds)
