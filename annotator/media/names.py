"""Dates in file names: 2016-10-26, 20161026_121212, IMG-20161026-WA0001, hass-victims-26-10-16."""

import re
from typing import Final

from annotator.media.dates import parse

_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:(?:[-_. T]|[-_ ]at[-_ ])+([01]\d|2[0-3])([-_.:h]?)([0-5]\d)(?:\6|[-_.:m])?([0-5]\d))?(?!\d{1,2}(?!\d))"
)
_YEAR_LAST: Final = re.compile(r"(?<!\d)(\d{1,2})([-_.])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?!\d)")


def dates(name: str) -> tuple[str, ...]:
    """The dates that a file's name may mean, as `dates.parse` writes them: one, several where it can be read in
    several ways ("03-04-16"), none where there is none."""
    found = _YEAR_FIRST.search(name)
    if found is not None:
        year, _, month, day, hour, _, minute, second = found.groups()
        written = parse(f"{year}-{month}-{day}" + (f" {hour}:{minute}:{second}" if hour else ""))
        return (written,) if written else ()
    found = _YEAR_LAST.search(name)
    if found is None:
        return ()
    first, _, second, third = found.groups()
    readings = [(third, second, first), (third, first, second)]
    if len(third) == 2:
        readings.append((first.zfill(2), second, third))
    meant = (parse(f"{year if len(year) == 4 else f'20{year}'}-{month}-{day}") for year, month, day in readings)
    return tuple(dict.fromkeys(date for date in meant if date))
