"""From the command line: import real pictures, export them, check the bundle with and without this program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.makers import scene

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("zipped", [False, True])
def test_what_is_exported_verifies_until_a_byte_is_changed(tmp_path: Path, zipped: bool) -> None:
    drive, case = tmp_path / "drive", tmp_path / "case"
    drive.mkdir()
    for number in range(2):
        scene(number).save(drive / f"=صورة {number}.jpg")
    assert run("import", case, drive, "--json").returncode == 0

    exported = run("export", case, tmp_path / "bundle", "--json", *(["--zip"] if zipped else []))
    done = json.loads(exported.stdout)
    assert (exported.returncode, done["items"]) == (0, 2)
    bundle = Path(done["bundle"])
    right = run("verify", bundle, "--json")
    assert (right.returncode, json.loads(right.stdout)["ok"]) == (0, True)
    assert json.loads(right.stdout)["seal"] == done["seal"]
    assert run("verify", case).returncode == 0

    if zipped:
        content = bytearray(bundle.read_bytes())
        content[5000] ^= 1
        bundle.write_bytes(content)
        changed = ""
    else:
        original = next((bundle / "data/originals").iterdir())
        original.write_bytes(original.read_bytes()[:-1] + b"\0")
        changed = f"data/originals/{original.name}"
        alone = subprocess.run(
            [sys.executable, "-I", "verify.py"], cwd=bundle, capture_output=True, text=True, check=False
        )
        assert alone.returncode == 1
        assert alone.stdout.startswith(f"{changed}: ")
    wrong = run("verify", bundle, "--json")
    told = json.loads(wrong.stdout)
    assert (wrong.returncode, told["ok"], len(told["problems"])) == (1, False, 1)
    assert told["problems"][0]["path"].startswith(changed)


def test_exporting_twice_to_one_place_or_verifying_nothing_is_wrong_usage(tmp_path: Path) -> None:
    scene().save(tmp_path / "a.png")
    assert run("import", tmp_path / "case", tmp_path / "a.png").returncode == 0
    assert run("export", tmp_path / "case", tmp_path / "bundle").returncode == 0
    again = run("export", tmp_path / "case", tmp_path / "bundle")
    assert (again.returncode, "already exists" in again.stderr) == (2, True)
    assert run("verify", tmp_path / "a.png").returncode == 2
