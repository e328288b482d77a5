"""Checks a bundle or a journal with nothing but the standard library; copied into every bundle as its verify.py.

    python3 -I verify.py [BUNDLE]       a folder or a zip file; without a name, the folder that this program stands in

Says one line for each file that is wrong, first wrong thing first, and ends with 0 (nothing is wrong), 1 (something
is) or 2 (not a bundle at all). Bags of other programs (BagIt, RFC 8493, and the drafts before it) are checked as such.
It is one long file because it travels alone.
"""

from __future__ import annotations

import atexit
import csv
import hashlib
import json
import os
import re
import stat
import sys
import unicodedata
import zipfile
import zlib
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

GENESIS = "0" * 64
"""What the first row of a chain names as its previous digest."""

ALGORITHMS = ("sha256", "sha512", "sha384", "sha224", "sha1", "md5")
SEAL = "SEAL.json"
SELF_DIGEST = "sha256_of_the_rest"
TAG_MANIFESTS = ("tagmanifest-sha256.txt", "tagmanifest-sha512.txt")
JOURNAL = "data/journal.jsonl"
KEPT = ("originals", "frames", "sidecars")
_KEPT = f"data/({'|'.join(KEPT)})/"
ITEMS_JSON = ('{"schema":"evidence-annotator/items/1","items":[', "]}")
"""First and last line of items.json; each line between them is an item."""
_ENCODINGS = ("utf-8", "utf-16", "utf-16le", "utf-16be", "utf-32", "us-ascii", "iso-8859-1", "windows-1252")
_LONGEST_LINE = 1 << 26
_UNREADABLE = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)


def _vouched() -> bool:
    """Whether the tag manifests beside this program, where there are any, know it as it is."""
    own = Path(__file__)
    beside = [own.with_name(name) for name in TAG_MANIFESTS if own.with_name(name).is_file()]
    digests = [hashlib.new(manifest.name[12:-4], own.read_bytes()).hexdigest() for manifest in beside]
    return not beside or any(
        f"{digest}  {own.name}\n" in manifest.read_text("utf-8", "replace")
        for manifest, digest in zip(beside, digests)  # noqa: B905  # `strict` is newer than the Pythons this runs on
    )


if __name__ == "__main__":  # before all else, so that nothing changed below can hide that this program was changed
    atexit.register(os._exit, 1)  # only the last line of `main` ends well
    if not _vouched():
        sys.stdout.write("verify.py: was changed\nDo not trust this program or this bundle.\n")
        sys.stdout.flush()
        os._exit(1)


class Problem(NamedTuple):
    """Something that is wrong, and the file that it is wrong with."""

    path: str
    problem: str


class Remark(NamedTuple):
    """Something to know that is not wrong."""

    text: str


class Step(NamedTuple):
    """How many bytes were read, of all."""

    done: int
    total: int
    path: str


class Done(NamedTuple):
    """The end: how many files there are, and the seal, SHA-256 of SEAL.json, where there is one."""

    files: int
    seal: str | None


class Head(NamedTuple):
    """Where a journal's chain ends."""

    rows: int
    digest: str


