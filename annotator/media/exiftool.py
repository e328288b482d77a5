"""ExifTool's complete output beside ours, where the program is installed. It replaces none of our values."""

import json
import shutil
import subprocess
from functools import cache
from typing import Final

from annotator.media.findings import not_read
from annotator.media.tags import MAX_TAGS, tag
from annotator.model import Finding, Tag

_TIMEOUT: Final = 10.0
_ARGUMENTS: Final = ("-config", "", "-json", "-G1", "-a", "-api", "largefilesupport=1", "-fast", "-sort", "--")
"""No configuration file is obeyed; groups are named; nothing that follows is taken for an option."""
_OF_OUR_COPY: Final = frozenset({"SourceFile", "ExifTool:ExifToolVersion"})


@cache
def program() -> str | None:
    """Where the program is installed, looked up once in a process."""
    return shutil.which("exiftool")


def read(path: str) -> tuple[list[Tag], list[Finding]]:
    """Tags of the source "exiftool" named "GROUP:Name", and a finding where it was installed but failed."""
    found_program = program()
    if found_program is None:
        return [], []
    try:
        done = subprocess.run(
            [found_program, *_ARGUMENTS, path],
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        untrusted_values = json.loads(done.stdout)[0]
    except (OSError, subprocess.TimeoutExpired, ValueError, IndexError, RecursionError) as error:
        return [], [not_read("ExifTool output", [type(error).__name__])]
    found = [
        tag("exiftool", name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in untrusted_values.items()
        if name not in _OF_OUR_COPY and not name.startswith("System:")
    ]
    return found[:MAX_TAGS], []
