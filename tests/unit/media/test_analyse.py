"""The room as a whole: what it loads, what it asks ExifTool, and that it never raises for what the bytes say."""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.media import exiftool
from annotator.media.analyse import analyse
from annotator.media.sniff import HEAD, recognise
from annotator.model import Kind, Sampling
from tests import makers
from tests.unit.media.helpers import analysed, codes


def test_photos_do_not_load_what_only_videos_and_raw_photos_need() -> None:
    heavy = {"av", "rawpy", "imagecodecs", "pi_heif"}
    code = f"import sys, annotator.media.analyse; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["empty.jpg", "empty.mp4"])
def test_an_empty_file_that_claims_to_be_media_says_that_it_is_empty(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    found = analysed(tmp_path / name)
    assert found.failure is not None
    assert found.failure.code == "empty"


def test_what_is_not_opened_still_tells_the_date_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "2016-10-26.psd"
    path.write_bytes(b"8BPS\0\1" + bytes(100))
    found = analysed(path)
    assert (found.kind, found.captured_at, found.captured_at_source) == (Kind.PHOTO, "2016-10-26", "file-name")
    assert found.failure is not None
    assert found.failure.code == "unsupported-format"


SUFFIXES = [".jpg", ".png", ".webp", ".tif", ".gif", ".bmp", ".avif", ".heic", ".jxl", ".mp4", ".mkv", ".ts", ".wmv"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_damage_anywhere_is_told_and_never_raised(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    match suffix:
        case ".heic":
            makers.heic(path, block=makers.exif(), packet=makers.xmp(xmp_CreateDate="2016-10-26"))
        case ".jxl":
            makers.jpeg_xl(path)
        case ".mp4" | ".mkv" | ".ts":
            makers.video(path, frames=12)
        case ".wmv":
            makers.video(path, frames=12, codec="wmv2")
        case ".gif" | ".bmp":
            makers.photo(path)
        case _:
            makers.photo(
                path, block=makers.exif(position=(35.8, 36.55)), packet=makers.xmp(xmp_CreateDate="2016-10-26")
            )
    content, chance = path.read_bytes(), random.Random(suffix)
    damaged = tmp_path / f"b{suffix}"
    for _ in range(12):
        changed = bytearray(content)
        for _ in range(chance.choice((1, 5, 30))):
            changed[chance.randrange(16, min(len(changed), chance.choice((200, 2000, 100_000))))] = chance.choice(
                (0, 255, 128)
            )
        damaged.write_bytes(changed)
        format = recognise(bytes(changed[:HEAD]), damaged.name)
        assert format is not None
        found = analyse(str(damaged), name=damaged.name, format=format, sampling=Sampling.KEYFRAMES, every=None)
        for finding in (*found.findings, *([found.failure] if found.failure else [])):
            assert finding.code
            assert finding.message.endswith(".")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program called exiftool, found first on the PATH; the test writes what it does."""
    program = tmp_path / "bin" / "exiftool"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    exiftool.program.cache_clear()
    yield program
    exiftool.program.cache_clear()


def script(program: Path, body: str) -> None:
    program.write_text(f"#!{sys.executable}\n{body}")
    program.chmod(0o755)


def test_exiftools_output_stands_beside_ours_and_replaces_nothing(tmp_path: Path, installed: Path) -> None:
    script(
        installed,
        """print('[{"SourceFile": "x", "IFD0:Make": "Nikon", "ExifIFD:ISO": 400, "System:FileName": "x"}]')""",
    )
    found = analysed(makers.photo(tmp_path / "a.jpg", block=makers.exif()))
    assert found.make == "Canon"
    theirs = {entry.tag: entry.value for entry in found.tags if entry.source == "exiftool"}
    assert theirs == {"IFD0:Make": "Nikon", "ExifIFD:ISO": "400"}


@pytest.mark.parametrize("body", ["print('no JSON')", "print('[]')", "raise SystemExit(3)", "print('[' * 100000)"])
def test_an_exiftool_that_fails_is_a_finding(tmp_path: Path, installed: Path, body: str) -> None:
    script(installed, body)
    found = analysed(makers.photo(tmp_path / "a.jpg", block=makers.exif()))
    assert found.make == "Canon"
    assert "exiftool-not-read" in codes(found)
