"""The docks below the desk, whose insides are made when somebody first looks at them."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow

from annotator.atlas import Atlas
from annotator.places.gazetteer import Nearby
from ui.desk import Desk
from ui.map import words as map_words
from ui.map.names import Names
from ui.map.panel import MapPanel
from ui.notices import Notices
from ui.settings import Settings
from ui.timeline.panel import TimelinePanel


class Docks(QObject):
    """Of one window; each is about the case that is open."""

    def __init__(self, window: QMainWindow, notices: Notices, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._notices, self._settings = window, notices, settings
        self._desk: Desk | None = None
        self._atlas: Atlas | None = None
        self._names: Names | None = None
        self.map: MapPanel | None = None
        self.timeline: TimelinePanel | None = None
        for old in window.findChildren(QDockWidget):  # of a window that is made anew
            window.removeDockWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._docks = {"map": QDockWidget(self.tr("Map"), window), "timeline": QDockWidget(self.tr("Timeline"), window)}
        for name, dock in self._docks.items():
            dock.setObjectName(name)
            dock.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
            window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            dock.hide()
            dock.visibilityChanged.connect(self._furnish)

    def attach(self, desk: Desk) -> None:
        """Be about this desk, and fill what is open."""
        self._desk, self._atlas = desk, Atlas()
        self._names = Names(desk.runner, self._atlas, desk)
        self._names.failed.connect(self._notices.failed)
        desk.place_asked.connect(self._on_place_asked)
        self._furnish()

    def detach(self) -> None:
        """The case is being closed: end what reads for it."""
        if self._atlas is None:
            return
        self._atlas.close()
        self._desk = self._atlas = self._names = self.map = self.timeline = None
        for dock in self._docks.values():
            dock.hide()
            inside = dock.widget()
            if inside is not None:
                dock.setWidget(None)  # type: ignore[arg-type] # Qt takes nothing for no widget
                inside.deleteLater()

    def toggle(self, name: str) -> None:
        """Show a dock and give it the keyboard, or hide it."""
        dock = self._docks[name]
        if dock.isVisible():
            dock.hide()
            if self._desk is not None:
                self._desk.focus_items()
        elif self._desk is not None:
            dock.show()
            dock.raise_()
            shown = [each for each in self._docks.values() if each.isVisible() and not each.isFloating()]
            self._window.resizeDocks(shown, [1] * len(shown), Qt.Orientation.Horizontal)
            if dock.height() < self._window.height() // 4:
                self._window.resizeDocks([dock], [self._window.height() // 3], Qt.Orientation.Vertical)
            panel = dock.widget()
            if panel is not None:
                panel.setFocus()

    def _furnish(self) -> None:
        if self._desk is None or self._atlas is None or self._names is None:
            return
        if self.map is None and self._docks["map"].isVisible():
            self.map = MapPanel(self._desk, self._atlas, self._names, self._settings)
            self.map.failed.connect(self._notices.failed)
            self.map.said.connect(self._notices.say)
            self.map.setFocusProxy(self.map.canvas)
            self._docks["map"].setWidget(self.map)
        if self.timeline is None and self._docks["timeline"].isVisible():
            self.timeline = TimelinePanel(self._desk)
            self.timeline.setFocusProxy(self.timeline.canvas)
            self._docks["timeline"].setWidget(self.timeline)

    @Slot(object)
    def _on_place_asked(self, question: str | tuple[float, float]) -> None:
        """The inspector wants to know places of a name, or what a position is near to."""
        names, desk = self._names, self._desk
        if names is None or desk is None:
            return
        if isinstance(question, str):
            names.search(question, lambda found: desk.places_found.emit(question, found))
            return

        def say(found: Nearby | None) -> None:
            if found is not None:
                desk.inspector.place.describe(question, map_words.nearby(found))

        names.nearest(question, say)
