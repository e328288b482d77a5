"""What happens to footage from hand to hand: cut, altered, encoded again, with the truth of what is in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import numpy as np
from PIL import Image, ImageDraw, ImageOps

from annotator.media.frames import Reader, small

Work = Callable[[Image.Image], Image.Image]
Segments = tuple[tuple[float, float, float, float], ...]
"""Start and end in the source, start and end in the clip, in seconds."""
RATE: Final = 25


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a source, or of what a title card shows where there is no source."""

    source: Path | Image.Image
    start: float = 0.0
    seconds: float = 5.0
    """In the clip."""
    speed: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A clip, and which stretches of which sources are in it."""

    path: Path
    seconds: float
    truth: dict[Path, Segments] = field(default_factory=dict)


def length(source: Path) -> float:
    """Seconds from the first frame to the end of the last one."""
    with av.open(str(source)) as container:
        stream = container.streams.video[0]
        base = stream.time_base or Fraction(1, 1000)
        ends = [(p.pts + (p.duration or 0)) * base for p in container.demux(stream) if p.pts is not None]
        return float(max(ends) - (stream.start_time or 0) * base)


def make(
    path: Path,
    parts: Sequence[Part],
    *,
    work: Work = lambda picture: picture,
    longest: int = 480,
    every: int = 250,
    crf: int = 28,
    fade: bool = False,
    dropped: bool = False,
) -> Made:
    """Write a clip of these parts, H.264, a keyframe at most every so many frames; `dropped` leaves out a third of the
    frames at random, with true time stamps."""
    dice = np.random.default_rng(7)
    truth: dict[Path, list[tuple[float, float, float, float]]] = {}
    number, size = 0, None
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"preset": "veryfast", "crf": str(crf)})
        stream.codec_context.gop_size = every
        stream.codec_context.thread_count = 1
        stream.pix_fmt = "yuv420p"
        for part in parts:
            count = round(part.seconds * RATE)
            pictures = _pictures(part, count, longest)
            for place, picture in enumerate(pictures):
                shown = work(picture).convert("RGB")
                if fade and min(place, count - 1 - place) < RATE // 2:
                    shown = Image.blend(Image.new("RGB", shown.size), shown, min(place, count - 1 - place) / (RATE / 2))
                if size is None:
                    size = (shown.width // 2 * 2, shown.height // 2 * 2)
                    stream.width, stream.height = size
                frame = av.VideoFrame.from_image(ImageOps.pad(shown, size) if shown.size != size else shown)
                if not (dropped and place and dice.random() < 0.33):
                    frame.pts, frame.time_base = number, Fraction(1, RATE)
                    container.mux(stream.encode(frame))
                number += 1
            if isinstance(part.source, Path):
                began, ended = (number - count) / RATE, number / RATE
                stop = part.start + (ended - began) * part.speed
                truth.setdefault(part.source, []).append((part.start, stop, began, ended))
        container.mux(stream.encode())
    return Made(path=path, seconds=number / RATE, truth={source: tuple(parts) for source, parts in truth.items()})


def still(path: Path, source: Path, at: float, *, work: Work = lambda picture: picture, longest: int = 640) -> Path:
    """Write the frame on show at a time as a JPEG."""
    (picture,) = _pictures(Part(source, at, 1 / RATE), 1, longest)
    work(picture).convert("RGB").save(path, quality=75)
    return path


def _pictures(part: Part, count: int, longest: int) -> "list[Image.Image]":
    if isinstance(part.source, Image.Image):
        return [part.source] * count
    with av.open(str(part.source)) as container:
        stream = container.streams.video[0]
        base = stream.time_base or Fraction(1, 1000)
        reader = Reader(container, stream, (stream.start_time or 0) * base)
        return [
            small(reader.at(part.start + place / RATE * part.speed), longest=longest)  # type: ignore[arg-type] # there is one
            for place in range(count)
        ]


# --- what is done to each picture


def cropped(share: float, x: float = 0.3, y: float = 0.6) -> Work:
    """Leaves so much of the area; of what goes, `x` goes at the left and `y` at the top."""

    def work(picture: Image.Image) -> Image.Image:
        width, height = (round(side * share**0.5) for side in picture.size)
        left, top = round((picture.width - width) * x), round((picture.height - height) * y)
        return picture.crop((left, top, left + width, top + height)).resize(picture.size)

    return work


def mirrored(picture: Image.Image) -> Image.Image:
    """Left to right."""
    return ImageOps.mirror(picture)


def grey(picture: Image.Image) -> Image.Image:
    """Without colour, with more contrast."""
    return ImageOps.autocontrast(ImageOps.grayscale(picture), cutoff=2)


def letterboxed(picture: Image.Image) -> Image.Image:
    """On a square, as large as the longest side."""
    return ImageOps.pad(picture, (max(picture.size),) * 2)


def branded(picture: Image.Image) -> Image.Image:
    """A channel's logo at the top right and a caption bar at the bottom."""
    marked, draw = picture.copy(), None
    draw = ImageDraw.Draw(marked)
    width, height = marked.size
    draw.rectangle((0, height * 0.86, width, height), fill=(180, 20, 30))
    for place in range(12):
        draw.rectangle(
            (width * (0.05 + place * 0.07), height * 0.9, width * (0.09 + place * 0.07), height * 0.96), "white"
        )
    draw.ellipse((width * 0.8, height * 0.04, width * 0.97, height * 0.04 + width * 0.17), fill=(250, 210, 40))
    draw.rectangle((width * 0.85, height * 0.09, width * 0.92, height * 0.14), fill=(20, 40, 160))
    return marked


