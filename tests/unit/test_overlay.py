"""One grey picture laid on another: what is measured there, and what a box hides of it."""

import cv2
import numpy as np

from annotator.geometry import Grey
from annotator.similarity.boxes import hidden
from annotator.similarity.overlay import lay


def rough(seed: int) -> Grey:
    noise = cv2.GaussianBlur(np.random.default_rng(seed).normal(0, 500, (180, 240)), (0, 0), 6)
    return (120 + noise).clip(0, 255).astype(np.uint8)


def test_noise_does_not_move_a_picture_along_its_edges() -> None:
    random = np.random.default_rng(1)
    down, across = np.mgrid[:180, :240]
    stripes = cv2.GaussianBlur(120 + 24 * ((down - across / 2) // 14 % 2), (0, 0), 0.6)
    one, other = ((stripes + random.normal(0, 3, stripes.shape)).astype(np.uint8) for _ in range(2))
    overlay = lay(one, other, np.eye(3))
    assert overlay is not None
    known = overlay.drift[overlay.drift >= 0]
    assert len(known) > 1000
    assert np.percentile(known, 85) < 0.3


def test_an_empty_place_for_a_picture_is_no_box_over_it() -> None:
    place = np.s_[45:125, 70:160]
    whole = rough(2)
    empty, shown = whole.copy(), whole.copy()
    empty[place], shown[place] = 0, rough(3)[place] // 2

    def under(picture: Grey) -> int:
        overlay = lay(picture, empty, np.eye(3))
        assert overlay is not None
        return int(hidden(overlay, overlay.mine - overlay.other > 2, picture, empty).sum())

    assert under(whole) > 200
    assert under(shown) == 0
