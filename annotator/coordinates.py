"""Latitude and longitude as people write them: in decimals, or in degrees, minutes and seconds, in any digits."""

import re
import unicodedata

from annotator.errors import BadValue

_SIGNS = str.maketrans(
    {
        "٫": ".", "،": ",", "؛": ";", "−": "-", "–": "-", "º": "°", "˚": "°",
        "′": "'", "’": "'", "‘": "'", "´": "'", "ʹ": "'", "″": '"', "”": '"', "“": '"', "ʺ": '"',
    }
)  # fmt: skip
_SIDES = (
    (r"north|شمالا?ً?|ش", "N"), (r"south|جنوبا?ً?|ج", "S"), (r"east|شرقا?ً?|ق", "E"), (r"west|غربا?ً?|غ", "W"),
)  # fmt: skip
_LABELS = re.compile(
    r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?)\b\.?\s*[:=]?|geo:|خط (?:العرض|الطول)\s*:?", re.IGNORECASE
)
_NUMBER = r"(\d+(?:\.\d+)?)"
_ANGLE = re.compile(
    rf"([NSEW])?\s*([+-])?\s*{_NUMBER}\s*°?(?:\s*{_NUMBER}\s*'?(?:\s*{_NUMBER}\s*(?:\"|'')?)?)?\s*([NSEW])?",
    re.IGNORECASE,
)
_WANTED = "latitude and longitude, such as 36.5504, 37.2732 or 36°33'01\"N 37°16'24\"E"


def read(text: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees; None where nothing is written. Raises BadValue.

    Without letters the latitude stands first.
    """
    if not text.strip():
        return None
    plain = _plain(text)
    found = [_angle(part) for part in _parts(plain)]
    angles = [angle for angle in found if angle is not None]
    if len(found) != 2 or len(angles) != 2 or [side for side, _ in angles].count("") == 1:
        raise BadValue("position", text, _WANTED)
    first, second = angles
    if first[0] in ("E", "W"):
        first, second = second, first
    if first[0] in ("E", "W") or second[0] in ("N", "S"):
        raise BadValue("position", text, _WANTED)
    latitude, longitude = first[1], second[1]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise BadValue("position", text, "latitude −90 to 90 and longitude −180 to 180")
    return latitude, longitude


def written(latitude: float | None, longitude: float | None) -> str:
    """In decimals, as `read` reads it; empty where there are none."""
    return "" if latitude is None or longitude is None else f"{latitude}, {longitude}"


def _plain(text: str) -> str:
    """In ASCII digits and signs, with letters for the sides, without marks of direction and words that name it."""
    digits = (str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in text.translate(_SIGNS))
    plain = "".join(c for c in digits if unicodedata.category(c) != "Cf").strip().strip("()[]")
    plain = _LABELS.sub(" ", plain)
    for words, side in _SIDES:
        plain = re.sub(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])", side, plain, flags=re.IGNORECASE)
    return plain.upper().strip()


def _parts(plain: str) -> list[str]:
    """The text of each of the two angles, or something else where that can't be told."""
    if ";" in plain:
        return plain.replace(",", ".").split(";")
    if re.fullmatch(r"[+-]?\d+,\d+\s+[+-]?\d+,\d+|[+-]?\d+,\d+,\s+[+-]?\d+,\d+", plain):  # decimal commas
        return [part.rstrip(",").replace(",", ".") for part in plain.split()]
    if "," in plain:
        return plain.split(",")
    if re.search("[NSEW]", plain):
        leads = plain[0] in "NSEW"
        cut = re.split(r"(?=[NSEW])" if leads else r"(?<=[NSEW])", plain)
        return [part.strip() for part in cut if part.strip()]
    if plain.count("°") == 2:
        return [part.strip() for part in re.split(r"(?=(?<![\d.+-])[+-]?\d+(?:\.\d+)?\s*°)", plain) if part.strip()]
    numbers = plain.split()
    half = len(numbers) // 2
    return [" ".join(numbers[:half]), " ".join(numbers[half:])] if len(numbers) in (2, 4, 6) else [plain]


def _angle(part: str) -> tuple[str, float] | None:
    """The side, empty where none is written, and the degrees of one angle."""
    found = _ANGLE.fullmatch(part.strip())
    if found is None:
        return None
    before, sign, degrees, minutes, seconds, after = found.groups()
    side = before or after or ""
    unfit = [each for each in (minutes, seconds) if each is not None and float(each) >= 60]
    broken = (minutes is not None and "." in degrees) or (seconds is not None and "." in minutes)
    if (before and after) or (side and sign == "-") or unfit or broken:
        return None
    value = float(degrees) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    value = round(value, 8) if minutes is not None else value
    return side, -value if sign == "-" or side in ("S", "W") else value
