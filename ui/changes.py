"""Changes that people make at the desk: made in one step, taken back, made again, repeated, given to copies."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from annotator.annotate import merged
from annotator.case import Case
from annotator.errors import ChangedSince, EvidenceError, NothingToRedo, NothingToUndo
from annotator.events import Progress
from annotator.history import asked, reversed_facts
from annotator.model import Change, Changed, JournalRow, Level
from annotator.told import Told
from annotator.undoing import Steps
from ui import words
from ui.inspector import sentences
from ui.inspector.shown import ForCopies, Work
from ui.jobs import JobRunner, Lane

_WATCH_MS = 250
_SHORT = 5000
"""Changes of fewer items are made before a bar could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """An annotation that was made: the row of the journal that tells it, the items, and what they were given."""

    seq: int
    numbers: tuple[int, ...]
    change: Change


@dataclass(slots=True)
class _Meter:
    """What the writing thread does and how far it is; written there and read here."""

    title: str = ""
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What was changed since the case was opened, as far as it can be taken back or repeated."""

    began: int | None
    passed: frozenset[int]
    given: tuple[_Given, ...]
    taken: tuple[_Given, ...]


class Changes(QObject):
    """What goes to the writing thread, and what is remembered of it as long as the case is open."""

    changed = Signal(object)
    """A `Changed`."""
    refused = Signal()
    """Nothing was changed: panels show again what is so."""
    said = Signal(str)
    steps = Signal(str, str)
    """What undo and redo would do, in words; empty where there is nothing."""
    progressed = Signal(str, object)
    """What is being done that takes long, and its `Progress`; None when it has ended."""

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._began: int | None = None
        self._passed: frozenset[int] = frozenset()
        self._given: list[_Given] = []
        self._taken: list[_Given] = []
        self._meter = _Meter()
        self._cancel = threading.Event()
        self._under_way = 0
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self._on_watch)
        if not runner.read_only:
            runner.change(lambda case: case.steps.newest(), self._set_began)

    def _set_began(self, seq: int) -> None:
        if self._began is None:
            self._began = seq
            self.steps.emit("", "")

    @property
    def memory(self) -> Memory:
        """What undo, redo and repeating go by."""
        return Memory(self._began, self._passed, tuple(self._given), tuple(self._taken))

    def resume(self, memory: Memory) -> None:
        """Go on where another desk of the same case was."""
        self._began, self._passed = memory.began, memory.passed
        self._given, self._taken = list(memory.given), list(memory.taken)
        self.read_steps()

    # --- making changes

    def make(self, wanted: Change | ForCopies | Work, numbers: Sequence[int]) -> None:
        """Make a change to these items, and to their copies where it is meant for them too; other work knows by itself
        what it is about, whatever is selected."""
        if not isinstance(wanted, Change | ForCopies):
            self._submit(lambda case: wanted(case, numbers), self._done)
        elif not len(numbers):
            self.say_nothing_selected()
        else:
            change = wanted.change if isinstance(wanted, ForCopies) else wanted
            self._annotate(change, tuple(numbers), copies=isinstance(wanted, ForCopies))

    def do(
        self, work: Callable[[Case], Changed], done: Callable[[], None], failed: Callable[[EvidenceError], None]
    ) -> None:
        """Make a change that is of no items; whoever asked hears of the end, and of what a person did wrong."""

        def ended(changed: Changed) -> None:
            self._done(changed)
            done()

        def wrong(error: BaseException) -> None:
            if isinstance(error, EvidenceError):
                failed(error)
            else:
                self._failed(error)

        self._submit(work, ended, wrong)

    def long(
        self,
        title: str,
        work: Callable[[Case, threading.Event], Iterator[Any]],
        done: Callable[[list[Any]], None],
        failed: Callable[[BaseException | None], None],
    ) -> None:
        """Make a change that says how far it is and can be cancelled, in one piece; `done` gets all else that it
        yields, the last of it where it was not cancelled; `failed` an error, or None where it was cancelled."""
        meter, cancel = self._meter, self._cancel
        self._runner.closing.connect(cancel.set)  # whoever closes the case does not want to wait

        def run(case: Case) -> list[Any]:
            found: list[Any] = []
            meter.title = title
            for event in work(case, cancel):
                if isinstance(event, Progress):
                    meter.progress = event
                else:
                    found.append(event)
            return found

        def ended(found: list[Any]) -> None:
            for changed in found:
                if isinstance(changed, Changed):
                    self._done(changed)
            if found:
                done(found)
            else:
                failed(None)

        def wrong(error: BaseException) -> None:
            failed(error)
            if not isinstance(error, EvidenceError):
                self._failed(error)

        self._submit(run, ended, wrong)

    def say_nothing_selected(self) -> None:
        self.said.emit(self.tr("Nothing is selected, so nothing was changed."))

    def set_level(self, level: Level, numbers: Sequence[int]) -> None:
        self.make(Change(level=level), numbers)

    def repeat(self, numbers: Sequence[int]) -> None:
        """Give these items what the last annotated ones were given, all of it together, but for notes."""
        self._again(self._set_of(self._given[-1].numbers) if self._given else None, numbers, copies=False)

    def give_to_copies(self, numbers: Sequence[int]) -> None:
        """Give all copies of these items what was last given to these, but for notes."""
        self._again(self._set_of(tuple(numbers)), numbers, copies=True)

    def _set_of(self, numbers: tuple[int, ...]) -> Change | None:
        """What was given to these items when they were annotated last, before any others were."""
        found: Change | None = None
        for given in reversed(self._given):
            if given.numbers == numbers:
                found = given.change if found is None else merged(given.change, found)
            elif found is not None:
                break
        return found

    def _again(self, change: Change | None, numbers: Sequence[int], *, copies: bool) -> None:
        change = None if change is None else replace(change, note=None)
        if change is None or change == Change():
            self.said.emit(
                self.tr("Nothing was annotated here since the case was opened, so there is nothing to give to copies.")
                if copies
                else self.tr("Nothing was annotated since the case was opened, so there is nothing to repeat.")
            )
        elif len(numbers):
            self._annotate(change, tuple(numbers), copies=copies, repeated=True)

    def _annotate(
        self, change: Change, numbers: tuple[int, ...], *, copies: bool = False, repeated: bool = False
    ) -> None:
        meter, cancel, title = self._meter, self._cancel, self.tr("Changing")

        def work(case: Case) -> tuple[Changed, int, bool]:
            meter.title, changed, total = title, None, 0
            for event in case.steps.annotating(numbers, change, copies=copies, cancel=cancel):
                if isinstance(event, Changed):
                    changed = event
                else:
                    meter.progress, total = event, event.total
            if changed is None:
                raise _CancelledError
            return changed, case.steps.newest(), total > len(numbers)

        def done(result: tuple[Changed, int, bool]) -> None:
            changed, seq, has_copies = result
            if changed.annotated:
                self._given.append(_Given(seq=seq, numbers=numbers, change=change))
                self._taken.clear()
            what = sentences.label(asked(change))
            if copies and not has_copies:
                said = self.tr("No copies are known here. Changed: {items} – {what}.")
            elif copies:
                said = self.tr("With all copies, {items} changed: {what}.")
            elif repeated and not changed.annotated and not changed.left_out:
                said = self.tr("That is so already: {what}.")
            elif repeated:
                said = self.tr("Repeated on {items}: {what}.")
            elif len(numbers) > 1 or changed.left_out:
                said = self.tr("{items} changed: {what}.")
            else:
                said = ""
            said = said.format(items=words.items(changed.annotated), what=what)
            if changed.left_out:
                left = self.tr("Left out: {count} sampled frames, which must be kept (S) before they are annotated.")
                said = words.tr("{first} {second}").format(
                    first=said, second=left.format(count=words.number(changed.left_out))
                )
            if said:
                self.said.emit(said)
            self._done(changed)

        self._submit(work, done)

    # --- taking back and making again

    @Slot()
    def undo(self) -> None:
        """Take back this person's last change since the case was opened."""
        sentence = self.tr("Your last change was taken back: {what} – {items}.")
        self._step(Steps.undo, self._given, self._taken, sentence, self.tr("Taking back"))

    @Slot()
    def redo(self) -> None:
        """Make again what was taken back last."""
        sentence = self.tr("Made again: {what} – {items}.")
        self._step(Steps.redo, self._taken, self._given, sentence, self.tr("Making again"))

    def _step(
        self,
        step: Callable[..., tuple[JournalRow, Changed]],
        held: list[_Given],
        becomes: list[_Given],
        sentence: str,
        title: str,
    ) -> None:
        passed, meter, cancel = self._passed, self._meter, self._cancel

        def tell(progress: Progress) -> None:
            meter.title, meter.progress = title, progress
            if cancel.is_set():
                raise _CancelledError

        def work(case: Case) -> tuple[Told, Changed]:
            row, changed = step(case.steps, after=self._began or 0, but=passed, told=tell)
            return case.steps.told([row])[0], changed

        def done(result: tuple[Told, Changed]) -> None:
            told, changed = result
            for given in [given for given in held if given.seq == told.undoes]:
                held.remove(given)
                becomes.append(replace(given, seq=told.seq))
            facts = told.facts if told.action == "redo" else reversed_facts(told.facts)
            self.said.emit(sentence.format(what=sentences.label(facts), items=words.items(told.items)))
            self._done(changed)

        self._submit(work, done)

    # --- the writing thread

    def _submit(
        self,
        work: Callable[[Case], Any],
        done: Callable[[Any], None],
        wrong: Callable[[BaseException], None] | None = None,
    ) -> None:
        self._under_way += 1
        self._watch.start()

        def ended(result: Any) -> None:
            self._end()
            done(result)

        def failed(error: BaseException) -> None:
            self._end()
            (wrong or self._failed)(error)

        self._runner.change(work, ended, failed=failed)

    def _end(self) -> None:
        self._under_way -= 1
        self._meter.progress = None
        self.progressed.emit("", None)
        if not self._under_way:
            self._watch.stop()

    def _done(self, changed: Changed) -> None:
        self.changed.emit(changed)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ChangedSince):
            self._passed |= {error.seq}
        if isinstance(error, NothingToUndo):
            self.said.emit(self.tr("Nothing is left to take back of what you changed since the case was opened."))
        elif isinstance(error, NothingToRedo):
            self.said.emit(self.tr("Nothing was taken back that could be made again."))
        elif isinstance(error, _CancelledError):
            self.said.emit(self.tr("The change was cancelled: nothing was changed."))
        else:
            self._runner.failed.emit(error)
        self.refused.emit()
        self.read_steps()

    @Slot()
    def _on_watch(self) -> None:
        progress = self._meter.progress
        if progress is not None and progress.total > _SHORT:
            self.progressed.emit(self._meter.title, progress)

    @Slot()
    def cancel(self) -> None:
        """End the change that is being made, and what was asked for after it; nothing of them stays."""
        self._cancel.set()
        self._cancel = threading.Event()

    # --- what could be taken back

    def read_steps(self) -> None:
        """Find out what undo and redo would do, for the menu."""
        if self._runner.read_only or self._began is None:
            return
        after, passed = self._began, self._passed

        def take(found: tuple[Told | None, Told | None]) -> None:
            back, again = found
            self.steps.emit(_named(back, redo=False), _named(again, redo=True))

        self._runner.read(lambda case: case.steps.next(after=after, but=passed), take, lane=Lane.COUNTS)


class _CancelledError(Exception):
    """The person did not want to wait."""


def _named(told: Told | None, *, redo: bool) -> str:
    """ "warning graphic – 12 items"; an undo that could be taken back is named by what would be made again."""
    if told is None:
        return ""
    facts = reversed_facts(told.facts) if redo else told.facts
    return words.tr("{what} – {items}").format(what=sentences.label(facts), items=words.items(told.items))
