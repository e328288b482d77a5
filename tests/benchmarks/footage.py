"""`python -m tests.benchmarks.footage`: which altered clips of real footage are found, how true their stretches are.

Every source is cut, altered and encoded again in every way; all are imported into one case, sources first, with clips
that only share an opening, a title card or a black second. Exit code 1 where a target is missed.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image

from annotator.case import Case
from annotator.link import Link, Relation
from annotator.model import Filter
from tests.benchmarks import photos as material
from tests.benchmarks.clips import (
    Made,
    Part,
    Segments,
    branded,
    chained,
    cropped,
    filmed,
    grey,
    length,
    letterboxed,
    make,
    mirrored,
    opening,
    still,
    title_card,
)

SOURCES: Final = (
    "gps-video/karma.mp4",
    "gps-video/max-heromode.mp4",
    "duplicates/videos/chair-orig-22-sd-bar.mp4",
    "duplicates/videos/pattern-longer-no-bar.mp4",
)
_FOUND: Final = 0.95
_TRUE: Final = 0.2
"""The share of clips that has to be found, and how far an end may be off, in seconds."""


@dataclass(slots=True)
class Row:
    """What came of one alteration."""

    name: str
    found: int = 0
    of: int = 0
    errors: list[float] = field(default_factory=list)
    """Of each clip that was found, in seconds: how far its worst end is off."""

    def __str__(self) -> str:
        true = sum(error <= _TRUE for error in self.errors)
        worst = f"{max(self.errors):.2f} s" if self.errors else "–"
        return f"{self.name} · {self.found} of {self.of} · {true} · {worst}"


Maker = Callable[[Path, Path, Path], Made]


def _whole(**how: object) -> Maker:
    return lambda path, source, other: make(path, [Part(source, 0, length(source))], **how)  # type: ignore[arg-type]


def _fast(speed: float) -> Maker:
    return lambda path, source, other: make(path, [Part(source, 0, length(source) / speed, speed)])


def _excerpt(path: Path, source: Path, other: Path) -> Made:
    whole = length(source)
    return make(path, [Part(source, 0.35 * whole, 0.4 * whole)])


def _middle_out(path: Path, source: Path, other: Path) -> Made:
    whole = length(source)
    out = min(5.0, 0.35 * whole)
    return make(path, [Part(source, 0, 0.35 * whole), Part(source, 0.35 * whole + out, 0.65 * whole - out)])


def _reordered(path: Path, source: Path, other: Path) -> Made:
    whole = length(source)
    return make(path, [Part(source, 0.5 * whole, 0.5 * whole), Part(source, 0, 0.5 * whole)])


def _among(path: Path, source: Path, other: Path) -> Made:
    whole = length(source)
    return make(path, [Part(other, 0, 3), Part(source, 0.3 * whole, 0.5 * whole), Part(other, 4, 3)])


def _titled(path: Path, source: Path, other: Path) -> Made:
    whole = length(source)
    black = Image.new("RGB", title_card().size)
    return make(path, [Part(black, 0, 1), Part(title_card(), 0, 2), Part(source, 0.1 * whole, 0.8 * whole)], fade=True)


def _short(path: Path, source: Path, other: Path) -> Made:
    return make(path, [Part(source, 0.45 * length(source), 1.5)])


def _chain(path: Path, source: Path, other: Path) -> Made:
    whole = length(source)
    work = chained(mirrored, cropped(0.8), branded, letterboxed)
    return make(path, [Part(source, 0.1 * whole, 0.8 * whole / 1.05, 1.05)], work=work)


ALTERATIONS: Final[dict[str, Maker]] = {
    "encoded again, a keyframe every 10 s": _whole(),
    "240 pixels, strongly compressed": _whole(longest=240, crf=36),
    "cropped to 80 %": _whole(work=cropped(0.8)),
    "cropped to 60 %": _whole(work=cropped(0.6)),
    "mirrored": _whole(work=mirrored),
    "bars": _whole(work=letterboxed),
    "logo and caption": _whole(work=branded),
    "grey": _whole(work=grey),
    "10 % slower": _fast(0.9),
    "10 % faster": _fast(1.1),
    "an excerpt": _excerpt,
    "5 s out of the middle": _middle_out,
    "second half first": _reordered,
    "between other footage": _among,
    "black, a title card, fades": _titled,
    "variable frame rate": _whole(dropped=True),
    "1.5 s of it": _short,
    "filmed from a screen": _whole(work=filmed),
    "mirrored, cropped, logo, bars, 5 % faster": _chain,
}
_STILLS: Final = {
    "a still": lambda picture: picture,
    "a still, cropped to 70 %": cropped(0.7),
    "a still, mirrored, with a logo": chained(mirrored, branded),
    "a still, filmed from a screen": filmed,
}


@dataclass(slots=True, kw_only=True)
class Report:
    """What was found, and what should not have been."""

    rows: list[Row]
    wrong: list[str]
    """Pairs of different footage that were linked."""
    seconds: float

    @property
    def kept(self) -> bool:
        """Whether the targets are kept."""
        found, of = (sum(getattr(row, name) for row in self.rows) for name in ("found", "of"))
        return not self.wrong and found >= _FOUND * of

    def text(self) -> str:
        """The table."""
        lines = ["footage · found · ends true to 0.2 s · worst end", *map(str, self.rows)]
        lines += [f"wrong: {pair}" for pair in self.wrong] or ["no wrong links"]
        return "\n".join([*lines, f"{self.seconds:.0f} s"])


def measured(scratch: Path, only: Sequence[str] = ()) -> Report:
    """Make the clips in `scratch`, import them, and look at what is linked."""
    began = time.monotonic()
    sources = [
        path for name in SOURCES if (path := material.CORPUS / name).is_file() and (not only or path.stem in only)
    ]
    folder = scratch / "footage"
    folder.mkdir()
    made: list[tuple[str, Path, Made]] = []
    stills: list[tuple[str, Path, Path, float]] = []
    for source in sources:
        other = next(path for name in SOURCES if (path := material.CORPUS / name) != source)
        for number, (name, maker) in enumerate(ALTERATIONS.items()):
            made.append((name, source, maker(folder / f"{source.stem}-{number:02}.mp4", source, other)))
        for number, (name, work) in enumerate(_STILLS.items()):
            at = round((0.2 + 0.17 * number) * length(source), 2)
            stills.append((name, source, still(folder / f"{source.stem}-{number:02}.jpg", source, at, work=work), at))
    for number, source in enumerate(sources):
        shared = [Part(opening(place, 75), 0, 0.04) for place in range(75)]
        black = Image.new("RGB", title_card().size)
        parts = [*shared, Part(source, 0.2 * number, 5), Part(black, 0, 1), Part(title_card(), 0, 2)]
        make(folder / f"same-opening-{number}.mp4", parts)
    with Case.create(scratch / "case", actor="bench") as case:
        for _ in case.import_files([*sources, *_others()]):
            pass
        for _ in case.import_files([folder]):
            pass
        return _reported(case, sources, made, stills, began)


def _others() -> Iterator[Path]:
    """Other real footage, which nothing is a copy of."""
    for name in ("duplicates/videos/doorknob-hd-no-bar.mp4", "duplicates/videos/test-padded-dimensions.mp4"):
        if (path := material.CORPUS / name).is_file():
            yield path
    yield from sorted((material.CORPUS / "content-credentials").glob("*.avi"))


def _reported(
    case: Case,
    sources: list[Path],
    made: list[tuple[str, Path, Made]],
    stills: list[tuple[str, Path, Path, float]],
    began: float,
) -> Report:
    numbers = {item.name: item.item for item in case.items(case.find(Filter()))}
    rows = {name: Row(name) for name in (*ALTERATIONS, *_STILLS)}
    for name, source, clip in made:
        link = case.link(numbers[source.name], numbers[clip.path.name])
        rows[name].of += 1
        if link is not None and link.relation is Relation.SAME_FOOTAGE:
            rows[name].found += 1
            rows[name].errors.append(_off(link, clip.truth[source]))
    for name, source, path, at in stills:
        link = case.link(numbers[source.name], numbers[path.name])
        rows[name].of += 1
        if link is not None and link.relation is Relation.FRAME_OF:
            rows[name].found += 1
            rows[name].errors.append(abs(link.segments[0][0] - at) if link.segments else 99.0)
    return Report(rows=list(rows.values()), wrong=list(_wrong(case, sources, made)), seconds=time.monotonic() - began)


def _off(link: Link, truth: Segments) -> float:
    """How far the worst end is off, in seconds, where each true stretch is met by the nearest one."""
    return max(
        min((max(abs(x - y) for x, y in zip(one, other, strict=True)) for other in link.segments), default=99.0)
        for one in truth
    )


def _wrong(case: Case, sources: list[Path], made: list[tuple[str, Path, Made]]) -> Iterator[str]:
    """Links that join what has no footage in common."""
    shows: dict[str, set[str]] = {source.name: {source.name} for source in sources}
    shows |= {clip.path.name: {source.name for source in clip.truth} for _, _, clip in made}
    shows |= {f"same-opening-{number}.mp4": {source.name} for number, source in enumerate(sources)}
    names = {item.item: item.name for item in case.items(case.find(Filter()))}
    for group in case.groups():
        for link in group.links:
            a, b = (shows.get(names[end], {names[end].rsplit("-", 1)[0] + ".mp4"}) for end in (link.a, link.b))
            if link.joins and not a & b:
                yield f"{names[link.a]} – {names[link.b]}: {link.relation}, {link.reason}"


def main(arguments: Sequence[str]) -> int:
    """Measure and print the table; sources may be named."""
    with tempfile.TemporaryDirectory(prefix="evidence-footage-") as scratch:
        report = measured(Path(scratch), arguments)
    print(report.text())
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
