"""Lists of hashes as other programs write them, and as nobody should."""

import hashlib
import os
from pathlib import Path

import pytest

from annotator import listfile
from annotator.errors import HashListNotRead
from annotator.listfile import Entry, ListFile

SHA, OTHER, PHASH, PDQ = "ab" * 32, "cd" * 32, "0123456789abcdef", "f0" * 32


def entries(path: Path, content: str | bytes) -> list[Entry]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    file = ListFile(path)
    found = list(file.entries())
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    file.close()
    return found


@pytest.mark.parametrize(
    "content",
    [
        f"sha256,phash,pdq,label\r\n{SHA},{PHASH},{PDQ},Hass\r\n",
        f"\ufeffSHA-256;pHash;PDQ_hash;Name\n{SHA.upper()};{PHASH.upper()};{PDQ.upper()};Hass\n",
        f"md5\tnote\tpdq\timagehash\tsha_256\n\tHass\t {PDQ} \t{PHASH}\t{SHA}\n",
        f'sep=|\n"hash_sha256"|"label"|"phash"|"pdq"\n"{SHA}"|"Hass"|"{PHASH}"|"{PDQ}"',
        f"sha256,phash,pdq,label\n{SHA},{PHASH},{PDQ},Hass\n".encode("utf-16"),
    ],
    ids=["plain", "semicolons and a mark", "tabs and other columns", "a spreadsheet's", "UTF-16"],
)
def test_columns_are_known_by_their_names(tmp_path: Path, content: str | bytes) -> None:
    (found,) = entries(tmp_path / "list.csv", content)
    assert (found.sha256, found.phash, found.pdq, found.words, found.wrong) == (SHA, PHASH, PDQ, "Hass", "")


def test_types_and_values_are_a_list_too(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    content = f"signal_type,value,tags\npdq,{PDQ},a\nHASH_SHA256,{SHA},b\nMD5,{'0' * 32},c\n"
    found = entries(path, content)
    assert [(row.pdq, row.sha256, row.wrong) for row in found] == [(PDQ, None, ""), (None, SHA, ""), (None, None, "")]
    file = ListFile(path)
    list(file.entries())
    assert file.passed_over == ["MD5"]
    file.close()


def test_what_is_wrong_with_a_row_is_said_and_the_rest_of_it_is_kept(tmp_path: Path) -> None:
    rows = (f"{SHA},8E+15,,", f",,{PDQ},30", f",,{PDQ},many", f"=HYPERLINK(1)\x00,,{PDQ},", ",,,", f"{OTHER},,,", "x")
    found = entries(tmp_path / "list.csv", "sha256,phash,pdq,quality\n" + "\n".join(rows) + "\n")
    assert [row.line for row in found] == [2, 3, 4, 5, 7, 8]
    assert found[0].sha256 == SHA
    assert found[0].wrong == "“8E+15” is not the 16 hex digits of a pHash"
    assert (found[1].pdq, found[1].weak, found[1].wrong) == (None, True, "")
    assert (found[2].pdq, found[2].wrong) == (None, "“many” is no quality of a PDQ hash")
    assert found[3].pdq == PDQ
    assert "\x00" not in found[3].wrong
    assert found[4] == Entry(7, sha256=OTHER)


def test_a_mark_that_is_not_closed_is_told_with_all_lines_that_it_swallows(tmp_path: Path) -> None:
    swallowed = "".join(f"{number:064x},\n" for number in range(3000))
    found = entries(tmp_path / "list.csv", f'sha256,label\n{SHA},"begun\n{swallowed}')
    good = [row for row in found if row.sha256 and not row.wrong]
    assert sum(row.lines for row in found if row.wrong) + len(good) == 3001
    assert "quotation mark" in next(row.wrong for row in found if row.wrong)
    kept = entries(tmp_path / "list.csv", f'sha256,label\n{SHA},"two\nlines"\n{OTHER},\n')
    assert [(row.line, row.lines, row.sha256, row.words) for row in kept] == [
        (2, 2, SHA, "two\\x0Alines"), (4, 1, OTHER, ""),
    ]  # fmt: skip


def test_a_line_without_end_is_passed_over(tmp_path: Path) -> None:
    found = entries(tmp_path / "list.csv", f"sha256\n{SHA}\n{'a' * 3_000_000}\n{OTHER}\n")
    assert [(row.line, row.sha256) for row in found] == [(2, SHA), (3, None), (4, OTHER)]
    assert found[1].wrong == "it is longer than 65,536 characters"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "names no column"),
        (b"name,when\na,b\n", "names no column"),
        (f"{SHA}\n{OTHER}\n".encode(), "is a hash and does not say of which kind"),
        (b"\x89PNG\r\n\x1a\n" + bytes(1000), "names no column"),
    ],
)
def test_what_is_no_list_is_told_in_one_sentence(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(HashListNotRead, match=why):
        ListFile(tmp_path / "list.csv")


def test_neither_pipes_nor_endless_files_nor_too_many_rows_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(listfile.MOST_BYTES + 1)
    for name in ("pipe", "huge.csv", "nothing"):
        with pytest.raises(HashListNotRead):
            ListFile(tmp_path / name)
    monkeypatch.setattr(listfile, "MOST_ROWS", 2)
    with pytest.raises(HashListNotRead, match="more than 2 rows"):
        entries(tmp_path / "list.csv", f"sha256\n{SHA}\n{SHA}\n{SHA}\n")
