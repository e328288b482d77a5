"""A video being played for a case: the worker's session, and the sound wave that is kept once it was read."""

import os
from contextlib import suppress
from pathlib import Path

from annotator.engine.stream import Session
from annotator.media import wire
from annotator.media.sniff import Format

_MAGIC = b"wave/1\n"


class Waves:
    """The cache of sound waves, by the SHA-256 of their video; may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "waves"

    def get(self, sha256: str) -> bytes | None:
        """The peaks in `wire.BINS` parts, where they were read before."""
        try:
            with self._path(sha256).open("rb") as file:
                content = file.read(len(_MAGIC) + wire.BINS + 1)
        except OSError:
            return None
        whole = content.startswith(_MAGIC) and len(content) == len(_MAGIC) + wire.BINS
        return content[len(_MAGIC) :] if whole else None

    def put(self, sha256: str, peaks: bytes) -> None:
        """Keep peaks. Raises OSError."""
        path = self._path(sha256)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_bytes(_MAGIC + peaks)
        partial.replace(path)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}.wave"


class Player(Session):
    """A session that knows its video's sound wave from the cache, and puts it there when it was read."""

    def __init__(self, path: Path, *, format: Format, box: tuple[int, int], waves: Waves, sha256: str) -> None:
        """Raises OSError."""
        self.wave = waves.get(sha256)
        """The peaks in `wire.BINS` parts, as far as they are known."""
        self._waves, self._sha256 = waves, sha256
        super().__init__(str(path), format=format, box=box, wave=self.wave is None)

    def receive(self) -> wire.Message:
        message = super().receive()
        if isinstance(message, wire.Wave):
            self.wave = message.peaks
            if message.whole:
                with suppress(OSError):  # a full disk keeps nobody from listening; it is read again another time
                    self._waves.put(self._sha256, message.peaks)
        return message
