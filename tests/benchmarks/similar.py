"""Copies of one new picture among a million hashes: time against its budget, and against a plain NumPy scan.

A new picture is asked for in all eight mirror and rotation positions, as an import does; the least of 20 runs counts.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from annotator.finder import MOST_BITS
from annotator.similarity.hamming import HashIndex
from tests.benchmarks.report import Line

_HASHES = 1_000_000
_BUDGET = 0.005
_RUNS = 20


def measure(scratch: Path) -> Iterator[Line]:
    """Lines for looking up copies."""
    dice = np.random.default_rng(56)
    known = dice.integers(0, 1 << 64, _HASHES, dtype=np.uint64)
    queries = dice.integers(0, 1 << 64, 8, dtype=np.uint64)
    queries[3] = known[654_321] ^ np.uint64(0b1001)
    variants = [int(query) for query in queries]
    index = HashIndex()
    index.add(range(_HASHES), [int(hash) for hash in known])

    def ours() -> bool:
        return 654_321 in index.near(variants, most=MOST_BITS)

    def scan() -> bool:
        near = [np.flatnonzero(np.bitwise_count(known ^ query) <= MOST_BITS) for query in queries]
        return 654_321 in near[3]

    if not ours() or not scan():
        raise RuntimeError("the copy was not found")
    taken, peer = _time(ours), _time(scan)
    what = "copies of a new picture among 1,000,000 hashes"
    yield Line(
        what=f"{what}: budget", ours=taken * 1000, against=_BUDGET * 1000, unit="ms", ratio=taken / _BUDGET, limit=1
    )
    yield Line(what=f"{what}: NumPy scan", ours=taken * 1000, against=peer * 1000, unit="ms", ratio=taken / peer)


def _time(work: Callable[[], bool]) -> float:
    runs = []
    for _ in range(_RUNS):
        began = time.perf_counter()
        work()
        runs.append(time.perf_counter() - began)
    return min(runs)
