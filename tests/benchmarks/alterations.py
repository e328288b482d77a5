"""What happens to a picture on its way from hand to hand: seeded pure functions of pictures, with real encoders.

`alter` gives the bytes of a JPEG; the same name, picture, seed and other pictures always give the same ones.
"""

import io
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from tests.benchmarks import drawn
from tests.benchmarks.drawn import Dice

Work = Callable[[Image.Image, Dice], Image.Image]
SURE, MOST, REST = 0.995, 0.98, 0.9
"""The shares that have to be found."""
QUALITY: Final = 85


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """One thing that is done to a picture."""

    name: str
    target: float | None
    """The share of altered pictures that has to be found; None where it is only shown."""
    work: Work | None = None
    quality: int = QUALITY
    """Of the JPEG that is kept."""
    others: int = 0
    """How many other pictures are shown with it."""
    strong: bool = False
    """Leaves little of the picture: a chain has at most one of these."""


def _scaled(side: float | None = None, by: float = 1.0) -> Work:
    def work(picture: Image.Image, dice: Dice) -> Image.Image:
        factor = by if side is None else min(1.0, side / max(picture.size))
        size = tuple(max(16, round(length * factor)) for length in picture.size)
        return picture.resize(size, Image.Resampling.LANCZOS)

    return work


def _toned(curve: Callable[[np.ndarray], np.ndarray]) -> Work:
    """By a function of all three channels, each from 0 to 1."""

    def work(picture: Image.Image, dice: Dice) -> Image.Image:
        pixels = curve(np.asarray(picture, np.float32) / 255)
        return Image.fromarray((pixels.clip(0, 1) * 255).astype(np.uint8))

    return work


_SEPIA = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]], np.float32)


def _filter(picture: Image.Image, dice: Dice) -> Image.Image:
    """A strong one: contrast, saturation, a cast of colour, lifted blacks, dark corners."""
    picture = ImageEnhance.Color(picture).enhance(float(dice.choice([0.3, 1.9])))
    picture = ImageEnhance.Contrast(picture).enhance(float(dice.uniform(1.3, 1.8)))
    pixels = np.asarray(picture, np.float32) / 255 * dice.uniform(0.75, 1.15, 3).astype(np.float32)
    rows, columns = np.ogrid[-1 : 1 : picture.height * 1j, -1 : 1 : picture.width * 1j]
    corners = 1 - 0.35 * ((rows**2 + columns**2) / 2)[:, :, None].astype(np.float32)
    lifted = pixels * corners * 0.88 + float(dice.uniform(0.02, 0.12))
    return Image.fromarray((lifted.clip(0, 1) * 255).astype(np.uint8))


def _noise(picture: Image.Image, dice: Dice) -> Image.Image:
    pixels = np.asarray(picture, np.int16)
    grain = dice.normal(0, 20, pixels.shape).astype(np.int16)
    return Image.fromarray((pixels + grain).clip(0, 255).astype(np.uint8))


def _blur(picture: Image.Image, dice: Dice) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(max(picture.size) * 0.004))


def _sharpen(picture: Image.Image, dice: Dice) -> Image.Image:
    return picture.filter(ImageFilter.UnsharpMask(radius=3, percent=250, threshold=0))


def _transposed(way: Image.Transpose) -> Work:
    return lambda picture, dice: picture.transpose(way)


def _turned(degrees: float, *, cut: bool) -> Work:
    """To either side; the empty corners filled with one colour, or cut off with as little of the picture as can be."""

    def work(picture: Image.Image, dice: Dice) -> Image.Image:
        angle = degrees if dice.random() < 0.5 else -degrees
        ground = drawn.one_of(dice, ((0, 0, 0), (255, 255, 255)))
        out = picture.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=ground)
        if not cut:
            return out
        width, height = picture.size
        sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
        long, short = max(width, height), min(width, height)
        if short <= 2 * sine * cosine * long:
            half = short / 2
            inner = (half / sine, half / cosine) if width >= height else (half / cosine, half / sine)
        else:
            double = cosine**2 - sine**2
            inner = (width * cosine - height * sine) / double, (height * cosine - width * sine) / double
        x, y = (out.width - inner[0]) / 2, (out.height - inner[1]) / 2
        return out.crop((round(x + 1), round(y + 1), round(x + inner[0] - 1), round(y + inner[1] - 1)))

    return work