def canonical(value: object) -> str:
    """The one JSON text of `value`: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def commitment(salt_hex: str, value: str) -> str:
    """SHA-256 (hex) of the salt's bytes followed by `value` in UTF-8: shows the value later without telling it now.

    Raises ValueError where the salt is not hexadecimal.
    """
    return hashlib.sha256(bytes.fromhex(salt_hex) + value.encode("utf-8", "surrogatepass")).hexdigest()


def journal_digest(
    *,
    chain: str,
    seq: int,
    at: str,
    action: str,
    subject: str,
    actor_commitment: str,
    detail_commitment: str,
    previous: str,
) -> str:
    """SHA-256 (hex) of a journal row: of the canonical JSON, in UTF-8, of exactly these fields."""
    row = {
        "chain": chain,
        "seq": seq,
        "at": at,
        "action": action,
        "subject": subject,
        "actor_commitment": actor_commitment,
        "detail_commitment": detail_commitment,
        "previous": previous,
    }
    return hashlib.sha256(canonical(row).encode("utf-8", "surrogatepass")).hexdigest()


def check_journal(rows: Iterable[dict[str, Any]], path: str = "journal") -> Generator[Problem, None, dict[str, Head]]:
    """What is wrong with the chains of a journal, given in order; returns each chain's head.

    A row has chain, seq, at, action, subject, previous and digest, and for actor and for detail either the value with
    its salt (`actor`, `actor_salt`) or just what it is committed to (`actor_commitment`). In each chain `seq` counts
    1, 2, 3… and `previous` is the digest of the row before, `GENESIS` for the first.
    """
    heads: dict[str, Head] = {}
    for number, row in enumerate(rows, 1):
        try:
            digest = _row_digest(row)
            chain, seq, previous, stated = row["chain"], row["seq"], row["previous"], row["digest"]
        except (AttributeError, KeyError, TypeError, ValueError):
            yield Problem(path, f"row {number} is not a journal row")
            continue
        last = heads.get(chain, Head(0, GENESIS))
        if seq != last.rows + 1:
            yield Problem(path, f"row {number}: number {seq} follows number {last.rows}")
        elif previous != last.digest:
            yield Problem(path, f"row {seq} does not follow from the row before it")
        elif digest != stated:
            yield Problem(path, f"row {seq} was changed: its digest does not fit")
        heads[chain] = Head(seq, stated)
    return heads


def _row_digest(row: dict[str, Any]) -> str:
    committed = {
        name: commitment(row[f"{name}_salt"], row[name]) if name in row else row[f"{name}_commitment"]
        for name in ("actor", "detail")
    }
    texts = {name: row[name] for name in ("chain", "at", "action", "subject", "previous", "digest")}
    texts.update(committed)
    if not all(isinstance(text, str) for text in texts.values()) or type(row["seq"]) is not int:
        raise TypeError("a journal row's values are texts, and its number is a whole number")
    return journal_digest(
        chain=row["chain"],
        seq=row["seq"],
        at=row["at"],
        action=row["action"],
        subject=row["subject"],
        actor_commitment=committed["actor"],
        detail_commitment=committed["detail"],
        previous=row["previous"],
    )


def seal_text(content: dict[str, Any]) -> str:
    """The one text of a SEAL.json with this content, to which its own digest is added."""
    rest = {key: value for key, value in content.items() if key != SELF_DIGEST}
    rest[SELF_DIGEST] = hashlib.sha256(canonical(rest).encode("utf-8", "surrogatepass")).hexdigest()
    return json.dumps(rest, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def open_plain(path: Path) -> BinaryIO:
    """Open a plain file to read; raises OSError for anything else, without waiting for it or following it."""
    flags = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
    stream = os.fdopen(os.open(path, os.O_RDONLY | sum(getattr(os, flag, 0) for flag in flags)), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError("it is not a plain file")
    return stream


class Folder:
    """The files of a folder by their names with forward slashes; follows no link."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sizes: dict[str, int] = {}
        self.problems: list[Problem] = []
        waiting = [""]
        while waiting:
            prefix = waiting.pop()
            with os.scandir(root / prefix) as entries:
                for entry in entries:
                    name, state = prefix + entry.name, entry.stat(follow_symlinks=False)
                    is_link = stat.S_ISLNK(state.st_mode) or getattr(state, "st_file_attributes", 0) & 0x400
                    if is_link or not (stat.S_ISDIR(state.st_mode) or stat.S_ISREG(state.st_mode)):
                        self.problems.append(Problem(name, "is a link or a device, not a plain file"))
                    elif stat.S_ISDIR(state.st_mode):
                        waiting.append(name + "/")
                    else:
                        self.sizes[name] = state.st_size

    def open(self, name: str) -> BinaryIO:
        return open_plain(self.root / name)

    def close(self) -> None:
        """A folder holds nothing open."""


