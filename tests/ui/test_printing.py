"""Printed pages: what is covered is a cover on them whatever is held or chosen, and they say what they are of."""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.case import Case
from annotator.model import Change, ContentWarning, Filter, Item, Level
from annotator.region import Cover, Region, Shape
from tests.ui.conftest import choose
from tests.ui.test_shield import hold, red_points
from ui import language
from ui.dialogs.printing import PrintOptions
from ui.main_window import MainWindow
from ui.printing import filling
from ui.printing.filling import Order, Printed, first_page, to_pdf
from ui.printing.pages import LAYOUTS, Layout
from ui.settings import Language
from ui.shield.shield import ShieldLook

TWELVE, SIX, ONE = LAYOUTS


def rendered(path: Path) -> list[QImage]:
    """The pages of a PDF file as they look on white paper."""
    document, images = QPdfDocument(), []
    assert document.load(str(path)) is QPdfDocument.Error.None_
    for page in range(document.pageCount()):
        drawn = document.render(page, document.pagePointSize(page).toSize())
        images.append(QImage(drawn.size(), QImage.Format.Format_RGB32))
        images[-1].fill(Qt.GlobalColor.white)
        with QPainter(images[-1]) as painter:
            painter.drawImage(0, 0, drawn)
    return images


def text(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def order(numbers: Iterable[int], layout: Layout, *, without_covered: bool = False) -> Order:
    numbers = array("q", numbers)
    return Order(numbers=numbers, said="All", layout=layout, look=ShieldLook(), without_covered=without_covered)


def printed(case: Case, path: Path, wanted: Order) -> Printed:
    (done,) = (event for event in to_pdf(case, Event(), wanted, path) if isinstance(event, Printed))
    return done


@pytest.fixture
def case(case_path: Path, application: QApplication) -> Iterator[Case]:
    with Case.open(case_path, actor="Rana") as case:
        yield case


def number(case: Case) -> int:
    return next(item.item for item in case.items(case.find(Filter())) if "stripes" in item.name)


def show(case: Case) -> None:
    """Say of the stripes that they are not graphic."""
    case.annotate([number(case)], Change(warning=ContentWarning(level=Level.NONE)))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.items))
def test_no_trace_of_a_covered_item_is_printed_in_any_size(case: Case, layout: Layout, tmp_path: Path) -> None:
    stripes, file = number(case), tmp_path / "p.pdf"
    wanted = order([stripes], layout)

    def red() -> list[int]:
        """On the page, and on the small picture of it that is shown before."""
        printed(case, file, wanted)
        return [red_points(page) for page in (*rendered(file), first_page(case, wanted, 600))]

    assert red() == [0, 0]
    show(case)
    assert min(red()) > 50
    part = ((0.0, 0.0), (1.0, 1.0))
    case.regions.add(Region(region=0, item=stripes, shape=Shape.BOX, points=part, cover=Cover.COVERED))
    assert red() == [0, 0]


def test_an_item_that_is_covered_while_its_picture_is_read_is_printed_covered(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = filling._picture

    def picture(case: Case, item: Item, wanted: Order) -> QImage:
        image = read(case, item, wanted)
        case.annotate([item.item], Change(warning=ContentWarning(level=Level.EXTREME)))
        return image

    show(case)
    monkeypatch.setattr(filling, "_picture", picture)
    printed(case, tmp_path / "p.pdf", order([number(case)], TWELVE))
    assert [red_points(page) for page in rendered(tmp_path / "p.pdf")] == [0]


def save_as(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """Print what is selected into a file, with the shield held open all the while."""
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda dialog: [str(path)])
    window.actions_.by_name["print"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PrintOptions) is not None)
    window.shield.look()
    box = window.findChild(PrintOptions).findChild(QDialogButtonBox)
    next(button for button in box.buttons() if "DF" in button.text()).click()
    qtbot.waitUntil(lambda: window.findChild(PrintOptions) is None)


def test_space_held_while_printing_is_asked_for_uncovers_nothing_on_paper(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "looking.pdf"
    assert window.desk is not None
    choose(window, "stripes")
    hold(window.desk.grid)
    assert window.shield.looking
    save_as(window, path, monkeypatch, qtbot)
    runner = window.desk.runner
    qtbot.waitUntil(lambda: path.exists() and not runner.busy, timeout=10_000)
    assert "1 stripes.png" in text(path).replace("\u00a0", " ")
    assert [red_points(page) for page in rendered(path)] == [0]
    inside = runner.path / "p.pdf"
    save_as(window, inside, monkeypatch, qtbot)
    assert "outside of the case folder" in window.notices._text.text()
    assert not runner.busy
    assert not inside.exists()


def test_pages_say_what_they_are_of_and_the_case_stays_as_it_is(case: Case, tmp_path: Path) -> None:
    head = case.journal_head()
    assert printed(case, tmp_path / "six.pdf", order(case.find(Filter()), SIX)) == Printed(items=6, pages=1)
    assert printed(case, tmp_path / "one.pdf", order(case.find(Filter()), ONE)) == Printed(items=6, pages=6)
    assert case.journal_head() == head
    said = text(tmp_path / "one.pdf")
    for item in case.items(case.find(Filter())):
        assert item.sha256 in said
    for part in ("Hass 2016", "Rana", "Page 6 of 6", "can't be read", "Not assessed", "Unreviewed"):
        assert part in said


def test_covered_items_can_be_left_out(case: Case, tmp_path: Path) -> None:
    show(case)
    wanted = order(case.find(Filter()), TWELVE, without_covered=True)
    assert printed(case, tmp_path / "p.pdf", wanted) == Printed(items=1, pages=1)
    assert "Covered items are left out." in text(tmp_path / "p.pdf")


def test_a_printing_that_is_stopped_leaves_no_file(case: Case, tmp_path: Path) -> None:
    folder, cancel = tmp_path / "out", Event()
    folder.mkdir()
    for _ in to_pdf(case, cancel, order(case.find(Filter()), ONE), folder / "p.pdf"):
        cancel.set()
    assert list(folder.iterdir()) == []


def test_arabic_pages_begin_at_the_right(case: Case, tmp_path: Path, application: QApplication) -> None:
    show(case)
    language.install(application, Language.ARABIC)
    try:
        printed(case, tmp_path / "p.pdf", order([number(case)], TWELVE))
    finally:
        language.install(application, Language.ENGLISH)
    (page,) = rendered(tmp_path / "p.pdf")
    half = page.width() // 2
    assert red_points(page.copy(0, 0, half, page.height())) == 0
    assert red_points(page.copy(half, 0, half, page.height())) > 50
