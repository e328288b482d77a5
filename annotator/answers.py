"""What reviewers answer about items independently of each other, how far they agree, and what is final."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import ContentWarning, Status


class Field(StrEnum):
    """What a reviewer answers, each compared by itself."""

    LEVEL = "warning"
    CONTENT = "content"
    STATUS = "status"
    INCIDENTS = "incidents"
    PLACES = "places"


class State(StrEnum):
    """How far the review of an item is."""

    OPEN = "open"
    """Somebody has yet to answer; nobody sees the answers of others."""
    DIFFER = "differ"
    AGREE = "agree"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One reviewer's answers about one item."""

    warning: ContentWarning
    status: Status
    incidents: tuple[str, ...] = ()
    """Names of incidents in the case, sorted."""
    places: tuple[str, ...] = ()
    note: str = ""
    """Why; not compared."""

    def category(self, field: Field) -> str | tuple[str, ...]:
        """What counts as the same answer; several incidents agree only where all do."""
        match field:
            case Field.LEVEL:
                return self.warning.level
            case Field.CONTENT:
                return self.warning.content
            case Field.STATUS:
                return self.status
            case Field.INCIDENTS:
                return self.incidents
            case Field.PLACES:
                return self.places


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer, whose and when (UTC)."""

    reviewer: str
    at: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Final:
    """What was settled, by whom, and why."""

    answer: Answer
    reason: str
    actor: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The review of one item. While it is open, `given` holds only the answer of whoever asks."""

    item: int
    name: str
    awaited: tuple[str, ...]
    """Reviewers who have yet to answer."""
    given: tuple[Given, ...]
    final: Final | None

    @property
    def differences(self) -> tuple[Field, ...]:
        """Fields on which not all answers are the same."""
        return tuple(field for field in Field if len({given.answer.category(field) for given in self.given}) > 1)

    @property
    def state(self) -> State:
        if self.final is not None:
            return State.FINAL
        if self.awaited:
            return State.OPEN
        return State.DIFFER if self.differences else State.AGREE


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two reviewers agree on one field."""

    reviewers: tuple[str, str]
    field: Field
    items: int
    """That both have answered."""
    same: int
    kappa: float | None
    """Cohen's kappa: 1 is full agreement, 0 what chance would give; None where chance alone would always agree."""


def agreements(sheets: Iterable[Sheet]) -> list[Agreement]:
    """The agreement of every two reviewers on every field, over all items that all have answered.

    Kappa is (p - e) / (1 - e), where p is the share of items with the same answer and e the share to be expected of two
    who answer by chance, each with their own frequencies (J. Cohen, A Coefficient of Agreement for Nominal Scales,
    Educational and Psychological Measurement 20, 1960).
    """
    pairs: dict[tuple[str, str], list[tuple[Answer, Answer]]] = {}
    for sheet in sheets:
        if not sheet.awaited:
            given = sorted(sheet.given, key=lambda given: given.reviewer)
            for i, a in enumerate(given):
                for b in given[i + 1 :]:
                    pairs.setdefault((a.reviewer, b.reviewer), []).append((a.answer, b.answer))
    return [
        _agreement(pair, field, [(a.category(field), b.category(field)) for a, b in answers])
        for pair, answers in sorted(pairs.items())
        for field in Field
    ]


def _agreement(
    reviewers: tuple[str, str], field: Field, answers: list[tuple[str | tuple[str, ...], str | tuple[str, ...]]]
) -> Agreement:
    count = len(answers)
    same = sum(a == b for a, b in answers)
    firsts, seconds = Counter(a for a, _ in answers), Counter(b for _, b in answers)
    by_chance = sum(firsts[value] * seconds[value] for value in firsts)  # of count²
    kappa = None if by_chance == count**2 else (same * count - by_chance) / (count**2 - by_chance)
    return Agreement(reviewers=reviewers, field=field, items=count, same=same, kappa=kappa)
