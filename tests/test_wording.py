"""What must not stand anywhere in the product: promises for later, and places on one machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.source import ROOT

TOPS = (".ci", "ehport", "submissions", "templates", "tests")
TEXT_FILES = {".css", ".html", ".j2", ".js", ".md", ".py", ".svg", ".toml", ""}
THIS_FILE = "tests/test_wording.py"

PROMISE = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
PLACE = re.compile(r"(?<![\w.:>*])/(?:home|root|tmp|Users|work)/|\.\./shared")


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text file of the product with its content."""
    files = [path for top in TOPS for path in (ROOT / top).rglob("*")] + list(ROOT.iterdir())
    for path in sorted(files):
        name = path.relative_to(ROOT).as_posix()
        hidden = path.name.startswith(".") or "__pycache__" in path.parts
        if path.is_file() and path.suffix in TEXT_FILES and not hidden and name != THIS_FILE:
            yield name, path.read_text("utf-8")


def test_nothing_is_promised_for_later():
    assert [name for name, text in texts() if PROMISE.search(text)] == []


def test_nothing_depends_on_one_machine():
    assert [name for name, text in texts() if PLACE.search(text)] == []


@pytest.mark.parametrize("text", ["TODO: later", "see /home/someone/data", "../shared/data"])
def test_the_guard_finds_what_it_is_for(text):
    assert PROMISE.search(text) or PLACE.search(text)


@pytest.mark.parametrize("text", ["a todo list", "metoder", "https://example.org/work/"])
def test_the_guard_leaves_ordinary_text_alone(text):
    assert not PROMISE.search(text)
    assert not PLACE.search(text)
