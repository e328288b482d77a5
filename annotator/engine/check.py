"""Checks what a worker returns like any stranger's input: a file may have made it say what is not so.

What comes here was unpickled by the pool already. So this finds values that lie; it holds back no worker that a file
has taken over and that answers with a pickle of its own making.
"""

import math
import re
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from annotator.analysis import (
    EMBEDDED_SIDE,
    THUMBNAIL_SIDE,
    Alignment,
    Analysis,
    Embedded,
    Exchanged,
    Hashes,
    LaidOver,
    Shared,
    Thumbnail,
)
from annotator.signature import Signature, Unusable

T = TypeVar("T")

MOST = 20_000
"""Elements of any list, and characters of any text."""
_BOUNDS = {
    "width": (1, 1 << 20),
    "height": (1, 1 << 20),
    "duration": (0, 1e7),
    "time": (0, 1e7),
    "latitude": (-90, 90),
    "longitude": (-180, 180),
    "orientation": (1, 8),
    "distance": (0, 64),
    "quality": (0, 100),
    "pts": (-(1 << 62), 1 << 62),
    "points": (0, 1 << 20),
    "agreement": (-1, 1),
    "motion": (-1, 1),
    "unmoving": (0, 1e7),
    "apart": (0, 1),
    "shared_a": (0, 1),
    "shared_b": (0, 1),
}
_PATTERNS = {
    "sha256": re.compile(r"[0-9a-f]{64}"),
    "extension": re.compile(r"\.[a-z0-9]{1,8}"),
}
_HEX16 = re.compile(r"[0-9a-f]{16}")
_HEX64 = re.compile(r"[0-9a-f]{64}")


class Implausible(Exception):
    """A worker returned what no honest one returns; the one argument says what."""


def checked(kind: type[T], untrusted: object) -> T:
    """`untrusted` as a value of the dataclass `kind`: every field of its type, in its bounds. Raises Implausible."""
    _conforms(untrusted, kind, kind.__name__)
    return untrusted  # type: ignore[return-value] # that is what was checked


def analysis(untrusted: object) -> Analysis:
    """`untrusted` as an Analysis, whose pictures are small. Raises Implausible."""
    known = checked(Analysis, untrusted)
    for one in (known.thumbnail, *(frame.thumbnail for frame in known.frames)):
        _is(one is None or max(one.width, one.height) <= THUMBNAIL_SIDE, "size")
    return known


def picture(untrusted: object, *, most: int) -> Thumbnail:
    """`untrusted` as bare pixels, at most `most` a side. Raises Implausible."""
    thumbnail = checked(Thumbnail, untrusted)
    if max(thumbnail.width, thumbnail.height) > most:
        raise Implausible("size")
    return thumbnail


def alignment(untrusted: object) -> Alignment:
    """`untrusted` as an Alignment whose matrix takes the whole of one picture to somewhere near the other.
    Raises Implausible."""
    known = checked(Alignment, untrusted)
    if not known.found:
        return known
    _is(len(known.matrix) == 9 and all(abs(value) < 1e6 for value in known.matrix), "matrix")
    a, b, c, d, e, f, g, h, i = known.matrix
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    _is(1e-9 < abs(determinant) < 1e9 and (determinant < 0) == known.mirrored, "matrix")
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
        depth = g * x + h * y + i
        _is(depth > 1e-6 and max(abs(a * x + b * y + c), abs(d * x + e * y + f)) < 1e3 * depth, "matrix")
    return known


def shared(untrusted: object) -> Shared:
    """`untrusted` as what two videos share: stretches that begin before they end, and how frames lie on each other.
    Raises Implausible."""
    known = checked(Shared, untrusted)
    for one in known.stretches:
        _is(0 <= one.a_start < one.a_end <= 1e7 and 0 <= one.b_start < one.b_end <= 1e7, "stretches")
    _is(len(known.matrix) in (0, 9) and all(abs(value) < 1e6 for value in known.matrix), "matrix")
    return known


def laid_over(untrusted: object, *, most: int) -> LaidOver:
    """`untrusted` as pictures of one size, at most `most` a side. Raises Implausible."""
    known = checked(LaidOver, untrusted)
    for one in (known.a, known.b, known.difference, known.levelled):
        _is((one.width, one.height) == (known.a.width, known.a.height) and max(one.width, one.height) <= most, "size")
    return known


def embedded(untrusted: object) -> Embedded:
    """`untrusted` as what was found inside a photo's file. Raises Implausible."""
    found = checked(Embedded, untrusted)
    if found.picture is not None:
        picture(found.picture, most=EMBEDDED_SIDE)
    return found


def _conforms(value: Any, hint: Any, name: str) -> None:
    origin = get_origin(hint)
    if origin is UnionType:
        if value is None:
            return
        (hint,) = (choice for choice in get_args(hint) if choice is not type(None))
        origin = get_origin(hint)
    if origin is tuple:
        _is(type(value) is tuple and len(value) <= MOST, name)
        for element in value:
            _conforms(element, get_args(hint)[0], name)
        return
    if hint is float:
        _is(type(value) in (int, float) and math.isfinite(value), name)
    else:
        _is(type(value) is hint, name)
    if type(value) is str:
        _is(len(value) <= MOST and _encodes(value), name)
    if name in _BOUNDS:
        low, high = _BOUNDS[name]
        _is(low <= value <= high, name)
    if name in _PATTERNS:
        _is(_PATTERNS[name].fullmatch(value) is not None, name)
    if name in ("signature", "still"):
        _is(_read(value), name)
    if is_dataclass(value) and not isinstance(value, type):
        for field, kind in _hints(value.__class__).items():
            _conforms(getattr(value, field), kind, field)
    if hint is Thumbnail:
        _is(len(value.rgb) == value.width * value.height * 3, "rgb")
    if hint is Hashes:
        _is(len(value.variants) == 8 and all(_HEX16.fullmatch(hash) for hash in value.variants), "variants")
    if hint is Exchanged:
        _is(_HEX16.fullmatch(value.phash) is not None, "phash")
        _is(len(value.pdq) == 8 and all(_HEX64.fullmatch(hash) for hash in value.pdq), "pdq")


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _read(signature: bytes) -> bool:
    try:
        Signature.from_bytes(signature)
    except Unusable:
        return False
    return True


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is(condition: bool, name: str) -> None:
    if not condition:
        raise Implausible(name)
