"""Facts over the picture: time, place, camera, size, digest, warning, each in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QWidget

from annotator.model import Item
from ui import words
from ui.parts import Line, label


def facts(item: Item) -> list[tuple[str, str]]:
    """Label and value of what is known; what is not known says so."""
    unknown = words.tr("not known")
    place = [words.isolated(name) for name in item.places]
    if item.latitude is not None and item.longitude is not None:
        place.append(words.isolated(f"{item.latitude:.5f}, {item.longitude:.5f}"))
    size = [f"{item.width} × {item.height}"] if item.width and item.height else []
    size += [words.size(item.bytes)] if item.bytes is not None else []
    warning = words.why_covered(item) if item.covered else words.level(item.warning.level)
    camera = words.camera(item)
    return [
        (words.tr("Time"), _with_source(item.captured_at, item.captured_at_source) or unknown),
        (words.tr("Place"), _with_source(words.tr(", ").join(place), item.location_source) or unknown),
        (words.tr("Camera"), _with_source(camera, item.camera_source) or unknown),
        (words.tr("Size"), words.tr(", ").join(words.isolated(part) for part in size) or unknown),
        (words.tr("SHA-256"), item.sha256 or words.tr("none: a sampled frame has no bytes of its own")),
        (words.tr("Warning"), warning),
    ]


def _with_source(value: str | None, source: str | None) -> str:
    if not value or not source:
        return value or ""
    return words.tr("{value} ({source})").format(value=words.isolated(value), source=source)


class Facts(QFrame):
    """Lies on the canvas and lets the mouse through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("onPicture")
        self.setAccessibleName(self.tr("Facts"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(10, 8, 10, 8)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(3)
        self.hide()

    def show_item(self, item: Item) -> None:
        """Say what is known of this item."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in facts(item):
            line = Line(elide=Qt.TextElideMode.ElideMiddle)
            line.set_whole(value)
            line.setMinimumWidth(self.fontMetrics().height() * 6)
            self._form.addRow(label(name, role="quiet"), line)
        self.setAccessibleDescription("\n".join(f"{name}: {value}" for name, value in facts(item)))