def filmed(picture: Image.Image) -> Image.Image:
    """A screen at an angle, with moiré, in a dark room."""
    width, height = picture.size
    room = Image.new("RGB", picture.size, (25, 24, 30))
    corners = ((0.08, 0.1), (0.93, 0.04), (0.88, 0.93), (0.12, 0.86))
    rows = []
    for (x, y), (u, v) in zip(corners, ((0, 0), (1, 0), (1, 1), (0, 1)), strict=True):
        x, y, u, v = x * width, y * height, u * width, v * height
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    values = [
        value * side
        for pair in ((0, 0), (1, 0), (1, 1), (0, 1))
        for value, side in zip(pair, picture.size, strict=True)
    ]
    matrix = np.linalg.solve(np.array(rows, float), np.array(values, float))
    seen = picture.transform(picture.size, Image.Transform.PERSPECTIVE, matrix.tolist(), Image.Resampling.BILINEAR)
    mask = Image.new("L", picture.size, 255).transform(picture.size, Image.Transform.PERSPECTIVE, matrix.tolist())
    ys, xs = np.mgrid[:height, :width]
    wave = 1 + 0.1 * np.sin(xs * 1.9 + ys * 0.23) * np.sin(ys * 1.7)
    room.paste(
        Image.fromarray((np.asarray(seen, float) * wave[..., None] * 0.9).clip(0, 255).astype(np.uint8)), mask=mask
    )
    return room


def chained(*works: Work) -> Work:
    """One after the other."""

    def work(picture: Image.Image) -> Image.Image:
        for each in works:
            picture = each(picture)
        return picture

    return work


def title_card(size: tuple[int, int] = (480, 270)) -> Image.Image:
    """White words on black."""
    card = Image.new("RGB", size, "black")
    ImageDraw.Draw(card).text((size[0] * 0.2, size[1] * 0.4), "NEWS FROM THE NORTH", "white", font_size=size[1] // 9)
    return card


def opening(number: int, count: int, size: tuple[int, int] = (480, 270)) -> Image.Image:
    """A frame of a channel's animated opening."""
    card = Image.new("RGB", size, (20, 30, 90))
    draw, share = ImageDraw.Draw(card), number / count
    for ring in range(6):
        radius = size[1] * (0.08 + 0.1 * ring) * (0.4 + share)
        x, y = size[0] * (0.2 + 0.6 * share), size[1] * (0.5 + 0.2 * np.sin(6 * share + ring))
        draw.ellipse(
            (x - radius, y - radius, x + radius, y + radius), outline=(250, 200 - 20 * ring, 40 + 30 * ring), width=4
        )
    draw.text((size[0] * 0.25, size[1] * 0.75), "CHANNEL SEVEN", "white", font_size=size[1] // 8)
    return card
