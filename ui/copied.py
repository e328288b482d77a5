"""Links between copies in the words of the window: how two relate, what was done, and why one is the best."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from annotator.best import Best, Merit, Reason
from annotator.link import Link, Relation
from annotator.steps import Done, Step, in_words, percent, turn
from ui import findings, words
from ui.words import tr


def share(value: float) -> str:
    """A share in whole percent; what is nearly all or nearly nothing is not said to be all or nothing."""
    return tr("{number} %").format(number=words.number(percent(value)))


def step(done: Step) -> str:
    """One thing that was done, as a part of a list."""
    value, where = done.value, _place(done.where)
    if value is None and not where:
        return _plain(done.done)
    size = share(value) if value is not None else ""
    match done.done:
        case Done.TURNED if value is not None:
            return _turned(turn(value))
        case Done.SCALED if value is not None:
            whole = tr("{number} %").format(number=words.number(round(value * 100)))
            return (tr("scaled to {share}") if value < 1 else tr("enlarged to {share}")).format(share=whole)
        case Done.CROPPED:
            return tr("cropped to {share}").format(share=size)
        case Done.SHIFTED:
            return tr("shifted by {share}").format(share=size)
        case Done.INSIDE:
            return tr("put into another picture, of which it takes {share}").format(share=size)
        case Done.SPEED if value is not None:
            text = tr("{share} faster") if value > 1 else tr("{share} slower")
            return text.format(share=tr("{number} %").format(number=words.number(round(abs(value - 1) * 100))))
        case Done.ADDED | Done.BARS | Done.DIFFERS if where and size:
            return {
                Done.BARS: tr("bars added ({where}, {share})"),
                Done.ADDED: tr("something added ({where}, {share})"),
                Done.DIFFERS: tr("something differs ({where}, {share})"),
            }[done.done].format(where=where, share=size)
        case Done.ADDED | Done.BARS | Done.DIFFERS:
            return {
                Done.BARS: tr("bars added ({where})"),
                Done.ADDED: tr("something added ({where})"),
                Done.DIFFERS: tr("something differs ({where})"),
            }[done.done].format(where=where or size)
    return _plain(done.done)


def steps(done: Sequence[Step]) -> str:
    """All that was done, in its order."""
    return tr(", ").join(map(step, done))


def _turned(degrees: float) -> str:
    size = QLocale().toString(abs(degrees), "g", 3)
    if abs(degrees) == 180:
        return tr("turned {degrees}°").format(degrees=size)
    text = tr("turned {degrees}° clockwise") if degrees > 0 else tr("turned {degrees}° counter-clockwise")
    return text.format(degrees=size)


def _plain(done: Done) -> str:
    return {
        Done.MIRRORED: tr("mirrored"),
        Done.TURNED: tr("turned"),
        Done.SCALED: tr("scaled"),
        Done.CROPPED: tr("cropped"),
        Done.STRETCHED: tr("stretched"),
        Done.PERSPECTIVE: tr("seen at an angle"),
        Done.SHIFTED: tr("shifted"),
        Done.BARS: tr("bars added"),
        Done.ADDED: tr("something added"),
        Done.DIFFERS: tr("something differs"),
        Done.INSIDE: tr("put into another picture"),
        Done.GREY: tr("made grey"),
        Done.TONED: tr("brightness or colours changed"),
        Done.BLURRED: tr("blurred"),
        Done.SHARPENED: tr("sharpened"),
        Done.NOISE: tr("noise added"),
        Done.SPEED: tr("at another speed"),
        Done.RECOMPRESSED: tr("re-encoded"),
    }[done]


def _place(where: str) -> str:
    return {
        "top left": tr("top left"),
        "top": tr("top"),
        "top right": tr("top right"),
        "left": tr("left"),
        "middle": tr("middle"),
        "right": tr("right"),
        "bottom left": tr("bottom left"),
        "bottom": tr("bottom"),
        "bottom right": tr("bottom right"),
    }.get(where, "")


def related(link: Link, item: int) -> str:
    """How the other item relates to this one."""
    part = Relation.CROPPED_FROM if item == link.a else Relation.CONTAINS
    if link.relation in (Relation.CROPPED_FROM, Relation.CONTAINS):
        return tr("a part of this picture") if link.relation is part else tr("this picture, and more around it")
    return {
        Relation.SAME_FILE: tr("the same file"),
        Relation.SAME_PICTURE: tr("the same picture"),
        Relation.FRAME_OF: tr("a still and its footage"),
        Relation.SAME_FOOTAGE: tr("the same footage"),
        Relation.SAME_SCENE: tr("another picture of the same scene"),
        Relation.POSSIBLE: tr("possibly a copy"),
    }[link.relation]


def done(link: Link, item: int) -> str:
    """What was done between an item and the other one, and from which to which where that is known."""
    if link.transform is None:
        return ""
    said = steps(link.steps)
    if link.better is None:
        return tr("Between them: {steps}.").format(steps=said)
    text = tr("From this one to it: {steps}.") if link.better == item else tr("From it to this one: {steps}.")
    return text.format(steps=said)


def evidence(link: Link) -> str:
    """What the link's reason says beside the steps."""
    told = set(in_words(link.steps).split(", "))
    return findings.reason(", ".join(part for part in link.reason.split(", ") if part not in told))


def best(found: Best) -> str:
    """Why a copy is thought to be the best of its group."""
    return tr("; ").join(_merit(found, reason) for reason in found.reasons)


def _merit(found: Best, reason: Reason) -> str:
    one = reason.number == 1
    text = {
        Merit.SOURCE: tr("one other is made from it") if one else tr("{number} others are made from it"),
        Merit.CUT: tr("one other is cut from it") if one else tr("{number} others are cut from it"),
        Merit.FINEST: (
            tr("shows what they share in more pixels than one other")
            if one
            else tr("shows what they share in more pixels than {number} others")
        ),
        Merit.RICHER: (
            tr("more bytes for the same pixels than one other")
            if one
            else tr("more bytes for the same pixels than {number} others")
        ),
        Merit.LARGEST: tr("largest: {width} × {height}"),
        Merit.AS_LARGE: tr("none is larger: {width} × {height}"),
        Merit.LONGEST: tr("longest: {duration}"),
        Merit.CAMERA: tr("has camera data"),
        Merit.POSITION: tr("has a position"),
        Merit.EARLIEST: tr("earliest: {time}"),
        Merit.FIRST: tr("imported first"),
    }[reason.merit]
    return text.format(
        number=words.number(reason.number), width=words.number(found.width or 0),
        height=words.number(found.height or 0), duration=words.clock(found.duration or 0.0),
        time=words.isolated((found.captured_at or "").replace("T", " ")),
    )  # fmt: skip
