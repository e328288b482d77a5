"""Hashes of lists that differ in few bits from those of pictures, by comparing with every one.

They lie in shards that fit a processor's cache, each asked for all pictures before the next: in one piece a million
hashes of 256 bits are read from memory anew for every picture, which takes five times as long.
"""

import faiss
import numpy as np
from numpy.typing import NDArray

_SHARD = 1 << 20
"""Bytes."""
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
        asked, places, bits = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        queries = np.ascontiguousarray(queries)
        for start, shard in self._shards if len(queries) else ():
            limits, found_bits, found = shard.range_search(queries, most + 1)
            asked.append(np.repeat(np.arange(len(queries)), np.diff(limits.astype(np.int64))))
            places.append(found.astype(np.int64) + start)
            bits.append(found_bits.astype(np.int64))
        query, place, distance = np.concatenate(asked), np.concatenate(places), np.concatenate(bits)
        order = np.lexsort((place, distance, query))
        query, place, distance = query[order], place[order], distance[order]
        nearest = np.arange(len(query)) - np.searchsorted(query, query) < _MOST_NEAR
        return query[nearest], place[nearest], distance[nearest]
