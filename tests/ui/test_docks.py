"""Map and timeline: fed by what is listed, selecting there selects in the grid, and neither shows a picture."""

from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.columns import Clock, Times
from annotator.model import Change, Filter
from annotator.places import gather
from annotator.places.gazetteer import SHIPPED
from tests.maps import mbtiles, raster
from tests.synthetic import make_case
from tests.ui.conftest import choose, settle, write
from ui.main_window import MainWindow
from ui.map.panel import MapPanel
from ui.settings import MAP_FILE
from ui.timeline.axis import Axis
from ui.timeline.moments import Moments
from ui.timeline.panel import TimelinePanel

NAMES = "name,latitude,longitude,name_ar\nDabiq,36.5371,37.2666,دابق\nManbij,36.5281,37.9549,منبج\n"


@pytest.fixture
def with_names(own_home: Path, tmp_path: Path) -> None:
    """A gazetteer of two places where the shipped one would be made."""
    (tmp_path / "names.csv").write_text(NAMES)
    folder = own_home / "data" / "evidence-annotator" / "gazetteers"
    gather.gather_file(str(tmp_path / "names.csv"), str(folder), SHIPPED.removesuffix(".sqlite"))


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred items of 2016, two of them with a place that a person gave."""
    path = make_case(tmp_path_factory.mktemp("placed") / "case", 300)
    with Case.open(path, actor="Rana") as case:
        case.add_place("Dabiq", latitude=36.5371, longitude=37.2666)
        case.annotate([1, 2], Change(add_places=("Dabiq",)))
    return path


@pytest.fixture
def open_placed(
    with_names: None, open_window: Callable[[Path | None], MainWindow], placed: Path, qtbot: QtBot
) -> MainWindow:
    window = open_window(placed)
    window.resize(1280, 720)
    assert window.desk is not None
    qtbot.waitUntil(lambda: window.desk.model.item_at(0) is not None)
    window.desk.grid.setFocus()
    return window


@pytest.fixture
def map_panel(open_placed: MainWindow, qtbot: QtBot) -> MapPanel:
    QTest.keyClick(open_placed.desk.grid, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: open_placed.docks.map is not None)
    panel = open_placed.docks.map
    assert panel is not None
    qtbot.waitUntil(lambda: panel.canvas.marks.total > 0 and panel.canvas.ground is not None)
    return panel


@pytest.fixture
def timeline(open_placed: MainWindow, qtbot: QtBot) -> TimelinePanel:
    QTest.keyClick(open_placed.desk.grid, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: open_placed.docks.timeline is not None)
    panel = open_placed.docks.timeline
    assert panel is not None
    qtbot.waitUntil(lambda: panel.canvas.moments is not None)
    return panel


def test_the_map_says_how_many_have_a_position(map_panel: MapPanel, open_placed: MainWindow) -> None:
    found = open_placed.desk.model.ids
    assert "of 300 items have a position" in map_panel.canvas.accessibleDescription()
    assert map_panel.canvas.marks.total < len(found)
    assert map_panel.canvas.hasFocus()
    assert map_panel.canvas.accessibleName()


def test_what_a_person_says_looks_different_without_colours(map_panel: MapPanel) -> None:
    canvas = map_panel.canvas
    canvas.labels.places = ()
    image = canvas.grab().toImage()
    found = canvas.marks.gathered(canvas.view)
    assert found is not None
    darkness = {}
    for mark, middle, half in canvas.marks.in_view(canvas.view):
        inside = QPointF(0, half * 0.75)  # below the count, within either shape
        color = image.pixelColor((middle + inside).toPoint())
        darkness[bool(found.reviewed[mark])] = color.lightness()
    assert darkness[True] > 120  # filled
    assert darkness[False] < 60  # hollow


def test_choosing_a_mark_selects_its_items_in_the_grid(
    map_panel: MapPanel, open_placed: MainWindow, qtbot: QtBot
) -> None:
    canvas, desk = map_panel.canvas, open_placed.desk
    found = canvas.marks.gathered(canvas.view)
    assert found is not None
    (mark,) = [i for i in range(len(found.counts)) if found.reviewed[i]]
    at = next(middle for i, middle, _ in canvas.marks.in_view(canvas.view) if i == mark)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert list(desk.grid.selection()) == [1, 2]
    qtbot.waitUntil(lambda: "Dabiq" in map_panel._here.toolTip())
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert len(desk.grid.selection()) > 0
    assert canvas.about_mark
    chosen = set(desk.grid.selection())
    for _ in range(4):  # marks are gathered anew at each zoom, and have other numbers
        QTest.keyClick(canvas, Qt.Key.Key_Plus)
        gathered, gone_to = canvas.marks.gathered(canvas.view), canvas.at_mark
        assert gathered is not None
        assert gone_to is not None
        assert set(gathered.items_of(gone_to)) & chosen
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.viewing)


def test_a_rubber_band_selects_all_that_lies_within(map_panel: MapPanel, open_placed: MainWindow) -> None:
    canvas = map_panel.canvas
    shift = Qt.KeyboardModifier.ShiftModifier
    end = QPoint(canvas.width() - 2, canvas.height() - 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, shift, QPoint(1, 1))
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, shift, end)
    with_position = {1, 2} | {item.item for item in _items(open_placed) if item.latitude is not None}
    assert set(open_placed.desk.grid.selection()) == with_position


def _items(window: MainWindow) -> list[object]:
    with Case.open(window.desk.runner.path, actor="Rana", read_only=True) as case:
        return list(case.items(window.desk.model.ids))


def test_the_map_is_fed_by_the_filter_and_can_set_it(
    map_panel: MapPanel, open_placed: MainWindow, qtbot: QtBot
) -> None:
    desk, canvas = open_placed.desk, map_panel.canvas
    desk.filters.apply(Filter(place=("Dabiq",)))
    qtbot.waitUntil(lambda: "of 2 items" in canvas.accessibleDescription())
    desk.filters.apply(Filter())
    qtbot.waitUntil(lambda: "of 300 items" in canvas.accessibleDescription())
    map_panel._only.click()
    near = desk.filters.wanted().near
    assert near is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) < 300)
    map_panel._only.click()
    qtbot.waitUntil(lambda: len(desk.model.ids) == 300)


def test_keys_move_the_map(map_panel: MapPanel) -> None:
    canvas = map_panel.canvas
    before = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.x > before.x
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.zoom == before.zoom + 0.5
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.view == before


def test_zooming_keeps_what_is_under_the_cursor(map_panel: MapPanel) -> None:
    view, at = map_panel.canvas.view, QPointF(30, 40)
    nearer = view.zoomed(3, at)
    assert nearer.degrees(at) == pytest.approx(view.degrees(at))
    assert replace(nearer, zoom=view.zoom) != view


def test_no_trace_of_a_covered_picture_is_on_map_or_timeline(window: MainWindow, qtbot: QtBot) -> None:
    """The stripes have a place, are selected and current, and the shield is held open."""
    number = choose(window, "stripes")
    desk = window.desk

    def give(case: Case, _numbers: object) -> object:
        case.add_place("Hass", latitude=35.5776, longitude=36.5262)
        return case.annotate([number], Change(add_places=("Hass",)))

    desk.runner.change(lambda case: give(case, ()), desk.changed)
    settle(window, qtbot)
    for name in ("map", "timeline"):
        window.docks.toggle(name)
    qtbot.waitUntil(lambda: window.docks.map is not None and window.docks.map.canvas.marks.total == 1)
    window.shield.look()
    for panel in (window.docks.map, window.docks.timeline):
        image = panel.grab().toImage()
        seen = {image.pixel(x, y) & 0xFFFFFF for x in range(image.width()) for y in range(0, image.height(), 3)}
        assert not seen & {0xFF0000, 0x00C800}
    window.shield.cover()


def test_a_map_file_lies_under_the_items_and_is_remembered(
    map_panel: MapPanel, open_placed: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    said = {"name": "Red", "minzoom": 0, "maxzoom": 0}
    path = mbtiles(tmp_path / "red.mbtiles", {(0, 0, 0): raster((200, 10, 10))}, said)
    map_panel.lay(path)
    qtbot.waitUntil(lambda: _share(map_panel, (200, 10, 10)) > 0.2, timeout=20_000)  # a worker starts
    assert "Red" in map_panel._credit.toolTip()
    open_placed.docks.toggle("map")
    open_placed.close_case()
    open_placed.open_case(placed_path := map_panel._desk.runner.path)
    qtbot.waitUntil(lambda: open_placed.desk is not None, timeout=10_000)
    assert placed_path == open_placed.desk.runner.path
    open_placed.docks.toggle("map")
    qtbot.waitUntil(lambda: _share(open_placed.docks.map, (200, 10, 10)) > 0.2, timeout=20_000)


def _share(panel: MapPanel, color: tuple[int, int, int]) -> float:
    image = panel.canvas.grab().toImage()
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    found = [image.pixelColor(x, y).getRgb()[:3] for x, y in points]
    return found.count(color) / len(found)


def test_a_damaged_map_file_is_told_in_one_sentence_and_the_map_stays(
    map_panel: MapPanel, open_placed: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.pmtiles").write_bytes(b"PMTiles\x03" + b"\xff" * 200)
    errors: list[BaseException] = []
    map_panel.failed.connect(errors.append)
    map_panel.lay(tmp_path / "bad.pmtiles")
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert "bad.pmtiles" in str(errors[0])
    map_panel.lay(tmp_path / "gone.mbtiles")
    qtbot.waitUntil(lambda: len(errors) == 2)
    assert not map_panel.sheet.covers
    map_panel.lay(mbtiles(tmp_path / "tile.mbtiles", {(0, 0, 0): b"\x1f\x8bnothing"}, {"name": "Red", "format": "pbf"}))
    qtbot.waitUntil(lambda: len(errors) == 3, timeout=20_000)  # what it says of itself can be read, its tiles can't
    assert "Red" not in map_panel._credit.toolTip()
    assert map_panel._lay.text() == "Map file…"
    assert map_panel._settings.get(MAP_FILE) == ""


# --- the timeline


def test_choosing_a_bar_selects_its_items(timeline: TimelinePanel, open_placed: MainWindow, qtbot: QtBot) -> None:
    canvas, desk = timeline.canvas, open_placed.desk
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    first = list(desk.grid.selection())
    assert first
    QTest.keyClick(canvas, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk.grid.selection()) > len(first)
    times = {item.item: item.captured_at for item in _items(open_placed)}
    inside = [item for item, at in times.items() if at < max(times[item] for item in desk.grid.selection())]
    assert set(inside) <= set(desk.grid.selection())


def test_a_span_sets_the_filter_and_takes_it_back(
    timeline: TimelinePanel, open_placed: MainWindow, qtbot: QtBot
) -> None:
    desk, canvas = open_placed.desk, timeline.canvas
    july, august = 1467331200, 1470009600
    canvas.choose(july, august)
    chosen = set(desk.grid.selection())
    timeline._only.click()
    wanted = desk.filters.wanted()
    assert (wanted.since, wanted.until) == ("2016-07-01", "2016-07-31")
    qtbot.waitUntil(lambda: set(desk.model.ids) == chosen)
    timeline._only.click()
    qtbot.waitUntil(lambda: len(desk.model.ids) == 300)
    canvas.choose(july, august)
    assert timeline._about.accessibleName()
    desk.select([next(number for number in desk.model.ids if number not in chosen)])
    qtbot.waitUntil(lambda: canvas.span is None and not timeline._about.accessibleName())  # other items are selected


def test_the_timeline_says_what_it_does_not_know(timeline: TimelinePanel) -> None:
    assert "the time zone is not known of 300" in timeline.canvas.accessibleDescription()


def test_docks_close_with_their_case_and_go_with_their_keys(open_placed: MainWindow, map_panel: MapPanel) -> None:
    QTest.keyClick(map_panel.canvas, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not map_panel.isVisible()
    assert open_placed.desk.grid.hasFocus()
    open_placed.docks.toggle("map")
    open_placed.close_case()
    assert open_placed.docks.map is None
    assert not open_placed.docks._docks["map"].isVisible()


def test_the_place_line_offers_names_and_fills_in_where_they_are(open_placed: MainWindow, qtbot: QtBot) -> None:
    desk = open_placed.desk
    place = desk.inspector.place
    qtbot.waitUntil(lambda: place.line.isVisible() and place.line.isEnabled())
    place.line.setFocus()
    write(place.line, "manb")
    qtbot.waitUntil(lambda: place.line._offers.rowCount() > 0)
    assert "منبج" in place.line._offers.item(0).text()
    popup = place.line.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place._at.text() == "36.5281, 37.9549")
    assert place._precision.currentData() == "town"
    write(place.line, "x")
    assert place._at.text() == ""  # of another name nothing is known
    QApplication.processEvents()


def test_an_item_of_which_only_the_day_is_known_has_no_hour() -> None:
    day = 1477440000
    times = Times(
        items=array("q", [1, 2, 3]),
        shown=array("q", [day, day + 36000, day + 36000]),
        offsets=array("q", [0, 0, 7200]),
        clocks=array("b", [Clock.DAY, Clock.WALL, Clock.INSTANT]),
        undated=0,
    )
    moments = Moments(times, zone=None)
    assert moments.items(day, day + 3600) == []
    assert moments.items(day, day + 86400) == [1, 2, 3]
    assert moments.items(day + 36000, day + 36001) == [2, 3]
    # In one zone for all, only the moment moves: the other clock may have been anywhere.
    assert Moments(times, zone=0).items(day + 28800, day + 28801) == [3]
    assert Moments(times, zone=0).items(day + 36000, day + 36001) == [2]


@pytest.mark.parametrize("from_right", [False, True])
def test_time_runs_as_the_window_reads(from_right: bool) -> None:
    axis = Axis(start=0, seconds=100, width=1000, from_right=from_right)
    assert (axis.x(0) > axis.x(50)) is from_right
    assert axis.at(axis.x(30)) == pytest.approx(30)
    later = axis.zoomed(1, axis.x(30))
    assert later.at(axis.x(30)) == pytest.approx(30)
