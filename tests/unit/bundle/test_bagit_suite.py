"""Bags of other programs: the conformance suite of the Library of Congress."""

import os
from pathlib import Path

import pytest

from annotator import checker

CORPUS = Path(os.environ.get("EVIDENCE_CORPUS", Path(__file__).parents[4] / "shared/corpus")) / "bags"
STRICTER = {
    "duplicate-file-with-different-case": "names that are one on some systems clash",
    "same-filename-listed-twice-with-different-normalization": "names that are one on some systems clash",
    "special-system-files": "a listed file is missing",
}
"""Bags that the suite would only warn of, and why they are wrong here."""

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"the BagIt conformance suite is not at {CORPUS}: set EVIDENCE_CORPUS to the corpus"
)


def bags(kind: str) -> list[Path]:
    return sorted(CORPUS.glob(f"v*/{kind}/*"))


def check(path: Path) -> tuple[list[checker.Problem], list[str]]:
    events = list(checker.check(path))
    remarks = [event.text for event in events if isinstance(event, checker.Remark)]
    return [event for event in events if isinstance(event, checker.Problem)], remarks


@pytest.mark.parametrize("path", bags("valid"), ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_a_valid_bag_is_right_but_said_not_to_be_sealed(path: Path) -> None:
    problems, remarks = check(path)
    assert problems == []
    assert "not sealed by Evidence Annotator" in remarks[-1]


@pytest.mark.parametrize("path", bags("invalid"), ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_an_invalid_bag_is_wrong(path: Path) -> None:
    assert check(path)[0]


@pytest.mark.parametrize("path", bags("warning"), ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_a_doubtful_bag_is_wrong_where_it_could_be_read_in_two_ways(path: Path) -> None:
    assert bool(check(path)[0]) == (path.name in STRICTER)
