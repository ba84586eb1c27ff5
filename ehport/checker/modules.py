"""The modules of ehport that a check takes, found by following imports, in an archive that Python imports from."""

from __future__ import annotations

import ast
import io
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

START = "ehport.checker.inside"
_PACKAGE = Path(__file__).resolve().parent.parent
_EPOCH = (1980, 1, 1, 0, 0, 0)


def pack() -> bytes:
    """Return the modules as an archive, with the same bytes every time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(find_needed()):
            path = _path(name)
            if path is not None:
                entry = path.relative_to(_PACKAGE.parent).as_posix()
                archive.writestr(zipfile.ZipInfo(entry, _EPOCH), path.read_bytes())
    return made.getvalue()


@cache
def find_needed() -> frozenset[str]:
    """Return the names of all modules that a check may import.

    What a function imports is taken along unless that takes a library in turn: none is there.
    """
    found = set(_taken(START))
    waiting = list(found)
    while waiting:
        for name in _later(waiting.pop()):
            new = _taken(name) - found
            if new and not any(map(_libraries, new)):
                found |= new
                waiting += new
    return frozenset(found)


@cache
def standard() -> frozenset[str]:
    """Return the modules of Python's own library that the modules of a check import, each by its full name."""
    trees = (ast.parse(path.read_bytes()) for path in map(_path, find_needed()) if path)
    named = {each for tree in trees for node in ast.walk(tree) for each in _modules(node)}
    return frozenset(each for each in named if each.partition(".")[0] in sys.stdlib_module_names)


def _taken(name: str) -> frozenset[str]:
    """Return a module with all of the package that is imported as soon as it is."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += [each.rpartition(".")[0]] if "." in each else []
            waiting += _at_once(each)
    return frozenset(found)


@cache
def _imports(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a module imports when it is imported, and what its functions do later."""
    path = _path(name)
    if path is None:
        return frozenset(), frozenset()
    tree = ast.parse(path.read_bytes())
    body = [node for node in tree.body if not isinstance(node, ast.If)]  # only what is for the types stands there
    at_once = {each for node in body for each in _named(node)}
    everywhere = {each for node in ast.walk(ast.Module(body, [])) for each in _named(node)}
    return frozenset(at_once), frozenset(everywhere - at_once)


def _named(node: ast.AST) -> Iterator[str]:
    """Yield what an import names: modules, and what is taken from them, which may be modules too."""
    yield from _modules(node)
    if isinstance(node, ast.ImportFrom) and node.module:
        yield from (f"{node.module}.{each.name}" for each in node.names)


def _modules(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (each.name for each in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module


def _at_once(name: str) -> list[str]:
    return sorted(each for each in _imports(name)[0] if _path(each))


def _later(name: str) -> list[str]:
    return sorted(each for each in _imports(name)[1] if _path(each))


def _libraries(name: str) -> set[str]:
    tops = {each.partition(".")[0] for each in _imports(name)[0]}
    return tops - sys.stdlib_module_names - {"ehport"}


def _path(name: str) -> Path | None:
    """Return the file of a module of the package."""
    if name.partition(".")[0] != "ehport":
        return None
    place = _PACKAGE.parent.joinpath(*name.split("."))
    files = (place / "__init__.py", place.with_suffix(".py"))
    return next((each for each in files if each.is_file()), None)
