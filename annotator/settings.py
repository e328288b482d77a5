"""What a user has set once for all cases: so far, the name under which they act."""

import configparser
import getpass
import os
import re
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
        return user()
    return _unquoted(stored.get("reviewer", "name", fallback="").strip()) or user()


def _unquoted(value: str) -> str:
    """A value as Qt reads its ini files: quotes around one with a comma, a backslash before what could mislead."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1]
    return re.sub(r"\\(.)", r"\1", value).strip()


def user() -> str:
    """The operating system's user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user has no name
        return f"user {os.getuid()}"