class Zip:
    """The files of a zipped bundle by their names in it; nothing is unpacked, and what would burst is not read."""

    def __init__(self, path: Path) -> None:
        self.zip = zipfile.ZipFile(path)
        self.sizes: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.entries: dict[str, zipfile.ZipInfo] = {}
        entries = self.zip.infolist()
        tops = [entry.orig_filename for entry in entries if re.fullmatch(r"([^/]+/)?bagit\.txt", entry.orig_filename)]
        prefix = min(tops, key=len)[: -len("bagit.txt")] if tops else ""
        end = 0
        for entry in sorted(entries, key=lambda entry: entry.header_offset):
            name, wrong = entry.orig_filename, self._wrong(entry, prefix, end)
            end = entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size
            name = name[len(prefix) :] if name.startswith(prefix) else name
            if not wrong and name in self.entries:
                wrong = "stands twice in the zip file"
            if wrong:
                self.problems.append(Problem(name, wrong))
            elif not entry.orig_filename.endswith("/"):
                self.entries[name] = entry
                self.sizes[name] = entry.file_size

    @staticmethod
    def _wrong(entry: zipfile.ZipInfo, prefix: str, end: int) -> str | None:
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            return "is a link or a device, not a plain file"
        if not entry.orig_filename.startswith(prefix) or _unsafe(entry.orig_filename.rstrip("/")):
            return "lies outside of the bundle, or has a name that leads out of it"
        if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return "is encrypted, or packed in a way that bundles do not use"
        if entry.header_offset < end or entry.file_size > (1 << 20) + 200 * entry.compress_size:
            return "would burst (a zip bomb), and was not read"
        return None

    def open(self, name: str) -> BinaryIO:
        return cast("BinaryIO", self.zip.open(self.entries[name]))

    def close(self) -> None:
        self.zip.close()


def _unsafe(name: str) -> bool:
    """Whether a name could lead out of the bundle on one system or another."""
    parts = name.split("/")
    return bool(re.match(r"[A-Za-z]:|/", name)) or any(c in name for c in "\\\0") or bool({"", ".", ".."} & set(parts))


