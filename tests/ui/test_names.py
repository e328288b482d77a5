"""Every control of every page, panel and dialog has a name for screen readers, and the keyboard gets to it."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from annotator.answers import Answer
from annotator.case import Case
from annotator.model import Change, ContentWarning, Level, Sampling, Status
from tests.makers import photo, scene, with_thumbnail
from tests.ui.conftest import choose, settle
from ui.actions import SPECS
from ui.dialogs.bulk import BulkEdit
from ui.dialogs.export import ExportOptions
from ui.dialogs.hash_lists import HashLists
from ui.dialogs.import_options import ImportOptions
from ui.dialogs.known import Known
from ui.dialogs.new_case import NewCase
from ui.dialogs.new_list import NewList
from ui.dialogs.printing import PrintOptions
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.start import StartPage
from ui.keymap import Keymap
from ui.main_window import MainWindow
from ui.review.assign import Assign
from ui.settings import PAGES

CONTROLS = (
    QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractSlider,
    QAbstractSpinBox,
)  # fmt: skip

OTHER_KEYS = {
    "Hold to look at what is covered": "Space",
    "Side by side": "compare_overlay",  # the key of another way, again
    "How much the difference is amplified": "compare_more",
    "Opacity of the second picture": "compare_more",
    "Speed": "compare_more",
    "Where the second picture begins": "compare_wipe_right",
}
"""Controls of the mouse alone, and the action whose key does the same: where pictures are compared Tab goes on."""


def classes(base: type[QWidget]) -> set[type[QWidget]]:
    """The classes of the product that are such a widget, wherever they are."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [base]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind not in found:
                found.add(kind)
                waiting.append(kind)
    return {kind for kind in found if kind.__module__.startswith("ui.")}


def finished(base: type[QWidget]) -> set[type[QWidget]]:
    """Those of them that no other is made from: each must have been looked at."""
    found = classes(base)
    return {kind for kind in found if not any(other is not kind and issubclass(other, kind) for other in found)}


def in_dialogs(kind: type[QWidget]) -> bool:
    return kind.__module__.startswith("ui.dialogs.")


def own_control(widget: QWidget) -> bool:
    """Whether it is one that a person works with, and not a part that Qt has put into one."""
    owner = widget.parentWidget()
    if isinstance(widget, QScrollBar | QTabBar) or widget.objectName().startswith("qt_"):
        return False
    if owner is not None:
        inside = isinstance(owner, QComboBox | QLineEdit | QAbstractItemView | QTabBar | QAbstractSpinBox)
        if inside or "Container" in owner.metaObject().className():
            return False
    # What draws itself and takes the keyboard is a control as well.
    drawn = type(widget).__module__.startswith("ui.") and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return isinstance(widget, CONTROLS) or (drawn and widget.focusProxy() is None)


