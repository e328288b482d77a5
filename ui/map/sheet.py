"""A user's own map laid under the items: which tiles a view needs, and how those that came are drawn."""

import struct
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from annotator.atlas import Atlas
from annotator.case import Case
from annotator.places.gazetteer import Named
from annotator.places.sheets import EXTENT, KINDS, MapInfo, Tile
from ui.jobs import JobRunner, Lane
from ui.map.view import View

Key = tuple[int, int, int]
_MOST_KEPT, _MOST_IN_VIEW = 192, 80
_AREAS = {
    "land": QColor("#282c31"),
    "green": QColor("#26302a"),
    "water": QColor("#131c26"),
    "building": QColor("#3a3f46"),
}
_LINES = {
    "river": (QColor("#2b4258"), 1.2),
    "path": (QColor("#4a5058"), 1.0),
    "line": (QColor("#3f454c"), 0.8),
    "road": (QColor("#79818b"), 1.8),
    "border": (QColor("#8d96a1"), 1.2),
}


@dataclass(frozen=True, slots=True)
class _Painted:
    """A tile ready to be painted; made in any thread."""

    image: QImage | None = None
    paths: dict[str, QPainterPath] = field(default_factory=dict)
    places: list[tuple[float, float, Named]] = field(default_factory=list)

    @classmethod
    def of(cls, tile: Tile, key: Key) -> "_Painted":
        picture = tile.picture
        if picture is not None:
            image = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
            return cls(image.copy())  # whose pixels are its own
        made = cls()
        zoom, column, row = key
        for shape in tile.shapes:
            points = list(struct.iter_unpack("<hh", shape.outline))
            if shape.kind == "place":
                x, y = ((column + points[0][0] / EXTENT) / 2**zoom, (row + points[0][1] / EXTENT) / 2**zoom)
                place = Named(
                    name=shape.name, arabic=shape.arabic, kind="", country="", latitude=0, longitude=0, population=0
                )
                made.places.append((x, y, place))
                continue
            path = made.paths.setdefault(shape.kind, QPainterPath())
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        return made


class Sheet(QObject):
    """Reads tiles one after the other, those wanted last first, and keeps the ones that were looked at lately."""

    arrived = Signal()
    failed = Signal(object)

    def __init__(self, runner: JobRunner, atlas: Atlas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._atlas = runner, atlas
        self._path: Path | None = None
        self.info: MapInfo | None = None
        self._tiles: OrderedDict[Key, _Painted] = OrderedDict()
        self._wanted: list[Key] = []
        self._reading = False

    def lay(self, path: Path, info: MapInfo) -> None:
        """Lay this map under the items."""
        self.take_away()
        self._path, self.info = path, info

    def take_away(self) -> None:
        """Show the program's own map alone."""
        self._path = self.info = None
        self._tiles.clear()
        self._wanted.clear()

    @property
    def covers(self) -> bool:
        """Whether the ground is this map's to paint."""
        return self.info is not None

    def want(self, view: View) -> None:
        """Read what this view needs and is not there yet."""
        self._wanted = [key for key in self._needed(view) if key not in self._tiles][::-1]
        self._next()

    def places(self, view: View) -> list[tuple[float, float, Named]]:
        """Names that the map has for this view."""
        return [place for key in self._needed(view) if key in self._tiles for place in self._tiles[key].places]

    def _zoom(self, view: View) -> int:
        """Beyond the nearest zoom that the map has, its tiles are enlarged."""
        info = self.info
        return 0 if info is None else max(info.min_zoom, min(info.max_zoom, round(view.zoom)))

    def _needed(self, view: View) -> list[Key]:
        """Tiles of this view, the middle ones first; none where they would be too many and too small to see."""
        if self.info is None:
            return []
        zoom, area = self._zoom(view), view.area
        many = 2**zoom
        columns = range(max(0, int(area.left() * many)), min(many, int(area.right() * many) + 1))
        rows = range(max(0, int(area.top() * many)), min(many, int(area.bottom() * many) + 1))
        if len(columns) * len(rows) > _MOST_IN_VIEW:
            return []
        x, y = view.x * many, view.y * many
        keys = [(zoom, column, row) for column in columns for row in rows]
        return sorted(keys, key=lambda key: abs(key[1] + 0.5 - x) + abs(key[2] + 0.5 - y))

    def _next(self) -> None:
        path = self._path
        if self._reading or not self._wanted or path is None:
            return
        key = self._wanted.pop()
        self._reading = True

        def read(case: Case) -> _Painted:
            return _Painted.of(self._atlas.tile(path, *key), key)

        def take(painted: _Painted) -> None:
            self._reading = False
            if path == self._path:
                self._tiles[key] = painted
                while len(self._tiles) > _MOST_KEPT:
                    self._tiles.popitem(last=False)
                self.arrived.emit()
            self._next()

        def lost(error: BaseException) -> None:
            self._reading = False
            if path == self._path:
                self.take_away()
                self.failed.emit(error)

        self._runner.read(read, take, lane=Lane.MAPS, failed=lost)

    def paint(self, painter: QPainter, view: View) -> None:
        """Draw what is there: coarser tiles first, which stand in for those that are still to come."""
        area = view.area
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for key in sorted(key for key in self._tiles if key[0] <= self._zoom(view)):
            zoom, column, row = key
            side = 1 / 2**zoom
            box = QRectF(column * side, row * side, side, side)
            if not box.intersects(area):
                continue
            self._tiles.move_to_end(key)
            tile = self._tiles[key]
            corner, pixels = view.to_screen(box.left(), box.top()), side * view.scale
            target = QRectF(corner.x(), corner.y(), pixels + 0.5, pixels + 0.5)
            if tile.image is not None:
                painter.drawImage(target, tile.image)
            elif tile.paths:
                self._paint_shapes(painter, tile, target, pixels / EXTENT)
        painter.restore()

    @staticmethod
    def _paint_shapes(painter: QPainter, tile: _Painted, target: QRectF, scale: float) -> None:
        painter.save()
        painter.setClipRect(target)
        painter.fillRect(target, _AREAS["land"])
        painter.translate(target.topLeft())
        painter.scale(scale, scale)
        for kind in KINDS:
            path = tile.paths.get(kind)
            if path is None:
                continue
            if kind in _AREAS:
                painter.fillPath(path, _AREAS[kind])
            else:
                color, width = _LINES[kind]
                pen = QPen(color, width, Qt.PenStyle.DashLine if kind == "border" else Qt.PenStyle.SolidLine)
                pen.setCosmetic(True)
                painter.strokePath(path, pen)
        painter.restore()
