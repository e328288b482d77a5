"""The checker on zipped bundles: read without being unpacked, and no entry leads out of them or bursts."""

import hashlib
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from annotator import checker


def problems(path: Path) -> list[tuple[str, str]]:
    return [tuple(event) for event in checker.check(path) if isinstance(event, checker.Problem)]


def flip(path: Path, position: int) -> None:
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)


def zipped(path: Path, entries: dict[str, bytes], *, top: str = "b/") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(zipfile.ZipInfo(f"{top}{name}"), content, zipfile.ZIP_DEFLATED)
    return path


def bag_entries(content: bytes = b"a") -> dict[str, bytes]:
    return {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "manifest-sha256.txt": f"{hashlib.sha256(content).hexdigest()}  data/a\n".encode(),
        "data/a": content,
    }


def test_a_zipped_bag_is_checked_with_and_without_a_folder_at_the_top(tmp_path: Path) -> None:
    assert problems(zipped(tmp_path / "a.zip", bag_entries())) == []
    assert problems(zipped(tmp_path / "b.zip", bag_entries(), top="")) == []


@pytest.mark.parametrize("name", ["../evil", "/evil", "b/../../evil", "C:\\evil", "evil", "b/data\\..\\evil", "b/../"])
def test_a_zip_entry_outside_of_the_bundle_is_wrong(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", bag_entries())
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(zipfile.ZipInfo(name), b"")
    assert len(problems(path)) == 1
    assert not (tmp_path / "evil").exists()


def test_a_zip_entry_that_is_a_link_is_wrong(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", bag_entries())
    with zipfile.ZipFile(path, "a") as file:
        link = zipfile.ZipInfo("b/data/link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        file.writestr(link, b"/etc/passwd")
    assert "link or a device" in dict(problems(path))["data/link"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_entry_that_stands_twice_is_wrong(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", bag_entries())
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("b/data/a", b"other")
    assert problems(path)[0] == ("data/a", "stands twice in the zip file")


def test_a_zip_bomb_is_not_read(tmp_path: Path) -> None:
    content = bytes(64 << 20)
    path = zipped(tmp_path / "a.zip", bag_entries(content))
    steps = [event for event in checker.check(path) if isinstance(event, checker.Step)]
    assert "zip bomb" in dict(problems(path))["data/a"]
    assert all(step.path != "data/a" for step in steps)


def test_overlapping_zip_entries_are_not_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {**bag_entries(), "data/b": b"b" * 50})
    with zipfile.ZipFile(path, "a") as file:
        file.getinfo("b/data/b").header_offset = file.getinfo("b/data/a").header_offset
        file._didModify = True
    assert "zip bomb" in " ".join(text for _, text in problems(path))


def test_a_damaged_zip_file_is_wrong_and_names_the_file(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    shutil.copy(exported.with_name("zipped.zip"), path)
    with zipfile.ZipFile(path) as file:
        info = next(info for info in file.infolist() if info.filename.endswith(".mp4"))
    flip(path, info.header_offset + 500)
    assert [Path(name).name for name, _ in problems(path)] == [Path(info.filename).name]
    os.truncate(path, 1000)
    assert problems(path)[0][0] == "a.zip"


def test_every_file_of_a_zipped_bundle_is_vouched_for(exported: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(exported.with_name("zipped.zip")) as whole:
        entries = {info.filename: whole.read(info) for info in whole.infolist()}
    for changed in entries:
        content = bytearray(entries[changed])
        content[len(content) // 2] ^= 1
        path = zipped(tmp_path / "a.zip", {**entries, changed: bytes(content)}, top="")
        assert [name for name, _ in problems(path)] == [changed.partition("/")[2]]
