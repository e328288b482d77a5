"""Names that can be shown, and words that can be found."""

import os

import pytest

from annotator.text import folded, shown


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("حاس 26-10-16.jpg", "حاس 26-10-16.jpg"),
        ("a\nb\x1b[31m.jpg", "a\\x0Ab\\x1B[31m.jpg"),
        ("\u202egpj.exe", "\\u202Egpj.exe"),
        (os.fsdecode(b"caf\xe9.jpg"), "caf\\xE9.jpg"),
        ("line\u2028end", "line\\u2028end"),
    ],
)
def test_a_shown_name_is_one_line_and_reads_as_it_is(name: str, safe: str) -> None:
    assert shown(name) == safe


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ḩāss", "hass"),
        ("إدلب", "ادلب"),
        ("مدرسة", "مدرسه"),
        ("حـــاس", "حاس"),
        ("حَاس", "حاس"),
        ("Ma‘arrat", "maarrat"),
    ],
)
def test_search_folds_marks_cases_and_letter_forms(one: str, other: str) -> None:
    assert folded(one) == folded(other)
