"""What people and programs put on, under and around pictures: captions, logos, emoji, phone screens, a filmed monitor.

All of it is drawn with the dice given, of whatever size the picture has, in Latin and Arabic script.
"""

from collections.abc import Sequence
from typing import TypeVar

import cv2
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

T = TypeVar("T")
Dice = np.random.Generator
Colour = tuple[int, int, int]

SENTENCES = (
    "Breaking: footage from the scene this morning",
    "Residents say the market was hit twice",
    "عاجل: صور من موقع القصف صباح اليوم",
    "شهود عيان يتحدثون عن دمار كبير في الحي",
    "Share before it is deleted!!!",
    "انشروا المقطع قبل أن يُحذف",
)
CHANNELS = ("SHAM NEWS", "LIVE 24", "قناة الميدان", "@halab_now", "شبكة أخبار البلد", "T.ME/FRONTLINE")
_FONT = "DejaVuSans-Bold.ttf"
"""Has both scripts; Pillow looks for it where the system keeps its fonts."""
_LIGHT, _DARK = (250, 250, 250), (18, 18, 20)
_PHONES = ((1080, 2340), (1080, 1920), (1170, 2532), (720, 1600))


def font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """A font of that height in pixels; where the system has none with Arabic letters, Pillow's own."""
    try:
        return ImageFont.truetype(_FONT, max(8, round(size)))
    except OSError:
        return ImageFont.load_default(max(8, round(size)))


def one_of(dice: Dice, choices: Sequence[T]) -> T:
    """Any of them."""
    return choices[int(dice.integers(len(choices)))]


def colour(dice: Dice) -> Colour:
    """Any colour."""
    red, green, blue = (int(value) for value in dice.integers(0, 256, 3))
    return red, green, blue


def ink(ground: Colour) -> Colour:
    """Black or white, whatever can be read on it."""
    return _DARK if sum(ground) > 380 else _LIGHT


def written(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, width: float, height: float, fill: Colour
) -> None:
    """One line of text around a middle point, at most so wide and high."""
    size = height
    while size > 8 and draw.textlength(text, font(size)) > width:
        size *= 0.9
    draw.text(at, text, fill, font(size), anchor="mm")


def caption(picture: Image.Image, dice: Dice) -> Image.Image:
    """A bar with a sentence: over the foot of the picture, or added below or above it."""
    width, height = picture.size
    bar = round(height * dice.uniform(0.1, 0.18))
    place = one_of(dice, ("over", "below", "above"))
    out = Image.new("RGB", (width, height + (0 if place == "over" else bar)))
    out.paste(picture, (0, bar if place == "above" else 0))
    ground = one_of(dice, ((200, 20, 20), (0, 0, 0), (255, 255, 255), (20, 40, 130)))
    top = 0 if place == "above" else out.height - bar
    draw = ImageDraw.Draw(out)
    draw.rectangle((0, top, width, top + bar), fill=ground)
    written(draw, (width / 2, top + bar / 2), one_of(dice, SENTENCES), width * 0.94, bar * 0.5, ink(ground))
    return out


def logo(size: tuple[int, int], dice: Dice) -> Image.Image:
    """A channel's logo with its alpha: a badge in its colour, a sign and its name."""
    width, height = size
    out = Image.new("RGBA", size)
    draw = ImageDraw.Draw(out)
    ground, sign = colour(dice), colour(dice)
    draw.rounded_rectangle((0, 0, width - 1, height - 1), min(size) // 5, fill=(*ground, 235))
    side = min(height * 0.7, width * 0.3)
    box = (height * 0.15, (height - side) / 2, height * 0.15 + side, (height + side) / 2)
    if dice.random() < 0.5:
        draw.ellipse(box, fill=(*sign, 255))
    else:
        draw.regular_polygon(
            ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, side / 2), int(dice.integers(3, 7)), fill=(*sign, 255)
        )
    left = box[2] + height * 0.1
    written(
        draw, ((left + width) / 2, height / 2), one_of(dice, CHANNELS), width - left - 8, height * 0.45, ink(ground)
    )
    return out


