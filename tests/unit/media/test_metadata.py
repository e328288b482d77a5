"""Metadata of photos: every value with its source and raw text, the chosen ones by order, the unread ones told."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from annotator.analysis import Analysis
from annotator.media import exif, iptc, xmp
from annotator.media.tags import MAX_TAGS, MAX_TEXT, tag
from tests import makers
from tests.unit.media.helpers import analysed, as_bytes, codes

WHERE = (35.8, 36.55)


def value(found: Analysis, source: str, name: str) -> str:
    return next(entry.raw for entry in found.tags if (entry.source, entry.tag) == (source, name))


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".avif"])
def test_exif_is_read_from_every_format(tmp_path: Path, suffix: str) -> None:
    block = makers.exif(position=WHERE, offset="+03:00", orientation=1)
    found = analysed(makers.photo(tmp_path / f"a{suffix}", block=block))
    assert found.captured_at == "2016-10-26T12:21:12+03:00"
    assert found.captured_at_source == "exif"
    assert (found.latitude, found.longitude) == pytest.approx(WHERE)
    assert found.location_source == "gps"
    assert (found.make, found.model, found.camera_source) == ("Canon", "Canon EOS 5D", "exif")
    assert not found.findings


def test_exif_and_xmp_are_read_from_heic(tmp_path: Path) -> None:
    block = makers.exif(position=WHERE, offset="+03:00", orientation=6)
    found = analysed(makers.heic(tmp_path / "a.heic", block=block, packet=makers.xmp(tiff_Make="Apple")))
    assert found.captured_at == "2016-10-26T12:21:12+03:00"
    assert (found.latitude, found.longitude) == pytest.approx(WHERE)
    assert (found.make, found.orientation) == ("Canon", 6)
    assert value(found, "xmp", "tiff:Make") == "Apple"
    assert not found.findings


def test_exif_is_read_from_tiff(tmp_path: Path) -> None:
    found = analysed(makers.photo(tmp_path / "a.tif", block=makers.exif(orientation=3)))
    assert (found.make, found.orientation) == ("Canon", 3)


def test_values_keep_their_raw_text_beside_the_readable_one(tmp_path: Path) -> None:
    found = analysed(makers.photo(tmp_path / "a.jpg", block=makers.exif(position=WHERE, orientation=6)))
    orientation = next(entry for entry in found.tags if entry.tag == "Image Orientation")
    assert (orientation.raw, orientation.value) == ("6", "Rotated 90 CW")
    assert value(found, "exif", "GPS GPSLatitude") == "35/1 48/1 0/1"


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".avif"])
def test_xmp_speaks_where_exif_is_silent(tmp_path: Path, suffix: str) -> None:
    packet = makers.xmp(
        xmp_CreateDate="2016-10-26T12:21+03:00",
        exif_GPSLatitude="35,48.0N",
        exif_GPSLongitude="36,33.0E",
        tiff_Make="Nikon",
        tiff_Model="D70",
    )
    found = analysed(makers.photo(tmp_path / f"a{suffix}", packet=packet))
    assert (found.captured_at, found.captured_at_source) == ("2016-10-26T12:21+03:00", "xmp")
    assert (found.latitude, found.longitude) == pytest.approx(WHERE)
    assert (found.make, found.model, found.location_source) == ("Nikon", "D70", "xmp")


def test_exif_comes_before_xmp_and_both_are_kept(tmp_path: Path) -> None:
    packet = makers.xmp(exif_DateTimeOriginal="2016-10-26T12:21:12", tiff_Make="Nikon")
    found = analysed(makers.photo(tmp_path / "a.jpg", block=makers.exif(), packet=packet))
    assert (found.captured_at_source, found.make) == ("exif", "Canon")
    assert value(found, "xmp", "tiff:Make") == "Nikon"


def test_a_sidecar_speaks_last(tmp_path: Path) -> None:
    sidecar = tmp_path / "a.xmp"
    sidecar.write_bytes(makers.xmp(xmp_CreateDate="2016-10-26", tiff_Make="Sony"))
    found = analysed(makers.photo(tmp_path / "a.png"), sidecars=(str(sidecar),))
    assert (found.captured_at, found.captured_at_source, found.make) == ("2016-10-26", "sidecar", "Sony")
    assert {entry.source for entry in found.tags} == {"sidecar"}


def test_the_file_name_speaks_where_nothing_else_does_and_only_if_it_is_clear(tmp_path: Path) -> None:
    path = makers.photo(tmp_path / "a.png")
    assert analysed(path, name="IMG-20161026-WA0001.jpg").captured_at == "2016-10-26"
    assert analysed(path, name="IMG-20161026-WA0001.jpg").captured_at_source == "file-name"
    assert analysed(path, name="03-04-2016.jpg").captured_at is None


def test_the_modification_date_is_never_taken_for_the_capture_date(tmp_path: Path) -> None:
    block = makers.exif(taken=None)
    block[0x0132] = "2020:01:01 10:00:00"
    assert analysed(makers.photo(tmp_path / "a.jpg", block=block)).captured_at is None


def iptc_segment(*data_sets: tuple[int, bytes]) -> bytes:
    body = b"".join(b"\x1c\x02" + bytes([number]) + len(text).to_bytes(2, "big") + text for number, text in data_sets)
    resource = b"8BIM\x04\x04\0\0" + len(body).to_bytes(4, "big") + body + b"\0" * (len(body) % 2)
    payload = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + (len(payload) + 2).to_bytes(2, "big") + payload


def with_segment(jpeg: bytes, segment: bytes) -> bytes:
    return jpeg[:2] + segment + jpeg[2:]


def app1(payload: bytes) -> bytes:
    return b"\xff\xe1" + (len(payload) + 2).to_bytes(2, "big") + payload


def test_iptc_date_and_time_make_one_date(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    segment = iptc_segment((55, b"20161026"), (60, b"122112+0300"), (25, b"Hass"), (25, "قصف".encode()))
    path.write_bytes(with_segment(as_bytes(makers.scene(), "JPEG"), segment))
    found = analysed(path)
    assert (found.captured_at, found.captured_at_source) == ("2016-10-26T12:21:12+03:00", "iptc")
    assert value(found, "iptc", "Keywords") == "Hass; قصف"


def test_extended_xmp_is_put_together_in_order(tmp_path: Path) -> None:
    packet, guid = makers.xmp(xmp_CreateDate="2016-10-26"), b"0" * 32
    head = b"http://ns.adobe.com/xmp/extension/\0" + guid + len(packet).to_bytes(4, "big")
    halves = [app1(head + at.to_bytes(4, "big") + packet[at : at + 300]) for at in range(0, len(packet), 300)]
    jpeg = as_bytes(makers.scene(), "JPEG")
    path = tmp_path / "a.jpg"
    path.write_bytes(with_segment(jpeg, b"".join(reversed(halves))))
    assert analysed(path).captured_at == "2016-10-26"


def test_an_exif_block_longer_than_a_segment_is_put_together(tmp_path: Path) -> None:
    block = makers.exif()
    block[0x010E] = "x" * 70_000
    tiff = block.tobytes()[6:]
    parts = [app1(b"Exif\0\0" + tiff[at : at + 60_000]) for at in range(0, len(tiff), 60_000)]
    path = tmp_path / "a.jpg"
    path.write_bytes(with_segment(as_bytes(makers.scene(), "JPEG"), b"".join(parts)))
    assert analysed(path).captured_at == "2016-10-26T12:21:12"


def test_an_exif_block_without_its_prefix_is_read_in_webp(tmp_path: Path) -> None:
    webp = makers.photo(tmp_path / "a.webp", block=makers.exif()).read_bytes()
    assert analysed(tmp_path / "a.webp").make == "Canon"
    start = webp.index(b"EXIF")
    size = int.from_bytes(webp[start + 4 : start + 8], "little")
    body = webp[start + 8 : start + 8 + size].removeprefix(b"Exif\0\0")
    prefixed = b"Exif\0\0" + body
    changed = webp[:start] + b"EXIF" + len(prefixed).to_bytes(4, "little") + prefixed + b"\0" * (len(prefixed) % 2)
    path = tmp_path / "b.webp"
    path.write_bytes(changed[:4] + (len(changed) - 8).to_bytes(4, "little") + changed[8:])
    assert analysed(path).make == "Canon"


def test_png_text_and_imagemagicks_profiles_are_read(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "someone in Hass")
    tiff = makers.exif().tobytes()
    info.add_text("Raw profile type exif", f"\nexif\n{len(tiff):8}\n{tiff.hex()}\n", zip=True)
    path = tmp_path / "a.png"
    makers.scene().save(path, pnginfo=info)
    found = analysed(path)
    assert found.captured_at == "2016-10-26T12:21:12"
    assert value(found, "file", "PNG Author") == "someone in Hass"


def test_text_that_unpacks_to_too_much_is_told_and_the_picture_is_shown(tmp_path: Path) -> None:
    png = makers.photo(tmp_path / "a.png").read_bytes()
    body = b"Comment\0\0" + zlib.compress(b"0" * 50_000_000)
    chunk = len(body).to_bytes(4, "big") + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    path = tmp_path / "b.png"
    path.write_bytes(png[:33] + chunk + png[33:])
    found = analysed(path)
    assert codes(found) == {"png-not-read"}
    assert found.thumbnail is not None


# --- what is broken ----------------------------------------------------------------------------------------


def tiff(*entries: tuple[int, int, int, int], tail: bytes = b"") -> bytes:
    """A little-endian TIFF structure of one IFD: tag, type, count, value or offset."""
    ifd = len(entries).to_bytes(2, "little") + b"".join(struct.pack("<HHII", *entry) for entry in entries) + b"\0\0\0\0"
    return b"II*\0\x08\0\0\0" + ifd + tail


def test_a_count_that_lies_is_left_out_and_told() -> None:
    found = exif.read([("", tiff((0x010F, 2, 1_000_000_000, 8), (0x0112, 3, 1, 6)))])
    assert [entry.tag for entry in found.tags] == ["Image Orientation"]
    assert found.unread == ["Image Make"]


def test_what_lies_beyond_the_end_is_not_made_up() -> None:
    found = exif.read([("", tiff((0x8825, 4, 1, 26), tail=tiff((2, 5, 3, 5000), (4, 5, 3, 9000))[8:]))])
    assert not [entry for entry in found.tags if "Latitude" in entry.tag]
    assert "GPS GPSLatitude" in found.unread


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"II*\0",
        b"II*\0\xff\xff\xff\xff",
        tiff((0x8769, 4, 1, 8)),
        tiff((0x8769, 2, 4, 8), (0x8825, 4, 0, 0)),
        tiff(*[(0x010F, 2, 4, 0)] * 900),
        b"II*\0\x08\0\0\0\xff\xff" + b"\x0f\x01\x02\0\x04\0\0\0abcd" * 100,
        b"nonsense" * 20,
    ],
)
def test_broken_structures_end_quickly_and_without_an_error(block: bytes) -> None:
    found = exif.read([("", block)])
    assert len(found.tags) <= 2


def test_a_block_that_can_not_be_read_is_told_apart_from_none(tmp_path: Path) -> None:
    jpeg = as_bytes(makers.scene(), "JPEG")
    path = tmp_path / "a.jpg"
    path.write_bytes(with_segment(jpeg, app1(b"Exif\0\0garbage garbage")))
    assert "exif-not-read" in codes(analysed(path))
    path.write_bytes(jpeg)
    assert not analysed(path).findings


def test_metadata_is_returned_even_if_the_picture_is_not_readable(tmp_path: Path) -> None:
    jpeg = makers.photo(tmp_path / "a.jpg", block=makers.exif(position=WHERE)).read_bytes()
    path = tmp_path / "b.jpg"
    path.write_bytes(jpeg[: jpeg.index(b"\xff\xdb")])
    found = analysed(path)
    assert found.failure is not None
    assert found.captured_at == "2016-10-26T12:21:12"


@pytest.mark.parametrize(
    ("position", "believed"),
    [((0.0, 0.0), False), ((91.0, 10.0), False), ((35.8, 36.55), True), ((-35.8, -36.55), True)],
)
def test_implausible_positions_are_kept_but_not_believed(
    tmp_path: Path, position: tuple[float, float], believed: bool
) -> None:
    found = analysed(makers.photo(tmp_path / "a.jpg", block=makers.exif(position=position)))
    assert (found.latitude is not None) is believed
    assert ("implausible-position" in codes(found)) is not believed
    assert value(found, "exif", "GPS GPSLatitude")


@pytest.mark.parametrize("taken", ["1970:01:01 00:00:00", "1904:01:01 00:00:00", "2199:01:01 00:00:00"])
def test_implausible_dates_are_kept_but_not_believed(tmp_path: Path, taken: str) -> None:
    found = analysed(makers.photo(tmp_path / "a.jpg", block=makers.exif(taken=taken)))
    assert found.captured_at is None
    assert codes(found) == {"implausible-date"}
    assert value(found, "exif", "EXIF DateTimeOriginal") == taken


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "    :  :     :  :  "])
def test_a_clock_that_was_never_set_is_no_date(tmp_path: Path, taken: str) -> None:
    found = analysed(makers.photo(tmp_path / "a.jpg", block=makers.exif(taken=taken)))
    assert found.captured_at is None


@pytest.mark.parametrize(
    "packet",
    [
        b"<x:xmpmeta>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&b;</rdf:RDF>',
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>" + b"<a>" * 5000 + b"</rdf:RDF>",
        b"\xff\xfe\0",
        b"no markup at all",
    ],
)
def test_broken_xmp_is_refused_with_a_reason(packet: bytes) -> None:
    with pytest.raises(xmp.NotXmp, match=r"."):
        xmp.read(packet)


def test_entities_in_xmp_are_never_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    inside = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>&b;</rdf:Description></rdf:RDF>'
    with pytest.raises(xmp.NotXmp):
        xmp.read(bomb + inside)


def test_lists_and_structures_in_xmp_are_flattened() -> None:
    packet = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#">
      <rdf:Description><dc:subject><rdf:Bag><rdf:li>Hass</rdf:li><rdf:li>school</rdf:li></rdf:Bag></dc:subject>
      <xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved"/></rdf:Seq></xmpMM:History></rdf:Description></rdf:RDF>"""
    found = {entry.tag: entry.value for entry in xmp.read(packet)}
    assert found == {"dc:subject": "Hass; school", "xmpMM:History/stEvt:action": "saved"}


