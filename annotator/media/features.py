"""An upright picture → its signature, by which altered copies of it are found and confirmed."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from annotator.signature import (
    COLOUR_SIDE,
    GREY_SIDE,
    MOST_FEATURES,
    OCTAVE,
    OCTAVES,
    PATCH,
    SIDE,
    Features,
    Signature,
)

_FAINTEST = 8
"""Grey levels between a point and its surroundings; OpenCV's 20 finds next to nothing in a hazy or blurred picture."""


def signature(picture: Image.Image, *, most: int = MOST_FEATURES) -> Signature:
    """The signature of an upright picture, of any mode that Pillow turns into RGB, with at most `most` features."""
    small = _scaled(picture.convert("RGB"), SIDE)
    grey = small.convert("L")
    pixels = np.asarray(grey)
    return Signature(
        width=small.width,
        height=small.height,
        plain=_features(pixels, most),
        mirrored=_features(np.ascontiguousarray(pixels[:, ::-1]), most),
        grey=np.asarray(_scaled(grey, GREY_SIDE)),
        colour=np.asarray(_scaled(small, COLOUR_SIDE)),
    )


def _scaled(picture: Image.Image, side: int) -> Image.Image:
    shrink = min(1.0, side / max(picture.size))
    size = (max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink)))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.BOX, reducing_gap=None)


def _features(grey: NDArray[np.uint8], most: int) -> Features:
    finder = cv2.ORB_create(  # type: ignore[attr-defined] # not in the stubs of cv2
        nfeatures=most, scaleFactor=OCTAVE, nlevels=OCTAVES, patchSize=PATCH, fastThreshold=_FAINTEST
    )
    keypoints, descriptors = finder.detectAndCompute(grey, None) if min(grey.shape) > PATCH else ((), None)
    order = np.argsort([-point.response for point in keypoints], kind="stable")[:most]
    kept = [keypoints[index] for index in order]
    return Features(
        points=np.array([point.pt for point in kept], np.float32).reshape(-1, 2),
        sizes=np.array([point.size for point in kept], np.float32),
        angles=np.array([point.angle for point in kept], np.float32),
        descriptors=np.zeros((0, 32), np.uint8) if descriptors is None else descriptors[order],
    )
