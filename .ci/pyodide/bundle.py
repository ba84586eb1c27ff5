"""Run inside Pyodide: check a workbook, and write all of the standard library that it took, compiled, to an archive.

Documentation and line numbers are left out, which halves what is downloaded; assertions stay, as they decide.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import marshal
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import CodeType

ROOT, TARGET = Path("/root"), Path("/target/python.zip")
STANDARD = Path("/lib/python314.zip")
EPOCH = (1980, 1, 1, 0, 0, 0)
HEAD = importlib.util.MAGIC_NUMBER + bytes(12)


def check_a_workbook() -> None:
    """Do all that the page can be asked for, so that everything it needs is imported."""
    from ehport.checker import inside, modules

    workbook = next((ROOT / "submissions").glob("*/*.xlsx"))
    inside.check(workbook)
    for name in modules.standard():
        with suppress(ImportError):  # what only other systems have
            importlib.import_module(name)


def sources() -> Iterator[tuple[str, bytes]]:
    """Yield path and source of every module to be taken along."""
    with zipfile.ZipFile(STANDARD) as archive:
        texts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    for name, text in texts.items():
        module = module_of(name)
        if module in sys.modules or module.startswith("encodings."):  # a part of a workbook may be in any of them
            yield name, text


def module_of(path: str) -> str:
    """Return a module's name."""
    return path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def compiled(name: str, text: bytes) -> bytes:
    """Return a module as a file that Python loads without looking for its source."""
    tree = ast.parse(text, name)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and is_told(
            node.body[:1]
        ):
            node.body[:1] = [] if len(node.body) > 1 else [ast.copy_location(ast.Pass(), node.body[0])]
    return HEAD + marshal.dumps(without_lines(compile(tree, name, "exec", dont_inherit=True)))


def is_told(first: list[ast.stmt]) -> bool:
    """Tell whether a body begins with its documentation."""
    return any(
        isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str)
        for each in first
    )


def without_lines(code: CodeType) -> CodeType:
    """Return code without its line numbers."""
    within = tuple(without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=within)


sys.path[:0] = [str(ROOT)]
sys.dont_write_bytecode = True
check_a_workbook()
with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_STORED) as bundle:
    for file, source in sorted(sources()):
        bundle.writestr(zipfile.ZipInfo(f"{file}c", EPOCH), compiled(file, source))
