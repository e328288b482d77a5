"""Two items compared: how the picture of one lies on that of the other, and both laid over each other."""

from collections.abc import Callable

import numpy as np

from annotator import errors, geometry
from annotator.analysis import Alignment, LaidOver, NotDecoded
from annotator.engine import check
from annotator.engine.local import Engine, Raised, WorkerLost
from annotator.keep import LONGEST, Pictures
from annotator.link import Link
from annotator.media import tasks


def as_linked(link: Link, first: int) -> Alignment | None:
    """How the other item's picture lies on that of `first`, as their link says; None where it does not say that."""
    if not link.matrix:
        return None
    matrix = np.array(link.matrix).reshape(3, 3)
    if not geometry.sane(matrix):
        return None
    if first != link.a:
        matrix = np.linalg.inv(matrix)
    shared = (link.shared_a, link.shared_b) if first == link.a else (link.shared_b, link.shared_a)
    if shared == (0.0, 0.0):
        shared = (geometry.shared(matrix), geometry.shared(np.linalg.inv(matrix)))
    return Alignment(
        found=True, matrix=tuple(matrix.ravel().tolist()), mirrored=bool(np.linalg.det(matrix[:2, :2]) < 0),
        shared_a=shared[0], shared_b=shared[1],
    )  # fmt: skip


class Aligner:
    """Lets a worker look at both originals; of a video it takes the frame on show at `at` seconds."""

    def __init__(self, pictures: Pictures, engine: Engine) -> None:
        self._pictures, self._engine = pictures, engine

    def align(self, a: int, b: int, longest: int, at: tuple[float, float]) -> Alignment:
        """How b lies on a. Raises PictureNotRead, NotCompared."""
        found = self._both(a, b, at, tasks.align, longest=min(longest, LONGEST))
        try:
            return check.alignment(found)
        except check.Implausible as problem:
            raise errors.NotCompared(a, b, f"the reader returned an impossible {problem}") from problem

    def lay_over(self, a: int, b: int, alignment: Alignment, longest: int, at: tuple[float, float]) -> LaidOver:
        """Both in the frame of a, at most `longest` pixels a side. Raises PictureNotRead, NotCompared."""
        longest = min(longest, LONGEST)
        found = self._both(a, b, at, tasks.lay_over, matrix=alignment.matrix, longest=longest)
        try:
            return check.laid_over(found, most=longest)
        except check.Implausible as problem:
            raise errors.NotCompared(a, b, f"the reader returned an impossible {problem}") from problem

    def _both(self, a: int, b: int, at: tuple[float, float], task: Callable[..., object], **named: object) -> object:
        (first, limit), (second, more) = self._pictures.source(a, at[0]), self._pictures.source(b, at[1])
        try:
            return self._engine.run(task, first, second, limit=limit + more, **named)
        except (WorkerLost, Raised, NotDecoded, OSError) as problem:
            raise errors.NotCompared(a, b, str(problem)) from problem
