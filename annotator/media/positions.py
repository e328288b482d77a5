"""Positions as EXIF, XMP and containers write them → WGS 84 degrees."""

import re
from collections.abc import Sequence
from typing import Final

_RATIO: Final = re.compile(r"(-?\d+(?:\.\d+)?)(?:/(-?\d+))?$")
_ISO_6709: Final = re.compile(r"([+-]\d{1,7}(?:[.,]\d+)?)\s*([+-]\d{1,8}(?:[.,]\d+)?)")
_XMP: Final = re.compile(
    r"\s*(\d+(?:\.\d+)?)(?:[,°: ]\s*(\d+(?:\.\d+)?))?(?:[,': ]\s*(\d+(?:\.\d+)?))?[\"'\s]*([NSEW])?\s*$", re.I
)


def from_exif(raw: str, reference: str) -> float | None:
    """ "43/1 28/1 281400/100000" and "N" → degrees. None where a part is 0/0 or the hemisphere is not told."""
    sign = {"N": 1, "E": 1, "S": -1, "W": -1}.get(reference.strip()[:1].upper())
    parts = [_ratio(part) for part in raw.split()[:3]]
    if sign is None or not parts or parts[0] is None:
        return None
    return None if None in parts else sign * _degrees([part for part in parts if part is not None])


def from_xmp(text: str, reference: str = "") -> float | None:
    """ "41,24.5N", "41,24,30N" or "41.408" and "N" → degrees (XMP part 2, GPSCoordinate)."""
    text = text.strip()
    try:
        return float(text)
    except ValueError:
        pass
    found = _XMP.match(text)
    if found is None:
        return None
    letter = (found[4] or reference[:1]).upper()
    if letter not in ("N", "S", "E", "W"):
        return None
    return (-1 if letter in "SW" else 1) * _degrees([float(part) for part in found.groups()[:3] if part])


def from_iso_6709(text: str) -> tuple[float, float] | None:
    """ "+35.8714+036.5631/" → latitude, longitude (ISO 6709 annex H: ±DD.D, ±DDMM.M or ±DDMMSS.S)."""
    found = _ISO_6709.search(text)
    return (_packed(found[1], 2), _packed(found[2], 3)) if found else None


def plausible(latitude: float, longitude: float) -> bool:
    """On the globe, and not the 0,0 that broken writers leave."""
    return abs(latitude) <= 90 and abs(longitude) <= 180 and (abs(latitude) > 1e-6 or abs(longitude) > 1e-6)


def _packed(text: str, degrees: int) -> float:
    sign = -1 if text[0] == "-" else 1
    whole, _, fraction = text[1:].replace(",", ".").partition(".")
    if len(whole) <= degrees + 1 - (len(whole) > 3 and degrees == 2):
        return sign * float(f"{whole}.{fraction or 0}")
    if len(whole) <= degrees + 2:
        return sign * _degrees([float(whole[:-2]), float(f"{whole[-2:]}.{fraction or 0}")])
    return sign * _degrees([float(whole[:-4]), float(whole[-4:-2]), float(f"{whole[-2:]}.{fraction or 0}")])


def _degrees(parts: Sequence[float]) -> float:
    return sum(part / 60.0**power for power, part in enumerate(parts))


def _ratio(text: str) -> float | None:
    found = _RATIO.match(text)
    if found is None or found[2] == "0":
        return None
    return float(found[1]) / float(found[2] or 1)
