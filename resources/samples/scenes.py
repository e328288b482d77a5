"""Invented scenes, drawn: enough light, shape and texture for a perceptual hash to mean something, nothing graphic."""

import math
import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIZE = (1280, 720)
WIDTH, HEIGHT = SIZE
Colour = tuple[int, int, int]


def scene(name: str) -> Image.Image:
    """The scene of this name, always the same pixels: RGB, 1280 by 720."""
    draw, seed = _SCENES[name]
    return _textured(draw(random.Random(seed)), seed)  # noqa: S311  # a drawing, not a secret


def _gradient(top: Colour, bottom: Colour) -> Image.Image:
    ramp = np.linspace(0, 1, HEIGHT)[:, None, None]
    rows = np.array(top) * (1 - ramp) + np.array(bottom) * ramp
    return Image.fromarray(np.broadcast_to(rows, (HEIGHT, WIDTH, 3)).astype(np.uint8))


def _textured(picture: Image.Image, seed: int) -> Image.Image:
    """Adds grain at three scales, as sand, plaster and a small sensor would."""
    noise = np.random.default_rng(seed)
    pixels = np.asarray(picture).astype(np.float32)
    for scale, strength in ((2, 5.0), (16, 7.0), (90, 12.0)):
        coarse = noise.normal(0, strength, (HEIGHT // scale + 1, WIDTH // scale + 1)).astype(np.float32)
        pixels += np.asarray(Image.fromarray(coarse).resize(SIZE, Image.Resampling.BICUBIC))[:, :, None]
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _ridge(draw: ImageDraw.ImageDraw, dice: random.Random, height: float, swing: float, colour: Colour) -> None:
    phases = [(dice.uniform(0.5, 5), dice.uniform(0, 6)) for _ in range(4)]
    points = [
        (
            x,
            height
            + swing * sum(math.sin(x / WIDTH * turns * 3 + start) / (i + 1) for i, (turns, start) in enumerate(phases)),
        )
        for x in range(0, WIDTH + 8, 8)
    ]
    draw.polygon([*points, (WIDTH, HEIGHT), (0, HEIGHT)], fill=colour)


def _house(
    draw: ImageDraw.ImageDraw, dice: random.Random, left: float, ground: float, wide: float, tall: float
) -> None:
    shade = dice.randint(120, 205)
    draw.rectangle((left, ground - tall, left + wide, ground), fill=(shade, shade - 14, shade - 40))
    draw.rectangle((left + wide * 0.8, ground - tall, left + wide, ground), fill=(shade - 45, shade - 55, shade - 75))
    for column in range(3):
        for row in range(max(1, int(tall // 55))):
            x, y = left + wide * (0.1 + 0.23 * column), ground - tall + 16 + row * 52
            if dice.random() < 0.8:
                draw.rectangle((x, y, x + wide * 0.12, y + 26), fill=(45, 42, 48))


def _cloud(
    picture: Image.Image, dice: random.Random, spots: list[tuple[float, float, float]], colour: Colour
) -> Image.Image:
    mask = Image.new("L", SIZE)
    pen = ImageDraw.Draw(mask)
    for x, y, radius in spots:
        for _ in range(7):
            cx, cy, r = (
                x + dice.uniform(-radius, radius),
                y + dice.uniform(-radius, radius),
                radius * dice.uniform(0.5, 1),
            )
            pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=dice.randint(120, 215))
    return Image.composite(Image.new("RGB", SIZE, colour), picture, mask.filter(ImageFilter.GaussianBlur(14)))


def _village(dice: random.Random) -> Image.Image:
    picture = _gradient((120, 165, 215), (225, 215, 195))
    pen = ImageDraw.Draw(picture)
    _ridge(pen, dice, 330, 45, (150, 140, 120))
    picture = _cloud(picture, dice, [(900 + 14 * i, 380 - 46 * i, 30 + 11 * i) for i in range(8)], (88, 84, 82))
    pen = ImageDraw.Draw(picture)
    _ridge(pen, dice, 440, 25, (170, 150, 110))
    for i in range(9):
        _house(
            pen,
            dice,
            30 + i * 138 + dice.uniform(-20, 20),
            560 + dice.uniform(-40, 60),
            dice.uniform(80, 140),
            dice.uniform(60, 150),
        )
    return picture


def _wall(dice: random.Random) -> Image.Image:
    picture = _gradient((205, 190, 160), (165, 145, 118))
    pen = ImageDraw.Draw(picture)
    for column in range(4):
        x = 90 + column * 300
        pen.rectangle((x, 120, x + 170, 360), fill=(50, 55, 66))
        for bar in range(1, 4):
            pen.line((x + bar * 42, 120, x + bar * 42, 360), fill=(150, 150, 150), width=5)
    for _ in range(60):
        at, down, r = dice.uniform(0, WIDTH), dice.gauss(420, 140), dice.uniform(3, 18)
        pen.ellipse((at - r, down - r, at + r, down + r), fill=(96, 84, 72))
    pen.polygon([(820, 720), (880, 470), (1010, 540), (1120, 450), (1280, 600), (1280, 720)], fill=(120, 108, 96))
    return picture


def _street(dice: random.Random) -> Image.Image:
    picture = _gradient((190, 205, 220), (240, 230, 210))
    pen = ImageDraw.Draw(picture)
    pen.polygon([(0, 720), (600, 330), (680, 330), (1280, 720)], fill=(92, 92, 96))
    for side in (0, 1):
        for i in range(6):
            near, far = 640 * 0.72**i, 640 * 0.72 ** (i + 1)
            shade = dice.randint(90, 190)
            front, back = (640 - near, 640 - far) if side == 0 else (640 + near, 640 + far)
            tall, low = near * 0.55, far * 0.55
            pen.polygon(
                [(front, 330 + near * 0.5), (back, 330 + far * 0.5), (back, 330 - low), (front, 330 - tall)],
                fill=(shade, shade - 12 * side, shade - 30),
            )
            pen.polygon(
                [(front, 330 + near * 0.2), (back, 330 + far * 0.2), (back, 330), (front, 330)],
                fill=(dice.randint(30, 200), 60, dice.randint(40, 120)),
            )
    return picture


def _roundabout(dice: random.Random) -> Image.Image:
    picture = Image.new("RGB", SIZE, (186, 170, 140))
    pen = ImageDraw.Draw(picture)
    pen.line((0, 200, 1280, 560), fill=(98, 98, 102), width=110)
    pen.line((360, 720, 900, 0), fill=(98, 98, 102), width=110)
    pen.ellipse((430, 160, 850, 580), fill=(98, 98, 102))
    pen.ellipse((530, 260, 750, 480), fill=(76, 120, 66))
    pen.ellipse((610, 340, 670, 400), fill=(210, 210, 205))
    for _ in range(40):
        x, y = dice.uniform(0, 1200), dice.uniform(0, 680)
        if math.hypot(x - 640, y - 370) > 330 and abs((y - 200) - x * 0.281) > 90:
            tone = dice.randint(110, 225)
            pen.rectangle(
                (x, y, x + dice.uniform(40, 110), y + dice.uniform(30, 80)), fill=(tone, tone - 10, tone - 25)
            )
    return picture


def _grove(dice: random.Random) -> Image.Image:
    picture = _gradient((150, 190, 230), (206, 190, 150))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 250, 1280, 720), fill=(168, 128, 88))
    for row in range(7):
        y = 270 + row * row * 11
        size = 16 + row * 13
        for x in range(-40 + row * 23, 1320, 60 + row * 42):
            tone = dice.randint(60, 110)
            pen.rectangle((x - size / 8, y, x + size / 8, y + size), fill=(70, 54, 40))
            pen.ellipse((x - size, y - size, x + size, y + size * 0.5), fill=(tone, tone + 28, tone - 10))
    return picture


def _dusk(dice: random.Random) -> Image.Image:
    picture = _gradient((38, 44, 92), (235, 130, 62))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((160, 330, 400, 570), fill=(255, 216, 130))
    _ridge(pen, dice, 560, 40, (46, 34, 40))
    pen.rectangle((860, 250, 900, 600), fill=(24, 20, 30))
    pen.polygon([(846, 250), (880, 170), (914, 250)], fill=(24, 20, 30))
    for i in range(3):
        pen.ellipse((985 + i * 95, 480, 1075 + i * 95, 600), fill=(24, 20, 30))
    return picture


def _doorway(dice: random.Random) -> Image.Image:
    picture = Image.new("RGB", SIZE, (42, 38, 36))
    pen = ImageDraw.Draw(picture)
    pen.polygon([(450, 720), (450, 160), (640, 70), (830, 160), (830, 720)], fill=(236, 226, 200))
    pen.polygon([(450, 720), (250, 720), (450, 600), (830, 600), (1030, 720)], fill=(128, 112, 92))
    for i in range(5):
        _house(pen, dice, 470 + i * 70, 560, 60, dice.uniform(60, 190))
    return _cloud(picture, dice, [(1060, 300, 90)], (70, 62, 56))


def _river(dice: random.Random) -> Image.Image:
    picture = _gradient((205, 222, 235), (180, 195, 170))
    pen = ImageDraw.Draw(picture)
    _ridge(pen, dice, 210, 50, (120, 132, 100))
    pen.polygon([(0, 720), (0, 520), (520, 300), (900, 260), (960, 290), (640, 470), (560, 720)], fill=(70, 122, 150))
    for i in range(6):
        pen.rectangle((640 + i * 95, 330, 664 + i * 95, 640), fill=(110, 106, 100))
    pen.rectangle((560, 300, 1280, 346), fill=(150, 146, 138))
    return picture


_SCENES: dict[str, tuple[Callable[[random.Random], Image.Image], int]] = {
    "village": (_village, 1),
    "wall": (_wall, 2),
    "street": (_street, 3),
    "roundabout": (_roundabout, 4),
    "grove": (_grove, 5),
    "dusk": (_dusk, 6),
    "doorway": (_doorway, 7),
    "river": (_river, 8),
}
