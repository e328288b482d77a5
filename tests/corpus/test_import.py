"""All of a folder of real and hostile files comes in at one go, and what is known to be alike is found."""

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("EVIDENCE_CORPUS", ROOT.parent / "shared" / "corpus"))
MOST_GROWTH = 300 << 20
"""Bytes by which the main process may grow."""

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the folder of real files is not here; name another in $EVIDENCE_CORPUS"
)

IMPORT = """
import json, resource, sys
from dataclasses import asdict
from pathlib import Path
from annotator.case import Case
from annotator.model import FileEvent, Filter, Verified

if __name__ == "__main__":
    peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    with Case.create(Path(sys.argv[1]), actor="Rana") as case:
        before = peak()
        events = [asdict(e) for e in case.import_files([Path(sys.argv[2])]) if isinstance(e, FileEvent)]
        grown = peak() - before
        groups = [g.items for g in case.groups()]
        verified = list(case.verify())[-1]
        # OpenCV is there for its geometry: it compares signatures, which are numbers, and is given no file.
        loaded = sorted({"av", "exifread", "rawpy", "pi_heif", "imagecodecs"} & set(sys.modules))
    json.dump([events, grown, groups, verified.ok, loaded], sys.stdout)
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict], int, list[list[int]], bool, list[str]]:
    """Events, growth of the main process, groups of copies, whether the case verifies, decoders that it loaded."""
    folder = tmp_path_factory.mktemp("corpus")
    script = folder / "imports.py"
    script.write_text(IMPORT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, script, folder / "case", CORPUS], env=environment, capture_output=True, text=True, check=True
    )
    return tuple(json.loads(done.stdout))


def test_every_file_meets_exactly_one_end(imported: tuple) -> None:
    events = imported[0]
    files = Counter(str(path) for path in CORPUS.rglob("*") if path.is_file() and not path.is_symlink())
    assert Counter(event["path"] for event in events) == files
    for event in events:
        assert event["event"] in ("imported", "duplicate") or (event["reason"] and event["message"])


def test_every_original_has_the_bytes_it_was_reported_with(imported: tuple) -> None:
    assert imported[3]
    for event in imported[0]:
        if event["sha256"]:
            assert hashlib.sha256(Path(event["path"]).read_bytes()).hexdigest() == event["sha256"]


def test_the_main_process_stays_small_and_loads_no_decoder(imported: tuple) -> None:
    assert imported[1] < MOST_GROWTH
    assert imported[4] == []


def test_one_picture_in_all_orientations_is_one_group(imported: tuple) -> None:
    events, groups = imported[0], imported[2]
    names = {event["item"]: Path(event["path"]) for event in events if event["item"] and event["kind"] != "sidecar"}
    for stem in ("Landscape_", "Portrait_"):
        members = {n for n, path in names.items() if path.parent.name == "orientation" and path.name.startswith(stem)}
        members = {n for n in members if "jpg/orientation" not in str(names[n])}
        assert len(members) == 9
        assert any(members <= set(group) for group in groups)


def test_pictures_that_match_nothing_are_linked_to_nothing(imported: tuple) -> None:
    events, groups = imported[0], imported[2]
    unrelated = {event["item"] for event in events if "/unrelated/" in event["path"]}
    assert unrelated
    assert not [group for group in groups if unrelated & set(group)]


def test_clips_of_different_footage_are_never_one_group(imported: tuple) -> None:
    events, groups = imported[0], imported[2]
    first_word = {
        event["item"]: Path(event["path"]).name.split("-")[0]
        for event in events
        if "duplicates/videos" in event["path"]
    }
    for group in groups:
        assert len({first_word[item] for item in group if item in first_word}) <= 1
