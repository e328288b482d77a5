"""Regions and markers as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in one page of them.

Boxes and times are Media Fragments (https://www.w3.org/TR/media-frags/), polygons are SVG, and both are of the picture
as it is displayed: upright. JSON escapes what a label holds, and no text of a person goes into the SVG.
"""

import json
import uuid
from collections.abc import Callable, Iterable

from annotator.checker import canonical
from annotator.model import Item
from annotator.region import Cover, Region, Shape

ANNOTATIONS = "data/annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
_MOMENT = 0.001
"""Seconds that one moment lasts: a media fragment must not end where it begins."""
TO_BE_REDACTED = "to be redacted; nothing is redacted in this bundle"


def write(write: Callable[[bytes], object], chain: str, found: Iterable[tuple[Region, Item, str]]) -> int:
    """Write a page of annotations, one a line; returns how many. `found` are regions with their item and the file in
    the bundle that holds its bytes, relative to the page; `chain` is the id of the case's journal, a UUID.

    The same regions give the same bytes: every id is made of the chain and the region's number.
    """
    head = f'"@context":{json.dumps(_CONTEXT)},"id":"{_id(chain, "regions")}","type":"AnnotationPage"'
    write(f'{{{head},"items":[\n'.encode())
    count = 0
    for region, item, source in found:
        write(f"{',' if count else ''}{canonical(_annotation(chain, region, item, source))}\n".encode())
        count += 1
    write(b"]}\n")
    return count


def _id(chain: str, what: str) -> str:
    return uuid.uuid5(uuid.UUID(chain), what).urn


def _annotation(chain: str, region: Region, item: Item, source: str) -> dict[str, object]:
    body = [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
        for purpose, value in (
            ("tagging", region.label),
            ("commenting", region.note),
            ("editing", TO_BE_REDACTED if region.cover is Cover.REDACTED else ""),
        )
        if value
    ]
    return {
        "id": _id(chain, f"region {region.region}"),
        "type": "Annotation",
        "motivation": sorted({part["purpose"] for part in body}) or ["highlighting"],
        "created": region.at,
        "creator": {"type": "Person", "name": region.actor},
        **({"body": body} if body else {}),
        "target": {"type": "SpecificResource", "source": source, "selector": _selector(region, item)},
    }


def _selector(region: Region, item: Item) -> dict[str, object]:
    """Where in the file; a part of a video's picture is that part of the stretch of time."""
    part = None if region.shape is Shape.SPAN else _part(region, item)
    if region.began is None:
        return part or {}
    end = region.began + _MOMENT if region.ended is None else region.ended
    time = _fragment(f"t={_decimal(region.began)},{_decimal(end)}")
    return {**time, "refinedBy": part} if part else time


def _part(region: Region, item: Item) -> dict[str, object]:
    if region.shape is Shape.BOX:
        (x0, y0), (x1, y1) = region.points
        box = ",".join(_decimal(100 * value) for value in (x0, y0, x1 - x0, y1 - y0))
        return _fragment(f"xywh=percent:{box}")
    width, height = (item.width, item.height) if item.width and item.height else (1, 1)
    points = " ".join(f"{_decimal(x * width)},{_decimal(y * height)}" for x, y in region.points)
    return {
        "type": "SvgSelector",
        "value": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<polygon points="{points}"/></svg>',
    }


def _fragment(value: str) -> dict[str, object]:
    return {"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": value}


def _decimal(value: float) -> str:
    """No exponent and no more digits than a stored fraction has."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"
