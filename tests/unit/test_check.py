"""What a worker returns is believed only as far as it is checked."""

from dataclasses import replace

import pytest

from annotator.analysis import Analysis, Exchanged, Frame, Hashes, Thumbnail
from annotator.engine.check import Implausible, analysis, picture
from annotator.model import Kind, Tag

EXCHANGED = Exchanged(recipe="exchange/1", phash="0123456789abcdef", pdq=("0123456789abcdef" * 4,) * 8, quality=80)
HASHES = Hashes(recipe="phash64/1", variants=("0123456789abcdef",) * 8, flat=False, exchanged=EXCHANGED)
HONEST = Analysis(
    kind=Kind.PHOTO,
    media_type="image/jpeg",
    extension=".jpg",
    width=400,
    height=300,
    latitude=35.5,
    longitude=36,
    tags=(Tag(source="exif", tag="Make", value="Canon", raw="Canon"),),
    hashes=HASHES,
    thumbnail=Thumbnail(width=2, height=1, rgb=b"abcdef"),
)


def test_an_honest_analysis_passes() -> None:
    assert analysis(HONEST) is HONEST


@pytest.mark.parametrize(
    "lie",
    [
        "a string",
        None,
        replace(HONEST, kind="photo"),
        replace(HONEST, extension=".jpg/../../x"),
        replace(HONEST, width=0),
        replace(HONEST, width=True),
        replace(HONEST, latitude=float("nan")),
        replace(HONEST, latitude=91.0),
        replace(HONEST, orientation=9),
        replace(HONEST, tags=[*HONEST.tags]),
        replace(HONEST, tags=(Tag(source="exif", tag="Make", value="\udcff", raw=""),)),
        replace(HONEST, tags=HONEST.tags * 30_000),
        replace(HONEST, tags=(Tag(source="exif", tag="Make", value="x" * 30_000, raw=""),)),
        replace(HONEST, thumbnail=Thumbnail(width=20, height=10, rgb=b"abc")),
        replace(HONEST, thumbnail=Thumbnail(width=1, height=400, rgb=b"abc" * 400)),
        replace(
            HONEST,
            frames=(Frame(time=1.0, pts=0, hashes=None, thumbnail=Thumbnail(width=400, height=1, rgb=b"abc" * 400)),),
        ),
        replace(HONEST, hashes=Hashes(recipe="phash64/1", variants=("zz",) * 8, flat=False)),
        replace(HONEST, hashes=Hashes(recipe="phash64/1", variants=("0123456789abcdef",), flat=False)),
        replace(HONEST, signature=b"x" * 1000),
        replace(HONEST, hashes=replace(HASHES, exchanged=replace(EXCHANGED, pdq=("zz",) * 8))),
        replace(HONEST, hashes=replace(HASHES, exchanged=replace(EXCHANGED, phash="0"))),
        replace(HONEST, hashes=replace(HASHES, exchanged=replace(EXCHANGED, quality=101))),
        replace(HONEST, frames=(Frame(time=-1.0, pts=0, hashes=None, thumbnail=None),)),
        replace(HONEST, frames=(Frame(time=1.0, pts=1 << 70, hashes=None, thumbnail=None),)),
    ],
)
def test_a_lie_is_found(lie: object) -> None:
    with pytest.raises(Implausible):
        analysis(lie)


def test_a_picture_larger_than_asked_for_is_refused() -> None:
    with pytest.raises(Implausible):
        picture(Thumbnail(width=3, height=1, rgb=b"abcabcabc"), most=2)
