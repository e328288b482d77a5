"""Which case the window opens: recent ones, where to look for more, and where the sample lies."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ui.settings import RECENT, Settings

_MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A case that was opened lately."""

    path: Path
    opened: datetime | None
    """UTC, where it is known."""

    @property
    def there(self) -> bool:
        return is_case(self.path)


def recent(settings: Settings) -> list[Recent]:
    """Cases that were opened lately, newest first; some may not be there any more."""
    found = []
    for entry in settings.get(RECENT):
        match entry:
            case [str(path), str(at)]:
                found.append(Recent(path=Path(path), opened=_time(at)))
    return found


def remember(settings: Settings, path: Path) -> None:
    """Put a case first among the recent ones."""
    others = [entry for entry in recent(settings) if entry.path != path]
    _write(settings, [Recent(path=path, opened=datetime.now(UTC)), *others][:_MOST])


def forget(settings: Settings, path: Path) -> None:
    """Take a case off the list; the case itself is left alone."""
    _write(settings, [entry for entry in recent(settings) if entry.path != path])


def _write(settings: Settings, entries: list[Recent]) -> None:
    rows = [[str(entry.path), entry.opened.isoformat(timespec="seconds") if entry.opened else ""] for entry in entries]
    settings.set(RECENT, rows)


def _time(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo is not None else None


def is_case(path: Path) -> bool:
    try:
        return (path / "case.sqlite").is_file()
    except OSError:
        return False


def documents() -> Path:
    """Where people keep what they work on."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()


def sample() -> Path:
    """Where the sample case is made."""
    return documents() / "Evidence Annotator sample"
