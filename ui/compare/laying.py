"""Finds how each pane's picture lies on the first one's, and lays the two over each other when that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPolygonF

from annotator.align import as_linked
from annotator.analysis import Alignment
from annotator.case import Case
from annotator.errors import EvidenceError
from annotator.link import Link
from ui.compare.asking import Asking
from ui.compare.blend import Mode, Pictures
from ui.compare.facts import sentence
from ui.compare.lock import Lock, transform
from ui.compare.outline import outlines
from ui.compare.over import Over
from ui.compare.pane import Pane
from ui.jobs import JobRunner

_LONGEST = 2048
"""Pixels a side of pictures laid over each other."""


class Laying(QObject):
    """Workers align and warp; here it is only asked for, and kept as long as the panes are on show."""

    found = Signal()
    """There is more to say of how the pictures lie."""

    def __init__(self, runner: JobRunner, asking: Asking, over: Over, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._asking, self._over = runner, asking, over
        self._pictures = Asking(runner)
        over.wanted.connect(self._again)
        self._panes: Sequence[Pane] = ()
        self._open = 0
        """How many alignments are being looked for."""
        self._known: dict[int, Alignment | str] = {}
        """By pane: how it lies on the first, or why that is not known."""
        self._wanted: tuple[int, Mode] | None = None
        self._laid: int | None = None
        """The pane whose pictures are over the first, or on their way there."""

    def begin(self, panes: Sequence[Pane], lock: Lock, links: Sequence[Link | None]) -> None:
        """Align all others with the first; their pictures were asked for before. How they lie as their `links` say
        holds at once, until it is known more exactly."""
        self._panes = panes
        for place, link in enumerate(links, 1):
            linked = as_linked(link, panes[0].item.item) if link is not None else None
            if linked is not None:
                lock.align(place, linked)
                self._known[place] = linked
            self._align(place, lock, linked)

    def outline(self, place: int) -> None:
        """Draw on the first picture and on this one what both share, and nothing on the others."""
        known = self._known.get(place)
        drawn: dict[int, QPolygonF] = {}
        if isinstance(known, Alignment) and known.found:
            drawn = dict(zip((0, place), outlines(known), strict=True))
        for number, pane in enumerate(self._panes):
            pane.outline(drawn.get(number, QPolygonF()))

    @property
    def settled(self) -> bool:
        """Whether nothing more will be known of how the pictures lie."""
        return self._open == 0

    def forget(self) -> None:
        """Keep nothing."""
        self._panes = ()
        self._open = 0
        self._known.clear()
        self._pictures.forget()
        self.stop()

    def stop(self) -> None:
        """Show nothing over the first any more."""
        self._wanted, self._laid = None, None
        self._over.clear()

    def sentence(self, place: int) -> str:
        """What is known of how this pane's picture lies on the first one's."""
        known = self._known.get(place)
        if known is None:
            return self.tr("Looking for an alignment…")
        return sentence(known) if isinstance(known, Alignment) else known

    def show(self, place: int, mode: Mode) -> None:
        """Show this pane's picture over the first, as soon as it is known how they lie."""
        if self._laid != place:
            self._laid = None
        self._wanted = (place, mode)
        self.go_on()

    def go_on(self) -> None:
        """Do what can be done now of what is wanted."""
        if self._wanted is None:
            return
        place, mode = self._wanted
        known = self._known.get(place)
        first, other = self._panes[0], self._panes[place]
        if isinstance(known, Alignment) and known.found:
            if self._laid != place:
                self._lay(place, known)
        elif known is not None and mode is Mode.BLINK and first.readable and other.readable:
            if self._laid != place:
                self._lay(place, None)
        else:
            self._laid = None
            self._over.say(self.sentence(place))

    def renew(self) -> None:
        """Other parts of the pictures are covered now: read them all again."""
        for pane in self._panes:
            pane.renew()
        self._pictures.forget()
        if self._wanted is not None:
            self._over.clear()
            self._again()

    def _again(self) -> None:
        """The pictures are to be seen, and were forgotten when they were covered."""
        self._laid = None
        self.go_on()

    def _lay(self, place: int, alignment: Alignment | None) -> None:
        self._laid = place
        if self._over.empty:
            self._over.say(self.tr("Laying one over the other…"))
        first, other = self._panes[0], self._panes[place]

        def work(case: Case) -> Pictures:
            if alignment is None:
                return Pictures.unaligned(first.work(_LONGEST)(case).image, other.work(_LONGEST)(case).image)
            numbers, times = (first.item.item, other.item.item), (first.seconds, other.seconds)
            laid = case.lay_over(*numbers, alignment, _LONGEST, at=times)
            below, above = (
                case.regions.parts(pane.item.item, pane.seconds if pane.video else None) for pane in (first, other)
            )
            return Pictures.of(laid, transform(alignment), (below, above))

        def take(pictures: Pictures) -> None:
            if self._laid == place:
                self._over.set_pictures(pictures)

        def lost(error: BaseException) -> None:
            if self._laid == place:
                self._over.say(self._told(error))

        self._pictures.ask(work, take, lost)

    def _align(self, place: int, lock: Lock, linked: Alignment | None) -> None:
        first, other = self._panes[0], self._panes[place]
        if not (first.readable and other.readable):
            self._known[place] = self.tr("Without both pictures nothing can be aligned.")
            return
        numbers = (first.item.item, other.item.item)
        self._open += 1

        def take(alignment: Alignment) -> None:
            if alignment.found:
                lock.align(place, alignment)
            end(alignment)

        def end(known: Alignment | str) -> None:
            self._open -= 1
            if linked is None or (isinstance(known, Alignment) and known.found):
                self._known[place] = known
                if self._laid == place and linked is not None:
                    self._laid = None
            self.found.emit()
            self.go_on()

        self._asking.ask(
            lambda case: case.align(*numbers, at=(first.seconds, other.seconds)),
            take,
            lambda error: end(self._told(error)),
        )

    def _told(self, error: BaseException) -> str:
        if isinstance(error, EvidenceError):
            return str(error)
        self._runner.failed.emit(error)
        return self.tr("The pictures could not be aligned.")
