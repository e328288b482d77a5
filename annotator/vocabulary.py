"""The terms of resources/vocabularies, checked as they are loaded."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from annotator.errors import UnknownTerm, VocabularyDamaged
from annotator.text import folded

# Words of Arabic that are written together with the one that follows: and, so; by, as, for; the.
_PROCLITICS = "[وف]?(?:[بك]?(?:ال)?|لل?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term; cases store its `code`, which never changes."""

    code: str
    label: MappingProxyType[str, str]
    """By language: "en" and "ar"."""
    definition: str
    parent: str | None = None
    """Code of the broader term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """A versioned list of terms, in the order in which to offer them."""

    id: str
    version: str
    source: str
    terms: tuple[Term, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(term.code for term in self.terms)

    def check(self, code: str) -> str:
        """`code` itself. Raises UnknownTerm where it is not of this vocabulary."""
        if code not in self.codes:
            raise UnknownTerm(f"term of “{self.id}”", code, ", ".join(self.codes))
        return code

    def term(self, code: str) -> Term:
        """The term of a code. Raises UnknownTerm."""
        self.check(code)
        return next(term for term in self.terms if term.code == code)


def ids() -> tuple[str, ...]:
    """Ids of all vocabularies that ship."""
    names = (entry.name for entry in _folder().iterdir() if entry.name.endswith(".json"))
    return tuple(sorted(name.removesuffix(".json") for name in names if name != "warning-cues.json"))


@cache
def load(id: str) -> Vocabulary:
    """The vocabulary that ships under this id. Raises VocabularyDamaged."""
    return parse(id, _read(id))


def parse(id: str, text: str) -> Vocabulary:
    """A vocabulary from its JSON. Raises VocabularyDamaged where anything is missing, mistyped or twice."""
    try:
        data = json.loads(text)
        vocabulary = Vocabulary(
            id=_string(data, "id"),
            version=_string(data, "version"),
            source=_string(data, "source"),
            terms=tuple(_term(row) for row in data["terms"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise VocabularyDamaged(id, f"{type(error).__name__}: {error}") from error
    codes = vocabulary.codes
    if vocabulary.id != id:
        raise VocabularyDamaged(id, f"it calls itself {vocabulary.id}")
    if not codes or len(set(codes)) != len(codes):
        raise VocabularyDamaged(id, "it has no terms, or a code twice")
    orphans = [term.code for term in vocabulary.terms if term.parent is not None and term.parent not in codes]
    if orphans:
        raise VocabularyDamaged(id, f"the broader term of {orphans[0]} is missing")
    return vocabulary


def suggest_warning(texts: Iterable[str]) -> tuple[str, ...]:
    """Cue words of graphic content that stand whole-word in captions, keywords, file names or instructions.

    They suggest a warning and never set one. Case, punctuation and Arabic spelling variants don't matter, but for
    cues in capitals, which count only as they are.
    """
    joined = "\n".join(texts)
    plain = folded(joined)
    return tuple(cue for cue, pattern, as_is in _cues() if pattern.search(joined if as_is else plain))


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    id = "warning-cues"
    try:
        data = json.loads(_read(id))
        words, capitals, arabic = (
            [str(word) for word in data["words"]],
            [str(word) for word in data["capitals"]],
            [str(word) for word in data["arabic"]],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise VocabularyDamaged(id, f"{type(error).__name__}: {error}") from error
    return (
        *((word, _whole(folded(word)), False) for word in words),
        *((word, _whole(word), True) for word in capitals),
        *((word, _whole(folded(word), prefix=_PROCLITICS), False) for word in arabic),
    )


def _whole(cue: str, *, prefix: str = "") -> re.Pattern[str]:
    """Matches `cue` on one line between anything but letters: in `hass-victims_26.jpg` too."""
    words = r"(?:[^\w\n]|_)+".join(re.escape(word) for word in cue.split())
    return re.compile(rf"(?<![^\W\d_]){prefix}{words}(?![^\W\d_])")


def _term(row: dict[str, object]) -> Term:
    label = row["label"]
    if not isinstance(label, dict):
        raise TypeError("a label is not an object")
    return Term(
        code=_string(row, "code"),
        label=MappingProxyType({"en": _string(label, "en"), "ar": _string(label, "ar")}),
        definition=_string(row, "definition"),
        parent=_string(row, "parent") if "parent" in row else None,
    )


def _string(row: dict[str, object], key: str) -> str:
    value = row[key]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{key} is not a text")
    return value


def _folder() -> Traversable:
    return resources.files("resources") / "vocabularies"


def _read(id: str) -> str:
    try:
        return (_folder() / f"{id}.json").read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise VocabularyDamaged(id, str(error)) from error
