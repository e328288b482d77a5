"""Nothing that was reported is ever lost: programs killed for real, disks full for real, two programs at once."""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import errors
from annotator.case import Case
from annotator.model import Change, Filter, ImportDone, Verified
from tests import makers
from tests.synthetic import make_case

ROOT = Path(__file__).parents[2]
PHOTOS = 24


def start(*arguments: object) -> subprocess.Popen[str]:
    """`python main.py` with these arguments, running."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def drive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos and a video, each of other bytes."""
    folder = tmp_path_factory.mktemp("drive")
    for seed in range(PHOTOS):
        makers.photo(folder / f"{seed:02}.jpg", image=makers.scene(seed, 800, 600), quality=92)
    makers.video(folder / "v.mp4", frames=60)
    return folder


def assert_sound(case_path: Path, reported: list[dict[str, object]]) -> None:
    """The case opens, all that was reported is there with the right bytes, and verification finds nothing wrong."""
    with Case.open(case_path, actor="Rana") as case:
        for event in reported:
            original = case.path / case.detail(int(str(event["item"]))).original
            assert hashlib.sha256(original.read_bytes()).hexdigest() == event["sha256"]
        verified = list(case.verify())[-1]
        assert isinstance(verified, Verified)
        assert verified.ok, verified.problems


def lines(output: str) -> list[dict[str, object]]:
    """The whole JSON objects of a killed program's output."""
    found = []
    for line in output.splitlines(keepends=True):
        if line.endswith("\n"):
            found.append(json.loads(line))
    return found


@pytest.mark.parametrize("after", [0, 1, 5, 12])
def test_an_import_killed_at_any_moment_keeps_what_it_reported_and_can_be_finished(
    tmp_path: Path, drive: Path, after: int
) -> None:
    running = start("import", tmp_path / "case", drive, "--json")
    seen = [running.stdout.readline() for _ in range(after)]
    time.sleep(random.uniform(0, 0.05))
    running.send_signal(signal.SIGKILL)
    rest, _ = running.communicate()
    if (tmp_path / "case" / "case.sqlite").exists():
        assert_sound(
            tmp_path / "case", [event for event in lines("".join(seen) + rest) if event["event"] == "imported"]
        )
    again = start("import", tmp_path / "case", drive, "--json")
    output, complaint = again.communicate(timeout=60)
    assert (again.returncode, complaint) == (0, "")
    done = lines(output)[-1]
    assert done["imported"] + done["duplicates"] == PHOTOS + 1
    assert_sound(tmp_path / "case", [])
    with Case.open(tmp_path / "case", actor="Rana") as case:
        assert len(case.find(Filter())) == PHOTOS + 1


def test_workers_of_a_killed_import_end_too(tmp_path: Path, drive: Path) -> None:
    running = start("import", tmp_path / "case", drive, "--json")
    running.stdout.readline()
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    for task in Path(f"/proc/{running.pid}/task").iterdir():
        children += (task / "children").read_text().split()
    assert children
    running.kill()
    running.communicate()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and any(_alive(pid) for pid in children):
        time.sleep(0.1)
    assert not [pid for pid in children if _alive(pid)]


