"""One picture out of two aligned ones: blinking, laid over each other, or their difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from annotator.analysis import LaidOver
from annotator.region import Region
from ui import theme
from ui.shield import parts
from ui.viewer.pictures import image_of

_DIMMED = 0.3
_NOT_COMPARED = QColor("#6b6f75")
AMPLIFIED = (1, 2, 4, 8, 16)


class Mode(StrEnum):
    """How pictures are compared."""

    BESIDE = "beside"
    BLINK = "blink"
    OVERLAY = "overlay"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person has set; they stay from pair to pair."""

    opacity: float = 0.5
    """Of the second picture over the first."""
    wipe: float = 0.0
    """Where the second begins, in fractions of the width; left of it is the first alone."""
    amplified: int = 4
    levelled: bool = False
    """Brightness and contrast are made equal before the difference is taken."""
    seconds: float = 0.8
    """For which a picture stays while they blink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Two pictures in the frame of the first; `way` leads from fractions of the second to fractions of the first.
    Without `way` they are not aligned, `b` lies in the frame as well as it fits, and there are no differences."""

    a: QImage
    b: QImage
    difference: QImage
    levelled: QImage
    way: QTransform | None

    @classmethod
    def of(cls, laid: LaidOver, way: QTransform, hidden: tuple[Sequence[Region], Sequence[Region]]) -> "Pictures":
        """`hidden` are the regions of each; the parts that they cover are covered in all four pictures."""
        images = [image_of(picture) for picture in (laid.a, laid.b, laid.difference, laid.levelled)]
        frame = QTransform.fromScale(laid.a.width, laid.a.height)
        for image in images:
            painter = QPainter(image)
            for regions, to in zip(hidden, (frame, way * frame), strict=True):
                parts.paint_plates(painter, parts.covering(regions), to)
            painter.end()
        a, b, difference, levelled = images
        return cls(a=a, b=b, difference=difference, levelled=levelled, way=way)

    @classmethod
    def unaligned(cls, a: QImage, b: QImage) -> "Pictures":
        """Two pictures of which nothing is known, made equally large."""
        ground = QImage(a.size(), QImage.Format.Format_RGB32)
        ground.fill(theme.BASE)
        fitted = b.scaled(a.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(ground)
        painter.drawImage((a.width() - fitted.width()) // 2, (a.height() - fitted.height()) // 2, fitted)
        painter.end()
        return cls(a=a, b=ground, difference=QImage(), levelled=QImage(), way=None)

    @property
    def shared(self) -> QPainterPath:
        """The part of the frame where there is something of both."""
        frame = QPainterPath()
        frame.addRect(QRectF(self.a.rect()))
        if self.way is None:
            return frame
        corners = QPolygonF([self.way.map(QPointF(x, y)) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))])
        second = QPainterPath()
        second.addPolygon(QTransform.fromScale(self.a.width(), self.a.height()).map(corners))
        return frame.intersected(second)


def blended(pictures: Pictures, mode: Mode, settings: Settings, *, second: bool) -> QImage:
    """The picture to show; `second` says which of two blinking ones. What only the first shows is dimmed and hatched:
    it is compared with nothing."""
    result = QImage(pictures.a.size(), QImage.Format.Format_RGB32)
    result.fill(_NOT_COMPARED if mode is Mode.DIFFERENCE else theme.BASE)
    shared = pictures.shared
    painter = QPainter(result)
    if mode is not Mode.DIFFERENCE:
        painter.setOpacity(_DIMMED)
        painter.drawImage(0, 0, pictures.a)
        painter.setOpacity(1.0)
    _hatch(painter, result, shared)
    painter.setClipPath(shared)
    if mode is Mode.DIFFERENCE:
        painter.drawImage(0, 0, _amplified(pictures.levelled if settings.levelled else pictures.difference, settings))
    elif mode is Mode.BLINK:
        painter.drawImage(0, 0, pictures.b if second else pictures.a)
    else:
        painter.drawImage(0, 0, pictures.a)
        x = settings.wipe * result.width()
        painter.setClipRect(QRectF(x, 0, result.width() - x, result.height()), Qt.ClipOperation.IntersectClip)
        painter.setOpacity(settings.opacity)
        painter.drawImage(0, 0, pictures.b)
        painter.setOpacity(1.0)
        if settings.wipe > 0:
            painter.setClipping(False)
            painter.setPen(QPen(theme.TEXT, max(1.0, result.width() / 600)))
            painter.drawLine(QPointF(x, 0), QPointF(x, result.height()))
    painter.end()
    return result


def _hatch(painter: QPainter, result: QImage, shared: QPainterPath) -> None:
    outside = QPainterPath()
    outside.addRect(QRectF(result.rect()))
    brush = QBrush(theme.QUIET, Qt.BrushStyle.BDiagPattern)
    step = max(1.0, max(result.width(), result.height()) / 700)
    brush.setTransform(QTransform.fromScale(step, step))
    painter.fillPath(outside.subtracted(shared), brush)


def _amplified(difference: QImage, settings: Settings) -> QImage:
    """The picture so many times as bright; what is beyond white is white."""
    result = difference.copy()
    times = settings.amplified
    while times > 1:
        before = result.copy()
        painter = QPainter(result)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.drawImage(0, 0, before)
        painter.end()
        times //= 2
    return result
