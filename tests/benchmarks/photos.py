"""Real photos to alter, told apart by hand: which of those that are here are distinct, and which share a scene.

They are known by their SHA-256 (photos.txt), wherever they lie: in the corpus, and in folders of Debian's packages
opencv-doc, mate-backgrounds, lomiri-wallpapers-16.04, ukui-wallpapers, gnome-backgrounds, python3-skimage and
gcompris-qt-data (whose .rcc files are Qt resources). None of them is part of this repository.
"""

import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps
from PySide6.QtCore import QDirIterator, QFile, QIODevice, QResource

_LIST = Path(__file__).with_name("photos.txt")
CORPUS = Path(os.environ.get("EVIDENCE_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
_USUAL = tuple(
    Path("/usr", *parts)
    for parts in (
        ("share", "gcompris-qt", "rcc"),
        ("share", "doc", "opencv-doc"),
        ("share", "backgrounds"),
        ("lib", "python3", "dist-packages", "skimage", "data"),
    )
)
_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".pgm", ".pbm"}
SIDE = 1600
"""The longest side that a picture is used with, in pixels; what messengers send is no larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One picture that is here."""

    name: str
    altered: bool
    """Altered copies of it are looked for; else it is only one of the different ones."""
    scene: str
    """Pictures of one scene may be called that, and nothing more; empty where it shares none."""
    path: Path
    """A JPEG of it: upright, RGB, at most `SIDE`."""

    def open(self) -> Image.Image:
        """Its pixels."""
        with Image.open(self.path) as picture:
            return picture.convert("RGB")


def found(scratch: Path, folders: Sequence[Path], workers: Executor) -> list[Photo]:
    """All known pictures in the corpus, the usual places and `folders`, each once, in an order of its own that mixes
    sources; a copy of each is written to `scratch`."""
    known = dict(_known())
    photos: dict[str, Photo] = {}
    writing = []
    for digest, content in contents(folders):
        altered, scene, name = known[digest]
        photos[digest] = Photo(name=name, altered=altered, scene=scene, path=scratch / f"{digest}.jpg")
        writing.append(workers.submit(_write, content, photos[digest].path))
    for each in writing:
        each.result()
    return [photos[digest] for digest in sorted(photos)]


def videos(name: str, folders: Sequence[Path]) -> list[Path]:
    """Files of that name in the usual places and `folders`."""
    return [path for folder in (*_USUAL, *folders) for path in sorted(folder.rglob(name))]


def contents(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of all known pictures there, each once, with what it is known by."""
    left = {digest for digest, _ in _known()}
    for content in _contents([CORPUS, *_USUAL, *folders]):
        digest = hashlib.sha256(content).hexdigest()[:16]
        if digest in left:
            left.remove(digest)
            yield digest, content


def further() -> list[Path]:
    """The folders that the variable EVIDENCE_PHOTOS names."""
    return [Path(folder) for folder in os.environ.get("EVIDENCE_PHOTOS", "").split(os.pathsep) if folder]


def _write(content: bytes, path: Path) -> None:
    import pi_heif

    pi_heif.register_heif_opener()
    with Image.open(io.BytesIO(content)) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    upright.save(path, quality=92)


def _known() -> Iterator[tuple[str, tuple[bool, str, str]]]:
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, digest, scene, name = line.split(" ")
            yield digest, (kind == "photo", scene.removeprefix("-"), name)


def _contents(folders: Sequence[Path]) -> Iterator[bytes]:
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in _SUFFIXES and path.is_file():
                yield path.read_bytes()
            elif path.suffix == ".rcc":
                yield from _resources(path)


def _resources(path: Path) -> Iterator[bytes]:
    root = f"/{path.stem}"
    if not QResource.registerResource(str(path), root):
        return
    try:
        names = QDirIterator(f":{root}", QDirIterator.IteratorFlag.Subdirectories)
        while names.hasNext():
            file = QFile(names.next())
            if Path(file.fileName()).suffix in _SUFFIXES and file.open(QIODevice.OpenModeFlag.ReadOnly):
                yield bytes(file.readAll().data())
    finally:
        QResource.unregisterResource(str(path), root)
