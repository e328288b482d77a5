"""One class for each sentence that a user can be told.

Every message names what it is about and what to do. `exit_code` is the command line's: 1 something failed or was
found wrong, 2 wrong usage, 3 the case can't be opened and nothing was changed.
"""

from collections.abc import Iterable

from annotator.text import shown


class EvidenceError(Exception):
    """Base of all that a user can be told; bugs are never of this tree.

    The sentence is a literal with `{places}`, so that the window can say it in another language.
    """

    exit_code = 1

    def __init__(self, sentence: str, **places: object) -> None:
        super().__init__(sentence.format(**places) if places else sentence)
        self.sentence, self.places = sentence, places


class CaseNotOpened(EvidenceError):
    """The case can't be opened; nothing was changed."""

    exit_code = 3


class NotACase(CaseNotOpened):
    def __init__(self, path: str) -> None:
        super().__init__(
            "“{path}” is not a case folder: choose one that holds a case.sqlite, or make a new case.",
            path=shown(path),
        )


class CaseDamaged(CaseNotOpened):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            "The case “{path}” is damaged ({detail}): keep the folder as it is and open a backup of it.",
            path=shown(path),
            detail=_bracketed(detail),
        )


class CaseNewer(CaseNotOpened):
    def __init__(self, path: str, found: str) -> None:
        super().__init__(
            "The case “{path}” was last used with a newer Evidence Annotator (step {found} is unknown here): "
            "open it with that version or a later one.",
            path=shown(path),
            found=shown(found),
        )


class CaseUnlike(CaseNotOpened):
    def __init__(self, path: str, part: str) -> None:
        super().__init__(
            "The database of the case “{path}” is not built as this version builds it (its “{part}” differs): open it "
            "with the version that made it, or make a new case and import the folder “originals” of this one.",
            path=shown(path),
            part=shown(part),
        )


class CaseLocked(CaseNotOpened):
    def __init__(self, path: str) -> None:
        super().__init__(
            "The case “{path}” is open for writing in another program: close it there first, or only read here.",
            path=shown(path),
        )


class CaseNotReachable(CaseNotOpened):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            "The case “{path}” can't be reached ({detail}): check the drive and your permissions.",
            path=shown(path),
            detail=_bracketed(detail),
        )


class CaseLeadsElsewhere(CaseNotOpened):
    def __init__(self, path: str, name: str) -> None:
        super().__init__(
            "In the case “{path}” there is a link at “{name}”, which leads elsewhere: delete the link; what the "
            "program keeps there is made again.",
            path=shown(path),
            name=shown(name),
        )


class CaseReadOnly(EvidenceError):
    exit_code = 3

    def __init__(self, path: str) -> None:
        super().__init__(
            "The case “{path}” is open read-only here: close the other program that uses it and open it again.",
            path=shown(path),
        )


class FolderTaken(EvidenceError):
    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__("“{path}” already exists and is not empty: choose another folder.", path=shown(path))


class DiskFull(EvidenceError):
    def __init__(self, path: str) -> None:
        super().__init__(
            "The disk that holds “{path}” is full: free some space and do it again; everything reported so "
            "far is kept.",
            path=shown(path),
        )


class DiskFailed(EvidenceError):
    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            "“{path}” could not be read or written ({detail}): check the drive and try again.",
            path=shown(path),
            detail=_bracketed(detail),
        )


class NoSuchItem(EvidenceError):
    exit_code = 2

    def __init__(self, what: str) -> None:
        super().__init__(
            "No item “{what}” in this case: give an item's number or at least eight digits of its SHA-256.",
            what=shown(what),
        )


class AmbiguousItem(EvidenceError):
    exit_code = 2

    def __init__(self, what: str) -> None:
        super().__init__("“{what}” fits several items: give more digits of the SHA-256.", what=shown(what))


class NotFound(EvidenceError):
    exit_code = 2

    def __init__(self, noun: str, name: str) -> None:
        super().__init__(
            "No {noun} “{name}” in this case: add it first, or check the spelling.", noun=noun, name=shown(name)
        )


class AlreadyThere(EvidenceError):
    exit_code = 2

    def __init__(self, noun: str, name: str) -> None:
        super().__init__(
            "This case already has the {noun} “{name}”: use it, or choose another name.", noun=noun, name=shown(name)
        )


class StillBorne(EvidenceError):
    def __init__(self, noun: str, name: str, items: int) -> None:
        super().__init__(
            "Items still bear the {noun} “{name}” ({items}): take it from them first, or merge it into another one.",
            noun=noun,
            name=shown(name),
            items=items,
        )


class NamedInReview(EvidenceError):
    def __init__(self, noun: str, name: str) -> None:
        super().__init__(
            "Answers of a review name the {noun} “{name}”, and answers stay as they were given: so it stays too. "
            "Change its name instead.",
            noun=noun,
            name=shown(name),
        )


class UnknownTerm(EvidenceError):
    exit_code = 2

    def __init__(self, vocabulary: str, term: str, known: str) -> None:
        super().__init__(
            "“{term}” is not a {vocabulary}: use one of {known}.", term=shown(term), vocabulary=vocabulary, known=known
        )


