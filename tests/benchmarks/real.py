"""Photos and altered copies through the whole program: files, workers, a case on the disk, links read back from it."""

from collections.abc import Sequence
from pathlib import Path

from annotator.case import Case
from annotator.model import Filter, Sampling
from tests.benchmarks.alterations import ALTERATIONS, alter
from tests.benchmarks.looking import Row, Wrong
from tests.benchmarks.photos import Photo

_PHOTOS = 20
_NAMES = tuple(name for name, each in ALTERATIONS.items() if not each.others and not name.startswith("chain"))[::4]
"""Those that show one photo alone."""


def imported(folder: Path, photos: Sequence[Photo]) -> list[Wrong]:
    """Make a case of photos that are all different; the links that the import made."""
    with Case.create(folder, actor="bench") as case:
        list(case.import_files([photo.path for photo in photos], sampling=Sampling.NONE))
        names = {item.item: item.name for item in case.items(case.find(Filter()))}
        links = [link for group in case.groups() for link in group.links if link.joins]
    by_file = {photo.path.name: photo for photo in photos}
    pairs = [(by_file[names[link.a]], by_file[names[link.b]], link) for link in links]
    return [
        Wrong(
            one=a.name, other=b.name, relation=link.relation, score=link.score, how="as they are",
            scene=bool(a.scene) and a.scene == b.scene,
        )
        for a, b, link in pairs
    ]  # fmt: skip


def compared(scratch: Path, photos: Sequence[Photo], altered: Sequence[int], rows: Sequence[Row]) -> str:
    """A sentence that says how often the real import and the benchmark say the same of a copy."""
    directly = {(row.photo, row.alteration): row.found for row in rows}
    drive = scratch / "drive"
    for number in altered[:_PHOTOS]:
        folder = drive / str(number)
        folder.mkdir(parents=True)
        (folder / "original.jpg").write_bytes(photos[number].path.read_bytes())
        for turn, name in enumerate(ALTERATIONS):
            if (photos[number].name, name) in directly and name in _NAMES:
                content, *_ = alter(name, photos[number].open(), seed=turn * 1000 + number, others=())
                (folder / f"copy {turn}.jpg").write_bytes(content)
    with Case.create(scratch / "copies", actor="bench") as case:
        list(case.import_files(sorted(drive.rglob("original.jpg")), sampling=Sampling.NONE))
        list(case.import_files(sorted(drive.rglob("copy *.jpg")), sampling=Sampling.NONE))
        family = {}
        for item in case.items(case.find(Filter())):
            path = Path(case.detail(item.item).paths[0])
            family[item.item] = (int(path.parent.name), path.stem)
        groups = [{family[item] for item in group.items} for group in case.groups()]
        links = [link for group in case.groups() for link in group.links if link.a != link.b]
    wrong = {(family[x.a], family[x.b]) for x in links if x.joins and family[x.a][0] != family[x.b][0]}
    same = found = total = 0
    differ = []
    for number in altered[:_PHOTOS]:
        group = next((group for group in groups if (number, "original") in group), set())
        for turn, name in enumerate(ALTERATIONS):
            if (photos[number].name, name) in directly and name in _NAMES:
                here = (number, f"copy {turn}") in group
                total += 1
                found += here
                same += here == directly[photos[number].name, name]
                if here != directly[photos[number].name, name]:
                    differ.append(f"{name} of {photos[number].name}")
    return (
        f"imported into a case: {found} of {total} copies in the group of their original, {len(wrong)} links between "
        f"different ones; the same as above for {same} {'; other: ' if differ else ''}{', '.join(differ)}"
    )
