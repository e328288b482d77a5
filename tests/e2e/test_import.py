"""Importing real files of every kind and of none, as the command line does."""

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from annotator import errors
from annotator.case import Case
from annotator.finder import Finder
from annotator.model import FileEvent, Filter, ImportDone, Kind, Outcome, Relation, Sampling
from tests import makers

ROOT = Path(__file__).parents[2]


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """`python main.py` with these arguments."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)


def import_all(case: Case, *paths: Path, **options: object) -> list[FileEvent]:
    """The events of the files of one import."""
    events = list(case.import_files(paths, workers=2, **options))
    assert isinstance(events[-1], ImportDone)
    return [event for event in events if isinstance(event, FileEvent)]


def outcomes(events: list[FileEvent]) -> dict[str, str]:
    """By file name: the outcome, and the reason where it was not imported."""
    return {
        Path(event.path).name: event.event if event.reason is None else f"{event.event} {event.reason}"
        for event in events
    }


def test_a_photo_comes_in_whole_with_what_is_known_of_it(case: Case, drive: Path) -> None:
    block = makers.exif(position=(35.5931, 36.6120), orientation=6)
    source = makers.photo(drive / "حاس.jpg", block=block, quality=90)
    (drive / "حاس.txt").write_text("told by A.")
    photo, sidecar = import_all(case, drive)
    detail = case.detail(photo.item)
    assert (photo.kind, sidecar.kind, sidecar.item) == ("photo", "sidecar", photo.item)
    assert (case.path / detail.original).read_bytes() == source.read_bytes()
    assert (case.path / detail.original).stat().st_mode & 0o777 == 0o400
    assert (detail.item.captured_at, detail.item.captured_at_source) == ("2016-10-26T12:21:12", "exif")
    assert detail.item.latitude == pytest.approx(35.5931, abs=1e-4)
    assert (detail.item.width, detail.item.height, detail.item.orientation) == (240, 320, 6)
    assert detail.item.covered
    assert case.pictures.thumbnail(photo.item).read_bytes()[:3] == b"\xff\xd8\xff"
    assert detail.sidecars == (str(drive / "حاس.txt"),)


def test_a_lost_cache_comes_back(case: Case, drive: Path) -> None:
    makers.photo(drive / "a.jpg", quality=90)
    makers.video(drive / "b.mp4")
    import_all(case, drive)
    everything = [*case.find(Filter()), *case.find(Filter(kind=(Kind.FRAME,)))]
    for number in everything:
        case.pictures.thumbnail(number).unlink()
        assert case.pictures.thumbnail(number) is None
        assert case.pictures.draw_thumbnail(number).stat().st_size > 500
        assert case.pictures.thumbnail(number) is not None


def test_the_same_bytes_are_one_item_whatever_they_are_called(case: Case, drive: Path) -> None:
    original = makers.photo(drive / "a.jpg", quality=90).read_bytes()
    for name in ("b.jpg", "c.jpeg", "d.mp4"):
        (drive / name).write_bytes(original)
    events = import_all(case, drive)
    assert sorted(event.event for event in events) == ["duplicate", "duplicate", "duplicate", "imported"]
    assert {event.item for event in events} == {1}
    assert len(case.detail(1).paths) == 4
    again = import_all(case, drive)
    assert {event.event for event in again} == {Outcome.DUPLICATE}
    (group,) = case.groups()
    assert [link.relation for link in group.links] == [Relation.SAME_FILE]


def test_copies_are_linked_with_the_reason_and_verdicts_outlive_another_import(case: Case, drive: Path) -> None:
    picture = makers.scene(3, 640, 480)
    makers.photo(drive / "1.jpg", image=picture, quality=92)
    makers.photo(drive / "2.jpg", image=picture.transpose(0).resize((400, 300)), quality=60)
    makers.photo(drive / "3.jpg", image=makers.scene(4, 640, 480), quality=92)
    import_all(case, drive)
    names = {item.name: item.item for item in case.items(case.find(Filter()))}
    (group,) = case.groups()
    assert set(group.items) == {names["1.jpg"], names["2.jpg"]}
    (link,) = group.links
    assert link.transform == "mirrored, scaled to 62 %"
    assert "points agree" in link.reason
    assert "of 64 bits differ" in link.reason
    case.judge(*group.items, "different")
    import_all(case, drive)
    assert list(case.groups()) == [] or all(len(group.items) == 1 for group in case.groups())


def test_flat_pictures_are_never_linked(case: Case, drive: Path) -> None:
    from PIL import Image

    for number, colour in enumerate(("black", "black", "white", "white", "grey")):
        size = (300 + number, 200)
        makers.photo(drive / f"{number}.png", image=Image.new("RGB", size, colour))
    import_all(case, drive)
    assert list(case.groups()) == []


def test_a_kept_frame_knows_its_video_and_keeps_its_bytes(case: Case, drive: Path) -> None:
    makers.video(drive / "a.mp4", frames=30, rate=10)
    (event,) = import_all(case, drive)
    number, _ = case.keep_frame(event.item, 1.25)
    detail = case.detail(number)
    assert (detail.item.kind, detail.item.parent, detail.item.time_in_video) == (Kind.FRAME, event.item, 1.2)
    assert "PyAV" in detail.made_by
    from PIL import Image

    with Image.open(case.path / detail.original) as kept:
        assert makers.number_in(kept) == 12
    assert case.keep_frame(event.item, 1.25)[0] == number
    assert number in case.find(Filter())
    assert not any(case.items([frame])[0].sampled for frame in case.find(Filter()))


def test_linked_originals_stay_where_they_are(case: Case, drive: Path) -> None:
    source = makers.photo(drive / "a.jpg", quality=90)
    before = source.read_bytes(), source.stat().st_mtime_ns, source.stat().st_mode
    (event,) = import_all(case, drive, link=True)
    assert (source.read_bytes(), source.stat().st_mtime_ns, source.stat().st_mode) == before
    assert case.detail(event.item).original == str(source)
    assert not any(path.is_file() for path in (case.path / "originals").rglob("*"))
    assert case.pictures.picture(event.item, 64).width == 64


def test_everything_hostile_in_a_name_or_a_kind_meets_its_end(case: Case, drive: Path) -> None:
    good = makers.photo(drive / "good.jpg", quality=90).read_bytes()
    names = [
        b"new\nline.jpg", "\u202egpj.jpg".encode(), b"a" * 251 + b".jpg", b"caf\xe9.jpg", b"p_%02d.jpg", b"-rf.jpg",
        b" .jpg", b"'; DROP TABLE items; --.jpg",
    ]  # fmt: skip
    for number, name in enumerate(names):
        (Path(os.fsdecode(os.fsencode(drive) + b"/" + name))).write_bytes(good + bytes([number]))
    (drive / "empty.jpg").write_bytes(b"")
    (drive / "list.mp4").write_text("#EXTM3U\n#EXTINF:1,\n/etc/passwd\n")
    (drive / "drawing.png").write_text('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>')
    (drive / "notes.doc").write_bytes(b"words")
    makers.truncated(makers.photo(drive / "cut.png"), share=0.3)
    makers.png_bomb(drive / "bomb.png")
    os.mkfifo(drive / "pipe.jpg")
    (drive / "out.jpg").symlink_to("/etc/passwd")
    (drive / "dangling.mp4").symlink_to("/nowhere")
    (drive / "device.jpg").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(drive / "s.jpg"))
        events = import_all(case, drive, Path("/dev/zero"))
    met = outcomes(events)
    for name in names:
        assert met[os.fsdecode(name)] == "imported", name
    assert met["empty.jpg"] == "unreadable empty"
    assert met["list.mp4"] == "unreadable not-what-it-says"
    assert met["drawing.png"].startswith("unreadable ")
    assert met["notes.doc"] == "skipped not-media"
    assert met["bomb.png"] == "unreadable too-big"
    assert met["pipe.jpg"] == met["s.jpg"] == met["zero"] == "skipped not-a-file"
    assert met["out.jpg"] == met["dangling.mp4"] == met["device.jpg"] == "skipped link"
    for event in events:
        if event.event in (Outcome.IMPORTED, Outcome.UNREADABLE):
            place = case.path / case.detail(event.item).original
            assert place.read_bytes() == Path(event.path).read_bytes()
            assert event.event is Outcome.IMPORTED or event.message.endswith(".")


def test_a_file_that_changes_while_it_is_read_is_not_taken(case: Case, drive: Path, monkeypatch) -> None:
    source = makers.photo(drive / "a.jpg", quality=90)
    read = os.readv

    def read_while_it_grows(descriptor: int, buffers: list[bytearray]) -> int:
        with source.open("ab") as growing:
            growing.write(b"more")
        return read(descriptor, [memoryview(buffers[0])[:500]])

    monkeypatch.setattr("annotator.media.secure.os.readv", read_while_it_grows)
    assert outcomes(import_all(case, drive / "a.jpg")) == {"a.jpg": "skipped changing"}
    monkeypatch.undo()
    assert outcomes(import_all(case, drive)) == {"a.jpg": "imported"}


def test_what_is_unreadable_today_says_so_and_fails_the_command(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read every file")
    source = makers.photo(tmp_path / "a.jpg")
    source.chmod(0)
    done = run("import", tmp_path / "case", source, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout.splitlines()[0])["reason"] == "not-readable"


def test_json_lines_name_bytes_that_are_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9\xe2\x80\xae.jpg"
    Path(os.fsdecode(name)).write_bytes(makers.photo(tmp_path / "a.jpg", quality=80).read_bytes() + b"x")
    done = run("import", tmp_path / "case", os.fsdecode(name), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    first, last = (json.loads(line) for line in done.stdout.splitlines())
    assert first["path"].endswith("caf\\xE9\\u202E.jpg")
    assert first["path_bytes"]
    assert last["event"] == "done"


def test_sampling_is_a_choice(tmp_path: Path, drive: Path) -> None:
    makers.video(drive / "a.mp4", frames=40, rate=10, keyframes_every=20)
    counts = {}
    for sampling, every in ((Sampling.KEYFRAMES, None), (Sampling.EVERY, 0.5), (Sampling.NONE, None)):
        with Case.create(tmp_path / sampling, actor="Rana") as case:
            import_all(case, drive, sampling=sampling, every=every)
            frames = case.items(case.find(Filter(kind=(Kind.FRAME,))))
            counts[sampling] = [round(frame.time_in_video, 2) for frame in frames]
    assert counts == {"keyframes": [0.0, 2.0], "every": [0.5 * step for step in range(8)], "none": []}


def test_a_cancelled_import_leaves_no_worker_and_goes_on_later(case: Case, drive: Path) -> None:
    for seed in range(30):
        makers.photo(drive / f"{seed:02}.jpg", image=makers.scene(seed), quality=90)
    work = case.import_files([drive], workers=2)
    first = next(event for event in work if isinstance(event, FileEvent))
    work.close()
    deadline = time.monotonic() + 10
    while _children() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert _children() == []
    assert case.items([first.item])[0].name == Path(first.path).name
    import_all(case, drive)
    assert len(case.find(Filter())) == 30
    assert not list((case.path / "originals" / ".incoming").glob("*"))


def test_an_import_that_stops_ends_its_threads_before_it_closes_what_they_read(
    case: Case, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(8):
        makers.photo(drive / f"{seed}.jpg", image=makers.scene(seed), quality=90)
    alive: list[str] = []
    close, look = Finder.close, Finder.look

    def slow(finder: Finder, *arguments: Any, **named: Any) -> Any:
        time.sleep(0.3)
        return look(finder, *arguments, **named)

    def closed(finder: Finder) -> None:
        alive.extend(thread.name for thread in threading.enumerate() if thread.name.startswith(("import", "join")))
        close(finder)

    monkeypatch.setattr(Finder, "look", slow)
    monkeypatch.setattr(Finder, "close", closed)
    work = case.import_files([drive], workers=2)
    next(event for event in work if isinstance(event, FileEvent))
    work.close()
    assert alive == []


def _children() -> list[str]:
    found = []
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread that has ended since
            found += (task / "children").read_text().split()
    return [pid for pid in found if "resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_text()]


def test_a_lost_original_comes_back_with_its_bytes(case: Case, drive: Path) -> None:
    source = makers.photo(drive / "a.jpg")
    (drive / "a.txt").write_text("told by A.")
    item = import_all(case, drive)[0].item
    lost = case.path / case.detail(item).original
    shutil.rmtree(case.path / "originals")
    verified = list(case.verify())[-1]
    assert {problem.path for problem in verified.problems} > {"originals", f"originals/{lost.parent.name}/{lost.name}"}
    (case.path / "originals").mkdir()
    again = import_all(case, drive)
    assert again[0].message == f"Its bytes are those of item {item}, whose original was missing and is back."
    assert lost.read_bytes() == source.read_bytes()
    assert list(case.verify())[-1].ok
    assert [row.action for row in case.detail(item).journal] == ["import", "sidecar", "restore"]


def test_two_sidecars_of_the_same_bytes_leave_no_stranger_behind(case: Case, drive: Path) -> None:
    makers.photo(drive / "a.jpg")
    for name in ("a.txt", "a.json"):
        (drive / name).write_text("{}")
    import_all(case, drive)
    verified = list(case.verify())[-1]
    assert (verified.ok, verified.remarks) == (True, ())


def test_no_frame_is_kept_of_linked_footage_that_is_not_what_was_imported(case: Case, drive: Path) -> None:
    video = makers.video(drive / "v.mp4", frames=30)
    item = import_all(case, video, link=True)[0].item
    with video.open("ab") as file:
        file.write(b"more")
    with pytest.raises(errors.OriginalWrong):
        case.keep_frame(item, 0.0)
    video.unlink()
    os.mkfifo(video)
    with pytest.raises(errors.FrameNotRead, match="not a plain file"):
        case.keep_frame(item, 0.0)


def test_the_same_frame_of_another_video_is_noted_with_both(case: Case, drive: Path) -> None:
    first = makers.video(drive / "v.mp4", frames=30)
    second = drive / "w.mp4"
    second.write_bytes(first.read_bytes() + b"\0\0\0\x08free")
    one, other = (import_all(case, path)[0].item for path in (first, second))
    kept, _ = case.keep_frame(one, 0.0)
    assert case.keep_frame(other, 0.0)[0] == kept
    rows = [json.loads(row.detail) for row in case.detail(kept).journal if row.action == "keep frame"]
    assert [row["parent"] for row in rows] == [one, other]


def test_a_cache_that_takes_nothing_keeps_nobody_from_working(case: Case, drive: Path) -> None:
    shutil.rmtree(case.path / "cache")
    (case.path / "cache").write_text("in the way", encoding="utf-8")
    makers.photo(drive / "a.jpg")
    makers.video(drive / "b.mp4")
    assert outcomes(import_all(case, drive)) == {"a.jpg": "imported", "b.mp4": "imported"}
    (video,) = case.find(Filter(kind=(Kind.VIDEO,)))
    number, _ = case.keep_frame(video, 0.0)
    assert case.pictures.thumbnail(number) is None
    assert case.pictures.draw_thumbnail(number) is None
    assert case.pictures.picture(number, 64).width == 64


def test_a_linked_original_that_is_gone_is_told_by_where_it_was(case: Case, drive: Path) -> None:
    files = [makers.photo(drive / "a.jpg"), makers.video(drive / "b.mp4")]
    items = {event.kind: event.item for event in import_all(case, drive, link=True)}
    for file in files:
        file.unlink()
    for ask in (
        lambda: case.pictures.picture(items["photo"], 300),
        lambda: case.pictures.frame(items["video"], 0.0, 300),
        lambda: case.player(items["video"], (320, 240)),
    ):
        with pytest.raises(errors.OriginalGone, match=str(drive)):
            ask()
