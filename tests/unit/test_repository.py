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
    return sorted(path for path in found if not _SKIPPED & set(path.relative_to(ROOT).parts[:-1]) or _is_room(path))


def _is_room(path: Path) -> bool:
    """`annotator/media` is a room of the core, unlike the folder of sample files."""
    parts = path.relative_to(ROOT).parts
    return parts[:2] == ("annotator", "media") and "__pycache__" not in parts


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


_FORBIDDEN = re.compile(
    r"/(?:work|farm)/|/home/(?!user\b)\w+/|/root/|[\w.]*pypi[\w-]*\.(?:org|io)|files\.pythonhosted|/simple/"
    r"|index-url *=|--(?:extra-)?index-url|\bsub-?agent|\bas an AI\b",
    re.IGNORECASE,
)


def test_no_file_names_a_machine_or_a_package_index() -> None:
    found = []
    for path in _files(*_TEXT):
        if path == Path(__file__) or "cache" in _name(path).split("/")[0]:
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


def test_every_page_of_the_help_can_be_reached_from_its_index() -> None:
    folder = ROOT / "resources" / "help"
    reached, waiting = set(), [folder / "index.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached:
            continue
        reached.add(page)
        links = re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8"))
        waiting += [page.parent / link for link in links]
    assert {path.resolve() for path in folder.rglob("*.md")} <= reached
