"""`make run` without a display: the whole job on the sample case, in the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not (ROOT / ".venv/bin/python").exists(), reason="runs in the environment that make setup makes")
def test_without_a_display_the_sample_job_ends_with_a_bundle_that_verifies(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    run = subprocess.run(
        [str(ROOT / ".ci/sample")], env=environment, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    folder = tmp_path / ".local/share/evidence-annotator"
    (bundle,) = folder.glob("sample-bundle-*")
    assert run.stdout.endswith(f"The case is in   {folder / 'sample-case'}\nThe bundle is in {bundle}\n")
    for said in ("unreadable", "duplicate", "Strike near Hass", "mirrored", "same-footage", "Nothing is wrong"):
        assert said in run.stdout
    again = subprocess.run([sys.executable, "-I", str(bundle / "verify.py")], capture_output=True, check=False)
    assert again.returncode == 0
