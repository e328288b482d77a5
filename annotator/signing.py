"""Signatures made again by workers, where the cache has lost them."""

from pathlib import Path

from annotator.analysis import NotDecoded
from annotator.checker import open_plain
from annotator.engine.limits import seconds_for
from annotator.engine.local import Engine, Raised, WorkerLost
from annotator.media import tasks
from annotator.media.sniff import HEAD, recognise
from annotator.signature import Signature, Unusable


def signed(engine: Engine, path: Path, *, name: str, seconds: float | None) -> bytes | None:
    """The signature of a photo, or of the frame of a video on show at `seconds`; no bytes where it has none, None where
    that can't be told now: the drive is away, or a worker was lost."""
    try:
        with open_plain(path) as file:
            format = recognise(file.read(HEAD), name)
        if format is None or format.decoder is None:
            return b""
        source = tasks.Source(path=str(path), format=format, seconds=seconds)
        untrusted = engine.run(tasks.sign, source, limit=seconds_for(path.stat().st_size))
        Signature.from_bytes(untrusted)
    except (Raised, Unusable, NotDecoded, TypeError):
        return b""
    except WorkerLost as lost:
        if lost.code == "cancelled":
            raise
        return None
    except OSError:
        return None
    return untrusted
