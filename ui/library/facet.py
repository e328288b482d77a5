"""One filter with its values: a list to tick, how many items each would find, and a line to find a value in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.text import folded
from ui import marks, theme, words
from ui.parts import tip

_VALUE, _COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 9
_FEW = 12
"""Up to so many values need no line to find one."""
_DIM = QColor("#8b939d")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that can be chosen; `count` is None while it is not known."""

    code: str
    text: str
    count: int | None


class Fold(QWidget):
    """A part of the panel with a heading that folds it."""

    folded = Signal(str, bool)
    """Its name, and whether it is folded now."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.head = QToolButton()
        self.head.setText(title)
        self.head.setCheckable(True)
        self.head.setChecked(True)
        self.head.setProperty("role", "fold")
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the panel says how wide
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 6)
        self.column.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.inside)
        self.head.toggled.connect(self._on_fold)
        self._arrow()

    @property
    def key(self) -> str:
        return self._name

    def fold(self) -> None:
        """Show the heading alone."""
        self.head.setChecked(False)

    @Slot(bool)
    def _on_fold(self, shown: bool) -> None:
        self._arrow()
        self.folded.emit(self._name, not shown)

    def _arrow(self) -> None:
        shown = self.head.isChecked()
        self.inside.setVisible(shown)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.head.setIcon(marks.icon(marks.down if shown else marks.back if rtl else marks.play, theme.QUIET, 32))


class Facet(Fold):
    """A filter by any of some values."""

    chosen = Signal(object)
    """The values that are ticked now, a tuple of codes."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, title, parent)
        self._title = title
        self._values: list[Value] = []
        self._chosen: set[str] = set()
        self._find = QLineEdit()
        self._find.setPlaceholderText(self.tr("Find in this list"))
        self._find.setAccessibleName(self.tr("Find in the list of {name}").format(name=title))
        self._find.setClearButtonEnabled(True)
        self._find.setMinimumWidth(0)
        self._find.textChanged.connect(self._fill)
        self._find.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("role", "values")
        self.list.setItemDelegate(_Row(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.itemActivated.connect(self._only)
        self.list.viewport().installEventFilter(self)
        self.column.addWidget(self._find)
        self.column.addWidget(self.list)
        self._filling = False
        self._fill()

    def show_values(self, values: Sequence[Value], chosen: Iterable[str]) -> None:
        """Offer these values, with these ticked; what finds nothing stands last."""
        chosen = set(chosen)
        if list(values) == self._values and chosen == self._chosen:
            return
        self._values, self._chosen = list(values), chosen
        self._find.setVisible(len(values) > _FEW or bool(self._find.text()))
        self.head.setText(self._title + (f" ({words.number(len(chosen))})" if chosen else ""))
        self._fill()

    def _fill(self) -> None:
        wanted = folded(self._find.text())
        current = self.list.currentItem()
        at = current.data(_VALUE) if current is not None else None
        fitting = [value for value in self._values if value.code in self._chosen or wanted in folded(value.text)]
        self._filling = True
        while self.list.count() > len(fitting):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(fitting):
            self.list.addItem(QListWidgetItem())
        for row, value in enumerate(fitting):
            item = self.list.item(row)
            item.setText(value.text)
            item.setData(_VALUE, value.code)
            item.setData(_COUNT, value.count)
            item.setToolTip(tip(_spoken(value)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(value))
            item.setCheckState(Qt.CheckState.Checked if value.code in self._chosen else Qt.CheckState.Unchecked)
            if value.code == at:
                self.list.setCurrentItem(item)
        self._filling = False
        height = self.list.sizeHintForRow(0) if fitting else self.fontMetrics().height()
        self.list.setFixedHeight(max(1, min(len(fitting), _MOST_ROWS)) * height + 4)

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        code = item.data(_VALUE)
        ticked = item.checkState() == Qt.CheckState.Checked
        if ticked != (code in self._chosen):
            self._choose(self._chosen | {code} if ticked else self._chosen - {code})

    @Slot(QListWidgetItem)
    def _only(self, item: QListWidgetItem) -> None:
        """Enter, or a double click: this value alone, or none where it was alone."""
        code = item.data(_VALUE)
        self._choose(set() if self._chosen == {code} else {code})

    def _choose(self, chosen: set[str]) -> None:
        values, self._values = self._values, []
        self.show_values(values, chosen)
        self.chosen.emit(tuple(value.code for value in values if value.code in chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A short list leaves the wheel to the panel."""
        if event.type() == QEvent.Type.Wheel and self.list.verticalScrollBar().maximum() == 0:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._find.text():
            self._find.clear()
            return
        super().keyPressEvent(event)


def _spoken(value: Value) -> str:
    if value.count is None:
        return value.text
    return words.tr("{name}: {count}").format(name=value.text, count=words.items(value.count))


class _Row(QStyledItemDelegate):
    """A value and, at the other end, how many items it would find; one that would find none is dim."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        count = index.data(_COUNT)
        text = "" if count is None else words.number(count)
        room = option.fontMetrics.horizontalAdvance(text) + 8
        whole = QRect(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        option.rect = whole.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        super().paint(painter, option, index)
        painter.setPen(_ink(count))
        side = QRect(whole.left() + 4 if rtl else whole.right() - room, whole.top(), room - 4, whole.height())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.TEXT, 1, Qt.PenStyle.DashLine))
            painter.drawRect(whole.adjusted(0, 0, -1, -1))
            painter.setPen(_ink(count))
        align = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(side, align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, text)

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.palette.setColor(option.palette.ColorRole.Text, _ink(index.data(_COUNT)))

    def editorEvent(  # noqa: N802 - Qt's name
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click anywhere on a row ticks it, not only on its box."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
            new = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, new, Qt.ItemDataRole.CheckStateRole)
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, max(super().sizeHint(option, index).height(), round(option.fontMetrics.height() * 1.4)))


def _ink(count: int | None) -> QColor:
    return _DIM if count == 0 else theme.TEXT
