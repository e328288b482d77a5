"""What is kept of a picture so that altered copies of it can be found and confirmed without decoding it again.

Local features (ORB: Rublee et al., "ORB: an efficient alternative to SIFT or SURF", ICCV 2011) of the upright picture,
scaled down, as it is and mirrored, with a small grey and a tiny coloured picture of it to compare pixel by pixel; and
the same of each picture in it, which has too few features of the whole.
"""

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

RECIPE: Final = "orb480/4"
SIDE: Final = 480
"""Longest side of the picture that features are looked for in, in pixels; a smaller picture is not scaled up."""
GREY_SIDE: Final = 240
COLOUR_SIDE: Final = 32
MOST_FEATURES: Final = 500
BITS: Final = 256
"""Of a feature's descriptor."""
PATCH: Final = 31
"""Diameter of a feature of the first octave, in pixels."""
OCTAVES: Final = 10
OCTAVE: Final = 1.2
"""How much larger the features of one octave are than those of the one before."""
MOST_PARTS: Final = 6

_HEAD: Final = struct.Struct("<8s9H")
_PART: Final = struct.Struct("<4HI")
"""Left, top, right and bottom, and how many bytes follow."""
_WHOLE: Final = 0xFFFF
_MAGIC: Final = b"EA-orb/3"
_FEATURE: Final = np.dtype([("point", "<u2", 2), ("octave", "u1"), ("angle", "u1"), ("bits", "u1", BITS // 8)])
_PER_PIXEL: Final = 64
_PER_TURN: Final = 256
MOST_BYTES: Final = _HEAD.size + 2 * MOST_FEATURES * _FEATURE.itemsize + GREY_SIDE**2 + 3 * COLOUR_SIDE**2
"""Of a signature without parts."""


class Unusable(Exception):
    """Bytes that are no signature of this recipe."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Features:
    """Local features of one picture, the strongest first."""

    points: NDArray[np.float32]
    """(n, 2): x to the right and y down, in pixels of the picture that they were looked for in; pixel centres have
    whole numbers."""
    sizes: NDArray[np.float32]
    """(n,): diameters, in those pixels."""
    angles: NDArray[np.float32]
    """(n,): orientation, in degrees clockwise."""
    descriptors: NDArray[np.uint8]
    """(n, 32): 256 bits each, compared by how many of them differ."""

    def __len__(self) -> int:
        return len(self.points)

    def __getitem__(self, rows: slice) -> "Features":
        return Features(
            points=self.points[rows], sizes=self.sizes[rows],
            angles=self.angles[rows], descriptors=self.descriptors[rows],
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Signature:
    """One upright picture, as it is compared with others."""

    width: int
    height: int
    """Of the picture that features were looked for in, in pixels, at most `SIDE`."""
    plain: Features
    mirrored: Features
    """Those of the picture mirrored left to right, in pixels of the mirrored picture."""
    grey: NDArray[np.uint8]
    """(h, w), at most `GREY_SIDE`."""
    colour: NDArray[np.uint8]
    """(h, w, 3) red, green, blue, at most `COLOUR_SIDE`."""
    parts: tuple["Part", ...] = ()
    """Pictures that lie in it, at most `MOST_PARTS`, which have no parts themselves."""

    def __bytes__(self) -> bytes:
        sizes = (self.width, self.height, *self.grey.shape, *self.colour.shape[:2], len(self.plain), len(self.mirrored))
        pieces = [_packed(self.plain), _packed(self.mirrored), self.grey.tobytes(), self.colour.tobytes()]
        for part in self.parts:
            inner = bytes(part.signature)
            pieces += [_PART.pack(*(round(side * _WHOLE) for side in part.box), len(inner)), inner]
        return _HEAD.pack(_MAGIC, *sizes, len(self.parts)) + b"".join(pieces)

    @classmethod
    def from_bytes(cls, untrusted: bytes) -> "Signature":
        """The signature that was made into these bytes. Raises Unusable for any others."""
        read, end = cls._read(memoryview(untrusted), parts=MOST_PARTS)
        if end != len(untrusted):
            raise Unusable("of another length")
        return read

    @classmethod
    def _read(cls, untrusted: memoryview, *, parts: int) -> tuple["Signature", int]:
        """What the bytes begin with, of at most so many parts, and where it ends."""
        if len(untrusted) < _HEAD.size:
            raise Unusable("too short")
        magic, width, height, grey_h, grey_w, colour_h, colour_w, plain, mirrored, count = _HEAD.unpack_from(untrusted)
        sides = ((width, height, SIDE), (grey_h, grey_w, GREY_SIDE), (colour_h, colour_w, COLOUR_SIDE))
        if magic != _MAGIC or any(not 0 < side <= most for *both, most in sides for side in both):
            raise Unusable("not of this recipe")
        lengths = (plain * _FEATURE.itemsize, mirrored * _FEATURE.itemsize, grey_h * grey_w, colour_h * colour_w * 3)
        ends = [int(end) for end in np.cumsum((_HEAD.size, *lengths))]
        if max(plain, mirrored) > MOST_FEATURES or count > parts or len(untrusted) < ends[-1]:
            raise Unusable("of another length")
        pieces = [untrusted[start:end] for start, end in pairwise(ends)]
        found, end = [], ends[-1]
        for _ in range(count):
            part, length = Part.read(untrusted[end:])
            found.append(part)
            end += length
        read = cls(
            width=width,
            height=height,
            plain=_unpacked(pieces[0], width, height),
            mirrored=_unpacked(pieces[1], width, height),
            grey=np.frombuffer(pieces[2], np.uint8).reshape(grey_h, grey_w),
            colour=np.frombuffer(pieces[3], np.uint8).reshape(colour_h, colour_w, 3),
            parts=tuple(found),
        )
        return read, end


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """A picture that lies in another one."""

    box: tuple[float, float, float, float]
    """Left, top, right and bottom, in fractions of the whole."""
    signature: Signature
    """Of this picture alone."""

    @classmethod
    def read(cls, untrusted: memoryview) -> tuple["Part", int]:
        """The part that the bytes begin with, and how many they are. Raises Unusable."""
        if len(untrusted) < _PART.size:
            raise Unusable("too short")
        left, top, right, bottom, length = _PART.unpack_from(untrusted)
        inner = untrusted[_PART.size : _PART.size + length]
        signature, end = Signature._read(inner, parts=0)
        if end != length or not (left < right and top < bottom):
            raise Unusable("with a part that is none")
        box = (left / _WHOLE, top / _WHOLE, right / _WHOLE, bottom / _WHOLE)
        return cls(box=box, signature=signature), _PART.size + length


def _packed(features: Features) -> bytes:
    rows = np.zeros(len(features), _FEATURE)
    rows["point"] = (features.points * _PER_PIXEL).round().clip(0, SIDE * _PER_PIXEL)
    rows["octave"] = octaves(features)
    rows["angle"] = (features.angles * (_PER_TURN / 360)).round().astype(np.int64) % _PER_TURN
    rows["bits"] = features.descriptors
    return rows.tobytes()


def octaves(features: Features) -> NDArray[np.uint8]:
    """(n,): the octave of each feature, from 0."""
    exact = np.log(features.sizes / PATCH) / np.log(OCTAVE)
    number: NDArray[np.uint8] = np.clip(np.round(exact), 0, OCTAVES - 1).astype(np.uint8)
    return number


def _unpacked(part: memoryview, width: int, height: int) -> Features:
    rows = np.frombuffer(part, _FEATURE)
    if (rows["octave"] >= OCTAVES).any():
        raise Unusable("with features of no octave")
    points = (rows["point"] / _PER_PIXEL).astype(np.float32)
    if not (points <= (width, height)).all():
        raise Unusable("with points outside of its picture")
    return Features(
        points=points,
        sizes=(PATCH * OCTAVE ** rows["octave"].astype(np.float64)).astype(np.float32),
        angles=rows["angle"].astype(np.float32) * np.float32(360 / _PER_TURN),
        descriptors=np.ascontiguousarray(rows["bits"]),
    )
