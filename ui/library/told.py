"""Filters in words: one phrase for each condition, for chips and for the name of a saved search."""

from dataclasses import dataclass, replace

from annotator.model import NOT_GIVEN, Filter, Kind, Level, Sort
from ui import words

FIELDS = ("kind", "status", "warning", "incident", "place", "camera", "tag", "known", "review")
FLAGS = ("dated", "duplicates", "undecided", "possible", "same_scene", "problems", "has_position", "covered")


@dataclass(frozen=True, slots=True)
class Told:
    """One condition of a filter."""

    text: str
    fields: tuple[str, ...]
    """What of the filter it is about."""

    def without(self, wanted: Filter) -> Filter:
        """The filter without this condition."""
        standard = Filter()
        return replace(wanted, **{name: getattr(standard, name) for name in self.fields})


def title(name: str) -> str:
    """What a filter is called."""
    return {
        "kind": words.tr("Kind"),
        "status": words.tr("Status"),
        "warning": words.tr("Warning"),
        "incident": words.tr("Incident"),
        "place": words.tr("Place"),
        "camera": words.tr("Camera"),
        "tag": words.tr("Tag"),
        "review": words.tr("Review"),
        "known": words.tr("Known hashes"),
        "date": words.tr("Date"),
        "flags": words.tr("Other"),
        "saved": words.tr("Saved searches"),
    }[name]


def value(name: str, code: str) -> str:
    """How a value of a filter reads."""
    if code == NOT_GIVEN:
        return {
            "incident": words.tr("no incident"),
            "place": words.tr("no place"),
            "camera": words.tr("no camera"),
            "tag": words.tr("no tag"),
            "review": words.tr("not reviewed by several"),
            "known": words.tr("in no list"),
        }.get(name, "")
    if name == "kind":
        kind = words.kind(Kind(code))
        return kind[:1].upper() + kind[1:]  # beside the statuses, which begin so
    if name == "status":
        return words.term("status", code)
    if name == "warning":
        return words.level(Level(code))
    return _review(code) if name == "review" else words.isolated(code)


def _review(code: str) -> str:
    state, _, name = code.partition(":")
    return {
        "differ": words.tr("answers differ"),
        "agree": words.tr("answers agree"),
        "final": words.tr("has a final answer"),
        "awaits": words.tr("waits for {name}").format(name=words.isolated(name)),
    }.get(state, code)


def flag(name: str, *, is_so: bool) -> str:
    """How a filter that is yes or no reads."""
    yes, no = {
        "dated": (words.tr("has a date"), words.tr("has no date")),
        "duplicates": (words.tr("has copies"), words.tr("has no copies")),
        "undecided": (words.tr("has copies to judge"), words.tr("has no copies to judge")),
        "possible": (words.tr("has possible copies"), words.tr("has no possible copies")),
        "same_scene": (words.tr("has others of its scene"), words.tr("has no others of its scene")),
        "problems": (words.tr("has problems"), words.tr("has no problems")),
        "has_position": (words.tr("has a position"), words.tr("has no position")),
        "covered": (words.tr("covered"), words.tr("not covered")),
    }[name]
    return yes if is_so else no


def sort(order: Sort, like: str = "") -> str:
    """How an order reads; `like` is the name of the item that the others are compared with."""
    if order is Sort.ALIKE and like:
        return words.tr("likeness to {name}").format(name=words.isolated(like))
    return {
        Sort.CAPTURED: words.tr("date taken"),
        Sort.ITEM: words.tr("order of import"),
        Sort.NAME: words.tr("name"),
        Sort.SIZE: words.tr("size"),
        Sort.ALIKE: words.tr("likeness to the selected item"),
    }[order]


def told(wanted: Filter) -> list[Told]:
    """Each condition of a filter."""
    found = []
    if wanted.text:
        found.append(Told(words.tr("“{text}”").format(text=words.isolated(wanted.text)), ("text",)))
    for name in FIELDS:
        if chosen := getattr(wanted, name):
            values = words.tr(", ").join(value(name, code) for code in chosen)
            found.append(Told(words.tr("{name}: {values}").format(name=title(name), values=values), (name,)))
    found += [Told(flag(name, is_so=asked), (name,)) for name in FLAGS if (asked := getattr(wanted, name)) is not None]
    if wanted.since or wanted.until:
        found.append(Told(_range(wanted.since, wanted.until), ("since", "until")))
    if wanted.near is not None:
        latitude, longitude, km = wanted.near
        place = f"{latitude:.4f}, {longitude:.4f}"
        text = words.tr("within {km} km of {place}").format(km=f"{km:g}", place=words.isolated(place))
        found.append(Told(text, ("near",)))
    if wanted.items is not None:
        found.append(Told(words.tr("only {items}").format(items=words.items(len(wanted.items))), ("items",)))
    return found


def _range(since: str | None, until: str | None) -> str:
    if since == until:
        return words.tr("taken in {time}").format(time=since)
    if since is None:
        return words.tr("taken until {time}").format(time=until)
    if until is None:
        return words.tr("taken since {time}").format(time=since)
    return words.tr("taken from {since} to {until}").format(since=since, until=until)
