"""A case whose database another program has written to: what can't be is one sentence, never a fault of the program."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.answers import Answer
from annotator.case import Case
from annotator.errors import CaseDamaged, CaseLeadsElsewhere, EvidenceError
from annotator.model import Change, ContentWarning, Filter, Level, SavedSearch, Sort, Status, Verdict
from annotator.region import Region, Shape
from annotator.store import pictures
from annotator.store.connection import Store
from tests.synthetic import make_case
from tests.tampering import tamper


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with something in every table that people fill."""
    path = make_case(tmp_path_factory.mktemp("whole") / "case", 4)
    answer = Answer(
        warning=ContentWarning(level=Level.GRAPHIC), status=Status.VERIFIED, incidents=("Strike",), places=("Hass",)
    )
    for actor in ("Rana", "Omar"):
        with Case.open(path, actor=actor) as case:
            if actor == "Rana":
                case.add_incident("Strike")
                case.add_place("Hass", latitude=35.5, longitude=36.5)
                case.annotate([1, 2], Change(add_tags=("x",), add_incidents=("Strike",), add_places=("Hass",)))
                case.regions.add(Region(region=0, item=2, shape=Shape.BOX, points=((0.1, 0.1), (0.5, 0.5))))
                case.judge(2, 3, Verdict.SAME)
                case.library.save(SavedSearch(name="s", wanted=Filter(text="x")))
                case.review.assign([2], ["Rana", "Omar"])
            case.review.answer(2, answer)
    with Case.open(path, actor="Rana") as case:
        case.review.settle(2, answer, reason="seen")
    return path


def reads(case: Case) -> Iterator[Callable[[], object]]:
    """Everything that a window or a command asks of a case."""
    numbers = [1, 2, 3, 4]
    yield lambda: case.items(numbers)
    yield lambda: case.find(Filter(sort=Sort.ALIKE, alike=2))
    yield case.library.counts
    yield lambda: case.library.stacks(case.find(Filter()))
    yield lambda: case.detail(2)
    yield lambda: case.regions.of(2)
    yield lambda: case.regions.parts(2)
    yield lambda: case.undecided(of=2)
    yield lambda: list(case.groups(all=True))
    yield case.review.sheets
    yield case.library.searches
    yield lambda: case.extent.positions(numbers)
    yield lambda: case.extent.times(numbers)
    yield lambda: case.pictures.thumbnail(2)
    yield lambda: case.steps.told(list(case.journal()), item=2)
    yield case.steps.next


def strange(whole: Path, copy: Path, statement: str, *values: object) -> Path:
    shutil.copytree(whole, copy)
    tamper(copy, statement, *values)
    return copy


BAD = ("nonsense", "[[1]]", "null", '["a", 3]', "[" * 3000)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("items.kind", ["nonsense"]),
        ("items.status", ["nonsense"]),
        ("items.warning_level", ["", "nonsense"]),
        ("items.phash", ["nonsense", "ab"]),
        ("items.variants", ["nonsense"]),
        ("items.captured_at", ["nonsense", "2016-99-99T99:99:99"]),
        ("links.relation", ["nonsense"]),
        ("links.verdict", ["nonsense"]),
        ("links.segments", [*BAD, "[[0, 1e999, 0, 1]]"]),
        ("links.steps", [*BAD, '[["nonsense", 1, ""]]', '[["turned", 1e999, ""]]', '[["added", 0.1, "under it"]]']),
        ("links.matrix", ["nonsense", "[[1]]", '["a", 3]', "[1, 0, 0]", "[1e999, 0, 0, 0, 1, 0, 0, 0, 1]"]),
        ("regions.shape", ["nonsense"]),
        ("regions.cover", ["nonsense"]),
        ("regions.points", [*BAD, "[[0.1,1e999],[0.5,0.5]]", "[[-4,2],[0.5,0.5]]"]),
        ("saved_searches.wanted", [*BAD, '{"status": ["nonsense"]}', '{"near": [1]}']),
        *((f"{table}.{name}", BAD) for table in ("answers", "finals") for name in ("content", "incidents", "places")),
        ("answers.level", ["nonsense"]),
        ("finals.status", ["nonsense"]),
    ],
)
def test_a_value_that_can_not_be_is_told_as_damage(whole: Path, tmp_path: Path, column: str, values: list[str]) -> None:
    table, _, name = column.partition(".")
    for number, value in enumerate(values):
        path = strange(whole, tmp_path / str(number), f"UPDATE {table} SET {name} = ?", value)  # noqa: S608 - our own names
        told = 0
        with Case.open(path, actor="Rana", read_only=True) as case:
            for read in reads(case):
                try:
                    read()
                except EvidenceError as problem:
                    told += isinstance(problem, CaseDamaged)
        assert told


