"""The tables of a bundle: which columns each has, and its rows from the case."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from functools import lru_cache

from annotator.best import Best, best
from annotator.model import Item
from annotator.region import Cover, Region
from annotator.store import items, journal, links, nouns, reviews
from annotator.store import regions as stored
from annotator.store.connection import Connection

_PAGE = 500
_FEW = 10
"""Items that a change may touch for its detail to stand with each of them."""

Row = tuple[object, ...]

_CUSTODY = {
    "import": ("acquire", "hash", "copy"),
    "sighting": ("acquire", "hash"),
    "restore": ("acquire", "hash", "copy"),
    "sidecar": ("acquire", "hash", "copy"),
    "keep frame": ("derive", "hash"),
    "export": ("copy", "export"),
    "annotate": ("annotate",),
    "undo": ("annotate",),
    "assign": ("annotate",),
    "unassign": ("annotate",),
    "answer": ("annotate",),
    "settle review": ("annotate",),
    "redo": ("annotate",),
    "verdict": ("annotate",),
    "add region": ("annotate",),
    "change region": ("annotate",),
    "remove region": ("annotate",),
}
"""What an action of the journal is in the words of the Berkeley Protocol (vocabulary custody-action)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that goes into the bundle: an item's bytes, or a sidecar's."""

    file: str
    """Its name in the bundle."""
    sha256: str
    extension: str
    linked: str | None
    """Where it lies, if outside of the case."""
    name: str
    """Whose it is, for messages."""


class Selection:
    """What of a case goes into a bundle, read from one view of its database."""

    def __init__(self, connection: Connection, numbers: "array[int]") -> None:
        self.connection = connection
        self.numbers = numbers
        self._chosen = frozenset(numbers)
        self._wide = journal.touching_more(connection, _FEW)

    def items(self) -> Iterator[Item]:
        """The selected items, in order."""
        for start in range(0, len(self.numbers), _PAGE):
            yield from items.rows(self.connection, self.numbers[start : start + _PAGE])

    def kept(self) -> dict[str, Kept]:
        """The files that go into the bundle, by name."""
        files: dict[str, Kept] = {}
        for item in self.items():
            for kept in (self._own(item), *self._sidecars(item)):
                if kept is not None:
                    files[kept.file] = kept
        return dict(sorted(files.items()))

    def _own(self, item: Item) -> Kept | None:
        sha256, extension, linked, name = items.location(self.connection, item.item)
        if sha256 is None:
            return None
        folder = "originals" if item.parent is None else "frames"
        return Kept(
            file=f"data/{folder}/{sha256}{extension}", sha256=sha256, extension=extension, linked=linked, name=name
        )

    def _sidecars(self, item: Item) -> list[Kept]:
        return [
            Kept(
                file=f"data/sidecars/{sha256}{extension}", sha256=sha256, extension=extension, linked=linked, name=path
            )
            for sha256, extension, path, linked in items.sidecars(self.connection, item.item)
        ]

    def _sha256(self, number: int | None) -> str | None:
        return None if number is None else items.location(self.connection, number)[0]

    # --- rows of each table, in the order of the columns below

    def item_rows(self) -> Iterator[Row]:
        for item in self.items():
            own = self._own(item)
            made_by = items.made_by(self.connection, item.item)
            yield (
                item.item, item.sha256, own.file if own else None, item.kind, item.name, item.media_type, item.bytes,
                item.width, item.height, item.duration, item.captured_at, item.captured_at_source,
                item.latitude, item.longitude, item.location_source, item.make, item.model, item.camera_source,
                item.orientation,                item.parent, self._sha256(item.parent), item.time_in_video, made_by,
                item.warning.level, item.warning.content, item.incidents, item.places, item.tags, item.status,
                item.readable, item.covered, item.group, *self._best(item), item.phash,
            )  # fmt: skip

    def _best(self, item: Item) -> tuple[bool | None, str | None]:
        """Whether it is the best copy of its group, and why."""
        if item.group is None:
            return None, None
        found = self._best_of(item.group)
        return found.item == item.item, found.in_words() if found.item == item.item else None

    @lru_cache(maxsize=1000)  # noqa: B019 - a selection lives as long as one export
    def _best_of(self, group: int) -> Best:
        members = links.with_copies(self.connection, [group])
        return best(items.rows(self.connection, members), links.among(self.connection, members))

    def path_rows(self) -> Iterator[Row]:
        for item in self.items():
            for path in items.paths(self.connection, item.item):
                yield item.item, item.sha256, path

    def problem_rows(self) -> Iterator[Row]:
        for item in self.items():
            for problem in item.problems:
                yield item.item, item.sha256, problem.code, problem.message

    def sidecar_rows(self) -> Iterator[Row]:
        for item in self.items():
            for sidecar in self._sidecars(item):
                yield item.item, item.sha256, sidecar.sha256, sidecar.file, sidecar.name

    def metadata_rows(self) -> Iterator[Row]:
        for item in self.items():
            for tag in items.metadata(self.connection, item.item):
                yield item.item, item.sha256, tag.source, tag.tag, tag.value, tag.raw

    def note_rows(self) -> Iterator[Row]:
        for item in self.items():
            for note in items.notes(self.connection, item.item):
                yield item.item, item.sha256, note.note, note.at, note.actor, note.text

    def review_rows(self) -> Iterator[Row]:
        by_item = {item.item: item for item in self.items()}
        for sheet in reviews.sheets(self.connection, by_item):
            given = [("answer", one.reviewer, one.at, one.answer, one.answer.note) for one in sheet.given]
            if sheet.final is not None:
                given.append(("final", sheet.final.actor, sheet.final.at, sheet.final.answer, sheet.final.reason))
            for role, person, at, answer, text in given:
                yield (
                    sheet.item, by_item[sheet.item].sha256, role, person, at, answer.warning.level,
                    answer.warning.content, answer.status, answer.incidents, answer.places, text,
                )  # fmt: skip

    def regions(self) -> Iterator[tuple[Region, Item, str]]:
        """Regions and markers, each with its item and the item's file in the bundle, relative to the tables."""
        for item in self.items():
            if (own := self._own(item)) is not None:
                for region in stored.of(self.connection, item.item):
                    yield region, item, own.file.removeprefix("data/")

    def region_rows(self) -> Iterator[Row]:
        for region, item, _ in self.regions():
            cover = "to be redacted" if region.cover is Cover.REDACTED else region.cover or None
            points = [f"{x:.6f} {y:.6f}" for x, y in region.points]
            yield (
                item.item, item.sha256, region.region, region.shape, points, region.began, region.ended,
                region.label, region.note, cover, False, region.at, region.actor,
            )  # fmt: skip

    def incident_rows(self) -> Iterator[Row]:
        shown = self._counted(lambda item: item.incidents)
        for incident in nouns.incidents(self.connection):
            if incident.name in shown:
                yield (*astuple(incident)[:-1], shown[incident.name])

    def place_rows(self) -> Iterator[Row]:
        shown, incidents = self._counted(lambda item: item.places), self._counted(lambda item: item.incidents)
        for incident in nouns.incidents(self.connection):
            if incident.place and incident.name in incidents:
                shown.setdefault(incident.place, 0)
        for place in nouns.places(self.connection):
            if place.name in shown:
                yield (*astuple(place)[:-1], shown[place.name])

    def _counted(self, names: Callable[[Item], tuple[str, ...]]) -> dict[str, int]:
        counts: dict[str, int] = {}
        for item in self.items():
            for name in names(item):
                counts[name] = counts.get(name, 0) + 1
        return counts

    def link_rows(self) -> Iterator[Row]:
        for item in self.items():
            for link in sorted(links.of(self.connection, item.item), key=lambda link: (link.a, link.b)):
                if item.item == link.a or link.a not in self._chosen:
                    segments = [f"{a:.3f}-{b:.3f} = {c:.3f}-{d:.3f}" for a, b, c, d in link.segments]
                    yield (
                        link.a, self._sha256(link.a), link.b, self._sha256(link.b), link.relation, link.transform,
                        link.score, link.reason, segments, link.verdict, link.better, self._sha256(link.better),
                        link.matrix, link.shared_a, link.shared_b,
                    )  # fmt: skip

    def custody_rows(self) -> Iterator[Row]:
        for item in self.items():
            for seq in journal.touching(self.connection, item.item):
                yield item.item, item.sha256, *self._custody(seq)

    @lru_cache(maxsize=1000)  # noqa: B019 - a selection lives as long as one export
    def _custody(self, seq: int) -> Row:
        """What a row of the journal says to each item that it touches.

        A change to many items at once is told in full in journal.jsonl only: repeated with each of them, 10,000 tagged
        in one go would make gigabytes.
        """
        row = journal.row(self.connection, seq)
        detail = None if seq in self._wide else row.detail
        custody = _CUSTODY.get(row.action, ())
        return row.chain, row.seq, row.at, row.actor, custody, row.action, row.subject, detail, row.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: a CSV file, and a JSON file where values must be had as they are."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Selection], Iterator[Row]]
    json: bool = False


