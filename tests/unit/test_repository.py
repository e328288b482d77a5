"""The repository itself: files read in one sitting, nothing of any machine, documentation that leads somewhere."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_SKIPPED = {".venv", ".git", "media", "__pycache__", "build", "dist"}
_TEXT = {".py", ".md", ".json", ".toml", ".txt", ".qss", ".yml", ".yaml", ".cfg", ".ts", ".csv", ""}


def _files(*suffixes: str) -> list[Path]:
    found = [path for path in ROOT.rglob("*") if path.suffix in suffixes and path.is_file()]
    return sorted(path for path in found if not _SKIPPED & set(path.relative_to(ROOT).parts) or _is_room(path))


def _is_room(path: Path) -> bool:
    """`annotator/media` is a room of the core, unlike the folder of sample files."""
    parts = path.relative_to(ROOT).parts
    return parts[:2] == ("annotator", "media") and "__pycache__" not in parts


def _is_cache(path: Path) -> bool:
    return path.relative_to(ROOT).parts[0].endswith("_cache")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


_TRAVELS_ALONE = {"annotator/checker.py"}
"""Copied into every bundle as its verify.py, so it can't be several files."""

SOURCES = _files(".py")
PAGES = [path for path in _files(".md") if not path.relative_to(ROOT).parts[0].startswith(".")]


def test_there_is_a_repository_to_check() -> None:
    names = {_name(path) for path in SOURCES}
    assert {"main.py", "annotator/media/analyse.py", "resources/samples/make.py"} <= names
    assert not any(name.startswith(".venv/") for name in names)


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_says_first_what_it_is_for_and_stays_under_400_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400 or _name(path) in _TRAVELS_ALONE
    if text.strip():
        assert ast.get_docstring(ast.parse(text))


_MOST_BYTES = 1_500_000


def test_no_file_is_too_big_to_be_cloned_with_ease() -> None:
    inside = (path for path in ROOT.rglob("*") if not _SKIPPED & set(path.relative_to(ROOT).parts))
    sizes = {_name(path): path.stat().st_size for path in inside if path.is_file() and not _is_cache(path)}
    assert len(sizes) > 100
    assert {name: size for name, size in sizes.items() if size > _MOST_BYTES} == {}


_FORBIDDEN = re.compile(
    r"/(?:work|farm|opt|mnt)/|/home/(?!user\b)\w+/|/root/|[\w.]*pypi[\w-]*\.(?:org|io)|files\.pythonhosted|/simple/"
    r"|index-url *=|--(?:extra-)?index-url|(?<!Software-)\b(?:sub-?)?agents?\b|\bas an AI\b|\bthis (?:session|issue)\b"
    r"|\bissues? #?\d|#\d+\b(?=[ ,.)]|$)|\bpreamble\b|\bthe lead\b|\bco-?founders?\b|\bTODO\b|\bFIXME\b|\bXXX\b",
    re.IGNORECASE,
)


def test_no_file_speaks_of_a_machine_a_package_index_or_how_it_was_made() -> None:
    found = []
    for path in _files(*_TEXT):
        if path == Path(__file__) or _is_cache(path):
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a binary file without an ending
        found += [f"{_name(path)}:{i}: {line[:120]}" for i, line in enumerate(lines, 1) if _FORBIDDEN.search(line)]
    assert found == []


def test_no_module_of_the_core_brings_in_the_window() -> None:
    modules = sorted(_name(path)[:-3].replace("/", ".").removesuffix(".__init__") for path in SOURCES)
    core = [module for module in modules if module.split(".")[0] == "annotator"]
    program = (
        "import importlib, sys\n"
        f"for module in {core!r}: importlib.import_module(module)\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6', 'ui')))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert len(core) > 30
    assert run.stdout == "[]\n"


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_every_link_and_picture_of_a_page_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        assert not target.startswith("http"), "help is read offline"
        file, _, heading = target.partition("#")
        aim = path if not file else path.parent / file
        assert aim.exists(), target
        if heading:
            assert heading in _anchors(aim.read_text(encoding="utf-8")), target


def _anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def test_the_readme_shows_the_program() -> None:
    assert len(re.findall(r"!\[[^\]]+\]\(resources/help/pictures/\w+\.png\)", (ROOT / "README.md").read_text())) >= 1


@pytest.mark.parametrize(
    ("index", "pattern"), [("index.md", "*.md"), ("decisions.md", "decisions/*.md")], ids=["pages", "decisions"]
)
def test_every_page_of_the_help_is_linked_from_its_list(index: str, pattern: str) -> None:
    folder = ROOT / "resources" / "help"
    linked = re.findall(r"\]\(([^)#\s]+\.md)\)", (folder / index).read_text(encoding="utf-8"))
    assert len(linked) == len(set(linked))
    assert set(linked) == {path.relative_to(folder).as_posix() for path in folder.glob(pattern)} - {"index.md"}


def test_decisions_are_numbered_without_gaps_and_name_what_was_not_taken() -> None:
    records = sorted((ROOT / "resources" / "help" / "decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]} ")
        assert "**Not taken:**" in text, path.name


def test_every_page_of_the_help_can_be_reached_from_its_index() -> None:
    folder = ROOT / "resources" / "help"
    reached, waiting = set(), [folder / "index.md", folder / "ar" / "index.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached:
            continue
        reached.add(page)
        links = re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8"))
        waiting += [page.parent / link for link in links]
    assert {path.resolve() for path in folder.rglob("*.md")} <= reached


_TRANSLATED = sorted(path.name for path in (ROOT / "resources" / "help").glob("*.md"))


@pytest.mark.parametrize("name", _TRANSLATED)
def test_every_page_of_the_help_is_there_in_arabic_with_all_its_parts(name: str) -> None:
    folder = ROOT / "resources" / "help"
    english, arabic = ((folder / part / name).read_text(encoding="utf-8") for part in ("", "ar"))
    assert _parts(arabic) == _parts(english)
    assert not re.search(r"(?<!\*)\*[^*`\n]*[\u0600-\u06ff][^*`\n]*\*(?!\*)", arabic), "Arabic is not set in italics"
    assert r"\|" not in arabic, "columns are turned round at each bar"


def _parts(text: str) -> dict[str, object]:
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    return {
        "headings": re.findall(r"^#+(?= )", text, flags=re.MULTILINE),
        "rows": [row.count("|") for row in re.findall(r"^\|.*", text, flags=re.MULTILINE)],
        "points": len(re.findall(r"^(?:-|\d+\.) ", text, flags=re.MULTILINE)),
        "code": len(re.findall(r"^ {4}", text, flags=re.MULTILINE)),
        "links": sorted(link.removeprefix("../") for link in links),
    }
