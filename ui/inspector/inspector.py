"""The inspector: what is known of the selected items, in six pages, and one way out for every change."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from annotator.model import Incident, Place
from ui import words
from ui.inspector.answer import AnswerForm
from ui.inspector.copies import CopiesPanel
from ui.inspector.history import HistoryPanel
from ui.inspector.hits import HitsPanel
from ui.inspector.incident import IncidentPanel
from ui.inspector.metadata import MetadataPanel
from ui.inspector.notes import NotePanel
from ui.inspector.offers import OffersPanel
from ui.inspector.place import PlacePanel
from ui.inspector.regions import RegionPanel
from ui.inspector.review import ReviewPanel
from ui.inspector.shown import Shown
from ui.inspector.status import StatusPanel
from ui.inspector.tags import TagPanel
from ui.inspector.warning import WarningPanel
from ui.parts import Line, label, tip


class Inspector(QWidget):
    """Panels ask for changes; the desk makes them for the items that are shown."""

    asked = Signal(object)
    """A `Change`, a `ForCopies` or a `Work`."""
    opened = Signal(int)
    refused = Signal(object)
    """An EvidenceError about what was typed."""
    compare_wanted = Signal(object)
    """Numbers of items to compare."""
    place_asked = Signal(object)
    """Text that a name of a place begins with, or a latitude and longitude; the answer goes to `place`."""
    noun_wanted = Signal(str, str)
    """"incident" or "place", and its name: somebody wants to see all that is known of it."""
    left = Signal()
    """The person is done with a line: the keyboard goes back to the items."""

    def __init__(self, *, writable: bool, actor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown(writable=writable)
        self._title = Line(role="title")
        self._about = label(role="quiet", wrap=True)
        self._hits = HitsPanel()
        self._warning, self._incident, self.place = WarningPanel(), IncidentPanel(), PlacePanel()
        self._status, self._tags, self._notes = StatusPanel(), TagPanel(), NotePanel()
        self._copies, self._metadata, self._history = CopiesPanel(), MetadataPanel(), HistoryPanel()
        self.review = ReviewPanel(actor)
        self.offers = OffersPanel()
        self.regions = RegionPanel()
        self._panels = (
            self._warning, self._incident, self.place, self._status, self._tags, self._notes,
            self._copies, self._metadata, self._history, self.review, self.regions, self.offers,
        )  # fmt: skip
        for panel in self._panels:
            for name, signal in (
                ("asked", self.asked),
                ("left", self.left),
                ("opened", self.opened),
                ("refused", self.refused),
                ("place_asked", self.place_asked),
                ("compare_wanted", self.compare_wanted),
                ("noun_wanted", self.noun_wanted),
            ):
                if hasattr(panel, name):
                    getattr(panel, name).connect(signal)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addWidget(self.offers)
        for panel in self._panels[:6]:
            column.addWidget(panel)
        column.addStretch(1)
        self._pages = QTabWidget()
        self._pages.setAccessibleName(self.tr("Inspector"))
        self._pages.setDocumentMode(True)
        self._pages.setUsesScrollButtons(False)
        self._pages.setElideMode(Qt.TextElideMode.ElideRight)
        self._pages.addTab(_scrolling(page), self.tr("Annotate"))
        self._pages.addTab(_scrolling(self._copies), self.tr("Copies"))
        self._pages.addTab(self._metadata, self.tr("Metadata"))
        self._region_page = self._pages.addTab(self.regions, self.tr("Regions"))
        self._pages.addTab(_scrolling(self._history), self.tr("History"))
        self._review_page = self._pages.addTab(_scrolling(self.review), self.tr("Review"))
        self._behind: list[CopiesPanel | MetadataPanel | HistoryPanel] = []
        self._pages.currentChanged.connect(self._fill_page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 0)
        outer.addWidget(self._title)
        outer.addWidget(self._about)
        outer.addWidget(self._hits)
        outer.addWidget(self._pages, 1)
        self.show_items(self._shown)

    @property
    def shown(self) -> Shown:
        return self._shown

    def show_items(self, shown: Shown) -> None:
        """Be about these items."""
        self._shown = shown
        count = len(shown.numbers)
        if count == 1 and shown.items:
            self._title.set_whole(shown.items[0].name)
            self._about.setText("")
        elif count:
            self._title.set_whole(words.items(count))
            said = self.tr("What you set here is set for all of them. Ctrl+B changes several things at once.")
            if not shown.items:
                said += " " + self.tr("They are too many to show what they have in common.")
            self._about.setText(said)
        else:
            self._title.set_whole(self.tr("Nothing is selected"))
            self._about.setText(self.tr("Select items to see and annotate them."))
        self._about.setVisible(bool(self._about.text()))
        for panel in (*self._panels[:6], self.review, self.regions, self.offers):
            panel.show_items(shown)
        self._hits.show_items(shown)
        self._behind = [self._copies, self._metadata, self._history]
        self._fill_page()
        self._name_pages()
        QTimer.singleShot(0, self, self._keep_in_view)  # when what was added has its place

    @Slot()
    def _keep_in_view(self) -> None:
        """A chip that came in above the line where names are typed does not push it out of view."""
        area, focus = self._pages.currentWidget(), QApplication.focusWidget()
        if isinstance(area, QScrollArea) and focus is not None and area.isAncestorOf(focus):
            area.ensureWidgetVisible(focus)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._name_pages()

    def _name_pages(self) -> None:
        """How much there is on a page stands in its tip, and beside its name where all names have room then."""
        detail = self._shown.detail
        links, marked = len(detail.links) if detail is not None else 0, self.regions.count
        bare = {1: self.tr("Copies"), self._region_page: self.tr("Regions")}
        counted = dict(bare)
        if links:
            counted[1] = self.tr("Copies ({count})").format(count=words.number(links))
        if marked:
            counted[self._region_page] = self.tr("Regions ({count})").format(count=words.number(marked))
        bar = self._pages.tabBar()
        more = sum(bar.fontMetrics().horizontalAdvance(counted[n]) for n in bare)
        whole = sum(bar.fontMetrics().horizontalAdvance(bar.tabText(n)) for n in range(bar.count()) if n not in bare)
        room = (
            self._pages.width() - bar.count() * bar.fontMetrics().height() * 4 // 5
        )  # what the style puts around them
        for page, name in (counted if whole + more <= room else bare).items():
            self._pages.setTabText(page, name)
        for page in range(self._pages.count()):  # in a narrow window their names are cut short
            self._pages.setTabToolTip(page, tip(counted.get(page, self._pages.tabText(page))))

    @Slot()
    def _fill_page(self) -> None:
        """Fill the page that is on show; what nobody looks at waits, so that a held arrow key goes past it."""
        page = self._pages.currentWidget()
        for panel in [panel for panel in self._behind if page is panel or page.isAncestorOf(panel)]:
            self._behind.remove(panel)
            panel.show_items(self._shown)

    def flush(self) -> None:
        """Add the note that is being written: the window is being closed."""
        self._notes.flush()

    def set_known(self, incidents: Sequence[Incident], places: Sequence[Place], tags: Mapping[str, int | None]) -> None:
        """Names to offer."""
        self._incident.set_known(incidents)
        self.review.set_known([incident.name for incident in incidents], [place.name for place in places])
        self.place.set_known(places)
        self._tags.set_known(tags)

    def show_review(self) -> None:
        """Turn to the page of the review."""
        self._pages.setCurrentIndex(self._review_page)

    @property
    def page(self) -> int:
        """Which page is on show."""
        return self._pages.currentIndex()

    def show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)

    @property
    def sheet(self) -> AnswerForm | None:
        """What keys that annotate are for, instead of the item itself: a sheet of the page of the review."""
        return self.review.form if self._pages.currentIndex() == self._review_page else None

    @property
    def answering(self) -> bool:
        """Whether the reviewer's own answer is being given."""
        return self.sheet is not None and self.review.awaits_me

    @Slot()
    def accept_warning(self) -> None:
        """Set the warning that is suggested."""
        self._warning.accept()

    @Slot()
    def edit_incident(self) -> None:
        sheet = self.sheet
        self._edit(self._incident.line if sheet is None else sheet.incidents.line)

    @Slot()
    def edit_place(self) -> None:
        sheet = self.sheet
        self._edit(self.place.line if sheet is None else sheet.places.line)

    @Slot()
    def edit_tags(self) -> None:
        self._edit(self._tags.line)

    @Slot()
    def edit_note(self) -> None:
        sheet = self.sheet
        self._edit(self._notes.text if sheet is None else sheet.text)

    @Slot()
    def edit_status(self) -> None:
        sheet = self.sheet
        self._edit(self._status.line if sheet is None else sheet.status)
        self._status.line.selectAll()

    def _edit(self, where: QWidget) -> None:
        page = self._review_page if self.review.isAncestorOf(where) else 0
        self._pages.setCurrentIndex(page)
        area = self._pages.widget(page)
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(where)
        where.setEnabled(True)  # something is selected, though the panels may have yet to hear of it
        where.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
