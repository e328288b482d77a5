"""Hashes of lists that differ in few bits from those of pictures, by comparing with every one.

They lie in shards that fit a processor's cache, each asked for all pictures before the next: in one piece a million
hashes of 256 bits are read from memory anew for every picture, which takes five times as long.
"""

import faiss
import numpy as np
from numpy.typing import NDArray

_SHARD = 1 << 20
"""Bytes."""
_AT_ONCE = 64
"""Queries: each may find the whole of a shard."""
_MOST_NEAR = 200
"""Of one query: a list may hold one hash a million times."""


class Nearest:
    """Hashes of one width, in the order given."""

    def __init__(self, hashes: NDArray[np.uint8]) -> None:
        """`hashes` is (n, bytes)."""
        rows = _SHARD // hashes.shape[1]
        self._shards = []
        for start in range(0, len(hashes), rows):
            shard = faiss.IndexBinaryFlat(8 * hashes.shape[1])
            shard.add(np.ascontiguousarray(hashes[start : start + rows]))
            self._shards.append((start, shard))

    def near(
        self, queries: NDArray[np.uint8], *, most: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """What differs from `queries` (m, bytes) in at most `most` bits, the nearest of each first.

        Returns three arrays of one length: which query, which hash, how many bits.
        """
        # OpenMP's threads wait for each other in busy loops: for a few queries that costs more than it saves.
        faiss.omp_set_num_threads(1)
        found = [np.zeros((3, 0), np.int64)]
        queries = np.ascontiguousarray(queries)
        for start, shard in self._shards:
            for first in range(0, len(queries), _AT_ONCE):
                some = queries[first : first + _AT_ONCE]
                limits, bits, places = shard.range_search(some, most + 1)
                asked = np.repeat(np.arange(first, first + len(some)), np.diff(limits.astype(np.int64)))
                found.append(_nearest(np.stack((asked, places.astype(np.int64) + start, bits.astype(np.int64)))))
        query, place, distance = _nearest(np.concatenate(found, axis=1))
        return query, place, distance


def _nearest(found: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of hits (3, n) – which query, which hash, how many bits – the nearest of each query, in order."""
    query, place, distance = found
    found = found[:, np.lexsort((place, distance, query))]
    return found[:, np.arange(found.shape[1]) - np.searchsorted(found[0], found[0]) < _MOST_NEAR]
