"""Modules and functions stay small enough to be read in one go, and carry names that say something."""

from __future__ import annotations

import ast
import re

import pytest

from tests.source import PACKAGE, ROOT, modules

LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 300, 45, 5
LONGEST_IN_DECLARATIONS = 10  # a property or a default, nothing that has to be followed

DECLARATIONS = {
    "ehport/diagnostics/cells.py": "one entry for each rule of single cells, with its texts and its example",
    "ehport/diagnostics/files.py": "one entry for each rule of files and sheets, with its texts and its example",
    "ehport/diagnostics/portfolio.py": "one entry for each rule between projects, with its texts and its example",
    "ehport/diagnostics/rounds.py": "one entry for each rule between rounds, with its texts and its example",
    "ehport/report/outline.py": "the chapters of the report in their order, with what they say and show",
    "ehport/diagnostics/questions.py": "one entry for each question that diagnostics raise, with its texts",
    "ehport/form/project.py": "every question of the form, with its labels and its help in both languages",
}
COMMANDS = "ehport/commands/"  # a command takes one parameter for each option
SAY_NOTHING = {"base", "common", "helper", "helpers", "misc", "util", "utils"}


def _functions():
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield module, node


def test_no_module_is_longer_than_a_reader_can_hold():
    long = [
        f"{module.path}: {length} lines"
        for module in modules()
        if (length := len(module.text.splitlines())) > LONGEST_MODULE and module.path not in DECLARATIONS
    ]

    assert long == []


@pytest.mark.parametrize("path", DECLARATIONS)
def test_a_long_module_only_declares(path):
    lengths = {node.name: _length(node) for module, node in _functions() if module.path == path}

    assert {name: length for name, length in lengths.items() if length > LONGEST_IN_DECLARATIONS} == {}


def test_no_exception_outlives_its_reason():
    long = {module.path for module in modules() if len(module.text.splitlines()) > LONGEST_MODULE}

    assert DECLARATIONS.keys() - long == set()


def test_no_function_is_longer_than_a_screen():
    long = [
        f"{module.path}: {node.name} has {length} lines"
        for module, node in _functions()
        if (length := _length(node)) > LONGEST_FUNCTION
    ]

    assert long == []


def test_no_function_takes_more_than_five_parameters():
    many = [
        f"{module.path}: {node.name} takes {len(taken)}"
        for module, node in _functions()
        if len(taken := _parameters(node)) > MOST_PARAMETERS and not module.path.startswith(COMMANDS)
    ]

    assert many == []


def test_modules_have_names_that_say_what_they_hold():
    nothing = [module.path for module in modules() if SAY_NOTHING & set(re.split(r"[._]", module.name))]

    assert nothing == []


def test_packages_hold_only_a_docstring():
    """Those but the two that `import ehport` offers its names by."""
    faces = {"ehport/__init__.py", "ehport/rounds/__init__.py"}
    for module in (each for each in modules() if each.path.endswith("__init__.py") and each.path not in faces):
        statements = module.tree.body[1:]

        assert ast.get_docstring(module.tree), module.path
        assert [ast.unparse(each).partition(" = ")[0] for each in statements] == [], module.path


def test_every_module_says_in_its_docstring_what_it_is_about():
    silent = [module.path for module in modules() if not ast.get_docstring(module.tree)]

    assert silent == []


def test_tests_stand_in_the_same_folders_as_what_they_test():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    beside = {"__pycache__", "accessibility", "bench", "browser", "fuzz", "golden", "vectors", "worlds"}

    astray = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()} - folders - beside

    assert astray == set()


def _length(node):
    return node.end_lineno - node.lineno + 1


def _parameters(node):
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [each.arg for each in every if each.arg not in ("self", "cls")]
