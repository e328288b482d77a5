"""Our chosen date, place, camera and orientation agree with what ExifTool finds in the same files."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.analysis import Analysis
from annotator.media.analyse import analyse
from annotator.media.sniff import HEAD, recognise
from annotator.model import Sampling

CORPUS = Path(os.environ.get("EVIDENCE_CORPUS") or Path(__file__).parents[2].parent / "shared" / "corpus")
TRUTH = CORPUS / "metadata-truth.json"

pytestmark = pytest.mark.skipif(
    not TRUTH.is_file(), reason="no corpus of real media: put one at ../shared/corpus, or name it in $EVIDENCE_CORPUS"
)

Check = tuple[str, bool, bool, str]
"""What, whether it was found, whether what was found is right, and a sentence for the report."""


@pytest.fixture(scope="module")
def checks() -> dict[str, list[Check]]:
    """All comparisons, by where ExifTool found the value: "exif" or "elsewhere"."""
    found: dict[str, list[Check]] = {"exif": [], "elsewhere": []}
    for truth in json.loads(TRUTH.read_text()):
        path = CORPUS / truth["SourceFile"]
        with path.open("rb") as file:
            format = recognise(file.read(HEAD), path.name)
        if format is None:
            continue
        analysis = analyse(str(path), name=path.name, format=format, sampling=Sampling.NONE, every=None)
        for where, what, present, right, told in _compared(truth, analysis):
            found[where].append((what, present, right, f"{truth['SourceFile']}: {told}"))
    return found


def _compared(truth: dict[str, Any], ours: Analysis) -> Iterator[tuple[str, str, bool, bool, str]]:
    captured = (ours.captured_at or "").replace("-", ":").replace("T", " ")
    original = str(truth.get("ExifIFD:DateTimeOriginal", ""))
    elsewhere = [
        str(truth[key])
        for key in (
            "XMP-exif:DateTimeOriginal",
            "XMP-xmp:CreateDate",
            "IPTC:DateCreated",
            "Keys:CreationDate",
            "QuickTime:CreateDate",
        )
        if key in truth and not str(truth[key]).startswith("0000")
    ]
    if original.strip(" :0"):
        yield "exif", "date", bool(captured), captured[:19] == original[:19], f"{original} → {ours.captured_at}"
    elif elsewhere:
        right = any(captured[:16] == date[: len(captured[:16])] for date in elsewhere)
        yield "elsewhere", "date", bool(captured), right and bool(captured), f"{elsewhere} → {ours.captured_at}"
    if "Composite:GPSLatitude" in truth:
        wanted = truth["Composite:GPSLatitude"], truth["Composite:GPSLongitude"]
        position = ours.latitude, ours.longitude
        right = ours.latitude is not None and position == pytest.approx(wanted, abs=1e-5)
        where = "elsewhere" if ours.location_source == "container" else "exif"
        yield where, "position", ours.latitude is not None, right, f"{wanted} → {position}"
    for name, value in (("Make", ours.make), ("Model", ours.model), ("Orientation", ours.orientation)):
        for where, key in (("exif", f"IFD0:{name}"), ("elsewhere", f"Keys:{name}")):
            wanted_text = str(truth.get(key, "")).strip()
            if wanted_text and not (name == "Orientation" and wanted_text == "0"):  # 0 is none of EXIF's eight
                yield where, name, value is not None, str(value) == wanted_text, f"{wanted_text} → {value}"
                break


@pytest.mark.parametrize(("where", "share"), [("exif", 0.98), ("elsewhere", 0.9)])
def test_what_exiftool_finds_is_found(checks: dict[str, list[Check]], where: str, share: float) -> None:
    total = Counter(what for what, *_ in checks[where])
    right = Counter(what for what, _, is_right, _ in checks[where] if is_right)
    assert total
    missed = [told for _, _, is_right, told in checks[where] if not is_right]
    for what, count in total.items():
        assert right[what] / count >= share, f"{what}: {missed}"


def test_nothing_found_is_wrong(checks: dict[str, list[Check]]) -> None:
    wrong = [told for group in checks.values() for _, present, is_right, told in group if present and not is_right]
    assert not wrong
