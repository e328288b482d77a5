"""The help pages: their texts in the language of the window, in the order of the index, and what is found in them."""

import re
from dataclasses import dataclass
from pathlib import Path

from annotator.text import folded
from ui import language
from ui.settings import Language
from ui.theme import RESOURCES

HELP = RESOURCES / "help"
INDEX = "index.md"
_LINK = re.compile(r"\]\(([^)#:]+\.md)(?:#[^)]*)?\)")
_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A help page; `name` is its path below the folder of the English pages, `language` the one that it is in."""

    name: str
    title: str
    text: str
    language: Language


def read(name: str) -> Page | None:
    """A page in the language of the window, in English where there is none; None where there is no such page."""
    found = _file(name)
    if found is None:
        return None
    path, spoken = found
    text = path.read_text(encoding="utf-8")
    title = _TITLE.search(text)
    return Page(name=name, title=(title.group(1) if title else path.stem).strip(), text=text, language=spoken)


def _file(name: str) -> tuple[Path, Language] | None:
    for spoken in dict.fromkeys((language.current(), Language.ENGLISH)):
        folder = _folder(spoken)
        path = (folder / name).resolve()
        if path.suffix == ".md" and path.is_relative_to(folder) and path.is_file():
            return path, spoken
    return None


def _folder(spoken: Language) -> Path:
    return HELP if spoken is Language.ENGLISH else HELP / spoken


def contents() -> list[Page]:
    """The index, the pages that it leads to in its order, then those that these lead to."""
    found: dict[str, Page] = {}
    waiting = [INDEX]
    while waiting:
        name = waiting.pop(0)
        page = None if name in found else read(name)
        if page is not None:
            found[name] = page
            waiting += [linked(name, link) for link in _LINK.findall(page.text)]
    return list(found.values())


def linked(page: str, link: str) -> str:
    """The name of the page that a link on `page` leads to; "" for whatever is outside of the help."""
    target = _beside(page, link)
    for folder in (_folder(language.current()), HELP):
        if target.is_relative_to(folder):
            return target.relative_to(folder).as_posix()
    return ""


def matching(pages: list[Page], words: str) -> list[Page]:
    """The pages that hold all these words, those first that have them in their title."""
    wanted = folded(words).split()
    hits = [page for page in pages if all(word in folded(page.text) for word in wanted)]
    return sorted(hits, key=lambda page: not all(word in folded(page.title) for word in wanted))


def picture(page: str, name: str) -> bytes | None:
    """A picture that a page shows; only of the help's own folder."""
    path = _beside(page, name)
    return path.read_bytes() if path.is_relative_to(HELP) and path.is_file() else None


def _beside(page: str, name: str) -> Path:
    """What `name` means on this page, which may be in the folder of its language."""
    found = _file(page)
    return ((found[0] if found else HELP / page).parent / name).resolve()
