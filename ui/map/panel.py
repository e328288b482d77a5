"""The dock of the map: the map, what stands above and below it, and what goes between it and the case."""

from array import array
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from annotator.atlas import Atlas
from annotator.case import Case
from annotator.places import clusters, earth
from annotator.places.clusters import Points
from annotator.places.gazetteer import Nearby
from annotator.places.sheets import MapInfo
from ui import words
from ui.desk import Desk
from ui.jobs import Lane
from ui.map import labels
from ui.map import words as map_words
from ui.map.canvas import MapCanvas
from ui.map.ground import Ground
from ui.map.names import Names, On
from ui.map.sheet import Sheet
from ui.parts import Line, name_button, text_button
from ui.settings import MAP_FILE, Settings

_SELECTION_MS = 60
_NAMES_MS = 300


class MapPanel(QWidget):
    """Where the listed items were taken; selecting here selects in the grid."""

    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self, desk: Desk, atlas: Atlas, names: Names, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._atlas, self._names, self._settings = desk, atlas, names, settings
        self._ask = 0
        self._stale = True
        self._named: tuple[float, float] | None = None
        self.canvas = MapCanvas()
        self._count = Line(elide=Qt.TextElideMode.ElideRight)  # half a number would say another one
        self._here = Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        self._credit = Line(role="quiet")
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 8, 2)
        head.addWidget(self._count, 1)
        self._only = text_button("", "", self._on_only)
        head.addWidget(self._only)
        for text, name, act in (
            (self.tr("Fit"), self.tr("Fit the map to the items (F)"), self.canvas.fit),
            ("+", self.tr("Nearer (+)"), lambda: self.canvas.zoom(0.5)),
            ("−", self.tr("Further away (-)"), lambda: self.canvas.zoom(-0.5)),
            (self.tr("Gazetteer…"), self.tr("Add place names of your own: a GeoNames dump or a CSV"), self._add_names),
        ):
            head.addWidget(text_button(text, name, act))
        self._lay = text_button("", "", self._on_lay)
        head.addWidget(self._lay)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 2)
        foot.addWidget(self._here, 1)
        foot.addWidget(self._credit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)
        self.sheet = self.canvas.sheet = Sheet(desk.runner, atlas, self)
        self.sheet.arrived.connect(self._on_tile)
        self.sheet.failed.connect(self._lost)
        self._name_lay()
        self._name_only()
        self._selecting = QTimer(self, interval=_SELECTION_MS, singleShot=True)
        self._selecting.timeout.connect(self._show_selection)
        self._naming = QTimer(self, interval=_NAMES_MS, singleShot=True)
        self._naming.timeout.connect(self._read_names)
        self.canvas.chosen.connect(desk.select)
        self.canvas.opened.connect(desk.open_current)
        self.canvas.left.connect(desk.focus_items)
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.rested.connect(self._on_rested)
        self.canvas.settled.connect(self._on_settled)
        desk.listed.connect(self.refresh)
        desk.refreshed.connect(self.refresh)
        desk.grid.selected.connect(self._selecting.start)
        desk.runner.read(lambda case: Ground(), self._take_ground, lane=Lane.MAPS)
        names.ready.connect(self._on_names)
        if not names.there:
            self._here.set_whole(self.tr("Place names are being put together. This happens once and takes a moment."))
        names.prepare()
        if settings.get(MAP_FILE):
            self.lay(Path(settings.get(MAP_FILE)))

    def showEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the positions of what is listed now, once somebody looks."""
        self._name_only()
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._ask += 1
        ask, numbers = self._ask, self._desk.model.ids

        def read(case: Case) -> tuple[Points, int]:
            found = case.extent.positions(numbers)
            return clusters.points(found), found.without

        self._desk.runner.read(read, lambda found: self._take_points(ask, len(numbers), *found), lane=Lane.PLACES)

    def _take_points(self, ask: int, listed: int, points: Points, without: int) -> None:
        if ask != self._ask:
            return
        said = self.canvas.about_mark
        self.canvas.set_points(points)
        if said and not self.canvas.about_mark:
            self._here.set_whole("")  # nothing stands there any more
        self._show_selection()
        known = {"count": words.number(listed - without), "items": words.items(listed)}
        known["without"] = words.number(without)
        text = self.tr("{count} of {items} have a position; {without} have none.").format(**known)
        self._count.set_whole(self.tr("{count} with a position, {without} without").format(**known), told=text)
        self.canvas.setAccessibleDescription(text)

    @Slot()
    def _show_selection(self) -> None:
        if self.isVisible():
            chosen: array[int] = self._desk.selection
            self.canvas.set_selected(chosen, self._desk.grid.current)

    def _take_ground(self, ground: Ground) -> None:
        self.canvas.ground = ground
        self.canvas.labels.countries = ground.countries
        self.canvas.update()

    # --- only what is here

    @Slot()
    def _on_only(self) -> None:
        """Let the filter keep only what lies within the circle that fits the map, or all of it again."""
        wanted = self._desk.filters.wanted()
        view = self.canvas.view
        latitude, longitude = earth.to_degrees(view.x, view.y)
        here = (round(latitude, 4), round(longitude, 4), float(f"{self.canvas.radius_km():.3g}"))
        self._desk.filters.apply(replace(wanted, near=None if wanted.near is not None else here))

    def _name_only(self) -> None:
        near = self._desk.filters.wanted().near
        self.canvas.show_circle(near)
        if near is None:
            text, name = self.tr("Only here"), self.tr("List only items within the circle that fits this map")
        else:
            text, name = self.tr("Everywhere"), self.tr("List items wherever they were taken")
        name_button(self._only, text, name)

    # --- names

    @Slot()
    def _on_names(self) -> None:
        self._here.set_whole("")
        self._read_names()

    @Slot()
    def _read_names(self) -> None:
        """The names of the largest places in view."""
        view = self.canvas.view
        if not self.isVisible() or view.zoom < labels.PLACES_FROM:
            return
        area = view.area
        north, west = earth.to_degrees(area.left(), area.top())
        south, east = earth.to_degrees(area.right(), area.bottom())

        def take(found: list[On]) -> None:
            own = self.sheet.places(view)
            said = {place.name for _, _, place in own}
            self.canvas.labels.places = [*own, *(each for each in found if each[2].name not in said)]
            self.canvas.update()

        self._names.within((south, west, north, east), labels.MOST, take)

    @Slot(object)
    def _on_pointed(self, at: tuple[float, float] | None) -> None:
        self._here.set_whole("" if at is None else map_words.position(*at))

    @Slot(float, float)
    def _on_rested(self, latitude: float, longitude: float) -> None:
        """Say what the place is near to."""
        self._named = at = (latitude, longitude)
        self._say_here(at, None)
        self._names.nearest(at, lambda found: self._say_here(at, found))

    def _say_here(self, at: tuple[float, float], found: Nearby | None) -> None:
        if at == self._named:
            parts = [map_words.position(*at)]
            parts += [map_words.nearby(found)] if found is not None else []
            parts += [self.canvas.about_mark] if self.canvas.about_mark and self.canvas.hasFocus() else []
            self._here.set_whole(" · ".join(parts))
            if self.canvas.hasFocus():  # for a screen reader: what was gone to by key
                self.canvas.setAccessibleDescription(" · ".join([self._count.accessibleName(), *parts]))

    @Slot()
    def _add_names(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Add a gazetteer"), str(Path.home()))
        if chosen:
            self.add_names(Path(chosen))

    def add_names(self, path: Path) -> None:
        """Take in a gazetteer of the user's own."""

        def added(count: int) -> None:
            self.said.emit(self.tr("{count} place names were added.").format(count=words.number(count)))
            self._read_names()

        self.said.emit(self.tr("The place names are being read."))
        self._names.add(path, added)

    # --- a map of the user's own

    @Slot()
    def _on_settled(self) -> None:
        self._read_names()
        self.sheet.want(self.canvas.view)

    @Slot()
    def _on_tile(self) -> None:
        self._naming.start()
        self.canvas.update()

    @Slot()
    def _on_lay(self) -> None:
        if self.sheet.covers:
            self.sheet.take_away()
            self._settings.set(MAP_FILE, "")
            self._name_lay()
            self._read_names()
            self.canvas.update()
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Lay a map file under the items"),
            str(Path.home()),
            self.tr("Map files (*.mbtiles *.pmtiles);;All files (*)"),
        )
        if chosen:
            self.lay(Path(chosen))

    def lay(self, path: Path) -> None:
        """Lay a map of the user's own under the items, and remember it."""

        def take(info: MapInfo) -> None:
            self._settings.set(MAP_FILE, str(path))
            self.sheet.lay(path, info)
            self._name_lay()
            self.sheet.want(self.canvas.view)

        self._desk.runner.read(lambda case: self._atlas.open_map(path), take, lane=Lane.MAPS, failed=self._lost)

    def _name_lay(self) -> None:
        info = self.sheet.info
        if info is None:
            text, name = self.tr("Map file…"), self.tr("Lay an MBTiles or PMTiles file under the items")
        else:
            text, name = self.tr("No map file"), self.tr("Show the program's own map alone")
        name_button(self._lay, text, name)
        own = "" if info is None else info.attribution or info.title
        ours = self.tr("Natural Earth · GeoNames")  # whose names stand on any map
        self._credit.set_whole(f"{words.isolated(own)} · {ours}" if own else ours)

    def _lost(self, error: BaseException) -> None:
        """Say what is wrong with a map; one that is there and damaged is not tried again at the next start."""
        if not self.sheet.covers:
            self._name_lay()
            if Path(self._settings.get(MAP_FILE)).is_file():
                self._settings.set(MAP_FILE, "")
        self.failed.emit(error)
