"""RAW photos and boxed JPEG XL: metadata from their own structures, and a preview where LibRaw can't help."""

from pathlib import Path

import pytest
from imagecodecs import brotli_encode
from PIL import Image

from tests import makers
from tests.unit.media.helpers import analysed, as_bytes, codes, image_of

WHERE = (35.8, 36.55)


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return (len(body) + 8).to_bytes(4, "big") + kind + body


def structure(block: Image.Exif) -> bytes:
    return block.tobytes().removeprefix(b"Exif\0\0")


def test_a_raf_that_libraw_refuses_shows_its_preview_and_tells_its_metadata(tmp_path: Path) -> None:
    jpeg = as_bytes(makers.scene(3), "JPEG", exif=makers.exif(position=WHERE, make="FUJIFILM"))
    head = b"FUJIFILMCCD-RAW 0201".ljust(84, b"\0") + (160).to_bytes(4, "big") + len(jpeg).to_bytes(4, "big")
    path = tmp_path / "a.raf"
    path.write_bytes(head.ljust(160, b"\0") + jpeg)
    found = analysed(path)
    assert (found.make, found.captured_at) == ("FUJIFILM", "2016-10-26T12:21:12")
    assert (found.latitude, found.longitude) == pytest.approx(WHERE)
    assert image_of(found.thumbnail).size == (320, 240)
    assert "preview-only" in codes(found)


def test_a_dng_that_libraw_refuses_shows_its_first_page(tmp_path: Path) -> None:
    path = tmp_path / "a.dng"
    makers.scene(3).save(path, "TIFF", tiffinfo={0x010F: "Leica", 0xC612: b"\1\4\0\0"})
    found = analysed(path)
    assert (found.media_type, found.make, found.failure) == ("image/x-adobe-dng", "Leica", None)
    assert "preview-only" in codes(found)


def test_a_cr3_tells_its_metadata_although_its_picture_is_not_there(tmp_path: Path) -> None:
    main = Image.Exif()
    main[0x010F], main[0x0110] = "Canon", "Canon EOS R"
    inner, gps = Image.Exif(), Image.Exif()
    inner[0x9003] = "2016:10:26 12:21:12"
    gps[1], gps[2], gps[3], gps[4] = "N", (35.0, 48.0, 0.0), "E", (36.0, 33.0, 0.0)
    canon = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
    parts = [box(name, structure(block)) for name, block in ((b"CMT1", main), (b"CMT2", inner), (b"CMT4", gps))]
    path = tmp_path / "a.cr3"
    path.write_bytes(box(b"ftyp", b"crx \0\0\0\1crx isom") + box(b"moov", box(b"uuid", canon, *parts)))
    found = analysed(path)
    assert (found.make, found.model, found.captured_at) == ("Canon", "Canon EOS R", "2016-10-26T12:21:12")
    assert (found.latitude, found.longitude) == pytest.approx(WHERE)
    assert found.failure is not None
    assert found.failure.code == "damaged"


@pytest.mark.parametrize("packed", [False, True])
def test_boxed_jpeg_xl_tells_its_exif_and_xmp_packed_or_not(tmp_path: Path, packed: bool) -> None:
    stream = makers.jpeg_xl(tmp_path / "bare.jxl").read_bytes()
    exif, xmp = bytes(4) + structure(makers.exif()), makers.xmp(tiff_Make="Nikon")
    boxes = [box(b"Exif", exif), box(b"xml ", xmp)]
    if packed:
        boxes = [box(b"brob", b"Exif", brotli_encode(exif)), box(b"brob", b"xml ", brotli_encode(xmp))]
    start = box(b"JXL ", b"\r\n\x87\n") + box(b"ftyp", b"jxl \0\0\0\0jxl ")
    path = tmp_path / "a.jxl"
    path.write_bytes(start + b"".join(boxes) + box(b"jxlc", stream))
    found = analysed(path)
    assert (found.make, found.captured_at, found.failure) == ("Canon", "2016-10-26T12:21:12", None)
    assert any(entry.source == "xmp" and entry.raw == "Nikon" for entry in found.tags)
    assert (found.width, found.height) == (320, 240)


def test_a_jpeg_xl_that_says_it_is_huge_is_not_decoded(tmp_path: Path) -> None:
    bits = 0 | 3 << 1 | 99_999 << 3 | 1 << 33  # not small, 30 bits, height − 1, as wide as high
    path = tmp_path / "a.jxl"
    path.write_bytes(b"\xff\x0a" + bits.to_bytes(8, "little") + bytes(50))
    found = analysed(path)
    assert found.failure is not None
    assert found.failure.code == "too-big"
