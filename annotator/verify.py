"""Verifies a case or a bundle: reads every byte again and says what is not as it was. Writes nothing."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from threading import Event as Flag

from annotator import checker, errors
from annotator.folder import Folder
from annotator.model import Problem, Progress, Verified
from annotator.store import custody, journal
from annotator.store.connection import Store
from annotator.text import shown

_CHUNK = 1 << 20
_BEAT = 16 << 20
"""Bytes after which to say how far the work is."""


def verify_path(path: Path, *, cancel: Flag | None = None) -> Iterator[Progress | Verified]:
    """Verify a case folder, a bundle folder or a zipped bundle, whichever it is.

    Raises NotVerifiable, and for a case CaseNewer, CaseUnlike, CaseDamaged, CaseNotReachable.
    """
    try:
        is_case, is_bundle = (path / "case.sqlite").is_file(), checker.looks_like_bundle(path)
    except OSError as problem:
        raise errors.DiskFailed(str(path), problem.strerror or str(problem)) from problem
    if is_case:
        yield from verify_case(path, cancel=cancel)
    elif is_bundle:
        yield from verify_bundle(path, cancel=cancel)
    else:
        raise errors.NotVerifiable(str(path))


def verify_bundle(path: Path, *, cancel: Flag | None = None) -> Iterator[Progress | Verified]:
    """Check a bundle as its own verify.py does. A valid BagIt bag of another program is right, with a remark.

    Progress counts bytes. Once cancelled it ends without a `Verified`.
    """
    problems: list[Problem] = []
    remarks: list[str] = []
    told = 0
    for event in checker.check(path):
        if cancel is not None and cancel.is_set():
            return
        if isinstance(event, checker.Problem):
            problems.append(Problem(path=event.path, problem=event.problem))
        elif isinstance(event, checker.Remark):
            remarks.append(event.text)
        elif isinstance(event, checker.Done):
            yield Verified(
                ok=not problems,
                checked=event.files,
                problems=tuple(problems),
                remarks=tuple(remarks),
                seal=event.seal,
            )
        elif event.done - told >= _BEAT or told == 0:
            told = event.done
            yield Progress(done=event.done, total=event.total, what="checking the bundle")


def verify_case(path: Path, *, cancel: Flag | None = None) -> Iterator[Progress | Verified]:
    """Check a case: its database, its journal's chain, and every byte of its originals and sidecars, linked ones too.

    A file among the originals that the case does not know is a remark: a killed import leaves such, and finds it again.
    Progress counts bytes. Once cancelled it ends without a `Verified`.
    Raises NotACase, CaseNewer, CaseUnlike, CaseDamaged, CaseNotReachable.
    """
    with Store.open(path, read_only=True) as store:
        check = _CaseCheck(store, cancel)
        yield from check.database()
        yield from check.files()
        if not check.cancelled:
            yield Verified(
                ok=not check.problems,
                checked=check.checked,
                problems=tuple(check.problems),
                remarks=tuple(check.remarks),
            )


class _CaseCheck:
    """One run over a case, and what it found."""

    def __init__(self, store: Store, cancel: Flag | None) -> None:
        self._store, self._folder, self._cancel = store, Folder(store.folder), cancel
        self.problems: list[Problem] = []
        self.remarks: list[str] = []
        self.checked = 0

    @property
    def cancelled(self) -> bool:
        return self._cancel is not None and self._cancel.is_set()

    def database(self) -> Iterator[Progress]:
        """SQLite's own checks, the journal's chain, and the journal against the items."""
        yield Progress(done=0, total=0, what="checking the database")
        found = self._store.damage()
        try:
            with self._store.reading() as connection:
                chain = checker.check_journal((asdict(row) for row in journal.rows(connection)), "case.sqlite")
                found += [f"the journal: {problem}" for _, problem in chain]
                found += custody.contradictions(connection)
        except errors.CaseDamaged as damage:
            found.append(str(damage))
        self.problems += [Problem(path="case.sqlite", problem=each) for each in found]

    def files(self) -> Iterator[Progress]:
        """Every original and sidecar is there, with the bytes that it was taken in with."""
        try:
            with self._store.reading() as connection:
                held = {self._place(each): each for each in custody.held(connection)}
        except errors.CaseDamaged as damage:
            self.problems.append(Problem(path="case.sqlite", problem=str(damage)))
            return
        total = sum(each.bytes for each in held.values())
        done = told = 0
        for place, each in held.items():
            digest = hashlib.sha256()
            try:
                with checker.open_plain(place) as stream:
                    while block := stream.read(_CHUNK):
                        if self.cancelled:
                            return
                        digest.update(block)
                        done += len(block)
                        if done - told >= _BEAT or told == 0:
                            told = done
                            yield Progress(done=min(done, total), total=total, what="checking the originals")
            except FileNotFoundError:
                self._wrong(place, f"is missing; it belongs to item {each.item}")
                continue
            except OSError as problem:
                self._wrong(place, f"can't be read ({problem.strerror or problem}); it belongs to item {each.item}")
                continue
            self.checked += 1
            if digest.hexdigest() != each.sha256:
                self._wrong(place, f"was changed; it belongs to item {each.item}, whose SHA-256 is {each.sha256}")
        self._strangers(frozenset(held))

    def _place(self, held: custody.Held) -> Path:
        return Path(held.linked) if held.linked else self._folder.original(held.sha256, held.extension)

    def _wrong(self, place: Path, problem: str) -> None:
        inside = place.is_relative_to(self._folder.path)
        path = place.relative_to(self._folder.path).as_posix() if inside else str(place)
        self.problems.append(Problem(path=path, problem=problem))

    def _strangers(self, known: frozenset[Path]) -> None:
        try:
            there = checker.Folder(self._folder.originals)
        except OSError as problem:
            self._wrong(self._folder.originals, f"can't be read ({problem.strerror})")
            return
        named = {problem.path for problem in self.problems}
        strange = [Problem(path=f"originals/{path}", problem=problem) for path, problem in there.problems]
        self.problems += [problem for problem in strange if problem.path not in named]
        for name in sorted(there.sizes):
            if self._folder.originals / name not in known and not name.startswith(".incoming/"):
                self.remarks.append(f"originals/{shown(name)} belongs to no item of this case.")
