"""The command line is a contract: names of fields, exit codes, one sentence for each mistake."""

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from annotator import settings
from tests import makers

ROOT = Path(__file__).parents[2]

ITEM = {
    "item",
    "sha256",
    "kind",
    "name",
    "media_type",
    "bytes",
    "width",
    "height",
    "duration",
    "captured_at",
    "captured_at_source",
    "latitude",
    "longitude",
    "make",
    "model",
    "orientation",
    "parent",
    "time_in_video",
    "phash",
    "warning",
    "incidents",
    "places",
    "tags",
    "status",
    "readable",
    "problems",
}


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """`python main.py` with these arguments, from another folder."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, cwd="/")


def objects(*arguments: object, code: int = 0) -> list[dict]:
    """The JSON objects that a command prints; it must print nothing else."""
    done = run(*arguments, "--json")
    assert (done.returncode, done.stderr) == (code, ""), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two copies, another photo and a video, imported by command."""
    folder = tmp_path_factory.mktemp("contract")
    drive = folder / "drive"
    drive.mkdir()
    picture = makers.scene(1, 640, 480)
    makers.photo(drive / "a.jpg", image=picture, block=makers.exif(position=(35.6, 36.6)), quality=90)
    makers.photo(drive / "b.png", image=picture.resize((500, 375)))
    makers.photo(drive / "حاس.jpg", image=makers.scene(2), quality=90)
    makers.video(drive / "v.mp4", frames=30, metadata={"creation_time": "2016-10-26T08:00:00Z"})
    (drive / "a.xmp").write_bytes(makers.xmp(xmp_CreateDate="2016-10-26"))
    (drive / "list.pdf").write_bytes(b"%PDF-1.4")
    events = objects("import", folder / "case", drive, "--actor", "Rana")
    assert [event["event"] for event in events].count("imported") == 5
    for event in events[:-1]:
        assert set(event) >= {"event", "path", "item", "sha256", "kind", "reason", "message"}
    assert set(events[-1]) == {"event", "imported", "duplicates", "unreadable", "skipped", "frames", "known", "seconds"}
    assert {event["kind"] for event in events[:-1]} == {"photo", "video", "sidecar", None}
    return folder / "case"


def number(case: Path, name: str) -> int:
    """The item of this name."""
    return next(item["item"] for item in objects("list", case) if item["name"] == name)


def test_new_makes_a_case(tmp_path: Path) -> None:
    (made,) = objects("new", tmp_path / "case", "--title", "Hass 2016")
    assert made == {"case": str(tmp_path / "case"), "title": "Hass 2016"}


def test_list_prints_items_without_sampled_frames(case: Path) -> None:
    items = objects("list", case)
    assert len(items) == 4
    for item in items:
        assert set(item) >= ITEM
        assert item["warning"] == {"level": "unassessed", "content": []}
    assert {item["kind"] for item in objects("list", case, "--kind", "frame")} == {"frame"}
    assert [item["name"] for item in objects("list", case, "--near", "35.6,36.6,1")] == ["a.jpg"]
    assert [item["name"] for item in objects("list", case, "--text", "حاس")] == ["حاس.jpg"]
    assert {item["name"] for item in objects("list", case, "--duplicates")} == {"a.jpg", "b.png"}
    assert len(objects("list", case, "--limit", "1")) == 1
    assert {item["name"] for item in objects("list", case, "--from", "2016-10", "--to", "2016-10-26")} == {
        "a.jpg",
        "v.mp4",
    }


def test_show_prints_metadata_links_and_journal(case: Path) -> None:
    (shown,) = objects("show", case, number(case, "a.jpg"))
    assert set(shown) >= ITEM | {"metadata", "links", "journal"}
    assert {"source", "tag", "value"} <= set(shown["metadata"][0])
    assert shown["links"][0]["relation"] == "same-picture"
    assert shown["journal"][0]["action"] == "import"
    assert objects("show", case, shown["sha256"][:8]) == [shown]


def test_duplicates_prints_groups_with_reasons(case: Path) -> None:
    (group,) = objects("duplicates", case)
    assert set(group) >= {"group", "items", "links"}
    assert group["best"]["item"] in group["items"]
    assert group["best"]["why"]
    (link,) = group["links"]
    assert set(link) >= {"a", "b", "relation", "transform", "score", "segments", "verdict"}
    assert (link["verdict"], link["transform"]) == ("undecided", "scaled to 78 %")


def test_a_verdict_a_tag_and_undo_are_rows_of_the_journal(case: Path) -> None:
    a, b = number(case, "a.jpg"), number(case, "b.png")
    (link,) = objects("verdict", case, a, b, "same", "--actor", "Rana")
    assert link["verdict"] == "same"
    objects("incident", "add", case, "Strike on Hass", "--type", "air-drone-strike", "--began", "2016-10-26")
    objects("place", "add", case, "Hass", "--at", "35.59,36.61", "--precision", "town")
    changed = objects(
        "tag", case, a, b, "--incident", "Strike on Hass", "--place", "Hass", "--warning", "graphic:dead-body",
        "--tag", "school", "--note", "seen", "--status", "verified", "--actor", "Rana",
    )  # fmt: skip
    assert [item["warning"] for item in changed] == [{"level": "graphic", "content": ["dead-body"]}] * 2
    assert changed[0]["incidents"] == ["Strike on Hass"]
    (incident,) = objects("incident", "show", case, "Strike on Hass")
    assert incident["items"] == 2
    assert objects("incident", "list", case)[0]["name"] == "Strike on Hass"
    assert objects("place", "list", case)[0]["latitude"] == 35.59
    (row,) = objects("undo", case, "--actor", "Rana")
    assert set(row) >= {"seq", "at", "actor", "action", "subject", "detail", "previous", "digest"}
    assert objects("list", case, "--warning", "graphic") == []
    journal = objects("journal", case)
    assert [row["seq"] for row in journal] == list(range(1, len(journal) + 1))
    assert all(one["digest"] == other["previous"] for one, other in pairwise(journal))


