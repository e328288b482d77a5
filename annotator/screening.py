"""Screening: videos that look alike somewhere are compared by workers, frame by frame, and linked by what they share.

Pairs wait in the case until that is done, so that an import that was stopped loses none: the next one sees to them.
"""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag

from annotator import footage
from annotator.analysis import Moment, NotDecoded, Shared
from annotator.checker import open_plain
from annotator.engine import check
from annotator.engine.limits import seconds_for
from annotator.engine.local import Engine, WorkerLost
from annotator.folder import Folder
from annotator.link import Link
from annotator.media import tasks
from annotator.media.sniff import HEAD, recognise
from annotator.model import Item
from annotator.store import items, journal, links, pairs
from annotator.store.connection import Connection, Store

_COMPARING = 40.0
"""Seconds that comparing may take, beside decoding."""
_ENOUGH = 2
"""Links of a video with earlier ones of its group, one of which shows all of it; more would say the same. Twice as many
where none does."""
_WHOLE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    a: int
    b: int
    moments: tuple[Moment, ...]
    videos: tuple[Item, Item]
    paths: tuple[Path, Path]


class Screening:
    """The pairs of one case that wait."""

    def __init__(self, store: Store, folder: Folder, engine: Engine, *, actor: str) -> None:
        self._store, self._folder, self._engine, self._actor = store, folder, engine, actor

    def run(self, threads: Executor, cancel: Flag, *, beat: float) -> Iterator[tuple[int, int]]:
        """Compare all that waits; yields how many are done, and of how many, at each beat (seconds) and each end."""
        with self._store.reading() as connection:
            left = [(a, b) for a, b, _ in pairs.waiting(connection)]
        done, total = 0, len(left)
        under_way: dict[Future[Shared | None], _Pair] = {}
        while (left or under_way) and not cancel.is_set():
            while left and len(under_way) < self._engine.workers:
                pair = self._next(left)
                if pair is not None:
                    under_way[threads.submit(self._compared, pair)] = pair
                else:
                    done += 1
            for future in [future for future in under_way if future.done()]:
                self._keep(under_way.pop(future), future.result())
                done += 1
            yield done, total
            for future in list(under_way)[:1]:
                _waited(future, beat)

    def _next(self, left: list[tuple[int, int]]) -> _Pair | None:
        """The next pair, or None where it needs no look, for both are known to be of one footage."""
        a, b = left.pop(0)
        with self._store.reading() as connection:
            moments = next((some for x, y, some in pairs.waiting(connection) if (x, y) == (a, b)), ())
            rows = tuple(items.rows(connection, [a, b]))
            paths = tuple(self._path(connection, item) for item in (a, b))
            known = bool(rows) and self._known(connection, a, b, rows[-1].duration)
        if known or len(rows) != 2 or not moments:
            with self._store.writing() as connection:
                pairs.done(connection, a, b)
            return None
        return _Pair(a=a, b=b, moments=moments, videos=(rows[0], rows[1]), paths=(paths[0], paths[1]))

    def _path(self, connection: Connection, item: int) -> Path:
        sha256, extension, linked, _ = items.location(connection, item)
        return Path(linked) if linked is not None else self._folder.original(sha256 or "", extension)

    def _known(self, connection: Connection, a: int, b: int, seconds: float | None) -> bool:
        """Whether they are of one group, and others of it tell already what b is."""
        groups = links.groups_of(connection, [a, b])
        others = [link for link in links.of(connection, b) if link.b == b and link.joins and link.segments]
        within = [sum(end - start for _, _, start, end in link.segments) for link in others]
        whole = bool(within) and seconds is not None and max(within) >= _WHOLE * seconds
        return groups.get(a) == groups.get(b) and len(others) >= (_ENOUGH if whole else 2 * _ENOUGH)

    def _compared(self, pair: _Pair) -> Shared | None:
        """In a thread, for it waits: what a worker finds; None where it finds that one can't be read."""
        try:
            first, second = (
                self._source(path, video.name) for path, video in zip(pair.paths, pair.videos, strict=True)
            )
            seconds = pair.videos[0].duration, pair.videos[1].duration
            limit = sum(seconds_for(video.bytes or 0) for video in pair.videos) + _COMPARING
            found = self._engine.run(tasks.compare, first, second, moments=pair.moments, seconds=seconds, limit=limit)
            return check.shared(found)
        except WorkerLost as lost:
            if lost.code == "cancelled":
                raise
            return None
        except (check.Implausible, NotDecoded, OSError):
            return None

    def _source(self, path: Path, name: str) -> tasks.Source:
        with open_plain(path) as file:
            format = recognise(file.read(HEAD), name)
        if format is None or format.decoder is None:
            raise NotDecoded("unsupported-format", "its kind is not one that is opened")
        return tasks.Source(path=str(path), format=format)

    def _keep(self, pair: _Pair, found: Shared | None) -> None:
        """Write what was found; the pair waits no longer."""
        first, second = pair.videos
        link: Link | None = None
        if found is not None:
            link = footage.link(pair.a, pair.b, found, seconds=(first.duration, second.duration))
        with self._store.writing() as connection:
            pairs.done(connection, pair.a, pair.b)
            if link is None:
                return
            links.add(connection, [link])
            if link.joins:
                links.regroup(connection, [pair.a, pair.b])
            journal.append(
                connection, action="compare", subject=f"items {pair.a} and {pair.b}", actor=self._actor,
                items=(pair.a, pair.b), detail={"relation": link.relation, "segments": link.segments},
            )  # fmt: skip


def _waited(future: "Future[Shared | None]", seconds: float) -> None:
    try:
        future.exception(seconds)
    except LateError:
        return
