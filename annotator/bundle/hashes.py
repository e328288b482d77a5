"""Writes the hashes of items as a list for other teams: nothing in it tells more than hashes do."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event as Flag

from annotator import errors
from annotator.bundle.cells import write_csv
from annotator.disk import told
from annotator.hashlist import Exported
from annotator.model import Filter, Progress
from annotator.store import find, hashlists, journal
from annotator.store.connection import Store

COLUMNS = ("sha256", "phash", "pdq", "pdq_quality", "bytes", "kind")
_PAGE = 1000


def export(
    store: Store, path: Path, *, wanted: Filter, names: bool, actor: str, cancel: Flag | None
) -> Iterator[Progress | Exported]:
    """Write a CSV of the items that fit, with a BOM and CRLF as the tables of a bundle, and note it in the journal.

    `phash` is imagehash's of the whole upright picture, left out where it means nothing; `pdq` is PDQ with its quality.
    Both are made of a picture that was scaled down (see `annotator.media.hashing.EXCHANGE_RECIPE`).
    Once cancelled it ends without an `Exported`, and nothing is left. Raises DestinationTaken, NothingSelected,
    DiskFull, DiskFailed, CaseReadOnly.
    """
    if store.read_only:
        raise errors.CaseReadOnly(str(store.folder))
    with store.reading() as connection:
        numbers = find.find(connection, wanted)
    if not numbers:
        raise errors.NothingSelected
    columns = (*COLUMNS, "name") if names else COLUMNS
    digest = hashlib.sha256()
    with told(path):
        try:
            file = path.open("xb")
        except FileExistsError:
            raise errors.DestinationTaken(str(path)) from None
        whole = False
        try:
            with file:

                def write(data: bytes) -> None:
                    digest.update(data)
                    file.write(data)

                for start in range(0, len(numbers), _PAGE):
                    if cancel is not None and cancel.is_set():
                        return
                    with store.reading() as connection:
                        rows = hashlists.exported(connection, numbers[start : start + _PAGE], names=names)
                        write_csv(write, columns, rows, heading=start == 0)
                    yield Progress(done=start, total=len(numbers), what="exporting")
            with store.writing() as connection:
                journal.append(
                    connection, action="export hashes", subject=f"{len(numbers)} items", actor=actor,
                    detail={"sha256": digest.hexdigest(), "items": len(numbers), "columns": list(columns)},
                )  # fmt: skip
            whole = True
        finally:
            if not whole:
                with suppress(OSError):
                    path.unlink()
    yield Exported(path=str(path), entries=len(numbers))
