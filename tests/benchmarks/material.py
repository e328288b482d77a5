"""Photos and footage to measure with: the size and grain of a phone's, drawn anew for each run."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

from resources.samples.scenes import scene

_SCENES = ("village", "wall", "street", "roundabout", "grove", "dusk", "doorway", "river")
_PHOTO = (4000, 3000)
_FOOTAGE = (1920, 1080)
_LEAVES = 4000
_LOOP = 300
"""Frames."""


def photos(folder: Path, count: int) -> None:
    """Write `count` JPEGs of 12 megapixels, quality 90, 3 to 6 MB each, with EXIF and GPS, no two alike."""
    folder.mkdir()
    dice = np.random.default_rng(12)
    grain = _grain(dice, _PHOTO)
    for number in range(count):
        shift = tuple(int(s) for s in dice.integers(0, 3000, 2))
        wide = _leaves(dice).resize(_PHOTO, Image.Resampling.BICUBIC)
        pixels = np.asarray(wide, dtype=np.int16) + np.roll(grain, shift, (0, 1))
        Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(
            folder / f"IMG_{number:04}.jpg", quality=90, exif=_exif(number)
        )


def again(folder: Path, count: int) -> None:
    """Fill `folder` up to `count` files: its photos again, each with a few bytes of its own after the JPEG's end."""
    drawn = sorted(folder.iterdir())
    for number in range(len(drawn), count):
        photo = drawn[number % len(drawn)]
        (folder / f"IMG_{number:04}.jpg").write_bytes(photo.read_bytes() + number.to_bytes(8, "big"))


def footage(path: Path, seconds: int) -> None:
    """Write H.264 footage of 1080p at 30 frames a second, a keyframe each second as phones write it."""
    dice = np.random.default_rng(34)
    grain = _grain(dice, _FOOTAGE, (9, 10.0)) // 2  # of leaves and rubble, which the scenes do not have
    wide = [np.asarray(scene(name).resize((2560, 1440)), dtype=np.int16) for name in _SCENES]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(
            "libx264", rate=30, options={"preset": "veryfast", "g": "30", "bf": "0", "sc_threshold": "0"}
        )
        stream.width, stream.height = _FOOTAGE
        stream.pix_fmt = "yuv420p"
        packets: list[av.Packet] = []
        for number in range(_LOOP):
            x = number % 75
            view = wide[number // 75 % len(wide)][x : x + 1080, 2 * x : 2 * x + 1920]
            # A new grain every fourth frame: sensors are never still, and neither is the encoder's work.
            pixels = (view + np.roll(grain, number // 4 * 37, 1)).clip(0, 255).astype(np.uint8)
            packets += stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24"))
        packets += stream.encode(None)
        # Encoding a few seconds is enough work; the rest are the same bytes again, which a decoder can't know.
        for number in range(seconds * 30):
            encoded = packets[number % _LOOP]
            packet = av.Packet(bytes(encoded))
            packet.pts = packet.dts = number
            packet.time_base, packet.stream, packet.is_keyframe = Fraction(1, 30), stream, encoded.is_keyframe
            container.mux(packet)


def _leaves(dice: np.random.Generator) -> Image.Image:
    """What has the edges and the shades of photographs, and nothing in common with another: discs of all sizes that
    hide each other (dead leaves: Lee, Mumford and Huang, IJCV 2001)."""
    width, height = (side // 4 for side in _PHOTO)
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    smallest, largest = 8.0, 400.0
    # As many of a size as its square is small; the distribution function turned round.
    sizes = (smallest**-2 - dice.random(_LEAVES) * (smallest**-2 - largest**-2)) ** -0.5
    colours = (dice.integers(0, 256, (_LEAVES, 1)) + dice.normal(0, 20, (_LEAVES, 3))).clip(0, 255).astype(int)
    for size, x, y, colour in zip(sizes, *dice.random((2, _LEAVES)), colours.tolist(), strict=True):
        draw.circle((x * width, y * height), size, tuple(colour))
    return picture


def _grain(dice: np.random.Generator, size: tuple[int, int], *more: tuple[int, float]) -> np.ndarray:
    """Noise of a small sensor, and `more` of such a scale and strength, int16, rows × columns × 1."""
    total = np.zeros((size[1], size[0]), np.float32)
    for scale, strength in ((1, 6.0), (3, 11.0), *more):
        coarse = dice.normal(0, strength, (size[1] // scale + 1, size[0] // scale + 1)).astype(np.float32)
        total += np.asarray(Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC))
    return total.astype(np.int16)[:, :, None]


def _exif(number: int) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = "samsung", "SM-G900F"
    exif.get_ifd(IFD.Exif).update({Base.DateTimeOriginal: f"2016:10:26 09:{number // 60 % 60:02}:{number % 60:02}"})
    exif.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: (Fraction(35), Fraction(35), Fraction(number % 60)),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (Fraction(36), Fraction(36), Fraction(43)),
        }
    )
    return exif
