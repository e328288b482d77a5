"""What the window remembers for its user: typed options over one ini file, which the command line reads too."""

import base64
import binascii
import configparser
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from annotator import settings as shared
from annotator.model import Sampling
from annotator.text import shown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One setting. `read` raises ValueError, TypeError or KeyError for what it does not take; then `default` holds."""

    key: str
    default: T
    read: Callable[[str], T]
    write: Callable[[T], str] = str


class Language(StrEnum):
    """Languages of the window; SYSTEM takes that of the desktop where there is one for it."""

    SYSTEM = ""
    ENGLISH = "en"
    ARABIC = "ar"


def _yes(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _switch(key: str, *, default: bool) -> Option[bool]:
    return Option(key, default, _yes, lambda value: "true" if value else "false")


def _between(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(text)
        return value

    return read


def _seconds(text: str) -> float:
    value = float(text)
    if not 0.1 <= value <= 3600:
        raise ValueError(text)
    return value


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _json(kind: type) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        value = json.loads(text)
        if not isinstance(value, kind):
            raise TypeError(text)
        return value

    return read


NAME: Option[str] = Option("reviewer/name", "", lambda text: text[:200].strip())
LANGUAGE = Option("desk/language", Language.SYSTEM, Language)
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
TEXT_SIZE = Option("desk/text_size", 100, _between(TEXT_SIZES[0], TEXT_SIZES[-1]))
"""Per cent of the system's."""
REOPEN = _switch("desk/reopen", default=True)
CELLS = Option("shield/cells", 12, _between(6, 16))
"""Cells along the longer side of a cover; 16 let no detail through either, see `ui.shield.shield.ShieldLook`."""
GREY = _switch("shield/grey", default=True)
SOUND_COVERED = _switch("shield/sound_while_covered", default=False)
COUNT_LOOKING = _switch("shield/count_looking", default=True)
REMIND = _switch("shield/remind", default=True)
REMIND_LOOKING = Option("shield/remind_after_looking", 20, _between(1, 240))
"""Minutes with uncovered pictures."""
REMIND_SITTING = Option("shield/remind_after_sitting", 50, _between(5, 480))
"""Minutes at the desk."""
NOT_TODAY: Option[str] = Option("shield/not_today", "", str)
"""The day, as YYYY-MM-DD, of which no more reminders are wanted."""
LINK = _switch("import/link", default=False)
SAMPLING = Option("import/sampling", Sampling.KEYFRAMES, Sampling)
EVERY = Option("import/every", 2.0, _seconds)
GO_ON = _switch("annotate/go_on", default=False)
"""Whether a level that is set by its key leads on to the next item."""
CELL_SIZE = Option("grid/size", 2, _between(0, 4))
"""The step of `ui.library.grid.SCALES`."""
STACKED = _switch("grid/stacked", default=False)
FOLDED: Option[list[Any]] = Option("filters/folded", [], _json(list), json.dumps)
"""Names of the filters that are folded."""
KEYS: Option[dict[str, Any]] = Option("keys/changed", {}, _json(dict), json.dumps)
RECENT: Option[list[Any]] = Option("cases/recent", [], _json(list), json.dumps)
SESSION: Option[dict[str, Any]] = Option("cases/session", {}, _json(dict), json.dumps)
MAP_FILE: Option[str] = Option("map/file", "", str)
"""The user's own map that lies under the items."""
GEOMETRY: Option[bytes] = Option("window/geometry", b"", _bytes, lambda value: base64.b64encode(value).decode())

PAGES: dict[str, tuple[Option[Any], ...]] = {
    "general": (NAME, LANGUAGE, TEXT_SIZE, REOPEN),
    "shield": (CELLS, GREY, SOUND_COVERED, COUNT_LOOKING, REMIND, REMIND_LOOKING, REMIND_SITTING),
    "keys": (KEYS,),
    "import": (LINK, SAMPLING, EVERY),
}
"""The options of each page of the settings dialog."""


class Settings(QObject):
    """Reads and writes options at once; a value that can't be used reads as its default and stays in the file."""

    changed = Signal(object)
    """The Option that has another value now."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or shared.path()
        self.trouble = ""
        """A sentence about the file, where there is something to say."""
        self._unsaved: dict[str, str] = {}
        self._file: QSettings | None = None
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._damaged():
                aside = self._keep_aside()
                self.trouble = self.tr(
                    "The settings file is damaged: it was kept as “{name}”, and the program's own settings hold now."
                ).format(name=shown(aside.name))
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            self.trouble = self.tr(
                "The settings file “{path}” can't be used ({reason}): what you set holds until you close the window."
            ).format(path=shown(str(self.path)), reason=shown(error.strerror or str(error)))
            return
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat, self)

    def _damaged(self) -> bool:
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return False
        try:
            configparser.ConfigParser(interpolation=None, strict=False).read_string(text.decode())
        except (configparser.Error, UnicodeDecodeError):
            return True
        probe = QSettings(str(self.path), QSettings.Format.IniFormat)
        return b"\0" in text or probe.status() != QSettings.Status.NoError

    def _keep_aside(self) -> Path:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self.path.with_name(f"{self.path.stem} damaged {stamp}{self.path.suffix}")
        for more in range(1, 100):
            if not aside.exists():
                break
            aside = self.path.with_name(f"{self.path.stem} damaged {stamp} {more}{self.path.suffix}")
        return self.path.rename(aside)

    def get(self, option: Option[T]) -> T:
        """The value that holds."""
        raw = self._file.value(option.key) if self._file is not None else self._unsaved.get(option.key)
        if not isinstance(raw, str):
            return option.default
        try:
            return option.read(raw)
        except (ValueError, TypeError, KeyError, binascii.Error, RecursionError):
            return option.default

    def set(self, option: Option[T], value: T) -> None:
        """Let another value hold, here and at the next start."""
        before = self.get(option)
        text = option.write(value)
        if self._file is not None:
            self._file.setValue(option.key, text)
        else:
            self._unsaved[option.key] = text
        if value != before:
            self.changed.emit(option)

    def reset(self, page: str) -> None:
        """Let the defaults of a page hold again."""
        for option in PAGES[page]:
            self.set(option, option.default)

    def save(self) -> None:
        """Write what is not written yet; Qt does so too from time to time."""
        if self._file is not None:
            self._file.sync()
