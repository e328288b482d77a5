"""What fits a filter, how much each other filter would find, what makes a stack, and filters that have a name."""

from array import array
from collections.abc import Sequence
from pathlib import Path

from annotator import alike, errors, model
from annotator.stacks import Stacks, stacked
from annotator.store import counts, find, items, nouns, searches
from annotator.store.connection import Store
from annotator.text import shown

_ALL = model.Filter()
_MOST_NAME = 200


class Library:
    """The items of a case as lists of them."""

    def __init__(self, store: Store, path: Path) -> None:
        self._store, self._path = store, path

    def find(self, wanted: model.Filter) -> "array[int]":
        """Item numbers that fit, in order."""
        with self._store.reading() as connection:
            return (alike.ordered if wanted.sort is model.Sort.ALIKE else find.find)(connection, wanted)

    def counts(self, wanted: model.Filter = _ALL) -> model.Counts:
        """How many items each value of each filter would find together with the others that are set."""
        with self._store.reading() as connection:
            return counts.counts(connection, wanted)

    def tags(self) -> dict[str, int]:
        """All tags in use, by name, and how many items bear each."""
        with self._store.reading() as connection:
            return nouns.tag_counts(connection)

    def stacks(self, listed: "array[int]") -> Stacks:
        """The copies among listed items, to be shown as one."""
        with self._store.reading() as connection:
            return stacked(connection, listed)

    def covered(self, numbers: Sequence[int]) -> set[int]:
        """Which of these items no surface may show unasked."""
        with self._store.reading() as connection:
            return items.covered(connection, numbers)

    # --- saved searches: tools of this copy of the case, which stand in no journal

    def searches(self) -> list[model.SavedSearch]:
        """All saved searches, by name. Raises CaseDamaged."""
        with self._store.reading() as connection:
            return searches.all(connection)

    def save(self, search: model.SavedSearch) -> None:
        """Keep a search, in place of one of the same name. Raises BadValue, CaseReadOnly."""
        _named(search.name)
        with self._store.writing() as connection:
            searches.save(connection, search)

    def rename(self, name: str, new: str) -> None:
        """Give a search another name. Raises NotFound, AlreadyThere, BadValue, CaseReadOnly."""
        _named(new)
        found = {search.name: search for search in self.searches()}
        if name not in found:
            raise errors.NotFound("search", name)
        if new in found and new != name:
            raise errors.AlreadyThere("search", new)
        with self._store.writing() as connection:
            searches.delete(connection, name)
            searches.save(connection, model.SavedSearch(name=new, wanted=found[name].wanted))

    def delete(self, name: str) -> None:
        """Forget a search. Raises NotFound, CaseReadOnly."""
        with self._store.writing() as connection:
            if not searches.delete(connection, name):
                raise errors.NotFound("search", name)


def _named(name: str) -> None:
    if not name.strip() or len(name) > _MOST_NAME or shown(name) != name:
        raise errors.BadValue("name of a search", name, "a few words on one line")
