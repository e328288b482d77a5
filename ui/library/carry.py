"""What leaves the grid by mouse: a menu of what can be done, and items as text. Never a picture, never a file."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QDrag, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from annotator.case import Case
from ui import theme, words
from ui.jobs import JobRunner
from ui.shield.shield import Shield

_MOST = 1000


def lines(case: Case, numbers: Sequence[int]) -> str:
    """Name and SHA-256 of these items, at most a thousand, a line for each."""
    return "\n".join(f"{item.name}\t{item.sha256 or ''}" for item in case.items(numbers[:_MOST]))


def menu(page: QWidget, names: Sequence[str]) -> QMenu:
    """A menu of these actions, of those that act where `page` is."""
    known: dict[str, QAction] = {}
    widget: QWidget | None = page
    while widget is not None:
        known |= {action.objectName(): action for action in widget.actions() if action.objectName()}
        widget = widget.parentWidget()
    made = QMenu(page)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name in names:
        if not name:
            made.addSeparator()
        elif name in known:
            made.addAction(known[name])
    return made


def begin(source: QWidget, runner: JobRunner, shield: Shield, numbers: Sequence[int]) -> None:
    """Let these items be dropped somewhere as text, once their names are read."""

    def start(text: str) -> None:
        # Dragging runs a loop of its own: not inside the delivery of results.
        QTimer.singleShot(0, source, lambda: _drag(source, shield, text, len(numbers)))

    runner.read(lambda case: lines(case, numbers), start)


def mime(text: str) -> QMimeData:
    """What is offered to other programs."""
    data = QMimeData()
    data.setText(text)
    return data


def sign(source: QWidget, count: int) -> QPixmap:
    """What is seen under the cursor: how many items."""
    text = words.items(count)
    metrics = source.fontMetrics()
    pixmap = QPixmap(metrics.horizontalAdvance(text) + 24, metrics.height() + 12)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.ACCENT)
    painter.setBrush(theme.CHOSEN)
    painter.drawRoundedRect(QRectF(pixmap.rect()).adjusted(1, 1, -1, -1), 4, 4)
    painter.setPen(theme.TEXT)
    painter.drawText(pixmap.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap


def _drag(source: QWidget, shield: Shield, text: str, count: int) -> None:
    if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        return  # it was let go before the names were there
    shield.let_go()  # Qt keeps the keys to itself while it drags: nobody would hear Space being let go
    drag = QDrag(source)
    drag.setMimeData(mime(text))
    drag.setPixmap(sign(source, count))
    drag.exec(Qt.DropAction.CopyAction)
