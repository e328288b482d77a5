"""What the journal tells, in sentences: whole ones, so that each can be translated as such."""

from collections.abc import Iterable
from datetime import UTC, datetime

from annotator.history import reversed_facts
from annotator.model import Level, Verdict
from annotator.region import Cover
from annotator.told import Fact, Told
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
        case "markers":
            return tr("marker {name}").format(name=name) if given else tr("no marker {name}").format(name=name)
        case "assignments":
            return (tr("asking {name} to review") if given else tr("no review by {name}")).format(name=name)
        case "answers":
            return tr("a reviewer’s answer")
        case "finals" | "finals.reason":
            return tr("final answer of the review")
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
    if fact.field.startswith("hash_lists."):
        return tr("whether what a list of hashes names is graphic")
    if fact.field.startswith("incidents."):
        return tr("what is known of the incident")
    return tr("what is known of the place") if fact.field.startswith("places.") else ""


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


def sentences(told: Told) -> list[str]:
    """A row of an item's history, in sentences."""
    if told.action in ("undo", "redo"):
        facts = reversed_facts(told.facts) if told.action == "undo" else told.facts
        said = tr("Took back: {what}.") if told.action == "undo" else tr("Made again: {what}.")
        return [said.format(what=label(facts))]
    lines = [_happened(told), *(_sentence(fact, told) for fact in told.facts)]
    lines.append(tr("Done for {items} at once.").format(items=words.items(told.items)) if told.items > 1 else "")
    return [line for line in lines if line] or [isolated(told.action)]


def when(told: Told) -> tuple[str, str]:
    """The time here, to the minute, and in UTC, exactly."""
    at = datetime.fromisoformat(told.at)
    return f"{at.astimezone():%Y-%m-%d %H:%M}", f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def _happened(told: Told) -> str:
    """What happened that is no annotation."""
    text = {
        "import": tr("It was imported from {path}."),
        "sighting": tr("The same file was found again at {path}."),
        "sidecar": tr("The file {path} was kept with it."),
        "restore": tr("Its bytes were not there or not right, and were taken again from {path}."),
        "keep frame": tr("The frame at {time} of item {parent} was kept as item {item}."),
        "compare": tr("It was compared with another video, frame by frame."),
        "export": tr("It was exported to {bundle}."),
        "answer": tr("A reviewer gave an answer."),
        "settle review": tr("The review was settled."),
        "remove region": tr("A region was removed."),
        "change region": tr("A region was changed."),
    }.get(told.action, "")
    more = {name: isolated(text) for name, text in told.more.items()}
    if "time" in told.more:
        more["time"] = words.clock(float(told.more["time"]), exact=True)
    return text.format_map({"path": "", "bundle": "", "time": "", "item": "", "parent": "", **more})


def _sentence(fact: Fact, told: Told) -> str:
    old, new = (isolated(_short(value(fact.field, code))) for code in (fact.old, fact.new))
    given = fact.new is not None
    match fact.field:
        case "level":
            text = tr("The warning went from {old} to {new}.")
        case "status":
            text = tr("The status went from {old} to {new}.")
        case "content":
            text = tr("It shows {new}.") if given else tr("It does not show {old} after all.")
        case "tag":
            text = tr("The tag {new} was added.") if given else tr("The tag {old} was taken away.")
        case "incident":
            text = tr("The incident {new} was assigned.") if given else tr("The incident {old} was taken away.")
        case "place":
            text = tr("The place {new} was assigned.") if given else tr("The place {old} was taken away.")
        case "incidents":
            text = tr("The incident {new} was made.") if given else tr("The incident {old} was removed.")
        case "places":
            text = tr("The place {new} was made.") if given else tr("The place {old} was removed.")
        case "note":
            text = tr("Note: {new}") if given else tr("The note was taken away: {old}")
        case "verdict":
            other = isolated(told.more.get("other", ""))
            if old == new:
                return tr("The verdict on this item and item {other} was given again: {new}.").format(
                    other=other, new=new
                )
            text = tr("The verdict on this item and item {other} went from {old} to {new}.")
            return text.format(other=other, old=old, new=new)
        case "regions" if given:
            text = tr("The region {new} was drawn.") if fact.new else tr("A region was drawn.")
        case "markers" if given:
            text = tr("The marker {new} was set.") if fact.new else tr("A marker was set.")
        case "assignments":
            text = tr("{new} was asked to review it.") if given else tr("{old} need not review it any more.")
        case "finals" | "finals.reason" if given:
            text = tr("The reason: {new}")
        case "regions.points":
            text = tr("A region was moved.")
        case "regions.began" | "regions.ended":
            text = tr("A region or marker was given another time.")
        case "regions.label" | "regions.note":
            text = tr("The words of a region went from {old} to {new}.")
        case "regions.cover":
            codes = (words.cover(Cover(code or "")) for code in (fact.old, fact.new))
            return tr("The cover of a region went from {old} to {new}.").format_map(
                dict(zip(("old", "new"), map(isolated, codes), strict=True))
            )
        case _:
            return _of_noun(fact, old, new)
    return text.format(old=old, new=new)


def _of_noun(fact: Fact, old: str, new: str) -> str:
    """What became otherwise of an incident or a place that the item bears."""
    table, _, column = fact.field.partition(".")
    columns = {
        "name": tr("name"), "type": tr("type"), "began": tr("beginning"), "ended": tr("end"),
        "time_precision": tr("precision of the time"), "place": tr("place in words"), "summary": tr("summary"),
        "latitude": tr("latitude"), "longitude": tr("longitude"), "precision": tr("precision"),
    }  # fmt: skip
    if table not in ("incidents", "places") or column not in columns:
        return ""
    text = (
        tr("Of its incident, the {what} went from {old} to {new}.")
        if table == "incidents"
        else tr("Of its place, the {what} went from {old} to {new}.")
    )
    return text.format(what=columns[column], old=old, new=new)
