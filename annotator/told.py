"""Changes as they can be told: what was set and taken away, of how many items."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value that a change sets or takes away, whatever the item."""

    field: str
    """"level", "status", "content", "tag", "incident", "place", "note", "verdict"; else the table, such as "incidents"
    for the incident itself."""
    old: str | None
    """A code, a name or a text; None where nothing is taken away."""
    new: str | None
    """None where nothing is given."""
    items: int = 1
    """How many items it happens to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A row of the journal as it can be told."""

    seq: int
    at: str
    actor: str
    action: str
    facts: tuple[Fact, ...]
    items: int
    """How many items the whole row is about."""
    undoes: int | None = None
    """The row that it takes back."""
    more: Mapping[str, str] = field(default_factory=dict)
    """What is not told by facts: "path", "bundle", "time" in seconds, "item", "parent", and of a verdict the "other"
    item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a change would do."""

    items: int
    """Items that can be annotated."""
    changed: int
    """Those of them that it would change."""
    sampled: int
    """Sampled frames, which are left out."""
    facts: tuple[Fact, ...]
    """What happens to how many items."""
