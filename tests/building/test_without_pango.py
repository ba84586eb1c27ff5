"""A machine without Pango: every command that sets pages says so in its own words, and makes what it can."""

from __future__ import annotations

import pytest

from tests.small_round import command, small_round
from tests.source import ROOT

pytestmark = pytest.mark.slow

_BROKEN = """
import cffi


def dlopen(self, name, flags=0):
    raise OSError(f"cannot load library {name!r}: no such file")


cffi.FFI.dlopen = dlopen
"""
_BANNER = ("-----", "WeasyPrint could not", "courtbouillon.org", "Traceback")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Return a folder with a small round, and in it what makes every library of the system fail to load."""
    home = tmp_path_factory.mktemp("home")
    small_round(home)
    (home / "broken").mkdir()
    (home / "broken" / "sitecustomize.py").write_text(_BROKEN, "utf-8")
    return home


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["doctor"], 1),
        (["preview", "helse-nord"], 2),
        (["build-report", "--draft", "--jobs", "2"], 1),
    ],
)
def test_without_pango_the_remedy_is_told_and_the_banner_of_the_library_is_not(arguments, code, home):
    ran = command(*arguments, within=home, under={"PYTHONPATH": f"{home / 'broken'}:{ROOT}", "LANG": "C.UTF-8"})

    assert ran.code == code
    assert [each for each in _BANNER if each in ran.told] == []
    assert ran.told.count("cannot load library") == 1
    assert "pango" in ran.told.lower()


def test_the_web_page_and_the_data_are_made_all_the_same(home):
    assert {path.name for path in (home / "output").glob("*/*")} >= {"rapport.html", "data"}
