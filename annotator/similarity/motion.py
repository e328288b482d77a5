"""Whether things have moved between two pictures of one unmoved camera: another moment, not something put on a copy."""

from typing import Final

import cv2
import numpy as np

from annotator.geometry import Grey, in_pixels, warped
from annotator.similarity.evidence import Evidence, inverse

_HALF: Final = 8
"""Half the side of what is looked for elsewhere, in pixels of 240."""
_FAR: Final = 26
"""How far things move, in those pixels."""
_STILL: Final = 6
_MOST: Final = 32
_ALIKE: Final = 0.85
_CONTRAST: Final = 10.0
_UNMOVED: Final = 0.015
_LEAST: Final = 40
_FEWEST: Final = 4
_SHARE: Final = 0.25


def moves(a: Grey, b: Grey, found: Evidence) -> bool:
    """Whether some of what the one shows where the two differ is seen in the other a little way off, where they differ
    too. A logo, a caption or a sticker lies still, and hides what it lies on."""
    overlay = found.overlay
    if np.abs(overlay.matrix - np.eye(3)).max() > _UNMOVED:
        return False
    below, above = (a, b) if overlay.on_a else (b, a)
    matrix = overlay.matrix if overlay.on_a else inverse(overlay.matrix)
    there, reach = warped(above, in_pixels(matrix, below.shape, above.shape), below.shape)
    height, width = below.shape
    differing = np.zeros(below.shape, np.uint8)
    hidden = cv2.dilate(found.covered.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0  # by a box, with its edges
    rows, columns = np.nonzero(found.refused & ~hidden)
    spots = np.stack([overlay.x[rows, columns] * width, overlay.y[rows, columns] * height], axis=1).astype(int)
    if len(spots) < _LEAST:
        return False
    for x, y in spots:
        differing[max(0, y - 4) : y + 5, max(0, x - 4) : x + 5] = 1
    differing &= reach.astype(np.uint8)
    tried = seen = 0
    for x, y in spots[:: -(-len(spots) // _MOST)]:
        if not (_HALF <= x < width - _HALF and _HALF <= y < height - _HALF):
            continue
        around = np.s_[y - _HALF : y + _HALF, x - _HALF : x + _HALF]
        for one, other in ((below, there), (there, below)):
            thing = one[around]
            if thing.std() < _CONTRAST:
                continue
            tried += 1
            top, left = max(0, y - _HALF - _FAR), max(0, x - _HALF - _FAR)
            field = other[top : y + _HALF + _FAR, left : x + _HALF + _FAR]
            likeness = np.asarray(cv2.matchTemplate(field, thing, cv2.TM_CCOEFF_NORMED))
            rows_at, columns_at = np.nonzero(likeness > _ALIKE)
            at_x, at_y = columns_at + left + _HALF, rows_at + top + _HALF
            off = np.maximum(np.abs(at_x - x), np.abs(at_y - y)) >= _STILL
            seen += bool((off & (differing[at_y, at_x] > 0)).any())
    return seen >= _FEWEST and seen >= _SHARE * tried
