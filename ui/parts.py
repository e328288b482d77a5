"""Small parts that every room uses: labels that show text as it is, and tips that never act on a file name."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from ui import marks, theme


def label(text: str = "", *, role: str = "", wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label of plain text; `role` is "title", "section" or "quiet" for the style sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if role == "title":
        font = made.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        made.setFont(font)
    return made


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
