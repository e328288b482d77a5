"""The database keeps what it was given, for one writer, and says plainly what is wrong with it."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from annotator import checker, errors
from annotator.case import Case
from annotator.model import Change
from annotator.store.connection import Store
from tests.synthetic import make_case
from tests.tampering import tamper


def test_a_new_case_is_for_its_owner_only(case: Case) -> None:
    assert stat.S_IMODE(case.path.stat().st_mode) == 0o700
    assert stat.S_IMODE((case.path / "case.sqlite").stat().st_mode) == 0o600


def test_a_folder_with_anything_in_it_is_not_made_a_case(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(errors.FolderTaken):
        Case.create(tmp_path, actor="Rana")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_second_writer_is_turned_away_in_words_and_a_reader_is_not(case: Case) -> None:
    with pytest.raises(errors.CaseLocked, match="open for writing in another program"):
        Case.open(case.path, actor="Omar")
    with Case.open(case.path, actor="Omar", read_only=True) as reader:
        case.add_place("Hass")
        assert [place.name for place in reader.places()] == ["Hass"]
        with pytest.raises(errors.CaseReadOnly):
            reader.add_place("Manbij")
    assert case.add_place("Manbij").place == 2


def test_the_lock_goes_when_the_case_is_closed(tmp_path: Path) -> None:
    Case.create(tmp_path / "case", actor="Rana").close()
    Case.open(tmp_path / "case", actor="Omar").close()


def test_a_reader_works_in_another_thread(case: Case) -> None:
    case.add_place("Hass")
    seen: list[str] = []
    with case.reader() as reader:
        thread = threading.Thread(target=lambda: seen.extend(place.name for place in reader.places()))
        thread.start()
        thread.join()
    assert seen == ["Hass"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere, so nothing is write-protected")
def test_a_write_protected_case_can_be_read(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case", actor="Rana") as made:
        made.add_place("Hass")
    (tmp_path / "case").chmod(0o500)
    with Case.open(tmp_path / "case", actor="Rana", read_only=True) as case:
        assert [place.name for place in case.places()] == ["Hass"]
    (tmp_path / "case").chmod(0o700)


def test_what_is_no_case_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(errors.NotACase):
        Case.open(tmp_path, actor="Rana")
    with sqlite3.connect(tmp_path / "case.sqlite") as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    with pytest.raises(errors.NotACase):
        Case.open(tmp_path, actor="Rana")


def test_a_damaged_database_is_said_to_be_damaged_and_left_as_it_is(tmp_path: Path) -> None:
    Case.create(tmp_path / "case", actor="Rana").close()
    database = tmp_path / "case" / "case.sqlite"
    broken = b"\xff" * 4096 + database.read_bytes()[4096:]
    database.write_bytes(broken)
    with pytest.raises(errors.CaseDamaged):
        Case.open(tmp_path / "case", actor="Rana")
    assert database.read_bytes() == broken


def test_a_case_of_a_newer_version_is_refused_by_name(tmp_path: Path) -> None:
    Case.create(tmp_path / "case", actor="Rana").close()
    with sqlite3.connect(tmp_path / "case" / "case.sqlite") as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('evidence-annotator', '0099-claims', '2030-01-01')"
        )
    newer.close()
    with pytest.raises(errors.CaseNewer, match="0099-claims"):
        Case.open(tmp_path / "case", actor="Rana")


def test_the_case_can_move(tmp_path: Path, case: Case) -> None:
    case.add_place("Hass")
    case.close()
    shutil.move(case.path, tmp_path / "elsewhere")
    with Case.open(tmp_path / "elsewhere", actor="Rana") as moved:
        assert moved.title == "Hass 2016"


def test_a_failed_transaction_leaves_nothing(case: Case) -> None:
    with Store.open(case.path, read_only=True) as before:
        rows = before.connection.execute("SELECT count(*) FROM journal").fetchone()
    with pytest.raises(ZeroDivisionError), case._store.writing() as connection:
        connection.execute("INSERT INTO places (name) VALUES ('Hass')")
        _ = 1 / 0
    assert case.places() == []
    assert case._store.connection.execute("SELECT count(*) FROM journal").fetchone() == rows


def test_journal_rows_can_be_neither_changed_nor_deleted(case: Case) -> None:
    for statement in ("UPDATE journal SET actor = 'x'", "DELETE FROM journal"):
        with pytest.raises(sqlite3.IntegrityError), case._store.writing() as connection:
            connection.execute(statement)


def test_the_journal_is_a_chain_that_holds_without_actor_or_detail(tmp_path: Path) -> None:
    with Case.open(make_case(tmp_path / "case", 3), actor="Rana") as case:
        case.annotate([1, 2], Change(add_tags=("x",)))
        case.undo()
        rows = list(case.journal())
    whole = [
        {name: getattr(row, name) for name in row.__slots__} for row in rows
    ]  # fmt: skip
    assert list(checker.check_journal(whole)) == []
    withheld = []
    for row in whole:
        short = {**row, "actor_commitment": checker.commitment(row["actor_salt"], row["actor"])}
        for name in ("actor", "actor_salt"):
            del short[name]
        withheld.append(short)
    assert list(checker.check_journal(withheld)) == []
    whole[2]["subject"] = "another item"
    assert list(checker.check_journal(whole)) != []


@pytest.mark.parametrize("left", [(), ("case.lock", "case.new", "case.new-wal", "originals/", "cache/")])
def test_what_a_killed_creation_left_does_not_keep_a_case_from_being_made(
    tmp_path: Path, left: tuple[str, ...]
) -> None:
    for name in left:
        (tmp_path / name).mkdir() if name.endswith("/") else (tmp_path / name).write_bytes(b"half")
    Case.create(tmp_path, actor="Rana").close()
    with Case.open(tmp_path, actor="Rana") as case:
        assert [row.action for row in case.journal()] == ["new case"]
    assert not Case.can_be_made(tmp_path)


def test_a_folder_of_somebodys_originals_is_not_made_a_case(tmp_path: Path) -> None:
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "mine.jpg").write_bytes(b"x")
    with pytest.raises(errors.FolderTaken):
        Case.create(tmp_path, actor="Rana")


def test_a_database_that_holds_no_text_is_damaged(case: Case) -> None:
    case.close()
    tamper(case.path, "UPDATE facts SET value = CAST(x'ff' AS TEXT) WHERE key = 'title'")
    with pytest.raises(errors.CaseDamaged), Case.open(case.path, actor="Rana") as opened:
        opened.fact("title")


@pytest.mark.parametrize(
    ("harm", "part"),
    [
        ("ALTER TABLE links DROP COLUMN because", "links"),
        ("DROP TABLE item_tags", "item_tags"),
        ("DROP TABLE _sqlite_migrations", "answers"),
        ("CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END", "t"),
    ],
)
def test_a_database_that_is_built_otherwise_is_told_from_a_damaged_one(case: Case, harm: str, part: str) -> None:
    case.close()
    tamper(case.path, harm)
    for read_only in (True, False):
        with pytest.raises(errors.CaseUnlike, match=f"“{part}” differs"):
            Case.open(case.path, actor="Rana", read_only=read_only)


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser may mount")
def test_on_a_read_only_drive_what_a_killed_program_wrote_last_is_seen(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", drive], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        code = "import os, sys; from pathlib import Path; from annotator.case import Case\n"
        code += "Case.create(Path(sys.argv[1]), actor='Rana').add_place('Hass'); os._exit(0)"
        subprocess.run([sys.executable, "-c", code, drive / "case"], check=True, cwd=Path(__file__).parents[2])
        subprocess.run(["mount", "-o", "remount,ro", drive], check=True)
        with Case.open(drive / "case", actor="Rana", read_only=True) as case:
            assert [place.name for place in case.places()] == ["Hass"]
    finally:
        subprocess.run(["umount", drive], check=True)
