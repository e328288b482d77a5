"""What a canvas says of its view: the zoom in the original's pixels, what is turned or changed, how to look."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from ui import words
from ui.viewer.canvas import Canvas
from ui.viewer.view import View


def percent(zoom: float) -> str:
    """A zoom as people read it, as exact as is of use."""
    share = zoom * 100
    return f"{share:.1f}" if share < 10 else f"{share:.0f}"


def turned(view: View) -> str:
    """How the picture lies, "" where it lies as it is."""
    said = {
        (90, False): words.tr("turned 90° to the right"),
        (180, False): words.tr("turned 180°"),
        (270, False): words.tr("turned 90° to the left"),
        (0, True): words.tr("mirrored left to right"),
        (90, True): words.tr("mirrored left to right, then turned 90° to the right"),
        (180, True): words.tr("mirrored top to bottom"),
        (270, True): words.tr("mirrored left to right, then turned 90° to the left"),
    }
    return said.get((view.turned, view.mirrored), "")


class ViewLine(QLabel):
    """Lies on the canvas and lets the mouse through."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setObjectName("onPicture")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        canvas.view_changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Say what is so now."""
        lines, around = self._lines(), 2 * self.fontMetrics().height() * 2
        room = int(self._canvas.width() - self._canvas.overview.room(self._canvas)) - around
        self.setText("\n".join(part for line in lines for part in self._broken(line, room)))
        self.setAccessibleName("\n".join(lines))
        self.setVisible(bool(lines))

    def _broken(self, line: str, room: int) -> list[str]:
        """A line, or two and more where one does not fit."""
        wide, parts = self.fontMetrics().horizontalAdvance, [""]
        for word in line.split(" "):
            longer = f"{parts[-1]} {word}".lstrip()
            parts[-1:] = [longer] if not parts[-1] or wide(longer) <= room else [parts[-1], word]
        return [self.fontMetrics().elidedText(part, Qt.TextElideMode.ElideRight, room) for part in parts]

    def _lines(self) -> list[str]:
        canvas, view = self._canvas, self._canvas.view
        if view.size.isEmpty() or canvas.said:
            return []
        zoom = words.tr("{percent} %").format(percent=percent(view.shown_zoom))
        lines = [zoom if view.zoom else words.tr("{zoom}, fitted").format(zoom=zoom)]
        decoded = canvas.picture.large.size()
        if not decoded.isEmpty() and decoded.width() + 1 < view.size.width():
            whole = words.tr("Shown from {shown} of the original's {whole} pixels.")
            sizes = (f"{decoded.width()} × {decoded.height()}", f"{view.size.width():.0f} × {view.size.height():.0f}")
            shown, every = (words.isolated(size.replace(" ", "\u00a0")) for size in sizes)
            lines.append(whole.format(shown=shown, whole=every))
        changes = [turned(view)] if view.changed else []
        if not canvas.levels.neutral:
            changes.append(words.tr("levels changed"))
        if changes:
            done = words.tr("View only: {changes}. Backspace puts it back.")
            lines.append(done.format(changes=words.tr(", ").join(changes)))
        if canvas.covered:
            lines.append(words.tr("Hold Space to look, Ctrl+Space to look at a part."))
        return lines
