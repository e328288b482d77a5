"""Lists of known hashes: what they find, whichever came first, and what becomes of it."""

import csv
import hashlib
import json
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from annotator import errors, hashlists, known
from annotator.analysis import Analysis, Frame
from annotator.case import Case
from annotator.cli import main
from annotator.hashlist import PDQ_QUALITY, Added, How
from annotator.media.hashing import hashes
from annotator.model import Change, ContentWarning, Filter, Kind, Level
from annotator.store import items
from annotator.store.hashlists import Found
from tests import makers


def put(case: Case, image: Image.Image | None, *, frames: tuple[Image.Image, ...] = ()) -> int:
    """An item with the hashes of a picture, as an import adds it."""
    found = hashes(image) if image is not None else None
    kind = Kind.VIDEO if frames else Kind.PHOTO
    analysis = Analysis(kind=kind, media_type="image/jpeg", extension=".jpg", hashes=found)
    with case._store.writing() as connection:
        count = connection.execute("SELECT count(*) FROM items").fetchone()[0]
        number = items.add(connection, analysis, sha256=f"{count:064x}", size=9, name=f"{count}.jpg")
        for place, frame in enumerate(frames):
            of = Frame(time=float(place), pts=place, hashes=hashes(frame), thumbnail=None)
            items.add_sampled(connection, number, f"{count}.mp4", of)
        known.Checker().check(connection, [number])
    return number


def write(path: Path, *rows: tuple[str, str, str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("sha256", "phash", "pdq", "label"), *rows])
    return path


def row(image: Image.Image, label: str = "") -> tuple[str, str, str, str]:
    """What another team would list of a picture."""
    found = hashes(image).exchanged
    assert found is not None
    return "", found.phash, found.pdq[0], label


def add(case: Case, path: Path, **named: object) -> Added:
    return next(event for event in case.hash_lists.add(path, **named) if isinstance(event, Added))


def found(case: Case) -> list[tuple[int, str, int, How, int, float | None]]:
    return [(hit.item, hit.name, hit.line, hit.how, hit.bits, hit.time) for hit in case.hash_lists.hits()]


def put_all(case: Case) -> None:
    scene = makers.scene(1)
    put(case, scene)
    put(case, ImageOps.mirror(scene).rotate(90, expand=True))
    put(case, makers.scene(2))
    put(case, Image.new("RGB", (320, 240)))
    put(case, None, frames=(makers.scene(7), makers.scene(1).resize((200, 150)), makers.scene(9)))
    put(case, None)


@pytest.mark.parametrize("first", ["items", "list"])
def test_the_same_is_found_whichever_comes_first(case: Case, tmp_path: Path, first: str) -> None:
    blank = row(Image.new("RGB", (320, 240)))
    path = write(tmp_path / "theirs.csv", row(makers.scene(1), "Hass"), blank, (f"{8:064X}", "", "", "clip"))
    for step in (
        (put_all, lambda case: add(case, path)) if first == "items" else (lambda case: add(case, path), put_all)
    ):
        step(case)
    hits = found(case)
    assert [hit[:4] for hit in hits] == [
        (1, "theirs", 2, How.PDQ),
        (2, "theirs", 2, How.PDQ),
        (5, "theirs", 2, How.PDQ),
        (9, "theirs", 4, How.SAME_FILE),
    ]
    assert hits[0][4] == 0
    assert all(hit[4] <= 31 for hit in hits)
    assert hits[2][5] == 1.0
    assert case.hash_lists.all()[0].items == 4
    assert [hit.words for hit in case.detail(1).known] == ["Hass"]
    assert list(case.find(Filter(known=("theirs",)))) == [1, 2, 5, 9]
    assert case.library.counts().values["known"] == {"theirs": 4, "": 2}


def test_the_bytes_of_an_item_are_surely_the_same_file(case: Case, tmp_path: Path) -> None:
    put(case, makers.scene(1))
    add(case, write(tmp_path / "a.csv", (f"{0:064x}", row(makers.scene(2))[1], row(makers.scene(1))[2], "")))
    assert found(case) == [(1, "a", 2, How.SAME_FILE, 0, None)]


def test_a_phash_finds_what_is_like_it_in_eight_positions_and_with_its_borders(case: Case, tmp_path: Path) -> None:
    framed = Image.new("RGB", (400, 420))
    framed.paste(makers.scene(4), (40, 90))
    put(case, framed)
    put(case, ImageOps.flip(makers.scene(4)))
    for name, image in (("bare", makers.scene(4)), ("framed", framed)):
        add(case, write(tmp_path / f"{name}.csv", ("", row(image)[1], "", "")))
    assert [hit[:4] for hit in found(case)] == [
        (1, "bare", 2, How.PHASH), (1, "framed", 2, How.PHASH), (2, "bare", 2, How.PHASH),
    ]  # fmt: skip


