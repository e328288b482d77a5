"""How long its user looked at uncovered pictures: kept for them alone, outside every case."""

import json
import os
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ui.settings import COUNT_LOOKING, Settings
from ui.shield.shield import Shield

if TYPE_CHECKING:
    from ui.desk import Desk

_KEPT_DAYS = 14
_WRITE_MS = 5000


def path() -> Path:
    """The user's own file: in no case, and read by nothing but this window."""
    base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    # Not Path.expanduser(): it raises where the user has no home.
    return Path(os.path.expanduser(base)) / "evidence-annotator" / "looking.json"  # noqa: PTH111 - as said above


class Looking(QObject):
    """Counts while the shield is held open over a covered picture."""

    def __init__(
        self, shield: Shield, settings: Settings, covered_on_show: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shield, self._settings, self._covered_on_show = shield, settings, covered_on_show
        self._since: float | None = None
        self._unwritten = 0.0
        self.here = 0.0
        """Seconds since the window was opened."""
        self._writing = QTimer(self, interval=_WRITE_MS, singleShot=True)
        self._writing.timeout.connect(self.save)
        shield.changed.connect(self._on_shield)
        shield.parted.connect(self._on_shield)

    def today(self) -> float:
        """Seconds of this day."""
        return _days().get(_today(), 0.0) + self._unwritten

    def week(self) -> float:
        """Seconds of this day and the six before."""
        first = _today() - timedelta(days=6)
        return sum(seconds for day, seconds in _days().items() if first <= day <= _today()) + self._unwritten

    def forget(self) -> None:
        """Delete all that was counted."""
        self.here = self._unwritten = 0.0
        path().unlink(missing_ok=True)

    @Slot()
    def save(self) -> None:
        """Add what was counted to what is kept. Where that can't be done, nothing is: it must not stand in the way."""
        self._writing.stop()
        if not self._unwritten:
            return
        days = _days()
        days[_today()] = days.get(_today(), 0.0) + self._unwritten
        oldest = _today() - timedelta(days=_KEPT_DAYS)
        kept = {day.isoformat(): round(seconds, 1) for day, seconds in sorted(days.items()) if day > oldest}
        file = path()
        part = file.with_suffix(".part")
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                json.dump(kept, stream)
            part.replace(file)
        except OSError:
            return
        self._unwritten = 0.0

    @Slot(bool)
    def _on_shield(self, looking: bool) -> None:
        if looking:
            if self._settings.get(COUNT_LOOKING) and self._covered_on_show():
                self._since = time.monotonic()
        elif self._since is not None:
            seconds, self._since = time.monotonic() - self._since, None
            self._unwritten += seconds
            self.here += seconds
            self._writing.start()


def covered_on_show(desk: "Desk | None") -> bool:
    """Whether holding the shield open now shows what is covered otherwise."""
    if desk is None:
        return False
    if not desk.viewing and desk.middle.currentWidget() is not desk.library:
        return True
    item = desk.model.item_at(desk.grid.currentIndex().row()) if desk.grid.current is not None else None
    return item is not None and item.covered


def _today() -> date:
    return datetime.now().astimezone().date()


def _days() -> dict[date, float]:
    """What is kept; nothing where it can't be read."""
    try:
        kept = json.loads(path().read_bytes())
        return {
            date.fromisoformat(day): float(seconds)
            for day, seconds in kept.items()
            if 0 <= float(seconds) <= 24 * 60 * 60
        }
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}
