"""Place names for whoever asks in the window: looked up beside it, and made first where they are not there yet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.atlas import Atlas
from annotator.places import earth
from annotator.places.gazetteer import Gazetteer, Named, Nearby
from ui.jobs import JobRunner, Lane

On = tuple[float, float, Named]
"""A place and where it lies on the plane of `annotator.places.earth.to_world`."""


class Names(QObject):
    """Until the gazetteer is there, nothing is answered; `ready` says when it is."""

    ready = Signal()
    failed = Signal(object)

    def __init__(self, runner: JobRunner, atlas: Atlas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._atlas = runner, atlas
        self._gazetteer = atlas.gazetteer if atlas.gazetteer.ready else None
        self._asked = False

    @property
    def there(self) -> bool:
        """Whether names can be asked for."""
        return self._gazetteer is not None

    def prepare(self) -> None:
        """Make the gazetteer where it is not there yet; asked again and again it is made once."""
        if self._gazetteer is not None:
            self.ready.emit()
        elif not self._asked:
            self._asked = True
            self._runner.read(
                lambda case: self._atlas.make_gazetteer(), self._take, lane=Lane.MAPS, failed=self.failed.emit
            )

    def _take(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.ready.emit()

    def add(self, path: Path, done: Callable[[int], None]) -> None:
        """Take in a gazetteer of the user's own; `done` gets how many names it has."""
        self._runner.read(lambda case: self._atlas.add_gazetteer(path), done, lane=Lane.MAPS, failed=self.failed.emit)

    def search(self, text: str, done: Callable[[list[Named]], None]) -> None:
        """Places whose name begins so."""
        self.prepare()
        self._ask(lambda gazetteer: gazetteer.search(text), done)

    def nearest(self, at: tuple[float, float], done: Callable[[Nearby | None], None]) -> None:
        """What lies nearest to a latitude and longitude."""
        self._ask(lambda gazetteer: gazetteer.nearest(*at), done)

    def within(self, area: tuple[float, float, float, float], most: int, done: Callable[[list[On]], None]) -> None:
        """The largest places between south, west, north and east."""

        def look(gazetteer: Gazetteer) -> list[On]:
            found = gazetteer.within(*area, most=most)
            return [(*earth.to_world(place.latitude, place.longitude), place) for place in found]

        self._ask(look, done)

    def _ask(self, look: Callable[[Gazetteer], object], done: Callable[..., None]) -> None:
        gazetteer = self._gazetteer
        if gazetteer is not None:
            self._runner.read(lambda case: look(gazetteer), done, lane=Lane.PLACES, failed=self.failed.emit)
