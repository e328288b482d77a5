"""The candidates for copies of each new item, confirmed, as links: what perceptual hashes and local features find.

`Finder.look` does what takes time, before the transaction that adds an item and in any thread; `Finder.link` writes
what it found, and looks at what came to the case in between, so that no pair is left out, whatever the order.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Final

import cv2

from annotator.analysis import HASH_RECIPE, Analysis, Hashes, Moment
from annotator.engine.local import Engine
from annotator.folder import Folder
from annotator.footage import Alike, seeds
from annotator.link import Because, Link, Relation
from annotator.model import Item, Kind
from annotator.signature import Signature
from annotator.signing import signed
from annotator.similarity.confirm import Confirmation, confirm
from annotator.similarity.direction import Facts, judge
from annotator.similarity.hamming import BITS, HashIndex
from annotator.similarity.index import Index
from annotator.similarity.votes import Likely, Query
from annotator.store import items, links, pairs, pictures
from annotator.store.connection import Connection, Store
from annotator.store.pictures import Known
from annotator.store.signatures import Signatures

MOST_BITS: Final = 10
"""Above this, candidates between different pictures become common."""
SURE: Final = 130.0
"""What speaks for a candidate of the index above which it is seldom another picture."""
_HASH: Final = 300.0
"""What a hash that is the very same speaks for."""
_FAINT: Final = 400.0
"""Below this, it is looked at first whether a candidate has the same features at the same places."""
_LEAST: Final = 38.0
"""What speaks for one that is looked at."""
_DOUBTED: Final = 6
"""How many are, of each picture."""
_SEEN_AGAIN: Final = 5
"""Features (seen: 99 of 100 copies have as many, and 3 of 100 other pictures)."""
_VAGUE: Final = 60.0
"""Half of all pictures have no candidate for which more speaks."""
_MOST_TRIED: Final = 20
_MOST_VAIN: Final = 6
"""Candidates one after the other that were nothing."""
_VAIN_DOUBTED: Final = 1
"""The same of those that were looked at."""
_OF_GROUP: Final = 3
"""Links with one group; a burst of n pictures would otherwise have n² links that say the same."""
_OF_OWNER: Final = 2
_MOST_FOUND: Final = 24
_MOST_ALIKE: Final = 60
"""Hashes that are looked at, the nearest; a burst has thousands."""
_UNJOINED: Final = 3
"""Links of each new item that join nothing: possible ones, and those of the same scene."""
_AT_ONCE: Final = 500
"""Items that the index takes in before others have their turn."""
_EXACT: Final = 10
"""Stills of which the exact frame of a new video is looked for; of a new still the two likeliest videos are."""
_STANDING: Final = 0
"""Stands in a link for the item that has no number yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a new item: its own, or a frame of it."""

    time: float
    hashes: tuple[int, ...]
    """Of the eight variants; none where the hash says nothing."""
    signature: Signature | None


@dataclass(slots=True, kw_only=True)
class Look:
    """What was found for a new item: by hashes among all up to `mark`, by features among all up to `indexed`."""

    kind: Kind
    parent: int | None
    pictures: list[tuple[Picture, Query | None]]
    mark: int = 0
    indexed: int = 0
    found: list[tuple[Link, Confirmation | None]] = field(default_factory=list)
    alike: dict[int, list[Alike]] = field(default_factory=lambda: defaultdict(list))
    """Frames of other videos that look like some of this one."""
    of_group: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    known: Known
    bits: int | None
    """In which the hashes differ, where they are alike."""
    likely: Likely | None
    """What the index says of it."""
    parts: bool = True
    """Whether a picture in one of the two may be what is the same."""

    @property
    def strength(self) -> float:
        score = 0.0 if self.likely is None else self.likely.score
        return score + (0.0 if self.bits is None else _HASH * (1 - self.bits / (2 * MOST_BITS)))


def shown(analysis: Analysis) -> list[Picture]:
    """The pictures of what was analysed."""
    own = [_picture(0.0, analysis.hashes, analysis.signature)] if analysis.kind is not Kind.VIDEO else []
    return own + [_picture(frame.time, frame.hashes, frame.signature) for frame in analysis.frames]


def _picture(time: float, hashes: Hashes | None, signature: bytes | None) -> Picture:
    told = hashes is not None and not hashes.flat and hashes.recipe == HASH_RECIPE
    return Picture(
        time=time,
        hashes=tuple(int(variant, 16) for variant in hashes.variants) if hashes is not None and told else (),
        signature=Signature.from_bytes(signature) if signature else None,
    )


class Finder:
    """All pictures of a case, to find copies of each new item. Any thread may look; close it after use."""

    def __init__(self, folder: Folder, engine: Engine, *, rest: Callable[[], object] = lambda: None) -> None:
        """`rest` is called before each comparison and may wait, so that others get the processor."""
        cv2.setNumThreads(1)  # several looks at once share the cores better than the threads of each would
        self._rest = rest
        self._store = Store.open(folder.path, read_only=True)
        self._folder, self._engine = folder, engine
        self._signatures = Signatures(folder.cache)
        self._away: set[str] = set()
        """Pictures whose signature could not be made again in this run, for which their files may have to come back."""
        self._lock = RLock()
        self._hashes, self._mark = HashIndex(), 0
        self._index = Index(folder.cache / "features", case=self._store.fact("chain"))
        with self._store.reading() as connection:
            number, key = self._index.mark
            if number and (pictures.key_of(connection, number) or "") != key:
                self._index.reset()  # of a database that was since put back from a backup

    def close(self) -> None:
        """Keep what is worth it, and let go of files."""
        self._index.close()
        self._signatures.close()
        self._store.close()

    def caught_up(self, threads: Executor) -> Iterator[tuple[int, int]]:
        """Bring the index up to the database, making signatures that are lost again; yields often how many items it is
        past, and of how many. May be left at any time: what is done stays done. Items whose files are away are passed
        over, and tried again at the next time."""
        start = self._index.mark[0]
        with self._lock, self._store.reading() as connection:
            last = pictures.last(connection)
            known = list(pictures.known(connection, self._index.missing).values())
        for one, (told, signature) in zip(known, threads.map(self._again, known), strict=True):
            if told:
                with self._lock:
                    self._index.add(one.number, one.key, signature)
            yield 0, last - start
        again: dict[str, tuple[bool, Signature | None]] = {}
        while True:
            with self._lock, self._store.reading() as connection:
                before, last = self._index.mark[0], pictures.last(connection)
                self._follow(connection, again)
                some = list(islice(pictures.keys_after(connection, self._index.mark[0]), _AT_ONCE))
                lost = [number for number, key, read in some if read and key and not self._signatures.look_up(key)[0]]
                known = list(pictures.known(connection, lost).values())
            if before == self._index.mark[0] and (again or not known):
                return
            yield self._index.mark[0] - start, last - start
            again = {}  # and not what the cache keeps of them: it may keep nothing
            for one, made in zip(known, threads.map(self._again, known), strict=True):
                again[one.key] = made
                yield one.number - start, last - start

    def _follow(
        self, connection: Connection, again: Mapping[str, tuple[bool, Signature | None]] = MappingProxyType({})
    ) -> None:
        """Take in what came to the case, but of signatures no more than takes a second; the index stops where one is
        lost that was not made `again`."""
        newest = pictures.last(connection)
        if newest > self._mark:
            self._hashes.add(*pictures.hashes_after(connection, self._mark, HASH_RECIPE))
            self._mark = newest
        if newest > self._index.mark[0]:
            for number, key, read in islice(pictures.keys_after(connection, self._index.mark[0]), _AT_ONCE):
                made, signature = self._signatures.look_up(key) if read and key else (True, None)
                if not made and key:
                    if key not in again:
                        return
                    made, signature = again[key]
                    if not made:
                        self._index.skip(number, key)
                        continue
                self._index.add(number, key or "", signature)

    def look(self, kind: Kind, shown: Sequence[Picture], *, parent: int | None = None) -> Look:
        """What links an item of these pictures, of which `parent` is the video, to those that the case has."""
        asked = [(picture, self._index.query(picture.signature) if picture.signature else None) for picture in shown]
        look = Look(kind=kind, parent=parent, pictures=asked)
        self.refresh(look)
        return look

    def refresh(self, look: Look) -> None:
        """Look at what came to the case since."""
        with self._lock, self._store.reading() as connection:
            self._follow(connection)
            mark, indexed = self._mark, self._index.mark[0]
        if (mark, indexed) == (look.mark, look.indexed):
            return
        for picture, query in look.pictures:
            with self._lock, self._store.reading() as connection:
                candidates = self._candidates(connection, look, picture, query)
                indexed = min(indexed, self._index.mark[0])  # which has begun anew where its files were harmed
            self._confirm(look, picture, query, candidates)
        look.mark, look.indexed = mark, indexed

    def _candidates(
        self, connection: Connection, look: Look, picture: Picture, query: Query | None
    ) -> list[_Candidate]:
        alike = (
            self._hashes.near(picture.hashes, most=MOST_BITS, after=look.mark, nearest=_MOST_ALIKE)
            if picture.hashes
            else {}
        )
        bits = {number: differ for number, (differ, _) in alike.items()}
        likely = self._index.near(query, most=_MOST_FOUND, after=look.indexed) if query is not None else []
        by_number = {one.number: one for one in likely}
        known = pictures.known(connection, {*bits, *by_number})
        found = [
            _Candidate(known=one, bits=bits.get(number), likely=by_number.get(number))
            for number, one in known.items()
            if one.owner != look.parent
        ]
        return sorted(found, key=lambda one: (-one.strength, one.known.number))

    def _confirm(self, look: Look, picture: Picture, query: Query | None, candidates: list[_Candidate]) -> None:
        clear, doubted = [], []
        for one in candidates:
            if look.kind is one.known.kind is Kind.VIDEO:
                if one.strength >= _VAGUE:
                    moment = Moment(a=one.known.time, b=picture.time)
                    look.alike[one.known.owner].append(Alike(moment=moment, weight=min(1.0, one.strength / _HASH)))
            elif one.bits is not None or one.strength >= _FAINT:
                clear.append(one)
            elif one.strength >= _LEAST:
                doubted.append(one)
        self._try(look, picture, clear, vain=_MOST_VAIN)
        doubted = [one for one in doubted if look.of_group[one.known.group] < _OF_GROUP][:_DOUBTED]
        self._try(look, picture, self._seen_again(query, doubted), vain=_VAIN_DOUBTED)

    def _try(self, look: Look, picture: Picture, candidates: list[_Candidate], *, vain: int) -> None:
        """Confirm them, until so many one after the other were nothing."""
        tried = nothing = 0
        of_owner: Counter[int] = Counter()
        for one in candidates:
            if tried == _MOST_TRIED or nothing == vain:
                return
            if look.of_group[one.known.group] >= _OF_GROUP or of_owner[one.known.owner] >= _OF_OWNER:
                continue
            tried += 1
            of_owner[one.known.owner] += 1
            found = self._linked(look, picture, one)
            nothing = 0 if found is not None else nothing + 1
            if found is not None:
                link, _ = found
                look.found.append(found)
                look.of_group[one.known.group] += link.relation.confirmed

    def _seen_again(self, query: Query | None, doubted: list[_Candidate]) -> list[_Candidate]:
        """Those that have features of the picture at the places where these should be, most first."""
        found: list[tuple[int, _Candidate]] = []
        for one in doubted:
            signature = self._signature(one.known)
            if query is not None and one.likely is not None and signature is not None:
                count, parts = query.seen_again(one.likely, signature)
                if count >= _SEEN_AGAIN:
                    found.append((count, replace(one, parts=parts)))
        return [one for _, one in sorted(found, key=lambda two: (-two[0], two[1].known.number))]

    def _linked(self, look: Look, picture: Picture, one: _Candidate) -> tuple[Link, Confirmation | None] | None:
        signature = self._signature(one.known)
        if signature is None or picture.signature is None:
            return None if one.bits is None else (_possible(look, picture, one), None)
        self._rest()
        found = confirm(signature, picture.signature, parts=one.parts)
        return None if found is None else (_confirmed(look, picture, one, found), found)

    def _signature(self, known: Known) -> Signature | None:
        return self._again(known)[1]

    def _again(self, known: Known) -> tuple[bool, Signature | None]:
        """Whether a picture's signature could be told, made again where it is lost; and it, None where it has none."""
        made, signature = self._signatures.look_up(known.key)
        if made or known.key in self._away:
            return made, signature
        with self._lock, self._store.reading() as connection:
            sha256, extension, linked, name = items.location(connection, known.owner)
        path = Path(linked) if linked is not None else self._folder.original(sha256 or "", extension)
        seconds = known.time if known.kind is Kind.VIDEO else None
        again = signed(self._engine, path, name=name, seconds=seconds)
        if again is None:
            self._away.add(known.key)
            return False, None
        self._signatures.put([(known.key, again)])
        return True, Signature.from_bytes(again) if again else None

    def link(self, connection: Connection, item: int, look: Look) -> frozenset[int]:
        """Link a new item in the transaction that adds it; returns the items whose groups changed."""
        self.refresh(look)
        for other, alike in look.alike.items():
            # What is not sure makes no pair, but of one that is compared it may be the better start.
            if max(one.weight for one in alike) >= SURE / _HASH:
                pairs.wait(connection, other, item, seeds(alike))
        made: dict[int, Link] = {}
        stills: dict[int, list[Moment]] = defaultdict(list)
        for link, found in sorted(look.found, key=lambda two: (not two[0].relation.confirmed, -two[0].score, two[0].a)):
            unjoined = sum(not other.relation.confirmed for other in made.values())
            if link.a not in made and (link.relation.confirmed or unjoined < _UNJOINED):
                better = item if link.better == _STANDING else link.better
                made[link.a] = _directed(connection, replace(link, b=item, better=better), found)
            if link.segments and (link.a in stills or len(stills) < (_EXACT if look.kind is Kind.VIDEO else 2)):
                stills[link.a].append(Moment(a=link.segments[0][0], b=link.segments[0][2]))
        for other, moments in stills.items():
            pairs.wait(connection, other, item, moments)
        links.add(connection, made.values())
        groups = links.groups_of(connection, [link.a for link in made.values() if link.joins])
        return links.join(connection, item, set(groups.values())) if groups else frozenset()


