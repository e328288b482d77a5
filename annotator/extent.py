"""Where and when the items of a list were taken."""

from collections.abc import Sequence

from annotator.columns import Positions, Times
from annotator.store import reviews, where
from annotator.store.connection import Store


class Extent:
    """For one actor: what a review must not know is left out."""

    def __init__(self, store: Store, *, actor: str) -> None:
        self._store, self._actor = store, actor

    def positions(self, numbers: Sequence[int]) -> Positions:
        """Where these items were taken, as metadata says and as people said."""
        with self._store.reading() as connection:
            return where.positions(connection, numbers, hidden=reviews.unanswered(connection, self._actor))

    def times(self, numbers: Sequence[int]) -> Times:
        """When these items were taken."""
        with self._store.reading() as connection:
            return where.times(connection, numbers)
