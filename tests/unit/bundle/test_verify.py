"""Verifying a case or whatever a path names: every byte is read again, and nothing is written."""

import os
import re
from pathlib import Path
from threading import Event as Flag

import pytest

from annotator import errors
from annotator.model import Progress, Verified
from annotator.verify import verify_path
from tests.tampering import tamper
from tests.unit.bundle.make import make_case, write_bundle


def verified(path: Path) -> Verified:
    *progress, end = verify_path(path)
    assert all(isinstance(event, Progress) for event in progress)
    assert isinstance(end, Verified)
    return end


@pytest.fixture
def case(tmp_path: Path) -> Path:
    make_case(tmp_path / "case").close()
    return tmp_path / "case"


def test_a_case_a_bundle_and_a_zipped_bundle_are_told_apart_and_right(exported: Path) -> None:
    case = verified(exported.with_name("case"))
    assert (case.ok, case.checked, case.problems) == (True, 5, ())
    folder, zipped = verified(exported), verified(exported.with_name("zipped.zip"))
    assert folder.ok
    assert zipped.ok
    assert folder.seal != zipped.seal
    assert folder.remarks == ()


@pytest.mark.parametrize("name", ["nothing", "folder", "file.jpg"])
def test_anything_else_can_not_be_verified(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.jpg").write_bytes(b"no bundle")
    with pytest.raises(errors.NotVerifiable):
        list(verify_path(tmp_path / name))


def test_a_changed_missing_or_unreadable_original_is_named(case: Path) -> None:
    video = next((case / "originals").rglob("*.mp4"))
    frame = next((case / "originals").rglob("*.png"))
    sidecar = next((case / "originals").rglob("*.xmp"))
    content = bytearray(video.read_bytes())
    content[-1] ^= 1
    video.write_bytes(content)
    frame.unlink()
    sidecar.unlink()
    os.mkfifo(sidecar)
    (case.parent / "case drive.jpg").write_bytes(b"another photo")
    found = verified(case)
    assert not found.ok
    wrong = {problem.path: problem.problem for problem in found.problems}
    assert wrong[video.relative_to(case).as_posix()].startswith("was changed; it belongs to item 2")
    assert wrong[frame.relative_to(case).as_posix()] == "is missing; it belongs to item 3"
    assert "not a plain file" in wrong[sidecar.relative_to(case).as_posix()]
    assert "was changed" in wrong[str(case.parent / "case drive.jpg")]


def test_a_file_that_the_case_does_not_know_is_remarked_but_not_wrong(case: Path) -> None:
    (case / "originals/3f").mkdir(exist_ok=True)
    (case / "originals/3f/stray.jpg").write_bytes(b"")
    found = verified(case)
    assert found.ok
    assert found.remarks == ("originals/3f/stray.jpg belongs to no item of this case.",)


@pytest.mark.parametrize(
    ("tampering", "told"),
    [
        ("UPDATE journal SET actor = 'x' WHERE seq = 2", "row 2 was changed"),
        ("DELETE FROM journal_items; DELETE FROM journal WHERE seq = 2", "row 2: number 3 follows number 1"),
        ("UPDATE items SET sha256 = replace(sha256, 'a', 'b') WHERE item = 1", "which is no item"),
        ("UPDATE journal SET action = 'annotate' WHERE seq = 1", "item 1 .* the journal does not tell how"),
        ("DELETE FROM items WHERE item = 2", "points to nothing"),
    ],
)
def test_tampering_with_the_database_is_found(case: Path, tampering: str, told: str) -> None:
    tamper(case, tampering)
    found = verified(case)
    assert not found.ok
    assert any(re.search(told, problem.problem) for problem in found.problems)


def test_a_damaged_database_is_wrong_or_refused_in_words(case: Path) -> None:
    database = case / "case.sqlite"
    content = bytearray(database.read_bytes())
    for position in range(8192, len(content), 4096):
        content[position : position + 64] = b"\xff" * 64
    database.write_bytes(content)
    try:
        told = " ".join(problem.problem for problem in verified(case).problems)
    except errors.CaseNotOpened as refusal:
        told = str(refusal)
    assert re.search("damaged|malformed|invalid|corrupt|btree", told, re.IGNORECASE)


def test_verifying_writes_nothing(case: Path, tmp_path: Path) -> None:
    def state() -> dict[str, tuple[bytes, int]]:
        files = [path for path in tmp_path.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal"))]
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    before = state()
    verified(case)
    assert state() == before


def test_cancelling_ends_without_a_result(exported: Path) -> None:
    flag = Flag()
    flag.set()
    for path in (exported, exported.with_name("case")):
        assert not any(isinstance(event, Verified) for event in verify_path(path, cancel=flag))


def test_a_changed_bundle_is_wrong(bundle: Path) -> None:
    (bundle / "data/notes.csv").write_bytes(b"other")
    found = verified(bundle)
    assert not found.ok
    assert [problem.path for problem in found.problems] == ["data/notes.csv"]


def test_a_case_can_be_verified_while_it_is_open_for_writing(tmp_path: Path) -> None:
    with make_case(tmp_path / "case") as store:
        write_bundle(store, tmp_path / "bundle")
        assert verified(store.folder).ok
