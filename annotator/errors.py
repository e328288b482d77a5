"""One class for each sentence that a user can be told.

Every message names what it is about and what to do. `exit_code` is the command line's: 1 something failed or was
found wrong, 2 wrong usage, 3 the case can't be opened and nothing was changed.
"""

from collections.abc import Iterable

from annotator.text import shown


class EvidenceError(Exception):
    """Base of all that a user can be told; bugs are never of this tree."""

    exit_code = 1


class CaseNotOpened(EvidenceError):
    """The case can't be opened; nothing was changed."""

    exit_code = 3


class NotACase(CaseNotOpened):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"“{shown(path)}” is not a case folder: choose one that holds a case.sqlite, or make one with `new`."
        )


class CaseDamaged(CaseNotOpened):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            f"The case “{shown(path)}” is damaged ({shown(detail)}): keep the folder as it is and open a backup of it."
        )


class CaseNewer(CaseNotOpened):
    def __init__(self, path: str, found: str) -> None:
        super().__init__(
            f"The case “{shown(path)}” was last used with a newer Evidence Annotator "
            f"(step {shown(found)} is unknown here): open it with that version or a later one."
        )


class CaseLocked(CaseNotOpened):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"The case “{shown(path)}” is open for writing in another program: close it there first, or only read here."
        )


class CaseNotReachable(CaseNotOpened):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            f"The case “{shown(path)}” can't be reached ({shown(detail)}): check the drive and your permissions."
        )


class CaseReadOnly(EvidenceError):
    exit_code = 3

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The case “{shown(path)}” is open read-only here: close the other program that uses it and open it again."
        )


class FolderTaken(EvidenceError):
    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__(f"“{shown(path)}” already exists and is not empty: choose another folder.")


class DiskFull(EvidenceError):
    def __init__(self, path: str) -> None:
        super().__init__(
            f"The disk that holds “{shown(path)}” is full: free some space and do it again; "
            "everything reported so far is kept."
        )


class DiskFailed(EvidenceError):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            f"“{shown(path)}” could not be read or written ({shown(detail)}): check the drive and try again."
        )


class NoSuchItem(EvidenceError):
    exit_code = 2

    def __init__(self, what: str) -> None:
        super().__init__(
            f"No item “{shown(what)}” in this case: give an item's number or at least eight digits of its SHA-256."
        )


class AmbiguousItem(EvidenceError):
    exit_code = 2

    def __init__(self, what: str) -> None:
        super().__init__(f"“{shown(what)}” fits several items: give more digits of the SHA-256.")


class NotFound(EvidenceError):
    exit_code = 2

    def __init__(self, noun: str, name: str) -> None:
        super().__init__(f"No {noun} “{shown(name)}” in this case: add it first, or check the spelling.")


class AlreadyThere(EvidenceError):
    exit_code = 2

    def __init__(self, noun: str, name: str) -> None:
        super().__init__(f"This case already has the {noun} “{shown(name)}”: use it, or choose another name.")


class UnknownTerm(EvidenceError):
    exit_code = 2

    def __init__(self, vocabulary: str, term: str, known: str) -> None:
        super().__init__(f"“{shown(term)}” is not a {vocabulary}: use one of {known}.")


class VocabularyDamaged(EvidenceError):
    def __init__(self, id: str, detail: str) -> None:
        super().__init__(
            f"The shipped vocabulary “{shown(id)}” is damaged ({shown(detail)}): install the program again."
        )


class BadValue(EvidenceError):
    exit_code = 2

    def __init__(self, what: str, value: str, wanted: str) -> None:
        super().__init__(f"“{shown(value)}” is not a {what}: give {wanted}.")


class SampledFrame(EvidenceError):
    exit_code = 2

    def __init__(self, item: int) -> None:
        super().__init__(
            f"Item {item} is a sampled frame without bytes of its own: "
            "keep it with `frame` first, then annotate that item."
        )


class NothingToDrawOn(EvidenceError):
    exit_code = 2

    def __init__(self, item: int) -> None:
        super().__init__(
            f"Item {item} has no picture that a region could lie on: draw on a photo, a video or a kept frame."
        )


class NotAssigned(EvidenceError):
    exit_code = 2

    def __init__(self, item: int, reviewer: str) -> None:
        super().__init__(f"Item {item} is not for “{shown(reviewer)}” to review: assign it first.")


class ReviewClosed(EvidenceError):
    exit_code = 2

    def __init__(self, item: int) -> None:
        super().__init__(
            f"All answers about item {item} are in, so yours stays as it is: say in the final answer what to change."
        )


class ReviewOpen(EvidenceError):
    exit_code = 2

    def __init__(self, item: int, awaited: Iterable[str]) -> None:
        super().__init__(
            f"The review of item {item} still waits for {', '.join(map(shown, awaited))}: "
            "settle it when all have answered, or take the assignment back."
        )


class NothingToUndo(EvidenceError):
    exit_code = 1

    def __init__(self, actor: str) -> None:
        super().__init__(f"“{shown(actor)}” has no change in this case left to take back.")


class NothingToRedo(EvidenceError):
    exit_code = 1

    def __init__(self, actor: str) -> None:
        super().__init__(f"“{shown(actor)}” has taken back nothing that could be made again.")


class ChangedSince(EvidenceError):
    exit_code = 1

    def __init__(self, action: str, at: str, seq: int = 0) -> None:
        super().__init__(
            f"The change “{shown(action)}” of {at} can't be taken back: something that it set was changed again since."
        )
        self.seq = seq
        """The row of the journal that stands in the way."""


class FrameNotRead(EvidenceError):
    def __init__(self, name: str, seconds: float, detail: str) -> None:
        super().__init__(
            f"No frame of “{shown(name)}” at {seconds:.3f} s could be read ({shown(detail)}): choose another time."
        )


class PictureNotRead(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            f"The picture of “{shown(name)}” could not be read ({shown(detail)}); its original is kept as it is."
        )


class NotCompared(EvidenceError):
    def __init__(self, a: int, b: int, detail: str) -> None:
        super().__init__(
            f"Items {a} and {b} could not be compared ({shown(detail)}): nothing is said of what they have in common."
        )


class NotPlayed(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            f"“{shown(name)}” could not be played ({shown(detail)}): its frames can still be looked at one by one."
        )


class DestinationTaken(EvidenceError):
    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__(f"“{shown(path)}” already exists: choose another name for the bundle.")


class NothingSelected(EvidenceError):
    exit_code = 2

    def __init__(self) -> None:
        super().__init__("No item fits this selection: nothing was written. Select at least one item.")


class OriginalWrong(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            f"The original of “{shown(name)}” is not what was imported ({shown(detail)}): "
            "verify the case before you go on."
        )


class NotVerifiable(EvidenceError):
    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__(
            f"“{shown(path)}” is neither a case nor a bundle: give a case folder, a bundle folder or a zipped bundle."
        )


class PlacesNotRead(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            f"Place names of “{shown(name)}” could not be read ({shown(detail)}): give a GeoNames dump, or a CSV "
            "with columns “name”, “latitude” and “longitude”. All else works without it."
        )
