"""Makes the sample photos and videos: `python -m resources.samples.make [FOLDER]`.

Everything is drawn and invented, dated about one day of one place's news so that a case reads like a real one:
copies (recompressed, mirrored, resized, exact), a date that contradicts its name, a sidecar, a damaged file.
"""

import math
import os
import random
import sys
from array import array
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import cast

import av
from av.video.stream import VideoStream
from PIL import Image, ImageOps
from PIL.ExifTags import GPS, IFD, Base

from resources.samples.scenes import scene

MEDIA = Path(__file__).parent / "media"

HASS = (35.5931, 36.6120)
MANBIJ = (36.5281, 37.9549)
AKHTARIN = (36.5136, 37.3367)

_CAPTION = "صورة من أطراف حاس، دخان خلف المنازل\nHass, smoke behind the houses, seen from the west\n"
_NOTE = "Drawn sample, not evidence"
_RECEIVED = datetime(2016, 11, 2, 8, tzinfo=UTC)
_FPS = 12
_SOUND_RATE = 24_000
_AT_ONCE = 1024


def make_samples(destination: Path) -> None:
    """Write the sample files into `destination`, made where missing: always the same bytes, names and times.

    Raises OSError where it can't be written.
    """
    village = _jpeg(scene("village"), _exif("samsung", "SM-G900F", "2016:10:26 09:45:12", HASS))
    turned = _exif("samsung", "SM-G900F", "2016:10:26 09:47:31", HASS)
    turned[Base.Orientation] = 6
    street = _jpeg(scene("street"), _exif("Canon", "Canon EOS 600D", "2016:10:25 15:20:04", MANBIJ))
    dusk = _exif("HUAWEI", "ALE-L21", "2016:10:26 17:02:40", AKHTARIN)
    grove = _exif("NIKON CORPORATION", "NIKON D3200", "2014:08:03 11:12:13", AKHTARIN)
    files = {
        "hass/IMG_20161026_094512.jpg": village,
        "hass/IMG_20161026_094512.txt": _CAPTION.encode(),
        "hass/IMG_20161026_094731.jpg": _jpeg(scene("wall").transpose(Image.Transpose.ROTATE_90), turned),
        "hass/damaged.jpg": _jpeg(scene("doorway"))[:300],
        "messenger/IMG-20161026-WA0007.jpg": _jpeg(scene("village").resize((800, 450)), quality=45),
        "messenger/received_1143.jpg": _jpeg(ImageOps.mirror(scene("village")), quality=70),
        "messenger/صورة من حاس.jpg": village,
        "manbij/DSC_0412.jpg": street,
        "manbij/DSC_0412 small.jpg": _jpeg(scene("street").resize((640, 360)), quality=80),
        "manbij/منبج - الدوار.png": _encoded(scene("roundabout").resize((800, 450)), "PNG", optimize=False),
        "akhtarin/IMG_2214.webp": _encoded(scene("dusk"), "WEBP", quality=80, exif=dusk.tobytes()),
        "akhtarin/2016-10-26 olive grove.jpg": _jpeg(scene("grove"), grove),
        "akhtarin/river.jpg": _jpeg(scene("river")),
    }
    for name, content in files.items():
        path = destination / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    panned, still = _pan(scene("doorway")), [scene("wall").resize((640, 360))] * (_FPS * 2)
    _video(
        destination / "hass/VID_20161026_065002.mp4", panned + still, "libx264", "2016-10-26T06:50:02Z", HASS,
        sound=True,
    )  # fmt: skip
    _video(
        destination / "messenger/مقطع من حاس.mov", panned + _pan(scene("river")), "mpeg4", "2016-10-27T18:30:00Z", None,
        sound=False,
    )  # fmt: skip
    for path in sorted(destination.rglob("*")):
        if path.is_file():
            os.utime(path, (_RECEIVED.timestamp(), _RECEIVED.timestamp()))


def _exif(make: str, model: str, taken: str, position: tuple[float, float]) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.ImageDescription] = _NOTE
    exif[Base.Make] = make
    exif[Base.Model] = model
    exif.get_ifd(IFD.Exif).update({Base.DateTimeOriginal: taken, Base.OffsetTimeOriginal: "+03:00"})
    latitude, longitude = position
    exif.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSVersionID: bytes((2, 3, 0, 0)),
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: _sexagesimal(latitude),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: _sexagesimal(longitude),
        }
    )
    return exif


def _sexagesimal(degrees: float) -> tuple[Fraction, Fraction, Fraction]:
    seconds = round(degrees * 360_000)
    return Fraction(seconds // 360_000), Fraction(seconds // 6_000 % 60), Fraction(seconds % 6_000, 100)


def _jpeg(picture: Image.Image, exif: Image.Exif | None = None, *, quality: int = 88) -> bytes:
    return _encoded(picture, "JPEG", quality=quality, **({"exif": exif.tobytes()} if exif else {}))


def _encoded(picture: Image.Image, form: str, **options: object) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


def _pan(picture: Image.Image) -> list[Image.Image]:
    """Two seconds of a slow pan over the picture, at 640 by 360."""
    return [picture.crop((4 * i, 2 * i, 4 * i + 1088, 2 * i + 612)).resize((640, 360)) for i in range(_FPS * 2)]


def _wind(seconds: float) -> "array[int]":
    """Samples of a soft noise that swells, with a dull blow every second; 16 bits."""
    dice = random.Random(0)  # noqa: S311 - noise, not a secret
    wave, low = array("h"), 0.0
    for number in range(round(seconds * _SOUND_RATE)):
        low += (dice.uniform(-1, 1) - low) * 0.05
        swell = 0.4 + 0.3 * math.sin(2 * math.pi * number / (_SOUND_RATE * seconds))
        since = number % _SOUND_RATE / _SOUND_RATE
        blow = math.exp(-12 * since) * math.sin(2 * math.pi * 70 * since)
        wave.append(round(12_000 * swell * low + 9_000 * blow))
    return wave


def _video(
    path: Path,
    frames: list[Image.Image],
    codec: str,
    created: str,
    position: tuple[float, float] | None,
    *,
    sound: bool,
) -> None:
    """Writes footage with a keyframe every second, in the container that the name's ending says."""
    # "bitexact" leaves out the encoder's version, one thread keeps the order of its decisions: always the same bytes.
    with av.open(str(path), "w", options={"fflags": "+bitexact"}) as container:
        container.metadata["creation_time"] = created
        container.metadata["comment"] = _NOTE
        if position:
            container.metadata["location"] = f"{position[0]:+08.4f}{position[1]:+09.4f}/"
        stream = cast(VideoStream, container.add_stream(codec, rate=_FPS, options={"threads": "1", "g": str(_FPS)}))
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        stream.bit_rate = 1_200_000
        heard = container.add_stream("aac", rate=_SOUND_RATE, layout="mono") if sound else None
        for frame in frames:
            container.mux(stream.encode(av.VideoFrame.from_image(frame)))  # type: ignore[no-untyped-call]  # av leaves it without types
        container.mux(stream.encode(None))
        if heard is not None:
            wave = _wind(len(frames) / _FPS)
            for first in range(0, len(wave) - _AT_ONCE + 1, _AT_ONCE):
                tone = av.AudioFrame(format="s16", layout="mono", samples=_AT_ONCE)
                tone.planes[0].update(wave[first : first + _AT_ONCE].tobytes())
                tone.sample_rate, tone.pts, tone.time_base = _SOUND_RATE, first, Fraction(1, _SOUND_RATE)
                container.mux(heard.encode(tone))
            container.mux(heard.encode(None))


if __name__ == "__main__":
    make_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else MEDIA)
