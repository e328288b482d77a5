"""Kinds of files are told by their first bytes, and what is passed off as media is kept with the reason."""

from pathlib import Path

import pytest

from annotator.media.sniff import Decoder, recognise
from annotator.model import Kind
from tests import makers


@pytest.mark.parametrize(
    ("suffix", "decoder"),
    [
        (".jpg", "JPEG"),
        (".png", "PNG"),
        (".tif", "TIFF"),
        (".webp", "WEBP"),
        (".gif", "GIF"),
        (".bmp", "BMP"),
        (".avif", "AVIF"),
    ],
)
def test_photos_are_recognised_whatever_they_are_called(tmp_path: Path, suffix: str, decoder: str) -> None:
    head = makers.photo(tmp_path / f"a{suffix}").read_bytes()[:4096]
    for name in (f"a{suffix}", "a.txt", "a", "a.mp4"):
        found = recognise(head, name)
        assert found is not None
        assert (found.kind, found.decoder, found.failure) == (Kind.PHOTO, decoder, None)


@pytest.mark.parametrize(
    ("suffix", "codec", "decoder"),
    [
        (".mp4", "libx264", Decoder.MOV),
        (".mov", "libx264", Decoder.MOV),
        (".3gp", "libx264", Decoder.MOV),
        (".mkv", "libx264", Decoder.MATROSKA),
        (".webm", "libvpx", Decoder.MATROSKA),
        (".avi", "mpeg4", Decoder.AVI),
        (".ts", "libx264", Decoder.MPEGTS),
        (".wmv", "wmv2", Decoder.ASF),
    ],
)
def test_videos_are_recognised_by_their_container(tmp_path: Path, suffix: str, codec: str, decoder: Decoder) -> None:
    path = makers.video(tmp_path / f"v{suffix}", codec=codec, frames=6)
    found = recognise(path.read_bytes()[:4096], "without-ending")
    assert found is not None
    assert (found.kind, found.decoder, found.extension) == (Kind.VIDEO, decoder, suffix)


@pytest.mark.parametrize(
    ("head", "extension"),
    [
        (b"II*\0\x10\0\0\0CR\2\0", ".cr2"),
        (b"IIU\0\x18\0\0\0", ".rw2"),
        (b"IIRO\x08\0\0\0", ".orf"),
        (b"FUJIFILMCCD-RAW 0201", ".raf"),
        (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", ".cr3"),
        (b"II*\0\x08\0\0\0\1\0\x12\xc6\x01\0\x04\0\0\0\1\4\0\0", ".dng"),
    ],
)
def test_raw_photos_are_recognised_without_their_names(head: bytes, extension: str) -> None:
    found = recognise(head, "whatever")
    assert found is not None
    assert (found.decoder, found.extension) == (Decoder.RAW, extension)


def test_the_name_decides_between_tiff_and_raw_formats_that_begin_like_it() -> None:
    head = b"II*\0\x08\0\0\0"
    assert recognise(head, "a.NEF").decoder is Decoder.RAW  # type: ignore[union-attr]  # it is not None
    assert recognise(head, "a.nef.tif").decoder is Decoder.TIFF  # type: ignore[union-attr]  # as above


@pytest.mark.parametrize(
    "head", [b"", b"hello", b"PK\3\4....", b"{}", b"ID3\4", b"%PDF-1.7", b"RIFF\0\0\0\0WAVEfmt ", b"OggS"]
)
def test_what_is_not_media_is_none(head: bytes) -> None:
    assert recognise(head, "notes.txt") is None
    assert recognise(head, "without-ending") is None


@pytest.mark.parametrize(
    ("head", "name", "code"),
    [
        (b"", "IMG_1.JPG", "empty"),
        (b"#EXTM3U\n/etc/passwd\n", "clip.mp4", "not-what-it-says"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "clip.mkv", "not-what-it-says"),
        (b"<html>", "photo.heic", "not-what-it-says"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "photo.png", "not-what-it-says"),
        (b'<?xml version="1.0"?><svg/>', "drawing.svg", "unsupported-format"),
        (b"8BPS\0\1", "a.psd", "unsupported-format"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "a.jp2", "unsupported-format"),
        (b".RMF\0\0\0\x12", "a.rm", "unsupported-format"),
        (b"\x06\x0e\x2b\x34\x02\x05\x01\x01", "a.mxf", "unsupported-format"),
    ],
)
def test_what_is_passed_off_as_media_is_kept_unread_with_the_reason(head: bytes, name: str, code: str) -> None:
    found = recognise(head, name)
    assert found is not None
    assert found.decoder is None
    assert found.failure is not None
    assert found.failure.code == code


def test_text_that_begins_like_a_bitmap_is_not_one() -> None:
    assert recognise(b"BMW 320i, white, seen at the checkpoint", "notes.txt") is None


def test_every_prefix_of_real_headers_is_answered(tmp_path: Path) -> None:
    for path in (makers.photo(tmp_path / "a.avif"), makers.video(tmp_path / "a.mp4", frames=2)):
        head = path.read_bytes()[:64]
        for length in range(len(head)):
            recognise(head[:length], "x")