def _alive(pid: str) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_a_program_killed_while_it_annotates_leaves_whole_changes(tmp_path: Path) -> None:
    make_case(tmp_path / "case", 2000)
    script = (
        "import sys, itertools; from pathlib import Path\n"
        "from annotator.case import Case; from annotator.model import Change\n"
        "case = Case.open(Path(sys.argv[1]), actor='Rana')\n"
        "for n in itertools.count():\n"
        "    case.annotate(range(1, 2001), Change(add_tags=(f't{n}',))); print(n, flush=True)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "case")], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    for _ in range(3):
        last = int(running.stdout.readline())
    time.sleep(0.05)
    running.kill()
    running.communicate()
    with Case.open(tmp_path / "case", actor="Rana") as case:
        counts = case.library.tags()
        assert set(counts.values()) == {2000}
        assert set(counts) >= {f"t{n}" for n in range(last + 1)}
        assert len(counts) == sum(row.action == "annotate" for row in case.journal())


def test_a_second_program_is_told_so_and_changes_nothing(tmp_path: Path, drive: Path) -> None:
    with Case.create(tmp_path / "case", actor="Rana") as case:
        list(case.import_files([drive / "00.jpg"], workers=1))
        head = case.journal_head()
        second = start("tag", tmp_path / "case", 1, "--tag", "x")
        _, complaint = second.communicate(timeout=30)
        assert second.returncode == 3
        assert "open for writing in another program" in complaint
        assert complaint.count("\n") == 1
        reader = start("list", tmp_path / "case", "--json")
        output, _ = reader.communicate(timeout=30)
        assert (reader.returncode, len(lines(output))) == (0, 1)
        assert case.journal_head() == head


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with 6 MB, to be filled."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip(f"a file system to fill can't be mounted here: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_is_one_sentence_and_loses_nothing(small_disk: Path, drive: Path) -> None:
    case_path = small_disk / "case"
    big = small_disk / "ballast"
    Case.create(case_path, actor="Rana").close()
    big.write_bytes(b"\0" * 14_500_000)
    running = start("import", case_path, drive, "--json")
    output, complaint = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "is full: free some space" in complaint
    assert complaint.count("\n") == 1
    reported = [event for event in lines(output) if event["event"] == "imported"]
    big.unlink()
    assert_sound(case_path, reported)
    again = start("import", case_path, drive, "--json")
    output, complaint = again.communicate(timeout=60)
    assert (again.returncode, complaint) == (0, "")
    with Case.open(case_path, actor="Rana") as case:
        assert len(case.find(Filter())) == PHOTOS + 1


def test_a_disk_that_is_full_to_the_last_byte_refuses_a_change_and_keeps_the_case(
    small_disk: Path, drive: Path
) -> None:
    case_path = small_disk / "case"
    with Case.create(case_path, actor="Rana") as case:
        list(case.import_files([drive / "00.jpg"], workers=1))
        ballast = small_disk / "ballast"
        with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
            while True:
                file.write(b"\0" * 4096)
        with pytest.raises(errors.DiskFull):
            for number in range(1000):
                case.annotate([1], Change(note=f"{number} " + "x" * 50_000))
        notes = len(case.detail(1).notes)
        ballast.unlink()
        case.annotate([1], Change(note="there is room again"))
        assert len(case.detail(1).notes) == notes + 1
    assert_sound(case_path, [])


def test_a_worker_that_dies_hangs_or_eats_memory_costs_one_file(tmp_path: Path, drive: Path, monkeypatch) -> None:
    from annotator import ingest
    from tests.e2e import misbehaving

    monkeypatch.setattr(ingest.tasks, "analyse", misbehaving.analyse)
    monkeypatch.setattr(ingest, "seconds_for", lambda size: 6.0)
    folder = tmp_path / "drive"
    folder.mkdir()
    for name in ("dies", "hangs", "eats", "raises", "lies", "good"):
        makers.photo(folder / f"{name}.jpg", image=makers.scene(len(name) + ord(name[0])), quality=90)
    with Case.create(tmp_path / "case", actor="Rana") as case:
        events = list(case.import_files([folder], workers=2))
        assert isinstance(events[-1], ImportDone)
        items = {item.name: item for item in case.items(case.find(Filter()))}
    assert {name: item.problems[0].code if item.problems else None for name, item in items.items()} == {
        "dies.jpg": "crashed",
        "hangs.jpg": "timeout",
        "eats.jpg": "too-big",
        "raises.jpg": "damaged",
        "lies.jpg": "not-believed",
        "good.jpg": None,
    }
    assert_sound(tmp_path / "case", [])


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_import_that_is_stopped_says_so_in_a_sentence_and_ends_its_workers(
    tmp_path: Path, drive: Path, sent: signal.Signals
) -> None:
    huge = tmp_path / "huge.mp4"
    shutil.copy(drive / "v.mp4", huge)
    os.truncate(huge, 20 << 30)  # sparse: takes long to read and no place
    running = start("import", tmp_path / "case", "--link", huge, drive, "--json")
    running.stdout.readline()
    running.send_signal(sent)
    _, complaint = running.communicate(timeout=5)
    assert running.returncode == 1
    assert complaint == "Stopped. Everything reported so far is kept; run the command again to go on.\n"
    assert_sound(tmp_path / "case", [])


@pytest.mark.parametrize("how", ["deleted", "replaced", "moved"])
def test_nothing_is_said_to_be_saved_in_a_case_that_was_taken_away(tmp_path: Path, how: str) -> None:
    path = make_case(tmp_path / "case", 2)
    shutil.copytree(path, tmp_path / "other")
    with Case.open(path, actor="Rana") as case:
        case.annotate([1], Change(add_tags=("before",)))
        if how == "deleted":
            shutil.rmtree(path)
        elif how == "replaced":
            (tmp_path / "other" / "case.sqlite").replace(path / "case.sqlite")
        else:
            path.rename(tmp_path / "elsewhere")
        with pytest.raises(errors.CaseNotReachable, match="taken away"):
            case.annotate([1], Change(add_tags=("after",)))
