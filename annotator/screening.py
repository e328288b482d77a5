"""Screening: videos that look alike somewhere are compared by workers, frame by frame, and linked by what they share.

Pairs wait in the case until that is done, so that an import that was stopped loses none: the next one sees to them.
"""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event as Flag

from annotator import footage
from annotator.analysis import Moment, NotDecoded, Shared, Sighting
from annotator.checker import open_plain
from annotator.engine import check
from annotator.engine.limits import seconds_for
from annotator.engine.local import Engine, WorkerLost
from annotator.folder import Folder
from annotator.link import Link, Relation
from annotator.media import tasks
from annotator.media.sniff import HEAD, recognise
from annotator.model import Item, Kind
from annotator.signature import Signature
from annotator.similarity.confirm import confirm
from annotator.store import items, journal, links, pairs
from annotator.store.connection import Connection, Store

_COMPARING = 40.0
"""Seconds that comparing may take, beside decoding."""
_SIDE = 480
"""Longest side of a still that is looked for, in pixels."""
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
        under_way: dict[Future[Shared | Sighting | None], _Pair] = {}
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
        others = [
            link
            for link in links.of(connection, b)
            if link.b == b and link.relation is Relation.SAME_FOOTAGE and link.joins
        ]
        within = [sum(end - start for _, _, start, end in link.segments) for link in others]
        whole = bool(within) and seconds is not None and max(within) >= _WHOLE * seconds
        return groups.get(a) == groups.get(b) and len(others) >= (_ENOUGH if whole else 2 * _ENOUGH)

    def _compared(self, pair: _Pair) -> Shared | Sighting | None:
        """In a thread, for it waits: what a worker finds; None where it finds that one can't be read."""
        try:
            first, second = (
                self._source(path, video.name) for path, video in zip(pair.paths, pair.videos, strict=True)
            )
            seconds = pair.videos[0].duration, pair.videos[1].duration
            limit = sum(seconds_for(video.bytes or 0) for video in pair.videos) + _COMPARING
            if not all(one.kind is Kind.VIDEO for one in pair.videos):
                return self._sighted(pair, first, second, limit)
            found = self._engine.run(tasks.compare, first, second, moments=pair.moments, seconds=seconds, limit=limit)
            return check.shared(found)
        except WorkerLost as lost:
            if lost.code == "cancelled":
                raise
            return None
        except (check.Implausible, NotDecoded, OSError):
            return None

    def _sighted(self, pair: _Pair, first: tasks.Source, second: tasks.Source, limit: float) -> Sighting | None:
        """In a thread: the frame of a video that a still may be. Raises what a worker raises."""
        later = pair.videos[1].kind is Kind.VIDEO
        still, video = (first, second) if later else (second, first)
        times = tuple(moment.b if later else moment.a for moment in pair.moments)
        found = self._engine.run(tasks.find_still, still, video, times=times, longest=_SIDE, limit=limit)
        return None if found is None else check.checked(Sighting, found)

    def _source(self, path: Path, name: str) -> tasks.Source:
        with open_plain(path) as file:
            format = recognise(file.read(HEAD), name)
        if format is None or format.decoder is None:
            raise NotDecoded("unsupported-format", "its kind is not one that is opened")
        return tasks.Source(path=str(path), format=format)

    def _keep(self, pair: _Pair, found: Shared | Sighting | None) -> None:
        """Write what was found; the pair waits no longer."""
        first, second = pair.videos
        link: Link | None = None
        if isinstance(found, Shared):
            link = footage.link(pair.a, pair.b, found, seconds=(first.duration, second.duration))
        elif found is not None:
            link = _seen(pair, found)
        with self._store.writing() as connection:
            pairs.done(connection, pair.a, pair.b)
            if link is None:
                return
            held = links.between(connection, pair.a, pair.b)
            if held is not None and held.joins and held.relation is link.relation:
                # The same link, but to the exact moment: it takes the place of the one that led to it.
                link = replace(link, score=min(1.0, max(link.score, held.score + 1e-4)))
            links.add(connection, [link])
            if link.joins:
                links.regroup(connection, [pair.a, pair.b])
            journal.append(
                connection, action="compare", subject=f"items {pair.a} and {pair.b}", actor=self._actor,
                items=(pair.a, pair.b), detail={"relation": link.relation, "segments": link.segments},
            )  # fmt: skip


def _seen(pair: _Pair, found: Sighting) -> Link | None:
    """The link of a still and the video that it is a frame of; None where it is not quite a frame."""
    later = pair.videos[1].kind is Kind.VIDEO
    still, frame = Signature.from_bytes(found.still), Signature.from_bytes(found.signature)
    told = confirm(still, frame) if later else confirm(frame, still)
    if told is None or not told.relation.confirmed:
        return None
    at = (0.0, 0.0, found.time, found.time) if later else (found.time, found.time, 0.0, 0.0)
    return Link(
        a=pair.a,
        b=pair.b,
        relation=Relation.FRAME_OF,
        score=round(told.score, 4),
        reason=f"frame at {found.time:.3f} s, {told.points} points agree",
        segments=(at,),
        steps=told.steps,
        matrix=told.matrix,
        shared_a=told.shared_a,
        shared_b=told.shared_b,
        better={"a": pair.a, "b": pair.b}.get(told.better or ""),
    )


def _waited(future: "Future[Shared | Sighting | None]", seconds: float) -> None:
    try:
        future.exception(seconds)
    except LateError:
        return
