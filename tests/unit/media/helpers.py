"""What the media room's tests share."""

import io
from pathlib import Path

from PIL import Image

from annotator.analysis import Analysis, Thumbnail
from annotator.media.analyse import analyse
from annotator.media.sniff import HEAD, Format, recognise
from annotator.model import Sampling


def format_of(path: Path) -> Format:
    with path.open("rb") as file:
        found = recognise(file.read(HEAD), path.name)
    assert found is not None
    return found


def analysed(
    path: Path,
    *,
    name: str | None = None,
    sampling: Sampling = Sampling.KEYFRAMES,
    every: float | None = None,
    **more: tuple[str, ...],
) -> Analysis:
    return analyse(str(path), name=name or path.name, format=format_of(path), sampling=sampling, every=every, **more)


def codes(analysis: Analysis) -> set[str]:
    return {finding.code for finding in analysis.findings}


def image_of(thumbnail: Thumbnail | None) -> Image.Image:
    assert thumbnail is not None
    assert len(thumbnail.rgb) == thumbnail.width * thumbnail.height * 3
    return Image.frombytes("RGB", (thumbnail.width, thumbnail.height), thumbnail.rgb)


def distance(one: str, other: str) -> int:
    """How many of 64 bits differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def as_bytes(image: Image.Image, format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()
