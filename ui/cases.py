"""Which case the window opens: recent ones, where to look for more, and where the sample lies."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_MOST = 8


def recent() -> list[str]:
    """Paths of cases that were opened lately and are still there, newest first."""
    stored = QSettings().value("recent", [])
    paths = [stored] if isinstance(stored, str) else list(stored or [])
    return [path for path in paths if isinstance(path, str) and is_case(Path(path))]


def remember(path: Path) -> None:
    """Put a case first among the recent ones."""
    paths = [str(path), *(each for each in recent() if each != str(path))]
    QSettings().setValue("recent", paths[:_MOST])


def is_case(path: Path) -> bool:
    return (path / "case.sqlite").is_file()


def documents() -> Path:
    """Where people keep what they work on."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()


def sample() -> Path:
    """Where the sample case is made."""
    return documents() / "Evidence Annotator sample"
