"""Two signatures: the same picture whatever was done to it, another photograph of the scene, or nothing."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from annotator.geometry import corners
from annotator.link import Relation
from annotator.media.features import signature
from annotator.signature import Features, Signature
from annotator.similarity.confirm import Confirmation, confirm
from annotator.similarity.matching import seen_again
from annotator.steps import Done, Step
from tests.makers import scene


def detailed(seed: int, width: int = 640, height: int = 480) -> Image.Image:
    """A scene of soft ground and many small things, different for every seed."""
    image = scene(seed, width, height)
    draw = ImageDraw.Draw(image)
    random = np.random.default_rng(seed + 1000)
    for _ in range(160):
        x, y, side = random.integers(0, width), random.integers(0, height), random.integers(6, 50)
        colour = tuple(int(value) for value in random.integers(0, 256, 3))
        (draw.rectangle if random.random() < 0.5 else draw.ellipse)((x, y, x + side, y + side), fill=colour)
    return image.filter(ImageFilter.GaussianBlur(1))


def seen(one: Image.Image, other: Image.Image) -> Confirmation | None:
    return confirm(signature(one), signature(other))


def sure(one: Image.Image, other: Image.Image) -> Confirmation:
    found = seen(one, other)
    assert found is not None
    assert found.relation.confirmed
    return found


def done(found: Confirmation) -> dict[Done, Step]:
    return {step.done: step for step in found.steps}


NONE = Features(
    points=np.zeros((0, 2), np.float32),
    sizes=np.zeros(0, np.float32),
    angles=np.zeros(0, np.float32),
    descriptors=np.zeros((0, 32), np.uint8),
)
WHOLE = detailed(1)
WIDTH, HEIGHT = WHOLE.size


def boxed(picture: Image.Image, box: tuple[int, int, int, int], fill: tuple[int, int, int]) -> Image.Image:
    out = picture.copy()
    ImageDraw.Draw(out).rectangle(box, fill=fill)
    return out


def in_perspective(picture: Image.Image, ground: tuple[int, int, int]) -> Image.Image:
    width, height = picture.size
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    to = np.array([[60, 50], [width - 40, 20], [width - 70, height - 30], [20, height - 60]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, to)
    return Image.fromarray(cv2.warpPerspective(np.asarray(picture), matrix, picture.size, borderValue=ground))


@pytest.mark.parametrize(
    "alter",
    [
        lambda picture: picture.resize((160, 120)),
        lambda picture: picture.convert("L").convert("RGB"),
        lambda picture: ImageEnhance.Contrast(picture).enhance(1.7),
        lambda picture: picture.filter(ImageFilter.GaussianBlur(2.5)),
        lambda picture: picture.filter(ImageFilter.UnsharpMask(3, 250, 0)),
        lambda picture: picture.resize((500, 480)),
    ],
    ids=["scaled", "grey", "contrast", "blurred", "sharpened", "stretched"],
)
def test_a_copy_that_shows_all_of_it_is_the_same_picture(alter: Callable[[Image.Image], Image.Image]) -> None:
    found = sure(WHOLE, alter(WHOLE))
    assert found.relation is Relation.SAME_PICTURE
    assert min(found.shared_a, found.shared_b) > 0.97
    assert np.array(found.matrix).reshape(3, 3) == pytest.approx(np.eye(3), abs=0.02)


@pytest.mark.parametrize(
    ("alter", "mirrored", "degrees"),
    [
        (ImageOps.mirror, True, None),
        (ImageOps.flip, True, 180),
        (lambda picture: picture.transpose(Image.Transpose.ROTATE_270), False, 90),
        (lambda picture: picture.rotate(180), False, 180),
        (lambda picture: picture.rotate(-10, Image.Resampling.BICUBIC, expand=True), False, 10),
    ],
    ids=["mirrored", "upside down", "90", "180", "10"],
)
def test_it_says_which_way_a_picture_was_turned(
    alter: Callable[[Image.Image], Image.Image], mirrored: bool, degrees: float | None
) -> None:
    found = sure(WHOLE, alter(WHOLE))
    assert found.mirrored == mirrored == (Done.MIRRORED in done(found))
    if degrees is None:
        assert Done.TURNED not in done(found)
    else:
        assert done(found)[Done.TURNED].value == pytest.approx(degrees, abs=0.5)


def test_a_crop_is_a_part_of_the_better_picture() -> None:
    found = sure(WHOLE, WHOLE.crop((160, 120, 480, 360)).resize((640, 480)))
    assert found.relation is Relation.CROPPED_FROM
    assert found.better == "a"
    assert done(found)[Done.CROPPED].value == pytest.approx(0.25, abs=0.02)
    back = sure(WHOLE.crop((160, 120, 480, 360)), WHOLE)
    assert back.relation is Relation.CONTAINS
    assert back.better == "b"
    assert back.steps == found.steps


def test_a_collage_contains_the_better_picture() -> None:
    collage = Image.new("RGB", (WIDTH * 2, HEIGHT * 2))
    for number, picture in enumerate((detailed(5), detailed(6), WHOLE, detailed(7))):
        collage.paste(picture, (number % 2 * WIDTH, number // 2 * HEIGHT))
    found = sure(WHOLE, collage)
    assert found.relation is Relation.CONTAINS
    assert found.better == "a"
    assert done(found)[Done.INSIDE].value == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize("turned_round", [False, True])
def test_a_small_picture_in_another_one_is_found_by_its_border(turned_round: bool) -> None:
    ground, small = detailed(5, 1600, 1200), ImageOps.mirror(WHOLE).resize((400, 300))
    ground.paste(small, (1000, 200))
    # As where what is around it has all the features.
    whole, other = signature(WHOLE), replace(signature(ground), plain=NONE, mirrored=NONE)
    assert confirm(whole, replace(other, parts=())) is None
    found = confirm(other, whole) if turned_round else confirm(whole, other)
    assert found is not None
    assert found.relation is (Relation.CROPPED_FROM if turned_round else Relation.CONTAINS)
    assert found.better == ("b" if turned_round else "a")
    share = pytest.approx(0.0625, abs=0.005)
    assert found.steps == (Step(done=Done.MIRRORED), Step(done=Done.INSIDE, value=share))
    assert (found.shared_a, found.shared_b)[not turned_round] == share
    matrix = np.array(found.matrix).reshape(3, 3)
    places = corners(matrix if turned_round else np.linalg.inv(matrix))
    assert np.abs(places - [(0.875, 1 / 6), (0.625, 1 / 6), (0.625, 5 / 12), (0.875, 5 / 12)]).max() < 0.01


def test_what_stands_around_pictures_on_a_screen_makes_no_copies_of_them() -> None:
    screens = []
    for seed, top in ((5, 90), (6, 90), (7, 130)):
        screen = Image.new("RGB", (600, 1300), (18, 18, 20))
        screen.paste(detailed(20, 600, 760), (0, top + 400))
        screen.paste(detailed(seed, 600, 400), (0, top))
        screens.append(signature(screen))
    assert all(screen.parts for screen in screens)
    for one, other in combinations(screens, 2):
        found = confirm(one, other)
        assert found is None or not found.relation.confirmed


def test_bars_and_the_side_that_they_are_on_are_told() -> None:
    found = sure(WHOLE, ImageOps.expand(WHOLE, (0, 0, 0, 120)))
    assert found.better == "a"
    assert done(found)[Done.BARS] == Step(done=Done.BARS, value=pytest.approx(0.2, abs=0.02), where="bottom")


def test_a_screen_seen_at_an_angle_is_told() -> None:
    found = sure(WHOLE, in_perspective(WHOLE, (12, 12, 14)))
    assert Done.PERSPECTIVE in done(found)
    assert found.better == "a"


def test_a_box_and_where_it_is_are_told() -> None:
    found = sure(WHOLE, boxed(WHOLE, (430, 20, 620, 160), (0, 0, 0)))
    assert found.relation is Relation.SAME_PICTURE
    assert found.better == "a"
    assert done(found)[Done.ADDED].where == "top right"
    assert done(found)[Done.ADDED].value == pytest.approx(0.09, abs=0.04)


def test_a_box_over_a_picture_that_is_mostly_of_one_tone_hides_no_copy() -> None:
    plain = Image.new("RGB", WHOLE.size, (60, 70, 90))
    plain.paste(WHOLE.crop((0, 0, 420, 330)), (110, 75))
    assert sure(plain, boxed(plain, (330, 60, 620, 240), (0, 0, 0)).resize((500, 375))).better == "a"


def test_text_across_a_box_hides_no_copy() -> None:
    lettered = boxed(WHOLE, (180, 120, 430, 330), (0, 0, 0))
    for x in range(20, 640, 40):
        for y in (180, 250):
            ImageDraw.Draw(lettered).line((x, y, x + 12, y + 28), (240, 240, 240), 6)
    assert sure(WHOLE, lettered).relation is Relation.SAME_PICTURE


def test_lost_colours_are_told() -> None:
    found = sure(WHOLE.convert("L").convert("RGB"), WHOLE)
    assert found.better == "b"
    assert Done.GREY in done(found)


def test_a_chain_is_told_step_by_step() -> None:
    altered = ImageOps.mirror(WHOLE).crop((60, 40, 620, 460))
    found = sure(WHOLE, boxed(altered, (10, 10, 150, 90), (250, 20, 20)))
    assert list(done(found)) == [Done.MIRRORED, Done.CROPPED, Done.ADDED]
    assert done(found)[Done.ADDED].where == "top left"


def test_either_way_round_says_the_same() -> None:
    for altered in (WHOLE.crop((0, 0, 500, 400)), ImageOps.mirror(WHOLE), ImageOps.expand(WHOLE, 60), detailed(3)):
        one, other = seen(WHOLE, altered), seen(altered, WHOLE)
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert one.score == other.score
            assert (one.shared_a, one.shared_b) == (other.shared_b, other.shared_a)
            there, back = (np.array(found.matrix).reshape(3, 3) for found in (one, other))
            product = there @ back
            assert product / product[2, 2] == pytest.approx(np.eye(3), abs=1e-6)


def test_different_pictures_are_nothing() -> None:
    signatures = [signature(detailed(seed)) for seed in range(20, 28)]
    for number, one in enumerate(signatures):
        assert [confirm(one, other) for other in signatures[:number]] == [None] * number


def test_a_logo_or_a_caption_bar_that_two_share_is_nothing() -> None:
    def branded(seed: int) -> Image.Image:
        out = detailed(seed)
        out.paste(detailed(99).crop((0, 0, 180, 130)), (450, 10))
        out.paste(detailed(98).crop((0, 0, 640, 70)), (0, 410))
        return out

    assert seen(branded(30), branded(31)) is None


def test_screens_of_one_program_with_other_photos_are_nothing() -> None:
    def screen(seed: int) -> Image.Image:
        out = Image.new("RGB", (540, 1000), (250, 250, 250))
        draw = ImageDraw.Draw(out)
        for row in range(5):
            draw.text((20, 20 + row * 30), f"channel {row} and what it says today", (20, 20, 20), font_size=20)
            draw.text((20, 800 + row * 34), f"{row} likes, comments and shares of it", (20, 20, 20), font_size=20)
        out.paste(detailed(seed, 540, 560), (0, 200))
        return out

    found = seen(screen(40), screen(41))
    assert found is None or not found.relation.confirmed


def test_fronts_with_the_same_windows_are_not_the_same_picture() -> None:
    def front(seed: int) -> Image.Image:
        random = np.random.default_rng(seed)
        wall = np.asarray(scene(seed, 640, 480), np.float64) * 0.2 + 150
        image = Image.fromarray((wall + random.normal(0, 4, wall.shape)).clip(0, 255).astype(np.uint8))
        draw = ImageDraw.Draw(image)
        for x in range(20 - 25 * seed, 640, 80):
            for y in range(20 - 17 * seed, 480, 90):
                draw.rectangle((x, y, x + 46, y + 62), fill=(60, 65, 75), outline=(240, 240, 235), width=5)
                draw.line((x + 23, y, x + 23, y + 62), fill=(240, 240, 235), width=4)
                draw.line((x, y + 24, x + 46, y + 24), fill=(240, 240, 235), width=4)
                if random.random() < 0.5:
                    draw.rectangle((x + 6, y + 4, x + 40, y + random.integers(20, 58)), fill=(200, 190, 170))
        return image

    for one, other in combinations([front(seed) for seed in range(5)], 2):
        found = seen(one, other)
        assert found is None or not found.relation.confirmed


def test_one_form_filled_in_differently_is_not_the_same_picture() -> None:
    def form(seed: int) -> Image.Image:
        random = np.random.default_rng(seed)
        out = Image.new("RGB", (700, 900), (252, 252, 248))
        draw = ImageDraw.Draw(out)
        draw.ellipse((40, 30, 140, 130), fill=(20, 60, 30))
        draw.text((180, 50), "DISTRICT COUNCIL", (20, 60, 30), font_size=46)
        for row in range(22):
            words = " ".join("".join(chr(97 + c) for c in random.integers(0, 26, 6)) for _ in range(7))
            draw.text((50, 180 + row * 32), words, (20, 20, 60), font_size=22)
        return out

    found = seen(form(1), form(2))
    assert found is None or not found.relation.confirmed


def test_two_views_of_one_scene_are_that_and_no_more() -> None:
    """Things at two distances, of which the nearer ones move the more when the camera does."""
    far, near = detailed(50, 900, 480), detailed(51, 900, 480)
    mask = Image.new("L", near.size)
    draw = ImageDraw.Draw(mask)
    for x, y in ((120, 60), (330, 260), (560, 80), (720, 280)):
        draw.rectangle((x, y, x + 120, y + 120), fill=255)

    def view(step: int) -> Image.Image:
        out = far.crop((60 + step, 0, 700 + step, 480))
        at = (60 + 3 * step, 0, 700 + 3 * step, 480)
        out.paste(near.crop(at), (0, 0), mask.crop(at))
        return out

    found = seen(view(0), view(14))
    assert found is not None
    assert found.relation is Relation.SAME_SCENE


def test_pictures_of_a_camera_that_pans_are_of_one_scene() -> None:
    wide = detailed(52, 1000, 480)
    found = seen(wide.crop((0, 0, 640, 480)), wide.crop((200, 0, 840, 480)))
    assert found is not None
    assert found.relation is Relation.SAME_SCENE


def test_moments_of_a_camera_held_by_hand_may_be_copies_and_no_more() -> None:
    wide = detailed(52, 656, 480)
    first = wide.crop((0, 0, 640, 480))
    assert sure(first, first.resize((636, 478))).relation is Relation.SAME_PICTURE
    assert sure(first, wide.crop((0, 0, 632, 480))).relation.confirmed  # cut at one side
    for moved in (4, 8):
        found = seen(first, wide.crop((moved, 0, 640 + moved, 480)))
        assert found is not None
        assert (found.relation, [step.done for step in found.steps]) == (Relation.POSSIBLE, [Done.SHIFTED])
        assert found.steps[0].value == pytest.approx(moved / 640, abs=0.001)


def test_parts_of_a_wall_seen_turned_and_at_an_angle_are_of_one_scene() -> None:
    wall, turn = detailed(60, 1200, 900), np.radians(40)
    around = np.array([(-300, -228), (300, -228), (250, 190), (-250, 190)])
    around = around @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]) + (660, 490)
    frame = np.array([(0, 0), (640, 0), (640, 480), (0, 480)], np.float32)
    view = cv2.getPerspectiveTransform(around.astype(np.float32), frame)
    turned = Image.fromarray(cv2.warpPerspective(np.asarray(wall), view, (640, 480)))
    found = seen(wall.crop((350, 260, 850, 640)).resize((640, 480)), turned)
    assert found is not None
    assert found.relation is Relation.SAME_SCENE


def test_points_are_seen_again_where_they_should_be_and_nowhere_else() -> None:
    copy = WHOLE.resize((320, 240)).filter(ImageFilter.GaussianBlur(0.7))
    known, asked = signature(WHOLE).plain, signature(copy).plain
    doubled = np.diag((480 / 320, 360 / 240, 1))
    aside = np.array([[1, 0, 9], [0, 1, -7], [0, 0, 1]]) @ doubled
    far = np.array([[1, 0, 90], [0, 1, 0], [0, 0, 1]]) @ doubled
    assert min(seen_again(known, asked, doubled), seen_again(known, asked, aside)) > 60
    assert max(seen_again(known, asked, far), seen_again(signature(detailed(2)).plain, asked, doubled)) < 5


def test_dark_flat_and_soft_pictures_are_never_confirmed() -> None:
    random = np.random.default_rng(3)

    def sky() -> Image.Image:
        down = np.linspace(90, 210, 360)[:, None] + random.normal(0, 3, (360, 480))
        return Image.fromarray(down.clip(0, 255).astype(np.uint8))

    dark = [Image.fromarray(random.normal(7, 4, (360, 480)).clip(0, 255).astype(np.uint8)) for _ in range(2)]
    for one, other in ((sky(), sky()), dark, (Image.new("RGB", (400, 300)), Image.new("RGB", (300, 400), "white"))):
        found = seen(one, other)
        assert found is None or not found.relation.confirmed


def test_degenerate_signatures_do_no_harm() -> None:
    real, pixel, line = signature(WHOLE), signature(Image.new("RGB", (1, 1))), signature(Image.new("L", (3000, 1), 9))
    heap = replace(real.plain, points=np.full_like(real.plain.points, 40.0))
    still = replace(real.plain, sizes=np.zeros_like(real.plain.sizes), angles=np.full_like(real.plain.angles, 1e30))
    odd = [pixel, line, *(replace(real, plain=one, mirrored=one) for one in (heap, NONE, still))]
    for one in odd:
        for other in (*odd, real):
            found = confirm(one, other)
            assert found is None or np.isfinite(found.matrix).all()


def test_a_picture_without_features_is_confirmed_by_its_pixels() -> None:
    def bare(picture: Image.Image) -> Signature:
        whole = signature(picture)
        return replace(whole, plain=NONE, mirrored=NONE)

    found = confirm(bare(WHOLE), bare(ImageOps.mirror(WHOLE).rotate(90, expand=True)))
    assert found is not None
    assert found.relation is Relation.SAME_PICTURE
    assert found.points == 0
    assert list(done(found)) == [Done.MIRRORED, Done.TURNED]
    assert confirm(bare(WHOLE), bare(detailed(60))) is None