def test_what_has_too_little_in_it_is_never_found_by_the_hash_of_its_picture(case: Case, tmp_path: Path) -> None:
    stripes = Image.new("L", (320, 240), 76)
    for x in range(0, 320, 16):
        stripes.paste(117, (x, 0, x + 8, 240))
    soft = Image.linear_gradient("L").resize((320, 240))
    one, other = (hashes(image) for image in (stripes, soft))
    assert (one.flat, one.exchanged.quality > PDQ_QUALITY) == (True, True)  # type: ignore[union-attr] # they are there
    assert (other.flat, other.exchanged.quality < PDQ_QUALITY) == (False, True)  # type: ignore[union-attr] # as above
    put(case, stripes)
    put(case, soft)
    add(case, write(tmp_path / "a.csv", row(stripes), ("", "", row(soft)[2], "")))
    assert found(case) == []


def test_a_list_that_comes_or_goes_while_items_are_added_is_heard_of(case: Case, tmp_path: Path) -> None:
    checker = known.Checker()

    def check(number: int) -> bool:
        with case._store.writing() as connection:
            connection.execute("DELETE FROM known_hits")
            return bool(checker.check(connection, [number]))

    put(case, makers.scene(1))
    assert not check(1)
    add(case, write(tmp_path / "a.csv", row(makers.scene(1))))
    assert check(1)
    case.hash_lists.remove("a")
    assert not check(1)
    add(case, write(tmp_path / "b.csv", row(makers.scene(2))))
    assert not check(1)


def test_a_list_that_says_one_thing_a_thousand_times_hides_no_other(case: Case, tmp_path: Path) -> None:
    put(case, makers.scene(1))
    add(case, write(tmp_path / "loud.csv", *[row(makers.scene(1))] * 1000))
    add(case, write(tmp_path / "quiet.csv", row(makers.scene(1).resize((100, 75)))))
    names = [hit[1] for hit in found(case)]
    assert (names.count("loud"), names.count("quiet")) == (known.MOST_HITS, 1)