class VocabularyDamaged(EvidenceError):
    def __init__(self, id: str, detail: str) -> None:
        super().__init__(
            "The shipped vocabulary “{id}” is damaged ({detail}): install the program again.",
            id=shown(id),
            detail=_bracketed(detail),
        )


class BadValue(EvidenceError):
    exit_code = 2

    def __init__(self, what: str, value: str, wanted: str) -> None:
        super().__init__("“{value}” is not a {what}: give {wanted}.", value=shown(value), what=what, wanted=wanted)


class SampledFrame(EvidenceError):
    exit_code = 2

    def __init__(self, item: int) -> None:
        super().__init__(
            "Item {item} is a sampled frame without bytes of its own: keep the frame as an item first, then "
            "annotate that item.",
            item=item,
        )


class NothingToDrawOn(EvidenceError):
    exit_code = 2

    def __init__(self, item: int) -> None:
        super().__init__(
            "Item {item} has no picture that a region could lie on: draw on a photo, a video or a kept frame.",
            item=item,
        )


class NotAssigned(EvidenceError):
    exit_code = 2

    def __init__(self, item: int, reviewer: str) -> None:
        super().__init__(
            "Item {item} is not for “{reviewer}” to review: assign it first.", item=item, reviewer=shown(reviewer)
        )


class ReviewClosed(EvidenceError):
    exit_code = 2

    def __init__(self, item: int) -> None:
        super().__init__(
            "All answers about item {item} are in, so yours stays as it is: say in the final answer what to change.",
            item=item,
        )


class ReviewOpen(EvidenceError):
    exit_code = 2

    def __init__(self, item: int, awaited: Iterable[str]) -> None:
        super().__init__(
            "The review of item {item} still waits for {awaited}: settle it when all have answered, or take "
            "the assignment back.",
            item=item,
            awaited=", ".join(map(shown, awaited)),
        )


class NothingToUndo(EvidenceError):
    exit_code = 1

    def __init__(self, actor: str) -> None:
        super().__init__("“{actor}” has no change in this case left to take back.", actor=shown(actor))


class NothingToRedo(EvidenceError):
    exit_code = 1

    def __init__(self, actor: str) -> None:
        super().__init__("“{actor}” has taken back nothing that could be made again.", actor=shown(actor))


class ChangedSince(EvidenceError):
    exit_code = 1

    def __init__(self, action: str, at: str, seq: int = 0) -> None:
        super().__init__(
            "The change “{action}” of {at} can't be taken back: something that it set was changed again since.",
            action=shown(action),
            at=at,
        )
        self.seq = seq
        """The row of the journal that stands in the way."""


class FrameNotRead(EvidenceError):
    def __init__(self, name: str, seconds: float, detail: str) -> None:
        super().__init__(
            "No frame of “{name}” at {seconds:.3f} s could be read ({detail}): choose another time.",
            name=shown(name),
            seconds=seconds,
            detail=_bracketed(detail),
        )


class PictureNotRead(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "The picture of “{name}” could not be read ({detail}); its original is kept as it is.",
            name=shown(name),
            detail=_bracketed(detail),
        )


class NotCompared(EvidenceError):
    def __init__(self, a: int, b: int, detail: str) -> None:
        super().__init__(
            "Items {a} and {b} could not be compared ({detail}): nothing is said of what they have in common.",
            a=a,
            b=b,
            detail=_bracketed(detail),
        )


class NotPlayed(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "“{name}” could not be played ({detail}): its frames can still be looked at one by one.",
            name=shown(name),
            detail=_bracketed(detail),
        )


class DestinationTaken(EvidenceError):
    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__("“{path}” already exists: choose another name for the bundle.", path=shown(path))


class NothingSelected(EvidenceError):
    exit_code = 2

    def __init__(self) -> None:
        super().__init__("No item fits this selection: nothing was written. Select at least one item.")


class OriginalWrong(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "The original of “{name}” is not what was imported ({detail}): verify the case before you go on.",
            name=shown(name),
            detail=_bracketed(detail),
        )


class OriginalGone(EvidenceError):
    def __init__(self, name: str, path: str) -> None:
        super().__init__(
            "The original of “{name}” is not at “{path}” any more: connect the drive that holds it, or put it back.",
            name=shown(name),
            path=shown(path),
        )


class NotVerifiable(EvidenceError):
    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__(
            "“{path}” is neither a case nor a bundle: give a case folder, a bundle folder or a zipped bundle.",
            path=shown(path),
        )


class PlacesNotRead(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "Place names of “{name}” could not be read ({detail}): give a GeoNames dump, or a CSV "
            "with columns “name”, “latitude” and “longitude”. All else works without it.",
            name=shown(name),
            detail=_bracketed(detail),
        )


class HashListNotRead(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "The list of hashes “{name}” could not be read ({detail}): give a CSV whose first line names its columns, "
            "such as “sha256”, “phash” or “pdq”. Nothing was added.",
            name=shown(name),
            detail=shown(detail),
        )


class MapNotRead(EvidenceError):
    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "The map “{name}” could not be read ({detail}): choose another MBTiles or PMTiles file. "
            "The map of the program is still there.",
            name=shown(name),
            detail=_bracketed(detail),
        )


def _bracketed(detail: str) -> str:
    return shown(detail).rstrip(".")
