"""A filter finds what fits, all of it, and nothing else."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from annotator import errors
from annotator.analysis import Analysis, Hashes
from annotator.case import Case
from annotator.model import (
    NOT_GIVEN,
    Change,
    ContentWarning,
    Filter,
    Kind,
    Level,
    SavedSearch,
    Sort,
    Status,
    Tag,
)
from annotator.store import items


@pytest.fixture
def filled(case: Case) -> Case:
    """Five photos: three with dates, two of them with positions near Hass and near Manbij."""
    rows = [
        ("حاس school.jpg", "2016-10-26T11:30:00", (35.5931, 36.6120)),
        ("Ḩāss_2.jpg", "2016-10-27T08:00:00+03:00", None),
        ("manbij.jpg", "2016-07-19", (36.5281, 37.9549)),
        ("undated.jpg", None, None),
        ("dateline.jpg", None, (0.0, 179.99)),
    ]
    cameras = [("Canon", "Canon EOS 5D"), ("Apple", None), ("HUAWEI", "P9"), (None, None), (None, "")]
    with case._store.writing() as connection:
        for number, (name, captured, position) in enumerate(rows, 1):
            latitude, longitude = position or (None, None)
            make, model = cameras[number - 1]
            analysis = Analysis(
                kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg", captured_at=captured,
                latitude=latitude, longitude=longitude, make=make, model=model,
                tags=(Tag(source="xmp", tag="dc:description", value=f"caption {number}, مدرسة", raw=""),),
            )  # fmt: skip
            item = items.add(connection, analysis, sha256=f"{number:064x}", size=number * 100, name=name)
            items.add_sighting(connection, item, f"/drive/{name}")
            items.index(connection, [item])
    return case


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(), [1, 2, 3, 4, 5]),
        (Filter(text="hass"), [2]),
        (Filter(text="حاس"), [1]),
        (Filter(text="HASS_2"), [2]),
        (Filter(text="مدرسه caption"), [1, 2, 3, 4, 5]),
        (Filter(text='caption" OR "3'), []),
        (Filter(text="  "), [1, 2, 3, 4, 5]),
        (Filter(since="2016-10"), [1, 2]),
        (Filter(until="2016-10-26"), [1, 3]),
        (Filter(since="2016-10-26", until="2016-10-26"), [1]),
        (Filter(near=(35.6, 36.6, 5)), [1]),
        (Filter(near=(35.6, 36.6, 0.1)), []),
        (Filter(near=(0.0, -179.99, 5)), [5]),
        (Filter(has_position=True), [1, 3, 5]),
        (Filter(has_position=False), [2, 4]),
        (Filter(dated=False), [4, 5]),
        (Filter(covered=False), []),
        (Filter(kind=(Kind.VIDEO,)), []),
        (Filter(kind=(Kind.VIDEO, Kind.PHOTO)), [1, 2, 3, 4, 5]),
        (Filter(camera=("Canon EOS 5D", "HUAWEI P9")), [1, 3]),
        (Filter(camera=("HUAWEI P9", NOT_GIVEN)), [3, 4, 5]),
        (Filter(tag=(NOT_GIVEN,)), [1, 2, 3, 4, 5]),
        (Filter(text="ANBI"), [3]),
        (Filter(text="نبي"), []),
        (Filter(text="choo"), [1]),
        (Filter(text='"caption 2"'), [2]),
        (Filter(text='"مدرسة caption"'), []),
        (Filter(text="“caption 2” hass"), [2]),
        (Filter(text="_"), [2]),
        (Filter(text="manbij", also=(1,)), [1, 3]),
        (Filter(items=(3, 1)), [1, 3]),
        (Filter(sort=Sort.SIZE, descending=True, limit=2), [5, 4]),
        (Filter(sort=Sort.CAPTURED), [3, 1, 2, 4, 5]),
        (Filter(sort=Sort.CAPTURED, descending=True), [2, 1, 3, 4, 5]),
    ],
)
def test_it_finds(filled: Case, wanted: Filter, numbers: list[int]) -> None:
    assert list(filled.find(wanted)) == numbers


def test_what_people_say_is_found_too(filled: Case) -> None:
    filled.add_incident("Strike on Hass")
    filled.add_place("Ma‘arrat")
    filled.annotate(
        [1, 3],
        Change(
            add_incidents=("Strike on Hass",), add_places=("Ma‘arrat",), status=Status.VERIFIED, add_tags=("school",),
            warning=ContentWarning(level=Level.GRAPHIC, content=("dead-body",)), note="look at the Crater",
        ),
    )  # fmt: skip
    for wanted in (
        Filter(incident=("Strike on Hass",)), Filter(place=("Ma‘arrat",)), Filter(status=(Status.VERIFIED,)),
        Filter(tag=("school",)), Filter(warning=(Level.GRAPHIC,)), Filter(text="crater"), Filter(text="maarrat"),
        Filter(text="strike"),
    ):  # fmt: skip
        assert list(filled.find(wanted)) == [1, 3], wanted
    counts = filled.library.counts(Filter())
    assert counts.total == 5
    assert counts.values["warning"] == {"graphic": 2, "unassessed": 3}
    assert counts.values["incident"] == {"Strike on Hass": 2, NOT_GIVEN: 3}
    assert counts.values["camera"] == {"Canon EOS 5D": 1, "Apple": 1, "HUAWEI P9": 1, NOT_GIVEN: 2}
    assert counts.flags["has_position"] == (2, 3)


_FILTERS = (
    Filter(text="caption"), Filter(kind=(Kind.PHOTO,)), Filter(status=(Status.VERIFIED,)), Filter(tag=("school",)),
    Filter(tag=(NOT_GIVEN,)), Filter(camera=("Apple", "HUAWEI P9")), Filter(since="2016-10"), Filter(dated=False),
    Filter(has_position=True), Filter(covered=False), Filter(near=(35.6, 36.6, 50)), Filter(incident=("Strike",)),
    Filter(place=("Hass", NOT_GIVEN)), Filter(items=(1, 2, 4)), Filter(duplicates=False), Filter(problems=False),
)  # fmt: skip


@pytest.mark.parametrize("one", _FILTERS, ids=str)
def test_every_count_is_what_its_value_finds_together_with_the_other_filters(filled: Case, one: Filter) -> None:
    filled.add_incident("Strike")
    filled.add_place("Hass")
    mild = ContentWarning(level=Level.MILD)
    filled.annotate([1, 2], Change(add_incidents=("Strike",), status=Status.VERIFIED, add_tags=("school", "smoke")))
    filled.annotate([2, 3], Change(add_places=("Hass",), warning=mild, add_tags=("smoke",)))
    given = {field: value for field, value in asdict(one).items() if value != getattr(Filter(), field)}
    for other in _FILTERS:
        both = replace(other, **given)
        counts = filled.library.counts(both)
        assert counts.total == len(filled.find(both))
        for name, values in counts.values.items():
            for value, count in values.items():
                assert count == len(filled.find(replace(both, **{name: (value,)}))), (name, value)
        for name, (without, those_with) in counts.flags.items():
            found = [len(filled.find(replace(both, **{name: flag}))) for flag in (False, True)]
            assert found == [without, those_with], name
        assert sum(counts.dates.values()) == len(filled.find(replace(both, dated=True)))


@pytest.mark.parametrize(
    ("since", "until", "bars"),
    [
        (None, None, {"2016-07": 1, "2016-10": 2}),
        ("2016-10", None, {"2016-10-26": 1, "2016-10-27": 1}),
        ("2016", "2016-07", {"2016-07-19": 1}),
    ],
)
def test_the_bars_of_dates_are_as_fine_as_the_range_is_short(
    filled: Case, since: str | None, until: str | None, bars: dict[str, int]
) -> None:
    assert filled.library.counts(Filter(since=since, until=until)).dates == bars


def test_items_are_ordered_by_how_much_they_look_like_one(case: Case) -> None:
    hashes = [(0x0F, 0xF0F0), (0xF0F1, 0x1), None, (0x1F, 0x2), (0xFFFFFFFFFF, 0x3)]
    with case._store.writing() as connection:
        for number, pair in enumerate(hashes, 1):
            variants = tuple(f"{pair[i % 2]:016x}" for i in range(8)) if pair else ()
            read = Hashes(recipe="phash64/1", variants=variants, flat=False) if pair else None
            analysis = Analysis(kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg", hashes=read)
            items.add(connection, analysis, sha256=f"{number:064x}", size=1, name=str(number))
    wanted = Filter(sort=Sort.ALIKE, alike=1)
    assert list(case.find(wanted)) == [1, 2, 4, 5, 3]  # 2 differs in one bit from the first one's mirrored hash
    assert list(case.find(replace(wanted, descending=True))) == [5, 2, 4, 1, 3]
    assert list(case.find(replace(wanted, limit=2))) == [1, 2]
    assert list(case.find(replace(wanted, alike=3))) == [1, 2, 3, 4, 5]  # nothing is known of it


def test_copies_that_are_listed_make_a_stack_with_the_largest_first(filled: Case) -> None:
    with filled._store.writing() as connection:
        connection.execute("UPDATE items SET copy_group = 1, width = item, height = 10 WHERE item IN (1, 3, 4)")
    stacks = filled.library.stacks(filled.find(Filter(sort=Sort.SIZE)))
    assert list(stacks.shown) == [4, 2, 5]
    assert list(stacks.of(4)) == [4, 3, 1]
    assert stacks.head == {1: 4, 3: 4, 4: 4}
    assert list(filled.library.stacks(filled.find(Filter(items=(1, 2, 3)))).of(3)) == [3, 1]
    assert filled.library.stacks(filled.find(Filter(items=(1, 2)))).spans == {}


def test_a_saved_search_comes_back_as_it_was_and_leaves_the_journal_alone(filled: Case) -> None:
    wanted = Filter(
        text="“a b” c", kind=(Kind.VIDEO, Kind.PHOTO), warning=(Level.MILD,), place=("حاس", NOT_GIVEN), covered=False,
        near=(35.5, 36, 5), since="2016", sort=Sort.ALIKE, alike=3, descending=True,
    )  # fmt: skip
    head = filled.journal_head()
    filled.library.save(SavedSearch(name="mine", wanted=Filter(limit=3)))
    filled.library.save(SavedSearch(name="mine", wanted=wanted))
    filled.library.save(SavedSearch(name="All", wanted=Filter()))
    every = SavedSearch(name="All", wanted=Filter())
    assert filled.library.searches() == [every, SavedSearch(name="mine", wanted=wanted)]
    filled.library.delete("All")
    with pytest.raises(errors.BadValue):
        filled.library.rename("mine", "two\nlines")
    filled.library.rename("mine", "ours")
    assert filled.library.searches() == [SavedSearch(name="ours", wanted=wanted)]
    assert filled.journal_head() == head
    with pytest.raises(errors.NotFound):
        filled.library.delete("All")
    with pytest.raises(errors.BadValue):
        filled.library.save(SavedSearch(name=" ", wanted=Filter()))


@pytest.mark.parametrize("stored", ["no JSON", "[]", '{"kind": ["ghost"]}', '{"who": 1}', '{"near": ["x"]}'])
def test_a_saved_search_that_nobody_saved_is_told(filled: Case, stored: str) -> None:
    with filled._store.writing() as connection:
        connection.execute("INSERT INTO saved_searches VALUES ('x', ?)", (stored,))
    with pytest.raises(errors.CaseDamaged):
        filled.library.searches()


def test_an_item_is_named_by_its_number_or_its_digest(filled: Case, tmp_path: Path) -> None:
    assert filled.number("3") == 3
    assert filled.number(f"{3:064x}") == 3


@pytest.mark.parametrize("text", ['""" * AND NEAR( ^', "a\0b", "\ud800", "x" * 5000, "( ) : - + {", "%_\\"])
def test_whatever_is_typed_is_searched_for(case: Case, text: str) -> None:
    case.find(Filter(text=text))
    case.library.counts(Filter(text=text))