class _Check:
    """One run over a bag: how much was read, and which files were found wrong."""

    def __init__(self, tree: Folder | Zip) -> None:
        self.tree = tree
        self.wrong: set[str] = set()
        self.seen: dict[str, str] = {}
        self.read = 0
        self.total = sum(tree.sizes.values())
        self.version = (1, 0)
        self.encoding = "utf-8"

    def blame(self, path: str, problem: str) -> Iterator[Problem]:
        """Only the first problem of a file: what follows from it says nothing more."""
        if path not in self.wrong:
            self.wrong.add(path)
            yield Problem(path, problem)

    def run(self, sealed: bool) -> Generator[Problem | Remark | Step, None, Done]:
        sizes = self.tree.sizes
        for path, problem in self.tree.problems:
            yield from self.blame(path, problem)
        yield from self.names(sizes)
        yield from self.declaration()
        sealed = sealed or SEAL in sizes or {"verify.py", JOURNAL} <= set(sizes)
        seal, digest = (yield from self.seal()) if sealed else ({}, None)
        for prefix in ("tagmanifest", "manifest"):
            listed = yield from self.manifests(prefix, sealed)
            payload = {name for name in sizes if name.startswith("data/")}
            tags = {n for n in sizes if sealed and n not in payload and n != SEAL and n not in TAG_MANIFESTS}
            yield from self.compare(listed, payload if prefix == "manifest" else tags, sealed)
        yield from self.oxum()
        yield from self.fetched()
        if seal:
            yield from self.contents(seal)
        if not sealed:
            yield Remark(
                "This is a BagIt bag, but not sealed by Evidence Annotator: a change could have been made to fit."
            )
        return Done(len(sizes), digest)

    def names(self, names: Iterable[str]) -> Iterator[Problem]:
        """No name leads out of the bundle, and no two are one on a system that ignores case or Unicode form."""
        for name in names:
            if _unsafe(name):
                yield from self.blame(name, "has a name that leads out of the bundle")
            parts = name.split("/")
            for end in range(1, len(parts) + 1):
                start = "/".join(parts[:end])
                key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", start).casefold())
                if self.seen.setdefault(key, start) != start:
                    yield from self.blame(name, "has the name of another file, but for case or Unicode form")

    def text(self, name: str) -> Generator[Problem, None, str]:
        """A small file as text; empty where it can't be read."""
        if name not in self.tree.sizes:
            yield from self.blame(name, "is missing")
            return ""
        try:
            with self.tree.open(name) as stream:
                return stream.read(_LONGEST_LINE).decode(self.encoding)
        except _UNREADABLE as error:
            yield from self.blame(name, f"can't be read: {error}")
            return ""

    def lines(self, name: str) -> Iterator[str]:
        """The lines of a text, each of bounded length. Raises what reading raises."""
        with self.tree.open(name) as stream, TextIOWrapper(stream, self.encoding) as text:
            while line := text.readline(_LONGEST_LINE):
                yield line.rstrip("\n")

    def declaration(self) -> Iterator[Problem]:
        declared = yield from self.text("bagit.txt")
        form = r"BagIt-Version: (\d+)\.(\d+)\r?\nTag-File-Character-Encoding: ([\w-]+)(\r?\n)?"
        match = re.fullmatch(form, declared)
        if not match or match[3].lower() not in _ENCODINGS:
            yield from self.blame("bagit.txt", "does not say the version and encoding as BagIt wants it")
        else:
            self.version, self.encoding = (int(match[1]), int(match[2])), match[3].lower()

    def seal(self) -> Generator[Problem, None, tuple[dict[str, Any], str | None]]:
        """The seal, which vouches for the tag manifests, and the SHA-256 of SEAL.json."""
        self.encoding = "utf-8"
        text = yield from self.text(SEAL)
        digest = hashlib.sha256(text.encode()).hexdigest()
        try:
            seal = json.loads(text)
            manifests = {name: seal["tag_manifests"][name] for name in TAG_MANIFESTS}
            fits = seal_text(seal) == text and isinstance(seal["counts"], dict) and isinstance(seal["journal"], dict)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            fits = False
        if not fits:
            yield from self.blame(SEAL, "was changed: its digest of itself does not fit")
            return {}, digest
        for name, stated in manifests.items():
            text = yield from self.text(name)
            if hashlib.sha256(text.encode()).hexdigest() != stated:
                yield from self.blame(name, "was changed: it is not the one that was sealed")
        return seal, digest

    def manifests(self, prefix: str, sealed: bool) -> Generator[Problem | Remark, None, dict[str, dict[str, str]]]:
        """For each algorithm, the digest of each file by its name; manifests found wrong are left out."""
        names = [name for name in sorted(self.tree.sizes) if re.fullmatch(prefix + r"-\w+\.txt", name)]
        for name in (f"{prefix}-{algorithm}.txt" for algorithm in ALGORITHMS[:2] if sealed):
            if name not in names:
                yield from self.blame(name, "is missing")
        if not names and prefix == "manifest":
            yield from self.blame("manifest-sha256.txt", "is missing, as is every other manifest")
        listed: dict[str, dict[str, str]] = {}
        for name in names:
            algorithm = name[len(prefix) + 1 : -4]
            if algorithm not in ALGORITHMS:
                yield Remark(f"{name} was not used: its algorithm is not known here")
            elif name not in self.wrong:
                listed[algorithm] = {}
                try:
                    yield from self.manifest(name, algorithm, listed[algorithm])
                except _UNREADABLE as error:
                    yield from self.blame(name, f"can't be read: {error}")
        return listed

    def manifest(self, name: str, algorithm: str, listed: dict[str, str]) -> Iterator[Problem | Remark]:
        form = rf"([0-9A-Fa-f]{{{hashlib.new(algorithm).digest_size * 2}}})[ \t]+\*?(?:\./)?(.+)"
        escape = "%(0[AaDd]|25)" if self.version >= (1, 0) else "%(0[AaDd])"
        for number, line in enumerate(self.lines(name), 1):
            if not line:
                continue
            match = re.fullmatch(form, line)
            path = re.sub(escape, lambda found: chr(int(found[1], 16)), match[2]) if match else ""
            if match and _unsafe(path):
                yield from self.blame(name, f"line {number} lists a name that leads out of the bundle: {path}")
            elif not match or path.startswith("data/") == name.startswith("tag"):
                yield from self.blame(name, f"line {number} does not list a file as a manifest does")
            elif path in listed and (self.version >= (1, 0) or listed[path] != match[1].lower()):
                yield from self.blame(name, f"line {number} lists a file again: {path}")
            elif path in listed:
                yield Remark(f"{name} lists a file twice: {path}")
            else:
                listed[path] = match[1].lower()
        yield from self.names(listed)

    def compare(
        self, listed: dict[str, dict[str, str]], there: set[str], sealed: bool
    ) -> Iterator[Problem | Step | Remark]:
        """Every file that is listed is there, every one that is there is listed, and its bytes are those listed."""
        for name in sorted(there.union(*listed.values())):
            stated = {algorithm: files[name] for algorithm, files in listed.items() if name in files}
            if name not in self.tree.sizes:
                yield from self.blame(name, "is missing")
            elif listed and (not stated or (self.version >= (1, 0) and len(stated) < len(listed))):
                yield from self.blame(name, "is not listed in every manifest: it was added")
            else:
                found = yield from self.hash(name, {*stated, "sha256"})
                wrong = [algorithm for algorithm in stated if found and found[algorithm] != stated[algorithm]]
                if wrong:
                    yield from self.blame(name, f"was changed: its bytes do not fit the {' and '.join(wrong)} listed")
                elif found and sealed and re.match(_KEPT, name) and Path(name).stem != found["sha256"]:
                    yield from self.blame(name, "does not bear the SHA-256 of its bytes as its name")

    def hash(self, name: str, algorithms: Iterable[str]) -> Generator[Problem | Step, None, dict[str, str]]:
        hashes = [hashlib.new(algorithm) for algorithm in algorithms]
        try:
            with self.tree.open(name) as stream:
                while block := stream.read(1 << 20):
                    for each in hashes:
                        each.update(block)
                    self.read += len(block)
                    yield Step(self.read, self.total, name)
        except _UNREADABLE as error:
            yield from self.blame(name, f"can't be read: {error}")
            return {}
        return {each.name: each.hexdigest() for each in hashes}

    def oxum(self) -> Iterator[Problem]:
        info = (yield from self.text("bag-info.txt")) if "bag-info.txt" in self.tree.sizes else ""
        payload = [size for name, size in self.tree.sizes.items() if name.startswith("data/")]
        for stated in re.findall(r"(?m)^Payload-Oxum\s*:\s*(\S+)", info):
            if not self.wrong and stated != f"{sum(payload)}.{len(payload)}":
                yield from self.blame("bag-info.txt", f"Payload-Oxum says {stated}, but that is not what is here")

    def fetched(self) -> Iterator[Problem]:
        for line in ((yield from self.text("fetch.txt")) if "fetch.txt" in self.tree.sizes else "").splitlines():
            if _unsafe(line.split(None, 2)[-1]):
                yield from self.blame("fetch.txt", f"lists a name that leads out of the bundle: {line}")

    def contents(self, seal: dict[str, Any]) -> Iterator[Problem]:
        """What is in the tables is what is in the folders, and the journal ends where the seal says."""
        counts = {folder: sum(name.startswith(f"data/{folder}/") for name in self.tree.sizes) for folder in KEPT}
        if not self.wrong and {**seal["counts"], **counts} != seal["counts"]:
            yield from self.blame(SEAL, "counts other files than those here")
        for name, look in {JOURNAL: self.journal, "data/items.csv": self.items, "data/items.json": self.items}.items():
            if name not in self.tree.sizes:
                yield from self.blame(name, "is missing")
            elif name not in self.wrong:
                try:
                    yield from look(name, seal)
                except (*_UNREADABLE, AttributeError, KeyError, TypeError, RecursionError, csv.Error) as error:
                    yield from self.blame(name, f"is not written as in a bundle: {type(error).__name__}")

    def journal(self, name: str, seal: dict[str, Any]) -> Iterator[Problem]:
        heads = yield from check_journal(map(json.loads, self.lines(name)), name)
        if {chain: head._asdict() for chain, head in heads.items()} != seal["journal"]:
            yield Problem(name, "does not end where the seal says")

    def items(self, name: str, seal: dict[str, Any]) -> Iterator[Problem]:
        files = self.csv_files(name) if name.endswith(".csv") else self.json_files(name)
        kept = {name for name in self.tree.sizes if name.startswith(("data/originals/", "data/frames/"))}
        if len(files) != seal["counts"].get("items") or ({*filter(None, files)} ^ kept) - self.wrong:
            yield from self.blame(name, "does not list just the files that are here")

    def csv_files(self, name: str) -> list[str]:
        with self.tree.open(name) as stream, TextIOWrapper(stream, "utf-8-sig", newline="") as text:
            return [row["file"] for row in csv.DictReader(text)]

    def json_files(self, name: str) -> list[str]:
        rows = (line.rstrip(",") for line in self.lines(name) if line not in ITEMS_JSON)
        return [json.loads(row)["file"] for row in rows]


