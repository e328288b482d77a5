"""What a user has set once for all cases: so far, the name under which they act."""

import configparser
import getpass
import os
from pathlib import Path


def path() -> Path:
    """The settings file, which the window writes too."""
    base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    # Not Path.expanduser(): it raises where the user has no home.
    return Path(os.path.expanduser(base)) / "evidence-annotator" / "settings.ini"  # noqa: PTH111 - as said above


def default_actor() -> str:
    """The reviewer's name from the settings, else the operating system's user."""
    stored = configparser.ConfigParser(interpolation=None)
    try:
        stored.read(path(), encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return _user()
    return stored.get("reviewer", "name", fallback="").strip() or _user()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user has no name
        return f"user {os.getuid()}"
