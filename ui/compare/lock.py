"""Views that move together: what is in the middle of one pane is in the middle of all, at the same size."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QSizeF
from PySide6.QtGui import QTransform

from annotator.analysis import Alignment
from ui.viewer.canvas import Canvas

_STEP = 1e-3
_MOVING = (QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.FocusIn)


def transform(alignment: Alignment) -> QTransform:
    """An alignment as Qt writes it, which multiplies rows from the left: fractions of b to fractions of a."""
    a, b, c, d, e, f, g, h, i = alignment.matrix
    return QTransform(a, d, g, b, e, h, c, f, i)


def followed(centre: QPointF, zoom: float, way: QTransform, size: QSizeF, other: QSizeF) -> tuple[QPointF, float]:
    """The centre and the zoom at which another picture of `other` pixels shows what one of `size` pixels shows with
    `centre` and `zoom`; `way` leads from fractions of this to fractions of the other."""
    if not zoom or size.isEmpty() or other.isEmpty():
        return centre, 0.0
    to = way.map(centre)
    across = way.map(centre + QPointF(_STEP, 0)) - to
    down = way.map(centre + QPointF(0, _STEP)) - to
    area = abs(across.x() * down.y() - across.y() * down.x()) / _STEP**2
    area *= other.width() * other.height() / (size.width() * size.height())
    if not math.isfinite(area) or not 1e-8 < area < 1e8:
        return centre, zoom
    return to, zoom / math.sqrt(area)


class Lock(QObject):
    """Lets canvases follow the one that a person moves, through their alignments with the first where there are any."""

    def __init__(self, canvases: Sequence[Canvas], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._canvases = canvases
        self._to_first = [QTransform() for _ in canvases]
        self._leader = 0
        self._following = False
        for place, canvas in enumerate(canvases):
            canvas.installEventFilter(self)
            canvas.view_changed.connect(lambda place=place: self._moved(place))

    def align(self, place: int, alignment: Alignment) -> None:
        """Let this canvas lie on the first as its picture does."""
        self._to_first[place] = transform(alignment)
        self.follow()

    def lead(self, canvas: Canvas) -> None:
        """A person moves this one now."""
        self._leader = self._canvases.index(canvas)

    def follow(self) -> None:
        """Let all others show what the leader shows."""
        if not self.on or self._following:
            return
        self._following = True
        leader = self._canvases[self._leader]
        view = leader.view
        centre = view.in_picture(QPointF(view.area.width() / 2, view.area.height() / 2))
        for place, canvas in enumerate(self._canvases):
            back, there = self._to_first[place].inverted()
            if canvas is not leader and there:
                way = self._to_first[self._leader] * back
                canvas.show_part(*followed(centre, view.zoom, way, view.size, canvas.view.size))
        self._following = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _MOVING and isinstance(watched, Canvas):
            self.lead(watched)
        return super().eventFilter(watched, event)

    def _moved(self, place: int) -> None:
        if place == self._leader:
            self.follow()
