"""The cache of small pictures: JPEG files of our own making, drawn again when they are gone."""

import os
from pathlib import Path

from PIL import Image

from annotator.analysis import Thumbnail

QUALITY = 80


class Thumbnails:
    """Thumbnails by key: an item's SHA-256, or for a sampled frame its video's and the time stamp."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "thumbnails"

    @staticmethod
    def key(sha256: str, pts: int | None = None) -> str:
        """The key of an item with these bytes, or of the frame with this time stamp of such a video."""
        return sha256 if pts is None else f"{sha256}-{pts}"

    def get(self, key: str) -> Path | None:
        """The file, where there is one."""
        path = self._path(key)
        return path if path.is_file() else None

    def put(self, key: str, picture: Thumbnail) -> Path:
        """Keep a picture. Raises OSError."""
        path = self._path(key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Encoded here from bare pixels: a worker that a hostile file took over has no say in the JPEG's bytes.
        image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
        partial = path.with_suffix(f".{os.getpid()}")
        try:
            partial.unlink(missing_ok=True)
            with partial.open("xb") as file:  # whatever has this name is neither followed nor written to
                image.save(file, "JPEG", quality=QUALITY)
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
        return path

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.jpg"
