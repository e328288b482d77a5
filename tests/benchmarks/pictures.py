"""Pictures: how soon the first one is there, how long aligning two takes, and what playing 1080p30 costs.

Decoding is the work of worker processes, whose start is part of the first picture and of nothing else here.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from annotator.case import Case
from annotator.media import wire
from annotator.model import Filter, Kind, Sampling
from tests.benchmarks.material import footage, photos
from tests.benchmarks.report import Line

_FIRST, _NEXT, _ALIGN, _CORE = 2.0, 0.4, 2.0, 1.0
_LONGEST = 1920
_BOX = (1280, 720)
_SECONDS = 10
_TICKS = os.sysconf("SC_CLK_TCK")


def measure(scratch: Path) -> Iterator[Line]:
    """Lines for pictures and footage."""
    photos(scratch / "drive", 2)
    footage(scratch / "drive" / "footage.mp4", 2 * _SECONDS)
    with Case.create(scratch / "case", actor="bench") as case:
        list(case.import_files([scratch / "drive"], sampling=Sampling.NONE))
    with Case.open(scratch / "case", actor="bench", read_only=True) as case:
        a, b = case.find(Filter(kind=(Kind.PHOTO,)))
        for what, limit in (("the first picture, its worker's start included", _FIRST), ("the next picture", _NEXT)):
            began = time.perf_counter()
            case.pictures.picture(a if limit is _FIRST else b, _LONGEST)
            yield _line(f"12 MP JPEG at {_LONGEST} pixels: {what}", time.perf_counter() - began, limit, "s")
        runs = []
        for _ in range(3):
            began = time.perf_counter()
            case.align(a, b)
            runs.append(time.perf_counter() - began)
        yield _line("two 12 MP JPEGs: aligned", min(runs), _ALIGN, "s")
        (video,) = case.find(Filter(kind=(Kind.VIDEO,)))
        rate, share = _played(case, video)
        yield _line(f"1080p30 H.264 in {_BOX[0]}×{_BOX[1]}: the worker's share of a core", share, _CORE, "cores")
        yield Line(
            what="1080p30 H.264: frames a second", ours=rate, against=30, unit="", ratio=rate / 30, limit=0.97,
            at_least=True,
        )  # fmt: skip


def _line(what: str, ours: float, limit: float, unit: str) -> Line:
    return Line(what=what, ours=ours, against=limit, unit=unit, ratio=ours / limit, limit=1)


def _played(case: Case, video: int) -> tuple[float, float]:
    """Frames a second that a player which asks for all of them gets, at the pace of a clock, and the CPU that its
    worker takes, in cores."""
    player = case.player(video, _BOX)
    try:
        player.send(wire.Command.SEEK, 0.0)
        while not isinstance(player.receive(), wire.Picture):
            pass
        player.send(wire.Command.PLAY, 0.0, 1.0)
        worker = player._process.pid
        began, spent = time.monotonic(), _cpu(worker)
        player.send(wire.Command.CLOCK, 0.0, began)
        frames = 0
        while time.monotonic() - began < _SECONDS:
            message = player.receive()
            if isinstance(message, wire.Picture):
                frames += 1
                time.sleep(max(0.0, began + message.time - time.monotonic()))
                player.send(wire.Command.FREE, message.slot)
        taken = time.monotonic() - began
        return frames / taken, (_cpu(worker) - spent) / taken
    finally:
        player.close()


def _cpu(process: int | None) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
