"""What a worker process may use, and that it never outlives its parent."""

import os
import resource
import signal
import threading
import time

SECONDS = 20.0
"""For one photo."""
VIDEO_SECONDS_PER_GB = 120.0
"""More for long video: each GB adds this much to SECONDS."""
MEMORY = 2 << 30
"""Address space of one worker, in bytes."""


def seconds_for(size: int) -> float:
    """How long one file of `size` bytes may take."""
    return SECONDS + VIDEO_SECONDS_PER_GB * size / (1 << 30)


def no_core_dump() -> None:
    """Let no crash of this process write its memory, pictures and all, to a disk."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def confine() -> None:
    """Make this process a worker: bounded memory, no core dump of evidence, private files, one thread a library."""
    # Thread pools reserve address space for each core before they compute anything.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENCV_FOR_THREADS_NUM"):
        os.environ[name] = "1"
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    no_core_dump()
    os.nice(10)  # the window comes first
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which ends its workers in order
    silent = os.open(os.devnull, os.O_WRONLY)  # decoders print complaints of their own about hostile files
    os.dup2(silent, 2)
    os.close(silent)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    # A killed parent can't end its workers, and one that hangs in a decoder never sees its pipe close.
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
