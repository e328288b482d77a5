"""How one cell of the grid is drawn: the picture or its cover, badges, and the name."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model import Item, Level, Status
from ui import marks, theme, words
from ui.library.cells import Cell
from ui.library.model import CELL_ROLE, ITEM_ROLE
from ui.library.thumbnails import Thumbnails
from ui.shield.shield import Shield

_MARGIN = 7
_UNDER = 4
"""Under the name, so that neither descenders nor the cursor's frame are cut."""
_GONE = 0.4
"""How much is seen of the picture of an item that does not fit the filter any more."""
_STATUS_MARKS = {
    Status.VERIFIED: (marks.check, theme.GOOD),
    Status.REFUTED: (marks.cross, theme.GRAVE),
    Status.IN_PROGRESS: (marks.dots, theme.QUIET),
    Status.NEEDS_HELP: (marks.dots, theme.WARN),
    Status.READY_FOR_SECOND_REVIEW: (marks.dots, theme.GOOD),
    Status.INCONCLUSIVE: (marks.dots, theme.QUIET),
}


class CellDelegate(QStyledItemDelegate):
    """Draws cells of one size; `frames` draws the narrow cells of a video's strip, which bear a time for a name."""

    def __init__(
        self, thumbnails: Thumbnails, shield: Shield, *, frames: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._thumbnails, self._shield, self._frames = thumbnails, shield, frames
        self.current: int | None = None
        """The one item that a held Space uncovers."""
        self.scale = 1.0
        self.grid: QSize | None = None
        """The size of the grid's places, where cells are to fill them."""

    def cell(self, metrics: QFontMetrics) -> QSize:
        """The size of every cell: so many lines of text."""
        line = metrics.height()
        if self._frames:
            return QSize(line * 7 + 2 * _MARGIN, line * 6 + 2 * _MARGIN + _UNDER)
        wide, high = round(line * 11 * self.scale), round(line * 8 * self.scale)
        return QSize(wide + 2 * _MARGIN, high + 2 * line + 3 * _MARGIN + _UNDER)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        return self.grid or self.cell(option.fontMetrics)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        box = option.rect.adjusted(2, 2, -2, -2)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.ACCENT, 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(theme.CHOSEN if chosen else theme.WINDOW)
        painter.drawRoundedRect(box, 4, 4)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.TEXT, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 3, 3)
        item = index.data(ITEM_ROLE)
        if isinstance(item, Item):
            cell = index.data(CELL_ROLE) or Cell()
            if cell.open:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.RAISED if not chosen else theme.CHOSEN)
                painter.drawRect(option.rect.adjusted(0, 4, 0, -4))  # one band through all cells of the stack
            if cell.stack and not cell.open:
                _paint_edges(painter, box)
            self._paint_item(painter, option, item, cell)
        painter.restore()

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, item: Item, cell: Cell) -> None:
        metrics = option.fontMetrics
        inner = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - _UNDER)
        lines = 1 if self._frames else 2
        picture = inner.adjusted(0, 0, 0, -lines * metrics.height() - (0 if self._frames else _MARGIN))
        bare = not item.covered or (self._shield.looking and item.item == self.current)
        painter.setOpacity(_GONE if cell.gone else 1.0)
        self._paint_picture(painter, picture, metrics, item, bare=bare)
        painter.setOpacity(1.0)
        if cell.gone:
            _paint_gone(painter, picture, metrics)
        name = QRect(inner.left(), inner.bottom() - metrics.height() + 1, inner.width(), metrics.height())
        painter.setPen(theme.TEXT)
        if self._frames:
            text = words.clock(item.time_in_video or 0.0, exact=True)
        else:
            text = metrics.elidedText(item.name, Qt.TextElideMode.ElideMiddle, name.width())
            if not text.isascii():  # the marks that isolate may come from a taller font
                text = words.isolated(text)
            badges = QRect(inner.left(), picture.bottom() + _MARGIN // 2, inner.width(), metrics.height())
            self._paint_badges(painter, badges, metrics, item, cell)
        painter.setPen(theme.TEXT)
        if text.isascii():  # “2016-10-26 grove.jpg” begins with its date from either side
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(
            name, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, text
        )

    def _paint_picture(self, painter: QPainter, box: QRect, metrics: QFontMetrics, item: Item, *, bare: bool) -> None:
        painter.fillRect(box, theme.BASE)
        image = self._thumbnails.image(item, bare=bare)
        if image is not None and item.readable:
            paint_image(painter, box, image)
        if not bare and item.readable:
            if not self._frames:
                paint_reason(painter, box, metrics, item)
        elif not item.readable or (image is not None and image.isNull()):
            painter.setPen(theme.QUIET)
            text = words.tr("can't be read") if not item.readable else words.tr("no picture")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def _paint_badges(self, painter: QPainter, row: QRect, metrics: QFontMetrics, item: Item, cell: Cell) -> None:
        side = round(metrics.height() * 0.72)
        badges: list[tuple[marks.Shape, QColor, str]] = []
        if cell.stack:
            count = words.number(cell.stack)
            badges.append(
                (marks.copies, theme.ACCENT, words.tr("{count} open").format(count=count) if cell.open else count)
            )
        if cell.awaited:
            badges.append((marks.question, theme.ACCENT, ""))
        if item.duration is not None:
            badges.append((marks.play, theme.TEXT, words.clock(item.duration)))
        if not cell.stack and (item.group is not None or item.paths > 1):
            badges.append((marks.copies, theme.QUIET, f"×{item.paths}" if item.paths > 1 else ""))
        if item.possible:
            badges.append((marks.maybe, theme.QUIET, "?"))
        if item.scene:
            badges.append((marks.scene, theme.QUIET, ""))
        if item.warning.level in (Level.MILD, Level.GRAPHIC, Level.EXTREME):
            color = theme.WARN if item.warning.level is Level.MILD else theme.GRAVE
            badges.append((marks.warning, color, words.level(item.warning.level)))
        if item.status in _STATUS_MARKS:
            badges.append((*_STATUS_MARKS[item.status], ""))
        if item.places or item.latitude is not None:
            badges.append((marks.place, theme.QUIET, ""))
        if not item.readable or item.problems:
            badges.append((marks.warning, theme.QUIET, ""))
        widths = [side + 3 + (metrics.horizontalAdvance(text) + 3 if text else 0) + 5 for _, _, text in badges]
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        offset = 0
        for (shape, color, text), width in zip(badges, widths, strict=True):
            if offset + width > row.width() + 5:
                break
            box = QRect(row.left() + offset, row.top(), width, row.height())
            if rtl:
                box.moveRight(row.right() - offset)
            mark = QRectF(box.right() - side if rtl else box.left(), box.top() + (box.height() - side) / 2, side, side)
            marks.draw(painter, shape, mark, color)
            if text:
                painter.setPen(color)
                words_box = box.adjusted(0, 0, -side - 3, 0) if rtl else box.adjusted(side + 3, 0, 0, 0)
                painter.drawText(words_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)
            offset += width


def _paint_edges(painter: QPainter, box: QRect) -> None:
    """Other sheets under this one."""
    painter.setPen(QPen(theme.QUIET, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for by in (3, 6):
        painter.drawLine(box.left() + by, box.top() - by // 3, box.right() - by, box.top() - by // 3)
        painter.drawLine(box.left() + 2 * by, box.bottom() + by // 3, box.right() - 2 * by, box.bottom() + by // 3)


def _paint_gone(painter: QPainter, box: QRect, metrics: QFontMetrics) -> None:
    """That the item is only still here so that nobody loses their place."""
    strip = QRect(box.left(), box.top(), box.width(), metrics.height() + 6)
    painter.fillRect(strip, theme.RAISED)
    painter.setPen(theme.WARN)
    text = metrics.elidedText(words.tr("no longer in this filter"), Qt.TextElideMode.ElideRight, strip.width() - 6)
    painter.drawText(strip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def paint_image(painter: QPainter, box: QRect, image: QImage) -> None:
    """The picture in the middle of `box`, as large as it fits."""
    if image.isNull():
        return
    size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(0, 0, size.width(), size.height())
    target.moveCenter(box.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)


def paint_reason(painter: QPainter, box: QRect, metrics: QFontMetrics, item: Item) -> None:
    """Why the picture under it is covered; where there is no room for all of it, the level alone."""
    text = words.why_covered(item)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    side = metrics.height()
    room = box.adjusted(8, side + 8, -8, -4)
    if item.warning.content and not room.contains(metrics.boundingRect(room, flags, text)):
        text = words.level(item.warning.level)
    said = metrics.boundingRect(room, flags, text).intersected(room)
    ground = said.adjusted(-8, -side - 8, 8, 5).intersected(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 18, 20, 190))
    painter.drawRoundedRect(ground, 4, 4)
    mark = QRectF(said.center().x() - side / 2, said.top() - side - 3, side, side)
    marks.draw(painter, marks.shield, mark, theme.TEXT)
    painter.setPen(theme.TEXT)
    painter.drawText(said, flags, text)
