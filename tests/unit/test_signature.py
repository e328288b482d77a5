"""Signatures are made of any picture, come back from their bytes as they were, and no stranger's bytes pass for one."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from annotator.media.features import signature
from annotator.signature import MOST_BYTES, Signature, Unusable
from annotator.store.signatures import Signatures
from tests.makers import scene


@pytest.mark.parametrize("size", [(1, 1), (480, 1), (7, 900), (64, 64), (1500, 1000)])
def test_a_picture_of_any_size_has_a_signature(size: tuple[int, int]) -> None:
    made = signature(scene(1).resize(size))
    read = Signature.from_bytes(bytes(made))
    assert bytes(read) == bytes(made)
    assert len(bytes(made)) <= MOST_BYTES
    assert (read.grey == made.grey).all()
    assert (read.plain.descriptors == made.plain.descriptors).all()
    assert np.abs(read.plain.points - made.plain.points).max(initial=0) < 0.02
    assert np.allclose(read.plain.sizes, made.plain.sizes, rtol=0.01)


def test_a_turned_picture_has_features_turned_alike() -> None:
    made = signature(scene(1, 640, 480))
    turned = signature(scene(1, 640, 480).transpose(Image.Transpose.ROTATE_180))
    assert len(made.plain) > 50
    assert len(turned.plain) == pytest.approx(len(made.plain), rel=0.2)


def test_bytes_that_are_no_signature_are_turned_away() -> None:
    good = bytes(signature(scene(2)))
    for bad in (b"", good[:-1], good + b"\0", b"EA-orb/0" + good[8:], good[:8] + b"\xff" * 16 + good[24:]):
        with pytest.raises(Unusable):
            Signature.from_bytes(bad)
    features = bytearray(good)
    features[30] = 200  # of no octave
    with pytest.raises(Unusable):
        Signature.from_bytes(bytes(features))


def test_a_picture_that_lies_in_another_is_a_part_of_its_signature() -> None:
    ground = scene(4, 1600, 1200)
    ground.paste(scene(5, 600, 450), (700, 300))
    made = signature(ground)
    good = bytes(made)
    (part,) = Signature.from_bytes(good).parts
    assert part.box == pytest.approx((700 / 1600, 300 / 1200, 1300 / 1600, 750 / 1200), abs=0.01)
    assert part.signature.width == pytest.approx(480, abs=8)
    assert part.signature.parts == ()
    nested = replace(made, parts=(replace(part, signature=made),))
    turned = replace(made, parts=(replace(part, box=(0.8, 0.2, 0.4, 0.6)),))
    for bad in (good[:-1], good + b"\0", bytes(nested), bytes(turned), bytes(replace(made, parts=(part,) * 99))):
        with pytest.raises(Unusable):
            Signature.from_bytes(bad)


def test_signatures_are_kept_until_the_cache_is_lost_or_damaged(tmp_path: Path) -> None:
    one, kept = bytes(signature(scene(3))), Signatures(tmp_path)
    kept.put([("a", one)])
    again = Signatures(tmp_path)
    found = again.get("a")
    assert found is not None
    assert bytes(found) == one
    assert again.get("b") is None
    for each in (kept, again):
        each.close()
    file = tmp_path / "signatures.sqlite"
    file.write_bytes(b"SQLite format 3\0" + b"garbage" * 10_000)
    assert kept.get("a") is None
    kept.put([("a", one)])
    assert kept.get("a") is not None
    kept.close()
    file.write_bytes(b"garbage" * 10_000)
    kept.put([("b", one)])
    kept.put([("b", one)])
    assert kept.get("b") is not None
    kept.close()


def test_a_folder_that_takes_nothing_keeps_nobody_from_working(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, no folder")
    kept = Signatures(tmp_path / "cache")
    kept.put([("a", b"")])
    assert kept.get("a") is None
