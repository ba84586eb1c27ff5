"""Help and what is said of a command that was written wrongly: in either language, and never in the library's words."""

from __future__ import annotations

import ast
import os
import re
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.main import get_command

from ehport.cli import COMMANDS, app
from ehport.command_line import mistakes
from ehport.command_line.declare import told_of
from ehport.lang.language import Lang

# What Typer says by itself about how a command is written, or in help: none of it may be printed by ehport.
_ENGLISH = re.compile(
    r"\b(Usage:|Options:|Arguments:|Commands:|default:|required\b|environment|env var|Missing|No such|Invalid|Try '|"
    r"for help|requires an argument|does not take|Got unexpected|Did you mean|Possible|Choose from|Error:|Aborted|"
    r"Show this|Install completion|should be|Input|OPTIONS|ARGS)"
)
_NORWEGIAN = re.compile(r"[æøåÆØÅ]|\b(Bruk|Valg|Argumenter|Kommandoer|ikke|eller|feil|ellers|Vis|RUNDE|FIL|MAPPE)\b")

_NAMES = re.compile(r"--\w+")  # an option may have a name in each language

WRONG = {
    "no command": ["chek"],
    "no option": ["check", "--fromat", "json"],
    "no short option": ["check", "-x"],
    "no value": ["check", "ks.xlsx", "--format"],
    "no folder": ["status", "--letters"],
    "a value too many": ["build-report", "--draft=yes"],
    "none of the choices": ["check", "ks.xlsx", "--format", "yaml"],
    "none of the kinds": ["try", "wen", "2021"],
    "no number": ["build-report", "--jobs", "many"],
    "too small a number": ["build-report", "--jobs", "0"],
    "no argument": ["check"],
    "no second argument": ["compare", "2021-04"],
    "an argument too many": ["doctor", "now", "please"],
    "no such language": ["doctor", "--lang", "fr"],
    "an option before the command": ["--draft", "build-report"],
}
MEANT = {
    "no command": "check",
    "no option": "--format",
    "none of the kinds": "when",
}


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], *([each.name, "--help"] for each in COMMANDS)])
@pytest.mark.parametrize("lang", Lang)
def test_help_is_in_one_language(arguments, lang, run, tmp_path):
    foreign = _ENGLISH if lang is Lang.NB else _NORWEGIAN

    for shown in (
        run(*arguments, "--lang", lang.value, within=tmp_path),
        run("--lang", lang.value, *arguments, within=tmp_path),
        run(*arguments, within=tmp_path, lang=lang.value.upper()),
    ):
        assert (shown.code, shown.err) == (0, "")
        assert shown.out.startswith(("Bruk: ehport", "Usage: ehport")[lang is Lang.EN])
        assert [line for line in shown.out.splitlines() if foreign.search(_NAMES.sub("", line))] == []


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("lang", Lang)
def test_a_mistake_is_told_in_one_language_with_how_it_is_written(name, lang, run, tmp_path):
    arguments, foreign = WRONG[name], _ENGLISH if lang is Lang.NB else _NORWEGIAN

    refused = run(*arguments, within=tmp_path, lang=lang.value)

    first, usage, more = refused.err.splitlines()
    assert (refused.code, refused.out) == (2, "")
    assert first.startswith(("feil: ", "error: ")[lang is Lang.EN])
    assert usage.startswith(("Bruk: ehport", "Usage: ehport")[lang is Lang.EN])
    assert more.endswith("--help")
    assert foreign.search(refused.err.replace("Usage:", "") if lang is Lang.EN else refused.err) is None
    assert f"«{MEANT[name]}»" in first if name in MEANT else True


def test_an_unknown_language_in_the_environment_is_told(run, tmp_path):
    refused = run("doctor", within=tmp_path, lang="svenska")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "feil: «svenska» i miljøvariabelen EHPORT_LANG er ikke et språk ehport kan. Velg nb eller en.\n"
    )


def test_patterns_are_expanded_where_the_shell_does_not(run, home, monkeypatch):
    for name in ("a.xlsx", "b.xlsx", "c.txt"):
        (home / name).write_text("no workbook", "utf-8")
    monkeypatch.setattr("typer.core.os", SimpleNamespace(name="nt", environ=os.environ, getenv=os.getenv))

    refused = run("receive", "*.xlsx", within=home)

    assert refused.code == 1
    assert "a.xlsx" in refused.out
    assert "b.xlsx" in refused.out
    assert "c.txt" not in refused.out


def test_what_stands_after_two_dashes_asks_for_no_language(run, tmp_path):
    assert run("explain", "--", "--lang=en", within=tmp_path).err.startswith("feil: ")


def test_every_parameter_is_told_in_two_languages():
    program = get_command(app)
    params = [each for command in (program, *program.commands.values()) for each in command.params]

    assert [each.name for each in params if not (told_of(each).help.nb and told_of(each).help.en)] == []
    assert [each.name for each in params if told_of(each).help.nb == told_of(each).help.en] == []


def test_every_kind_of_mistake_that_the_library_knows_is_told_by_ehport():
    """The exceptions of the library, and the sentences that it raises them with; a new one must be looked at."""
    exceptions = import_module(type(get_command(app)).__mro__[2].__base__.__module__).__name__.rpartition(".")[0]
    classes = vars(import_module(f"{exceptions}.exceptions"))
    base = classes["UsageError"]
    kinds = {name for name, each in classes.items() if isinstance(each, type) and issubclass(each, base)}

    by_kind = set(mistakes.KINDS)

    # An error without a kind is one that ehport finds first (commands and arguments too many) or cannot come.
    assert kinds - by_kind == {"UsageError", "BadArgumentUsage", "NoArgsIsHelpError"}


def test_the_library_has_no_other_sentences_than_those_that_were_looked_at():
    core = Path(import_module("typer.core").__file__)
    raised = {text for path in (core, *(core.parent / "_click").glob("*.py")) for text in _raised(path)}

    assert raised == {
        "Got unexpected extra argument(s) (",  # ehport tells it first
        "Missing command.",  # without one, help is shown
        "No such command {name!r}.",  # ehport tells it first
        *("Option", "does not take a value.", "requires"),
        *("Argument", "takes", "values."),  # no argument takes a fixed number
    }


def _raised(path):
    """Yield the sentences that a module raises usage errors with, or what of them stands between what is put in."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _RAISING:
            for each in node.args:
                for text in ast.walk(each):
                    if isinstance(text, ast.Constant) and isinstance(text.value, str) and " " in text.value:
                        yield text.value.strip()


_RAISING = {"fail", "UsageError", "BadOptionUsage", "BadArgumentUsage", "NoSuchOption", "MissingParameter"}
