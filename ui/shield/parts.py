"""Parts of pictures that are covered or shown one by one, drawn into pictures before any surface has them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from annotator.region import Cover, Region
from ui.shield.shapes import path

COVERED, REDACTED = QColor("#6b737d"), QColor("#000000")
_EDGE = 4.0
"""Pixels of the line around a part, half of it to each side: a pixel that the edge goes through, or that a smaller
picture mixed from both sides, is covered too."""


def covering(regions: Iterable[Region]) -> list[Region]:
    """Those that cover a part."""
    return [region for region in regions if region.cover in (Cover.COVERED, Cover.REDACTED) and region.points]


def covered(image: QImage, regions: Iterable[Region]) -> QImage:
    """`image` with a flat plate in place of every part that is covered or to be redacted; itself without any."""
    hidden = covering(regions)
    if image.isNull() or not hidden:
        return image
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    paint_plates(painter, hidden, QTransform.fromScale(made.width(), made.height()))
    painter.end()
    return made


def uncovered(cover: QImage, image: QImage, regions: Sequence[Region]) -> QImage:
    """`cover` with the parts of `image` in it that a person chose to show; itself without any.

    It is then as large as `image`. Nothing outside of these parts is mixed into it: their own edge stays covered.
    """
    shown = [region for region in regions if region.cover is Cover.UNCOVERED and region.points]
    if image.isNull() or not shown:
        return cover
    smooth = Qt.TransformationMode.SmoothTransformation
    large = cover.scaled(image.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    made = large.convertToFormat(QImage.Format.Format_RGB32)
    scale = QTransform.fromScale(image.width(), image.height())
    outlines = [scale.map(path(region.shape, region.points)) for region in shown]
    painter = QPainter(made)
    for outline in outlines:
        painter.fillPath(outline, QBrush(image))
    for outline in outlines:
        painter.strokePath(outline, _edge(QBrush(large)))
    painter.end()
    return made


def paint_plates(painter: QPainter, hidden: Iterable[Region], scale: QTransform) -> None:
    """Cover these parts; `scale` leads from fractions of the picture to where it is painted."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for region in hidden:
        outline = scale.map(path(region.shape, region.points))
        brush = QBrush(REDACTED if region.cover is Cover.REDACTED else COVERED)
        painter.fillPath(outline, brush)
        painter.strokePath(outline, _edge(brush))
    painter.restore()


def paint_bare(painter: QPainter, region: Region, bare: QImage, scale: QTransform) -> None:
    """Show a covered part after all, as it is in `bare`, while a person holds the shield open for it."""
    painter.save()
    outline: QPainterPath = scale.map(path(region.shape, region.points))
    painter.setClipPath(outline)
    painter.setTransform(scale, combine=True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, 1, 1), bare)
    painter.restore()


def _edge(brush: QBrush) -> QPen:
    return QPen(brush, _EDGE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
