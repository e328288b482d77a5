"""The least that any import can do, as a process of its own: read each file once, SHA-256, one 1/8-scaled decode.

`python -m tests.benchmarks.floor FOLDER` is that floor; with `naive` after it, a full decode and imagehash's pHash.
"""

import hashlib
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image


def floor(path: Path) -> None:
    """Read, hash, decode at an eighth."""
    data = path.read_bytes()
    hashlib.sha256(data).hexdigest()
    with Image.open(BytesIO(data)) as picture:
        picture.draft("RGB", (picture.width // 8, picture.height // 8))
        picture.load()


def naive(path: Path) -> None:
    """Read, hash, decode in full, one perceptual hash: what a first script would do."""
    import imagehash

    data = path.read_bytes()
    hashlib.sha256(data).hexdigest()
    with Image.open(BytesIO(data)) as picture:
        imagehash.phash(picture)


if __name__ == "__main__":
    work = naive if "naive" in sys.argv[2:] else floor
    for photo in sorted(Path(sys.argv[1]).iterdir()):
        work(photo)
