"""An export that is killed leaves no half bundle, and the next one finishes and tidies up."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import checker
from annotator.analysis import Analysis
from annotator.model import Kind
from annotator.verify import verify_path
from tests.unit.bundle.make import make_case, take

ROOT = Path(__file__).parents[2]
PHOTO = Analysis(kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg")


def export(case: Path, out: Path, *more: str) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), "export", str(case), str(out), "--json", *more]


def begun(partial: Path) -> bool:
    return partial.exists()


def half_way(partial: Path) -> bool:
    if partial.is_file():
        return partial.stat().st_size > 15 << 20
    return (partial / "data/originals").is_dir() and len(list((partial / "data/originals").iterdir())) > 15


def sealed(partial: Path) -> bool:
    return (partial / "SEAL.json").exists() or (partial.is_file() and partial.stat().st_size > 30 << 20)


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("moment", [begun, half_way, sealed])
def test_a_killed_export_leaves_no_half_bundle_and_the_next_one_works(
    tmp_path: Path, moment: Callable[[Path], bool], zipped: bool
) -> None:
    with make_case(tmp_path / "case") as store:
        for number in range(30):
            take(store, number.to_bytes(1) * (1 << 20), name=f"{number}.jpg", analysis=PHOTO)
    outside = tmp_path / "out"
    outside.mkdir()
    final = outside / ("bundle.zip" if zipped else "bundle")
    more = ("--zip",) if zipped else ()
    with subprocess.Popen(export(tmp_path / "case", outside / "bundle", *more), stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            partials = [path for path in outside.glob(".*.partial-*") if path.suffix != ".lock"]
            if partials and moment(partials[0]):
                os.kill(process.pid, signal.SIGKILL)
                break
            time.sleep(0.001)
    assert process.returncode == -signal.SIGKILL
    assert not final.exists()

    again = subprocess.run(
        export(tmp_path / "case", outside / "bundle", *more), capture_output=True, text=True, check=True
    )
    assert json.loads(again.stdout)["items"] == 34
    assert [entry.name for entry in outside.iterdir()] == [final.name]
    assert [event for event in checker.check(final, sealed=True) if isinstance(event, checker.Problem)] == []
    *_, verified = verify_path(tmp_path / "case")
    assert verified.ok
