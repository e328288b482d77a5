"""Makes a small case with something in every table, and bundles of it."""

import hashlib
from pathlib import Path

from annotator.analysis import Analysis, Hashes
from annotator.bundle.export import export
from annotator.folder import Folder
from annotator.model import Done, ExportDone, Filter, Finding, Kind, Link, Relation, Step, Tag, Verdict
from annotator.store import items, journal, links
from annotator.store.connection import Connection, Store

ACTOR = "Rīm"
HASHES = Hashes(recipe="phash64/1", variants=("00ff00ff00ff00ff",) * 8, flat=False)


def take(store: Store, content: bytes, *, name: str, analysis: Analysis, linked: Path | None = None, **more) -> int:
    """Bring bytes into a case as an import does."""
    folder, sha256 = Folder(store.folder), hashlib.sha256(content).hexdigest()
    if linked is None:
        place = folder.original(sha256, analysis.extension)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    with store.writing() as connection:
        item = items.add(
            connection,
            analysis,
            sha256=sha256,
            size=len(content),
            name=name,
            linked=None if linked is None else str(linked),
            **more,
        )
        items.add_sighting(connection, item, f"/media/drive/{name}")
        journal.append(connection, action="import", subject=sha256, actor=ACTOR, items=[item], detail={"item": item})
        items.index(connection, [item])
    return item


def make_case(path: Path) -> Store:
    """A case with a photo, a video, a kept frame, a linked photo, a sidecar and everything that can be said of them."""
    path.mkdir(mode=0o700)
    Folder(path).make()

    def begin(connection: Connection) -> None:
        for key, value in {"title": "=HYPERLINK(1)\nحاس", "chain": "c" * 32, "created_at": "2016-10-26"}.items():
            connection.execute("INSERT OR REPLACE INTO facts (key, value) VALUES (?, ?)", (key, value))

    store = Store.create(path, begin)
    photo = Analysis(
        kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg", width=4000, height=3000,
        captured_at="2016-10-26T11:30:00", captured_at_source="exif", latitude=-35.7423123, longitude=36.4837,
        make="@Canon", model="=EOS", orientation=6, hashes=HASHES,
        tags=(Tag(source="exif", tag="EXIF Make", value="@Canon", raw="@Canon"),
              Tag(source="xmp", tag="dc:title", value="line\r\nbreak\u202e", raw="\t=1+1")),
        findings=(Finding(code="date-contradiction", message="EXIF and name differ."),),
    )  # fmt: skip
    first = take(store, b"photo one" * 5000, name="=cmd|' /C calc'!A0.jpg", analysis=photo)
    video = take(
        store,
        b"moving pictures" * 9000,
        name="فيديو.mp4",
        analysis=Analysis(kind=Kind.VIDEO, media_type="video/mp4", extension=".mp4", duration=12.5),
    )
    take(
        store,
        b"one frame",
        name="فيديو.mp4",
        analysis=Analysis(kind=Kind.FRAME, media_type="image/png", extension=".png", width=64, height=48),
        parent=video,
        time=3.04,
        pts=3040,
        made_by="PyAV 18, frame on show at 3.040 s, PNG",
    )
    outside = path.parent / f"{path.name} drive.jpg"
    outside.write_bytes(b"a linked photo")
    second = take(
        store,
        b"a linked photo",
        name="100% \u202egpj.exe.jpg",
        analysis=Analysis(kind=Kind.PHOTO, media_type="image/jpeg", extension=".jpg"),
        linked=outside,
    )
    sidecar, sidecar_sha256 = b"<x:xmpmeta/>", hashlib.sha256(b"<x:xmpmeta/>").hexdigest()
    place = Folder(path).original(sidecar_sha256, ".xmp")
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(sidecar)
    with store.writing() as connection:
        items.add_sidecar(
            connection, first, "/media/drive/a.xmp", sha256=sidecar_sha256, extension=".xmp", size=12, linked=None
        )
        connection.execute("INSERT INTO incidents (incident, name, place) VALUES (1, '-Hass', 'Hass'), (2, 'x', NULL)")
        connection.execute("INSERT INTO item_incidents VALUES (?, 1)", (first,))
        connection.execute("INSERT INTO places VALUES (1, 'Hass', -35.5, -0.25, 'exact'), (2, 'unused', 1, 1, NULL)")
        connection.execute("INSERT INTO item_places VALUES (?, 1)", (first,))
        connection.execute("INSERT INTO item_tags VALUES (?, '+school'), (?, 'b')", (first, first))
        connection.execute("INSERT INTO notes VALUES (1, ?, '@here\nand there', '2026-01-01', ?)", (first, ACTOR))
        link = Link(
            a=first, b=second, relation=Relation.SAME_PICTURE, steps=(Step(done=Done.MIRRORED),), score=0.9,
            better=first, reason="mirrored, 4 of 64 bits differ", verdict=Verdict.SAME,
        )  # fmt: skip
        links.add(connection, [link])
        journal.append(
            connection, action="annotate", subject="1 item", actor=ACTOR, items=[first], detail={"note": "@here"}
        )
    return store


def write_bundle(store: Store, destination: Path, **more) -> ExportDone:
    """Export to the end."""
    more.setdefault("wanted", Filter())
    *_, done = export(store, destination, actor=ACTOR, **more)
    assert isinstance(done, ExportDone)
    return done