def _confirmed(look: Look, picture: Picture, one: _Candidate, found: Confirmation) -> Link:
    return Link(
        a=one.known.owner,
        b=_STANDING,
        relation=Relation.FRAME_OF if _of_frame(look, one) and found.relation.confirmed else found.relation,
        score=round(found.score, 4),
        reason=_reason(look, picture, one, found.points),
        segments=_segments(look, picture, one),
        steps=found.steps,
        matrix=found.matrix,
        shared_a=found.shared_a,
        shared_b=found.shared_b,
        better=None if found.better is None else one.known.owner if found.better == "a" else _STANDING,
        because=None if found.better is None else Because.UNALTERED,
    )


def _directed(connection: Connection, link: Link, found: Confirmation | None) -> Link:
    """A link of two photos, with what their files add to what the pictures tell of which is the better."""
    if found is None or not link.relation.confirmed or link.relation is Relation.FRAME_OF:
        return link
    judged = judge(found, *(_facts(row) for row in items.rows(connection, [link.a, link.b])))
    better = None if judged.better is None else link.a if judged.better == "a" else link.b
    return replace(link, steps=judged.steps, better=better, because=next(iter(judged.because), None))


def _facts(item: Item) -> Facts:
    return Facts(
        width=item.width or 1,
        height=item.height or 1,
        bytes=item.bytes or 0,
        media_type=item.media_type,
        camera=item.make is not None or item.model is not None,
    )


def _possible(look: Look, picture: Picture, one: _Candidate) -> Link:
    """Hashes are alike, and there is nothing to confirm it with."""
    return Link(
        a=one.known.owner,
        b=_STANDING,
        relation=Relation.POSSIBLE,
        score=round(1 - (one.bits or 0) / BITS, 4),
        reason=_reason(look, picture, one, 0),
        segments=_segments(look, picture, one),
    )


def _of_frame(look: Look, one: _Candidate) -> bool:
    return (look.kind is Kind.VIDEO) != (one.known.kind is Kind.VIDEO)


def _reason(look: Look, picture: Picture, one: _Candidate, points: int) -> str:
    parts = [f"frame at {one.known.time or picture.time:.3f} s"] if _of_frame(look, one) else []
    parts += [f"{points} points agree"] if points else []
    parts += [f"{one.bits} of {BITS} bits differ"] if one.bits is not None else []
    return ", ".join(parts) or "the pixels agree"


def _segments(look: Look, picture: Picture, one: _Candidate) -> tuple[tuple[float, float, float, float], ...]:
    return ((one.known.time, one.known.time, picture.time, picture.time),) if _of_frame(look, one) else ()
