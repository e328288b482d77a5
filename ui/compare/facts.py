"""What is known of the compared items in words: where they differ, how they lie, what was said of them."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from annotator.analysis import Alignment
from annotator.model import ItemDetail, Link, Verdict
from ui import findings, words
from ui.compare.pairs import Pairs

Facts = dict[str, str]
"""Phrases by what they are about, in the order in which they are told."""


def facts(detail: ItemDetail) -> Facts:
    """What can be compared of an item; what was not read is said not to have been read."""
    item = detail.item
    told: Facts = {}
    if item.width and item.height:
        told["pixels"] = f"{words.number(item.width)} × {words.number(item.height)}"
    else:
        told["pixels"] = words.tr("size not read")
    told["bytes"] = words.tr("no bytes of its own") if item.bytes is None else words.size(item.bytes)
    told["type"] = item.media_type
    if item.duration is not None:
        told["duration"] = words.clock(item.duration)
    told["captured"] = item.captured_at or words.tr("no date read")
    told["camera"] = " ".join(filter(None, (item.make, item.model))) or words.tr("no camera read")
    if item.latitude is None or item.longitude is None:
        told["position"] = words.tr("no position read")
    else:
        told["position"] = f"{item.latitude:.5f}, {item.longitude:.5f}"
    exif = any(tag.source == "exif" for tag in detail.metadata)
    told["exif"] = words.tr("has EXIF") if exif else words.tr("no EXIF read")
    return told


def alike(told: Sequence[Facts]) -> set[str]:
    """What all of them have in common."""
    first = told[0] if told else {}
    return {name for name, phrase in first.items() if all(other.get(name) == phrase for other in told)}


def joined(phrases: Sequence[str]) -> str:
    return " · ".join(words.isolated(phrase) for phrase in phrases)


def percent(share: float) -> str:
    """A share in whole percent; what is nearly all or nearly nothing is not said to be all or nothing."""
    whole = round(share * 100)
    whole = min(max(whole, 1 if share > 0 else 0), 99 if share < 0.995 else 100)
    return words.tr("{number} %").format(number=words.number(whole))


def sentence(alignment: Alignment) -> str:
    """What was found of how two pictures lie on each other, and no more."""
    if not alignment.found:
        return words.tr("No alignment found. That alone does not make the pictures different.")
    known = {
        "points": words.number(alignment.points),
        "first": percent(alignment.shared_a),
        "second": percent(alignment.shared_b),
        "agreement": QLocale().toString(alignment.agreement, "f", 2),
    }
    if alignment.mirrored:
        return words.tr(
            "Aligned as mirrored: {points} matching points. {first} of the first picture is in the second, {second} of "
            "the second in the first; agreement {agreement} of 1."
        ).format(**known)
    return words.tr(
        "Aligned: {points} matching points. {first} of the first picture is in the second, {second} of the second in "
        "the first; agreement {agreement} of 1."
    ).format(**known)


def reason(common: str, link: Link | None) -> str:
    """Why the program thinks that two items may be copies, and what all of them have in common."""
    if link is None:
        said = [words.tr("The program has not linked them.")]
    else:
        said = [
            words.tr("Linked as {relation}: {reason}.").format(
                relation=words.relation(link.relation), reason=words.isolated(findings.reason(link.reason))
            )
        ]
    if common:
        said.append(words.tr("All alike: {facts}.").format(facts=common))
    return " ".join(said)


def said_of(place: int, verdict: Verdict) -> str:
    """What a person says of the first item and the one in this place."""
    text = {
        Verdict.SAME: words.tr("{first} and {second}: said to be the same"),
        Verdict.DIFFERENT: words.tr("{first} and {second}: said to be different"),
        Verdict.UNDECIDED: words.tr("{first} and {second}: no verdict yet"),
    }[verdict]
    return text.format(first=words.number(1), second=words.number(place))


def progress(pairs: Pairs) -> str:
    """How far one is with the pairs, where there is more than one."""
    if len(pairs) < 2:
        return ""
    return words.tr("Pair {place} of {total} · {left} undecided").format(
        place=words.number(pairs.place), total=words.number(pairs.total), left=words.number(pairs.left)
    )
