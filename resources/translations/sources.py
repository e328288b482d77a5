"""The strings that are to be translated, read from the source: what marks them, and in which context they stand."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NOOP = {"NOOP", "QT_TRANSLATE_NOOP", "translate"}
_FRAGMENTS = {"NotFound": (0,), "AlreadyThere": (0,), "BadValue": (0, 2)}
"""Which arguments of these errors are words of a sentence, not names of somebody."""


class NotALiteralError(Exception):
    """A string is marked for translation that can't be read from the source."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A string of one context; `plural` where it depends on a number, written %n."""

    context: str
    text: str
    plural: bool = False


def sources() -> list[Source]:
    """All of them, each once, sorted. Raises NotALiteralError."""
    found = set[Source]()
    for path in sorted((ROOT / "ui").rglob("*.py")):
        found |= set(_marked(ast.parse(path.read_text(encoding="utf-8")), path))
    found |= set(_errors())
    found |= set(_definitions())
    return sorted(found)


def _marked(tree: ast.AST, path: Path, inside: str = "") -> Iterator[Source]:
    """Strings in `self.tr()`, in the context of their class; in `words.tr()`; and where the context is written out."""
    for node in ast.iter_child_nodes(tree):
        yield from _marked(node, path, node.name if isinstance(node, ast.ClassDef) else inside)
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
                yield _source(inside, node, path)
            case ast.Attribute(value=ast.Name(id="words"), attr="tr"):
                yield _source("words", node, path)
            case ast.Name(id="tr"):
                yield _source("words", node, path)
            case ast.Attribute(attr="tr"):
                raise NotALiteralError(f"{path.relative_to(ROOT)}:{node.lineno}: use self.tr() or words.tr()")
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in _NOOP and len(node.args) > 1:
                match node.args[:2]:
                    case [ast.Constant(value=str(context)), ast.Constant(value=str(text))]:
                        yield Source(context, text)


def _source(context: str, call: ast.Call, path: Path) -> Source:
    text = call.args[0] if call.args else None
    if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
        raise NotALiteralError(f"{path.relative_to(ROOT)}:{call.lineno}: a translated string must be a literal")
    return Source(context, text.value, plural=len(call.args) > 1 or bool(call.keywords))


def _errors() -> Iterator[Source]:
    """The sentences of `annotator.errors`, and the words that the core puts into them."""
    tree = ast.parse((ROOT / "annotator" / "errors.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Call(), attr="__init__"), args=[ast.Constant(value=str(sentence)), *_]
            ):
                yield Source("errors", sentence)
    for path in sorted([*(ROOT / "annotator").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in _FRAGMENTS:
                    for place, word in enumerate(args):
                        if place in _FRAGMENTS[name] and isinstance(word, ast.Constant) and isinstance(word.value, str):
                            yield Source("errors", word.value)


def _definitions() -> Iterator[Source]:
    """The definitions of the terms that the window explains in a tool tip."""
    from annotator import vocabulary

    for which in ("warning-level", "warning-content", "incident-type", "time-precision", "place-precision"):
        known = vocabulary.load(which)
        for code in known.codes:
            yield Source("vocabulary", known.term(code).definition)
