"""How one picture lies on another: crops, mirrored, turned and captioned copies, and strangers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from annotator.analysis import Alignment, LaidOver, Thumbnail
from annotator.case import Case
from annotator.engine import check
from annotator.errors import NotCompared, SampledFrame
from annotator.media.align import align, lay_over
from annotator.model import Filter, Verdict
from tests.makers import photo, scene, video


def detailed(seed: int) -> Image.Image:
    """A scene with enough corners to find again, different for every seed."""
    image = scene(seed, 480, 360)
    draw = ImageDraw.Draw(image)
    random = np.random.default_rng(seed + 1000)
    for _ in range(150):
        x, y, side = random.integers(0, 460), random.integers(0, 340), random.integers(4, 40)
        color = tuple(int(value) for value in random.integers(0, 256, 3))
        (draw.rectangle if random.random() < 0.5 else draw.ellipse)((x, y, x + side, y + side), fill=color)
    return image


def bare(image: Image.Image) -> Thumbnail:
    image = image.convert("RGB")
    return Thumbnail(width=image.width, height=image.height, rgb=image.tobytes())


def where(alignment: Alignment, x: float, y: float) -> tuple[float, float]:
    """Where a point of b lies on a, in fractions."""
    u, v, w = np.array(alignment.matrix).reshape(3, 3) @ (x, y, 1)
    return float(u / w), float(v / w)


def mean(picture: Thumbnail, box: tuple[int, int, int, int]) -> float:
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    return float(np.asarray(image.crop(box)).mean())


WHOLE = detailed(1)
CROP = WHOLE.crop((120, 90, 360, 270))


def test_a_crop_is_found_where_it_was_cut_out() -> None:
    found = align(bare(WHOLE), bare(CROP.resize((720, 540), Image.Resampling.BICUBIC)))
    assert found.found
    assert not found.mirrored
    assert where(found, 0, 0) == pytest.approx((0.25, 0.25), abs=0.005)
    assert where(found, 1, 1) == pytest.approx((0.75, 0.75), abs=0.005)
    assert found.shared_a == pytest.approx(0.25, abs=0.02)
    assert found.shared_b == pytest.approx(1, abs=0.03)
    assert found.agreement > 0.97


@pytest.mark.parametrize(
    ("change", "mirrored", "corner"),
    [
        (ImageOps.mirror, True, (1, 0)),
        (lambda image: image.rotate(90, expand=True), False, (1, 0)),
        (lambda image: ImageOps.flip(image).resize((240, 360)), True, (0, 1)),
    ],
    ids=["mirrored", "turned", "upside down and squeezed"],
)
def test_mirrored_and_turned_copies_are_aligned(change: object, mirrored: bool, corner: tuple[int, int]) -> None:
    assert callable(change)
    found = align(bare(WHOLE), bare(change(WHOLE)))
    assert found.found
    assert found.mirrored is mirrored
    assert where(found, 0, 0) == pytest.approx(corner, abs=0.01)
    assert found.shared_a == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("size", [(1, 1), (480, 360)])
def test_what_has_no_detail_is_not_aligned(size: tuple[int, int]) -> None:
    black = bare(Image.new("RGB", size))
    assert align(bare(WHOLE), black) == align(black, black) == Alignment(found=False)


def test_different_pictures_are_not_aligned() -> None:
    for seed in (2, 3, 4):
        assert not align(bare(WHOLE), bare(detailed(seed))).found


def test_the_difference_shows_what_was_written_over_the_picture_and_nothing_else() -> None:
    captioned = ImageOps.mirror(WHOLE)
    ImageDraw.Draw(captioned).rectangle((0, 300, 480, 360), fill="white")
    over = lay_over(bare(WHOLE), bare(captioned), align(bare(WHOLE), bare(captioned)).matrix)
    assert mean(over.difference, (10, 310, 470, 350)) > 60
    assert mean(over.difference, (10, 10, 470, 290)) < 8
    assert mean(over.b, (10, 10, 470, 290)) == pytest.approx(mean(over.a, (10, 10, 470, 290)), abs=2)


def test_levelling_takes_brightness_out_of_the_difference() -> None:
    darker = WHOLE.point(lambda value: int(value * 0.6))
    over = lay_over(bare(WHOLE), bare(darker), align(bare(WHOLE), bare(darker)).matrix)
    assert mean(over.difference, (10, 10, 470, 350)) > 30
    assert mean(over.levelled, (10, 10, 470, 350)) < 5


def test_where_a_crop_does_not_reach_nothing_is_compared() -> None:
    over = lay_over(bare(WHOLE), bare(CROP), align(bare(WHOLE), bare(CROP)).matrix)
    assert mean(over.b, (0, 0, 100, 360)) == mean(over.difference, (0, 0, 100, 360)) == 0


HONEST = Alignment(
    found=True, matrix=(0.5, 0, 0.25, 0, 0.5, 0.25, 0, 0, 1), points=80, agreement=0.9, shared_a=0.25, shared_b=1.0
)


def test_an_honest_alignment_passes() -> None:
    assert check.alignment(HONEST) is HONEST


@pytest.mark.parametrize(
    "lie",
    [
        None,
        replace(HONEST, found=1),
        replace(HONEST, matrix=()),
        replace(HONEST, matrix=(float("nan"),) * 9),
        replace(HONEST, matrix=(0.0,) * 9),
        replace(HONEST, matrix=(1e300, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)),
        replace(HONEST, matrix=(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, -2.0, 0.0, 1.0)),
        replace(HONEST, mirrored=True),
        replace(HONEST, points=-1),
        replace(HONEST, agreement=1.5),
        replace(HONEST, shared_a=float("inf")),
    ],
)
def test_an_impossible_alignment_is_refused(lie: object) -> None:
    with pytest.raises(check.Implausible):
        check.alignment(lie)


def test_pictures_laid_over_each_other_must_be_of_one_size() -> None:
    small, large = bare(Image.new("RGB", (2, 2))), bare(Image.new("RGB", (3, 2)))
    with pytest.raises(check.Implausible):
        check.laid_over(LaidOver(a=small, b=large, difference=small, levelled=small), most=100)


def test_a_case_aligns_its_items_in_a_worker(tmp_path: Path) -> None:
    files = [
        photo(tmp_path / "1.jpg", image=WHOLE, quality=90),
        photo(tmp_path / "2.png", image=CROP),
        photo(tmp_path / "3.png", image=WHOLE.resize((240, 180))),
        video(tmp_path / "4.mp4", images=[detailed(5), WHOLE], size=(480, 360), rate=1, frames=2),
        tmp_path / "5.jpg",
    ]
    files[4].write_bytes(files[0].read_bytes()[:200])
    with Case.create(tmp_path / "case", title="t", actor="Rana") as case:
        list(case.import_files(files, workers=1))
        row = {item.name: item.item for item in case.items(case.find(Filter()))}
        whole, crop, clip = row["1.jpg"], row["2.png"], row["4.mp4"]
        found = case.align(whole, crop)
        assert found.found
        assert found.shared_a == pytest.approx(0.25, abs=0.02)
        over = case.lay_over(whole, crop, found, 200)
        assert max(over.a.width, over.a.height) == 200
        assert not case.align(whole, clip).found
        assert case.align(whole, clip, at=(0.0, 1.0)).found
        with pytest.raises(NotCompared):
            case.align(whole, row["5.jpg"])
        frame = case.frames(clip)[0].item
        with pytest.raises(SampledFrame):
            case.judge(whole, frame, Verdict.SAME)
        waiting = case.undecided()
        assert sum(waiting.counts.values()) == len(waiting.links) > 0
        assert case.link(whole, row["3.png"]) in waiting.links
        assert not case.undecided(of=row["5.jpg"]).links
