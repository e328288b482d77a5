"""A quiet reminder to pause: one line, no sound, no dialog, and it can be turned off."""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from ui import words
from ui.looking import Looking
from ui.notices import Notices
from ui.settings import NOT_TODAY, REMIND, REMIND_LOOKING, REMIND_SITTING, Settings

_TICK_MS = 20_000
_AWAY = 5 * 60
"""Seconds in another window, or asleep, that are a pause."""
_LATER = 10 * 60


class PauseReminder(QObject):
    """Watches how long somebody looked and sat since their last pause."""

    def __init__(
        self,
        looking: Looking,
        settings: Settings,
        notices: Callable[[], Notices],
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._looking, self._settings, self._notices, self._clock = looking, settings, notices, clock
        self._last = self._here = clock()
        self._sat = self._looked_before = 0.0
        self._not_before = 0.0
        ticking = QTimer(self, interval=_TICK_MS)
        ticking.timeout.connect(self.tick)
        ticking.start()

    @Slot()
    def tick(self) -> None:
        """See what time it is."""
        now = self._clock()
        gap, self._last = now - self._last, now
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive and gap < _AWAY:
            if now - self._here >= _AWAY:
                self._paused()
            self._here = now
            self._sat += gap
        elif now - self._here >= _AWAY:
            self._paused()
        sentence = self._sentence()
        if sentence and now >= self._not_before and not self._notices().sentence:
            self._not_before = now + _LATER
            self._notices().say(
                sentence,
                stays=True,
                action=(self.tr("Later"), lambda: None),
                other=(self.tr("Not today"), self._not_today),
            )

    def _sentence(self) -> str:
        if not self._settings.get(REMIND) or self._settings.get(NOT_TODAY) == _today():
            return ""
        looked = self._looking.here - self._looked_before
        if looked >= self._settings.get(REMIND_LOOKING) * 60:
            return self.tr("Uncovered pictures were on show for {time} since your last pause. A short one now?").format(
                time=words.minutes(looked)
            )
        if self._sat >= self._settings.get(REMIND_SITTING) * 60:
            return self.tr("You have been here for {time} since your last pause. A short one now?").format(
                time=words.minutes(self._sat)
            )
        return ""

    def _paused(self) -> None:
        self._sat, self._looked_before = 0.0, self._looking.here

    def _not_today(self) -> None:
        self._settings.set(NOT_TODAY, _today())


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()