def check(path: Path, *, sealed: bool = False) -> Iterator[Problem | Remark | Step | Done]:
    """Check a folder or a zip file and say what is wrong in the order found; with `sealed`, a plain BagIt bag is wrong.

    Reads every byte, writes nothing. A `Done` comes last.
    """
    try:
        tree = Zip(path) if path.is_file() else Folder(path)
    except _UNREADABLE as error:
        yield Problem(path.name, f"can't be read: {error}")
        yield Done(0, None)
        return
    try:
        yield (yield from _Check(tree).run(sealed))
    finally:
        tree.close()


def looks_like_bundle(path: Path) -> bool:
    """Whether to check this at all: a zip file, or a folder with anything in it that only bags have."""
    if path.is_file():
        return path.suffix.lower() == ".zip" or zipfile.is_zipfile(path)
    return (path / SEAL).is_file() or (path / "bagit.txt").is_file() or any(path.glob("*manifest-*.txt"))


def main(arguments: list[str]) -> int:
    """Check what is named, or the folder that this program stands in; returns the exit code."""
    path = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    if len(arguments) > 1 or (arguments and not looks_like_bundle(path)):
        print("Usage: python3 -I verify.py [BUNDLE], where BUNDLE is a folder or a zip file", file=sys.stderr)
        return 2
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a real standard output can
    wrong, done = set(), Done(0, None)
    for event in check(path, sealed=not arguments):
        if isinstance(event, Problem):
            wrong.add(event.path)
            print(_shown(f"{event.path}: {event.problem}"))
        elif isinstance(event, Remark):
            print(_shown(f"Note: {event.text}"))
        elif isinstance(event, Done):
            done = event
    if wrong:
        print(f"WRONG: {len(wrong)} named above, of {done.files} files here. The first line says most.")
        return 1
    print(f"Nothing is wrong with the {done.files} files.")
    if done.seal:
        print(
            f"The seal (SHA-256 of SEAL.json) is {done.seal}\nWhoever rewrites everything can write a new seal: "
            "compare this one with the seal that was written down when the bundle was made."
        )
    return 0


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in text)


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)
