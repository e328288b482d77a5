"""Printed pages: the case and what is listed at the head, items with pictures and facts, the number at the foot."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPagedPaintDevice, QPainter, QPen, QTextLayout, QTextOption

from annotator.model import Item
from ui import words
from ui.library.delegate import paint_image, paint_reason

_INK, _QUIET, _RULE, _EMPTY = QColor("#000000"), QColor("#555555"), QColor("#999999"), QColor("#eeeeee")
_HEAD_POINTS = 9.0
_MOST_TEXT = 0.6
"""Of the height that an item has."""
_SHORTER = 0.95
_LINE = 1.15
"""From one line to the next, in heights of the font."""
_NEW_LINE = "\u2028"


Device = QPagedPaintDevice | QImage
"""What is painted on; an image has room for one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How many items a page holds when it stands upright, and how."""

    columns: int
    rows: int
    points: float
    """Of the text beside the pictures."""
    longest: int
    """Pixels of the longer side of a picture."""
    lines: int = 8
    """Of text under a picture, the name in two of them and each fact in one; 0 for as many as there is room for."""

    @property
    def items(self) -> int:
        return self.columns * self.rows

    def pages(self, items: int) -> int:
        """How many pages so many items fill."""
        return math.ceil(items / self.items)


LAYOUTS = (
    Layout(columns=3, rows=4, points=7, longest=320),
    Layout(columns=2, rows=3, points=8, longest=640),
    Layout(columns=1, rows=1, points=9.5, longest=1280, lines=0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the items of each page: texts that begin a line, and that end it."""

    title: str
    date: str
    said: str
    actor: str
    note: str
    pages: int


class Pages:
    """Paints page after page, from right to left in a language that is written so."""

    def __init__(self, device: Device, layout: Layout, frame: Frame) -> None:
        self._device, self._layout, self._frame = device, layout, frame
        self._painter = QPainter()
        self._count = 0
        self._rtl = QLocale().textDirection() == Qt.LayoutDirection.RightToLeft

    def begin(self) -> bool:
        """Whether the device takes anything."""
        if not self._painter.begin(self._device):
            return False
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._mm = self._device.logicalDpiX() / 25.4
        self._page = QRectF(0, 0, self._device.width(), self._device.height())
        upright = self._page.height() >= self._page.width()
        columns, rows = self._layout.columns, self._layout.rows
        self._columns, self._rows = (columns, rows) if upright else (rows, columns)
        return True

    def end(self) -> None:
        self._painter.end()

    def add(self, item: Item, image: QImage, facts: Sequence[str]) -> None:
        """Paint an item; `image` is its picture, or its cover if it is covered."""
        place = self._count % self._layout.items
        if place == 0:
            if self._count and isinstance(self._device, QPagedPaintDevice):
                self._device.newPage()
            self._paint_frame(self._count // self._layout.items + 1)
        self._count += 1
        gap = 4 * self._mm
        width = (self._body.width() + gap) / self._columns
        height = (self._body.height() + gap) / self._rows
        row, column = divmod(place, self._columns)
        if self._rtl:
            column = self._columns - 1 - column
        corner = self._body.topLeft() + QPointF(column * width, row * height)
        self._paint_item(QRectF(corner.x(), corner.y(), width - gap, height - gap), item, image, facts)

    def _font(self, points: float, *, bold: bool = False) -> float:
        """Write like this from now on; returns the height of a line, whatever script is in it."""
        font = QFont()
        font.setPointSizeF(points)
        font.setBold(bold)
        self._painter.setFont(font)
        return _LINE * self._painter.fontMetrics().height()

    def _lay(self, text: str, width: float, *, lines: int = 0, end: bool = False) -> QTextLayout:
        """`text` in lines of this width; what has no room in so many is left out of its middle."""
        right = self._rtl != end
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self._rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        metrics, room, shown = self._painter.fontMetrics(), width * lines, text.replace("\n", _NEW_LINE)
        while True:
            layout = QTextLayout(shown, self._painter.font(), self._device)
            layout.setTextOption(option)
            layout.beginLayout()
            base = float(metrics.ascent())
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, base - line.ascent()))
                base += _LINE * metrics.height()
            layout.endLayout()
            if not lines or layout.lineCount() <= lines:
                return layout
            shown = words.line(words.isolated(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(room))))
            room *= _SHORTER

    def _paint_row(self, row: QRectF, begins: str, ends: str, *, title: bool = False) -> None:
        """One line of two texts, the second of which has a third of it."""
        side = row.width() / 3
        for text, width, end in ((begins, row.width() - side, False), (ends, side, True)):
            self._font(_HEAD_POINTS, bold=title and not end)
            left = row.right() - width if end != self._rtl else row.left()
            self._lay(text, width, lines=1, end=end).draw(self._painter, QPointF(left, row.top()))

    def _paint_frame(self, page: int) -> None:
        frame, painter, whole = self._frame, self._painter, self._page
        painter.setPen(_INK)
        line = self._font(_HEAD_POINTS)
        row = QRectF(whole.left(), whole.top(), whole.width(), line)
        self._paint_row(row, frame.title, frame.date, title=True)
        self._paint_row(row.translated(0, line), frame.said, frame.actor)
        painter.setPen(_QUIET)
        number = words.tr("Page {page} of {pages}").format(page=words.number(page), pages=words.number(frame.pages))
        self._paint_row(row.translated(0, whole.height() - line), frame.note, number)
        painter.setPen(QPen(_RULE, self._mm / 6))
        under = row.bottom() + 1.4 * line
        painter.drawLine(QPointF(whole.left(), under), QPointF(whole.right(), under))
        self._body = whole.adjusted(0, 2.8 * line, 0, -1.8 * line)

    def _paint_item(self, box: QRectF, item: Item, image: QImage, facts: Sequence[str]) -> None:
        painter, lines = self._painter, self._layout.lines
        self._font(self._layout.points, bold=True)
        name = words.line(f"{item.item}\u00a0\u00a0{words.isolated(item.name)}")
        laid = [self._lay(name, box.width(), lines=lines and 2)]
        line = self._font(self._layout.points)
        laid += [self._lay(fact, box.width(), lines=lines and 1) for fact in facts]
        room = min((lines or sum(each.lineCount() for each in laid)) * line, _MOST_TEXT * box.height())
        picture = box.adjusted(0, 0, 0, -room - line / 2)
        if not lines and not image.isNull():  # the text follows the picture
            picture.setHeight(QSizeF(image.size()).scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio).height())
        self._paint_picture(picture.toRect(), item, image)
        painter.setPen(_INK)
        top = picture.bottom() + line / 2
        for each in laid:
            if top + each.lineCount() * line > box.bottom() + 1:
                each = self._lay(words.tr("The case holds more than has room here."), box.width())
                each.draw(painter, QPointF(box.left(), top))
                break
            each.draw(painter, QPointF(box.left(), top))
            top += each.lineCount() * line

    def _paint_picture(self, box: QRect, item: Item, image: QImage) -> None:
        painter = self._painter
        if image.isNull():
            painter.fillRect(box, _EMPTY)
            painter.setPen(_QUIET)
            text = words.tr("no picture") if item.readable else words.tr("can't be read")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        else:
            edge = QRect(QPoint(), image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio))
            edge.moveCenter(box.center())
            paint_image(painter, edge, image)
            painter.setPen(QPen(_RULE, self._mm / 8))  # a white picture has an edge too
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(edge)
        if item.covered and item.readable:
            paint_reason(painter, box, painter.fontMetrics(), item)