def _cropped(removed: float) -> Work:
    """That share of the area is cut off: a part of nearly the picture's shape is kept, anywhere in it."""

    def work(picture: Image.Image, dice: Dice) -> Image.Image:
        bend = float(np.exp(dice.uniform(-0.15, 0.15)))
        width = min(picture.width, round(picture.width * (1 - removed) ** 0.5 * bend))
        height = min(picture.height, round(picture.width * picture.height * (1 - removed) / width))
        x, y = (int(dice.integers(0, room + 1)) for room in (picture.width - width, picture.height - height))
        return picture.crop((x, y, x + width, y + height))

    return work


def _cropped_sides(removed: float) -> Work:
    """That share of the width and of the height is cut off."""
    return _cropped(1 - (1 - removed) ** 2)


def _barred(*, across: bool) -> Work:
    """Black bars over and under (or beside) the picture, 10 to 30 % of its size on each side."""

    def work(picture: Image.Image, dice: Dice) -> Image.Image:
        share = float(dice.uniform(0.1, 0.3))
        x, y = (0, round(picture.height * share)) if across else (round(picture.width * share), 0)
        return ImageOps.expand(picture, (x, y, x, y), drawn.one_of(dice, ((0, 0, 0), (0, 0, 0), (255, 255, 255))))

    return work


def _framed(picture: Image.Image, dice: Dice) -> Image.Image:
    inner, outer = (round(min(picture.size) * float(share)) for share in dice.uniform((0.01, 0.04), (0.02, 0.1)))
    return ImageOps.expand(ImageOps.expand(picture, inner, drawn.colour(dice)), outer, drawn.colour(dice))


def _boxed(picture: Image.Image, dice: Dice) -> Image.Image:
    """A black box over 15 % of the area, anywhere."""
    bend = float(np.exp(dice.uniform(-0.4, 0.4)))
    width, height = picture.width * 0.15**0.5 * bend, picture.height * 0.15**0.5 / bend
    x, y = dice.uniform(0, picture.width - width), dice.uniform(0, picture.height - height)
    out = picture.copy()
    ImageDraw.Draw(out).rectangle((x, y, x + width, y + height), fill=(0, 0, 0))
    return out


def _logo(share: float) -> Work:
    return lambda picture, dice: drawn.with_logo(picture, dice, share)


