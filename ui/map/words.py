"""Places and positions in words."""

from annotator.places.gazetteer import Nearby
from ui import words
from ui.map.labels import in_arabic
from ui.words import tr


def position(latitude: float, longitude: float) -> str:
    """Coordinates as they are typed elsewhere, latitude first; they read left to right in every language."""
    return f"\u2066{latitude:.5f}, {longitude:.5f}\u2069"


def nearby(found: Nearby) -> str:
    """Where a position lies as seen from the nearest named place: "5 km southeast of Manbij"."""
    name = words.isolated((found.place.arabic if in_arabic() else "") or found.place.name)
    if found.km < 0.5:
        return tr("in or at {place}").format(place=name)
    return (
        tr("{distance} {direction} of {place}")
        .replace("{distance}", distance(found.km * 1000))
        .replace("{direction}", direction(found.direction))
        .replace("{place}", name)
    )


def distance(metres: float) -> str:
    """A length in metres or kilometres, no finer than makes sense for its size."""
    if metres < 1000:
        return tr("{number} m").format(number=words.number(round(metres)))
    km = metres / 1000
    text = words.number(round(km)) if km >= 10 else f"{km:.1f}".removesuffix(".0")
    return tr("{number} km").format(number=text)


def direction(point: int) -> str:
    """One of 16 points of the compass, 0 is north."""
    return (
        tr("north"), tr("north-northeast"), tr("northeast"), tr("east-northeast"),
        tr("east"), tr("east-southeast"), tr("southeast"), tr("south-southeast"),
        tr("south"), tr("south-southwest"), tr("southwest"), tr("west-southwest"),
        tr("west"), tr("west-northwest"), tr("northwest"), tr("north-northwest"),
    )[point]  # fmt: skip
