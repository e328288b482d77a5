"""What errors say, in the language of the window: the sentence, and the system's or the reader's own words in it."""

from PySide6.QtCore import QCoreApplication

from annotator.errors import EvidenceError
from ui import findings, language, words
from ui.settings import Language

_TERMS = ("noun", "what", "wanted")
"""Places of a sentence that hold words of ours, not somebody's name."""


def sentence(error: EvidenceError) -> str:
    """What an error says, in the language of the window."""
    if language.current() is Language.ENGLISH:
        return str(error)
    places = {name: _said(name, value) for name, value in error.places.items()}
    return QCoreApplication.translate("errors", error.sentence).format(**places)


def _said(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if name == "detail":
        return findings.clause(value)
    return words.isolated(QCoreApplication.translate("errors", value) if name in _TERMS else value)
