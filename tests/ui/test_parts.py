"""Covering and uncovering a part lets nothing through that was not to be seen."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Level
from annotator.region import Cover, Region, Shape
from tests.makers import photo
from tests.ui.conftest import red_stripes
from ui.jobs import JobRunner
from ui.library.thumbnails import Thumbnails
from ui.shield import parts
from ui.shield.shapes import path
from ui.shield.shield import ShieldLook, cover
from ui.viewer import pictures

BOX = Region(region=1, item=1, shape=Shape.BOX, points=((0.253, 0.257), (0.751, 0.749)), cover=Cover.COVERED)
CROSSED = replace(BOX, shape=Shape.POLYGON, points=((0.2, 0.2), (0.8, 0.8), (0.8, 0.2), (0.2, 0.8)))
SLANTED = replace(BOX, shape=Shape.POLYGON, points=((0.5, 0.103), (0.907, 0.497), (0.511, 0.9), (0.1, 0.51)))
_LOOP = ((0.2, 0.2), (0.8, 0.2), (0.8, 0.7), (0.3, 0.7), (0.3, 0.3), (0.7, 0.3), (0.7, 0.8), (0.2, 0.8))
LOOPED = replace(BOX, shape=Shape.POLYGON, points=_LOOP)


def secret(regions: list[Region], side: int) -> QImage:
    """Red wherever a pixel has anything of a region in it, green elsewhere."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    painter = QPainter(image)
    for region in regions:
        outline = QTransform.fromScale(side, side).map(path(region.shape, region.points))
        painter.fillPath(outline, QColor("red"))
        painter.strokePath(outline, QColor("red"))
    painter.end()
    return image


def red(image: QImage) -> int:
    colors = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(color.red() > color.green() + 12 for color in colors)


@pytest.mark.parametrize("region", [BOX, CROSSED, SLANTED, LOOPED])
@pytest.mark.parametrize("kind", [Cover.COVERED, Cover.REDACTED])
@pytest.mark.parametrize("side", [37, 200])
def test_a_covered_part_is_covered_to_the_last_pixel_of_its_edge(region: Region, kind: Cover, side: int) -> None:
    image = secret([region], side)
    assert red(image) > 0
    made = parts.covered(image, [replace(region, cover=kind)])
    assert red(made) == 0
    assert made.pixelColor(1, 1) == QColor("green")
    assert red(image) > 0, "the picture itself is left as it was"


def test_a_part_smaller_than_a_pixel_is_covered(qapp: object) -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    image.setPixelColor(25, 25, QColor("red"))
    speck = replace(BOX, points=((0.507, 0.507), (0.508, 0.508)))
    assert red(parts.covered(image, [speck])) == 0


def test_without_such_regions_nothing_is_copied() -> None:
    image = secret([BOX], 40)
    plain = replace(BOX, cover=Cover.NONE)
    assert parts.covered(image, [plain]) is image
    assert parts.uncovered(image, image, [plain]) is image


@pytest.mark.parametrize("region", [BOX, SLANTED])
def test_an_uncovered_part_shows_itself_and_nothing_beside_it(region: Region) -> None:
    side = 200
    outside = swapped(secret([region], side))
    covering = cover(outside)
    made = parts.uncovered(covering, outside, [replace(region, cover=Cover.UNCOVERED)])
    assert red(made) == 0, "the red lies outside of the part"
    assert made.pixelColor(100, 100) == outside.pixelColor(100, 100)
    assert made.size() == outside.size()


def swapped(image: QImage) -> QImage:
    """Red and green the other way round."""
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    for x in range(image.width()):
        for y in range(image.height()):
            there = image.pixelColor(x, y).red() > 0
            made.setPixelColor(x, y, QColor("green") if there else QColor("red"))
    return made


def test_what_is_covered_within_an_uncovered_part_stays_covered() -> None:
    inner = replace(BOX, points=((0.4, 0.4), (0.6, 0.6)))
    bared = replace(BOX, points=((0.1, 0.1), (0.9, 0.9)), cover=Cover.UNCOVERED)
    image = secret([inner], 100)
    made = parts.uncovered(cover(image), parts.covered(image, [inner, bared]), [inner, bared])
    assert red(made) == 0
    assert made.pixelColor(20, 20) == QColor("green")


