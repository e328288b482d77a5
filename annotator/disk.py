"""Turns what the system says of a disk into a sentence for the user."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.errors import DiskFailed, DiskFull


@contextmanager
def told(path: object) -> Iterator[None]:
    """Do something with files at `path`. Raises DiskFull, DiskFailed instead of OSError."""
    try:
        yield
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(str(path)) from problem
        raise DiskFailed(str(path), problem.strerror or str(problem)) from problem
