"""What is found about files is said in the language of the window."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import findings, language
from ui.settings import Language

CORE = Path(__file__).parents[2] / "annotator"
_SAID_BY = {"Finding", "NotDecoded", "NotTaken", "WorkerLost"}


def _written() -> list[str]:
    """The sentences that the core makes findings of, "x1" in their places."""
    files = [path for room in ("media", "engine", "places") for path in (CORE / room).glob("*.py")]
    found = []
    for path in [*files, CORE / "ingest.py", CORE / "discover.py", CORE / "verify.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name)) if name in _SAID_BY:
                    said = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "message")]
                case ast.Call(func=ast.Attribute(attr="_wrong")):
                    said = node.args[1:2]
                case ast.Assign(targets=[ast.Name(id="message" | "_NO_FILE")]):
                    said = [node.value]
                case _:
                    continue
            found += [_sample(text) for text in said if isinstance(text, ast.Constant | ast.JoinedStr)]
    return found


def _sample(text: ast.Constant | ast.JoinedStr) -> str:
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "x1" for part in parts)


def test_every_sentence_that_the_core_finds_is_known_to_the_window() -> None:
    written = _written()
    assert len(written) > 40
    unknown = [text for text in written if findings.match(text) is None]
    assert unknown == ["The date in x1 (x1) x1."], "its end is one of three, each with its own sentence"


@pytest.mark.parametrize(
    ("message", "sentence", "values"),
    [
        (
            "EXIF says 2014-08-03T10:00:00, the file's name says 2016-10-26.",
            "{first} says {one}, {second} says {other}.",
            {"first": "EXIF", "one": "2014-08-03T10:00:00", "second": "the file's name", "other": "2016-10-26"},
        ),
        (
            "The date in DateTimeOriginal (1970-01-01) is in 1970, from which devices count whose clock was never set.",
            "The date in {tag} ({text}) is in {year}, from which devices count whose clock was never set.",
            {"tag": "DateTimeOriginal", "text": "1970-01-01", "year": "1970"},
        ),
        ("XMP is there but was not read.", "{kind} is there but was not read.", {"kind": "XMP"}),
    ],
)
def test_what_stands_in_a_finding_is_told_from_its_words(message: str, sentence: str, values: dict[str, str]) -> None:
    assert findings.match(message) == (sentence, values)


def test_a_finding_stands_as_it_was_written_in_english_and_where_it_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert findings.told("XMP is there but was not read.") == "XMP is there but was not read."
    monkeypatch.setattr("ui.language.current", lambda: Language.ARABIC)
    assert findings.told("What no version says.") == "\u2068What no version says.\u2069"


def test_the_reason_of_a_link_is_said_part_by_part(qtbot: QtBot) -> None:
    link = "mirrored top to bottom, frame at 3.500 s, 4 of 64 bits differ"
    assert findings.reason(link) == link
    assert all(
        findings.match(part) for part in ["6.4 s in common", "in 2 parts", *link.split(", "), "said by a reviewer"]
    )
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    language.install(application, Language.ARABIC)
    try:
        said = findings.reason(link)
    finally:
        language.install(application, Language.ENGLISH)
    assert not re.search("[A-Za-z]", said)
    assert said.count("،") == 2
