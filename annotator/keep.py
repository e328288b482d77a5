"""Pictures on demand: an item's picture, the exact frame of a video, and keeping that frame as an item."""

import hashlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from annotator import errors
from annotator.analysis import THUMBNAIL_SIDE, Analysis, Embedded, ExactFrame, Inside, KeptFrame, NotDecoded, Thumbnail
from annotator.checker import open_plain
from annotator.disk import told
from annotator.engine import check
from annotator.engine.limits import SECONDS, seconds_for
from annotator.engine.local import Engine, WorkerLost
from annotator.finder import Finder, shown
from annotator.folder import Folder
from annotator.known import Checker
from annotator.media import tasks
from annotator.media.secure import write
from annotator.media.sniff import HEAD, Format, recognise
from annotator.model import Changed, Item, Kind
from annotator.playback import Player, Waves
from annotator.store import items, journal
from annotator.store.connection import Store
from annotator.store.signatures import Signatures
from annotator.thumbnails import Thumbnails

LONGEST = 8192
"""The largest picture that is handed to a screen, in pixels a side."""


class Pictures:
    """Decodes pictures of a case in worker processes."""

    def __init__(self, store: Store, folder: Folder, engine: Engine) -> None:
        self._store, self._folder, self._engine = store, folder, engine
        self._thumbnails = Thumbnails(folder.cache)
        self._signatures = Signatures(folder.cache)

    def original(self, item: int) -> Path:
        """Where an item's bytes lie."""
        with self._store.reading() as connection:
            sha256, extension, linked, _ = items.location(connection, item)
        if sha256 is None:
            raise errors.SampledFrame(item)
        return Path(linked) if linked is not None else self._folder.original(sha256, extension)

    def thumbnail(self, item: int) -> Path | None:
        """The cached thumbnail, where there is one."""
        return self._thumbnails.get(self._key(item))

    def draw_thumbnail(self, item: int) -> Path | None:
        """Draw the thumbnail again; None where the picture can't be read."""
        try:
            return self._thumbnails.put(self._key(item), self.picture(item, THUMBNAIL_SIDE))
        except (errors.EvidenceError, OSError):  # neither a bad picture nor a full cache keeps anyone from working
            return None

    def warm(self) -> None:
        """Start a worker process and load its decoders, so that the first picture need not wait for them.

        What hinders it is told when a picture is asked for.
        """
        with suppress(WorkerLost):
            self._engine.run(tasks.warm, limit=SECONDS)

    def _row(self, item: int) -> Item:
        with self._store.reading() as connection:
            found = items.rows(connection, [item])
        if not found:
            raise errors.NoSuchItem(str(item))
        return found[0]

    def picture(self, item: int, longest: int) -> Thumbnail:
        """The picture, upright, at most `longest` pixels a side. Raises PictureNotRead, OriginalGone."""
        row = self._row(item)
        if row.sampled and row.parent is not None:
            return self.frame(row.parent, row.time_in_video or 0.0, longest)[1]
        if row.kind is Kind.VIDEO:
            return self.frame(item, 0.0, longest)[1]
        path, longest = self.original(item), min(longest, LONGEST)
        try:
            format, limit = self._format(row.name, path), seconds_for(row.bytes or 0)
            found = self._engine.run(tasks.render, str(path), format=format, longest=longest, limit=limit)
            return check.picture(found, most=longest)
        except FileNotFoundError as problem:
            raise errors.OriginalGone(row.name, str(path)) from problem
        except (WorkerLost, check.Implausible, NotDecoded, OSError) as problem:
            raise errors.PictureNotRead(row.name, str(problem)) from problem

    def embedded(self, item: int) -> Embedded:
        """The small picture that a photo's file carries, and whether it shows the same.
        Raises PictureNotRead, OriginalGone."""
        row = self._row(item)
        if row.sampled or row.kind is not Kind.PHOTO:
            return Embedded(inside=Inside.NONE)
        path = self.original(item)
        try:
            format, limit = self._format(row.name, path), seconds_for(row.bytes or 0)
            found = self._engine.run(tasks.embedded, str(path), format=format, limit=limit)
            return check.embedded(found)
        except FileNotFoundError as problem:
            raise errors.OriginalGone(row.name, str(path)) from problem
        except (WorkerLost, check.Implausible, NotDecoded, OSError) as problem:
            raise errors.PictureNotRead(row.name, str(problem)) from problem

    def frame(self, item: int, seconds: float, longest: int) -> tuple[float, Thumbnail]:
        """The frame of a video on show at `seconds`, and its own time. Raises FrameNotRead, OriginalGone."""
        found = self._exact(item, seconds, tasks.frame_at, longest=min(longest, LONGEST))
        exact = check.checked(ExactFrame, found)
        return exact.time, exact.picture

    def source(self, item: int, seconds: float = 0.0) -> tuple[tasks.Source, float]:
        """What a worker opens to see an item, of a video its frame at `seconds`; and how long it may take, in seconds.
        Raises PictureNotRead, OriginalGone."""
        row = self._row(item)
        if row.sampled and row.parent is not None:
            return self.source(row.parent, row.time_in_video or 0.0)
        path = self.original(item)
        try:
            format = self._format(row.name, path)
        except FileNotFoundError as problem:
            raise errors.OriginalGone(row.name, str(path)) from problem
        except (NotDecoded, OSError) as problem:
            raise errors.PictureNotRead(row.name, str(problem)) from problem
        at = seconds if row.kind is Kind.VIDEO else None
        return tasks.Source(path=str(path), format=format, seconds=at), seconds_for(row.bytes or 0)

    def player(self, item: int, box: tuple[int, int]) -> Player:
        """A worker that plays a video. Raises NotPlayed, OriginalGone."""
        row = self._row(item)
        if row.kind is not Kind.VIDEO or row.sha256 is None:
            raise errors.NotPlayed(row.name, "it is not a video")
        path = self.original(item)
        try:
            format = self._format(row.name, path)
            return Player(path, format=format, box=box, waves=Waves(self._folder.cache), sha256=row.sha256)
        except FileNotFoundError as problem:
            raise errors.OriginalGone(row.name, str(path)) from problem
        except (NotDecoded, OSError) as problem:
            raise errors.NotPlayed(row.name, str(problem)) from problem

    def keep(self, item: int, seconds: float, *, actor: str) -> tuple[int, Changed]:
        """Keep that frame as an item of its own. Raises FrameNotRead, OriginalWrong, DiskFull, DiskFailed.

        Returns its number; a frame that was kept before keeps its number, for its bytes are the same.
        """
        if self._store.read_only:
            raise errors.CaseReadOnly(str(self._folder.path))
        kept = check.checked(KeptFrame, self._exact(item, seconds, tasks.keep))
        self._check_original(item)
        copy = self._folder.new_incoming()
        write(str(copy), kept.png)
        sha256 = hashlib.sha256(kept.png).hexdigest()
        analysis = Analysis(
            kind=Kind.FRAME, media_type="image/png", extension=".png", width=kept.width, height=kept.height,
            hashes=kept.hashes, signature=kept.signature,
        )  # fmt: skip
        with closing(Finder(self._folder, self._engine)) as finder:
            return self._kept(item, kept, analysis, copy, sha256, finder, actor=actor)

    def _kept(
        self, item: int, kept: KeptFrame, analysis: Analysis, copy: Path, sha256: str, finder: Finder, *, actor: str
    ) -> tuple[int, Changed]:
        look = finder.look(Kind.FRAME, shown(analysis), parent=item)
        with self._store.writing() as connection:
            (parent,) = items.rows(connection, [item])
            known = items.known(connection, sha256)
            origin: dict[str, object] = {
                "parent": item, "parent_sha256": parent.sha256, "bytes": len(kept.png), "time": kept.time,
                "pts": kept.pts, "made_by": kept.made_by, "kind": Kind.FRAME,
            }  # fmt: skip
            if known is not None:
                copy.unlink()
                (there,) = items.rows(connection, [known])
                if (there.parent, there.time_in_video) == (item, kept.time):
                    return known, Changed()
                # Another video, or another moment, shows the very same picture: its item must say so too.
                journal.append(
                    connection, action="keep frame", subject=sha256, actor=actor, items=[known, item],
                    detail={"item": known, **origin},
                )  # fmt: skip
                return known, Changed(items=frozenset({known, item}))
            with told(self._folder.path):
                self._folder.settle(copy, sha256, ".png")
            with suppress(OSError):  # a cache that takes nothing keeps nobody from working
                self._thumbnails.put(Thumbnails.key(sha256), kept.thumbnail)
            self._signatures.put([(Thumbnails.key(sha256), kept.signature)])
            stem = Path(parent.name).stem
            number = items.add(
                connection, analysis, sha256=sha256, size=len(kept.png), name=f"{stem} {kept.time:.3f}s.png",
                parent=item, time=kept.time, pts=kept.pts, made_by=kept.made_by,
            )  # fmt: skip
            touched = finder.link(connection, number, look)
            Checker().check(connection, [number])
            journal.append(
                connection, action="keep frame", subject=sha256, actor=actor, items=[number, item],
                detail={"item": number, **origin},
            )  # fmt: skip
            items.index(connection, [number])
        return number, Changed(items=touched | {number, item})

    def _exact(self, item: int, seconds: float, task: Callable[..., object], **named: int) -> object:
        row = self._row(item)
        if row.kind is not Kind.VIDEO:
            raise errors.FrameNotRead(row.name, seconds, "it is not a video")
        path = self.original(item)
        try:
            format = self._format(row.name, path)
            limit = seconds_for(row.bytes or 0)
            return self._engine.run(task, str(path), format=format, seconds=seconds, limit=limit, **named)
        except FileNotFoundError as problem:
            raise errors.OriginalGone(row.name, str(path)) from problem
        except (WorkerLost, NotDecoded, OSError) as problem:
            raise errors.FrameNotRead(row.name, seconds, str(problem)) from problem

    def _check_original(self, item: int) -> None:
        """A frame is said to be of the bytes that were imported, so they must still be those. Raises OriginalWrong."""
        with self._store.reading() as connection:
            sha256, _, _, name = items.location(connection, item)
        digest = hashlib.sha256()
        try:
            with open_plain(self.original(item)) as file:
                while block := file.read(1 << 20):
                    digest.update(block)
        except OSError as problem:
            raise errors.OriginalWrong(name, problem.strerror or str(problem)) from problem
        if digest.hexdigest() != sha256:
            raise errors.OriginalWrong(name, "its SHA-256 is another one now")

    def _format(self, name: str, path: Path) -> Format:
        """What the original is, told as at its import."""
        with open_plain(path) as file:
            format = recognise(file.read(HEAD), name)
        if format is None or format.decoder is None:
            raise NotDecoded("unsupported-format", "its kind is not one that is opened")
        return format

    def _key(self, item: int) -> str:
        with self._store.reading() as connection:
            sha256, pts, video_sha256 = items.picture_key(connection, item)
        return Thumbnails.key(sha256) if sha256 else Thumbnails.key(video_sha256, pts)
