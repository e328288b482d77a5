"""How the window looks: one dark palette, one style sheet, sizes that follow the text."""

from pathlib import Path

from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

BASE = QColor("#16181b")
WINDOW = QColor("#1d2023")
RAISED = QColor("#282c31")
LINE = QColor("#3a3f46")
FIELD = QColor("#6f7680")
"""Around what can be filled in: at least 3 to 1 against all that lies beside it."""
TEXT = QColor("#e4e6e8")
QUIET = QColor("#a3abb5")
ACCENT = QColor("#6ea8fe")
CHOSEN = QColor("#254061")
WARN = QColor("#f2c14e")
GRAVE = QColor("#ff8f70")
GOOD = QColor("#7fd1a0")
DISABLED = QColor("#737b85")


_SYSTEM_SIZE = "systemPointSize"


def apply(application: QApplication, *, text_size: int = 100) -> None:
    """Dress the application; its font is the system's, `text_size` per cent as large."""
    font = application.font()
    if application.property(_SYSTEM_SIZE) is None:
        application.setProperty(_SYSTEM_SIZE, QFontInfo(font).pointSizeF())
    font.setPointSizeF(application.property(_SYSTEM_SIZE) * text_size / 100)
    application.setFont(font)
    application.setStyle(QStyleFactory.create("Fusion"))
    palette = QPalette()
    role = QPalette.ColorRole
    for which, color in {
        role.Window: WINDOW,
        role.WindowText: TEXT,
        role.Base: BASE,
        role.AlternateBase: WINDOW,
        role.Text: TEXT,
        role.Button: RAISED,
        role.ButtonText: TEXT,
        role.BrightText: TEXT,
        role.ToolTipBase: RAISED,
        role.ToolTipText: TEXT,
        role.PlaceholderText: QUIET,
        role.Highlight: CHOSEN,
        role.HighlightedText: TEXT,
        role.Link: ACCENT,
        role.LinkVisited: ACCENT,
        role.Accent: ACCENT,
    }.items():
        palette.setColor(which, color)
    for which in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, DISABLED)
    application.setPalette(palette)
    sheet = (RESOURCES / "styles" / "dark.qss").read_text(encoding="utf-8")
    names = {"base": BASE, "window": WINDOW, "raised": RAISED, "line": LINE, "field": FIELD, "text": TEXT}
    names |= {"quiet": QUIET, "accent": ACCENT, "chosen": CHOSEN, "warn": WARN, "grave": GRAVE}
    for name, color in names.items():
        sheet = sheet.replace(f"@{name}", color.name())
    application.setStyleSheet(sheet.replace("@icons", (RESOURCES / "icons").as_posix()))
