"""Regions of pictures and markers of videos: adding, changing and removing them, each a change that can be undone."""

import math
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from annotator import errors
from annotator.model import Changed, Item, Kind
from annotator.region import Cover, Region, Shape
from annotator.review import masked_regions
from annotator.store import items, journal
from annotator.store import regions as stored
from annotator.store.connection import Connection, Store
from annotator.store.edits import Edit, apply
from annotator.store.settle import settled
from annotator.text import shown

MOST_LABEL, MOST_NOTE, MOST_POINTS = 200, 10_000, 200
"""Characters of a label and of a note; corners of a polygon."""
_LEAST_AREA = 1e-8
"""Of the picture's: a quarter of a pixel in 25 million."""
_PLACES = 6
"""Decimals of a fraction: a hundredth of a pixel in a picture of 10,000."""


class Regions:
    """The regions and markers of a case, for one actor; every change is one transaction with its row in the journal."""

    def __init__(self, store: Store, *, actor: str) -> None:
        self._store, self._actor = store, actor

    def of(self, item: int) -> list[Region]:
        """Regions and markers of an item, by time and number; of those who review it, as `masked_regions` says."""
        with self._store.reading() as connection:
            return masked_regions(connection, stored.of(connection, item), actor=self._actor)

    def markers(self, video: int) -> list[Region]:
        """The markers of a video, by time."""
        return [region for region in self.of(video) if region.shape is Shape.SPAN]

    def labels(self) -> list[str]:
        """All labels in use."""
        with self._store.reading() as connection:
            return stored.labels(connection)

    def parts(self, item: int, seconds: float | None = None) -> list[Region]:
        """The regions that cover or uncover a part of an item's picture; of a video, of its picture at `seconds`."""
        with self._store.reading() as connection:
            return stored.parts(connection, item, seconds)

    def add(self, region: Region) -> tuple[Region, Changed]:
        """Add a region or a marker; its number, time and actor are given here.

        Raises BadValue, NoSuchItem, SampledFrame, NothingToDrawOn; then nothing is changed.
        """
        with self._store.writing() as connection:
            item = _item(connection, region.item)
            number = stored.next_number(connection)
            made = replace(_checked(region, item), region=number, at=journal.now(), actor=self._actor)
            changed = _write(connection, "add region", item, number, None, made, actor=self._actor)
        return made, changed

    def change(self, number: int, change: Callable[[Region], Region]) -> Changed:
        """Give a region other points, times, words or another cover. Raises NotFound, BadValue.

        `change` is given what the region holds now, so that no two changes undo each other unseen; its number, item
        and shape and who drew it when stay as they are.
        """
        with self._store.writing() as connection:
            before = _there(connection, number)
            item = _item(connection, before.item)
            after = replace(
                _checked(replace(change(before), shape=before.shape), item),
                region=number, item=before.item, at=before.at, actor=before.actor,
            )  # fmt: skip
            if after == before:
                return Changed()
            return _write(connection, "change region", item, number, before, after, actor=self._actor)

    def remove(self, number: int) -> Changed:
        """Take a region or a marker away. Raises NotFound."""
        with self._store.writing() as connection:
            before = _there(connection, number)
            item = _item(connection, before.item)
            return _write(connection, "remove region", item, number, before, None, actor=self._actor)


def _there(connection: Connection, number: int) -> Region:
    found = stored.get(connection, number)
    if found is None:
        raise errors.NotFound("region", str(number))
    return found


def _item(connection: Connection, number: int) -> Item:
    """The item, if a region can lie on it."""
    row = next(iter(items.rows(connection, [number])), None)
    if row is None:
        raise errors.NoSuchItem(str(number))
    if row.sampled:
        raise errors.SampledFrame(number)
    if row.kind is Kind.DOCUMENT or not row.readable:
        raise errors.NothingToDrawOn(number)
    return row


