"""How regions are drawn: outlines and labels that can be read on any picture, handles, and the one being drawn."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from annotator.region import Cover, Region, Shape
from ui import theme, words
from ui.viewer.drawing import Draft
from ui.viewer.shapes import handles, path

HANDLE = 9.0
"""Points of the screen along a handle's side."""
_GROUND = QColor(16, 18, 20, 215)
_UNDER = QColor(0, 0, 0, 190)
_ROOM = 5


def paint_region(painter: QPainter, region: Region, scale: QTransform, *, chosen: bool) -> None:
    """The outline: light on dark, so that it shows on any picture; broken where the part is uncovered."""
    outline = scale.map(path(region.shape, region.points))
    _paint_outline(painter, outline, chosen=chosen, broken=region.cover is Cover.UNCOVERED)
    if chosen:
        _paint_handles(painter, (scale.map(point) for point in handles(region.shape, region.points)))


def paint_label(painter: QPainter, region: Region, scale: QTransform, canvas: QRect, *, chosen: bool) -> None:
    """Its words above it, or below where there is no room, on a ground of their own."""
    said = [words.isolated(region.label)] if region.label else []
    said += [words.cover(region.cover)] if region.cover else []
    if not said:
        return
    metrics = painter.fontMetrics()
    text = metrics.elidedText(" · ".join(said), Qt.TextElideMode.ElideRight, max(canvas.width() // 2, 80))
    there = scale.mapRect(path(region.shape, region.points).boundingRect())
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * _ROOM, metrics.height() + 2)
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    box.moveLeft(there.right() - box.width() if rtl else there.left())
    box.moveBottom(there.top() - 3)
    if box.top() < canvas.top():
        box.moveTop(there.bottom() + 3)
    if box.bottom() > canvas.bottom():
        box.moveTop(max(there.top(), canvas.top()) + 3)
    box.moveLeft(min(max(box.left(), canvas.left()), max(canvas.right() - box.width(), canvas.left())))
    painter.setPen(QPen(theme.ACCENT, 1.5) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(theme.TEXT)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text)


def paint_draft(painter: QPainter, draft: Draft, scale: QTransform) -> None:
    """What there is of it so far, and a cross where its next corner would be set by a key."""
    cursor = scale.map(draft.cursor)
    if draft.corners:
        if draft.shape is Shape.BOX:
            _paint_outline(painter, scale.map(path(Shape.BOX, draft.outline)), chosen=True)
        else:
            line = QPainterPath(scale.map(draft.corners[0]))
            for corner in (*draft.corners[1:], draft.cursor):
                line.lineTo(scale.map(corner))
            _paint_outline(painter, line, chosen=True)
        _paint_handles(painter, map(scale.map, draft.corners))
    if draft.by_keys:
        for pen in (QPen(_UNDER, 4), QPen(theme.ACCENT, 2)):
            painter.setPen(pen)
            for way in (QPointF(12, 0), QPointF(0, 12)):
                painter.drawLine(cursor - way, cursor + way)


def paint_hint(painter: QPainter, text: str, canvas: QRect) -> None:
    """What can be done now, along the lower edge."""
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    room = canvas.adjusted(20, 20, -20, -10)
    said = painter.fontMetrics().boundingRect(room, flags, text)
    said.moveBottom(room.bottom())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(said.adjusted(-10, -5, 10, 5), 4, 4)
    painter.setPen(theme.TEXT)
    painter.drawText(said, flags, text)


def _paint_outline(painter: QPainter, outline: QPainterPath, *, chosen: bool, broken: bool = False) -> None:
    style = Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_UNDER, 5 if chosen else 4), QPen(theme.ACCENT if chosen else theme.TEXT, 2 if chosen else 1.5)):
        pen.setStyle(style if pen.color() != _UNDER else Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(outline, pen)


def _paint_handles(painter: QPainter, points: Iterable[QPointF]) -> None:
    painter.setPen(QPen(_UNDER, 1))
    painter.setBrush(theme.ACCENT)
    for point in points:
        box = QRectF(0, 0, HANDLE, HANDLE)
        box.moveCenter(point)
        painter.drawRect(box)
