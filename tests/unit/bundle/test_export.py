"""Exporting: whole or not at all, the same every time, and nothing in it that a spreadsheet would run."""

import csv
import errno
import io
import json
import os
import re
import shutil
import stat
import subprocess
import zipfile
from array import array
from collections.abc import Iterator
from pathlib import Path
from threading import Event as Flag

import filelock
import pytest

from annotator import checker, errors
from annotator.analysis import Analysis
from annotator.bundle import place
from annotator.bundle.cells import cell, write_csv
from annotator.bundle.export import export
from annotator.bundle.tables import Selection
from annotator.folder import Folder
from annotator.model import ExportDone, Filter, Kind, Progress
from annotator.store import find, items, journal
from annotator.store.connection import Store
from tests.unit.bundle.make import ACTOR, make_case, write_bundle

PHOTO = Analysis(kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg")
CORPUS = Path(os.environ.get("EVIDENCE_CORPUS", Path(__file__).parents[4] / "shared/corpus"))


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def rows(bundle: Path, table: str) -> list[dict[str, str]]:
    with (bundle / f"data/{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def beside(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir() if "partial" in entry.name)


def test_originals_frames_and_sidecars_come_bit_for_bit_under_their_digests(store: Store, tmp_path: Path) -> None:
    done = write_bundle(store, tmp_path / "bundle")
    data = tmp_path / "bundle/data"
    assert done.items == 4
    assert done.bytes == sum(len(content) for content in contents(tmp_path / "bundle").values())
    assert sorted(path.suffix for path in (data / "originals").iterdir()) == [".jpg", ".jpg", ".mp4"]
    assert next((data / "originals").glob("*.mp4")).read_bytes() == b"moving pictures" * 9000
    assert [path.read_bytes() for path in (data / "frames").iterdir()] == [b"one frame"]
    assert [path.read_bytes() for path in (data / "sidecars").iterdir()] == [b"<x:xmpmeta/>"]
    assert (data / "vocabularies/custody-action.json").is_file()


def test_files_are_for_their_owner_only(exported: Path) -> None:
    modes = {stat.S_IMODE(path.stat().st_mode) for path in exported.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in [exported, *exported.rglob("*")] if path.is_dir()}
    assert (modes, folders) == ({0o600}, {0o700})


@pytest.mark.parametrize("zipped", [False, True])
def test_two_copies_of_a_case_give_the_same_bytes(store: Store, tmp_path: Path, zipped: bool) -> None:
    for name in ("one", "two"):
        shutil.copytree(store.folder, tmp_path / name / "case")
        with Store.open(tmp_path / name / "case", read_only=False) as copy:
            write_bundle(copy, tmp_path / name / "out/bundle", zipped=zipped)
    assert contents(tmp_path / "one/out") == contents(tmp_path / "two/out")


def test_a_zipped_bundle_says_nothing_of_the_clock_or_the_system(exported: Path) -> None:
    with zipfile.ZipFile(exported.with_name("zipped.zip")) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.compress_type) for entry in file.infolist()} == {(3, zipfile.ZIP_STORED)}


def test_an_export_is_noted_in_the_journal_that_the_next_one_holds(store: Store, tmp_path: Path) -> None:
    first = write_bundle(store, tmp_path / "first")
    newest = journal.head(store.connection)
    assert newest is not None
    assert (newest.action, newest.actor, json.loads(newest.detail)["seal"]) == ("export", ACTOR, first.seal)
    assert newest.digest not in (tmp_path / "first/data/journal.jsonl").read_text()
    write_bundle(store, tmp_path / "second")
    assert newest.digest in (tmp_path / "second/data/journal.jsonl").read_text()


def test_a_selection_brings_only_what_was_selected(store: Store, tmp_path: Path) -> None:
    write_bundle(store, tmp_path / "bundle", wanted=Filter(kind=(Kind.VIDEO,)))
    assert [row["kind"] for row in rows(tmp_path / "bundle", "items")] == ["video"]
    assert not (tmp_path / "bundle/data/frames").exists()
    assert rows(tmp_path / "bundle", "places") == []


def test_a_kept_frame_names_its_video_even_where_that_is_left_out(store: Store, tmp_path: Path) -> None:
    (frame,) = (
        item for item in items.rows(store.connection, list(find.find(store.connection, Filter()))) if item.parent
    )
    write_bundle(store, tmp_path / "bundle", wanted=Filter(items=(frame.item,)))
    (row,) = rows(tmp_path / "bundle", "items")
    assert row["parent_sha256"] == items.location(store.connection, frame.parent)[0]
    assert (row["time_in_video"], row["made_by"]) == ("3.04", "PyAV 18, frame on show at 3.040 s, PNG")
    assert row["file"].startswith("data/frames/")