def controls(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        if own_control(widget):
            yield widget


def described(widget: QWidget) -> str:
    path = [widget]
    while (owner := path[-1].parentWidget()) is not None:
        path.append(owner)
    return " < ".join(type(each).__name__ for each in path)


def nameless(root: QWidget) -> set[str]:
    """Controls that say nothing to who does not see them."""
    return {
        described(widget)
        for widget in controls(root)
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not widget.isHidden()
    }


def by_key(widget: QWidget) -> bool:
    """Whether a key does what it does: that of its action, one that stands on it, or arrows among radio buttons."""
    if isinstance(widget, QToolButton) and widget.defaultAction() is not None:
        return bool(widget.defaultAction().shortcuts())
    other = OTHER_KEYS.get(widget.accessibleName() or getattr(widget, "text", str)())
    if isinstance(widget, QRadioButton) or other == "Space":
        return True
    if other is not None:
        return bool(Keymap().keys(other))
    return isinstance(widget, QAbstractButton) and re.search(r"\s{2}\S+$", widget.text()) is not None


def out_of_reach(root: QWidget) -> set[str]:
    """Controls on show that a mouse gets to, and neither Tab nor a key of theirs."""
    return {
        f"{widget.accessibleName() or getattr(widget, 'text', str)()}: {described(widget)}"
        for widget in controls(root)
        if widget.isVisible()
        and widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not by_key(widget)
    }


class Tour:
    """Goes round, and notes what it has seen and what was wrong there."""

    def __init__(self) -> None:
        self.seen: set[type[QWidget]] = set()
        self.nameless: set[str] = set()
        self.unreachable: set[str] = set()

    def look(self, root: QWidget) -> None:
        self.seen |= {type(widget) for widget in (root, *root.findChildren(QWidget))}
        self.nameless |= nameless(root)
        self.unreachable |= out_of_reach(root)


@pytest.fixture(scope="module")
def imported(media: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the other tests with another thumbnail in a file, a marker, and reviews in all states."""
    folder = tmp_path_factory.mktemp("named")
    photo(folder / "7 thumbnail.jpg", image=scene(7))
    with_thumbnail(folder / "7 thumbnail.jpg", scene(8).resize((160, 120)))
    answer = Answer(warning=ContentWarning(level=Level.NONE), status=Status.VERIFIED)
    with Case.create(folder / "case", title="Named", actor="Hiba") as case:
        list(case.import_files([media, folder / "7 thumbnail.jpg"], workers=1))
        case.annotate([1, 2, 3], Change(add_tags=("minaret",)))
        case.review.assign([1, 2], ["Hiba", "Rana"])
        case.review.answer(1, answer)
    with Case.open(folder / "case", actor="Rana") as case:
        case.review.answer(1, replace(answer, status=Status.REFUTED))
    return folder / "case"


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow], case_path: Path, qtbot: QtBot) -> MainWindow:
    window = open_window(case_path)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: len(desk.model.ids) == 7 and desk.model.item_at(0) is not None)
    settle(window, qtbot)
    return window


def dialogs(window: MainWindow) -> Iterator[QDialog]:
    """One of each dialog that there is; one that needs more than the window to be made has its line here."""
    desk = window.desk
    assert desk is not None
    needing: dict[type[QDialog], Callable[[], QDialog]] = {
        BulkEdit: lambda: BulkEdit(desk.runner, desk.model.ids, incidents=[], places=[], parent=window),
        Assign: lambda: Assign(2, ["Hiba"], "Rana", window),
        ExportOptions: lambda: ExportOptions(Path("bundle"), selected=1, listed=6, parent=window),
        ImportOptions: lambda: ImportOptions(
            [Path("drive")], link=False, sampling=Sampling.KEYFRAMES, every=2.0, parent=window
        ),
        NewCase: lambda: NewCase(Path("cases"), window),
        Known: lambda: Known(desk),
        HashLists: lambda: HashLists(desk),
        PrintOptions: lambda: PrintOptions(selected=(1, 1), listed=(6, 2), parent=window),
        NewList: lambda: NewList(Path("hashes.csv"), window),
    }
    for kind in sorted(classes(QDialog), key=lambda each: each.__name__):
        yield needing[kind]() if kind in needing else kind(window)


def go(window: MainWindow, *names: str) -> None:
    for name in names:
        action = window.actions_.by_name[name]
        assert action.isEnabled(), name
        action.trigger()


def pages(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    """Goes to every page and panel of the window; each is there when its name comes."""
    desk = window.desk
    assert desk is not None
    choose(window, "4 copy")
    settle(window, qtbot)
    for place in range(desk.inspector._pages.count()):
        desk.inspector._pages.setCurrentIndex(place)
        yield f"inspector {place}"
    go(window, "save_search")
    yield "saving a search"
    go(window, "stacks")
    settle(window, qtbot)
    yield "stacks"
    go(window, "stacks", "map", "timeline")
    qtbot.waitUntil(lambda: window.docks.map is not None and window.docks.timeline is not None, timeout=10_000)
    settle(window, qtbot)
    yield "docks"
    go(window, "map", "timeline")
    desk.open_item(choose(window, "7 thumb"))
    qtbot.waitUntil(lambda: not desk.viewer.canvas.empty, timeout=20_000)
    go(window, "levels", "facts", "loupe", "embedded")
    qtbot.waitUntil(desk.viewer.tools.embedded.canvas.isVisible, timeout=20_000)
    yield "photo"
    go(window, "box")
    for _ in range(2):
        qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_Return)
        qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(desk.viewer.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(window, qtbot)
    yield "region"
    desk.open_item(choose(window, "5 clip"))
    qtbot.waitUntil(lambda: desk.viewer.footage.time is not None, timeout=20_000)
    go(window, "marker")
    yield "video"
    desk.comparing.compare(list(desk.model.ids[:2]))
    page = desk.comparing.page
    qtbot.waitUntil(lambda: len(page.panes) == 2, timeout=20_000)
    yield "compare"
    for mode in ("compare_blink", "compare_overlay", "compare_difference"):
        go(window, mode)
        yield mode
    go(window, "compare_leave", "reviews")
    settle(window, qtbot)
    yield "reviews"
    desk.show_grid()
    choose(window, "1 stripes")
    desk.inspector.show_review()
    settle(window, qtbot)
    yield "review of one item"
    desk.filters.choose("kind", "document")
    settle(window, qtbot)
    yield "nothing found"
    window.notices.say("Something.", details="More.", action=("Do it", lambda: None), other=("Not now", lambda: None))
    yield "notice"
    assert window.work is not None
    window.work.verify()
    for _ in range(2):  # the second one waits; what is neither photo nor video is passed over
        window.work.import_paths([Path(__file__)])
    yield "long work"
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=20_000)
    window.close_case()
    yield "start page"


def test_every_control_of_every_page_and_panel_has_a_name_and_is_in_the_order_of_tab(
    window: MainWindow, qtbot: QtBot
) -> None:
    tour, keys = Tour(), {}
    for name in pages(window, qtbot):
        tour.look(window)
        keys[name] = twice(window)
    assert "\n".join(sorted(tour.nameless)) == ""
    assert "\n".join(sorted(tour.unreachable)) == ""
    assert not any(keys.values()), keys
    elsewhere = {kind for kind in finished(QWidget) if issubclass(kind, QDialog) or in_dialogs(kind)}
    assert finished(QWidget) - elsewhere - tour.seen == set()


def test_every_control_of_every_dialog_has_a_name_and_is_in_the_order_of_tab(window: MainWindow, qtbot: QtBot) -> None:
    tour = Tour()
    for dialog in dialogs(window):
        dialog.show()
        qtbot.waitExposed(dialog)
        settle(window, qtbot)
        tour.look(dialog)
        for key in list(PAGES) if isinstance(dialog, SettingsDialog) else []:
            dialog.show_page(key)
            tour.look(dialog)
        if isinstance(dialog, BulkEdit):
            dialog.reject()
        dialog.close()
        dialog.deleteLater()
    assert "\n".join(sorted(tour.nameless)) == ""
    assert "\n".join(sorted(tour.unreachable)) == ""
    assert {kind for kind in finished(QWidget) if in_dialogs(kind)} - tour.seen == {StartPage}


def twice(window: MainWindow) -> list[str]:
    """Keys that more than one action that can be done now has, where both act."""
    keys = Counter(
        key.toString()
        for action in window.findChildren(QAction)
        if action.isEnabled()
        for key in set(action.shortcuts())
    )
    return [key for key, count in keys.items() if count > 1]


def test_every_action_of_every_menu_has_words(window: MainWindow) -> None:
    menus = [action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    assert {spec.name for spec in SPECS} <= {action.objectName() for action in menus}
    assert [action.objectName() for action in menus if not action.isSeparator() and not action.text().strip()] == []
