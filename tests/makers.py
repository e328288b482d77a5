"""Small real media for the whole suite, made by real encoders: photos with EXIF, GPS and XMP, videos with metadata.

Everything is small, quick and the same on every run. Each maker writes one file and returns its path.
"""

import io
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

BITS = 8
"""A numbered frame shows its number as so many black or white bars, so that a test can tell which frame it sees."""


def scene(seed: int = 0, width: int = 320, height: int = 240) -> Image.Image:
    """A picture with the look of a photo: soft shapes and some edges, different for every seed."""
    random = np.random.default_rng(seed)
    soft = Image.fromarray(random.integers(0, 256, (6, 8, 3), dtype=np.uint8)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    pixels = np.asarray(soft).copy()
    for _ in range(6):
        x, y = int(random.integers(0, width * 3 // 4)), int(random.integers(0, height * 3 // 4))
        pixels[y : y + height // 5, x : x + width // 6] = random.integers(0, 256, 3, dtype=np.uint8)
    return Image.fromarray(pixels)


def exif(
    *,
    taken: str | None = "2016:10:26 12:21:12",
    offset: str | None = None,
    position: tuple[float, float] | None = None,
    gps_time: str | None = None,
    make: str | None = "Canon",
    model: str | None = "Canon EOS 5D",
    orientation: int | None = None,
) -> Image.Exif:
    """An EXIF block: `taken` as EXIF writes dates, `position` in degrees, `gps_time` as "2016:10:26 09:21:12"."""
    block = Image.Exif()
    for number, value in ((0x010F, make), (0x0110, model), (0x0112, orientation)):
        if value is not None:
            block[number] = value
    inner = block.get_ifd(0x8769)
    for number, value in ((0x9003, taken), (0x9011, offset)):
        if value is not None:
            inner[number] = value
    gps = block.get_ifd(0x8825)
    if position is not None:
        latitude, longitude = position
        gps[1], gps[2] = "N" if latitude >= 0 else "S", _sexagesimal(latitude)
        gps[3], gps[4] = "E" if longitude >= 0 else "W", _sexagesimal(longitude)
    if gps_time is not None:
        day, clock = gps_time.split()
        gps[29], gps[7] = day, tuple(float(part) for part in clock.split(":"))
    return block


def xmp(**properties: str) -> bytes:
    """An XMP packet; names are written with one underscore for the colon: `xmp_CreateDate="2016-10-26"`."""
    namespaces = {
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "exif": "http://ns.adobe.com/exif/1.0/",
        "tiff": "http://ns.adobe.com/tiff/1.0/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items())
    written = " ".join(f'{name.replace("_", ":", 1)}="{value}"' for name, value in properties.items())
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {declared} {written}/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def photo(
    path: Path,
    *,
    image: Image.Image | None = None,
    block: Image.Exif | None = None,
    packet: bytes | None = None,
    **options: Any,
) -> Path:
    """A photo in the format that the path's suffix names (.jpg .png .tif .webp .gif .bmp .avif), with EXIF and XMP."""
    image = scene() if image is None else image
    if block is not None:
        options["exif"] = block
    if packet is not None and path.suffix == ".png":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", packet.decode())
    elif packet is not None:
        options["xmp"] = packet
    image.save(path, **options)
    return path


def with_thumbnail(path: Path, thumbnail: Image.Image | bytes, *, orientation: int | None = None) -> Path:
    """Put a thumbnail into the EXIF of a JPEG that has no EXIF, in place: the second IFD points to it (CIPA DC-008)."""
    buffer = io.BytesIO()
    if isinstance(thumbnail, Image.Image):
        thumbnail.save(buffer, "JPEG")
    jpeg = thumbnail if isinstance(thumbnail, bytes) else buffer.getvalue()

    def directory(entries: list[tuple[int, int, int]], following: int) -> bytes:
        written = b"".join(
            tag.to_bytes(2, "big") + kind.to_bytes(2, "big") + b"\0\0\0\1"
            + (value.to_bytes(2, "big") + b"\0\0" if kind == 3 else value.to_bytes(4, "big"))
            for tag, kind, value in entries
        )  # fmt: skip
        return len(entries).to_bytes(2, "big") + written + following.to_bytes(4, "big")

    first = [(0x0112, 3, orientation)] if orientation else []
    second = 8 + len(directory(first, 0))
    begins = second + 2 + 3 * 12 + 4
    tiff = b"MM\0*\0\0\0\x08" + directory(first, second)
    tiff += directory([(0x0103, 3, 6), (0x0201, 4, begins), (0x0202, 4, len(jpeg))], 0) + jpeg
    segment = b"Exif\0\0" + tiff
    content = path.read_bytes()
    path.write_bytes(content[:2] + b"\xff\xe1" + (len(segment) + 2).to_bytes(2, "big") + segment + content[2:])
    return path


def jpeg_xl(path: Path, *, image: Image.Image | None = None) -> Path:
    """A bare JPEG XL codestream."""
    from imagecodecs import jpegxl_encode

    path.write_bytes(jpegxl_encode(np.asarray(scene() if image is None else image)))
    return path


def heic(
    path: Path,
    *,
    image: Image.Image | None = None,
    block: Image.Exif | None = None,
    packet: bytes = b"",
    turns: int = 0,
) -> Path:
    """An HEIC as phones write it: one HEVC picture, turned by `turns` × 90 degrees counter-clockwise when shown, with
    EXIF and XMP as items of their own (ISO 23008-12)."""
    image = scene() if image is None else image
    configuration, picture = _hevc(image)
    tiff = block.tobytes().removeprefix(b"Exif\0\0") if block is not None else b""
    items = [(b"hvc1", b"", picture), (b"Exif", b"", b"\0\0\0\0" + tiff), (b"mime", b"application/rdf+xml\0", packet)]
    properties = [
        _box(b"hvcC", configuration),
        _box(b"ispe", bytes(4) + image.width.to_bytes(4, "big") + image.height.to_bytes(4, "big")),
        _box(b"irot", bytes([turns])),
    ]
    entries = b"".join(
        _box(b"infe", b"\2\0\0\0" + number.to_bytes(2, "big") + b"\0\0" + kind + b"\0" + more)
        for number, (kind, more, _) in enumerate(items, start=1)
    )
    start = _box(b"ftyp", b"heic\0\0\0\0mif1heic")

    def meta(first: int) -> bytes:
        places, at = b"", first
        for number, (_, _, content) in enumerate(items, start=1):
            places += number.to_bytes(2, "big") + b"\0\0\0\1" + at.to_bytes(4, "big") + len(content).to_bytes(4, "big")
            at += len(content)
        return _box(
            b"meta",
            bytes(4),
            _box(b"hdlr", bytes(8) + b"pict" + bytes(13)),
            _box(b"pitm", b"\0\0\0\0\0\1"),
            _box(b"iinf", b"\0\0\0\0\0\3" + entries),
            _box(b"iref", bytes(4), *(_box(b"cdsc", b"\0" + bytes([n]) + b"\0\1\0\1") for n in (2, 3))),
            _box(b"iprp", _box(b"ipco", *properties), _box(b"ipma", b"\0\0\0\0\0\0\0\1\0\1\3\x81\2\x83")),
            _box(b"iloc", b"\0\0\0\0\x44\0\0\3" + places),
        )

    first = len(start) + len(meta(0)) + 8
    path.write_bytes(start + meta(first) + _box(b"mdat", *(content for _, _, content in items)))
    return path


def png_bomb(path: Path, *, side: int = 13_000) -> Path:
    """A PNG of a few kilobytes that says it has `side` × `side` pixels."""
    Image.new("1", (side, side)).save(path, compress_level=9)
    return path


def truncated(path: Path, *, share: float = 0.5) -> Path:
    """Cut a file short, in place."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    return path


def numbered(number: int, width: int = 320, height: int = 240) -> Image.Image:
    """A frame that shows `number` (0 to 255) in bars over a scene; `number_in` reads it back."""
    pixels = np.asarray(scene(number // 12, width, height)).copy()
    for bit in range(BITS):
        left, right = width * bit // BITS, width * (bit + 1) // BITS
        pixels[: height // 3, left:right] = 255 if number >> bit & 1 else 0
    return Image.fromarray(pixels)


def number_in(image: Image.Image) -> int:
    """The number that a frame made by `numbered` shows, after any encoding and scaling."""
    grey = np.asarray(image.convert("L"))
    height, width = grey.shape
    middles = [width * (2 * bit + 1) // (2 * BITS) for bit in range(BITS)]
    return sum(1 << bit for bit, x in enumerate(middles) if grey[height // 6, x] > 127)


def video(
    path: Path,
    *,
    frames: int = 30,
    rate: int = 10,
    size: tuple[int, int] = (320, 240),
    keyframes_every: int = 10,
    b_frames: int = 0,
    times: Sequence[int] | None = None,
    rotation: int = 0,
    codec: str = "libx264",
    metadata: dict[str, str] | None = None,
    images: Sequence[Image.Image] | None = None,
    container_options: dict[str, str] | None = None,
) -> Path:
    """A video of numbered frames (or of `images`); the container follows from the suffix.

    `times` are the frames' time stamps in milliseconds, for variable frame rates; `rotation` is written as the display
    matrix, in degrees counter-clockwise; `metadata` may hold "creation_time", "location", "make" and so on.
    """
    with av.open(str(path), "w", options=container_options or {}) as container:
        container.metadata.update(metadata or {})
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.codec_context.thread_count = 1
        if times is not None:
            stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)
        stream.codec_context.gop_size = keyframes_every
        if codec == "libx264":
            stream.options = {"preset": "ultrafast", "bf": str(b_frames), "sc_threshold": "0", "crf": "18"}
        if rotation:
            stream.set_display_rotation(rotation)
        pictures = images if images is not None else [numbered(number % 256, *size) for number in range(frames)]
        for number, picture in enumerate(pictures):
            frame = av.VideoFrame.from_image(picture)
            frame.pts = number if times is None else times[number]
            frame.time_base = Fraction(1, rate) if times is None else Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def clap(
    path: Path,
    *,
    seconds: float = 2.0,
    rate: int = 25,
    flash: float | None = 1.0,
    starts: float = 0.0,
    sound_starts: float = 0.0,
    size: tuple[int, int] = (320, 240),
    sound: str = "aac",
    keyframes_every: int = 10,
) -> Path:
    """Numbered frames with sound: silence, but from `flash` on a white frame and a tone of 1 kHz for 0.2 seconds.

    All time stamps begin at `starts`; the sound begins `sound_starts` later than the pictures.
    """
    with av.open(str(path), "w") as container:
        pictures = container.add_stream("libx264", rate=rate)
        pictures.width, pictures.height = size
        pictures.pix_fmt = "yuv420p"
        pictures.codec_context.thread_count = 1
        pictures.codec_context.gop_size = keyframes_every
        pictures.options = {"preset": "ultrafast", "sc_threshold": "0", "crf": "20"}
        tones = container.add_stream(sound, rate=48_000)
        for number in range(round(seconds * rate)):
            flashes = flash is not None and flash <= number / rate < flash + 0.2
            image = Image.new("RGB", size, "white") if flashes else numbered(number % 256, *size)
            frame = av.VideoFrame.from_image(image)
            frame.pts, frame.time_base = number + round(starts * rate), Fraction(1, rate)
            container.mux(pictures.encode(frame))
        at = np.arange(round(sound_starts * 48_000), round(seconds * 48_000)) / 48_000
        loud = np.zeros_like(at) if flash is None else ((at >= flash) & (at < flash + 0.2)).astype(float)
        wave = (loud * np.sin(2 * np.pi * 1000 * at) * 20_000).astype(np.int16)
        for first in range(0, len(wave) - 1023, 1024):
            tone = av.AudioFrame.from_ndarray(wave[first : first + 1024].reshape(1, -1), layout="mono")
            tone.sample_rate = 48_000
            tone.pts, tone.time_base = first + round((starts + sound_starts) * 48_000), Fraction(1, 48_000)
            container.mux(tones.encode(tone))
        container.mux(pictures.encode())
        container.mux(tones.encode())
    return path


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes, seconds = divmod(round(abs(degrees) * 3600, 4), 60)
    return float(minutes // 60), float(minutes % 60), round(seconds, 4)


def _box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return (len(body) + 8).to_bytes(4, "big") + kind + body


def _hevc(image: Image.Image) -> tuple[bytes, bytes]:
    """Decoder configuration and one encoded picture."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("libx265", rate=1)
        stream.width, stream.height = image.size
        stream.pix_fmt = "yuv420p"
        stream.codec_context.codec_tag = "hvc1"
        stream.codec_context.max_b_frames = 0
        stream.options = {
            "preset": "ultrafast",
            "x265-params": "log-level=none:crf=12:pools=none:frame-threads=1:bframes=0:rc-lookahead=0",
        }
        frame = av.VideoFrame.from_image(image)
        frame.pts, frame.time_base = 0, Fraction(1, 1)
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    content = buffer.getvalue()
    at = content.index(b"hvcC")
    size = int.from_bytes(content[at - 4 : at], "big")
    with av.open(io.BytesIO(content)) as container:
        return content[at + 4 : at - 4 + size], bytes(next(container.demux(video=0)))
