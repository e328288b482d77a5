"""The dock of the timeline: when the listed items were taken, and what goes between it and the case."""

from array import array
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.columns import Times
from ui import words
from ui.desk import Desk
from ui.jobs import Lane
from ui.parts import Line, name_button, text_button
from ui.timeline import axis
from ui.timeline.canvas import TimelineCanvas
from ui.timeline.moments import Moments

_SELECTION_MS = 60
_ZONES = (-8, -5, -3, 0, 1, 2, 3, 3.5, 4, 4.5, 5, 5.5, 6.5, 7, 8, 9, 10)
"""Hours ahead of UTC that can be chosen."""


class TimelinePanel(QWidget):
    """When the listed items were taken; selecting here selects in the grid."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask = 0
        self._stale = True
        self._times: Times | None = None
        self._made: set[int] = set()
        """What the grid had selected once the span was chosen."""
        self.canvas = TimelineCanvas()
        self._count = Line(elide=Qt.TextElideMode.ElideRight)  # half a number would say another one
        self._about = Line(role="quiet", elide=Qt.TextElideMode.ElideRight)
        self.zone = QComboBox()
        self.zone.setAccessibleName(self.tr("Clock that times are shown by"))
        self.zone.addItem(self.tr("Each camera's own clock"), None)
        for hours in _ZONES:
            self.zone.addItem(_zone_name(hours), round(hours * axis.HOUR))
        self.zone.currentIndexChanged.connect(self._show_times)
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 8, 2)
        head.addWidget(self._count, 1)
        self._only = text_button("", "", self._on_only)
        head.addWidget(self._only)
        for text, name, act in (
            (self.tr("Fit"), self.tr("Fit the timeline to the items (F)"), self.canvas.fit),
            ("+", self.tr("Nearer (+)"), lambda: self.canvas.zoom(1)),
            ("−", self.tr("Further away (-)"), lambda: self.canvas.zoom(-1)),
        ):
            head.addWidget(text_button(text, name, act))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.canvas, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 2)
        foot.addWidget(self._about, 1)
        foot.addWidget(self.zone)
        column.addLayout(foot)
        self._name_only()
        self._selecting = QTimer(self, interval=_SELECTION_MS, singleShot=True)
        self._selecting.timeout.connect(self._show_selection)
        self.canvas.chosen.connect(self._choose)
        self.canvas.cleared.connect(lambda: self._about.set_whole(""))
        self.canvas.opened.connect(desk.open_current)
        self.canvas.left.connect(desk.focus_items)
        desk.listed.connect(self.refresh)
        desk.refreshed.connect(self.refresh)
        desk.grid.selected.connect(self._selecting.start)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the times of what is listed now, once somebody looks."""
        self._name_only()
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._ask += 1
        ask, numbers = self._ask, self._desk.model.ids

        def take(times: Times) -> None:
            if ask == self._ask:
                self._times = times
                self._show_times()

        self._desk.runner.read(lambda case: case.extent.times(numbers), take, lane=Lane.PLACES)

    @Slot()
    def _show_times(self) -> None:
        if self._times is None:
            return
        self._name_only()
        moments = Moments(self._times, zone=self.zone.currentData())
        self.canvas.set_moments(moments)
        self._show_selection()
        known = {
            "items": words.items(moments.dated),
            "dated": words.number(moments.dated),
            "unzoned": words.number(moments.unzoned),
            "undated": words.number(moments.undated),
        }
        text = self.tr("{items} with a date; the time zone is not known of {unzoned}; {undated} have no date.")
        text = text.format(**known)
        short = self.tr("{dated} with a date ({unzoned} of unknown zone), {undated} without").format(**known)
        self._count.set_whole(short, told=text)
        self.canvas.setAccessibleDescription(text)

    @Slot()
    def _show_selection(self) -> None:
        if self.canvas.span is not None and set(self._desk.grid.selection()) != self._made:
            self.canvas.clear_span()  # it would say what is not so
        if self.isVisible():
            chosen: array[int] = self._desk.selection
            self.canvas.set_selected(chosen, self._desk.grid.current)

    @Slot()
    def _on_only(self) -> None:
        """Let the filter keep only the span, or what is on show where there is none, or all times again."""
        wanted = self._desk.filters.wanted()
        if wanted.since is not None or wanted.until is not None:
            self._desk.filters.apply(replace(wanted, since=None, until=None))
            return
        first, last = self.canvas.span or (self.canvas.axis.start, self.canvas.axis.end)
        since, until = axis.beginning(min(first, last)), axis.ending(max(first, last))
        self._desk.filters.apply(replace(wanted, since=since, until=until))

    def _name_only(self) -> None:
        wanted = self._desk.filters.wanted()
        filtered = wanted.since is not None or wanted.until is not None
        own_clock = self.zone.currentData() is None
        if filtered:
            text, name = self.tr("All times"), self.tr("List items whenever they were taken")
        elif own_clock:
            text, name = self.tr("Only these"), self.tr("List only items of the chosen span, or of what is on show")
        else:
            text = self.tr("Only these")
            name = self.tr("The list goes by each camera's own clock: choose that one below first")
        name_button(self._only, text, name)
        self._only.setEnabled(filtered or own_clock)

    @Slot(object)
    def _choose(self, items: list[int]) -> None:
        if self.canvas.span is not None:
            self._about.set_whole(self.canvas.piece_text(min(self.canvas.span), max(self.canvas.span), len(items)))
        self._desk.select(items)
        self._made = set(self._desk.grid.selection())


def _zone_name(hours: float) -> str:
    """ "UTC+03:00", which reads left to right everywhere."""
    minutes = round(abs(hours) * 60)
    sign = "−" if hours < 0 else "+"
    return f"\u2066UTC{sign}{minutes // 60:02}:{minutes % 60:02}\u2069" if minutes else "UTC"
