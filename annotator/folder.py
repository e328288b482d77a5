"""Where things lie in a case folder, and how files get there so that a crash leaves whole files only."""

import os
import shutil
import stat
import uuid
from pathlib import Path

from annotator.errors import CaseLeadsElsewhere
from annotator.text import shown

_DEEP = 2
"""Levels of the cache in which there are folders."""
_REPARSED = 0x400
"""What Windows says of a junction, too."""


class Folder:
    """The folder of one case."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.originals = path / "originals"
        self.incoming = self.originals / ".incoming"
        self.cache = path / "cache"
        self.exports = path / "exports"
        self.folders = (self.originals, self.cache, self.exports)

    def make(self) -> None:
        """Make the folders of a new case, for its owner only."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.chmod(0o700)
        for folder in self.folders:
            folder.mkdir(mode=0o700, exist_ok=True)

    def check(self) -> None:
        """What the program writes to its cache, and throws away there, is in the case and nowhere else: a case may
        come from strangers, with links in it. Raises CaseLeadsElsewhere, OSError."""
        waiting = [(self.cache, 0)]
        while waiting:
            place, deep = waiting.pop()
            try:
                about = place.lstat()
            except FileNotFoundError:
                continue
            if stat.S_ISLNK(about.st_mode) or getattr(about, "st_file_attributes", 0) & _REPARSED:
                raise CaseLeadsElsewhere(str(self.path), place.relative_to(self.path).as_posix())
            if stat.S_ISDIR(about.st_mode) and deep < _DEEP:
                waiting += [(inner, deep + 1) for inner in place.iterdir()]

    def original(self, sha256: str, extension: str) -> Path:
        """Where the original with these bytes lies."""
        return self.originals / sha256[:2] / f"{sha256}{extension}"

    def begin(self) -> None:
        """Throw away copies that a killed import left half-way; nothing reported is among them."""
        shutil.rmtree(self.incoming, ignore_errors=True)

    def new_incoming(self) -> Path:
        """A new name for a copy that is not part of the case yet."""
        self.incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.incoming / uuid.uuid4().hex

    def settle(self, incoming: Path, sha256: str, extension: str) -> None:
        """Give a synced copy its place among the originals, on the disk too when this returns."""
        place = self.original(sha256, extension)
        if not place.parent.is_dir():
            place.parent.mkdir(mode=0o700, exist_ok=True)
            _sync(self.originals)
        incoming.replace(place)
        _sync(place.parent)

    def shown(self, place: Path) -> str:
        """`place` as seen from the case folder where it lies in it, absolute otherwise; safe to display."""
        inside = place.is_relative_to(self.path)
        return shown(place.relative_to(self.path).as_posix() if inside else str(place))


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
