"""`python -m resources.words.make FILE…`: makes words.npy anew from the features of pictures and of frames of videos.

Which pictures hardly matters: the words only part the space of descriptors so that each part holds about as many. What
ships was made of every second of some three hundred photos, those of Debian's packages of wallpapers, of OpenCV's
examples and scikit-image's data, and of frames of OpenCV's example videos. Two levels of k-means, each centre made
binary again.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import av
import faiss
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from annotator.media.features import signature
from annotator.signature import BITS, Features

GROUPS = 256
WORDS = 160
"""Of each group, at most."""
_FILE = Path(__file__).with_name("words.npy")
_VIDEOS = frozenset((".avi", ".mp4", ".mov", ".mkv", ".webm"))
_EVERY = 30
"""Frames."""


def main() -> None:
    """Make words of the features of the files that the arguments name."""
    faiss.omp_set_num_threads(1)
    descriptors = np.concatenate(
        [features.descriptors for picture in _pictures(sys.argv[1:]) for features in _sets(picture)]
    )
    groups = _centres(descriptors, GROUPS)
    quantiser = faiss.IndexBinaryFlat(BITS)
    quantiser.add(groups)
    group = quantiser.search(descriptors, 1)[1][:, 0]
    words = [_centres(descriptors[group == number], WORDS) for number in range(GROUPS) if (group == number).any()]
    np.save(_FILE, np.concatenate([groups, *words]))
    print(f"{sum(map(len, words))} words of {len(descriptors)} features")


def _pictures(paths: Iterable[str]) -> Iterator[Image.Image]:
    for path in paths:
        if Path(path).suffix.lower() in _VIDEOS:
            with av.open(path) as container:
                for number, frame in enumerate(container.decode(video=0)):
                    if number % _EVERY == 0:
                        yield Image.fromarray(frame.to_ndarray(format="rgb24"))
        else:
            with Image.open(path) as picture:
                yield picture.convert("RGB")


def _sets(picture: Image.Image) -> Iterator[Features]:
    made = signature(picture)
    yield from (made.plain, made.mirrored)


def _centres(descriptors: NDArray[np.uint8], count: int) -> NDArray[np.uint8]:
    """At most `count` centres: uint8 (n, 32)."""
    count = min(count, max(1, len(descriptors) // 2))
    if len(descriptors) <= 2:
        return descriptors[:1]
    points = np.unpackbits(descriptors, axis=1).astype(np.float32) * 2 - 1
    means = faiss.Kmeans(BITS, count, niter=8, seed=1, min_points_per_centroid=1)
    means.train(points)
    return np.packbits(np.asarray(means.centroids) > 0, axis=1)


if __name__ == "__main__":
    main()
