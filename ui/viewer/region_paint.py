"""How regions are drawn: outlines and labels that can be read on any picture, handles, and the one being drawn."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from annotator.region import Cover, Region, Shape
from ui import theme, words
from ui.shield.shapes import handles, path
from ui.viewer.drawing import Draft

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


def paint_labels(
    painter: QPainter, regions: Iterable[Region], scale: QTransform, canvas: QRect, *, chosen: Region | None
) -> None:
    """Their words beside them on a ground of their own, no one's over another's where there is room."""
    taken: list[QRectF] = []
    for region in regions:
        if not region.label and not region.cover:
            continue
        metrics = painter.fontMetrics()
        beside = scale.mapRect(path(region.shape, region.points).boundingRect())
        most = canvas.width() / 2 if region == chosen else max(beside.width(), canvas.width() / 5, 80)
        label = metrics.elidedText(region.label, Qt.TextElideMode.ElideRight, round(most))
        said = [words.isolated(label)] if label else []
        text = " · ".join(said + ([words.cover(region.cover)] if region.cover else []))
        size = QSizeF(metrics.horizontalAdvance(text) + 2 * _ROOM, metrics.height() + 2)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = _label_box(size, beside, QRectF(canvas), taken, rtl=rtl)
        taken.append(box)
        painter.setPen(QPen(theme.ACCENT, 1.5) if region == chosen else Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.TEXT)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        painter.drawText(box, flags, text)


def _label_box(size: QSizeF, beside: QRectF, canvas: QRectF, taken: Iterable[QRectF], *, rtl: bool) -> QRectF:
    """Above the region, or below, or in it, wherever the canvas has room that no other label took."""
    left = beside.right() - size.width() if rtl else beside.left()
    left = min(max(left, canvas.left()), max(canvas.right() - size.width(), canvas.left()))
    tops = [beside.top() - 3 - size.height(), beside.bottom() + 3, max(beside.top(), canvas.top()) + 3]
    tops += [tops[2] + (size.height() + 2) * line for line in range(1, 6)]
    boxes = [QRectF(QPointF(left, top), size) for top in tops]
    inside = [box for box in boxes if canvas.contains(box)] or boxes[2:3]
    return next((box for box in inside if not any(box.intersects(other) for other in taken)), inside[0])


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


def paint_hint(painter: QPainter, text: str, free: QRect) -> None:
    """What can be done now, along the upper edge of what is free: below, the view says how large it is."""
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    room = free.adjusted(20, 12, -20, -12)
    said = painter.boundingRect(room, flags, text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(said.adjusted(-10, -5, 10, 5), 4, 4)
    painter.setPen(theme.TEXT)
    painter.drawText(room, flags, text)  # in the box alone, what is as wide as that would be broken


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
