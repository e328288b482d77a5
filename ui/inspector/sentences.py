"""What the journal tells, in sentences: whole ones, so that each can be translated as such."""

from collections.abc import Iterable

from annotator.model import Level, Verdict
from annotator.region import Cover
from annotator.told import Fact
from ui import words
from ui.words import isolated, tr

_MOST_NAMED = 4
_LONGEST = 80


def label(facts: Iterable[Fact]) -> str:
    """What a change does, in a few words: "warning graphic, tag smoke"."""
    found = list(facts)
    if len(found) > 1:  # what is made along with being given need not be said twice
        found = [fact for fact in found if fact.field not in ("incidents", "places")] or found
    named = list(dict.fromkeys(filter(None, map(_named, found)))) or [tr("a change")]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED - 1 :] = [tr("{count} more").format(count=words.number(len(named) - _MOST_NAMED + 1))]
    return tr(", ").join(named)


def _named(fact: Fact) -> str:
    given = fact.new is not None
    name = isolated(_short(value(fact.field, fact.new if given else fact.old)))
    match fact.field:
        case "level":
            return tr("warning {level}").format(level=name)
        case "status":
            return tr("status {status}").format(status=name)
        case "content":
            return (tr("shows {content}") if given else tr("no longer shows {content}")).format(content=name)
        case "tag":
            return (tr("tag {name}") if given else tr("no tag {name}")).format(name=name)
        case "incident" | "incidents":
            return (tr("incident {name}") if given else tr("no incident {name}")).format(name=name)
        case "place" | "places":
            return (tr("place {name}") if given else tr("no place {name}")).format(name=name)
        case "note":
            return tr("note {text}").format(text=name) if given else tr("no note {text}").format(text=name)
        case "verdict":
            return tr("verdict {verdict}").format(verdict=name)
        case "regions":
            return tr("region {name}").format(name=name) if given else tr("no region {name}").format(name=name)
        case "regions.label":
            return tr("region now called {name}").format(name=name) if given else tr("region without a label")
        case "regions.note":
            return tr("note of a region {text}").format(text=name) if given else tr("region without a note")
        case "regions.cover":
            return tr("part {cover}").format(cover=name) if given else tr("part as the rest of the picture")
        case "regions.points":
            return tr("region moved")
        case "regions.began" | "regions.ended":
            return tr("another time of a region")
    return tr("what is known of the incident") if fact.field.startswith("incidents.") else ""


def value(field: str, code: str | None) -> str:
    """A fact's value as people read it."""
    if code is None:
        return tr("nothing")
    match field:
        case "level" if code in list(Level):
            return words.level(Level(code))
        case "status":
            return words.term("status", code)
        case "content":
            return words.term("warning-content", code)
        case "regions.cover" if code in list(Cover):
            return words.cover(Cover(code))
        case "verdict" if code in list(Verdict):
            return words.verdict(Verdict(code))
    return code


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
