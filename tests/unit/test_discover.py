"""Discovery takes regular files only, and knows which sidecar belongs to which file."""

import os
import socket
from pathlib import Path

import pytest

from annotator.discover import Found, Passed, discover


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    (tmp_path / "case").mkdir()
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def _found(*paths: Path, case: Path) -> dict[str, tuple[str, ...]]:
    found = discover(paths, apart_from=case)
    return {
        Path(one.path).name: tuple(Path(path).name for path in one.sidecars) for one in found if isinstance(one, Found)
    }


def test_sidecars_come_with_the_file_of_the_same_name(drive: Path, tmp_path: Path) -> None:
    for name in ("a.jpg", "a.jpg.json", "a.xmp", "B.JPG", "b.txt", "alone.txt", "c.mp4", "c.mp4.txt", "c.jpg"):
        (drive / name).write_bytes(b"x")
    assert _found(drive, case=tmp_path / "case") == {
        "a.jpg": ("a.jpg.json", "a.xmp"),
        "B.JPG": ("b.txt",),
        "c.mp4": ("c.mp4.txt",),
        "c.jpg": (),
        "alone.txt": (),
    }


def test_files_given_one_by_one_are_matched_too(drive: Path, tmp_path: Path) -> None:
    for name in ("a.jpg", "a.xmp"):
        (drive / name).write_bytes(b"x")
    assert _found(drive / "a.xmp", drive / "a.jpg", case=tmp_path / "case") == {"a.jpg": ("a.xmp",)}


def test_what_is_no_regular_file_is_passed_with_its_reason(drive: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(b"x")
    (drive / "link.jpg").symlink_to(outside)
    (drive / "dangling.jpg").symlink_to(tmp_path / "nowhere")
    (drive / "loop").symlink_to(drive)
    os.mkfifo(drive / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(drive / "s"))
        seen = {
            Path(one.path).name: one.finding.code for one in discover([drive], apart_from=tmp_path / "case")
            if isinstance(one, Passed)
        }  # fmt: skip
    assert seen == {
        "link.jpg": "link", "dangling.jpg": "link", "loop": "link", "pipe.jpg": "not-a-file", "s": "not-a-file"
    }  # fmt: skip


def test_a_missing_path_and_the_case_itself_are_passed(drive: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    (case / "originals.jpg").write_bytes(b"x")
    passed = list(discover([tmp_path / "none", case], apart_from=case))
    assert [one.finding.code for one in passed if isinstance(one, Passed)] == ["gone", "own-case"]
    assert len(passed) == 2


def test_a_sidecar_goes_to_the_photo_among_files_of_its_name(drive: Path, tmp_path: Path) -> None:
    for name in ("a.aae", "a.heic", "a.json"):
        (drive / name).write_bytes(b"x")
    assert _found(drive, case=tmp_path / "case") == {"a.aae": (), "a.heic": ("a.json",)}


def test_what_lies_in_the_case_is_passed_however_the_case_is_named(drive: Path, tmp_path: Path) -> None:
    inside = tmp_path / "case" / "originals"
    inside.mkdir()
    (inside / "a.jpg").write_bytes(b"x")
    (tmp_path / "named").symlink_to(tmp_path / "case")
    passed = discover([tmp_path / "case", inside, inside / "a.jpg"], apart_from=tmp_path / "named")
    assert [one.finding.code for one in passed if isinstance(one, Passed)] == ["own-case", "inside-case", "inside-case"]


def test_a_file_named_twice_is_found_once(drive: Path, tmp_path: Path) -> None:
    (drive / "a.jpg").write_bytes(b"x")
    assert len(list(discover([drive / "a.jpg", drive / "a.jpg"], apart_from=tmp_path / "case"))) == 1


def test_what_lies_under_two_of_the_paths_is_found_once(drive: Path, tmp_path: Path) -> None:
    for name in ("a.jpg", "a.xmp", "b.jpg"):
        (drive / name).write_bytes(b"x")
    (drive / "link").symlink_to(drive)
    paths = [drive, drive / "a.jpg", drive / ".." / "drive", drive / "a.xmp", drive / "link"]
    found = list(discover(paths, apart_from=tmp_path / "case"))
    assert sorted(Path(one.path).name for one in found) == ["a.jpg", "b.jpg", "link"]
    assert [one.sidecars for one in found if isinstance(one, Found) and one.sidecars] == [(str(drive / "a.xmp"),)]
