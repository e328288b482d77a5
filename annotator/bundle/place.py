"""Where a bundle comes to lie: written beside its final name, renamed when whole, so that none is ever half."""

import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import filelock

from annotator.errors import BadValue, DestinationTaken

_PARTIAL = re.compile(r"\..+\.partial-[0-9a-f]{16}", re.DOTALL)


def final_name(destination: Path, *, case: Path, zipped: bool) -> Path:
    """The bundle's own path for the one that was asked for.

    Raises DestinationTaken, and BadValue where the case keeps its own files: anywhere in it but in `exports`.
    """
    if not destination.name:
        raise DestinationTaken(str(destination))
    if zipped and destination.suffix.lower() != ".zip":
        destination = destination.with_name(f"{destination.name}.zip")
    final = destination.parent.resolve() / destination.name
    if final.is_relative_to(case.resolve()) and not final.parent.is_relative_to(case.resolve() / "exports"):
        raise BadValue(
            "place for a bundle", str(destination), "a new name outside of the case folder, or in its exports"
        )
    if os.path.lexists(final):
        raise DestinationTaken(str(destination))
    return final


@contextmanager
def partial(final: Path) -> Iterator[Path]:
    """A name beside the final one, under a lock while it is in use; whatever lies there at the end is removed.

    What killed exports left in the same folder is removed first: that is what bears such a name, has its lock file
    beside it, and is locked by nobody.
    """
    final.parent.mkdir(parents=True, exist_ok=True)
    _tidy(final.parent)
    name = os.fsencode(final.name)[:180].decode(errors="ignore")  # the rest must fit into 255 bytes too
    place = final.with_name(f".{name}.partial-{secrets.token_hex(8)}")
    try:
        with filelock.FileLock(_lock_of(place), mode=0o600):
            try:
                yield place
            finally:
                _remove(place)
    finally:
        _lock_of(place).unlink(missing_ok=True)


def put_in_place(place: Path, final: Path) -> None:
    """Give a whole bundle its final name, on the disk too when this returns. Raises DestinationTaken."""
    if os.path.lexists(final):
        raise DestinationTaken(str(final))
    try:
        if place.is_dir():
            place.rename(final)  # never replaces anything but an empty folder
        else:
            _rename_file(place, final)
    except (FileExistsError, NotADirectoryError) as problem:
        raise DestinationTaken(str(final)) from problem
    sync_folder(final.parent)


def sync_folder(folder: Path) -> None:
    """See to it that a folder's entries are on the disk, where the system can tell."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _rename_file(place: Path, final: Path) -> None:
    try:
        final.hardlink_to(place)
    except OSError as problem:
        if problem.errno == errno.EEXIST:
            raise
        place.rename(final)  # a stick's file system knows no second name for a file


def _tidy(folder: Path) -> None:
    for lock_file in folder.glob(".*.partial-*.lock"):
        place = lock_file.with_suffix("")
        if _PARTIAL.fullmatch(place.name):
            with suppress(filelock.Timeout, OSError), filelock.FileLock(lock_file, timeout=0, mode=0o600):
                _remove(place)
                lock_file.unlink(missing_ok=True)


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _lock_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.lock")
