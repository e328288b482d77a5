"""Items in the order of how much they look like one of them.

Alike is how few of the 64 bits of their perceptual hashes differ; the item's own hash is taken in all eight positions,
so that mirrored and turned copies count as alike. A video looks like a picture as much as the frame of it does that is
nearest. What has no hash, or one that says nothing (a black frame), comes last.
"""

from array import array
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from annotator.analysis import HASH_RECIPE
from annotator.model import Filter
from annotator.similarity import hamming
from annotator.store import find, links
from annotator.store.connection import Connection

_UNKNOWN = hamming.BITS + 1


def ordered(connection: Connection, wanted: Filter) -> "array[int]":
    """What `wanted` finds, most alike `wanted.alike` first, or last where `descending`."""
    found = find.find(connection, replace(wanted, descending=False, limit=None))
    near = nearness(connection, wanted.alike, found)
    # Stable, so that equals stay in order of import; what has no hash is last either way.
    keys = np.where(near == _UNKNOWN, hamming.BITS + 2, hamming.BITS - near) if wanted.descending else near
    order = np.argsort(keys, kind="stable")[: wanted.limit]
    return array("q", np.array(found, np.int64)[order].tobytes())


def nearness(connection: Connection, item: int | None, numbers: Sequence[int]) -> npt.NDArray[np.int64]:
    """In how many bits each of these items differs from `item`, 65 where that is not known; int64 (len(numbers),)."""
    wanted = np.array(numbers, np.int64)
    pictures = [] if item is None else links.pictures(connection, item, HASH_RECIPE)
    queries = [hash for _, _, hashes in pictures for hash in hashes]
    owners, hashes = links.all_hashes(connection, HASH_RECIPE)
    if not queries or not len(wanted) or not len(owners):
        return np.full(len(wanted), _UNKNOWN, np.int64)
    nearest = np.full(int(max(wanted.max(), owners.max())) + 1, _UNKNOWN, np.int64)
    np.minimum.at(nearest, owners, hamming.fewest_bits(queries, hashes))
    if item is not None and item < len(nearest):
        nearest[item] = -1  # itself comes first, before its equals
    return nearest[wanted]