def test_tables_say_where_each_value_is_from_and_json_has_it_as_it_is(exported: Path) -> None:
    first = rows(exported, "items")[0]
    assert (first["latitude"], first["longitude"]) == ("35.7423123 S", "36.4837 E")
    document = json.loads((exported / "data/items.json").read_text())
    assert document["schema"] == "evidence-annotator/items/1"
    assert document["items"][0]["latitude"] == -35.7423123
    assert document["items"][0]["make"] == "@Canon"
    raw = [row["raw"] for row in json.loads((exported / "data/metadata.json").read_text())["metadata"]]
    assert raw == ["@Canon", "\t=1+1"]
    (link,) = rows(exported, "links")
    assert (link["reason"], link["verdict"]) == ("mirrored, 4 of 64 bits differ", "same")
    assert rows(exported, "custody")[0]["custody"] == "acquire; hash; copy"


def test_every_table_is_utf8_with_bom_and_no_cell_begins_like_a_formula(exported: Path) -> None:
    for path in (exported / "data").glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        for row in rows(exported, path.stem):
            assert not any(re.match(r"\s*[=+\-@＝＋－＠\t\r]", value) for value in row.values()), row
            assert not any(re.search(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", value) for value in row.values())


@pytest.mark.parametrize(
    ("value", "column", "written"),
    [
        (None, "", ""), (True, "", "yes"), (False, "", "no"), (0, "", "0"), (12.5, "", "12.5"), (30.0, "", "30"),
        (1e-7, "", "0.0000001"), (-0.25, "longitude", "0.25 W"), (0.0, "latitude", "0 N"), (-1.5, "score", "'-1.5"),
        ("=1+1", "", "'=1+1"), ("'=1+1", "", "''=1+1"), (" =1+1", "", " '=1+1"), ("a;=1", "", "a;'=1"),
        ("a;'=1", "", "a;''=1"), (("b", "+c"), "", "b; '+c"), ("\t=1", "", "\\x09=1"),
        (("-a", "b"), "", "'-a; b"), ((), "", ""), ("a\u202eb", "", "a\\u202Eb"), ("＝1", "", "'＝1"),
    ],
)  # fmt: skip
def test_a_cell_is_written_so_that_it_reads_back_and_never_runs(value: object, column: str, written: str) -> None:
    assert cell(value, column) == written


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}: set EVIDENCE_CORPUS to it")
@pytest.mark.parametrize("name", ["csv-injection.txt", "naughty.txt"])
def test_known_payloads_stay_in_their_cell_and_never_run(name: str) -> None:
    for payload in (CORPUS / "strings" / name).read_text("utf-8", "surrogateescape").splitlines():
        written = cell(payload)
        assert not re.search(r"(^|;)\s*[=+\-@\t\r]", written)
        file = io.BytesIO()
        write_csv(file.write, ("a", "b"), [(payload, 1)])
        assert list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline=""), strict=True)) == [
            ["a", "b"],
            [written, "1"],
        ]


def test_nothing_is_written_for_an_empty_selection_or_a_taken_name(store: Store, tmp_path: Path) -> None:
    with pytest.raises(errors.NothingSelected):
        write_bundle(store, tmp_path / "bundle", wanted=Filter(tag=("none",)))
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken.zip").symlink_to(tmp_path / "nowhere")
    for zipped in (False, True):
        with pytest.raises(errors.DestinationTaken):
            write_bundle(store, tmp_path / "taken", zipped=zipped)
    assert not (tmp_path / "bundle").exists()


@pytest.mark.parametrize("inside", ["originals/3f/bundle", "cache/bundle", "bundle", "exports"])
def test_a_bundle_is_not_put_among_the_files_of_the_case(store: Store, inside: str) -> None:
    with pytest.raises((errors.BadValue, errors.DestinationTaken)):
        write_bundle(store, store.folder / inside)


def test_a_bundle_may_be_put_into_the_exports_of_the_case(store: Store) -> None:
    assert write_bundle(store, store.folder / "exports/bundle").items == 4


@pytest.mark.parametrize("zipped", [False, True])
def test_a_changed_or_missing_original_stops_the_export_and_is_named(
    store: Store, tmp_path: Path, zipped: bool
) -> None:
    original = next(Folder(store.folder).originals.rglob("*.mp4"))
    original.write_bytes(b"other footage, longer than nothing")
    with pytest.raises(errors.OriginalWrong, match="فيديو"):
        write_bundle(store, tmp_path / "out", zipped=zipped)
    original.unlink()
    original.symlink_to("/dev/zero")
    with pytest.raises(errors.OriginalWrong, match="فيديو"):
        write_bundle(store, tmp_path / "out", zipped=zipped)
    assert [entry for entry in tmp_path.iterdir() if "out" in entry.name] == []


@pytest.mark.parametrize("zipped", [False, True])
def test_cancelling_leaves_nothing_and_ends_without_a_bundle(store: Store, tmp_path: Path, zipped: bool) -> None:
    flag = Flag()
    seen = []
    for event in export(store, tmp_path / "out", wanted=Filter(), actor=ACTOR, zipped=zipped, cancel=flag):
        seen.append(event)
        assert beside(tmp_path / "out")
        flag.set()
    assert [type(event) for event in seen] == [Progress]
    assert [entry for entry in tmp_path.iterdir() if "out" in entry.name] == []