EDITS = [
    "nonsense",
    [1],
    [{"table": "items", "items": 3, "key": {}}],
    [{"table": "items", "key": {"item": 2}, "before": {"status": {}}, "after": {"status": []}}],
    [{"table": "items", "key": {"item": 2}, "before": {}, "after": {}}],
    [{"table": "items", "key": {"item": 2}, "before": {"status": "verified"}, "after": {"status": 1 << 70}}],
    [{"table": "journal", "key": {"seq": 2}, "before": {}, "after": None}],
]


@pytest.mark.parametrize("detail", ["nonsense", "[]", "[" * 3000, *(json.dumps({"edits": edits}) for edits in EDITS)])
def test_a_journal_that_can_not_be_read_is_neither_told_nor_taken_back(
    whole: Path, tmp_path: Path, detail: str
) -> None:
    path = strange(whole, tmp_path / "case", "UPDATE journal SET detail = ? WHERE action <> 'new case'", detail)
    with Case.open(path, actor="Rana") as case:
        before = case.items([1, 2, 3, 4])
        case.steps.told(list(case.journal()), item=2)
        with pytest.raises(EvidenceError):
            case.undo()
        assert case.items([1, 2, 3, 4]) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("extension", "/../../../../../etc/passwd"),
        ("extension", "\0"),
        ("sha256", "../" * 21 + "x"),
        ("linked", b"\0"),
        ("item", -1),
        ("item", 1 << 62),
    ],
)
def test_the_name_of_a_file_leads_nowhere_else(whole: Path, tmp_path: Path, column: str, value: object) -> None:
    path = strange(whole, tmp_path / "case", f"UPDATE items SET {column} = ? WHERE item = 3", value)  # noqa: S608 - our own names
    with Case.open(path, actor="Rana") as case:
        for number in {3, value if isinstance(value, int) else 3}:
            for read in (*reads(case), lambda number=number: case.pictures.thumbnail(number), lambda: case.undo()):
                try:
                    read()
                except EvidenceError:
                    continue
        with pytest.raises(EvidenceError):
            list(case.export(tmp_path / "bundle", wanted=Filter()))


@pytest.mark.parametrize("name", ["cache", "cache/features", "cache/thumbnails/ab"])
def test_a_case_whose_cache_leads_elsewhere_is_not_opened(whole: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(whole, tmp_path / "case")
    (tmp_path / "mine").mkdir()
    link = tmp_path / "case" / name
    if link.is_dir():
        shutil.rmtree(link)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "mine")
    with pytest.raises(CaseLeadsElsewhere, match=f"link at “{name}”"):
        Case.open(tmp_path / "case", actor="Rana")


@pytest.mark.parametrize("time", [1e12, float("inf"), -1.0])
def test_a_time_that_no_video_has_is_told_as_damage(whole: Path, tmp_path: Path, time: float) -> None:
    change = "UPDATE items SET sampled = 1, parent = 1, time_in_video = ? WHERE item = 3"
    path = strange(whole, tmp_path / "case", change, time)
    with (
        Store.open(path, read_only=True) as store,
        pytest.raises(CaseDamaged, match="time of a frame"),
        store.reading() as connection,
    ):
        pictures.known(connection, [3])


def test_a_position_that_is_not_on_earth_is_no_position(whole: Path, tmp_path: Path) -> None:
    for name, value in (("far", 1e308), ("endless", float("inf"))):
        path = strange(whole, tmp_path / name, "UPDATE items SET latitude = ?, longitude = 3 WHERE item = 2", value)
        with Case.open(path, actor="Omar", read_only=True) as case:
            assert all(abs(latitude) <= 90 for latitude in case.extent.positions([1, 2, 3, 4]).latitudes)
