"""The steps that bring a database to the shape this version knows; each step and its record are one transaction."""

import sqlite3
from contextlib import closing
from functools import cache

from sqlite_utils import Database, Migrations

_STEPS = Migrations("evidence-annotator")

_FIRST = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE items (
    item INTEGER PRIMARY KEY,
    sha256 TEXT UNIQUE CHECK (length(sha256) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'video', 'document', 'frame')),
    sampled INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL, name_order TEXT NOT NULL,
    media_type TEXT NOT NULL,
    extension TEXT NOT NULL,
    bytes INTEGER,
    linked BLOB,
    width INTEGER, height INTEGER, duration REAL,
    captured_at TEXT, captured_at_source TEXT,
    latitude REAL, longitude REAL, location_source TEXT,
    make TEXT, model TEXT, camera_source TEXT, orientation INTEGER,
    parent INTEGER REFERENCES items,
    time_in_video REAL, pts INTEGER, made_by TEXT,
    failure_code TEXT, failure_message TEXT,
    recipe TEXT, phash TEXT, variants TEXT, flat INTEGER NOT NULL DEFAULT 0,
    warning_level TEXT NOT NULL DEFAULT 'unassessed',
    status TEXT NOT NULL DEFAULT 'unreviewed',
    copy_group INTEGER,
    paths INTEGER NOT NULL DEFAULT 0,
    covered INTEGER NOT NULL DEFAULT 1,
    problems INTEGER NOT NULL DEFAULT 0,
    beaten INTEGER NOT NULL DEFAULT 0,
    doubted INTEGER NOT NULL DEFAULT 0, possible INTEGER NOT NULL DEFAULT 0, scene INTEGER NOT NULL DEFAULT 0,
    imported_at TEXT NOT NULL,
    camera TEXT AS (CASE
        WHEN model IS NULL OR model = '' THEN nullif(make, '')
        WHEN make IS NULL OR substr(model, 1, length(make)) = make THEN model
        ELSE make || ' ' || model END),
    dated INTEGER AS (captured_at IS NOT NULL),
    located INTEGER AS (latitude IS NOT NULL),
    copied INTEGER AS (copy_group IS NOT NULL OR paths > 1),
    troubled INTEGER AS (problems > 0),
    CHECK ((sha256 IS NULL) = (sampled = 1))
) STRICT;
CREATE INDEX items_listed ON items (sampled);
CREATE INDEX items_kind ON items (sampled, kind);
CREATE INDEX items_parent ON items (parent) WHERE parent IS NOT NULL;
CREATE INDEX items_group ON items (copy_group) WHERE copy_group IS NOT NULL;
CREATE INDEX items_warning ON items (sampled, warning_level);
CREATE INDEX items_status ON items (sampled, status);
CREATE INDEX items_captured ON items (sampled, captured_at);
CREATE INDEX items_name ON items (sampled, name_order);
CREATE INDEX items_bytes ON items (sampled, bytes);
CREATE INDEX items_camera ON items (sampled, camera);
CREATE INDEX items_facets ON items (
    sampled, kind, status, warning_level, covered, copied, troubled, located, dated, doubted, possible, scene,
    camera, captured_at
);
CREATE INDEX items_position ON items (latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX items_problems ON items (item) WHERE problems > 0;
CREATE INDEX items_copies ON items (item) WHERE copy_group IS NOT NULL OR paths > 1;

CREATE TABLE sightings (
    item INTEGER NOT NULL REFERENCES items,
    path TEXT NOT NULL, raw BLOB NOT NULL, seen_at TEXT NOT NULL,
    PRIMARY KEY (item, raw)
) STRICT, WITHOUT ROWID;

CREATE TABLE sidecars (
    item INTEGER NOT NULL REFERENCES items,
    sha256 TEXT NOT NULL, extension TEXT NOT NULL, bytes INTEGER NOT NULL,
    path TEXT NOT NULL, raw BLOB NOT NULL, linked BLOB,
    PRIMARY KEY (item, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX sidecars_sha256 ON sidecars (sha256);

CREATE TABLE metadata (
    item INTEGER NOT NULL REFERENCES items, position INTEGER NOT NULL,
    source TEXT NOT NULL, tag TEXT NOT NULL, value TEXT NOT NULL, raw TEXT NOT NULL,
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
    item INTEGER NOT NULL REFERENCES items, position INTEGER NOT NULL,
    code TEXT NOT NULL, message TEXT NOT NULL,
    PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE warning_content (
    item INTEGER NOT NULL REFERENCES items, term TEXT NOT NULL, PRIMARY KEY (item, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_tags (
    item INTEGER NOT NULL REFERENCES items, tag TEXT NOT NULL, PRIMARY KEY (item, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_tags_tag ON item_tags (tag, item);

CREATE TABLE incidents (
    incident INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, type TEXT,
    began TEXT, ended TEXT, time_precision TEXT, place TEXT, summary TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE item_incidents (
    item INTEGER NOT NULL REFERENCES items, incident INTEGER NOT NULL REFERENCES incidents, PRIMARY KEY (item, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_incidents_incident ON item_incidents (incident, item);

CREATE TABLE places (
    place INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    latitude REAL, longitude REAL, precision TEXT
) STRICT;
CREATE TABLE item_places (
    item INTEGER NOT NULL REFERENCES items, place INTEGER NOT NULL REFERENCES places, PRIMARY KEY (item, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_places_place ON item_places (place, item);

CREATE TABLE notes (
    note INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES items,
    text TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;
CREATE INDEX notes_item ON notes (item);

CREATE TABLE regions (
    region INTEGER PRIMARY KEY AUTOINCREMENT, item INTEGER NOT NULL REFERENCES items,
    shape TEXT NOT NULL CHECK (shape IN ('box', 'polygon', 'span')), points TEXT NOT NULL, began REAL, ended REAL,
    label TEXT NOT NULL, note TEXT NOT NULL,
    cover TEXT NOT NULL CHECK (cover IN ('', 'uncovered', 'covered', 'redacted')),
    at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;
CREATE INDEX regions_item ON regions (item);
CREATE INDEX regions_label ON regions (label);

CREATE TABLE links (
    a INTEGER NOT NULL REFERENCES items, b INTEGER NOT NULL REFERENCES items,
    relation TEXT NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL,
    segments TEXT NOT NULL, verdict TEXT NOT NULL DEFAULT 'undecided',
    steps TEXT NOT NULL, matrix TEXT NOT NULL, shared_a REAL NOT NULL, shared_b REAL NOT NULL,
    better INTEGER, because TEXT,
    PRIMARY KEY (a, b), CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_b ON links (b, a);
CREATE TABLE to_compare (
    a INTEGER NOT NULL REFERENCES items, b INTEGER NOT NULL REFERENCES items, moments TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (a, b), CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_verdict ON links (verdict) WHERE verdict <> 'undecided';
CREATE VIEW waiting (a, b, doubted, possible, scene) AS
SELECT a, b,
    verdict = 'undecided' AND score > 0 AND relation NOT IN ('same-scene', 'possible'),
    verdict = 'undecided' AND relation = 'possible',
    verdict = 'undecided' AND relation = 'same-scene'
FROM links;
CREATE TRIGGER links_added AFTER INSERT ON links BEGIN
    UPDATE items SET (doubted, possible, scene) = (
        SELECT max(items.doubted, w.doubted), max(items.possible, w.possible), max(items.scene, w.scene)
        FROM waiting w WHERE w.a = new.a AND w.b = new.b
    ) WHERE item IN (new.a, new.b);
END;
CREATE TRIGGER links_changed AFTER UPDATE ON links BEGIN
    UPDATE items SET (doubted, possible, scene) = (
        SELECT coalesce(max(doubted), 0), coalesce(max(possible), 0), coalesce(max(scene), 0) FROM (
            SELECT doubted, possible, scene FROM waiting WHERE a = items.item
            UNION ALL SELECT doubted, possible, scene FROM waiting WHERE b = items.item
        )
    ) WHERE item IN (new.a, new.b);
END;

CREATE TABLE exchanged (
    item INTEGER PRIMARY KEY REFERENCES items,
    recipe TEXT NOT NULL, phash TEXT NOT NULL, pdq BLOB NOT NULL CHECK (length(pdq) = 256), quality INTEGER NOT NULL
) STRICT;
CREATE TABLE hash_lists (
    list INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL, sha256 TEXT NOT NULL,
    graphic INTEGER NOT NULL, entries INTEGER NOT NULL, bad INTEGER NOT NULL, weak INTEGER NOT NULL,
    files INTEGER NOT NULL, phashes INTEGER NOT NULL, pdqs INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;
CREATE TABLE known_files (
    sha256 TEXT NOT NULL, list INTEGER NOT NULL REFERENCES hash_lists, line INTEGER NOT NULL,
    PRIMARY KEY (sha256, list, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE known_pictures (
    list INTEGER NOT NULL REFERENCES hash_lists, how TEXT NOT NULL CHECK (how IN ('pdq', 'phash')),
    part INTEGER NOT NULL, hashes BLOB NOT NULL, lines BLOB NOT NULL,
    PRIMARY KEY (list, how, part)
) STRICT;
CREATE TABLE known_words (
    list INTEGER NOT NULL REFERENCES hash_lists, line INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (list, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE known_hits (
    item INTEGER NOT NULL REFERENCES items, list INTEGER NOT NULL REFERENCES hash_lists, line INTEGER NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('same-file', 'pdq', 'phash')), bits INTEGER NOT NULL, time REAL,
    PRIMARY KEY (item, list, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_hits_list ON known_hits (list, item);
CREATE VIEW known_items (item, name) AS SELECT DISTINCT item, name FROM known_hits JOIN hash_lists USING (list);

CREATE TABLE assignments (
    item INTEGER NOT NULL REFERENCES items, reviewer TEXT NOT NULL, assigned_at TEXT NOT NULL,
    PRIMARY KEY (item, reviewer)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignments_reviewer ON assignments (reviewer, item);
CREATE TABLE answers (
    item INTEGER NOT NULL, reviewer TEXT NOT NULL,
    level TEXT NOT NULL, content TEXT NOT NULL, status TEXT NOT NULL, incidents TEXT NOT NULL, places TEXT NOT NULL,
    note TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (item, reviewer), FOREIGN KEY (item, reviewer) REFERENCES assignments
) STRICT, WITHOUT ROWID;
CREATE TABLE finals (
    item INTEGER PRIMARY KEY REFERENCES items,
    level TEXT NOT NULL, content TEXT NOT NULL, status TEXT NOT NULL, incidents TEXT NOT NULL, places TEXT NOT NULL,
    reason TEXT NOT NULL, actor TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE VIEW review_states (item, state) AS
SELECT item, 'awaits:' || reviewer FROM assignments a
WHERE NOT EXISTS (SELECT 1 FROM answers x WHERE x.item = a.item AND x.reviewer = a.reviewer)
UNION ALL
SELECT item, 'final' FROM finals
UNION ALL
SELECT item,
    CASE count(DISTINCT level || ' ' || content || ' ' || status || ' ' || incidents || ' ' || places)
    WHEN 1 THEN 'agree' ELSE 'differ' END
FROM answers x WHERE item NOT IN (SELECT item FROM finals) AND NOT EXISTS (
    SELECT 1 FROM assignments a WHERE a.item = x.item
    AND NOT EXISTS (SELECT 1 FROM answers y WHERE y.item = a.item AND y.reviewer = a.reviewer)
) GROUP BY item;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, chain TEXT NOT NULL, at TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
    actor TEXT NOT NULL, actor_salt TEXT NOT NULL, detail TEXT NOT NULL, detail_salt TEXT NOT NULL,
    previous TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, undoes INTEGER UNIQUE REFERENCES journal
) STRICT;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal rows never change'); END;
CREATE TRIGGER journal_keeps BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal rows are never deleted'); END;
CREATE TABLE journal_items (
    item INTEGER NOT NULL REFERENCES items, seq INTEGER NOT NULL REFERENCES journal, PRIMARY KEY (item, seq)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE name_parts USING fts5 (name, content = '', columnsize = 0, tokenize = 'trigram');

CREATE TABLE saved_searches (name TEXT PRIMARY KEY, wanted TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


@_STEPS(name="0001-first")
def _first(database: Database) -> None:
    # Not executescript(): it would commit the transaction that holds this step together with its record.
    statement = ""
    for line in _FIRST.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            database.conn.execute(statement)
            statement = ""


def apply(connection: sqlite3.Connection) -> None:
    """Run the steps that this database lacks."""
    _STEPS.apply(_wrapped(connection))


def pending(connection: sqlite3.Connection) -> bool:
    """Whether steps are lacking."""
    return bool(_STEPS.pending(_wrapped(connection)))


def unknown(connection: sqlite3.Connection) -> str | None:
    """The first step in this database that this version does not know."""
    known = {step.name for step in _STEPS.pending(Database(memory=True))}
    return next((step.name for step in _STEPS.applied(_wrapped(connection)) if step.name not in known), None)


def last(connection: sqlite3.Connection) -> str:
    """The newest step in this database."""
    applied = _STEPS.applied(_wrapped(connection))
    return applied[-1].name if applied else "0000-empty"


def unlike(connection: sqlite3.Connection) -> str | None:
    """The first part of this database (table, index, view, trigger) that is not as its steps make it."""
    lacking = _STEPS.pending(_wrapped(connection))
    wanted, found = _made(lacking[0].name if lacking else None), _parts(connection)
    return min((name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)), default=None)


@cache
def _made(before: str | None) -> dict[str, str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
        _STEPS.apply(_wrapped(empty), stop_before=before)
        return _parts(empty)


def _parts(connection: sqlite3.Connection) -> dict[str, str]:
    # SQLite's own (statistics, indexes of keys) come and go, and the record of the steps is not made by one.
    own = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> ?"
    return dict(connection.execute(own, (_STEPS.migrations_table,)))


def _wrapped(connection: sqlite3.Connection) -> Database:
    # Plugins are other people's code, found by entry point: none runs here.
    return Database(connection, execute_plugins=False, recursive_triggers=False)
