"""Regions and markers leave in a bundle as a table and as W3C Web Annotations."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from annotator.checker import Problem, check
from annotator.region import Cover, Region, Shape
from annotator.regions import Regions
from annotator.store.connection import Store
from tests.unit.bundle.make import ACTOR, write_bundle

PHOTO, VIDEO = 1, 2
NASTY = "</svg><script>alert(1)</script> & \"جدار\" 'x'"


@pytest.fixture
def marked(store: Store) -> Store:
    """A box, a polygon, a part of a video's picture, and two markers."""
    for region in (
        Region(region=0, item=PHOTO, shape=Shape.BOX, points=((0.25, 0.5), (0.75, 0.625)), label=NASTY, note="=1+1"),
        Region(
            region=0, item=PHOTO, shape=Shape.POLYGON, points=((0.0, 0.0), (1.0, 0.0), (0.5, 0.123456)), label="a & b",
            cover=Cover.REDACTED,
        ),
        Region(region=0, item=VIDEO, shape=Shape.BOX, points=((0.1, 0.1), (0.2, 0.2)), began=2.5, ended=4.0),
        Region(region=0, item=VIDEO, shape=Shape.SPAN, began=1.0, note="the second strike"),
    ):  # fmt: skip
        Regions(store, actor=ACTOR).add(region)
    return store


@pytest.fixture
def page(marked: Store, tmp_path: Path) -> dict:
    write_bundle(marked, tmp_path / "bundle")
    return json.loads((tmp_path / "bundle" / "data" / "annotations.jsonld").read_bytes())


def test_the_page_is_what_the_model_asks_for(page: dict) -> None:
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    ids = [annotation["id"] for annotation in page["items"]]
    assert len(ids) == len(set(ids)) == 4
    for annotation in page["items"]:
        assert annotation["id"].startswith("urn:uuid:")
        assert annotation["type"] == "Annotation"
        assert annotation["creator"] == {"type": "Person", "name": ACTOR}
        assert annotation["created"].startswith("20")


def test_the_targets_are_files_of_the_bundle(page: dict, tmp_path: Path) -> None:
    for annotation in page["items"]:
        assert (tmp_path / "bundle" / "data" / annotation["target"]["source"]).is_file()
        assert annotation["target"]["type"] == "SpecificResource"  # a part of that file, which a selector tells


def test_a_box_is_a_media_fragment_in_percent(page: dict) -> None:
    assert page["items"][0]["target"]["selector"] == {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": "xywh=percent:25,50,50,12.5",
    }


def test_a_polygon_is_svg_in_pixels_of_the_upright_picture(page: dict) -> None:
    selector = page["items"][1]["target"]["selector"]
    assert selector["type"] == "SvgSelector"
    svg = ElementTree.fromstring(selector["value"])  # noqa: S314 - our own text
    assert svg.get("viewBox") == "0 0 4000 3000"
    assert svg[0].get("points") == "0,0 4000,0 2000,370.368"


def test_a_time_comes_first_and_is_refined_by_the_part(page: dict) -> None:
    marker, part = (annotation["target"]["selector"] for annotation in page["items"][2:])
    assert marker["value"] == "t=1,1.001"
    assert "refinedBy" not in marker
    assert part["value"] == "t=2.5,4"
    assert part["refinedBy"]["value"] == "xywh=percent:10,10,10,10"


def test_label_and_note_are_bodies_and_stand_as_they_were_typed(page: dict) -> None:
    tag, comment = page["items"][0]["body"]
    assert (tag["type"], tag["purpose"], tag["value"]) == ("TextualBody", "tagging", NASTY)
    assert (comment["purpose"], comment["value"]) == ("commenting", "=1+1")
    assert page["items"][0]["motivation"] == ["commenting", "tagging"]
    assert "body" not in page["items"][3]
    assert page["items"][3]["motivation"] == ["highlighting"]


def test_what_is_to_be_redacted_is_said_to_be_shown_here(page: dict, tmp_path: Path) -> None:
    editing = [part for part in page["items"][1]["body"] if part["purpose"] == "editing"]
    assert [part["value"] for part in editing] == ["to be redacted; nothing is redacted in this bundle"]
    table = (tmp_path / "bundle" / "data" / "regions.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["cover"] for row in rows] == ["", "to be redacted", "", ""]
    assert {row["redacted_here"] for row in rows} == {"no"}
    assert rows[0]["points"] == "0.250000 0.500000; 0.750000 0.625000"
    assert rows[0]["note"] == "'=1+1"


def test_two_bundles_of_one_case_are_the_same_and_pass_the_check(marked: Store, tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        write_bundle(marked, tmp_path / name)
        written.append((tmp_path / name / "data" / "annotations.jsonld").read_bytes())
    assert written[0] == written[1]
    assert not [event for event in check(tmp_path / "one", sealed=True) if isinstance(event, Problem)]


def test_a_bundle_without_regions_has_an_empty_page(bundle: Path) -> None:
    page = json.loads((bundle / "data" / "annotations.jsonld").read_bytes())
    assert page["items"] == []
