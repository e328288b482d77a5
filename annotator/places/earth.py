"""Distances, directions and the Web Mercator projection, on a sphere of 6,371 km."""

import math

_KM_PER_RADIAN = 6371.0
MOST_NORTH = 85.05112878
"""Where Web Mercator ends, in degrees."""
DIRECTIONS = 16
"""Points of the compass that a direction is told in."""


def distance_km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """Great-circle distance by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984)."""
    a, b = math.radians(latitude), math.radians(to_latitude)
    half_longitude = math.radians(to_longitude - longitude) / 2
    root = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_longitude) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(root))) * _KM_PER_RADIAN


def direction(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> int:
    """The point of the compass in which `to` lies at the start of the way there: 0 north, 4 east, of 16."""
    a, b, turn = math.radians(latitude), math.radians(to_latitude), math.radians(to_longitude - longitude)
    east = math.sin(turn) * math.cos(b)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(turn)
    return round(math.degrees(math.atan2(east, north)) / (360 / DIRECTIONS)) % DIRECTIONS


def to_world(latitude: float, longitude: float) -> tuple[float, float]:
    """A place in Web Mercator, where the world is 1 wide and 1 high, x to the east and y to the south."""
    bounded = math.radians(max(-MOST_NORTH, min(MOST_NORTH, latitude)))
    return longitude / 360 + 0.5, 0.5 - math.asinh(math.tan(bounded)) / (2 * math.pi)


def to_degrees(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude of a point of `to_world`'s plane."""
    return math.degrees(math.atan(math.sinh((0.5 - y) * 2 * math.pi))), (x - 0.5) * 360


def metres_across(latitude: float) -> float:
    """How many metres the whole width of the plane is worth at this latitude."""
    return 2 * math.pi * _KM_PER_RADIAN * 1000 * math.cos(math.radians(max(-MOST_NORTH, min(MOST_NORTH, latitude))))
