"""Coordinates are read in the notations that people paste, and never guessed at."""

import pytest

from annotator import coordinates
from annotator.errors import BadValue

_HASS = (35.57822, 36.58647)


@pytest.mark.parametrize(
    "text",
    [
        "35.57822, 36.58647", "35.57822 36.58647", "35,57822; 36,58647", "35,57822 36,58647", "35,57822, 36,58647",
        "N35.57822 E36.58647", "36.58647 E, 35.57822 N", "35.57822°N 36.58647°E", "lat: 35.57822, lon: 36.58647",
        "(35.57822,36.58647)", "٣٥٫٥٧٨٢٢، ٣٦٫٥٨٦٤٧", "۳۵٫۵۷۸۲۲ ۳۶٫۵۸۶۴۷", "٣٥٫٥٧٨٢٢ شمالاً ٣٦٫٥٨٦٤٧ شرقاً",
        "35°34'41.592\"N 36°35'11.292\"E", "35° 34′ 41.592″ N, 36° 35′ 11.292″ E", "35°34'41.592\" 36°35'11.292\"",
        "35 34 41.592 36 35 11.292", "35 34.6932 N 36 35.1882 E", "geo:35.57822,36.58647",
        "N 35°34.6932' E 36°35.1882'",
    ],
)  # fmt: skip
def test_a_position_is_read_in_any_usual_notation(text: str) -> None:
    assert coordinates.read(text) == pytest.approx(_HASS, abs=1e-6)


def test_south_and_west_and_minus_are_below_zero() -> None:
    assert coordinates.read("33.9 S 18.4 W") == (-33.9, -18.4)
    assert coordinates.read("-33.9, −18.4") == (-33.9, -18.4)
    assert coordinates.read("  ") is None


@pytest.mark.parametrize(
    "text",
    ["Hass", "35.5", "35.5 N 36.5 N", "35.5 N 36.5", "35 61 0 36 0 0", "35.5 30 36.5 30", "95, 10", "10, 190",
     "1, 2, 3", "-35.5 N 36.5 E", "E36.5E 35.5 N", "35.57822, 36.58647, 15z"],
)  # fmt: skip
def test_what_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        coordinates.read(text)


def test_what_is_written_is_read_again() -> None:
    assert coordinates.read(coordinates.written(*_HASS)) == _HASS
    assert coordinates.written(None, None) == ""
