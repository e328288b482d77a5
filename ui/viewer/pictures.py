"""Full pictures for the viewer: decoded by the case's workers, made ready beside the window, the newest wish first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtGui import QImage

from annotator.analysis import Thumbnail
from annotator.case import Case
from annotator.region import Region
from ui.jobs import JobRunner, Lane
from ui.shield import parts
from ui.shield.shield import ShieldLook, cover


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A picture, whose covered parts are covered in it, and its cover; `time` is the exact time of a video's frame."""

    image: QImage
    cover: QImage
    look: ShieldLook
    """How its cover looks."""
    regions: tuple[Region, ...] = ()
    time: float | None = None

    def in_style(self, look: ShieldLook) -> "Ready":
        """The same with a cover that looks like this."""
        if look == self.look:
            return self
        return replace(self, cover=parts.uncovered(cover(self.image, look), self.image, self.regions), look=look)


def photo(number: int, longest: int, look: ShieldLook) -> Callable[[Case], Ready]:
    return lambda case: _ready(case.pictures.picture(number, longest), look, case.regions.parts(number))


def frame(video: int, seconds: float, longest: int, look: ShieldLook) -> Callable[[Case], Ready]:
    def work(case: Case) -> Ready:
        time, picture = case.pictures.frame(video, seconds, longest)
        return _ready(picture, look, case.regions.parts(video, time), time)

    return work


def next_frame(video: int, after: float, interval: float, longest: int, look: ShieldLook) -> Callable[[Case], Ready]:
    """The frame that follows the one at `after`; `interval` is how far apart frames were found to be, or 0."""

    def work(case: Case) -> Ready:
        ahead = interval + 0.001 if interval else 1 / 60
        time, picture = case.pictures.frame(video, after + ahead, longest)
        for _ in range(6):
            if time > after:
                break
            ahead *= 2
            time, picture = case.pictures.frame(video, after + ahead, longest)
        return _ready(picture, look, case.regions.parts(video, time), time)

    return work


def bare(number: int, seconds: float | None, longest: int) -> Callable[[Case], QImage]:
    """The picture, of a video that at `seconds`, with no part covered: to be kept only while the shield is open."""

    def work(case: Case) -> QImage:
        if seconds is not None:
            return image_of(case.pictures.frame(number, seconds, longest)[1])
        return image_of(case.pictures.picture(number, longest))

    return work


def image_of(picture: Thumbnail) -> QImage:
    """A worker's picture as one that can be painted, nothing of it covered."""
    borrowed = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)  # a copy: `borrowed` has none of the bytes itself


def _ready(picture: Thumbnail, look: ShieldLook, regions: Sequence[Region], time: float | None = None) -> Ready:
    return made_ready(image_of(picture), look, regions, time)


def made_ready(whole: QImage, look: ShieldLook, regions: Sequence[Region], time: float | None = None) -> Ready:
    """A picture as it is shown; `regions` are those that cover or uncover a part of it."""
    image = parts.covered(whole, regions)
    covering = parts.uncovered(cover(image, look), image, regions)
    return Ready(image=image, cover=covering, look=look, regions=tuple(regions), time=time)


class Latest:
    """Asks for one picture at a time; what was asked for meanwhile gives way to the newest wish."""

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner
        self._under_way: object | None = None
        self._next: tuple[Callable[[Case], Any], Callable[[Any], None], Callable[[BaseException], None]] | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is being read or is to be."""
        return self._under_way is not None

    def ask(
        self, work: Callable[[Case], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Do `work` next. Only the newest wish is answered."""
        self._next = (work, done, failed)
        if self._under_way is None:
            self._start()

    def forget(self) -> None:
        """Answer nothing that was asked for up to now."""
        self._next = None
        self._under_way = self._under_way and object()

    def _start(self) -> None:
        if self._next is None:
            return
        (work, done, failed), self._next = self._next, None
        token = self._under_way = object()

        def end(answer: Callable[[Any], None], value: Any) -> None:
            current, self._under_way = self._under_way is token, None
            if self._next is None and current:
                answer(value)
            self._start()

        self._runner.read(
            work, lambda value: end(done, value), lane=Lane.PICTURES, failed=lambda error: end(failed, error)
        )
