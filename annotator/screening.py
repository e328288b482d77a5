"""Screening: videos that look alike somewhere are compared by workers, frame by frame, and linked by what they share.

Pairs wait in the case until that is done, so that an import that was stopped loses none: the next one sees to them,
and to those whose files were away or whose worker was lost.
"""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from threading import Event as Flag

from annotator import altered, footage
from annotator.analysis import Moment, NotDecoded, Shared, Sighting
from annotator.checker import open_plain
from annotator.engine import check
from annotator.engine.limits import seconds_for
from annotator.engine.local import Engine, WorkerLost
from annotator.folder import Folder
from annotator.link import Because, Link, Relation
from annotator.media import tasks
from annotator.media.sniff import HEAD, recognise
from annotator.model import Item, Kind
from annotator.signature import Signature
from annotator.similarity.confirm import Confirmation, confirm
from annotator.similarity.matching import fits
from annotator.store import items, journal, links, pairs, pictures
from annotator.store.connection import Connection, Store
from annotator.store.pairs import Waiting
from annotator.store.signatures import Signatures

_COMPARING = 40.0
"""Seconds that comparing may take, beside decoding."""
_SIDE = 480
"""Longest side of a still that is looked for, in pixels."""
_ENOUGH = 4
"""Links of a video with earlier ones of its group; more would say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    a: int
    b: int
    moments: tuple[Moment, ...]
    videos: tuple[Item, Item]
    paths: tuple[Path, Path]
    frames: tuple[list[tuple[float, str]], list[tuple[float, str]]]
    """Sampled ones: seconds, and what names the picture."""


class _Missed(Enum):
    """Why two were not compared."""

    AWAY = "a file is not there: its drive may be again"
    LOST = "reading took too long, failed or crashed"


_Found = Link | Sighting | _Missed | None


class Screening:
    """The pairs of one case that wait."""

    def __init__(self, store: Store, folder: Folder, engine: Engine, signatures: Signatures, *, actor: str) -> None:
        self._store, self._folder, self._engine, self._actor = store, folder, engine, actor
        self._signatures = signatures

    def run(self, threads: Executor, cancel: Flag, *, beat: float) -> Iterator[tuple[int, int]]:
        """Compare all that waits; yields how many are done, and of how many, at each beat (seconds) and each end."""
        left: list[Waiting] = []
        done, last = 0, (0, 0)
        under_way: dict[Future[_Found], _Pair] = {}
        with self._store.reading() as connection:
            total = pairs.count(connection)
        while not cancel.is_set():
            if not left and not under_way:
                with self._store.reading() as connection:
                    left = pairs.waiting(connection, after=last)  # some that are past wait for another time
                if not left:
                    return
                last = left[-1][:2]
            # What one comparison of an item tells may spare it the others, so they come one after the other.
            busy = {pair.b for pair in under_way.values()}
            while len(under_way) < self._engine.workers:
                at = next((place for place, (_, b, _) in enumerate(left) if b not in busy), None)
                if at is None:
                    break
                pair = self._next(*left.pop(at))
                if pair is None:
                    done += 1
                    continue
                busy.add(pair.b)
                under_way[threads.submit(self._compared, pair)] = pair
            for future in list(under_way)[:1]:
                _waited(future, beat)
            for future in [future for future in under_way if future.done()]:
                self._keep(under_way.pop(future), future.result())
                done += 1
            yield done, total

    def _next(self, a: int, b: int, moments: tuple[Moment, ...]) -> _Pair | None:
        """What is to be compared, or None where it needs no look, for both are known to be of one footage."""
        with self._store.reading() as connection:
            rows = tuple(items.rows(connection, [a, b]))
            paths = tuple(self._path(connection, item) for item in (a, b))
            known = bool(rows) and self._known(connection, a, rows[-1])
            frames = tuple(pictures.frames(connection, item) for item in (a, b))
        if known or len(rows) != 2 or not moments:
            with self._store.writing() as connection:
                pairs.done(connection, a, b)
            return None
        return _Pair(
            a=a, b=b, moments=moments, videos=(rows[0], rows[1]), paths=(paths[0], paths[1]),
            frames=(frames[0], frames[1]),
        )  # fmt: skip

    def _path(self, connection: Connection, item: int) -> Path:
        sha256, extension, linked, _ = items.location(connection, item)
        return Path(linked) if linked is not None else self._folder.original(sha256 or "", extension)

    def _known(self, connection: Connection, a: int, b: Item) -> bool:
        """Whether they are of one group, and others of it tell already what b is: all of it is linked with them, or all
        that a shows is shown by one of them."""
        groups = links.groups_of(connection, [a, b.item])
        if groups.get(a) != groups.get(b.item):
            return False
        others = {link.a: link for link in _footage(connection, b.item) if link.b == b.item}
        if len(others) >= _ENOUGH or footage.covered(others.values(), b.item, b.duration):
            return True
        (seconds,) = (item.duration for item in items.rows(connection, [a]))
        of_a = [link for link in _footage(connection, a) if {link.a, link.b} & others.keys()]
        return any(footage.covered([link], a, seconds) for link in of_a)

    def _compared(self, pair: _Pair) -> _Found:
        """In a thread, for it waits: what a worker finds; None where it finds that one can't be read."""
        try:
            first, second = (
                self._source(path, video.name) for path, video in zip(pair.paths, pair.videos, strict=True)
            )
        except NotDecoded:
            return None
        except OSError:
            return _Missed.AWAY
        try:
            seconds = pair.videos[0].duration, pair.videos[1].duration
            limit = sum(seconds_for(video.bytes or 0) for video in pair.videos) + _COMPARING
            if not all(one.kind is Kind.VIDEO for one in pair.videos):
                return self._sighted(pair, first, second, limit)
            moments = footage.likely(pair.moments, lambda moment: self._points(pair, moment))
            if not moments:
                return None
            found = self._engine.run(tasks.compare, first, second, moments=moments, seconds=seconds, limit=limit)
            shared = check.shared(found)
            link = footage.link(pair.a, pair.b, shared, seconds=seconds)
            told = self._told(shared, first, second, limit) if link is not None and link.joins else None
            return link if link is None or told is None else altered.altered(link, pair.videos, told)
        except WorkerLost as lost:
            if lost.code == "cancelled":
                raise
            return _Missed.LOST
        except OSError:
            return _Missed.LOST
        except (check.Implausible, NotDecoded):
            return None

    def _told(self, shared: Shared, first: tasks.Source, second: tasks.Source, limit: float) -> Confirmation | None:
        """In a thread: what exact frames show was done to the picture; None where no two are surely the same, or were
        read: the stretches stand all the same. Raises WorkerLost where all work is cancelled."""
        told: list[Confirmation] = []
        try:
            for moment in footage.middles(shared):
                # A stretch is known to a frame or two, and where a camera turns another frame would seem to be turned.
                found = self._engine.run(tasks.beside, first, second, moment=moment, matrix=shared.matrix, limit=limit)
                one = None if found is None else _confirmed(check.checked(Sighting, found))
                if one is not None:
                    told.append(one)
                if altered.settled(told) is not None:
                    break
        except WorkerLost as lost:
            if lost.code == "cancelled":
                raise
        except (check.Implausible, NotDecoded, OSError):
            pass
        return altered.agreed(told)

    def _points(self, pair: _Pair, moment: Moment) -> int | None:
        """How many features of two frames agree on how one lies on the other; None where that is not known."""
        a, b = (self._signature(frames, at) for frames, at in zip(pair.frames, (moment.a, moment.b), strict=True))
        if a is None or b is None:
            return None
        return max((fit.points for fit in fits(a, b)), default=0)

    def _signature(self, frames: list[tuple[float, str]], at: float) -> Signature | None:
        """Of the frame on show: a frame that shows what the one before does has none of its own."""
        for time, key in reversed(frames):
            if time <= at and (signature := self._signatures.get(key)) is not None:
                return signature
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

    def _keep(self, pair: _Pair, found: _Found) -> None:
        """Write what was found; the pair waits no longer, unless it was not compared."""
        if isinstance(found, _Missed):
            if found is _Missed.LOST:
                with self._store.writing() as connection:
                    pairs.missed(connection, pair.a, pair.b)
            return
        link = _seen(pair, found) if isinstance(found, Sighting) else found
        with self._store.writing() as connection:
            pairs.done(connection, pair.a, pair.b)
            if link is None:
                return
            held = links.between(connection, pair.a, pair.b)
            same = held is not None and held.joins and held.relation is link.relation
            if held is not None and same and (held.score < 1.0 or len(link.steps) < len(held.steps)):
                # The same link, but to the exact moment: it takes the place of the one that led to it.
                links.put(connection, link)
            else:
                links.add(connection, [link])
            if link.joins:
                links.regroup(connection, [pair.a, pair.b])
            journal.append(
                connection, action="compare", subject=f"items {pair.a} and {pair.b}", actor=self._actor,
                items=(pair.a, pair.b), detail={"relation": link.relation, "segments": link.segments},
            )  # fmt: skip


def _footage(connection: Connection, item: int) -> list[Link]:
    return [link for link in links.of(connection, item) if link.relation is Relation.SAME_FOOTAGE and link.joins]


def _confirmed(found: Sighting) -> Confirmation | None:
    told = confirm(Signature.from_bytes(found.still), Signature.from_bytes(found.signature))
    return told if told is not None and told.relation.confirmed else None


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
        because=None if told.better is None else Because.UNALTERED,
    )


def _waited(future: Future[_Found], seconds: float) -> None:
    try:
        future.exception(seconds)
    except LateError:
        return
