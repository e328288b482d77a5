"""Descriptors → words: the parts of the space of descriptors by which features are looked up.

The words of "Video Google" (Sivic and Zisserman, ICCV 2003), here binary ones in two levels, so that the nearest are
found among a few groups.
"""

import zlib
from functools import cached_property
from pathlib import Path
from typing import Final

import faiss
import numpy as np
from numpy.typing import NDArray

from annotator.signature import BITS

_FILE: Final = Path(__file__).resolve().parent.parent.parent / "resources" / "words" / "words.npy"
_GROUPS: Final = 256
_LOOKED_INTO: Final = 6
"""Groups, for each descriptor."""


class Words:
    """The vocabulary that ships, loaded when it is first used."""

    @cached_property
    def _words(self) -> NDArray[np.uint8]:
        return np.asarray(np.load(_FILE), np.uint8)

    @cached_property
    def _index(self) -> faiss.IndexBinaryIVF:
        quantiser = faiss.IndexBinaryFlat(BITS)
        quantiser.add(self._words[:_GROUPS])
        index = faiss.IndexBinaryIVF(quantiser, BITS, _GROUPS)
        index.is_trained = True
        index.nprobe = _LOOKED_INTO
        index.add(self._words[_GROUPS:])
        return index

    @cached_property
    def name(self) -> str:
        """What tells these words from others."""
        return f"{len(self)} words {zlib.crc32(self._words.tobytes()):08x}"

    def __len__(self) -> int:
        return len(self._words) - _GROUPS

    def nearest(self, descriptors: NDArray[np.uint8], count: int) -> NDArray[np.int64]:
        """The `count` words nearest to each descriptor, uint8 (n, 32): int64 (n, count), -1 where there is none."""
        faiss.omp_set_num_threads(1)
        if not len(descriptors):
            return np.zeros((0, count), np.int64)
        return np.asarray(self._index.search(np.ascontiguousarray(descriptors), count)[1], np.int64)
