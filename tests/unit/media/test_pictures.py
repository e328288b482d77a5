"""Photos come out upright, in RGB, scaled, and damaged ones as far as they go."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from annotator.analysis import NotDecoded
from annotator.media import pictures
from annotator.media.pictures import render
from tests import makers
from tests.unit.media.helpers import analysed, codes, distance, format_of, image_of

UNDO = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif", ".avif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_shows_the_same_picture(tmp_path: Path, suffix: str, orientation: int) -> None:
    upright = makers.scene(2, 400, 300)
    undo = UNDO[orientation]
    stored = upright if undo is None else upright.transpose(undo)
    path = makers.photo(tmp_path / f"a{suffix}", image=stored, block=makers.exif(orientation=orientation))
    found = analysed(path)
    assert (found.width, found.height) == (400, 300)
    assert found.hashes is not None
    plain = analysed(makers.photo(tmp_path / f"b{suffix}", image=upright))
    assert plain.hashes is not None
    assert distance(found.hashes.variants[0], plain.hashes.variants[0]) <= 2


@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (6, 3), (3, 2), (8, 1)])
def test_heic_is_turned_by_its_own_rotation_and_not_a_second_time_by_exif(
    tmp_path: Path, orientation: int, turns: int
) -> None:
    upright = makers.scene(2, 320, 240)
    undo = UNDO[orientation]
    stored = upright if undo is None else upright.transpose(undo)
    path = makers.heic(tmp_path / "a.heic", image=stored, block=makers.exif(orientation=orientation), turns=turns)
    found = analysed(path)
    assert (found.width, found.height, found.orientation, found.failure) == (320, 240, orientation, None)
    plain = analysed(makers.photo(tmp_path / "b.png", image=upright))
    assert found.hashes is not None
    assert plain.hashes is not None
    assert distance(found.hashes.variants[0], plain.hashes.variants[0]) <= 4


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_colour_mode_becomes_rgb_and_keeps_its_hash(tmp_path: Path, mode: str) -> None:
    image = makers.scene(4, 800, 600)
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    if mode == "I;16":
        Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 257).save(path)
    else:
        image.convert(mode).save(path)
    found = analysed(path)
    assert found.failure is None
    assert found.hashes is not None
    plain = analysed(makers.photo(tmp_path / "plain.png", image=image)).hashes
    assert plain is not None
    assert distance(found.hashes.variants[0], plain.variants[0]) <= 8


def test_what_is_transparent_lies_over_neutral_grey(tmp_path: Path) -> None:
    path = makers.photo(tmp_path / "a.png", image=Image.new("RGBA", (50, 50), (255, 0, 0, 0)))
    assert image_of(analysed(path).thumbnail).getpixel((25, 25)) == (128, 128, 128)


def test_thumbnails_are_at_most_320_pixels_a_side_and_small_pictures_stay_as_they_are(tmp_path: Path) -> None:
    assert image_of(analysed(makers.photo(tmp_path / "a.jpg", image=makers.scene(1, 1000, 500))).thumbnail).size == (
        320,
        160,
    )
    assert image_of(analysed(makers.photo(tmp_path / "b.png", image=makers.scene(1, 60, 40))).thumbnail).size == (
        60,
        40,
    )


def test_jpegs_are_decoded_at_a_fraction_of_their_size(tmp_path: Path) -> None:
    path = makers.photo(tmp_path / "a.jpg", image=makers.scene(1, 2600, 2600))
    picture = pictures.open_picture(pictures.load(str(path)), format_of(path), orientation=None)
    assert (picture.width, picture.height) == (2600, 2600)
    assert picture.image.size == (325, 325)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".jxl"])
def test_a_photo_is_rendered_upright_at_the_size_asked_for(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    image = makers.scene(1, 900, 600)
    makers.jpeg_xl(path, image=image) if suffix == ".jxl" else makers.photo(path, image=image)
    for longest, size in ((300, (300, 200)), (700, (700, 467)), (5000, (900, 600))):
        assert image_of(render(str(path), format=format_of(path), longest=longest)).size == size


def test_rendering_turns_a_photo_upright(tmp_path: Path) -> None:
    upright = makers.scene(2, 300, 200)
    path = makers.photo(
        tmp_path / "a.jpg", image=upright.transpose(Image.Transpose.ROTATE_90), block=makers.exif(orientation=6)
    )
    shown = image_of(render(str(path), format=format_of(path), longest=1000))
    difference = np.asarray(shown).astype(int) - np.asarray(upright).astype(int)
    assert shown.size == upright.size
    assert np.abs(difference).mean() < 8


def test_rendering_what_can_not_be_read_raises_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0nothing")
    with pytest.raises(NotDecoded, match=r"."):
        render(str(path), format=format_of(path), longest=100)


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_a_truncated_photo_is_shown_as_far_as_it_goes(tmp_path: Path, suffix: str) -> None:
    path = makers.truncated(makers.photo(tmp_path / f"a{suffix}", image=makers.scene(1, 640, 480)))
    found = analysed(path)
    assert found.failure is None
    assert "truncated" in codes(found)
    top = image_of(found.thumbnail).crop((0, 0, 320, 40))
    assert (
        np.abs(
            np.asarray(top).astype(int) - np.asarray(makers.scene(1, 640, 480).resize((320, 240)).crop((0, 0, 320, 40)))
        ).mean()
        < 12
    )


def test_a_small_file_that_says_it_is_huge_is_not_decoded(tmp_path: Path) -> None:
    found = analysed(makers.png_bomb(tmp_path / "a.png"))
    assert found.failure is not None
    assert found.failure.code == "too-big"
    assert found.thumbnail is None


def test_a_photo_of_too_many_bytes_is_not_opened(tmp_path: Path) -> None:
    path = makers.photo(tmp_path / "a.tif")
    with path.open("r+b") as file:
        file.truncate(600 << 20)
    found = analysed(path)
    assert found.failure is not None
    assert (found.failure.code, found.thumbnail) == ("too-big", None)


def test_a_png_whose_data_are_damaged_is_a_finding_or_a_failure_but_never_an_error(tmp_path: Path) -> None:
    content = bytearray(makers.photo(tmp_path / "a.png").read_bytes())
    for at in range(60, len(content), 997):
        content[at] ^= 0xFF
    path = tmp_path / "b.png"
    path.write_bytes(content)
    found = analysed(path)
    assert found.failure is not None or "damaged" in codes(found)


def test_the_first_picture_of_an_animation_stands_for_it(tmp_path: Path) -> None:
    frames = [makers.scene(seed) for seed in range(3)]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    first = analysed(tmp_path / "a.gif").hashes
    plain = analysed(makers.photo(tmp_path / "b.png", image=frames[0])).hashes
    assert first is not None
    assert plain is not None
    assert distance(first.variants[0], plain.variants[0]) <= 4


def test_pillow_is_strict_again_after_a_damaged_picture(tmp_path: Path) -> None:
    from PIL import ImageFile

    analysed(makers.truncated(makers.photo(tmp_path / "a.jpg")))
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_a_mirrored_copy_has_the_hash_of_the_mirrored_position(tmp_path: Path) -> None:
    image = makers.scene(6, 640, 480)
    one = analysed(makers.photo(tmp_path / "a.jpg", image=image)).hashes
    other = analysed(makers.photo(tmp_path / "b.jpg", image=ImageOps.mirror(image), quality=60)).hashes
    assert one is not None
    assert other is not None
    assert distance(one.variants[4], other.variants[0]) <= 4
