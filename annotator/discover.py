"""Finds the files of an import: regular files only, no symbolic link followed, sidecars beside their file."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.media.signatures import CLAIMS
from annotator.model import Finding

SIDECARS = frozenset({".xmp", ".json", ".txt"})

_ODD = {
    stat.S_IFLNK: Finding(code="link", message="It is a symbolic link; import what it points to."),
    stat.S_IFIFO: Finding(code="not-a-file", message="It is a pipe, not a file."),
    stat.S_IFSOCK: Finding(code="not-a-file", message="It is a socket, not a file."),
    stat.S_IFCHR: Finding(code="not-a-file", message="It is a device, not a file."),
    stat.S_IFBLK: Finding(code="not-a-file", message="It is a device, not a file."),
}

_INSIDE = Finding(code="inside-case", message="It lies in this case's own folder; move it out to import it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A regular file and its sidecars; undecodable bytes of names as surrogates."""

    path: str
    sidecars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Something that is left alone, with the reason."""

    path: str
    finding: Finding


def discover(paths: Iterable[Path], *, apart_from: Path) -> Iterator[Found | Passed]:
    """Everything under `paths`, folder by folder in the order of names; `apart_from` (the case itself) is left out.

    What lies under two of the paths is found once.
    """
    seen: set[str] = set()
    for found in _everything(paths, apart_from):
        own = os.path.abspath(found.path)
        if own in seen:
            continue
        seen.add(own)
        if isinstance(found, Found) and found.sidecars:
            sidecars = tuple(path for path in found.sidecars if os.path.abspath(path) not in seen)
            seen.update(map(os.path.abspath, sidecars))
            found = Found(path=found.path, sidecars=sidecars)
        yield found


def _everything(paths: Iterable[Path], apart_from: Path) -> Iterator[Found | Passed]:
    own, home = os.stat(apart_from), apart_from.resolve()
    files: list[str] = []
    for path in dict.fromkeys(map(str, paths)):
        kind = _kind(path)
        if isinstance(kind, Finding):
            yield Passed(path=path, finding=kind)
        elif home in Path(os.path.realpath(path)).parents:
            yield Passed(path=path, finding=_INSIDE)
        elif stat.S_ISDIR(kind):
            yield from _folder(path, own)
        else:
            files.append(path)
    yield from _with_sidecars(files)


def _folder(folder: str, own: os.stat_result) -> Iterator[Found | Passed]:
    pending = [folder]
    while pending:
        folder = pending.pop()
        try:
            here = os.lstat(folder)
            names = sorted(os.listdir(folder))
        except OSError as problem:
            message = f"The folder can't be read ({problem.strerror}); check its permissions."
            yield Passed(path=folder, finding=Finding(code="not-readable", message=message))
            continue
        if (here.st_dev, here.st_ino) == (own.st_dev, own.st_ino):
            yield Passed(path=folder, finding=Finding(code="own-case", message="It is this case's own folder."))
            continue
        files, folders = [], []
        for name in names:
            path = os.path.join(folder, name)
            kind = _kind(path)
            if isinstance(kind, Finding):
                yield Passed(path=path, finding=kind)
            elif stat.S_ISDIR(kind):
                folders.append(path)
            else:
                files.append(path)
        yield from _with_sidecars(files)
        pending += reversed(folders)


def _kind(path: str) -> int | Finding:
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return Finding(code="gone", message="There is no such file; check the path.")
    except (OSError, ValueError) as problem:
        return Finding(code="not-readable", message=f"It can't be reached ({problem}); check its permissions.")
    return _ODD.get(stat.S_IFMT(mode), mode)


def _with_sidecars(files: list[str]) -> Iterator[Found]:
    by_name = {path.casefold(): path for path in files if _extension(path) not in SIDECARS}
    by_stem: dict[str, str] = {}
    # IMG_1.json belongs to IMG_1.heic, not to the IMG_1.aae that lies there too.
    for path in sorted(files, key=lambda path: _extension(path) not in CLAIMS):
        if _extension(path) not in SIDECARS:
            by_stem.setdefault(os.path.splitext(path)[0].casefold(), path)
    sidecars: dict[str, list[str]] = {}
    for path in files:
        if _extension(path) in SIDECARS:
            stem = os.path.splitext(path)[0].casefold()
            owner = by_name.get(stem) or by_stem.get(stem)  # photo.jpg.json, else photo.json
            sidecars.setdefault(owner or "", []).append(path)
    for path in files:
        if _extension(path) not in SIDECARS:
            yield Found(path=path, sidecars=tuple(sidecars.get(path, ())))
    for path in sidecars.get("", ()):
        yield Found(path=path)


def _extension(path: str) -> str:
    return os.path.splitext(path)[1].lower()
