"""Two videos → the stretches that they share, by real decoders and clips of a scene in which much moves."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from annotator.analysis import Moment, Shared, Thumbnail
from annotator.media import shared, stills
from annotator.media.sniff import HEAD, recognise
from annotator.media.straight import moved
from annotator.signature import Signature
from annotator.similarity.confirm import confirm
from tests import makers

RATE = 10
SIZE = (320, 240)


def _walk(number: int, seed: int = 3) -> Image.Image:
    """A frame of footage: a view that wanders over a wide scene, and somebody who walks through it."""
    wide = _wide(seed)
    x, y = round(150 + 140 * np.sin(number / 17)), round(60 + 55 * np.sin(number / 9))
    pixels = wide[y : y + SIZE[1], x : x + SIZE[0]].copy()
    left = number * 7 % 280
    pixels[100:180, left : left + 30] = 255 - pixels[100:180, left : left + 30]
    return Image.fromarray(pixels)


_WIDE: dict[int, np.ndarray] = {}


def _wide(seed: int) -> np.ndarray:
    if seed not in _WIDE:
        dice = np.random.default_rng(seed)
        grain = Image.fromarray(dice.integers(0, 255, (45, 75, 3), dtype=np.uint8)).resize((620, 360))
        fine = dice.normal(0, 18, (120, 207, 1)).repeat(3, 0).repeat(3, 1)[:360, :620]
        _WIDE[seed] = (np.asarray(grain, float) + fine).clip(0, 255).astype(np.uint8)
    return _WIDE[seed]


def _clip(path: Path, images: Sequence[Image.Image], size: tuple[int, int] = SIZE) -> Path:
    return makers.video(path, images=[image.resize(size) for image in images], size=size, rate=RATE)


def _shared(a: Path, b: Path, *moments: tuple[float, float], seconds: tuple[float, float] = (10, 10)) -> Shared:
    formats = [recognise(path.read_bytes()[:HEAD], path.name) for path in (a, b)]
    seeds = tuple(Moment(a=x, b=y) for x, y in moments)
    return shared.compare(str(a), str(b), formats=(formats[0], formats[1]), seeds=seeds, seconds=seconds)


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _clip(tmp_path_factory.mktemp("walk") / "a.mp4", [_walk(number) for number in range(100)])


@pytest.mark.parametrize(
    ("alter", "mirrored"),
    [
        (ImageOps.mirror, True),
        (lambda image: image.crop((40, 20, 300, 215)), False),
    ],
    ids=["mirrored", "cropped"],
)
def test_an_excerpt_is_found_to_a_fifth_of_a_second_whatever_was_done_to_it(
    walk: Path, tmp_path: Path, alter, mirrored: bool
) -> None:
    images = [alter(_walk(number)) for number in range(31, 84)]
    found = _shared(walk, _clip(tmp_path / "b.mkv", images, (240, 180)), (4.0, 0.0))
    (stretch,) = found.stretches
    assert (stretch.a_start, stretch.a_end, stretch.b_start, stretch.b_end) == pytest.approx(
        (3.1, 8.4, 0, 5.3), abs=0.2
    )
    assert found.mirrored == mirrored


def test_what_was_cut_out_and_what_was_put_first_is_seen(walk: Path, tmp_path: Path) -> None:
    images = [_walk(number) for number in (*range(60, 95), *range(10, 45))]
    found = _shared(walk, _clip(tmp_path / "b.mp4", images), (6.0, 0.0), (1.0, 3.5))
    assert [(one.a_start, one.a_end) for one in found.stretches] == [
        pytest.approx((6.0, 9.5), abs=0.2),
        pytest.approx((1.0, 4.5), abs=0.2),
    ]


def test_another_speed_is_seen(walk: Path, tmp_path: Path) -> None:
    images = [_walk(round(number * 1.1)) for number in range(90)]
    (stretch,) = _shared(walk, _clip(tmp_path / "b.mp4", images), (0.0, 0.0)).stretches
    assert (stretch.a_end - stretch.a_start) / (stretch.b_end - stretch.b_start) == pytest.approx(1.1, abs=0.02)


def test_where_the_frames_that_look_alike_lead_nowhere_others_are_searched(walk: Path, tmp_path: Path) -> None:
    images = [*(_walk(number, seed=8) for number in range(20)), *(_walk(number) for number in range(40, 75))]
    (stretch,) = _shared(walk, _clip(tmp_path / "b.mp4", images), (0.0, 0.0)).stretches
    assert (stretch.a_start, stretch.b_start, stretch.b_end) == pytest.approx((4.0, 2.0, 5.5), abs=0.2)


def test_other_footage_after_the_same_cards_that_fade_and_are_cut_shares_no_stretch(tmp_path: Path) -> None:
    black, card, slate = Image.new("RGB", SIZE), _walk(0, seed=5), _walk(60, seed=5)
    fade = [Image.blend(black, card, share / 10) for share in range(10)]
    cards = [*[black] * 10, *fade, *[card] * 20, *[slate] * 15]
    clips = [
        _clip(tmp_path / f"{seed}.mp4", [*cards, *(_walk(number, seed) for number in range(30))]) for seed in (3, 8)
    ]
    found = _shared(clips[0], clips[1], (3.0, 3.0), (5.0, 5.0))
    assert found.stretches == ()


def _framed(number: int, seed: int, *, clip: int = 0) -> Image.Image:
    """A frame of footage with another clip in the midst of it."""
    picture = _walk(number, seed)
    inner = _walk(number, clip) if clip else picture
    picture.paste(inner.resize((200, 140)), (70, 55))
    return picture


def test_different_clips_in_a_channels_moving_frame_show_other_things_that_move(walk: Path, tmp_path: Path) -> None:
    clips = [
        _clip(tmp_path / f"{clip}.mp4", [_framed(number, 3, clip=clip) for number in range(50)]) for clip in (8, 11)
    ]
    with_logo = [_walk(number) for number in range(50)]
    for image in with_logo:
        image.paste((200, 30, 30), (20, 20, 110, 90))
    found = _shared(clips[0], clips[1], (2.0, 2.0), seconds=(5, 5))
    copy = _shared(walk, _clip(tmp_path / "logo.mp4", with_logo), (2.0, 2.0), seconds=(10, 5))
    assert (bool(found.stretches), found.apart >= 0.1) == (True, True)
    assert (bool(copy.stretches), copy.apart) == (True, 0.0)


def test_of_a_scene_in_which_nothing_moves_no_time_is_told(tmp_path: Path) -> None:
    clips = [_clip(tmp_path / f"{length}.mp4", [_walk(7)] * length) for length in (50, 30)]
    found = _shared(clips[0], clips[1], (0.0, 0.0))
    assert found.stretches == ()
    assert found.unmoving == pytest.approx(3.0, abs=0.3)


def test_of_long_videos_parts_are_looked_at_and_followed_to_their_ends(
    walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "_WHOLE", 3.0)
    monkeypatch.setattr(shared, "_ABOUT", 1.0)
    images = [*(_walk(number, seed=8) for number in range(15)), *(_walk(number) for number in range(12, 93))]
    (stretch,) = _shared(walk, _clip(tmp_path / "b.mp4", images), (5.2, 5.5), seconds=(10.0, 9.6)).stretches
    assert (stretch.a_start, stretch.a_end, stretch.b_start, stretch.b_end) == pytest.approx(
        (1.2, 9.3, 1.5, 9.6), abs=0.2
    )


def test_a_still_is_found_at_its_very_frame_though_it_was_cropped_and_other_frames_look_like_it(walk: Path) -> None:
    still = _walk(47).crop((20, 10, 300, 220))
    found = stills.find(
        Thumbnail(width=still.width, height=still.height, rgb=still.tobytes()),
        str(walk),
        format=recognise(walk.read_bytes()[:HEAD], walk.name),
        times=(2.9,),
    )
    assert found is not None
    assert found.time == pytest.approx(4.7, abs=0.05)
    told = confirm(Signature.from_bytes(found.signature), Signature.from_bytes(found.still))
    assert told is not None
    assert told.relation.confirmed


def test_where_the_camera_turns_the_very_frames_of_one_moment_are_taken(tmp_path: Path) -> None:
    images = [_walk(5) for _ in range(20)]
    for number, image in enumerate(images):
        image.paste(0, (100 + 4 * number, 100, 120 + 4 * number, 140))  # somebody walks by
    images = [image.rotate(2.5 * number).crop((60, 45, 260, 195)) for number, image in enumerate(images)]
    paths = [
        makers.video(tmp_path / f"{first}.mp4", images=images[first:], size=(200, 150), rate=30) for first in (0, 1)
    ]
    formats = [recognise(path.read_bytes()[:HEAD], path.name) for path in paths]
    one = np.radians(-2.5)  # as a frame lies on the next one
    to_pixels = np.array([[200, 0, -100], [0, 150, -75], [0, 0, 1]])
    turn = np.array([[np.cos(one), np.sin(one), 0], [-np.sin(one), np.cos(one), 0], [0, 0, 1]])
    matrix = np.linalg.inv(to_pixels) @ turn @ to_pixels
    found = stills.beside(
        (str(paths[0]), str(paths[1])), formats=(formats[0], formats[1]), moment=Moment(a=0.3, b=0.3),
        matrix=tuple(float(value) for value in matrix.ravel()),
    )  # fmt: skip
    assert found is not None
    told = confirm(Signature.from_bytes(found.still), Signature.from_bytes(found.signature))
    assert told is not None
    assert told.relation.confirmed
    assert told.steps == ()


def test_the_points_of_a_crop_are_followed_though_nothing_lies_beyond_it() -> None:
    whole = np.asarray(_walk(5).convert("L")) // 8 + 130  # hazy, next to the black beyond
    crop = np.ascontiguousarray(whole[24:216, 32:288])
    found = moved(whole, crop, (0.83, 0, 0.09, 0, 0.83, 0.085, 0, 0, 1))
    assert found == pytest.approx((0.8, 0, 0.1, 0, 0.8, 0.1, 0, 0, 1), abs=0.005)