ALTERATIONS: Final = {
    each.name: each
    for each in (
        Alteration(name="JPEG quality 50", target=SURE, quality=50),
        Alteration(name="JPEG quality 30", target=SURE, quality=30),
        Alteration(name="JPEG quality 10", target=SURE, quality=10),
        Alteration(name="messenger, 1600 pixels, quality 70", target=SURE, work=_scaled(1600), quality=70),
        Alteration(name="messenger, 1280 pixels, quality 82", target=SURE, work=_scaled(1280), quality=82),
        Alteration(name="scaled to 1/2", target=SURE, work=_scaled(by=1 / 2)),
        Alteration(name="scaled to 1/4", target=SURE, work=_scaled(by=1 / 4)),
        Alteration(name="scaled to 320 pixels", target=SURE, work=_scaled(320)),
        Alteration(name="grey", target=SURE, work=lambda picture, dice: picture.convert("L").convert("RGB")),
        Alteration(name="sepia", target=SURE, work=_toned(lambda pixels: pixels @ _SEPIA.T)),
        Alteration(name="strong filter", target=SURE, work=_filter),
        Alteration(name="gamma 0.5", target=SURE, work=_toned(lambda pixels: pixels**0.5)),
        Alteration(name="gamma 2", target=SURE, work=_toned(lambda pixels: pixels**2)),
        Alteration(name="mirrored", target=SURE, work=_transposed(Image.Transpose.FLIP_LEFT_RIGHT)),
        Alteration(name="turned 90°", target=SURE, work=_transposed(Image.Transpose.ROTATE_270)),
        Alteration(name="turned 180°", target=SURE, work=_transposed(Image.Transpose.ROTATE_180)),
        Alteration(name="turned 270°", target=SURE, work=_transposed(Image.Transpose.ROTATE_90)),
        Alteration(name="bars above and below", target=SURE, work=_barred(across=True)),
        Alteration(name="bars at the sides", target=SURE, work=_barred(across=False)),
        Alteration(name="framed", target=SURE, work=_framed),
        Alteration(name="turned 3°, corners filled", target=MOST, work=_turned(3, cut=False)),
        Alteration(name="turned 3°, corners cut", target=MOST, work=_turned(3, cut=True)),
        Alteration(name="turned 10°, corners filled", target=MOST, work=_turned(10, cut=False)),
        Alteration(name="turned 10°, corners cut", target=MOST, work=_turned(10, cut=True)),
        Alteration(name="cropped by 10 %", target=MOST, work=_cropped(0.10)),
        Alteration(name="cropped by 25 %", target=MOST, work=_cropped(0.25)),
        Alteration(name="cropped by 40 %", target=MOST, work=_cropped(0.40), strong=True),
        Alteration(name="caption bar", target=MOST, work=drawn.caption),
        Alteration(name="logo over 5 %", target=MOST, work=_logo(0.05)),
        Alteration(name="logo over 15 %", target=MOST, work=_logo(0.15)),
        Alteration(name="text across", target=MOST, work=drawn.text_across),
        Alteration(name="black box over 15 %", target=MOST, work=_boxed),
        Alteration(name="screenshot of a phone", target=MOST, work=drawn.screenshot, strong=True),
        Alteration(name="photo of a screen", target=MOST, work=drawn.filmed_from_screen, strong=True),
        Alteration(name="chain of three", target=MOST),
        Alteration(name="blurred", target=REST, work=_blur),
        Alteration(name="sharpened", target=REST, work=_sharpen),
        Alteration(name="noise", target=REST, work=_noise),
        Alteration(name="emoji", target=REST, work=drawn.emoji),
        Alteration(name="cropped by 60 %", target=REST, work=_cropped(0.60), strong=True),
        Alteration(name="in another picture, 40 % as wide", target=REST, others=1, strong=True),
        Alteration(name="collage of four", target=REST, others=3, strong=True),
        Alteration(name="blurred bars", target=None, work=lambda picture, dice: drawn.blurred_bars(picture)),
        Alteration(name="cropped by 40 % of both sides", target=None, work=_cropped_sides(0.40)),
        Alteration(name="cropped by 60 % of both sides", target=None, work=_cropped_sides(0.60)),
        Alteration(name="chain of three, with the weak ones", target=None),
    )
}
"""All of them, by name; crops are shares of the picture's area unless said otherwise."""

_WHOLE: Final = tuple(x.name for x in ALTERATIONS.values() if x.work is not None and x.target in (SURE, MOST))
_LINKS: Final = {
    "chain of three": ("JPEG quality 30", *_WHOLE),
    "chain of three, with the weak ones": tuple(
        x.name for x in ALTERATIONS.values() if x.target is not None and not x.name.startswith("chain")
    ),
}


def alter(name: str, picture: Image.Image, *, seed: int, others: Sequence[Image.Image]) -> tuple[bytes, int, str]:
    """The JPEG of an altered upright RGB picture, how many of the three `others` are in it, and what was done."""
    dice = np.random.default_rng([zlib.crc32(name.encode()), seed])
    if name not in _LINKS:
        return (*_done(ALTERATIONS[name], picture, dice, others), name)
    steps = _chain(_LINKS[name], dice)
    shown = 0
    for step in steps:
        encoded, more = _done(ALTERATIONS[step], picture, dice, others)
        shown = max(shown, more)
        picture = Image.open(io.BytesIO(encoded))
        picture.load()
    return encoded, shown, " → ".join(steps)


def _chain(names: Sequence[str], dice: Dice) -> list[str]:
    """Three different steps in any order, at most one that leaves little of the picture."""
    while True:
        steps = [names[int(number)] for number in dice.choice(len(names), 3, replace=False)]
        if sum(ALTERATIONS[step].strong for step in steps) <= 1:
            return steps


def _done(alteration: Alteration, picture: Image.Image, dice: Dice, others: Sequence[Image.Image]) -> tuple[bytes, int]:
    if alteration.others == 3:
        out = drawn.collage(picture, list(others[:3]), dice)
    elif alteration.others == 1:
        out = drawn.inside(picture, others[0], dice, 0.4)
    else:
        out = picture if alteration.work is None else alteration.work(picture, dice)
    written = io.BytesIO()
    out.save(written, "JPEG", quality=alteration.quality)
    return written.getvalue(), alteration.others