@pytest.fixture
def striped(tmp_path: Path) -> Path:
    """A case with the stripes, which nobody says are graphic."""
    file = photo(tmp_path / "stripes.png", image=red_stripes())
    with Case.create(tmp_path / "case", actor="Rana") as case:
        list(case.import_files([file], workers=1))
        case.annotate([1], Change(warning=ContentWarning(level=Level.NONE)))
        case.regions.add(replace(BOX, region=0))
    return tmp_path / "case"


def test_the_picture_of_the_viewer_arrives_with_its_parts_covered(striped: Path) -> None:
    with Case.open(striped, actor="Rana") as case:
        ready = pictures.photo(1, 1024, ShieldLook())(case)
        assert ready.image.pixelColor(160, 120) == parts.COVERED
        assert {ready.image.pixelColor(x, 10).green() > 150 for x in range(0, 320, 16)} == {False}
        assert pictures.bare(1, None, 1024)(case).pixelColor(160, 120) != parts.COVERED
        case.regions.change(1, lambda region: replace(region, cover=Cover.NONE))
        ready = pictures.photo(1, 1024, ShieldLook())(case)
        assert ready.image.pixelColor(160, 120) != parts.COVERED


def test_small_pictures_follow_when_a_part_is_covered_or_shown(striped: Path, qtbot: QtBot) -> None:
    runner = JobRunner(striped, actor="Rana")
    thumbnails = Thumbnails(runner)
    try:
        with Case.open(striped, actor="Rana", read_only=True) as case:
            (item,) = case.items([1])

        def image(*, bare: bool) -> QImage:
            qtbot.waitUntil(lambda: thumbnails.image(item, bare=bare) is not None, timeout=10_000)
            found = thumbnails.image(item, bare=bare)
            assert found is not None
            return found

        def middle(*, bare: bool) -> QColor:
            small = image(bare=bare)
            return small.pixelColor(small.width() // 2, small.height() // 2)

        def change(kind: Cover) -> None:
            done: list[object] = []
            runner.change(lambda case: case.regions.change(1, lambda region: replace(region, cover=kind)), done.append)
            qtbot.waitUntil(lambda: bool(done), timeout=10_000)
            thumbnails.renew(done[0].items)  # type: ignore[attr-defined] # a Changed

        assert middle(bare=True) == parts.COVERED
        change(Cover.UNCOVERED)
        assert middle(bare=True) != parts.COVERED
        assert image(bare=False).width() == 320
        assert not image(bare=False).isGrayscale()
        change(Cover.REDACTED)
        assert image(bare=False).isGrayscale()
        assert middle(bare=True) == QColor("black")
    finally:
        runner.close()


def test_a_picture_that_was_being_read_when_a_part_was_covered_is_not_kept(striped: Path, qtbot: QtBot) -> None:
    runner = JobRunner(striped, actor="Rana")
    thumbnails = Thumbnails(runner)
    try:
        with Case.open(striped, actor="Rana", read_only=True) as case:
            (item,) = case.items([1])
        assert thumbnails.image(item, bare=True) is None
        arrived: list[int] = []
        thumbnails.renew({1})
        thumbnails.arrived.connect(arrived.append)
        qtbot.waitUntil(lambda: arrived == [1], timeout=10_000)
        assert thumbnails.image(item, bare=True) is None, "what was read before is forgotten"
        qtbot.waitUntil(lambda: thumbnails.image(item, bare=True) is not None, timeout=10_000)
    finally:
        runner.close()


def test_turning_a_view_turns_the_plate_with_it() -> None:
    side = 120
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    turned = QTransform().translate(side / 2, side / 2).rotate(90).scale(side, side).translate(-0.5, -0.5)
    painter = QPainter(image)
    parts.paint_plates(painter, [replace(BOX, points=((0.0, 0.0), (1.0, 0.25)))], turned)
    painter.end()
    assert turned.map(QPointF(0.5, 0.1)).x() > side * 0.75
    assert image.pixelColor(110, 60) == parts.COVERED
    assert image.pixelColor(20, 60) == QColor(Qt.GlobalColor.red)
