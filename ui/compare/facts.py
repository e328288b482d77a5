"""What is known of the compared items in words: where they differ, how they lie, what was said of them."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from annotator.analysis import Alignment
from annotator.copies import Doubt
from annotator.link import Link, Relation, Verdict
from annotator.model import ItemDetail
from annotator.steps import Done
from ui import copied, words
from ui.compare.pairs import Pairs
from ui.compare.reading import Known, Read
from ui.copied import share

_MOST_STRETCHES = 3
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
    told["camera"] = words.camera(item) or words.tr("no camera read")
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


def sentence(alignment: Alignment) -> str:
    """What was found of how two pictures lie on each other, and no more."""
    if not alignment.found:
        return words.tr("No alignment found. That alone does not make the pictures different.")
    known = {
        "points": words.number(alignment.points),
        "first": share(alignment.shared_a),
        "second": share(alignment.shared_b),
        "agreement": QLocale().toString(alignment.agreement, "f", 2),
    }
    if not alignment.points:
        return words.tr(
            "Aligned as they were linked. {first} of the first picture is in the second, {second} of the second in the "
            "first."
        ).format(**known)
    if alignment.mirrored:
        return words.tr(
            "Aligned as mirrored: {points} matching points. {first} of the first picture is in the second, {second} of "
            "the second in the first; agreement {agreement} of 1."
        ).format(**known)
    return words.tr(
        "Aligned: {points} matching points. {first} of the first picture is in the second, {second} of the second in "
        "the first; agreement {agreement} of 1."
    ).format(**known)


def relation(known: Known, first: int, place: int) -> str:
    """How the first item and the one in this place relate, what was done, and what other verdicts make of it."""
    link, standing = known.link, known.standing
    places = {"first": words.number(1), "second": words.number(place)}
    said = [words.tr("The program has not linked them.") if link is None else _related(link, first).format(**places)]
    if link is not None and link.transform is not None:
        text = words.tr("Between them: {steps}.")
        if link.better is not None:
            text = words.tr("From {better} to {other}: {steps}.")
        ends = (places["first"], places["second"])
        better, other = ends if link.better == first else ends[::-1]
        said.append(text.format(better=better, other=other, steps=copied.steps(link.steps)))
    if standing.through:
        text = words.tr("They are in one group all the same, as each was said to be the same as item {items}.")
        said.append(text.format(items=_numbers(standing.through)))
    for a, b in standing.held[:1]:
        text = words.tr("They are kept apart: items {a} and {b} were said to be different.")
        said.append(text.format(a=words.number(a), b=words.number(b)))
    return " ".join(said)


def _related(link: Link, first: int) -> str:
    part = Relation.CROPPED_FROM if first == link.a else Relation.CONTAINS
    if link.relation in (Relation.CROPPED_FROM, Relation.CONTAINS):
        if link.relation is part:
            return words.tr("{second} shows a part of {first}.")
        return words.tr("{second} shows {first} and more around or beside it.")
    if link.relation is Relation.POSSIBLE and {Done.DIFFERS, Done.SHIFTED} & {step.done for step in link.steps}:
        return words.tr("{second} may be a copy of {first}, altered where they differ, or another picture of the same.")
    return {
        Relation.SAME_FILE: words.tr("{first} and {second} are the same file."),
        Relation.SAME_PICTURE: words.tr("{first} and {second} seem to be the same picture."),
        Relation.FRAME_OF: words.tr("{first} and {second} seem to be a still and its footage."),
        Relation.SAME_FOOTAGE: words.tr("{first} and {second} seem to be the same footage."),
        Relation.SAME_SCENE: words.tr("{first} and {second} seem to be different pictures of the same scene."),
        Relation.POSSIBLE: words.tr("{second} may be a copy of {first}: neither confirmed nor ruled out."),
    }[link.relation]


def _numbers(items: Sequence[int]) -> str:
    return words.tr(", ").join(map(words.number, items))


def more(read: Read, known: Known, common: str) -> str:
    """The best copy and why, the evidence, the stretches of footage, and what all of them have in common."""
    said = []
    if read.best is not None:
        place = next((n for n, detail in enumerate(read.details, 1) if detail.item.item == read.best.item), None)
        name = words.number(place) if place is not None else words.isolated(read.best_name)
        said.append(words.tr("Best copy: {name} – {reasons}.").format(name=name, reasons=copied.best(read.best)))
    link = known.link
    if link is not None and (evidence := copied.evidence(link)):
        said.append(words.tr("Evidence: {reason}.").format(reason=words.isolated(evidence)))
    if link is not None and (stretches := _stretches(link, read.details[0].item.item)):
        said.append(stretches)
    if common:
        said.append(words.tr("All alike: {facts}.").format(facts=common))
    return " ".join(said)


def _stretches(link: Link, first: int) -> str:
    found = []
    for segment in link.segments[:_MOST_STRETCHES]:
        here, there = (segment[:2], segment[2:]) if first == link.a else (segment[2:], segment[:2])
        if any(segment):
            found.append(words.tr("{first} = {second}").format(first=_stretch(*here), second=_stretch(*there)))
    if not found:
        return ""
    if len(link.segments) > _MOST_STRETCHES:
        found.append(words.tr("{count} more").format(count=words.number(len(link.segments) - _MOST_STRETCHES)))
    return words.tr("Alike in the first and the second: {stretches}.").format(stretches=words.tr(", ").join(found))


def _stretch(start: float, end: float) -> str:
    times = [words.clock(time, exact=True)[:-2] for time in ([start, end] if end > start else [start])]
    return words.isolated("–".join(times))


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


def doubt(kind: Doubt | None) -> str:
    """Which links are gone through."""
    if kind is None:
        return words.tr("all of them")
    return {
        Doubt.CONTRADICTING: words.tr("contradicting"),
        Doubt.CONFIRMED: words.tr("confirmed"),
        Doubt.POSSIBLE: words.tr("possible"),
        Doubt.SCENE: words.tr("same scene"),
    }[kind]
