"""How far one is with the pairs that wait for a verdict; read again as verdicts change what waits."""

from PySide6.QtCore import QObject, Signal, Slot

from annotator.case import Case
from annotator.copies import Doubt, Waiting
from annotator.link import Verdict
from ui.compare.asking import Asking
from ui.compare.pairs import Pairs, Two
from ui.compare.reading import Inbox, Round, more, pairs_of
from ui.jobs import JobRunner, Lane


class Going(QObject):
    """A verdict may settle other pairs as well, and undo brings them back: so all that waits is read again."""

    changed = Signal()
    chosen = Signal(object)
    """A `Round` of another kind of doubt to begin with."""
    said = Signal(str)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._asking = runner, Asking(runner)
        self._round = Round(Pairs(()), None)

    @property
    def pairs(self) -> Pairs:
        return self._round.pairs

    @property
    def inbox(self) -> Inbox | None:
        return self._round.inbox

    @property
    def counts(self) -> dict[Doubt, int]:
        """How many links of each kind of doubt wait."""
        return self._round.counts

    def clear(self) -> None:
        self._asking.forget()
        self._round = Round(Pairs(()), None)

    @Slot(object)
    def take(self, found: Round) -> None:
        """Go through these."""
        self._asking.forget()
        self._round = found
        self.changed.emit()

    def choose(self, only: Doubt | None) -> None:
        """Go through the undecided links of one kind, or through all."""
        if self.inbox is None:
            return

        def take(found: Round) -> None:
            if found.pairs.current is None:
                self.said.emit(self.tr("No link of this kind waits for a verdict."))
                self.changed.emit()
            else:
                self.chosen.emit(found)

        inbox = Inbox(of=self.inbox.of, only=only)
        self._asking.forget()
        self._asking.ask(lambda case: Round.of_inbox(case, inbox), take, self._runner.failed.emit, lane=Lane.ROWS)

    def judged(self, pair: Two, *, waits: bool) -> None:
        """A verdict was given; what it settles beside is read by `renew`."""
        self.pairs.judged(pair, waits=waits)
        self.changed.emit()

    def renew(self) -> None:
        """Read again what waits."""
        held = self._round

        def read(case: Case) -> tuple[Waiting | None, dict[Two, bool]]:
            chosen = {pair: _undecided(case, pair) for pair in held.chosen}
            return (held.inbox.read(case) if held.inbox is not None else None), chosen

        def take(found: tuple[Waiting | None, dict[Two, bool]]) -> None:
            waiting, chosen = found
            if waiting is not None:
                only = held.inbox.only if held.inbox is not None else None
                still = [pair for pair, waits in chosen.items() if waits]
                still += [pair for pair in pairs_of(waiting) if pair not in chosen]
                held.pairs.update(still, more=more(waiting, only))
                held.counts.clear()
                held.counts.update(waiting.counts)
            for pair, waits in chosen.items():
                held.pairs.judged(pair, waits=waits)
            self.changed.emit()

        self._asking.ask(read, take, self._runner.failed.emit, lane=Lane.ROWS)


def _undecided(case: Case, pair: Two) -> bool:
    link = case.link(*pair)
    return link is None or link.verdict is Verdict.UNDECIDED
