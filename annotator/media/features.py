"""An upright picture → its signature, by which altered copies of it are found and confirmed."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from annotator.signature import COLOUR_SIDE, GREY_SIDE, MOST_FEATURES, SIDE, Features, Signature

_FAINTEST = 8
"""Grey levels between a point and its surroundings; OpenCV's 20 finds next to nothing in a hazy or blurred picture."""


def signature(picture: Image.Image) -> Signature:
    """The signature of an upright picture, of any mode that Pillow turns into grey and RGB."""
    small = _scaled(picture.convert("RGB"), SIDE)
    grey = np.asarray(small.convert("L"))
    return Signature(
        width=small.width,
        height=small.height,
        plain=_features(grey),
        mirrored=_features(np.ascontiguousarray(grey[:, ::-1])),
        grey=np.asarray(_scaled(small.convert("L"), GREY_SIDE)),
        colour=np.asarray(_scaled(small, COLOUR_SIDE)),
    )


def _scaled(picture: Image.Image, side: int) -> Image.Image:
    shrink = min(1.0, side / max(picture.size))
    size = (max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink)))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.BOX, reducing_gap=None)


def _features(grey: NDArray[np.uint8]) -> Features:
    finder = cv2.ORB_create(nfeatures=MOST_FEATURES, fastThreshold=_FAINTEST)  # type: ignore[attr-defined] # not in the stubs of cv2
    keypoints, descriptors = finder.detectAndCompute(grey, None)
    order = np.argsort([-point.response for point in keypoints], kind="stable")[:MOST_FEATURES]
    kept = [keypoints[index] for index in order]
    return Features(
        points=np.array([point.pt for point in kept], np.float32).reshape(-1, 2),
        sizes=np.array([point.size for point in kept], np.float32),
        angles=np.array([point.angle for point in kept], np.float32),
        descriptors=np.zeros((0, 32), np.uint8) if descriptors is None else descriptors[order],
    )
