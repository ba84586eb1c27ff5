"""One term for one thing: the list of terms in CONTRIBUTING.md holds for every text of the report and its data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.source import ROOT

PUBLIC = ("analysis", "changes", "export", "figures", "report")
MADE_BY = {"Text", "sentence"}


@cache
def forbidden() -> Mapping[str, str]:
    """Return what CONTRIBUTING.md says is never written, with what is written for it."""
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Terms in texts")[1].split("\n## ")[0]
    rows = [row.strip("|").split("|") for row in table.splitlines() if row.startswith("|")][2:]
    return {word.strip(): written.strip() for written, never in rows for word in never.split(",")}


def spoken(source: str) -> Iterator[str]:
    """Yield the texts in a module: what is given to those who make texts."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE_BY:
            yield from (
                each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def wrong_in(text: str) -> list[str]:
    """Return the terms of a text that have another one in their place."""
    return [word for word in forbidden() if re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE)]


@pytest.mark.parametrize("package", PUBLIC)
def test_every_text_uses_the_term_for_the_thing(package: str) -> None:
    files = sorted((ROOT / "ehport" / package).rglob("*.py"))

    texts = [(_name(file), text) for file in files for text in spoken(file.read_text("utf-8"))]
    found = [(name, wrong, text) for name, text in texts for wrong in wrong_in(text)]

    assert files
    assert found == []


@pytest.mark.parametrize("text", ["Uten lesbar slutt", "Strategisk innsatsområde", "Ikke lest", "Fristen er ute"])
def test_the_guard_finds_another_term(text: str) -> None:
    said = [*spoken(f'X = Text("{text}", "")')]

    assert said == [text, ""]
    assert wrong_in(text)


@pytest.mark.parametrize("text", ["Strategiområde", "Uklart beløp", "Fristen er passert", "Ikke besvart", "KS"])
def test_the_guard_leaves_the_terms_alone(text: str) -> None:
    assert not wrong_in(text)


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
