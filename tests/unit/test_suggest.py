"""Cue words suggest a warning for what nobody has assessed, and say where they stand."""

from dataclasses import replace
from pathlib import Path

from annotator import suggest
from annotator.case import Case
from annotator.model import ContentWarning, Level, Tag
from tests.synthetic import make_case


def test_cue_words_are_found_in_names_and_captions_of_items_nobody_has_assessed(tmp_path: Path) -> None:
    with Case.open(make_case(tmp_path / "case", 1), actor="Rana") as case:
        detail = case.detail(1)
    tags = (
        Tag(source="iptc", tag="IPTC Caption-Abstract", value="بعد المجزرة", raw=""),
        Tag(source="exif", tag="EXIF Software", value="victims", raw=""),
    )
    open_item = replace(detail.item, name="dead body.jpg", warning=ContentWarning())
    found = dict(suggest.cues(replace(detail, item=open_item, metadata=tags)))
    assert found == {"dead body": "name", "مجزرة": "IPTC Caption-Abstract"}
    assessed = replace(open_item, warning=ContentWarning(level=Level.NONE))
    assert suggest.cues(replace(detail, item=assessed, metadata=tags)) == ()