def test_closing_the_generator_leaves_nothing(store: Store, tmp_path: Path) -> None:
    work = export(store, tmp_path / "out", wanted=Filter(), actor=ACTOR)
    next(work)
    assert isinstance(work, Iterator)
    work.close()
    assert [entry for entry in tmp_path.iterdir() if "out" in entry.name] == []


def test_what_others_leave_in_the_journal_meanwhile_does_not_change_the_bundle(store: Store, tmp_path: Path) -> None:
    work = export(store, tmp_path / "out", wanted=Filter(), actor=ACTOR)
    next(work)
    with store.writing() as connection:
        journal.append(connection, action="annotate", subject="x", actor="other", detail={})
    *_, done = work
    assert isinstance(done, ExportDone)
    assert '"other"' not in (tmp_path / "out/data/journal.jsonl").read_text()


def test_leftovers_of_killed_exports_are_removed_and_nothing_else(store: Store, tmp_path: Path) -> None:
    dead, live, own = (tmp_path / f".b.partial-{digit * 16}" for digit in "abc")
    for folder in (dead, live, own):
        folder.mkdir()
        (folder / "file").write_bytes(b"")
    for folder in (dead, live):
        Path(f"{folder}.lock").touch()
    with filelock.FileLock(f"{live}.lock"):
        write_bundle(store, tmp_path / "bundle")
        assert beside(tmp_path / "bundle") == [live.name, f"{live.name}.lock", own.name]


def test_a_bundle_that_appears_meanwhile_is_not_replaced(store: Store, tmp_path: Path) -> None:
    for zipped, name in ((False, "out"), (True, "out.zip")):
        work = export(store, tmp_path / "out", wanted=Filter(), actor=ACTOR, zipped=zipped)
        next(work)
        (tmp_path / name).write_bytes(b"mine")
        with pytest.raises(errors.DestinationTaken):
            list(work)
        assert (tmp_path / name).read_bytes() == b"mine"
        assert beside(tmp_path / "out") == []
        (tmp_path / name).unlink()


def test_a_stick_without_hard_links_takes_a_zipped_bundle(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    write_bundle(store, tmp_path / "out", zipped=True)
    assert (tmp_path / "out.zip").is_file()
    assert beside(tmp_path / "out") == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 230 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=230k", "none", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small file system can be mounted by root only")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("zipped", [False, True])
def test_a_full_disk_is_told_and_left_clean(store: Store, small_disk: Path, zipped: bool) -> None:
    with pytest.raises(errors.DiskFull):
        write_bundle(store, small_disk / "bundle", zipped=zipped)
    assert list(small_disk.iterdir()) == []


def test_a_disk_too_small_is_told_before_anything_is_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type(shutil.disk_usage(tmp_path))(1 << 30, (1 << 30) - 5, 5)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    with pytest.raises(errors.DiskFull):
        write_bundle(store, tmp_path / "bundle")
    assert beside(tmp_path / "bundle") == []


def test_a_bundle_that_reads_back_otherwise_is_not_put_in_place(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = checker.check

    def rotten(path: Path, *, sealed: bool = False) -> Iterator[object]:
        next((path / "data/originals").iterdir()).write_bytes(b"rotten")
        return real(path, sealed=sealed)

    monkeypatch.setattr(checker, "check", rotten)
    with pytest.raises(errors.DiskFailed, match="data/originals"):
        write_bundle(store, tmp_path / "bundle")
    assert not (tmp_path / "bundle").exists()


def test_an_export_needs_a_case_that_can_note_it(tmp_path: Path) -> None:
    make_case(tmp_path / "case").close()
    with Store.open(tmp_path / "case", read_only=True) as store, pytest.raises(errors.CaseReadOnly):
        write_bundle(store, tmp_path / "bundle")


def test_sha256sum_alone_can_check_a_bundle(exported: Path) -> None:
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--quiet", "--strict", "-c", manifest], cwd=exported, check=True)


def test_names_in_progress_are_recognised_by_their_form_only() -> None:
    assert place._PARTIAL.fullmatch(".b.partial-0123456789abcdef")
    assert not place._PARTIAL.fullmatch("b.partial-0123456789abcdef")


def test_a_change_to_many_items_is_not_repeated_with_each_of_them(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case")
    with case.writing() as connection:
        several = [items.add(connection, PHOTO, sha256=f"{n:064x}", size=1, name="a", linked="/") for n in range(11)]
        journal.append(connection, action="annotate", subject="11 items", actor="R", detail={"e": 1}, items=several)
        journal.append(connection, action="annotate", subject="1 item", actor="R", detail={"e": 2}, items=several[:1])
        found = list(Selection(connection, array("q", several)).custody_rows())
    assert [row[-2] for row in found] == [None, '{"e":2}', *[None] * 10]
    case.close()