def _table(name: str, columns: str, rows: Callable[[Selection], Iterator[Row]], *, json: bool = False) -> Table:
    return Table(name=name, columns=tuple(columns.split()), rows=rows, json=json)


TABLES = (
    _table(
        "items",
        "item sha256 file kind name media_type bytes width height duration captured_at captured_at_source latitude"
        " longitude location_source make model camera_source orientation parent parent_sha256 time_in_video made_by"
        " warning_level warning_content incidents places tags status readable covered group"
        " best_copy best_copy_reason phash",
        Selection.item_rows,
        json=True,
    ),
    _table("paths", "item sha256 path", Selection.path_rows),
    _table("problems", "item sha256 code message", Selection.problem_rows),
    _table("sidecars", "item sha256 sidecar_sha256 file path", Selection.sidecar_rows),
    _table("metadata", "item sha256 source tag value raw", Selection.metadata_rows, json=True),
    _table("notes", "item sha256 note at actor text", Selection.note_rows, json=True),
    _table(
        "reviews",
        "item sha256 role person at warning_level warning_content status incidents places text",
        Selection.review_rows,
        json=True,
    ),
    _table(
        "regions",
        "item sha256 region shape points began ended label note cover redacted_here at actor",
        Selection.region_rows,
        json=True,
    ),
    _table(
        "incidents",
        "incident name type began ended time_precision place summary items",
        Selection.incident_rows,
        json=True,
    ),
    _table("places", "place name latitude longitude precision items", Selection.place_rows, json=True),
    _table(
        "links",
        "a a_sha256 b b_sha256 relation transform score reason segments verdict better better_sha256"
        " matrix shared_a shared_b",
        Selection.link_rows,
        json=True,
    ),
    _table(
        "custody",
        "item sha256 chain seq at actor custody action subject detail digest",
        Selection.custody_rows,
    ),
)
