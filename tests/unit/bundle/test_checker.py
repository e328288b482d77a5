"""The checker that travels in every bundle as verify.py: it names what is wrong, and is fooled by nothing."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import checker


def problems(path: Path, *, sealed: bool = False) -> list[tuple[str, str]]:
    return [tuple(event) for event in checker.check(path, sealed=sealed) if isinstance(event, checker.Problem)]


def run(bundle: Path, *arguments: str, program: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(program or bundle / "verify.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=bundle.parent)


def files_of(bundle: Path) -> list[str]:
    return sorted(path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file())


def flip(path: Path, position: int) -> None:
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)


def reseal(bundle: Path) -> None:
    """What somebody does who rewrites a bundle as a whole."""
    for algorithm in ("sha256", "sha512"):
        lines = [
            f"{hashlib.new(algorithm, (bundle / name).read_bytes()).hexdigest()}  {name}\n"
            for name in files_of(bundle)
            if name.startswith("data/")
        ]
        (bundle / f"manifest-{algorithm}.txt").write_text("".join(lines))
    payload = [path for path in (bundle / "data").rglob("*") if path.is_file()]
    info = bundle / "bag-info.txt"
    oxum = f"Payload-Oxum: {sum(path.stat().st_size for path in payload)}.{len(payload)}\n"
    info.write_text("".join([*info.read_text().splitlines(keepends=True)[:-1], oxum]))
    seal = json.loads((bundle / checker.SEAL).read_text())
    for name in checker.TAG_MANIFESTS:
        tags = [tag for tag in files_of(bundle) if "/" not in tag and not tag.startswith(("tagmanifest", "SEAL"))]
        lines = [f"{hashlib.new(name[12:18], (bundle / tag).read_bytes()).hexdigest()}  {tag}\n" for tag in tags]
        (bundle / name).write_text("".join(lines))
        seal["tag_manifests"][name] = hashlib.sha256((bundle / name).read_bytes()).hexdigest()
    (bundle / checker.SEAL).write_text(checker.seal_text(seal))


def test_a_bundle_passes_with_a_plain_interpreter_and_shows_its_seal(bundle: Path) -> None:
    result = run(bundle)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Nothing is wrong" in result.stdout
    assert hashlib.sha256((bundle / "SEAL.json").read_bytes()).hexdigest() in result.stdout


def test_one_changed_byte_in_any_file_is_found_and_that_file_is_named_first_and_alone(bundle: Path) -> None:
    for name in files_of(bundle):
        size = (bundle / name).stat().st_size
        for position in {0, size // 3, size - 1}:
            flip(bundle / name, position)
            found = problems(bundle, sealed=True)
            assert [path for path, _ in found] == [name], (name, position, found)
            flip(bundle / name, position)
    assert problems(bundle, sealed=True) == []


def test_one_changed_byte_in_any_file_makes_its_own_verify_py_fail_and_name_it(bundle: Path) -> None:
    _, *alike = [name for name in files_of(bundle) if name.startswith("data/vocabularies/")]
    for name in [name for name in files_of(bundle) if name not in alike]:
        flip(bundle / name, (bundle / name).stat().st_size // 2)
        result = run(bundle)
        assert result.returncode == 1, name
        assert f"{name}:" in result.stdout or (name == "verify.py" and "verify.py" in result.stderr), (name, result)
        flip(bundle / name, (bundle / name).stat().st_size // 2)


def test_a_changed_verify_py_never_says_that_nothing_is_wrong(bundle: Path) -> None:
    size = (bundle / "verify.py").stat().st_size
    for position in range(7, size, size // 40):
        flip(bundle / "verify.py", position)
        result = run(bundle)
        assert result.returncode == 1, position
        assert "Nothing is wrong" not in result.stdout
        assert "verify.py" in result.stdout + result.stderr
        flip(bundle / "verify.py", position)


def test_a_verify_py_that_was_made_to_end_well_ends_badly(bundle: Path) -> None:
    program = (bundle / "verify.py").read_text()
    for good, bad in (("        return 1\n", "        return 0\n"), ("    if wrong:\n", "    if wrong*0:\n")):
        assert program.count(good) >= 1
        (bundle / "verify.py").write_text(program.replace(good, bad))
        assert (run(bundle).returncode, run(bundle).stdout.splitlines()[0]) == (1, "verify.py: was changed")


def test_every_missing_file_is_named(bundle: Path, tmp_path: Path) -> None:
    for name in files_of(bundle):
        (bundle / name).rename(tmp_path / "aside")
        assert problems(bundle, sealed=True)[0][0] == name
        (tmp_path / "aside").rename(bundle / name)


@pytest.mark.parametrize("name", ["data/originals/more.jpg", "data/more.csv", "more.txt", "data/originals/.DS_Store"])
def test_a_file_that_was_added_is_named(bundle: Path, name: str) -> None:
    (bundle / name).write_bytes(b"more")
    assert [path for path, _ in problems(bundle)] == [name]


def test_a_renamed_or_shortened_original_is_named(bundle: Path) -> None:
    original = next((bundle / "data/originals").iterdir())
    original.rename(original.with_suffix(".png"))
    assert {path for path, _ in problems(bundle)} == {
        f"data/originals/{original.name}",
        f"data/originals/{original.stem}.png",
    }
    original.with_suffix(".png").rename(original)
    os.truncate(original, 5)
    assert [path for path, _ in problems(bundle)] == [f"data/originals/{original.name}"]


def test_links_and_devices_are_refused_without_being_followed(bundle: Path, tmp_path: Path) -> None:
    original = next((bundle / "data/originals").iterdir())
    original.rename(tmp_path / "elsewhere")
    original.symlink_to(tmp_path / "elsewhere")
    os.mkfifo(bundle / "data/pipe")
    (bundle / "data/folder").symlink_to(tmp_path, target_is_directory=True)
    named = dict(problems(bundle))
    for name in (f"data/originals/{original.name}", "data/pipe", "data/folder"):
        assert "link or a device" in named[name]


def test_a_bundle_without_its_seal_is_no_mere_bag(bundle: Path) -> None:
    (bundle / "SEAL.json").unlink()
    assert problems(bundle) == [("SEAL.json", "is missing")]


def test_rewritten_manifests_do_not_fit_the_seal(bundle: Path) -> None:
    seal = (bundle / "SEAL.json").read_bytes()
    (bundle / "data/notes.csv").write_bytes(b"changed")
    reseal(bundle)
    (bundle / "SEAL.json").write_bytes(seal)
    assert [path for path, _ in problems(bundle)] == list(checker.TAG_MANIFESTS)


def test_a_bundle_that_was_rewritten_as_a_whole_has_another_seal(bundle: Path) -> None:
    before = run(bundle).stdout
    (bundle / "data/notes.csv").write_bytes(b"changed")
    reseal(bundle)
    after = run(bundle)
    assert after.returncode == 0
    assert after.stdout != before
    assert "compare" in after.stdout


def test_rewriting_does_not_get_past_names_tables_journal_and_counts(bundle: Path) -> None:
    original = next((bundle / "data/originals").glob("*.mp4"))
    content = original.read_bytes()
    original.write_bytes(b"other footage")
    reseal(bundle)
    assert problems(bundle) == [
        (f"data/originals/{original.name}", "does not bear the SHA-256 of its bytes as its name")
    ]
    original.write_bytes(content)

    for table in ("data/items.csv", "data/items.json"):
        whole = (bundle / table).read_bytes()
        (bundle / table).write_bytes(
            b"".join(whole.splitlines(keepends=True)[:2] + whole.splitlines(keepends=True)[3:])
        )
        reseal(bundle)
        assert [path for path, _ in problems(bundle)] == [table]
        (bundle / table).write_bytes(whole)

    original.unlink()
    reseal(bundle)
    assert "SEAL.json" in [path for path, _ in problems(bundle)]
    original.write_bytes(content)
    reseal(bundle)
    assert problems(bundle) == []


def _drop_last(rows: list[str]) -> list[str]:
    return rows[:-1]


def _drop_middle(rows: list[str]) -> list[str]:
    return [*rows[:1], *rows[2:]]


def _swap(rows: list[str]) -> list[str]:
    return [rows[1], rows[0], *rows[2:]]


def _other_actor(rows: list[str]) -> list[str]:
    return [rows[0], rows[1].replace("Rīm", "Rim"), *rows[2:]]


def _other_time(rows: list[str]) -> list[str]:
    row = json.loads(rows[1])
    return [rows[0], json.dumps({**row, "at": "2001-01-01T00:00:00+00:00"}), *rows[2:]]


def _other_row_that_fits_itself(rows: list[str]) -> list[str]:
    row = {**json.loads(rows[1]), "at": "2001-01-01T00:00:00+00:00"}
    values = {name: row[name] for name in ("chain", "seq", "at", "action", "subject", "previous")}
    committed = {
        f"{name}_commitment": checker.commitment(row[f"{name}_salt"], row[name]) for name in ("actor", "detail")
    }
    return [rows[0], json.dumps({**row, "digest": checker.journal_digest(**values, **committed)}), *rows[2:]]


def _no_json(rows: list[str]) -> list[str]:
    return ["[" * 100_000, *rows[1:]]


def _other_values(rows: list[str]) -> list[str]:
    return ['{"actor": 5, "chain": [], "seq": true}', "null", '"text"', *rows[1:]]


@pytest.mark.parametrize(
    "change",
    [_drop_last, _drop_middle, _swap, _other_actor, _other_time, _other_row_that_fits_itself, _no_json, _other_values],
)
def test_a_changed_journal_is_found_even_when_all_else_was_made_to_fit(bundle: Path, change) -> None:
    journal = bundle / checker.JOURNAL
    journal.write_text("\n".join(change(journal.read_text().splitlines())) + "\n")
    reseal(bundle)
    assert {path for path, _ in problems(bundle)} == {checker.JOURNAL}


def test_the_program_says_how_to_use_it_and_checks_another_bundle_by_name(bundle: Path, exported: Path) -> None:
    program = Path(checker.__file__)
    assert run(bundle, "nothing", program=program).returncode == 2
    assert run(bundle, str(bundle), "more", program=program).returncode == 2
    assert run(bundle, str(bundle), program=program).returncode == 0
    assert run(bundle, str(exported.with_name("zipped.zip")), program=program).returncode == 0


def test_the_program_needs_nothing_newer_than_python_3_8() -> None:
    source = Path(checker.__file__).read_text()
    compile(source, "verify.py", "exec", dont_inherit=True)
    import ast

    ast.parse(source, feature_version=(3, 8))


def test_names_that_would_rewrite_a_terminal_are_escaped(bundle: Path) -> None:
    (bundle / "data/\u202egpj.\x1b[2J.txt").write_bytes(b"")
    result = run(bundle)
    assert result.returncode == 1
    assert "\u202e" not in result.stdout
    assert "\x1b" not in result.stdout


def test_commitments_and_digests_stay_what_they_are_for_ever() -> None:
    assert checker.commitment("00ff", "Rīm") == hashlib.sha256(b"\x00\xff" + "Rīm".encode()).hexdigest()
    digest = checker.journal_digest(
        chain="c", seq=1, at="2016-10-26T00:00:00+00:00", action="import", subject="حاس",
        actor_commitment="a", detail_commitment="d", previous=checker.GENESIS,
    )  # fmt: skip
    text = (
        '{"action":"import","actor_commitment":"a","at":"2016-10-26T00:00:00+00:00","chain":"c",'
        f'"detail_commitment":"d","previous":"{"0" * 64}","seq":1,"subject":"حاس"}}'
    )
    assert digest == hashlib.sha256(text.encode()).hexdigest()


def test_a_journal_verifies_with_actor_or_detail_left_out_and_each_chain_on_its_own() -> None:
    rows = []
    for chain in ("a", "b", "a"):
        seq = 1 + sum(row["chain"] == chain for row in rows)
        row = {"chain": chain, "seq": seq, "at": "2020", "action": "x", "subject": "y"}
        row["previous"] = next((r["digest"] for r in reversed(rows) if r["chain"] == chain), checker.GENESIS)
        committed = {name: checker.commitment("aa" * 16, name) for name in ("actor", "detail")}
        digest = checker.journal_digest(
            **row, actor_commitment=committed["actor"], detail_commitment=committed["detail"]
        )
        rows.append({**row, "digest": digest, "actor_commitment": committed["actor"], "detail": "detail",
                     "detail_salt": "aa" * 16})  # fmt: skip
    check = checker.check_journal(rows)
    with pytest.raises(StopIteration) as end:
        next(check)
    assert end.value.value == {"a": (2, rows[2]["digest"]), "b": (1, rows[1]["digest"])}
    rows[1]["detail"] = "other"
    assert [problem for _, problem in checker.check_journal(rows)] == ["row 1 was changed: its digest does not fit"]


def bag(root: Path, *, listed: str = "data/a", content: bytes = b"a", manifest: str | None = None) -> Path:
    """A bare bag that lists one file."""
    (root / "data").mkdir(parents=True)
    (root / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    line = f"{hashlib.sha256(content).hexdigest()}  {listed}\n"
    (root / "manifest-sha256.txt").write_text(line if manifest is None else manifest)
    return root


@pytest.mark.parametrize(
    "name",
    ["../a", "data/../../a", "/etc/passwd", "C:/a", "c:a", "\\\\server\\share\\a", "data\\..\\..\\a", "data/./a",
     "data//a", "data/a/..", "~/../a"],
)  # fmt: skip
def test_a_manifest_that_lists_a_name_outside_of_the_bundle_is_wrong(tmp_path: Path, name: str) -> None:
    (tmp_path / "a").write_bytes(b"a")
    root = bag(tmp_path / "bag", listed=name)
    assert problems(root)[0][0] == "manifest-sha256.txt"


@pytest.mark.parametrize("pair", [("a", "A"), ("ß", "SS"), ("caf\u00e9", "cafe\u0301"), ("İ", "i\u0307")])
def test_names_that_are_one_on_some_systems_clash(tmp_path: Path, pair: tuple[str, str]) -> None:
    root = bag(tmp_path / "bag", manifest="")
    for name in pair:
        (root / "data" / name).write_bytes(b"a")
    lines = [f"{hashlib.sha256(b'a').hexdigest()}  data/{name}\n" for name in pair]
    (root / "manifest-sha256.txt").write_text("".join(lines))
    assert ["but for case or Unicode form" in text for _, text in problems(root)] == [True]


def test_line_ends_and_per_cent_in_names_are_read_as_escapes(tmp_path: Path) -> None:
    root = bag(tmp_path / "bag", listed="data/100%25 a%0Ab%0d")
    (root / "data/100% a\nb\r").write_bytes(b"a")
    assert problems(root) == []
