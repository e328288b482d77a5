"""What this program is made with: the packages that it uses, their versions and licences, as they are installed."""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path

from ui.theme import RESOURCES

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)
_MOST_SHORT = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package, or data that ships with the program."""

    name: str
    version: str
    licence: str
    """Its identifier or short name; "" where it gives none."""
    text: str
    """Its licence and notices in full, as far as it ships them."""


def packages() -> list[Package]:
    """All packages that are used, directly or by another, sorted by name."""
    found: dict[str, Package] = {}
    waiting = [_name(line) for line in _own_requirements()]
    while waiting:
        name = waiting.pop()
        key = name.casefold().replace("_", "-")
        if key in found:
            continue
        try:
            one = distribution(name)
        except PackageNotFoundError:  # of another platform
            continue
        found[key] = Package(
            name=one.metadata["Name"], version=one.version, licence=_licence(one), text="\n\n".join(_texts(one))
        )
        waiting += [_name(line) for line in one.requires or () if "extra ==" not in line]
    return sorted(found.values(), key=lambda package: package.name.casefold())


def data() -> list[Package]:
    """Data that ships beside the code under terms of its own: each has a NOTICE file in its folder."""
    return [
        Package(name=path.parent.name, version="", licence="", text=path.read_text(encoding="utf-8"))
        for path in sorted(RESOURCES.rglob("NOTICE*"))
    ]


def _own_requirements() -> list[str]:
    project = RESOURCES.parent / "pyproject.toml"
    if project.is_file():
        return list(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"])
    return [line for line in requires("evidence-annotator") or () if "extra ==" not in line]


def _name(requirement: str) -> str:
    match = _NAME.match(requirement)
    return match.group() if match else requirement


def _licence(one: Distribution) -> str:
    fields = [name for name in ("License-Expression", "License") if name in one.metadata]
    given = next((text for name in fields if (text := one.metadata[name])), "")
    if given and "\n" not in given and len(given) <= _MOST_SHORT:
        return given
    classifiers = one.metadata.get_all("Classifier") or []
    return ", ".join(line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License ::"))


def _texts(one: Distribution) -> list[str]:
    texts = []
    for file in one.files or ():
        if _LICENCE_FILE.search(file.as_posix()) and file.suffix not in (".py", ".pyc", ".pyi"):
            path = Path(str(one.locate_file(file)))
            try:
                texts.append(f"{file.as_posix()}\n\n{path.read_text(encoding='utf-8', errors='replace')}")
            except OSError:
                continue
    return texts
