"""Different pictures that are easily taken for the same: of one place or kind, or with the same things put on them.

No two pictures of a set are copies of each other; those of one scene may be called that.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.benchmarks import drawn
from tests.benchmarks.drawn import Dice
from tests.benchmarks.photos import Photo

_FRAMES = 24
"""Of each video."""
FIXED = "a fixed camera, things moving"
_DOCUMENT = (1000, 1414)
_SENTENCES = (
    "the of and to in report area office date name number street house witness signed list village district north",
    "hospital received water school delivery family council market notice order statement road south east west",
    "في من إلى على المنطقة القرية الشارع المشفى تقرير رقم التاريخ الاسم بيان مجلس المدينة السوق شاهد توقيع",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Pictures that are all different, and why one might think otherwise."""

    kind: str
    pictures: tuple[Image.Image, ...]
    one_scene: bool = False
    """They may be called pictures of one scene."""


def sets(photos: Sequence[Photo], videos: Sequence[Path], fixed: Sequence[Path], *, count: int) -> Iterator[Set]:
    """All sets, with so many pictures of each kind that is drawn, and twice as many photos, of those given, with
    the same logos, captions and phone screens put on them; `fixed` are videos of cameras that stand still."""
    for kind, draw in _DRAWN.items():
        yield Set(kind=kind, pictures=tuple(draw(np.random.default_rng([7, number])) for number in range(count)))
    chosen = [photo.open() for photo in photos[: 2 * count]]
    for kind, put in _PUT.items():
        # The same dice for all: the same logo at the same place, the same bar, the same screen.
        yield Set(kind=kind, pictures=tuple(put(one, np.random.default_rng(5)) for one in chosen))
    for video in fixed:
        whole = tuple(_moments(video))
        halves = (0.0, 0.5), (0.5, 1.0)
        for left, right in ((0.0, 1.0), *halves):
            parts = tuple(one.crop((round(left * one.width), 0, round(right * one.width), one.height)) for one in whole)
            yield Set(kind=f"{FIXED}: {video.name}, {left:.0%} to {right:.0%}", pictures=parts, one_scene=True)
    for video in videos:
        yield Set(kind=f"moments of {video.name}", pictures=tuple(_moments(video)), one_scene=True)
    scenes: dict[str, list[Image.Image]] = {}
    for photo in photos:
        if photo.scene:
            scenes.setdefault(photo.scene, []).append(photo.open())
    for scene, views in scenes.items():
        if len(views) > 1:
            yield Set(kind=f"views of one scene: {scene}", pictures=tuple(views), one_scene=True)


def _document(dice: Dice) -> Image.Image:
    """One form, with its letterhead and lines, and what somebody has written into it."""
    page = Image.new("RGB", _DOCUMENT, (252, 251, 247))
    draw = ImageDraw.Draw(page)
    draw.rectangle((60, 60, 200, 200), outline=(20, 60, 30), width=8)
    draw.ellipse((85, 85, 175, 175), fill=(20, 60, 30))
    drawn.written(draw, (580, 100), "DISTRICT COUNCIL · مجلس المنطقة", 700, 48, (20, 60, 30))
    drawn.written(draw, (580, 170), "Record of received statements", 600, 32, (40, 40, 40))
    for row in range(5):
        y = 260 + row * 62
        draw.text((70, y), ("Name", "Date", "Place", "Number", "Office")[row], (40, 40, 40), drawn.font(26))
        draw.line((220, y + 36, 930, y + 36), fill=(120, 120, 120), width=2)
        draw.text((240, y), _sentence(dice, 3), (20, 20, 120), drawn.font(28))
    _text(draw, dice, (70, 600), 860, 22, 20)
    draw.rectangle((70, 1250, 930, 1340), outline=(40, 40, 40), width=3)
    draw.text((90, 1280), "Signature:", (40, 40, 40), drawn.font(26))
    return page


def _page(dice: Dice) -> Image.Image:
    """A page of running text, all pages set alike."""
    page = Image.new("RGB", _DOCUMENT, (255, 255, 255))
    _text(ImageDraw.Draw(page), dice, (90, 90), 820, 24, 34)
    return page


def _sentence(dice: Dice, words: int) -> str:
    source = drawn.one_of(dice, _SENTENCES).split()
    return " ".join(drawn.one_of(dice, source) for _ in range(words))


def _text(draw: ImageDraw.ImageDraw, dice: Dice, at: tuple[int, int], width: int, size: int, lines: int) -> None:
    face = drawn.font(size)
    for line in range(lines):
        words = _sentence(dice, 11)
        while draw.textlength(words, face) > width:
            words = words.rpartition(" ")[0]
        draw.text((at[0], at[1] + line * size * 1.5), words, (30, 30, 30), face)


def _map(dice: Dice) -> Image.Image:
    """A street map in one style, with one scale bar and credit; its roads are its own."""
    picture = Image.new("RGB", (1024, 768), (242, 239, 233))
    draw = ImageDraw.Draw(picture)
    for _ in range(6):
        x, y = dice.uniform(0, 1024), dice.uniform(0, 768)
        box = (x, y, x + dice.uniform(60, 260), y + dice.uniform(60, 200))
        draw.rectangle(box, fill=drawn.one_of(dice, ((205, 235, 176), (170, 211, 223), (224, 223, 223))))
    for width, fill, count in ((5, (255, 255, 255), 26), (11, (252, 214, 164), 7), (15, (232, 146, 162), 2)):
        for _ in range(count):
            start, heading = dice.uniform(0, 1024, 2), dice.uniform(0, 2 * np.pi)
            line = [tuple(start)]
            for _ in range(9):
                heading += dice.normal(0, 0.3)
                start = start + 110 * np.array([np.cos(heading), np.sin(heading)])
                line.append(tuple(start))
            draw.line(line, fill=(190, 180, 170), width=width + 3, joint="curve")
            draw.line(line, fill=fill, width=width, joint="curve")
    for _ in range(14):
        name = _sentence(dice, 2)
        draw.text((dice.uniform(0, 900), dice.uniform(0, 720)), name, (60, 60, 60), drawn.font(dice.uniform(13, 22)))
    draw.rectangle((20, 720, 180, 728), fill=(0, 0, 0))
    draw.text((20, 735), "0        500 m", (0, 0, 0), drawn.font(18))
    draw.text((720, 740), "© map contributors", (0, 0, 0), drawn.font(16))
    return picture


