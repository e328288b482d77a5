"""Filling printed pages: items and pictures read beside the window, one by one, covered before they are painted."""

import os
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QLocale, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPdfWriter

from annotator import disk
from annotator.case import Case
from annotator.errors import DiskFailed, DiskFull, EvidenceError
from annotator.events import Progress
from annotator.model import Item, Kind
from annotator.text import shown
from ui import findings, words
from ui.library import thumbnails, told
from ui.printing.pages import Device, Frame, Layout, Pages
from ui.shield.shield import ShieldLook
from ui.viewer import pictures
from ui.viewer.facts import facts

DPI = 300
"""Points that a page is laid out in; pictures keep their own."""
_TAIL = 32
_MARGIN = 12.0
"""Millimetres."""
_DIGITS = 16
"""Of a SHA-256, where there is no room for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be printed, and how. Nothing in it uncovers anything."""

    numbers: "array[int]"
    said: str
    """What these items are, in words."""
    layout: Layout
    look: ShieldLook
    without_covered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """All of it was printed."""

    items: int
    pages: int


def to_pdf(
    case: Case, cancel: Event, order: Order, path: Path, sheet: QPageLayout | None = None
) -> Iterator[Progress | Printed]:
    """Write a PDF file, which is there when it is whole, on sheets like this. Raises DiskFull, DiskFailed."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    with disk.told(path):
        partial.touch(exist_ok=False)
    try:
        writer = QPdfWriter(str(partial))
        writer.setResolution(DPI)
        writer.setPageLayout(sheet or usual_sheet())
        writer.setTitle(shown(case.title))
        writer.setCreator("Evidence Annotator")
        for event in on_paper(case, cancel, order, writer):
            if isinstance(event, Printed):
                with disk.told(path):
                    if not _whole(partial):
                        raise DiskFull(str(path))  # Qt does not say so
                    partial.replace(path)
            yield event
    finally:
        partial.unlink(missing_ok=True)


def _whole(file: Path) -> bool:
    """Whether a PDF file has its end."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - _TAIL))
        return b"%%EOF" in opened.read()


def usual_sheet() -> QPageLayout:
    """The paper that is usual where the computer is, upright."""
    american = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def first_page(case: Case, order: Order, longest: int) -> QImage:
    """What the first page will look like, so many pixels high and without its margins."""
    sheet = usual_sheet()
    size = QSizeF(sheet.paintRectPixels(DPI).size())
    image = QImage(
        size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).toSize(), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    per_meter = round(DPI / 0.0254 * image.height() / size.height())
    image.setDotsPerMeterX(per_meter)
    image.setDotsPerMeterY(per_meter)
    small = replace(order, layout=replace(order.layout, longest=thumbnails.LONGEST))
    list(on_paper(case, Event(), small, image))
    return image


def on_paper(case: Case, cancel: Event, order: Order, device: Device) -> Iterator[Progress | Printed]:
    """Print on a device whose sheets are set up, on an image the first of them; ends without `Printed` when it is
    cancelled. Raises DiskFailed."""
    covered = case.library.covered(order.numbers) if order.without_covered else ()
    numbers = [number for number in order.numbers if number not in covered]
    pages = order.layout.pages(len(numbers))
    frame = Frame(
        title=words.isolated(shown(case.title)),
        date=words.isolated(f"{datetime.now().astimezone():%Y-%m-%d %H:%M %z}"),
        said=order.said,
        actor=words.isolated(shown(case.actor)),
        note=words.tr("Covered items are left out.")
        if order.without_covered
        else words.tr("What is covered is printed as its cover."),
        pages=pages,
    )
    painted = Pages(device, order.layout, frame)
    if not painted.begin():
        raise DiskFailed(words.tr("Printer"), words.tr("it takes no pages"))
    try:
        for done, number in enumerate(numbers[: order.layout.items] if isinstance(device, QImage) else numbers):
            if cancel.is_set():
                return
            yield Progress(done=done, total=len(numbers))
            item, image = _read(case, number, order)
            painted.add(item, image, _few(case, item) if order.layout.lines else _all(case, item))
    finally:
        painted.end()
    yield Printed(items=len(numbers), pages=pages)


def _read(case: Case, number: int, order: Order) -> tuple[Item, QImage]:
    """An item and its picture, or its cover: also where it was covered while its picture was being read."""
    while True:
        (item,) = case.items([number])
        image = _picture(case, item, order)
        if item.covered or not case.library.covered([number]):
            return item, image


def _picture(case: Case, item: Item, order: Order) -> QImage:
    """The picture of an item that is not covered, the cover of one that is; a null image where there is none."""
    if not item.readable or item.kind is Kind.DOCUMENT:
        return QImage()
    key, longest = (item.item, not item.covered), order.layout.longest
    if not item.covered and longest > thumbnails.LONGEST:
        try:
            if item.kind is not Kind.VIDEO:
                return pictures.photo(item.item, longest, order.look)(case).image
            first = next((frame.time_in_video or 0.0 for frame in case.frames(item.item) if frame.phash), 0.0)
            return pictures.frame(item.item, first, longest, order.look)(case).image
        except EvidenceError:
            pass  # what was kept of it at its import may still be there
    kept = thumbnails.load(case, key, order.look)
    return thumbnails.draw(case, key, order.look) if kept.isNull() else kept


def _facts(case: Case, item: Item) -> dict[str, str]:
    """What is said of an item, by what it is called. Sampled frames are given nothing: their video is."""
    known = dict(facts(item)) | {told.title("status"): words.term("status", item.status)}
    if item.sampled and item.parent is not None:
        said = _facts(case, *case.items([item.parent]))
        for name in (words.tr("Warning"), told.title("status")):
            known[name] = words.tr("{value} ({source})").format(value=said[name], source=words.tr("its video"))
    return known


def _kind(item: Item) -> str:
    """What it is, and how long, or when in its video."""
    kind = words.kind(item.kind)
    if item.duration is not None:
        return words.tr(", ").join((kind, words.clock(item.duration)))
    if item.time_in_video is not None:
        return words.tr(", ").join((kind, words.clock(item.time_in_video, exact=True)))
    return kind


def _few(case: Case, item: Item) -> list[str]:
    """What has room under a small picture."""
    known = _facts(case, item)
    digest = words.isolated(f"{item.sha256[:_DIGITS]}…") if item.sha256 else words.tr("none of its own")
    names = (words.tr("Time"), words.tr("Place"), words.tr("Warning"), told.title("status"))
    return [
        words.line(_kind(item)),
        words.about(words.tr("SHA-256"), digest),
        *(words.about(name, known[name]) for name in names),
    ]


def _all(case: Case, item: Item) -> list[str]:
    """All that is said of an item, but for its metadata and history."""
    detail = case.detail(item.item)
    rows = [
        (told.title("kind"), _kind(item)),
        *_facts(case, item).items(),
        (told.title("incident"), words.tr(", ").join(words.isolated(name) for name in item.incidents)),
        (told.title("tag"), words.tr(", ").join(words.isolated(name) for name in item.tags)),
        *((words.tr("Problem"), findings.told(problem.message)) for problem in item.problems),
        *((words.tr("Found at"), words.isolated(path)) for path in detail.paths),
        *(
            (words.tr("Note of {name}").format(name=words.isolated(note.actor)), words.isolated(note.text))
            for note in detail.notes
        ),
    ]
    return [words.about(name, said) for name, said in rows if said]
