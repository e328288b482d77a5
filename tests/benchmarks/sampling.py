"""Sampling the keyframes of a 1080p video: CPU against a bare decode of the same keyframes.

Both run in a worker of the program's own, in turn, five times; the least counts. Ours is all that an import does with a
video's bytes: container, metadata, keyframes, and of each its thumbnail, its perceptual hashes and its local features.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av

from annotator.engine.local import Engine
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
    engine = Engine(1)
    try:
        times = engine.run(_times, path, limit=600)
    finally:
        engine.close()
    least, floor = (min(column) for column in zip(*times, strict=True))
    yield Line(
        what=f"sampling {_SECONDS} s of 1080p H.264 against a bare keyframe decode: CPU",
        ours=least,
        against=floor,
        unit="s",
        ratio=least / floor,
        limit=1.82,  # 1.3 for the frames alone, to which copies may add 40 %
    )


def _times(path: Path) -> list[tuple[float, float]]:
    """CPU seconds of sampling and of bare decoding, run by run."""
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
    return [(_cpu(ours), _cpu(bare)) for _ in range(_RUNS)]


def _cpu(work: Callable[[], int]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