def _dark(dice: Dice) -> Image.Image:
    """A night in which nearly nothing can be seen: a few lights, noise of the sensor."""
    light = np.zeros((720, 1280, 3), np.float32)
    for _ in range(int(dice.integers(1, 4))):
        at = (int(dice.integers(1280)), int(dice.integers(720)))
        cv2.circle(light, at, int(dice.integers(3, 14)), dice.uniform(60, 200, 3).tolist(), -1)
    light = cv2.GaussianBlur(light, (0, 0), 12) + dice.normal(7, 5, light.shape)
    return Image.fromarray(light.clip(0, 255).astype(np.uint8))


def _sky(dice: Dice) -> Image.Image:
    """A gradient from blue to haze, soft clouds, some noise."""
    down = np.linspace(0, 1, 720, dtype=np.float32)[:, None, None]
    top, foot = np.array([90, 140, 210]) + dice.normal(0, 12, 3), np.array([210, 220, 230]) + dice.normal(0, 8, 3)
    clouds = cv2.resize(dice.normal(0, 1, (9, 16)).astype(np.float32), (1280, 720), interpolation=cv2.INTER_CUBIC)
    sky = top * (1 - down) + foot * down + clouds[:, :, None] * float(dice.uniform(0, 14))
    return Image.fromarray((sky + dice.normal(0, 3, (720, 1280, 3))).clip(0, 255).astype(np.uint8))


def _bricks(dice: Dice) -> Image.Image:
    """A brick wall: one bond and mortar, each brick of a shade of its own."""
    wall = Image.new("RGB", (1200, 900), (196, 190, 180))
    draw = ImageDraw.Draw(wall)
    for row in range(23):
        for column in range(-1, 13):
            x, y = column * 100 + row % 2 * 50, row * 40
            shade = tuple(int(v) for v in np.array([160, 75, 55]) + dice.normal(0, 16) + dice.normal(0, 5, 3))
            draw.rectangle((x + 3, y + 3, x + 96, y + 36), fill=shade)
    return _grained(wall, dice, 6)


def _facade(dice: Dice) -> Image.Image:
    """The front of a block of flats: the same windows in rows, some lit, some with curtains."""
    front = Image.new("RGB", (1000, 1200), (205, 198, 186))
    draw = ImageDraw.Draw(front)
    for row in range(9):
        for column in range(7):
            x, y = 40 + column * 138, 40 + row * 130
            draw.rectangle((x, y, x + 90, y + 96), fill=(90, 90, 95))
            glass = drawn.one_of(dice, ((40, 50, 62), (46, 56, 70), (240, 214, 140), (200, 196, 190)))
            draw.rectangle((x + 7, y + 7, x + 42, y + 89), fill=glass)
            draw.rectangle((x + 48, y + 7, x + 83, y + 89), fill=glass)
    return _grained(front, dice, 6)


def _grained(picture: Image.Image, dice: Dice, strength: float) -> Image.Image:
    soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(1)), np.float32)
    return Image.fromarray((soft + dice.normal(0, strength, soft.shape)).clip(0, 255).astype(np.uint8))


def _moments(video: Path) -> Iterator[Image.Image]:
    """Frames a second apart, from the beginning."""
    with av.open(str(video)) as container:
        following = 0.0
        count = 0
        for frame in container.decode(video=0):
            if frame.time is not None and frame.time >= following and count < _FRAMES:
                yield frame.to_image()
                following = frame.time + 1
                count += 1


_DRAWN: dict[str, Callable[[Dice], Image.Image]] = {
    "one form, filled in differently": _document,
    "pages of text, set alike": _page,
    "maps of one style": _map,
    "dark frames": _dark,
    "skies": _sky,
    "brick walls": _bricks,
    "fronts with the same windows": _facade,
}
_PUT: dict[str, Callable[[Image.Image, Dice], Image.Image]] = {
    "the same logo over 15 %": lambda picture, dice: drawn.with_logo(picture, dice, 0.15),
    "the same caption bar": drawn.caption,
    "the same phone screen": drawn.screenshot,
    "the same text across": drawn.text_across,
    "the same frame": lambda picture, dice: _in_frame(picture),
}


def _in_frame(picture: Image.Image) -> Image.Image:
    """A channel's template: the picture fitted into a patterned frame with its name."""
    out = Image.new("RGB", (1280, 960), (120, 20, 30))
    draw = ImageDraw.Draw(out)
    for number in range(0, 1280, 40):
        draw.polygon(((number, 0), (number + 20, 60), (number + 40, 0)), fill=(230, 190, 60))
        draw.polygon(((number, 960), (number + 20, 880), (number + 40, 960)), fill=(230, 190, 60))
    drawn.written(draw, (640, 830), "LIVE 24 · شبكة أخبار البلد", 1100, 60, (255, 255, 255))
    scale = min(1160 / picture.width, 680 / picture.height)
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    out.paste(small, ((1280 - small.width) // 2, 80))
    return out
