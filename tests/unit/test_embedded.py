"""The small picture inside a photo's file is found, compared, and never said to be what it is not."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image, ImageOps

from annotator.analysis import Embedded, Inside, Thumbnail
from annotator.engine import check
from annotator.media import embedded
from annotator.media.sniff import HEAD, recognise
from tests.makers import exif, photo, scene, with_thumbnail


def small(image: Image.Image) -> Image.Image:
    return image.resize((160, 120))


def found(path: Path) -> Embedded:
    format = recognise(path.read_bytes()[:HEAD], path.name)
    assert format is not None
    return embedded.find(str(path), format=format)


def test_a_thumbnail_of_the_same_picture_is_the_same(tmp_path: Path) -> None:
    result = found(with_thumbnail(photo(tmp_path / "a.jpg", image=scene(1)), small(scene(1))))
    assert (result.inside, result.source) == (Inside.SAME, "EXIF")
    assert result.picture is not None
    assert (result.picture.width, result.picture.height) == (160, 120)


def test_an_old_thumbnail_is_seen_to_show_another_picture(tmp_path: Path) -> None:
    assert found(with_thumbnail(photo(tmp_path / "a.jpg", image=scene(1)), small(scene(2)))).inside is Inside.OTHER


def test_a_thumbnail_is_turned_with_its_photo_before_they_are_compared(tmp_path: Path) -> None:
    lying = scene(1).transpose(Image.Transpose.ROTATE_90)  # shown turned by 90° clockwise (6) it stands again
    path = with_thumbnail(photo(tmp_path / "a.jpg", image=lying), lying.resize((120, 160)), orientation=6)
    result = found(path)
    assert result.inside is Inside.SAME
    assert result.picture is not None
    assert result.picture.width > result.picture.height


def test_a_mirrored_photo_with_its_old_thumbnail_is_said_to_be_turned_or_mirrored(tmp_path: Path) -> None:
    path = with_thumbnail(photo(tmp_path / "a.jpg", image=ImageOps.mirror(scene(1))), small(scene(1)))
    assert found(path).inside is Inside.TURNED


def test_a_squeezed_thumbnail_has_another_shape(tmp_path: Path) -> None:
    path = with_thumbnail(photo(tmp_path / "a.jpg", image=scene(1)), scene(1).resize((160, 90)))
    assert found(path).inside is Inside.RESHAPED


def test_black_bars_around_a_thumbnail_do_not_change_its_shape(tmp_path: Path) -> None:
    barred = Image.new("RGB", (160, 160))
    barred.paste(small(scene(1)), (0, 20))
    assert found(with_thumbnail(photo(tmp_path / "a.jpg", image=scene(1)), barred)).inside is Inside.SAME


def test_flat_pictures_are_not_said_to_be_the_same(tmp_path: Path) -> None:
    black = Image.new("RGB", (320, 240))
    assert found(with_thumbnail(photo(tmp_path / "a.jpg", image=black), small(black))).inside is Inside.UNCERTAIN


def test_a_picture_that_looks_the_same_turned_is_not_said_to_be_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    """As far apart as the hashes of a drawn blue square and its thumbnail are, in the eight positions."""
    bits = {0: 0, 20: (1 << 20) - 1, 14: (1 << 14) - 1}
    whole = [f"{bits[n]:016x}" for n in (0, 20, 20, 14, 20, 20, 20, 0)]
    hashes = iter(
        [SimpleNamespace(flat=False, variants=[f"{bits[14]:016x}"]), SimpleNamespace(flat=False, variants=whole)]
    )
    monkeypatch.setattr(embedded.hashing, "hashes", lambda _image: next(hashes))
    assert embedded.compare(scene(1), scene(1))[0] is Inside.UNCERTAIN


def test_a_photo_without_a_thumbnail_has_none(tmp_path: Path) -> None:
    assert found(photo(tmp_path / "a.jpg")).inside is Inside.NONE
    assert found(photo(tmp_path / "b.jpg", block=exif())).inside is Inside.NONE
    assert found(photo(tmp_path / "c.png")).inside is Inside.NONE


@pytest.mark.parametrize("content", [b"\xff\xd8" + bytes(400), b"GIF89a" + bytes(100), b"no picture"])
def test_a_thumbnail_that_can_not_be_decoded_is_told_from_none(tmp_path: Path, content: bytes) -> None:
    result = found(with_thumbnail(photo(tmp_path / "a.jpg"), content))
    assert result.inside is Inside.NOT_READ
    assert result.reason


def test_a_directory_that_lies_is_not_read(tmp_path: Path) -> None:
    path = with_thumbnail(photo(tmp_path / "a.jpg"), small(scene()))
    content = path.read_bytes()
    at = content.index((0x0201).to_bytes(2, "big") + b"\0\4") + 8
    path.write_bytes(content[:at] + b"\xff\xff\xff\xf0" + content[at + 4 :])
    assert found(path).inside is Inside.NOT_READ


def test_what_a_worker_says_of_it_is_checked() -> None:
    good = Embedded(inside=Inside.SAME, picture=Thumbnail(width=1, height=1, rgb=b"abc"), distance=3)
    assert check.embedded(good) == good
    for bad in (
        Embedded(inside=Inside.SAME, picture=Thumbnail(width=5000, height=1, rgb=bytes(15_000))),
        Embedded(inside=Inside.SAME, picture=Thumbnail(width=2, height=2, rgb=b"abc")),
        Embedded(inside=Inside.SAME, distance=65),
        Embedded(inside="same"),  # type: ignore[arg-type] # that is what is tested
    ):
        with pytest.raises(check.Implausible):
            check.embedded(bad)
