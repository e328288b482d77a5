"""Videos of one footage are linked by what they share, at the end of an import or of a later one."""

import threading
from pathlib import Path

import pytest

from annotator import screening
from annotator.case import Case
from annotator.model import Progress, Relation
from tests import makers
from tests.e2e import misbehaving
from tests.e2e.test_import import import_all, run


def test_footage_is_found_again_and_so_are_its_frames_among_photos(case: Case, drive: Path) -> None:
    pictures = [makers.scene(seed, 320, 240) for seed in range(6) for _ in range(10)]
    makers.video(drive / "a.mp4", images=pictures)
    cut = [picture.crop((32, 24, 288, 216)).resize((192, 144)) for picture in pictures]
    makers.video(drive / "b.mkv", images=cut, size=(192, 144))
    makers.photo(drive / "still.jpg", image=pictures[30], quality=85)
    import_all(case, drive)
    (group,) = case.groups()
    names = {item.item: item.name for item in case.items(group.items)}
    relations = {frozenset((names[link.a], names[link.b])): link for link in group.links}
    footage = relations[frozenset(("a.mp4", "b.mkv"))]
    assert footage.relation is Relation.SAME_FOOTAGE
    assert footage.segments[0] == pytest.approx((0.0, 6.0, 0.0, 6.0), abs=0.1)
    assert footage.transform == "cropped to 64 %, scaled to 75 %"
    assert names[footage.better] == "a.mp4"
    assert min(footage.shared_a, footage.shared_b) == pytest.approx(0.64, abs=0.05)
    assert "00:00.0–00:06.0 = 00:00.0–00:06.0" in run("duplicates", case.path).stdout
    still = relations[frozenset(("a.mp4", "still.jpg"))]
    assert still.relation is Relation.FRAME_OF
    assert 3.0 in still.segments[0]


def test_footage_of_which_no_exact_frames_can_be_read_is_linked_all_the_same(
    case: Case, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screening.tasks, "beside", misbehaving.beside)
    pictures = [makers.scene(seed, 320, 240) for seed in range(4) for _ in range(8)]
    for name in ("a.mp4", "b.mkv"):
        makers.video(drive / name, images=pictures, keyframes_every=8)
    import_all(case, drive)
    (group,) = case.groups()
    assert [(link.relation, link.transform) for link in group.links] == [(Relation.SAME_FOOTAGE, None)]


def test_footage_that_a_stopped_import_did_not_compare_is_linked_once_another_can_read_it(
    case: Case, drive: Path
) -> None:
    pictures = [makers.scene(seed, 320, 240) for seed in range(4) for _ in range(8)]
    for name in ("a.mp4", "b.mkv"):
        makers.video(drive / name, images=pictures, keyframes_every=8)
    stop = threading.Event()
    for event in case.import_files([drive], cancel=stop, link=True):
        if isinstance(event, Progress) and event.what == "comparing":
            stop.set()
    away = drive.rename(drive.with_name("unplugged"))
    for _ in range(4):
        import_all(case)
    assert list(case.groups()) == []
    away.rename(drive)
    import_all(case)
    (group,) = case.groups()
    assert [link.relation for link in group.links] == [Relation.SAME_FOOTAGE]
    assert [row.action for row in case.journal()].count("compare") == 1
