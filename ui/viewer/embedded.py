"""The small picture that a photo's file carries, beside the photo, and in words whether it shows the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.analysis import Embedded, Inside
from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.model import Item, Kind
from annotator.region import Region
from ui import failures, findings, words
from ui.jobs import JobRunner, Lane
from ui.parts import label
from ui.shield import parts
from ui.shield.shield import Shield, cover
from ui.viewer.canvas import Canvas

_QUIET_MS = 120


def said(found: Embedded) -> str:
    """What was found, as a sentence."""
    return {
        Inside.SAME: words.tr("The thumbnail inside the file shows the same picture."),
        Inside.RESHAPED: words.tr(
            "The thumbnail inside the file shows the same picture in another shape: one of them was cut or stretched."
        ),
        Inside.TURNED: words.tr("The thumbnail inside the file shows the same picture, turned or mirrored."),
        Inside.OTHER: words.tr(
            "The thumbnail inside the file shows another picture, or another part of it. "
            "Editing can leave an old thumbnail behind."
        ),
        Inside.UNCERTAIN: words.tr(
            "There is a thumbnail inside the file. Whether it shows the same can't be told: "
            "there is too little to compare."
        ),
        Inside.NONE: words.tr("No thumbnail was found inside the file."),
        Inside.NOT_READ: words.tr("There is a thumbnail inside the file, but it was not read. {reason}").format(
            reason=findings.told(found.reason)
        ),
    }[found.inside]


def read(number: int) -> Callable[[Case], tuple[Embedded, list[Region]]]:
    """What the file carries, and which parts of the photo are covered."""
    return lambda case: (case.pictures.embedded(number), case.regions.parts(number))


class EmbeddedPane(QWidget):
    """Follows the item on show while it is visible."""

    def __init__(self, runner: JobRunner, shield: Shield, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Thumbnail inside the file"))
        self._runner, self._shield = runner, shield
        self._item: Item | None = None
        self._asked = 0
        self._settling = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._settling.timeout.connect(self._ask)
        self.canvas = Canvas(shield)
        self.canvas.setAccessibleName(self.tr("Thumbnail inside the file"))
        self.canvas.wanted.connect(self._ask)
        shield.restyled.connect(self._ask)
        self.sentence, self._facts = label(wrap=True), label(role="quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.addWidget(label(self.tr("Inside the file"), role="section"))
        column.addWidget(self.canvas, 1)
        column.addWidget(self.sentence)
        column.addWidget(self._facts)
        self.hide()

    def show_item(self, item: Item | None) -> None:
        """Follow to this item, or the same one as it reads now."""
        other = self._item is None or item is None or self._item.item != item.item
        self._item = item
        if other:
            self.canvas.hide()
            self.sentence.clear()
            self._facts.clear()
        if item is not None and not self.isHidden():
            self._settling.start()

    def renew(self) -> None:
        """Other parts of the photo are covered now: show nothing until it is known which."""
        self._asked += 1
        self.canvas.hide()
        if not self.isHidden():
            self._settling.start()

    @Slot()
    def _ask(self) -> None:
        item = self._item
        if item is None or self.isHidden():
            return
        self._asked += 1
        asked = self._asked
        if item.kind is not Kind.PHOTO:
            self.sentence.setText(self.tr("Only photos carry a thumbnail inside their file."))
            return
        self._runner.read(
            read(item.item),
            lambda result: self._take(*result) if asked == self._asked else None,
            lane=Lane.PICTURES,
            failed=lambda error: self._lost(error) if asked == self._asked else None,
        )

    def _take(self, found: Embedded, regions: Sequence[Region]) -> None:
        item, picture = self._item, found.picture
        if item is None:
            return
        self.sentence.setText(said(found))
        self.canvas.setVisible(picture is not None)
        self._facts.clear()
        if picture is None:
            return
        size = words.isolated(f"{picture.width} × {picture.height}")
        facts = [found.source, size]
        if found.distance is not None:
            facts.append(self.tr("{count} of 64 bits differ").format(count=found.distance))
        self._facts.setText(words.tr(", ").join(facts))
        borrowed = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
        image = borrowed.convertToFormat(QImage.Format.Format_RGB32)
        hidden = parts.covering(regions)
        if hidden and found.inside is Inside.SAME:
            image = parts.covered(image, hidden)
        elif hidden:  # nobody knows where in the thumbnail the covered part lies
            image = cover(image, self._shield.style)
        self.canvas.set_item(replace(item, width=picture.width, height=picture.height))
        self.canvas.set_picture(image, cover(image, self._shield.style))

    def _lost(self, error: BaseException) -> None:
        if isinstance(error, EvidenceError):
            self.sentence.setText(failures.sentence(error))
        else:
            self._runner.failed.emit(error)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._asked += 1
