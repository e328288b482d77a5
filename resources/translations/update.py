"""Brings the .ts of each language up to the source, and makes its .qm.

    python -m resources.translations.update              after strings or translations changed
    python -m resources.translations.update missing      what is to be translated still, as JSON to be filled in
    python -m resources.translations.update fill FILE    takes such JSON: [{"context", "source", "translation"}, …]

The strings are found by `sources`, which knows how they are marked here; merging and compiling are Qt's lupdate and
lrelease. A plural's translation is a list: in Arabic zero, one, two, few (3–10), many (11–99) and other (100–102 …).
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from resources.translations.sources import Source, sources

HERE = Path(__file__).resolve().parent
LANGUAGES = ("ar",)


def ts(language: str) -> Path:
    return HERE / f"evidence_annotator_{language}.ts"


def qm(language: str) -> Path:
    return HERE / f"evidence_annotator_{language}.qm"


def update(language: str) -> None:
    """Add what is new to the .ts, drop what is gone, keep what is translated."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "strings.cpp"  # the language that lupdate reads without any doubt
        listing.write_text("\n".join(map(_line, sources())), encoding="utf-8")
        _qt(
            "lupdate", "-silent", "-no-obsolete", "-no-sort", "-locations", "none", "-disable-heuristic", "sametext",
            "-disable-heuristic", "similartext", "-source-language", "en", "-target-language", language,
            str(listing), "-ts", str(ts(language)),
        )  # fmt: skip


def release(language: str, to: Path | None = None) -> None:
    """Make the .qm, which the window loads."""
    _qt("lrelease", "-silent", str(ts(language)), "-qm", str(to or qm(language)))


def translations(language: str) -> dict[Source, list[str]]:
    """What the .ts holds: the forms of each string, none where it is not translated."""
    found = {}
    for context in ElementTree.parse(ts(language)).getroot().iter("context"):  # noqa: S314 - as said above
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            plural = message.get("numerus") == "yes"
            source = Source(context.findtext("name", ""), message.findtext("source", ""), plural=plural)
            forms = [form.text or "" for form in translation] if plural else [translation.text or ""]
            found[source] = [] if translation.get("type") or not all(forms) else forms
    return found


def missing(language: str) -> list[dict[str, object]]:
    """What is to be translated still, as `fill` takes it."""
    return [
        {"context": source.context, "source": source.text, "translation": [""] * 6 if source.plural else ""}
        for source, forms in translations(language).items()
        if not forms
    ]


def fill(language: str, entries: list[dict[str, object]]) -> None:
    """Put translations into the .ts; an entry whose string is not there is passed over."""
    wanted = {(entry["context"], entry["source"]): entry["translation"] for entry in entries if entry["translation"]}
    tree = ElementTree.parse(ts(language))  # noqa: S314 - as said above
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            given = wanted.get((context.findtext("name"), message.findtext("source")))
            translation = message.find("translation")
            if given is None or translation is None:
                continue
            translation.attrib.pop("type", None)
            if isinstance(given, list):
                for form, text in zip(translation, given, strict=True):
                    form.text = text
            else:
                translation.text = str(given)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    ts(language).write_text(f"{head}{body}\n", encoding="utf-8")


def _line(source: Source) -> str:
    context, text = (json.dumps(part, ensure_ascii=False) for part in (source.context, source.text))
    if source.plural:
        return f"QCoreApplication::translate({context}, {text}, nullptr, n);"
    return f"QT_TRANSLATE_NOOP({context}, {text});"


def _qt(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).with_name(f"pyside6-{tool}"), *arguments], check=True)


def main() -> int:
    """Run with the arguments of this process; returns the exit code."""
    command, *rest = sys.argv[1:] or ["update"]
    for language in LANGUAGES:
        update(language)
        if command == "missing":
            print(json.dumps(missing(language), ensure_ascii=False, indent=1))
            continue
        if command == "fill":
            fill(language, json.loads(Path(rest[0]).read_text(encoding="utf-8")))
            update(language)  # writes it as Qt does
        release(language)
        print(f"{language}: {len(translations(language))} strings, {len(missing(language))} to be translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
