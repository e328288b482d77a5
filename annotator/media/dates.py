"""Dates as cameras, programs and people write them → ISO 8601 text that says no more than was written."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_WRITTEN: Final = re.compile(
    r"\s*(\d{4})[:\-/. ](\d{1,2})[:\-/. ](\d{1,2})"
    r"(?:[ T]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{1,2}:?\d{2})?)?"
)
_OFFSET: Final = re.compile(r"\s*(?:(Z|UTC)|([+-])(\d{1,2}):?(\d{2}))\s*$")
_BASIC: Final = re.compile(r"(\d{4})(\d{2})(\d{2})$")


def parse(text: str, *, offset: str | None = None) -> str | None:
    """A written date as "2016-10-26", "2016-10-26T12:21", "2016-10-26T12:21:12" or with an offset, as much as was said.

    `offset` is used where the text names none. None where it is no date of the calendar.
    """
    basic = _BASIC.match(text.strip())
    found = basic or _WRITTEN.match(text)
    if found is None:
        return None
    parts = [int(part) if part else 0 for part in found.groups()[:6]]
    try:
        datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]  # at most six numbers, whose count mypy can't see
    except (ValueError, TypeError):
        return None
    day = f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}"
    if basic or found[4] is None:
        return day
    seconds = f":{parts[5]:02}" if found[6] is not None else ""
    return f"{day}T{parts[3]:02}:{parts[4]:02}{seconds}{parse_offset(found[7] or offset or '') or ''}"


def parse_offset(text: str) -> str | None:
    """ "Z", "+3:00", "-0700" → "+00:00", "+03:00", "-07:00"; None where it is no offset in use."""
    found = _OFFSET.match(text)
    if found is None:
        return None
    if found[1]:
        return "+00:00"
    hours, minutes = int(found[3]), int(found[4])
    return f"{found[2]}{hours:02}:{minutes:02}" if hours <= 15 and minutes < 60 else None


def moment(text: str) -> datetime:
    """An ISO text of `parse` as a time for comparing; without an offset it is taken as UTC."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def implausible(text: str, now: datetime) -> str | None:
    """Why a date is not believed, as the end of a sentence, or None."""
    year = int(text[:4])
    if year in (1904, 1970):
        return f"is in {year}, from which devices count whose clock was never set"
    if year < 1826:
        return "is before the first photograph"
    if moment(text) > now + timedelta(days=1):
        return "is in the future"
    return None
