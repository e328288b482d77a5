"""The shipped vocabularies: whole, in step with the code, and honest about what is missing."""

import json

import pytest

from annotator import vocabulary
from annotator.errors import UnknownTerm, VocabularyDamaged
from annotator.model import Level, Status


@pytest.mark.parametrize("id", vocabulary.ids())
def test_every_shipped_vocabulary_loads_with_both_labels_and_a_definition_for_every_term(id: str) -> None:
    shipped = vocabulary.load(id)
    assert shipped.id == id
    assert shipped.version
    assert shipped.source
    for term in shipped.terms:
        assert term.label["en"].isascii(), term
        assert any("\u0600" <= c <= "\u06ff" for c in term.label["ar"]), term
        assert term.definition.endswith("."), term


def test_the_vocabularies_that_the_program_needs_are_shipped() -> None:
    needed = {
        "warning-level",
        "warning-content",
        "incident-type",
        "place-precision",
        "time-precision",
        "status",
        "item-relation",
    }
    assert needed <= set(vocabulary.ids())


def test_levels_and_statuses_of_the_code_are_those_of_the_vocabularies_in_the_same_order() -> None:
    assert vocabulary.load("warning-level").codes == tuple(Level)
    assert vocabulary.load("status").codes == tuple(Status)


def test_every_narrower_incident_type_names_its_broader_one() -> None:
    types = vocabulary.load("incident-type")
    assert types.term("air-drone-strike").parent == "explosions-remote-violence"
    assert sum(term.parent is None for term in types.terms) == 6
    assert sum(term.parent is not None for term in types.terms) == 25


def test_check_returns_a_known_code_and_refuses_another_by_naming_those_it_knows() -> None:
    precision = vocabulary.load("place-precision")
    assert precision.check("town") == "town"
    with pytest.raises(
        UnknownTerm, match=r"“Town” is not a term of “place-precision”: use one of exact, vicinity, locality, town"
    ):
        precision.check("Town")


def _text(**changed: object) -> str:
    term = {"code": "a", "label": {"en": "A", "ar": "ا"}, "definition": "First."}
    return json.dumps({"id": "letters", "version": "1", "source": "us", "terms": [term]} | changed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"id": "letters"',
        _text(id="others"),
        _text(version=1),
        _text(source=" "),
        _text(terms=[]),
        _text(terms=None),
        _text(terms=["a"]),
        _text(terms=[{"code": "a", "label": {"en": "A"}, "definition": "No Arabic."}]),
        _text(terms=[{"code": "a", "label": "A", "definition": "No label."}]),
        _text(terms=[{"code": "a", "label": {"en": "A", "ar": "ا"}, "definition": "Orphan.", "parent": "z"}]),
        _text(terms=[{"code": "a", "label": {"en": "A", "ar": "ا"}, "definition": "Twice."}] * 2),
    ],
)
def test_a_damaged_vocabulary_is_refused_by_name(text: str) -> None:
    assert vocabulary.parse("letters", _text()).codes == ("a",)
    with pytest.raises(VocabularyDamaged, match="“letters”"):
        vocabulary.parse("letters", text)


def test_a_vocabulary_that_does_not_ship_is_refused_by_name() -> None:
    with pytest.raises(VocabularyDamaged, match="“no-such”"):
        vocabulary.load("no-such")


def test_terms_cannot_be_changed_once_loaded() -> None:
    label = vocabulary.load("status").terms[0].label
    with pytest.raises(TypeError):
        label["en"] = "Other"  # type: ignore[index]  # that it can't be assigned is what is tested


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("hass-victims-26-10-16.jpg", ("victims",)),
        ("Victim1.JPG", ("victim",)),
        ("bodies_of_two_men.png", ("bodies of",)),
        ("DEAD  CHILD near the school", ("dead child",)),
        ("SMOUT: see note", ("SMOUT",)),
        ("جثث الشهداء", ("جثث", "شهداء")),
        ("صور لجثّة وقتلى", ("جثة", "قتلى")),
        ("مجزره", ("مجزرة",)),
        ("اشلاء", ("أشلاء",)),
    ],
)
def test_cue_words_are_found_whole_word_in_names_and_captions(text: str, cues: tuple[str, ...]) -> None:
    assert vocabulary.suggest_warning([text]) == cues


@pytest.mark.parametrize(
    "text",
    ["smout", "Smout", "victimless", "martyrdom", "nobody of note", "everybody offered", "الشهيدة", "body\nof", ""],
)
def test_parts_of_words_and_small_letters_suggest_nothing(text: str) -> None:
    assert vocabulary.suggest_warning([text]) == ()


def test_cues_are_not_joined_over_two_texts() -> None:
    assert vocabulary.suggest_warning(["a dead", "child"]) == ()
