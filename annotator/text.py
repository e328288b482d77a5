"""Text that is safe to show, and text folded for search."""

import re
import unicodedata
from datetime import date

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the direction of the text around them."""
_FOLD = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        "ـ": None, "ʼ": None, "‘": None, "’": None, "ʻ": None, "'": None,
    }
)  # fmt: skip
_NUMBER = re.compile(r"\d+")
_TIME = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d([.]\d+)?)?)?(Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)


def is_time(text: str) -> bool:
    """Whether it is a time in ISO 8601's extended form, or the beginning of one: "2016", "2016-10-26T11:30"."""
    if _TIME.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def shown(name: str) -> str:
    """`name` on one line, with control and bidi characters and bytes that are not UTF-8 written as escapes.

    A name can otherwise rewrite a terminal, or read as another name: "\\u202Egpj.exe".
    """
    return name if name.isprintable() else "".join(_shown_character(c) for c in name)


def _shown_character(c: str) -> str:
    code = ord(c)
    if 0xDC80 <= code <= 0xDCFF:  # what os.fsdecode makes of a byte that is not UTF-8
        return f"\\x{code - 0xDC00:02X}"
    if c in BIDI or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp"):
        return f"\\x{code:02X}" if code < 0x80 else f"\\u{code:04X}"
    return c


def ordered(name: str) -> str:
    """`name` as people put names in order: as search folds it, and numbers by their value, "IMG_2" before "IMG_10"."""
    return _NUMBER.sub(_by_value, folded(name))


def _by_value(number: re.Match[str]) -> str:
    digits = "".join(str(int(digit)) for digit in number[0]).lstrip("0")
    return f"{len(digits):03d}{digits}"


def folded(text: str) -> str:
    """`text` as search compares it: no case, no marks above or below letters, one form of each Arabic letter."""
    if text.isascii():
        return text.replace("'", "").casefold()
    stripped = (c for c in unicodedata.normalize("NFKD", text.translate(_FOLD)) if not unicodedata.combining(c))
    return "".join(stripped).translate(_FOLD).casefold()