def test_a_frame_becomes_an_item(case: Path) -> None:
    video = number(case, "v.mp4")
    (frame,) = objects("frame", case, video, "--at", "1.25")
    assert (frame["kind"], frame["parent"], frame["time_in_video"]) == ("frame", video, 1.2)


def test_an_export_is_verified_by_us_and_by_itself(case: Path, tmp_path: Path) -> None:
    (made,) = objects("export", case, tmp_path / "bundle")
    assert set(made) == {"bundle", "items", "bytes", "seal"}
    (verified,) = objects("verify", tmp_path / "bundle")
    assert (verified["ok"], verified["problems"]) == (True, [])
    alone = subprocess.run(
        [sys.executable, "-I", tmp_path / "bundle" / "verify.py"], capture_output=True, check=False, cwd="/"
    )
    assert alone.returncode == 0
    (tmp_path / "bundle" / "README.txt").write_text("other words")
    (verified,) = objects("verify", tmp_path / "bundle", code=1)
    assert "README.txt" in {problem["path"] for problem in verified["problems"]}
    (verified,) = objects("verify", case)
    assert verified["ok"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", "/nowhere"], 3),
        (["list", "CASE", "--kind", "films"], 2),
        (["list", "CASE", "--near", "here"], 2),
        (["list", "CASE", "--incident", "unheard of"], 2),
        (["show", "CASE", "999"], 2),
        (["show", "CASE", "zzz"], 2),
        (["tag", "CASE", "1", "--warning", "bad"], 2),
        (["tag", "CASE", "1", "--warning", "graphic:gore"], 2),
        (["frame", "CASE", "1", "--at", "-1"], 2),
        (["frame", "CASE", "VIDEO", "--at", "900"], 1),
        (["incident", "add", "CASE"], 2),
        (["import", "CASE", "/nowhere", "--frames", "every:0"], 2),
        (["verify", "/etc/hostname"], 2),
        (["undo", "CASE", "--actor", "Nobody"], 1),
        (["nonsense", "x"], 2),
    ],
)
def test_a_mistake_is_one_sentence_and_a_stable_code(case: Path, arguments: list[str], code: int) -> None:
    known = {"CASE": str(case), "VIDEO": str(number(case, "v.mp4"))}
    done = run(*(known.get(word, word) for word in arguments))
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", ""], 2),
        (["import", "{case}", ""], 2),
        (["list", "x" * 300], 3),
        (["verify", "x" * 300], 1),
        (["list", "{case}", "--limit", "9" * 20], 2),
        (["list", "{case}", "--from", "yesterday"], 2),
        (["list", "{case}", "--text", os.fsdecode(b"\xff")], 2),
        (["tag", "{case}", "1", "--note", os.fsdecode(b"\xff")], 2),
        (["tag", "{case}", "1", "--tag", "a", "--actor", " "], 2),
        (["new", "{case}2", "--title", os.fsdecode(b"\xff")], 2),
    ],
)
def test_an_odd_argument_is_one_sentence_too(case: Path, arguments: list[str], code: int) -> None:
    done = run(*(argument.replace("{case}", str(case)) for argument in arguments))
    assert (done.returncode, done.stdout) == (code, "")
    assert len(done.stderr.splitlines()) == 1
    assert not Path(f"{case}2").exists()


def test_words_of_marks_alone_look_for_nothing(case: Path) -> None:
    assert len(objects("list", case, "--text", "'")) == len(objects("list", case))


def test_an_output_that_takes_nothing_more_is_one_sentence_or_none(case: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "list", str(case)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert re.fullmatch("“standard output” could not be .*\n", done.stderr)
    closed = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], capture_output=True, text=True, check=False)
    assert (closed.returncode, closed.stderr) == (0, "")


def test_who_has_neither_a_name_nor_a_home_can_still_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME", "HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)

    def nobody(user: int) -> None:
        raise KeyError(user)

    monkeypatch.setattr("pwd.getpwuid", nobody)
    assert settings.default_actor() == f"user {os.getuid()}"


def test_a_region_is_added_listed_and_removed(case: Path) -> None:
    photo = number(case, "a.jpg")
    corners = ("--point", "0.5,0.5", "--point", "0.25,0.25")
    (made,) = objects("region", "add", case, photo, *corners, "--label", "جدار", "--cover", "redacted")
    assert made["points"] == [[0.25, 0.25], [0.5, 0.5]]
    assert (made["shape"], made["label"], made["cover"]) == ("box", "جدار", "redacted")
    assert objects("region", "list", case, photo) == [made]
    assert run("region", "remove", case, made["region"]).returncode == 0
    assert objects("region", "list", case, photo) == []
