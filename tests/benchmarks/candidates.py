"""`python -m tests.benchmarks.candidates CASE FOLDER`: the CPU that features, candidates and confirmation of the photos
in a folder take in a case that has them all, in milliseconds a photo."""

import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import cv2

from annotator.analysis import Analysis
from annotator.engine.local import Engine
from annotator.finder import Finder, shown
from annotator.folder import Folder
from annotator.media.features import signature
from annotator.media.hashing import hashes
from annotator.media.pictures import load, open_picture
from annotator.media.sniff import HEAD, recognise
from annotator.model import Kind


def main() -> None:
    """Look for each photo; the start, at which much is loaded, is left out."""
    cv2.setNumThreads(1)
    spent = 0.0
    paths = sorted(Path(sys.argv[2]).iterdir())[:60]
    with closing(Finder(Folder(Path(sys.argv[1])), Engine(1))) as finder:
        for number, path in enumerate(paths):
            data = load(str(path))
            format = recognise(data[:HEAD], path.name)
            assert format is not None
            image = open_picture(data, format, orientation=None).image
            known = Analysis(kind=Kind.PHOTO, media_type="", extension=".jpg", hashes=hashes(image))
            began = time.process_time()
            finder.look(Kind.PHOTO, shown(replace(known, signature=bytes(signature(image)))))
            spent += (time.process_time() - began) * (number > 4)
    print(spent * 1000 / (len(paths) - 5))


if __name__ == "__main__":
    main()
