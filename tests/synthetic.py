"""A case of any size, made by the store itself without files: for what must hold at 100,000 items."""

import random
import sqlite3
from pathlib import Path

from annotator.analysis import Analysis, Hashes
from annotator.case import Case
from annotator.model import Kind, Tag
from annotator.store import items, journal
from annotator.store.connection import Store

BATCH = 5000


def make_case(path: Path, items: int, *, seed: int = 0) -> Path:
    """A case of `items` photos and videos with dates, places, cameras, warnings and statuses, but no originals."""
    Case.create(path, title="Synthetic", actor="bench").close()
    chosen = random.Random(seed)
    with Store.open(path, read_only=False) as store:
        store.connection.execute("PRAGMA synchronous = OFF")
        store.connection.execute("PRAGMA cache_size = -200000")  # kB: indexes of digests are filled all over
        for start in range(0, items, BATCH):
            with store.writing() as connection:
                for number in range(start, min(start + BATCH, items)):
                    _add(connection, number, chosen)
    return path


def _add(connection: sqlite3.Connection, number: int, chosen: random.Random) -> None:
    video = number % 20 == 0
    hash = f"{chosen.getrandbits(64):016x}"
    has_position = chosen.random() < 0.4
    make = chosen.choice(("Canon", "Samsung", "HUAWEI", "Apple"))
    analysis = Analysis(
        kind=Kind.VIDEO if video else Kind.PHOTO,
        media_type="video/mp4" if video else "image/jpeg",
        extension=".mp4" if video else ".jpg",
        width=1920,
        height=1080,
        duration=chosen.uniform(3, 300) if video else None,
        captured_at=f"2016-{chosen.randint(1, 12):02}-{chosen.randint(1, 28):02}T{chosen.randint(0, 23):02}:00:00",
        captured_at_source="exif",
        latitude=chosen.uniform(35, 37) if has_position else None,
        longitude=chosen.uniform(36, 39) if has_position else None,
        make=make,
        model="X",
        orientation=1,
        tags=(Tag(source="exif", tag="Image Make", value=make, raw=make),),
        hashes=None if video else Hashes(recipe="phash64/1", variants=(hash,) * 8, flat=False),
    )
    name = f"{chosen.choice(('IMG', 'VID', 'حاس', 'Ḩāss'))}_{number:06}{analysis.extension}"
    item = items.add(connection, analysis, sha256=f"{number:064x}", size=chosen.randint(10_000, 9_000_000), name=name)
    items.add_sighting(connection, item, f"/drive/{name}")
    level = chosen.choice(("unassessed", "none", "mild", "graphic", "extreme"))
    status = chosen.choice(("unreviewed", "in-progress", "verified"))
    connection.execute(
        "UPDATE items SET warning_level = ?, status = ?, covered = ? WHERE item = ?",
        (level, status, level not in ("none", "mild"), item),
    )
    items.index(connection, [item])
    if number % 1000 == 0:
        journal.append(
            connection, action="import", subject=f"{number:064x}", actor="bench", items=[item], detail={"item": item}
        )
