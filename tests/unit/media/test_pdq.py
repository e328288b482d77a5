"""PDQ, compared with what its reference implementation makes of the same pictures (pdqhash 0.2.8 for Python)."""

import numpy as np
import pytest
from PIL import Image

from annotator.media.hashing import hashes
from annotator.media.pdq import pdq
from tests import makers

REFERENCE = (
    (0, 320, 240, "130e67c725f3b63c7878c8b3c3cef1cc339b4e289e411991ece4e07ad3091f0d"),
    (1, 437, 611, "1b4d1b6dd3f8c792e6966e064f0ecdd090d1008632655869dd6add8efccd3827"),
    (2, 64, 64, "c369e3635ec71ed69896a929a56956162b12d0afd1c1eb43966d28712658d79b"),
    (3, 1203, 75, "c07b7c33c4e100ed770e7063463e8e4999e89f14390be3fb6215633cdee39a0b"),
)


def grey(image: Image.Image) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return np.asarray(image.convert("L"))


def bits(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


@pytest.mark.parametrize(("seed", "width", "height", "expected"), REFERENCE)
def test_it_is_the_hash_that_the_reference_makes(seed: int, width: int, height: int, expected: str) -> None:
    found, quality = pdq(grey(makers.scene(seed, width, height)))
    assert bits(found[0], expected) <= 4  # sums are rounded in another order
    assert quality == 100


def test_the_positions_are_those_of_the_picture_mirrored_and_turned() -> None:
    levels = grey(makers.scene(1, 640, 512))
    found, _ = pdq(levels)
    positions = [np.rot90(side, turns) for side in (levels, np.fliplr(levels)) for turns in range(4)]
    again = [pdq(np.ascontiguousarray(position))[0][0] for position in positions]
    assert max(map(bits, found, again)) <= 16  # of an even number of pixels none is in the middle
    assert min(bits(found[0], other) for other in found[1:]) > 80


def test_a_picture_with_nothing_in_it_has_no_quality() -> None:
    assert pdq(np.full((240, 320), 200, np.uint8))[1] == 0
    assert pdq(grey(makers.scene(0, 3, 400))) == (("0" * 64,) * 8, 0)


def test_a_scaled_picture_has_nearly_the_hash_of_the_whole_one() -> None:
    whole = makers.scene(5, 2400, 1800)
    small = whole.reduce(5)
    assert bits(pdq(grey(whole))[0][0], pdq(grey(small))[0][0]) <= 12


def test_what_others_are_given_is_the_phash_of_the_picture_with_its_borders() -> None:
    framed = Image.new("RGB", (400, 420), (0, 0, 0))
    framed.paste(makers.scene(4), (40, 90))
    found, bare = hashes(framed), hashes(makers.scene(4))
    assert found.exchanged is not None
    assert bare.exchanged is not None
    assert bits(found.variants[0], bare.variants[0]) <= 2
    assert bare.exchanged.phash == bare.variants[0]
    assert bits(found.exchanged.phash, bare.exchanged.phash) > 10
