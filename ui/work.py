"""Long work on the open case: importing, exporting, printing, verifying – its bar, its end, what it said meanwhile."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStatusBar, QWidget

from annotator.case import Case
from annotator.model import (
    ExportDone,
    FileEvent,
    Filter,
    ImportDone,
    Outcome,
    Progress,
    Sampling,
    Verified,
)
from annotator.text import shown
from ui import findings, words
from ui.desk import Desk
from ui.jobs import Job, Lane
from ui.notices import Notices
from ui.printing.filling import Printed
from ui.progress import WaitingBar, WorkBar

_MOST_REASONS = 1000


class LongWork(QObject):
    """Starts long work and tells how it went."""

    def __init__(self, desk: Desk, bar: QStatusBar, notices: Notices) -> None:
        super().__init__(desk)
        self._desk, self._bar, self._notices = desk, bar, notices
        self._under_way: set[WorkBar] = set()
        self._changing: WorkBar | None = None
        self._importing = False
        self._imports: deque[tuple[str, Callable[[], object]]] = deque()
        self._waiting: WaitingBar | None = None
        desk.changes.progressed.connect(self._on_changing)

    def close(self) -> None:
        """Take away the bars of what ended with the case, and begin nothing more."""
        self._imports.clear()
        self._show_waiting()
        for bar in list(self._under_way):
            self._remove(bar)

    def _remove(self, bar: WorkBar | WaitingBar) -> None:
        if isinstance(bar, WorkBar):
            self._under_way.discard(bar)
        self._leave(bar)
        self._bar.removeWidget(bar)
        bar.deleteLater()

    def _leave(self, bar: QWidget) -> None:
        """Give the keyboard back to the items where a button of the bar has it: else Qt gives it to the search."""
        focus = bar.window().focusWidget()
        if focus is not None and bar.isAncestorOf(focus):
            self._desk.focus_items()

    @Slot(str, object)
    def _on_changing(self, title: str, progress: Progress | None) -> None:
        """Show how far a change of many items is."""
        if progress is None:
            if self._changing is not None:
                self._remove(self._changing)
                self._changing = None
            return
        if self._changing is None:
            self._changing = WorkBar(title, self.tr("items"))
            self._changing.cancelled.connect(self._desk.changes.cancel)
            self._changing.cancelled.connect(partial(self._leave, self._changing))
            self._under_way.add(self._changing)
            self._bar.addWidget(self._changing)
        self._changing.advance(progress)

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        link: bool = False,
        sampling: Sampling = Sampling.KEYFRAMES,
        every: float | None = None,
        then: Callable[[], object] = lambda: None,
    ) -> Job | None:
        """Import files and folders; the grid grows meanwhile. Where an import is under way, this one waits for its end:
        so each new item is compared with every other. `then` is called when this import has ended."""
        if self._importing:
            again = partial(self.import_paths, paths, link=link, sampling=sampling, every=every, then=then)
            self._imports.append((_named(paths), again))
            self._show_waiting()
            self._notices.say(self.tr("This import begins when the one that is under way has ended."))
            return None
        self._importing = True
        self._desk.library.show_importing(under_way=True)
        reasons: list[str] = []
        done: list[ImportDone] = []

        def take(event: Any) -> None:
            if isinstance(event, FileEvent):
                self._desk.grow()
                if event.event in (Outcome.UNREADABLE, Outcome.SKIPPED) and len(reasons) < _MOST_REASONS:
                    why = findings.told(event.message or event.reason or event.event)
                    reasons.append(words.about(shown(event.path), why))
            elif isinstance(event, ImportDone):
                done.append(event)

        def told() -> None:
            for result in done:
                sentence = self.tr(
                    "Imported {imported}. Already there: {duplicates}. Can't be read: {unreadable}. Skipped: {skipped}."
                ).format(
                    imported=words.items(result.imported),
                    duplicates=words.number(result.duplicates),
                    unreadable=words.number(result.unreadable),
                    skipped=words.number(result.skipped),
                )
                if cancelled():
                    sentence = self.tr("The import was stopped. {sentence} Import again to go on.").format(
                        sentence=sentence
                    )
                show = None
                if result.known:
                    known = self.tr("In lists of known hashes: {items}.").format(items=words.items(result.known))
                    sentence = words.tr("{first} {second}").format(first=sentence, second=known)
                    show = (self.tr("&Show what lists know"), self._show_known)
                self._notices.say(sentence, details="\n".join(reasons), stays=True, action=show)
            self._desk.refresh()
            self._desk.library.show_importing(under_way=False)
            self._importing = False
            then()
            if self._imports:
                _, begin = self._imports.popleft()
                self._show_waiting()
                begin()

        job = self._start(
            self.tr("Importing"),
            self.tr("files"),
            lambda case, cancel: case.import_files(paths, link=link, sampling=sampling, every=every, cancel=cancel),
            take,
            told,
        )
        cancelled = job.cancel.is_set
        return job

    def _show_waiting(self) -> None:
        """Say which imports wait, where some do."""
        if self._waiting is None and self._imports:
            self._waiting = WaitingBar()
            self._waiting.cancelled.connect(self._forget_last)
            self._bar.addPermanentWidget(self._waiting)
        if self._waiting is not None and self._imports:
            self._waiting.show_waiting([name for name, _ in self._imports])
        elif self._waiting is not None:
            self._remove(self._waiting)
            self._waiting = None

    @Slot()
    def _forget_last(self) -> None:
        if self._imports:
            self._imports.pop()
            self._show_waiting()

    def _show_known(self) -> None:
        """List what lists of known hashes have."""

        def take(names: list[str]) -> None:
            self._desk.show_grid()
            self._desk.filters.show_only("known", *names)

        self._desk.runner.read(lambda case: [held.name for held in case.hash_lists.all()], take)

    def export(self, destination: Path, *, wanted: Filter, zipped: bool) -> Job:
        """Write a bundle and say where it is, and the seal to write down."""

        def take(event: Any) -> None:
            if isinstance(event, ExportDone):
                self._tell_bundle(event)

        return self._start(
            self.tr("Exporting"),
            "",
            lambda case, cancel: case.export(destination, wanted=wanted, zipped=zipped, cancel=cancel),
            take,
            self._desk.refresh,
        )

    def _tell_bundle(self, done: ExportDone) -> None:
        """Where the bundle is, and its seal, which stays on show when it was copied."""

        def copy() -> None:
            QGuiApplication.clipboard().setText(done.seal)
            self._tell_bundle(done)

        sentence = self.tr("The bundle is {path} ({items}, {size}). Write this seal down somewhere else: {seal}")
        self._notices.say(
            sentence.format(
                path=words.isolated(shown(done.bundle)),
                items=words.items(done.items),
                size=words.size(done.bytes),
                seal=done.seal,
            ),
            stays=True,
            action=(self.tr("Copy the &seal"), copy),
        )

    def print_(self, fill: Callable[[Case, Event], Iterator[Any]], where: str, *, stopped: str) -> Job:
        """Print beside the window with `fill`, whose last event is a `Printed`, and say where it is, or `stopped`."""
        done: list[Printed] = []

        def told() -> None:
            for printed in done:
                sentence = self.tr("Printed {items} on {pages}: {where}")
                self._notices.say(
                    sentence.format(items=words.items(printed.items), pages=words.pages(printed.pages), where=where),
                    stays=True,
                )
            if cancelled() and not done:
                self._notices.say(stopped)

        job = self._start(
            self.tr("Printing"),
            self.tr("items"),
            fill,
            lambda event: done.append(event) if isinstance(event, Printed) else None,
            told,
            lane=Lane.PICTURES,
        )
        cancelled = job.cancel.is_set
        return job

    def verify(self) -> Job:
        """Hash every original again and check the journal."""

        def take(event: Any) -> None:
            if isinstance(event, Verified):
                checked = self.tr("{count} checked").format(count=words.number(event.checked))
                if event.ok:
                    self._notices.say(
                        self.tr(
                            "The case is whole: every original and the journal are as they were recorded ({checked})."
                        ).format(checked=checked),
                        stays=True,
                    )
                else:
                    problems = [words.about(shown(each.path), findings.told(each.problem)) for each in event.problems]
                    self._notices.say(
                        self.tr(
                            "Something is wrong with the case: {problem} ({count} in all). "
                            "Keep it as it is and open a backup."
                        ).format(problem=problems[0] if problems else "?", count=words.number(len(problems))),
                        details="\n".join(problems),
                        grave=True,
                    )

        return self._start(
            self.tr("Verifying"),
            "",
            lambda case, cancel: case.verify(cancel=cancel),
            take,
            lambda: None,
            lane=Lane.CHECKS,
        )

    def _start(
        self,
        title: str,
        unit: str,
        start: Callable[..., Any],
        take: Callable[[Any], None],
        told: Callable[[], None],
        *,
        lane: Lane = Lane.WRITER,
    ) -> Job:
        bar = WorkBar(title, unit)
        self._bar.addPermanentWidget(bar)
        self._under_way.add(bar)
        last = time.monotonic()

        def events(batch: list[Any]) -> None:
            nonlocal last
            progress = [event for event in batch if isinstance(event, Progress)]
            for event in batch:
                if not isinstance(event, Progress):
                    take(event)
            if progress and time.monotonic() - last > 0.1:
                last = time.monotonic()
                bar.advance(progress[-1])

        def ended(error: BaseException | None) -> None:
            self._remove(bar)
            if error is not None:
                self._notices.failed(error)
            told()

        job = self._desk.runner.long(start, events=events, ended=ended, lane=lane)
        bar.cancelled.connect(job.cancel.set)
        bar.cancelled.connect(partial(self._leave, bar))
        return job


def _named(paths: Sequence[Path]) -> str:
    """What an import is called."""
    name = shown(paths[0].name or str(paths[0]))
    if len(paths) == 1:
        return name
    return words.tr("{name} and {count} more").format(name=words.isolated(name), count=words.number(len(paths) - 1))
