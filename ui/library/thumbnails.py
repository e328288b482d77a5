"""Small pictures for the grid: read beside the window, newest request first, covered before they get here."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.model import Item, Kind
from ui.jobs import JobRunner, Lane
from ui.shield import parts
from ui.shield.shield import ShieldLook, cover

Key = tuple[int, bool]
"""An item's number, and whether its picture is bare."""
_BATCH = 8
_WAITING = 400
_BYTES = 64 << 20
LONGEST = 320


def read_jpeg(path: str) -> QImage:
    """A picture of our own cache; nothing but JPEG is tried, whatever the bytes look like."""
    reader = QImageReader(path, b"jpeg")
    reader.setAutoDetectImageFormat(False)
    if max(reader.size().width(), reader.size().height()) > LONGEST:
        return QImage()
    return reader.read()


class Thumbnails(QObject):
    """A bounded cache. What is covered is covered in the reading thread: the bare picture is not kept."""

    arrived = Signal(int)
    """The item whose picture is there now."""

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: OrderedDict[Key, bool] = OrderedDict()
        self._reading: set[Key] = set()
        self._look = ShieldLook()
        self._renewals = 0
        self._renewed: dict[int, int] = {}
        """By item, the last of the renewals; what was read before it is stale."""
        self._lent: set[int] = set()
        """Covered items whose bare picture was asked for since the shield was closed last."""

    def restyle(self, look: ShieldLook) -> None:
        """Make covers like this from now on, and forget those that look otherwise."""
        self._look = look
        covers = [key for key in self._images if not key[1]]
        for key in covers:
            self.forget(key)
        for number, _ in covers:
            self.arrived.emit(number)  # whoever shows it asks again

    def renew(self, numbers: Iterable[int]) -> None:
        """Keep no picture of these items: other parts of them are covered now."""
        self._renewals += 1
        for number in numbers:
            self._renewed[number] = self._renewals
            self.forget((number, True))
            self.forget((number, False))
            self.arrived.emit(number)  # whoever shows it asks again

    def cover_up(self) -> None:
        """The shield is closed: keep no bare picture of what is covered, nor any that is still on its way."""
        lent, self._lent = self._lent, set()
        self._renewals += bool(lent)
        for number in lent:
            self._renewed[number] = self._renewals
            self._wanted.pop((number, True), None)
            self.forget((number, True))

    def image(self, item: Item, *, bare: bool) -> QImage | None:
        """The picture, a null image where there is none, or None while it is on its way."""
        key = (item.item, bare)
        if bare and item.covered:
            self._lent.add(item.item)
        elif item.covered and item.item not in self._lent:
            self.forget((item.item, True))  # from before it was covered
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
            return image
        if key not in self._reading:
            self._wanted[key] = item.readable and item.kind is not Kind.DOCUMENT
            self._wanted.move_to_end(key)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            self._read_next()
        return None

    def forget(self, key: Key) -> None:
        image = self._images.pop(key, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()

    def _read_next(self) -> None:
        if self._reading or not self._wanted:
            return
        batch = [self._wanted.popitem() for _ in range(min(_BATCH, len(self._wanted)))]
        self._reading.update(key for key, _ in batch)
        look, began = self._look, self._renewals
        self._runner.read(
            lambda case: [(key, drawable, load(case, key, look)) for key, drawable in batch],
            lambda images: self._take(images, look, began),
            lane=Lane.THUMBNAILS,
            failed=lambda error: self._lost(batch, error),
        )

    def _take(self, images: list[tuple[Key, bool, QImage]], look: ShieldLook, began: int) -> None:
        for key, drawable, image in images:
            self._reading.discard(key)
            if (look != self._look and not key[1]) or self._renewed.get(key[0], 0) > began:
                self.arrived.emit(key[0])
                continue
            self._keep(key, image)
            if image.isNull() and drawable:
                self._draw(key)
        self._read_next()

    def _lost(self, batch: list[tuple[Key, bool]], error: BaseException) -> None:
        for key, _ in batch:
            self._reading.discard(key)
            self._keep(key, QImage())
        self._runner.failed.emit(error)
        self._read_next()

    def _draw(self, key: Key) -> None:
        look, began = self._look, self._renewals
        self._runner.read(
            lambda case: [(key, False, draw(case, key, look))],
            lambda images: self._take(images, look, began),
            lane=Lane.PICTURES,
        )

    def _keep(self, key: Key, image: QImage) -> None:
        self.forget(key)
        self._images[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _BYTES:
            _, dropped = self._images.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
        self.arrived.emit(key[0])


def load(case: Case, key: Key, look: ShieldLook) -> QImage:
    number, bare = key
    path = case.pictures.thumbnail(number)
    if path is None:
        return QImage()
    whole = read_jpeg(str(path))
    if whole.isNull():
        return whole
    regions = case.regions.parts(number)
    image = parts.covered(whole, regions)
    if not bare:
        return parts.uncovered(cover(image, look), image, regions)
    small = image.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
    return small.convertToFormat(QImage.Format.Format_RGB32)


def draw(case: Case, key: Key, look: ShieldLook) -> QImage:
    try:
        drawn = case.pictures.draw_thumbnail(key[0])
    except EvidenceError:
        return QImage()  # the cell then says that there is no picture; opening the item says why
    return load(case, key, look) if drawn is not None else QImage()
