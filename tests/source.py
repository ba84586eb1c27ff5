"""The product's own source, as the guards read it."""

from __future__ import annotations

import ast
import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ehport"


@dataclass(frozen=True, slots=True)
class Module:
    """One module of the package: its dotted name, its path below the root, its text and its tree."""

    name: str
    path: str
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """The folder below ``ehport/``, or the module itself when it stands at the top."""
        return [*self.name.split("."), ""][1]

    def imports(self) -> Iterator[tuple[str, str]]:
        """Yield every import anywhere in the module as (module, imported name or nothing)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, "") for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.module or "", alias.name) for alias in node.names)


@functools.cache
def modules() -> tuple[Module, ...]:
    """Return all modules of the package, in the order of their names."""
    return tuple(_module(path) for path in sorted(PACKAGE.rglob("*.py")))


@functools.cache
def pyproject() -> dict[str, Any]:
    """Return the project's configuration."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def own_imports(module: Module) -> Iterator[str]:
    """Yield the modules of the package that a module imports."""
    known = {each.name for each in modules()}
    for source, name in module.imports():
        if f"{source}.{name}" in known:
            yield f"{source}.{name}"
        elif source in known:
            yield source


def _module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    text = path.read_text("utf-8")
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path.relative_to(ROOT).as_posix(), text, ast.parse(text))