def with_logo(picture: Image.Image, dice: Dice, share: float) -> Image.Image:
    """A logo over that share of the picture's area, near a corner."""
    wide = float(dice.uniform(1.6, 3.2))
    height = min((picture.width * picture.height * share / wide) ** 0.5, picture.height * 0.9)
    width = min(picture.width * picture.height * share / height, picture.width * 0.95)
    mark = logo((max(24, round(width)), max(12, round(height))), dice)
    margin = round(min(picture.size) * 0.02)
    x = margin if dice.random() < 0.5 else picture.width - mark.width - margin
    y = margin if dice.random() < 0.5 else picture.height - mark.height - margin
    out = picture.copy()
    out.paste(mark, (x, y), mark)
    return out


def text_across(picture: Image.Image, dice: Dice) -> Image.Image:
    """A watermark across the whole picture: three slanted lines that let it shine through, or a loud one."""
    width, height = picture.size
    side = round((width**2 + height**2) ** 0.5)
    layer = Image.new("L", (side, side))
    draw = ImageDraw.Draw(layer)
    lines = int(dice.integers(1, 4))
    strength = 255 if lines == 1 else int(dice.integers(90, 190))
    for line in range(lines):
        text = one_of(dice, SENTENCES + CHANNELS)
        written(
            draw,
            (side / 2, side / 2 + (line - (lines - 1) / 2) * height * 0.3),
            text,
            width * 0.95,
            height * 0.13,
            strength,
        )  # type: ignore[arg-type] # one channel
    turned = layer.rotate(float(dice.uniform(-30, 30)), Image.Resampling.BILINEAR)
    left, top = (side - width) // 2, (side - height) // 2
    mask = turned.crop((left, top, left + width, top + height))
    out = picture.copy()
    out.paste(Image.new("RGB", picture.size, one_of(dice, (_LIGHT, (230, 30, 30), (250, 220, 40)))), (0, 0), mask)
    return out


def emoji(picture: Image.Image, dice: Dice) -> Image.Image:
    """One to three yellow faces, each 12 to 22 % of the shorter side, anywhere."""
    out = picture.copy()
    for _ in range(int(dice.integers(1, 4))):
        side = round(min(picture.size) * dice.uniform(0.12, 0.22))
        face = Image.new("RGBA", (200, 200))
        draw = ImageDraw.Draw(face)
        draw.ellipse((4, 4, 196, 196), fill=(255, 204, 50, 255), outline=(200, 140, 0, 255), width=4)
        for x in (60, 120):
            draw.ellipse((x, 55, x + 22, 95), fill=(70, 40, 10, 255))
        if dice.random() < 0.5:
            draw.chord((50, 90, 150, 170), 0, 180, fill=(110, 50, 20, 255))
        else:
            draw.arc((55, 120, 145, 180), 190, 350, fill=(110, 50, 20, 255), width=10)
            draw.polygon(((140, 90), (160, 130), (125, 130)), fill=(60, 150, 240, 255))
        small = face.resize((side, side), Image.Resampling.LANCZOS)
        x = int(dice.integers(0, max(1, picture.width - side)))
        y = int(dice.integers(0, max(1, picture.height - side)))
        out.paste(small, (x, y), small)
    return out


