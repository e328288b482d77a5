"""Sampling the keyframes of a 1080p video: CPU against a bare decode of the same keyframes.

Both run in this process, in turn, five times; the least counts. Ours is all that an import does with a video's bytes:
container, metadata, keyframes, and of each its thumbnail and perceptual hashes.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av

from annotator.media.analyse import analyse
from annotator.media.sniff import HEAD, recognise
from annotator.model import Sampling
from tests.benchmarks.material import footage
from tests.benchmarks.report import Line

_SECONDS = 60
_RUNS = 5


def measure(scratch: Path) -> Iterator[Line]:
    """The line for sampling."""
    path = scratch / "footage.mp4"
    footage(path, _SECONDS)
    with path.open("rb") as file:
        form = recognise(file.read(HEAD), path.name)

    def bare() -> int:
        with av.open(str(path)) as container:
            container.streams.video[0].codec_context.skip_frame = "NONKEY"
            return sum(1 for _ in container.decode(video=0))

    def ours() -> int:
        analysis = analyse(str(path), name=path.name, format=form, sampling=Sampling.KEYFRAMES, every=None)
        return len(analysis.frames)

    if bare() != _SECONDS or ours() != _SECONDS:
        raise RuntimeError("the footage does not have one keyframe a second, or not all were sampled")
    times = [(_cpu(ours), _cpu(bare)) for _ in range(_RUNS)]
    least, floor = (min(column) for column in zip(*times, strict=True))
    yield Line(
        what=f"sampling {_SECONDS} s of 1080p H.264 against a bare keyframe decode: CPU",
        ours=least,
        against=floor,
        unit="s",
        ratio=least / floor,
        limit=1.3,
    )


def _cpu(work: Callable[[], int]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