def test_broken_iptc_ends_without_an_error() -> None:
    assert iptc.read(b"\x1c\x02\x37\xff\xff") == []
    assert iptc.read(b"\x1c\x02") == []
    assert len(iptc.read(b"\x1c\x02\x19\0\1x" * 5000)) == 1


def test_values_are_bounded_and_harmless() -> None:
    found = tag("exif", "Image Make", "Ca\0non\ud800\x1b[31m" + "x" * 100_000)
    assert len(found.raw) <= MAX_TEXT
    assert not set(found.raw) & {"\0", "\ud800", "\x1b"}
    found.raw.encode("utf-8")


def test_the_number_of_tags_is_bounded(tmp_path: Path) -> None:
    properties = {f"xmp_P{number}": "x" for number in range(5 * MAX_TAGS)}
    packet = makers.xmp(**properties)
    assert len(xmp.read(packet)) <= MAX_TAGS


def test_a_gif_keeps_its_comment(tmp_path: Path) -> None:
    path = makers.photo(tmp_path / "a.gif", comment=b"from the phone of a neighbour")
    assert value(analysed(path), "file", "GIF Comment") == "from the phone of a neighbour"


def test_an_8_bit_picture_without_metadata_has_no_tags(tmp_path: Path) -> None:
    Image.new("L", (40, 40), 9).save(tmp_path / "a.bmp")
    assert analysed(tmp_path / "a.bmp").tags == ()
