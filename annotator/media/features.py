"""An upright picture → its signature, by which altered copies of it are found and confirmed.

Of the corners that ORB finds some of every size and from everywhere are kept, not just the strongest: those lie on
whatever has the hardest edges, a caption or the icons of a phone, and at the finest size, which a copy that is much
smaller has lost.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from annotator.media.parts import rectangles
from annotator.signature import (
    COLOUR_SIDE,
    GREY_SIDE,
    MOST_FEATURES,
    MOST_PARTS,
    OCTAVE,
    OCTAVES,
    PATCH,
    SIDE,
    Features,
    Part,
    Signature,
)

_FAINTEST: Final = 8
"""Grey levels between a point and its surroundings; OpenCV's 20 finds next to nothing in a hazy or blurred picture."""
_EDGE: Final = 16
"""Pixels at the borders of each octave without features; OpenCV's 31 leave little of the coarse ones."""
_SPARE: Final = 3
"""Times as many features are found as are kept."""
_OF_PART: Final = 400
"""Features of a picture in the picture."""
_CELL: Final = 32.0
"""Side of the squares, in pixels of the octave, that take turns to give their strongest feature."""


def signature(
    picture: Image.Image,
    *,
    most: int = MOST_FEATURES,
    parts: bool = True,
    larger: Callable[[], Image.Image] | None = None,
) -> Signature:
    """The signature of an upright picture, of any mode that Pillow turns into RGB, with at most `most` features, and
    with those of the pictures in it, which are cut from what `larger` gives, where that is more."""
    small = _scaled(picture.convert("RGB"), SIDE)
    grey = small.convert("L")
    plain, mirrored = _features(np.asarray(grey), most)
    return Signature(
        width=small.width,
        height=small.height,
        plain=plain,
        mirrored=mirrored,
        grey=np.asarray(_scaled(grey, GREY_SIDE)),
        colour=np.asarray(_scaled(small, COLOUR_SIDE)),
        parts=tuple(_parts(picture, np.asarray(grey), larger)) if parts else (),
    )


def _parts(picture: Image.Image, grey: NDArray[np.uint8], larger: Callable[[], Image.Image] | None) -> Iterator[Part]:
    boxes = rectangles(grey, most=MOST_PARTS)
    if len(boxes) and larger is not None:
        picture = larger()
    height, width = grey.shape
    for box in boxes:
        left, top, right, bottom = (float(side) for side in box / (width, height, width, height))
        across, down = picture.size
        cut = picture.crop((round(left * across), round(top * down), round(right * across), round(bottom * down)))
        yield Part(box=(left, top, right, bottom), signature=signature(cut, most=_OF_PART, parts=False))


def _scaled(picture: Image.Image, side: int) -> Image.Image:
    shrink = min(1.0, side / max(picture.size))
    size = (max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink)))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.BOX, reducing_gap=None)


def _features(grey: NDArray[np.uint8], most: int) -> tuple[Features, Features]:
    """Of the picture as it is and mirrored."""
    finder = cv2.ORB_create(  # type: ignore[attr-defined] # not in the stubs of cv2
        nfeatures=_SPARE * most, scaleFactor=OCTAVE, nlevels=OCTAVES, patchSize=PATCH, fastThreshold=_FAINTEST,
        edgeThreshold=_EDGE,
    )  # fmt: skip
    found = finder.detect(grey, None) if min(grey.shape) > PATCH else ()
    kept = [found[index] for index in _spread(found, most)] if found else []
    across = [
        cv2.KeyPoint(
            x=grey.shape[1] - 1 - each.pt[0], y=each.pt[1], size=each.size, angle=(540 - each.angle) % 360,
            response=each.response, octave=each.octave,
        )
        for each in kept
    ]  # fmt: skip
    return _described(finder, grey, kept), _described(finder, np.ascontiguousarray(grey[:, ::-1]), across)


def _described(finder: "cv2.ORB", grey: NDArray[np.uint8], keypoints: Sequence[cv2.KeyPoint]) -> Features:
    for place, each in enumerate(keypoints):
        each.class_id = place
    described, descriptors = finder.compute(grey, keypoints) if keypoints else ((), None)
    order = np.argsort([each.class_id for each in described], kind="stable")
    kept = [described[index] for index in order]
    return Features(
        points=np.array([each.pt for each in kept], np.float32).reshape(-1, 2),
        sizes=np.array([each.size for each in kept], np.float32),
        angles=np.array([each.angle for each in kept], np.float32),
        descriptors=np.zeros((0, 32), np.uint8) if descriptors is None else np.asarray(descriptors, np.uint8)[order],
    )


def _spread(found: Sequence[cv2.KeyPoint], most: int) -> NDArray[np.int64]:
    """Indices of at most `most` features, ordered so that the first of them are spread over all sizes and places."""
    octaves = np.array([each.octave for each in found])
    points = np.array([each.pt for each in found], np.float32)
    strengths = np.array([each.response for each in found])
    shares = _shares(np.bincount(octaves, minlength=OCTAVES), most)
    chosen, turns = [], []
    for octave in np.flatnonzero(shares):
        some = np.flatnonzero(octaves == octave)
        cells = (points[some] // (_CELL * OCTAVE**octave)).astype(np.int64) @ (1000, 1)
        by_cell = np.lexsort((-strengths[some], cells))
        first = np.append(True, np.diff(cells[by_cell]) != 0)
        starts = np.maximum.accumulate(np.where(first, np.arange(len(some)), 0))
        turn = np.empty(len(some), np.int64)
        turn[by_cell] = np.arange(len(some)) - starts
        best = some[np.lexsort((-strengths[some], turn))[: shares[octave]]]
        chosen.append(best)
        turns.append((np.arange(len(best)) + 0.5) / len(best))
    order = np.argsort(np.concatenate(turns), kind="stable")
    return np.concatenate(chosen)[order]


def _shares(there: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """How many features each octave keeps: coarser ones fewer, but more than in proportion to their pixels."""
    weights = OCTAVE ** (-0.5 * np.arange(len(there)))
    shares = np.zeros(len(there), np.int64)
    while (left := min(most, int(there.sum())) - int(shares.sum())) > 0:
        free = weights * (shares < there)
        more = np.floor(left * free / free.sum()).astype(np.int64)
        if not more.any():
            more[int(free.argmax())] = left
        shares = np.minimum(shares + more, there)
    return shares
