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

    def near(self, queries: Sequence[int], *, most: int) -> dict[int, tuple[int, int]]:
        """Numbers whose hash differs from some query in at most `most` bits.

        Returns number → (bits that differ, index of the query), for the nearest query of each.
        """
        # OpenMP's threads wait for each other in busy loops: for a few queries that costs more than it saves.
        faiss.omp_set_num_threads(1)
        limits, bits, places = self._flat.range_search(_rows(queries), most + 1)
        found: dict[int, tuple[int, int]] = {}
        for index in range(len(queries)):
            for hit in range(int(limits[index]), int(limits[index + 1])):
                number, nearness = self._numbers[int(places[hit])], (int(bits[hit]), index)
                found[number] = min(found.get(number, nearness), nearness)
        return found


def fewest_bits(queries: Sequence[int], hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """In how many bits each of `hashes`, uint64 (n,), differs from the nearest query; int64 (n,)."""
    fewest = np.full(len(hashes), BITS, np.uint8)
    for query in queries:
        np.minimum(fewest, np.bitwise_count(hashes ^ np.uint64(query)), out=fewest)
    return fewest.astype(np.int64)


def _rows(hashes: Sequence[int] | npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """Hashes as FAISS takes them: uint8 (n, 8)."""
    return np.array(hashes, np.uint64).view(np.uint8).reshape(-1, BITS // 8)