def test_a_list_that_says_one_thing_a_thousand_times_fills_no_memory_with_a_video_of_it(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    monkeypatch.setattr(known, "Found", lambda **named: made.append(named) or Found(**named))
    add(case, write(tmp_path / "loud.csv", *[row(makers.scene(1))] * 300))
    video = put(case, None, frames=(makers.scene(7), *[makers.scene(1)] * 20))
    assert len(made) <= 2 * known.MOST_HITS
    assert {hit[4:] for hit in found(case) if hit[0] == video} == {(0, 1.0)}
    assert len({hit[2] for hit in found(case)}) == known.MOST_HITS


def test_a_removed_list_is_gone_with_all_it_found_and_the_journal_says_so(case: Case, tmp_path: Path) -> None:
    put(case, makers.scene(1))
    path = write(tmp_path / "theirs.csv", row(makers.scene(1)))
    add(case, path, source="Team B")
    assert case.hash_lists.remove("theirs").items == {1}
    assert (found(case), case.hash_lists.all(), list(case.find(Filter(known=("theirs",))))) == ([], [], [])
    told = [(line.action, line.subject, json.loads(line.detail)) for line in list(case.journal())[-2:]]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert [(*line[:2], line[2]["sha256"], line[2]["items"]) for line in told] == [
        ("add hash list", "list of hashes 1", digest, 1), ("remove hash list", "list of hashes 1", digest, 1),
    ]  # fmt: skip
    assert "Team B" not in str(told)  # it goes into every bundle
    assert "theirs" not in str(told)
    with pytest.raises(errors.NotFound):
        case.hash_lists.remove("theirs")
    assert add(case, path).list.list == 2  # a number is never given twice


def test_what_is_wrong_is_counted_and_a_list_without_hashes_adds_nothing(case: Case, tmp_path: Path) -> None:
    path = write(tmp_path / "theirs.csv", ("zz", "", "", ""), (f"{0:064x}", "", "", ""), ("", "", "", "nothing"))
    added = add(case, path)
    assert (added.list.entries, added.list.bad) == (1, 2)
    assert added.told == ("Line 2 could not be read: “zz” is not the 64 hex digits of a SHA-256.",)
    with pytest.raises(errors.AlreadyThere):
        add(case, path)
    with pytest.raises(errors.HashListNotRead, match="Line 2 could not be read"):
        add(case, write(tmp_path / "none.csv", ("zz", "", "", "")))
    assert len(case.hash_lists.all()) == 1


def test_a_cancelled_list_leaves_nothing(case: Case, tmp_path: Path) -> None:
    class AtOnce:
        def is_set(self) -> bool:
            return True

    assert list(case.hash_lists.add(write(tmp_path / "a.csv", (f"{0:064x}", "", "", "")), cancel=AtOnce())) == []
    assert case.hash_lists.all() == []
    assert [line.action for line in case.journal()] == ["new case"]


def test_a_list_of_graphic_pictures_sets_no_warning_and_uncovers_nothing(case: Case, tmp_path: Path) -> None:
    put(case, makers.scene(1))
    add(case, write(tmp_path / "a.csv", row(makers.scene(1))), graphic=True)
    (item,) = case.items([1])
    assert (item.covered, item.warning.level) == (True, Level.UNASSESSED)
    assert case.detail(1).known[0].graphic
    case.annotate([1], Change(warning=ContentWarning(level=Level.NONE)))
    assert not case.items([1])[0].covered  # somebody has judged
    assert case.hash_lists.mark("a", graphic=False).items == {1}
    case.undo()
    assert case.hash_lists.all()[0].graphic


def test_what_others_get_tells_nothing_but_hashes(case: Case, tmp_path: Path) -> None:
    put_all(case)
    assert main(["known", "export", str(case.path), str(tmp_path / "x.csv")]) == 3  # it is open here
    list(case.hash_lists.export(tmp_path / "ours.csv", wanted=Filter(), names=False))
    with (tmp_path / "ours.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["sha256", "phash", "pdq", "pdq_quality", "bytes", "kind"]
    assert (rows[0]["phash"], rows[0]["pdq"]) == row(makers.scene(1))[1:3]
    assert rows[3]["phash"] == ""  # a black picture's means nothing
    with pytest.raises(errors.DestinationTaken):
        list(case.hash_lists.export(tmp_path / "ours.csv", wanted=Filter()))
    with Case.create(tmp_path / "other", actor="Sami") as other:
        put_all(other)
        added = add(other, tmp_path / "ours.csv")
        assert added.list.items == 6
        assert {hit[3] for hit in found(other)} == {How.SAME_FILE, How.PDQ}


def test_an_exported_list_that_the_journal_can_not_tell_of_is_not_left(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise errors.DiskFull("here")

    put(case, makers.scene(1))
    monkeypatch.setattr("annotator.bundle.hashes.journal.append", full)
    with pytest.raises(errors.DiskFull):
        list(case.hash_lists.export(tmp_path / "ours.csv", wanted=Filter()))
    assert not (tmp_path / "ours.csv").exists()


def test_the_command_line_adds_lists_finds_and_removes(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(case, makers.scene(1))
    case.close()
    path = write(tmp_path / "a.csv", row(makers.scene(1), "=1+1"), ("zz", "", "", ""))

    def said(*arguments: str, code: int = 0) -> list[dict[str, object]]:
        assert main([*arguments, "--json"]) == code
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    folder = str(case.path)
    (added,) = said("known", "add", folder, str(path), "--name", "B", "--graphic", code=1)
    assert (added["name"], added["pdqs"], added["bad"], added["items"], added["graphic"]) == ("B", 1, 1, 1, True)
    assert said("known", "list", folder) == [added]
    (hit,) = said("known", "hits", folder, "--list", "B")
    assert (hit["item"], hit["how"], hit["bits"], hit["words"], hit["time"]) == (1, "pdq", 0, "=1+1", None)
    assert said("show", folder, "1")[0]["known"] == [hit]
    assert [item["item"] for item in said("list", folder, "--known")] == [1]
    assert said("list", folder, "--known", "B", "--kind", "video") == []
    assert said("known", "remove", folder, "B") == []
    assert said("list", folder, "--known") == []
    for wrong in (("known", "add", folder), ("known", "list", folder, "B"), ("known", "remove", folder, "B")):
        said(*wrong, code=2)


@pytest.mark.parametrize("name", ["", "a\nb", "x" * 201])
def test_a_list_has_a_name_on_one_line(case: Case, tmp_path: Path, name: str) -> None:
    path = write(tmp_path / " .csv", (f"{0:064x}", "", "", ""))
    with pytest.raises(errors.BadValue):
        add(case, path, name=name or " ")
    assert hashlists.MOST_NAME == 200