def _write(
    connection: Connection, action: str, item: Item, number: int, before: Region | None, after: Region | None, *,
    actor: str,
) -> Changed:  # fmt: skip
    old, new = (stored.values(region) if region else None for region in (before, after))
    if old is not None and new is not None:
        differing = [name for name in new if new[name] != old[name]]
        old, new = ({name: values[name] for name in differing} for values in (old, new))
    made = Edit(table="regions", key={"region": number, "item": item.item}, before=old, after=new)
    apply(connection, [made])
    journal.append(
        connection, action=action, subject=str(item.sha256), actor=actor, items=[item.item],
        detail={"edits": [made.as_json()]},
    )  # fmt: skip
    return settled(connection, [made])


def _checked(region: Region, item: Item) -> Region:
    """The region with its points and times as they are stored. Raises BadValue."""
    if len(region.label) > MOST_LABEL or shown(region.label) != region.label:
        raise errors.BadValue("label", region.label[:40], f"at most {MOST_LABEL} characters on one line")
    if len(region.note) > MOST_NOTE or any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in region.note):
        raise errors.BadValue("note of a region", region.note[:40], f"at most {MOST_NOTE:,} characters on one line")
    if region.shape is Shape.SPAN and (region.points or region.cover is not Cover.NONE):
        raise errors.BadValue("marker", "points", "a time in a video, without points and without a cover")
    began, ended = _times(region, item)
    return replace(
        region, points=_points(region), began=began, ended=ended, label=region.label.strip(), note=region.note.strip()
    )


def _points(region: Region) -> tuple[tuple[float, float], ...]:
    if region.shape is Shape.SPAN:
        return ()
    values = [value for point in region.points for value in point]
    if not all(math.isfinite(value) and 0 <= value <= 1 for value in values):
        raise errors.BadValue(region.shape, "point", "points within the picture, as fractions from 0 to 1")
    points = tuple((round(x, _PLACES), round(y, _PLACES)) for x, y in region.points)
    if region.shape is Shape.BOX:
        if len(points) != 2:
            raise errors.BadValue("box", f"{len(points)} points", "two opposite corners")
        (x0, y0), (x1, y1) = points
        points = (min(x0, x1), min(y0, y1)), (max(x0, x1), max(y0, y1))
        area = abs((x1 - x0) * (y1 - y0))
    else:
        if not 3 <= len(points) <= MOST_POINTS:
            raise errors.BadValue("polygon", f"{len(points)} points", f"3 to {MOST_POINTS} points")
        area = _hull_area(points)
    if area < _LEAST_AREA:
        raise errors.BadValue(region.shape, "points", "points that enclose an area")
    return points


def _hull_area(points: tuple[tuple[float, float], ...]) -> float:
    """The area of the points' convex hull, which a polygon that crosses itself has too (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    hull: list[tuple[float, float]] = []
    for way in (ordered, ordered[::-1]):
        chain: list[tuple[float, float]] = []
        for point in way:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        hull += chain[:-1]
    turns = zip(hull, hull[1:] + hull[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turns)) / 2


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _times(region: Region, item: Item) -> tuple[float | None, float | None]:
    began, ended = region.began, region.ended
    if item.kind is not Kind.VIDEO:
        if began is not None or ended is not None or region.shape is Shape.SPAN:
            raise errors.BadValue("time", item.name, "a time only for a video")
        return None, None
    if began is None:
        raise errors.BadValue("time", "nothing", "the time in the video, in seconds")
    most = math.inf if item.duration is None else item.duration + 1
    for time in (began, ended):
        if time is not None and not (math.isfinite(time) and 0 <= time <= most):
            raise errors.BadValue("time", f"{time:g}", "a time in seconds within the video")
    if ended is not None and ended < began:
        raise errors.BadValue("time", f"{ended:g}", f"an end after the beginning at {began:g} s")
    began = round(began, _PLACES)
    ended = None if ended is None else round(ended, _PLACES)
    return began, None if ended == began else ended
