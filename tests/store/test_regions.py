"""Regions and markers are checked, journalled, found by search and taken back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import errors
from annotator.analysis import Analysis, Frame, Hashes
from annotator.case import Case
from annotator.model import Changed, Filter, Kind
from annotator.region import Cover, Region, Shape
from annotator.store import items
from annotator.store.connection import Store

PHOTO, VIDEO, SAMPLED, KEPT, DOCUMENT = range(1, 6)
HASHES = Hashes(recipe="phash64/1", variants=("00ff00ff00ff00ff",) * 8, flat=False)
BOX = Region(region=0, item=PHOTO, shape=Shape.BOX, points=((0.5, 0.6), (0.25, 0.2)), label="ملصق على الجدار")
POLYGON = Region(region=0, item=PHOTO, shape=Shape.POLYGON, points=((0.1, 0.1), (0.9, 0.1), (0.5, 0.9)))
MARKER = Region(region=0, item=VIDEO, shape=Shape.SPAN, began=3.0, label="second strike", note="two planes heard")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A photo, a video of 60 s with a sampled and a kept frame at 3 s, and a document."""

    def analysis(kind: Kind, **more: object) -> Analysis:
        return Analysis(kind=kind, media_type="", extension="", hashes=HASHES, **more)

    with Case.create(tmp_path / "case", actor="Rana"):
        pass
    with Store.open(tmp_path / "case", read_only=False) as store, store.writing() as connection:
        add = {"size": 1, "name": "a file"}
        items.add(connection, analysis(Kind.PHOTO, width=4000, height=3000), sha256="1" * 64, **add)
        items.add(connection, analysis(Kind.VIDEO, duration=60.0), sha256="2" * 64, **add)
        items.add_sampled(connection, VIDEO, "a file", Frame(time=3.0, pts=3, hashes=HASHES, thumbnail=None))
        items.add(connection, analysis(Kind.FRAME), sha256="4" * 64, parent=VIDEO, time=3.0, pts=3, **add)
        items.add(connection, analysis(Kind.DOCUMENT), sha256="5" * 64, **add)
    with Case.open(tmp_path / "case", actor="Rana") as made:
        yield made


def test_a_box_is_stored_with_its_corners_in_order_and_who_drew_it(case: Case) -> None:
    made, changed = case.regions.add(BOX)
    assert made.points == ((0.25, 0.2), (0.5, 0.6))
    assert (made.region, made.actor) == (1, "Rana")
    assert case.regions.of(PHOTO) == [made] == list(case.detail(PHOTO).regions)
    assert changed == Changed(items=frozenset({PHOTO}), nouns=frozenset({"regions"}))


def test_what_was_drawn_changed_and_removed_is_taken_back_step_by_step(case: Case) -> None:
    made, _ = case.regions.add(BOX)
    points = ((0.0, 0.0), (0.5, 0.5))
    case.regions.change(
        made.region, lambda region: replace(region, label="a poster", cover=Cover.COVERED, points=points)
    )
    (changed,) = case.regions.of(PHOTO)
    assert (changed.label, changed.cover, changed.at, changed.actor) == ("a poster", "covered", made.at, made.actor)
    case.regions.remove(made.region)
    assert case.regions.of(PHOTO) == []
    for there in ([changed], [made], []):
        _, undone = case.undo()
        assert undone.items == {PHOTO}
        assert "regions" in undone.nouns
        assert case.regions.of(PHOTO) == there
    with pytest.raises(errors.NothingToUndo):
        case.undo()


def test_each_change_is_one_row_of_the_journal_that_says_only_what_differs(case: Case) -> None:
    made, _ = case.regions.add(BOX)
    case.regions.change(made.region, lambda region: replace(region, cover=Cover.UNCOVERED))
    assert case.regions.change(made.region, lambda region: replace(region, cover=Cover.UNCOVERED)) == Changed()
    row = case.detail(PHOTO).journal[-1]
    assert (row.action, row.subject) == ("change region", "1" * 64)
    (edit,) = json.loads(row.detail)["edits"]
    assert (edit["before"], edit["after"]) == ({"cover": ""}, {"cover": "uncovered"})
    assert [row.action for row in case.journal()] == ["new case", "add region", "change region"]


def test_the_number_of_a_removed_region_is_never_given_again(case: Case) -> None:
    made, _ = case.regions.add(BOX)
    case.regions.remove(made.region)
    assert case.regions.add(POLYGON)[0].region == made.region + 1


def test_labels_and_notes_are_found_by_search_until_they_go(case: Case) -> None:
    made, _ = case.regions.add(BOX)
    case.regions.add(MARKER)
    assert list(case.find(Filter(text="ملصق"))) == [PHOTO]
    assert list(case.find(Filter(text="planes"))) == [VIDEO]
    assert case.regions.labels() == ["second strike", "ملصق على الجدار"]
    case.regions.remove(made.region)
    assert not case.find(Filter(text="ملصق"))


