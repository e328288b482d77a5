"""RAW photos, by LibRaw through rawpy: the camera's own preview where it is big enough, else developed at half size."""

import io
from mmap import mmap
from typing import Final

import rawpy
from PIL import Image

from annotator.analysis import NotDecoded
from annotator.media import pictures
from annotator.media.pictures import Picture, check_size
from annotator.media.sniff import Decoder
from annotator.model import Finding

TURNED: Final = {3: 3, 5: 8, 6: 6}
"""LibRaw's number for how a camera was held → EXIF's orientation."""


def decode(data: mmap, *, orientation: int | None, shorter: int) -> Picture:
    """The picture, upright, its shorter side at least `shorter` pixels where the file has them. Raises NotDecoded.

    Where LibRaw can't read the file, a preview that stands in it as a TIFF page or JPEG is shown, turned by EXIF's
    `orientation`, with a finding.
    """
    try:
        with rawpy.imread(io.BytesIO(data)) as file:
            sizes = file.sizes
            check_size(sizes.raw_width, sizes.raw_height)
            held = TURNED.get(sizes.flip, 1)
            width, height = (sizes.height, sizes.width) if held in (6, 8) else (sizes.width, sizes.height)
            image = _preview(file, held, shorter)
            if image is None:
                developed = file.postprocess(half_size=True, use_camera_wb=True, output_bps=8)
                image = pictures.scaled(Image.fromarray(developed), 1, shorter).image
            return Picture(image=image, width=width, height=height)
    except (NotDecoded, MemoryError):
        raise
    except (rawpy.LibRawError, ValueError) as error:
        return _embedded(data, orientation, shorter, _reason(error))


def _preview(file: rawpy.RawPy, held: int, shorter: int) -> Image.Image | None:
    """The camera's own JPEG, where there is one that is big enough."""
    try:
        preview = file.extract_thumb()
        if preview.format is not rawpy.ThumbFormat.JPEG:
            return None
        picture = pictures.by_pillow(bytes(preview.data), Decoder.JPEG, orientation=held, shorter=shorter)
    except (rawpy.LibRawError, NotDecoded):
        return None
    return picture.image if min(picture.width, picture.height) >= shorter and picture.finding is None else None


def _embedded(data: mmap, orientation: int | None, shorter: int, reason: str) -> Picture:
    """A preview that can be found without LibRaw: a JPEG behind a RAF's header, or a page of a TIFF."""
    finding = Finding(
        code="preview-only", message=f"Only the preview in the RAW file could be read (LibRaw: {reason})."
    )
    try:
        if data[:15] == b"FUJIFILMCCD-RAW":
            start = int.from_bytes(data[84:88], "big")
            jpeg = data[start : start + int.from_bytes(data[88:92], "big")]
            picture = pictures.by_pillow(jpeg, Decoder.JPEG, orientation=orientation, shorter=shorter)
        elif data[:4] in (b"II*\0", b"MM\0*"):
            picture = pictures.by_pillow(data, Decoder.TIFF, orientation=None, shorter=shorter)
        else:
            raise NotDecoded("damaged", f"The RAW file can't be read ({reason}).")
    except NotDecoded:
        raise NotDecoded(
            "damaged", f"The RAW file can't be read ({reason}), and it holds no readable preview."
        ) from None
    return Picture(image=picture.image, width=picture.width, height=picture.height, finding=finding)


def _reason(error: Exception) -> str:
    first = error.args[0] if error.args else error
    return first.decode(errors="replace")[:120] if isinstance(first, bytes) else str(first)[:120]
