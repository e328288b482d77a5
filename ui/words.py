"""The words of the window: labels of codes, numbers, durations and journal rows as people read them."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from annotator import vocabulary
from annotator.model import ContentWarning, Item, Kind, Level, Relation, Verdict
from annotator.region import Cover, Region, Shape

FIRST_STRONG, POP = "\u2068", "\u2069"


def tr(text: str, n: int = -1) -> str:
    """`text` in the language of the window; `%n` becomes `n`."""
    return QCoreApplication.translate("words", text, None, n)


def isolated(text: str) -> str:
    """`text` so that its direction does not turn the sentence around it."""
    return f"{FIRST_STRONG}{text}{POP}"


def definition(vocabulary_id: str, code: str) -> str:
    """What a vocabulary's term means."""
    return QCoreApplication.translate("vocabulary", vocabulary.load(vocabulary_id).term(code).definition)


def about(what: str, said: str) -> str:
    """A line of a list: what something is said of, and what; it begins where the window's lines begin."""
    return line(tr("{name}: {said}").format(name=isolated(what), said=said))


def line(text: str) -> str:
    """`text` as a line that begins where the window's lines begin, though it may begin with a name or a number."""
    return f"\u200f{text}" if QLocale().textDirection() == Qt.LayoutDirection.RightToLeft else text


def plain(text: str) -> str:
    """`text` without the marks that isolate."""
    return text.replace(FIRST_STRONG, "").replace(POP, "")


def term(vocabulary_id: str, code: str) -> str:
    """The label of a vocabulary's code; a code that is not of it stands as it is."""
    known = vocabulary.load(vocabulary_id)
    if code not in known.codes:
        return code
    language = "ar" if QLocale().language() == QLocale.Language.Arabic else "en"
    return known.term(code).label[language]


def level(value: Level) -> str:
    return term("warning-level", value)


def kind(value: Kind) -> str:
    return {
        Kind.PHOTO: tr("photo"),
        Kind.VIDEO: tr("video"),
        Kind.DOCUMENT: tr("document"),
        Kind.FRAME: tr("frame"),
    }[value]


def relation(value: Relation) -> str:
    return {
        Relation.SAME_FILE: tr("same file"),
        Relation.SAME_PICTURE: tr("same picture"),
        Relation.CROPPED_FROM: tr("a part of it"),
        Relation.CONTAINS: tr("it and more around it"),
        Relation.FRAME_OF: tr("frame of"),
        Relation.SAME_FOOTAGE: tr("same footage"),
        Relation.SAME_SCENE: tr("same scene"),
        Relation.POSSIBLE: tr("possible copy"),
    }[value]


def verdict(value: Verdict) -> str:
    return {
        Verdict.SAME: tr("Same"),
        Verdict.DIFFERENT: tr("Different"),
        Verdict.UNDECIDED: tr("Undecided"),
    }[value]


def why_covered(item: Item) -> str:
    """What a covered item says before anything of it is seen."""
    if item.warning.level is Level.UNASSESSED:
        return level(Level.UNASSESSED)
    if item.warning.level not in (Level.GRAPHIC, Level.EXTREME):
        return tr("a copy of it is covered")
    return warning(item.warning)


def warning(value: ContentWarning) -> str:
    """The level, and what there is to see."""
    content = tr(", ").join(term("warning-content", code) for code in value.content)
    said = level(value.level)
    return tr("{level}: {content}").format(level=said, content=content) if content else said


def camera(item: Item) -> str:
    """Make and model; a model that says its make says it once."""
    make, model = item.make or "", item.model or ""
    return model if model.startswith(make) else f"{make} {model}".strip()


def items(n: int) -> str:
    return tr("1 item") if n == 1 else tr("%n items", n).replace(str(n), number(n))


def pages(n: int) -> str:
    return tr("1 page") if n == 1 else tr("%n pages", n).replace(str(n), number(n))


def number(n: int) -> str:
    return QLocale().toString(n)


def factor(value: float) -> str:
    """A speed or a share, with as many decimals as it has."""
    return QLocale().toString(value, "g", 3)


def size(n: int) -> str:
    """Bytes as people read them; its unit stands after the number in a line from right to left too."""
    said = QLocale().formattedDataSize(n)
    return isolated(said) if QLocale().textDirection() == Qt.LayoutDirection.RightToLeft else said


def clock(seconds: float, *, exact: bool = False) -> str:
    """Seconds as 1:02:03, with milliseconds where `exact`."""
    whole = int(seconds)
    text = (
        f"{whole // 60 % 60}:{whole % 60:02d}"
        if whole < 3600
        else f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    )
    return f"{text}.{int(seconds * 1000 + 0.5) - whole * 1000:03d}" if exact else text


def minutes(seconds: float) -> str:
    """A duration in whole minutes, and hours where there are any."""
    if 0 < seconds < 60:
        return tr("less than 1 min")
    whole = int(seconds // 60)
    hours, rest = divmod(whole, 60)
    short = tr("%n min", rest)
    return tr("{hours} h {minutes}").format(hours=number(hours), minutes=short) if hours else short


def left(seconds: float) -> str:
    """How long something will still take, no finer than is known."""
    if seconds < 60:
        return tr("less than a minute left")
    minutes = round(seconds / 60)
    return tr("1 minute left") if minutes == 1 else tr("%n minutes left", minutes)


def region(value: Region) -> str:
    """A region in a word or two: its label, or what it is."""
    return isolated(value.label) if value.label else shape(value.shape)


def shape(value: Shape) -> str:
    return {Shape.BOX: tr("box"), Shape.POLYGON: tr("polygon"), Shape.SPAN: tr("marker")}[value]


def cover(value: Cover) -> str:
    return {
        Cover.NONE: tr("as the picture"),
        Cover.UNCOVERED: tr("uncovered"),
        Cover.COVERED: tr("covered"),
        Cover.REDACTED: tr("to be redacted"),
    }[value]
