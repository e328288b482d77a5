"""What a user has set once for all cases: so far, the name under which they act."""

import configparser
import getpass
import os
from pathlib import Path


def path() -> Path:
    """The settings file, which the window writes too."""
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "evidence-annotator" / "settings.ini"


def default_actor() -> str:
    """The reviewer's name from the settings, else the operating system's user."""
    stored = configparser.ConfigParser(interpolation=None)
    try:
        stored.read(path(), encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return getpass.getuser()
    return stored.get("reviewer", "name", fallback="").strip() or getpass.getuser()
