"""Small parts that every room uses: labels that show text as it is, and tips that never act on a file name."""

import html
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from ui import marks, theme, words

_GAP = 12
"""Letters of a word that begins a new line of its own."""
_LTR, _RTL = "\u200e", "\u200f"


def label(text: str = "", *, role: str = "", wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label of plain text; `role` is "title", "section" or "quiet" for the style sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    _dress(made, role)
    return made


def _dress(label: QLabel, role: str) -> None:
    """Dress a label for its role."""
    if role:
        label.setProperty("role", role)
    if role == "title":
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        label.setFont(font)


class Line(QLabel):
    """Plain text that gives way: what has no room in one line, or in `lines`, is left out and stands in the tip.

    It lies where the window's direction puts it, whatever the direction of a name in it.
    """

    def __init__(
        self,
        *,
        role: str = "",
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elide, self._lines = elide, lines
        self.setWordWrap(lines > 1)
        self.setTextFormat(Qt.TextFormat.PlainText)
        _dress(self, role)
        self._whole = ""

    def set_whole(self, text: str, *, told: str = "") -> None:
        """Show as much of this as there is room for; tip and screen reader say `told`, where it says more."""
        self._whole = text
        self.setAccessibleName(told or text)
        self.setToolTip(tip(told or text))
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().height() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._lines > 1:  # a word that has no room at the end of a line leaves a gap there
            # Qt moves a line read from the right by the space at its end, and cuts that much off its last letter.
            space = metrics.horizontalAdvance(" ") if rtl else 0
            self.setContentsMargins(space, 0, 0, 0)
            room = self._lines * (room - space) - (self._lines - 1) * metrics.averageCharWidth() * _GAP
        text = metrics.elidedText(self._whole, self._elide, room)
        self.setText(text if text.isascii() and not rtl else (_RTL if rtl else _LTR) + words.isolated(text))
        if self._lines > 1:
            self.setFixedHeight(max(metrics.height(), self.heightForWidth(self.width())))


def tip(text: str) -> str:
    """`text` for a tool tip: Qt would take a file name with a tag in it for HTML, and load what it names."""
    return "<qt>" + html.escape(text, quote=False).replace("\n", "<br>") + "</qt>" if text else ""


def mark_button(shape: marks.Shape, name: str) -> QToolButton:
    """A button that shows only a mark; `name` is what it does."""
    button = QToolButton()
    button.setIcon(marks.icon(shape, theme.TEXT))
    button.setAccessibleName(name)
    button.setToolTip(tip(name))
    button.setProperty("quiet", True)
    return button


def tab_through(first: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go from `first` through these: what was made last would come last in the whole window."""
    for part in parts:
        QWidget.setTabOrder(first, part)
        first = part


def press_with_enter(dialog: QDialog) -> None:
    """Let Enter press the button that has the keyboard, in a dialog where no button is pressed by Enter elsewhere."""
    dialog.installEventFilter(_Enter(dialog))


class _Enter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QDialog):
            button = watched.focusWidget()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
                button.click()
                return True
        return super().eventFilter(watched, event)


def with_browse(line: QLineEdit, browse: Callable[[], object]) -> QHBoxLayout:
    """A line for a path, and the button that asks for one."""
    button = QPushButton(words.tr("&Browse…"))
    button.setAutoDefault(False)
    button.clicked.connect(lambda: browse())
    row = QHBoxLayout()
    row.addWidget(line, 1)
    row.addWidget(button)
    return row


def text_button(text: str, name: str, act: Callable[[], object]) -> QToolButton:
    """A small button with a word or a sign on it; `name` is what it does."""
    button = QToolButton()
    name_button(button, text, name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: act())
    return button


def name_button(button: QToolButton, text: str, name: str) -> None:
    """Let a button bear a word or a sign, and say what it does now."""
    button.setText(text)
    button.setAccessibleName(name)
    button.setToolTip(tip(name))
