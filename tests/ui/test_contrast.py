"""What is read stands out from what it stands on, as WCAG 2.2 (1.4.3, 1.4.11) measures it."""

import pytest
from PySide6.QtGui import QColor

from ui import theme

GROUNDS = {"base": theme.BASE, "window": theme.WINDOW, "raised": theme.RAISED, "chosen": theme.CHOSEN}
TEXTS = {"text": theme.TEXT, "quiet": theme.QUIET, "warn": theme.WARN, "grave": theme.GRAVE, "good": theme.GOOD}


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG defines it, 0 to 1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_stands_out_from_what_it_stands_on(text: str, ground: str) -> None:
    assert contrast(TEXTS[text], GROUNDS[ground]) >= 4.5


@pytest.mark.parametrize("ground", ["base", "window", "raised"])
def test_marks_of_the_keyboard_and_of_what_is_chosen_stand_out(ground: str) -> None:
    assert contrast(theme.ACCENT, GROUNDS[ground]) >= 3
    assert contrast(theme.QUIET, GROUNDS[ground]) >= 3  # the outline of a box to tick
    assert contrast(theme.DISABLED, GROUNDS[ground]) >= 3  # what can't be done now can still be read


def test_a_cover_says_what_it_covers_on_the_whitest_picture() -> None:
    ground = QColor(*(round(255 * (1 - 190 / 255) + part * 190 / 255) for part in (16, 18, 20)))
    assert contrast(theme.TEXT, ground) >= 4.5