def screenshot(picture: Image.Image, dice: Dice) -> Image.Image:
    """The picture as a phone shows it in a feed or a chat: status bar, name, text, buttons, navigation."""
    width, height = one_of(dice, _PHONES)
    dark = dice.random() < 0.5
    ground, front, faint = (_DARK, _LIGHT, (90, 90, 96)) if dark else (_LIGHT, _DARK, (190, 190, 196))
    out = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(out)
    unit = width / 27
    draw.text((unit, unit), f"{int(dice.integers(24)):02}:{int(dice.integers(60)):02}", front, font(unit))
    for n in range(4):
        draw.rectangle((width - unit * (6 - n), unit * (1.8 - n * 0.2), width - unit * (5.6 - n), unit * 2), fill=front)
    draw.rounded_rectangle((width - unit * 2.4, unit, width - unit * 0.8, unit * 2), 6, outline=front, width=3)
    top = unit * 2.8
    draw.ellipse((unit, top, unit * 3.6, top + unit * 2.6), fill=colour(dice))
    draw.text((unit * 4.4, top), one_of(dice, CHANNELS), front, font(unit))
    draw.text((unit * 4.4, top + unit * 1.5), f"{int(dice.integers(2, 59))} min", faint, font(unit * 0.8))
    for n in range(3):
        draw.ellipse(
            (width - unit * 1.6, top + unit * (0.6 + n * 0.6), width - unit * 1.3, top + unit * (0.9 + n * 0.6)),
            fill=front,
        )
    top += unit * 3.4
    for _ in range(int(dice.integers(1, 4))):
        draw.text((unit, top), one_of(dice, SENTENCES), front, font(unit * 0.9))
        top += unit * 1.5
    most = height - top - unit * 9
    scale = min(width / picture.width, most / picture.height)
    shown = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    out.paste(shown, ((width - shown.width) // 2, round(top)))
    top += shown.height + unit
    for n in range(4):
        x = unit * (1 + n * 3.4)
        draw.rounded_rectangle((x, top, x + unit * 1.7, top + unit * 1.6), 12, outline=front, width=4)
        draw.text((x + unit * 2, top + unit * 0.4), str(int(dice.integers(2, 999))), faint, font(unit * 0.8))
    top += unit * 2.6
    while top < height - unit * 6:
        draw.text((unit, top), one_of(dice, CHANNELS), front, font(unit * 0.8))
        draw.text((unit, top + unit * 1.2), one_of(dice, SENTENCES), faint, font(unit * 0.8))
        top += unit * 3
    draw.rectangle((0, height - unit * 4, width, height), fill=faint if dark else (235, 235, 238))
    for n in range(5):
        x = width * (n + 0.5) / 5
        draw.ellipse((x - unit * 0.8, height - unit * 3, x + unit * 0.8, height - unit * 1.4), outline=front, width=5)
    return out


def filmed_from_screen(picture: Image.Image, dice: Dice) -> Image.Image:
    """The picture shown on a monitor and photographed by hand: bezel, perspective, pixel grid and moiré, glare."""
    scale = min(1.0, 1100 / max(picture.size))
    width, height = round(picture.width * scale), round(picture.height * scale)
    bezel = round(0.04 * width)
    screen = Image.new("RGB", (width + 2 * bezel, height + 2 * bezel), (24, 24, 26))
    screen.paste(picture.resize((width, height), Image.Resampling.LANCZOS), (bezel, bezel))
    pixels = np.asarray(screen, np.float32)
    rows, columns = np.ogrid[: screen.height, : screen.width]
    # The monitor's grid against the sensor's: two fine patterns beat into slow, coloured waves.
    angle, period = float(dice.uniform(0, np.pi)), float(dice.uniform(5, 14))
    across = (columns * np.cos(angle) + rows * np.sin(angle)).astype(np.float32) * (2 * np.pi / period)
    along = (columns * np.sin(angle) - rows * np.cos(angle)).astype(np.float32) * (2 * np.pi / period / 7.3)
    for channel, phase in enumerate((0.0, 2.1, 4.2)):
        pixels[:, :, channel] *= 1 + float(dice.uniform(0.03, 0.07)) * (np.sin(across + phase) + np.sin(along + phase))
    pixels[::3] *= 0.93
    desk = np.asarray(colour(dice), np.float32) * 0.5 + 40
    margin = dice.uniform(0.03, 0.12)
    out_size = (round(screen.width * (1 + 2 * margin)), round(screen.height * (1 + 2 * margin)))
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    to = (corners + margin) / (1 + 2 * margin) + dice.uniform(-0.055, 0.055, (4, 2))
    matrix = cv2.getPerspectiveTransform(
        corners * np.float32(screen.size), (to * np.float32(out_size)).astype(np.float32)
    )
    seen = cv2.warpPerspective(
        pixels, matrix, out_size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=desk.tolist()
    )
    rows, columns = np.ogrid[: out_size[1], : out_size[0]]
    x, y = dice.uniform(0.1, 0.9, 2) * out_size
    spread = dice.uniform(0.08, 0.2) * max(out_size)
    glare = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * spread**2)).astype(np.float32)[:, :, None]
    seen = seen * np.float32(dice.uniform(0.75, 1.05)) + np.float32(dice.uniform(5, 25))
    seen += glare * np.float32(dice.uniform(40, 120))
    seen = cv2.GaussianBlur(seen, (0, 0), float(dice.uniform(0.6, 1.2)))
    seen += dice.standard_normal(seen.shape[:2], np.float32)[:, :, None] * 5
    return Image.fromarray(seen.clip(0, 255).astype(np.uint8))


