"""A media room that does what a hostile file may make it do, by the file's name."""

import ctypes
import time

from annotator.analysis import Analysis
from annotator.media.analyse import analyse as honest


def analyse(path: str, *, name: str, **named: object) -> Analysis:
    """Die, hang, eat memory, raise, lie, or analyse."""
    match name.removesuffix(".jpg"):
        case "dies":
            ctypes.string_at(0)
        case "hangs":
            time.sleep(600)
        case "eats":
            hoard = []
            while True:
                hoard.append(bytes(64 << 20))  # never touched, and so quick to take
        case "raises":
            raise RuntimeError("a decoder's own error")
        case "lies":
            return {"kind": "photo"}  # type: ignore[return-value] # that is the lie
    return honest(path, name=name, **named)  # type: ignore[arg-type] # passed on as they came


def beside(*_videos: object, **_named: object) -> None:
    """Raise, whichever videos they are."""
    raise RuntimeError("a decoder's own error")
