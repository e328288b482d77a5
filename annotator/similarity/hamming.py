"""Finds hashes that differ in few bits, by comparing with every one: no tree is faster at a million."""

from array import array
from collections.abc import Sequence

import faiss
import numpy as np
import numpy.typing as npt

BITS = 64


class HashIndex:
    """64-bit hashes, each with the number that it stands for."""

    def __init__(self) -> None:
        self._flat = faiss.IndexBinaryFlat(BITS)
        self._numbers = array("q")

    def __len__(self) -> int:
        return len(self._numbers)

    def add(
        self, numbers: Sequence[int] | npt.NDArray[np.int64], hashes: Sequence[int] | npt.NDArray[np.uint64]
    ) -> None:
        """Add hashes; a number may stand for several."""
        self._numbers.frombytes(np.array(numbers, np.int64).tobytes())
        self._flat.add(_rows(hashes))

    def near(
        self, queries: Sequence[int], *, most: int, after: int = -1, nearest: int | None = None
    ) -> dict[int, tuple[int, int]]:
        """Numbers after `after` whose hash differs from some query in at most `most` bits; of many the `nearest`.

        Returns number → (bits that differ, index of the query), for the nearest query of each, the nearest first.
        """
        # OpenMP's threads wait for each other in busy loops: for a few queries that costs more than it saves.
        faiss.omp_set_num_threads(1)
        limits, bits, places = self._flat.range_search(_rows(queries), most + 1)
        numbers = np.asarray(self._numbers)[places]
        later = np.flatnonzero(numbers > after)
        asked = np.repeat(np.arange(len(queries)), np.diff(limits.astype(np.int64)))[later]
        numbers, bits = numbers[later], bits[later].astype(np.int64)  # FAISS gives floats
        # A burst has thousands of hits: no loop over them, and each number once, at the first of its nearest queries.
        order = np.lexsort((numbers, asked, bits))
        order = order[np.sort(np.unique(numbers[order], return_index=True)[1])]
        order = order[np.lexsort((numbers[order], bits[order]))][:nearest]
        pairs = zip(bits[order].tolist(), asked[order].tolist(), strict=True)
        return dict(zip(numbers[order].tolist(), pairs, strict=True))


def fewest_bits(queries: Sequence[int], hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """In how many bits each of `hashes`, uint64 (n,), differs from the nearest query; int64 (n,)."""
    fewest = np.full(len(hashes), BITS, np.uint8)
    for query in queries:
        np.minimum(fewest, np.bitwise_count(hashes ^ np.uint64(query)), out=fewest)
    return fewest.astype(np.int64)


def _rows(hashes: Sequence[int] | npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """Hashes as FAISS takes them: uint8 (n, 8)."""
    return np.array(hashes, np.uint64).view(np.uint8).reshape(-1, BITS // 8)