def collage(picture: Image.Image, others: list[Image.Image], dice: Dice) -> Image.Image:
    """Four pictures in two rows, in any order, each cut to the shape of its place (at most a quarter of it is lost)."""
    cell = (640, 480) if picture.width >= picture.height else (480, 640)
    gap = int(dice.integers(0, 14))
    out = Image.new("RGB", (2 * cell[0] + gap, 2 * cell[1] + gap), one_of(dice, ((255, 255, 255), (0, 0, 0))))
    order = dice.permutation(4)
    for place, one in zip(order, [picture, *others], strict=True):
        out.paste(_covering(one, cell), (int(place % 2) * (cell[0] + gap), int(place // 2) * (cell[1] + gap)))
    return out


def _covering(picture: Image.Image, cell: tuple[int, int]) -> Image.Image:
    """The picture in a place of that size: cut on two sides by at most a quarter in all, the rest stays empty."""
    scale = max(cell[0] / picture.width, cell[1] / picture.height)
    scale = min(scale, min(cell[0] / picture.width, cell[1] / picture.height) / 0.75)
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    out = Image.new("RGB", cell, (0, 0, 0))
    out.paste(small, ((cell[0] - small.width) // 2, (cell[1] - small.height) // 2))
    return out


def inside(picture: Image.Image, other: Image.Image, dice: Dice, share: float) -> Image.Image:
    """The picture in another one, which is so many times as wide (or high), anywhere in it, with a thin border."""
    scale = min(1.0, 1600 / max(other.size))
    out = other.resize((round(other.width * scale), round(other.height * scale)), Image.Resampling.LANCZOS)
    scale = min(out.width * share / picture.width, out.height * 0.9 / picture.height)
    small = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    x = int(dice.integers(0, out.width - small.width))
    y = int(dice.integers(0, out.height - small.height))
    if dice.random() < 0.5:
        ImageDraw.Draw(out).rectangle((x - 4, y - 4, x + small.width + 3, y + small.height + 3), fill=_LIGHT)
    out.paste(small, (x, y))
    return out


def blurred_bars(picture: Image.Image) -> Image.Image:
    """Upright 9:16 with the picture across, and over and under it a blurred, dimmed enlargement of it."""
    width = picture.width
    height = max(round(width * 16 / 9), round(picture.height * 1.2))
    scale = max(1.0, height / picture.height)
    large = picture.resize((round(width * scale), round(picture.height * scale)), Image.Resampling.BILINEAR)
    left, top = (large.width - width) // 2, (large.height - height) // 2
    ground = large.crop((left, top, left + width, top + height)).filter(ImageFilter.BoxBlur(width / 40))
    out = ImageChops.multiply(ground, Image.new("RGB", ground.size, (170, 170, 170)))
    out.paste(picture, (0, (height - picture.height) // 2))
    return out
