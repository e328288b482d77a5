"""One tile's bytes → a picture or plain shapes, in a worker process.

Vector tiles are those of https://github.com/mapbox/vector-tile-spec (2.1); layers are known by the names that the
OpenMapTiles, Protomaps and Shortbread schemas give them.
"""

import io
import struct
from collections.abc import Iterable, Iterator
from typing import Any

from google.protobuf.message import DecodeError
from mapbox_vector_tile import decode as decode_vector
from PIL import Image, UnidentifiedImageError

from annotator.analysis import NotDecoded, Thumbnail
from annotator.places.sheets import EXTENT, MOST_POINTS, MOST_SHAPES, MOST_SIDE, Drawn, Tile
from annotator.text import shown

_RASTER = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
_GROUND = (40, 44, 49)
"""What shows through a picture that is clear in places."""
_KINDS = (
    ("water", ("water", "ocean", "sea")),
    ("building", ("building",)),
    ("border", ("bound", "border", "admin")),
    ("road", ("road", "transport", "street", "highway")),
    ("green", ("park", "landcover", "landuse", "wood", "forest", "natural")),
    ("land", ("land", "earth")),
)
"""A layer whose name holds one of these words is of that kind."""
_LARGE_ROADS = frozenset({"motorway", "trunk", "primary", "secondary", "highway", "major_road", "medium_road"})
_MOST_NAME = 80
_FAR = 2 * EXTENT
"""How far outside of its tile a point may lie; what is further is pulled to there."""


def decode(untrusted: bytes) -> Tile:
    """A tile as a picture or as shapes. Raises NotDecoded."""
    if untrusted.startswith(_RASTER):
        return Tile(picture=_picture(untrusted))
    try:
        layers = decode_vector(untrusted, default_options={"y_coord_down": True})
    except (DecodeError, ValueError, IndexError, AssertionError, TypeError, KeyError, UnicodeError) as problem:
        raise NotDecoded("damaged", "A tile of it is neither PNG, JPEG, WebP nor a vector tile.") from problem
    return Tile(shapes=tuple(_shapes(layers)))


def _picture(untrusted: bytes) -> Thumbnail:
    try:
        with Image.open(io.BytesIO(untrusted), formats=("PNG", "JPEG", "WEBP")) as image:
            if max(image.size) > MOST_SIDE:
                raise NotDecoded("too-big", f"A tile of it is larger than {MOST_SIDE} pixels.")
            clear = image.convert("RGBA")
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise NotDecoded("damaged", "A tile of it can't be decoded.") from problem
    whole = Image.new("RGBA", clear.size, (*_GROUND, 255))
    whole.alpha_composite(clear)
    return Thumbnail(width=whole.width, height=whole.height, rgb=whole.convert("RGB").tobytes())


def _shapes(untrusted_layers: dict[str, Any]) -> Iterator[Drawn]:
    shapes = points = 0
    for layer, inside in untrusted_layers.items():
        if not isinstance(layer, str):  # a name that is not UTF-8 comes as bytes
            continue
        extent = inside.get("extent") or EXTENT
        for feature in inside["features"]:
            for drawn in _drawn(layer, feature, EXTENT / extent):
                shapes, points = shapes + 1, points + len(drawn.outline) // 4
                if shapes > MOST_SHAPES or points > MOST_POINTS:
                    return
                yield drawn


def _drawn(layer: str, feature: dict[str, Any], scale: float) -> Iterator[Drawn]:
    geometry, said = feature["geometry"], feature["properties"]
    form, at = geometry["type"], geometry["coordinates"]
    if form == "Point":
        name = _text(said.get("name:en")) or _text(said.get("name"))
        if name and any(word in layer.lower() for word in ("place", "poi", "label")):
            yield Drawn(kind="place", name=name, arabic=_text(said.get("name:ar")), outline=_packed([at], scale))
        return
    kind = _kind(layer, said)
    if form in ("Polygon", "MultiPolygon"):
        if kind in ("road", "path", "border", "line"):
            return
        for polygon in [at] if form == "Polygon" else at:
            # One line that returns to where it began after each hole: its fill leaves the holes open.
            whole = [point for ring in polygon for point in (*ring, polygon[0][0])]
            yield Drawn(kind=kind, name="", arabic="", outline=_packed(whole, scale))
    elif form in ("LineString", "MultiLineString"):
        kind = "line" if kind in ("land", "green", "building") else kind
        for line in [at] if form == "LineString" else at:
            yield Drawn(kind="river" if kind == "water" else kind, name="", arabic="", outline=_packed(line, scale))


def _kind(layer: str, said: dict[str, Any]) -> str:
    name = layer.lower()
    kind = next((kind for kind, words in _KINDS if any(word in name for word in words)), "line")
    if kind == "road":
        return "road" if _LARGE_ROADS & {_text(said.get(key)) for key in ("class", "kind", "pmap:kind")} else "path"
    return kind


def _packed(points: Iterable[Any], scale: float) -> bytes:
    flat = [max(-_FAR, min(EXTENT + _FAR, round(value * scale))) for point in points for value in point[:2]]
    return struct.pack(f"<{len(flat)}h", *flat)


def _text(untrusted: object) -> str:
    return shown(untrusted[:_MOST_NAME]) if isinstance(untrusted, str) else ""