def test_markers_come_by_time(case: Case) -> None:
    late, changed = case.regions.add(replace(MARKER, began=20.0, ended=25.5))
    early, _ = case.regions.add(replace(MARKER, began=1.25))
    case.regions.add(replace(POLYGON, item=VIDEO, began=2.0))
    assert case.regions.markers(VIDEO) == [early, late]
    assert changed.items == {VIDEO, SAMPLED, KEPT}
    assert case.undo()[1].items >= {VIDEO, SAMPLED, KEPT}


@pytest.mark.parametrize(
    "wrong",
    [
        replace(BOX, points=((0.0, 0.0), (0.5, 1.01))),
        replace(BOX, points=((0.0, 0.0), (0.5, float("nan")))),
        replace(BOX, points=((0.1, 0.1), (0.1, 0.9))),
        replace(BOX, points=((0.1, 0.1),)),
        replace(BOX, label="x" * 201),
        replace(BOX, label="two\nlines"),
        replace(BOX, label="\u202egpj"),
        replace(BOX, note="\x1b[2J"),
        replace(BOX, note="x" * 10_001),
        replace(BOX, began=1.0),
        replace(POLYGON, points=((0.1, 0.1), (0.5, 0.5))),
        replace(POLYGON, points=((0.1, 0.1), (0.5, 0.5), (0.9, 0.9))),
        replace(POLYGON, points=((0.1, 0.1), (0.5, 0.2)) * 101),
        replace(MARKER, item=PHOTO),
        replace(MARKER, began=None),
        replace(MARKER, began=-1.0),
        replace(MARKER, began=70.0),
        replace(MARKER, began=5.0, ended=4.0),
        replace(MARKER, cover=Cover.COVERED),
        replace(BOX, item=VIDEO),
    ],
)
def test_what_is_no_region_is_refused_and_leaves_nothing(case: Case, wrong: Region) -> None:
    with pytest.raises(errors.BadValue):
        case.regions.add(wrong)
    assert case.regions.of(wrong.item) == []
    assert [row.action for row in case.journal()] == ["new case"]


def test_a_polygon_that_crosses_itself_is_taken(case: Case) -> None:
    case.regions.add(replace(POLYGON, points=((0.1, 0.1), (0.9, 0.9), (0.9, 0.1), (0.1, 0.9))))
    assert len(case.regions.of(PHOTO)) == 1


def test_sampled_frames_and_documents_are_refused_by_name(case: Case) -> None:
    with pytest.raises(errors.SampledFrame):
        case.regions.add(replace(BOX, item=SAMPLED))
    with pytest.raises(errors.NothingToDrawOn, match="no picture"):
        case.regions.add(replace(BOX, item=DOCUMENT))
    with pytest.raises(errors.NoSuchItem):
        case.regions.add(replace(BOX, item=99))
    with pytest.raises(errors.NotFound):
        case.regions.remove(99)


def test_a_region_of_a_video_is_on_show_near_its_time(case: Case) -> None:
    moment = replace(MARKER, began=3.0)
    assert [moment.on_show(seconds) for seconds in (2.4, 2.6, 3.0, 3.4, 3.6)] == [False, True, True, True, False]
    span = replace(MARKER, began=3.0, ended=9.0)
    assert [span.on_show(seconds) for seconds in (2.4, 6.0, 9.4, 9.6)] == [False, True, True, False]
    assert BOX.on_show(1000.0)


def test_a_covered_part_of_a_video_is_covered_in_its_frames_and_an_uncovered_one_is_not(case: Case) -> None:
    on_video = replace(BOX, item=VIDEO, began=3.0)
    covered, _ = case.regions.add(replace(on_video, cover=Cover.COVERED))
    redacted, _ = case.regions.add(replace(on_video, began=30.0, cover=Cover.REDACTED))
    bared, _ = case.regions.add(replace(on_video, cover=Cover.UNCOVERED))
    case.regions.add(on_video)
    assert case.regions.parts(SAMPLED) == case.regions.parts(KEPT) == [covered]
    assert case.regions.parts(VIDEO, 3.1) == [covered, bared]
    assert case.regions.parts(VIDEO, 30.0) == [redacted]
    assert case.regions.parts(VIDEO) == [covered, redacted]
    own, _ = case.regions.add(replace(BOX, item=KEPT, cover=Cover.UNCOVERED))
    assert case.regions.parts(KEPT) == [own, covered]


def test_who_has_yet_to_answer_about_an_item_sees_what_others_covered_but_not_their_words(case: Case) -> None:
    case.regions.add(BOX)
    covering, _ = case.regions.add(replace(POLYGON, label="dead body", cover=Cover.COVERED))
    case.review.assign([PHOTO], ["Omar"])
    case.actor = "Omar"
    assert case.regions.of(PHOTO) == [replace(covering, label="")] == list(case.detail(PHOTO).regions)
    assert case.regions.parts(PHOTO) == [covering]
    own, _ = case.regions.add(BOX)
    assert own in case.regions.of(PHOTO)
    case.actor = "Rana"
    assert len(case.regions.of(PHOTO)) == 3
