"""Imports go only downwards, third parties stay in their homes, and a command loads only what it needs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.source import ROOT, modules, own_imports, pyproject

# From top to bottom, each a layer of its own: the order in which a round lives, then what it is made of.
LAYERS = (
    "__main__",
    "cli",
    "commands",
    "command_line",
    "library",
    "building",
    "receiving",
    "checker",
    "checking",
    "comparing",
    "altering",
    "opening",
    "export",
    "report",
    "figures",
    "analysis",
    "changes",
    "rounds",
    "rules",
    "pdf",
    "workbook",
    "model",
    "form",
    "diagnostics",
    "system",
    "lang",
)
DEPTH = {name: depth for depth, name in enumerate(LAYERS)}

HOMES = {
    "docx": ("ehport.report.word",),
    "filelock": ("ehport.building.output_folder",),
    "fontTools": ("ehport.figures", "ehport.pdf"),
    "jinja2": ("ehport.report.html",),
    "markdown_it": ("ehport.report",),
    "markupsafe": ("ehport.report",),
    "matplotlib": ("ehport.figures",),
    "openpyxl": ("ehport.workbook",),
    "pandas": ("ehport.analysis", "ehport.library", "ehport.model"),
    "pikepdf": ("ehport.pdf",),
    "pydyf": ("ehport.pdf",),
    "rich": ("ehport.system.progress",),
    "typer": ("ehport.cli", "ehport.command_line", "ehport.commands"),
    "weasyprint": ("ehport.pdf",),
}
IMPORTED_AS = {"python-docx": "docx", "markdown-it-py": "markdown_it", "fonttools": "fontTools"}

_UTF8 = os.environ | {"PYTHONIOENCODING": "utf-8"}

HEAVY = ("jinja2", "matplotlib", "pandas", "pikepdf", "weasyprint")
_RUN = f"""
import sys
from ehport.cli import main
try:
    main()
finally:
    print("loaded:", *(name for name in {HEAVY} if name in sys.modules))
"""


def test_every_module_stands_in_a_known_layer():
    assert {module.layer for module in modules()} <= {*DEPTH, ""}


def test_imports_go_only_downwards():
    upwards = [
        f"{module.path} imports {imported}"
        for module in modules()
        for imported in own_imports(module)
        if module.layer and DEPTH[module.layer] > DEPTH.get(imported.split(".")[1] if "." in imported else "", 99)
    ]

    assert upwards == []


def test_no_module_imports_itself_by_a_detour():
    imports = {module.name: set(own_imports(module)) - {"ehport"} for module in modules()}

    try:
        TopologicalSorter(imports).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def test_nobody_reaches_for_the_private_names_of_another_module():
    reached = [
        f"{module.path}: {name}"
        for module in modules()
        for source, name in module.imports()
        if source.startswith("ehport") and re.match(r"_[^_]", name)
    ]

    assert reached == []


def test_third_parties_stay_in_their_homes():
    astray = [
        f"{module.path} imports {imported}"
        for module in modules()
        for imported in _third_parties(module)
        if not f"{module.name}.".startswith(tuple(f"{home}." for home in HOMES.get(imported, ())))
    ]

    assert astray == []


def test_every_dependency_is_used_and_every_import_is_declared():
    declared = {re.match(r"[\w-]+", each)[0] for each in pyproject()["project"]["dependencies"]}

    imported = {name for module in modules() for name in _third_parties(module)}

    assert imported == {IMPORTED_AS.get(name, name) for name in declared}


def test_openpyxl_only_writes():
    reading = {"load_workbook", "fromstring", "iterparse"}

    found = {(module.path, name) for module in modules() for _, name in module.imports() if name in reading}

    edited = {("ehport/workbook/edited.py", "load_workbook")}  # it refuses parts with entities before it loads any
    assert [each for each in found - edited if "openpyxl" in (ROOT / each[0]).read_text("utf-8")] == []


def test_every_dependency_has_its_reason_in_contributing():
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

    untold = [each for each in pyproject()["project"]["dependencies"] if re.match(r"[\w-]+", each)[0] not in told]

    assert untold == []


def test_ruff_bans_third_parties_outside_their_homes():
    banned = pyproject()["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]

    assert banned.keys() == HOMES.keys()


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["--help"], ""),
        (["check", "submissions/2021-04/helse-vest.xlsx"], ""),
        (["check", "2021-04"], " pandas"),  # the chapters' numbers are computed, to know which names there are
        (["try", "amount", "12,5"], ""),
        (["explain", "C203"], ""),
        (["status", "2021-04"], ""),
        (["compare", "2021-04", "2021-04"], ""),
    ],
)
def test_a_check_loads_nothing_that_only_reports_need(arguments, needed):
    command = [sys.executable, "-c", _RUN, *arguments]

    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", env=_UTF8, check=False)

    assert ran.returncode in (0, 1), ran.stderr
    assert ran.stdout.splitlines()[-1] == f"loaded:{needed}"


def _third_parties(module):
    tops = {source.partition(".")[0] for source, _ in module.imports()}
    return sorted(tops - set(sys.stdlib_module_names) - {"ehport"})
